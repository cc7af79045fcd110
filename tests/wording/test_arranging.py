"""Each axis of the layout: what it does to the passages, and what it leaves alone."""

import pytest
from msgspec.structs import replace

from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.decision_sheet import decision_sheet
from clerkapp.wording.house_style import HouseStyle, house_style
from clerkapp.wording.minutes import Audience, Minutes, Passage, Role

HEADER = """\
Date: 2026-03-05
Start: 19:00
End: 20:47
Next: 2026-06-11
Present: Cllr R Finch (Chair); Cllr T Ali
In attendance: Jo Ray (Head of Legal)
# 6. Item
"""


def style(base: str = "numbered-paragraphs", **tables: dict[str, str]) -> HouseStyle:
    made = house_style(base)
    changed = {name: replace(getattr(made, name), **keys) for name, keys in tables.items()}
    return replace(made, **changed)


def printed(lines: str, in_style: HouseStyle, audience: Audience = Audience.PUBLIC) -> Minutes:
    reading = read_notation(HEADER + lines)
    assert reading.remarks == ()
    return compose(reading.meeting, in_style, audience)


def passages(lines: str, in_style: HouseStyle) -> tuple[Passage, ...]:
    return printed(lines, in_style).sections[0].passages


PLAIN = {"paragraphs": "plain"}


def test_questions_that_follow_each_other_are_the_rows_of_one_table():
    made = passages(
        "q Why?\nr So.\na Send it. @Jo Ray\nq When?\nn Then.\nq Who?\n",
        style(layout=PLAIN | {"exchanges": "rows", "owners": "after"}),
    )
    tables = [each.table for each in made if each.table]
    assert [len(table.rows) for table in tables] == [2, 1]
    assert tables[0].rows[0] == ("Why?", "So.", "Send it. Owner: Jo Ray.")
    assert tables[0].rows[1] == ("When?", "–", "–")
    assert [len(each.entry_ids) for each in made] == [4, 1, 1]


def test_points_have_letters_that_begin_anew_after_other_words():
    made = passages("c A.\nc B.\nn So.\nc C.\n", style(layout=PLAIN | {"points": "lettered"}))
    assert [each.letter for each in made] == [1, 2, 0, 1]


def test_a_lead_in_of_the_house_stands_before_points_that_have_none():
    of = style(layout=PLAIN, words={"lead_in": "Points made:"})
    assert [p.text for p in passages("n So.\nc A.\nc B.\n", of)] == [
        "So.",
        "Points made:",
        "A.",
        "B.",
    ]
    assert [p.text for p in passages("k Members said:\nc A.\n", of)] == ["Members said:", "A."]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("The need for lights.", "the need for lights."),
        ("Thelma Road was dark.", "Thelma Road was dark."),
        ("Councillor Finch was glad.", "Councillor Finch was glad."),
        ("A12 traffic.", "A12 traffic."),
    ],
)
def test_only_a_point_that_begins_with_no_name_begins_small(typed: str, said: str):
    of = style(layout=PLAIN | {"points_begin": "lower case"})
    assert passages(f"c {typed}\n", of)[0].text == said


MOVED = "m That it be noted. / Cllr R Finch / Cllr T Ali\nv for 2 against 0 abstained 0\n"


def test_a_motion_whose_words_were_decided_is_told_with_the_decision():
    of = style(layout=PLAIN | {"motions": "with the decision"}, votes={"movers": "below"})
    made = passages(f"{MOVED}= That it be noted.\n", of)
    assert [p.role for p in made] == [Role.DECISION, Role.MOTION, Role.VOTE]
    assert made[1].text == "Moved by Councillor Finch, seconded by Councillor Ali."
    assert len(made[0].entry_ids) == 2


@pytest.mark.parametrize(
    "lines",
    [
        f"{MOVED}= That it be deferred.\n",
        f"{MOVED}n So it was.\n= That it be noted.\n",
        MOVED,
        "m+ That it be noted. / Cllr R Finch / Cllr T Ali\n= That it be noted.\n",
    ],
)
def test_a_motion_that_was_not_decided_in_its_words_stays(lines: str):
    of = style(layout=PLAIN | {"motions": "with the decision"})
    assert passages(lines, of)[0].role is Role.MOTION


