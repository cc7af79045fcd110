"""The committees that the archive holds, and the last meeting of each."""

import datetime as dt

from clerkapp.archive.archive import ArchiveReader
from clerkapp.archive.rows import read_committee
from clerkapp.errors import ClerkappError, NoSuchCommittee
from clerkapp.meeting.committees import Committee, Powers
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import folded


def committees_in(archive: ArchiveReader) -> tuple[Committee, ...]:
    """Every committee, by organisation and name."""
    rows = archive.rows("SELECT * FROM committee WHERE NOT deleted ORDER BY organisation, name, id")
    return tuple(map(read_committee, rows))


def committee_named(archive: ArchiveReader, words: str) -> Committee:
    """The committee with that id, that name, or a name in which each of `words` begins a word.

    NoSuchCommittee where that is none or several.
    """
    everyone = committees_in(archive)
    wanted = folded(words).split()

    def begun(each: Committee) -> bool:
        names = folded(f"{each.name} {each.organisation}").split()
        return all(any(name.startswith(word) for name in names) for word in wanted)

    for fits in (
        [each for each in everyone if words and each.id == words],
        [each for each in everyone if wanted and folded(each.name) == folded(words)],
        [each for each in everyone if wanted and begun(each)],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            names = "; ".join(f"{each.name}, {each.organisation}" for each in fits)
            raise NoSuchCommittee(f"“{words}” may be any of {names}")
    raise NoSuchCommittee(f"there is no committee “{words}”; see clerkapp committees")


def last_meeting(
    archive: ArchiveReader, committee: Committee, before: dt.date | None
) -> Meeting | None:
    """The last meeting of `committee` before that day, or of all; None where there is none.

    A meeting from before there was the committee is known by the two names.
    """
    rows = archive.rows(
        "SELECT id FROM meeting WHERE NOT deleted AND NOT is_sample AND date IS NOT NULL"
        " AND (committee_id = ? OR (committee_id = '' AND committee = ? AND council = ?))"
        " AND (? IS NULL OR date < ?) ORDER BY date DESC, start DESC, id DESC LIMIT 1",
        [committee.id, committee.name, committee.organisation,
         before and before.isoformat(), before and before.isoformat()],
    )  # fmt: skip
    found = next(rows, None)
    return archive.read(str(found["id"])) if found else None


def powers_over(archive: ArchiveReader, meeting: Meeting) -> Powers | None:
    """What the decisions of the committee are whose meeting this is; None where none is known."""
    if not meeting.heading.committee_id:
        return None
    rows = archive.rows(
        "SELECT * FROM committee WHERE id = ? AND NOT deleted", [meeting.heading.committee_id]
    )
    try:
        return next((read_committee(row).powers for row in rows), None)
    except ClerkappError:  # what only a later release knows of a committee; the check goes without
        return None
