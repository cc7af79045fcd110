"""Which commands the typed words mean, the likeliest first. Knows nothing of Qt."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from msgspec import Struct

from clerkapp.meeting.people import folded


class Findable(Struct, frozen=True):
    """Something that can be found: its name, the menu it stands in, other words for it."""

    name: str
    menu: str
    other: tuple[str, ...] = ()  # what somebody may call it instead, in words or phrases
    meant: tuple[str, ...] = ()  # words by which it is meant before anything that has them too


class Match(Struct, frozen=True):
    """One thing found, by its place among those that were looked through."""

    place: int
    by: str = ""  # the other word by which it was found; "" where the name says it


class _Fit(IntEnum):
    """How well typed words fit; the better come first."""

    MEANT = 0  # they are what is said of it alone: “leave” for Arrivals and departures
    WHOLE = 1  # they are the name
    BEGINS = 2  # the name begins with them
    OTHER_WHOLE = 3  # they are what it may be called instead: “print” for Export minutes
    IN_ORDER = 4  # each begins a word of the name, in its order
    ANY_ORDER = 5  # each begins a word of the name or of its menu
    INITIALS = 6  # “em” for Export minutes
    OTHER_WORD = 7  # they begin words of that: “conf” for Exempt
    WITHIN = 8  # they stand somewhere in the name


def found(typed: str, among: Sequence[Findable], recent: Sequence[int] = ()) -> tuple[Match, ...]:
    """What `typed` means among those, the likeliest first.

    `recent` are the places of those used last, the latest first. They lead where nothing is typed
    yet, and go before others that fit equally well; else what is meant by the word that is begun
    goes first, and then the order is that of the menus.
    """
    words = folded(typed).split()
    whole = " ".join(words)
    used = {place: rank for rank, place in enumerate(reversed(recent), start=1)}
    ranked: list[tuple[int, int, int, int, Match]] = []
    for place, each in enumerate(among):
        fit, by = _fit(words, each) if words else (_Fit.WHOLE, "")
        if fit is not None:
            begun = bool(words) and any(word.startswith(whole) for word in each.meant)
            ranked.append((fit, -used.get(place, 0), -begun, place, Match(place, by)))
    return tuple(match for *_, match in sorted(ranked, key=lambda each: each[:4]))


def _fit(typed: list[str], each: Findable) -> tuple[_Fit | None, str]:
    name = folded(each.name)
    words, whole = _words(name), " ".join(typed)
    if whole in each.meant:
        return _Fit.MEANT, "" if name.startswith(whole) else whole
    if name.startswith(whole):
        return _Fit.WHOLE if whole == name else _Fit.BEGINS, ""
    if whole in map(folded, each.other):
        return _Fit.OTHER_WHOLE, whole
    if _in_order(typed, words):
        return _Fit.IN_ORDER, ""
    if _any_order(typed, (*words, *_words(folded(each.menu)))):
        return _Fit.ANY_ORDER, ""
    if len(typed) == 1 and _initials(typed[0], words):
        return _Fit.INITIALS, ""
    for other in each.other:
        if _any_order(typed, (*_words(folded(other)), *words)):
            return _Fit.OTHER_WORD, other
    return (_Fit.WITHIN, "") if len(whole) > 2 and whole in name else (None, "")


def _words(folded_words: str) -> tuple[str, ...]:
    """The words of a name; the parts of “lead-in” too, after the whole."""
    return tuple(
        part
        for word in folded_words.split()
        for part in ((word, *word.split("-")[1:]) if "-" in word else (word,))
    )


def _in_order(typed: Iterable[str], words: Iterable[str]) -> bool:
    """Whether each typed word begins a later word than the one before it."""
    rest = iter(words)
    return all(any(word.startswith(each) for word in rest) for each in typed)


def _any_order(typed: Iterable[str], words: tuple[str, ...]) -> bool:
    """Whether each typed word begins a word, and no two the same."""
    rest = list(words)
    for each in sorted(typed, key=len, reverse=True):  # the longest fits the fewest
        begun = min((w for w in rest if w.startswith(each)), key=len, default=None)
        if begun is None:
            return False
        rest.remove(begun)
    return True


def _initials(letters: str, words: tuple[str, ...]) -> bool:
    """Whether `letters` are beginnings of words one after another: “em”, “exmi”."""
    if not letters:
        return True
    for at, word in enumerate(words):
        for length in range(min(len(word), len(letters)), 0, -1):
            if word.startswith(letters[:length]) and _initials(letters[length:], words[at + 1 :]):
                return True
    return False
