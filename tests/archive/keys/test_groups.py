"""Groups of a recovery sheet: a group tells its number, and no slip of the hand keeps it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.archive.keys.groups import ALPHABET, as_printed, group, number_of, values_of

VALUES = range(32)
four = st.tuples(*[st.integers(0, 31)] * 4)
number = st.integers(1, 13)


def test_the_alphabet_is_crockfords():
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


@given(four, number)
def test_a_group_tells_its_number_and_keeps_its_values(values, number):
    characters = group(values, number)
    assert number_of(characters) == number
    assert values_of(characters)[:4] == values


def test_every_single_wrong_character_changes_the_number():
    # The check is linear over the field: a group with a fault tells the number of the group xor
    # what the fault alone tells. So the faults of the empty group are the faults of all.
    for place, value in product(range(5), range(1, 32)):
        fault = [0] * 5
        fault[place] = value
        assert number_of("".join(ALPHABET[v] for v in fault)) != 0


def test_every_exchange_of_two_characters_changes_the_number():
    # An exchange of a and b adds a xor b at both places.
    for one, other in product(range(5), range(5)):
        for value in range(1, 32) if one < other else ():
            fault = [0] * 5
            fault[one] = fault[other] = value
            assert number_of("".join(ALPHABET[v] for v in fault)) != 0


@given(st.tuples(*[st.integers(0, 31)] * 5), st.tuples(*[st.integers(0, 31)] * 5))
def test_the_check_is_linear(one, other):
    def told(values):
        return number_of("".join(ALPHABET[value] for value in values))

    assert told([a ^ b for a, b in zip(one, other, strict=True)]) == told(one) ^ told(other)


@given(four, number, st.integers(0, 4), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(values, number, place, character):
    right = group(values, number)
    wrong = right[:place] + character + right[place + 1 :]
    assert (number_of(wrong) == number) == (wrong == right)


@given(four, number, st.integers(0, 3))
def test_neighbours_that_changed_places_are_noticed(values, number, place):
    right = group(values, number)
    wrong = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    assert (number_of(wrong) == number) == (wrong == right)


@pytest.mark.parametrize("characters", ["", "7K3Q", "7K3Q9A", "7K3QU", "7k3q9", "ÄÄÄÄÄ"])
def test_what_is_no_group_tells_no_number(characters):
    assert number_of(characters) is None


def test_what_looks_alike_is_read_as_what_is_printed():
    assert as_printed("oOiIlL7k") == "0011117K"
