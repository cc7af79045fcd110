"""What published minutes say in order, each with invented people, is not found fault with."""

import pytest

from clerkapp.checking.check import check
from clerkapp.notation.reading import read_notation

HEAD = """Council: Much Marling Town Council
Committee: Town Council
Date: 2026-03-05
Start: 19:30
End: 21:00
Present: Cllr M Arden (Chair); Cllr Mrs. P Birch [PMB]; Cllr Crome; Cllr R Dale [RD]
"""


def found(items: str, rule: str) -> list[str]:
    reading = read_notation(f"{HEAD}\n{items}")
    assert reading.remarks == ()
    return [finding.what for finding in check(reading.meeting) if finding.rule == rule]


@pytest.mark.parametrize(
    "title",
    [
        "Apologies for absence and named substitutes",
        "Opening prayer",
        "Prayers",
        "Minute’s silence",
        "Welcome and introductions",
        "Mayor’s announcements",
        "Address by the new Chair",
        "Recording of proceedings",
        "Call to order",
        "Patient story",
        "Patient’s story: Ward 7",
        "Procedure",
        "Procedure for the hearing",
        "Headteacher’s report",
        "Head Teacher's termly report",
    ],
)
def test_what_is_said_at_the_opening_asks_for_no_outcome(title: str):
    assert found(f"# 1. {title}\nn The Mayor spoke to those who had come.\n", "D1") == []


def test_any_other_business_of_which_there_was_none_has_its_outcome():
    assert found("# 9. Any other business\nn There was none.\n", "D1") == []
    assert len(found("# 9. Any other business\nn There was none to speak of.\n", "D1")) == 1


def test_each_of_two_owners_is_looked_for_on_the_lists():
    head = "# 1. Paths\n= That the report be approved.\na Tell them."
    assert found(f"{head} @Cllr Dale; Cllr Crome by 2026-04-02\n", "N1") == []
    assert found(f"{head} @Cllr Dale and Cllr Ardern by 2026-04-02\n", "N1") == [
        "Cllr Ardern is on none of the lists"
    ]
    assert found(f"{head} @Head of Legal and Governance by 2026-04-02\n", "N1") == []


@pytest.mark.parametrize(
    "title",
    [
        "Prayer room lease",
        "The apology of the contractor",
        "Procedure for the sale of land",
        "The report of the headteacher on staffing",
    ],
)
def test_business_that_only_sounds_so_does_ask_for_one(title: str):
    item = f"Lease of the {title}" if title.startswith("Prayer") else title
    assert len(found(f"# 1. {item}\nn The Mayor spoke to those who had come.\n", "D1")) == 1


@pytest.mark.parametrize(
    "name", ["Cllr. RD", "Cllr. Mrs. PMB", "Councillor Rosa Dale", "Councillor L Crome"]
)
def test_a_member_is_known_by_code_and_by_first_name(name: str):
    said = f"# 1. Paths\nn {name} was late.\n= That the report be approved.\n"
    assert found(said, "N1") == []


@pytest.mark.parametrize("name", ["Councillor Susan Dale", "Councillor Ardern"])
def test_another_first_name_and_another_surname_are_somebody_else(name: str):
    said = f"# 1. Paths\nn {name} was late.\n= That the report be approved.\n"
    assert found(said, "N1") == [f"{name} is on none of the lists"]


def test_an_other_disclosable_interest_may_be_declared_by_one_who_stays():
    interest = "i Cllr R Dale: an Other Disclosable Interest, as a trustee; stayed [item 2]"
    items = f"# 1. Interests\n{interest}\n\n# 2. Grants\n= That they be paid.\n"
    assert found(items, "I1") == []
    pecuniary = items.replace("Other Disclosable", "disclosable pecuniary")
    assert len(found(pecuniary, "I1")) == 1


def test_numbers_of_a_municipal_year_are_numbers_and_follow_each_other():
    items = "".join(f"# Com/{n}/25-26. Paths\n= That they be cleared.\n\n" for n in (98, 99, 100))
    meeting = read_notation(f"{HEAD}\n{items}").meeting
    assert [item.number for item in meeting.items[:1]] == ["Com/98/25-26"]
    assert found(items, "S2") == []
    again = items.replace("100/", "99/")
    assert len(found(again, "S2")) == 1


def test_a_number_with_a_dot_within_needs_none_behind_it():
    items = "# 3. Police\nn None was there.\n\n# 3.1 Helipad\n= That lights be asked for.\n"
    meeting = read_notation(f"{HEAD}\n{items}").meeting
    assert [(item.number, item.title) for item in meeting.items] == [
        ("3", "Police"),
        ("3.1", "Helipad"),
    ]


def test_a_member_who_sent_somebody_and_a_candidate_from_outside_are_not_looked_for():
    head = HEAD.rstrip("\n") + "\nSubstitute: Cllr H Vane for Cllr M Zeller\n"
    typed = (
        "# 1. Apologies\nn Councillor Zeller sent apologies.\nb Independent Person: Ms L Amble 3"
    )
    named = [f.what for f in check(read_notation(f"{head}\n{typed}").meeting) if f.rule == "N1"]
    assert named == []
    assert found("# 1. Chair\nb Chair: Cllr Amble 3\n", "N1") == [
        "Cllr Amble is on none of the lists"
    ]
