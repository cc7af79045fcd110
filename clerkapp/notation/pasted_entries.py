"""Entries made of what was copied elsewhere: a paragraph each, and no word is lost."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind, Facts
from clerkapp.meeting.ids import NewId
from clerkapp.notation.dates import read_time
from clerkapp.notation.entry_lines import is_marked
from clerkapp.notation.facts import Lists, read_action
from clerkapp.notation.marks import KIND_OF
from clerkapp.notation.pasted_page import paragraphs_of_page
from clerkapp.notation.pasted_text import Paragraph, paragraphs_of_text
from clerkapp.notation.reading import read_entries
from clerkapp.patterns import pattern
from clerkapp.wording.above import Above, above_of
from clerkapp.wording.kinds import kind_announced

_DECISIONS = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION, EntryKind.MOTION})
_FIRST_LIMB = pattern(r"\(?[1ai][.)]")
_TIME = pattern(r"(?P<time>\d{1,2}:\d\d)\s+(?=\S)")
_MARK = pattern(r"(?:\d{1,2}[:.]\d\d\s+)?(?P<mark>m\+|\S)\??\s")
_NO_WORDS = frozenset(KIND_OF) - {"a", "i", "+", "-", ">", "="}
"""Marks that begin no paragraph elsewhere: "a member", "- a bullet" and "> quoted" do."""


def paragraphs_of_paste(text: str, page: str = "") -> tuple[Paragraph, ...]:
    """The paragraphs of what was copied, which came as `text` and perhaps as HTML, the `page`.

    The page knows its lists and tables. Where it lacks letters or figures, the text is read.
    """
    found = paragraphs_of_page(page) if page else ()
    there = Counter(c for each in found for c in each.numbered_words if c.isalnum())
    plain = paragraphs_of_text(text)
    wanted = Counter(c for each in plain for c in each.words if c.isalnum())
    return found if found and wanted <= there else plain


def words_of_paste(text: str, page: str = "") -> str | None:
    """The words of a paste of one paragraph, which go among others; None where there are more.

    A space before or behind them stays: a part of a sentence was copied with it.
    """
    paragraphs = paragraphs_of_paste(text, page)
    if len(paragraphs) > 1:
        return None
    line = text.strip("\r\n")
    before, after = (" " if each.isspace() else "" for each in (line[:1], line[-1:]))
    return before + "".join(each.numbered_words for each in paragraphs) + after


def entries_of_paste(
    text: str, page: str, lists: Lists, new_id: NewId, above: Sequence[Entry] = ()
) -> tuple[Entry, ...]:
    """The entries that a paste makes below the entries `above`; none where it has no words.

    Their kinds are what their opening words announce, else they are notes. A time before the
    words, and the owner and the date of an action point, are understood; (a) and 1. below a
    decision are its limbs. Lines in the notation are read as such.
    """
    if is_notation(text):
        return read_entries(text, lists, new_id)
    made: list[Entry] = []
    stands = above_of(above, lists.attendance)
    for paragraph in paragraphs_of_paste(text, page):
        if made and _is_limb(paragraph, made[-1]):
            limb = f"{made[-1].text}\n{paragraph.numbered_words}"
            made[-1] = replace(made[-1], text=limb)
            continue
        entry = _entry(paragraph, lists, new_id(), stands)
        stands = stands.then(entry)
        made.append(entry)
    return tuple(made)


def is_notation(text: str) -> bool:
    """Whether `text` is entries in the notation: each line marked, and not by a word alone."""
    lines = [line for line in text.splitlines() if line[:1].strip()]
    marks = {match["mark"] for line in lines if (match := _MARK.match(line))}
    return bool(marks & _NO_WORDS) and len(lines) > 1 and all(map(is_marked, lines))


def _is_limb(paragraph: Paragraph, above: Entry) -> bool:
    """Whether the paragraph is (a) or 1. of a decision, and no numbered paragraph after it."""
    if above.kind not in _DECISIONS or paragraph.is_bulleted or "." in paragraph.mark[:-1]:
        return False
    stem, *limbs = above.text.split("\n")
    begins = bool(_FIRST_LIMB.match(paragraph.mark)) and not stem.endswith((".", "?", "!"))
    return bool(limbs) or begins


def _entry(paragraph: Paragraph, lists: Lists, entry_id: str, above: Above) -> Entry:
    is_numbered = paragraph.mark[:1].isdigit() or paragraph.mark[1:2].isdigit()
    words = paragraph.words if is_numbered else paragraph.numbered_words
    stamp = _TIME.match(words)
    time = None
    if stamp:
        try:
            time = read_time(stamp["time"])
        except ValueError:
            stamp = None  # 99:99 is no time: it stays among the words
    words = words[stamp.end() :] if stamp else words
    kind = kind_announced(words, above) or EntryKind.NOTE
    facts: Facts | None = None
    if kind is EntryKind.ACTION_POINT and "\\" not in words:  # it would be read as an escape
        try:
            facts, without = read_action(words, lists)
        except ValueError:
            without = words  # an impossible date stays among them
        words = without if facts else words  # an "@" alone names nobody
    return Entry(entry_id, kind, words, time, facts, settled=False)
