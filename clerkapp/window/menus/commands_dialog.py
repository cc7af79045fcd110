"""Every command by its words: some are typed, the likeliest stands first, Enter does it."""

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from clerkapp.editing.history import Place
from clerkapp.window.commands import Command
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.window.menus.command_search import Findable, Match, found
from clerkapp.window.menus.other_words import MEANT, OTHER_WORDS


class CommandsDialog(Dialog):
    """Shows `commands`, those of `recent` first; accepted, it gives the `chosen` one.

    `recent` are full names, the latest first. A command that would do nothing now is shown faint,
    with the reason, and is not chosen.
    """

    def __init__(
        self,
        commands: tuple[Command, ...],
        recent: tuple[str, ...],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Find a command")
        self.setFont(look.font(13))
        self._commands = commands
        self._reasons = tuple(each.why_not() if each.why_not else "" for each in commands)
        self._among = tuple(_findable(each) for each in commands)
        places = {each.full_name: place for place, each in enumerate(commands)}
        self._recent = tuple(places[name] for name in recent if name in places)
        self.chosen: Command | None = None
        self.words = QLineEdit()
        self.words.setPlaceholderText("What do you want to do?")
        self.words.setAccessibleName("Find a command")
        self.words.textChanged.connect(self._on_words)
        self.view = LinesView("Commands")
        self.view.take_arrows_of(self.words)
        self.view.show_look(look)
        self.view.mark_choice()
        self.view.led_to.connect(self._on_led_to)
        buttons = QDialogButtonBox()
        buttons.addButton("&Do it", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._on_do_it)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        for widget in (self.words, self.view, buttons):
            layout.addWidget(widget)
        fit(self, look, 560, 460)
        self._on_words("")

    def _on_words(self, words: str) -> None:
        lines = tuple(map(self._line, found(words, self._among, self._recent)))
        self.view.lines.show_lines(lines or (Line("No command has those words.", is_faint=True),))
        self.view.setCurrentIndex(self.view.lines.index(0))
        self.view.scrollToTop()

    def _line(self, match: Match) -> Line:
        command, reason = self._commands[match.place], self._reasons[match.place]
        below = (command.menu, f"“{match.by}”" if match.by else "", reason)
        return Line(
            command.name,
            below=" · ".join(part for part in below if part),
            aside=command.keys_shown,
            is_faint=bool(reason),
            place=Place("", str(match.place)),
        )

    def _on_do_it(self) -> None:
        index = self.view.currentIndex()
        place = self.view.lines.lines[index.row()].place if index.isValid() else None
        if place:
            self._on_led_to(place)

    def _on_led_to(self, place: Place) -> None:
        at = int(place.entry_id)
        if not self._reasons[at]:
            self.chosen = self._commands[at]
            self.accept()


def _findable(command: Command) -> Findable:
    name = command.full_name
    return Findable(command.name, command.menu, OTHER_WORDS.get(name, ()), MEANT.get(name, ()))
