"""Makes whole again what was left of a damaged archive, and says in words what is lost.

A row and the log of its changes make good for each other. What belonged to a row that is lost is
kept where it can be seen, under one named “Rescued”.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import count

from msgspec import Struct, field

from clerkapp.archive.agreement import NAMES, committee_words, differing, last_fields, meeting_words
from clerkapp.archive.clock import HybridClock
from clerkapp.archive.driver import Row
from clerkapp.archive.remains import PARENT, Columns, Remains, Rows, fits
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Status

RESCUED = "Rescued"
"""The title of an item, and the committee of a meeting, that stands for one that is lost."""

_UNKNOWN = {
    "meeting": {
        "council": "",
        "committee": RESCUED,
        "place": "",
        "house_style": "",
        "status": Status.DRAFT.value,
        "is_sample": 0,
    },
    "item": {"title": RESCUED, "number": "", "presenter": "", "documents": "[]"},
    "entry": {"kind": EntryKind.NOTE.value, "settled": 1},
}
"""What stands in for the fields of a row of which no more is known."""

_WORDS = {"item": "title", "entry": "text"}  # without which a row is not worth putting together


class Mended(Struct):
    """The rows of the new archive, and what is missing from them."""

    rows: Rows
    losses: list[str] = field(default_factory=list[str])


def mended(remains: Remains, columns: Columns) -> Mended:
    """The rows that are left and those that could be put together, each with what it belongs to."""
    work = _Mending(remains, columns)
    work.take_from_log()
    work.find_parents()
    work.make_log_agree()
    return Mended(remains.rows, list(work.losses()))


class _Mending:
    """The work on one archive. It changes the rows that it was given."""

    def __init__(self, remains: Remains, columns: Columns) -> None:
        self._rows = remains.rows
        self._remains = remains
        self._columns = columns
        self._fields: dict[tuple[str, str], dict[str, str | int | None]] = {}
        self._meeting_of: dict[tuple[str, str], str] = {}
        self._lost: defaultdict[str, Counter[str]] = defaultdict(Counter)  # by meeting and part
        self._in_part: Counter[str] = Counter()
        self._nameless: dict[str, None] = {}  # meetings without a heading
        self._unknown = ""  # the meeting of what belongs to none that is known
        self._lost_changes = len(remains.indexed["change"].keys() - self._rows["change"].keys())
        self._read_log()

    # From the log

    def _read_log(self) -> None:
        changes: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        for change in sorted(self._rows["change"].values(), key=lambda each: str(each["clock"])):
            spot = (str(change["part"]), str(change["row"]))
            changes[spot].append(change)
            self._meeting_of[spot] = str(change["meeting"])
        for spot, each in changes.items():
            try:
                pairs = (
                    (str(c["field"]), None if c["new"] is None else str(c["new"])) for c in each
                )
                self._fields[spot] = last_fields(pairs)
            except (ValueError, TypeError):  # no JSON where a whole row should be
                continue

    def take_from_log(self) -> None:
        """Puts together from the log what is lost from the tables, or is there as it once was."""
        for (part, row_id), fields in self._fields.items():
            held = self._rows[part].get(row_id)
            if held is None:
                self._put_together(part, row_id, fields)
            elif (part, row_id) in self._remains.unsure:
                newer = {**held, **self._typed(part, fields)}
                if fits(part, newer, self._columns):
                    self._rows[part][row_id] = newer
        for part in PARENT:
            for row_id in self._remains.indexed[part]:
                if row_id not in self._rows[part] and not self._was_deleted(part, row_id):
                    self._lose(part, row_id)

    def _put_together(self, part: str, row_id: str, fields: dict[str, str | int | None]) -> None:
        typed = self._typed(part, fields)
        row: Row = {**self._blank(part, row_id), **typed, "id": row_id}
        if fits(part, row, self._columns):
            self._rows[part][row_id] = row
        elif typed.get(_WORDS.get(part, "")):
            parent = self._remains.indexed[part].get(row_id) or (
                self._meeting_of[part, row_id] if part == "item" else ""
            )
            above = {"position": "", PARENT[part]: parent}
            row = {**self._blank(part, row_id), **_UNKNOWN[part], **above, **typed}
            if fits(part, row, self._columns):
                self._rows[part][row_id] = row
                self._in_part[part] += 1
        if row_id not in self._rows[part] and not self._was_deleted(part, row_id):
            self._remains.indexed[part].setdefault(row_id, "")

    def _typed(self, part: str, fields: dict[str, str | int | None]) -> dict[str, str | int | None]:
        """Those fields as the table has them: the log has every new value as text."""
        kinds = {column.name: column.kind for column in self._columns[part]}
        typed: dict[str, str | int | None] = {}
        for name, value in fields.items():
            if name in kinds and name != "id":
                is_number = kinds[name] is int and str(value).lstrip("-").isdecimal()
                typed[name] = int(str(value)) if is_number else value
        return typed

    def _blank(self, part: str, row_id: str) -> dict[str, str | int | None]:
        blank = {column.name: column.usual for column in self._columns[part]}
        return {**blank, "id": row_id, "deleted": 0}

    def _was_deleted(self, part: str, row_id: str) -> bool:
        return str(self._fields.get((part, row_id), {}).get("deleted")) == "1"

    # What belongs to what

    def find_parents(self) -> None:
        """Gives what belonged to a row that is lost one that stands for it."""
        for entry_id, entry in self._rows["entry"].items():
            if entry["item"] not in self._rows["item"]:
                self._stand_in_item(str(entry["item"]), entry_id)
        for part in ("item", "attendance"):
            for row_id, row in self._rows[part].items():
                if row["meeting"] not in self._rows["meeting"]:
                    self._stand_in_meeting(str(row["meeting"]))
                self._meeting_of[part, row_id] = str(row["meeting"])
        self._place_at_the_end()

    def _stand_in_item(self, item_id: str, entry_id: str) -> None:
        meeting_id = (
            self._meeting_of.get(("item", item_id))
            or self._meeting_of.get(("entry", entry_id))
            or self._remains.indexed["item"].get(item_id)
            or self._unknown_meeting()
        )
        item_id = item_id or f"{RESCUED} {meeting_id}"
        if item_id not in self._rows["item"]:
            self._rows["item"][item_id] = {
                **self._blank("item", item_id),
                **_UNKNOWN["item"],
                "meeting": meeting_id,
                "position": "",
                "deleted": int(self._was_deleted("item", item_id)),
            }
        self._rows["entry"][entry_id] = {**self._rows["entry"][entry_id], "item": item_id}

    def _stand_in_meeting(self, meeting_id: str) -> None:
        self._rows["meeting"][meeting_id] = {
            **self._blank("meeting", meeting_id),
            **_UNKNOWN["meeting"],
            "deleted": int(self._was_deleted("meeting", meeting_id)),
        }
        self._nameless[meeting_id] = None

    def _unknown_meeting(self) -> str:
        self._unknown = self._unknown or new_id()
        return self._unknown

    def _place_at_the_end(self) -> None:
        """Gives a place behind the others to rows of which the place is not known."""
        for part in ("attendance", "item", "entry"):
            ends: dict[str, str] = {}
            rows = self._rows[part]
            for row in rows.values():
                parent = str(row[PARENT[part]])
                ends[parent] = max(ends.get(parent, ""), str(row["position"]))
            for row_id, row in rows.items():
                if row["position"] == "":
                    parent = str(row[PARENT[part]])
                    ends[parent] = f"{ends[parent]}V" if ends[parent] else "a0"
                    rows[row_id] = {**row, "position": ends[parent]}

    # The log, from the tables

    def make_log_agree(self) -> None:
        """Logs where a row now is not what the log last had: changes of it are lost, or it is."""
        latest = max((str(each["clock"]) for each in self._rows["change"].values()), default="")
        add = _adding(self._rows, HybridClock(latest))
        for (part, row_id), fields in self._fields.items():
            row = self._rows[part].get(row_id)
            meeting_id = self._meeting_of[part, row_id]
            if row is None:
                if not self._was_deleted(part, row_id):
                    add([meeting_id, part, row_id, "deleted", "0", "1"])
                continue
            for name in differing(fields, row):
                old, new = (None if v is None else str(v) for v in (fields[name], row[name]))
                add([meeting_id, part, row_id, name, old, new])
        for change in self._rows["change"].values():
            device = str(change["device"])
            if device not in self._rows["device"]:
                self._rows["device"][device] = {"id": device, "name": "", "who": ""}

    # In words

    def _lose(self, part: str, row_id: str) -> None:
        self._lost[self._meeting(part, row_id)][part] += 1

    def _meeting(self, part: str, row_id: str) -> str:
        """The meeting that a lost row was of, as far as that is known."""
        if part in ("meeting", "committee"):
            return row_id
        known = self._meeting_of.get((part, row_id))
        parent = self._remains.indexed[part].get(row_id, "")
        if known or part != "entry":
            return known or parent
        row = self._rows["item"].get(parent)
        return str(row["meeting"]) if row else self._meeting("item", parent) if parent else ""

    def losses(self) -> Iterator[str]:
        """Each loss as a sentence, by meeting."""
        for meeting_id, parts in self._lost.items():
            row = self._rows["meeting"].get(meeting_id)
            if row and row["deleted"]:
                continue
            which = meeting_words(row) if row else "a meeting that is lost"
            for part, number in parts.items():
                if part == "committee":
                    known = self._fields.get((part, meeting_id))
                    which = committee_words({"name": "", "organisation": "", **(known or {})})
                    yield f"{which}: what is known of it could not be read"
                elif part == "meeting":
                    yield f"{which}: its heading could not be read"
                else:
                    one, more = NAMES[part]
                    what = one if number == 1 else f"{number} {more}"
                    yield f"{which}: {what} could not be read"
        if nameless := len(self._nameless.keys() - self._lost.keys()):
            yield f"the heading of {nameless} of the meetings could not be read"
        for part, number in self._in_part.items():
            one, more = NAMES[part]
            what = one if number == 1 else f"{number} {more}"
            yield f"{what} could be put together only in part, from the log of changes"
        if self._lost_changes:
            yield f"{self._lost_changes} of the logged changes could not be read"


def _adding(rows: Rows, clock: HybridClock) -> Callable[[list[str | None]], None]:
    """What adds a change, made now, to the log of `rows`."""
    device, numbers = new_id(), count()

    def add(values: list[str | None]) -> None:
        if not next(numbers):
            rows["device"][device] = {"id": device, "name": "", "who": "clerkapp rescue"}
        names = ("meeting", "part", "row", "field", "old", "new")
        change = new_id()
        rows["change"][change] = {
            "id": change,
            "clock": clock.next(),
            "device": device,
            "at": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
            **dict(zip(names, values, strict=True)),
            "sealed": 1,
        }

    return add
