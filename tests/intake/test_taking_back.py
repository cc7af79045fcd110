"""From a printed paragraph that was edited back to the words of its entries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.intake.matching import order_kept
from clerkapp.intake.taking_back import LimbNow, split_limbs, taken_back, with_limbs

ONE = "That the report be noted."

CASES = {
    "nothing was changed": ("RESOLVED: " + ONE, "RESOLVED: " + ONE, [ONE], (ONE,)),
    "a word": (
        f"RESOLVED: {ONE}", "RESOLVED: That the plan be noted.", [ONE],
        ("That the plan be noted.",),
    ),
    "the first word, beside the label": (
        f"RESOLVED: {ONE}", "RESOLVED: This report be noted.", [ONE],
        ("This report be noted.",),
    ),
    "words at the end": (
        f"RESOLVED: {ONE}", f"RESOLVED: {ONE} Then lunch.", [ONE], (f"{ONE} Then lunch.",)
    ),
    "words right behind the label": (
        f"RESOLVED: {ONE}", f"RESOLVED: Today: {ONE}", [ONE], (f"Today: {ONE}",)
    ),
    "the label": (f"RESOLVED: {ONE}", f"AGREED: {ONE}", [ONE], None),
    "a label that the clerk typed too": (
        "Action Point Write. Owner: Ray.", "Action Point Write soon. Owner: Ray.",
        ["Action: Write."], ("Action: Write soon.",),
    ),
    "the owner of an action": (
        "Action Point Write. Owner: Ray.", "Action Point Write. Owner: Finch.", ["Write."], None
    ),
    "the second of three": (
        "Who? He did. She did.", "Who? He did not. She did.", ["Who?", "He did.", "She did."],
        ("Who?", "He did not.", "She did."),
    ),
    "the second of three deleted": (
        "Who? He did. She did.", "Who? She did.", ["Who?", "He did.", "She did."],
        ("Who?", "", "She did."),
    ),
    "a sentence between two": (
        "Who? He did.", "Who? Not I. He did.", ["Who?", "He did."], ("Who? Not I.", "He did.")
    ),
    "the full stop that the house puts": ("He did. She.", "He did! She.", ["He did", "She."],
                                          ("He did!", "She.")),
    "a capital that the house prints stays the house's": (
        "RESOLVED: That all be well.", "RESOLVED: That all go well.", ["that all be well."],
        ("that all go well.",),
    ),
    "facts without words": ("(Unanimous)", "(For 3, Against 2)", [""], None),
    "a vote behind the words": (
        f"RESOLVED: {ONE} (For 5)", f"RESOLVED: {ONE} (For 6)", [ONE, ""], None
    ),
    "words before a vote": (
        f"RESOLVED: {ONE} (For 5)", "RESOLVED: That it be noted. (For 5)", [ONE, ""],
        ("That it be noted.", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "word", "texts", "found"), CASES.values(), ids=CASES)
def test_only_what_changed_within_the_words_is_taken(printed, word, texts, found):
    assert taken_back(printed, word, texts) == found


lengths = st.lists(st.integers(2, 8), min_size=1, max_size=4)


@given(lengths, st.data())
def test_other_words_in_one_entry_of_several_leave_the_rest_as_it_was(lengths, data):
    texts = [" ".join(f"w{n}x{k}" for k in range(many)) + "." for n, many in enumerate(lengths)]
    place = data.draw(st.integers(0, len(texts) - 1))
    words = texts[place].split()
    at = data.draw(st.integers(0, len(words) - 1))
    words[at : at + data.draw(st.integers(0, 1))] = ["indeed", "quite"]
    changed = [*texts[:place], " ".join(words), *texts[place + 1 :]]
    found = taken_back(f"NOTE: {' '.join(texts)}", f"NOTE: {' '.join(changed)}", texts)
    assert found is not None
    assert " ".join(found) == " ".join(changed)  # which of two neighbours has it may be either
    assert at == 0 or list(found) == changed


@given(st.lists(st.text("ab .:(", max_size=12), max_size=3), st.text("ab .:(", max_size=30))
def test_whatever_word_has_nothing_is_made_up(texts, word):
    printed = f"L: {' '.join(texts)}".strip()
    found = taken_back(printed, word, texts)
    assert found is None or len(found) == len(texts)


LIMBS = "That the Committee:\n(a) notes it; and\n(b) asks for more."


def test_limbs_are_counted_anew_where_one_was_added_taken_out_or_moved():
    stem, limbs = split_limbs(LIMBS)
    first, second = (LimbNow(n, limb.text) for n, limb in enumerate(limbs))
    assert with_limbs(stem, limbs, [first, second]) == LIMBS
    new = LimbNow(None, "thanks them;")
    assert with_limbs(stem, limbs, [first, new, second]) == (
        "That the Committee:\n(a) notes it; and\n(b) thanks them;\n(c) asks for more."
    )
    assert with_limbs(stem, limbs, [second]) == "That the Committee:\n(a) asks for more."
    assert with_limbs("", limbs, [second, first]) == "(a) asks for more.\n(b) notes it; and"


def test_a_limb_in_a_limb_keeps_its_level():
    stem, limbs = split_limbs("That:\n(a) one:\n(i) x;\n(ii) y;\n(b) two.")
    now = [LimbNow(0, "one:"), LimbNow(2, "y;"), LimbNow(3, "two.")]
    assert with_limbs(stem, limbs, now) == "That:\n(a) one:\n(i) y;\n(b) two."


@given(st.lists(st.integers(0, 40), unique=True))
def test_what_was_not_moved_rises_and_nothing_longer_does(places):
    kept = sorted(order_kept(places))
    rising = [places[n] for n in kept]
    assert rising == sorted(rising)
    longest = [1] * len(places)
    for n in range(len(places)):
        longest[n] = 1 + max((longest[m] for m in range(n) if places[m] < places[n]), default=0)
    assert len(kept) == max(longest, default=0)
