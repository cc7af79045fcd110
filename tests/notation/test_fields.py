"""The details of a meeting as the fields of a form, and back."""

import pytest
from hypothesis import given
from meetings import brookmere, meetings
from msgspec.structs import replace

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.edits import set_attendance, set_heading
from clerkapp.meeting.entries import facts_of
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Heading, Meeting, Status, entries_of, people_of
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.notation.fields import (
    HEADING_KEYS,
    LIST_KEYS,
    Filled,
    document_lines,
    documents_in,
    fields_of,
    new_meeting,
    with_fields,
)

MEETING = brookmere()
FIELDS = fields_of(MEETING)
STANDING_OF_KEY = {key: Standing(key.casefold()) for key in LIST_KEYS if key != "Guests"} | {
    "Guests": Standing.GUEST
}
IDS = {person.name: person.id for person in people_of(MEETING)}


def filled(**fields: str) -> Filled:
    """What comes of the form of Brookmere with other words in some fields."""
    return with_fields(
        MEETING, FIELDS | {k.replace("_", " "): v for k, v in fields.items()}, new_id
    )


def named(meeting: Meeting, name: str) -> Attendance:
    return next(line for line in meeting.attendance if line.person.name == name)


# Out and in again


def test_the_fields_are_what_a_clerk_would_type():
    assert list(FIELDS) == [*HEADING_KEYS, *LIST_KEYS]
    assert {key: FIELDS[key] for key in ("Date", "Start", "End", "Quorum", "Status")} == {
        "Date": "5 March 2026", "Start": "7.00 pm", "End": "", "Quorum": "", "Status": "draft",
    }  # fmt: skip
    assert FIELDS["In attendance"] == "Chief Digital Officer [cdo]\nJo Ray (Head of Legal) [hol]"
    assert FIELDS["Substitute"] == "Cllr P Whitlock for Cllr J Okafor"


def in_the_order_of_the_form(meeting: Meeting) -> Meeting:
    """`meeting` with its attendance by list, the lists as they stand in the form."""
    order = [STANDING_OF_KEY[key] for key in LIST_KEYS]
    lines = sorted(meeting.attendance, key=lambda line: order.index(line.standing))
    return replace(meeting, attendance=tuple(lines))


@given(meetings())
def test_any_meeting_comes_back_from_its_fields(meeting: Meeting):
    """All but one thing: a form has one field a list, so the lists come back in its order.

    Within a list everybody stays in place, and with the same ids, so the record is untouched.
    """
    back = with_fields(meeting, fields_of(meeting), new_id)
    assert back == Filled(in_the_order_of_the_form(meeting))
    assert fields_of(back.meeting) == fields_of(meeting)
    for item, was in zip(back.meeting.items, meeting.items, strict=True):
        assert item is was


def test_reasons_remote_and_no_vote_survive_an_edit_of_the_form():
    meeting = set_attendance(
        MEETING,
        tuple(
            replace(line, remote=True, has_vote=False, reason="ill; in hospital {ward 3}")
            if line.standing is Standing.APOLOGIES
            else line
            for line in MEETING.attendance
        ),
    )
    edited = with_fields(meeting, fields_of(meeting) | {"Place": "Guildhall"}, new_id).meeting
    assert edited.heading.place == "Guildhall"
    assert edited.attendance == in_the_order_of_the_form(meeting).attendance


def test_an_empty_form_is_an_empty_heading():
    assert with_fields(Meeting("m"), {}, new_id) == Filled(Meeting("m"))
    assert set(fields_of(Meeting("m")).values()) == {"", "draft"}


# People


