"""How much of a meeting is told: the decisions alone, a summary, or everything."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from clerkapp.wording.minutes import Passage, Role


class Detail(StrEnum):
    """How much is told. A house chooses it late: the record holds everything."""

    DECISIONS = "decisions"
    SUMMARY = "summary"  # without the questions, the answers and the points that were made
    FULL = "full"


_DECISIONS = frozenset(
    {Role.DECISION, Role.STATEMENT, Role.EXEMPT, Role.SUMMARY, Role.MOTION, Role.VOTE, Role.EVENT}
)
_TOLD: dict[Detail, Collection[Role]] = {
    Detail.DECISIONS: _DECISIONS,
    Detail.SUMMARY: _DECISIONS | {Role.NARRATIVE, Role.ACTION},
    Detail.FULL: frozenset(Role),
}


def told_at(detail: Detail, passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Those of `passages` that are told at that detail, before they are numbered.

    Motions, votes, comings and goings and decisions are told at every one. An exchange that a
    house runs on in one paragraph goes as a whole; its action point stays in the table.
    """
    return tuple(passage for passage in passages if passage.role in _TOLD[detail])
