"""Who was in the room and how they voted, taken down at the keyboard of the real application.

One meeting is played from the roll to the close with keys from outside. What the archive then has
on the disk is held against what was planned.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyboard import Keyboard, missing_programs

_MINUTES = """Council: Brookmere Borough Council
Committee: Corporate Overview and Scrutiny Committee
Date: 2026-03-05
Start: 19:00
Expected: Cllr P Ash (Chair); Cllr R Birch; Cllr T Cole; Cllr D Dunn; Cllr E Elm; Cllr F Frost; \
Cllr G Gale; Cllr H Hart; Cllr I Ives
In attendance: Chief Digital Officer [cdo]

# 1. Apologies for absence

# 2. Library hours

# 3. Market square

# 4. Election of a Vice-Chair

# 5. Award of a contract [exempt 3]

# 6. Date of the next meeting
"""


@pytest.fixture
def at_the_keyboard(tmp_path: Path) -> Iterator[Keyboard]:
    missing = missing_programs()
    if missing:
        pytest.skip(f"this machine has no {' and no '.join(missing)}")
    keyboard = Keyboard(tmp_path, _MINUTES)
    yield keyboard
    keyboard.end()


_PLANNED = """
# 1. Apologies for absence

# 2. Library hours
m That the hours be longer.
m+ That they be longer on Saturdays.
v for Cllr D Dunn; Cllr E Elm; Cllr F Frost; Cllr W Wren against Cllr P Ash; Cllr R Birch \
abstained Cllr T Cole

# 3. Market square
i Cllr R Birch: disclosable pecuniary interest; left the room while the item was considered
m That the square be paved.
v for 3 against 3 abstained 0 casting for

# 4. Election of a Vice-Chair
x [adjourned]
x [resumed]
b Vice-Chair: Cllr R Birch 3; Cllr T Cole 3; Cllr D Dunn 1 / Cllr R Birch 3; Cllr T Cole 4

# 5. Award of a contract [exempt 3]
x [excluded 3; 5]
n Two bids were compared.

# 6. Date of the next meeting
x [readmitted]
x [closed]
"""
_ROLL = """\
Present: Cllr P Ash (Chair); Cllr R Birch; Cllr T Cole; Cllr D Dunn; Cllr E Elm; Cllr F Frost
Apologies: Cllr G Gale
Substitute: Cllr W Wren for Cllr G Gale
Apologies: Cllr H Hart
Absent: Cllr I Ives
"""


def test_a_meeting_played_from_the_roll_to_the_close_is_on_the_disk_as_planned(at_the_keyboard):
    keyboard = at_the_keyboard
    play(keyboard)
    assert keyboard.close() == 0
    told = keyboard.say("show", keyboard.meeting_id, "--form", "notation")
    head, items = told.split("\n# 1.", 1)
    assert _ROLL in head
    assert f"\n# 1.{items}".strip() == _PLANNED.strip()
    page = keyboard.say("show", keyboard.meeting_id, "--form", "text")
    for sentence in (
        "(For 3, Against 3, Abstentions 0) The Chair used a casting vote in favour.",
        "Councillor Cole was elected Vice-Chair.",
        "exempt information described in paragraphs 3 and 5 of Part 1 of Schedule 12A",
        "The press and public were readmitted to the meeting.",
    ):
        assert sentence in page
    assert not keyboard.errors()


def press_all(keyboard: Keyboard, *keys: str) -> None:
    """Presses one key after another."""
    for key in keys:
        keyboard.press(key)


def command(keyboard: Keyboard, words: str) -> None:
    """Does the command that these words find."""
    keyboard.press("ctrl+k")
    keyboard.type(words)
    keyboard.press("Return")


def play(keyboard: Keyboard) -> None:
    """The whole meeting, by keys alone."""
    call_the_roll(keyboard)
    vote(keyboard)
    elect(keyboard)
    shut_the_public_out(keyboard)
    press_all(keyboard, "alt+6")
    command(keyboard, "readmit")
    command(keyboard, "close the meeting")


def call_the_roll(keyboard: Keyboard) -> None:
    """Everyone is there but the last three: a substitute, apologies, absent."""
    press_all(keyboard, "alt+1", "F7", "e", "End", "n", "Up", "a", "Up", "Up", "s")
    keyboard.type("Cllr W Wren")
    press_all(keyboard, "Return", "Escape")


def vote(keyboard: Keyboard) -> None:
    """An interest; an amendment by name; a tie, and the casting vote."""
    press_all(keyboard, "alt+3", "ctrl+shift+d", "2", "3", "1", "1", "alt+2")
    keyboard.type("m That the hours be longer.")
    keyboard.press("Return")
    keyboard.type("m+ That they be longer on Saturdays.")
    press_all(keyboard, "F8", "n", "shift+f", "a", "a", "x", "Return", "alt+3")
    keyboard.type("m That the square be paved.")
    press_all(keyboard, "F8", "3", "Down", "3", "Down", "0", "c", "Return")


def elect(keyboard: Keyboard) -> None:
    """After a pause, two rounds: the one with fewest drops out."""
    keyboard.press("alt+4")
    command(keyboard, "adjourn")
    command(keyboard, "resume")
    keyboard.press("shift+F8")
    for words in ("Vice-Chair", "birch", "cole", "dunn", ""):
        keyboard.type(words)
        keyboard.press("Return")
    for votes in ("3", "3", "1", "3", "4"):
        press_all(keyboard, votes, "Return")


def shut_the_public_out(keyboard: Keyboard) -> None:
    """Under the paragraph of the exempt item, which is named already, and one more."""
    keyboard.press("alt+5")
    command(keyboard, "exclude")
    press_all(keyboard, "5", "Return")
    keyboard.type("n Two bids were compared.")
