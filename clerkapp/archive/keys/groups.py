"""One group of a recovery sheet: four characters of the key, and one that checks them.

The characters are Crockford's base32, which has no I, L, O or U. They are taken as the elements of
the field of 32, each weighted by a power of x of its own, and the fifth is chosen so that the sum
is the number of the group. So a group tells its own number, and since the weights are different
and none is nought, one wrong character or two that changed places always make it tell another.
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUP = 5
GROUPS = 13
_FIELD = 0b100101  # x⁵ + x² + 1, which is primitive: x, x², … x³¹ are all different
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_READ_AS = str.maketrans("OIL", "011")


def group(values: tuple[int, ...], number: int) -> str:
    """The group of that number, of four values from 0 to 31, with its check character."""
    return "".join(ALPHABET[value] for value in (*values, _weighted(values) ^ number))


def number_of(characters: str) -> int | None:
    """The number that a group tells, 0 to 31; None where it is no group at all."""
    if len(characters) != GROUP or not set(characters) <= _VALUES.keys():
        return None
    *values, check = values_of(characters)
    return _weighted(tuple(values)) ^ check


def values_of(characters: str) -> tuple[int, ...]:
    """The values of characters that are all of the alphabet."""
    return tuple(_VALUES[character] for character in characters)


def as_printed(typed: str) -> str:
    """Characters as a sheet prints them: capitals, 0 for an O, 1 for an I or an L."""
    return typed.upper().translate(_READ_AS)


def _weighted(values: tuple[int, ...]) -> int:
    total = 0
    for value in values:
        total = (total ^ value) << 1  # times x
        if total > 31:
            total ^= _FIELD
    return total
