"""Which paragraph that Word has now is which of those that were exported.

A bookmark says so. Where one was lost (a paragraph typed anew, or written by a program that keeps
none), the same or like words in the same place do.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.notation.printed_record import PrintedLine
from clerkapp.notation.word_paragraphs import WordParagraph, evened

_LIKE = 0.5
"""From which share of the same words on two paragraphs are one, changed."""


class Held(Struct, frozen=True):
    """A paragraph as Word has it now, and the exported one that it is; None where it is new."""

    text: str
    line: PrintedLine | None
    style: str = ""


def matched(lines: Sequence[PrintedLine], paragraphs: Iterable[WordParagraph]) -> tuple[Held, ...]:
    """The paragraphs that are not in tables, each with what it was; those without words are left.

    Two paragraphs that were made one in Word are told apart by their bookmarks.
    """
    known = {line.bookmark: line for line in lines if line.bookmark}
    held = list(_by_bookmark(known, paragraphs))
    held = _by_words(known, held)
    held = _by_place(tuple(known.values()), held)
    return tuple(_nearest(held))


def _by_bookmark(
    known: dict[str, PrintedLine], paragraphs: Iterable[WordParagraph]
) -> Iterator[Held]:
    seen: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.in_table:
            continue
        marks: list[tuple[str, int]] = []
        for name, at in paragraph.bookmarks:
            if name in known and name not in seen:
                seen.add(name)
                marks.append((name, at))
        starts = [0, *(at for _, at in marks[1:]), len(paragraph.text)]
        names = [name for name, _ in marks] or [""]
        for name, start, end in zip(names, starts, starts[1:], strict=False):
            if text := evened(paragraph.text[start:end]):
                yield Held(text, known.get(name), paragraph.style)


def _by_words(known: dict[str, PrintedLine], held: list[Held]) -> list[Held]:
    """Paragraphs that lost their bookmark and still have the very words."""
    there = {each.line.bookmark for each in held if each.line}
    missing: dict[str, list[PrintedLine]] = {}
    for line in known.values():
        if line.bookmark not in there and line.text:
            missing.setdefault(line.text, []).append(line)
    found: list[Held] = []
    for each in held:
        lost = missing.get(each.text) if each.line is None else None
        found.append(replace(each, line=lost.pop(0)) if lost else each)
    return found


def _by_place(lines: Sequence[PrintedLine], held: list[Held]) -> list[Held]:
    """Paragraphs that lost their bookmark, with like words between the same neighbours."""
    there = {each.line.bookmark for each in held if each.line}
    following: dict[str, list[PrintedLine]] = {}
    last = ""
    for line in lines:
        if line.bookmark in there:
            last = line.bookmark
        elif line.text:
            following.setdefault(last, []).append(line)
    found = list(held)
    last = ""
    for place, each in enumerate(held):
        if each.line:
            last = each.line.bookmark
            continue
        lost = following.get(last, [])
        likeness = [(_like(each.text, line.text), -n) for n, line in enumerate(lost)]
        best, n = max(likeness, default=(0.0, 0))
        if best >= _LIKE:
            found[place] = replace(each, line=lost[-n])
            del lost[: 1 - n]
    return found


def _nearest(held: Sequence[Held]) -> Iterator[Held]:
    """Of a bookmarked paragraph and the new ones right below it, the likest is the exported one.

    Enter at the beginning of a paragraph leaves its bookmark with what is then typed above.
    """
    place = 0
    while place < len(held):
        end = place + 1
        while end < len(held) and held[end].line is None:
            end += 1
        first, group = held[place], list(held[place:end])
        if first.line and len(group) > 1 and first.text != first.line.text:
            likest = max(
                group, key=lambda each: _like(each.text, first.line.text if first.line else "")
            )
            group = [replace(e, line=first.line if e is likest else None) for e in group]
        yield from group
        place = end


def _like(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _LIKE else 0.0


def order_kept(places: Sequence[int]) -> frozenset[int]:
    """The indices of a longest run of `places` that rises: those that were not moved."""
    ends: list[int] = []  # by length: the index at which the best such run ends
    before: dict[int, int] = {}
    for index, place in enumerate(places):
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            if places[ends[middle]] < place:
                low = middle + 1
            else:
                high = middle
        if low:
            before[index] = ends[low - 1]
        ends[low : low + 1] = [index]
    kept: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.append(at)
        at = before.get(at, -1)
    return frozenset(kept)
