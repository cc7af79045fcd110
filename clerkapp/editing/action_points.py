"""Whose an action point is and by when: read from a few keys, in its fields or its words."""

import datetime as dt
import re
from collections.abc import Callable
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.meeting import edits
from clerkapp.meeting.actions import NEXT_MEETING, ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, people_of
from clerkapp.meeting.people import Mention, Person, Standing, folded, names_together, several
from clerkapp.notation.dates import read_date
from clerkapp.patterns import pattern
from clerkapp.wording.attribution import may_be, meant_by
from clerkapp.wording.tasks import task_of
from clerkapp.wording.times import date_words, long_date_words

_NEXT = frozenset({"n", "next", "next meeting", "the next meeting"})
_OWNER = pattern(
    r"(?:^|\s)@(?P<owner>[^@\n]*?)(?:(?:^|\s|(?<=@))by\s+(?P<due>[^@\n]+?))?\.?\s*$", re.IGNORECASE
)
_DUE = pattern(r"\sby\s+(?P<due>[^\n]{1,40})$")
_SHORT_DUE = pattern(
    r"\sby\s+(?P<due>\+\s?\d{1,3}\s?[dwm]\w*|\d{1,2}/\d{1,2}(?:/\d{2,4})?)\.?\s*$", re.IGNORECASE
)


class Due(Struct, frozen=True):
    """What was understood of the words for a date, and how to say it."""

    due: dt.date | str
    told: str
    is_wrong: bool = False


class ActionReader(Struct, frozen=True):
    """Reads what is typed into the fields of an action point, against the lists of a meeting."""

    people: tuple[Person, ...] = ()
    date: dt.date | None = None
    next_meeting: dt.date | None = None

    def meant(self, words: str) -> tuple[Person, ...]:
        """Whom `words` mean: a name, a code, or the first letters of a name; several are asked."""
        if words.lstrip().startswith("?"):  # somebody on none of the lists, as in the notation
            return ()
        return meant_by(words, self.people)

    def offered(self, words: str) -> tuple[Person, ...]:
        """Who may be chosen: those whom `words` mean, then whoever has them in the name."""
        meant, wanted = self.meant(words), folded(words)
        rest = (p for p in self.people if wanted in folded(f"{p.name} {p.post}") and p not in meant)
        return (*meant, *rest)

    def is_listed(self, words: str) -> bool:
        """Whether `words` mean one on the lists, or several who each are there."""
        owner = self.owner(words)
        return bool(owner and (owner.person_id or several(owner.words, self.people)))

    def owner(self, words: str) -> Mention | None:
        """The owner whom `words` name: somebody on the lists, or just the words."""
        found = self.meant(words)
        if len(found) == 1:
            return Mention(person_id=found[0].id)
        said = " ".join(words.split()).removeprefix("?").strip()
        if owners := () if words.lstrip().startswith("?") else several(said, self.people):
            return Mention(words=names_together(owners))
        return Mention(words=said) if said else None

    def due(self, words: str) -> Due:
        """The date that `words` give: +2w, 30/6, fri, n for the next meeting; or the words."""
        words = " ".join(words.split()).removeprefix("by ")
        plain = words.rstrip(".")
        if plain.casefold() in _NEXT:
            told = f", {date_words(self.next_meeting)}" if self.next_meeting else ""
            return Due(NEXT_MEETING, f"next meeting{told}")
        if not words:
            return Due("", "")
        try:
            date = read_date(plain, after=self.date)
        except ValueError as error:
            is_wrong = any(letter.isdecimal() for letter in words)
            return Due(words, str(error) if is_wrong else "no date: kept in these words", is_wrong)
        return Due(date, long_date_words(date))


def reader_of(meeting: Meeting) -> ActionReader:
    """A reader of what is typed during `meeting`: officers are offered before members."""
    officers = [a.person for a in meeting.attendance if a.standing is Standing.IN_ATTENDANCE]
    members = [person for person in people_of(meeting) if person not in officers]
    heading = meeting.heading
    return ActionReader((*officers, *members), heading.date, heading.next_day)


class _Said(Struct, frozen=True):
    """What the words of an action point say beside what is to be done: “@cdo by +2w”."""

    words: str  # without it
    owner: str
    due: str


class Taken(Struct, frozen=True):
    """What was taken out of the words: where they now end, and an owner to be asked about."""

    cursor: int
    asked: str = ""


