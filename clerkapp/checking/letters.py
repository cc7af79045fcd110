"""A rule about letters of a name that nobody wrote out: “lyl why the pool was shut”."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.record import Record
from clerkapp.checking.rewording import entry_edit
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.people import Mention, Person, has_honorific
from clerkapp.patterns import pattern
from clerkapp.wording.attribution import SENTENCE_OPENERS, may_be, meant_by
from clerkapp.wording.openings import VERB

_SAID = frozenset({EntryKind.QUESTION, EntryKind.RESPONSE, EntryKind.COMMENT, EntryKind.NOTE})
_SMALL = r"[a-zß-ÿ][^\W\d_A-Z]*(?:[’'-]\w+)*"
_TITLE = r"(?:[Cc]ouncillor|[Cc]llr|[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r)\.?"
_WHO = pattern(rf"(?:{_TITLE} )?{_SMALL}(?: {_SMALL}){{0,2}}")
_ASKS = pattern(r"(?:if|whether|how|what|when|where|why|who|which|about|that)\b")
_TELLS = pattern(VERB, re.VERBOSE)


def letters_of_a_name(record: Record) -> Iterator[Finding]:
    """N9: letters of a name, in small type before what was said, are written out.

    Ordinary words may be letters of a name too: they count only where a verb of reporting or a
    word of asking follows, or nothing.
    """
    for spot, entry in record.entries:
        if entry.kind not in _SAID:
            continue
        typed, meant = _spoken_by(entry.text, record)
        if len(meant) == 1:
            name = meant[0].name
            what, mend = f"“{typed}” stands for {name}", "Write the name out."
            edit = _written_out(entry, typed, meant[0])
            fix = Fix(f"Write {name}", edit) if edit else None
            yield spot.finding("N9", Severity.WARNING, what, mend, fix)
        elif meant:
            what = may_be(typed, meant)
            yield spot.finding("N9", Severity.WARNING, what, "Write who it was.")


def _spoken_by(text: str, record: Record) -> tuple[str, tuple[Person, ...]]:
    """The letters before what was said, and everybody whom they may mean."""
    typed = _WHO.match(text)
    words = typed.group().split() if typed else []
    for count in range(1, len(words) + 1):
        who = " ".join(words[:count])
        rest = text[len(who) :].strip()
        is_said = not rest or _ASKS.match(rest) or _TELLS.match(rest)
        if is_said and who not in SENTENCE_OPENERS:
            return who, meant_by(who, record.people)
    return "", ()


def _written_out(entry: Entry, typed: str, person: Person) -> Edit | None:
    """The edit that names `person`; None where it is not known how their sentence goes on."""
    rest = entry.text[len(typed) :].strip()
    is_asked = entry.kind is EntryKind.QUESTION and bool(_ASKS.match(rest))
    if not has_honorific(person.name) or not (is_asked or _TELLS.match(rest)):
        return None
    text = f"{person.name} {'asked ' if is_asked else ''}{rest}"

    def change(now: Entry) -> Entry:
        said = replace(now, text=text, speaker=Mention(person.id))
        return said if now.text == entry.text else now

    return entry_edit(entry.id, change)
