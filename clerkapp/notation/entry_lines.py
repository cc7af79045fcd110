"""One entry in its lines: time, mark, words and facts, and the tags: by whom, and exempt.

A backslash before the words makes them plain: no fact is looked for in them. Before a space or
another backslash it only keeps that character, which would else be lost.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import Decision, Referral
from clerkapp.meeting.entries import Entry, EntryKind, Facts, Movement, facts_of
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention
from clerkapp.meeting.proceedings import Proceeding
from clerkapp.meeting.votes import Ballot, Motion, Vote
from clerkapp.notation import decision_lines, facts, vote_lines
from clerkapp.notation.dates import read_time
from clerkapp.notation.escapes import keep_start, needs_keeping, without_start
from clerkapp.notation.exempt_marks import is_unclosed, with_exempt, without_exempt
from clerkapp.notation.facts import Lists, spaced
from clerkapp.notation.marks import AMENDMENT, KIND_OF, MARK_OF
from clerkapp.notation.speakers import with_speaker, without_speaker
from clerkapp.patterns import pattern
from clerkapp.wording.above import START, Above
from clerkapp.wording.kinds import kind_announced


class Line(Struct, frozen=True):
    """A line of the file, and the words of the indented lines below it."""

    number: int
    words: str
    more: tuple[str, ...] = ()


_READERS: dict[EntryKind, Callable[[str, Lists], tuple[Facts | None, str]]] = {
    EntryKind.ACTION_POINT: facts.read_action,
    EntryKind.MOTION: facts.read_motion,
    EntryKind.VOTE: vote_lines.read_vote,
    EntryKind.BALLOT: vote_lines.read_ballot,
    EntryKind.RESOLUTION: decision_lines.read_decision,
    EntryKind.RECOMMENDATION: decision_lines.read_recommendation,
    EntryKind.DECLARATION: facts.read_declaration,
    EntryKind.ARRIVAL: facts.read_movement,
    EntryKind.DEPARTURE: facts.read_movement,
    EntryKind.PROCEDURE: decision_lines.read_proceeding,
}
_DECISIONS = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION})
_WORDS_COME_FIRST = frozenset({EntryKind.ACTION_POINT, EntryKind.MOTION})
_TIME_AFTER_MARK = frozenset({EntryKind.ARRIVAL, EntryKind.DEPARTURE, EntryKind.PROCEDURE})

_NOT_OF_A_STEP = "a step of the meeting stands on a line that begins with “x”; kept as words"

_HALF = r"\s?[apAP](?:m|M|\.?[mM]\.)(?!\w)"
TIME = rf"(?:\d{{1,2}}[:.]\d\d(?:{_HALF})?|\d{{1,2}}{_HALF})"
"""The pattern of a time before or after a mark: 19:31, 7.31 pm, 7pm."""

_LEADING_TIME = pattern(rf"(?P<time>{TIME})(?:\s+|$)")
_MARK = pattern(r"(?P<mark>m\+|[nkqrcamvbidx=>+-])(?P<guess>\?)?(?:\s+|$)")
PASTED_BULLET = r"[•·▪▫‣⁃◦●○■□§➢✓\uf0b7\uf0a7\uf0d8\uf0fc]\s+|o\t\s*"
"""The pattern of a bullet that no keyboard has; the last is how Word pastes its hollow one."""

_BULLET = pattern(rf"{PASTED_BULLET}|[*–—]\s+")
_UNKNOWN_MARK = pattern(r"[b-z]\s")


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
        return self.with_item(replace(entry, id=entry_id))

    def with_item(self, entry: Entry) -> Entry:
        """`entry` with the item that its declaration names, once the items are known."""
        declaration = facts_of(entry, Declaration)
        if declaration is None or self._lists.items is None:
            return entry
        return replace(entry, facts=facts.with_item(declaration, self._lists))

    def _unmarked(self, line: Line, entry_id: str, time: dt.time | None, above: Above) -> Entry:
        words = line.words
        bullet = _BULLET.match(words)
        if bullet is None and _UNKNOWN_MARK.match(words):
            self._lists.doubts.append(f"“{words[0]}” is not a mark; kept as words")
        plain = words.startswith("\\")
        words = words[bullet.end() :] if bullet else words.removeprefix("\\")
        whole = "\n".join((words, *line.more))
        is_decision = kind_announced(without_exempt(whole)[0], above) in _DECISIONS and not plain
        text, speaker, exempt = self._without_tags(whole, is_decision=is_decision)
        kind = kind_announced(text, above) or EntryKind.NOTE
        found: Facts | None = None
        if kind is EntryKind.ACTION_POINT and not plain:
            found, text = self._read(kind, text)
        elif is_decision and kind is EntryKind.RECOMMENDATION:
            found, text = decision_lines.read_recommended(text)
        elif is_decision:
            found, text = decision_lines.read_decision(text, self._lists)
        elif not plain and decision_lines.has_step_behind(text):
            kind = EntryKind.PROCEDURE
            found, text = self._read(kind, text)
        return Entry(entry_id, kind, text, time, found, exempt, settled=False, speaker=speaker)

    def _read(self, kind: EntryKind, text: str) -> tuple[Facts | None, str]:
        """The facts of an entry of `kind`, and the words; what does not fit is kept as words."""
        try:
            return _READERS[kind](text, self._lists)
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
        plain = False
        if words.startswith("\\"):
            words = words[1:]
            plain = not (kind in _WORDS_COME_FIRST and needs_keeping(words))
        text, speaker, exempt = self._without_tags(
            "\n".join((words, *line.more)),
            is_decision=kind in _DECISIONS and not plain,
        )
        found: Facts | None = None
        if not plain and kind not in _READERS and decision_lines.has_step_behind(text):
            self._lists.doubts.append(_NOT_OF_A_STEP)
        if not plain and kind in _READERS:
            try:
                found, text = _READERS[kind](text, self._lists)
            except ValueError as error:
                self._lists.doubts.append(f"{error}; kept as words")
                return None
        if mark.group("mark") == AMENDMENT:
            found = replace(found if isinstance(found, Motion) else Motion(), amends=True)
        settled = mark.group("guess") is None
        return Entry("", kind, text, time, found, exempt, settled=settled, speaker=speaker)

    def _without_tags(
        self, text: str, *, is_decision: bool
    ) -> tuple[str, Mention | None, Exempt | None]:
        """`text` without its tags. That of the speaker stands behind the words of a decision."""
        if is_unclosed(text):
            self._lists.doubts.append("“[exempt” has no “]” behind it; kept as words, so public")
        words, exempt = without_exempt(text)
        statement = ""
        if is_decision:
            words, statement = decision_lines.with_statement_apart(words)
        words, speaker = without_speaker(words, self._lists)
        return f"{words}{statement}", speaker, exempt

    def _time(self, stamp: re.Match[str]) -> dt.time | None:
        try:
            return read_time(stamp.group("time"))
        except ValueError as error:
            self._lists.doubts.append(f"{error}; kept as words")
            return None


def write_entry(entry: Entry, lists: Lists) -> list[str]:
    """The lines from which an `EntryReader` makes `entry` again: the most natural that do.

    Where two people on the lists have one name and no codes, it cannot tell which of them is meant:
    the lines then say the name, and all else.
    """
    reader = EntryReader(Lists(lists.people, lists.date, lists.items or {}))
    declaration = facts_of(entry, Declaration)
    if declaration and declaration.item_id not in (lists.items or {}).values():
        entry = replace(entry, facts=replace(declaration, item_id=""))
    lines: list[str] = []
    nearest: list[str] = []
    for lines in _forms(entry, lists):
        line = Line(0, lines[0], tuple(unindented(each) for each in lines[1:]))
        read = reader.read(line, entry.id)
        if read == entry:
            return lines
        if not nearest and read.facts and replace(read, facts=entry.facts) == entry:
            nearest = lines
    return nearest or lines


def _forms(entry: Entry, lists: Lists) -> Iterator[list[str]]:
    mark = MARK_OF[entry.kind]
    motion = facts_of(entry, Motion)
    mark = AMENDMENT if motion and motion.amends else mark
    mark = mark if entry.settled else f"{mark}?"
    time = f"{entry.time:%H:%M}" if entry.time else ""
    before = [mark, time] if entry.kind in _TIME_AFTER_MARK else [time, mark]
    for body in _bodies(entry, lists):
        first, *more = _with_tags(body, entry, lists).split("\n")
        yield [spaced(*before, keep_start(first)), *indented(more)]
    plain = with_exempt(with_speaker(entry.text, entry.speaker, lists), entry.exempt)
    first, *more = plain.split("\n")
    yield [spaced(time, mark, f"\\{first}"), *indented(more)]


def _with_tags(body: str, entry: Entry, lists: Lists) -> str:
    words, statement = body, ""
    if entry.kind in _DECISIONS:
        words, statement = decision_lines.with_statement_apart(body)
    tagged = with_exempt(with_speaker(words, entry.speaker, lists), entry.exempt)
    return f"{tagged}{with_exempt(statement, None)}"


def _bodies(entry: Entry, lists: Lists) -> Iterator[str]:  # noqa: PLR0911 — one for each kind
    text = entry.text
    match entry.kind:
        case EntryKind.ACTION_POINT:
            return facts.write_action(facts_of(entry, ActionPoint), text, lists)
        case EntryKind.MOTION:
            return facts.write_motion(facts_of(entry, Motion), text, lists)
        case EntryKind.RECOMMENDATION:
            return decision_lines.write_recommendation(facts_of(entry, Referral), text, lists)
        case EntryKind.VOTE:
            return vote_lines.write_vote(facts_of(entry, Vote), text, lists)
        case EntryKind.BALLOT:
            return vote_lines.write_ballot(facts_of(entry, Ballot), text, lists)
        case EntryKind.RESOLUTION:
            return decision_lines.write_decision(facts_of(entry, Decision), text, lists)
        case EntryKind.PROCEDURE:
            return decision_lines.write_proceeding(facts_of(entry, Proceeding), text, lists)
        case EntryKind.DECLARATION:
            return facts.write_declaration(facts_of(entry, Declaration), text, lists)
        case EntryKind.ARRIVAL | EntryKind.DEPARTURE:
            return facts.write_movement(facts_of(entry, Movement), text, lists)
        case _:
            return iter((text,))


def unindented(line: str) -> str:
    """The words of an indented line; a backslash keeps what would be lost at their start."""
    return without_start(line)


def indented(lines: list[str]) -> list[str]:
    """`lines` indented below their first, so that `unindented` gives them back."""
    return [f"  {keep_start(line) or chr(92)}" for line in lines]
