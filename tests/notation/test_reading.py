"""The notation read: what each line becomes, and what is said of a line with a mistake."""

import datetime as dt

import pytest
from msgspec.structs import replace

from clerkapp.errors import NotationError
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import Referral
from clerkapp.meeting.entries import Entry, EntryKind, Movement
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Status, SupportingDocument, entries_of, name_of
from clerkapp.meeting.people import Mention, Standing
from clerkapp.meeting.presence import is_chair
from clerkapp.meeting.votes import Motion, Vote
from clerkapp.notation.reading import Reading, read_notation
from clerkapp.notation.writing import write_notation

HEADER = """\
Date: 2026-03-05
Present: Cllr S Banerjee (Chair); Cllr A Marsden; Cllr B Marsden; Cllr D Llewellyn-Hughes
In attendance: Chief Digital Officer [cdo]
# 1. Item
"""
BANERJEE, A_MARSDEN, B_MARSDEN, HUGHES, CDO = (Mention(person_id=str(n)) for n in range(2, 7))


def reading(*lines: str) -> Reading:
    return read_notation(HEADER + "\n".join(lines))


def entry(*lines: str) -> Entry:
    """The one entry in `lines`, read without a remark."""
    result = reading(*lines)
    assert not result.remarks
    (only,) = result.meeting.items[0].entries
    return only


@pytest.mark.parametrize(
    ("line", "kind", "text", "facts"),
    [
        ("n Heard.", EntryKind.NOTE, "Heard.", None),
        ("k The following points:", EntryKind.LEAD_IN, "The following points:", None),
        ("q Why?", EntryKind.QUESTION, "Why?", None),
        ("r Because.", EntryKind.RESPONSE, "Because.", None),
        ("c Good.", EntryKind.COMMENT, "Good.", None),
        ("= That it be noted.", EntryKind.RESOLUTION, "That it be noted.", None),
        ("x 20:15 Adjourned.", EntryKind.PROCEDURE, "Adjourned.", None),
        ("a Report back.", EntryKind.ACTION_POINT, "Report back.", None),
        (
            "a Report back. @Chief Digital Officer by 2026-04-02",
            EntryKind.ACTION_POINT,
            "Report back.",
            ActionPoint(CDO, dt.date(2026, 4, 2)),
        ),
        (
            "a Report @cdo by next meeting",
            EntryKind.ACTION_POINT,
            "Report",
            ActionPoint(CDO, "next meeting"),
        ),
        (
            "a Report by 30/6",
            EntryKind.ACTION_POINT,
            "Report",
            ActionPoint(due=dt.date(2026, 6, 30)),
        ),
        ("a Report @Clerk", EntryKind.ACTION_POINT, "Report", ActionPoint(Mention(words="Clerk"))),
        ("a Stand by me", EntryKind.ACTION_POINT, "Stand by me", None),
        ("a Mail jo@x.org", EntryKind.ACTION_POINT, "Mail jo@x.org", None),
        (
            "a Report @cdo by 2026-04-02 [done 2026-04-01]",
            EntryKind.ACTION_POINT,
            "Report",
            ActionPoint(CDO, dt.date(2026, 4, 2), dt.date(2026, 4, 1)),
        ),
        (
            "m That it be noted. / Cllr A Marsden / Cllr Llewellyn-Hughes",
            EntryKind.MOTION,
            "That it be noted.",
            Motion(A_MARSDEN, HUGHES),
        ),
        (
            "m+ Add “now”. / Cllr Banerjee",
            EntryKind.MOTION,
            "Add “now”.",
            Motion(BANERJEE, amends=True),
        ),
        ("v for 7 against 0 abstained 1", EntryKind.VOTE, "", Vote(7, 0, 1)),
        ("v unanimous", EntryKind.VOTE, "", Vote(unanimous=True)),
        ("v for 4 against 4 casting for", EntryKind.VOTE, "", Vote(4, 4, casting="for")),
        (
            "v for Cllr A Marsden; Cllr B Marsden against Cllr Banerjee abstained Cllr Hill",
            EntryKind.VOTE,
            "",
            Vote((A_MARSDEN, B_MARSDEN), (BANERJEE,), (Mention(words="Cllr Hill"),)),
        ),
        (
            "> Council: That the budget be approved.",
            EntryKind.RECOMMENDATION,
            "That the budget be approved.",
            Referral("Council"),
        ),
        (
            "> That the Council: (a) agree",
            EntryKind.RECOMMENDATION,
            "That the Council: (a) agree",
            None,
        ),
        (
            "i Cllr Banerjee: a pecuniary interest; left the room",
            EntryKind.DECLARATION,
            "",
            Declaration(BANERJEE, "a pecuniary interest", "left the room"),
        ),
        ("d Cllr Banerjee: a gift", EntryKind.DECLARATION, "", Declaration(BANERJEE, "a gift")),
        ("+ 19:36 Cllr Banerjee", EntryKind.ARRIVAL, "", Movement(BANERJEE)),
        ("- 19:50 Jane Smith", EntryKind.DEPARTURE, "", Movement(Mention(words="Jane Smith"))),
    ],
)
def test_a_mark_says_what_a_line_is(line: str, kind: EntryKind, text: str, facts: object):
    read = entry(line)
    assert (read.kind, read.text, read.facts, read.settled) == (kind, text, facts, True)


