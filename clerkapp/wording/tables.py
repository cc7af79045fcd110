"""The two tables of the minutes: who was there, and who is to do what."""

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import Attendance, Mention, Standing
from clerkapp.meeting.presence import passings
from clerkapp.wording.house_style import ActionWords, AttendanceWords
from clerkapp.wording.kinds import without_label
from clerkapp.wording.minutes import Table
from clerkapp.wording.sentences import Sentences


def attendance_table(
    meeting: Meeting, words: AttendanceWords, sentences: Sentences, numbers: tuple[str, ...]
) -> Table | None:
    """Everybody on the list, a row each; None where the list is empty."""
    if not meeting.attendance:
        return None
    number_of = dict(zip((item.id for item in meeting.items), numbers, strict=True))
    notes: dict[str, list[str]] = {}
    came: set[str] = set()
    for passing in passings(meeting):
        if passing.joined:
            came.add(passing.person_id)
        form = words.arrived if passing.joined else words.left
        what = form.format(time=sentences.time(passing.time) if passing.time else "").rstrip()
        number = number_of[passing.item.id]
        note = words.during.format(what=what, number=number) if number else what
        notes.setdefault(passing.person_id, []).append(note)

    def is_late(line: Attendance) -> bool:
        away = line.standing in (Standing.ABSENT, Standing.APOLOGIES)
        return away and line.person.id in came

    def row(line: Attendance) -> tuple[str, ...]:
        place = line.in_place_of
        told = [words.in_place_of.format(person=sentences.listed(place))] if place else []
        told += notes.get(line.person.id, [])
        return (
            sentences.listed(Mention(person_id=line.person.id)),
            line.person.post or _role(line.standing, words),
            words.present if is_late(line) else _standing(line.standing, words),
            "; ".join(told) or "–",
        )

    headings = (words.name, words.role, words.attendance, words.note)
    return Table(words.title, words.summary, headings, tuple(map(row, meeting.attendance)))


def _role(standing: Standing, words: AttendanceWords) -> str:
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
