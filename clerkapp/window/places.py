"""The three places side by side: agenda, words, and what stands beside them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from clerkapp.window.agenda.agenda_panel import AgendaPanel
from clerkapp.window.beside.beside_panel import TABS, BesidePanel
from clerkapp.window.item.item_page import ItemPage
from clerkapp.window.look.choice import Choice
from clerkapp.window.look.look import Look
from clerkapp.window.look.named import name_choice

_ROOM_FOR_THREE = 1000  # pixels at a zoom of 1
_PANEL = 1 + len(TABS)  # the place in the box of a panel, behind the agenda and the views


class Places(QSplitter):
    """Gives the places at the sides what they want, but the words always more than half.

    Where there is no room for three, as on a small screen with large letters, what stands beside
    the words takes turns with the agenda: a box above the two says which is seen. The words keep
    their width whichever it is, so that the line being typed does not move.
    """

    chosen = Signal(str)  # the name of the view that was chosen in the box; "" for the agenda
    narrowed = Signal(bool)  # whether there is now no room for three

    def __init__(self, agenda: AgendaPanel, page: ItemPage, beside: BesidePanel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look: Look | None = None
        self._agenda = agenda
        self._beside = beside
        self._is_narrow = False
        self.turns = Choice()
        name_choice(self.turns, "What stands beside the words")
        self.turns.addItems(["Agenda", *TABS])
        self.turns.activated.connect(self._on_turn)
        self.turns.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(agenda)
        for stack in (self._stack, beside.stack):
            stack.currentChanged.connect(self._tell_turn)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.turns)
        column.addWidget(self._stack, 1)
        for widget in (left, page, beside):
            self.addWidget(widget)
        self.setHandleWidth(1)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for three."""
        return self._is_narrow

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.turns.setFont(look.font(13))
        self.turns.setPalette(look.palette())
        line = look.palette()
        line.setColor(line.ColorRole.Window, look.color("line"))
        for place in range(self.count()):
            self.handle(place).setPalette(line)
            self.handle(place).setAutoFillBackground(True)
        self._share_width()

    def show_checks(self, name: str) -> None:
        """Gives the view of the checks the name that says how many there are."""
        self.turns.setItemText(1 + TABS.index("Checks"), name)

    def call_beside(self, name: str = "") -> None:
        """Shows what stands beside the words, where it takes turns; the view of that name."""
        if name:
            self._beside.open_tab(name)
        if self._is_narrow:
            self._stack.setCurrentWidget(self._beside)

    def call_agenda(self) -> None:
        """Shows the agenda, where it takes turns."""
        self._stack.setCurrentWidget(self._agenda)

    def _on_turn(self, index: int) -> None:
        if index == _PANEL:
            self.call_beside()
        else:
            self.chosen.emit(TABS[index - 1] if index else "")

    def _tell_turn(self) -> None:
        """Has the box name what is seen: a panel in the place of the views is one more turn."""
        panel, tab = self._beside.panel_name, 1 + self._beside.tabs.currentIndex()
        self.turns.removeItem(_PANEL)
        if panel:
            self.turns.addItem(panel)
        is_beside = self._stack.currentWidget() is self._beside
        self.turns.setCurrentIndex((_PANEL if panel else tab) if is_beside else 0)

    def _share_width(self) -> None:
        look, width = self._look, self.width()
        if look is None:
            return
        is_narrow = width < look.px(_ROOM_FOR_THREE)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            focus = QApplication.focusWidget()
            keys = focus if focus and self._beside.isAncestorOf(focus) else None
            self._beside.tabs.setVisible(not is_narrow)
            self.turns.setVisible(is_narrow)
            if is_narrow:
                self._stack.addWidget(self._beside)
            else:
                self.addWidget(self._beside)
                self._beside.show()
            if keys:
                keys.setFocus()  # it lost them as it was put elsewhere
            if is_narrow and (keys or self._beside.panel_name):
                self.call_beside()
            else:
                self.call_agenda()
            self.narrowed.emit(is_narrow)
        share = width * (32 if is_narrow else 22) // 100
        left, right = (min(look.px(wanted), share) for wanted in (272, 300))
        self.setSizes([left, width - left] if is_narrow else [left, width - left - right, right])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new width out."""
        super().resizeEvent(event)
        self._share_width()
