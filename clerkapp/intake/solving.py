"""Which facts of a record must change for it to print what Word has: sought, and proved."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from clerkapp.intake.fact import Fact
from clerkapp.intake.printing import Printed, Printer
from clerkapp.intake.transferring import tokens_apart, transferred
from clerkapp.meeting.meeting import Meeting


class Wanted(Struct, frozen=True):
    """What Word has in one place."""

    word: Sequence[str]  # its paragraphs
    place: Callable[[Printed], Sequence[str]]  # those that are printed there
    reads: Callable[[Sequence[str], Sequence[str]], bool]  # whether printed ones read as Word's


class Found(Struct, frozen=True):
    """One fact with the words that it must have."""

    fact: Fact
    words: str


def found_by_printing(
    printer: Printer, meeting: Meeting, wanted: Wanted, candidates: Iterable[tuple[Fact, ...]]
) -> tuple[Found, ...]:
    """The facts of `meeting` that must change so that it prints what is wanted.

    Of the candidates, each changed as Word's wording proposes, the one that brings what is printed
    nearest to it is kept, and so on; the facts of one change together. () where it never comes to
    read the same.
    """
    candidates = tuple(candidates)
    found: tuple[Found, ...] = ()
    printed = wanted.place(printer.printed(meeting))
    while not wanted.reads(printed, wanted.word):
        tried = _nearest(printer, meeting, wanted, candidates, printed)
        if tried is None:
            return ()
        meeting, printed = tried.meeting, tried.printed
        found += tried.changes
    return found


class _Tried(Struct, frozen=True):
    """A meeting with changes, and what it prints in the place."""

    meeting: Meeting
    changes: tuple[Found, ...]
    printed: Sequence[str]


def _nearest(
    printer: Printer,
    meeting: Meeting,
    wanted: Wanted,
    candidates: Iterable[tuple[Fact, ...]],
    printed: Sequence[str],
) -> _Tried | None:
    """The change that brings what is printed nearest to Word's; None where none does at all."""
    was, now = "\n".join(printed), "\n".join(wanted.word)
    nearest, best = tokens_apart(was, now), None
    for facts in candidates:
        each_way = (transferred(was, now, fact.words(meeting)) for fact in facts)
        for proposal in zip(*each_way, strict=False):
            changes = tuple(map(Found, facts, proposal))
            trial = _put(meeting, changes)
            if trial is None:
                continue
            after = wanted.place(printer.printed(trial))
            if wanted.reads(after, wanted.word):
                return _Tried(trial, changes, after)
            apart = tokens_apart("\n".join(after), now)
            if apart < nearest:
                nearest, best = apart, _Tried(trial, changes, after)
    return best


def _put(meeting: Meeting, changes: Iterable[Found]) -> Meeting | None:
    """`meeting` with those facts; None where the words of one cannot be read."""
    try:
        for each in changes:
            meeting = each.fact.put(meeting, each.words)
    except ValueError:
        return None
    return meeting
