"""Rules about votes: who could vote, how they were counted, what was declared."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.quoted import unquoted
from clerkapp.checking.record import Record, Spot
from clerkapp.checking.rewording import entry_edit
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.mentions import mentions_in
from clerkapp.meeting.motions import Became, course
from clerkapp.meeting.people import folded
from clerkapp.meeting.presence import concerns
from clerkapp.meeting.votes import Result, Vote, counted, is_by_name, votes_on
from clerkapp.patterns import pattern

_CARRIED = pattern(r"(?<!not )\b(carried|approved|agreed)\b", re.IGNORECASE)
_LOST = pattern(r"\b(lost|defeated|rejected|not carried)\b", re.IGNORECASE)
_UNANIMOUS = pattern(r"\b(?:unanimous|unanimously)\b", re.IGNORECASE)
_DISSENT = pattern(
    r"\b(?:(?:one|two|three|four|five|[1-9]\d*) (?:abstentions?|abstained|against)|"
    r"(?:abstained|against|abstentions?):? [1-9]|voted against|with an abstention)\b",
    re.IGNORECASE,
)


def _votes(record: Record) -> Iterator[tuple[Spot, Entry, Vote]]:
    for spot, entry in record.entries:
        vote = facts_of(entry, Vote)
        if vote:
            yield spot, entry, vote


def votes_against_the_room(record: Record) -> Iterator[Finding]:
    """D6: those who voted are as many as could vote, none of them twice.

    A member who declared an interest in the item and stayed need not have voted.
    """
    for spot, entry, vote in _votes(record):
        names = mentions_in(replace(vote, own=()))
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice:
            who = record.name(twice.person_id) or twice.words
            what = f"{who} is among the votes twice"
            yield spot.finding("D6", Severity.ERROR, what, "Leave the name on one side.")
        if not record.roll_is_called:
            continue
        sides = [votes_on(side) for side in (vote.in_favour, vote.against, vote.abstained)]
        total = sum(side or 0 for side in sides)
        room = {line.person.id for line in record.voters(record.after[entry.id].here)}
        there = record.after[entry.id].here - room
        for who in dict.fromkeys(name.person_id for name in names if name.person_id in there):
            what = f"{record.name(who)} is among the votes and has none"
            yield spot.finding("D6", Severity.ERROR, what, "Leave the name out.")
        need_not = room & _interested(spot)
        told = f"{total} voted, and {len(room)} in the room could"
        if total > len(room):
            yield spot.finding("D6", Severity.ERROR, told, "Correct the numbers, or the room.")
        elif None not in sides and not vote.unanimous and total < len(room - need_not):
            mend = "Correct the numbers, or say who left or did not vote."
            yield spot.finding("D6", Severity.ERROR, told, mend)


def _interested(spot: Spot) -> set[str]:
    declared = (facts_of(entry, Declaration) for entry in spot.item.entries)
    return {d.person.person_id for d in declared if d and d.person and concerns(d, spot.item)}


def result_against_the_votes(record: Record) -> Iterator[Finding]:
    """D7: what was declared is what the votes say; a tie without casting vote is lost.

    So are the numbers and the result that stand in words, and what was lost is not resolved.
    """
    yield from _words_against_the_numbers(record)
    yield from _lost_and_resolved(record)
    for spot, entry, vote in _votes(record):
        sides = votes_on(vote.in_favour), votes_on(vote.against)
        if vote.casting and None not in sides and sides[0] != sides[1]:
            what = "there is a casting vote, and the votes are not equal"
            yield spot.finding("D7", Severity.ERROR, what, "Correct the votes, or leave it out.")
        told = counted(vote)
        if told is None:
            continue
        right = Result.CARRIED if told else Result.LOST
        words = _said(entry.text)
        wrong = next((each for each in (vote.declared, words) if each and each != right), None)
        is_tie = sides[0] is not None and sides[0] == sides[1] and not vote.casting
        if wrong:
            what = f"the votes say {right}, and {wrong} was declared"
        elif is_tie and not vote.unanimous and not vote.declared and not words:
            what = "the votes are equal, and neither a casting vote nor a result is recorded"
        else:
            continue
        can_fix = words in ("", right)  # words of the clerk’s own are for the clerk
        yield spot.finding(
            "D7",
            Severity.ERROR,
            what,
            f"Declare it {right}, or correct the votes.",
            Fix(f"Declare it {right}", _declared(entry, right)) if can_fix else None,
        )


_COUNTS = tuple(
    pattern(words, re.IGNORECASE)
    for words in (
        r"\b(?P<one>\d{1,3}) votes? (?:to|against) (?P<other>\d{1,3})\b",
        r"\b(?P<one>\d{1,3}) (?:votes? )?(?:for|in favour)\b[^.\d]{1,20}(?P<other>\d{1,3}) against",
        r"\b(?:for|in favour):? (?P<one>\d{1,3})\b[^.\d]{1,20}against:? (?P<other>\d{1,3})\b",
    )
)
_TELLS = frozenset({EntryKind.VOTE, EntryKind.RESOLUTION, EntryKind.NOTE, EntryKind.MOTION})


def _words_against_the_numbers(record: Record) -> Iterator[Finding]:
    for spot, entry in record.entries:
        told = _counts_in(entry.text) if entry.kind in _TELLS else None
        if told is None:
            continue
        vote = facts_of(entry, Vote)
        recorded = (votes_on(vote.in_favour), votes_on(vote.against)) if vote else (None, None)
        if None not in recorded and told != recorded:
            what = f"the words say {told[0]} to {told[1]}, the vote {recorded[0]} to {recorded[1]}"
            yield spot.finding("D7", Severity.ERROR, what, "Correct the words, or the vote.")
        elif vote is None and told[0] != told[1]:
            right = Result.CARRIED if told[0] > told[1] else Result.LOST
            said = _said(entry.text)
            if said and said is not right:
                what = f"the numbers say {right}, and the words {said}"
                yield spot.finding("D7", Severity.ERROR, what, "Correct the numbers, or the words.")


def _counts_in(text: str) -> tuple[int, int] | None:
    """How many for and against the words give; None where they give no numbers, or several."""
    words = unquoted(text)
    found = {
        (int(match["one"]), int(match["other"]))
        for counts in _COUNTS
        for match in counts.finditer(words)
    }
    return found.pop() if len(found) == 1 else None


def _lost_and_resolved(record: Record) -> Iterator[Finding]:
    spots = {entry.id: spot for spot, entry in record.entries}
    for item in record.meeting.items:
        lost = {folded(m.entry.text) for m in course(item.entries) if m.became is Became.LOST}
        for entry in item.entries if lost else ():
            if entry.kind in _OF_THE_MEETING and folded(entry.text) in lost:
                what = "what was moved in these words was lost, and is resolved"
                mend = "Correct the vote, or the decision."
                yield spots[entry.id].finding("D7", Severity.ERROR, what, mend)


_OF_THE_MEETING = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION})


def _said(text: str) -> Result:
    words = unquoted(text)
    carried, lost = bool(_CARRIED.search(words)), bool(_LOST.search(words))
    if carried == lost:
        return Result.NOT_SAID
    return Result.CARRIED if carried else Result.LOST


def _declared(entry: Entry, result: Result) -> Edit:
    def change(now: Entry) -> Entry:
        vote = facts_of(now, Vote)
        return replace(now, facts=replace(vote, declared=result)) if vote else now

    return entry_edit(entry.id, change)


def names_not_recorded(record: Record) -> Iterator[Finding]:
    """D8: where the law asks for the names of those who voted, they are recorded."""
    asked = record.law.votes.names_required
    for spot, _, vote in _votes(record):
        if spot.item.business.value in asked and spot.item.business and not is_by_name(vote):
            yield spot.finding(
                "D8",
                Severity.ERROR,
                f"the vote on a {spot.item.business} item is not by name",
                f"Record the votes by name on the vote pad ({record.law.votes.names_source}).",
            )


def not_unanimous(record: Record) -> Iterator[Finding]:
    """D9: unanimous is said where nobody voted against, abstained or was out for an interest."""
    for spot, entry in record.entries:
        vote = facts_of(entry, Vote)
        words = unquoted(entry.text)
        said = vote is not None and vote.unanimous
        if entry.kind in (EntryKind.VOTE, EntryKind.RESOLUTION):
            said = said or bool(_UNANIMOUS.search(words))
        if not said:
            continue
        sides = (vote.against, vote.abstained) if vote else ()
        if any(votes_on(side) for side in sides) or _DISSENT.search(words):
            what = "“unanimous” stands beside votes against or abstentions"
        elif record.after[entry.id].withdrawn:
            out = " and ".join(record.name(who) for who in sorted(record.after[entry.id].withdrawn))
            what = f"“unanimous” is said while {out} was out for an interest"
        else:
            continue
        yield spot.finding("D9", Severity.WARNING, what, "Give the numbers.")
