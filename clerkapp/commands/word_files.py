"""`import` of a Word file that was exported here and edited by hand: shown, and taken in."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from clerkapp.archive.archive import Archive
from clerkapp.commands.telling import DONE, NOTHING, counted, warn
from clerkapp.editing.comparison import compared
from clerkapp.errors import NoSuchMeeting, WordFileError
from clerkapp.intake.differences import Comparison, Difference, Side, What
from clerkapp.intake.taking import accepted_by, taken
from clerkapp.intake.three_ways import compared_three_ways
from clerkapp.intake.word_file import WordFile, read_word_file
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.wording.house_style import own_styles_folder


def take_word_file(archive: Archive, path: Path, options: Namespace) -> int:
    """Shows how the file differs from the record, and takes in what is accepted."""
    file = read_word_file(path)
    now = meeting_of(file, archive, path)
    found = compared_three_ways(file, now, new_id, own_styles_folder(archive.path))
    for line in _told(path.name, found, now):
        print(line)
    if options.accept:
        accepted = accepted_by(options.accept, found.differences)
    elif found.takeable and sys.stdin.isatty():
        accepted = tuple(_asked(found))
    else:
        accepted = ()
    if accepted:
        archive.add(taken(now, accepted))
        print(f"{counted(len(accepted), 'change', 'changes')} taken into the record")
    left = [each for each in found.differences if _is_left(each, accepted)]
    if left:
        warn(f"{counted(len(left), 'difference', 'differences')} of {path.name} left as they are")
    return NOTHING if left else DONE


def meeting_of(file: WordFile, archive: Archive, path: Path) -> Meeting:
    """The meeting of the archive that the file was made of; WordFileError where it has none."""
    heading = file.record.meeting.heading
    try:
        return archive.read(file.record.meeting.id)
    except NoSuchMeeting:
        date = f" of {heading.date.isoformat()}" if heading.date else ""
        raise WordFileError(
            f"{path.name}: the meeting that it prints, {heading.committee or 'a meeting'}{date}, "
            "is not in this archive: it was exported from another, or from a file"
        ) from None


def _is_left(one: Difference, accepted: Iterable[Difference]) -> bool:
    """Whether Word has something that the record now lacks."""
    return one.side in (Side.WORD, Side.CONFLICT) and one not in accepted


def _told(name: str, found: Comparison, meeting: Meeting) -> Iterator[str]:
    numbers = dict(zip((item.id for item in meeting.items), item_numbers(meeting), strict=True))
    yield f"{name}: {counted(found.unchanged, 'entry is', 'entries are')} as exported"
    for remark in found.remarks:
        yield f"  {remark}"
    for number, each in enumerate(found.differences, start=1):
        item = numbers.get(each.item_id, "")
        where = f"item {item}: " if item else ""
        yield f"{number}. {where}{each.heading}"
        yield from _wordings(each)


def _wordings(one: Difference) -> Iterator[str]:
    """The three wordings; Word's and the archive's word by word against the exported one."""
    if one.what is What.MOVED:
        yield f"   word:     {_on_one_line(one.word)}"
    else:
        yield f"   exported: {_on_one_line(one.exported) or '–'}"
        yield f"   word:     {_against(one.exported, one.word)}"
        if one.what is not What.BESIDE or one.here:
            yield f"   archive:  {_against(one.exported, one.here)}"
    if one.why_not:
        yield f"   cannot be taken: {one.why_not}"


def _against(exported: str, now: str) -> str:
    if not exported or not now or exported == now:
        return _on_one_line(now) or "–"
    marks = {"both": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    pieces = (marks[piece.side].format(piece.words) for piece in compared(exported, now))
    return _on_one_line("".join(pieces))


def _on_one_line(words: str) -> str:
    return " / ".join(words.split("\n"))


def _asked(found: Comparison) -> Iterator[Difference]:
    for number, each in enumerate(found.differences, start=1):
        if each.can_take:
            try:
                answer = input(f"take {number} ({each.heading}) into the record? [y/N] ")
            except EOFError:
                return
            if answer.strip().casefold() in ("y", "yes"):
                yield each
