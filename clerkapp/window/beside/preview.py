"""The preview of the minutes, as the copy for the public or the confidential one."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from clerkapp.meeting.meeting import Meeting
from clerkapp.window.beside.preview_page import preview_page
from clerkapp.window.look.choice import Choice
from clerkapp.window.look.look import Look
from clerkapp.window.look.named import name_choice
from clerkapp.window.look.page_view import PageView
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import Audience


class _StyleBox(Choice):
    """The house styles; they are only read when somebody comes to choose among them."""

    about_to_open = Signal()

    def __init__(self) -> None:
        super().__init__()
        name_choice(self, "House style")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.about_to_open.emit()
        super().focusInEvent(event)

    def showPopup(self) -> None:
        self.about_to_open.emit()
        super().showPopup()


class Preview(QWidget):
    """Composes the minutes only when they, or how they look, are no longer what is shown."""

    style_chosen = Signal(str)  # the name of a house style
    styles_wanted = Signal()  # the list of them is about to be read

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Meeting, HouseStyle, str] | None = None
        self._earlier: tuple[Meeting, ...] = ()
        self._styles: tuple[HouseStyle, ...] = ()
        self._look: Look | None = None
        self._previewed: tuple[object, ...] = ()
        self.page = PageView("Preview of the minutes")
        self.setFocusProxy(self.page)
        self.copy = Choice()
        name_choice(self.copy, "Which copy is previewed")
        self.copy.addItem("The public copy", Audience.PUBLIC)
        self.copy.addItem("The confidential copy", Audience.CONFIDENTIAL)
        self.copy.currentIndexChanged.connect(self._refresh)
        self.style_box = _StyleBox()
        self.style_box.about_to_open.connect(self.styles_wanted)
        self.style_box.activated.connect(self._on_style)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.style_box)
        layout.addWidget(self.copy)
        layout.addWidget(self.page)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.page.show_look(look, 12.5)
        self.copy.setFont(look.font(12.5))
        self.style_box.setFont(look.font(12.5))
        self._previewed = ()

    def show_meeting(
        self,
        meeting: Meeting,
        style: HouseStyle,
        item_id: str,
        earlier: tuple[Meeting, ...] = (),
    ) -> None:
        """Shows the minutes of the meeting as it now is, at that item."""
        self._shown, self._earlier = (meeting, style, item_id), earlier
        if style not in self._styles:
            others = (each for each in self._styles if each.name != style.name)
            self.show_styles((*others, style))
        self._choose_shown()
        self._refresh()

    def show_styles(self, styles: Sequence[HouseStyle]) -> None:
        """Offers these house styles; the one that is shown stays chosen.

        Where they are offered already nothing happens: somebody may be choosing among them.
        """
        if tuple(styles) == self._styles:
            return
        self._styles = tuple(styles)
        self.style_box.clear()
        for style in styles:
            self.style_box.addItem(style.title, style.name)
        self._choose_shown()

    def _choose_shown(self) -> None:
        if self._shown:
            self.style_box.setCurrentIndex(self.style_box.findData(self._shown[1].name))

    def _on_style(self) -> None:
        self.style_chosen.emit(str(self.style_box.currentData()))

    def _refresh(self) -> None:
        look = self._look
        if self._shown is None or look is None:
            return
        meeting, style, item_id = self._shown
        audience = Audience(self.copy.currentData())
        wanted = (id(meeting), style, look.name, look.zoom, audience, self._earlier)
        if wanted != self._previewed:
            self._previewed = wanted
            bar = self.page.verticalScrollBar()
            where = bar.value()
            minutes = compose(meeting, style, audience, earlier=self._earlier)
            self.page.setHtml(preview_page(minutes, look))
            bar.setValue(where)
        if item_id:
            QTimer.singleShot(0, self, self._scroll_to_item)  # not after the panel has gone

    def _scroll_to_item(self) -> None:
        if self._shown and not self.page.hasFocus():
            self.page.scrollToAnchor(self._shown[2])
