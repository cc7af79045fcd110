"""Backups and what one of them would bring back, as lines to read."""

from collections.abc import Iterator
from pathlib import Path

from clerkapp.archive.restoring import Difference, Preview
from clerkapp.archive.rotation import SnapshotName, Why
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.window.look.lines import Line
from clerkapp.wording.times import long_date_words

_WHY = {
    Why.CLOSE: "made when Clerkapp closed",
    Why.DAILY: "made while Clerkapp was open",
    Why.BY_HAND: "made by hand",
}


def backup_line(name: SnapshotName, path: Path) -> Line:
    """One backup: since when it is good, why it was made, and its size."""
    at = name.at.astimezone()
    return Line(f"{long_date_words(at)}, {at:%H:%M}", f"{_WHY[name.why]} · {_megabytes(path)}")


def elsewhere_line(path: Path) -> Line:
    """A file chosen by hand."""
    return Line(path.name, f"{path.parent} · {_megabytes(path)}")


def preview_lines(seen: Preview) -> tuple[Line, ...]:
    """What would come back, go and differ, each meeting with its size, the latest first."""
    back = [each for each in seen.differences if each.now is None]
    gone = [each for each in seen.differences if each.then is None]
    differ = [each for each in seen.differences if each.now and each.then]
    return tuple(
        line
        for lines in (
            _trouble(seen.trouble),
            _group("Comes back", back),
            _group("Goes, as this backup does not have it", gone),
            _group("Is otherwise in the backup", differ),
            _same(seen),
        )
        for line in lines
    )


def _trouble(trouble: str) -> Iterator[Line]:
    if trouble:
        yield Line("The archive as it now is cannot be read, so nothing is compared")


def _group(heading: str, differences: list[Difference]) -> Iterator[Line]:
    if differences:
        yield Line(heading, is_heading=True)
        yield from map(_difference_line, differences)


def _difference_line(difference: Difference) -> Line:
    now, then = difference.now, difference.then
    meeting = then or now
    sizes = " → ".join(_size(each) for each in (now, then) if each)
    heading = meeting.heading if meeting else None
    if heading is None:
        return Line("No meeting")
    date = long_date_words(heading.date) if heading.date else "no date"
    return Line(heading.committee or heading.council or "No committee", f"{date} · {sizes}")


def _same(seen: Preview) -> Iterator[Line]:
    if seen.differences or seen.trouble:
        if seen.same:
            yield Line("Stays as it is", is_heading=True)
            yield Line(_counted(seen.same, "meeting", "meetings"))
    else:
        meetings = _counted(seen.same, "meeting", "meetings")
        yield Line(f"Nothing would change: {meetings}, the same in both", is_faint=True)


def _size(meeting: Meeting) -> str:
    return _counted(sum(1 for _ in entries_of(meeting)), "entry", "entries")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _megabytes(path: Path) -> str:
    try:
        size = path.stat().st_size
    except OSError:
        return "not there"
    return f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size / 1e3:.0f} kB"
