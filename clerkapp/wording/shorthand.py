"""What a clerk types and what it stands for: codes, stock sentences, and who said something.

The stock is in `resources/shorthand/*.toml`; a person's own words are in the archive and win.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias, cast

from msgspec import Struct, field
from msgspec.structs import replace

from clerkapp.errors import ShorthandError
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.people import Person, folded, has_honorific
from clerkapp.patterns import pattern
from clerkapp.resources import resource

DEFAULT = "english"

Named: TypeAlias = Callable[[Person], str]
"""How the house names somebody in a sentence: “Councillor Finch”, “the Head of Legal”."""


class Shorthand(Struct, frozen=True):
    """The codes that stand for words, the stock sentences, and how a person is quoted.

    Codes are in lower case, but for one that stands for itself: “Cllr” typed with its capital is
    what the house prints, and stays. A sentence has places in braces: `{mover}`, `{time}`. The
    words of `heading` are those by which the name of a body is known to be in the list’s language.
    A verb comes behind the name, or has it where `WHO` stands: “Gofynnodd {who}”. `language` is
    that of the verbs, as a house style names its own; "" for English. `people` are the codes that
    stand for somebody on the lists of the meeting.
    """

    codes: Mapping[str, str] = field(default_factory=dict[str, str])
    sentences: Mapping[str, str] = field(default_factory=dict[str, str])
    verbs: Mapping[EntryKind, tuple[str, ...]] = field(
        default_factory=dict[EntryKind, tuple[str, ...]]
    )
    heading: tuple[str, ...] = ()
    language: str = ""
    people: frozenset[str] = frozenset()

    def with_people(self, people: Iterable[Person], named: Named) -> "Shorthand":
        """The shorthand with the codes of those on the lists of a meeting, which win."""
        own = {person.code.casefold(): named(person) for person in people if person.code}
        return replace(self, codes={**self.codes, **own}, people=frozenset(own))

    def with_own(self, own: "Shorthand") -> "Shorthand":
        """The shorthand with a person's own codes and sentences, which win."""
        return replace(
            self,
            codes={**self.codes, **own.codes},
            sentences={**self.sentences, **own.sentences},
        )


class Expansion(Struct, frozen=True):
    """What is to stand in the place of a code: `words` from `start` to `end` of the text."""

    start: int
    end: int
    words: str

    def applied(self, text: str) -> str:
        """`text` with the words in the place of the code."""
        return text[: self.start] + self.words + text[self.end :]


def expansion(
    text: str, cursor: int, codes: Mapping[str, str], people: Collection[str] = ()
) -> Expansion | None:
    """What the code before `cursor` stands for, once a blank or a stop has been typed behind it.

    None where there is no code, where its letters are capitals, and inside quotation marks: what
    somebody said word for word is not the clerk's to spell out. At the start of a sentence, and
    where the code begins with a capital, the words do. “the” before the code is not said twice,
    nor before a name, as the codes of `people` bring them.
    """
    if not text or not _ENDS.fullmatch(text[cursor - 1 : cursor]):
        return None
    match = _LAST_WORD.search(text, 0, cursor - 1)
    if match is None:
        return None
    typed, start = match.group(), match.start()
    words = codes.get(typed) or codes.get(typed.casefold())
    if words is None or words == typed or _is_quoted(text[:start]):
        return None
    if len(typed) > 1 and typed == typed.upper():
        return None
    is_name = typed.casefold() in people or has_honorific(words)
    is_whole = words.startswith("the ") or is_name
    if is_whole and (article := _THE.search(text, 0, start)):  # “the cdo said”: one will do
        start = article.start()
    if text[start].isupper() or begins_sentence(text[:start]):
        words = words[:1].upper() + words[1:]
    if text[cursor - 1] == "." and words.endswith("."):
        return Expansion(start, cursor, words)
    return Expansion(start, cursor - 1, words)


_ENDS = pattern(r"[\s,.;:!?)’'/–—-]")
_LAST_WORD = pattern(r"(?<![\w’'@#/.-])[^\W_]+\Z")
_THE = pattern(r"(?<![\w’'-])[Tt]he \Z")
_SENTENCE_BEGINS = pattern(r"(?:^|[.!?][”\")]?\s+|\n)[\s(“\"*•–-]*$")


def begins_sentence(before: str) -> bool:
    """Whether a sentence begins behind `before`."""
    return bool(_SENTENCE_BEGINS.search(before))


_SINGLE_CLOSED = pattern(r"’(?!\w)")


def _is_quoted(before: str) -> bool:
    if before.count("“") > before.count("”") or before.count('"') % 2 == 1:
        return True
    opened = before.rfind("‘")  # the other mark is an apostrophe too: “it’s” does not close it
    return opened >= 0 and not _SINGLE_CLOSED.search(before, opened)


