"""The limbs of a decision."""

import pytest

from clerkapp.wording.limbs import stem_and_limbs


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
