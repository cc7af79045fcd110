"""The meeting as anybody may read it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from clerkapp.meeting.entries import Entry, EntryKind, facts_of, present_facts
from clerkapp.meeting.interests import Declaration, withdrew
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.people import Attendance
from clerkapp.meeting.proceedings import Proceeding, Step


def public_view(meeting: Meeting) -> Meeting:
    """`meeting` without what is exempt (Local Government Act 1972 s.100C(1)).

    An exempt item keeps its number, its title, its mark, the summary that was written for the
    public, and that press and public went out and came back; nothing else of it. An exempt entry
    is gone. Of an interest in an exempt item it is left who declared it and, as everybody saw it,
    that they went out. Gone too are who said what the words do not say (“Members asked”), the
    reasons of absences, the clerk's own findings, and facts that an entry keeps from an earlier
    kind. A public document is made from this view alone, so that there is nothing to strip.
    """
    shut = frozenset(item.id for item in meeting.items if item.exempt)
    return replace(
        meeting,
        attendance=tuple(map(_public_line, meeting.attendance)),
        items=tuple(_public_item(item, shut) for item in meeting.items),
        dismissed=(),
    )


def _public_line(line: Attendance) -> Attendance:
    return replace(line, reason="") if line.reason else line


def _public_item(item: AgendaItem, shut: Collection[str]) -> AgendaItem:
    if item.exempt:
        # made anew of what may be read: a field that is added later stays out
        return AgendaItem(
            id=item.id,
            title=item.title,
            number=item.number,
            exempt=item.exempt,
            entries=tuple(_steps_of_the_public(item)),
            summary=item.summary,
        )
    entries = tuple(_public_entry(entry, shut) for entry in item.entries if not entry.exempt)
    return item if entries == item.entries else replace(item, entries=entries)


def _public_entry(entry: Entry, shut: Collection[str]) -> Entry:
    declaration = facts_of(entry, Declaration)
    if declaration and declaration.item_id in shut:
        conduct = _LEFT if withdrew(declaration) else ""
        told = Declaration(declaration.person, conduct=conduct, item_id=declaration.item_id)
        return Entry(entry.id, entry.kind, time=entry.time, facts=told)
    facts = present_facts(entry)
    if entry.speaker is None and facts is entry.facts:
        return entry
    return replace(entry, speaker=None, facts=facts)


_LEFT = "left the room"
_PARAGRAPH = re.compile(r"\d{1,2}[A-Z]?")


def _steps_of_the_public(item: AgendaItem) -> Iterator[Entry]:
    """That press and public went out and came back, which the resolution said in public."""
    for entry in item.entries:
        step = facts_of(entry, Proceeding)
        if entry.exempt or step is None or not _moves_the_public(step):
            continue
        paragraphs = tuple(each for each in step.paragraphs if _PARAGRAPH.fullmatch(each))
        told = Proceeding(step.step, paragraphs=paragraphs)
        yield Entry(entry.id, EntryKind.PROCEDURE, time=entry.time, facts=told)


def _moves_the_public(proceeding: Proceeding) -> bool:
    return proceeding.step in (Step.PUBLIC_EXCLUDED, Step.PUBLIC_READMITTED)
