"""One entry in its lines: time, mark, words and facts, and the tags: by whom, and exempt.

A backslash before the words makes them plain: no fact is looked for in them. Before a space or
another backslash it only keeps that character, which would else be lost.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind, Facts, Movement, Referral, facts_of
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Motion, Vote
from clerkapp.meeting.words import one_line
from clerkapp.notation import facts
from clerkapp.notation.dates import read_time
from clerkapp.notation.escapes import escape, unescape
from clerkapp.notation.facts import Lists
from clerkapp.notation.marks import AMENDMENT, KIND_OF, MARK_OF
from clerkapp.notation.speakers import with_speaker, without_speaker
from clerkapp.wording.above import START, Above
from clerkapp.wording.kinds import kind_announced


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, and the words of the indented lines below it."""

    number: int
    words: str
    more: tuple[str, ...] = ()


_READERS: dict[EntryKind, Callable[[str, Lists], tuple[Facts | None, str]]] = {
    EntryKind.ACTION_POINT: facts.read_action,
    EntryKind.MOTION: facts.read_motion,
    EntryKind.VOTE: facts.read_vote,
    EntryKind.RECOMMENDATION: facts.read_recommendation,
    EntryKind.DECLARATION: facts.read_declaration,
    EntryKind.ARRIVAL: facts.read_movement,
    EntryKind.DEPARTURE: facts.read_movement,
}
_WORDS_COME_FIRST = frozenset({EntryKind.ACTION_POINT, EntryKind.MOTION})
_TIME_AFTER_MARK = frozenset({EntryKind.ARRIVAL, EntryKind.DEPARTURE, EntryKind.PROCEDURE})

_HALF = r"\s?[apAP](?:m|M|\.?[mM]\.)(?!\w)"
TIME = rf"(?:\d{{1,2}}[:.]\d\d(?:{_HALF})?|\d{{1,2}}{_HALF})"
"""The pattern of a time before or after a mark: 19:31, 7.31 pm, 7pm."""

_LEADING_TIME = re.compile(rf"(?P<time>{TIME})(?:\s+|$)")
_MARK = re.compile(r"(?P<mark>m\+|[nkqrcamvidx=>+-])(?P<guess>\?)?(?:\s+|$)")
PASTED_BULLET = r"[•·▪▫‣⁃◦●○■□§➢✓\uf0b7\uf0a7\uf0d8\uf0fc]\s+|o\t\s*"
"""The pattern of a bullet that no keyboard has; the last is how Word pastes its hollow one."""

_BULLET = re.compile(rf"{PASTED_BULLET}|[*–—]\s+")
_UNKNOWN_MARK = re.compile(r"[b-z]\s")
_EXEMPT = re.compile(
    r" ?(?P<slashes>\\*)\[exempt(?: (?P<paragraph>(?:\\.|[^\[\]\n\\])*))?\]\s*$", re.IGNORECASE
)


def is_bullet(words: str) -> bool:
    """Whether `words` begin with a bullet that no keyboard has: they were pasted."""
    return re.match(PASTED_BULLET, words) is not None


def is_marked(words: str) -> bool:
    """Whether a mark, perhaps with a time before it, says what `words` are."""
    stamp = _LEADING_TIME.match(words)
    return _MARK.match(words, stamp.end() if stamp else 0) is not None