def test_a_time_may_stand_before_a_mark_or_after_the_mark_of_an_event():
    assert entry("19:31 q Why?").time == dt.time(19, 31)
    assert entry("+ 19:36 Cllr Banerjee").time == dt.time(19, 36)
    assert entry("19:36 + Cllr Banerjee").time == dt.time(19, 36)
    assert entry("19:40 The meeting resumed.").time == dt.time(19, 40)
    assert entry("19.31 tonnes were collected.").time is None


@pytest.mark.parametrize(
    ("line", "time", "text"),
    [
        ("x 7.30 pm Adjourned.", dt.time(19, 30), "Adjourned."),
        ("7.30pm q Why?", dt.time(19, 30), "Why?"),
        ("11:05 a.m. n Heard.", dt.time(11, 5), "Heard."),
        ("+ 7pm Cllr Banerjee", dt.time(19), ""),
        ("7 am deliveries were banned.", None, "7 am deliveries were banned."),
        ("19:30 a Match the figures.", dt.time(19, 30), "Match the figures."),
    ],
)
def test_a_time_may_be_of_the_twelve_hour_clock(line: str, time: dt.time | None, text: str):
    assert (entry(line).time, entry(line).text) == (time, text)


def test_a_line_without_a_mark_is_what_its_opening_words_announce():
    assert entry("Members asked why.").kind is EntryKind.QUESTION
    assert entry("Something happened.").kind is EntryKind.NOTE
    assert not entry("Members asked why.").settled
    assert entry("• Members asked why.").text == "Members asked why."
    assert entry("o\tMembers asked why.").text == "Members asked why."


def test_whoever_has_another_post_beside_the_chair_presides():
    head = (
        "Present: Prof. K Lark (Vice-Chancellor; Chair); Dr O Swift (Chair, for item 1)\n# 1. A\n"
    )
    meeting = read_notation(f"{head}# 1. A\n").meeting
    assert [line.person.post for line in meeting.attendance] == [
        "Vice-Chancellor; Chair",
        "Chair, for item 1",
    ]
    assert [is_chair(line.person.post) for line in meeting.attendance] == [True, False]


def test_an_action_without_a_mark_has_its_owner_and_date():
    action = entry("ACTION: Report back. @cdo by 2026-04-02")
    assert (action.text, action.facts) == (
        "ACTION: Report back.",
        ActionPoint(CDO, dt.date(2026, 4, 2)),
    )
    assert entry("\\ACTION: Report back. @cdo").facts is None
    told = entry("ACTION: Chief Digital Officer to report back by 2 April")
    assert (told.text, told.facts) == ("ACTION: Report back", ActionPoint(CDO, dt.date(2026, 4, 2)))
    assert entry("a cdo to report back @").facts is None
    assert entry("a \\cdo to report back").facts is None
    result = reading("ACTION: Report back. [done 2026-02-30]")
    assert [r.line for r in result.remarks] == [5]
    assert result.meeting.items[0].entries[0].text.endswith("[done 2026-02-30]")


def test_a_backslash_makes_a_line_plain_words():
    assert entry("\\q is a letter").text == "q is a letter"
    assert entry("\\# is a sign").text == "# is a sign"
    vote = entry("v \\for 7 against 2")
    assert (vote.kind, vote.text, vote.facts) == (EntryKind.VOTE, "for 7 against 2", None)


