"""Each rule, with what it finds and what it lets be."""

import pytest

from clerkapp.checking.check import RULES, check
from clerkapp.checking.findings import Severity
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource

HEADER = """\
Date: 2026-03-05
Present: Cllr S Banerjee (Chair); Cllr A Pilgrim; Cllr C Ó Briain; Cllr D van der Berg
In attendance: Chief Digital Officer [cdo]
# 6. Update
"""
DECIDED = "= That it be noted."


def meeting(*lines: str) -> Meeting:
    return read_notation(HEADER + "\n".join(lines)).meeting


def found(rule: str, *lines: str) -> list[str]:
    return [f.what for f in check(meeting(*lines)) if f.rule == rule]


@pytest.mark.parametrize(
    "line",
    [
        "= That it be noted.",
        "> Cabinet: That it be so.",
        "n The report was noted.",
        "n There were no declarations of interest.",
        "n Apologies were received from Councillor Pilgrim.",
        "n The item was deferred to June.",
        "n No further action was needed.",
        "n It was agreed to write.",
        "i Cllr Pilgrim: a gift",
        "x 20:00 The meeting was closed.",
    ],
)
def test_d1_an_outcome_in_any_form_is_one(line: str):
    assert found("D1", "q Members asked why.", line) == []


@pytest.mark.parametrize(
    "line",
    ["q Members asked whether it was agreed.", "n The officer gave a talk.", "a Write. @Clerk"],
)
def test_d1_an_item_without_an_outcome_is_found(line: str):
    assert found("D1", line) == ["“Update” has no outcome"]


@pytest.mark.parametrize(
    ("title", "asks"),
    [
        ("Welcome and introductions", False),
        ("Apologies for absence", False),
        ("Declarations of interest", False),
        ("Members’ declarations of lobbying", False),
        ("Public question time", False),
        ("Questions from members of the public", False),
        ("Date of next meeting", False),
        ("To note the date and time of the next meeting", False),
        ("Budget monitoring (for information only)", False),
        ("Quarterly report – for noting", False),
        ("Items for information", False),
        ("Presentation by the Fire Service", False),
        ("Matters arising", False),
        ("Matters arising from the minutes of 3 June", False),
        ("Action log", False),
        ("Votes of sympathy", False),
        ("Materion yn codi", False),
        ("Heritage matters", True),
        ("Action on potholes", True),
        ("Datganiadau o fuddiant", False),
        ("Ymddiheuriadau", False),
        ("Public toilets", True),
        ("Questions of policy", True),
        ("Request for information", True),
        ("Minutes of the last meeting", True),
        ("Items for the next meeting", True),
    ],
)
def test_d1_asks_no_outcome_where_there_is_nothing_to_decide(title: str, asks: bool):
    text = f"Date: 2026-03-05\n# 1. {title}\nn The Chair spoke of it.\n"
    assert [f.rule for f in check(read_notation(text).meeting)].count("D1") == asks


@pytest.mark.parametrize(
    ("lines", "asks"),
    [
        (["n There are 11 people waiting. Noted."], False),
        (["n Noted"], False),
        (["n The position of the tenants, it was noted."], False),
        (["n It was noted that a letter had come."], False),
        (["n Nodwyd bod llythyr wedi dod."], False),
        (["n None."], False),
        (["n Nil"], False),
        (["n Dim."], False),
        (["n Penderfynwyd gofyn am bris."], False),
        (["n It was noted that a letter had come.", "q Members asked why."], True),
        (["n None of the tenants had come."], True),
        (["n The Chair said what she had noted."], True),
        (["q Members asked what was to be noted."], True),
    ],
)
def test_d1_what_was_noted_and_what_there_was_none_of_has_its_outcome(lines: list[str], asks: bool):
    assert bool(found("D1", *lines)) is asks


def test_d1_an_item_that_was_not_begun_or_is_exempt_or_untitled_is_let_be():
    text = "Date: 2026-03-05\nBefore.\n# 1. Empty\n# 2. Shut [exempt 3]\nn Secret."
    assert [f for f in check(read_notation(text).meeting) if f.rule == "D1"] == []


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("a Write. @cdo by 2026-04-02", []),
        ("a Write. @cdo by next meeting", []),
        ("a Write. @Somebody else by end of June", []),
        ("a Write.", ["A1", "A2"]),
        ("a Write. @cdo", ["A2"]),
        ("a Write. by 2026-04-02", ["A1"]),
        ("a Write. @cdo by asap", ["A2"]),
        ("a Write. @cdo by in due course", ["A2"]),
        ("a", []),
        ("n A report would be shared.", []),
    ],
)
def test_a1_and_a2_an_action_has_an_owner_and_a_date(line: str, rules: list[str]):
    assert [f.rule for f in check(meeting(line, DECIDED))] == rules


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Pilgrim asked why.",
        "Councillor A Pilgrim’s question was put.",
        "Cllrs Banerjee and Pilgrim, and Councillor Ó Briain, asked.",
        "Councillor van der Berg asked.",
        "Councillor Banerjee Chair of the Committee asked.",
        "The Chair asked. Councillors asked.",
    ],
)
def test_n1_somebody_on_the_lists_is_let_be(words: str):
    assert found("N1", f"n {words}", DECIDED) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("n Cllr Pigrim asked why.", "Councillor Pigrim is on none of the lists"),
        (
            "n Councillors Pilgrim, Hill and Banerjee asked.",
            "Councillor Hill is on none of the lists",
        ),
        ("m That it be so. / Cllr Hill", "Cllr Hill is on none of the lists"),
        ("+ 19:30 Cllr Hill", "Cllr Hill is on none of the lists"),
        ("a Write. @Cllr Hill by 2026-04-02", "Cllr Hill is on none of the lists"),
        ("q Members asked why. [by Cllr Hill]", "Cllr Hill is on none of the lists"),
        ("q Councillor Hill asked. [by Cllr Hill]", "Councillor Hill is on none of the lists"),
    ],
)
def test_n1_somebody_on_none_of_the_lists_is_found(line: str, what: str):
    assert found("N1", line, DECIDED) == [what]


