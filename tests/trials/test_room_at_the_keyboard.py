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


def play(keyboard: Keyboard) -> None:
    """The whole meeting, by keys alone."""
    press, words = keyboard.press, keyboard.type

    def command(name: str) -> None:
        press("ctrl+k")
        words(name)
        press("Return")

    press("alt+1")
    press("F7")
    press("e")  # everyone is there but for the last three: apologies, a substitute, absent
    press("End")
    press("n")
    press("Up")
    press("a")
    press("Up")
    press("Up")
    press("s")
    words("Cllr W Wren")
    press("Return")
    press("Escape")

    press("alt+3")  # an interest in the market square: Birch leaves when it comes to it
    press("ctrl+shift+d")
    for key in ("2", "1", "1", "1"):
        press(key)
    press("alt+2")
    words("m That the hours be longer.")
    press("Return")
    words("m+ That they be longer on Saturdays.")
    press("F8")  # the amendment, by name: everyone for, two against, one abstains
    for key in ("n", "shift+f", "a", "a", "x", "Return"):
        press(key)
    press("ctrl+End")
    press("alt+3")
    words("m That the square be paved.")
    press("F8")  # a tie, and the casting vote
    for key in ("3", "Down", "3", "Down", "0", "c", "Return"):
        press(key)
    press("alt+4")
    command("adjourn")
    command("resume")
    press("shift+F8")  # two rounds: the one with fewest drops out
    words("Vice-Chair")
    press("Return")
    for name in ("birch", "cole", "dunn", ""):
        words(name)
        press("Return")
    for votes in ("3", "3", "2", "3", "5"):
        press(votes)
        press("Return")
    press("Return")
    press("alt+5")
    command("exclude")  # under the paragraph of the item, and one more
    press("5")
    press("Return")
    words("n Two bids were compared.")
    press("alt+6")
    command("readmit")
    command("close the meeting")
