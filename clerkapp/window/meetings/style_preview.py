"""The meeting in hand printed in a house style, beside the list of them and beside its keys."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget

from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.files import read_file
from clerkapp.resources import resource
from clerkapp.window.beside.preview_page import preview_page
from clerkapp.window.look.look import Look
from clerkapp.window.look.page_view import PageView
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import Audience

_PAUSE = 120  # ms without a change before the meeting is printed anew
_LEAST = 6  # entries; a meeting that has fewer shows too little of a style
_SAMPLE = ("samples", "overview-and-scrutiny.minutes")
_OF_SAMPLE = "The sample meeting: there is too little in this one yet to show a style."
_UNSEEN = "Nothing in this meeting shows it."


class StylePreview(QWidget):
    """Prints a moment after the last change. With `follows` it shows where the print changed."""

    def __init__(self, meeting: Meeting, look: Look, *, follows: bool = False) -> None:
        super().__init__()
        self._is_sample = sum(len(item.entries) for item in meeting.items) < _LEAST
        self._meeting = _sample() if self._is_sample else meeting
        self._look, self._follows = look, follows
        self._style: HouseStyle | None = None
        self._shown = ""
        self._waits = False  # for what is wrong to be mended
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setFont(look.font(11.5))
        self.page = PageView("Preview of this meeting")
        self.page.show_look(look, 12.5)
        self.page.setMinimumHeight(look.px(60))
        self.setFocusProxy(self.page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(4))
        layout.addWidget(self.page, 1)
        layout.addWidget(self.said)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._print)
        self._tell("")

    def show_style(self, style: HouseStyle) -> None:
        """Prints the meeting in that style, soon."""
        self._style = style
        self._pause.start()

    def show_now(self, style: HouseStyle) -> None:
        """Prints the meeting in that style, at once."""
        self._style = style
        self._print()

    def show_words(self, html: str) -> None:
        """Shows words in the place of the meeting."""
        self._pause.stop()
        self._shown = ""
        self.page.setHtml(html)
        self.said.hide()

    def wait_for_mending(self) -> None:
        """Keeps what is printed, and says so: what is typed has a fault."""
        self._pause.stop()
        self._waits = True
        self._tell("Printed without what is wrong, until it is mended.")

    def forget_change(self) -> None:
        """Says no more of the last change: another key is looked at."""
        if not self._waits:
            self._tell("")

    def _print(self) -> None:
        self._pause.stop()
        self._waits = False
        if self._style is None:
            return
        minutes = compose(self._meeting, self._style, Audience.CONFIDENTIAL)
        html = preview_page(minutes, self._look)
        is_first = not self._shown
        if html == self._shown:
            self._tell(_UNSEEN if self._follows else "")
            return
        before = self.page.toPlainText()
        bar = self.page.verticalScrollBar()
        where = bar.value()
        self._shown = html
        self.page.setHtml(html)
        bar.setValue(where)
        self._tell("")
        if self._follows and not is_first:
            self._show_change(before, self.page.toPlainText())

    def _show_change(self, before: str, after: str) -> None:
        """Marks the first line that is printed otherwise, and brings it into sight."""
        if before == after:
            return
        pairs = enumerate(zip(before, after, strict=False))
        at = next((n for n, (old, new) in pairs if old != new), min(len(before), len(after)))
        cursor = QTextCursor(self.page.document())
        cursor.setPosition(min(at, max(0, len(after) - 1)))
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
        mark.format.setBackground(self._look.color("selection"))  # pyright: ignore[reportAttributeAccessIssue]
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003  # pyright: ignore[reportAttributeAccessIssue]
        self.page.setExtraSelections([mark])
        line = self.page.cursorRect(cursor)
        seen = self.page.viewport().rect()
        if not seen.adjusted(0, 0, 0, -line.height()).contains(line.center()):
            bar = self.page.verticalScrollBar()
            bar.setValue(bar.value() + line.center().y() - seen.height() // 3)

    def _tell(self, words: str) -> None:
        words = " ".join(filter(None, (words, _OF_SAMPLE if self._is_sample else "")))
        self.said.setText(words)
        self.said.setVisible(bool(words))


def _sample() -> Meeting:
    return read_file(resource(*_SAMPLE), new_id).meeting
