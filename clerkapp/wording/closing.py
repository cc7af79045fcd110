"""Whether the record itself says when the meeting ended."""

import re

from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.proceedings import Proceeding, Step

_ENDED = re.compile(
    r"\bmeeting\b[^.]{0,40}\b(?:closed|ended|concluded|finished|rose|terminated)\b[^.]*?\bat\s+"
    r"(?:\d{1,2}[.:]?\d{0,2}|noon|midnight)|"
    r"\b(?:closed|ended|concluded) the meeting at\s+\d|"
    r"\b[cg]h?yfarfod\b[^.]{0,40}\b(?:i|ar) ben\b[^.]*?\bam\s+\d",
    re.IGNORECASE,
)
_TELLS = frozenset({EntryKind.NOTE, EntryKind.PROCEDURE})


def closes(entry: Entry) -> bool:
    """Whether `entry` says that the meeting ended, and when: a step of it with its time, or words.

    "The meeting closed at 8.55 pm." and "There being no further business the Chair closed the
    meeting at 20:55." do; that part of it was closed to the public does not.
    """
    step = facts_of(entry, Proceeding)
    if step and step.step is Step.CLOSED and entry.time:
        return True
    return entry.kind in _TELLS and _ENDED.search(entry.text) is not None
