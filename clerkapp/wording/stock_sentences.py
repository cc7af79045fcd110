"""Stock sentences, with the places in them filled from the meeting."""

import datetime as dt
import re
from collections.abc import Mapping

from msgspec import Struct

from clerkapp.meeting.entries import facts_of
from clerkapp.meeting.meeting import AgendaItem, Meeting, people_of
from clerkapp.meeting.numbering import number_of
from clerkapp.meeting.people import Mention, folded, whom
from clerkapp.meeting.presence import is_chair, moment_in
from clerkapp.meeting.votes import Motion
from clerkapp.patterns import pattern
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.times import time_words

BLANK = "…"
"""What stands in a place that the meeting does not fill; the cursor goes to the first."""

_PLACE = pattern(r"\{([a-z_]+)\}")


class Filled(Struct, frozen=True):
    """A sentence with its places filled, and the part of it that the clerk has to fill."""

    words: str
    start: int  # of the first blank; the end of the words where there is none
    end: int


def filled(sentence: str, places: Mapping[str, str]) -> Filled:
    """`sentence` with what `places` knows; a place that it does not know stays blank."""
    words = _PLACE.sub(lambda match: places.get(match[1]) or BLANK, sentence)
    words = words[:1].upper() + words[1:]
    at = words.find(BLANK)
    if at < 0:
        return Filled(words, len(words), len(words))
    return Filled(words, at, at + len(BLANK))


def fitting(sentences: Mapping[str, str], typed: str) -> list[str]:
    """The names of the sentences that have all the words typed, or beginnings of words.

    Those whose name begins so come first.
    """
    wanted = folded(typed).split()
    names = [name for name, words in sentences.items() if _has(f"{name} {words}", wanted)]
    return sorted(names, key=lambda name: not folded(name).startswith(" ".join(wanted)))


def _has(text: str, wanted: list[str]) -> bool:
    words = re.findall(r"\w+", folded(text))
    return all(any(word.startswith(each) for word in words) for each in wanted)


def places_of(
    meeting: Meeting, item: AgendaItem, style: HouseStyle, time: dt.time | None
) -> dict[str, str]:
    """What the places of a sentence in that item stand for at that time; only what is known."""
    sentences = Sentences(meeting, style)
    motions = (facts_of(entry, Motion) for entry in reversed(item.entries))
    motion = next((each for each in motions if each), None)
    next_meeting = meeting.heading.next_meeting
    places = {
        "time": time_words(time, style.layout.times) if time else "",
        "item": number_of(meeting, item),
        "title": item.title,
        "committee": meeting.heading.committee,
        "chair": _chair(meeting, item, sentences),
        "presenter": _presenter(meeting, item, sentences),
        "mover": sentences.named(motion.mover) if motion and motion.mover else "",
        "seconder": sentences.named(motion.seconder) if motion and motion.seconder else "",
        "next": sentences.next_words(next_meeting) if next_meeting else "",
    }
    return {name: words for name, words in places.items() if words}


def _presenter(meeting: Meeting, item: AgendaItem, sentences: Sentences) -> str:
    if not item.presenter:
        return ""
    found = whom(item.presenter, people_of(meeting))
    alone = Mention(found[0].id) if len(found) == 1 else Mention(words=item.presenter)
    return sentences.named(alone)


def _chair(meeting: Meeting, item: AgendaItem, sentences: Sentences) -> str:
    """Who presides in that item; where nobody is known to, who holds the post."""
    presiding = moment_in(meeting, item.id).chair
    holders = [each.id for each in people_of(meeting) if is_chair(each.post)]
    return sentences.named(Mention(presiding or holders[0])) if presiding or holders else ""