@pytest.mark.parametrize(
    ("movers", "roles"),
    [
        ("before", [Role.MOTION, Role.DECISION, Role.VOTE]),
        ("below", [Role.DECISION, Role.MOTION, Role.VOTE]),
        ("after", [Role.DECISION, Role.VOTE]),
        ("nowhere", [Role.DECISION, Role.VOTE]),
    ],
)
def test_who_moved_stands_where_the_house_has_it(movers: str, roles: list[Role]):
    of = style(layout=PLAIN | {"motions": "with the decision"}, votes={"movers": movers})
    made = passages(f"{MOVED}= That it be noted.\n", of)
    assert [each.role for each in made] == roles
    assert ("Finch" in "".join(p.text for p in made)) is (movers != "nowhere")


def test_an_outcome_may_have_a_line_to_itself_and_no_number():
    of = style(layout={"outcomes": "centred line"})
    label, words = passages("= That it be noted.\n", of)
    assert (label.text, label.is_centred, label.number) == ("RESOLVED:", True, "")
    assert (words.text, words.number) == ("That it be noted.", "6.1")


def test_an_outcome_in_plain_letters_is_not_bold():
    (made,) = passages("= That it be noted.\n", style(layout={"outcome_look": "plain"}))
    assert made.text == "RESOLVED: That it be noted."
    assert not any(run.bold for run in made.runs)


@pytest.mark.parametrize(
    ("label", "typed", "said"),
    [
        ("RESOLVED that", "That it be noted.", "RESOLVED that it be noted."),
        ("RESOLVED that", "To note it.", "RESOLVED To note it."),
        ("RESOLVED that –", "That: it go.", "RESOLVED that it go."),
        ("THAT", "That it be noted.", "THAT it be noted."),
        ("RESOLVED:", "That it be noted.", "RESOLVED: That it be noted."),
        ("RESOLVED that", "Thatcher Road be mended.", "RESOLVED Thatcher Road be mended."),
    ],
)
def test_that_is_said_once(label: str, typed: str, said: str):
    (made,) = passages(f"= {typed}\n", style(layout=PLAIN, decisions={"resolved": label}))
    assert made.text == said


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ("as typed", ["(a)", "(i)", "(ii)", "(b)"]),
        ("(1)", ["(1)", "(i)", "(ii)", "(2)"]),
        ("1.", ["1.", "i.", "ii.", "2."]),
        ("a)", ["a)", "i)", "ii)", "b)"]),
        ("(i)", ["(i)", "(a)", "(b)", "(ii)"]),
    ],
)
def test_limbs_have_the_labels_of_the_house(labels: str, told: list[str]):
    lines = "= That:\n  (a) one:\n  (i) two\n  (ii) three\n  (b) four\n"
    (made,) = passages(lines, style(layout=PLAIN | {"limb_labels": labels}))
    assert [limb.label for limb in made.limbs] == told
    assert [limb.level for limb in made.limbs] == [0, 1, 1, 0]


def test_the_decision_of_an_item_stands_first_under_its_heading():
    of = style(layout=PLAIN | {"item_parts": "decision first"})
    made = passages("n So.\n= That it go.\n", of)
    assert [(p.text, p.is_heading) for p in made] == [
        ("Decision", True), ("RESOLVED: That it go.", False), ("Minutes", True), ("So.", False),
    ]  # fmt: skip
    assert [p.text for p in passages("n So.\n", of)] == ["So."]


def test_what_is_to_be_done_stands_at_the_right_or_is_left_to_the_table():
    line = "n So.\na Send it. @Jo Ray\n"
    right = passages(line, style(layout=PLAIN | {"actions": "right-hand column"}))
    assert [(p.text, p.at_right) for p in right] == [("So.", ""), ("Send it.", "Jo Ray")]
    left_out = printed(line, style(layout=PLAIN | {"actions": "left out"}))
    assert [p.text for p in left_out.sections[0].passages] == ["So."]
    assert left_out.actions is not None
    assert printed(line, style(layout={"action_table": "none"})).actions is None
    assert printed(line, style(layout={"action_table": "first"})).actions_first


