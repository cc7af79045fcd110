"""The recovery sheet: the key as 13 groups, and back from whatever somebody types."""

from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from clerkapp.archive.keys.data_key import DataKey, new_data_key
from clerkapp.archive.keys.groups import ALPHABET
from clerkapp.archive.keys.recovery import (
    group_matches,
    groups_of,
    number_typed,
    qr_text,
    read_groups,
    sheet_text,
)
from clerkapp.archive.keys.typed_sheet import named, typed_sheet
from clerkapp.errors import RecoveryError

KEY = DataKey(bytes(range(32)))
keys = st.binary(min_size=32, max_size=32).map(DataKey)
numbers = st.integers(1, 13)
characters = st.sampled_from(ALPHABET)
between = st.text(" -\n\t·", max_size=3)


TOGETHER = (
    "every group looks right by itself but they are not a key together: "
    "compare each character with the sheet again"
)


def outcome(text: str) -> str:
    """What reading it says; "read" where it is a key."""
    try:
        read_groups(text)
    except RecoveryError as error:
        return str(error)
    return "read"


def wrong(text: str) -> str:
    with pytest.raises(RecoveryError) as raised:
        read_groups(text)
    return str(raised.value)


def spaced(groups) -> str:
    return " ".join(groups)


def changed(key: DataKey, number: int, to) -> list[str]:
    """The groups of the key, with one made into something else."""
    groups = list(groups_of(key))
    groups[number - 1] = to(groups[number - 1])
    return groups


# What is right


def test_the_groups_of_a_key_stay_what_they_are():
    assert spaced(groups_of(KEY)) == (
        "000G4 40R4F 0M30Y E209X 185GE R38EY 1W81B 24GK1 2GAHJ C5RR3 34D18 P70XC 3RFQM"
    )


@given(keys)
@example(DataKey(bytes(32)))
@example(DataKey(b"\xff" * 32))
def test_a_key_comes_back_from_its_groups(key):
    groups = groups_of(key)
    assert [len(group) for group in groups] == [5] * 13
    assert set("".join(groups)) <= set(ALPHABET)
    assert read_groups(spaced(groups)) == key
    assert read_groups("".join(groups)) == key
    assert read_groups(qr_text(key)) == key


@given(keys, st.data())
def test_spaces_hyphens_and_line_breaks_may_stand_anywhere(key, data):
    text = "".join(c + data.draw(between) for c in spaced(groups_of(key)))
    assert read_groups(text) == key


@given(keys, st.data())
def test_capitals_do_not_matter_and_what_looks_alike_is_taken_for_it(key, data):
    alike = {"0": "0Oo", "1": "1IiLl"}
    text = "".join(
        data.draw(st.sampled_from(alike.get(c, c + c.lower()))) for c in spaced(groups_of(key))
    )
    assert read_groups(text) == key


@given(keys, st.sampled_from(["{}. {}", "{}.{}", "{}) {}", "{} {}", "{}: {}", "{:2} {}"]),
       st.sampled_from([" ", "\n", "   "]))  # fmt: skip
def test_the_groups_may_be_numbered(key, form, gap):
    text = gap.join(form.format(n, group) for n, group in enumerate(groups_of(key), start=1))
    assert read_groups(text) == key


def test_a_group_begun_with_what_might_be_a_number_is_not_taken_for_it():
    key = next(k for k in iter(new_data_key, None) if groups_of(k)[0].startswith("1"))
    first, *rest = groups_of(key)
    assert read_groups(spaced(["1", first[1:], *rest])) == key


# What is wrong is named


@given(keys, numbers, st.integers(0, 4), characters, st.sampled_from(["", " ", "-"]))
def test_one_wrong_character_names_exactly_its_group(key, number, place, character, gap):
    groups = changed(key, number, lambda g: g[:place] + character + g[place + 1 :])
    assume(tuple(groups) != groups_of(key))
    assert wrong(gap.join(groups)) == f"group {number} is mistyped"


@given(keys, numbers, st.integers(0, 3), st.sampled_from(["", " ", "-"]))
def test_neighbours_that_changed_places_name_exactly_their_group(key, number, place, gap):
    groups = changed(key, number, lambda g: g[:place] + g[place + 1] + g[place] + g[place + 2 :])
    assume(tuple(groups) != groups_of(key))
    assert wrong(gap.join(groups)) == f"group {number} is mistyped"


@given(keys, st.sets(numbers, min_size=2, max_size=2), st.sampled_from(["", " ", "\n"]))
def test_two_groups_that_changed_places_are_named(key, two, gap):
    one, other = sorted(two)
    groups = list(groups_of(key))
    groups[one - 1], groups[other - 1] = groups[other - 1], groups[one - 1]
    assert wrong(gap.join(groups)) == f"groups {one} and {other} have changed places"


@given(keys, numbers, st.integers(0, 4))
def test_a_group_without_one_of_its_characters_is_named(key, number, place):
    groups = changed(key, number, lambda g: g[:place] + g[place + 1 :])
    assert wrong(spaced(groups)) == f"group {number} is missing a character"


@given(keys, numbers, st.integers(0, 5), characters)
def test_a_group_with_a_character_too_many_is_named(key, number, place, character):
    groups = changed(key, number, lambda g: g[:place] + character + g[place:])
    assert wrong(spaced(groups)) == f"group {number} has a character too many"


