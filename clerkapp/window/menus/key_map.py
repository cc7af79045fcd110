"""Every key by what it does, grouped as the menus are. Knows nothing of Qt."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct

from clerkapp.meeting.people import folded
from clerkapp.window.menus.other_words import OTHER_WORDS


class HasKeys(Protocol):
    """A command, as far as its keys are told."""

    @property
    def menu(self) -> str:
        """The menu that it stands in."""
        ...

    @property
    def full_name(self) -> str:
        """Its menu and what it does."""
        ...

    @property
    def name(self) -> str:
        """What it does, in words."""
        ...

    @property
    def keys_shown(self) -> str:
        """Its keys as they are told; "" for none."""
        ...


class KeyLine(Struct, frozen=True):
    """What a key does, and the key."""

    what: str
    keys: str
    other: tuple[str, ...] = ()  # what somebody may call it instead


class KeyGroup(Struct, frozen=True):
    """The keys of one menu, or of the words themselves."""

    name: str
    lines: tuple[KeyLine, ...]


def _group(name: str, told: Iterable[tuple[str, str]]) -> KeyGroup:
    return KeyGroup(name, tuple(KeyLine(what, keys) for what, keys in told))


_TYPING = _group("Typing", (
    ("Next entry, or split where the cursor is", "Enter"),
    ("New line within the entry", "Shift+Enter"),
    ("Join with the entry above", "Backspace at the start"),
    ("Join with the entry below", "Delete at the end"),
    ("To the entry above or below", "↑ or ↓ at the edge"),
    ("Write a code out", "the code and Space, or a stop"),
    ("Stock sentences", ";;"),
    ("Name somebody, or an item of the agenda", "@ or #"),
    ("Who moved and seconded a motion", "/ ob / fin behind it"),
    ("Owner and date of an action point", "@cdo by +2w behind it"),
    ("Take the wording offered, or go to the next blank", "Tab"),
    ("To the next field, and back", "Tab and Shift+Tab"),
    ("Select words, and entries beyond them", "Shift+arrows"),
    ("A page of entries up or down", "Page Up and Page Down"),
    ("Cut, copy, paste", "Ctrl+X, Ctrl+C, Ctrl+V"),
    ("What can be done here", "Menu or Shift+F10"),
    ("Out of an owner or a date, as it was", "Esc"),
))  # fmt: skip
"""What the text widgets do with a key; no command stands behind it."""

_BEGINNINGS = _group("At the start of an empty entry", (
    (kind, f"{mark} and Space") for mark, kind in (
        ("q", "Question"), ("r", "Response"), ("a", "Action point"), ("n", "Note"),
        ("c", "Comment"), ("k", "Lead-in"), ("m", "Motion"), ("m+", "Amendment"), ("v", "Vote"),
        ("d", "Interest"), ("=", "Resolved"), (">", "Recommended"),
    )
))  # fmt: skip
"""What `short_key` turns into a kind."""

_ROOM = _group("In the list of the room", (
    ("There, or arriving", "P"),
    ("Leaves; withdraws for an interest", "L, W"),
    ("Takes the chair", "C"),
    ("Apologies; absent", "A, N"),
    ("Remote, or in the room; has a substitute", "R, S"),
))  # fmt: skip
_ROLL = _group("In the roll call", (
    ("Everyone present; one after the other", "E, P"),
    ("Remote; apologies; absent; substitute", "R, A, N, S"),
    ("Apologies, with a reason", "Shift+A"),
))  # fmt: skip
_VOTE = _group("In the vote pad", (
    ("The hands of a side, and the next side", "digits, ↓ or Tab"),
    ("Unanimous; by a show of hands; by name", "U, H, N"),
    ("For; against; abstained; did not vote", "F, A, X, Space"),
    ("Everyone for; everyone against", "Shift+F, Shift+A"),
    ("Casting vote for; against", "C, Shift+C"),
    ("A member’s own vote on request", "R"),
    ("Record the vote", "Enter"),
))  # fmt: skip
_BALLOT = _group("In the ballot pad", (
    ("Votes; the next candidate, round, the record", "digits, Enter"),
    ("Somebody more stands; stands down", "S, Delete"),
    ("The post; the round before; as it is", "P, B, W"),
))  # fmt: skip
_PANELS = _group("Interests; the public excluded", (
    ("An interest: take a line; a step back", "a digit or Enter, Backspace"),
    ("A paragraph of an exclusion", "its number or words, Space"),
    ("Record the exclusion", "Enter"),
))  # fmt: skip


def key_map(commands: Iterable[HasKeys]) -> tuple[KeyGroup, ...]:
    """Every key: those of the words, of what stands beside them, and then of the commands by menu.

    Nine commands that differ in a number alone are one line: "Alt+1 … Alt+9". In this order the
    printed page has two equal columns.
    """
    menus: dict[str, list[KeyLine]] = {}
    for command in commands:
        if command.keys_shown:
            other = OTHER_WORDS.get(command.full_name, ())
            line = KeyLine(command.name, command.keys_shown, other)
            menus.setdefault(command.menu, []).append(line)
    by_menu = (KeyGroup(menu, tuple(_numbers_together(lines))) for menu, lines in menus.items())
    return (_TYPING, _BEGINNINGS, _ROOM, _ROLL, _VOTE, _BALLOT, _PANELS, *by_menu)


def narrowed(groups: Iterable[KeyGroup], typed: str) -> tuple[KeyGroup, ...]:
    """The lines that have each of the typed words: in their group, what they do, or their keys.

    Or each begins a word of something else that it may be called.
    """
    wanted = folded(typed).split()
    kept: list[KeyGroup] = []
    for group in groups:
        lines = tuple(
            line
            for line in group.lines
            if _has(f"{group.name} {line.what} {line.keys}", wanted)
            or any(_begin(wanted, phrase) for phrase in line.other)
        )
        if lines:
            kept.append(KeyGroup(group.name, lines))
    return tuple(kept)


def _has(told: str, wanted: list[str]) -> bool:
    return all(word in folded(told) for word in wanted)


def _begin(wanted: list[str], phrase: str) -> bool:
    words = folded(phrase).split()
    return all(any(each.startswith(word) for each in words) for word in wanted)


def _numbers_together(lines: list[KeyLine]) -> Iterator[KeyLine]:
    at = 0
    while at < len(lines):
        first = last = lines[at]
        while at + 1 < len(lines) and _follows(lines[at + 1], last):
            at += 1
            last = lines[at]
        at += 1
        if last is first:
            yield first
        else:
            what = re.sub(r"\d+", f"1 … {_number(last.what)}", first.what)
            yield KeyLine(what, f"{first.keys} … {last.keys}")


def _follows(line: KeyLine, before: KeyLine) -> bool:
    """Whether `line` says the same of the next number."""
    return (
        _number(before.what) is not None
        and _number(line.what) == (_number(before.what) or 0) + 1
        and re.sub(r"\d+", "", line.what) == re.sub(r"\d+", "", before.what)
    )


def _number(words: str) -> int | None:
    number = re.search(r"\d+", words)
    return int(number[0]) if number else None
