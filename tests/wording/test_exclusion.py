"""Press and public out and back, in the words of the jurisdiction."""

import datetime as dt

import pytest
from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import AgendaItem, Heading, Meeting
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.wording.compose import compose
from clerkapp.wording.exclusion import numbers_in
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience, Role

STYLE = house_style("")
OUT = Entry(
    "out",
    EntryKind.PROCEDURE,
    time=dt.time(20, 15),
    facts=Proceeding(Step.PUBLIC_EXCLUDED, paragraphs=("3",)),
)
BACK = Entry(
    "back", EntryKind.PROCEDURE, time=dt.time(21, 0), facts=Proceeding(Step.PUBLIC_READMITTED)
)
NOTE = Entry("n", EntryKind.NOTE, "The lowest bid was chosen.")


def meeting(*items: AgendaItem, jurisdiction: str = "") -> Meeting:
    return Meeting("m", Heading(jurisdiction=jurisdiction), items=items)


def printed(held: Meeting, audience: Audience = Audience.PUBLIC) -> list[list[str]]:
    sections = compose(held, STYLE, audience).sections
    return [[passage.text for passage in section.passages] for section in sections]


def first_words(*items: AgendaItem, jurisdiction: str = "") -> str:
    return printed(meeting(*items, jurisdiction=jurisdiction))[0][0]


EXCLUSION = AgendaItem("x", "Exclusion", "7", entries=(OUT,))
BIDS = AgendaItem(
    "b", "Bids", "8", exempt=Exempt("3"), entries=(NOTE,), summary="A bid was chosen."
)
STAFF = AgendaItem("s", "Staff", "9", exempt=Exempt("1 and 2"), entries=(BACK,))
CLOSE = AgendaItem("c", "Close", "10", exempt=Exempt("7"))


def test_the_resolution_names_items_paragraph_act_and_public_interest():
    said = printed(meeting(EXCLUSION, BIDS, STAFF, CLOSE))[0]
    assert said[0] == (
        "RESOLVED: That, under section 100A(4) of the Local Government Act 1972, the press and "
        "public be excluded from the meeting for items 8 and 9 because exempt information "
        "described in paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972 is "
        "likely to be disclosed, and that in all the circumstances of the case the public interest "
        "in maintaining the exemption outweighs the public interest in disclosing the information."
    )
    assert said[1] == "The press and public left the meeting at 8.15 pm."


def test_the_paragraphs_are_those_of_the_items_where_none_was_given():
    unnamed = replace(OUT, facts=Proceeding(Step.PUBLIC_EXCLUDED))
    item = replace(EXCLUSION, entries=(unnamed,))
    assert "described in paragraphs 3, 1 and 2 of Part 1" in first_words(item, BIDS, STAFF, CLOSE)
    assert "for the business that follows because exempt" in first_words(item)
    assert "paragraph" not in first_words(item)


@pytest.mark.parametrize(
    ("jurisdiction", "paragraph", "inside", "tested"),
    [
        ("england", "3", "Part 1 of Schedule 12A", True),
        ("wales", "14", "paragraph 14 of Part 4 of Schedule 12A", True),
        ("wales", "16", "paragraph 16 of Part 4 of Schedule 12A", False),
        ("scotland", "6", "Part 1 of Schedule 7A to the Local Government (Scotland) Act", False),
        ("northern-ireland", "3", "Schedule 6 to the Local Government Act (Northern Irel", False),
        ("parish", "3", "Public Bodies (Admission to Meetings) Act 1960", False),
        ("new-zealand", "7(2)(h)", "withhold under section 7(2)(h) of that Act", False),
        ("ireland", "", "section 45 of the Local Government Act 2001, the meeting be held", False),
        ("ontario", "239(2)(c)", "for item 8, under section 239(2)(c) of the Municipal Act", False),
        ("universities", "", "That item 8 be taken as reserved business.", False),
    ],
)
def test_each_jurisdiction_has_its_own_words(
    jurisdiction: str, paragraph: str, inside: str, tested: bool
):
    facts = Proceeding(Step.PUBLIC_EXCLUDED, paragraphs=(paragraph,) if paragraph else ())
    item = replace(EXCLUSION, entries=(replace(OUT, facts=facts),))
    said = first_words(item, BIDS, jurisdiction=jurisdiction)
    assert inside in said
    assert ("the public interest in maintaining" in said) is tested


def test_words_of_the_clerk_follow_the_resolution_and_without_a_time_nobody_is_said_to_leave():
    item = replace(EXCLUSION, entries=(replace(OUT, time=None, text="Two objected."),))
    (said,) = printed(meeting(item, BIDS))[0]
    assert said.endswith("disclosing the information. Two objected.")


