"""Rules about what the meeting decided."""

import re
from collections.abc import Iterator
from functools import partial

from clerkapp.checking.decided import has_outcome
from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.quoted import unquoted
from clerkapp.checking.record import Record
from clerkapp.meeting import edits
from clerkapp.meeting.committees import Powers
from clerkapp.meeting.decisions import Decision, Outcome, Referral
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import AgendaItem, Business, Meeting
from clerkapp.meeting.motions import Became, course
from clerkapp.patterns import pattern

_DECISIONS = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION})
_NOTED = "That the report be noted."


def item_without_outcome(record: Record) -> Iterator[Finding]:
    """D1: every item ends with a decision, or says that there was none."""
    for spot in record.items:
        item = spot.item
        if not item.title or item.exempt or not item.entries or has_outcome(item):
            continue
        yield spot.finding(
            "D1",
            Severity.ERROR,
            f"“{item.title}” has no outcome",
            "Add a resolution, or say that the report was noted or that no action was needed.",
            Fix(f"Resolve “{_NOTED}”", partial(_noted, item_id=item.id), is_offer=True),
        )


def _noted(meeting: Meeting, item_id: str) -> Meeting:
    item = next((each for each in meeting.items if each.id == item_id), None)
    if item is None or has_outcome(item):
        return meeting
    entry = Entry(new_id(), EntryKind.RESOLUTION, _NOTED, facts=Decision(Outcome.NOTED))
    return edits.add_entry(meeting, item_id, entry)


_TO_A_BODY = pattern(
    r"\b(?:to|that|asks?|advises?) (?:the )?(?:full )?(?:Annual )?(?:\w+ ){0,4}?"
    r"(?:Council|Cabinet|Committee|Executive|Board|Governing Body|Senate|Court|Panel|Trustees)\b"
)


def recommended_to_nobody(record: Record) -> Iterator[Finding]:
    """D11: a recommendation names the body that it goes to.

    A body that can only recommend resolves nothing: its powers say so, else the house names it.
    """
    committee = record.meeting.heading.committee.casefold()
    recommends = record.powers is Powers.RECOMMENDS or (
        record.powers is None
        and any(words.casefold() in committee for words in record.house.only_recommend)
    )
    for spot, entry in record.entries:
        referral = facts_of(entry, Referral)
        if entry.kind is EntryKind.RECOMMENDATION and entry.text.strip():
            if not (referral and referral.body) and not _TO_A_BODY.search(entry.text):
                what = "the recommendation goes to no body"
                yield spot.finding("D11", Severity.WARNING, what, "Name who is to decide.")
        elif recommends and entry.kind is EntryKind.RESOLUTION and _outcome(entry) in _DECIDE:
            what = f"{record.meeting.heading.committee} can only recommend"
            yield spot.finding("D11", Severity.WARNING, what, "Make it a recommendation.")


_DECIDE = frozenset({Outcome.RESOLVED, Outcome.REFUSED})


def _outcome(entry: Entry) -> Outcome:
    decision = facts_of(entry, Decision)
    return decision.outcome if decision else Outcome.RESOLVED


_DECIDED = pattern(
    r"\b(?:it was|(?:committee|council|cabinet|board|executive|members)(?: unanimously)?) "
    r"(?:unanimously )?(?:resolved|agreed|decided)\b|"
    r"\b(?:application|permission|consent|licence)\b[^.]*\b(?:was|be|were) "
    r"(?:\w+ly )?(?:refused|granted|approved)\b",
    re.IGNORECASE,
)


def _decides(item: AgendaItem) -> set[str]:
    """The ids of the entries of `item` that decide something.

    Where there is no resolution and no recommendation these are a motion that was carried, and
    a note of what was agreed.
    """
    decisions = {each.id for each in item.entries if each.kind in _DECISIONS}
    if decisions:
        return decisions
    moved = (each.entry for each in course(item.entries) if each.became is Became.CARRIED)
    noted = (
        each
        for each in item.entries
        if each.kind is EntryKind.NOTE and _DECIDED.search(unquoted(each.text))
    )
    return {each.id for each in (*moved, *noted)}


