"""Which motion or amendment is in force: moved, and not yet put to the vote or resolved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.votes import Motion, Vote, is_carried

_LOST = re.compile(
    r"\b(?:lost|fell|falls|defeated|rejected|withdrawn|not (?:carried|agreed))\b", re.IGNORECASE
)
_CARRIED = re.compile(r"\b(?:carried|agreed|accepted|approved|unanimous(?:ly)?)\b", re.IGNORECASE)
_LABEL = re.compile(r"\s*amendment\s*[:–-]", re.IGNORECASE)
_DECISIONS = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION})


@dataclass(frozen=True, slots=True)
class InForce:
    """What is being debated: a motion with the amendments made to it, or one amendment."""

    entry: Entry
    is_amendment: bool = False
    carried: tuple[Entry, ...] = ()  # amendments that are now part of the motion
    unsure: tuple[Entry, ...] = ()  # amendments put to a vote whose outcome is not recorded


def in_force(entries: Iterable[Entry]) -> InForce | None:
    """What was moved last among the entries of an item and is not yet disposed of.

    A vote disposes of the latest amendment, and where none is pending of the motion; a resolution
    or a recommendation of everything before it. A new motion takes the place of an earlier one.
    """
    motion: Entry | None = None
    pending: list[Entry] = []
    put: list[tuple[Entry, bool | None]] = []
    for entry in entries:
        if entry.kind is EntryKind.MOTION:
            if _amends(entry):
                pending.append(entry)
            else:
                motion, pending, put = entry, [], []
        elif entry.kind is EntryKind.VOTE and pending:
            put.append((pending.pop(), _outcome(entry)))
        elif entry.kind is EntryKind.VOTE or entry.kind in _DECISIONS:
            motion, pending, put = None, [], []
    if pending:
        return InForce(pending[-1], is_amendment=True)
    if motion is None:
        return None
    carried = tuple(entry for entry, outcome in put if outcome)
    unsure = tuple(entry for entry, outcome in put if outcome is None)
    return InForce(motion, carried=carried, unsure=unsure)


def _amends(entry: Entry) -> bool:
    """Whether a motion says that it amends another, in its facts or in its first word."""
    motion = facts_of(entry, Motion)
    return bool(motion and motion.amends) or bool(_LABEL.match(entry.text))


def _outcome(entry: Entry) -> bool | None:
    """Whether a vote was carried, by its numbers and failing them by its words."""
    vote = facts_of(entry, Vote)
    counted = is_carried(vote) if vote else None
    if counted is not None:
        return counted
    if _LOST.search(entry.text):
        return False
    return True if _CARRIED.search(entry.text) else None
