"""The lines above the first item, `Key: value`: the heading and who was there."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from msgspec.structs import replace

from clerkapp.meeting.ids import NewId
from clerkapp.meeting.meeting import Heading, Meeting, Status, people_of
from clerkapp.meeting.people import Attendance, AttendanceList, Person, Standing, has_honorific
from clerkapp.meeting.words import one_line
from clerkapp.notation.dates import WrongWeekdayError, read_date, read_time
from clerkapp.notation.escapes import escape, escape_words, unescape
from clerkapp.notation.facts import Lists
from clerkapp.notation.next_line import read_next, write_next
from clerkapp.notation.places import dismissal_words, is_dismissal
from clerkapp.patterns import pattern

_STANDING_KEYS = {
    "Expected": Standing.EXPECTED,
    "Present": Standing.PRESENT,
    "Substitute": Standing.SUBSTITUTE,
    "Apologies": Standing.APOLOGIES,
    "Absent": Standing.ABSENT,
    "In attendance": Standing.IN_ATTENDANCE,
    "Guests": Standing.GUEST,
}
_KEY_OF_STANDING = {standing: key for key, standing in _STANDING_KEYS.items()}
_OTHER_WORDS = {
    "Council": ("council", "authority", "organisation", "school"),
    "Committee": ("committee", "meeting", "board"),
    "Date": ("date",),
    "Start": ("start", "started", "time"),
    "End": ("end", "ended", "finished", "closed"),
    "Place": ("place", "venue", "location"),
    "Quorum": ("quorum",),
    "Next": ("next", "next meeting", "date of next meeting"),
    "Style": ("style", "house style"),
    "Status": ("status",),
    "Public": ("public", "members of the public", "public present"),
    "Jurisdiction": ("jurisdiction", "nation"),
    "Committee record": ("committee record",),
    "First page": ("first page",),
    "First resolution": ("first resolution",),
    "Sample": ("sample",),
    "Dismissed": ("dismissed",),
    "Expected": ("expected", "members expected"),
    "Present": ("present", "members present", "members"),
    "Substitute": ("substitute", "substitutes"),
    "Apologies": ("apologies", "apology", "apologies for absence"),
    "Absent": ("absent",),
    "In attendance": ("in attendance", "also present", "officers", "officers present"),
    "Guests": ("guests", "guest", "invited"),
}
_KEYS = {words: key for key, synonyms in _OTHER_WORDS.items() for words in synonyms}
_KEY_LINE = pattern(r"(?P<key>[A-Za-z][A-Za-z ]{0,30}?)\s*:(?:\s+(?P<value>.*))?", re.DOTALL)


def _number_of(what: str) -> Callable[[str], int]:
    def number(value: str) -> int:
        if value.isdecimal() and len(value) <= 4:
            return int(value)
        raise ValueError(f"expected a number of {what}, not “{value}”")

    return number


def _figures(number: int | None) -> str | None:
    return None if number is None else str(number)


def _status(value: str) -> Status:
    if value.casefold() in ("confirmed", "approved", "agreed", "signed", "final"):
        return Status.CONFIRMED
    if value.casefold() == "draft":
        return Status.DRAFT
    raise ValueError(f"expected draft or confirmed, not “{value}”")


_FIELDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "Council": ("council", str),
    "Committee": ("committee", str),
    "Date": ("date", read_date),
    "Start": ("start", read_time),
    "End": ("end", read_time),
    "Place": ("place", str),
    "Quorum": ("quorum", _number_of("members")),
    "Next": ("next_meeting", read_next),
    "Style": ("house_style", str),
    "Status": ("status", _status),
    "Public": ("public", _number_of("people")),
    "Jurisdiction": ("jurisdiction", str),
    "Committee record": ("committee_id", str),
    "First page": ("first_page", _number_of("a page")),
    "First resolution": ("first_resolution", _number_of("a resolution")),
}
"""The field of the heading that a key fills, and what reads its value."""

_PERSON = pattern(
    r"(?P<name>.*?)"
    r"(?:\s*(?<!\\)\((?P<post>(?:\\.|[^()\\])*)\))?"
    r"(?:\s*(?<!\\)\[(?P<code>(?:\\.|[^\[\]\\])*)\])?"
)
_IN_NAMES = "()[]{}"
_BRACED = pattern(r"\s*(?<!\\)\{(?P<words>(?:\\.|[^{}\\])*)\}")
_PEOPLE = pattern(  # a post and a reason may hold a semicolon
    r"(?:\\.|\((?:\\.|[^()\\])*\)|\{(?:\\.|[^{}\\])*\}|[^;])+"
)
_REMOTE = frozenset({"remote", "remotely", "online"})
_NO_VOTE = frozenset({"no vote", "non-voting", "without a vote"})
_REASON = pattern(r"reason\s*:\s*(?P<reason>.*)", re.IGNORECASE)


def people_in(value: str) -> list[str]:
    """The people of a list, each as typed."""
    return [part.strip() for part in _PEOPLE.findall(value) if part.strip()]


def key_line(words: str) -> tuple[str, str] | None:
    """The key (as this module spells it) and the value, or None where `words` have no known key."""
    match = _KEY_LINE.fullmatch(words)
    key = _KEYS.get(match.group("key").casefold()) if match else None
    return (key, (match.group("value") or "").strip()) if match and key else None


class HeaderReader:
    """Takes the header lines of one meeting in, one at a time; leaves its doubts in `doubts`."""

    def __init__(self, new_id: NewId) -> None:
        self._new_id = new_id
        self._given: set[str] = set()
        self._attendance: list[Attendance] = []
        self._places_taken: dict[str, str] = {}  # person id of a substitute: for whom, as typed
        self.heading = Heading()
        self.is_sample = False
        self.dismissed: list[str] = []  # as typed, until the items are read
        self.doubts: list[str] = []

    def read(self, key: str, value: str) -> None:
        """Takes in one line. ValueError, with a sentence, where the value does not fit the key."""
        if key in _STANDING_KEYS:
            self._read_people(_STANDING_KEYS[key], value)
            return
        if not value:
            return
        if key == "Dismissed":
            if not is_dismissal(one_line(value)):
                raise ValueError("expected “D1 item 6 entry 3: what the finding said”")
            self.dismissed.append(one_line(value))
            return
        if key in self._given:
            raise ValueError(f"{key} was given before")
        if key == "Sample":
            self.is_sample = _yes_or_no(value)
        else:
            field, parse = _FIELDS[key]
            self.heading = replace(self.heading, **{field: self._parsed(parse, one_line(value))})
        self._given.add(key)

    def _parsed(self, parse: Callable[[str], object], value: str) -> object:
        try:
            return parse(value)
        except WrongWeekdayError as error:
            self.doubts.append(str(error))
            return error.read

    def _read_people(self, standing: Standing, value: str) -> None:
        for words in self._split_names(value):
            braced = [unescape(m["words"], "{}").strip() for m in _BRACED.finditer(words)]
            name, place = _BRACED.sub("", words), ""
            if standing is Standing.SUBSTITUTE:
                name, *rest = re.split(r"\s+for\s+", name, maxsplit=1)
                place = unescape("".join(rest), _IN_NAMES + ";")
            if not name.strip():  # what stands about nobody is kept as a name
                name, braced, place = words, [], ""
            person = self._person(name)
            self._attendance.append(_with_braced(Attendance(person, standing), braced))
            if place:
                self._places_taken[person.id] = place

    def _split_names(self, value: str) -> list[str]:
        names = people_in(value)
        by_comma = [part.strip() for part in value.split(",")]
        if len(names) == 1 and len(by_comma) > 1 and all(has_honorific(part) for part in by_comma):
            self.doubts.append(f"names are separated by “;”; read as {len(by_comma)} people")
            return by_comma
        return names

    def _person(self, words: str) -> Person:
        match = _PERSON.fullmatch(words)
        name, post, code = match.group("name", "post", "code") if match else (words, "", "")
        name, post, code = (
            one_line(unescape(p or "", _IN_NAMES + ";f")) for p in (name, post, code)
        )
        if not (name or post):
            return Person(self._new_id(), one_line(unescape(words, _IN_NAMES + ";f")))
        return Person(self._new_id(), name or post, post if name else "", code)

    def attendance(self) -> AttendanceList:
        """The attendance list, each substitute with the member in whose place they came."""
        lists = Lists([line.person for line in self._attendance], doubts=self.doubts)
        return tuple(
            replace(line, in_place_of=lists.mention(self._places_taken[line.person.id]))
            if line.person.id in self._places_taken
            else line
            for line in self._attendance
        )


def _with_braced(line: Attendance, braced: list[str]) -> Attendance:
    """`line` with what stands in braces: `{remote}`, `{no vote}`, or why somebody is away."""
    for words in braced:
        if words.casefold() in _REMOTE:
            line = replace(line, remote=True)
        elif words.casefold() in _NO_VOTE:
            line = replace(line, has_vote=False)
        else:
            match = _REASON.fullmatch(words)
            reason = one_line(match["reason"] if match else words)
            line = replace(line, reason="; ".join(filter(None, (line.reason, reason))))
    return line


def _yes_or_no(value: str) -> bool:
    if value.casefold() in ("yes", "no"):
        return value.casefold() == "yes"
    raise ValueError(f"expected yes or no, not “{value}”")


def write_header(meeting: Meeting) -> Iterator[str]:
    """The header lines of `meeting`, those without a value left out."""
    heading = meeting.heading
    values = {
        "Council": heading.council,
        "Committee": heading.committee,
        "Date": heading.date and heading.date.isoformat(),
        "Start": heading.start and f"{heading.start:%H:%M}",
        "End": heading.end and f"{heading.end:%H:%M}",
        "Place": heading.place,
        "Quorum": _figures(heading.quorum),
        "Next": heading.next_meeting and write_next(heading.next_meeting),
        "Style": heading.house_style,
        "Status": heading.status.value,
        "Public": _figures(heading.public),
        "Jurisdiction": heading.jurisdiction,
        "Committee record": heading.committee_id,
        "First page": _figures(heading.first_page),
        "First resolution": _figures(heading.first_resolution),
        "Sample": "yes" if meeting.is_sample else None,
    }
    for key, value in values.items():
        if value:
            yield f"{key}: {value}"
    lists = Lists(people_of(meeting))
    for standing, lines in groupby(meeting.attendance, key=lambda line: line.standing):
        people = "; ".join(_person_words(line, lists) for line in lines)
        yield f"{_KEY_OF_STANDING[standing]}: {people}"
    for dismissal in meeting.dismissed:
        yield f"Dismissed: {dismissal_words(dismissal, meeting)}"


def _person_words(line: Attendance, lists: Lists) -> str:
    person = line.person
    name, post, code = (
        escape(words, _IN_NAMES + ";") for words in (person.name, person.post, person.code)
    )
    if line.standing is Standing.SUBSTITUTE:
        name, post, code = (escape_words(words, "for") for words in (name, post, code))
    post = f" ({post})" if post else ""
    code = f" [{code}]" if code else ""
    place = escape(lists.name(line.in_place_of), _IN_NAMES + ";")
    return f"{name}{post}{code}{_braced(line)}{f' for {place}' if place else ''}"


def _braced(line: Attendance) -> str:
    said = ["remote"] if line.remote else []
    said += [] if line.has_vote else ["no vote"]
    reason = line.reason
    if reason.casefold() in _REMOTE | _NO_VOTE or _REASON.fullmatch(reason):
        reason = f"reason: {reason}"
    said += [escape(reason, "{}")] if reason else []
    return "".join(f" {{{words}}}" for words in said)
