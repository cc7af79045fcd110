"""Reads the notation: text in, a meeting and remarks on its lines out. No line is dropped."""

import codecs
import re
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.errors import JurisdictionError, NotationError
from clerkapp.law.jurisdiction import jurisdiction
from clerkapp.meeting.edits import change_entry
from clerkapp.meeting.entries import Entry, facts_of
from clerkapp.meeting.ids import NewId, counted
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem, Business, Meeting, SupportingDocument
from clerkapp.meeting.numbering import NUMBER, settled
from clerkapp.meeting.words import clean, one_line
from clerkapp.notation.entry_lines import (
    TIME,
    EntryReader,
    Line,
    is_bullet,
    is_marked,
    unindented,
)
from clerkapp.notation.escapes import unescape, without_start
from clerkapp.notation.exempt_marks import without_exempt
from clerkapp.notation.facts import Lists
from clerkapp.notation.header import HeaderReader, key_line
from clerkapp.notation.places import items_by_number, read_dismissal
from clerkapp.patterns import pattern
from clerkapp.wording.above import START


class Remark(Struct, frozen=True):
    """A line that was not wholly understood: where it stands and what was expected."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.words}"


class Reading(Struct, frozen=True):
    """What came of reading: the meeting, and what the clerk should look at."""

    meeting: Meeting
    remarks: tuple[Remark, ...] = ()


def read_notation(source: str | bytes, new_id: NewId | None = None) -> Reading:
    """The meeting written in `source`.

    Without `new_id` the identifiers are counted, so that the same text gives the same meeting.
    NotationError where `source` is no text at all.
    """
    remarks: list[Remark] = []
    text = source if isinstance(source, str) else _decoded(source, remarks)
    return _Reader(new_id or counted(), remarks).read(text.removeprefix("\ufeff"))


def read_entries(text: str, lists: Lists, new_id: NewId) -> tuple[Entry, ...]:
    """The entries in the lines of one item; doubts are left with `lists`."""
    reader = EntryReader(lists)
    lists.items = lists.items or {}
    entries: list[Entry] = []
    above = START
    for line in _lines(text):
        entries.append(reader.read(line, new_id(), above))
        above = above.then(entries[-1])
    return tuple(entries)


# Items: `# 6. Title [exempt 3]`, then By: and Papers:, then entries

_OF_THE_YEAR = (  # 99/20, PLA148/14; where the year comes first, 26/031, as health boards have it
    r"(?:[A-Z]{1,4}[ -]?|[A-Z][A-Za-z]{1,4}/)?"
    r"(?:\d{2}/\d{3}(?!\d)|\d{1,6}/\d{2}(?:\d{2}|-\d{2})?(?:\.\d{1,4})?)"
)
_TITLE_FOLLOWS = r"\s+(?=[A-ZÀ-Þ“‘\"'])"
_TITLE_OR_YEAR_FOLLOWS = rf"(?:{_TITLE_FOLLOWS}|\s+(?=20\d\d(?:/\d\d)? [A-Za-z]))"
_ITEM = pattern(
    rf"(?:[Ii]tem\s+)?(?:(?P<number>{NUMBER})[.)](?:\s+|$)"
    rf"|(?P<colon>\d+[a-z]?|{_OF_THE_YEAR}):(?:\s+|$)"
    rf"|(?P<of_the_year>{_OF_THE_YEAR})(?:(?:\s+[–—-])?{_TITLE_FOLLOWS}|$)"
    rf"|(?P<bare>\d{{1,3}}(?:\.\d{{1,2}})*){_TITLE_OR_YEAR_FOLLOWS})?(?P<title>.*)"
)
_FINANCIAL_YEAR = pattern(r"(?:20)?(\d\d)/(\d\d)")
_ITEM_KEY = pattern(
    r"(?P<key>By|Papers|Supporting documents|Business|Recommendation|Summary)\s*:(?P<value>.*)"
)
_KEY_FIELDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "By": ("presenter", one_line),
    "Business": ("business", lambda value: Business(value.strip().casefold())),
    "Recommendation": ("recommendation", str),
    "Summary": ("summary", str),
}
_DOCUMENTS = pattern(r"(?:\\.|<(?:\\.|[^<>\\])*>|[^;])+")  # an address may hold a semicolon
_DOCUMENT = pattern(r"(?P<title>.*?)(?:\s*(?<!\\)<(?P<target>(?:\\.|[^<>])*)>)?")
IN_DOCUMENTS = ";<>"


class _Reader:
    """Reads one text; every doubt is put down to the line that raised it."""

    def __init__(self, new_id: NewId, remarks: list[Remark]) -> None:
        self._new_id = new_id
        self._remarks = remarks
        self._lists = Lists(())
        self._declared: dict[str, int] = {}  # entries that name an item, and their lines
        self._dismissed: list[int] = []  # the lines of what was dismissed

    def read(self, text: str) -> Reading:
        meeting_id, header = self._new_id(), HeaderReader(self._new_id)
        above, *parts = _parts(text)
        stray = [line for line in above if not self._took_as_header(line, header)]
        attendance, heading = header.attendance(), header.heading
        self._remark(1, header.doubts)
        if heading.date is None:
            self._remark(1, ["no date is given; write it as “Date: 2026-03-05”"])
        self._lists = Lists([line.person for line in attendance], heading.date)
        items = [self._with_entries(AgendaItem(self._new_id()), stray)] if stray else []
        items += [self._item(title, lines) for title, *lines in parts]
        meeting = Meeting(meeting_id, heading, attendance, tuple(items), header.is_sample)
        meeting = self._with_places(settled(meeting), header)
        return Reading(meeting, tuple(sorted(self._remarks, key=lambda r: r.line)))

    def _with_places(self, meeting: Meeting, header: HeaderReader) -> Meeting:
        """`meeting` with the items that its declarations name, and with what was dismissed."""
        self._lists.items = items_by_number(meeting)
        reader = EntryReader(self._lists)
        for entry_id, number in self._declared.items():
            meeting = change_entry(meeting, entry_id, reader.with_item)
            self._remark(number, self._lists.doubts)
        for words, number in zip(header.dismissed, self._dismissed, strict=True):
            dismissal = read_dismissal(words, meeting, self._lists.doubts)
            meeting = replace(meeting, dismissed=(*meeting.dismissed, dismissal))
            self._remark(number, self._lists.doubts)
        return meeting

    def _remark(self, number: int, doubts: list[str]) -> None:
        self._remarks.extend(Remark(number, doubt) for doubt in doubts)
        doubts.clear()

    def _took_as_header(self, line: Line, header: HeaderReader) -> bool:
        words = " ".join((line.words, *line.more))
        found = key_line(words)
        if found is None:
            self._remark(line.number, [f"“{_short(words)}” stands before the first item; kept"])
            return False
        try:
            header.read(*found)
        except ValueError as error:
            self._remark(line.number, [f"{error}; kept as a note"])
            return False
        self._dismissed += [line.number] * (len(header.dismissed) - len(self._dismissed))
        if "[exempt" in words.casefold():
            header.doubts.append(_PUBLIC_LINE)
        if found[0] == "Jurisdiction":
            header.doubts += _doubts_of(header.heading.jurisdiction)
        self._remark(line.number, header.doubts)
        return True

    def _item(self, line: Line, lines: list[Line]) -> AgendaItem:
        words, exempt = without_exempt(line.words.lstrip("#").strip())
        number, title = _number_and_title(words)
        item = AgendaItem(self._new_id(), one_line(title), number, exempt=exempt)
        while lines and (taken := self._with_key(item, lines[0])):
            item = taken
            lines.pop(0)
        return self._with_entries(item, lines)

    def _with_key(self, item: AgendaItem, line: Line) -> AgendaItem | None:
        """`item` with what a line below its title says of it; None where that is an entry."""
        match = _ITEM_KEY.fullmatch(line.words)
        if match is None:
            return None
        key, value = match["key"], "\n".join((without_start(match["value"]), *line.more))
        if key in ("Papers", "Supporting documents"):
            documents = _documents(value.replace("\n", " "))
            return replace(item, documents=(*item.documents, *documents))
        field, read = _KEY_FIELDS[key]
        if getattr(item, field):
            return None
        try:
            return replace(item, **{field: read(value)})
        except ValueError:
            known = ", ".join(filter(None, Business))
            self._remark(line.number, [f"expected one of {known}, not “{value}”; kept as words"])
            return None

    def _with_entries(self, item: AgendaItem, lines: list[Line]) -> AgendaItem:
        reader = EntryReader(self._lists)
        entries: list[Entry] = []
        above = START
        for line in lines:
            entry = reader.read(line, self._new_id(), above)
            above = above.then(entry)
            entries.append(entry)
            if (declaration := facts_of(entry, Declaration)) and declaration.item_id:
                self._declared[entry.id] = line.number
            self._remark(line.number, self._lists.doubts)
        return replace(item, entries=tuple(entries))


def _number_and_title(words: str) -> tuple[str, str]:
    """The parts of "99/20 Accounts"; in "2026/27 Budget" the year belongs to the title."""
    match = _ITEM.fullmatch(words)
    if match is None:
        return "", words
    number, colon, of_the_year, bare = match.group("number", "colon", "of_the_year", "bare")
    if of_the_year and _is_financial_year(of_the_year):
        return "", words
    return number or colon or of_the_year or bare or "", match.group("title")


def _is_financial_year(number: str) -> bool:
    match = _FINANCIAL_YEAR.fullmatch(number)
    return match is not None and (int(match.group(1)) + 1) % 100 == int(match.group(2))


def _documents(value: str) -> Iterator[SupportingDocument]:
    for part in filter(None, map(str.strip, _DOCUMENTS.findall(value))):
        match = _DOCUMENT.fullmatch(part)
        title, target = match.group("title", "target") if match else (part, "")
        title, target = (one_line(unescape(p or "", IN_DOCUMENTS)) for p in (title, target))
        yield SupportingDocument(title or target, target)


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39].rstrip()}…"


# Lines

_LIMB = pattern(r"\((?:[a-z]{1,4}|\d{1,2})\)\s|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s")
_HAS_LIMBS = pattern(
    rf"(?:{TIME}\s+)?(?:[=>]|m\+?)\??(?:\s|$)|(?:It was )?RE(?:SOLVED|COMM)|Recommendation\s*:"
)


def _parts(text: str) -> Iterator[list[Line]]:
    """The lines above the first item, then those of each item with its title line first."""
    part: list[Line] = []
    for line in _lines(text):
        if line.words.startswith("#"):
            yield part
            part = []
        part.append(line)
    yield part


def _lines(text: str) -> Iterator[Line]:
    """The lines of `text` that begin something, each with those that continue it."""
    line: Line | None = None
    base: int | None = None  # how far the first line of this part stands from the margin
    for number, raw in _numbered(text):
        words = raw.lstrip()
        if not words:
            continue
        indent = len(raw[: len(raw) - len(words)].expandtabs(4))
        if words.startswith("#") and indent < 2:
            base = None
        elif line and base is not None and indent >= base + 2 and _continues(line, words):
            line = replace(line, more=(*line.more, unindented(raw)))
            continue
        elif line and base is not None and _LIMB.match(words) and _HAS_LIMBS.match(line.words):
            line = replace(line, more=(*line.more, words))
            continue
        else:
            base = indent if base is None else min(base, indent)
        if line:
            yield line
        line = Line(number, words)
    if line:
        yield line


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """Each line with the number that an editor gives it, whatever breaks stand within it."""
    for number, line in enumerate(re.split(r"\r\n|[\r\n]", text), start=1):
        yield from ((number, part) for part in clean(line).split("\n"))


def _continues(line: Line, words: str) -> bool:
    """Whether `words`, which stand indented below `line`, go on with it.

    Under notes that were pasted from a page, a bullet begins an entry of its own.
    """
    return not is_bullet(words) or is_marked(line.words) or _is_key(line.words)


def _is_key(words: str) -> bool:
    return key_line(words) is not None or _ITEM_KEY.match(words) is not None


# Bytes

_NO_TEXT = {
    b"PK\x03\x04": "a Word document or another zipped file",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Word document",
}


def _decoded(data: bytes, remarks: list[Remark]) -> str:
    """The text of `data`: UTF-8, UTF-16 with its mark, or line by line what it can be."""
    for start, name in _NO_TEXT.items():
        if data.startswith(start):
            raise NotationError(f"this is {name}, not text: save it as plain text first")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise NotationError("this is not a text file: it holds zero bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        lines = data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
    return "".join(_decoded_line(n, line, remarks) for n, line in enumerate(lines, start=1))


def _decoded_line(number: int, line: bytes, remarks: list[Remark]) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        remarks.append(Remark(number, "expected UTF-8; read as Windows-1252, so check the accents"))
        return line.decode("cp1252", errors="replace")


_PUBLIC_LINE = "“[exempt” counts on items and entries; what stands here is public"


def _doubts_of(name: str) -> list[str]:
    """What there is to say of a jurisdiction of that name, by whose law the minutes are printed."""
    try:
        jurisdiction(name)
    except JurisdictionError as error:
        return [f"{error}; the law of {jurisdiction('').title} stands in for it"]
    return []
