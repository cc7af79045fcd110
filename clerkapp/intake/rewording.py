"""Which words and facts of which entries Word has changed, proved by printing them again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from clerkapp.intake.blocks import Block
from clerkapp.intake.fact import Fact, words_of
from clerkapp.intake.printing import Passages, Printer
from clerkapp.intake.solving import Found, Wanted, found_by_printing
from clerkapp.intake.taking_back import LimbNow, split_limbs, taken_back, with_limbs
from clerkapp.meeting.edits import set_text
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.notation.word_paragraphs import evened
from clerkapp.patterns import pattern

_AROUND = (
    "what the house style prints around the words was changed: a label, a name, a date, a vote; "
    "change it here, where it is kept"
)
_OTHERWISE = "printed again it would not read as it does in Word: change it here"
_ENDING = pattern(r"(?:\s*[;,:.])?(?:\s+(?:and|or))?\s*[;,:.]?\s*$")
_WORD = pattern(r"\w+")


class Rewording(Struct, frozen=True):
    """The new texts of entries ("" where all of it was taken away), and what cannot be taken."""

    texts: Mapping[str, str]
    facts: Mapping[str, tuple[Found, ...]]  # by the bookmark of the block
    why_not: Mapping[str, str]  # by the bookmark of the block
    place_of: Mapping[str, str]  # by entry: the bookmark of the block that has its words


def reworded(
    was: Meeting,
    meeting: Meeting,
    blocks: Sequence[Block],
    facts: Sequence[Fact],
    printer: Printer | None,
) -> Rewording:
    """What Word changed in the words and the facts of the entries of `was`, as exported.

    `meeting` is the same with what was found elsewhere in Word. Without a printer no proof can be
    given, and only what stands in the very words is taken.
    """
    return _Rewording(was, meeting, blocks, facts, printer).found()


class _Rewording:
    def __init__(
        self,
        was: Meeting,
        meeting: Meeting,
        blocks: Sequence[Block],
        facts: Sequence[Fact],
        printer: Printer | None,
    ) -> None:
        self._meeting = meeting
        self._blocks = blocks
        self._facts = facts
        self._printer = printer
        self._own = {entry.id: evened(entry.text) for _, entry in entries_of(meeting)}
        self._before = _passages(printer, was)
        self._with_facts = self._before if meeting is was else _passages(printer, meeting)
        self._exported = _gathered((block.of, block.exported) for block in blocks)
        self._texts: dict[str, str] = {}
        self._found: dict[str, tuple[Found, ...]] = {}
        self._why_not: dict[str, str] = {}
        self._place_of: dict[str, str] = {}

    def found(self) -> Rewording:
        """Everything that was found, and why the rest was not."""
        changed: list[Block] = []
        for block in self._blocks:
            for each in block.of:
                if each in self._own:
                    self._place_of.setdefault(each, block.words.bookmark)
            if not (block.is_gone or block.is_unchanged or self._is_as_printed(block)):
                changed.append(block)
        told = {block.words.bookmark: self._in_the_very_words(block) for block in changed}
        unproved = set(self._unproved(changed, told))
        for block in changed:
            texts = told[block.words.bookmark]
            if texts and block.words.bookmark not in unproved:
                self._texts |= texts
            elif not self._sought(block):
                why = _OTHERWISE if texts else _AROUND
                self._why_not[block.words.bookmark] = why
        return Rewording(self._texts, self._found, self._why_not, self._place_of)

    def _is_as_printed(self, block: Block) -> bool:
        """Whether a fact that was changed elsewhere in Word makes it what Word has."""
        return tuple(self._part(block, self._with_facts.get(block.of, ()))) == block.now

    def _first(self, block: Block) -> set[str]:
        """The entries whose words the block is the first to print."""
        return {e for e in block.of if self._place_of.get(e) == block.words.bookmark}

    def _in_the_very_words(self, block: Block) -> Mapping[str, str]:
        """The new texts of its entries, where it prints them as they were typed."""
        first, own = self._first(block), self._own
        texts = _found(block, [own.get(each, "") if each in first else "" for each in block.of])
        pairs = zip(block.of, texts or (), strict=bool(texts))
        return {each: text for each, text in pairs if each in first and text != own[each]}

    # The proof

    def _unproved(
        self, changed: Sequence[Block], told: Mapping[str, Mapping[str, str]]
    ) -> Iterator[str]:
        """The blocks that, printed of the new texts, read otherwise than they do in Word.

        None is asked where an entry was taken away whole, or where the style prints otherwise by
        now than when the minutes were exported.
        """
        if self._printer is None or not changed:
            return
        meeting = self._meeting
        texts = {entry_id: text for each in told.values() for entry_id, text in each.items()}
        for entry_id, text in texts.items():
            meeting = set_text(meeting, entry_id, text)
        after = self._printer.printed(meeting).passages
        for block in changed:
            is_provable = self._is_provable(block) and all(texts.get(e, "…") for e in block.of)
            printed = self._part(block, after.get(block.of, ()), above_now=True)
            if is_provable and not _reads(printed, block.now, block):
                yield block.words.bookmark

    def _part(
        self, block: Block, printed: Sequence[str], *, above_now: bool = False
    ) -> Sequence[str]:
        """What is the block's own of the paragraphs `printed` of its entries.

        A decision and the reasons for it are blocks of one entry. `above_now` where the blocks
        above it were printed as Word has them.
        """
        same = [each for each in self._blocks if each.of == block.of]
        place = same.index(block)
        above = sum(len(each.now if above_now else each.exported) for each in same[:place])
        below = sum(len(each.exported) for each in same[place + 1 :])
        return printed[above : len(printed) - below]

    def _is_provable(self, block: Block) -> bool:
        return self._before.get(block.of) == self._exported[block.of]

    # What is printed otherwise than it was typed

    def _sought(self, block: Block) -> bool:
        """Whether words and facts were found of which Word's paragraphs are printed."""
        if self._printer is None or not self._is_provable(block):
            return False
        words = [words_of(each) for each in block.of if each in self._first(block)]
        facts = [fact for fact in self._facts if fact.of in block.of]
        candidates = [*((each,) for each in words), tuple(words), *((each,) for each in facts)]
        of = block.of
        wanted = Wanted(
            block.now,
            lambda printed: self._part(block, printed.passages.get(of, ())),
            partial(_reads, block=block),
        )
        found = found_by_printing(self._printer, self._meeting, wanted, candidates)
        self._texts |= {each.fact.of: each.words for each in found if each.fact in words}
        if told := tuple(each for each in found if each.fact not in words):
            self._found[block.words.bookmark] = told
        return bool(found)


