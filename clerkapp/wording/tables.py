"""The tables of the minutes: who was there, who declared what, and who is to do what."""

from collections.abc import Iterable, Sequence

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.attendance_return import Mark, MemberYear, attendance_return
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.passings import Passing
from clerkapp.meeting.people import Attendance, Standing
from clerkapp.wording.kinds import without_label
from clerkapp.wording.minutes import PeopleList, Table
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.style_words import ActionWords, AttendanceWords
from clerkapp.wording.who_was_there import WhoWasThere

_AWAY = (Standing.ABSENT, Standing.APOLOGIES, Standing.EXPECTED)


def attendance_table(
    meeting: Meeting, words: AttendanceWords, sentences: Sentences, who: WhoWasThere
) -> Table | None:
    """Everybody on the list, a row each; None where the list is empty."""
    if not meeting.attendance:
        return None
    notes: dict[str, list[str]] = {}
    for passing in who.passings:
        note = _passing(passing, words, sentences, who.numbers[passing.item_id])
        told = notes.setdefault(passing.person_id, [])
        if note and note not in told:
            told.append(note)

    def row(line: Attendance) -> tuple[str, ...]:
        place, came = line.in_place_of, line.person.id in who.ids
        told = [words.in_place_of.format(person=sentences.listed(place))] if place else []
        told += [words.remotely] if line.remote and came else []
        told += [line.reason] if line.reason and who.reasons and not came else []
        told += notes.get(line.person.id, [])
        return (
            sentences.in_full(line.person),
            sentences.post(line.person.post) or role_words(line.standing, words),
            words.present if came and line.standing in _AWAY else _standing(line.standing, words),
            "; ".join(told) or "–",
        )

    headings = (words.name, words.role, words.attendance, words.note)
    return Table(words.title, words.summary, headings, tuple(map(row, meeting.attendance)))


def attendance_letters(
    meeting: Meeting, words: AttendanceWords, sentences: Sentences, who: WhoWasThere
) -> Table | None:
    """Everybody on the list with a letter for whether they were there; None of an empty list."""
    if not meeting.attendance:
        return None
    day = meeting.heading.date
    headings = (words.name, words.role, sentences.date(day) if day else words.attendance)
    rows = tuple(
        (
            sentences.in_full(line.person),
            sentences.post(line.person.post) or role_words(line.standing, words),
            words.letter_present if line.person.id in who.ids and line.standing in _AWAY
            else _letter(line.standing, words),
        )
        for line in meeting.attendance
    )  # fmt: skip
    return Table(words.title, words.summary, headings, rows, words.letters)


_MOST_MEETINGS = 7  # columns of dates that fit on an upright page


def attendance_of_the_year(
    meeting: Meeting,
    earlier: Sequence[Meeting],
    words: AttendanceWords,
    sentences: Sentences,
) -> Table | None:
    """Everybody on the list with a letter for this meeting and for each of the year before it.

    A member of earlier in the year has a row too; None of an empty list. Where there are more
    meetings than a page is wide for, the latest are there.
    """
    if not meeting.attendance:
        return None
    year, shown = attendance_return((*earlier, meeting)), slice(-_MOST_MEETINGS, None)
    days = [each.heading.date for each in year.meetings[shown]]  # the last is that of this meeting
    dates = tuple(sentences.date(day) if day else words.attendance for day in days)
    letters: dict[Mark | None, str] = {
        Mark.PRESENT: words.letter_present,
        Mark.REMOTE: words.letter_remote,
        Mark.SUBSTITUTE: words.letter_substitute,
        Mark.PART: words.letter_part,
        Mark.APOLOGIES: words.letter_apologies,
        Mark.ABSENT: words.letter_absent,
    }
    members = {who: member for member in year.members for who in member.ids}

    def told(member: MemberYear) -> tuple[str, ...]:
        return tuple(letters.get(mark, words.letter_expected) for mark in member.marks[shown])

    def row(line: Attendance) -> tuple[str, ...]:
        role = sentences.post(line.person.post) or role_words(line.standing, words)
        member = members.get(line.person.id)
        before = (words.letter_expected,) * (len(days) - 1)  # an officer is asked about today alone
        said = told(member) if member else (*before, _letter(line.standing, words))
        return (sentences.in_full(line.person), role, *said)

    here = {line.person.id for line in meeting.attendance}
    gone = [each for each in year.members if not each.ids & here and any(each.marks[shown])]
    rows = tuple(map(row, meeting.attendance)) + tuple(
        (sentences.full_name(each.name), words.member, *told(each)) for each in gone
    )
    headings = (words.name, words.role, *dates)
    return Table(words.title, words.summary_of_the_year, headings, rows, words.letters)


