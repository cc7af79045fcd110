"""A meeting as rows of the archive's tables, and rows as a meeting."""

import datetime as dt
import json
from collections.abc import Iterable

from clerkapp.archive.driver import Row
from clerkapp.meeting.committees import Committee
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import (
    AgendaItem,
    Business,
    Dismissal,
    Heading,
    Meeting,
    NextMeeting,
    Status,
    SupportingDocument,
)
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.meeting.stationery import Stationery
from clerkapp.notation.committee_json import read_details, write_details
from clerkapp.notation.json_facts import read_facts, read_mention, write_facts, write_mention
from clerkapp.notation.json_values import Value
from clerkapp.notation.stationery_json import read_stationery as stationery_in
from clerkapp.notation.stationery_json import write_stationery


def meeting_row(meeting: Meeting) -> Row:
    """The row of the meeting itself, without the time of its last change."""
    heading = meeting.heading
    return {
        "id": meeting.id,
        "council": heading.council,
        "committee": heading.committee,
        "date": _date(heading.date),
        "start": _time(heading.start),
        "end": _time(heading.end),
        "place": heading.place,
        "quorum": heading.quorum,
        "next_meeting": _date(heading.next_day),
        "next_start": _time(heading.next_meeting.start) if heading.next_meeting else None,
        "next_place": heading.next_meeting.place if heading.next_meeting else "",
        "house_style": heading.house_style,
        "status": heading.status.value,
        "is_sample": int(meeting.is_sample),
        "public": heading.public,
        "jurisdiction": heading.jurisdiction,
        "committee_id": heading.committee_id,
        "first_page": heading.first_page,
        "first_resolution": heading.first_resolution,
        "dismissed": _json([[d.rule, d.place, d.what] for d in meeting.dismissed]),
    }


def attendance_row(line: Attendance, meeting_id: str) -> Row:
    """The row of one line of the attendance list, without its position."""
    place = write_mention(line.in_place_of) if line.in_place_of else None
    return {
        "id": line.person.id,
        "meeting": meeting_id,
        "name": line.person.name,
        "post": line.person.post,
        "code": line.person.code,
        "standing": line.standing.value,
        "in_place_of": _json(place) if place else None,
        "remote": int(line.remote),
        "has_vote": int(line.has_vote),
        "reason": line.reason,
    }


def item_row(item: AgendaItem, meeting_id: str) -> Row:
    """The row of an item, without its position and its entries."""
    documents = [{"title": each.title, "target": each.target} for each in item.documents]
    return {
        "id": item.id,
        "meeting": meeting_id,
        "number": item.number,
        "title": item.title,
        "presenter": item.presenter,
        "documents": _json(documents),
        "exempt": item.exempt.paragraph if item.exempt else None,
        "business": item.business.value,
        "recommendation": item.recommendation,
        "summary": item.summary,
    }


def entry_row(entry: Entry, item_id: str) -> Row:
    """The row of an entry, without its position."""
    return {
        "id": entry.id,
        "item": item_id,
        "kind": entry.kind.value,
        "settled": int(entry.settled),
        "text": entry.text,
        "time": _time(entry.time),
        "facts": _json(write_facts(entry.facts)) if entry.facts else None,
        "exempt": entry.exempt.paragraph if entry.exempt else None,
        "speaker": _json(write_mention(entry.speaker)) if entry.speaker else None,
    }


def committee_row(committee: Committee) -> Row:
    """The row of a committee."""
    return {
        "id": committee.id,
        "organisation": committee.organisation,
        "name": committee.name,
        "details": _json(write_details(committee)),
    }


def read_committee(row: Row) -> Committee:
    """The committee in a row."""
    committee_id, organisation, name = (_text(row, c) for c in ("id", "organisation", "name"))
    return read_details(committee_id, organisation, name, Value.parse(_text(row, "details")))


def stationery_row(own: Stationery) -> Row:
    """The row of a council's stationery."""
    return {"council": own.council, "details": write_stationery(own)}


