"""Promises in the words that may have to become action points."""

from collections.abc import Iterable
from functools import lru_cache

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import item_of, people_of
from clerkapp.meeting.people import Mention
from clerkapp.wording.promises import Promise, promise_in, promised_by

_MAY_PROMISE = frozenset({EntryKind.RESPONSE, EntryKind.NOTE, EntryKind.COMMENT})
_INTERRUPTIONS = frozenset({EntryKind.ARRIVAL, EntryKind.DEPARTURE})

_promise_of = lru_cache(maxsize=2048)(promise_in)  # an item is looked over after each pause


def open_promises(entries: Iterable[Entry]) -> dict[str, Promise]:
    """The promises that no action point below them takes up, by the id of their entry.

    An action point takes up the entry right above it, and all the responses right above that.
    """
    found: dict[str, Promise] = {}
    is_taken_up = False
    for entry in reversed(tuple(entries)):
        if entry.kind is EntryKind.ACTION_POINT:
            is_taken_up = True
        elif entry.kind in _MAY_PROMISE:
            promise = None if is_taken_up else _promise_of(entry.text)
            if promise:
                found[entry.id] = promise
            is_taken_up = is_taken_up and entry.kind is EntryKind.RESPONSE
        elif entry.kind not in _INTERRUPTIONS:
            is_taken_up = False
    return found


class Promises:
    """The promises of one session: which are open, which were waved away, and what becomes of one.

    Waved away is a promise with its words: another in the same entry is offered again.
    """

    def __init__(self, capture: Capture) -> None:
        self._capture = capture
        self._ignored: set[tuple[str, str]] = set()

    def open_in(self, item_id: str) -> dict[str, Promise]:
        """The open promises of an item that were not waved away, by the id of their entry."""
        found = open_promises(item_of(self._capture.session.meeting, item_id).entries)
        return {e: each for e, each in found.items() if (e, each.words) not in self._ignored}

    def make(self, entry_id: str) -> Place | None:
        """Makes the promise of that entry an action point below it, as one step; where it is."""
        entry = self._capture.entry_shown(entry_id)
        promise = promise_in(entry.text)
        if promise is None:
            return None
        people = people_of(self._capture.session.meeting)
        person = promised_by(entry.text, promise, people)
        owner = Mention(person_id=person.id) if person else _who_responded(entry)
        action = ActionPoint(owner) if owner else None
        new = Entry("", EntryKind.ACTION_POINT, promise.words, facts=action, exempt=entry.exempt)
        return self._capture.add_below(entry_id, new, "the promised action point")

    def ignore(self, entry_id: str) -> None:
        """Waves the promise of that entry away, until Clerkapp is closed."""
        promise = promise_in(self._capture.entry_shown(entry_id).text)
        if promise:
            self._ignored.add((entry_id, promise.words))


def _who_responded(entry: Entry) -> Mention | None:
    """The speaker, where it is a response: “He would …” is of whoever gave it."""
    return entry.speaker if entry.kind is EntryKind.RESPONSE else None
