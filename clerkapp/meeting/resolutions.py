"""The running numbers of resolutions, which many councils count over the year or for ever."""

from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.meeting.proceedings import Proceeding, Step


def resolution_numbers(meeting: Meeting) -> dict[str, int]:
    """The number of each resolution by the id of its entry; none where the meeting has no first.

    They are counted in the order of the record from `Heading.first_resolution`.
    """
    first = meeting.heading.first_resolution
    if first is None:
        return {}
    counted = (entry for _, entry in entries_of(meeting) if is_counted(entry))
    return {entry.id: number for number, entry in enumerate(counted, first)}


def is_counted(entry: Entry) -> bool:
    """Whether `entry` has a number: a decision in words, or that press and public are excluded.

    One that the public may not read is counted too, so that the others have the same number in
    every copy; in the public view it stands without its words.
    """
    if entry.kind is EntryKind.PROCEDURE:
        step = facts_of(entry, Proceeding)
        return step is not None and step.step is Step.PUBLIC_EXCLUDED
    is_told = bool(entry.text.strip()) or entry.exempt is not None
    return entry.kind is EntryKind.RESOLUTION and is_told


def next_resolution(meeting: Meeting) -> int | None:
    """The number that the first resolution of the meeting after has; None where none is counted."""
    first = meeting.heading.first_resolution
    return None if first is None else first + len(resolution_numbers(meeting))
