"""What was decided or recommended, and the statement that the law asks of an executive decision."""

from enum import StrEnum

from msgspec import Struct


class Outcome(StrEnum):
    """How an item came out."""

    RESOLVED = "resolved"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFUSED = "refused"
    NO_ACTION = "no action"


class Statement(Struct, frozen=True, kw_only=True):
    """What is recorded beside the words of a decision: the rest of an executive statement.

    The five parts with the words: reg. 12 of SI 2012/2089. Each is "" where nothing was recorded;
    "none" is said in words ("None.").
    """

    reasons: str = ""
    alternatives: str = ""  # considered and rejected
    conflicts: str = ""  # of interest, declared by whoever was consulted
    dispensations: str = ""


PARTS = Statement.__struct_fields__
"""The parts of a statement by their names, in the order in which they are printed."""


class Decision(Statement, frozen=True):
    """How the item came out, with its statement; the words are the entry's."""

    outcome: Outcome = Outcome.RESOLVED


class Referral(Statement, frozen=True):
    """The body to which a recommendation goes, "Council", "Cabinet", and why; "" names none."""

    body: str = ""
