"""Marks in texts what was found there, and takes the words around it."""

import re
from collections.abc import Sequence
from functools import cache

from clerkapp.archive.driver import Connection
from clerkapp.archive.query import Query, plain, unstemmed

BEGIN_MARK, END_MARK = "\x02", "\x03"
"""Around each word of a snippet that was found. No text can hold them: see `meeting.words`."""

_PARTING = "\x1f"  # no text can hold it and no query ask for it, but here it counts as a word
NEAR = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.near USING fts5 (text, unstemmed, tokenize ="
    f" 'porter unicode61 remove_diacritics 2 tokenchars ''{_PARTING}''')"
)
"""Makes the table in memory that cuts texts into words as the index does."""

_WORDS_OF_A_SNIPPET, _WORDS_BEFORE = 24, 6
_LETTER = r"[^\W_]"


def marked(snippet: str, begin: str, end: str) -> str:
    """The snippet with what was found between marks that a person can see."""
    return snippet.replace(BEGIN_MARK, begin).replace(END_MARK, end)


def with_marks(db: Connection, texts: Sequence[str], query: Query) -> list[str]:
    """`texts`, all of which the query finds, with what it finds between marks.

    Beginnings are looked for here, whole words by the index's own stemmer, in the table `NEAR`.
    """
    whole = Query(tuple(term for term in query.terms if not term.is_beginning))
    with_words = _with_words(db, texts, whole) if whole.terms and texts else list(texts)
    beginnings = {
        word
        for term in query.terms
        if term.is_beginning
        for word in re.findall(rf"{_LETTER}+", plain(term.words))
    }
    if not beginnings:
        return with_words
    some = "|".join(map(re.escape, sorted(beginnings)))
    pattern = re.compile(rf"{BEGIN_MARK}[^{END_MARK}]*|(?<!{_LETTER})(?:{some}){_LETTER}*")
    return [_with_beginnings(text, pattern) for text in with_words]


def having(db: Connection, texts: Sequence[str], query: Query) -> set[int]:
    """The places in the list of the texts that the query finds, as the index would find them."""
    has_beginnings = any(term.is_beginning for term in query.terms)
    db.run("DELETE FROM temp.near")
    for place, text in enumerate(texts):
        db.run(
            "INSERT INTO temp.near (rowid, text, unstemmed) VALUES (?, ?, ?)",
            [place, text, unstemmed(text) if has_beginnings else ""],
        )
    found = "SELECT rowid FROM temp.near WHERE near MATCH ?"
    return set(db.numbers(found, [query.expression()]))


def snippet(text: str) -> str:
    """The words of `text` around the first that is marked, on one line."""
    words = text.split()
    first = next((n for n, word in enumerate(words) if BEGIN_MARK in word), 0)
    start = max(0, min(first - _WORDS_BEFORE, len(words) - _WORDS_OF_A_SNIPPET))
    some = words[start : start + _WORDS_OF_A_SNIPPET]
    before, after = ("…" if start else ""), ("…" if start + len(some) < len(words) else "")
    shown = " ".join(some)
    if shown.count(BEGIN_MARK) > shown.count(END_MARK):  # a phrase that goes on behind the end
        shown += END_MARK
    return " ".join(part for part in (before, shown, after) if part)


def _with_words(db: Connection, texts: Sequence[str], query: Query) -> list[str]:
    """All texts in one row: fifty rows would take three times as long."""
    db.run("DELETE FROM temp.near")
    db.run("INSERT INTO temp.near (text) VALUES (?)", [f" {_PARTING} ".join(texts)])
    found = db.rows(
        "SELECT highlight(near, 0, ?, ?) AS text FROM temp.near WHERE near MATCH ?",
        [BEGIN_MARK, END_MARK, query.expression()],
    )
    row = next(found, None)
    return str(row["text"]).split(f" {_PARTING} ") if row else list(texts)


def _with_beginnings(text: str, pattern: re.Pattern[str]) -> str:
    """`text` with what the pattern finds in its plain form marked, where it is not already."""
    seen, places = _seen(text)
    pieces: list[str] = []
    done = 0
    for match in pattern.finditer(seen):
        if match.group()[0] == BEGIN_MARK:
            continue
        start = max(places[match.start()], done)  # “½” is two words: it is marked once
        end = max(places[match.end()], places[match.end() - 1] + 1)
        if start < end:
            pieces += (text[done:start], BEGIN_MARK, text[start:end], END_MARK)
            done = end
    return "".join((*pieces, text[done:]))


def _seen(text: str) -> tuple[str, Sequence[int]]:
    """The plain form of `text`, and where in `text` each letter of it, and its end, comes from."""
    if text.isascii() or all(len(_plain_letter(letter)) == 1 for letter in set(text)):
        return plain(text), range(len(text) + 1)
    letters = [_plain_letter(letter) for letter in text]
    places = [place for place, letter in enumerate(letters) for _ in letter]
    return "".join(letters), [*places, len(text)]


@cache
def _plain_letter(letter: str) -> str:
    return plain(letter)
