"""The log of changes: what each field was and became, when, and on whose computer.

It only grows: triggers keep every row from being deleted, and a sealed one from being changed. A
burst of typing is one row that stays open, so that 20,000 saves are some hundred changes.
"""

import json
import time
from collections.abc import Callable

from msgspec import Struct

from clerkapp.archive.clock import HybridClock
from clerkapp.archive.driver import Connection, Row
from clerkapp.meeting.ids import new_id

BURST_SECONDS = 2.0
"""A pause in typing after which the next key begins another change."""

WHOLE = "*"
"""The field of a change that made the row: its new value is the whole row, as JSON."""

_KEYS = frozenset({"id", "meeting"})
_INSERT = (
    "INSERT INTO change (id, clock, device, at, meeting, part, row, field, old, new, sealed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class _Spot(Struct, frozen=True):
    """The row that a change is of: its meeting, its table and its id."""

    meeting: str
    part: str
    row: str


class _Open(Struct):
    """A burst that goes on: its change, the words it is of, and when the last key was kept."""

    change: str
    row: str
    last: float


class ChangeLog:
    """Writes rows of the archive, and with each the changes that it makes. For one connection."""

    def __init__(self, db: Connection, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._db = db
        self._elapsed = elapsed
        self._device = ""  # looked up at the first change, within its transaction
        self._clock = HybridClock()
        self._open: _Open | None = None

    def put(self, part: str, row: Row, meeting: str, upsert: Callable[[str, Row], None]) -> None:
        """Writes `row` of the table `part` with `upsert`, and logs the fields that it changes."""
        had = next(self._db.rows(f"SELECT * FROM {part} WHERE id = ?", [row["id"]]), None)  # noqa: S608
        upsert(part, row)
        spot = _Spot(meeting, part, str(row["id"]))
        if had is None or had["deleted"]:
            whole = json.dumps(dict(row), ensure_ascii=False, separators=(",", ":"))
            self._add(spot, WHOLE, None, whole)
            return
        for field, new in row.items():
            old = had[field]
            if old != new and field not in _KEYS:
                self._change(spot, field, _text(old), _text(new))

    def remove(self, part: str, row_id: str, meeting: str) -> None:
        """Logs that a row was marked deleted."""
        self._add(_Spot(meeting, part, row_id), "deleted", "0", "1")

    @property
    def is_open(self) -> bool:
        """Whether a burst of typing goes on."""
        return self._open is not None

    def seal(self) -> None:
        """Closes a burst: nobody types, or what was typed was left."""
        if self._open:
            self._db.run("UPDATE change SET sealed = 1 WHERE id = ?", [self._open.change])
            self._open = None

    def forget(self) -> None:
        """Begins anew from what is kept: a transaction did not come to the disk."""
        self._open, self._device = None, ""

    def _change(self, spot: _Spot, field: str, old: str | None, new: str | None) -> None:
        burst, now = self._open, self._elapsed()
        if field != "text":
            self._add(spot, field, old, new)
        elif burst and burst.row == spot.row and now - burst.last <= BURST_SECONDS:
            self._db.run(
                "UPDATE change SET new = ?, clock = ?, at = ? WHERE id = ?",
                [new, *self._now(), burst.change],
            )
            burst.last = now
        else:
            self.seal()
            self._open = _Open(self._add(spot, field, old, new, sealed=False), spot.row, now)

    def _add(
        self, spot: _Spot, field: str, old: str | None, new: str | None, *, sealed: bool = True
    ) -> str:
        if not self._device:
            self._begin()
        change, (clock, at) = new_id(), self._now()
        where = [spot.meeting, spot.part, spot.row, field]
        self._db.run(_INSERT, [change, clock, self._device, at, *where, old, new, int(sealed)])
        return change

    def _now(self) -> tuple[str, str]:
        """The next reading of the clock, and the time of the day with its offset."""
        return self._clock.next(), time.strftime("%Y-%m-%dT%H:%M:%S%z")

    def _begin(self) -> None:
        self._device = _device(self._db)
        latest = next(self._db.rows("SELECT max(clock) AS clock FROM change"))["clock"]
        self._clock = HybridClock(str(latest or ""))
        self._db.run("UPDATE change SET sealed = 1 WHERE NOT sealed")  # what a crash left open


def _text(value: str | int | None) -> str | None:
    return None if value is None else str(value)


def _device(db: Connection) -> str:
    """The id of this computer and its user in the archive; made at the first change."""
    import platform  # noqa: PLC0415 — on the writer's thread, which has the time

    who = [platform.node(), _user()]
    known = next(db.rows("SELECT id FROM device WHERE name = ? AND who = ?", who), None)
    if known:
        return str(known["id"])
    device = new_id()
    db.run("INSERT INTO device (id, name, who) VALUES (?, ?, ?)", [device, *who])
    return device


def _user() -> str:
    import getpass  # noqa: PLC0415

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name in the system's lists
        return ""
