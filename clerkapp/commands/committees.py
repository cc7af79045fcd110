"""Committees and their next meetings: `committees` and `new`."""

import datetime as dt
from argparse import Namespace

from clerkapp.archive.archive import Archive
from clerkapp.archive.committees import committee_named, committees_in, last_meeting
from clerkapp.commands.keys import keys_to_write
from clerkapp.commands.sources import follow, reader
from clerkapp.commands.telling import DONE, NOTHING, counted, print_json, warn
from clerkapp.editing.next_meeting import day_of_next, next_meeting
from clerkapp.errors import NoArchive
from clerkapp.meeting.committees import in_term, next_date, quorum_on
from clerkapp.meeting.ids import new_id
from clerkapp.notation.committee_json import write_details


def list_committees(options: Namespace) -> int:
    """The committees of the archive, a line each, as they are today."""
    today = dt.date.today()  # noqa: DTZ011 — the calendar on the wall of the room
    with reader(options) as archive:
        committees = committees_in(archive)
    if options.json:
        print_json(
            [
                {"id": c.id, "organisation": c.organisation, "name": c.name, **write_details(c)}
                for c in committees
            ]
        )
    for each in () if options.json else committees:
        body = ", ".join(filter(None, (each.name, each.organisation)))
        needed, date = quorum_on(each, today), next_date(each, today)
        facts = [counted(len(in_term(each, today)), "member", "members")]
        facts += [f"quorum {needed}"] if needed is not None else []
        facts += [f"next {date.isoformat()}"] if date else []
        print(f"{each.id}  {body}  {', '.join(facts)}")
    if not committees:
        warn("there are no committees in the archive yet")
    return DONE if committees else NOTHING


def new(options: Namespace) -> int:
    """Makes the next meeting of a committee, and prints its id."""
    follow(options)
    if not options.archive.is_file():
        raise NoArchive(f"there is no archive yet at {options.archive}")
    today = dt.date.today()  # noqa: DTZ011 — the calendar on the wall of the room
    with Archive(options.archive, keys_to_write(options)) as archive:
        committee = committee_named(archive, options.committee)
        last = last_meeting(archive, committee, today)
        date = options.date or day_of_next(committee, last, today)
        made = next_meeting(committee, last_meeting(archive, committee, date), date, new_id)
        archive.add(made)
        print(made.id)
    return DONE
