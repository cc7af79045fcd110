"""A rule about apologies: whoever sent them is not on the list as present."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.quoted import unquoted
from clerkapp.checking.record import Record
from clerkapp.meeting.edits import set_attendance
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import Attendance, Standing, in_parts
from clerkapp.patterns import pattern

_RECEIVED = pattern(
    r"\b[Aa]polog(?:y|ies)(?: for (?:(?:his|her|their) )?(?:absence|non-attendance))?"
    r"(?: (?:had been|have been|was|were))?"
    r"(?: (?:accepted|given|noted|received|recorded|sent|submitted|tendered))?"
    r"(?: and (?:accepted|approved|noted))? from (?P<who>[^;(\n“]+)"
)
_ENDS = pattern(
    r",? (?:for whom|who|due|because|owing|with)\b"
    r"|(?<![A-Z])(?<!\bCllr)(?<!\bCllrs)(?<!\bMr)(?<!\bMrs)(?<!\bDr)\.(?:\s|$)"
)
_NOT_OF_ABSENCE = pattern(r"\b(?:late|lateness|leav\w+|delay\w*|early|next meeting)\b")
_THERE = frozenset({Standing.PRESENT, Standing.SUBSTITUTE})


def apologies_of_somebody_present(record: Record) -> Iterator[Finding]:
    """N10: nobody is present from the opening whose apologies the words have."""
    lines = {line.person.id: line for line in record.meeting.attendance}
    for spot, entry in record.entries:
        words = unquoted(entry.text)
        found = _RECEIVED.search(words)
        if found is None or _NOT_OF_ABSENCE.search(words):
            continue
        for name in in_parts(_ENDS.split(found["who"])[0]):
            meant = record.whom(name.rstrip("."))
            line = lines.get(meant[0].id) if len(meant) == 1 else None
            if line and line.standing in _THERE:
                what = f"{line.person.name} sent apologies and is on the list as present"
                mend = "Correct the list, or the words."
                edit = partial(_with_apologies, who=line.person.id)
                fix = Fix(f"Record the apologies of {line.person.name}", edit)
                yield spot.finding("N10", Severity.WARNING, what, mend, fix)


def _with_apologies(meeting: Meeting, who: str) -> Meeting:
    def known(line: Attendance) -> Attendance:
        if line.person.id != who or line.standing not in _THERE:
            return line
        return replace(line, standing=Standing.APOLOGIES, remote=False)

    return set_attendance(meeting, tuple(map(known, meeting.attendance)))