@pytest.mark.parametrize(
    "line",
    [
        "Cllr A Marsden",
        "  Cllr A Marsden  ",
        "Cllr A Marsden (Chair)",
        "Cllr A Marsden [am]",
        "Cllr A Marsden (Chair) [am]",
    ],
)
@pytest.mark.parametrize("key", ["Present", "Apologies", "In attendance"])
def test_somebody_whose_name_stays_is_the_same_person(line: str, key: str):
    meeting = filled(**{"Present": "", key: f"Cllr New\n\n{line}\n"}).meeting
    found = named(meeting, "Cllr A Marsden")
    assert (found.person.id, found.standing.value) == (IDS["Cllr A Marsden"], key.casefold())
    assert named(meeting, "Cllr New").person.id not in IDS.values()


def test_a_substitute_stays_in_the_place_of_the_same_person():
    meeting = filled(Absent="Cllr J Okafor", Apologies="").meeting
    place = named(meeting, "Cllr P Whitlock").in_place_of
    assert place == Mention(person_id=IDS["Cllr J Okafor"])


def test_somebody_taken_off_the_lists_stays_in_the_record_by_name():
    meeting = filled(In_attendance="", Apologies="").meeting
    (action,) = filter(None, (facts_of(entry, ActionPoint) for _, entry in entries_of(meeting)))
    assert action.owner == Mention(words="Chief Digital Officer")
    place = named(meeting, "Cllr P Whitlock").in_place_of
    assert place == Mention(words="Cllr J Okafor")
    assert filled().meeting == MEETING


def test_namesakes_are_two_people():
    once = filled(Absent="Cllr A Marsden").meeting
    twice = with_fields(once, fields_of(once), new_id).meeting
    ids = [person.id for person in people_of(once) if person.name == "Cllr A Marsden"]
    assert ids[0] == IDS["Cllr A Marsden"]
    assert len(set(ids)) == 2
    assert twice == once