def _passages(printer: Printer | None, meeting: Meeting) -> Passages:
    return printer.printed(meeting).passages if printer else {}


def _gathered(
    lines: Iterable[tuple[tuple[str, ...], tuple[str, ...]]],
) -> Passages:
    """The paragraphs that print the same entries, one after another."""
    told: dict[tuple[str, ...], tuple[str, ...]] = {}
    for of, texts in lines:
        told[of] = (*told.get(of, ()), *texts)
    return told


def _reads(printed: Sequence[str], word: Sequence[str], block: Block) -> bool:
    """Whether they read alike: word for word, whatever stops the house puts at an end.

    Where limbs were added, taken out or moved, the "and" between the last two is the house's too.
    """
    is_counted_anew = [each.was for each in block.limbs_now] != list(range(len(block.limbs)))
    return len(printed) == len(word) and all(
        _ENDING.sub("", one) == _ENDING.sub("", other)
        and (is_counted_anew or _WORD.findall(one) == _WORD.findall(other))
        for one, other in zip(printed, word, strict=True)
    )


def _found(block: Block, own: Sequence[str]) -> tuple[str, ...] | None:
    """The texts of its entries as Word has them; None where that cannot be told."""
    if block.words_now is None:
        return None
    if not block.limbs:
        return taken_back(block.words.text, block.words_now, own) if not block.limbs_now else None
    parted = [split_limbs(text) for text in own]
    at = next((n for n, (_, limbs) in enumerate(parted) if len(limbs) == len(block.limbs)), None)
    if at is None:
        return None
    stem, limbs = parted[at]
    stems = [*own[:at], stem, *own[at + 1 :]]
    found = taken_back(block.words.text, block.words_now, stems)
    if found is None:
        return None
    now: list[LimbNow] = []
    for each in block.limbs_now:
        text = each.text
        if each.was is not None:
            printed = block.limbs[each.was].text
            text = (taken_back(printed, text, (limbs[each.was].text,)) or (text,))[0] or text
        now.append(LimbNow(each.was, text))
    return (*found[:at], with_limbs(found[at], limbs, now), *found[at + 1 :])
