"""A meeting as JSON: every field of it, identifiers too, in a schema with a version.

    {"format": "clerkapp-meeting", "version": 1, "meeting": {"id": …, "heading": {…}, …}}

A field that is not there has its empty value; dates are 2026-03-05 and times 19:30.
"""

import json
from collections import Counter
from collections.abc import Iterator

from clerkapp.errors import NotationError
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import (
    AgendaItem,
    Business,
    Dismissal,
    Heading,
    Meeting,
    NextMeeting,
    Status,
    SupportingDocument,
    entries_of,
    people_of,
)
from clerkapp.meeting.mentions import everybody_in
from clerkapp.meeting.numbering import is_number
from clerkapp.meeting.people import Attendance, Person, Standing
from clerkapp.notation.json_facts import read_facts, read_mention, write_facts, write_somebody
from clerkapp.notation.json_values import Value, all_of, said

FORMAT = "clerkapp-meeting"
VERSION = 1


def write_json(meeting: Meeting) -> str:
    """`meeting` as JSON, the same text for the same meeting; ends with a line end."""
    return json.dumps(meeting_as_json(meeting), ensure_ascii=False, indent=1) + "\n"


def meeting_as_json(meeting: Meeting) -> dict[str, object]:
    """The same, as the value that is written."""
    return {"format": FORMAT, "version": VERSION, "meeting": _meeting(meeting)}


def read_json(source: str | bytes) -> Meeting:
    """The meeting written in `source`; NotationError, with the path to what is wrong, if none."""
    fields = Value.parse(source).fields("format", "version", "meeting")
    if fields.get("format", Value.text, "") != FORMAT:
        raise NotationError(f"this JSON is not a meeting: “format” should be “{FORMAT}”")
    version = fields.need("version", Value.number)
    if version > VERSION:
        raise NotationError(f"a later release of Clerkapp wrote this, in version {version}")
    meeting = fields.need("meeting", _read_meeting)
    _check_ids(meeting)
    return meeting


def _check_ids(meeting: Meeting) -> None:
    """NotationError where two things share an id, or somebody mentioned is on no list."""
    people = {person.id for person in people_of(meeting)}
    times = Counter(_ids(meeting))
    for each, count in times.items():
        if count > 1 or not each:
            raise NotationError(f"the id “{each}” stands {count} times; each must be its own")
    mentions = [m for _, entry in entries_of(meeting) for m in everybody_in(entry)]
    mentions += [line.in_place_of for line in meeting.attendance if line.in_place_of]
    for mention in mentions:
        if mention.person_id and mention.person_id not in people:
            raise NotationError(f"nobody on the attendance list has the id “{mention.person_id}”")
    places = {item.id for item in meeting.items}
    for _, entry in entries_of(meeting):
        declared = entry.facts.item_id if isinstance(entry.facts, Declaration) else ""
        if declared and declared not in places:
            raise NotationError(f"no item of the meeting has the id “{declared}”")


def _ids(meeting: Meeting) -> Iterator[str]:
    yield from (person.id for person in people_of(meeting))
    for item in meeting.items:
        yield item.id
        yield from (entry.id for entry in item.entries)


# Writing: each function has its reader below, in the same order


def _meeting(meeting: Meeting) -> dict[str, object]:
    return said(
        id=meeting.id,
        sample=meeting.is_sample,
        heading=_heading(meeting.heading),
        attendance=[_attendance(line) for line in meeting.attendance],
        items=[_item(item) for item in meeting.items],
        dismissed=[
            said(rule=each.rule, place=each.place, what=each.what) for each in meeting.dismissed
        ],
    )


def _heading(heading: Heading) -> dict[str, object]:
    return said(
        council=heading.council,
        committee=heading.committee,
        date=heading.date and heading.date.isoformat(),
        start=heading.start and heading.start.isoformat("minutes"),
        end=heading.end and heading.end.isoformat("minutes"),
        place=heading.place,
        quorum=heading.quorum,
        next_meeting=_next(heading.next_meeting),
        house_style=heading.house_style,
        status=heading.status.value,
        public=heading.public,
        jurisdiction=heading.jurisdiction,
        committee_id=heading.committee_id,
        first_page=heading.first_page,
        first_resolution=heading.first_resolution,
    )


def _next(meeting: NextMeeting | None) -> str | dict[str, object] | None:
    """Its date, and an object where more of it is known."""
    if meeting is None:
        return None
    date, start = meeting.date.isoformat(), meeting.start and meeting.start.isoformat("minutes")
    return said(date=date, start=start, place=meeting.place) if start or meeting.place else date


def _attendance(line: Attendance) -> dict[str, object]:
    person = line.person
    return said(
        person=said(id=person.id, name=person.name, post=person.post, code=person.code),
        standing=line.standing.value,
        in_place_of=write_somebody(line.in_place_of),
        remote=line.remote,
        no_vote=not line.has_vote,
        reason=line.reason,
    )


def _item(item: AgendaItem) -> dict[str, object]:
    return said(
        id=item.id,
        number=item.number,
        title=item.title,
        presenter=item.presenter,
        documents=[said(title=each.title, target=each.target) for each in item.documents],
        exempt=_exempt(item.exempt),
        entries=[_entry(entry) for entry in item.entries],
        business=item.business.value,
        recommendation=item.recommendation,
        summary=item.summary,
    )