@pytest.mark.parametrize(
    ("table", "told"), [("none", "Send it. Due: 1 May 2026."), ("last", "Send it.")]
)
def test_by_when_stands_with_what_is_at_the_right_where_no_table_tells_it(table: str, told: str):
    of = style(layout=PLAIN | {"actions": "right-hand column", "action_table": table})
    (made,) = passages("a Send it. @Jo Ray by 2026-05-01\n", of)
    assert (made.text, made.at_right) == (told, "Jo Ray")


def test_an_action_of_nobody_is_marked_at_the_right_all_the_same():
    (made,) = passages("a Send it.\n", style(layout={"actions": "right-hand column"}))
    assert made.at_right == "Action:"


def test_numbers_of_the_year_are_made_of_plain_ones_wherever_they_are_printed():
    of = style("slash-numbers")
    made = printed("- 19:50 Cllr T Ali\n# MPC 9. Next\n# Last\n", of)
    assert [s.number for s in made.sections] == ["6/26", "MPC 9", "MPC 10"]
    undated = compose(read_notation("# 6. A\nn So.\n").meeting, of)
    assert undated.sections[0].number == "6"


def test_paragraphs_may_count_in_two_figures():
    of = style(layout={"paragraphs": "numbered in two figures"})
    assert [p.number for p in passages("n A.\nn B.\n", of)] == ["6.01", "6.02"]


def test_the_agenda_number_stays_with_an_item_that_was_taken_out_of_its_order():
    of = style("numbers-for-life")
    made = printed("# 9. Late\n# 7. Early\n", of)
    assert [s.title for s in made.sections] == [
        "Item (Agenda item 1)", "Late (Agenda item 4)", "Early (Agenda item 2)",
    ]  # fmt: skip


def test_the_agenda_number_may_stand_before_the_title_as_a_second_number():
    of = style("numbers-for-life", layout={"agenda_numbers": "before the title"},
               words={"agenda_number": "{agenda}."})  # fmt: skip
    made = printed("# 9. Late\n", of)
    assert [(s.number, s.title) for s in made.sections] == [
        ("6", "1.\u2003Item"), ("9", "4.\u2003Late"),
    ]  # fmt: skip


def test_a_motion_that_goes_on_after_a_comma_begins_with_a_small_that():
    of = style("vote-in-the-outcome")
    (made,) = passages("m That it go. / Cllr R Finch / Cllr T Ali\n", of)
    assert ", that it go" in made.text


INTERESTS = """\
i Cllr T Ali: DPI, as a director; left the room [item 7]
i Cllr R Finch: as a friend of the applicant
n A member asked about it.
i Cllr R Finch: as a trustee
# 7. Bids
"""


def test_declarations_that_follow_each_other_are_the_rows_of_one_table():
    made = passages(INTERESTS, style(layout=PLAIN | {"interests": "table"}))
    tables = [each.table for each in made if each.table]
    assert tables[0].headings == ("Name", "Item", "Interest", "Action taken")
    assert tables[0].rows == (
        ("Councillor T Ali", "7 Bids", "Disclosable pecuniary interest, as a director",
         "Left the room"),
        ("Councillor R Finch", "–", "As a friend of the applicant", "–"),
    )  # fmt: skip
    assert [len(table.rows) for table in tables] == [2, 1]
    assert [each.text for each in made if not each.table] == ["A member asked about it."]
    assert [len(each.entry_ids) for each in made] == [2, 1, 1]


@pytest.mark.parametrize(
    "nature",
    [
        "DPI in item 7, as a director",
        "item 7 – DPI, as a director",
        "DPI in agenda item 7 as one",
        "DPI in the item on the bids, as one",
    ],
)
def test_the_item_has_its_own_column_and_is_not_told_twice(nature: str):
    lines = INTERESTS.replace("DPI, as a director", nature)
    made = passages(lines, style(layout=PLAIN | {"interests": "table"}))
    item, interest = next(each.table for each in made if each.table).rows[0][1:3]
    assert (item, "7" in interest) == ("7 Bids", False)
    assert interest.startswith("Disclosable pecuniary interest")
    assert "bids" not in interest