class EntryReader:
    """Reads entries against the lists of their meeting; leaves its doubts with the lists."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    def read(self, line: Line, entry_id: str, above: Above = START) -> Entry:
        """The entry in `line`; what is not understood of it stays as words.

        `above` says what stands above it in the item.
        """
        words, time = line.words, None
        stamp = _LEADING_TIME.match(words)
        mark = _MARK.match(words, stamp.end() if stamp else 0)
        if stamp and (mark or ":" in stamp.group("time")):  # "19.31 tonnes" tells no time
            time = self._time(stamp)
            words = words[stamp.end() :] if time else words
        if mark is None or (stamp and time is None):
            return self._unmarked(replace(line, words=words), entry_id, time, above)
        entry = self._marked(mark, line, time)
        if entry is None:
            plain = replace(line, words=f"\\{line.words[mark.end() :]}")
            return self._unmarked(plain, entry_id, time, above)
        return replace(entry, id=entry_id)

    def _unmarked(self, line: Line, entry_id: str, time: dt.time | None, above: Above) -> Entry:
        words = line.words
        bullet = _BULLET.match(words)
        if bullet is None and _UNKNOWN_MARK.match(words):
            self._lists.doubts.append(f"“{words[0]}” is not a mark; kept as words")
        plain = words.startswith("\\")
        words = words[bullet.end() :] if bullet else words.removeprefix("\\")
        text, speaker, exempt = self._without_tags(words, line)
        kind = kind_announced(text, above) or EntryKind.NOTE
        found: Facts | None = None
        if kind is EntryKind.ACTION_POINT and not plain:
            found, text = self._action(text)
        return Entry(entry_id, kind, text, time, found, exempt, settled=False, speaker=speaker)

    def _action(self, text: str) -> tuple[Facts | None, str]:
        try:
            return facts.read_action(text, self._lists)
        except ValueError as error:
            self._lists.doubts.append(f"{error}; kept as words")
            return None, text

    def _marked(self, mark: re.Match[str], line: Line, time: dt.time | None) -> Entry | None:
        """The entry without its id, or None where its facts are not understood."""
        kind, words = KIND_OF[mark.group("mark")], line.words[mark.end() :]
        stamp = _LEADING_TIME.match(words) if kind in _TIME_AFTER_MARK else None
        if stamp and not (time and kind is EntryKind.PROCEDURE):
            time, words = self._time(stamp), words[stamp.end() :]
            if time is None:
                return None
        plain = kind not in _READERS
        if words.startswith("\\"):
            words = words[1:]
            plain = plain or not (kind in _WORDS_COME_FIRST and _needs_keeping(words))
        text, speaker, exempt = self._without_tags(words, line)
        found: Facts | None = None
        if not plain:
            try:
                found, text = _READERS[kind](text, self._lists)
            except ValueError as error:
                self._lists.doubts.append(f"{error}; kept as words")
                return None
        if mark.group("mark") == AMENDMENT:
            found = replace(found if isinstance(found, Motion) else Motion(), amends=True)
        settled = mark.group("guess") is None
        return Entry("", kind, text, time, found, exempt, settled=settled, speaker=speaker)

    def _without_tags(self, words: str, line: Line) -> tuple[str, Mention | None, Exempt | None]:
        text, exempt = without_exempt("\n".join((words, *line.more)))
        return (*without_speaker(text, self._lists), exempt)

    def _time(self, stamp: re.Match[str]) -> dt.time | None:
        try:
            return read_time(stamp.group("time"))
        except ValueError as error:
            self._lists.doubts.append(f"{error}; kept as words")
            return None


def without_exempt(text: str) -> tuple[str, Exempt | None]:
    """`text` without the `[exempt 3]` at its end, and what that says."""
    match = _EXEMPT.search(text)
    if match is None:
        return text, None
    if match.group("slashes"):
        place = match.start("slashes")
        return text[:place] + text[place + 1 :], None
    return text[: match.start()], Exempt(one_line(unescape(match.group("paragraph") or "", "[]")))


def write_entry(entry: Entry, lists: Lists) -> list[str]:
    """The lines from which an `EntryReader` makes `entry` again: the most natural that do."""
    reader = EntryReader(Lists(lists.people, lists.date))
    lines: list[str] = []
    for lines in _forms(entry, lists):
        line = Line(0, lines[0], tuple(unindented(each) for each in lines[1:]))
        if reader.read(line, entry.id) == entry:
            break
    return lines


def _forms(entry: Entry, lists: Lists) -> Iterator[list[str]]:
    mark = MARK_OF[entry.kind]
    motion = facts_of(entry, Motion)
    mark = AMENDMENT if motion and motion.amends else mark
    mark = mark if entry.settled else f"{mark}?"
    time = f"{entry.time:%H:%M}" if entry.time else ""
    before = [mark, time] if entry.kind in _TIME_AFTER_MARK else [time, mark]
    for body in _bodies(entry, lists):
        first, *more = _with_tags(body, entry, lists).split("\n")
        yield [_spaced(*before, _kept(first)), *indented(more)]
    first, *more = _with_tags(entry.text, entry, lists).split("\n")
    yield [_spaced(time, mark, f"\\{first}"), *indented(more)]


def _with_tags(body: str, entry: Entry, lists: Lists) -> str:
    return with_exempt(with_speaker(body, entry.speaker, lists), entry.exempt)


def _bodies(entry: Entry, lists: Lists) -> Iterator[str]:
    text = entry.text
    match entry.kind:
        case EntryKind.ACTION_POINT:
            return facts.write_action(facts_of(entry, ActionPoint), text, lists)
        case EntryKind.MOTION:
            return facts.write_motion(facts_of(entry, Motion), text, lists)
        case EntryKind.RECOMMENDATION:
            return facts.write_recommendation(facts_of(entry, Referral), text, lists)
        case EntryKind.VOTE:
            return facts.write_vote(facts_of(entry, Vote), text, lists)
        case EntryKind.DECLARATION:
            return facts.write_declaration(facts_of(entry, Declaration), text, lists)
        case EntryKind.ARRIVAL | EntryKind.DEPARTURE:
            return facts.write_movement(facts_of(entry, Movement), text, lists)
        case _:
            return iter((text,))


def with_exempt(body: str, exempt: Exempt | None) -> str:
    """The text from which `without_exempt` makes `body` and `exempt` again."""
    if exempt is None:
        tag = _EXEMPT.search(body)
        return f"{body[: tag.start('slashes')]}\\{body[tag.start('slashes') :]}" if tag else body
    tag = f"[exempt {escape(exempt.paragraph, '[]')}]" if exempt.paragraph else "[exempt]"
    return f"{body} {tag}" if body else tag


def unindented(line: str) -> str:
    """The words of an indented line; a backslash keeps what would be lost at their start."""
    return line.lstrip().removeprefix("\\")


def indented(lines: list[str]) -> list[str]:
    """`lines` indented below their first, so that `unindented` gives them back."""
    return [f"  {_kept(line) or chr(92)}" for line in lines]


def _kept(words: str) -> str:
    return f"\\{words}" if _needs_keeping(words) else words


def _needs_keeping(words: str) -> bool:
    return words[:1] == "\\" or words[:1].isspace()


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)
