"""The house styles, one's own first, each with the meeting in hand printed in it."""

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clerkapp.editing.history import Place
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.window.look.menu import Menu
from clerkapp.window.look.page_view import bold
from clerkapp.window.meetings.style_preview import StylePreview
from clerkapp.wording.house_style import HouseStyle, house_styles
from clerkapp.wording.own_styles import OwnStyle, own_styles
from clerkapp.wording.style_keys import key_name

_WIDEST = 460  # pixels at the zoom of 1 for the list


class HouseStylesDialog(Dialog):
    """Accepted, `chosen` is the name of the style that the meeting is to have.

    It says what else is wanted, by the name of the style, and is shown the list anew.
    """

    like_wanted = Signal(str)
    change_wanted = Signal(str)
    rename_wanted = Signal(str)
    copy_wanted = Signal(str)
    remove_wanted = Signal(str)
    folder_wanted = Signal()

    def __init__(  # noqa: PLR0913, PLR0917 — the window alone makes it
        self, meeting: Meeting, style: HouseStyle, look: Look, folder: Path,
        may_change: bool, parent: QWidget | None = None,  # noqa: FBT001
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle("House styles")
        self.setFont(look.font(13))
        self._look, self._folder, self._may_change = look, folder, may_change
        self._in_use = style.name
        self._own: dict[str, OwnStyle] = {}
        self._styles: dict[str, HouseStyle] = {}
        self.chosen = ""
        self.view = LinesView("House styles")
        self.view.show_look(look)
        self.view.mark_choice()
        self.view.setMaximumWidth(look.px(_WIDEST))
        self.preview = StylePreview(meeting, look)
        self._use = QPushButton("&Use for this meeting")
        self._like = QPushButton("&Make one like this…")
        self._change = QPushButton("&Change…")
        self._more = QPushButton("M&ore")
        self._rename, self._copy, self._remove, self._open = self._menu()
        self._lay_out()
        self._hear()
        self.show_styles(style.name)
        self.view.setFocus()

    def _menu(self) -> tuple[QAction, QAction, QAction, QAction]:
        menu = Menu("", self)
        menu.setFont(self._look.font(13))
        rename = menu.addAction("&Rename…\tF2")
        copy = menu.addAction("&Duplicate…")
        remove = menu.addAction("Re&move…\tDelete")
        menu.addSeparator()
        folder = menu.addAction("&Open the folder")
        self._more.setMenu(menu)
        return rename, copy, remove, folder

    def _lay_out(self) -> None:
        look = self._look
        close = QPushButton("Close")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(look.px(8))
        for button in (self._like, self._change, self._more, close, self._use):
            if button is close:
                foot.addStretch(1)
            foot.addWidget(button)
        beside = QHBoxLayout()
        beside.setSpacing(look.px(16))
        beside.addWidget(self.view, 2)
        beside.addWidget(self.preview, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        layout.setSpacing(look.px(12))
        layout.addLayout(beside, 1)
        layout.addLayout(foot)
        self._use.setDefault(True)  # once it is in the dialog
        fit(self, look, 1120, 660)

    def _hear(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._on_row)
        self.view.doubleClicked.connect(self._on_use)
        self._use.clicked.connect(self._on_use)
        self._like.clicked.connect(self._on_like)
        self._change.clicked.connect(self._on_change)
        self._rename.triggered.connect(self._on_rename)
        self._copy.triggered.connect(self._on_copy)
        self._remove.triggered.connect(self._on_remove)
        self._open.triggered.connect(self.folder_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames and Delete removes an own style."""
        match event.key():
            case Qt.Key.Key_F2:
                self._on_rename()
            case Qt.Key.Key_Delete:
                self._on_remove()
            case _:
                super().keyPressEvent(event)

    # The list

    def show_styles(self, chosen: str) -> None:
        """Reads the styles again, and shows them with one of them chosen, else the first."""
        self._own = {each.name: each for each in own_styles(self._folder)}
        self._styles = {each.name: each for each in house_styles(self._folder)}
        lines: list[Line] = []
        if self._own:
            lines.append(Line("Yours", is_heading=True))
            lines += [self._own_line(each) for each in self._own.values()]
        lines.append(Line("That come with Clerkapp", is_heading=True))
        lines += [
            self._line(each.name, each.title, each.summary)
            for each in self._styles.values()
            if each.name not in self._own
        ]
        self.view.lines.show_lines(tuple(lines))
        names = [line.place.item_id if line.place else "" for line in lines]
        row = names.index(chosen) if chosen in names else 1
        self.view.setCurrentIndex(self.view.lines.index(row))
        self._show()

    def _own_line(self, own: OwnStyle) -> Line:
        if own.style:
            return self._line(own.name, own.title, own.summary)
        wrong = ", ".join(key_name(key) if key else "it cannot be read" for key in own.faults)
        return Line(own.title, f"Cannot be used: {wrong}", dot="bad", place=Place(own.name))

    def _line(self, name: str, title: str, summary: str) -> Line:
        return Line(title, summary, "in use" if name == self._in_use else "", place=Place(name))

    @property
    def name(self) -> str:
        """The name of the style that is chosen."""
        place = self.view.current_place
        return place.item_id if place else ""

    def _on_row(self) -> None:
        if self.name:
            self._show(at_once=False)

    def _show(self, *, at_once: bool = True) -> None:
        style, own = self._styles.get(self.name), self._own.get(self.name)
        is_broken = own is not None and own.style is None
        if own and is_broken:
            self.preview.show_words(_faults_page(own))
        elif style and at_once:
            self.preview.show_now(style)
        elif style:
            self.preview.show_style(style)
        may = self._may_change
        self._use.setEnabled(may and not is_broken)
        self._like.setEnabled(may and not is_broken)
        self._change.setEnabled(may and own is not None and own.draft is not None)
        self._rename.setEnabled(may and own is not None and not is_broken)
        self._copy.setEnabled(may and own is not None and not is_broken)
        self._remove.setEnabled(may and own is not None)

    # What is wanted

    def _on_use(self) -> None:
        if self._use.isEnabled():
            self.chosen = self.name
            self.accept()

    def _on_like(self) -> None:
        self.like_wanted.emit(self.name)

    def _on_change(self) -> None:
        self.change_wanted.emit(self.name)

    def _on_rename(self) -> None:
        if self._rename.isEnabled():
            self.rename_wanted.emit(self.name)

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self.name)

    def _on_remove(self) -> None:
        if self._remove.isEnabled():
            self.remove_wanted.emit(self.name)


def _fault(key: str, why: str) -> str:
    return f"{key_name(key)}: {why}" if key else why


def _faults_page(own: OwnStyle) -> str:
    """What is wrong with a style, in the place of the meeting."""
    lines = "".join(f"<li>{escape(_fault(key, why))}</li>" for key, why in own.faults.items())
    how = (
        "Change… mends it here."
        if own.draft
        else "It has to be mended where it is: More, Open the folder."
    )
    title = f"{escape(own.path.name)} cannot be used as it is."
    return f"<p>{bold(title)}</p><ul>{lines}</ul><p>{how}</p>"
