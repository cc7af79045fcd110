"""Who is said to have spoken: “Councillor Finch asked” becomes “A Member asked” in another house.

Only what is known is told anew: whose entry it is was recorded, and its words begin with the name.
Nothing further on in the words is touched, so what stands in quotation marks stays.
"""

import re
from collections.abc import Iterator

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import Attendance, Standing, has_honorific, surname
from clerkapp.wording.sentences import Sentences

_PLURALS = {"was": "were", "has": "have", "is": "are", "does": "do", "wasn’t": "weren’t"}
_TITLES = ("Councillor", "Cllr", "Cllr.")
_OFFICERS = (Standing.IN_ATTENDANCE, Standing.GUEST)


class Speakers:
    """Tells the openings of the entries of one meeting in one house style."""

    def __init__(self, meeting: Meeting, sentences: Sentences) -> None:
        self._sentences = sentences
        self._layout = sentences.style.layout
        self._lines = {line.person.id: line for line in meeting.attendance}

    def told(self, entry: Entry, text: str) -> str:
        """`text`, which is that of `entry`, as the house tells of whoever spoke."""
        if self._layout.speakers == "as typed" or not entry.speaker:
            return text
        line = self._lines.get(entry.speaker.person_id)
        name = self._opening(line, text) if line else ""
        if not line or not name:
            return text
        rest = text[len(name) :]
        new = self._house(line)
        if new == "Members" and (verb := re.match(r" (\S+)", rest)):
            rest = f" {_PLURALS.get(verb.group(1), verb.group(1))}{rest[verb.end() :]}"
        return f"{new[:1].upper()}{new[1:]}{rest}"

    def _house(self, line: Attendance) -> str:
        if line.standing not in _OFFICERS:
            if self._layout.speakers == "a member":
                return "a Member"
            if self._layout.speakers == "members":
                return "Members"
        return self._sentences.named_of(line)

    def _opening(self, line: Attendance, text: str) -> str:
        """The name of that person with which `text` begins; "" where it begins otherwise."""
        names = sorted(self._names(line), key=len, reverse=True)
        fitting = (name for name in names if _begins(text, name))
        return next(fitting, "")

    def _names(self, line: Attendance) -> Iterator[str]:
        name = line.person.name
        yield name
        yield self._sentences.full_name(name)
        yield self._sentences.named_of(line)
        if line.standing in _OFFICERS:
            for each in (name, line.person.post, *name.split(", ")):
                if each:
                    yield from (each, f"The {each}", f"the {each}")
            if line.person.post:
                yield f"{name} ({line.person.post})"
            return
        if has_honorific(name):
            first, _, rest = name.partition(" ")
            is_councillor = first in _TITLES
            for title in _TITLES if is_councillor else (first,):
                yield f"{title} {rest}"
                yield f"{title} {surname(name)}"


def _begins(text: str, name: str) -> bool:
    """Whether `text` begins with the whole name, and goes on with what that person did."""
    return text.startswith(f"{name} ")
