"""The preview of the minutes, as the copy for the public or the confidential one."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QTextBrowser, QVBoxLayout, QWidget

from clerkapp.meeting.meeting import Meeting
from clerkapp.window.beside.preview_page import preview_page
from clerkapp.window.look.look import Look, make_slim
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import Audience


class Preview(QWidget):
    """Composes the minutes only when they, or how they look, are no longer what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Meeting, HouseStyle, str] | None = None
        self._look: Look | None = None
        self._previewed: tuple[object, ...] = ()
        self.page = QTextBrowser()
        self.page.setAccessibleName("Preview of the minutes")
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(16)
        self.setFocusProxy(self.page)
        self.copy = QComboBox()
        self.copy.setAccessibleName("Which copy is previewed")
        self.copy.addItem("The public copy", Audience.PUBLIC)
        self.copy.addItem("The confidential copy", Audience.CONFIDENTIAL)
        self.copy.currentIndexChanged.connect(self._refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.copy)
        layout.addWidget(self.page)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        make_slim(self.page.verticalScrollBar(), look)
        self.page.setFont(look.font(12.5))
        self.copy.setFont(look.font(12.5))
        self._previewed = ()

    def show_meeting(self, meeting: Meeting, style: HouseStyle, item_id: str) -> None:
        """Shows the minutes of the meeting as it now is, at that item."""
        self._shown = (meeting, style, item_id)
        self._refresh()

    def _refresh(self) -> None:
        look = self._look
        if self._shown is None or look is None:
            return
        meeting, style, item_id = self._shown
        audience = Audience(self.copy.currentData())
        wanted = (id(meeting), style.name, look.name, look.zoom, audience)
        if wanted != self._previewed:
            self._previewed = wanted
            bar = self.page.verticalScrollBar()
            where = bar.value()
            self.page.setHtml(preview_page(compose(meeting, style, audience), look))
            bar.setValue(where)
        if item_id:
            QTimer.singleShot(0, self, self._scroll_to_item)  # not after the panel has gone

    def _scroll_to_item(self) -> None:
        if self._shown and not self.page.hasFocus():
            self.page.scrollToAnchor(self._shown[2])
