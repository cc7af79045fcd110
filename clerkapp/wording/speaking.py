"""Who is said to have spoken: “Councillor Finch asked” becomes “A Member asked” in another house.

Only what is known is told anew: whose entry it is was recorded, and its words begin with the name.
Nothing further on in the words is touched, so what stands in quotation marks stays.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import Attendance, Standing, has_honorific, surname
from clerkapp.patterns import pattern
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences

_PLURALS = {"was": "were", "has": "have", "is": "are", "does": "do", "wasn’t": "weren’t"}
_TITLES = ("Councillor", "Cllr", "Cllr.")
_OFFICERS = (Standing.IN_ATTENDANCE, Standing.GUEST)
_HEAD = pattern(
    r"(?:(?:acting|executive|deputy|assistant|vice)[ -])?"
    r"(?:head(?: ?teacher|master|mistress)?|principal|chancellor|chief executive(?: officer)?)",
    re.IGNORECASE,
)
"""The post of one who sits among the members and answers them: a headteacher is a governor too."""


def with_speakers_told(meeting: Meeting, style: HouseStyle) -> Meeting:
    """`meeting` with the openings of its entries as the house tells of whoever spoke.

    This comes before the public view, which does not know who spoke where the words do not say it.
    """
    if style.layout.speakers == "as typed":
        return meeting
    speakers = _Speakers(meeting, Sentences(meeting, style))
    items = tuple(
        replace(item, entries=tuple(map(speakers.told, item.entries))) for item in meeting.items
    )
    return replace(meeting, items=items)


class _Speakers:
    """Tells the openings of the entries of one meeting in one house style."""

    def __init__(self, meeting: Meeting, sentences: Sentences) -> None:
        self._sentences = sentences
        self._layout = sentences.style.layout
        self._lines = {line.person.id: line for line in meeting.attendance}
        self._known: dict[str, tuple[tuple[str, ...], str]] = {}  # by id: names, and the house's

    def told(self, entry: Entry) -> Entry:
        """`entry` as the house tells of whoever spoke."""
        line = self._lines.get(entry.speaker.person_id) if entry.speaker else None
        if line is None:
            return entry
        names, new = self._names_of(line)
        name = next((each for each in names if _begins(entry.text, each)), "")
        if not name:
            return entry
        rest = entry.text[len(name) :]
        if new == self._layout.members and (verb := re.match(r" (\S+)", rest)):
            rest = f" {_PLURALS.get(verb.group(1), verb.group(1))}{rest[verb.end() :]}"
        return replace(entry, text=f"{new[:1].upper()}{new[1:]}{rest}")

    def _house(self, line: Attendance) -> str:
        if line.standing not in _OFFICERS:
            if self._layout.speakers != "named" and _HEAD.fullmatch(line.person.post):
                return f"The {line.person.post}"
            if self._layout.speakers == "a member":
                return self._by_post(self._layout.one_member, line)
            if self._layout.speakers == "members":
                return self._by_post(self._layout.members, line)
        return self._sentences.named_of(line)

    def _by_post(self, words: str, line: Attendance) -> str:
        """“A Governor”, but “a Councillor” where the list of people says that for a post."""
        is_councillor = line.person.post.casefold() == "councillor"
        member = self._sentences.style.attendance.member
        return words.replace(member, self._layout.member) if is_councillor else words

    def _names_of(self, line: Attendance) -> tuple[tuple[str, ...], str]:
        """The names with which an entry of that person may begin, longest first; the house's."""
        if line.person.id not in self._known:
            names = tuple(sorted(self._names(line), key=len, reverse=True))
            self._known[line.person.id] = names, self._house(line)
        return self._known[line.person.id]

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
