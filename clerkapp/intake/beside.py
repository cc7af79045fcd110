"""What Word changed beside the paragraphs of entries: the head, the lists, the tables, the close.

Each line and each cell is held against the facts that it may print; what one fact accounts for,
printed again, can be taken.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from clerkapp.intake.fact import Fact, words_of
from clerkapp.intake.matching import Held
from clerkapp.intake.printing import Piece, Printed, Printer
from clerkapp.intake.solving import Found, Wanted, found_by_printing
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.notation.printed_record import PrintedLine
from clerkapp.notation.word_paragraphs import WordParagraph, evened


class LineChange(Struct, frozen=True):
    """A line or a cell that reads otherwise in Word; `line` is its place among the exported."""

    line: int
    exported: str
    word: str


class Beside(Struct, frozen=True):
    """What was found of the changed lines."""

    meeting: Meeting  # as it was exported, with the facts that were found
    found: Mapping[int, tuple[Found, ...]]  # by the place of the line


def lines_changed(lines: Sequence[PrintedLine], held: Iterable[Held]) -> Iterator[LineChange]:
    """The lines outside tables that are there and read otherwise."""
    places = {line.bookmark: n for n, line in enumerate(lines) if line.bookmark}
    for each in held:
        if each.line and each.line.part in ("", "item") and each.text != each.line.text:
            yield LineChange(places[each.line.bookmark], each.line.text, each.text)


class CellsChanged(Struct, frozen=True):
    """Cells of tables that differ: one by one, and in runs where rows were put in or taken out."""

    cells: tuple[LineChange, ...]
    runs: tuple[tuple[str, str], ...]  # exported, in Word


def cells_changed(
    lines: Sequence[PrintedLine], paragraphs: Iterable[WordParagraph]
) -> CellsChanged:
    """How the cells of the tables differ."""
    places = [n for n, line in enumerate(lines) if line.part == "cell" and line.text]
    was = [lines[n].text for n in places]
    now = [text for each in paragraphs if each.in_table and (text := evened(each.text))]
    cells: list[LineChange] = []
    runs: list[tuple[str, str]] = []
    for kind, i, j, k, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind == "replace" and j - i == m - k:
            cells += map(LineChange, places[i:j], was[i:j], now[k:m])
        elif kind != "equal":
            runs.append((" | ".join(was[i:j]), " | ".join(now[k:m])))
    return CellsChanged(tuple(cells), tuple(runs))


def found_beside(
    meeting: Meeting,
    lines: Sequence[PrintedLine],
    changes: Sequence[LineChange],
    facts: Sequence[Fact],
    printer: Printer | None,
) -> Beside:
    """The facts of `meeting`, as exported, that account for the changed lines."""
    if printer is None or not changes:
        return Beside(meeting, {})
    entries = {entry.id for _, entry in entries_of(meeting)}
    pieces = printer.printed(meeting).beside
    places = _pieces_of(lines, pieces)
    # who was there comes first: their names are printed elsewhere too
    known = sorted(
        (each for each in changes if each.line in places),
        key=lambda each: "" not in pieces[places[each.line]].of,
    )
    found: dict[int, tuple[Found, ...]] = {}
    for each in known:
        at = places[each.line]
        of = pieces[at].of
        words = [words_of(one) for one in of if one in entries]
        candidates = ((fact,) for fact in (*words, *facts) if fact.of in of)
        wanted = Wanted((each.word,), _Place(at, len(pieces)), _reads)
        told = found_by_printing(printer, meeting, wanted, candidates)
        if told:
            found[each.line] = told
            for one in told:
                if one.fact not in words:  # an entry is held against its own paragraph too
                    meeting = one.fact.put(meeting, one.words)
    return Beside(meeting, found)


def lines_explained(
    was: Meeting,
    now: Meeting,
    lines: Sequence[PrintedLine],
    changes: Sequence[LineChange],
    printer: Printer | None,
) -> frozenset[int]:
    """The changed lines that read as in Word where the record is `now`, and not as exported.

    A fact that was changed elsewhere may be printed in them too.
    """
    if printer is None or not changes:
        return frozenset()
    pieces, after = printer.printed(was).beside, printer.printed(now).beside
    places = _pieces_of(lines, pieces)
    return frozenset(
        each.line
        for each in changes
        if len(after) == len(pieces)
        and each.line in places
        and after[places[each.line]].text == each.word
    )


class _Place(Struct, frozen=True):
    """One piece among so many."""

    at: int
    count: int

    def __call__(self, printed: Printed) -> Sequence[str]:
        return (printed.beside[self.at].text,) if len(printed.beside) == self.count else ()


def _reads(printed: Sequence[str], word: Sequence[str]) -> bool:
    return tuple(printed) == tuple(word)


def _pieces_of(lines: Sequence[PrintedLine], pieces: Sequence[Piece]) -> dict[int, int]:
    """By the place of a line, the piece that it prints: of like ones in their order."""
    by_text: dict[str, list[int]] = {}
    for at, piece in enumerate(pieces):
        by_text.setdefault(piece.text, []).append(at)
    found: dict[int, int] = {}
    for n, line in enumerate(lines):
        if line.part in ("", "item", "cell") and by_text.get(line.text):
            found[n] = by_text[line.text].pop(0)
    return found
