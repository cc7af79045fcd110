"""Forms that published minutes have, with invented people: what a style of one's own can say."""

from typing import Any

import pytest
from msgspec.structs import replace

from clerkapp.export.plain_text import item_text, plain_text
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style

HEAD = """Council: Much Marling Parish Council
Committee: Much Marling Parish Council
Date: 2026-03-05
Start: 19:30
End: 21:05
Place: the Reading Room
Present: Cllr M Arden (Chairman); Cllr P Birch; Cllr T Crome
In attendance: Mrs J Dray (Clerk)
"""
MOVED = """# 4. Bench
m That the bench be moved. / Cllr P Birch / Cllr T Crome
v unanimous
= That the bench be moved.
"""


def like(name: str, **tables: dict[str, Any]) -> HouseStyle:
    style = house_style(name)
    changed = {table: replace(getattr(style, table), **keys) for table, keys in tables.items()}
    return replace(style, **changed)


def printed(items: str, style: HouseStyle, head: str = HEAD) -> str:
    reading = read_notation(f"{head}\n{items}")
    assert reading.remarks == ()
    return plain_text(compose(reading.meeting, style))


def decided(words: str, style: HouseStyle) -> str:
    """What is printed of one item with that entry, below its title."""
    meeting = read_notation(f"{HEAD}\n# 4. Bench\n{words}\n").meeting
    text = item_text(compose(meeting, style), meeting.items[0].id)
    return text.partition("\n")[2].strip()


def test_who_was_there_runs_on_in_one_line_a_list():
    text = printed("# 1. Welcome\n", like("slash-numbers", words={"held_at": ""}))
    assert "Held at 7.30pm on Thursday 5 March 2026\n" in text
    assert "Venue: the Reading Room\n" in text
    assert "Present: Cllrs M Arden (Chairman), P Birch and T Crome\n" in text
    assert "In attendance: Mrs J Dray (Clerk)\n" in text


def test_people_of_several_titles_and_posts_with_commas_are_told_apart():
    head = HEAD.replace("(Chairman)", "(Chair, for item 1)").replace("Cllr T Crome", "Mr T Crome")
    style = like("slash-numbers")
    assert "Present: Cllr M Arden (Chair, for item 1); Cllr P Birch; Mr T Crome\n" in printed(
        "# 1. Welcome\n", style, head
    )
    head = HEAD.replace("Cllr T Crome", "Mr T Crome")
    assert "Present: Cllrs M Arden (Chairman) and P Birch; Mr T Crome\n" in printed(
        "# 1. Welcome\n", style, head
    )


def test_where_it_was_held_is_told_in_the_first_line_alone():
    text = printed("# 1. Welcome\n", like("slash-numbers"))
    assert "Held at 7.30pm on Thursday 5 March 2026 at the Reading Room\n" in text
    assert "Venue" not in text
    assert "Started" not in text
    no_place = HEAD.replace("Place: the Reading Room\n", "")
    assert "Held at 7.30pm on Thursday 5 March 2026\n" in printed(
        "# 1. Welcome\n", like("slash-numbers"), no_place
    )


def test_a_council_that_sits_as_no_committee_is_named_once():
    assert "Minutes of the meeting of Much Marling Parish Council\n" in printed(
        "# 1. Welcome\n", house_style("slash-numbers")
    )


@pytest.mark.parametrize(
    ("begins", "form", "number"),
    [
        ("January", "{number}/{yy}", "4/26"),
        ("May", "{number}/{yy}", "4/25"),
        ("May", "Cou/{number}/{yy}-{next_yy}", "Cou/4/25-26"),
        ("September", "FGB {number}/{yy}{next_yy}", "FGB 4/2526"),
        ("January", "{number}/{next_yy}", "4/26"),
        ("January", "{roman}", "IV"),
    ],
)
def test_numbers_of_a_municipal_or_school_year(begins: str, form: str, number: str):
    style = like(
        "bulleted-exchanges", layout={"numbers_begin": begins}, words={"item_number": form}
    )
    assert f"\n{number}. Bench\n" in printed(MOVED, style)


def test_who_moved_runs_into_what_was_resolved():
    style = like(
        "moved-run-in",
        layout={"outcomes": "before"},
        decisions={"resolved": "RESOLVED that"},
        votes={"movers": "run in"},
    )
    assert decided(MOVED.partition("\n")[2], style).splitlines()[0] == (
        "It was moved by Councillor Birch, seconded by Councillor Crome and "
        "RESOLVED that the bench be moved."
    )


