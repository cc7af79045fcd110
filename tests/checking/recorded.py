"""Meetings for the rules: from notation, with facts that notation does not carry put in by hand."""

from msgspec.structs import replace

from clerkapp.checking.check import check
from clerkapp.checking.findings import Finding
from clerkapp.meeting.entries import Facts
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.notation.reading import read_notation

HEADER = """\
Council: Brookmere Borough Council
Committee: Planning Committee
Date: 2026-03-05
Start: 19:00
Quorum: 3
Present: Cllr S Banerjee (Chair); Cllr A Pilgrim; Cllr R Teale; Cllr M Ferris; Cllr D Hale
Apologies: Cllr J Okafor
In attendance: Chief Digital Officer [cdo]; Stuart Glover (Head of Legal) [hol]
"""


def recorded(*lines: str, header: str = HEADER) -> Meeting:
    """The meeting that `lines` tell, under an item unless they begin with one."""
    opening = () if lines[0].startswith("#") else ("# 6. Update",)
    return read_notation("\n".join((header, *opening, *lines))).meeting


def findings(rule: str, meeting: Meeting) -> list[Finding]:
    return [finding for finding in check(meeting) if finding.rule == rule]


def with_item(meeting: Meeting, place: int = 0, **changes: object) -> Meeting:
    items = list(meeting.items)
    items[place] = replace(items[place], **changes)
    return replace(meeting, items=tuple(items))


def with_facts(meeting: Meeting, place: int, facts: Facts) -> Meeting:
    item: AgendaItem = meeting.items[0]
    entries = list(item.entries)
    entries[place] = replace(entries[place], facts=facts)
    return with_item(meeting, entries=tuple(entries))
