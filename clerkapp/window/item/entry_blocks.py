"""Several entries in hand at once, and what goes through the clipboard."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtGui import QKeySequence as Keys
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from clerkapp.editing.block import Block, BlockEdits, count_words
from clerkapp.editing.history import Place
from clerkapp.meeting.meeting import Meeting, item_of
from clerkapp.window.field_keys import paste_page
from clerkapp.window.look.aloud import say_aloud
from clerkapp.wording.house_style import HouseStyle

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow

ItemData: TypeAlias = Callable[[Meeting, HouseStyle, str], QMimeData]

_SCREENFUL = 8  # entries, for Shift+Page Down
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_SCREENFUL,
    Qt.Key.Key_PageDown: _SCREENFUL,
}
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_HELD_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class EntryBlocks(QObject):
    """Knows which entries are in hand together, and copies, cuts and pastes.

    The cursor is in the head of the block. Going anywhere else ends it, and so does any key that
    means nothing to a block.
    """

    def __init__(self, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._window = window
        self._block: Block | None = None
        page = window.page
        page.block_wanted.connect(self.extend)
        page.place_changed.connect(self._on_place_changed)
        page.pasted.connect(self._on_pasted)
        page.block_keys = self._on_key
        window.selected = lambda: self.words  # asked anew each time
        window.returning.connect(self.end)

    # Which they are

    @property
    def count(self) -> int:
        """How many entries are selected; 0 for no block."""
        edits = self.edits()
        return len(edits.ids) if edits else 0

    @property
    def words(self) -> str:
        """How many entries are selected, in words; "" for no block."""
        return f"{count_words(self.count)} selected" if self.count else ""

    def edits(self) -> BlockEdits | None:
        """What can be done to the block; None where there is none."""
        block, items = self._block, self._window.meeting.items
        if block is None or all(item.id != block.item_id for item in items):
            return None  # the item went, or another meeting has come
        edits = BlockEdits(self._window.capture.session, block)
        return edits if edits.ids else None

    def extend(self, by: int) -> None:
        """Selects the entry in hand, or moves the end of the block up (-1) or down (1)."""
        page = self._window.page
        entries = page.held
        if not entries:
            return
        if self._block:
            self._take(self._block.extended(entries, by))
            return
        ids = [entry.id for entry in entries]
        here = page.current_entry
        if here not in ids:  # an empty entry that is in no record: the one beside it
            shown = [entry.id for entry in self._window.capture.entries_shown(page.item_id)]
            at = shown.index(here) + (1 if by > 0 else -1) if here in shown else 0
            here = shown[max(0, min(at, len(shown) - 1))]
        if here in ids:
            self._take(Block(page.item_id, here, here))

    def select_all(self) -> None:
        """Selects every entry of the item in hand."""
        entries = self._window.page.held
        if entries:
            self._take(Block(self._window.page.item_id, entries[0].id, entries[-1].id))

    def end(self) -> None:
        """Selects nothing any more; the cursor stays."""
        if self._block:
            self._block = None
            self._window.page.show_selected(())
            self._window.show_place()

    def reach(self, entry_id: str) -> None:
        """Selects from the entry in hand, or where the block began, to that one."""
        page = self._window.page
        ids = [entry.id for entry in page.held]
        anchor = self._block.anchor if self._block else page.current_entry
        others = self._block.others if self._block else frozenset[str]()
        if entry_id in ids:
            anchor = anchor if anchor in ids else entry_id
            self._take(Block(page.item_id, anchor, entry_id, others))

    def pick(self, entry_id: str) -> None:
        """Selects that entry too, with the one in hand, or no longer where it is selected."""
        page, block = self._window.page, self._block
        ids = [entry.id for entry in page.held]
        if entry_id not in ids:
            return
        if block is None:
            here = page.current_entry
            others = frozenset({here}) if here in ids else frozenset[str]()
            self._take(Block(page.item_id, entry_id, entry_id, others))
            return
        picked = block.picked(page.held, entry_id)
        if picked:
            self._take(picked)
        else:
            self.end()

    def taken(self, entry_id: str) -> BlockEdits | None:
        """What can be done to the block that the entry is in, or to the entry; None for a draft."""
        page = self._window.page
        if all(entry.id != entry_id for entry in page.held):
            return None
        edits = self.edits()
        if edits and entry_id in edits.ids:
            return edits
        return BlockEdits(self._window.capture.session, Block(page.item_id, entry_id, entry_id))

    def _take(self, block: Block) -> None:
        page = self._window.page
        self._block = block
        page.show_selected(block.ids(page.held))
        head = next(entry for entry in page.held if entry.id == block.head)
        page.go(Place(block.item_id, block.head, len(head.text)))
        say_aloud(self.words, page)

    def _on_place_changed(self) -> None:
        page, block = self._window.page, self._block
        if block and (page.current_entry != block.head or not self.count):
            self.end()
        elif block:
            page.show_selected(block.ids(page.held))

    def _on_key(self, event: QKeyEvent) -> bool:
        """What a key in the head of the block does; whether it is the block's."""
        if self._block is None or event.key() in _HELD:
            return False
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key in _STEPS:
            self.extend(_STEPS[key])
        elif event.matches(Keys.StandardKey.Copy):
            self.copy()
        elif event.matches(Keys.StandardKey.Cut) or (key in _DELETE and not modifiers):
            self._take_away(is_cut=key not in _DELETE)
        elif event.matches(Keys.StandardKey.Paste):
            if not self._refuse():
                self.paste()
        elif event.matches(Keys.StandardKey.SelectAll):
            self.select_all()
        else:
            if not modifiers & _HELD_WITH:
                self.end()
            return False
        return True

    # The clipboard

    def copy(self) -> None:
        """Copies the block, or what is selected where the focus is."""
        focus, edits = QApplication.focusWidget(), self.edits()
        if edits and self._block:
            from clerkapp.window.item.clipboard import entries_data  # noqa: PLC0415

            style, item_id = self._window.open.style, self._block.item_id
            data = entries_data(self._window.meeting, style, item_id, edits.ids)
            QGuiApplication.clipboard().setMimeData(data)
            self._window.say(f"{edits.count_words.capitalize()} copied")
        elif isinstance(focus, QTextEdit | QLineEdit):
            focus.copy()

    def cut(self) -> None:
        """Copies the block and takes it away, or cuts what is selected where the focus is."""
        focus = QApplication.focusWidget()
        if self.count:
            self._take_away(is_cut=True)
        elif isinstance(focus, QTextEdit | QLineEdit):
            focus.cut()

    def _take_away(self, *, is_cut: bool) -> None:
        if self._refuse():
            return
        if is_cut:
            self.copy()
        self.delete("cutting" if is_cut else "deleting")

    def delete(self, doing: str = "deleting") -> None:
        """Deletes the block; Ctrl+Z brings it back."""
        edits = self.edits()
        if edits:
            place = edits.delete(doing)
            self.end()
            self._window.go(place)
            past = {"cutting": "cut"}.get(doing, "deleted")
            self._window.say(f"{edits.count_words.capitalize()} {past}. Ctrl+Z takes it back.")

    def paste(self) -> None:
        """Pastes below the block, or where the focus is."""
        focus = QApplication.focusWidget()
        if self._block:
            self._on_pasted(self._block.head, QGuiApplication.clipboard().mimeData())
        elif isinstance(focus, QTextEdit | QLineEdit) and not paste_page(focus):
            focus.paste()

    def copy_item(self) -> None:
        """Copies the item in hand as the public minutes print it."""
        from clerkapp.window.item.clipboard import item_data  # noqa: PLC0415

        self._copy_item(item_data, "as text")

    def copy_for_modern_gov(self) -> None:
        """Copies the item in hand as the public minutes print it, to be pasted into ModernGov."""
        from clerkapp.window.item.clipboard import modern_gov_data  # noqa: PLC0415

        self._copy_item(modern_gov_data, "for ModernGov")

    def _copy_item(self, data_of: ItemData, how: str) -> None:
        meeting, item_id = self._window.meeting, self._window.page.item_id
        if not item_id:
            return
        data = data_of(meeting, self._window.open.style, item_id)
        QGuiApplication.clipboard().setMimeData(data)
        item = item_of(meeting, item_id)
        is_part = item.exempt or any(entry.exempt for entry in item.entries)
        self._window.say(f"Item copied {'without what is exempt' if is_part else how}")

    def _on_pasted(self, entry_id: str, data: QMimeData) -> None:
        """Pastes into the words of an entry, or as entries of their own; below a block."""
        from clerkapp.editing.pasting import Paste  # noqa: PLC0415 — loaded when it is wanted
        from clerkapp.notation.pasted_entries import words_of_paste  # noqa: PLC0415
        from clerkapp.window.item.clipboard import notation_in  # noqa: PLC0415

        window = self._window
        capture, page = window.capture, window.page
        capture.leave()
        paste, notation = Paste(capture), notation_in(data)
        page_of = data.html() if data.hasHtml() else ""
        if notation:
            entries = paste.from_here(notation)
        else:
            words = words_of_paste(data.text(), page_of)
            if words == "":  # a picture: what is selected must not go for nothing
                window.say("There are no words to paste.")
                return
            if words is not None and not self._block:
                page.insert_words(entry_id, words)
                capture.leave()
                return
            place = Place(page.item_id, entry_id)
            entries = paste.from_elsewhere(data.text(), page_of, place)
        if not entries:
            return
        if self.count and self._block:
            block, shown = self._block, [entry.id for entry in page.held]
            last = max(block.ids(page.held), key=shown.index)
            place = paste.put_below(entries, block.item_id, last)
            self.end()
        else:
            start, end = page.selection(entry_id)
            place = paste.put(entries, Place(page.item_id, entry_id, start), end)
        window.go(place)
        window.say(f"{count_words(len(entries)).capitalize()} pasted")

    def _refuse(self) -> bool:
        if self._window.why_read_only:
            self._window.refuse()
        return bool(self._window.why_read_only)
