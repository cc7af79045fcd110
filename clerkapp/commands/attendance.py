"""The attendance return of a year: `attendance`."""

import re
import sys
from argparse import Namespace

from clerkapp.commands.sources import reader
from clerkapp.commands.telling import DONE, NOTHING, warn
from clerkapp.export.attendance_csv import attendance_csv
from clerkapp.export.files import asked_for, write_whole
from clerkapp.meeting.attendance_return import attendance_return, in_the_return


def make_return(options: Namespace) -> int:
    """Which members were at the meetings of a committee, or of all, as CSV; prints where it is."""
    committee, since, to = options.committee, options.since, options.to
    with reader(options) as archive:
        meetings = [
            meeting
            for meeting in archive.every_meeting()
            if in_the_return(meeting, committee, since, to)
        ]
    if not meetings:
        warn("there are no such meetings")
        return NOTHING
    data = attendance_csv(attendance_return(meetings))
    if options.output == "-":
        sys.stdout.buffer.write(data)
        return DONE
    target = asked_for(options.output, _file_name(options))
    write_whole(target, data)
    print(target)
    return DONE


def _file_name(options: Namespace) -> str:
    """attendance-planning-committee-from-2025-05-01.csv."""
    committee = re.sub(r"[^\w]+", "-", options.committee).strip("-").lower()[:80]
    parts = [
        "attendance",
        committee,
        f"from-{options.since}" if options.since else "",
        f"to-{options.to}" if options.to else "",
    ]
    return "-".join(part for part in parts if part) + ".csv"
