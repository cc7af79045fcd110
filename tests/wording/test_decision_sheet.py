"""The decision sheet."""

import io
import zipfile

from clerkapp.export.forms import FORMS, exported
from clerkapp.meeting.decisions import Decision, Referral
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import AgendaItem, Heading, Meeting, SupportingDocument
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience

WHY = Decision(reasons="Cost")
STUB = (
    "The minutes of this item are exempt from publication under paragraph 3 of Part 1 of "
    "Schedule 12A to the Local Government Act 1972."
)
DECIDED = AgendaItem(
    "a",
    "Lease",
    "5",
    presenter="Head of Property",
    documents=(SupportingDocument("Plan"),),
    entries=(
        Entry("1", EntryKind.NOTE, "The Head of Property spoke."),
        Entry("2", EntryKind.QUESTION, "Members asked why."),
        Entry("3", EntryKind.RESOLUTION, "That\n(a) it end\n(b) it be said", facts=WHY),
        Entry("4", EntryKind.RECOMMENDATION, "That fees rise.", facts=Referral("Council")),
    ),
)
TALK = AgendaItem("b", "Talk", "6", entries=(Entry("5", EntryKind.NOTE, "All talked."),))
SHUT = AgendaItem(
    "c",
    "Bids",
    "7",
    exempt=Exempt("3"),
    summary="One bid was chosen.",
    entries=(
        Entry("6", EntryKind.NOTE, "Acme was cheap."),
        Entry("7", EntryKind.RESOLUTION, "That Acme win."),
    ),
)
MEETING = Meeting("m", Heading("Brookmere Borough Council", "Cabinet"), items=(DECIDED, TALK, SHUT))


def sheet(audience: Audience) -> list[str]:
    form = FORMS["decision-sheet-text"]
    return exported(MEETING, form, house_style(""), audience).decode().splitlines()


def test_the_sheet_has_the_items_with_their_outcomes_and_nothing_else():
    assert [line for line in sheet(Audience.PUBLIC) if line] == [
        "Brookmere Borough Council",
        "Decisions of the Cabinet",
        "DECISIONS",
        "5. Lease",
        "RESOLVED: That",
        "  (a) it end; and",
        "  (b) it be said.",
        "Reasons for the decision: Cost.",
        "RECOMMENDED to Council: That fees rise.",
        "7. Bids",
        STUB,
        "One bid was chosen.",
    ]


def test_the_confidential_sheet_has_what_was_decided_behind_closed_doors():
    lines = [line for line in sheet(Audience.CONFIDENTIAL) if line]
    assert lines[-3:] == [
        "7. Bids",
        "Not for publication (paragraph 3).",
        "RESOLVED: That Acme win.",
    ]


def test_the_sheet_in_word_has_the_same_words_and_no_line_to_sign_on():
    data = exported(MEETING, FORMS["decision-sheet"], house_style(""), Audience.PUBLIC)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    assert "Decisions of the Cabinet" in body
    assert "Reasons for the decision:" in body
    assert "Signed" not in body
    assert "All talked" not in body
    assert "Acme" not in body
