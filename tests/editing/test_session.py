"""The session: apply, undo, redo, bursts of typing, and who is told."""

import pytest
from meetings import item_with
from msgspec.structs import replace

from clerkapp.editing.history import Place
from clerkapp.editing.session import IDLE_SECONDS, LONGEST_SECONDS, Change, MeetingSession
from clerkapp.editing.typing import likely_kind, type_words
from clerkapp.meeting import edits
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import AgendaItem, Meeting, entry_of
from clerkapp.meeting.people import Attendance, Person, Standing
from clerkapp.notation.marks import KIND_OF


class Clock:
    """A clock that a test sets."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def started(text: str = "") -> tuple[MeetingSession, list[Meeting], Clock]:
    kept: list[Meeting] = []
    clock = Clock()
    meeting = item_with(Entry("a", EntryKind.NOTE, text), Entry("b", EntryKind.NOTE))
    return MeetingSession(meeting, kept.append, clock), kept, clock


def type_in(session: MeetingSession, text: str, entry: str = "a") -> None:
    session.apply(lambda m: edits.set_text(m, entry, text), "typing", burst=f"text {entry}")


def text(session: MeetingSession, entry: str = "a") -> str:
    return entry_of(session.meeting, entry)[1].text


def test_every_change_is_handed_over_at_once():
    session, kept, _ = started()
    type_in(session, "A")
    assert kept == [session.meeting]
    session.undo()
    session.redo()
    session.save()
    assert kept[1].items[0].entries[0].text == ""
    assert kept[2] is kept[3] is session.meeting


def test_an_edit_that_changes_nothing_is_no_step():
    session, kept, _ = started("A")
    assert not session.apply(lambda m: edits.set_text(m, "a", "A"), "typing")
    assert not session.apply(edits_that_rebuild, "nothing")
    assert (kept, session.undo_label) == ([], "")


def edits_that_rebuild(meeting: Meeting) -> Meeting:
    return Meeting(meeting.id, meeting.heading, meeting.attendance, tuple(meeting.items))


def test_a_burst_of_typing_is_one_step():
    session, _, clock = started()
    for words in ("M", "Me", "Mem"):
        type_in(session, words)
        clock.now += 0.2
    session.undo()
    assert text(session) == ""
    session.redo()
    assert text(session) == "Mem"


def test_a_pause_another_entry_or_leaving_it_ends_a_burst():
    session, _, clock = started()
    type_in(session, "A")
    clock.now += IDLE_SECONDS + 0.1
    type_in(session, "AB")
    type_in(session, "x", "b")
    type_in(session, "ABC")
    session.end_burst()
    type_in(session, "ABCD")
    seen = []
    while session.undo():
        seen.append((text(session), text(session, "b")))
    assert seen == [("ABC", "x"), ("AB", "x"), ("AB", ""), ("A", ""), ("", "")]


def test_a_burst_never_takes_more_than_a_few_words_away():
    session, _, clock = started()
    for n in range(200):
        type_in(session, "x" * (n + 1))
        clock.now += 0.1
    session.undo()
    assert len(text(session)) >= 200 - LONGEST_SECONDS / 0.1 - 2


def test_typing_after_an_undo_is_a_new_step_and_forgets_the_undone():
    session, _, _ = started()
    type_in(session, "A")
    session.undo()
    type_in(session, "B")
    assert session.redo() is None
    assert session.undo().label == "typing"
    assert session.undo() is None


def test_a_step_says_what_it_undid_and_where_the_clerk_was():
    session, _, _ = started("A")
    place = Place("i", "a", 1)
    session.apply(lambda m: edits.remove_entry(m, "b"), "delete the entry", place=place)
    assert (session.undo_label, session.redo_label) == ("delete the entry", "")
    heard: list[Change] = []
    stop = session.subscribe(heard.append)
    step = session.undo()
    assert step.place == place
    assert heard[0].label == "Undo: delete the entry"
    assert heard[0].undone is step
    assert session.redo_label == "delete the entry"
    stop()
    session.redo()
    assert len(heard) == 1


def test_listeners_are_told_who_made_the_change():
    session, _, _ = started()
    heard: list[Change] = []
    session.subscribe(heard.append)
    session.apply(lambda m: edits.set_text(m, "a", "x"), "typing", origin="row")
    (change,) = heard
    assert (change.origin, change.label) == ("row", "typing")
    assert change.after is session.meeting
    assert change.before is not change.after


def test_a_listener_may_stop_listening_while_it_is_told():
    session, _, _ = started()
    heard = []

    def once(change: Change) -> None:
        heard.append(change)
        stop()

    stop = session.subscribe(once)
    session.subscribe(heard.append)
    type_in(session, "A")
    type_in(session, "AB")
    assert len(heard) == 3


# Typing


def guessed(*marks: str) -> Meeting:
    kinds = [Entry(str(n), KIND_OF[mark], settled=False) for n, mark in enumerate(marks)]
    return item_with(*kinds)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Members asked why.", EntryKind.QUESTION),
        ("The Head of Finance advised that", EntryKind.RESPONSE),
        ("The bri", EntryKind.RESPONSE),
        ("RESOLVED", EntryKind.RESOLUTION),
    ],
)
def test_opening_words_decide_the_kind_of_an_unsettled_entry(words: str, kind: EntryKind):
    meeting = type_words(guessed("q", "r"), "1", words)
    entry = entry_of(meeting, "1")[1]
    assert (entry.kind, entry.text, entry.settled) == (kind, words, False)


def test_a_settled_kind_stays():
    meeting = edits.change_kind(guessed("q", "r"), "1", EntryKind.NOTE)
    meeting = type_words(meeting, "1", "Members asked why.")
    assert entry_of(meeting, "1")[1].kind is EntryKind.NOTE


def test_whoever_attends_as_an_officer_answers_while_the_words_are_typed():
    words, below = "Ms Roe commented that the bridge was old.", guessed("q", "n")
    officer = Attendance(Person("p", "Ms Jo Roe"), Standing.IN_ATTENDANCE)
    attended = replace(below, attendance=(officer,))
    assert entry_of(type_words(below, "1", words), "1")[1].kind is EntryKind.NOTE
    assert entry_of(type_words(attended, "1", words), "1")[1].kind is EntryKind.RESPONSE


def test_what_an_officer_tells_without_a_question_above_is_a_note():
    meeting = type_words(guessed("n", "n"), "1", "The Head of Finance advised that")
    assert entry_of(meeting, "1")[1].kind is EntryKind.NOTE


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("", EntryKind.NOTE),
        ("k", EntryKind.QUESTION),
        ("q", EntryKind.RESPONSE),
        ("qr", EntryKind.QUESTION),
        ("qra", EntryKind.QUESTION),
        ("m", EntryKind.VOTE),
        ("=", EntryKind.NOTE),
    ],
)
def test_the_likely_kind_follows_the_entry_above(above: str, kind: EntryKind):
    item = AgendaItem("i", entries=guessed(*above).items[0].entries)
    assert likely_kind(item, len(above)) is kind
