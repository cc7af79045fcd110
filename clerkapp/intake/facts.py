"""The facts of a record that a document prints beside words: read, and put, as words.

Each is one fact in one place of the record: the owner of an action point, the date of the meeting,
how somebody's name is spelt. What cannot be read raises ValueError.
"""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from clerkapp.intake.entry_facts import facts_of_entry
from clerkapp.intake.fact import Fact, date_told, number_of, time_told
from clerkapp.meeting import edits
from clerkapp.meeting.meeting import AgendaItem, Heading, Meeting, entries_of, item_of
from clerkapp.meeting.people import Attendance, Standing
from clerkapp.notation.dates import read_date, read_time
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.style_words import AttendanceWords
from clerkapp.wording.tables import role_words


def facts_printed(meeting: Meeting, style: HouseStyle) -> tuple[Fact, ...]:
    """Every fact of `meeting` that a document in that style may print."""
    return (
        *_of_heading(style),
        *(fact for line in meeting.attendance for fact in _of_person(line, style)),
        *(fact for item in meeting.items for fact in _of_item(item)),
        *(fact for _, entry in entries_of(meeting) for fact in facts_of_entry(entry, style)),
    )


# The meeting itself


def _of_heading(style: HouseStyle) -> Iterator[Fact]:
    times, dates = style.layout.times, style.layout.dates

    def fact(
        name: str, read: Callable[[Heading], str], put: Callable[[Heading, str], Heading]
    ) -> Fact:
        return Fact(
            "",
            name,
            lambda meeting: read(meeting.heading),
            lambda meeting, words: edits.set_heading(meeting, put(meeting.heading, words)),
        )

    yield fact("name of the council", lambda h: h.council, lambda h, w: replace(h, council=w))
    yield fact("name of the committee", lambda h: h.committee, lambda h, w: replace(h, committee=w))
    yield fact("place", lambda h: h.place, lambda h, w: replace(h, place=w))
    yield fact(
        "date", lambda h: date_told(h.date, dates), lambda h, w: replace(h, date=read_date(w))
    )
    yield fact(
        "time when it began",
        lambda h: time_told(h.start, times),
        lambda h, w: replace(h, start=read_time(w)),
    )
    yield fact(
        "time when it ended",
        lambda h: time_told(h.end, times),
        lambda h, w: replace(h, end=read_time(w)),
    )
    yield fact(
        "date of the next meeting",
        lambda h: date_told(h.next_day, dates),
        lambda h, w: _with_next(h, date=read_date(w)),
    )
    yield fact(
        "time of the next meeting",
        lambda h: time_told(h.next_meeting.start if h.next_meeting else None, times),
        lambda h, w: _with_next(h, start=read_time(w)),
    )
    yield fact(
        "place of the next meeting",
        lambda h: h.next_meeting.place if h.next_meeting else "",
        lambda h, w: _with_next(h, place=w),
    )
    yield fact(
        "number of the first resolution",
        lambda h: "" if h.first_resolution is None else str(h.first_resolution),
        lambda h, w: replace(h, first_resolution=number_of(w)),
    )
    yield fact(
        "number of the public",
        lambda h: "" if h.public is None else str(h.public),
        lambda h, w: replace(h, public=number_of(w)),
    )


def _with_next(heading: Heading, **parts: object) -> Heading:
    """`heading` with those parts of its next meeting others, where it has one."""
    if heading.next_meeting is None:
        raise ValueError("there is no next meeting any more")
    return replace(heading, next_meeting=replace(heading.next_meeting, **parts))


# Who was there


def _of_person(line: Attendance, style: HouseStyle) -> Iterator[Fact]:
    person_id, words = line.person.id, style.attendance

    def fact(
        name: str,
        read: Callable[[Meeting, Attendance], str],
        put: Callable[[Attendance, str], Attendance],
    ) -> Fact:
        def change(meeting: Meeting, words: str) -> Meeting:
            lines = (
                put(each, words) if each.person.id == person_id else each
                for each in meeting.attendance
            )
            return edits.set_attendance(meeting, tuple(lines))

        return Fact(person_id, name, lambda m: read(m, _line(m, person_id)), change)

    yield fact(
        "name", lambda _, a: a.person.name,
        lambda a, w: replace(a, person=replace(a.person, name=_some(w))),
    )  # fmt: skip
    yield fact(
        "post",
        lambda m, a: Sentences(m, style).post(a.person.post) or role_words(a.standing, words),
        lambda a, w: replace(a, person=replace(a.person, post=_post(w, a, words))),
    )  # fmt: skip
    standings = {
        words.present: Standing.PRESENT,
        words.apologies: Standing.APOLOGIES,
        words.absent: Standing.ABSENT,
        words.expected: Standing.EXPECTED,
    }
    told = {standing: word for word, standing in standings.items()}
    if line.standing in told:
        yield fact(
            "attendance", lambda _, a: told.get(a.standing, a.standing.value),
            lambda a, w: replace(a, standing=_one_of(standings, w)),
        )  # fmt: skip


def _line(meeting: Meeting, person_id: str) -> Attendance:
    for line in meeting.attendance:
        if line.person.id == person_id:
            return line
    raise KeyError(person_id)


# Items and entries


def _of_item(item: AgendaItem) -> Iterator[Fact]:
    yield Fact(
        item.id, "name of who presented it", lambda m: item_of(m, item.id).presenter,
        lambda m, words: edits.set_presenter(m, item.id, words),
    )  # fmt: skip
    yield Fact(
        item.id, "summary for the public", lambda m: item_of(m, item.id).summary,
        lambda m, words: edits.set_summary(m, item.id, words),
    )  # fmt: skip


# Words


def _some(words: str) -> str:
    if not words:
        raise ValueError("nobody is without a name")
    return words


def _post(words: str, line: Attendance, told: AttendanceWords) -> str:
    """A post of those words; none where they say of the line what is said without one."""
    return "" if words == role_words(line.standing, told) else words


def _one_of(standings: dict[str, Standing], words: str) -> Standing:
    if words not in standings:
        raise ValueError(f"“{words}” is none of {', '.join(standings)}")
    return standings[words]