def test_the_public_reads_a_stub_and_the_summary_in_place_of_the_item():
    stub = (
        "The minutes of this item are exempt from publication under paragraph 3 of Part 1 of "
        "Schedule 12A to the Local Government Act 1972."
    )
    assert printed(meeting(EXCLUSION, BIDS))[1] == [stub, "A bid was chosen."]
    confidential = printed(meeting(EXCLUSION, BIDS), Audience.CONFIDENTIAL)
    assert confidential[1] == ["Not for publication (paragraph 3).", "The lowest bid was chosen."]


def test_an_exclusion_within_the_exempt_item_stands_before_the_stub_and_the_return_after_it():
    item = replace(BIDS, entries=(OUT, NOTE, BACK))
    (section,) = compose(meeting(item), STYLE).sections
    assert [passage.role for passage in section.passages] == [
        *(Role.DECISION, Role.EVENT, Role.EXEMPT, Role.SUMMARY, Role.EVENT)
    ]
    assert section.passages[-1].text == (
        "The press and public were readmitted to the meeting at 9.00 pm."
    )


def test_they_come_back_without_a_time_too():
    item = AgendaItem("i", "Any", entries=(replace(BACK, time=None),))
    assert printed(meeting(item)) == [["The press and public were readmitted to the meeting."]]


@pytest.mark.parametrize(
    ("jurisdiction", "paragraph", "stub"),
    [
        ("", "", "The minutes of this item are exempt from publication."),
        ("", "paras 1, 2", "under paragraphs 1 and 2 of Part 1 of Schedule 12A to the Local"),
        ("", "3(a)", "under paragraph 3(a) of Part 1 of Schedule 12A to the Local"),
        ("parish", "", "What was considered here is kept in a confidential note, which is no"),
        ("universities", "", "Reserved business: the minutes of this item are kept apart."),
    ],
)
def test_the_stub_is_in_the_words_of_the_jurisdiction(jurisdiction, paragraph, stub):
    item = AgendaItem("i", "Shut", exempt=Exempt(paragraph))
    ((said,),) = printed(meeting(item, jurisdiction=jurisdiction))
    assert stub in said


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("3", ("3",)),
        ("paragraph 3", ("3",)),
        ("1, 2 and 3", ("1", "2", "3")),
        ("12; 18C", ("12", "18C")),
        ("3(a)", ()),
        ("7(2)(a); 7(2)(b)(ii)", ("7(2)(a)", "7(2)(b)(ii)")),
        ("commercial", ()),
        ("", ()),
    ],
)
def test_the_numbers_of_a_mark(typed: str, numbers: tuple[str, ...]):
    assert numbers_in(typed) == numbers


HOUSES = {
    "the items by number and title": (
        "that the public and press be excluded under {paragraphs} of {schedule} for: {titles}",
        (
            "that the public and press be excluded under paragraph 3 of Part 1 of Schedule 12A to "
            "the Local Government Act 1972 for: 8 Bids; 9 Staff"
        ),
    ),
    "the rest of the meeting": (
        "that the public be excluded from the remainder of the meeting",
        "that the public be excluded from the remainder of the meeting",
    ),
}


@pytest.mark.parametrize(("form", "said"), HOUSES.values(), ids=HOUSES)
def test_a_house_may_exclude_in_words_of_its_own(form: str, said: str):
    house = replace(STYLE, words=replace(STYLE.words, exclusion=form))
    held = meeting(EXCLUSION, BIDS, STAFF, CLOSE)
    assert compose(held, house).sections[0].passages[0].text == f"RESOLVED: {said}"


def test_without_a_paragraph_the_words_of_the_jurisdiction_are_taken():
    form = "that {paragraphs} apply"
    house = replace(STYLE, words=replace(STYLE.words, exclusion=form))
    plain = replace(EXCLUSION, entries=(replace(OUT, facts=Proceeding(Step.PUBLIC_EXCLUDED)),))
    said = compose(meeting(plain), house).sections[0].passages[0].text
    assert "section 100A(4)" in said
    assert "paragraph" not in said


def test_a_time_that_ends_in_a_stop_ends_the_sentence():
    house = house_style("a-member")
    sections = compose(meeting(EXCLUSION, BIDS, STAFF, CLOSE), house).sections
    said = [passage.text for section in sections for passage in section.passages]
    assert "The press and public left the meeting at 8.15 p.m." in said
    assert "The press and public were readmitted to the meeting at 9.00 p.m." in said
