"""What the public may not read: `[exempt 3]`, wherever it stands among the words of an entry."""

import re

from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.words import one_line
from clerkapp.notation.escapes import escape, unescape
from clerkapp.patterns import pattern

_OPENS = r"\[[ \t]*exempt(?![a-z])"
_WITHIN = r"(?:\\.|[^\[\]\n\\])*"
_MARK = pattern(rf" ?(?P<slashes>\\*){_OPENS}:?(?P<paragraph>{_WITHIN})\](?:\s*\Z)?", re.IGNORECASE)
_UNCLOSED = pattern(rf"(?<!\\){_OPENS}{_WITHIN}(?:[\[\n\\]|\Z)", re.IGNORECASE)


def without_exempt(text: str) -> tuple[str, Exempt | None]:
    """`text` without its `[exempt 3]`, and what that says.

    It counts before, between and behind other tags and in the midst of the words, for one that
    was taken for words would make the entry public. A backslash before it leaves it a word.
    """
    paragraphs: list[str] = []

    def taken(match: re.Match[str]) -> str:
        if match["slashes"]:
            return match[0].replace("\\", "", 1)
        paragraphs.append(one_line(unescape(match["paragraph"], "[]")))
        return ""

    words = _MARK.sub(taken, text)
    if not paragraphs:
        return words, None
    if _MARK.match(text):  # the space behind a mark that comes first belongs to the mark
        words = words.removeprefix(" ")
    return words, Exempt(", ".join(filter(None, paragraphs)))


def with_exempt(body: str, exempt: Exempt | None) -> str:
    """The text from which `without_exempt` makes `body` and `exempt` again."""
    kept = _MARK.sub(_kept, body)
    if exempt is None:
        return kept
    tag = f"[exempt {escape(exempt.paragraph, '[]')}]" if exempt.paragraph else "[exempt]"
    return f"{kept} {tag}" if kept else tag


def is_unclosed(text: str) -> bool:
    """Whether a mark begins in `text` that no bracket ends, and so says nothing."""
    return _UNCLOSED.search(text) is not None


def _kept(match: re.Match[str]) -> str:
    before, bracket, rest = match[0].partition("[")
    return f"{before}\\{bracket}{rest}"
