"""What stands beside the item: the room, the checks, the action points, the preview."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from clerkapp.checking.check import check
from clerkapp.editing.history import Place
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.beside.beside_lines import action_lines, finding_lines, room_lines
from clerkapp.window.beside.preview_page import preview_page
from clerkapp.window.look.flat_tabs import FlatTabs
from clerkapp.window.look.lines import LinesView
from clerkapp.window.look.look import Look, make_slim
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import Audience

TABS = ("Room", "Checks", "Actions", "Preview")
_PREVIEW = TABS.index("Preview")


class BesidePanel(QWidget):
    """Four views of the meeting in hand. Only the one that is seen is worked out."""

    led_to = Signal(Place)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._look: Look | None = None
        self._meeting: Meeting | None = None
        self._style: HouseStyle | None = None
        self._item_id = ""
        self._previewed: tuple[object, ...] = ()
        self.tabs = FlatTabs()
        self.tabs.setAccessibleName("Beside the item")
        self.stack = QStackedWidget()
        self._lists = {name: LinesView(name) for name in TABS[:_PREVIEW]}
        self.preview = QTextBrowser()
        self.preview.setAccessibleName("Preview of the minutes")
        self.preview.setFrameShape(QFrame.Shape.NoFrame)
        self.preview.setOpenLinks(False)
        self.preview.document().setDocumentMargin(16)
        for name, view in self._lists.items():
            self.tabs.addTab(name)
            self.stack.addWidget(view)
            view.led_to.connect(self.led_to)
        self.tabs.addTab(TABS[_PREVIEW])
        self.copy = QComboBox()
        self.copy.setAccessibleName("Which copy is previewed")
        self.copy.addItem("The public copy", Audience.PUBLIC)
        self.copy.addItem("The confidential copy", Audience.CONFIDENTIAL)
        self.copy.currentIndexChanged.connect(self._refresh)
        page = QWidget()
        page_layout = QVBoxLayout(page)
        page_layout.setContentsMargins(0, 0, 0, 0)
        page_layout.setSpacing(0)
        page_layout.addWidget(self.copy)
        page_layout.addWidget(self.preview)
        self.stack.addWidget(page)
        self.tabs.currentChanged.connect(self._on_tab)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.tabs)
        self._layout.addWidget(self.stack)

    @property
    def seen(self) -> QWidget:
        """The view that is seen, for the focus to go to."""
        if TABS[self.tabs.currentIndex()] == "Preview":
            return self.preview
        return self.stack.currentWidget() or self.stack

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.tabs.show_look(look)
        make_slim(self.preview.verticalScrollBar(), look)
        for view in self._lists.values():
            view.show_look(look)
        self.preview.setFont(look.font(12.5))
        self.copy.setFont(look.font(12.5))
        self._previewed = ()
        self._refresh()

    def show_meeting(self, meeting: Meeting, style: HouseStyle, item_id: str) -> None:
        """Shows the meeting as it now is."""
        self._meeting, self._style, self._item_id = meeting, style, item_id
        self._refresh()

    def open_tab(self, name: str) -> None:
        """Shows the view of that name."""
        self.tabs.setCurrentIndex(TABS.index(name))

    def _on_tab(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self._refresh()

    def _refresh(self) -> None:
        meeting, look, style = self._meeting, self._look, self._style
        if meeting is None or look is None or style is None:
            return
        findings = check(meeting)
        count = f" {len(findings)}" if findings else ""
        self.tabs.setTabText(TABS.index("Checks"), f"Checks{count}")
        match TABS[self.tabs.currentIndex()]:
            case "Room":
                self._lists["Room"].lines.show_lines(room_lines(meeting))
            case "Checks":
                self._lists["Checks"].lines.show_lines(finding_lines(findings))
            case "Actions":
                self._lists["Actions"].lines.show_lines(action_lines(meeting))
            case _:
                self._show_preview(meeting, style, look)

    def _show_preview(self, meeting: Meeting, style: HouseStyle, look: Look) -> None:
        audience = Audience(self.copy.currentData())
        wanted = (id(meeting), style.name, look.name, look.zoom, audience)
        if wanted != self._previewed:
            self._previewed = wanted
            bar = self.preview.verticalScrollBar()
            where = bar.value()
            self.preview.setHtml(preview_page(compose(meeting, style, audience), look))
            bar.setValue(where)
        if self._item_id:
            QTimer.singleShot(0, self, self._scroll_to_item)  # not after the panel has gone

    def _scroll_to_item(self) -> None:
        if not self.preview.hasFocus():
            self.preview.scrollToAnchor(self._item_id)
