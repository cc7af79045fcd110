"""All the rules over one meeting."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from clerkapp.checking import (
    actions,
    dates,
    interests,
    limbs,
    motions,
    names,
    numbers,
    outcomes,
    roles,
    votes,
)
from clerkapp.checking.findings import Finding
from clerkapp.checking.record import Record
from clerkapp.law.jurisdiction import Jurisdiction
from clerkapp.meeting.committees import Powers
from clerkapp.meeting.meeting import Meeting

Rule: TypeAlias = Callable[[Record], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    outcomes.item_without_outcome,
    limbs.limbs_not_parallel,
    limbs.limbs_out_of_order,
    motions.motion_without_mover,
    motions.mover_is_seconder,
    votes.votes_against_the_room,
    votes.result_against_the_votes,
    votes.names_not_recorded,
    votes.not_unanimous,
    motions.motion_never_put,
    outcomes.recommended_to_nobody,
    outcomes.executive_part_missing,
    outcomes.two_outcomes,
    outcomes.planning_without_reasons,
    actions.action_without_owner,
    actions.action_without_date,
    names.person_not_on_the_lists,
    names.somebody_not_in_the_room,
    roles.post_spelt_otherwise,
    names.initials_of_nobody,
    roles.two_forms_of_address,
    roles.speakers_told_otherwise,
    roles.pronoun_for_somebody,
    names.surname_of_two,
    interests.interested_member_takes_part,
    interests.interest_without_item,
    interests.business_without_quorum,
    interests.came_or_left_twice,
    dates.weekday_against_date,
    numbers.numbers_out_of_order,
    dates.times_run_backwards,
)


def check(
    meeting: Meeting, law: Jurisdiction | None = None, powers: Powers | None = None
) -> tuple[Finding, ...]:
    """Every finding, the most serious first; equally serious ones in the order of the minutes.

    `powers` are those of the committee whose meeting it is; None where they are not known.

    What the clerk left as it is (`Meeting.dismissed`) is left out while it says the same.
    """
    record = Record(meeting, law, powers)
    order = {item.id: place for place, item in enumerate(meeting.items)}
    places = {e.id: n for item in meeting.items for n, e in enumerate(item.entries)}
    findings = [finding for rule in RULES for finding in rule(record)]
    left = frozenset(meeting.dismissed)
    return tuple(
        sorted(
            (finding for finding in findings if not left or finding.dismissal not in left),
            key=lambda f: (f.severity, order[f.item_id], places.get(f.entry_id, -1)),
        )
    )
