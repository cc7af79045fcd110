"""The heading and the lists of a meeting as the fields of a form: what a clerk types, by key."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.edits import set_attendance, set_heading
from clerkapp.meeting.ids import NewId
from clerkapp.meeting.meeting import Meeting, SupportingDocument, people_of
from clerkapp.meeting.people import Attendance, AttendanceList, Mention
from clerkapp.meeting.words import one_line
from clerkapp.notation.header import HeaderReader, people_in, write_header
from clerkapp.notation.next_line import next_words
from clerkapp.notation.reading import read_notation
from clerkapp.patterns import pattern
from clerkapp.wording.times import date_words, time_words

HEADING_KEYS = (
    *("Council", "Committee", "Date", "Start", "End", "Place", "Quorum", "Next", "Style", "Status"),
    *("Public", "Jurisdiction", "First page", "First resolution"),
)
LIST_KEYS = ("Expected", "Present", "Apologies", "Absent", "Substitute", "In attendance", "Guests")


class Filled(Struct, frozen=True):
    """What came of a form: the meeting, and a sentence for each field that does not fit its key."""

    meeting: Meeting
    doubts: tuple[str, ...] = ()


def fields_of(meeting: Meeting) -> dict[str, str]:
    """The fields of `meeting` by key, days and times as a person writes them.

    A list has a line for each person.
    """
    fields: dict[str, str] = dict.fromkeys((*HEADING_KEYS, *LIST_KEYS), "")
    for line in write_header(meeting):
        key, _, value = line.partition(": ")
        if key in LIST_KEYS:
            value = "\n".join(people_in(value))
            fields[key] = f"{fields[key]}\n{value}" if fields[key] else value
        elif key in fields:
            fields[key] = value
    heading = meeting.heading
    if heading.date:
        fields["Date"] = date_words(heading.date)
    for key, time in (("Start", heading.start), ("End", heading.end)):
        fields[key] = time_words(time, "7.30 pm") if time else ""
    if heading.next_meeting:
        fields["Next"] = next_words(heading.next_meeting)
    return fields


def with_fields(meeting: Meeting, fields: Mapping[str, str], new_id: NewId) -> Filled:
    """`meeting` under the heading and with the lists in `fields`.

    Somebody whose name stays the same stays the same person, whatever else of the line changes.
    """
    reader = HeaderReader(new_id)
    doubts: list[str] = []
    for key in (*HEADING_KEYS, *LIST_KEYS):
        value = fields.get(key, "").strip()
        try:
            reader.read(key, "; ".join(_lines(value)) if key in LIST_KEYS else value)
        except ValueError as error:
            reader.doubts.append(str(error))
        doubts += (f"{key}: {doubt}" for doubt in reader.doubts)
        reader.doubts.clear()
    attendance = _recognised(reader.attendance(), meeting)
    doubts += (f"Substitute: {doubt}" for doubt in reader.doubts)
    heading = replace(reader.heading, committee_id=meeting.heading.committee_id)
    return Filled(set_attendance(set_heading(meeting, heading), attendance), tuple(doubts))


def new_meeting(fields: Mapping[str, str], agenda: str, new_id: NewId) -> Filled:
    """A meeting with those fields, and an item for each line of `agenda`."""
    titles = "\n".join(f"# {line.removeprefix('# ')}" for line in _lines(agenda))
    items = read_notation(titles, new_id).meeting.items
    filled = with_fields(Meeting(new_id()), fields, new_id)
    return replace(filled, meeting=replace(filled.meeting, items=items))


def document_lines(documents: tuple[SupportingDocument, ...]) -> str:
    """A line for each of `documents`: its title, then in brackets the file or link it is."""
    return "\n".join(f"{d.title} <{d.target}>" if d.target else d.title for d in documents)


def documents_in(text: str) -> tuple[SupportingDocument, ...]:
    """The documents that the lines of `text` name."""
    found = (_DOCUMENT.fullmatch(line) for line in _lines(text))
    parts = ((one_line(m["title"]), one_line(m["target"] or "")) for m in found if m)
    return tuple(SupportingDocument(title or target, target) for title, target in parts)


_DOCUMENT = pattern(r"(?P<title>.*?)(?:\s*<(?P<target>[^<>]+)>)?")


def _lines(text: str) -> Iterable[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _recognised(attendance: AttendanceList, meeting: Meeting) -> AttendanceList:
    known: dict[str, list[str]] = {}
    for person in people_of(meeting):
        known.setdefault(person.name, []).append(person.id)
    ids: dict[str, str] = {}
    for person in (line.person for line in attendance):
        of_that_name = known.get(person.name)  # namesakes stay two people
        ids[person.id] = of_that_name.pop(0) if of_that_name else person.id

    def recognised(line: Attendance) -> Attendance:
        place = line.in_place_of
        if place and place.person_id:
            place = Mention(person_id=ids[place.person_id])
        return replace(line, person=replace(line.person, id=ids[line.person.id]), in_place_of=place)

    return tuple(map(recognised, attendance))
