"""The ledger: who was in the room at every moment, whatever was typed and corrected."""

import datetime as dt
import time
from statistics import median

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from clerkapp.meeting import edits
from clerkapp.meeting.entries import Entry, EntryKind, Movement
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem, Heading, Meeting, entries_of
from clerkapp.meeting.passings import passings
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.meeting.presence import (
    Moment,
    QuorumState,
    at_the_end,
    at_the_opening,
    head_count,
    ledger,
    moment_after,
    quorum_state,
    voters,
)
from clerkapp.meeting.proceedings import Proceeding, Step

LISTED = {
    "chair": ("Chair", Standing.PRESENT),
    "vice": ("Vice-chair", Standing.PRESENT),
    "ali": ("", Standing.PRESENT),
    "finch": ("", Standing.EXPECTED),
    "lund": ("", Standing.APOLOGIES),
    "sub": ("", Standing.SUBSTITUTE),
    "officer": ("Head of Legal", Standing.IN_ATTENDANCE),
}


def line(who: str, *, has_vote: bool = True) -> Attendance:
    post, standing = LISTED[who]
    return Attendance(Person(who, f"Cllr {who}", post), standing, has_vote=has_vote)


ROLL = tuple(map(line, LISTED))
ITEMS = ("1", "2", "3", "4")


def held(**entries: tuple[Entry, ...]) -> Meeting:
    """A meeting of four items that hold those entries: `_2` is the second."""
    items = (AgendaItem(i, f"Item {i}", entries=entries.get(f"_{i}", ())) for i in ITEMS)
    return Meeting("m", Heading(quorum=3), ROLL, tuple(items))


def came(who: str, entry_id: str = "") -> Entry:
    return Entry(entry_id or f"+{who}", EntryKind.ARRIVAL, facts=Movement(Mention(who)))


def left(who: str, entry_id: str = "", *, for_interest: bool = False) -> Entry:
    facts = Movement(Mention(who), for_interest)
    return Entry(entry_id or f"-{who}", EntryKind.DEPARTURE, facts=facts)


def declared(who: str, item_id: str = "", conduct: str = "left the room") -> Entry:
    facts = Declaration(Mention(who), "a lease", conduct, item_id)
    return Entry(f"i{who}{item_id}", EntryKind.DECLARATION, facts=facts)


def step(which: Step, who: str = "") -> Entry:
    facts = Proceeding(which, Mention(who) if who else None)
    return Entry(f"{which.value}{who}", EntryKind.PROCEDURE, facts=facts)


def spoke(who: str) -> Entry:
    return Entry(f"q{who}", EntryKind.QUESTION, "Why?", speaker=Mention(who))


def after(meeting: Meeting, item_id: str) -> Moment:
    """How things stand at the last entry of an item."""
    return [moment for moment in ledger(meeting) if moment.item_id == item_id][-1]


def test_at_the_opening_the_present_are_there_and_nothing_is_known_of_the_expected():
    now = at_the_opening(held())
    assert now.here == {"chair", "vice", "ali", "sub", "officer"}
    assert now.unheard == {"finch"}
    assert (now.chair, head_count(held(), now)) == ("chair", 4)


# Interests


@pytest.mark.parametrize(
    ("entries", "out_in"),
    [
        ({"_1": (declared("ali", "3"),)}, "3"),
        ({"_1": (declared("ali", "2"), declared("ali", "3"))}, "23"),
        ({"_2": (declared("ali"),)}, "2"),
        ({"_2": (left("ali", for_interest=True),)}, "2"),
        ({"_1": (declared("ali", "3"),), "_3": (left("ali"),)}, "3"),
        ({"_1": (declared("ali", "3"),), "_3": (came("ali"),)}, ""),
        ({"_2": (left("ali"),)}, "234"),
        ({"_1": (declared("ali", "3"),), "_2": (left("ali"),)}, "234"),
        ({"_2": (left("ali", for_interest=True), left("ali", "again"))}, "234"),
        ({"_1": (declared("ali", "3"),), "_3": (left("ali"), left("ali", "again"))}, "34"),
        ({"_2": (left("ali"),), "_3": (came("ali"),)}, "2"),
        ({"_2": (left("ali"), declared("ali"))}, "234"),
        ({"_1": (declared("ali", "3", "did not leave the room"),)}, ""),
        ({"_3": (declared("ali", "2"),)}, ""),
    ],
)
def test_whoever_withdraws_is_back_after_the_item_and_whoever_left_is_not(
    entries: dict[str, tuple[Entry, ...]], out_in: str
):
    meeting = held(**entries)
    assert "".join(i for i in ITEMS if "ali" not in after(meeting, i).here) == out_in


# The chair