@given(keys, st.integers(1, 12), st.sampled_from(["", " ", "\n"]))
def test_a_group_that_was_left_out_is_named(key, number, gap):
    groups = changed(key, number, lambda _: "")
    said = wrong(gap.join(filter(None, groups)))
    assert said == f"there are only 12 groups of the 13: group {number} is left out"


@given(keys, st.integers(1, 12))
def test_a_sheet_that_ends_too_early_says_how_many_groups_there_are(key, there):
    groups = "is only 1 group" if there == 1 else f"are only {there} groups"
    assert wrong(spaced(groups_of(key)[:there])) == f"there {groups} of the 13"


@given(keys, numbers)
def test_a_group_that_was_typed_twice_is_named(key, number):
    groups = list(groups_of(key))
    groups.insert(number, groups[number - 1])
    assert wrong(spaced(groups)) == f"group {number} is there twice"


def test_what_follows_the_last_group_is_remarked_on():
    said = wrong(f"{spaced(groups_of(KEY))} ABC")
    assert said == "there is something after group 13 that belongs to no group"


def test_a_letter_that_no_sheet_has_is_a_wrong_one():
    groups = changed(KEY, 6, lambda g: f"U{g[1:]}")
    assert wrong(spaced(groups)) == "group 6 is mistyped"


def test_several_faults_are_all_named():
    groups = list(groups_of(KEY))
    groups[3] = f"U{groups[3][1:]}"
    groups[8] = groups[8][:3]
    groups[10] = f"{groups[10][:4]}U"
    assert wrong(spaced(groups)) == "groups 4 and 11 are mistyped; group 9 is missing 2 characters"


@pytest.mark.parametrize("text", ["", "  \n", "----", "1. 2. 3."])
def test_nothing_typed_is_said(text):
    assert wrong(text) == "no group of the recovery sheet has been typed"


@pytest.mark.parametrize("text", ["the quick brown fox jumps over the lazy dog", "ÄÖÜ " * 30])
def test_something_else_altogether_is_said(text):
    assert "recovery sheet" in wrong(text)


def test_groups_of_two_keys_are_noticed_by_the_check_of_the_whole():
    mine = groups_of(KEY)
    others = [groups_of(DataKey(bytes([n]) * 32)) for n in range(64)]
    said = [outcome(spaced(mine[:6] + other[6:])) for other in others]
    assert set(said) == {"read", TOGETHER}
    assert said.count(TOGETHER) >= 52  # 15 of 16 are expected, that is 60


@given(st.text(max_size=90))
def test_whatever_is_typed_is_answered_in_words(text):
    assert outcome(text) not in ("", "read")


@given(keys, numbers, st.integers(0, 4))
def test_no_message_has_a_word_of_the_key(key, number, place):
    groups = changed(key, number, lambda g: g[:place] + g[place + 1 :])
    said = wrong(spaced(groups)).upper()
    assert not any(group in said for group in groups if len(group) == 5)
    assert not any(group in repr(typed_sheet(spaced(groups))) for group in groups_of(key))


# While it is being typed


@given(keys)
def test_nothing_is_wrong_while_it_is_being_typed_rightly(key):
    text = spaced(groups_of(key))
    for end in range(len(text)):
        sheet = typed_sheet(text[:end]).so_far
        assert sheet.wrong == ()
        assert len(sheet.groups) == (end + 1) // 6
    assert typed_sheet(text).is_right


@given(keys, numbers)
def test_a_wrong_group_is_seen_as_soon_as_it_is_whole_and_where_it_stands(key, number):
    groups = changed(key, number, lambda g: f"U{g[1:]}")
    text = spaced(groups[:number])
    (group,) = typed_sheet(text).so_far.wrong
    assert text[group.start : group.end] == groups[number - 1]
    assert typed_sheet(text[:-1]).so_far.wrong == ()


# Two groups typed back


@given(keys, numbers)
def test_a_group_typed_back_is_known(key, number):
    group = groups_of(key)[number - 1]
    for typed in (group, group.lower(), f" {group[:2]}-{group[2:]} ", f"{number}. {group}"):
        assert group_matches(key, number, typed)
        assert number_typed(key, typed) == number
    assert not group_matches(key, number % 13 + 1, group)


@pytest.mark.parametrize("typed", ["", "7", "UUUUU", groups_of(KEY)[3][:4], groups_of(KEY)[3] * 2])
def test_what_is_no_group_of_the_key_does_not_match(typed):
    assert number_typed(KEY, typed) is None
    assert not group_matches(KEY, 4, typed)


# The text for printing


def test_the_text_of_the_sheet_has_all_that_is_needed_and_can_be_read_back():
    text = sheet_text(KEY, "/home/anna/minutes", date(2026, 3, 5))
    for number, group in enumerate(groups_of(KEY), start=1):
        assert f"{number}. {group}" in text
    for words in ("exempt minutes", "/home/anna/minutes", "5 March 2026", KEY.check[:4]):
        assert words in text
    assert KEY.check not in text
    assert max(map(len, text.splitlines())) <= 78
    lines = [line for line in text.splitlines() if line.startswith("    ")]
    assert read_groups("\n".join(lines)) == KEY


def test_groups_are_named_as_one_says_them():
    assert [named(n) for n in ([4], [4, 9], [1, 4, 9])] == [
        "group 4", "groups 4 and 9", "groups 1, 4 and 9",
    ]  # fmt: skip