def test_an_indented_line_continues_the_entry_and_limbs_need_no_indent():
    assert entry("n One", "  two", "    three").text == "One\ntwo\nthree"
    assert entry("= That the Committee:", "(a) notes; and", "(b) asks.").text == (
        "That the Committee:\n(a) notes; and\n(b) asks."
    )


def test_bullets_that_were_pasted_below_a_line_are_entries():
    pasted = reading(
        "Members noted the following points:",
        "\u00a0",
        "  •  Members asked why.",
        "     And when.",
        "\u00a0\u00a0• Members asked how.",
    )
    assert [e.text for e in pasted.meeting.items[0].entries] == [
        "Members noted the following points:",
        "Members asked why.\nAnd when.",
        "Members asked how.",
    ]
    assert entry("= That the Committee:", "  • notes; and", "  • asks.").text == (
        "That the Committee:\n• notes; and\n• asks."
    )


def test_entries_that_are_all_indented_are_entries():
    kinds = [
        e.kind
        for e in reading("  q Why?", "  r Because.", "     And so on.").meeting.items[0].entries
    ]
    assert kinds == [EntryKind.QUESTION, EntryKind.RESPONSE]


def test_exempt_marks_an_item_or_an_entry():
    meeting = read_notation("# 8. Bids [exempt 3]\nn Shut. [exempt 1]\nn Open.\\[exempt 1]").meeting
    (item,) = meeting.items
    assert (item.title, item.exempt) == ("Bids", Exempt("3"))
    assert [(e.text, e.exempt) for e in item.entries] == [
        ("Shut.", Exempt("1")),
        ("Open.[exempt 1]", None),
    ]


def test_the_header_says_who_was_there_and_what_for():
    meeting = read_notation(
        "Council: Brookmere\nCommittee: Scrutiny\nDate: Thursday 5 March 2026\nTime: 7.00 pm\n"
        "End: 20:47\nVenue: Civic Offices\nQuorum: 4\nNext meeting: 2026-04-02\nStatus: approved\n"
        "Style: numbered-paragraphs\nSample: yes\nPresent: Cllr S Banerjee (Chair);\n"
        "  Cllr A Marsden\nApologies: Cllr J Okafor\nSubstitute: Cllr P Whitlock for Cllr Okafor\n"
        "In attendance: Jo Ray (Head of Legal) [hol]\n"
    ).meeting
    heading = meeting.heading
    assert (heading.council, heading.committee) == ("Brookmere", "Scrutiny")
    assert (heading.date, heading.start) == (dt.date(2026, 3, 5), dt.time(19))
    assert (heading.end, heading.place) == (dt.time(20, 47), "Civic Offices")
    assert (heading.quorum, heading.next_day) == (4, dt.date(2026, 4, 2))
    assert (heading.status, heading.house_style) == (Status.CONFIRMED, "numbered-paragraphs")
    assert meeting.is_sample
    people = [(a.person.name, a.person.post, a.person.code, a.standing) for a in meeting.attendance]
    assert people == [
        ("Cllr S Banerjee", "Chair", "", Standing.PRESENT),
        ("Cllr A Marsden", "", "", Standing.PRESENT),
        ("Cllr J Okafor", "", "", Standing.APOLOGIES),
        ("Cllr P Whitlock", "", "", Standing.SUBSTITUTE),
        ("Jo Ray", "Head of Legal", "hol", Standing.IN_ATTENDANCE),
    ]
    okafor = meeting.attendance[2].person.id
    assert meeting.attendance[3].in_place_of == Mention(person_id=okafor)


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("# 6. Digital update", "6", "Digital update"),
        ("#6. Digital update", "6", "Digital update"),
        ("## Item 6: Digital update", "6", "Digital update"),
        ("# 6 Digital update", "6", "Digital update"),
        ("# 12a) Digital update", "12a", "Digital update"),
        ("# 99/20. Accounts", "99/20", "Accounts"),
        ("# 99/20 Accounts", "99/20", "Accounts"),
        ("# 26/031 Accounts", "26/031", "Accounts"),
        ("# ICB/26/031 Accounts", "ICB/26/031", "Accounts"),
        ("# FGB 98/2122: Welcome", "FGB 98/2122", "Welcome"),
        ("# FGB 98/2122 - Welcome", "FGB 98/2122", "Welcome"),
        ("# 103/20.1 Hall", "103/20.1", "Hall"),
        ("# 103/20", "103/20", ""),
        ("# 2026/27 Budget", "", "2026/27 Budget"),
        ("# 26/27 Budget", "", "26/27 Budget"),
        ("# 6.2 2026 Second quarter", "6.2", "2026 Second quarter"),
        ("# 5 2026/27 Budget", "5", "2026/27 Budget"),
        ("# 24/7 Helpline", "", "24/7 Helpline"),
        ("# 20 mph zones", "", "20 mph zones"),
        ("# COVID-19: the response", "", "COVID-19: the response"),
        ("# Digital update", "", "Digital update"),
        ("# 1.", "1", ""),
    ],
)
def test_a_heading_has_a_number_or_takes_its_place(heading: str, number: str, title: str):
    (item,) = read_notation(heading).meeting.items
    assert (item.number or "", item.title) == (number, title)


