"""A new meeting, filled from its committee and from the last one."""

import datetime as dt
import re
from collections.abc import Iterator

from msgspec.structs import replace

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.committees import (
    Committee,
    Membership,
    Numbering,
    QuorumRule,
    in_term,
    next_date,
    quorum_on,
)
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.ids import NewId
from clerkapp.meeting.meeting import (
    AgendaItem,
    Heading,
    Meeting,
    NextMeeting,
    Status,
    entries_of,
    name_of,
)
from clerkapp.meeting.numbering import item_numbers, number_after
from clerkapp.meeting.people import Attendance, Person, Standing
from clerkapp.meeting.resolutions import next_resolution
from clerkapp.wording.closing import venue
from clerkapp.wording.times import date_words

LAST, OPEN_ACTIONS = "{last}", "{actions}"
"""In a usual item: the date of the last meeting, and where the open action points are listed."""

_AWAY = {Standing.APOLOGIES, Standing.ABSENT}
_MEMBERS = {Standing.EXPECTED, Standing.PRESENT, Standing.APOLOGIES, Standing.ABSENT}
_UNKNOWN = "…"  # where the clerk has to fill something in


def next_meeting(
    committee: Committee, last: Meeting | None, date: dt.date, new_id: NewId
) -> Meeting:
    """The meeting of `committee` on that day, before anybody has come.

    Members in term are expected, under their names of today; officers come from the last meeting.
    """
    before = last.heading if last else Heading()
    said = before.next_meeting if before.next_day == date else None  # of this one, by the last
    usual_start, usual_place = committee.start or before.start, committee.place or before.place
    coming = next_date(committee, date)
    heading = Heading(
        council=committee.organisation,
        committee=committee.name,
        date=date,
        start=(said and said.start) or usual_start,
        place=(said and venue(said.place)) or usual_place,
        quorum=quorum_on(committee, date),
        next_meeting=NextMeeting(coming, usual_start, usual_place) if coming else None,
        house_style=committee.house_style or before.house_style,
        jurisdiction=committee.jurisdiction or before.jurisdiction,
        committee_id=committee.id,
        first_resolution=first_resolution(committee, last, date),
    )
    members = (_expected(each, new_id) for each in in_term(committee, date))
    officers = (
        Attendance(replace(line.person, id=new_id()), Standing.IN_ATTENDANCE)
        for line in (last.attendance if last else ())
        if line.standing is Standing.IN_ATTENDANCE
    )
    first = first_number(committee, last, date)
    items = tuple(
        replace(_item(title, last, new_id), number=first if not place else "")
        for place, title in enumerate(committee.usual_items)
    )
    return Meeting(new_id(), heading, (*members, *officers), items)


def day_of_next(committee: Committee, last: Meeting | None, today: dt.date) -> dt.date:
    """The next of its dates from today on, else the day that the last meeting told, else today."""
    told = last.heading.next_day if last else None
    coming = next_date(committee, today - dt.timedelta(days=1))
    return coming or (told if told and told >= today else today)


def first_number(committee: Committee, last: Meeting | None, date: dt.date) -> str:
    """The number of the first item: "" where the agenda begins with 1, else after the last one."""
    if committee.numbering is Numbering.AGENDA:
        return f"{committee.prefix}1" if committee.prefix else ""
    numbers = [each for each in item_numbers(last) if each] if last else []
    held = last.heading.date if last else None
    if committee.numbering is Numbering.CONTINUOUS:
        return number_after(numbers[-1]) if numbers else f"{committee.prefix}1"
    year = _year_of(committee, date)
    if numbers and held and _year_of(committee, held) == year:
        return number_after(numbers[-1])
    return f"{committee.prefix}1/{year % 100:02}"


def first_resolution(committee: Committee, last: Meeting | None, date: dt.date) -> int | None:
    """The number of the first resolution: after the last one, and 1 in a new year.

    None where the last meeting counts none. Where the items are counted without years, so are they.
    """
    following = next_resolution(last) if last else None
    held = last.heading.date if last else None
    if following is None or committee.numbering is Numbering.CONTINUOUS:
        return following
    is_same_year = held is not None and _year_of(committee, held) == _year_of(committee, date)
    return following if is_same_year else 1


def open_actions(meeting: Meeting) -> Iterator[str]:
    """The action points of `meeting` that are not done, each in a line with owner and date."""
    for _, entry in entries_of(meeting):
        action = facts_of(entry, ActionPoint) or ActionPoint()
        if entry.kind is not EntryKind.ACTION_POINT or action.done:
            continue
        due = date_words(action.due) if isinstance(action.due, dt.date) else action.due
        about = ", ".join(filter(None, (name_of(meeting, action.owner), due)))
        if entry.text:
            yield f"{entry.text} ({about})" if about else entry.text


def held_again(meeting: Meeting) -> Meeting:
    """`meeting` without what was only of its day, as the same people may meet again.

    Members who were away are expected: one who was ill once is a member still.
    """
    heading = replace(
        meeting.heading,
        end=None,
        next_meeting=None,
        status=Status.DRAFT,
        public=None,
        first_page=None,
        first_resolution=next_resolution(meeting),
    )
    lines = (line for line in meeting.attendance if line.standing is not Standing.SUBSTITUTE)
    again = tuple(
        replace(line, standing=Standing.EXPECTED, reason="") if line.standing in _AWAY else line
        for line in lines
    )
    return replace(meeting, heading=heading, attendance=again)


def with_what_was_filled(meeting: Meeting, filled: Meeting) -> Meeting:
    """`meeting`, as a form made it, with what `filled` had and a form has no field for.

    That is the committee, and what is listed under an item.
    """
    heading = replace(meeting.heading, committee_id=filled.heading.committee_id)
    listed = {item.title: item.entries for item in filled.items}
    return replace(
        meeting,
        heading=heading,
        items=tuple(
            replace(item, entries=item.entries or listed.get(item.title, ()))
            for item in meeting.items
        ),
    )


def committee_of(meeting: Meeting, new_id: NewId) -> Committee:
    """A committee made of what `meeting` says of it; its items become the usual ones."""
    heading = meeting.heading
    return Committee(
        id=new_id(),
        organisation=heading.council,
        name=heading.committee,
        members=tuple(
            Membership(line.person.name, line.person.post, line.person.code, has_vote=line.has_vote)
            for line in meeting.attendance
            if line.standing in _MEMBERS
        ),
        quorum=QuorumRule(number=heading.quorum),
        usual_items=tuple(item.title for item in meeting.items if item.title),
        place=heading.place,
        start=heading.start,
        house_style=heading.house_style,
        jurisdiction=heading.jurisdiction,
        dates=(heading.next_day,) if heading.next_day else (),
    )


def _year_of(committee: Committee, date: dt.date) -> int:
    """The year in which the year of the council began that `date` is in."""
    return date.year - (date.month < committee.year_begins)


def _expected(member: Membership, new_id: NewId) -> Attendance:
    person = Person(new_id(), member.name, member.post, member.code)
    return Attendance(person, Standing.EXPECTED, has_vote=member.has_vote)


def _item(title: str, last: Meeting | None, new_id: NewId) -> AgendaItem:
    """A usual item with its places filled."""
    date = last.heading.date if last else None
    words = title.replace(LAST, date_words(date) if date else _UNKNOWN)
    words = re.sub(r"\s+", " ", words.replace(OPEN_ACTIONS, "")).strip()
    listed = open_actions(last) if last and OPEN_ACTIONS in title else ()
    entries = tuple(Entry(new_id(), EntryKind.NOTE, each, settled=True) for each in listed)
    return AgendaItem(new_id(), words, entries=entries)
