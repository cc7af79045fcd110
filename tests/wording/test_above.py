"""What the entries above say about the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.meeting.entries import Entry, EntryKind, question_is_open
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.wording.above import START, above_of, speaker_of

K = EntryKind


def test_above_the_first_entry_nothing_is_open_and_nobody_has_spoken():
    assert above_of(()) == START
    assert (START.asked, START.is_begun, START.last) == (False, False, None)


@given(st.lists(st.sampled_from(list(K)), max_size=30))
def test_a_question_is_open_for_the_words_when_it_is_for_the_record(kinds: list[EntryKind]):
    entries = [Entry(str(n), kind) for n, kind in enumerate(kinds)]
    assert above_of(entries).asked is question_is_open(entries)


@given(st.lists(st.sampled_from(list(K)), max_size=30))
def test_entry_by_entry_gives_what_all_together_give(kinds: list[EntryKind]):
    entries = [Entry(str(n), kind, f"Ms Roe{n} spoke.") for n, kind in enumerate(kinds)]
    above = START
    for entry in entries:
        above = above.then(entry)
    assert above == above_of(entries)


def test_who_reported_first_stays_a_teller_and_who_asked_first_a_member():
    entries = (
        Entry("a", K.NOTE, "Ms Roe presented the plan."),
        Entry("b", K.QUESTION, "Cllr Bey asked who drew it."),
        Entry("c", K.COMMENT, "Ms Roe thanked the printer."),
        Entry("d", K.RESPONSE, "Cllr Bey replied that he had."),
    )
    above = above_of(entries)
    assert (above.tellers, above.members) == ({"Roe"}, {"Bey"})


def test_comings_and_goings_change_nothing():
    above = START.then(Entry("a", K.QUESTION, "Who drew it?"))
    assert above.then(Entry("b", K.ARRIVAL, "Ms Roe joined the meeting.")) == above


@pytest.mark.parametrize(
    ("lead_in", "listed"),
    [
        ("Members raised the following points:", K.COMMENT),
        ("In discussion the following issues were raised:", K.COMMENT),
        ("The Head of Piers made the following points:", K.NOTE),
        ("The following amendments were made:", K.NOTE),
        ("The following replies were given:", K.RESPONSE),
        ("The pier has:", None),
    ],
)
def test_a_lead_in_tells_what_its_list_has_in_it(lead_in: str, listed: EntryKind | None):
    above = START.then(Entry("a", K.LEAD_IN, lead_in))
    assert above.listed is listed
    assert above.then(Entry("b", K.COMMENT, "It was long.")).listed is listed
    assert above.then(Entry("b", K.RESOLUTION, "That it be noted.")).listed is None


@pytest.mark.parametrize(
    ("words", "surname"),
    [
        ("Ms Roe said so.", "Roe"),
        ("Councillor Ada Wren said so.", "Wren"),
        ("Ada said so.", "Ada"),
        ("She said so.", ""),
        ("The Head of Piers said so.", ""),
        ("", ""),
    ],
)
def test_a_speaker_is_known_by_surname(words: str, surname: str):
    assert speaker_of(words) == surname


def test_far_up_an_item_nobody_is_remembered():
    first = Entry("a", K.NOTE, "Ms Roe presented the plan.")
    rest = [Entry(str(n), K.RESOLUTION, "That it be noted.") for n in range(40)]
    above = above_of([first, *rest])
    assert not above.tellers
    assert above.is_begun


def test_a_recorded_speaker_counts_where_the_words_name_nobody():
    lists = (Attendance(Person("1", "Cllr Ada Finch"), Standing.PRESENT),)
    asked = Entry("a", K.QUESTION, "Why was it shut?", speaker=Mention("1"))
    unlisted = Entry("b", K.COMMENT, "It was long.", speaker=Mention(words="Mr Tom Lea"))
    assert above_of([asked, unlisted], lists).members == {"Finch", "Lea"}
