"""Meetings in the manners of other houses, typed at the keyboard and read back from the disk."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyboard import Keyboard, missing_programs
from typed_meetings import GOVERNORS, PARISH, PLANNING, TypedMeeting

from clerkapp.notation.marks import KIND_OF

_MEETINGS = (PARISH, PLANNING, GOVERNORS)
_KEYS_A_SECOND = 60


@pytest.fixture
def opened(tmp_path: Path) -> Iterator:
    """Opens a window on a meeting that has its heading alone."""
    missing = missing_programs()
    if missing:
        pytest.skip(f"this machine has no {' and no '.join(missing)}")
    keyboards: list[Keyboard] = []

    def opens(meeting: TypedMeeting) -> Keyboard:
        keyboards.append(Keyboard(tmp_path, meeting.heading, _KEYS_A_SECOND))
        return keyboards[0]

    yield opens
    for keyboard in keyboards:
        keyboard.end()


def type_script(keyboard: Keyboard, script: str) -> None:
    """Types what stands there and presses what stands in braces; the ends of lines are neither."""
    for place, part in enumerate(re.split(r"\{([^}]+)\}", script.replace("\n", ""))):
        if place % 2:
            keys, _, times = part.partition("*")
            keyboard.press(keys, int(times or 1))
            continue
        for more, words in enumerate(part.split("\t")):
            if more:
                keyboard.press("Tab")
            if words:
                keyboard.type(words)


def lines_of(keyboard: Keyboard) -> list[str]:
    """What is on the disk, in the manner of the samples."""
    meeting = keyboard.meeting()
    names = {each["person"]["id"]: each["person"]["name"] for each in meeting["attendance"]}
    marks = {kind.value: mark for mark, kind in sorted(KIND_OF.items(), reverse=True)}
    lines: list[str] = []
    for place, item in enumerate(meeting.get("items", ()), start=1):
        lines.append(f"# {item.get('number', place)} {item['title']}")
        for entry in item.get("entries", ()):
            words = entry.get("text", "").replace("\n", "⏎")
            facts = entry.get("facts", {})
            owner = names.get(facts.get("owner", {}).get("person", ""), "")
            words += f" @{owner} by {facts['due']}" if facts.get("due") else ""
            if nature := facts.get("nature"):
                words += f"{names[facts['person']['person']]}: {nature}"
            lines.append(f"{marks[entry['kind']]} {words}")
    return lines


@pytest.mark.trials(few=1, full=3)
def test_a_meeting_of_another_house_is_on_the_disk_as_it_was_typed(opened, trial):
    meeting = _MEETINGS[trial]
    keyboard = opened(meeting)
    type_script(keyboard, meeting.script)
    wanted = meeting.items.splitlines()
    assert keyboard.close() == 0
    found = lines_of(keyboard)
    loose = [w if w[:1] != "?" else f"{f[:1]}{w[1:]}" for w, f in zip(wanted, found, strict=False)]
    assert found == [*loose, *wanted[len(loose) :]]
    assert not keyboard.errors()
