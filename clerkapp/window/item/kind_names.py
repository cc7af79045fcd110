"""What the window calls each kind of entry, and the keys that set one."""

from clerkapp.meeting.decisions import Decision
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.motions import amends

KIND_NAMES = {
    EntryKind.NOTE: "Note",
    EntryKind.LEAD_IN: "Lead-in",
    EntryKind.QUESTION: "Question",
    EntryKind.RESPONSE: "Response",
    EntryKind.COMMENT: "Comment",
    EntryKind.ACTION_POINT: "Action point",
    EntryKind.MOTION: "Motion",
    EntryKind.VOTE: "Vote",
    EntryKind.BALLOT: "Ballot",
    EntryKind.RESOLUTION: "Resolved",
    EntryKind.RECOMMENDATION: "Recommended",
    EntryKind.DECLARATION: "Interest",
    EntryKind.ARRIVAL: "Arrival",
    EntryKind.DEPARTURE: "Departure",
    EntryKind.PROCEDURE: "Procedure",
}

AMENDMENT = "Amendment"
"""What a motion is called that is moved upon another."""

KIND_KEYS = {
    EntryKind.QUESTION: "Ctrl+1",
    EntryKind.RESPONSE: "Ctrl+2",
    EntryKind.ACTION_POINT: "Ctrl+3",
    EntryKind.NOTE: "Ctrl+4",
    EntryKind.COMMENT: "Ctrl+5",
    EntryKind.LEAD_IN: "Ctrl+6",
    EntryKind.MOTION: "Ctrl+7",
    EntryKind.RESOLUTION: "Ctrl+8",
    EntryKind.RECOMMENDATION: "Ctrl+9",
}
"""The most frequent kinds of a scrutiny meeting come first."""


def kind_name(entry: Entry) -> str:
    """What its kind is called; an amendment is told from other motions."""
    is_amendment = entry.kind is EntryKind.MOTION and amends(entry)
    return AMENDMENT if is_amendment else KIND_NAMES[entry.kind]


def entry_name(entry: Entry) -> str:
    """What an entry is called: its kind, and of a decision how the item came out."""
    decision = facts_of(entry, Decision)
    return decision.outcome.capitalize() if decision else kind_name(entry)
