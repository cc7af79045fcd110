"""A meeting as JSON: every field of it, identifiers too, in a schema with a version.

    {"format": "clerkapp-meeting", "version": 1, "meeting": {"id": …, "heading": {…}, …}}

A field that is not there has its empty value; dates are 2026-03-05 and times 19:30. A mention is
`{"person": id}` or `{"words": …}`; the facts of an entry name their sort.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

from clerkapp.errors import NotationError
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind, Facts, Movement, Referral
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import (
    AgendaItem,
    Heading,
    Meeting,
    Status,
    SupportingDocument,
    entries_of,
    people_of,
)
from clerkapp.meeting.mentions import everybody_in
from clerkapp.meeting.numbering import is_number
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.meeting.votes import Motion, Side, Vote
from clerkapp.notation.json_values import Value

T = TypeVar("T")

FORMAT = "clerkapp-meeting"
VERSION = 1


def write_json(meeting: Meeting) -> str:
    """`meeting` as JSON, the same text for the same meeting; ends with a line end."""
    document = {"format": FORMAT, "version": VERSION, "meeting": _meeting(meeting)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


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


def _ids(meeting: Meeting) -> Iterator[str]:
    yield from (person.id for person in people_of(meeting))
    for item in meeting.items:
        yield item.id
        yield from (entry.id for entry in item.entries)


# Writing: each function has its reader below, in the same order


def _said(**fields: object) -> dict[str, object]:
    """The fields that say something; a nought does."""
    return {name: value for name, value in fields.items() if value or type(value) is int}


def _meeting(meeting: Meeting) -> dict[str, object]:
    return _said(
        id=meeting.id,
        sample=meeting.is_sample,
        heading=_heading(meeting.heading),
        attendance=[_attendance(line) for line in meeting.attendance],
        items=[_item(item) for item in meeting.items],
    )


def _heading(heading: Heading) -> dict[str, object]:
    return _said(
        council=heading.council,
        committee=heading.committee,
        date=heading.date and heading.date.isoformat(),
        start=heading.start and f"{heading.start:%H:%M}",
        end=heading.end and f"{heading.end:%H:%M}",
        place=heading.place,
        quorum=heading.quorum,
        next_meeting=heading.next_meeting and heading.next_meeting.isoformat(),
        house_style=heading.house_style,
        status=heading.status.value,
    )


def _attendance(line: Attendance) -> dict[str, object]:
    person = line.person
    return _said(
        person=_said(id=person.id, name=person.name, post=person.post, code=person.code),
        standing=line.standing.value,
        in_place_of=_mention(line.in_place_of),
    )


def write_mention(mention: Mention) -> dict[str, object]:
    """Somebody mentioned, as an object."""
    return _said(person=mention.person_id, words=mention.words)


def _mention(mention: Mention | None) -> dict[str, object] | None:
    return write_mention(mention) if mention else None


def _item(item: AgendaItem) -> dict[str, object]:
    return _said(
        id=item.id,
        number=item.number,
        title=item.title,
        presenter=item.presenter,
        documents=[_said(title=each.title, target=each.target) for each in item.documents],
        exempt=_exempt(item.exempt),
        entries=[_entry(entry) for entry in item.entries],
    )


def _exempt(exempt: Exempt | None) -> dict[str, object] | None:
    return {"paragraph": exempt.paragraph} if exempt else None


def _entry(entry: Entry) -> dict[str, object]:
    return _said(
        id=entry.id,
        kind=entry.kind.value,
        guessed=not entry.settled,
        text=entry.text,
        time=entry.time and f"{entry.time:%H:%M}",
        facts=write_facts(entry.facts) if entry.facts else None,
        exempt=_exempt(entry.exempt),
        speaker=_mention(entry.speaker),
    )


def write_facts(facts: Facts) -> dict[str, object]:
    """The facts of an entry as an object that names their sort."""
    match facts:
        case ActionPoint(owner, due, done):
            by = {"due_words": due} if isinstance(due, str) else {"due": due.isoformat()}
            return _said(
                sort="action point", owner=_mention(owner), done=done and done.isoformat(), **by
            )
        case Motion(mover, seconder, amends):
            return _said(
                sort="motion", mover=_mention(mover), seconder=_mention(seconder), amends=amends
            )
        case Vote():
            return _said(
                sort="vote",
                in_favour=_side(facts.in_favour),
                against=_side(facts.against),
                abstained=_side(facts.abstained),
                casting=facts.casting,
                unanimous=facts.unanimous,
            )
        case Referral(body):
            return _said(sort="referral", body=body)
        case Declaration(person, nature, conduct):
            return _said(
                sort="declaration", person=_mention(person), nature=nature, conduct=conduct
            )
        case Movement(person):
            return _said(sort="movement", person=_mention(person))


def _side(side: Side) -> int | list[dict[str, object] | None] | None:
    return [_mention(name) for name in side] if isinstance(side, tuple) else side


# Reading


def _read_meeting(value: Value) -> Meeting:
    fields = value.fields("id", "sample", "heading", "attendance", "items")
    return Meeting(
        id=fields.need("id", Value.line),
        heading=fields.get("heading", _read_heading, Heading()),
        attendance=fields.get("attendance", _all(_read_attendance), ()),
        items=fields.get("items", _all(_read_item), ()),
        is_sample=fields.get("sample", Value.flag, default=False),
    )


def _all(read: Callable[[Value], T]) -> Callable[[Value], tuple[T, ...]]:
    return lambda value: tuple(read(each) for each in value.items())


def _read_heading(value: Value) -> Heading:
    fields = value.fields(*Heading.__slots__)
    return Heading(
        council=fields.get("council", Value.line, ""),
        committee=fields.get("committee", Value.line, ""),
        date=fields.get("date", Value.date, None),
        start=fields.get("start", Value.time, None),
        end=fields.get("end", Value.time, None),
        place=fields.get("place", Value.line, ""),
        quorum=fields.get("quorum", Value.number, None),
        next_meeting=fields.get("next_meeting", Value.date, None),
        house_style=fields.get("house_style", Value.line, ""),
        status=fields.get("status", lambda v: v.word_of(Status), Status.DRAFT),
    )


def _read_attendance(value: Value) -> Attendance:
    fields = value.fields("person", "standing", "in_place_of")
    return Attendance(
        person=fields.need("person", _read_person),
        standing=fields.need("standing", lambda v: v.word_of(Standing)),
        in_place_of=fields.get("in_place_of", read_mention, None),
    )


def _read_person(value: Value) -> Person:
    fields = value.fields("id", "name", "post", "code")
    return Person(
        id=fields.need("id", Value.line),
        name=fields.need("name", Value.line),
        post=fields.get("post", Value.line, ""),
        code=fields.get("code", Value.line, ""),
    )


def read_mention(value: Value) -> Mention:
    """Somebody mentioned, from an object that `write_mention` made."""
    fields = value.fields("person", "words")
    mention = Mention(fields.get("person", Value.line, ""), fields.get("words", Value.line, ""))
    if bool(mention.person_id) == bool(mention.words):
        raise value.wrong("either “person” or “words”")
    return mention


def _read_item(value: Value) -> AgendaItem:
    fields = value.fields(*AgendaItem.__slots__)
    number = fields.get("number", Value.line, "")
    if number and not is_number(number):
        raise value.wrong(f"the number of an item, not “{number}”")
    return AgendaItem(
        id=fields.need("id", Value.line),
        title=fields.get("title", Value.line, ""),
        number=number,
        presenter=fields.get("presenter", Value.line, ""),
        documents=fields.get("documents", _all(_read_document), ()),
        exempt=fields.get("exempt", _read_exempt, None),
        entries=fields.get("entries", _all(_read_entry), ()),
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


def read_facts(value: Value) -> Facts:
    """The facts in an object that `write_facts` made; NotationError where it is none."""
    sort = value.peek("sort")
    if sort not in _FACTS_READERS:
        raise value.wrong(f"“sort” to be one of {', '.join(_FACTS_READERS)}")
    return _FACTS_READERS[sort](value)


def _read_action(value: Value) -> ActionPoint:
    fields = value.fields("sort", "owner", "due", "due_words", "done")
    return ActionPoint(
        owner=fields.get("owner", read_mention, None),
        due=fields.get("due", Value.date, None) or fields.get("due_words", Value.line, ""),
        done=fields.get("done", Value.date, None),
    )


def _read_motion(value: Value) -> Motion:
    fields = value.fields("sort", "mover", "seconder", "amends")
    return Motion(
        mover=fields.get("mover", read_mention, None),
        seconder=fields.get("seconder", read_mention, None),
        amends=fields.get("amends", Value.flag, default=False),
    )


def _read_vote(value: Value) -> Vote:
    sides = ("in_favour", "against", "abstained")
    fields = value.fields("sort", *sides, "casting", "unanimous")
    casting = fields.get("casting", Value.line, "")
    if casting not in ("", "for", "against"):
        raise value.wrong(f"“casting” to be for or against, not “{casting}”")
    return Vote(
        *(fields.get(side, _read_side, None) for side in sides),
        casting=casting,
        unanimous=fields.get("unanimous", Value.flag, default=False),
    )


def _read_side(value: Value) -> Side:
    return value.number() if value.is_number() else _all(read_mention)(value)


def _read_referral(value: Value) -> Referral:
    return Referral(value.fields("sort", "body").need("body", Value.line))


def _read_declaration(value: Value) -> Declaration:
    fields = value.fields("sort", "person", "nature", "conduct")
    return Declaration(
        person=fields.get("person", read_mention, None),
        nature=fields.get("nature", Value.line, ""),
        conduct=fields.get("conduct", Value.line, ""),
    )


def _read_movement(value: Value) -> Movement:
    return Movement(value.fields("sort", "person").need("person", read_mention))


_FACTS_READERS: dict[str, Callable[[Value], Facts]] = {
    "action point": _read_action,
    "motion": _read_motion,
    "vote": _read_vote,
    "referral": _read_referral,
    "declaration": _read_declaration,
    "movement": _read_movement,
}
