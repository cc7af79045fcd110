"""The attendance return of a year: `attendance`."""

import re
from argparse import Namespace

from clerkapp.commands.documents import put
from clerkapp.commands.sources import reader
from clerkapp.commands.telling import NOTHING, warn
from clerkapp.export.attendance_csv import attendance_csv
from clerkapp.export.forms import FORMS
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
    form = FORMS["attendance-csv"]
    return put(options, form, f"{_file_name(options)}{form.ending}", data)


def _file_name(options: Namespace) -> str:
    """attendance-planning-committee-from-2025-05-01."""
    committee = re.sub(r"[^\w]+", "-", options.committee).strip("-").lower()[:80]
    parts = [
        "attendance",
        committee,
        f"from-{options.since}" if options.since else "",
        f"to-{options.to}" if options.to else "",
    ]
    return "-".join(part for part in parts if part)
