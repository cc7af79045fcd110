"""What stands beside the item, as lines: findings and action points."""

from clerkapp.checking.findings import Finding, Severity
from clerkapp.editing.history import Place
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, entries_of, name_of
from clerkapp.meeting.numbering import number_of
from clerkapp.window.look.lines import Line
from clerkapp.wording.times import date_words

_DOTS = {Severity.ERROR: "bad", Severity.WARNING: "doubtful", Severity.HINT: "faint"}


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