@pytest.mark.parametrize(
    ("entries", "chairs"),
    [
        ((left("chair"),), ["vice"]),
        ((left("chair"), left("vice")), ["vice", ""]),
        ((left("chair"), came("chair")), ["vice", "chair"]),
        ((step(Step.CHAIR_HANDED_OVER, "ali"), left("ali")), ["ali", "chair"]),
        (
            (step(Step.CHAIR_HANDED_OVER, "ali"), left("vice"), came("vice")),
            ["ali", "ali", "ali"],
        ),
        (
            (step(Step.CHAIR_HANDED_OVER, "vice"), left("chair"), came("chair")),
            ["vice", "vice", "chair"],
        ),
        (
            (left("chair"), left("vice"), step(Step.CHAIR_HANDED_OVER, "ali"), came("vice")),
            ["vice", "", "ali", "vice"],
        ),
        ((step(Step.CHAIR_HANDED_OVER, "finch"),), ["finch"]),
        ((step(Step.CHAIR_HANDED_OVER, "lund"),), ["chair"]),
        ((step(Step.CHAIR_HANDED_OVER),), [""]),
    ],
)
def test_the_chair_is_taken_by_whoever_was_handed_it_or_by_post(
    entries: tuple[Entry, ...], chairs: list[str]
):
    assert [moment.chair for moment in ledger(held(_1=entries))[1 : len(entries) + 1]] == chairs


def test_a_chair_who_withdrew_for_an_item_presides_again_after_it():
    meeting = held(_2=(step(Step.CHAIR_HANDED_OVER, "ali"), declared("chair")))
    assert [after(meeting, i).chair for i in ITEMS] == ["chair", "ali", "chair", "chair"]


# Adjournment, and the roll


def test_in_an_adjournment_nobody_votes_and_whoever_withdrew_is_still_out_after_it():
    meeting = held(_1=(declared("ali"), step(Step.ADJOURNED), step(Step.RESUMED)))
    adjourned, resumed = (
        moment_after(meeting, each.value) for each in (Step.ADJOURNED, Step.RESUMED)
    )
    assert voters(meeting, adjourned) == ()
    assert [v.person.id for v in voters(meeting, resumed)] == ["chair", "vice", "sub"]
    assert head_count(meeting, adjourned) == 3


@pytest.mark.parametrize("entry", [spoke("finch"), came("finch"), declared("finch", "1", "stayed")])
def test_whoever_was_expected_and_takes_part_is_there(entry: Entry):
    moment = moment_after(held(_1=(entry,)), entry.id)
    assert "finch" in moment.here
    assert not moment.unheard


def test_whoever_was_expected_and_left_was_there_and_is_not():
    moment = at_the_end(held(_1=(left("finch"), spoke("finch"))))
    assert "finch" not in moment.here | moment.unheard


def test_whoever_sent_apologies_is_not_there_for_being_named_as_a_speaker():
    assert "lund" not in at_the_end(held(_1=(spoke("lund"),))).here


@pytest.mark.parametrize(
    ("gone", "state"),
    [
        ((), QuorumState.MET),
        (("ali",), QuorumState.BARE),
        (("ali", "vice"), QuorumState.UNKNOWN),  # Finch may be there
        (("ali", "vice", "finch"), QuorumState.LOST),
        (("officer",), QuorumState.MET),
    ],
)
def test_the_quorum_counts_members_and_waits_for_the_roll(
    gone: tuple[str, ...], state: QuorumState
):
    meeting = held(_1=tuple(map(left, gone)))
    assert quorum_state(meeting, at_the_end(meeting)) is state


def test_a_second_line_of_the_same_person_is_nobody_more():
    meeting = replace(held(), attendance=(*ROLL, line("ali")))
    assert head_count(meeting, at_the_opening(meeting)) == 4


# Corrections


def test_a_correction_is_the_same_as_typing_it_right_at_once():
    wrong = held(_1=(left("ali"),), _2=(left("vice"), spoke("finch")))
    mended = edits.send_entry(wrong, "-vice", "3")
    mended = edits.remove_entry(mended, "-ali")
    mended = edits.set_time(mended, "-vice", dt.time(20, 5))
    right = held(_2=(spoke("finch"),), _3=(replace(left("vice"), time=dt.time(20, 5)),))
    assert ledger(mended) == ledger(right)
    assert passings(mended, ledger(mended)) == passings(right, ledger(right))


# Whatever is typed

people = st.sampled_from(list(LISTED))
places = st.integers(0, 99)
acts = st.one_of(
    st.builds(came, people),
    st.builds(lambda who, interest: left(who, for_interest=interest), people, st.booleans()),
    st.builds(declared, people, st.sampled_from(("", *ITEMS)), st.sampled_from(("left", "stayed"))),
    st.builds(step, st.sampled_from(Step), people),
    st.builds(spoke, people),
)


