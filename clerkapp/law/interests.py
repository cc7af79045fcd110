"""Which nature of interest somebody declared, and whether it keeps them out."""

import re

from clerkapp.law.jurisdiction import Bar, Jurisdiction, Nature
from clerkapp.meeting.interests import Declaration, has_dispensation


def nature_of(typed: str, law: Jurisdiction) -> Nature | None:
    """The nature that `typed` names: "DPI, as a director" is a disclosable pecuniary interest.

    The name that comes first decides, and of those in one place the longest; None where there
    is none among the words.
    """
    found = _found(typed, law)
    return found[1] if found else None


def in_full(typed: str, law: Jurisdiction) -> str:
    """`typed` with the full name of its nature in place of the short one; other names stay."""
    found = _found(typed, law)
    if found is None:
        return typed
    match, nature = found
    if match.group().casefold() != nature.short.casefold():
        return typed
    return f"{typed[: match.start()]}{nature.name}{typed[match.end() :]}"


def found_in(typed: str, law: Jurisdiction) -> re.Match[str] | None:
    """Where a nature is named in `typed`; None where there is none."""
    found = _found(typed, law)
    return found[0] if found else None


def bar(declaration: Declaration, law: Jurisdiction) -> Bar | None:
    """Whether the interest keeps them from speaking and voting; None where the words do not tell.

    Never under a dispensation.
    """
    if has_dispensation(declaration):
        return "never"
    nature = nature_of(declaration.nature, law)
    return nature.bars if nature else None


def disqualifies(declaration: Declaration, law: Jurisdiction) -> bool:
    """Whether they may not speak or vote, whatever a test would say."""
    return bar(declaration, law) == "always"


def _found(typed: str, law: Jurisdiction) -> tuple[re.Match[str], Nature] | None:
    words = typed.casefold()
    hits = [
        (match, nature)
        for nature in law.interests.natures
        for name in nature.names
        if name.casefold() in words
        and (match := re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", typed, re.IGNORECASE))
    ]
    return min(hits, key=lambda hit: (hit[0].start(), -len(hit[0].group())), default=None)