class ActionPoints:
    """The clerk's hands on the owners and dates of one session, beside its `Capture`."""

    def __init__(self, capture: Capture) -> None:
        self._capture = capture

    @property
    def reader(self) -> ActionReader:
        """Reads words against the lists as they now are."""
        return reader_of(self._capture.session.meeting)

    def set_owner(self, entry_id: str, words: str, *, half_typed: bool = False) -> str:
        """Gives the action point an owner: somebody on the lists, or the words as they are.

        What is to be asked about it: the words may mean several people. Half typed they mean
        nobody yet.
        """
        reader = ActionReader() if half_typed else self.reader
        self._set(entry_id, lambda a: replace(a, owner=reader.owner(words)), "the owner")
        found = reader.meant(words)
        return _question(words, found)

    def choose_owner(self, entry_id: str, person_id: str) -> None:
        """Gives the action point somebody on the lists as owner."""
        owner = Mention(person_id=person_id)
        self._set(entry_id, lambda a: replace(a, owner=owner), "the owner")

    def set_due(self, entry_id: str, words: str, *, half_typed: bool = False) -> str:
        """Gives the action point its date or the words for one; what is to be asked about it."""
        due = Due(words.strip(), "") if half_typed else self.reader.due(words)
        self._set(entry_id, lambda a: replace(a, due=due.due), "the date")
        return due.told if due.is_wrong else ""

    def take_inline(self, entry_id: str, cursor: int) -> Taken | None:
        """Takes `@cdo by +2w` off the end of an action point's words, into its facts.

        So too the owner and the date of “Clerk to report by 30 June”. None where there is nothing
        of the kind, or the cursor does not stand behind it.
        """
        entry = self._capture.entry_shown(entry_id)
        said = None if entry.text[cursor:].strip() else _said(entry, self.reader)
        if said is None:
            return None
        self._take(entry, said)
        is_asked = len(self.reader.meant(said.owner)) > 1
        return Taken(len(said.words), said.owner if is_asked else "")

    def take_when_left(self, entry_id: str) -> str:
        """Takes the same of an entry that the clerk has left, where nothing has to be asked.

        What is to be asked: the words stay where the owner may be several people. They stay, too,
        where the owner is on no list or the date is none: that is taken at Enter, when it is meant.
        """
        entry, reader = self._capture.entry_shown(entry_id), self.reader
        said = _said(entry, reader)
        if said is None or reader.due(said.due).is_wrong:
            return ""
        if not said.owner or reader.is_listed(said.owner):
            self._take(entry, said)
        found = reader.meant(said.owner) if said.owner else ()
        return _question(said.owner, found)

    def _take(self, entry: Entry, said: _Said) -> None:
        reader, action = self.reader, facts_of(entry, ActionPoint) or ActionPoint()
        if said.owner:
            action = replace(action, owner=reader.owner(said.owner))
        if said.due:
            action = replace(action, due=reader.due(said.due).due)

        def taken(meeting: Meeting) -> Meeting:
            meeting = edits.set_text(meeting, entry.id, said.words)
            return edits.set_facts(meeting, entry.id, action)

        self._capture.edit_entry(entry.id, taken, "the owner and the date")

    def _set(self, entry_id: str, change: Callable[[ActionPoint], ActionPoint], label: str) -> None:
        entry = self._capture.entry_shown(entry_id)
        had = entry.facts
        action = change(had if isinstance(had, ActionPoint) else ActionPoint())
        if action != ActionPoint() or not self._capture.is_draft(entry_id):
            burst = f"{label} of {entry_id}"  # what is typed and what it means are one step
            edit = partial(edits.set_facts, entry_id=entry_id, facts=action)
            self._capture.edit_entry(entry_id, edit, label, burst)


def _said(entry: Entry, reader: ActionReader) -> _Said | None:
    """What the words of an action point say of its owner and its date; None where nothing."""
    if entry.kind is not EntryKind.ACTION_POINT:
        return None
    if match := _OWNER.search(entry.text):
        owner, due = ((match[part] or "").strip() for part in ("owner", "due"))
        return _Said(entry.text[: match.start()].rstrip(), owner, due) if owner or due else None
    if said := _said_as_task(entry, reader):
        return said
    match = _SHORT_DUE.search(entry.text)
    return _Said(entry.text[: match.start()], "", match["due"]) if match else None


def _said_as_task(entry: Entry, reader: ActionReader) -> _Said | None:
    """“Clerk to report by 30 June”, where nobody else is the owner."""
    action, task = facts_of(entry, ActionPoint), task_of(entry.text, reader.people, unsure=True)
    if task is None or not task.words or (action and action.owner):
        return None
    name = next((p.name for p in reader.people if p.id == task.owner.person_id), task.owner.words)
    if match := _SHORT_DUE.search(task.words):  # also of a day that there is not: it is told
        return _Said(task.words[: match.start()], name, match["due"])
    match = _DUE.search(task.words)
    due = reader.due(match["due"]).due if match else ""
    if match and (due == NEXT_MEETING or not isinstance(due, str)):
        return _Said(task.words[: match.start()], name, match["due"])
    return _Said(task.words, name, "")


def _question(words: str, found: tuple[Person, ...]) -> str:
    return f"{may_be(words, found)}: write the name in full" if len(found) > 1 else ""
