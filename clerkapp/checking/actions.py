"""Rules about action points."""

import re
from collections.abc import Iterator

from clerkapp.checking.findings import Finding, Severity
from clerkapp.checking.record import Record, Spot
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.patterns import pattern
from clerkapp.wording.kinds import without_label

_NO_DATE = pattern(r"asap|as soon as|soon|in due course|shortly|ongoing|tbc", re.IGNORECASE)


def action_without_owner(record: Record) -> Iterator[Finding]:
    """A1: somebody by name or post has to do it."""
    for spot, action in _actions(record):
        if action is None or action.owner is None:
            yield spot.finding(
                "A1",
                Severity.ERROR,
                "the action point has no owner",
                "Name the person or the post who is to do it.",
            )


def action_without_date(record: Record) -> Iterator[Finding]:
    """A2: by a day that can be found in a calendar, or by the next meeting."""
    for spot, action in _actions(record):
        due = action.due if action else ""
        if due and not (isinstance(due, str) and _NO_DATE.search(due)):
            continue
        yield spot.finding(
            "A2",
            Severity.WARNING,
            f"“{due}” is no date" if due else "the action point has no date",
            "Give a date, or “next meeting”.",
        )


def _actions(record: Record) -> Iterator[tuple[Spot, ActionPoint | None]]:
    for spot, entry in record.entries:
        action = facts_of(entry, ActionPoint)
        said = without_label(entry.kind, entry.text).strip()
        if entry.kind is EntryKind.ACTION_POINT and (said or action):
            yield spot, action
