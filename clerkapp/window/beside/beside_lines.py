"""What stands beside the item, as lines: who is in the room, findings, action points."""

from collections.abc import Iterator

from clerkapp.checking.findings import Finding, Severity
from clerkapp.editing.history import Place
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, entries_of, name_of
from clerkapp.meeting.numbering import number_of
from clerkapp.meeting.people import Attendance, Standing
from clerkapp.meeting.presence import in_the_room, members
from clerkapp.window.look.lines import Line
from clerkapp.wording.times import date_words

_DOTS = {Severity.ERROR: "bad", Severity.WARNING: "doubtful", Severity.HINT: "faint"}


def count_in_the_room(meeting: Meeting) -> int:
    """How many members are in the room after the last entry."""
    return len(members(in_the_room(meeting)))


def room_lines(meeting: Meeting) -> tuple[Line, ...]:
    """The head-count with the quorum, then members and officers, those away in faint."""
    if not meeting.attendance:
        about = "Meeting > Details… (Ctrl+I) names those present."
        return (Line("Nobody is on the lists yet.", below=about, is_faint=True),)
    there = {line.person.id for line in in_the_room(meeting)}
    quorum = meeting.heading.quorum
    count = count_in_the_room(meeting)
    seats = members(meeting.attendance)
    expected = sum(line.standing is not Standing.SUBSTITUTE for line in seats)
    state = ""
    if quorum is not None:
        state = f" · quorum {quorum} {'✓' if count >= quorum else 'NOT MET'}"
    head = Line(f"of {expected} members{state}", count=str(count))
    return (head, *_people(meeting, there))


def _people(meeting: Meeting, there: set[str]) -> Iterator[Line]:
    officers = [a for a in meeting.attendance if a.standing is Standing.IN_ATTENDANCE]
    for heading, lines in (("Members", members(meeting.attendance)), ("Officers", officers)):
        if lines:
            yield Line(heading, is_heading=True)
        for line in lines:
            away = line.person.id not in there
            yield Line(
                line.person.name,
                aside=_beside(meeting, line, away=away),
                dot="good",
                is_faint=away,
            )


def _beside(meeting: Meeting, line: Attendance, *, away: bool) -> str:
    if line.in_place_of:
        return f"for {name_of(meeting, line.in_place_of)}"
    if away and line.standing in (Standing.APOLOGIES, Standing.ABSENT):
        return line.standing.value
    if away:
        return "left"
    return line.person.post or line.person.code


def finding_lines(findings: tuple[Finding, ...]) -> tuple[Line, ...]:
    """A line for each finding, in their order; one that says so where there is none."""
    if not findings:
        return (Line("Nothing was found.", is_faint=True),)
    return tuple(
        Line(
            f"{finding.what[:1].upper()}{finding.what[1:]}.",
            below=f"{finding.where[:1].upper()}{finding.where[1:]} · {finding.mend}"
            + (" · Ctrl+Shift+M" if finding.fix else ""),
            aside=finding.rule,
            dot=_DOTS[finding.severity],
            place=Place(finding.item_id, finding.entry_id),
        )
        for finding in findings
    )


def action_lines(meeting: Meeting) -> tuple[Line, ...]:
    """A line for each action point, in the order of the minutes."""
    lines: list[Line] = []
    for item, entry in entries_of(meeting):
        if entry.kind is not EntryKind.ACTION_POINT:
            continue
        action = facts_of(entry, ActionPoint) or ActionPoint()
        due = action.due if isinstance(action.due, str) else date_words(action.due)
        owner = name_of(meeting, action.owner) or "no owner"
        lines.append(
            Line(
                " ".join(entry.text.split()) or "(no words yet)",
                below=f"{owner} · {due or 'no date'}",
                aside=f"item {number_of(meeting, item)}",
                place=Place(item.id, entry.id, len(entry.text)),
            )
        )
    return tuple(lines) or (Line("There are no action points yet.", is_faint=True),)
