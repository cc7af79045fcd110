"""An item chosen by a few letters of its title or by its number."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from clerkapp.editing.history import Place
from clerkapp.editing.order import items_meant
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.window.dialogs import Dialog, ask
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow


class ItemChooser(Dialog):
    """Lists the items that are meant by what is typed. Enter or a click chooses one."""

    def __init__(
        self,
        title: str,
        meeting: Meeting,
        offered: frozenset[str],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFont(look.font(13))
        self.chosen = ""
        self._meeting = meeting
        self._offered = offered
        ids = (item.id for item in meeting.items)
        self._numbers = dict(zip(ids, item_numbers(meeting), strict=True))
        self.words = QLineEdit()
        self.words.setPlaceholderText("Number, or letters of the title")
        self.words.setAccessibleName(title)
        self.view = LinesView("Items")
        self.view.take_arrows_of(self.words)
        self.view.show_look(look)
        self.view.mark_choice()
        self.view.led_to.connect(self._on_led_to)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        without_icons(buttons)
        self.words.textChanged.connect(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        for widget in (self.words, self.view, buttons):
            layout.addWidget(widget)
        fit(self, look, 480, 360)
        self._list()

    def _list(self) -> None:
        meant = items_meant(self._meeting, self.words.text())
        items = [item for item in meant if item.id in self._offered]
        self.view.lines.show_lines(
            tuple(
                Line(
                    item.title or "Before the first item",
                    aside=f"Item {self._numbers[item.id]}" if self._numbers[item.id] else "",
                    place=Place(item.id),
                )
                for item in items
            )
        )
        if items:
            self.view.setCurrentIndex(self.view.lines.index(0))
            self.view.scrollToTop()

    def _on_accepted(self) -> None:
        index = self.view.currentIndex()
        place = self.view.lines.lines[index.row()].place if index.isValid() else None
        if place:
            self._on_led_to(place)

    def _on_led_to(self, place: Place) -> None:
        self.chosen = place.item_id
        self.accept()


def choose_item(title: str, window: "MeetingWindow", later_than: str = "") -> str:
    """Asks for an item other than the one in hand, or later than that one; "" for none."""
    meeting = window.meeting
    ids = [item.id for item in meeting.items]
    if later_than:
        offered = frozenset(ids[ids.index(later_than) + 1 :])
    else:
        offered = frozenset(ids) - {window.page.item_id}
    if not offered:
        window.say("There is no other item." if not later_than else "No item stands later.")
        return ""
    dialog = ItemChooser(title, meeting, offered, window.look, window)
    return dialog.chosen if ask(dialog) else ""
