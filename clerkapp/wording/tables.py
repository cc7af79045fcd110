"""The two tables of the minutes: who was there, and who is to do what."""

from collections.abc import Sequence

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.passings import Passing
from clerkapp.meeting.people import Attendance, Standing
from clerkapp.wording.kinds import without_label
from clerkapp.wording.minutes import PeopleList, Table
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.style_words import ActionWords, AttendanceWords
from clerkapp.wording.times import date_words
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
    headings = (words.name, words.role, date_words(day) if day else words.attendance)
    rows = tuple(
        (
            sentences.in_full(line.person),
            sentences.post(line.person.post) or role_words(line.standing, words),
            words.letter_present if line.person.id in who.ids and line.standing in _AWAY
            else _letter(line.standing, words),
        )
        for line in meeting.attendance
    )  # fmt: skip
    return Table(f"{words.title} ({words.letters})", words.summary, headings, rows)


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
    details: Sequence[tuple[str, str]],
    lists: Sequence[PeopleList],
) -> Table | None:
    """The table at the head of the minutes: the date, the place, and who was there."""
    heading = meeting.heading
    rows = [(words.date, date_words(heading.date))] if heading.date else []
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


def action_table(
    meeting: Meeting, words: ActionWords, sentences: Sentences, numbers: tuple[str, ...]
) -> Table | None:
    """Every action point, a row each; None where there is none."""
    rows: list[tuple[str, ...]] = []
    for item, number in zip(meeting.items, numbers, strict=True):
        for entry in item.entries:
            action = facts_of(entry, ActionPoint)
            text = without_label(entry.kind, entry.text.strip()).strip()
            if entry.kind is EntryKind.ACTION_POINT and (text or action):
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