NAMES = [
    "Cllr D O’Neill",
    "Cllr D O'Neill",
    "Cllr Siân Llwyd-Jones",
    "Y Cynghorydd Ŵyn ap Iorwerth",
    "Smith; Sons",
    "A \\ B",
    "Jo (of Ely) [x",
    "Meet for Ever",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("standing", Standing)
def test_any_name_is_one_line_of_its_list_and_comes_back(name: str, standing: Standing):
    person = Person("p", name, "Chair; so to say", "x;y")
    place = Mention(words="Cllr B for C; D") if standing is Standing.SUBSTITUTE else None
    meeting = set_attendance(Meeting("m"), (Attendance(person, standing, place),))
    fields = fields_of(meeting)
    (value,) = (fields[key] for key in LIST_KEYS if fields[key])
    assert "\n" not in value
    assert with_fields(meeting, fields, new_id) == Filled(meeting)


def test_lists_that_were_typed_in_turns_come_together():
    people = [Person(name, name) for name in "ABC"]
    standings = [Standing.PRESENT, Standing.APOLOGIES, Standing.PRESENT]
    meeting = Meeting("m", attendance=tuple(map(Attendance, people, standings)))
    fields = fields_of(meeting)
    assert (fields["Present"], fields["Apologies"]) == ("A\nC", "B")
    assert with_fields(meeting, fields, new_id).meeting == in_the_order_of_the_form(meeting)


def test_several_people_on_one_line_are_several_people():
    assert filled(Absent="Cllr X; Cllr Y").doubts == ()
    assert fields_of(filled(Absent="Cllr X; Cllr Y").meeting)["Absent"] == "Cllr X\nCllr Y"


# Doubts

BOTH = "A, Legal or B, Legal"


@pytest.mark.parametrize(
    ("key", "value", "doubt"),
    [
        ("Date", "soon", "“soon” is not a date; write it as 2026-03-05 or 5 March 2026"),
        ("Date", "Monday 5 March 2026", "“Monday 5 March 2026”: that day is a Thursday"),
        ("Next", "31 June 2026", "there is no such date as 31 June 2026"),
        ("Next", "Fri 11 June 2026", "“Fri 11 June 2026”: that day is a Thursday"),
        ("Start", "seven", "“seven” is not a time; write it as 19:30 or 7.30 pm"),
        ("End", "25:00", "“25:00” is not a time; write it as 19:30 or 7.30 pm"),
        ("Quorum", "most", "expected a number of members, not “most”"),
        ("Status", "nearly", "expected draft or confirmed, not “nearly”"),
        ("Absent", "Cllr X, Cllr Y", "names are separated by “;”; read as 2 people"),
        ("Substitute", "Cllr X for Legal", f"“Legal” may be {BOTH}: write the name in full"),
    ],
)
def test_a_doubt_names_its_field(key: str, value: str, doubt: str):
    fields = {"In attendance": "A, Legal\nB, Legal", key: value}
    assert with_fields(MEETING, fields, new_id).doubts == (f"{key}: {doubt}",)


def test_each_field_is_doubted_by_itself_and_the_others_are_taken():
    done = filled(Date="soon", Start="7pm", Quorum="?", Place=" Tŷ’r\tCyngor ")
    assert [doubt.partition(":")[0] for doubt in done.doubts] == ["Date", "Quorum"]
    heading = done.meeting.heading
    assert (heading.place, f"{heading.start}") == ("Tŷ’r Cyngor", "19:00:00")
    assert (heading.date, heading.quorum) == (None, None)


def test_a_field_that_is_emptied_is_nothing_again():
    meeting = set_heading(MEETING, Heading("B", "C", quorum=0, status=Status.CONFIRMED))
    assert with_fields(meeting, fields_of(meeting), new_id).meeting.heading == meeting.heading
    assert with_fields(meeting, {}, new_id).meeting.heading == Heading()


# A new meeting


@pytest.mark.parametrize(
    ("agenda", "titles", "numbers"),
    [
        ("", [], []),
        ("\n  \n", [], []),
        ("Apologies\n\n  Minutes  ", ["Apologies", "Minutes"], ["1", "2"]),
        ("1. Apologies\n2. Minutes", ["Apologies", "Minutes"], ["1", "2"]),
        ("# 5. Apologies\nMinutes", ["Apologies", "Minutes"], ["5", "6"]),
        ("99/20 Accounts\n12a. Trees", ["Accounts", "Trees"], ["99/20", "12a"]),
        ("2026/27 Budget", ["2026/27 Budget"], ["1"]),
        ("Cllr O’Neill’s motion; parking: Siân", ["Cllr O’Neill’s motion; parking: Siân"], ["1"]),
        ("Present: all", ["Present: all"], ["1"]),
    ],
)
def test_each_line_of_the_agenda_is_an_item(agenda, titles, numbers):
    done = new_meeting(FIELDS, agenda, new_id)
    assert [item.title for item in done.meeting.items] == titles
    assert list(item_numbers(done.meeting)) == numbers
    assert (done.meeting.heading, done.doubts) == (MEETING.heading, ())
    assert all(not item.entries for item in done.meeting.items)


def test_a_new_meeting_shares_no_identifier_and_is_no_sample():
    one, other = (new_meeting(FIELDS, "A\nB", new_id).meeting for _ in range(2))
    ids = {each.id for m in (one, other) for each in (m, *m.items, *people_of(m))}
    assert len(ids) == 2 * (1 + 2 + 8)
    assert not one.is_sample


def test_a_new_meeting_has_the_doubts_of_its_fields():
    assert new_meeting({"Date": "soon"}, "A", new_id).doubts[0].startswith("Date: “soon”")


@pytest.mark.parametrize(
    ("line", "title", "target"),
    [
        ("Improvement plan; part 4", "Improvement plan; part 4", ""),
        ("Slides  <digital.pdf>", "Slides", "digital.pdf"),
        ("<https://example.org/a.pdf>", "https://example.org/a.pdf", "https://example.org/a.pdf"),
        ("Costs < 3 % and > 2 %", "Costs < 3 % and > 2 %", ""),
    ],
)
def test_a_document_is_a_line(line: str, title: str, target: str):
    (document,) = documents_in(f"\n {line} \n")
    assert (document.title, document.target) == (title, target)
    assert documents_in(document_lines((document,))) == (document,)
