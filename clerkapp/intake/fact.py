"""One fact of a record, read and put as words; and the words of dates, times and numbers."""

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from clerkapp.meeting import edits
from clerkapp.meeting.meeting import Meeting, entry_of
from clerkapp.wording.times import date_words, time_words

Edit = Callable[[Meeting, str], Meeting]


class Fact(Struct, frozen=True, eq=False):
    """One fact: whose it is, what a clerk calls it, its words as read and as put.

    Two are the same where they are of the same and have the same name and place.
    """

    of: str  # the id of the person, the item or the entry; "" of the meeting itself
    name: str
    read: Callable[[Meeting], str]  # KeyError where what it is of is gone
    put: Edit
    place: int = 0  # among those of that name: each who voted has one

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fact) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[str, str, int]:
        return self.of, self.name, self.place

    def words(self, meeting: Meeting) -> str:
        """Its words in that meeting; "" where there is nothing that it could be of."""
        try:
            return self.read(meeting)
        except KeyError:
            return ""

    def why_not(self, meeting: Meeting, words: str) -> str:
        """Why those words cannot be put there; "" where they can."""
        try:
            self.put(meeting, words)
        except KeyError:
            return "it is no longer in the record"
        except ValueError as error:
            return str(error)
        return ""


WORDS = "words"
"""What the words of an entry are called among the facts."""


def words_of(entry_id: str) -> Fact:
    """The words of an entry."""
    return Fact(
        entry_id,
        WORDS,
        lambda meeting: entry_of(meeting, entry_id)[1].text,
        lambda meeting, words: edits.set_text(meeting, entry_id, words),
    )


_SPELT = 20  # the largest number that a house writes in words


def number_of(words: str, told: Callable[[int], str] = str) -> int:
    """The number in `words`: in figures, or as it is `told`; ValueError where they are none."""
    if words.isdecimal():
        return int(words)
    found = next((n for n in range(_SPELT + 1) if told(n) == words.casefold()), None)
    if found is None:
        raise ValueError(f"“{words}” is not a number")
    return found


def date_told(date: dt.date | None, manner: str) -> str:
    """`date` as the house prints it; "" where it is not known."""
    return date_words(date, manner) if date else ""


def time_told(time: dt.time | None, manner: str) -> str:
    """`time` as the house prints it; "" where it is not known."""
    return time_words(time, manner) if time else ""
