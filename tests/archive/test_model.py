"""Random edits, undo, redo, save and reload: the disk equals memory, and undo finds the start."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from meetings import dates, meetings, texts
from own_keys import KEYS

from clerkapp.archive.archive import Archive
from clerkapp.editing.session import MeetingSession
from clerkapp.editing.typing import type_words
from clerkapp.meeting import edits
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import AgendaItem, Meeting, SupportingDocument, entries_of
from clerkapp.meeting.people import Mention

places = st.integers(0, 8)


class OneMeeting(RuleBasedStateMachine):
    """A clerk at work on one meeting, with crashes of the window between."""

    @initialize(meeting=meetings())
    def start(self, meeting: Meeting) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.archive = Archive(Path(self.folder.name) / "archive.db", KEYS)
        self.first = meeting
        self.archive.add(meeting)
        self.now = 0.0
        self.session = MeetingSession(meeting, self.archive.keep, lambda: self.now)

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            while self.session.undo():
                pass
            assert self.session.meeting == self.first
            self.archive.close()
            self.folder.cleanup()

    def item(self, place: int) -> str:
        items = self.session.meeting.items
        return items[place % len(items)].id

    def entry(self, place: int) -> str:
        held = [entry.id for _, entry in entries_of(self.session.meeting)]
        return held[place % len(held)]

    def has_items(self) -> bool:
        return bool(self.session.meeting.items)

    def has_entries(self) -> bool:
        return next(entries_of(self.session.meeting), None) is not None

    @rule(title=texts, at=places)
    def add_item(self, title: str, at: int) -> None:
        item = AgendaItem(new_id(), " ".join(title.split()))
        at = at % (len(self.session.meeting.items) + 1)
        self.session.apply(lambda m: edits.add_item(m, item, at), "add an item")

    @precondition(has_items)
    @rule(which=places, to=places)
    def move_item(self, which: int, to: int) -> None:
        item = self.item(which)
        self.session.apply(lambda m: edits.move_item(m, item, to), "move the item")

    @precondition(has_items)
    @rule(which=places)
    def remove_item(self, which: int) -> None:
        item = self.item(which)
        self.session.apply(lambda m: edits.remove_item(m, item), "delete the item")

    @precondition(has_items)
    @rule(which=places, title=texts)
    def change_item(self, which: int, title: str) -> None:
        item = self.item(which)
        papers = (SupportingDocument("Report"),)
        self.session.apply(lambda m: edits.rename_item(m, item, title), "rename the item")
        self.session.apply(lambda m: edits.set_documents(m, item, papers), "papers")
        self.session.apply(lambda m: edits.set_item_exempt(m, item, Exempt("3")), "exempt")

    @precondition(has_items)
    @rule(which=places, at=places, kind=st.sampled_from(EntryKind))
    def add_entry(self, which: int, at: int, kind: EntryKind) -> None:
        item = self.item(which)
        entry = Entry(new_id(), kind, settled=False)
        held = next(i for i in self.session.meeting.items if i.id == item).entries
        at = at % (len(held) + 1)
        self.session.apply(lambda m: edits.add_entry(m, item, entry, at), "add an entry")

    @precondition(has_entries)
    @rule(which=places, words=texts, pause=st.sampled_from([0.1, 3.0]))
    def type(self, which: int, words: str, pause: float) -> None:
        entry = self.entry(which)
        self.now += pause
        self.session.apply(lambda m: type_words(m, entry, words), "typing", burst=entry)

    @precondition(has_entries)
    @rule(which=places, to=places)
    def move_entry(self, which: int, to: int) -> None:
        entry = self.entry(which)
        self.session.apply(lambda m: edits.move_entry(m, entry, to), "move the entry")

    @precondition(has_entries)
    @rule(which=places, item=places)
    def send_entry(self, which: int, item: int) -> None:
        entry, there = self.entry(which), self.item(item)
        self.session.apply(lambda m: edits.send_entry(m, entry, there), "send the entry")

    @precondition(has_entries)
    @rule(which=places, at=places)
    def split_entry(self, which: int, at: int) -> None:
        entry, rest = self.entry(which), Entry(new_id(), EntryKind.NOTE)
        self.session.apply(lambda m: edits.split_entry(m, entry, at, rest), "split the entry")

    @precondition(has_entries)
    @rule(which=places)
    def join_entry(self, which: int) -> None:
        entry = self.entry(which)
        self.session.apply(lambda m: edits.join_entry(m, entry), "join the entries")

    @precondition(has_entries)
    @rule(which=places, kind=st.sampled_from(EntryKind))
    def change_kind(self, which: int, kind: EntryKind) -> None:
        entry = self.entry(which)
        self.session.apply(lambda m: edits.change_kind(m, entry, kind), "change the kind")

    @precondition(has_entries)
    @rule(which=places, due=dates)
    def set_action(self, which: int, due) -> None:
        entry, action = self.entry(which), ActionPoint(Mention(words="Clerk"), due)
        self.session.apply(lambda m: edits.set_facts(m, entry, action), "set the owner")

    @precondition(has_entries)
    @rule(which=places)
    def remove_entry(self, which: int) -> None:
        entry = self.entry(which)
        self.session.apply(lambda m: edits.remove_entry(m, entry), "delete the entry")

    @precondition(lambda self: self.session.meeting.attendance)
    @rule(which=places)
    def remove_person(self, which: int) -> None:
        lines = self.session.meeting.attendance
        kept = tuple(line for line in lines if line is not lines[which % len(lines)])
        self.session.apply(lambda m: edits.set_attendance(m, kept), "change the list")

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def reload(self) -> None:
        self.session.save()
        assert self.archive.settle()
        path = self.archive.path
        self.archive.close()
        self.archive = Archive(path, KEYS)
        assert self.archive.read(self.first.id) == self.session.meeting
        self.session._keep = self.archive.keep

    @invariant()
    def the_disk_equals_memory(self) -> None:
        if hasattr(self, "archive"):
            assert self.archive.settle()
            assert self.archive.read(self.first.id) == self.session.meeting


OneMeeting.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestOneMeeting = OneMeeting.TestCase
