"""What is done with the entry in hand: its kind, its place, its end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction

from clerkapp.editing.block import BlockEdits
from clerkapp.editing.history import Place
from clerkapp.editing.movers import offer_movers, set_amends
from clerkapp.editing.order import item_of_key
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import entry_of, item_of
from clerkapp.meeting.motions import amends
from clerkapp.meeting.numbering import number_of
from clerkapp.window.dialogs import ask
from clerkapp.window.item.entry_blocks import EntryBlocks
from clerkapp.window.item.kind_names import AMENDMENT, KIND_KEYS, KIND_NAMES
from clerkapp.window.item.speaker_menu import SpeakerMenu
from clerkapp.window.look.menu import Menu

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow


class EntryCommands(QObject):
    """Each does one thing to the entry that the cursor is in; without one, nothing."""

    def __init__(self, window: "MeetingWindow", blocks: EntryBlocks) -> None:
        super().__init__(window)
        self._window = window
        self._blocks = blocks
        window.page.kind_clicked.connect(self.offer_kinds)
        self._kinds = Menu("Kind", window)
        for kind, name in KIND_NAMES.items():
            action = self._kinds.addAction(f"{name}\t{KIND_KEYS.get(kind, '')}")
            action.setData(kind)
            if kind is EntryKind.MOTION:
                self._kinds.addAction(AMENDMENT).setData(AMENDMENT)
        self._kinds.triggered.connect(self._on_kind_chosen)
        self.speakers = SpeakerMenu(window)

    def set_kind(self, kind: EntryKind) -> None:
        """Fixes the kind of the entry, or of all that are selected."""
        page, block = self._window.page, self._blocks.edits()
        if block:
            block.set_kind(kind)
            return
        if page.current_entry:
            place, capture = page.place, self._window.capture
            if kind is EntryKind.MOTION and amends(capture.entry_shown(place.entry_id)):
                set_amends(capture, place.entry_id, amends=False)
            else:
                capture.set_kind(place.entry_id, kind)
            page.refresh()
            page.go(place)

    def set_amendment(self) -> None:
        """Makes the entry an amendment to the motion above it; one entry at a time."""
        page = self._window.page
        if self._blocks.edits():
            self._window.say("One entry at a time can be made an amendment.")
        elif page.current_entry:
            place = page.place
            set_amends(self._window.capture, place.entry_id, amends=True)
            page.refresh()
            page.go(place)

    def offer_kinds(self, entry_id: str, where: QPoint) -> None:
        """Offers every kind for an entry, in a menu at that place on the screen."""
        page = self._window.page
        if entry_id != page.current_entry:
            self._window.go(Place(page.item_id, entry_id))
        if self._window.why_read_only:
            self._window.refuse()
            return
        self._kinds.popup(where)

    def show_kinds(self) -> None:
        """Offers every kind for the entry in hand."""
        where = self._window.page.below_kind()
        if where is not None:
            self._kinds.popup(where)

    def show_speakers(self) -> None:
        """Offers who may have said what the entry in hand tells."""
        page = self._window.page
        where = page.below_kind()
        if where is not None and not page.aids.is_spoken(page.current_kind):
            self._window.say("Nobody speaks in an entry of this kind.")
        elif where is not None:
            self.speakers.fill()
            self.speakers.popup(where)

    def _on_kind_chosen(self, action: QAction) -> None:
        if action.data() == AMENDMENT:
            self.set_amendment()
        else:
            self.set_kind(EntryKind(action.data()))

    def add(self) -> None:
        """Opens an entry below the one in hand, or the first one of the item."""
        page, capture = self._window.page, self._window.capture
        if not page.current_entry:
            self._window.go(capture.enter_item(page.item_id))
            return
        shown = {each.id: each for each in capture.entries_shown(page.item_id)}
        capture.leave()
        end = len(shown[page.current_entry].text)
        self._window.go(capture.end_entry(page.current_entry, end))

    def add_last(self) -> None:
        """Opens an entry below the last one of the item in hand."""
        page, capture = self._window.page, self._window.capture
        if page.item_id:
            self._window.go(capture.enter_item(page.item_id))
            self.add()

    def split(self) -> None:
        """Splits the entry where the cursor is, as Enter does."""
        place = self._window.page.place
        if place.entry_id:
            self._window.capture.leave()
            self._window.go(self._window.capture.end_entry(place.entry_id, place.cursor))

    def join(self) -> None:
        """Joins the entry to the one above, as Backspace at its start does."""
        entry_id = self._window.page.current_entry
        place = self._window.capture.join_above(entry_id) if entry_id else None
        if place:
            self._window.go(place)

    def move(self, by: int) -> None:
        """Moves the entry up or down, or all that are selected."""
        place, block = self._window.page.place, self._blocks.edits()
        if block:
            block.move(by)
            self._window.page.go(place)
            return
        if place.entry_id and not self._window.capture.is_draft(place.entry_id):
            self._window.capture.move(place.entry_id, by)
            self._window.page.go(place)

    def next_verb(self) -> None:
        """Takes the next verb of reporting: “asked”, “questioned”, “queried”."""
        page = self._window.page
        text = page.current_text
        if text and not text.is_composing and not page.aids.next_verb(text, page.place):
            self._window.say("No verb of reporting stands at the beginning of this entry.")

    def ask_movers(self) -> None:
        """Has it typed behind the words of the motion who moved and who seconded."""
        window = self._window
        window.go(offer_movers(window.capture, window.page.current_entry))
        hint = "Type who moved, a slash and who seconded: Enter takes them in."
        window.say(hint, while_in=window.page.current_text)

    def delete(self) -> None:
        """Deletes the entry, or all that are selected; Ctrl+Z brings them back."""
        if self._blocks.count:
            self._blocks.delete()
            return
        entry_id = self._window.page.current_entry
        if entry_id:
            self._window.go(self._window.capture.delete(entry_id))
            self._window.page.refresh()

    def ask_exempt(self) -> None:
        """Asks whether the entry is kept from the public, and under which paragraph."""
        entry_id, block = self._window.page.current_entry, self._blocks.edits()
        if not entry_id:
            return
        entry = self._window.capture.entry_shown(entry_id)
        from clerkapp.window.agenda.exempt_dialog import ExemptDialog  # noqa: PLC0415

        dialog = ExemptDialog(entry.exempt, self._window.look, self._window)
        if ask(dialog):
            if block:
                block.set_exempt(dialog.exemption.exempt)
            else:
                self._window.capture.set_exempt(entry_id, dialog.exemption.exempt)
                self._window.page.refresh()  # a draft is in no meeting that would tell of it

    def show_history(self) -> None:
        """Shows the wordings that the entry had, and brings an earlier one back if asked to."""
        entry_id, capture = self._window.page.current_entry, self._window.capture
        if not entry_id or capture.is_draft(entry_id):
            return
        from clerkapp.window.meetings.history_dialog import HistoryDialog  # noqa: PLC0415

        _, entry = entry_of(self._window.meeting, entry_id)
        wordings = self._window.wordings_of(entry_id)
        dialog = HistoryDialog(wordings, entry.text, self._window.look, self._window)
        if ask(dialog):
            if self._window.why_read_only:
                self._window.refuse()
                return
            self._window.go(capture.bring_back(entry_id, dialog.chosen))

    def send(self, number: int) -> None:
        """Sends the entry to the item of that number on the agenda."""
        item = item_of_key(self._window.meeting, number)
        if item:
            self.send_to(item.id)

    def park(self) -> None:
        """Asks to which item the entry, or all that are selected, is sent."""
        if self._window.page.current_entry:
            from clerkapp.window.item.item_chooser import choose_item  # noqa: PLC0415

            item_id = choose_item("Send to an item", self._window)
            if item_id:
                self.send_to(item_id)

    def send_to(self, item_id: str, taken: BlockEdits | None = None) -> None:
        """Sends the entry, or all that are selected, to that item; `taken` where that is given.

        The cursor stays where it is, unless its entry was sent.
        """
        window, meeting, place = self._window, self._window.meeting, self._window.page.place
        block = taken or self._blocks.edits()
        number = number_of(meeting, item_of(meeting, item_id))
        if not (place.entry_id or block):
            return
        if item_id == window.page.item_id:
            window.say(f"Item {number} is this one.")
            return
        if block:
            near = block.send(item_id)
            window.go(near if place.entry_id in block.ids else place)
        else:
            window.go(window.capture.send(place.entry_id, item_id))
        if window.meeting is not meeting:
            sent = f"{block.count_words.capitalize()} sent" if block else "Sent"
            window.say(f"{sent} to item {number}")