def test_n1_offers_the_nearest_name_and_needs_a_list():
    (finding,) = check(meeting("n Cllr Pigrim asked.", DECIDED))
    assert finding.mend == "Did you mean Cllr A Pilgrim?"
    assert (finding.where, finding.severity) == ("item 6, entry 1", Severity.ERROR)
    bare = read_notation("Date: 2026-03-05\n# 1. A\nn Cllr Anybody asked.\n= Noted.").meeting
    assert check(bare) == ()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Thursday 5 March 2026", None),
        ("Thursday, 5th March", None),
        ("Thursday 4 March", None),  # 2027
        ("5 March 2026", None),
        ("Tuesday 13 July 2005", "“Tuesday 13 July 2005” is a Wednesday"),
        ("Tuesday 5th of March", "“Tuesday 5th of March” is a Thursday"),
        ("31 June 2026", "there is no such date as 31 June 2026"),
        ("29 February 2026", "there is no such date as 29 February 2026"),
        ("31 April", "there is no such date as 31 April"),
    ],
)
def test_s1_a_date_exists_and_is_on_its_weekday(words: str, what: str | None):
    assert found("S1", f"n It would be held on {words}.", DECIDED) == ([what] if what else [])


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("The next meeting would be on 14 July.", []),
        ("The next meeting would be on 15 July 2026.", ["Tuesday 14 July 2026"]),
        ("The fair would be on 15 July 2026.", []),
        ("The next meetings would be on 14 July and 15 September.", []),
        ("The next meetings would be on 15 July and 15 September.", []),
    ],
)  # fmt: skip
def test_s1_the_next_meeting_is_on_one_day(words: str, what: list[str]):
    made = read_notation(f"Next: 2026-07-14\n{HEADER}n {words}\n{DECIDED}").meeting
    told = [f.what for f in check(made) if f.rule == "S1"]
    assert told == [f"the next meeting is on {each} among the details" for each in what]


@pytest.mark.parametrize(("day", "is_wrong"), [("4", True), ("5", True), ("6", False)])
def test_s1_the_next_meeting_is_after_this_one(day: str, is_wrong: bool):
    made = read_notation(f"Next: 2026-03-{day}\n{HEADER}{DECIDED}").meeting
    told = [f.what for f in check(made) if f.rule == "S1"]
    assert bool(told) is is_wrong
    assert all("is not after this one" in each for each in told)


def test_s1_a_wrong_weekday_is_put_right():
    (finding,) = check(meeting("n On Tuesday 13 July 2005.", DECIDED))
    assert finding.mend == "Write Wednesday 13 July 2005, or correct the day."


@pytest.mark.parametrize(
    ("times", "wrong"),
    [
        (["19:31", "19:31", "19:36"], []),
        (["19:31", "", "19:30"], ["19:30"]),
        (["19:30", "20:10", "19:33", "19:36"], ["20:10"]),
        (["19:30", "19:31", "19:20", "19:33"], ["19:20"]),
        (["23:50", "00:10", "00:12"], []),
        (["00:10", "23:50"], ["23:50"]),
        (["19:31", "07:31"], ["07:31"]),
        (["", ""], []),
    ],
)
def test_s3_times_do_not_run_backwards_within_an_item(times: list[str], wrong: list[str]):
    lines = [f"{time} n Something.".strip() for time in times]
    expected = [f"{time} does not fit between the times around it" for time in wrong]
    assert found("S3", *lines, DECIDED) == expected
    assert all(f.severity is Severity.HINT for f in check(meeting(*lines)) if f.rule == "S3")


def test_s3_items_may_be_taken_out_of_order():
    assert found("S3", "20:00 n Later.", DECIDED, "# 7. Next", "19:10 n Before.", DECIDED) == []


def test_findings_come_most_serious_first_then_in_order():
    findings = check(meeting("a Write. @cdo", "n Cllr Hill asked.", "a Call."))
    assert [f.rule for f in findings] == ["D1", "N1", "A1", "A2", "A2"]


def test_every_rule_says_in_a_sentence_what_it_wants():
    assert all(rule.__doc__ for rule in RULES)


def test_the_sample_meeting_has_nothing_to_find():
    sample = resource("samples", "overview-and-scrutiny.minutes").read_bytes()
    assert check(read_notation(sample).meeting) == ()


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("Cllr Pilgrim declared an interest.", True),
        ("Cllr Pilgrim declared an interest in item 6 as a trustee.", False),
        ("No Member declared an interest in any item.", False),
    ],
)
def test_i2_a_note_that_somebody_declared_an_interest_says_in_what(words: str, is_found: bool):
    assert bool(found("I2", f"n {words}", DECIDED)) is is_found
