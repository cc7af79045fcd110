"""What is asked of the archive: words, phrases, beginnings of words, and filters."""

import datetime as dt
import re
import unicodedata

from msgspec import Struct, field
from msgspec.structs import replace

from clerkapp.errors import SearchError
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.people import folded
from clerkapp.notation.dates import read_date
from clerkapp.patterns import pattern
from clerkapp.wording.times import MONTHS, WEEKDAYS

TITLE = "title"
"""The kind of a hit that is the title of an item."""

KINDS = (*(kind.value for kind in EntryKind), TITLE)

_PART = pattern(
    r"""(?:(?P<filter>committee|kind|from|to):)?
    (?: "(?P<phrase>[^"]*)(?:"(?P<open>\*?)|$) | (?P<word>[^\s"]+) | (?P<nothing>) )""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = pattern(r"(?:19|20)\d\d")
_OF_A_DATE = pattern(
    rf"\d[\w/.-]*,?|of|(?:{'|'.join(name[:3] for name in (*MONTHS, *WEEKDAYS))})\w*[.,]*",
    re.IGNORECASE,
)
_LETTERS = {ord(letter): 0xE000 + ord(letter) for letter in "abcdefghijklmnopqrstuvwxyz"}
_NOT_ASCII = pattern(r"[^\x00-\x7f]+")
_SHORTEST_UNFINISHED = 2  # letters, of a word that may be the beginning of another


class Term(Struct, frozen=True):
    """Words that must stand side by side; of the last perhaps only the beginning."""

    words: str
    is_beginning: bool = False

    def expression(self) -> str:
        """The term in the language of the index, where nothing of it is interpreted."""
        return f"{_quoted(unstemmed(self.words))} *" if self.is_beginning else _quoted(self.words)


class Query(Struct, frozen=True):
    """What is wanted: every term, and what the meeting, its date and the kind must be."""

    terms: tuple[Term, ...] = ()
    committee: tuple[str, ...] = ()  # folded words that its name must have
    kinds: frozenset[str] = field(default_factory=frozenset[str])  # any of these; none: all
    since: dt.date | None = None
    until: dt.date | None = None
    meeting: str = ""  # the id of the only one to be looked through; "" for every one

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return self == Query(meeting=self.meeting)

    def expression(self) -> str:
        """All terms in the language of the index; "" where there are only filters."""
        return " AND ".join(term.expression() for term in self.terms)


def read_query(text: str, *, unfinished: bool = False) -> Query:
    """The query in `text`: words, "a phrase", a beginning*, committee:, kind:, from: and to:.

    While it is `unfinished`, still being typed, its last word may be the beginning of one.
    SearchError, with a sentence, where a kind is unknown or a date is none.
    """
    parts = _Parts(_legible(text))
    query = Query()
    while (match := parts.take()) is not None:
        name = (match.group("filter") or "").casefold()
        words, opened = match.group("phrase"), bool(match.group("open"))
        if words is None:
            words = match.group("word") or ""
            may_go_on = unfinished and parts.is_at_end and len(words) >= _SHORTEST_UNFINISHED
            opened = not name and (words.endswith("*") or may_go_on)
            words = words if name else words.strip("*")
        if not name:
            if _has_letters(words):
                query = replace(query, terms=(*query.terms, Term(words, opened)))
        elif not words.strip():
            raise SearchError(f"write after “{name}:” what it should be, or leave it out")
        elif name == "committee":
            query = replace(query, committee=(*query.committee, *folded(words).split()))
        elif name == "kind":
            query = replace(query, kinds=query.kinds | _kinds(words, parts))
        else:
            query = _with_date(query, name, words, parts)
    return query


class _Parts:
    """The text, taken part by part."""

    def __init__(self, text: str) -> None:
        self._text = text.rstrip()
        self.is_at_end = False
        self._ends_with_space = self._text != text
        self._at = 0

    def take(self) -> re.Match[str] | None:
        """The next part; None at the end."""
        self._skip()
        if self._at >= len(self._text):
            return None
        match = _PART.match(self._text, self._at)
        if match is None:
            return None
        self._at = max(match.end(), self._at + 1)
        self.is_at_end = self._at >= len(self._text) and not self._ends_with_space
        return match

    def next_words(self) -> list[str]:
        """The words that follow, up to a quotation mark."""
        return self._text[self._at :].partition('"')[0].split()

    def drop(self, words: int) -> None:
        """Goes on after so many of the words that follow."""
        for _ in range(words):
            self._skip()
            while self._at < len(self._text) and not self._text[self._at].isspace():
                self._at += 1

    def _skip(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1


def _kinds(words: str, parts: _Parts) -> frozenset[str]:
    wanted = " ".join(folded(words).split())
    following = parts.next_words()
    if following and f"{wanted} {folded(following[0])}" in KINDS:
        wanted = f"{wanted} {folded(following[0])}"
        parts.drop(1)
    found = frozenset(kind for kind in KINDS if kind.startswith(wanted.replace("_", " ")))
    if not found:
        raise SearchError(f"there is no kind “{words}”; the kinds are {', '.join(KINDS)}")
    return found


def _with_date(query: Query, name: str, words: str, parts: _Parts) -> Query:
    is_start = name == "from"
    if _YEAR.fullmatch(words):
        date = dt.date(int(words), 1, 1) if is_start else dt.date(int(words), 12, 31)
    else:
        date = _date(name, words, parts)
    return replace(query, since=date) if is_start else replace(query, until=date)


def _date(name: str, words: str, parts: _Parts) -> dt.date:
    """The longest date that begins with `words`: “5”, for one, goes on with “March 2026”."""
    run = words.split()
    for word in parts.next_words():
        if not _OF_A_DATE.fullmatch(word) or len(run) > 5:
            break
        run.append(word)
    own = len(words.split())
    for length in range(len(run), own - 1, -1):
        try:
            date = read_date(" ".join(run[:length]))
        except ValueError:
            continue
        parts.drop(length - own)
        return date
    try:
        return read_date(" ".join(run))
    except ValueError as error:
        raise SearchError(f"after “{name}:” there must be a date: {error}") from None


def unstemmed(text: str) -> str:
    """`text` in letters of our own, which the stemmer of the index leaves alone.

    The index holds each text so as well, for beginnings of words: stemmed, “bus” would be looked
    for as “bu”, and “recruitme” would not find “recruitment”, which is there as “recruit”.
    """
    return plain(text).translate(_LETTERS)


def plain(text: str) -> str:
    """`text` without case and accents."""
    return _NOT_ASCII.sub(_without_accents, text).casefold()


def _without_accents(match: re.Match[str]) -> str:
    decomposed = unicodedata.normalize("NFKD", match.group())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _legible(text: str) -> str:
    """`text` without what no database takes: halves of characters, and control characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in whole)


def _has_letters(words: str) -> bool:
    return any(unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Co" for c in words)