def _letter(standing: Standing, words: AttendanceWords) -> str:
    return {
        Standing.APOLOGIES: words.letter_apologies,
        Standing.ABSENT: words.letter_absent,
        Standing.SUBSTITUTE: words.letter_substitute,
        Standing.EXPECTED: words.letter_expected,
    }.get(standing, words.letter_present)


def heading_table(
    meeting: Meeting,
    words: AttendanceWords,
    sentences: Sentences,
    details: Sequence[tuple[str, str]],
    lists: Sequence[PeopleList],
) -> Table | None:
    """The table at the head of the minutes: the date, the place, and who was there."""
    heading = meeting.heading
    rows = [(words.date, sentences.date(heading.date))] if heading.date else []
    rows += details
    rows += [(listed.title, "\n".join(listed.people)) for listed in lists]
    if not rows:
        return None
    return Table(words.title, words.summary, (words.heading, words.heading_words), tuple(rows))


def _passing(passing: Passing, words: AttendanceWords, sentences: Sentences, number: str) -> str:
    """What the table says of a coming or going; "" of a return after an item."""
    if passing.for_interest and number:
        return "" if passing.joined else words.out_for.format(number=number)
    form = words.arrived if passing.joined else words.left
    what = form.format(time=sentences.time(passing.time) if passing.time else "").rstrip()
    return words.during.format(what=what, number=number) if number else what


def role_words(standing: Standing, words: AttendanceWords) -> str:
    """What stands in the column of roles where somebody has no post."""
    match standing:
        case Standing.IN_ATTENDANCE:
            return words.officer
        case Standing.GUEST:
            return words.guest
        case Standing.SUBSTITUTE:
            return words.substitute
        case _:
            return words.member


def _standing(standing: Standing, words: AttendanceWords) -> str:
    match standing:
        case Standing.PRESENT | Standing.SUBSTITUTE:
            return words.present
        case Standing.APOLOGIES:
            return words.apologies
        case Standing.ABSENT:
            return words.absent
        case Standing.IN_ATTENDANCE | Standing.GUEST:
            return words.in_attendance
        case Standing.EXPECTED:
            return words.expected


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def interest_table(entries: Iterable[Entry], sentences: Sentences) -> Table:
    """The declarations of interest of those entries, a row each; what else was said stands by."""
    words = sentences.style.interests
    rows: list[tuple[str, ...]] = []
    for entry in entries:
        declaration = facts_of(entry, Declaration) or Declaration()
        name, item, interest, conduct = sentences.declaration_cells(declaration)
        said = without_label(entry.kind, entry.text.strip()).strip()
        rows.append((name, item, "\n".join(filter(None, (interest, said))), conduct))
    headings = (words.name, words.item, words.interest, words.conduct)
    return Table(words.title, words.summary, headings, tuple(rows))


def action_table(
    meeting: Meeting, words: ActionWords, sentences: Sentences, numbers: tuple[str, ...]
) -> Table | None:
    """Every action point, a row each; None where there is none."""
    rows: list[tuple[str, ...]] = []
    for item, number in zip(meeting.items, numbers, strict=True):
        for entry in item.entries:
            if entry.kind is not EntryKind.ACTION_POINT:
                continue
            action = facts_of(entry, ActionPoint)
            text = without_label(entry.kind, entry.text.strip()).strip()
            if text or action:
                owner = sentences.listed(action.owner) if action else ""
                rows.append(
                    (
                        number or "–",
                        _capital(text),
                        owner or "–",
                        _capital(sentences.due(action)) or "–",
                    )
                )
    if not rows:
        return None
    headings = (words.item, words.action, words.owner, words.due)
    return Table(words.title, words.summary, headings, tuple(rows))