def _exempt(exempt: Exempt | None) -> dict[str, object] | None:
    return {"paragraph": exempt.paragraph} if exempt else None


def _entry(entry: Entry) -> dict[str, object]:
    return said(
        id=entry.id,
        kind=entry.kind.value,
        guessed=not entry.settled,
        text=entry.text,
        time=entry.time and entry.time.isoformat("minutes"),
        facts=write_facts(entry.facts) if entry.facts else None,
        exempt=_exempt(entry.exempt),
        speaker=write_somebody(entry.speaker),
    )


# Reading


def _read_meeting(value: Value) -> Meeting:
    fields = value.fields("id", "sample", "heading", "attendance", "items", "dismissed")
    return Meeting(
        id=fields.need("id", Value.line),
        heading=fields.get("heading", _read_heading, Heading()),
        attendance=fields.get("attendance", all_of(_read_attendance), ()),
        items=fields.get("items", all_of(_read_item), ()),
        is_sample=fields.get("sample", Value.flag, default=False),
        dismissed=fields.get("dismissed", all_of(_read_dismissal), ()),
    )


def _read_dismissal(value: Value) -> Dismissal:
    fields = value.fields("rule", "place", "what")
    return Dismissal(
        fields.need("rule", Value.line),
        fields.get("place", Value.line, ""),
        fields.get("what", Value.line, ""),
    )


def _read_heading(value: Value) -> Heading:
    fields = value.fields(*Heading.__struct_fields__)
    return Heading(
        council=fields.get("council", Value.line, ""),
        committee=fields.get("committee", Value.line, ""),
        date=fields.get("date", Value.date, None),
        start=fields.get("start", Value.time, None),
        end=fields.get("end", Value.time, None),
        place=fields.get("place", Value.line, ""),
        quorum=fields.get("quorum", Value.number, None),
        next_meeting=fields.get("next_meeting", _read_next, None),
        house_style=fields.get("house_style", Value.line, ""),
        status=fields.get("status", lambda v: v.word_of(Status), Status.DRAFT),
        public=fields.get("public", Value.number, None),
        jurisdiction=fields.get("jurisdiction", Value.line, ""),
        committee_id=fields.get("committee_id", Value.line, ""),
        first_page=fields.get("first_page", Value.number, None),
        first_resolution=fields.get("first_resolution", Value.number, None),
    )


def _read_next(value: Value) -> NextMeeting:
    if isinstance(value.value, str):
        return NextMeeting(value.date())
    fields = value.fields(*NextMeeting.__struct_fields__)
    return NextMeeting(
        date=fields.need("date", Value.date),
        start=fields.get("start", Value.time, None),
        place=fields.get("place", Value.line, ""),
    )


def _read_attendance(value: Value) -> Attendance:
    fields = value.fields("person", "standing", "in_place_of", "remote", "no_vote", "reason")
    return Attendance(
        person=fields.need("person", _read_person),
        standing=fields.need("standing", lambda v: v.word_of(Standing)),
        in_place_of=fields.get("in_place_of", read_mention, None),
        remote=fields.get("remote", Value.flag, default=False),
        has_vote=not fields.get("no_vote", Value.flag, default=False),
        reason=fields.get("reason", Value.line, ""),
    )


def _read_person(value: Value) -> Person:
    fields = value.fields("id", "name", "post", "code")
    return Person(
        id=fields.need("id", Value.line),
        name=fields.need("name", Value.line),
        post=fields.get("post", Value.line, ""),
        code=fields.get("code", Value.line, ""),
    )


def _read_item(value: Value) -> AgendaItem:
    fields = value.fields(*AgendaItem.__struct_fields__)
    number = fields.get("number", Value.line, "")
    if number and not is_number(number):
        raise value.wrong(f"the number of an item, not “{number}”")
    return AgendaItem(
        id=fields.need("id", Value.line),
        title=fields.get("title", Value.line, ""),
        number=number,
        presenter=fields.get("presenter", Value.line, ""),
        documents=fields.get("documents", all_of(_read_document), ()),
        exempt=fields.get("exempt", _read_exempt, None),
        entries=fields.get("entries", all_of(_read_entry), ()),
        business=fields.get("business", lambda v: v.word_of(Business), Business.ORDINARY),
        recommendation=fields.get("recommendation", Value.text, ""),
        summary=fields.get("summary", Value.text, ""),
    )


def _read_document(value: Value) -> SupportingDocument:
    fields = value.fields("title", "target")
    return SupportingDocument(
        fields.need("title", Value.line), fields.get("target", Value.line, "")
    )


def _read_exempt(value: Value) -> Exempt:
    return Exempt(value.fields("paragraph").get("paragraph", Value.line, ""))


def _read_entry(value: Value) -> Entry:
    fields = value.fields("id", "kind", "guessed", "text", "time", "facts", "exempt", "speaker")
    return Entry(
        id=fields.need("id", Value.line),
        kind=fields.need("kind", lambda v: v.word_of(EntryKind)),
        text=fields.get("text", Value.text, ""),
        time=fields.get("time", Value.time, None),
        facts=fields.get("facts", read_facts, None),
        exempt=fields.get("exempt", _read_exempt, None),
        settled=not fields.get("guessed", Value.flag, default=False),
        speaker=fields.get("speaker", read_mention, None),
    )
