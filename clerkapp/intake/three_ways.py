"""The three-way comparison: what was exported, what Word has now, what the archive has."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from clerkapp.intake.beside import cells_changed, found_beside, lines_changed, lines_explained
from clerkapp.intake.blocks import Block, blocks_of, with_what_word_has
from clerkapp.intake.differences import Comparison, Difference, Side, What, side_of
from clerkapp.intake.fact import WORDS, Fact
from clerkapp.intake.facts import facts_printed
from clerkapp.intake.matching import Held, matched, order_kept
from clerkapp.intake.new_entries import new_entries
from clerkapp.intake.placing import Placed, in_place
from clerkapp.intake.printing import printer_of
from clerkapp.intake.rewording import reworded
from clerkapp.intake.solving import Found
from clerkapp.intake.titles import title_back
from clerkapp.intake.word_file import WordFile
from clerkapp.meeting.edits import set_text
from clerkapp.meeting.ids import NewId
from clerkapp.meeting.meeting import Meeting, entries_of, people_of
from clerkapp.meeting.public_view import public_view
from clerkapp.notation.facts import Lists
from clerkapp.notation.printed_record import PrintedLine
from clerkapp.notation.word_paragraphs import evened
from clerkapp.wording.minutes import Audience

_BESIDE_TEXT = (
    "the house style prints it, or more than one fact of the record: change it here, where it is "
    "kept"
)
_ROWS = "rows of a table were put in, taken out or rewritten: change it here, where it is kept"
_TWICE = "the words were changed otherwise above: both cannot be taken"
_OF_THE_HOUSE = "the house prints that around the title"
_GONE_ITEM = "the item is no longer on the agenda"
_GONE_TITLE = "an item is not taken off the agenda from Word: delete it here"
_NOT_OF_AN_ITEM = "it stands outside the items"
_NO_ENTRY = "no entry can be made of it"


def compared_three_ways(
    file: WordFile, now: Meeting, new_id: NewId, own: Path | None = None
) -> Comparison:
    """How `file` differs from what was exported, and the archive's meeting `now` from both.

    What differs between Word and the export is all there: as something that the record could
    take, or with the reason why it cannot. `own` is the folder of a person's own house styles: what
    is printed in a style that is not here cannot be proved by printing it again.
    """
    return _Comparing(file, now, new_id, own).comparison()


class _Comparing:
    def __init__(self, file: WordFile, now: Meeting, new_id: NewId, own: Path | None) -> None:
        self._file, self._new_id = file, new_id
        self._now = now
        record = file.record
        self._was = {entry.id: (item.id, entry) for item, entry in entries_of(record.meeting)}
        seen = public_view(now) if record.audience == Audience.PUBLIC else now
        self._seen = {entry.id: (item.id, entry) for item, entry in entries_of(seen)}
        self._there = {entry.id: entry for _, entry in entries_of(now)}
        self._items = {item.id: item for item in now.items}
        self._titles = {item.id: item.title for item in record.meeting.items}
        self._blocks = blocks_of(record.lines)
        held = matched(record.lines, file.paragraphs)
        self._held = with_what_word_has(self._blocks, held)
        self._places = {line.bookmark: n for n, line in enumerate(record.lines) if line.bookmark}
        self._placed = in_place(self._held, {e: item for e, (item, _) in self._was.items()})
        printer = printer_of(record, own)
        self._style = printer.style if printer else None
        facts = facts_printed(record.meeting, printer.style) if printer else ()
        self._cells = cells_changed(record.lines, file.paragraphs)
        changes = (*lines_changed(record.lines, self._held), *self._cells.cells)
        self._beside = found_beside(record.meeting, record.lines, changes, facts, printer)
        self._rewording = reworded(
            record.meeting, self._beside.meeting, self._blocks, facts, printer
        )
        in_tables = {
            each.fact.of: each.words
            for found in self._beside.found.values()
            for each in found
            if each.fact.name == WORDS
        }
        self._texts = {**in_tables, **self._rewording.texts}
        self._explained = lines_explained(
            record.meeting, self._as_in_word(), record.lines, changes, printer
        )
        self._facts_told: set[Fact] = set()

    def _as_in_word(self) -> Meeting:
        """The meeting as it was exported, with everything that was found in Word."""
        meeting = self._beside.meeting
        for found in self._rewording.facts.values():
            for each in found:
                meeting = each.fact.put(meeting, each.words)
        for entry_id, text in self._texts.items():
            if text and entry_id in self._was:
                meeting = set_text(meeting, entry_id, text)
        return meeting

    def comparison(self) -> Comparison:
        found = [*self._in_word_order(), *self._missing_blocks(), *self._tables(), *self._here()]
        told = {each for one in found for each in one.entry_ids}
        printed = {each for block in self._blocks for each in block.of}
        return Comparison(
            differences=tuple(found),
            unchanged=len(printed - told),
            remarks=tuple(_remarks(self._file)),
        )

    # What Word has, paragraph by paragraph

    def _in_word_order(self) -> Iterator[Difference]:
        by_words = {block.words.bookmark: block for block in self._blocks}
        first_of = self._first_lines()
        moved = self._moved()
        told: set[str] = set()
        for placed in self._placed:
            line = placed.held.line
            if line is None:
                yield self._new(placed)
                continue
            if line.part in ("words", "limb"):
                block = by_words.get(first_of[line.bookmark])
                if block and block.words.bookmark not in told:
                    told.add(block.words.bookmark)
                    yield from self._of_block(block)
                    if placed.held in moved:
                        yield self._move(placed, block)
            elif placed.held.text != line.text:
                if line.part == "title":
                    yield self._title(line, placed.held.text)
                else:
                    yield from self._of_line(self._places[line.bookmark], placed.held.text)
            elif line.part == "title":
                yield from self._title_here(line)
        yield from self._missing_lines()

    def _first_lines(self) -> dict[str, str]:
        """By the bookmark of a line of a block, that of the block's first line."""
        return {
            line.bookmark: block.words.bookmark
            for block in self._blocks
            for line in (block.words, *block.limbs)
        }

    def _of_block(self, block: Block) -> Iterator[Difference]:
        why = self._rewording.why_not.get(block.words.bookmark, "")
        if why:
            item = self._was[block.of[0]][0] if block.of[0] in self._was else ""
            here = "\n".join(self._here_text(each) or "" for each in block.of).strip()
            yield Difference(
                What.BESIDE, Side.WORD, item, block.of, "\n".join(block.exported),
                "\n".join(block.now), here, why,
            )  # fmt: skip
        for entry_id in block.of:
            if self._rewording.place_of.get(entry_id) == block.words.bookmark:
                yield from self._of_entry(entry_id, self._texts.get(entry_id))
        for found in self._rewording.facts.get(block.words.bookmark, ()):
            yield from self._of_fact(found)

    def _of_entry(self, entry_id: str, word: str | None) -> Iterator[Difference]:
        """Of one entry: `word` is its text as Word has it, None where Word left it as it was."""
        item, entry = self._was[entry_id]
        exported, here = evened(entry.text), self._here_text(entry_id)
        word = exported if word is None else word or None
        side = side_of(exported, word, here)
        if side is None or (side is Side.HERE and self._is_seen_as(entry_id, exported)):
            return
        what = What.GONE if None in (word, here) else What.WORDS
        is_lost = side is Side.CONFLICT and here is None and item not in self._items
        yield Difference(
            what, side, item, (entry_id,), exported or self._printed(entry_id), word or "",
            here or "", _GONE_ITEM if is_lost else "",
            entries=(replace(entry, text=word or ""),), after=self._above(entry_id),
        )  # fmt: skip

    def _printed(self, entry_id: str) -> str:
        """What was printed of an entry that says nothing but its facts."""
        return next((block.words.text for block in self._blocks if entry_id in block.of), "")

    def _here_text(self, entry_id: str) -> str | None:
        """The words of the entry in the archive; None where it is no longer there.

        One that is kept from the public by now is there: it keeps its mark, whatever is taken.
        """
        return evened(self._there[entry_id].text) if entry_id in self._there else None

    def _is_seen_as(self, entry_id: str, exported: str) -> bool:
        """Whether its readers still read that of it: words kept from them are no change."""
        return entry_id in self._seen and evened(self._seen[entry_id][1].text) == exported

    def _above(self, entry_id: str) -> tuple[str, ...]:
        """The entries above it in its item when it was exported, the nearest first."""
        item = self._was[entry_id][0]
        ids = [each for each, (of, _) in self._was.items() if of == item]
        return tuple(reversed(ids[: ids.index(entry_id)]))

    # What is gone

    def _missing_blocks(self) -> Iterator[Difference]:
        gone = [block for block in self._blocks if block.is_gone]
        left = {each for block in self._blocks if not block.is_gone for each in block.of}
        for block in gone:
            for entry_id in block.of:
                if entry_id in self._was and entry_id not in left:
                    yield from self._of_entry(entry_id, "")
            if any(each in left for each in block.of):
                why = "it is printed of something that stands elsewhere too"
                yield Difference(
                    What.BESIDE, Side.WORD, self._was[block.of[0]][0], block.of,
                    "\n".join(block.exported), why_not=why,
                )  # fmt: skip
            left |= set(block.of)  # told once

    def _missing_lines(self) -> Iterator[Difference]:
        there = {each.line.bookmark for each in self._held if each.line}
        for line in self._file.record.lines:
            if line.part in ("title", "item", "") and line.text and line.bookmark not in there:
                yield self._title(line, "") if line.part == "title" else _beside(line, "")

    # Titles, tables, new and moved paragraphs

    def _title(self, line: PrintedLine, word: str) -> Difference:
        item, was = self._items.get(line.of[0]), self._titles.get(line.of[0], "")
        title = title_back(line.text, word, was)
        here = evened(item.title) if item else ""
        side = side_of(evened(was), word if title is None else title, here) or Side.WORD
        if not word:
            why = _GONE_TITLE
        elif not item:
            why = _GONE_ITEM
        else:
            why = _OF_THE_HOUSE if title is None else ""
        told = word if title is None else title
        return Difference(What.TITLE, side, line.of[0], (), evened(was), told, here, why)

    def _title_here(self, line: PrintedLine) -> Iterator[Difference]:
        item = self._items.get(line.of[0])
        was = evened(self._titles.get(line.of[0], ""))
        if item and evened(item.title) != was:
            here = evened(item.title)
            yield Difference(What.TITLE, Side.HERE, item.id, (), was, was, here)

    def _tables(self) -> Iterator[Difference]:
        for cell in self._cells.cells:
            yield from self._of_line(cell.line, cell.word)
        for exported, word in self._cells.runs:
            yield Difference(What.BESIDE, Side.WORD, exported=exported, word=word, why_not=_ROWS)

    # Lines, cells and the facts that they print

    def _of_line(self, place: int, word: str) -> Iterator[Difference]:
        """Of a changed line or cell: the facts that account for it, or why there are none."""
        line = self._file.record.lines[place]
        found = self._beside.found.get(place, ())
        for each in found:
            if each.fact.name != WORDS:
                yield from self._of_fact(each)
            elif self._texts[each.fact.of] != each.words:
                yield _beside(line, word, _TWICE)
        if not found and place not in self._explained:
            yield _beside(line, word)

    def _of_fact(self, found: Found) -> Iterator[Difference]:
        """Of one fact, once: it may be printed in several places."""
        fact = found.fact
        if fact in self._facts_told:
            return
        self._facts_told.add(fact)
        exported, here = fact.words(self._file.record.meeting), fact.words(self._now)
        side = side_of(exported, found.words, here)
        if side is None:
            return
        item = self._was[fact.of][0] if fact.of in self._was else fact.of
        yield Difference(
            What.FACT, side, item if item in self._items else "",
            (fact.of,) if fact.of in self._was else (), exported, found.words, here,
            fact.why_not(self._now, found.words), fact=fact,
        )  # fmt: skip

    def _new(self, placed: Placed) -> Difference:
        text, item = placed.held.text, self._items.get(placed.item_id)
        if item is None:
            why = _GONE_ITEM if placed.item_id else _NOT_OF_AN_ITEM
            return Difference(What.BESIDE, Side.WORD, word=text, why_not=why)
        above = [e for e in item.entries if e.id in placed.after]
        lists = Lists(people_of(self._now), self._now.heading.date)
        entries = new_entries(text, self._style, lists, self._new_id, above)
        same = any(evened(each.text) == text and each.id not in self._was for each in item.entries)
        return Difference(
            What.NEW, Side.BOTH if same else Side.WORD, item.id, (), "", text,
            text if same else "", "" if entries else _NO_ENTRY, entries, placed.after,
        )  # fmt: skip

    def _moved(self) -> set[Held]:
        """The first paragraphs of the blocks that stand elsewhere in Word than in the export."""
        order = {block.words.bookmark: n for n, block in enumerate(self._blocks)}
        there = [p for p in self._placed if p.held.line and p.held.line.bookmark in order]
        kept = order_kept([order[p.held.line.bookmark] for p in there if p.held.line])
        return {
            placed.held
            for n, placed in enumerate(there)
            if placed.held.line
            and (n not in kept or placed.item_id != self._item_of(placed.held.line.of[0]))
        }

    def _item_of(self, entry_id: str) -> str:
        return self._was[entry_id][0] if entry_id in self._was else ""

    def _move(self, placed: Placed, block: Block) -> Difference:
        ids = tuple(each for each in self._was if each in block.of)
        first, last = ids[0], ids[-1]
        after = tuple(each for each in placed.after if each not in ids)
        was = (self._item_of(first), self._above(first)[:1])
        now = self._place_now(first)
        side = side_of(was, (placed.item_id, after[:1]), now) or Side.BOTH
        why = "" if last in self._there else "it is no longer in the record"
        why = why if placed.item_id in self._items else _GONE_ITEM
        if side is Side.HERE:  # it stands where it stood: what was around it moved
            side = Side.CONFLICT
        text = "\n".join(block.now)
        return Difference(What.MOVED, side, placed.item_id, ids, text, text, text, why, after=after)

    def _place_now(self, entry_id: str) -> tuple[str, tuple[str, ...]]:
        """The item that the entry is in now, and the entry above it that was exported too."""
        if entry_id not in self._seen:
            return "", ()
        item = self._seen[entry_id][0]
        ids = [e for e, (of, _) in self._seen.items() if of == item and e in self._was]
        at = ids.index(entry_id)
        return item, tuple(ids[at - 1 : at] if at else ())

    # What was done here alone

    def _here(self) -> Iterator[Difference]:
        printed = {each for block in self._blocks for each in block.of}
        for entry_id in self._was:
            if entry_id not in printed:
                yield from self._of_entry(entry_id, self._texts.get(entry_id))
        for entry_id, (item, entry) in self._seen.items():
            if entry_id not in self._was and entry.text:
                yield Difference(What.NEW, Side.HERE, item, (entry_id,), here=evened(entry.text))


def _beside(line: PrintedLine, word: str, why_not: str = _BESIDE_TEXT) -> Difference:
    item = line.of[0] if line.of else ""
    return Difference(What.BESIDE, Side.WORD, item, (), line.text, word, why_not=why_not)


def _remarks(file: WordFile) -> Iterable[str]:
    if file.tracked:
        yield "there are tracked changes in the file: they are read as if all were accepted"
    for comment in file.comments:
        yield f"a comment is not taken: {comment}"
    for words in file.margins:
        if words not in file.record.margins:
            yield f"what the head or the foot of a page says now is not taken: {words}"
