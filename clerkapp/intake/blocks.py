"""The printed paragraphs gathered by what they print, with what Word has of each."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from clerkapp.intake.matching import Held
from clerkapp.intake.taking_back import LimbNow
from clerkapp.notation.printed_record import PrintedLine


class Block(Struct):
    """A paragraph with its limbs as it was exported, and as Word has it now."""

    words: PrintedLine
    limbs: list[PrintedLine] = field(default_factory=list[PrintedLine])
    words_now: str | None = None
    limbs_now: list[LimbNow] = field(default_factory=list[LimbNow])

    @property
    def of(self) -> tuple[str, ...]:
        """The entries that it prints."""
        return self.words.of

    @property
    def exported(self) -> tuple[str, ...]:
        """Each paragraph as it was exported."""
        return (self.words.text, *(each.text for each in self.limbs))

    @property
    def now(self) -> tuple[str, ...]:
        """Each paragraph as Word has it."""
        first = () if self.words_now is None else (self.words_now,)
        return (*first, *(each.text for each in self.limbs_now))

    @property
    def is_gone(self) -> bool:
        """Whether Word has nothing of it any more."""
        return not self.now and any(self.exported)

    @property
    def is_unchanged(self) -> bool:
        """Whether Word has it as it was exported."""
        kept = [each.was for each in self.limbs_now] == list(range(len(self.limbs)))
        return kept and self.now == self.exported


def blocks_of(lines: Iterable[PrintedLine]) -> tuple[Block, ...]:
    """The blocks of the exported document, in order."""
    blocks: list[Block] = []
    for line in lines:
        if line.part == "words":
            blocks.append(Block(line, words_now=None if line.text else ""))
        elif line.part == "limb" and blocks:
            blocks[-1].limbs.append(line)
    return tuple(blocks)


def with_what_word_has(blocks: Sequence[Block], held: Sequence[Held]) -> tuple[Held, ...]:
    """Fills in what Word has of each block; the paragraphs of it that are new and no limb.

    A new paragraph below a limb, in the same style of paragraph, is a limb too.
    """
    return tuple(_left_over(blocks, held))


def _left_over(blocks: Sequence[Block], held: Sequence[Held]) -> Iterator[Held]:
    of_words = {block.words.bookmark: block for block in blocks}
    of_limbs = {
        line.bookmark: (block, place) for block in blocks for place, line in enumerate(block.limbs)
    }
    limb: tuple[Block, str] | None = None  # the limb above, and its style
    for each in held:
        if each.line and each.line.bookmark in of_limbs:
            block, place = of_limbs[each.line.bookmark]
            block.limbs_now.append(LimbNow(place, each.text))
            limb = (block, each.style)
        elif each.line is None and limb and each.style and each.style == limb[1]:
            limb[0].limbs_now.append(LimbNow(None, each.text))
            continue
        else:
            limb = None
            if each.line and each.line.bookmark in of_words:
                of_words[each.line.bookmark].words_now = each.text
        yield each