def test_an_item_has_a_presenter_and_papers():
    (item,) = read_notation(
        "# 6. Update\nBy: Chief Digital Officer\nPapers: Slides; Plan <plan.pdf>; A\\;B; "
        "Map <https://example.org/?a=1;b=2>\nn Heard."
    ).meeting.items
    assert item.presenter == "Chief Digital Officer"
    assert item.documents == (
        SupportingDocument("Slides"),
        SupportingDocument("Plan", "plan.pdf"),
        SupportingDocument("A;B"),
        SupportingDocument("Map", "https://example.org/?a=1;b=2"),
    )
    assert [e.text for e in item.entries] == ["Heard."]


@pytest.mark.parametrize(
    ("line", "kept", "said"),
    [
        ("v seven in favour", "seven in favour", "for 7 against 0"),
        ("v for", "for", "for 7 against 0"),
        ("v for ?", "for ?", "for 7 against 0"),
        ("25:10 q Why?", "25:10 q Why?", "not a time"),
        ("+ 29:99 Cllr Banerjee", "29:99 Cllr Banerjee", "not a time"),
        ("- Members asked why.", "Members asked why.", "somebody on the lists"),
        ("i she knew the applicant", "she knew the applicant", "nature of the interest"),
        ("z what is this", "z what is this", "not a mark"),
    ],
)
def test_what_is_not_understood_is_kept_and_its_line_named(line: str, kept: str, said: str):
    result = reading("n Before.", line, "n After.")
    (remark,) = result.remarks
    assert remark.line == 6
    assert said in str(remark)
    assert result.meeting.items[0].entries[1].text == kept


def test_a_name_that_fits_two_people_is_a_question_to_the_clerk():
    result = reading("m That it be noted. / Cllr Marsden / Cllr Banerjee")
    (remark,) = result.remarks
    assert remark.line == 5
    assert "Cllr A Marsden or Cllr B Marsden" in remark.words
    motion = result.meeting.items[0].entries[0].facts
    assert motion == Motion(Mention(words="Cllr Marsden"), BANERJEE)


@pytest.mark.parametrize("date", ["31 June 2026", "1 March 0000"])
def test_an_impossible_due_date_stays_as_words_and_is_reported(date: str):
    result = reading(f"a Report @cdo by {date}")
    assert result.meeting.items[0].entries[0].facts == ActionPoint(CDO, date)
    assert [str(r) for r in result.remarks] == [f"line 5: there is no such date as {date}"]


def test_a_name_that_looks_like_a_number_stays_a_name():
    meeting = reading("v for ?3 against 2").meeting
    assert meeting.items[0].entries[0].facts == Vote((Mention(words="3"),), 2)
    assert read_notation(write_notation(meeting)).meeting == meeting


def test_what_is_on_one_line_has_single_spaces():
    assert entry("a Write @cdo by the  end\tof term").facts == ActionPoint(CDO, "the end of term")
    assert entry("i Cllr Banerjee: a  gift;\tleft  ").facts == Declaration(
        BANERJEE, "a gift", "left"
    )
    assert entry("> Full  Council: So.").facts == Referral("Full Council")
    assert entry("n Shut. [exempt 1  and 3]").exempt == Exempt("1 and 3")
    assert entry("m That it be noted. / ?").facts is None


