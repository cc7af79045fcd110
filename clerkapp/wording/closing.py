"""Whether the record itself says when the meeting ended, and when the next one is."""

import datetime as dt
import re

from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import AgendaItem
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.patterns import pattern
from clerkapp.wording.times import MONTHS, WELSH_MONTHS

_ENDED = pattern(
    r"\bmeeting\b[^.]{0,40}\b(?:closed|ended|concluded|finished|rose|terminated)\b[^.]*?\bat\s+"
    r"(?:\d{1,2}[.:]?\d{0,2}|noon|midnight)|"
    r"\b(?:closed|ended|concluded) the meeting at\s+\d|"
    r"\b[cg]h?yfarfod\b[^.]{0,40}\b(?:i|ar) ben\b[^.]*?\bam\s+\d",
    re.IGNORECASE,
)
_TELLS = frozenset({EntryKind.NOTE, EntryKind.PROCEDURE})
_NEXT = pattern(
    r"\b(?:next|future|following)\b[^.]{0,30}\bmeetings?\b|\bdates?\b[^.]{0,30}\bmeetings?\b|"
    r"\b[cg]h?yfarfod(?:ydd)? (?:nesaf|y dyfodol)\b|\bdyddiad(?:au)?\b[^.]{0,30}\b[cg]h?yfarfod",
    re.IGNORECASE,
)
_NAMES_NEXT = pattern(
    r"(?:.{0,20}\bdates?\b.{0,40}\bof )?(?:the )?(?:next|future)(?: \w+){0,3} meetings?"
    r"(?: in public| of [\w ’'-]{1,60})?\W*|"
    r"(?:dyddiad(?:au)?\b.{0,30})?(?:y |’r )?cyfarfod(?:ydd)? (?:nesaf|y dyfodol)\W*",
    re.IGNORECASE,
)
_TELLS_NEXT = _TELLS | {EntryKind.RESOLUTION}
_GOES_ON = pattern(r"(?:in|at|by|on|via|over|remotely|online|virtually|yn|ym|yng|ar|drwy)\b")


def goes_on(place: str) -> bool:
    """Whether `place` goes on from the words before it, as “in the Council Chamber” does."""
    return _GOES_ON.match(place) is not None


def venue(place: str) -> str:
    """A place by itself: “Council Chamber” where it was said “in the Council Chamber”."""
    alone = re.sub(r"^(?:in|at|yn|ym|yng) (?:the |y |yr )?", "", place)
    return alone[:1].upper() + alone[1:]


def closes(entry: Entry) -> bool:
    """Whether `entry` says that the meeting ended, and when: a step of it with its time, or words.

    "The meeting closed at 8.55 pm." and "There being no further business the Chair closed the
    meeting at 20:55." do; that part of it was closed to the public does not.
    """
    step = facts_of(entry, Proceeding)
    if step and step.step is Step.CLOSED and entry.time:
        return True
    return entry.kind in _TELLS and _ENDED.search(entry.text) is not None


def names_next(item: AgendaItem) -> bool:
    """Whether the agenda has `item` to say when the next meeting is."""
    return _NAMES_NEXT.fullmatch(item.title) is not None


def awaits_next(item: AgendaItem) -> bool:
    """Whether `item` is there to say when the next meeting is, and nothing in it does yet.

    That the public came back, or that the meeting closed, says nothing of the next.
    """
    steps = (bool(facts_of(entry, Proceeding)) for entry in item.entries)
    said = (entry.text.strip() or entry.facts for entry in item.entries)
    is_empty = not any(words and not step for words, step in zip(said, steps, strict=True))
    return is_empty and names_next(item)


def tells_next(item: AgendaItem, entry: Entry, day: dt.date) -> bool:
    """Whether `entry` of `item` says that the next meeting is on that day.

    “Wednesday 9 June 2026 at 7.30 pm.” does below the heading “Date of the next meeting”.
    """
    if entry.kind not in _TELLS_NEXT or not _NEXT.search(f"{item.title}. {entry.text}"):
        return False
    months = f"{MONTHS[day.month - 1]}|{WELSH_MONTHS[day.month - 1]}"
    form = rf"\b{day.day}(?:st|nd|rd|th)?(?: of)? (?:{months})\b|\b(?:{months}) {day.day}\b"
    return re.search(form, entry.text, re.IGNORECASE) is not None