class AnyMeeting(RuleBasedStateMachine):
    """A clerk who types, deletes, moves and corrects in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.meeting = held()
        self.typed = 0

    def entry_at(self, place: int) -> str | None:
        ids = [entry.id for _, entry in entries_of(self.meeting)]
        return ids[place % len(ids)] if ids else None

    @rule(act=acts, item=st.sampled_from(ITEMS), place=st.none() | places)
    def types(self, act: Entry, item: str, place: int | None):
        self.typed += 1
        self.meeting = edits.add_entry(
            self.meeting, item, replace(act, id=f"e{self.typed}"), at=place
        )

    @rule(place=places)
    def deletes(self, place: int):
        if entry := self.entry_at(place):
            self.meeting = edits.remove_entry(self.meeting, entry)

    @rule(place=places, item=st.sampled_from(ITEMS))
    def sends_to_another_item(self, place: int, item: str):
        if entry := self.entry_at(place):
            self.meeting = edits.send_entry(self.meeting, entry, item)

    @rule(place=places, kind=st.sampled_from((EntryKind.ARRIVAL, EntryKind.DEPARTURE)))
    def changes_the_kind(self, place: int, kind: EntryKind):
        if entry := self.entry_at(place):
            self.meeting = edits.change_kind(self.meeting, entry, kind)

    @rule(item=st.sampled_from(ITEMS), place=places)
    def takes_an_item_out_of_order(self, item: str, place: int):
        self.meeting = edits.move_item(self.meeting, item, place)

    @rule(who=people, standing=st.sampled_from(Standing), has_vote=st.booleans())
    def calls_the_roll(self, who: str, standing: Standing, has_vote: bool):
        lines = (
            replace(each, standing=standing, has_vote=has_vote) if each.person.id == who else each
            for each in self.meeting.attendance
        )
        self.meeting = edits.set_attendance(self.meeting, tuple(lines))

    @invariant()
    def nobody_is_twice_in_the_room_and_nobody_outside_votes(self):
        for moment in (at_the_opening(self.meeting), *ledger(self.meeting)):
            assert not moment.here & moment.withdrawn
            assert not moment.unheard & (moment.here | moment.withdrawn)
            assert moment.chair in {*moment.here, ""}
            voting = [each.person.id for each in voters(self.meeting, moment)]
            assert len(voting) == len(set(voting)) <= head_count(self.meeting, moment)
            assert set(voting) <= moment.here
            assert "officer" not in voting or self.standing("officer") is not Standing.IN_ATTENDANCE

    def standing(self, who: str) -> Standing:
        return next(e.standing for e in self.meeting.attendance if e.person.id == who)

    @invariant()
    def the_head_count_is_the_sum_of_events(self):
        counted = {
            each.person.id
            for each in self.meeting.attendance
            if each.has_vote and each.standing not in (Standing.IN_ATTENDANCE, Standing.GUEST)
        }
        before = at_the_opening(self.meeting)
        count = head_count(self.meeting, before)
        for moment in ledger(self.meeting):
            count += len((moment.here - before.here) & counted)
            count -= len((before.here - moment.here) & counted)
            assert head_count(self.meeting, moment) == count
            before = moment

    @invariant()
    def what_is_not_said_yet_changes_nothing_before_it(self):
        whole = ledger(self.meeting)
        for items in range(len(self.meeting.items)):
            part = ledger(replace(self.meeting, items=self.meeting.items[: items + 1]))
            assert part == whole[: len(part)]

    @invariant()
    def comings_and_goings_give_the_room(self):
        """Those noted in the minutes, and those expected who took part, make up the ledger."""
        by_opening = at_the_opening(self.meeting)
        here = set(by_opening.here)
        for each in passings(self.meeting, ledger(self.meeting)):
            (here.add if each.joined else here.discard)(each.person_id)
        assert here - by_opening.unheard == at_the_end(self.meeting).here - by_opening.unheard

    @invariant()
    def typing_it_right_at_once_is_the_same(self):
        fresh = replace(
            self.meeting, items=tuple(replace(item, entries=()) for item in self.meeting.items)
        )
        for item, entry in entries_of(self.meeting):
            fresh = edits.add_entry(fresh, item.id, entry)
        assert ledger(fresh) == ledger(self.meeting)


AnyMeeting.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestAnyMeeting = AnyMeeting.TestCase


def test_the_ledger_grows_no_faster_than_the_meeting():
    every = (came("lund"), left("lund"), spoke("finch"), declared("ali"), step(Step.ADJOURNED))
    entries = tuple(replace(every[n % 5], id=f"e{n}") for n in range(500))
    short = held(_1=entries[:25], _2=entries[25:50])
    long = held(_1=entries[:250], _2=entries[250:])
    ratios = [_seconds(long) / _seconds(short) for _ in range(15)]
    assert median(ratios) < 30  # of ten times as many entries; the square would be a hundred


def _seconds(meeting: Meeting) -> float:
    start = time.perf_counter()
    ledger(meeting)
    return time.perf_counter() - start