def test_a_vote_is_told_in_the_words_that_clerks_use():
    assert entry("v for 3, against 1, abstain 0").facts == Vote(3, 1, 0)
    assert entry("v for 3 abstentions 2").facts == Vote(3, None, 2)


@pytest.mark.parametrize("side", ["all", "3 or 4", "9" * 5000])
def test_a_side_that_is_neither_number_nor_name_is_a_question_to_the_clerk(side: str):
    result = reading(f"v for {side}")
    assert result.meeting.items[0].entries[0].facts == Vote((Mention(words=side),))
    (remark,) = result.remarks
    assert remark.line == 5
    assert "is read as a name" in remark.words


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Date: 2026-02-30", "no such date"),
        ("Date: soon", "not a date"),
        ("Start: late", "not a time"),
        ("Quorum: four", "number of members"),
        ("Status: nearly", "draft or confirmed"),
        ("Sample: perhaps", "yes or no"),
        ("Clerk: Jo Ray", "before the first item"),
        ("Hello there", "before the first item"),
    ],
)
def test_a_header_line_that_does_not_fit_is_kept_as_a_note(header: str, said: str):
    result = read_notation(f"Committee: Scrutiny\n{header}\n# 1. First\nn Heard.")
    assert said in next(r.words for r in result.remarks if r.line == 2)
    first, second = result.meeting.items
    assert (first.title, [e.text for e in first.entries]) == ("", [header])
    assert second.title == "First"


def test_a_second_date_is_kept_as_a_note():
    result = read_notation("Date: 2026-03-05\nDate: 2026-03-06\n# 1. First")
    assert [str(r) for r in result.remarks] == ["line 2: Date was given before; kept as a note"]
    assert result.meeting.items[0].entries[0].text == "Date: 2026-03-06"


def test_a_weekday_that_is_not_the_dates_is_reported():
    result = read_notation("Date: Friday 5 March 2026")
    assert result.meeting.heading.date == dt.date(2026, 3, 5)
    assert [str(r) for r in result.remarks] == [
        "line 1: “Friday 5 March 2026”: that day is a Thursday"
    ]


def test_names_parted_by_commas_are_people_all_the_same():
    result = read_notation("Date: 2026-03-05\nPresent: Cllr A Smith, Cllr B Jones")
    assert [a.person.name for a in result.meeting.attendance] == ["Cllr A Smith", "Cllr B Jones"]
    assert [r.line for r in result.remarks] == [2]


@pytest.mark.parametrize("words", ["[tl]", "()", "[]"])
def test_brackets_without_a_name_are_kept_as_one(words: str):
    meeting = read_notation(f"Date: 2026-03-05\nPresent: Cllr A Smith; {words}").meeting
    assert meeting.attendance[1].person.name == words
    assert read_notation(write_notation(meeting)).meeting == meeting


@pytest.mark.parametrize(
    ("line", "text", "by"),
    [
        ("q Members asked why. [by Cllr P Finch]", "Members asked why.", "Cllr P Finch"),
        ("c Welcomed it. [BY finch] [exempt 3]", "Welcomed it.", "Cllr P Finch"),
        ("Members asked why. [by Cllr Hill]", "Members asked why.", "Cllr Hill"),
        ("a Write. @Cllr P Finch by 2 April [by Cllr Hill]", "Write.", "Cllr Hill"),
        ("q Who? [by ?nobody in particular]", "Who?", "nobody in particular"),
        ("n It was sent out [by email]", "It was sent out [by email]", ""),
        ("q Who? \\[by Cllr P Finch]", "Who? [by Cllr P Finch]", ""),
    ],
)
def test_a_tag_says_by_whom_something_was_said(line: str, text: str, by: str):
    source = f"Date: 2026-03-05\nPresent: Cllr P Finch\n# 1. Any\n{line}\n"
    meeting = read_notation(source).meeting
    (entry,) = meeting.items[0].entries
    assert (entry.text, name_of(meeting, entry.speaker)) == (text, by)
    assert read_notation(write_notation(meeting)).meeting == meeting


def test_only_the_last_tag_says_what_is_exempt():
    meeting = read_notation("# 8. Bids [exempt [exempt 3]").meeting
    assert (meeting.items[0].title, meeting.items[0].exempt) == ("Bids [exempt", Exempt("3"))
    assert read_notation(write_notation(meeting)).meeting == meeting


