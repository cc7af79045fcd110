"""Rules about what was moved."""

import re
from collections.abc import Iterator

from clerkapp.checking.findings import Finding, Severity
from clerkapp.checking.quoted import unquoted
from clerkapp.checking.record import Record
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.motions import Became, course
from clerkapp.meeting.votes import Fate, Motion
from clerkapp.patterns import pattern

_MOVED_BY = pattern(r"\b(?:moved|proposed) by (?:Councillor|Cllr|Mrs?|Ms|Miss|Dr|the Chair)\b")
_BY_ONE = pattern(
    r"\b(?:moved|proposed) and seconded by (?:Councillor|Cllr|Mrs?|Ms|Miss|Dr)\.? "
    r"(?:[A-Z]\.? )?[A-ZÀ-Þ][\w’'-]+\b(?! and [A-ZÀ-Þ]|, [A-ZÀ-Þ])"
)
_MOVER_IN_WORDS = pattern(  # of a motion: “Cllr Pier moved that …”, “proposed by P. Baxter”
    r"^(?:The Chair\b|(?:Councillor|Cllr|Mrs?|Ms|Miss|Dr)\.? [A-ZÀ-Þ])[^.;:]{0,80}?"
    r"\b(?:moved|proposed)\b"
    r"|\b(?:[Mm]oved|[Pp]roposed)(?: and seconded)? by (?:the Chair\b|[A-ZÀ-Þ])"
)
_SECONDED = pattern(r"\bsecond(?:ed|er|s)\b", re.IGNORECASE)
_NO_SECONDER = frozenset({Fate.FELL, Fate.ACCEPTED, Fate.WITHDRAWN})


def motion_without_mover(record: Record) -> Iterator[Finding]:
    """D4: a motion names who moved it and, where the house asks for one, who seconded it."""
    for spot, entry in record.entries:
        if entry.kind is EntryKind.MOTION and entry.text.strip():
            motion, words = facts_of(entry, Motion) or Motion(), unquoted(entry.text)
            if motion.mover is None and not _MOVER_IN_WORDS.search(words):
                what = "the motion has no mover"
            elif (
                record.house.seconder
                and not (motion.seconder or _SECONDED.search(words))
                and motion.fate not in _NO_SECONDER
            ):
                what = "the motion has no seconder"
            else:
                continue
        elif not record.house.seconder or not _one_name(unquoted(entry.text)):
            continue
        else:
            what = "a mover is named and no seconder"
        yield spot.finding("D4", Severity.WARNING, what, "Name who moved and who seconded.")


def _one_name(words: str) -> bool:
    lowered = words.casefold()
    return "second" not in lowered and bool(_MOVED_BY.search(words))


def mover_is_seconder(record: Record) -> Iterator[Finding]:
    """D5: nobody seconds their own motion."""
    for spot, entry in record.entries:
        motion = facts_of(entry, Motion)
        both = motion is not None and motion.mover is not None and motion.mover == motion.seconder
        if both or (entry.kind is not EntryKind.MOTION and _BY_ONE.search(unquoted(entry.text))):
            what = "the mover is also the seconder"
            yield spot.finding("D5", Severity.ERROR, what, "Choose another seconder.")


def motion_never_put(record: Record) -> Iterator[Finding]:
    """D10: every motion and amendment is put, or is withdrawn or falls."""
    spots = {entry.id: spot for spot, entry in record.entries}
    for item in record.meeting.items:
        for motion in course(item.entries):
            for moved in (motion, *motion.amendments):
                if moved.became not in (Became.OPEN, Became.NOT_PUT):
                    continue
                name = "amendment" if moved.is_amendment else "motion"
                yield spots[moved.entry.id].finding(
                    "D10",
                    Severity.WARNING,
                    f"the {name} was never put",
                    "Record the vote on it, or that it was withdrawn or fell.",
                )
