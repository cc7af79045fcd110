"""Rules about what is kept from the public."""

import re
from collections.abc import Iterator

from clerkapp.checking.dates import closes
from clerkapp.checking.findings import Finding, Severity
from clerkapp.checking.quoted import unquoted
from clerkapp.checking.record import Record, Spot
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.patterns import pattern

_EXCLUDED = pattern(r"\b(?:be|been|being|was|were) excluded\b", re.IGNORECASE)
_CAME_BACK = pattern(
    r"\b(?:public|press)\b.*\b(?:re-?admitted|returned|re-?joined|came back)\b|"
    r"\b(?:returned|moved back) (?:to|into) (?:public|open) session\b",
    re.IGNORECASE,
)


def exempt_without_exclusion(record: Record) -> Iterator[Finding]:
    """X2: before what is exempt the public is excluded, under a paragraph, and comes back after.

    The paragraph may stand with the resolution or in the mark of the item. Nobody need come back
    where nothing follows but the close.
    """
    schedule = record.law.exemption.schedule if record.law.exemption.paragraphs else ""
    out = was_exempt = told = False
    paragraphs = ""
    for spot in record.items:
        exempt = spot.item.exempt
        excluded, named = out, bool(paragraphs)
        for entry in spot.item.entries:
            out = _is_out(entry, out=out)
            excluded = excluded or out
            paragraphs = _paragraphs(entry) or (paragraphs if out else "")
            named = named or bool(paragraphs)
        done = any(entry.text.strip() and not closes(entry) for entry in spot.item.entries)
        if exempt and done and not excluded:
            what = "the item is exempt, and the public is not excluded before it"
            mend = "Record the resolution to exclude press and public."
            yield spot.finding("X2", Severity.ERROR, what, mend)
        if exempt and done and schedule and not (exempt.paragraph or named):
            what = "the item is exempt under no paragraph"
            yield spot.finding("X2", Severity.ERROR, what, f"Give the paragraph of {schedule}.")
        if was_exempt and out and done and not exempt and not told:
            told = True
            what = "the item is public, and the public has not come back"
            mend = "Record when press and public came back, or mark the item exempt."
            yield spot.finding("X2", Severity.ERROR, what, mend)
        was_exempt = out and (was_exempt or exempt is not None)


def said_in_private_and_public(record: Record) -> Iterator[Finding]:
    """X8: where press and public were out, something of what was said then is kept from them.

    What was decided may be public, and one mark shows that the clerk thought of it.
    """
    shut: Spot | None = None
    said = kept = False
    for spot, entry in record.entries:
        step = facts_of(entry, Proceeding)
        if step and step.step in _TURNS:
            if shut and said and not kept:
                yield _told_to_all(shut)
            shut = spot if step.step is Step.PUBLIC_EXCLUDED else None
            said = kept = False
        elif shut:
            kept = kept or bool(spot.item.exempt or entry.exempt)
            said = said or (entry.kind in _SAID and bool(entry.text.strip()) and not closes(entry))
    if shut and said and not kept:
        yield _told_to_all(shut)


def _told_to_all(shut: Spot) -> Finding:
    what = "press and public are excluded, and the public copy has all that was said then"
    mend = "Mark what they may not read as exempt: the item, or its entries."
    return shut.finding("X8", Severity.WARNING, what, mend)


_TURNS = frozenset({Step.PUBLIC_EXCLUDED, Step.PUBLIC_READMITTED, Step.CLOSED})
_SAID = frozenset(
    {EntryKind.NOTE, EntryKind.LEAD_IN, EntryKind.QUESTION, EntryKind.RESPONSE}
    | {EntryKind.COMMENT, EntryKind.ACTION_POINT}
)


def exempt_without_summary(record: Record) -> Iterator[Finding]:
    """X7: of an exempt item that decided something the public has a summary, where the house asks.

    The law asks for one where what is left is no fair and coherent record, which the clerk judges.
    """
    if not (record.house.summaries and record.law.exemption.summary):
        return
    for spot in record.items:
        item = spot.item
        decides = any(entry.kind in _DECISIONS for entry in item.entries)
        if item.exempt and decides and not item.summary.strip():
            what = "the public reads nothing of what was decided in the exempt item"
            mend = f"Write its summary for the public ({record.law.exemption.summary})."
            yield spot.finding("X7", Severity.WARNING, what, mend)


_DECISIONS = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION})


_PARAGRAPH = pattern(r"\bparagraphs? \d", re.IGNORECASE)


def _paragraphs(entry: Entry) -> str:
    step = facts_of(entry, Proceeding)
    if step:
        return ", ".join(step.paragraphs)
    return entry.text if _PARAGRAPH.search(entry.text) else ""


def _is_out(entry: Entry, *, out: bool) -> bool:
    step = facts_of(entry, Proceeding)
    if step:
        return step.step is Step.PUBLIC_EXCLUDED or (
            out and step.step is not Step.PUBLIC_READMITTED
        )
    words = unquoted(entry.text)
    if _EXCLUDED.search(words) and re.search(r"\b(?:public|press)\b", words, re.IGNORECASE):
        return True
    return out and not _CAME_BACK.search(words)
