"""A meeting copied under identifiers of its own."""

from collections.abc import Iterable
from dataclasses import replace

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.ids import NewId
from clerkapp.meeting.meeting import AgendaItem, Meeting, people_of
from clerkapp.meeting.mentions import with_everybody
from clerkapp.meeting.people import Attendance, Mention


def copied(meeting: Meeting, new_id: NewId) -> Meeting:
    """`meeting` with every identifier made anew: its own, then people, items and entries."""
    meeting_id = new_id()
    ids = {person.id: new_id() for person in people_of(meeting)}

    def renamed(mention: Mention) -> Mention:
        return replace(mention, person_id=ids.get(mention.person_id, ""))

    def line(each: Attendance) -> Attendance:
        place = renamed(each.in_place_of) if each.in_place_of else None
        return replace(each, person=replace(each.person, id=ids[each.person.id]), in_place_of=place)

    def entries(of: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(replace(with_everybody(e, renamed), id=new_id()) for e in of)

    def item(each: AgendaItem) -> AgendaItem:
        return replace(each, id=new_id(), entries=entries(each.entries))

    attendance = tuple(line(each) for each in meeting.attendance)
    return replace(
        meeting, id=meeting_id, attendance=attendance, items=tuple(map(item, meeting.items))
    )
