"""Rules about the limbs of a decision: "(a) …; and (b) …"."""

import re
from collections.abc import Iterator

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.record import Record
from clerkapp.checking.rewording import reword
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.wording.limbs import Limb, stem_and_limbs

_DECISIONS = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION})
_VERBS = (
    "accept", "adopt", "agree", "appoint", "approve", "ask", "authorise", "award", "confirm",
    "consider", "defer", "delegate", "direct", "endorse", "grant", "instruct", "invite", "note",
    "receive", "recommend", "refer", "refuse", "reject", "request", "require", "set", "support",
    "thank", "urge", "welcome", "write"
)  # fmt: skip
_THIRD = frozenset(
    f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s" for verb in _VERBS
)  # fmt: skip


def limbs_not_parallel(record: Record) -> Iterator[Finding]:
    """D2: every limb begins in the same way: notes and approves, to note and to approve."""
    for spot, entry in record.entries:
        if entry.kind in _DECISIONS and "\n" in entry.text:
            limbs = [limb for limb in stem_and_limbs(entry.text)[1] if limb.level == 0]
            ways = {way for limb in limbs if (way := _way(limb.text))}
            if len(ways) > 1:
                first = " and ".join(f"“{limb.text.split()[0]}”" for limb in limbs if limb.text)
                yield spot.finding(
                    "D2",
                    Severity.WARNING,
                    f"the limbs do not begin alike: {first}",
                    "Begin each with the same form of the verb.",
                )


def _way(text: str) -> str:
    word = (text.split() or [""])[0].casefold()
    if word in ("to", "that"):
        return word
    if word in _THIRD:
        return "notes"
    return "note" if word in _VERBS else "a thing" if word in ("the", "a", "an") else ""


def limbs_out_of_order(record: Record) -> Iterator[Finding]:
    """D3: limbs count on from (a), end in semicolons, and “and” stands before the last."""
    for spot, entry in record.entries:
        if entry.kind not in _DECISIONS or "\n" not in entry.text:
            continue
        stem, limbs = stem_and_limbs(entry.text)
        top = [limb for limb in limbs if limb.level == 0]
        if len(top) < 2 or len(top) != len(limbs):  # limbs within limbs are the clerk’s
            continue
        ordered = [limb.count for limb in top] == list(range(1, len(top) + 1))
        joined = _is_joined(top)
        if ordered and joined:
            continue
        what = "the limbs do not end alike" if ordered else "the limbs are not counted in order"
        yield spot.finding(
            "D3",
            Severity.WARNING,
            what,
            "Count them in order, with “; and” before the last.",
            Fix("Letter the limbs, with “; and”", _mended(entry, stem, top, joined=joined)),
        )


_JOINT = re.compile(r"[;,] (?:and|or)$")
_END = re.compile(r"(?:\s*[;,:.])?(?:\s+(?:and|or))?\s*[;,:.]?\s*$")


def _is_joined(limbs: list[Limb]) -> bool:
    """Whether each limb is a sentence, or "; and" stands before the last and none before it."""
    *before, last_but_one, _ = (limb.text.rstrip() for limb in limbs)
    if all(text.endswith((".", "?", "”", "’")) for text in (*before, last_but_one)):
        return True
    if all(text[-1:].isalnum() for text in (*before, last_but_one)):
        return True  # a bare list, to which the house gives its endings when it is printed
    return bool(_JOINT.search(last_but_one)) and all(
        t.endswith((";", ",", "; and", "; or")) for t in before
    )


def _mended(entry: Entry, stem: str, limbs: list[Limb], *, joined: bool) -> Edit:
    lines: list[str] = [stem] if stem else []
    first = limbs[0]
    for count, limb in enumerate(limbs, start=1):
        text = limb.text
        if not joined:
            ending = "." if count == len(limbs) else "; and" if count == len(limbs) - 1 else ";"
            text = f"{_END.sub('', text)}{ending}"
        label = Limb("", first.manner, count, first.before, first.after).label
        lines.append(f"{label} {text}")
    return reword(entry, [(0, len(entry.text), "\n".join(lines))])