def executive_part_missing(record: Record) -> Iterator[Finding]:
    """D12: the record of an executive decision has every part that the law asks of it.

    Where the committee is an executive, it decides whatever is reported to it for a decision. What
    it recommends to another body is no decision of its own.
    """
    decided: set[str] = set()
    for item in record.meeting.items:
        is_reported = record.powers is Powers.EXECUTIVE and bool(item.recommendation)
        if item.business is Business.EXECUTIVE or is_reported:
            decided |= _decides(item)
    for spot, entry in record.entries:
        if entry.id not in decided or entry.kind is EntryKind.RECOMMENDATION:
            continue
        decision = facts_of(entry, Decision) or Decision()
        parts = record.law.statement.required if decision.outcome in _DECIDE else ()
        missing = [part for part in parts if not getattr(decision, part).strip()]
        if missing:
            yield spot.finding(
                "D12",
                Severity.ERROR,
                f"the executive decision gives no {', no '.join(missing)}",
                f"Record them, or “None.” ({record.law.statement.source}).",
            )


_TWO_OUTCOMES = pattern(
    r"\b(?:noted and (?:approved|agreed|adopted)|(?:approved|agreed|adopted) and noted|"
    r"agreed to note|resolved to note and (?:approve|agree|adopt)|"
    r"notes? and (?:approves?|agrees?|adopts?))\b",
    re.IGNORECASE,
)


def two_outcomes(record: Record) -> Iterator[Finding]:
    """D13: one sentence has one outcome: noted, or approved."""
    kinds = _DECISIONS | {EntryKind.NOTE}
    for spot, entry in record.entries:
        found = _TWO_OUTCOMES.search(unquoted(entry.text)) if entry.kind in kinds else None
        if found:
            what = f"“{found.group()}” is two outcomes"
            yield spot.finding("D13", Severity.WARNING, what, "Choose one: noted, or approved.")


_REFUSE = pattern(r"\brefus(?:e|es|ed|al)\b", re.IGNORECASE)
_GRANT = pattern(r"\b(?:grant(?:s|ed)?|approv(?:e|es|ed|al)|permit(?:s|ted)?)\b", re.IGNORECASE)
_REASON = pattern(
    r"\b(?:reasons?|because|grounds?|since|owing to|by virtue of|"
    r"contrary to (?:policy|the)|would harm)\b",
    re.IGNORECASE,
)

_GIVES = pattern(r"(?:the )?(?:reasons?|grounds)\b", re.IGNORECASE)


def planning_without_reasons(record: Record) -> Iterator[Finding]:
    """D14: a refusal, and a permission against the recommendation, gives its reasons.

    So does advice to another body to refuse; below a motion or a note they may stand as an entry.
    """
    decided: set[str] = set()
    for item in record.meeting.items:
        if item.business is Business.PLANNING:
            decided |= _decides(item)
    for spot, entry in record.entries:
        item = spot.item
        if entry.id not in decided:
            continue
        if entry.kind not in _DECISIONS and any(_GIVES.match(each.text) for each in item.entries):
            continue
        decision = facts_of(entry, Referral) or facts_of(entry, Decision) or Decision()
        refused = _outcome(entry) is Outcome.REFUSED or bool(_REFUSE.search(entry.text))
        granted = not refused and bool(_GRANT.search(entry.text))
        against = granted and bool(_REFUSE.search(item.recommendation))
        if not (refused or against) or decision.reasons.strip() or _REASON.search(entry.text):
            continue
        what = (
            "the refusal gives no reasons" if refused
            else "the permission is against the recommendation and gives no reasons"
        )  # fmt: skip
        yield spot.finding("D14", Severity.WARNING, what, "Give the reasons.")
