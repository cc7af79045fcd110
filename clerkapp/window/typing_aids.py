"""What is offered and written out while somebody types in an entry."""

from PySide6.QtCore import QObject

from clerkapp.editing.capture import Capture
from clerkapp.editing.expanding import ShorthandInForce, expand
from clerkapp.editing.history import Place
from clerkapp.window.entry_text import EntryText
from clerkapp.wording.house_style import HouseStyle


class TypingAids(QObject):
    """Looks at each key once it is in the record. Owned by the page that hears the keys."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shorthand = ShorthandInForce()
        self._capture: Capture | None = None
        self._style: HouseStyle | None = None

    def open_meeting(self, capture: Capture, style: HouseStyle) -> None:
        """Takes a meeting in hand."""
        self._capture, self._style = capture, style

    def show_style(self, style: HouseStyle) -> None:
        """Names people in the manner of another house from the next key on."""
        self._style = style

    def after_key(self, text: EntryText, place: Place, had: str) -> None:
        """Takes in a key typed into `text`, after which the cursor is at `place`; `had` before."""
        capture, style = self._capture, self._style
        if capture is None or style is None or text.is_composing:
            return
        shorthand = self.shorthand.of(capture.session.meeting, style)
        expanded = expand(capture.session, place, had, shorthand)
        if expanded:
            text.set_cursor(expanded.cursor)
