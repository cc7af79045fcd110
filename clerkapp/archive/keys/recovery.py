"""The key as the 13 groups of a printed sheet, and back again from what somebody types.

256 bits are 51 characters and a bit, so four bits of the 52 are to spare: they are the first digit
of the key's own check, which notices 15 of 16 mistakes that the groups let pass.
"""

from datetime import date
from textwrap import wrap

from clerkapp.archive.keys.data_key import KEY_BYTES, DataKey
from clerkapp.archive.keys.groups import GROUP, GROUPS, as_printed, group, values_of
from clerkapp.archive.keys.typed_sheet import TypedSheet, typed_sheet
from clerkapp.errors import RecoveryError

_OWN = GROUP - 1  # characters of a group that are of the key
_SPARE = GROUPS * _OWN * 5 - KEY_BYTES * 8
_WIDTH = 78

TITLE = "Recovery sheet"
WHAT_IT_IS = (
    "These 13 groups are the key to the archive of minutes named on this sheet. They open it when "
    "the computer no longer opens it by itself and nobody remembers the passphrase."
)
WHAT_IS_NOT_THERE = "The letters I, L, O and U are in no group: what looks like one is 1, 0 or V."
KEEP_IT = (
    "Keep this sheet in the council’s safe, away from the computer. Whoever has it, and a copy of "
    "the archive, can read everything in it, the exempt minutes too."
)
STEPS = (
    "Open Clerkapp and choose “Use the recovery sheet”.",
    "Type the groups in order. Capitals do not matter.",
    "If a group is mistyped, Clerkapp says which.",
)
"""How the sheet is used, step by step."""


def groups_of(key: DataKey) -> tuple[str, ...]:
    """The 13 groups that are the key: four characters each, and a fifth that checks them."""
    bits = int.from_bytes(key.raw) << _SPARE | int(key.check[0], 16)
    values = [bits >> 5 * place & 31 for place in reversed(range(GROUPS * _OWN))]
    return tuple(
        group(tuple(values[at : at + _OWN]), number)
        for number, at in enumerate(range(0, len(values), _OWN), start=1)
    )


def read_groups(text: str) -> DataKey:
    """The key of a sheet as it was typed, pasted or read off its QR code.

    Capitals, spaces, hyphens, line breaks and the numbers of the groups do not matter; O is read
    as 0, I and L as 1. RecoveryError names the groups that are wrong by their numbers.
    """
    sheet = typed_sheet(text)
    if not sheet.is_right:
        raise RecoveryError(_what_is_wrong(sheet))
    key = key_of(sheet)
    if key is None:
        raise RecoveryError(
            "every group looks right by itself but they are not a key together: "
            "compare each character with the sheet again"
        )
    return key


def key_of(sheet: TypedSheet) -> DataKey | None:
    """The key of a sheet whose groups are all right; None where they are none together."""
    bits = 0
    for typed in sheet.groups:
        for value in values_of(typed.characters[:_OWN]):
            bits = bits << 5 | value
    key = DataKey((bits >> _SPARE).to_bytes(KEY_BYTES))
    return key if key.check[0] == f"{bits & (1 << _SPARE) - 1:x}" else None


def group_matches(key: DataKey, number: int, typed: str) -> bool:
    """Whether what was typed is that group, from 1, of the key; the number before it may be too."""
    return number_typed(key, typed) == number


def number_typed(key: DataKey, typed: str) -> int | None:
    """Which group of the key was typed, from 1; None where it is none of them."""
    letters = "".join(as_printed(c) for c in typed if c.isalnum())
    for number, characters in enumerate(groups_of(key), start=1):
        if letters in (characters, as_printed(f"{number}{characters}")):
            return number
    return None


def qr_text(key: DataKey) -> str:
    """What the QR code says: the groups, in its compact mode of capitals, digits and spaces."""
    return " ".join(groups_of(key))


def sheet_text(key: DataKey, archive: str, day: date) -> str:
    """The sheet as plain text, 78 characters wide unless the archive's name is longer."""
    groups = [f"{n:2}. {characters}" for n, characters in enumerate(groups_of(key), start=1)]
    return "\n".join((
        f"CLERKAPP  {TITLE.upper()}",
        "",
        *wrap(WHAT_IT_IS, _WIDTH),
        "",
        *(f"    {'     '.join(groups[at : at + 4])}" for at in range(0, GROUPS, 4)),
        "",
        WHAT_IS_NOT_THERE,
        "",
        *wrap(KEEP_IT, _WIDTH),
        "",
        "To use it:",
        *(f"  {n}. {step}" for n, step in enumerate(STEPS, start=1)),
        "",
        f"Archive:  {archive}",
        f"Printed:  {printed_day(day)}",
        f"Key:      {short_check(key)}",
        "",
    ))  # fmt: skip


def printed_day(day: date) -> str:
    """“5 March 2026”."""
    return f"{day.day} {day:%B %Y}"


def short_check(key: DataKey) -> str:
    """“1f3a 90bc”: tells which key a sheet has, and nothing of what it is."""
    return f"{key.check[:4]} {key.check[4:8]}"


def _what_is_wrong(sheet: TypedSheet) -> str:
    there = [group for group in sheet.groups if group.number]
    if not there:
        return "no group of the recovery sheet has been typed"
    if len(sheet.wrong) == len(sheet.groups) > 4:
        return (
            f"this is not what a recovery sheet says: it has {GROUPS} groups of {GROUP} characters"
        )
    faults = "; ".join(sheet.faults)
    if len(there) == GROUPS:
        return faults
    groups = "is only 1 group" if len(there) == 1 else f"are only {len(there)} groups"
    return f"there {groups} of the {GROUPS}{': ' if faults else ''}{faults}"
