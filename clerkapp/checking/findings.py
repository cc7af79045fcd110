"""What a check finds, where, and the edit that mends it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from clerkapp.meeting.meeting import Dismissal, Meeting


class Severity(IntEnum):
    """How much it matters; the most serious sorts first."""

    ERROR = 0  # to be mended before the minutes are finished
    WARNING = 1
    HINT = 2


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that makes its finding go away, and leaves every word that its label does not name.

    An offer records something that nobody has said yet: it is made only when it is asked for. A
    safe one changes how something is written, and there is no other way to mend it.
    """

    label: str  # "Write Cllr A Pilgrim"
    edit: Callable[[Meeting], Meeting]
    is_offer: bool = False
    is_safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: what is wrong, where, and how to mend it."""

    rule: str  # D1, A1 …
    severity: Severity
    where: str  # "item 6, entry 3"
    what: str
    mend: str
    item_id: str = ""
    entry_id: str = ""
    fix: Fix | None = field(default=None, compare=False)

    @property
    def dismissal(self) -> Dismissal:
        """What the meeting remembers where the clerk leaves this as it is."""
        return Dismissal(self.rule, self.entry_id or self.item_id, self.what)