def test_an_exempt_declaration_stays_a_sentence_and_out_of_the_table():
    lines = "[exempt 3] i Cllr T Ali: as a director\ni Cllr R Finch: as a friend\n"
    of = style(layout=PLAIN | {"interests": "table"})
    for audience, shown in ((Audience.PUBLIC, False), (Audience.CONFIDENTIAL, True)):
        made = printed(lines, of, audience).sections[0].passages
        rows = [row for each in made if each.table for row in each.table.rows]
        assert [row[0] for row in rows] == ["Councillor R Finch"]
        assert any("as a director" in each.text for each in made) is shown


def test_within_a_table_of_items_interests_are_sentences_and_nothing_is_a_table():
    rows = {"items": "in a table", "interests": "table", "exchanges": "rows"}
    of = style(layout=PLAIN | rows, votes={"ballots": "table"})
    made = passages(f"q Why?\nb Chair: Cllr T Ali 3; Cllr R Finch 2\n{INTERESTS}", of)
    assert len(made) > 4
    assert [each.table for each in made if each.table] == []


ORDERS = {
    "apologies after members": "Present Apologies Absent In attendance Guests Public present",
    "apologies after officers": "Present In attendance Apologies Absent Guests Public present",
    "apologies last": "Present In attendance Guests Public present Apologies Absent",
}


@pytest.mark.parametrize(("order", "titles"), ORDERS.items(), ids=ORDERS)
def test_the_lists_of_who_was_there_stand_in_the_order_of_the_house(order: str, titles: str):
    header = """\
Present: Cllr R Finch
Apologies: Cllr T Ali
Absent: Cllr A Ash
In attendance: Jo Ray
Guests: Kim Poe
Public: 3
"""
    of = style(layout={"attendance": "lists", "people_order": order})
    made = compose(read_notation(header).meeting, of)
    assert " ".join(each.title for each in made.people) == titles


def test_recommendations_come_first_and_nil_is_said():
    of = style("cabinet-parts")
    made = printed("n So.\n# 7. B\n> Council: That it go.\n", of)
    assert [(s.number, s.part) for s in made.sections] == [
        ("7", "PART I – RECOMMENDATIONS"), ("6", "PART II – MINUTES"),
    ]  # fmt: skip
    (alone,) = printed("n So.\n", of).sections
    assert alone.part == "PART I – RECOMMENDATIONS – NIL\nPART II – MINUTES"


def test_the_last_lines_are_left_out_where_their_times_are_not_known():
    of = style(words={"close": "Began {start}, ended {end}.", "next_meeting": "Next: {date}."})
    assert printed("", of).closing == ("Began 7.00 pm, ended 8.47 pm.", "Next: 11 June 2026.")
    bare = compose(read_notation("Date: 2026-03-05\n# 1. A\n").meeting, of)
    assert bare.closing == ()
    assert decision_sheet(printed("= That it go.\n", of)).closing == ()


def test_attendance_by_letters_and_as_the_table_at_the_head():
    letters = printed("", style(layout={"attendance": "letters"})).attendance
    assert letters is not None
    assert [row[-1] for row in letters.rows] == ["P", "P", "P"]
    made = printed("", style(layout={"attendance": "heading table"}))
    assert made.attendance is not None
    assert made.attendance.rows[0] == ("Date", "5 March 2026")
    assert ("Present", "Councillor R Finch, Chair\nCouncillor T Ali") in made.attendance.rows
    assert (made.people, made.details) == ((), ())


def test_the_chair_is_called_what_the_house_calls_the_chair():
    of = style(layout={"chair": "Convener"})
    assert printed("", of).people[0].people[0] == "Councillor R Finch, Convener"
    assert printed("", of).signature[0] == "Signed (Convener) "
    typed = HEADER.replace("(Chair)", "(Chairman)")
    kept = compose(read_notation(typed).meeting, of)
    assert kept.people[0].people[0] == "Councillor R Finch, Chairman"