def test_a_file_without_a_date_or_with_nothing_is_a_meeting_all_the_same():
    result = read_notation("")
    assert result.meeting.items == ()
    assert "Date: 2026-03-05" in result.remarks[0].words


def test_lines_are_counted_as_an_editor_counts_them():
    result = read_notation("Council: One\u2028Two\x0bThree\r\nDate: 2026-03-05\rDate: soon\n# 1. A")
    assert [r.line for r in result.remarks] == [1, 1, 3]


def test_a_school_is_a_council_too():
    assert read_notation("School: St Bride’s").meeting.heading.council == "St Bride’s"


def test_bytes_that_are_not_utf_8_are_read_line_by_line():
    result = read_notation(b"Date: 2026-03-05\n# 1. A\nn Caf" + b"\xe9\nn \xc3\x93 Briain")
    assert [e.text for e in result.meeting.items[0].entries] == ["Café", "Ó Briain"]
    assert [r.line for r in result.remarks] == [3]


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"%PDF-1.7", b"\xd0\xcf\x11\xe0", b"a\0b"])
def test_a_file_that_is_no_text_is_refused_in_a_sentence(data: bytes):
    with pytest.raises(NotationError, match=r"this is .*(not text|not a text)"):
        read_notation(data)


def test_utf_16_from_notepad_is_read():
    assert read_notation("# 1. Café".encode("utf-16")).meeting.items[0].title == "Café"


def test_what_is_written_looks_as_a_person_would_write_it():
    text = (
        "Date: 2026-03-05\nStatus: draft\n"
        "Present: Cllr S Banerjee (Chair); Cllr A Marsden\n"
        "Apologies: Cllr J Okafor\n"
        "Substitute: Cllr P Whitlock for Cllr J Okafor\n"
        "\n# 1. Apologies\n19:02 n Received.\n"
        "\n# 6. Update [exempt 3]\nBy: Cllr A Marsden\nPapers: Slides <s.pdf>; Plan\n"
        "19:31 q Why?\nq? Perhaps\nr Because\n  of \\this\n"
        "a Report. @Cllr A Marsden by 2026-04-02\na Write by next meeting\n"
        "m That it be noted. / Cllr A Marsden\nm+ Now / Cllr S Banerjee / Cllr A Marsden\n"
        "v unanimous for 2 against 0\n> Council: That it be so.\n"
        "i Cllr A Marsden: a gift; left the room\n+ 19:36 Cllr S Banerjee\n- 19:50 Jane Smith\n"
        "x 20:15 Adjourned. [exempt 1]\n"
    )
    result = read_notation(text)
    assert not result.remarks
    assert write_notation(result.meeting) == text


TWO_OF_ONE_NAME = """\
Council: Hollow Parish Council
Date: 2027-03-05
Status: draft
Present: Cllr J Bell{one}; Cllr J Bell{two}; Cllr A Ash

# 1. A
a Write to the county. {owner} by 2027-05-03
m That it be so. / {owner_in_words} / Cllr A Ash
v for {owner_in_words}; Cllr A Ash against Cllr E Elm
"""


def test_of_two_people_of_one_name_the_code_says_which():
    words = TWO_OF_ONE_NAME.format(
        one=" [jb1]", two=" [jb2]", owner="@jb2", owner_in_words="jb1"
    )  # fmt: skip
    read = read_notation(words)
    first, second, *_ = (line.person for line in read.meeting.attendance)
    action, motion, _ = (entry.facts for _, entry in entries_of(read.meeting))
    assert (action.owner.person_id, motion.mover.person_id) == (second.id, first.id)
    assert write_notation(read.meeting) == words
    assert read_notation(write_notation(read.meeting)).meeting.items == read.meeting.items


def test_of_two_people_of_one_name_without_codes_all_but_which_is_kept():
    known = read_notation(
        TWO_OF_ONE_NAME.format(one=" [jb1]", two=" [jb2]", owner="@jb2", owner_in_words="jb1")
    ).meeting
    without = tuple(
        replace(line, person=replace(line.person, code="")) for line in known.attendance
    )
    words = write_notation(replace(known, attendance=without))
    assert words == TWO_OF_ONE_NAME.format(
        one="", two="", owner="@Cllr J Bell", owner_in_words="Cllr J Bell"
    )  # fmt: skip
