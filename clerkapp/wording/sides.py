"""Whether somebody who is named sits as a member or attends as an officer."""

import re
from functools import lru_cache

from clerkapp.meeting.people import Attendance, AttendanceList, Standing, without_honorific
from clerkapp.patterns import pattern
from clerkapp.wording.openings import ROLE


def side_of(name: str, lists: AttendanceList) -> str:
    """The kind of speaker that `name` is by `lists`: "officer", "chair" or "councillor".

    `name` is a surname, or the initials or the first name by which small bodies know each other.
    "" where nobody is called so, people on both sides are, or only a guest is.
    """
    sides = {_side(line) for line in lists if name in _called(line.person.name)}
    return sides.pop() if len(sides) == 1 else ""


def _side(line: Attendance) -> str:
    """A member whose post is one of the staff, as a trust’s Director of Finance, reports too."""
    if line.standing is Standing.GUEST:
        return ""
    post = line.person.post
    if line.standing is Standing.IN_ATTENDANCE or _STAFF.search(post):
        return "officer"
    return "chair" if _CHAIR.fullmatch(post) else "councillor"


@lru_cache(maxsize=4096)  # every key asks for the same names
def _called(name: str) -> frozenset[str]:
    """What somebody of that name is called: by surname, by first name and by initials."""
    words = without_honorific(name.split(",", maxsplit=1)[0]).split()
    return frozenset({*words[:1], *words[-1:], "".join(word[0] for word in words)})


_STAFF = pattern(rf"\b(?:{ROLE})\b")
_CHAIR = pattern(r"(?:the )?(?:chair(?:man|woman|person)?|convener|mayor|leader)", re.IGNORECASE)
