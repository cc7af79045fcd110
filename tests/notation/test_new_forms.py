"""Votes, ballots, decisions, steps and interests as they are typed, one example of each form."""

import pytest

from clerkapp.meeting.decisions import Decision, Outcome, Referral
from clerkapp.meeting.entries import Entry, EntryKind, Facts, Movement
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem, Business, Dismissal, Meeting, SupportingDocument
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.votes import Ballot, Candidate, Fate, Motion, OwnVote, Result, Vote, Way
from clerkapp.notation.facts import lists_of
from clerkapp.notation.reading import Reading, read_entries, read_notation
from clerkapp.notation.writing import write_entries, write_notation

HEADER = """\
Date: 2026-03-05
Status: draft
Present: Cllr A Marsden; Cllr R Teale; Cllr G Pryce

# 1. Business
"""
MARSDEN, TEALE, PRYCE = (Mention(person_id=str(n)) for n in (2, 3, 4))


def reading(*lines: str) -> Reading:
    return read_notation(HEADER + "\n".join(lines) + "\n")


def entry_of(found: Reading) -> Entry:
    (entry,) = found.meeting.items[0].entries
    return entry


def candidates(*votes: tuple[Mention, int]) -> tuple[Candidate, ...]:
    return tuple(Candidate(person, number) for person, number in votes)


@pytest.mark.parametrize(
    ("lines", "facts", "text"),
    [
        (
            "v for 3 against 3 casting for carried",
            Vote(3, 3, None, "for", False, (), "carried"),
            "",
        ),
        ("v lost", Vote(declared=Result.LOST), ""),
        (
            "v for 2 against 1 own Cllr G Pryce against",
            Vote(2, 1, own=(OwnVote(PRYCE, Way.AGAINST),)),
            "",
        ),
        (
            "v own Cllr G Pryce abstained; Cllr R Teale for",
            Vote(own=(OwnVote(PRYCE, Way.ABSTAINED), OwnVote(TEALE, Way.FOR))),
            "",
        ),
        (
            "b Vice-chair: Cllr R Teale 2; Cllr G Pryce 1\n  She took her seat.",
            Ballot("Vice-chair", (candidates((TEALE, 2), (PRYCE, 1)),)),
            "She took her seat.",
        ),
        (
            "b Cllr R Teale 1; Cllr G Pryce 1 / Cllr R Teale 2",
            Ballot("", (candidates((TEALE, 1), (PRYCE, 1)), candidates((TEALE, 2)))),
            "",
        ),
        ("m That it be so. [withdrawn]", Motion(fate=Fate.WITHDRAWN), "That it be so."),
        (
            "m+ Now / Cllr R Teale [accepted]",
            Motion(TEALE, amends=True, fate=Fate.ACCEPTED),
            "Now",
        ),
        ("= [deferred] To June.", Decision(Outcome.DEFERRED), "To June."),
        ("= [no action]", Decision(Outcome.NO_ACTION), ""),
        (
            "= That it be so.\n  Reasons: It was late,\n  and dark.\n  Conflicts: none",
            Decision(reasons="It was late,\nand dark.", conflicts="none"),
            "That it be so.",
        ),
        (
            "> Council: That\n  (a) it be so\n  (b) they go.\n  Reasons: It was late.",
            Referral("Council", reasons="It was late."),
            "That\n(a) it be so\n(b) they go.",
        ),
        (
            "> That it be so.\n  Reasons: It was late.\n  Alternatives: none",
            Referral(reasons="It was late.", alternatives="none"),
            "That it be so.",
        ),
        (
            "> []: RECOMMENDED: That it be so.\n  Reasons: It was late.",
            Referral(reasons="It was late."),
            "RECOMMENDED: That it be so.",
        ),
        (
            "> Council: That it be so.\n  \\\\Reasons: none",
            Referral("Council"),
            "That it be so.\nReasons: none",
        ),
        ("x 20:15 [excluded 3; 5]", Proceeding(Step.PUBLIC_EXCLUDED, None, ("3", "5")), ""),
        ("x 20:15 [readmitted]", Proceeding(Step.PUBLIC_READMITTED), ""),
        ("x 20:15 [adjourned] It was hot.", Proceeding(Step.ADJOURNED), "It was hot."),
        ("x 20:15 [chair Cllr R Teale]", Proceeding(Step.CHAIR_HANDED_OVER, TEALE), ""),
        ("- 20:15 Cllr R Teale [interest]", Movement(TEALE, for_interest=True), ""),
        (
            "i Cllr R Teale: a gift; left [item 1]",
            Declaration(TEALE, "a gift", "left", "5"),
            "",
        ),
    ],
)
def test_a_form_is_read_and_written_as_it_stands(lines: str, facts: Facts, text: str):
    found = reading(lines)
    assert found.remarks == ()
    entry = entry_of(found)
    assert (entry.facts, entry.text) == (facts, text)
    assert write_notation(found.meeting) == f"{HEADER}{lines}\n"


def test_a_list_says_who_is_away_and_why_who_is_remote_and_who_has_no_vote():
    found = read_notation(
        "Date: 2026-03-05\nExpected: A Hale\nPresent: B Lowe {remote}\n"
        "Apologies: C Marsh {ill; at home}\nGuests: D Nye {no vote}\nPublic: 14\n"
    )
    assert found.remarks == ()
    assert found.meeting.attendance == (
        Attendance(Person("2", "A Hale"), Standing.EXPECTED),
        Attendance(Person("3", "B Lowe"), Standing.PRESENT, remote=True),
        Attendance(Person("4", "C Marsh"), Standing.APOLOGIES, reason="ill; at home"),
        Attendance(Person("5", "D Nye"), Standing.GUEST, has_vote=False),
    )
    assert found.meeting.heading.public == 14


