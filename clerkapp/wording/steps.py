"""Whether the words of a step of the meeting tell it themselves, so that it is not told twice."""

import re

from clerkapp.meeting.proceedings import Step
from clerkapp.patterns import pattern

_TELLS = {
    Step.ADJOURNED: r"(?:adjourn|suspend)\w*|gohir\w*",
    Step.RESUMED: r"(?:resum|reconven)\w*|ail(?:gychwyn|ddechr|ymgynn)\w*",
    Step.CLOSED: r"(?:close|conclude|end)d|i ben",
}
_MEETING = (
    r"\b(?:meeting|committee|council|board|panel|senate|court|authority|cabinet|executive|assembly|"
    r"forum|governors|trustees|business|sitting|[cg]h?yfarfod)\b"
)
_CLOCK = pattern(r"\d{1,2}[.:]\d{2}|\d\s*[ap]\.?m\b", re.IGNORECASE)


def tells_of(step: Step, text: str) -> bool:
    """Whether a sentence of `text` says that step of the meeting: "The meeting adjourned"."""
    verb = _TELLS.get(step)
    if verb is None:
        return False
    told = re.compile(rf"{_MEETING}[^.]*\b(?:{verb})|\b(?:{verb})[^.]*{_MEETING}", re.IGNORECASE)
    return told.search(text) is not None


def timed(text: str, time: str) -> str:
    """`text` with the time of the step at its end, where it says none itself.

    "The meeting adjourned for tea (3.10 pm)."
    """
    if not time or _CLOCK.search(text):
        return text
    return f"{text.rstrip('. ')} ({time})."