def test_a_unanimous_vote_stands_before_the_outcome():
    style = like(
        "vote-in-the-outcome",
        decisions={"resolved": "RESOLVED that"},
        votes={"unanimous_label": "UNANIMOUSLY {label}", "movers": "nowhere"},
    )
    assert decided("v unanimous\n= That the bench be moved.", style) == (
        "UNANIMOUSLY RESOLVED that the bench be moved."
    )
    assert decided("v for 3 against 0\n= That the bench be moved.", style) == (
        "RESOLVED (3:0) that the bench be moved."
    )


def test_what_was_resolved_stands_in_quotation_marks_with_its_limbs():
    style = house_style("irish-council")
    assert decided("= That the bench be moved.", style) == "Resolved: “That the bench be moved.”"
    limbs = "= That:\n  (a) the bench be moved; and\n  (b) it be painted."
    told = decided(limbs, style)
    assert told.startswith("Resolved: “That:\n")
    assert told.endswith("(b) it be painted.”")
    assert decided("= [noted] The report.", style) == "Noted: The report."


@pytest.mark.parametrize(
    ("style", "words", "told"),
    [
        ("scottish-council", "= [noted] The replies.", "Decision\nTo note the replies."),
        ("new-zealand", "= [noted] The replies.", "Resolution\nNoted: The replies."),
        ("canadian-council", "= [noted] The replies.", "Noted: The replies."),
        ("a-member", "= [noted] That the report be noted.", "RESOLVED – That the report be noted."),
        ("bulleted-exchanges", "= [noted] The report.", "NOTED: The report."),
        ("ensuing-discussion", "= That the bench be moved", "RESOLVED that the bench be moved."),
        (
            "ensuing-discussion",
            "= That:\n  (a) it be moved; and\n  (b) it be painted.",
            "RESOLVED that –\n  (a) it be moved, and\n  (b) it be painted.",
        ),
        ("numbers-for-life", "= THE BENCH BE MOVED", "RESOLVED THE BENCH BE MOVED."),
    ],
)
def test_an_outcome_is_said_once_and_never_lost(style: str, words: str, told: str):
    assert decided(words, house_style(style)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("n Received the accounts at Paper 3.", "Received\n4.1 The accounts at Paper 3."),
        ("n Noted: income had risen.", "Noted\n4.1 Income had risen."),
        ("n Noted that the board received few replies.",
         "Noted\n4.1 That the board received few replies."),
        ("n The board received the accounts.", "Received\n4.1 The board received the accounts."),
    ],
)  # fmt: skip
def test_a_keyword_stands_once_above_what_it_says(words: str, told: str):
    assert decided(words, house_style("keyword-minutes")) == told


def test_movers_on_lines_of_their_own_do_not_run_into_the_motion():
    told = decided(
        "m That it be moved. / Cllr P Birch / Cllr T Crome", house_style("irish-council")
    )
    assert (
        told
        == "Proposed by Councillor P Birch;\nSeconded by Councillor T Crome;\nThat it be moved."
    )


AMENDED = """# 4. Bench
m That the bench be moved. / Cllr P Birch / Cllr T Crome
m+ That it be burnt. / Cllr T Crome / Cllr M Arden
v for 1 against 2
= That the bench be moved.
v for 2 against 1
"""


def test_a_decision_below_a_lost_amendment_says_again_who_moved_it_where_it_has_no_label():
    lines = printed(AMENDED, house_style("canadian-council")).splitlines()
    place = [n for n, line in enumerate(lines) if line == "That the bench be moved."]
    movers = ["Motion made by: Councillor P Birch", "Seconded by: Councillor T Crome"]
    assert [[each for each in lines[n - 3 : n] if each] for n in place] == [movers, movers]


@pytest.mark.parametrize("name", ["canadian-council", "new-zealand", "irish-council"])
def test_movers_look_alike_alone_and_beside_the_decision(name: str):
    for items in (MOVED, AMENDED):
        meeting = read_notation(f"{HEAD}\n{items}").meeting
        passages = compose(meeting, house_style(name)).sections[0].passages
        runs = [run for each in passages for run in each.runs if "Birch" in run.text]
        assert runs
        assert not any(run.bold for run in runs)


def test_the_title_names_the_board_that_met_where_the_house_has_the_council_there():
    council = "Much Marling Parish Council"
    told = {
        council: council,
        "Annual Meeting of the Council": council,
        "Parish Council": council,
        "Board of Directors": "Board of Directors",
    }
    for committee, name in told.items():
        head = HEAD.replace(f"Committee: {council}", f"Committee: {committee}")
        said = printed(MOVED, house_style("initials-and-actions"), head)
        assert f"\nMinute of Meeting of {name}\n" in said


