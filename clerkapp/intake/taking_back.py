"""From a printed paragraph that was edited in Word back to the words of its entries.

A paragraph prints more than an entry says: "RESOLVED:", an owner and a date, how it was voted,
several entries of an exchange one after another. What stands around the words of the entries is
the house's to print; only what changed within them can be taken back.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.notation.word_paragraphs import evened
from clerkapp.patterns import pattern
from clerkapp.wording.limbs import Limb, stem_and_limbs

_TOKENS = pattern(r"\w+|\s+|[^\w\s]")
_LABEL_ENDS = pattern(r"[:–-]\s+")
_LABEL = 80  # characters within which a label that a clerk typed ends
_ENDING = pattern(r"(?:\s*[;,:.])?(?:\s+(?:and|or))?\s*[;,:.]?\s*$")


class _Span(Struct, frozen=True):
    """Where the words of one entry stand: in what was printed, and in the entry."""

    printed: tuple[int, int]
    own: tuple[int, int]
    is_capital: bool  # printed with a capital that the entry does not have


def taken_back(printed: str, word: str, texts: Sequence[str]) -> tuple[str, ...] | None:
    """The texts of the entries, as `word` has them in place of what was `printed`.

    All are evened. None where Word changed what the house prints around them. A text that comes
    out empty was taken away whole.
    """
    if printed == word:
        return tuple(texts)
    spans = list(_spans(printed, texts))
    if not any(spans):
        return None
    placed = [(n, span) for n, span in enumerate(spans) if span]
    moves = _Moves(printed, word)
    ends: list[tuple[int, int]] = []
    for _, span in placed:
        start, end = moves.start(span.printed[0]), moves.end(span.printed[1])
        if start is None or end is None:
            return None
        ends.append((start, max(start, end)))
    cores = _with_gaps(printed, word, [span for _, span in placed], ends)
    if cores is None:
        return None
    found = list(texts)
    for (n, span), core in zip(placed, cores, strict=True):
        found[n] = _within(texts[n], span, core)
    return tuple(found)


def _spans(printed: str, texts: Sequence[str]) -> Iterator[_Span | None]:
    place = 0
    for text in texts:
        span = _span(printed, text, place)
        place = span.printed[1] if span else place
        yield span


def _span(printed: str, text: str, place: int) -> _Span | None:
    """Where `text` stands, whole, without a label, or without its end; None where it does not."""
    ends = sorted({len(text), len(_ENDING.sub("", text))}, reverse=True)
    for end in ends:
        for start in (0, *(match.end() for match in _LABEL_ENDS.finditer(text, 0, _LABEL))):
            core = text[start:end]
            if not core:
                continue
            capital = core[:1].upper() + core[1:]
            for words in (core, capital):
                at = printed.find(words, place)
                if at >= 0:
                    return _Span((at, at + len(core)), (start, end), words != core)
    return None


def _within(text: str, span: _Span, core: str) -> str:
    """`text` with `core` in the place of its span; a capital that was printed is not its own."""
    start, end = span.own
    was = text[start:end]
    if span.is_capital and core[:1] == was[:1].upper():
        core = was[:1] + core[1:]
    return f"{text[:start]}{core}{text[end:]}" if core else ""


class _Moves:
    """Where the places of one wording are in another."""

    def __init__(self, before: str, after: str) -> None:
        old, new = _TOKENS.findall(before), _TOKENS.findall(after)
        self._old, self._new = _starts(old), _starts(new)
        self._codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        self._end = len(after)

    def start(self, place: int) -> int | None:
        """Where what begins at `place` begins; None where that cannot be told."""
        for kind, i, j, k, _ in self._codes:
            low, high = self._old[i], self._old[j]
            if low <= place < high:
                if kind == "equal":
                    return self._new[k] + place - low
                return self._new[k] if kind == "delete" or place == low else None
        return self._end

    def end(self, place: int) -> int | None:
        """Where what ends at `place` ends; None where that cannot be told."""
        for kind, i, j, k, m in self._codes:
            low, high = self._old[i], self._old[j]
            if low < place <= high:
                if kind == "equal":
                    return self._new[k] + place - low
                return self._new[m] if kind == "delete" or place == high else None
        return 0


def _starts(tokens: list[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _with_gaps(
    printed: str, word: str, spans: Sequence[_Span], ends: Sequence[tuple[int, int]]
) -> list[str] | None:
    """The words of each entry, with what was put right before or after them.

    None where what stands between them is no longer what the house prints.
    """
    cores = [word[start:end] for start, end in ends]
    before = [0, *(span.printed[1] for span in spans)]
    after = [*(span.printed[0] for span in spans), len(printed)]
    now_before = [0, *(end for _, end in ends)]
    now_after = [*(start for start, _ in ends), len(word)]
    for n, (a, b, c, d) in enumerate(zip(before, after, now_before, now_after, strict=True)):
        was, now = printed[a:b], word[c:d]
        if was == now:
            continue
        beside = [cores[k] for k in (n - 1, n) if 0 <= k < len(cores)]
        if not all(beside) and not was.strip(" .") and not now.strip(" ."):
            continue  # an entry is gone, and its space and full stop with it
        if n > 0 and now.endswith(was):
            cores[n - 1] += now[: len(now) - len(was)]
        elif n < len(cores) and now.startswith(was):
            cores[n] = now[len(was) :] + cores[n]
        elif n > 0 and was.startswith(".") and now.endswith(was[1:]):
            cores[n - 1] += now[: len(now) - len(was) + 1]  # for the full stop that the house puts
        else:
            return None
    return [core.strip() for core in cores]


# Limbs


class LimbNow(Struct, frozen=True):
    """A limb as Word has it: which of the entry's limbs it is (None: a new one), and its words."""

    was: int | None
    text: str


def with_limbs(stem: str, limbs: Sequence[Limb], now: Sequence[LimbNow]) -> str:
    """The text of an entry with that stem and the limbs that Word has now.

    Where one was added, taken out or moved they are counted anew, as Word does on the page.
    """
    if [each.was for each in now] == list(range(len(limbs))):
        made = [replace(limb, text=each.text) for limb, each in zip(limbs, now, strict=True)]
    else:
        made = list(_counted(limbs, now))
    return "\n".join(part for part in (stem, *(f"{e.label} {e.text}" for e in made)) if part)


def _counted(limbs: Sequence[Limb], now: Sequence[LimbNow]) -> Iterator[Limb]:
    counts: dict[int, int] = {}
    above = limbs[0]
    for each in now:
        like = limbs[each.was] if each.was is not None else above
        counts = {level: count for level, count in counts.items() if level <= like.level}
        counts[like.level] = counts.get(like.level, 0) + 1
        above = replace(like, text=each.text, count=min(counts[like.level], 20))
        yield above


def split_limbs(text: str) -> tuple[str, tuple[Limb, ...]]:
    """The stem and the limbs of an entry's text, evened."""
    stem, limbs = stem_and_limbs(evened(text))
    return stem, tuple(replace(limb, text=evened(limb.text)) for limb in limbs)