def fault_of(code: str) -> str:
    """What is wrong with `code` as something to type, in a sentence; "" where nothing is."""
    if not re.fullmatch(r"[^\W_]+", code):
        return "A code is letters and digits alone, without a blank."
    if len(code) > LONGEST:
        return f"A code is {LONGEST} letters at most."
    return ""


LONGEST = 20
"""Letters of a code: it is there to be short."""
WHO = "{who}"
"""In a verb: where the name stands that the verb has in its midst."""
SENTENCE = ";;"
"""What is typed before the name of a stock sentence."""


def own_of(rows: Iterable[tuple[str, str]]) -> Shorthand:
    """A person's own shorthand, from what is typed and what it stands for; empty rows are nothing.

    What begins with two semicolons names a sentence. ShorthandError says what is wrong with a row.
    """
    codes: dict[str, str] = {}
    sentences: dict[str, str] = {}
    for typed, words in ((typed.strip(), words.strip()) for typed, words in rows):
        name = typed.removeprefix(SENTENCE).strip()
        into = sentences if typed.startswith(SENTENCE) else codes
        key = name if into is sentences else name.casefold()
        if not name and not words:
            continue
        if not name:
            raise ShorthandError(f"What is typed for “{words}”?")
        if not words:
            raise ShorthandError(f"What does “{typed}” stand for?")
        if into is codes and fault_of(name):
            raise ShorthandError(f"“{name}”: {fault_of(name)}")
        if key in into:
            raise ShorthandError(f"“{typed}” stands there twice.")
        into[key] = words
    return Shorthand(codes, sentences)


def rows_of(shorthand: Shorthand) -> list[tuple[str, str]]:
    """What is typed and what it stands for: the codes, then the sentences, in their order."""
    names = sorted(shorthand.sentences.items())
    return [*sorted(shorthand.codes.items()), *((f"{SENTENCE}{n}", words) for n, words in names)]


def caution(code: str, shorthand: Shorthand, used: Collection[str]) -> str:
    """What to think of before `code` is given to other words, in a sentence; "" for nothing.

    `used` are the words of the minutes in hand, folded.
    """
    key = code.casefold()
    if key in shorthand.codes:
        return f"It now stands for “{shorthand.codes[key]}”."
    if key in used:
        return f"“{code}” is a word in these minutes: it would be written out each time."
    return ""


# Reading


@cache
def stock(name: str = DEFAULT) -> Shorthand:
    """The shorthand that comes with Clerkapp."""
    return read_shorthand(resource("shorthand", f"{name}.toml"))


@cache
def stock_for(council: str, committee: str, language: str = "") -> Shorthand:
    """The stock for the minutes of a body: the English list and, over it, that of its language.

    The names of the body tell its language: “Pwyllgor Craffu” is Welsh. Where both languages stand
    in them, both lists are in force as well. Who spoke is told in `language`, that of the house,
    for so it names people.
    """
    words = set(folded(f"{council} {committee}").replace("-", " ").split())
    stocks = stock()
    for name in _OTHERS:
        other = stock(name)
        if words & {folded(word) for word in other.heading}:
            stocks = stocks.with_own(other)
        if language == other.language:
            stocks = replace(stocks, verbs=other.verbs)
    return stocks


_OTHERS = ("welsh",)


def read_shorthand(path: Path) -> Shorthand:
    """The shorthand in a file. ShorthandError names what is wrong with it."""
    try:
        words = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not text"
        raise ShorthandError(f"{path} cannot be read: {why.lower()}") from None
    try:
        tables = tomllib.loads(words)
    except tomllib.TOMLDecodeError as error:
        raise ShorthandError(f"{path} cannot be read: {error}") from None
    codes = _strings(path, tables, "abbreviations")
    for code in codes:
        if fault_of(code):
            raise ShorthandError(f"{path}: “{code}” cannot be a code: {fault_of(code).lower()}")
    attribution = tables.get("attribution", {})
    return Shorthand(
        codes={c if c == words else c.casefold(): words for c, words in codes.items()},
        sentences=_strings(path, tables, "sentences"),
        verbs={
            kind: tuple(map(str, attribution[kind.value]))
            for kind in EntryKind
            if kind.value in attribution
        },
        heading=tuple(map(str, tables.get("heading", ()))),
        language=str(tables.get("language", "")),
    )


def _strings(path: Path, tables: Mapping[str, object], name: str) -> dict[str, str]:
    table = tables.get(name, {})
    if not isinstance(table, dict):
        raise ShorthandError(f"{path}: “{name}” must be a table")
    for key, value in cast("dict[str, object]", table).items():
        if not isinstance(value, str):
            raise ShorthandError(f"{path}: “{key}” in “{name}” must be words in quotation marks")
    return cast("dict[str, str]", table)
