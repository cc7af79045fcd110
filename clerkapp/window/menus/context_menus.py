"""What can be done where the mouse is: the same commands as in the menus, and a few choices."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from clerkapp.editing.action_points import ActionPoints
from clerkapp.editing.movers import set_mover
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import Meeting, people_of
from clerkapp.meeting.presence import members
from clerkapp.window.commands import CommandAction, put_into
from clerkapp.window.item.kind_names import AMENDMENT, KIND_NAMES
from clerkapp.window.look.menu import Menu
from clerkapp.window.menus.command_sets import CommandSets
from clerkapp.wording.times import date_words

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow

_KINDS = {*KIND_NAMES.values(), AMENDMENT}


class ContextMenus(QObject):
    """Opens the menu of an entry and that of an item, for hands that have only a mouse.

    Both hold the window's own commands, so that none is forgotten; an action point can be given
    an owner and a date without a letter typed.
    """

    def __init__(self, window: "MeetingWindow", do: CommandSets) -> None:
        super().__init__(window)
        self._window = window
        self._do = do
        self.entry = Menu("Entry", window)
        self.item = Menu("Item", window)
        actions = [each for each in window.actions() if isinstance(each, CommandAction)]
        self._entry_actions = [each for each in actions if each.command.menu == "Entry"]
        put_into(self.item, [each for each in actions if each.command.menu == "Agenda"])
        window.page.menu_wanted.connect(self._on_entry_menu)
        window.page.new_entry.clicked.connect(self._on_new_entry)
        window.agenda.menu_wanted.connect(self.item.popup)
        window.agenda.new_item.clicked.connect(self._on_new_item)

    def _on_new_entry(self) -> None:
        self._unless_read_only(self._do.entries.add_last)

    def _on_new_item(self) -> None:
        self._unless_read_only(self._do.items.add)

    def _unless_read_only(self, run: Callable[[], None]) -> None:
        if self._window.why_read_only:
            self._window.refuse()
        else:
            run()

    def _on_entry_menu(self, where: QPoint) -> None:
        self.fill_entry()
        self.entry.popup(where)

    def fill_entry(self) -> None:
        """Fills the menu for the entry in hand: its words, its kind, its facts, its place."""
        self.entry.clear()
        self._add_clipboard()
        kinds = self.entry.addMenu("Kind")
        kinds.addActions([a for a in self._entry_actions if a.command.name in _KINDS])
        if not self._window.why_read_only:
            self._add_facts()
        self.entry.addSeparator()
        put_into(self.entry, [a for a in self._entry_actions if a.command.name not in _KINDS])

    def _add_clipboard(self) -> None:
        text = self._window.page.current_text
        if text is None:
            return
        blocks = self._do.blocks
        hand = blocks if blocks.count else text  # whole entries, or words
        has_selection = bool(blocks.count) or text.textCursor().hasSelection()
        can_change = not text.isReadOnly()
        for words, run, can in (
            ("Cu&t", hand.cut, has_selection and can_change),
            ("&Copy", hand.copy, has_selection),
            ("&Paste", hand.paste, can_change and text.canPaste()),
            ("Select &all", text.selectAll, True),
        ):
            action = self.entry.addAction(words)
            action.triggered.connect(run)
            action.setEnabled(can)
        self.entry.addSeparator()

    def _add_facts(self) -> None:
        kind = self._window.page.current_kind
        if kind is EntryKind.ACTION_POINT:
            self._add_owners()
            self._add_dates()
        elif kind is EntryKind.MOTION:
            self._add_members("Mover", seconds=False)
            self._add_members("Seconder", seconds=True)
        elif self._window.page.aids.is_spoken(kind):
            self._do.entries.speakers.fill()
            self.entry.addMenu(self._do.entries.speakers)

    def _add_members(self, words: str, *, seconds: bool) -> None:
        """Offers the members: who moves and who seconds sits on the committee."""
        menu = self.entry.addMenu(words)
        for line in members(self._window.meeting.attendance):
            _add(menu, line.person.name, line.person.id)
        _add(menu, "Nobody", "")
        menu.triggered.connect(partial(self._on_mover, seconds=seconds))

    def _on_mover(self, action: QAction, *, seconds: bool) -> None:
        page = self._window.page
        set_mover(self._window.capture, page.current_entry, action.data(), seconds=seconds)

    def _add_owners(self) -> None:
        menu = self.entry.addMenu("O&wner")
        for person in people_of(self._window.meeting):
            _add(menu, person.name, person.name)
        _add(menu, "Nobody", "")
        menu.triggered.connect(self._on_owner)

    def _add_dates(self) -> None:
        menu = self.entry.addMenu("D&ate")
        for words, due in dates_offered(self._window.meeting):
            _add(menu, words, due)
        menu.triggered.connect(self._on_date)

    def _on_owner(self, action: QAction) -> None:
        ActionPoints(self._window.capture).set_owner(self._window.page.current_entry, action.data())

    def _on_date(self, action: QAction) -> None:
        ActionPoints(self._window.capture).set_due(self._window.page.current_entry, action.data())


def dates_offered(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """The dates that an action point is given by a click: the words, and what is then typed."""
    offered = [("Next meeting", "next meeting")]
    if date := meeting.heading.date:
        for weeks, words in ((1, "In a week"), (2, "In two weeks"), (4, "In four weeks")):
            due = date + dt.timedelta(weeks=weeks)
            offered.append((f"{words}: {date_words(due)}", due.isoformat()))
    return (*offered, ("No date", ""))


def _add(menu: QMenu, words: str, data: str) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setData(data)
