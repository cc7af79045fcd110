"""What a mark in the words offers: people at `@`, items at `#`, stock sentences at `;;`."""

from collections.abc import Mapping

from msgspec import Struct

from clerkapp.editing.order import items_meant
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Meeting, people_of
from clerkapp.meeting.numbering import number_of
from clerkapp.meeting.people import Mention, Person, folded
from clerkapp.meeting.presence import in_the_room
from clerkapp.wording.attribution import meant_by
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.shorthand import SENTENCE, Shorthand
from clerkapp.wording.stock_sentences import filled, fitting

PERSON = "@"
ITEM = "#"
_BEFORE = ' \n(“"‘/–—'  # behind one of these a mark begins a word: not in “jo@parish.example”


class Choice(Struct, frozen=True):
    """One line of the list: what it puts in, and what is shown of it."""

    words: str
    shown: str
    aside: str = ""


def mark_typed(entry: Entry, text: str, cursor: int) -> str:
    """The mark that the last key, before `cursor`, has typed in `text`; "" for none.

    In an action point `@` names the owner, at the end of its words.
    """
    before = text[:cursor]
    if before.endswith(SENTENCE):
        return SENTENCE
    mark = before[-1:]
    if mark not in (PERSON, ITEM) or (len(before) > 1 and before[-2] not in _BEFORE):
        return ""
    return "" if mark == PERSON and entry.kind is EntryKind.ACTION_POINT else mark


def people_to_name(meeting: Meeting, style: HouseStyle, typed: str) -> tuple[Choice, ...]:
    """Whom the letters behind `@` may mean, as the house names them; those in the room first."""
    if typed.startswith(" "):
        return ()
    here = [line.person for line in in_the_room(meeting)]
    everyone = [*here, *(p for p in people_of(meeting) if p not in here)]
    meant = meant_by(typed, everyone)
    rest = (p for p in everyone if p not in meant and _has(p, typed))
    sentences = Sentences(meeting, style)
    return tuple(
        Choice(sentences.named(Mention(p.id)), p.name, p.code or p.post) for p in (*meant, *rest)
    )


def _has(person: Person, typed: str) -> bool:
    words = folded(f"{person.name} {person.post}").replace("-", " ").split()
    return all(any(word.startswith(each) for word in words) for each in folded(typed).split())


def items_to_name(meeting: Meeting, typed: str) -> tuple[Choice, ...]:
    """The items that the number or the letters behind `#` may mean."""
    if typed.startswith(" "):
        return ()
    numbered = ((number_of(meeting, item), item.title) for item in items_meant(meeting, typed))
    return tuple(Choice(f"item {number}", title, f"Item {number}") for number, title in numbered
                 if number)  # fmt: skip


def sentences_to_put_in(
    shorthand: Shorthand, places: Mapping[str, str], typed: str
) -> tuple[Choice, ...]:
    """The stock sentences that fit the words behind `;;`, with what `places` knows filled in."""
    known = shorthand.sentences
    found = ((name, filled(known[name], places).words) for name in fitting(known, typed))
    return tuple(Choice(words, words, name) for name, words in found)