def read_stationery(row: Row) -> Stationery:
    """The stationery in a row."""
    return stationery_in(_text(row, "council"), _text(row, "details"))


def read_heading(row: Row) -> Heading:
    """The heading in the row of a meeting."""
    return Heading(
        council=_text(row, "council"),
        committee=_text(row, "committee"),
        date=_read_date(row["date"]),
        start=_read_time(row["start"]),
        end=_read_time(row["end"]),
        place=_text(row, "place"),
        quorum=_number(row, "quorum"),
        next_meeting=_read_next(row),
        house_style=_text(row, "house_style"),
        status=Status(_text(row, "status")),
        public=_number(row, "public"),
        jurisdiction=_text(row, "jurisdiction"),
        committee_id=_text(row, "committee_id"),
        first_page=_number(row, "first_page"),
        first_resolution=_number(row, "first_resolution"),
    )


def read_dismissed(row: Row) -> tuple[Dismissal, ...]:
    """The findings that were left as they are, in the row of a meeting."""
    left = Value.parse(_text(row, "dismissed")).items()
    return tuple(Dismissal(*map(Value.text, each.items())) for each in left)


def read_attendance(row: Row) -> Attendance:
    """The line of the attendance list in a row."""
    person = Person(*(_text(row, column) for column in ("id", "name", "post", "code")))
    return Attendance(
        person=person,
        standing=Standing(_text(row, "standing")),
        in_place_of=_read_mention(row["in_place_of"]),
        remote=bool(row["remote"]),
        has_vote=bool(row["has_vote"]),
        reason=_text(row, "reason"),
    )


def read_item(row: Row, entries: Iterable[Entry]) -> AgendaItem:
    """The item in a row, with those entries."""
    documents = Value.parse(_text(row, "documents")).items()
    return AgendaItem(
        id=_text(row, "id"),
        title=_text(row, "title"),
        number=_text(row, "number"),
        presenter=_text(row, "presenter"),
        documents=tuple(map(_read_document, documents)),
        exempt=_read_exempt(row),
        entries=tuple(entries),
        business=Business(_text(row, "business")),
        recommendation=_text(row, "recommendation"),
        summary=_text(row, "summary"),
    )


def read_entry(row: Row) -> Entry:
    """The entry in a row."""
    facts = row["facts"]
    return Entry(
        id=_text(row, "id"),
        kind=EntryKind(_text(row, "kind")),
        text=_text(row, "text"),
        time=_read_time(row["time"]),
        facts=read_facts(Value.parse(str(facts))) if facts else None,
        exempt=_read_exempt(row),
        settled=bool(row["settled"]),
        speaker=_read_mention(row["speaker"]),
    )


def _read_next(row: Row) -> NextMeeting | None:
    date = _read_date(row["next_meeting"])
    start, place = _read_time(row["next_start"]), _text(row, "next_place")
    return NextMeeting(date, start, place) if date else None


def _read_document(value: Value) -> SupportingDocument:
    fields = value.fields("title", "target")
    return SupportingDocument(fields.need("title", Value.text), fields.need("target", Value.text))


def _read_mention(value: str | int | None) -> Mention | None:
    return read_mention(Value.parse(str(value))) if value else None


def _read_exempt(row: Row) -> Exempt | None:
    return Exempt(str(row["exempt"])) if row["exempt"] is not None else None


def _text(row: Row, column: str) -> str:
    return str(row[column])


def _number(row: Row, column: str) -> int | None:
    value = row[column]
    return int(value) if value is not None else None


def _date(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _read_date(value: str | int | None) -> dt.date | None:
    return dt.date.fromisoformat(str(value)) if value else None


def _time(time: dt.time | None) -> str | None:
    return f"{time:%H:%M}" if time else None


def _read_time(value: str | int | None) -> dt.time | None:
    return dt.time.fromisoformat(str(value)) if value else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
