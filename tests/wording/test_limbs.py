"""The limbs of a decision."""

import pytest

from clerkapp.wording.limbs import ended, stem_and_limbs


def shape(text: str) -> list[tuple[str, int, str]]:
    return [(limb.label, limb.level, limb.manner) for limb in stem_and_limbs(text)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(a) x\n(b) y", [("(a)", 0, "letter"), ("(b)", 0, "letter")]),
        ("(i) x\n(ii) y", [("(i)", 0, "roman"), ("(ii)", 0, "roman")]),
        ("1. x\n2. y", [("1.", 0, "number"), ("2.", 0, "number")]),
        ("a) x\nb) y", [("a)", 0, "letter"), ("b)", 0, "letter")]),
        (
            "(a) x\n(i) y\n(ii) z\n(b) w",
            [("(a)", 0, "letter"), ("(i)", 1, "roman"), ("(ii)", 1, "roman"), ("(b)", 0, "letter")],
        ),
        ("(h) x\n(i) y\n(j) z", [("(h)", 0, "letter"), ("(i)", 0, "letter"), ("(j)", 0, "letter")]),
        ("(1) x\n(a) y\n(2) z", [("(1)", 0, "number"), ("(a)", 1, "letter"), ("(2)", 0, "number")]),
        ("(a) x\n(c) y", [("(a)", 0, "letter"), ("(c)", 0, "letter")]),
        ("(iii) x", [("(iii)", 0, "roman")]),
        ("(vv) x", []),
        ("no limbs", []),
    ],
)
def test_each_limb_counts_in_its_manner(text: str, expected: list):
    assert shape(text) == expected


def test_words_before_and_within_limbs_stay_with_them():
    stem, limbs = stem_and_limbs("That it be so:\nnow\n(a) one\nmore\n(b) two")
    assert stem == "That it be so:\nnow"
    assert [limb.text for limb in limbs] == ["one\nmore", "two"]


def endings(text: str, joint: str = "; and") -> list[str]:
    return [limb.text for limb in ended(stem_and_limbs(text)[1], joint)]


@pytest.mark.parametrize(
    ("text", "joint", "expected"),
    [
        ("(a) x\n(b) y\n(c) z", "; and", ["x;", "y; and", "z."]),
        ("(a) x.\n(b) y, and\n(c) z;", "; and", ["x;", "y; and", "z."]),
        ("(a) x; and\n(b) y; and\n(c) z", "; and", ["x;", "y; and", "z."]),
        ("(a) x\n(b) y; or\n(c) z", "; and", ["x;", "y; or", "z."]),
        ("(a) x\n(b) y", ", and", ["x, and", "y."]),
        ("(a) x;\n(b) y; and\n(c) z", ".", ["x.", "y.", "z."]),
        ("(a) x;\n(b) y", "as typed", ["x;", "y"]),
        ("(a) x", "; and", ["x."]),
        ("(a) x\n(i) p\n(ii) q\n(b) y", "; and", ["x:", "p; and", "q; and", "y."]),
        ("(a) x\n(b) y\n(i) p\n(ii) q", "; and", ["x; and", "y:", "p; and", "q."]),
        ("(a) x\n(i) p\n(ii) q\n(b) y\n(c) z", "; and", ["x:", "p; and", "q;", "y; and", "z."]),
        ("(a) x\n(i) p\n(ii) q or\n(b) y", "; and", ["x:", "p; or", "q; and", "y."]),
        ("(a) why?\n(b) say “no.”", "; and", ["why?", "say “no.”"]),
        ("no limbs", "; and", []),
    ],
)
def test_limbs_end_alike(text: str, joint: str, expected: list):
    assert endings(text, joint) == expected


def test_limbs_that_end_alike_stay_so():
    once = ended(stem_and_limbs("(a) x\n(i) p\n(ii) q\n(b) y")[1], "; and")
    assert ended(once, "; and") == once


def test_a_welsh_and_or_or_at_the_end_of_a_limb_is_no_word_of_it():
    _, limbs = stem_and_limbs("Rhoi:\n(a) £500; a\n(b) llythyr; ac\n(c) diolch, neu")
    assert [limb.text for limb in ended(limbs, ".")] == ["£500.", "llythyr.", "diolch."]
    _, limbs = stem_and_limbs("(a) plan a\n(b) plan b")
    assert [limb.text for limb in ended(limbs, ".")] == ["plan a.", "plan b."]
