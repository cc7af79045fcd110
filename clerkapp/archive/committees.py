"""The committees that the archive holds, and the last meeting of each."""

import datetime as dt

from clerkapp.archive.archive import ArchiveReader
from clerkapp.archive.rows import read_committee
from clerkapp.checking.record import NO_NUMBERS, LastNumbers
from clerkapp.errors import ClerkappError, NoSuchCommittee
from clerkapp.meeting.committees import Committee, Numbering, Powers
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.people import folded
from clerkapp.meeting.resolutions import next_resolution


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
    return _last(archive, (committee.id, committee.name, committee.organisation), before)


def numbers_before(archive: ArchiveReader, meeting: Meeting) -> LastNumbers:
    """The numbers of the meeting before `meeting`: of its items in their order, of its resolutions.

    None where it is the first of its committee, or has no date or no committee; none of items
    where each of the committee's meetings begins with 1.
    """
    heading = meeting.heading
    if not (heading.committee and heading.date) or meeting.is_sample:
        return NO_NUMBERS
    names = (heading.committee, heading.council)
    last = _last(archive, (heading.committee_id, *names), heading.date)
    if last is None:
        return NO_NUMBERS
    begins_anew = any(
        committee.numbering is Numbering.AGENDA
        for committee in committees_in(archive)
        if heading.committee_id == committee.id
        or (not heading.committee_id and names == (committee.name, committee.organisation))
    )
    items = () if begins_anew else tuple(filter(None, item_numbers(last)))
    return LastNumbers(items, next_resolution(last))


def earlier_in_the_year(archive: ArchiveReader, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings of the committee before `meeting` in the same year of its council, in order.

    The year begins in the month that is kept with the committee, else in May. None where the
    meeting has no date or no committee.
    """
    heading = meeting.heading
    if not (heading.committee and heading.date) or meeting.is_sample:
        return ()
    months = (c.year_begins for c in committees_in(archive) if c.id == heading.committee_id)
    month = next(months, Committee("").year_begins)
    year = heading.date.year - (heading.date.month < month)
    rows = archive.rows(
        f"SELECT id FROM meeting WHERE {_ITS} AND date >= ? AND date < ? AND id <> ?"  # noqa: S608
        " ORDER BY date, start, id",
        [heading.committee_id, heading.committee, heading.council,
         dt.date(year, month, 1).isoformat(), heading.date.isoformat(), meeting.id],
    )  # fmt: skip
    return tuple(archive.read(str(row["id"])) for row in list(rows))


_ITS = (
    "NOT deleted AND NOT is_sample AND date IS NOT NULL AND ((committee_id = ? AND committee_id"
    " <> '') OR (committee_id = '' AND committee = ? AND council = ?))"
)


def _last(
    archive: ArchiveReader, committee: tuple[str, str, str], before: dt.date | None
) -> Meeting | None:
    """The last meeting of the committee with that id, or failing it those names."""
    committee_id, name, organisation = committee
    rows = archive.rows(
        f"SELECT id FROM meeting WHERE {_ITS}"  # noqa: S608
        " AND (? IS NULL OR date < ?) ORDER BY date DESC, start DESC, id DESC LIMIT 1",
        [committee_id, name, organisation,
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