def test_two_owners_are_printed_by_their_initials_where_the_house_has_them():
    head = HEAD.replace("Mrs J Dray (Clerk)", "Stuart Glover, Head of Roads; Karen Pryce, Clerk")
    said = printed(
        "# 4. Bench\na Move it. @Stuart Glover and Cllr Birch\na Wait. @Karen Pryce and Jo Ray\n",
        house_style("initials-and-actions"),
        head,
    )
    assert "Stuart Glover (SG), Head of Roads\n" in said
    assert " SG and PB\n" in said
    assert " Karen Pryce and Jo Ray\n" in said


def test_documents_stand_in_one_line_or_not_at_all():
    item = "# 4. Bench\nPapers: Report 7; Plan\nn The report was received.\n"
    line = like("bulleted-exchanges", words={"documents_line": "(References – {documents}.)"})
    assert "\n(References – Report 7; Plan.)\n" in printed(item, line)
    none = printed(item, like("bulleted-exchanges", words={"documents": ""}))
    assert "Report 7" not in none


def test_when_it_closed_is_said_once():
    close = "The meeting closed at 9.05pm.\n"
    style = house_style("slash-numbers")
    assert printed(MOVED, style).count(close) == 1
    for words in (
        "n The meeting closed at 9.05pm.",
        "x 21:05 [closed]",
        "n There being no further business the Chairman closed the meeting at 9.05pm.",
    ):
        assert printed(f"{MOVED}{words}\n", style).count("9.05pm") == 1
    assert close in printed(f"{MOVED}n The meeting was closed to the public.\n", style)


def test_the_result_may_stand_below_the_names():
    moved = "m That it be moved. / Cllr P Birch / Cllr T Crome"
    vote = f"{moved}\nv for Cllr P Birch; Cllr T Crome against Cllr M Arden"
    told = decided(vote, house_style("canadian-council"))
    assert told.splitlines()[-3:] == [
        "Yeas: Councillor P Birch, Councillor T Crome",
        "Nays: Councillor M Arden",
        "Motion Passed (2 to 1)",
    ]


def test_a_second_title_belongs_to_the_name_and_cr_is_one():
    head = HEAD.replace("Cllr P Birch", "Cllr Mrs P Birch").replace("Cllr T Crome", "Cr T Crome")
    moved = "m That it be moved. / Cllr Mrs P Birch / Cr T Crome\n"
    told = printed(f"# 4. Bench\n{moved}", house_style("bulleted-exchanges"), head)
    assert "Moved by Councillor Mrs Birch, seconded by Cr Crome." in told


@pytest.mark.parametrize(
    ("nature", "told"),
    [
        ("Personal interest, as a tenant", "declared a personal interest, as a tenant."),
        ("Other Registrable Interest", "declared an Other Registrable Interest."),
        ("a Personal Interest", "declared a Personal Interest."),
    ],
)
def test_an_interest_typed_with_a_capital_is_a_part_of_its_sentence(nature: str, told: str):
    assert told in printed(f"# 4. Bench\ni Cllr P Birch: {nature}\n", house_style("a-member"))


# What read wrong in minutes of bodies that no style was made from


def test_a_resolution_says_that_it_is_one_also_where_nobody_moved_it():
    style = house_style("irish-council")
    told = decided(MOVED.partition("\n")[2].strip(), style)
    assert told == (
        "Proposed by Councillor P Birch;\nSeconded by Councillor T Crome;\n"
        "And Resolved: “That the bench be moved.”\n\n(Unanimous)"
    )


