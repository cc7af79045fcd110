"""From a meeting to its minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from meetings import BROOKMERE, meetings

from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style, house_styles
from clerkapp.wording.minutes import Audience, Minutes, Role
from clerkapp.wording.runs import ended

HEADER = """\
Council: Brookmere Borough Council
Committee: Scrutiny Committee
Date: 2026-03-05
Start: 19:00
Present: Cllr S Banerjee (Chair); Cllr A Marsden; Cllr B Marsden; Cllr D Llewellyn-Hughes
Apologies: Cllr J Okafor
Substitute: Cllr P Whitlock for Cllr J Okafor
In attendance: Chief Digital Officer [cdo]; Jo Ray (Head of Legal)
# 6. Item
"""


def minutes(*lines: str, style: str = "bulleted-exchanges", audience=Audience.PUBLIC) -> Minutes:
    meeting = read_notation(HEADER + "\n".join(lines)).meeting
    return compose(meeting, house_style(style), audience)


def told(*lines: str, **options) -> list[str]:
    """The paragraphs of the one item, each with its number or bullet, limbs below."""
    (section,) = minutes(*lines, **options).sections
    said: list[str] = []
    for passage in section.passages:
        mark = f"{passage.number} " if passage.number else "• " if passage.bulleted else ""
        said.append(mark + passage.text)
        said += [f"{'  ' * limb.level}{limb.label} {limb.text}" for limb in passage.limbs]
    return said


EXCHANGE = (
    "q Members asked where the clubs were",
    "r The Chief Digital Officer said so.",
    "a the Clerk to send it",
)


def test_an_exchange_is_one_bullet_with_its_action_in_bold_inside():
    (bullet,) = told(*EXCHANGE)
    assert bullet.startswith("• Members asked where the clubs were. The Chief Digital Officer")
    assert bullet.endswith("Officer said so. Action Point the Clerk to send it.")
    (passage,) = minutes(*EXCHANGE).sections[0].passages
    assert [run.text.strip() for run in passage.runs if run.bold] == ["Action Point"]
    assert len(passage.entry_ids) == 3


def test_in_the_numbered_style_every_paragraph_has_its_number():
    assert told("n Heard.", *EXCHANGE, "= That it be noted.", style="numbered-paragraphs") == [
        "6.1 Heard.",
        "6.2 Members asked where the clubs were.",
        "6.3 The Chief Digital Officer said so.",
        "6.4 Action: the Clerk to send it.",
        "6.5 RESOLVED: That it be noted.",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("n Heard.", "Heard."),
        ("k The following:", "The following:"),
        ("c Members were glad.", "• Members were glad."),
        ("r A late answer.", "• A late answer."),
        ("a Write.", "Action Point Write."),
        (
            "a Write @Head of Legal by 2026-04-02",
            "Action Point Write. Owner: Jo Ray. Due: 2 April 2026.",
        ),
        ("a Write by next meeting", "Action Point Write. Due: next meeting."),
        ("= that it be noted.", "RESOLVED: That it be noted."),
        ("= RESOLVED: That it be noted.", "RESOLVED: That it be noted."),
        ("> That fees rise.", "RECOMMENDED: That fees rise."),
        ("> Cabinet: That fees rise.", "RECOMMENDED to Cabinet: That fees rise."),
        ("RECOMMENDED TO COUNCIL: That fees rise.", "RECOMMENDED to COUNCIL: That fees rise."),
        (
            "It was unanimously agreed that fees rise.",
            "RESOLVED: Unanimously, that fees rise.",
        ),
        ("m That it be so.", "Motion: That it be so."),
        (
            "m That it be so / Cllr A Marsden / Banerjee",
            (
                "Motion: That it be so. Moved by Councillor A Marsden, seconded by "
                "Councillor Banerjee."
            ),
        ),
        ("m+ Add “now”. / Cllr Banerjee", "Amendment: Add “now”. Moved by Councillor Banerjee."),
        ("Amendment: Add “now”.", "Amendment: Add “now”."),
        ("v for 5 against 0 abstained 1", "(For 5, Against 0, Abstentions 1)"),
        ("v unanimous", "(Unanimous)"),
        (
            "v for 4 against 4 casting against",
            "(For 4, Against 4) The Chair used a casting vote against. The motion was lost.",
        ),
        (
            "v for Cllr A Marsden; Cllr Banerjee against Cllr B Marsden",
            (
                "For (2): Councillor A Marsden, Councillor S Banerjee. Against (1): "
                "Councillor B Marsden."
            ),
        ),
        (
            "v for Cllr Banerjee against 2",
            "For (1): Councillor S Banerjee. Against (2): not named. The motion was lost.",
        ),
        (
            "+ 19:36 Cllr Llewellyn-Hughes",
            "Councillor Llewellyn-Hughes joined the meeting at 7.36 pm.",
        ),
        ("- Cllr A Marsden", "Councillor A Marsden left the meeting."),
        ("- 20:00 cdo", "The Chief Digital Officer left the meeting at 8.00 pm."),
        ("+ 19:36 Jo Ray", "Jo Ray joined the meeting at 7.36 pm."),
        ("i Cllr Banerjee: ", "Councillor Banerjee declared an interest."),
        (
            "i Cllr Banerjee: pecuniary interest in item 8; left the room",
            "Councillor Banerjee declared a pecuniary interest in item 8, and left the room.",
        ),
        (
            "i Cllr Banerjee: as a trustee of the bidder",
            "Councillor Banerjee declared an interest as a trustee of the bidder.",
        ),
        (
            "i Cllr Banerjee: she knew the applicant.",
            "Councillor Banerjee declared an interest: she knew the applicant.",
        ),
        ("x 20:15 The meeting closed.", "The meeting closed."),
        ("n Two\n  lines", "Two\nlines"),
    ],
)
def test_each_kind_has_its_form_of_words(line: str, said: str):
    assert told(line) == [said]


def test_an_entry_without_words_prints_nothing():
    assert told("q", "n", "=", "a", "v", "m") == []


def test_the_limbs_of_a_decision_are_told_apart():
    assert told(
        "= That the Committee:", "  (a) notes;", "  (b) asks", "  twice; and", "  (c) ends."
    ) == [
        "RESOLVED: That the Committee:",
        "(a) notes;",
        "(b) asks\ntwice; and",
        "(c) ends.",
    ]


def test_somebody_who_comes_in_does_not_break_an_exchange():
    assert told("q Members asked why.", "+ 19:36 Cllr Banerjee", "r Because.") == [
        "• Members asked why. Because.",
        "Councillor Banerjee joined the meeting at 7.36 pm.",
    ]


def test_the_head_of_the_minutes():
    made = minutes("n Heard.")
    assert made.title == "Minutes of the Scrutiny Committee"
    assert made.held == "Held on 5 March 2026 at 7.00 pm"
    assert made.details == (("Started", "7.00 pm"),)
    assert made.is_draft
    bare = compose(Meeting("m"), house_style(""))
    assert (bare.title, bare.held, bare.attendance, bare.actions) == (
        "Minutes of the meeting",
        "",
        None,
        None,
    )


def test_the_attendance_table_tells_who_came_and_went():
    table = minutes("- 19:50 Cllr Banerjee", "+ Cllr Banerjee").attendance
    assert table is not None
    assert table.rows[0] == (
        "Councillor S Banerjee",
        "Chair",
        "Present",
        "Left 7.50 pm, during item 6; Arrived, during item 6",
    )
    assert table.rows[4] == ("Councillor J Okafor", "Member", "Apologies", "–")
    assert table.rows[5] == (
        "Councillor P Whitlock",
        "Substitute",
        "Present",
        "For Councillor J Okafor",
    )
    assert table.rows[6] == ("Chief Digital Officer", "Officer", "In attendance", "–")
    assert table.rows[7] == ("Jo Ray", "Head of Legal", "In attendance", "–")


def test_somebody_who_was_expected_away_and_came_was_present():
    table = minutes("+ 19:36 Cllr Okafor").attendance
    assert table is not None
    assert table.rows[4][2:] == ("Present", "Arrived 7.36 pm, during item 6")


def test_the_action_table_tells_who_is_to_do_what():
    table = minutes(
        "a the Clerk to write @Clerk by 2026-04-02", "a", "n No action.", "a Call by next meeting"
    ).actions
    assert table is not None
    assert table.rows == (
        ("6", "The Clerk to write", "Clerk", "2 April 2026"),
        ("6", "Call", "–", "Next meeting"),
    )


def test_an_action_that_stands_apart_has_a_line_for_owner_and_date():
    assert told("a Write @Clerk by 2026-04-02", style="numbered-paragraphs") == [
        "6.1 Action: Write.\nOwner: Clerk. Due: 2 April 2026."
    ]


SECRETS = HEADER + (
    "By: Secret presenter\nn Open.\nn Secret words. [exempt 3]\n"
    "a Secret action @Secret owner [exempt 1]\n"
    "# 7. Bids [exempt 3]\nBy: Secret lead\nPapers: Secret paper\n"
    "a Secret task. @Secret owner\n- 20:00 Cllr A Marsden\n"
)


@pytest.mark.parametrize("style", [style.name for style in house_styles()])
def test_the_public_minutes_have_nothing_exempt(style: str):
    meeting = read_notation(SECRETS.replace("By: Secret presenter\n", "")).meeting
    public = repr(compose(meeting, house_style(style)))
    assert "Secret" not in public
    assert "8.00 pm" not in public
    form, schedule = (
        house_style(style).words.exempt_item_paragraph,
        "Part 1 of Schedule 12A to the Local Government Act 1972",
    )
    assert form.format(paragraphs="paragraph 3", schedule=schedule) in public


def test_the_confidential_minutes_mark_what_is_exempt():
    meeting = read_notation(SECRETS).meeting
    made = compose(meeting, house_style(""), Audience.CONFIDENTIAL)
    assert made.confidential_notice
    first, second = made.sections
    assert first.passages[1].text == "Not for publication (paragraph 3). Secret words."
    assert second.passages[0].role is Role.EXEMPT
    assert "Secret task" in repr(second)
    assert not minutes("n Open.", audience=Audience.CONFIDENTIAL).confidential_notice


def test_an_item_without_a_title_prints_no_number():
    made = compose(
        read_notation("Date: 2026-03-05\nOpening words\n# 1. A\nn B").meeting,
        house_style("numbered-paragraphs"),
    )
    assert [(s.number, [p.number for p in s.passages]) for s in made.sections] == [
        ("", [""]),
        ("1", ["1.1"]),
    ]


@given(meetings(), st.sampled_from(house_styles()))
def test_no_meeting_is_too_odd_to_print(meeting: Meeting, style: HouseStyle):
    made = compose(meeting, style, Audience.CONFIDENTIAL)
    assert len(made.sections) == len(meeting.items)


def test_brookmere_has_a_table_of_its_one_action():
    made = compose(read_notation(BROOKMERE).meeting, house_style(""))
    assert made.actions is not None
    assert [row[2] for row in made.actions.rows] == ["Chief Digital Officer"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Members asked where the clubs were", "Members asked where the clubs were."),
        ("Members asked where the clubs were?", "Members asked where the clubs were?"),
        ("The precept rose by 5%", "The precept rose by 5%."),
        ("It was so (see the plan of May)", "It was so (see the plan of May)"),
        ("Roofs of the five halls:\n(a) slate", "Roofs of the five halls:\n(a) slate"),
        ("Ref 26/0123/FUL", "Ref 26/0123/FUL"),
        ("", ""),
    ],
)
def test_a_sentence_ends_in_a_stop_and_what_is_none_does_not(typed: str, printed: str):
    assert ended(typed) == printed
