"""What one key does to the room: an entry, a correction of one, or a line of the roll."""

import datetime as dt

import pytest
from meetings import brookmere
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.room import Room
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.entries import EntryKind, Movement
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.meeting.presence import head_count
from clerkapp.meeting.proceedings import Proceeding, Step

NOW = dt.datetime(2026, 3, 5, 19, 42)  # noqa: DTZ001 — the clock on the wall of the room


class Desk:
    """A room, where the clerk is in it, and its people by a part of their names."""

    def __init__(self, meeting=None) -> None:
        self.capture = Capture(MeetingSession(meeting or brookmere(), lambda _: None),
                               now=lambda: NOW)  # fmt: skip
        self.room = Room(self.capture)
        self.go(1, 1)

    @property
    def meeting(self):
        return self.capture.session.meeting

    def go(self, item: int, entry: int) -> None:
        at = self.meeting.items[item]
        self.place = Place(at.id, at.entries[entry].id)

    def who(self, part: str) -> str:
        return next(a.person.id for a in self.meeting.attendance if part in a.person.name)

    def line(self, part: str) -> Attendance:
        return next(a for a in self.meeting.attendance if part in a.person.name)

    @property
    def kinds(self) -> list[str]:
        return [entry.kind.value for entry in self.meeting.items[1].entries]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_whoever_leaves_is_written_below_the_entry_in_hand_with_the_time(desk):
    assert desk.room.leaves(desk.place, desk.who("Marsden")) == ""
    entry = desk.meeting.items[1].entries[2]
    assert entry.kind is EntryKind.DEPARTURE
    assert entry.facts == Movement(Mention(desk.who("Marsden")))
    assert entry.time == dt.time(19, 42)
    assert desk.capture.session.undo_label == "Cllr A Marsden leaving"


def test_a_withdrawal_pressed_after_leaving_corrects_the_same_entry(desk):
    desk.room.leaves(desk.place, desk.who("Marsden"))
    count = len(desk.kinds)
    desk.go(1, 2)
    assert desk.room.leaves(desk.place, desk.who("Marsden"), for_interest=True) == ""
    assert len(desk.kinds) == count
    assert desk.meeting.items[1].entries[2].facts == Movement(Mention(desk.who("Marsden")), True)
    assert desk.who("Marsden") in desk.room.moment(desk.place).withdrawn


def test_nobody_leaves_twice_or_arrives_who_is_there(desk):
    desk.room.leaves(desk.place, desk.who("Marsden"))
    desk.go(1, 2)
    before = desk.meeting
    assert "not in the room" in desk.room.leaves(desk.place, desk.who("Marsden"))
    assert "already" in desk.room.arrives(desk.place, desk.who("Banerjee"))
    assert desk.meeting is before


def test_whoever_comes_later_arrives_and_counts(desk):
    before = head_count(desk.meeting, desk.room.moment(desk.place))
    desk.room.arrives(desk.place, desk.who("Okafor"))
    desk.go(1, 2)
    assert desk.meeting.items[1].entries[2].kind is EntryKind.ARRIVAL
    assert head_count(desk.meeting, desk.room.moment(desk.place)) == before + 1


def test_the_chair_is_handed_on_and_the_entry_corrected(desk):
    desk.room.takes_chair(desk.place, desk.who("Teale"))
    desk.go(1, 2)
    assert desk.room.moment(desk.place).chair == desk.who("Teale")
    count = len(desk.kinds)
    desk.room.takes_chair(desk.place, desk.who("Marsden"))
    assert len(desk.kinds) == count
    assert desk.room.moment(desk.place).chair == desk.who("Marsden")
    assert "not in the room" in desk.room.takes_chair(desk.place, desk.who("Okafor"))


def test_a_draft_stays_below_what_is_written(desk):
    item = desk.meeting.items[1]
    place = desk.capture.end_entry(item.entries[1].id, len(item.entries[1].text))
    desk.room.leaves(place, desk.who("Marsden"))
    shown = desk.capture.entries_shown(item.id)
    assert [entry.kind for entry in shown[1:4]][1] is EntryKind.DEPARTURE
    assert shown[3].id == place.entry_id
    assert desk.capture.is_draft(place.entry_id)


def test_closing_gives_the_heading_its_end_in_one_step(desk):
    desk.room.take_step(Step.CLOSED, desk.place)
    assert desk.meeting.heading.end == dt.time(19, 42)
    assert desk.room.why_not(Step.CLOSED, desk.place)
    desk.capture.undo()
    assert desk.meeting.heading.end is None
    assert Step.CLOSED not in [
        e.facts.step
        for i in desk.meeting.items
        for e in i.entries
        if isinstance(e.facts, Proceeding)
    ]


def test_only_what_was_adjourned_is_resumed(desk):
    assert desk.room.why_not(Step.RESUMED, desk.place)
    desk.room.take_step(Step.ADJOURNED, desk.place)
    desk.go(1, 2)
    assert desk.room.why_not(Step.RESUMED, desk.place) == ""
    assert desk.room.why_not(Step.ADJOURNED, desk.place)


def uncalled() -> Desk:
    meeting = brookmere()
    lines = tuple(
        replace(line, standing=Standing.EXPECTED) if line.standing is Standing.PRESENT else line
        for line in meeting.attendance
    )
    return Desk(replace(meeting, attendance=lines))


def test_everyone_present_leaves_those_alone_of_whom_something_is_known():
    desk = uncalled()
    desk.room.everyone_present(desk.place)
    assert desk.line("Marsden").standing is Standing.PRESENT
    assert desk.line("Okafor").standing is Standing.APOLOGIES
    desk.capture.undo()
    assert desk.line("Marsden").standing is Standing.EXPECTED


def test_in_the_first_item_an_expected_member_is_present_and_later_arrives():
    desk = uncalled()
    desk.go(0, 0)
    desk.room.arrives(desk.place, desk.who("Marsden"))
    assert desk.line("Marsden").standing is Standing.PRESENT
    desk.go(1, 1)
    desk.room.arrives(desk.place, desk.who("Teale"))
    assert desk.line("Teale").standing is Standing.EXPECTED
    assert "arrival" in desk.kinds


def test_a_reason_is_kept_until_the_member_is_there_after_all(desk):
    who = desk.who("Teale")
    desk.room.stands(desk.place, who, Standing.APOLOGIES)
    desk.room.gives_reason(desk.place, who, "  a  hospital appointment ")
    assert desk.line("Teale").reason == "a hospital appointment"
    desk.room.stands(desk.place, who, Standing.PRESENT, remote=True)
    assert (desk.line("Teale").reason, desk.line("Teale").remote) == ("", True)


def test_a_substitute_stands_below_the_member_who_is_away(desk):
    new = Attendance(Person("new", "Cllr M Rhodes"), Standing.PRESENT)
    desk.room.substitutes(desk.place, desk.who("Teale"), new)
    lines = [line.person.name for line in desk.meeting.attendance]
    assert lines[lines.index("Cllr R Teale") + 1] == "Cllr M Rhodes"
    assert desk.line("Rhodes").in_place_of == Mention(desk.who("Teale"))
    assert desk.line("Teale").standing is Standing.APOLOGIES


def test_the_roll_is_of_members(desk):
    before = desk.meeting
    assert desk.room.stands(desk.place, desk.who("Jo Ray"), Standing.ABSENT)
    assert desk.meeting is before
