"""The wordings that an entry had: when, by whom, and word by word against the present one."""

from html import escape

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from clerkapp.archive.history import Wording
from clerkapp.editing.comparison import Piece, compared
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.window.look.page_view import PageView

_LONGEST = 160  # characters of a wording in the list; the whole stands beside it


class HistoryDialog(Dialog):
    """Shows the wordings, the latest first. Accepted, it gives `chosen` to be brought back."""

    def __init__(
        self, wordings: list[Wording], present: str, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("History of the entry")
        self.setFont(look.font(13))
        self._look = look
        self._present = present
        self._wordings = wordings[::-1]
        self.view = LinesView("Earlier wordings")
        self.view.mark_choice()
        self.view.show_look(look)
        self.view.lines.show_lines(tuple(map(_line, self._wordings)))
        self.difference = PageView("The wording, compared with the present one")
        self.difference.show_look(look, 15)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        without_icons(buttons)
        self.bring_back = buttons.addButton(
            "&Bring this wording back", QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        sides = QHBoxLayout()
        sides.addWidget(self.view, 2)
        sides.addWidget(self.difference, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        layout.addLayout(sides)
        layout.addWidget(buttons)
        fit(self, look, 860, 460)
        self.view.selectionModel().currentChanged.connect(self._on_chosen)
        if self._wordings:
            self.view.setCurrentIndex(self.view.lines.index(min(1, len(self._wordings) - 1)))

    @property
    def chosen(self) -> str:
        """The wording that is chosen."""
        row = self.view.currentIndex().row()
        return self._wordings[row].text if 0 <= row < len(self._wordings) else self._present

    def _on_chosen(self, index: QModelIndex) -> None:
        pieces = compared(self.chosen, self._present)
        words = "".join(_marked(piece, self._look) for piece in pieces)
        self.difference.setHtml(words.replace("\n", "<br>") or "<i>no words</i>")
        self.bring_back.setEnabled(index.isValid() and self.chosen != self._present)


def _line(wording: Wording) -> Line:
    words = " ".join(wording.text.split()) or "(no words)"
    return Line(
        words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…",
        below=f"{wording.at:%d %B %Y, %H:%M:%S} · {wording.who}".rstrip(" ·"),
    )


def _marked(piece: Piece, look: Look) -> str:
    """The words of a piece: struck out what the present wording added, underlined what it lost."""
    words = escape(piece.words)
    match piece.side:
        case "old":
            return f'<u style="color:{look.good}">{words}</u>'
        case "new":
            return f'<s style="color:{look.bad}">{words}</s>'
        case _:
            return words
