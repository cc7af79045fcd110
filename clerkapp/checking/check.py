"""All the rules over one meeting."""

from collections.abc import Callable, Iterator

from clerkapp.checking.actions import action_without_date, action_without_owner
from clerkapp.checking.dates import times_run_backwards, weekday_against_date
from clerkapp.checking.findings import Finding
from clerkapp.checking.names import person_not_on_the_lists
from clerkapp.checking.outcomes import item_without_outcome
from clerkapp.meeting.meeting import Meeting

RULES: tuple[Callable[[Meeting], Iterator[Finding]], ...] = (
    item_without_outcome,
    action_without_owner,
    action_without_date,
    person_not_on_the_lists,
    weekday_against_date,
    times_run_backwards,
)


def check(meeting: Meeting) -> tuple[Finding, ...]:
    """Every finding, the most serious first; equally serious ones in the order of the minutes."""
    order = {item.id: place for place, item in enumerate(meeting.items)}
    places = {e.id: n for item in meeting.items for n, e in enumerate(item.entries)}
    findings = [finding for rule in RULES for finding in rule(meeting)]
    return tuple(
        sorted(findings, key=lambda f: (f.severity, order[f.item_id], places.get(f.entry_id, -1)))
    )
