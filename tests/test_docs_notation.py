"""What the page about the notation says of marks, tags and keys is what the code reads."""

import re

import pytest

from clerkapp.meeting.decisions import PARTS, Decision, Outcome, Referral
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Business
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.votes import Fate
from clerkapp.notation import header, reading
from clerkapp.notation.marks import AMENDMENT, KIND_OF
from clerkapp.notation.reading import read_notation
from clerkapp.notation.writing import write_notation
from clerkapp.resources import checkout

PAGE = (checkout() / "docs" / "notation.md").read_text(encoding="utf-8")
HEADER = """\
Date: 2026-03-05
Present: Cllr S Banerjee (Chair); Cllr A Marsden; Cllr G Pryce; Cllr C Ó Briain
In attendance: Jo Ray (Head of Legal) [hol]
"""


def _rows(section: str) -> list[list[str]]:
    """The cells of the rows of the table under that heading."""
    text = PAGE.split(f"\n## {section}\n")[1].split("\n## ")[0]
    table = re.findall(r"^\| (`.*) \|$", text, re.MULTILINE)
    return [row.split(" | ") for row in table]


def _code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


HEADER_KEYS = {_code(key)[0]: _code(example)[0] for key, example in _rows("Keys of the header")}
ITEM_KEYS = {_code(key)[0]: _code(example)[0] for key, example in _rows("Keys of an item")}
MARKS = [(_code(marks), kind, _code(example)[0]) for marks, kind, example in _rows("Marks")]
TAGS = [tag for row in _rows("Tags") for tag in _code(row[0])]


def _entry(line: str) -> Entry:
    """The entry in `line`, which is read without a remark."""
    found = read_notation(f"{HEADER}# 1. Item\n{line}\n# 8. Bids\n")
    assert found.remarks == ()
    (entry,) = found.meeting.items[0].entries
    return entry


def test_every_key_of_the_header_is_told_and_no_other():
    assert list(HEADER_KEYS) == list(dict.fromkeys(header._KEYS.values()))


def test_a_header_of_all_the_examples_is_read_without_a_remark_and_written_again():
    text = "\n".join(HEADER_KEYS.values()) + "\n\n# 1. Item\nn Heard.\n"
    found = read_notation(text)
    assert found.remarks == ()
    assert write_notation(found.meeting).splitlines() == [
        *(line for key, line in HEADER_KEYS.items() if key != "Dismissed"),
        HEADER_KEYS["Dismissed"],
        *text.splitlines()[-3:],
    ]


def test_every_key_of_an_item_is_told_and_no_other():
    assert set(ITEM_KEYS) == {*reading._KEY_FIELDS, "Papers"}
    text = "\n".join((f"{HEADER}Status: draft\n\n# 1. Item", *ITEM_KEYS.values())) + "\n"
    found = read_notation(text)
    assert found.remarks == ()
    assert not found.meeting.items[0].entries
    assert set(ITEM_KEYS.values()) < set(write_notation(found.meeting).splitlines())


def test_every_sort_of_business_is_told():
    section = PAGE.split("\n## Keys of an item\n")[1].split("\n## ")[0]
    assert all(f"`{each}`" in section for each in Business if each)


def test_every_mark_is_told_and_no_other():
    assert {mark for marks, *_ in MARKS for mark in marks} == set(KIND_OF)


@pytest.mark.parametrize(("marks", "kind", "line"), MARKS, ids=str)
def test_a_mark_makes_what_the_page_says(marks: list[str], kind: str, line: str):
    entry = _entry(line)
    assert line.split(maxsplit=1)[0] in marks
    assert entry.kind is KIND_OF[marks[0]]
    assert marks == [AMENDMENT] or kind.startswith(entry.kind)


ON = {
    "exempt": "n Heard.",
    "by": "n Heard.",
    "done": "a Write. @Jo Ray",
    "withdrawn": "m That it be noted.",
    "fell": "m That it be noted.",
    "accepted": "m+ That it be noted.",
    "item": "i Cllr A Marsden: a gift; left the room",
    "interest": "- 19:50 Cllr A Marsden",
}


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_is_taken_from_the_words_and_says_something(tag: str):
    word = re.match(r"\[([a-z]+)", tag)[1]
    if word in ON:
        with_tag, without = _entry(f"{ON[word]} {tag}"), _entry(ON[word])
        assert with_tag != without
        assert with_tag.text == without.text
    elif tag[1:-1] in set(Outcome):
        assert _entry(f"= {tag} That it be so.").text == "That it be so."
        decision = _entry(f"= {tag} That it be so.").facts
        assert decision == (None if tag == "[resolved]" else Decision(Outcome(tag[1:-1])))
    else:
        entry = _entry(f"x 20:15 {tag} It was late.")
        assert isinstance(entry.facts, Proceeding)
        assert entry.facts.step == word
        assert entry.text == "It was late."


def test_every_fate_outcome_and_step_is_told():
    words = {re.match(r"\[([a-z]+(?: action)?)", tag)[1] for tag in TAGS}
    assert {*filter(None, Fate), *Outcome, *Step} <= words
    assert words == {*filter(None, Fate), *Outcome, *Step, *ON}


def test_a_vote_and_a_decision_are_written_as_the_page_says():
    section = PAGE.split("\n## Marks\n")[1].split("\n## ")[0]
    (by_name,) = (each for each in _code(section) if each.startswith("v for Cllr"))
    assert len(_entry(by_name).facts.in_favour) == 2
    (own,) = (each for each in _code(section) if each.startswith("own "))
    assert len(_entry(f"v for 3 against 1 {own}").facts.own) == 1
    parts = [each for each in _code(section) if each.endswith(":") and each[0].isupper()]
    decision = _entry("\n  ".join(("= That it be so.", *(f"{part} none" for part in parts))))
    stated = dict.fromkeys(PARTS, "none")
    assert decision.facts == Decision(Outcome.RESOLVED, **stated)
    recommended = _entry("\n  ".join(("> Council: That it be so.", *(f"{p} none" for p in parts))))
    assert recommended.facts == Referral("Council", **stated)
