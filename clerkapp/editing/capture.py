"""What each key of the window does to the open meeting, and where the cursor then stands."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from clerkapp.editing.difference import place_after, place_before
from clerkapp.editing.draft import Draft, Turn
from clerkapp.editing.history import Place, Step
from clerkapp.editing.session import MeetingSession
from clerkapp.editing.typing import announced, likely_kind, short_key, turn_by_key, type_words
from clerkapp.meeting import edits
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import Entry, EntryKind, present_facts, tells_by_facts
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.ids import NewId, new_id
from clerkapp.meeting.meeting import AgendaItem, Meeting, entry_of, item_of
from clerkapp.meeting.numbering import number_of


class Capture:
    """The clerk's hands on one session. Every method that moves the cursor says where to.

    The window keeps nothing of a meeting itself: it shows `entries_shown` and calls these. `now`
    tells the wall clock, for the times beside the entries.
    """

    def __init__(
        self,
        session: MeetingSession,
        make_id: NewId = new_id,
        now: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        self.session = session
        self.draft: Draft | None = None
        self._make_id = make_id
        self._now = now

    # What is shown

    def entries_shown(self, item_id: str) -> tuple[Entry, ...]:
        """The entries of an item in order, the draft among them."""
        entries = item_of(self.session.meeting, item_id).entries
        draft = self.draft
        if draft is None or draft.item_id != item_id:
            return entries
        if any(entry.id == draft.entry.id for entry in entries):
            return entries
        return (*entries[: draft.place], draft.entry, *entries[draft.place :])

    def is_draft(self, entry_id: str) -> bool:
        """Whether that entry is shown but not yet in the record."""
        draft = self.draft
        return bool(draft and draft.entry.id == entry_id and self._find(entry_id) is None)

    def enter_item(self, item_id: str) -> Place:
        """Goes to an item: to the end of its last words, or to a draft where nothing is typed."""
        entries = item_of(self.session.meeting, item_id).entries
        if not entries or tells_by_facts(entries[-1]):
            return self._open_draft(item_id, len(entries))
        return Place(item_id, entries[-1].id, len(entries[-1].text))

    def drop_draft(self) -> bool:
        """Takes away a draft in which nothing was typed; whether there was one."""
        had, self.draft = self.draft, None
        return had is not None

    # Words

    def write(self, entry_id: str, text: str, origin: object = None) -> bool:
        """Takes in what is now typed in the entry; whether a short key turned into a kind.

        The first words of a draft put it into the record.
        """
        entry = self._shown(entry_id)[1]
        had = entry.text
        if not text and self.is_draft(entry_id):
            return False
        place = self._place(entry_id, len(had))
        burst = f"words of {entry_id}"

        def written(meeting: Meeting) -> Meeting:
            return type_words(self._begun(meeting, entry_id), entry_id, text)

        self.session.apply(written, "typing", burst=burst, place=place, origin=origin)
        self._let_go_of_draft()
        kind = short_key(text)
        if kind is None or len(had) >= len(text) or present_facts(entry) is not None:
            return False
        turned = partial(turn_by_key, entry_id=entry_id, text=text)
        return self.session.apply(
            turned, f"{text.strip()} for {kind}", place=self._place(entry_id, len(text))
        )

    def leave(self) -> None:
        """Ends a burst of typing: the entry was left, or the cursor set elsewhere."""
        self.session.end_burst()

    def end_entry(self, entry_id: str, cursor: int) -> Place:
        """Enter: a new entry below the last word or above the first, a split between them.

        An empty entry that is there already serves as the new one.
        """
        item_id, entry = self._shown(entry_id)
        before, after = entry.text[:cursor].strip(), entry.text[cursor:].strip()
        if not before and not after and entry.facts is None:
            return Place(item_id, entry_id)
        if before and after:
            return self._split(entry, cursor)
        shown = self.entries_shown(item_id)
        at = shown.index(entry)
        beside = shown[at - 1 : at] if after else shown[at + 1 : at + 2]
        if beside and _is_blank(beside[0]):
            return Place(item_id, beside[0].id)
        entries = item_of(self.session.meeting, item_id).entries
        return self._open_draft(item_id, entries.index(entry) + (0 if after else 1))

    def _split(self, entry: Entry, cursor: int) -> Place:
        self.draft = None
        holder, words = entry_of(self.session.meeting, entry.id)[0], entry.text[cursor:].lstrip()
        place = holder.entries.index(entry) + 1
        likely = likely_kind(holder, place)
        opening = "" if words[:1].islower() else words  # a sentence that goes on announces nothing
        kind = announced(opening, holder.entries[:place], self.session.meeting.attendance) or (
            entry.kind if entry.kind is not EntryKind.QUESTION else likely
        )
        rest = Entry(self._make_id(), kind, time=self.time_now(), settled=False)
        self._apply(partial(edits.split_entry, entry_id=entry.id, at=cursor, rest=rest),
                    "the split", self._place(entry.id, cursor))  # fmt: skip
        return Place(holder.id, rest.id)

    def join_above(self, entry_id: str) -> Place | None:
        """Backspace at the start: the words go to the end of the entry above.

        An entry without words just goes. None where there is nothing above to join.
        """
        item_id, entry = self._shown(entry_id)
        shown = self.entries_shown(item_id)
        at = shown.index(entry)
        if _is_blank(entry) and len(shown) > 1:
            near = shown[at - 1] if at else shown[1]
            self._remove(entry, "the empty entry")
            return Place(item_id, near.id, len(near.text) if at else 0)
        if at == 0 or self.is_draft(shown[at - 1].id):
            return None
        above = shown[at - 1]
        cursor = len(edits.join_words(above.text, entry.text)) - len(entry.text.lstrip())
        self._apply(
            partial(edits.join_entry, entry_id=entry_id), "the join", self._place(entry_id, 0)
        )
        return Place(item_id, above.id, cursor)

    def join_below(self, entry_id: str) -> Place | None:
        """Delete at the end: the words of the entry below come up to this one."""
        item_id, entry = self._shown(entry_id)
        shown = self.entries_shown(item_id)
        at = shown.index(entry)
        if at + 1 == len(shown) or self.is_draft(entry_id):
            return None
        return self.join_above(shown[at + 1].id)

    # Entries

    def set_kind(self, entry_id: str, kind: EntryKind) -> None:
        """Fixes the kind for good, of a draft too."""
        label = f"the change to {kind}"
        if self._choose(entry_id, label, kind=kind, settled=True):
            return
        change = partial(edits.change_kind, entry_id=entry_id, kind=kind)
        self._apply(change, label, self._place(entry_id))

    def move(self, entry_id: str, by: int) -> Place:
        """Moves the entry up (-1) or down (1) within its item."""
        found = self._find(entry_id)
        if found:
            to = found[0].entries.index(found[1]) + by
            move = partial(edits.move_entry, entry_id=entry_id, to=to)
            self._apply(move, "the move", self._place(entry_id))
        return self._place(entry_id)

    def send(self, entry_id: str, item_id: str) -> Place:
        """Sends the entry to the end of another item; the cursor stays in this one."""
        here, entry = self._shown(entry_id)
        if self.is_draft(entry_id) or here == item_id:
            return self._place(entry_id)
        near = self._neighbour(here, entry)
        number = number_of(self.session.meeting, item_of(self.session.meeting, item_id))
        send = partial(edits.send_entry, entry_id=entry_id, item_id=item_id)
        self._apply(send, f"sending the entry to item {number}", self._place(entry_id))
        return near or self.enter_item(here)

    def delete(self, entry_id: str) -> Place:
        """Deletes the entry; the cursor goes to the one that takes its place."""
        item_id, entry = self._shown(entry_id)
        near = self._neighbour(item_id, entry)
        self._remove(entry, "deleting the entry")
        return near or self.enter_item(item_id)

    def set_time(self, entry_id: str, time: dt.time | None) -> None:
        """Puts another time beside the entry, of a draft too; None for none."""
        if not self._choose(entry_id, "the time", time=time):
            edit = partial(edits.set_time, entry_id=entry_id, time=time)
            self.edit_entry(entry_id, edit, "the time")

    def edit_entry(self, entry_id: str, edit: Edit, label: str, burst: str = "") -> bool:
        """Makes `edit`, of an entry that may still be a draft, as one step; whether it changed.

        Edits of the same `burst`, one after another, are one step together.
        """

        def edited(meeting: Meeting) -> Meeting:
            return edit(self._begun(meeting, entry_id))

        if not burst:
            self.session.end_burst()
        changed = self.session.apply(edited, label, burst=burst, place=self._place(entry_id))
        self._let_go_of_draft()
        return changed

    def add_below(self, entry_id: str, entry: Entry, label: str) -> Place:
        """Puts `entry`, with an id and the time of day, below that entry, as one step."""
        holder, above = entry_of(self.session.meeting, entry_id)
        self.draft = None
        new = replace(entry, id=self._make_id(), time=self.time_now())
        at = holder.entries.index(above) + 1
        add = partial(edits.add_entry, item_id=holder.id, entry=new, at=at)
        self._apply(add, label, self._place(entry_id))
        return Place(holder.id, new.id, len(new.text))

    def entry_shown(self, entry_id: str) -> Entry:
        """The entry as shown, a draft too; KeyError where it is not shown."""
        return self._shown(entry_id)[1]

    def fresh_entry(self, kind: EntryKind, text: str) -> Entry:
        """A new entry of that kind for good, with the present time; it is in no item yet."""
        return Entry(self._make_id(), kind, text, self.time_now())

    # Items

    def add_item(self, title: str, at: int | None = None) -> str:
        """Adds an item of business; its id."""
        item = AgendaItem(self._make_id(), title)
        self._apply(partial(edits.add_item, item=item, at=at), "the new item", None)
        return item.id

    def rename_item(self, item_id: str, title: str) -> None:
        """Gives the item another title; what is typed without a pause is one step to undo."""
        edit = partial(edits.rename_item, item_id=item_id, title=title)
        self.session.apply(edit, "the title", burst=f"title of {item_id}")

    def describe_item(self, item_id: str, item: AgendaItem, place: Place | None = None) -> None:
        """Gives the item everything of `item` but its entries; `place` is where one is."""
        edit = partial(edits.describe_item, item_id=item_id, described=item)
        self._apply(edit, "the details of the item", place)

    def bring_back(self, entry_id: str, text: str) -> Place:
        """Gives the entry an earlier wording again, as a new step."""
        edit = partial(edits.set_text, entry_id=entry_id, text=text)
        self._apply(edit, "the earlier wording", self._place(entry_id))
        return self._place(entry_id)

    def set_exempt(self, entry_id: str, exempt: Exempt | None) -> None:
        """Keeps the entry from the public, a draft too, or opens it to them again."""
        if not self._choose(entry_id, "the exemption", exempt=exempt) and self._find(entry_id):
            edit = partial(edits.set_entry_exempt, entry_id=entry_id, exempt=exempt)
            self._apply(edit, "the exemption", self._place(entry_id))

    def move_item(self, item_id: str, by: int, place: Place | None = None) -> None:
        """Moves the item up (-1) or down (1) the agenda; `place` is where one is."""
        items = self.session.meeting.items
        to = items.index(item_of(self.session.meeting, item_id)) + by
        if 0 <= to < len(items):
            move = partial(edits.move_item, item_id=item_id, to=to)
            self._apply(move, "moving the item", place)

    def remove_item(self, item_id: str) -> None:
        """Deletes the item with its entries."""
        self._apply(partial(edits.remove_item, item_id=item_id), "deleting the item", None)

    # Undo

    def undo(self) -> tuple[Step, Place | None] | None:
        """Takes the last step back: the step, and where the clerk was before it."""
        return self._turned(Draft.undone) or self._through(self.session.undo, place_before)

    def redo(self) -> tuple[Step, Place | None] | None:
        """Does the last undone step again: the step, and where it changed something."""
        return self._turned(Draft.redone) or self._through(self.session.redo, place_after)

    @property
    def can_undo(self) -> bool:
        """Whether `undo` would take something back."""
        return bool(self._choice(Draft.undone) or self.session.undo_label)

    @property
    def can_redo(self) -> bool:
        """Whether `redo` would do something again."""
        return bool(self._choice(Draft.redone) or self.session.redo_label)

    def _choice(self, way: Turn) -> tuple[Step, Draft] | None:
        return way(self.draft, self.session.meeting) if self.draft else None

    def _turned(self, way: Turn) -> tuple[Step, Place | None] | None:
        """Undoes or redoes what was chosen for the draft, which stays where it is."""
        step, self.draft = self._choice(way) or (None, self.draft)
        return (step, step.place) if step else None

    def _through(
        self, go: Callable[[], Step | None], where: Callable[[Step], Place | None]
    ) -> tuple[Step, Place | None] | None:
        """Undoes or redoes. A draft goes, but one stays where nothing is done: it is typed into."""
        draft, self.draft = self.draft, None
        step = go()
        if step is None:
            self.draft = draft
            return None
        return step, self._known(where(step) or (Place(draft.item_id) if draft else None))

    # Within

    def _choose(self, entry_id: str, label: str, **chosen: object) -> bool:
        """Makes the draft another, where the entry is the draft; whether it is."""
        draft = self.draft
        if draft is None or not self.is_draft(entry_id):
            return False
        entry = replace(draft.entry, **chosen)
        if entry != draft.entry:
            self.draft = draft.chosen(entry, label, self.session.meeting)
        return True

    def _apply(self, edit: Edit, label: str, place: Place | None) -> bool:
        self.session.end_burst()
        return self.session.apply(edit, label, place=place)

    def _remove(self, entry: Entry, label: str) -> None:
        if self.is_draft(entry.id):
            self.draft = None
            return
        remove = partial(edits.remove_entry, entry_id=entry.id)
        self._apply(remove, label, self._place(entry.id))

    def _neighbour(self, item_id: str, entry: Entry) -> Place | None:
        """The entry below `entry`, else the one above; None where it stands alone."""
        shown = self.entries_shown(item_id)
        at = shown.index(entry)
        rest = (*shown[at + 1 :], *reversed(shown[:at]))
        return Place(item_id, rest[0].id, len(rest[0].text)) if rest else None

    def _open_draft(self, item_id: str, place: int) -> Place:
        item = item_of(self.session.meeting, item_id)
        entry = Entry(self._make_id(), likely_kind(item, place), settled=False)
        self.draft = Draft(item_id, place, entry)
        return Place(item_id, entry.id)

    def _begun(self, meeting: Meeting, entry_id: str) -> Meeting:
        """`meeting` with the draft in the record, where the entry is the draft."""
        draft = self.draft
        if draft is None or not self.is_draft(entry_id):
            return meeting
        started = replace(draft.entry, time=draft.entry.time or self.time_now())
        return edits.add_entry(meeting, draft.item_id, started, draft.place)

    def _let_go_of_draft(self) -> None:
        """Forgets a draft that is now in the record: it must not show again when it is deleted."""
        if self.draft and not self.is_draft(self.draft.entry.id):
            self.draft = None

    def _find(self, entry_id: str) -> tuple[AgendaItem, Entry] | None:
        try:
            return entry_of(self.session.meeting, entry_id)
        except KeyError:
            return None

    def _shown(self, entry_id: str) -> tuple[str, Entry]:
        """The item and the entry as shown, the draft included; KeyError where it is not shown."""
        if self.draft and self.is_draft(entry_id):
            return self.draft.item_id, self.draft.entry
        item, entry = entry_of(self.session.meeting, entry_id)
        return item.id, entry

    def _place(self, entry_id: str, cursor: int | None = None) -> Place:
        item_id, entry = self._shown(entry_id)
        return Place(item_id, entry_id, len(entry.text) if cursor is None else cursor)

    def _known(self, place: Place | None) -> Place | None:
        """`place` if it is still there, else its item, else None."""
        if place is None or all(item.id != place.item_id for item in self.session.meeting.items):
            return None
        return place if self._find(place.entry_id) else self.enter_item(place.item_id)

    def time_now(self) -> dt.time | None:
        """The time of day for the minutes; None while a past meeting is written up."""
        now, date = self._now(), self.session.meeting.heading.date
        return now.time().replace(second=0, microsecond=0) if date in (None, now.date()) else None


def _is_blank(entry: Entry) -> bool:
    return not entry.text and entry.facts is None
