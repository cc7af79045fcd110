"""The main window: a meeting in hand, and everything that can be done with it."""

from clerkapp.archive.read_only import OpenArchive
from clerkapp.window.commands import CommandAction, fill_menu
from clerkapp.window.look.menu import Menu
from clerkapp.window.meeting_window import MeetingWindow
from clerkapp.window.menus.command_sets import CommandSets
from clerkapp.window.menus.context_menus import ContextMenus
from clerkapp.window.menus.main_menu import MENUS, commands_of
from clerkapp.window.settings import Settings


class MainWindow(MeetingWindow):
    """Gives the meeting its commands, their menus and their keys."""

    def __init__(self, archive: OpenArchive, settings: Settings) -> None:
        super().__init__(archive, settings)
        self.do = CommandSets(archive, self)
        self.commands = commands_of(self, self.do)
        self._fill_bar()
        self.menus = ContextMenus(self, self.do)
        self.do.keys.remind_of_sheet()

    def _fill_bar(self) -> None:
        bar = self.top.menus
        bar.taken_by_mistake.connect(self.back_to_words)
        for name in MENUS:
            menu = Menu(f"&{name}", bar)
            fill_menu(menu, self.commands, self)
            bar.addMenu(menu)
        for action in self.actions():
            if isinstance(action, CommandAction):
                action.done.connect(bar.note_use)