def test_that_is_said_once_before_the_resolution_to_exclude_the_public():
    told = decided("x [excluded 3]", house_style("new-zealand"))
    assert "THAT, under section 100A(4)" in told
    assert "THAT That" not in told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "x 11:06 [adjourned] The meeting adjourned owing to a fire alarm.",
            "The meeting adjourned owing to a fire alarm (11.06 am).",
        ),
        (
            "x 11:06 [adjourned] Fewer than three being there, the Chair adjourned the meeting",
            "Fewer than three being there, the Chair adjourned the meeting (11.06 am).",
        ),
        (
            "x 11:06 [adjourned] The Committee adjourned at 11.05 am for tea.",
            "The Committee adjourned at 11.05 am for tea.",
        ),
        ("x [adjourned] The meeting was suspended.", "The meeting was suspended."),
        (
            "x 11:06 [adjourned] The Panel retired to consider its decision.",
            "The meeting was adjourned at 11.06 am. The Panel retired to consider its decision.",
        ),
        ("x 11:30 [resumed]", "The meeting resumed at 11.30 am."),
        (
            "x 21:05 [closed] There being no further business the Chair closed the meeting.",
            "There being no further business the Chair closed the meeting (9.05 pm).",
        ),
        ("x 11:06 [adjourned] Gohiriwyd y cyfarfod.", "Gohiriwyd y cyfarfod (11.06 am)."),
    ],
)
def test_a_step_that_its_words_tell_is_told_once_with_its_time(line: str, told: str):
    assert decided(line, house_style("bulleted-exchanges")) == told


@pytest.mark.parametrize(
    ("style", "first", "last"),
    [
        (
            "scottish-council",
            "Motion That the Board:",
            "– moved by Councillor Birch, seconded by Councillor Crome",
        ),
        (
            "bulleted-exchanges",
            "Motion: That the Board:",
            "Moved by Councillor Birch, seconded by Councillor Crome.",
        ),
        (
            "vote-in-the-outcome",
            "On a motion by Councillor Birch and seconded by Councillor Crome, that the Board:",
            "(2) buys no more.",
        ),
    ],
)
def test_who_moved_a_motion_in_limbs_stands_before_them_all_or_below(
    style: str, first: str, last: str
):
    moved = (
        "m That the Board:\n  (a) thanks the volunteers; and\n  (b) buys no more."
        " / Cllr P Birch / Cllr T Crome"
    )
    told = [line.strip() for line in decided(moved, house_style(style)).splitlines()]
    assert (told[0], told[-1]) == (first, last)


def test_what_became_of_a_motion_in_limbs_stands_below_them():
    moved = "m That the Board:\n  (a) thanks them; and\n  (b) rests. [withdrawn]"
    told = decided(moved, house_style("bulleted-exchanges"))
    assert told.endswith("(b) rests.\n\nThe motion was withdrawn.")


def test_a_motion_in_limbs_that_the_decision_repeats_is_told_once():
    items = (
        "# 4. Bench\nm That:\n  (a) it be moved; and\n  (b) painted."
        " / Cllr P Birch / Cllr T Crome\n"
        "v unanimous\n= That:\n  (a) it be moved; and\n  (b) painted.\n"
    )
    told = printed(items, house_style("tally-after"))
    assert told.count("it be moved") == told.count("Birch and seconded by") == 1


def test_a_councillor_who_presents_is_called_as_everybody_else():
    told = printed("# 4. Bench\nBy: Cllr P Birch\nn It is old.", house_style("a-member"))
    assert "Presented by: Councillor P Birch" in told


def test_who_is_out_for_several_items_has_them_in_one_note():
    out = "- Cllr T Crome [interest]\nn It was.\n"
    told = printed(f"# 4. A\n{out}# 5. B\n{out}# 6. C\n{out}", house_style("cabinet-parts"))
    assert "Councillor T Crome (except items 4, 5 and 6)" in told


@pytest.mark.parametrize(
    ("item", "is_said_again"),
    [
        ("# 5. Date of next meeting\nn Thursday 9 April 2026 at 7.30 pm.", False),
        ("# 5. Any other business\nn The next meeting would be on 9th April.", False),
        ("# 5. Dates of meetings\nn 9 April; 14 May.", False),
        ("# 5. Date of next meeting\nn It was agreed.", True),
        ("# 5. Date of next meeting\nn", True),
        ("# 5. Items for the next meeting", True),
        ("# 5. Fair\nn The fair was on 9 April 2026.", True),
        ("# 5. Date of next meeting\na Book the hall for 9 April 2026.", True),
    ],
)
def test_the_next_meeting_is_not_said_again_where_an_item_says_it(item: str, is_said_again: bool):
    head = f"{HEAD}Next: 2026-04-09\n"
    told = printed(item, house_style("slash-numbers"), head)
    assert ("Next meeting: 9 April 2026." in told) is is_said_again


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("bulleted-exchanges", "will be held on Tuesday 14 July 2026 at 6.30 pm, Hall."),
        ("new-zealand", "will be held on Tuesday 14 July 2026 at 6.30p.m., Hall."),
        ("canadian-council", "will be held on Tuesday, July 14, 2026 at 6:30 PM, Hall."),
        ("initials-and-actions", "Next meeting: 14 July 2026 at 18.30, Hall"),
        ("welsh-community-council", "nesaf nos Fawrth 14 Gorffennaf 2026 am 6.30 yh, Hall."),
    ],
)  # fmt: skip
def test_the_next_meeting_is_told_with_time_and_place_as_the_house_tells_them(style, told):
    head = f"{HEAD}Next: 2026-07-14 18:30, Hall\n"
    assert told in printed("# 5. Fair\nn It was fair.", house_style(style), head)
    assert "Hall" not in printed(
        "# 5. Fair\nn So.", house_style(style), f"{HEAD}Next: 2026-07-14\n"
    )


