"""Rules about what the meeting decided."""

import re
from collections.abc import Iterator

from clerkapp.checking.findings import Finding, Severity, items
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import AgendaItem, Meeting

_OUTCOMES = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION, EntryKind.DECLARATION})
_OUTCOME_WORDS = re.compile(
    r"\b(?:resolved|agreed|(?:committee|council|cabinet|board|panel|forum|members|governors) "
    r"(?:received and )?noted the (?:report|update|presentation|position|contents|progress|plan)\b|"
    r"(?<!it )(?:was|were|be) noted|(?:was|were|be) (?:received|approved|"
    r"accepted|deferred|withdrawn|refused|granted|adopted|confirmed|elected|appointed|closed)|"
    r"(?:there (?:was|were)|had) no |no (?:further )?(?:action|apologies|declarations|items?|"
    r"questions|business)\b|none (?:was|were)|not (?:taken|considered|reached)|"
    r"excluded from the meeting)",
    re.IGNORECASE,
)


def item_without_outcome(meeting: Meeting) -> Iterator[Finding]:
    """D1: every item ends with a decision, or says that there was none."""
    for spot in items(meeting):
        item = spot.item
        if not item.title or item.exempt or not item.entries or has_outcome(item):
            continue
        yield spot.finding(
            "D1",
            Severity.ERROR,
            f"“{item.title}” has no outcome",
            "Add a resolution, or say that the report was noted or that no action was needed.",
        )


def has_outcome(item: AgendaItem) -> bool:
    """Whether `item` ends with a decision, or says that there was none."""
    return any(map(_decides, item.entries))


def _decides(entry: Entry) -> bool:
    if entry.kind in _OUTCOMES:
        return True
    return entry.kind in (EntryKind.NOTE, EntryKind.PROCEDURE) and bool(
        _OUTCOME_WORDS.search(entry.text)
    )
