"""What stands at the top of the window: the menus, which meeting this is, and its state."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from clerkapp.window.look.look import Look
from clerkapp.window.menus.menu_bar import MenuBar


class TopBar(QWidget):
    """Holds the menus; the window fills them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.menus = MenuBar()
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.state = QLabel()
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.menus)
        self._layout.addWidget(self.title, 1)
        self._layout.addWidget(self.state)

    def show_meeting(self, title: str, state: str) -> None:
        """Says which meeting this is, and whether it is a draft."""
        self.title.setText(title)
        self.state.setText(state)

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        for widget in (self.menus, self.state):
            widget.setFont(look.font(13))
        self.title.setFont(look.font(13, QFont.Weight.Medium))
        self._layout.setContentsMargins(look.px(6), 0, look.px(14), 0)
