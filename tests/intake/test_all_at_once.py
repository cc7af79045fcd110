"""Everything in a document edited in one go: each edit is found, taken, and printed so."""

from pathlib import Path

import pytest
from docx.text.paragraph import Paragraph
from word_files import InWord, compared_with, exported_word

from clerkapp.intake.taking import taken
from clerkapp.intake.word_file import read_word_file
from clerkapp.notation.reading import read_notation
from clerkapp.notation.word_paragraphs import evened
from clerkapp.notation.writing import write_notation

# Whoever is changed to somebody else is named in one place alone
MEETING = read_notation("""\
Council: Brookmere Borough Council
Committee: Leisure Committee
Date: 2026-03-05
Start: 19:00
End: 20:40
Place: Town Hall
Status: draft
First resolution: 12
Present: Cllr S Banerjee (Chair); Cllr N Novak; Cllr O Olsen; Cllr P Price; Cllr I Irwin; \
Cllr K Kemp; Cllr L Lund; Cllr M Moss; Cllr V Vane; Cllr W Webb; Cllr X Xu; Cllr Y York
In attendance: Head of Pools; Head of Parks

# 1. Declarations
i Cllr I Irwin: personal interest, as a swimmer; remained in the room [item 2]

# 2. Pools
n The pools were described at length.
k Members raised these points:
q Members asked whether the water was warm.
r The officer said that it was tepid.
c Councillor Banerjee praised the lifeguards.
a Measure the water. @Head of Pools by 2026-04-02
+ 19:15 Cllr L Lund
m That a boiler be bought. / Cllr M Moss / Cllr N Novak
m+ Insert “second-hand” before “boiler”. / Cllr S Banerjee / Cllr P Price
v for 1 against 4 lost
v for Cllr V Vane; Cllr S Banerjee; Cllr M Moss against Cllr W Webb carried
= That the Committee:
  (a) buys the boiler; and
  (b) thanks the plumber.
  Reasons: The old one leaks.
> Council: That the fees be raised.

# 3. Parks
b lead gardener: Cllr M Moss 2; Cllr S Banerjee 7
= That mowing be put off to June.
x 20:10 [adjourned]
x 20:25 [resumed]
n The hedges were noted.
""").meeting
WORDS = {
    "as a swimmer": "as a diver",
    "described at length": "described in brief",
    "raised these points": "raised those matters",
    "was warm": "was hot",
    "it was tepid": "it was lukewarm",
    "praised the lifeguards": "praised the attendants",
    "Measure the water": "Test the water",
    "a boiler be bought": "a heater be bought",
    "Insert “second-hand”": "Insert “used”",
    "buys the boiler": "buys the heater",
    "thanks the plumber": "thanks the fitter",
    "old one leaks": "old one drips",
    "fees be raised": "fees be doubled",
    "mowing be put off to June": "mowing be put off to July",
    "hedges were noted": "hedges were admired",
    "lead gardener": "head gardener",
}
FACTS = {
    **{f"{a} {b}": f"{c} {d}" for a, b, c, d in (
        ("I", "Irwin", "K", "Kemp"), ("N", "Novak", "O", "Olsen"), ("V", "Vane", "X", "Xu"),
        ("W", "Webb", "Y", "York"),
    )},
    "Irwin": "Kemp", "II": "KK", "Novak": "Olsen", "NN": "OO", "Vane": "Xu", "VV": "XX",
    "Webb": "York", "WW": "YY",
    "Owner: Head of Pools": "Owner: Head of Parks", "Cyfrifol: Head of Pools":
    "Cyfrifol: Head of Parks",
    "\tHead of Pools": "\tHead of Parks",
    "2 April": "3 April", "April 2,": "April 3,", "2 Ebrill": "3 Ebrill",
    **{f"{hour}{point}{was}": f"{hour}{point}{now}" for point in ".:" for hour, was, now in (
        ("7", "15", "16"), ("19", "15", "16"), ("8", "10", "11"), ("20", "10", "11"),
        ("8", "25", "26"), ("20", "25", "26"),
    )},
    "For 1, Against 4": "For 2, Against 3", "For: 1. Against: 4": "For: 2. Against: 3",
    "one in favour, four against": "two in favour, three against",
    "by 1 vote to 4": "by 2 votes to 3", "Failed (1 to 4)": "Failed (2 to 3)",
    "1 o blaid, 4 yn erbyn": "2 o blaid, 3 yn erbyn",
    "Moss 2": "Moss 1", "MM 2": "MM 1", "Moss two": "Moss one",
    "to Council": "to Cabinet", "To Council": "To Cabinet", "(Council)": "(Cabinet)",
}  # fmt: skip
TAKEN = (
    "i Cllr K Kemp: personal interest, as a diver; remained in the room",
    "a Test the water. @Head of Parks by 2026-04-03",
    "+ 19:16 Cllr L Lund",
    "m That a heater be bought. / Cllr M Moss / Cllr O Olsen",
    "m+ Insert “used” before “boiler”. / Cllr S Banerjee / Cllr P Price",
    "v for 2 against 3 lost",
    "v for Cllr X Xu; Cllr S Banerjee; Cllr M Moss against Cllr Y York carried",
    "(a) buys the heater; and\n  (b) thanks the fitter.\n  Reasons: The old one drips.",
    "> Cabinet: That the fees be doubled.",
    "b head gardener: Cllr M Moss 1; Cllr S Banerjee 7",
    "= That mowing be put off to July.",
    "x 20:11 [adjourned]\nx 20:26 [resumed]\nn The hedges were admired.",
)


def body(word: InWord) -> list[Paragraph]:
    """The paragraphs outside tables, without the lists of who was there."""
    lists = ("Novak", "Webb"), ("Head of Pools", "Head of Parks")
    return [each for each in word.document.paragraphs
            if not any(all(name in each.text for name in names) for names in lists)]  # fmt: skip


def edit_everything(word: InWord) -> set[str]:
    """Edits each run in which something stands that is to be changed; what it was."""
    done: set[str] = set()
    for run in (run for paragraph in body(word) for run in paragraph.runs):
        text = run.text.replace("\u00a0", " ")
        for old, new in (WORDS | FACTS).items():
            if old in text:
                text = text.replace(old, new)
                done.add(old)
        if text != run.text.replace("\u00a0", " "):
            run.text = text
    return done


@pytest.mark.parametrize("style", [
    "bulleted-exchanges", "initials-and-actions", "canadian-council", "slash-numbers",
    "welsh-community-council", "keyword-minutes", "numbered-paragraphs", "moved-run-in",
])  # fmt: skip
def test_every_edit_is_found_and_taken_and_then_printed_as_word_has_it(style: str, tmp_path: Path):
    word = InWord(exported_word(MEETING, style))
    assert compared_with(read_word_file(word.saved(tmp_path)), MEETING).differences == ()
    done = edit_everything(word)
    assert done >= {*WORDS} - {"old one leaks"}
    found = compared_with(read_word_file(word.saved(tmp_path)), MEETING).differences
    assert [each.why_not for each in found if each.why_not] == []
    after = taken(MEETING, found)
    written = write_notation(after)
    assert [each for each in TAKEN if each not in written] == []
    printed = [evened(each.text) for each in body(InWord(exported_word(after, style)))]
    assert printed == [evened(each.text) for each in body(word)]
