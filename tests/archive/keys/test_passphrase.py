"""The data key wrapped by a passphrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from own_keys import KEY

from clerkapp.archive.keys.data_key import DataKey, new_data_key
from clerkapp.archive.keys.passphrase import (
    USUAL_COST,
    Cost,
    sealed,
    unfit_passphrase,
    unsealed,
)
from clerkapp.errors import WrongKey

CHEAP = Cost(memory=32, passes=1, lanes=1)


@given(st.binary(min_size=32, max_size=32), st.text(), st.text())
def test_its_own_passphrase_and_no_other_opens_a_slot(raw: bytes, passphrase: str, other: str):
    slot = sealed(DataKey(raw), passphrase, CHEAP)
    assert unsealed(slot, passphrase) == DataKey(raw)
    assert raw not in (slot.salt, slot.wrapped)
    if other != passphrase and other.isascii() and passphrase.isascii():
        with pytest.raises(WrongKey):
            unsealed(slot, other)


def test_one_letter_typed_in_two_ways_is_one_letter():
    assert unsealed(sealed(KEY, "caf\u00e9 society", CHEAP), "cafe\u0301 society") == KEY


def test_no_two_slots_are_alike():
    slots = {sealed(KEY, "the same words", CHEAP) for _ in range(5)}
    assert len({slot.salt for slot in slots}) == len({slot.wrapped for slot in slots}) == 5


def test_a_guess_costs_what_the_guidance_says():
    assert (USUAL_COST.memory, USUAL_COST.passes, USUAL_COST.lanes) == (64 * 1024, 3, 4)
    slot = sealed(KEY, "four words of mine")
    assert slot.cost == USUAL_COST
    with pytest.raises(WrongKey):  # the cost is part of what the passphrase makes
        unsealed(replace(slot, cost=CHEAP), "four words of mine")


@pytest.mark.parametrize(
    ("passphrase", "is_fit"),
    [("", False), ("short", False), ("aaaaaaaaaa", False), ("ababababab", False),
     ("kettle on", True), ("four words of mine", True)],
)  # fmt: skip
def test_a_passphrase_that_nobody_should_rely_on_is_told(passphrase: str, is_fit: bool):
    assert (unfit_passphrase(passphrase) == "") is is_fit


def test_a_key_is_not_shown_and_its_check_is_its_own():
    assert KEY.raw.hex() not in repr(KEY)
    keys = {new_data_key() for _ in range(50)}
    assert len({key.check for key in keys}) == 50
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(b"short")
