"""The mark that stands for each kind of entry."""

from clerkapp.meeting.entries import EntryKind

MARK_OF = {
    EntryKind.NOTE: "n",
    EntryKind.LEAD_IN: "k",
    EntryKind.QUESTION: "q",
    EntryKind.RESPONSE: "r",
    EntryKind.COMMENT: "c",
    EntryKind.ACTION_POINT: "a",
    EntryKind.MOTION: "m",
    EntryKind.VOTE: "v",
    EntryKind.BALLOT: "b",
    EntryKind.RESOLUTION: "=",
    EntryKind.RECOMMENDATION: ">",
    EntryKind.DECLARATION: "i",
    EntryKind.ARRIVAL: "+",
    EntryKind.DEPARTURE: "-",
    EntryKind.PROCEDURE: "x",
}

AMENDMENT = "m+"

KIND_OF = {mark: kind for kind, mark in MARK_OF.items()} | {
    AMENDMENT: EntryKind.MOTION,
    "d": EntryKind.DECLARATION,  # what the hand types in the window
}
