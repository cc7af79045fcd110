"""The keys of the vote pad, as data: what each does is the same in the window and in a test."""

from collections.abc import Callable
from types import MappingProxyType

from msgspec import Struct

from clerkapp.editing.vote_pad import Manner, VotePad
from clerkapp.meeting.votes import Casting, Way


class PadKey(Struct, frozen=True):
    """A key of the pad: its name as Qt writes it, what it does in words, and what it does."""

    key: str
    words: str
    does: Callable[[VotePad], VotePad]


def _on_request(pad: VotePad) -> VotePad:
    """The vote of whoever is at hand recorded on request: for, against, abstained, not at all."""
    line = pad.at_hand
    if line is None:
        return pad
    now = next((each.way for each in pad.own if each.person.person_id == line.person.id), None)
    ways = (*Way, None)
    marked = dict(pad.marks).get(line.person.id) if pad.manner is Manner.NAMES else None
    following = ways[ways.index(now) + 1] if now else marked or Way.FOR
    return pad.on_request(line.person.id, following)


def _unanimous(pad: VotePad) -> VotePad:
    """Where the names have to be recorded, unanimous is everyone for, by name."""
    return pad.everyone(Way.FOR) if pad.why_not_by_numbers else pad.in_manner(Manner.UNANIMOUS)


def _casting(pad: VotePad, way: Casting) -> VotePad:
    """The casting vote, or none again where it already went that way."""
    return pad.casting(Casting.NONE if pad.cast is way else way)


KEYS = (
    PadKey("U", "Unanimous", _unanimous),
    PadKey("H", "By a show of hands", lambda pad: pad.in_manner(Manner.SHOW_OF_HANDS)),
    PadKey("N", "By name", lambda pad: pad.in_manner(Manner.NAMES)),
    PadKey("Shift+F", "Everyone for", lambda pad: pad.everyone(Way.FOR)),
    PadKey("Shift+A", "Everyone against", lambda pad: pad.everyone(Way.AGAINST)),
    PadKey("F", "For, and the next member", lambda pad: pad.mark(Way.FOR)),
    PadKey("A", "Against, and the next member", lambda pad: pad.mark(Way.AGAINST)),
    PadKey("X", "Abstained, and the next member", lambda pad: pad.mark(Way.ABSTAINED)),
    PadKey("Space", "Did not vote, and the next member", lambda pad: pad.mark(None)),
    PadKey("Down", "The next member", lambda pad: pad.step(1)),
    PadKey("Up", "The previous member", lambda pad: pad.step(-1)),
    PadKey("Home", "The first member", lambda pad: pad.step(-len(pad.voters))),
    PadKey("End", "The last member", lambda pad: pad.step(len(pad.voters))),
    PadKey("C", "Casting vote for", lambda pad: _casting(pad, Casting.FOR)),
    PadKey("Shift+C", "Casting vote against", lambda pad: _casting(pad, Casting.AGAINST)),
    PadKey("R", "Record this member’s own vote on request", _on_request),
)
"""Every key of the pad, in the order in which a list of keys shows them."""

_BY_KEY = MappingProxyType({each.key: each for each in KEYS})


def press(pad: VotePad, key: str) -> VotePad:
    """The pad after that key ("F", "Shift+F", "Down"); the same pad where the key means nothing."""
    found = _BY_KEY.get(key)
    return found.does(pad) if found else pad
