"""The agenda as a list that Qt can show: number, title, and what has happened so far."""

from collections import Counter
from collections.abc import Callable, Iterable
from operator import attrgetter

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from clerkapp.checking.decided import has_outcome
from clerkapp.meeting.entries import EntryKind, facts_of, present_facts
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.motions import vote_on
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.votes import Vote, votes_on
from clerkapp.window.item.fact_words import exempt_words
from clerkapp.window.item.kind_names import entry_name

Index = QModelIndex | QPersistentModelIndex
NUMBER, ABOUT, DONE, ITEM_ID = (Qt.ItemDataRole.UserRole + n for n in range(1, 5))


_DECISIONS = (EntryKind.RESOLUTION, EntryKind.RECOMMENDATION)


class AgendaLine(Struct, frozen=True):
    """One line of the agenda, in words."""

    item_id: str
    number: str
    title: str
    about: str
    done: bool

    @property
    def shown(self) -> str:
        """The title, or what stands for one."""
        return self.title or "Before the first item"


def agenda_lines(meeting: Meeting) -> tuple[AgendaLine, ...]:
    """A line for each item of `meeting`."""
    numbers = item_numbers(meeting)
    return tuple(_line(item, number) for item, number in zip(meeting.items, numbers, strict=True))


def _line(item: AgendaItem, number: str) -> AgendaLine:
    said = [entry for entry in item.entries if entry.text.strip() or present_facts(entry)]
    count, outcome = len(said), _outcome(item)
    kinds = Counter(entry.kind for entry in said)
    actions, declared = kinds[EntryKind.ACTION_POINT], kinds[EntryKind.DECLARATION]
    about = [
        exempt_words(item.exempt) if item.exempt else "",
        outcome or (f"{count} {'entry' if count == 1 else 'entries'}" if count else ""),
        f"{declared} declared" if declared else "",
        f"{actions} action point{'' if actions == 1 else 's'}" if actions else "",
    ]
    words = " · ".join(filter(None, about))
    return AgendaLine(item.id, number, item.title, words, has_outcome(item))


def _outcome(item: AgendaItem) -> str:
    """How the item came out last, and with which votes: "Resolved · 7–0–1"; "" where it did not."""
    decisions = [entry for entry in item.entries if entry.kind in _DECISIONS]
    if not decisions:
        return ""
    entry = vote_on(decisions[-1], item.entries)
    vote = facts_of(entry, Vote) if entry else None
    return " · ".join(filter(None, (entry_name(decisions[-1]), _tally(vote) if vote else "")))


def _tally(vote: Vote) -> str:
    """For, against and abstained as numbers; "" where they were not counted."""
    if vote.unanimous:
        return "unanimous"
    sides = (vote.in_favour, vote.against, vote.abstained)
    numbers = [number for side in sides if (number := votes_on(side)) is not None]
    return "–".join(map(str, numbers)) if len(numbers) > 1 else ""


def _spoken(line: AgendaLine) -> str:
    outcome = "has an outcome" if line.done else ""
    number = f"item {line.number}" if line.number else ""
    return ", ".join(part for part in (number, line.shown, line.about, outcome) if part)


_TOLD: dict[int, Callable[[AgendaLine], object]] = {
    Qt.ItemDataRole.DisplayRole: attrgetter("shown"),
    Qt.ItemDataRole.EditRole: attrgetter("title"),
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    NUMBER: attrgetter("number"),
    ABOUT: attrgetter("about"),
    DONE: attrgetter("done"),
    ITEM_ID: attrgetter("item_id"),
}
"""What is told of a line, by the role under which Qt asks for it."""


class AgendaModel(QAbstractListModel):
    """Holds the lines of the meeting in hand. It is told of changes; it makes none."""

    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[AgendaLine, ...] = ()

    def show_lines(self, lines: tuple[AgendaLine, ...]) -> bool:
        """Shows `lines`; whether their order changed, so that a selection must be made anew."""
        if [line.item_id for line in lines] != [line.item_id for line in self._lines]:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
            return True
        before, self._lines = self._lines, lines
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))
        return False

    def names(self, items: Iterable[AgendaItem]) -> bool:
        """Whether the lines are those of `items`, with their present titles."""
        shown = [(line.item_id, line.title) for line in self._lines]
        return shown == [(item.id, item.title) for item in items]

    def row_of(self, item_id: str) -> int:
        """The row of an item; -1 where it has none."""
        ids = [line.item_id for line in self._lines]
        return ids.index(item_id) if item_id in ids else -1

    def line(self, row: int) -> AgendaLine | None:
        """The line in that row, if there is one."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many items there are."""
        return 0 if parent and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, and under roles of our own the rest of the line."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        told = _TOLD.get(role)
        return told(line) if told else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hands a new title on; it is shown once the meeting has it."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None or role != Qt.ItemDataRole.EditRole or not str(value).strip():
            return False
        self.renamed.emit(line.item_id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every item can be chosen and renamed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags
