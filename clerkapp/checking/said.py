"""Everything that an entry says in words: its own, and those among its facts."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.checking.quoted import unquoted
from clerkapp.checking.rewording import Spans, entry_edit, respelt, reword
from clerkapp.meeting.decisions import PARTS, Statement
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import Entry, Facts, present_facts
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.mentions import everybody_in, with_everybody
from clerkapp.meeting.people import Mention


class Said(Struct, frozen=True):
    """Some words of an entry, and the edit that puts others at places in them."""

    text: str
    reworded: Callable[[Spans], Edit]

    @property
    def unquoted(self) -> str:
        """The words without what they quote, as long as before."""
        return unquoted(self.text)


def said_in(entry: Entry) -> Iterator[Said]:
    """The words of `entry`, then those of a decision's statement or of a declaration."""
    yield Said(entry.text, lambda spans: reword(entry, spans))
    for part, words in _parts(present_facts(entry)):
        if words:
            yield Said(words, _in_facts(entry, part, words))


def names_in(entry: Entry) -> Iterator[Said]:
    """Those whom the facts of `entry` name in words: an action point’s “Chief digital officer”."""
    for mention in dict.fromkeys(everybody_in(entry)):
        if mention.words:
            yield Said(mention.words, _renamed(entry, mention))


def _parts(facts: Facts | None) -> tuple[tuple[str, str], ...]:
    """What the clerk typed among the facts, by the name of its field."""
    match facts:
        case Statement():
            return tuple((part, getattr(facts, part)) for part in PARTS)
        case Declaration():
            return (("nature", facts.nature), ("conduct", facts.conduct))
        case _:
            return ()


def _in_facts(entry: Entry, part: str, words: str) -> Callable[[Spans], Edit]:
    def edit(spans: Spans) -> Edit:
        def change(now: Entry) -> Entry:
            facts = present_facts(now)
            if facts is None or (part, words) not in _parts(facts):
                return now
            return replace(now, facts=replace(facts, **{part: respelt(words, spans)}))

        return entry_edit(entry.id, change)

    return edit


def _renamed(entry: Entry, mention: Mention) -> Callable[[Spans], Edit]:
    def edit(spans: Spans) -> Edit:
        right = Mention(words=respelt(mention.words, spans))
        return entry_edit(
            entry.id,
            lambda now: with_everybody(now, lambda each: right if each == mention else each),
        )

    return edit
