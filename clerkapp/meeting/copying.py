"""A meeting copied under identifiers of its own."""

from msgspec.structs import replace

from clerkapp.meeting.entries import Entry
from clerkapp.meeting.ids import NewId
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem, Dismissal, Meeting, people_of
from clerkapp.meeting.mentions import with_everybody
from clerkapp.meeting.people import Attendance, Mention


def copied(meeting: Meeting, new_id: NewId) -> Meeting:
    """`meeting` with every identifier made anew: its own, then people, items and entries."""
    meeting_id = new_id()
    people = {person.id: new_id() for person in people_of(meeting)}
    places: dict[str, str] = {}
    for item in meeting.items:
        places[item.id] = new_id()
        places.update((entry.id, new_id()) for entry in item.entries)

    def renamed(mention: Mention) -> Mention:
        return replace(mention, person_id=people.get(mention.person_id, ""))

    def line(each: Attendance) -> Attendance:
        place = renamed(each.in_place_of) if each.in_place_of else None
        person = replace(each.person, id=people[each.person.id])
        return replace(each, person=person, in_place_of=place)

    def entry(each: Entry) -> Entry:
        facts = each.facts
        if isinstance(facts, Declaration):
            facts = replace(facts, item_id=places.get(facts.item_id, ""))
        return replace(with_everybody(replace(each, facts=facts), renamed), id=places[each.id])

    def item_of(each: AgendaItem) -> AgendaItem:
        return replace(each, id=places[each.id], entries=tuple(map(entry, each.entries)))

    def dismissal(each: Dismissal) -> Dismissal:
        return replace(each, place=places.get(each.place, each.place))

    return replace(
        meeting,
        id=meeting_id,
        attendance=tuple(map(line, meeting.attendance)),
        items=tuple(map(item_of, meeting.items)),
        dismissed=tuple(map(dismissal, meeting.dismissed)),
    )
