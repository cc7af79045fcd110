"""Who is in the room at the entry in hand, as lines."""

from collections.abc import Iterator

from clerkapp.meeting.meeting import Meeting, name_of
from clerkapp.meeting.people import Attendance, Standing
from clerkapp.meeting.presence import (
    Moment,
    QuorumState,
    head_count,
    members,
    quorum_state,
)
from clerkapp.window.look.lines import Line
from clerkapp.window.room.keyed_lines import Rows

_QUORUM = {
    QuorumState.UNKNOWN: "",
    QuorumState.MET: " ✓",
    QuorumState.BARE: " ✓ just met",
    QuorumState.LOST: " NOT MET",
}


def count_words(meeting: Meeting, moment: Moment) -> str:
    """“7 of 9 in the room; quorum 4”."""
    return f"{head_count(meeting, moment)} {_of_them(meeting, moment)}"


def _of_them(meeting: Meeting, moment: Moment) -> str:
    seats = sum(line.standing is not Standing.SUBSTITUTE for line in members(meeting.attendance))
    quorum = meeting.heading.quorum
    said = f"; quorum {quorum}{_QUORUM[quorum_state(meeting, moment)]}" if quorum else ""
    return f"of {seats} in the room{said}"


def status_words(meeting: Meeting, moment: Moment) -> str:
    """The same for the status line, with whatever is out of the ordinary."""
    if not meeting.attendance:
        return ""
    is_lost = quorum_state(meeting, moment) is QuorumState.LOST
    parts = [f"{head_count(meeting, moment)} in the room"]
    parts += [f"quorum of {meeting.heading.quorum} lost"] if is_lost else []
    parts += ["closed" if moment.closed else "adjourned"] if moment.adjourned else []
    parts += ["press and public excluded"] if moment.public_excluded else []
    return " · ".join(parts)


def alarm_words(meeting: Meeting, moment: Moment) -> str:
    """That there is no quorum, in a sentence; "" where there is, and while nobody sits."""
    if moment.adjourned or quorum_state(meeting, moment) is not QuorumState.LOST:
        return ""
    count = head_count(meeting, moment)
    are = "is" if count == 1 else "are"
    return (
        f"The quorum is lost: {count} {are} in the room and {meeting.heading.quorum} are needed."
        " No business can be done until somebody comes."
    )


def room_rows(meeting: Meeting, moment: Moment) -> Rows:
    """The head-count with the quorum, then members, officers and guests, those away in faint."""
    if not meeting.attendance:
        about = "Meeting > Details… (Ctrl+I) names those present."
        return ((Line("Nobody is on the lists yet.", below=about, is_faint=True), ""),)
    return tuple(_rows(meeting, moment))


def _rows(meeting: Meeting, moment: Moment) -> Iterator[tuple[Line, str]]:
    count = str(head_count(meeting, moment))
    yield Line(_of_them(meeting, moment), count=count), ""
    lines = meeting.attendance
    for heading, group in (
        ("Members", members(lines)),
        ("Officers", tuple(a for a in lines if a.standing is Standing.IN_ATTENDANCE)),
        ("Guests", tuple(a for a in lines if a.standing is Standing.GUEST)),
    ):
        if group:
            yield Line(heading, is_heading=True), ""
        for line in group:
            yield person_line(meeting, moment, line), line.person.id
    public = meeting.heading.public
    if public is not None or moment.public_excluded:
        said = "excluded" if moment.public_excluded else str(public)
        yield Line("Public", is_heading=True), ""
        yield (
            Line("Press and public" if moment.public_excluded else "In the gallery", aside=said),
            "",
        )


def person_line(meeting: Meeting, moment: Moment, line: Attendance) -> Line:
    """One person, and how they stand to the room at that moment in words and colour."""
    state = state_words(moment, line)
    is_out = line.person.id not in moment.here
    below = [f"for {name_of(meeting, line.in_place_of)}"] if line.in_place_of else []
    below += ["in the chair"] if moment.chair == line.person.id else []
    below += ["no vote"] if not line.has_vote else []
    if state in ("in the room", "remote") or is_out:
        post = line.person.post or line.person.code
        below += [post] if post else []
    return Line(
        line.person.name,
        below=" · ".join(below),
        aside="" if state == "in the room" else state,
        dot="doubtful" if state in ("withdrawn", "expected") else "good",
        is_faint=is_out and state not in ("withdrawn", "expected"),
    )


def state_words(moment: Moment, line: Attendance) -> str:
    """“in the room”, “remote”, “withdrawn”, “expected”, “apologies”, “absent” or “gone”."""
    who = line.person.id
    if who in moment.here:
        return "remote" if line.remote else "in the room"
    if who in moment.withdrawn:
        return "withdrawn"
    if who in moment.unheard:
        return "expected"
    away = line.standing in (Standing.APOLOGIES, Standing.ABSENT)
    return line.standing.value if away else "gone"