@pytest.mark.parametrize(
    "title",
    ["Date of next meeting", "To note the date and time of the next meeting", "Next meeting",
     "Dates of future Committee meetings", "Date and time of next meeting in public",
     "Date of the next meeting of the Joint Committee", "Dyddiad y cyfarfod nesaf"],
)  # fmt: skip
def test_the_next_meeting_is_told_once_below_the_item_that_is_there_for_it(title: str):
    head = f"{HEAD}Next: 2026-07-14 18:30, in the Hall\n"
    told = printed(f"# 5. {title}\n# 6. Fair\nn So.", house_style("tally-after"), head)
    sentence = "The next meeting will be held on Tuesday 14 July 2026 at 6.30pm in the Hall."
    assert f"{title}\n\n{sentence}" in told
    assert told.count("The next meeting will") == 1


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("new-zealand", "Recommendation to Council: THAT the rate be set."),
        ("irish-council", "Recommended to Council: “That the rate be set.”"),
        ("canadian-council", "Recommendation to Council: That the rate be set."),
    ],
)
def test_a_recommendation_to_a_body_is_told_as_overseas_councils_do(style: str, told: str):
    assert decided("> Council: That the rate be set.", house_style(style)).endswith(told)


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("new-zealand", "THAT, under section 76, it be adopted."),
        ("ensuing-discussion", "RESOLVED that, under section 76, it be adopted."),
        ("moved-run-in", "RESOLVED THAT:\n\nunder section 76, it be adopted."),
    ],
)
def test_a_comma_behind_that_stays_unless_a_colon_stands_for_it(style: str, told: str):
    assert told in decided("= That, under section 76, it be adopted.", house_style(style))


@pytest.mark.parametrize(
    ("owner", "told"),
    [
        ("jd and Treasurer", "Mrs J Dray and Sam Poe"),
        ("Mrs J Dray, Sam Poe", "Mrs J Dray and Sam Poe"),
        ("Cllr Birch and Cllr Crome", "Councillors P Birch and T Crome"),
        ("Sam Poe, Treasurer", "Sam Poe, Treasurer"),  # one, by two names
        ("Head of Planning and Parks", "Head of Planning and Parks"),
    ],
)
def test_two_owners_are_told_by_their_names_in_a_house_without_initials(owner: str, told: str):
    head = HEAD.replace("(Clerk)", "(Clerk) [jd]; Sam Poe (Treasurer)")
    assert f"Owner: {told}." in printed(f"# 5. A\na Go. @{owner}", house_style("tally-after"), head)


def test_a_monthly_meeting_is_that_of_the_council():
    head = HEAD.replace("Committee: Much Marling Parish Council", "Committee: Monthly Meeting")
    told = printed("# 1. A\n", house_style("irish-council"), head)
    assert "proceedings at Monthly Meeting of Much Marling Parish Council\n" in told


def test_an_action_that_says_who_is_to_do_it_has_that_owner():
    told = printed(
        "# 5. A\nACTION: Clerk to get three quotes by 30 June\n", house_style("a-member")
    )
    assert "Get three quotes.\nOwner: Mrs J Dray. Due: 30 June 2026." in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The Board noted the report.", "NOTED the report."),
        ("Governors noted that it was late.", "NOTED that it was late."),
        ("The Board received and noted it.", "NOTED the Board received and noted it."),
    ],
)
def test_what_a_body_noted_is_not_said_to_be_noted_twice(words: str, told: str):
    assert decided(f"= [noted] {words}", house_style("numbers-for-life")) == told


def test_a_member_with_a_ward_in_brackets_is_known_by_the_surname():
    head = HEAD.replace("Cllr P Birch;", "Cllr P Birch (Marling East) (Vice-chairman);")
    told = printed(MOVED, house_style("tally-after"), head)
    assert "Councillor Birch" in told
