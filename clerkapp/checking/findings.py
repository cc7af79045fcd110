"""What a check finds, where, and the edit that mends it."""

from collections.abc import Callable
from enum import IntEnum

from msgspec import Struct

from clerkapp.meeting.meeting import Dismissal, Meeting


class Severity(IntEnum):
    """How much it matters; the most serious sorts first."""

    ERROR = 0  # to be mended before the minutes are finished
    WARNING = 1
    HINT = 2


class Fix(Struct, frozen=True):
    """An edit that makes its finding go away, and leaves every word that its label does not name.

    An offer records something that nobody has said yet: it is made only when it is asked for. A
    safe one changes how something is written, and there is no other way to mend it.
    """

    label: str  # "Write Cllr A Pilgrim"
    edit: Callable[[Meeting], Meeting]
    is_offer: bool = False
    is_safe: bool = False


class Finding(Struct, frozen=True, eq=False):
    """One thing to look at: what is wrong, where, and how to mend it.

    Two that say the same are the same, for no edit is like another.
    """

    rule: str  # D1, A1 …
    severity: Severity
    where: str  # "item 6, entry 3"
    what: str
    mend: str
    item_id: str = ""
    entry_id: str = ""
    fix: Fix | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash(self._said())

    def _said(self) -> tuple[object, ...]:
        place = (self.where, self.item_id, self.entry_id)
        return (self.rule, self.severity, place, self.what, self.mend)

    @property
    def dismissal(self) -> Dismissal:
        """What the meeting remembers where the clerk leaves this as it is."""
        return Dismissal(self.rule, self.entry_id or self.item_id, self.what)