@pytest.mark.parametrize(
    ("key", "typed"),
    [("Guests", "{no vote} {ill; at home}"), ("Guests", "{}"), ("Substitutes", "{remote} for B")],
)
def test_what_is_said_of_nobody_is_kept_as_a_name(key, typed):
    meeting = read_notation(f"{key}: {typed}").meeting
    (line,) = meeting.attendance
    assert (line.person.name, line.reason, line.in_place_of) == (typed, "", None)
    assert read_notation(write_notation(meeting)).meeting == meeting


def test_what_stands_below_a_title_is_read():
    (item,) = reading(
        "Business: planning", "Recommendation: That it be refused.", "  For a reason.", "Summary: A"
    ).meeting.items
    assert item.business is Business.PLANNING
    assert item.recommendation == "That it be refused.\nFor a reason."
    assert item.summary == "A"
    assert item.entries == ()


@pytest.mark.parametrize("words", ["\\", "\\Plan", "\\\\"])
def test_a_presenter_or_a_paper_may_begin_with_a_backslash(words: str):
    item = AgendaItem("2", "Bids", presenter=words, documents=(SupportingDocument(words),))
    assert read_notation(write_notation(Meeting("1", items=(item,)))).meeting.items == (item,)


def test_what_was_left_of_the_findings_names_its_place():
    found = read_notation(f"Dismissed: D1 item 1 entry 1: no outcome: why?\n{HEADER}n Heard.\n")
    (entry,) = found.meeting.items[0].entries
    assert found.meeting.dismissed == (Dismissal("D1", entry.id, "no outcome: why?"),)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("b Vice-chair: nobody stood", "nobody stood"),
        ("v for 3 own", "own"),
        ("i Cllr R Teale: a gift [item 9]", "[item 9]"),
        ("x 20:15 [chair @Cllr R Teale; @Cllr G Pryce]", "Pryce"),
        ("Business: odd", "odd"),
    ],
)
def test_what_does_not_fit_its_form_is_remarked_on_and_kept(line: str, kept: str):
    found = reading(line)
    assert found.remarks
    assert kept in write_notation(found.meeting)
    assert entry_of(found).kind in (EntryKind.NOTE, EntryKind.DECLARATION)


def test_entries_that_are_copied_keep_the_item_of_an_interest():
    meeting = reading("i Cllr R Teale: a gift; left [item 1]").meeting
    lists = lists_of(meeting)
    text = write_entries(meeting.items[0].entries, lists)
    (entry,) = read_entries(text, lists, lambda: "new")
    assert entry.facts == Declaration(TEALE, "a gift", "left", meeting.items[0].id)


def test_the_statement_of_a_recommendation_that_no_mark_announces_is_read_too():
    entry = entry_of(reading("RECOMMENDED to Council: That it be so.\n  Reasons: It was late."))
    assert entry.kind is EntryKind.RECOMMENDATION
    assert entry.facts == Referral(reasons="It was late.")
    assert entry.text == "RECOMMENDED to Council: That it be so."


@pytest.mark.parametrize("mark", ["x ", "x? ", ""])
def test_a_step_may_stand_behind_the_words(mark: str):
    found = reading(f"{mark}20:15 It was hot. [adjourned]")
    assert found.remarks == ()
    entry = entry_of(found)
    assert (entry.kind, entry.facts) == (EntryKind.PROCEDURE, Proceeding(Step.ADJOURNED))
    assert entry.text == "It was hot."


def test_a_step_behind_the_words_of_a_note_is_remarked_on_and_kept():
    found = reading("n It was hot. [adjourned]")
    (remark,) = found.remarks
    assert "begins with “x”" in str(remark)
    entry = entry_of(found)
    assert (entry.kind, entry.text) == (EntryKind.NOTE, "It was hot. [adjourned]")
    assert reading("n \\It was hot. [adjourned]").remarks == ()


def test_an_outcome_may_stand_behind_the_words():
    found = reading("= That the report be noted. [noted]\n  Reasons: It was late.")
    assert found.remarks == ()
    entry = entry_of(found)
    assert entry.facts == Decision(Outcome.NOTED, reasons="It was late.")
    assert entry.text == "That the report be noted."


def test_a_jurisdiction_that_nobody_knows_is_remarked_on_and_kept():
    found = read_notation("Date: 2026-03-05\nJurisdiction: university\n# 1. Business\nn Heard.")
    (remark,) = found.remarks
    assert "“university”" in str(remark)
    assert "England" in str(remark)
    assert found.meeting.heading.jurisdiction == "university"
    assert (
        read_notation(
            "Date: 2026-03-05\nJurisdiction: universities\n# 1. Business\nn Heard."
        ).remarks
        == ()
    )


@pytest.mark.parametrize("line", ["Next: 2026-04-02 18:30, Mill House", "Place: Mill House"])
def test_whoever_marks_a_line_of_the_heading_as_exempt_is_told_that_it_is_public(line: str):
    found = read_notation(f"Date: 2026-03-05\n{line} [exempt 3]\n# 1. Business\nn Heard.")
    (remark,) = found.remarks
    assert "public" in str(remark)
    assert remark.line == 2
