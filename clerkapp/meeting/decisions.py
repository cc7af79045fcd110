"""What was decided, and the statement that the law asks of an executive decision."""

from enum import StrEnum

from msgspec import Struct


class Outcome(StrEnum):
    """How an item came out."""

    RESOLVED = "resolved"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFUSED = "refused"
    NO_ACTION = "no action"


class Decision(Struct, frozen=True):
    """How the item came out, and the rest of an executive statement; the words are the entry's.

    The five parts with the words: reg. 12 of SI 2012/2089. Each is "" where nothing was recorded;
    "none" is said in words ("None.").
    """

    outcome: Outcome = Outcome.RESOLVED
    reasons: str = ""
    alternatives: str = ""  # considered and rejected
    conflicts: str = ""  # of interest, declared by whoever was consulted
    dispensations: str = ""
