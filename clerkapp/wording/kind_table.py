"""What each kind of speaker makes by each kind of verb, by what stands above the entry."""

from clerkapp.meeting.entries import EntryKind
from clerkapp.wording.above import Above


def kind_by_table(who: str, did: str, above: Above) -> EntryKind | None:
    """The kind that a speaker `who` makes who `did` that; None where it may be either.

    Both are names of groups in the patterns of `openings.py`, or a part in what stands above:
    "teller" for somebody who has reported, "asker" for somebody who has asked or commented.
    """
    at_start, amid, below_comment, when_asked = _OF[who].get(did, _OTHERWISE[who])
    asked = above.asked
    if asked is None:
        asked = did in _ANSWERS or (who == "officer" and did in _TELLS)
    if asked:
        return when_asked
    if above.last is EntryKind.COMMENT:
        return below_comment
    return at_start if above.last is None and not above.is_begun else amid


def is_report_amid(who: str, did: str) -> bool:
    """Whether amid notes that would be one more."""
    return _OF[who].get(did, _OTHERWISE[who])[1] is EntryKind.NOTE


_ANSWERS = ("answers", "confirms", "undertakes")
_TELLS = ("tells", "states", "hints", "thinks")

_Kind = EntryKind | None
_Four = tuple[_Kind, _Kind, _Kind, _Kind]
_N, _C, _R, _D = EntryKind.NOTE, EntryKind.COMMENT, EntryKind.RESPONSE, EntryKind.RESOLUTION
_note: _Four = (_N, _N, _N, _N)
_comment: _Four = (_C, _C, _C, _C)
_answer: _Four = (_R, _R, _R, _R)
_decision: _Four = (_D, _D, _D, _D)
_told: _Four = (_N, _N, None, _R)  # what is told below a comment may answer it, or not
_report: _Four = (_N, None, None, _R)
_assured: _Four = (None, None, _R, _R)
_only_if_asked: _Four = (None, None, None, _R)
_unsure: _Four = (None, None, None, None)
_Q, _M = EntryKind.QUESTION, EntryKind.MOTION
_question: _Four = (_Q, _Q, _Q, _Q)
_motion: _Four = (_M, _M, _M, _M)

_OF_ANYBODY: dict[str, _Four] = {
    "asks": _question,
    "bids": _comment,
    "answers": _answer,
    "assures": _assured,
    "confirms": _told,
    "undertakes": (_N, _N, _N, _R),
    "promises": (_N, _N, None, _R),
    "moves": _motion,
    "puts_forward": _comment,
    "presides": _note,
    "presents": _note,
    "airs": _comment,
    "weighs": (_C, _C, _C, None),
    "decides": _unsure,
    "agrees": _unsure,
}
_OF_PEOPLE: dict[str, _Four] = {
    **_OF_ANYBODY,
    "takes": _report,
    "tells": _told,
    "states": _report,
    "hints": _report,
}
_OF: dict[str, dict[str, _Four]] = {
    "officer": {
        **_OF_ANYBODY,
        **dict.fromkeys(("presents", "decides"), (_N, _N, _N, _R)),
        **dict.fromkeys(("thinks", "hints"), _report),
        "weighs": (None, None, _C, _R),
        "agrees": (_N, _N, None, _R),
        "comments": (_C, _C, _C, None),
        "airs": (_C, _C, None, None),
        "welcomes": _comment,
        "bids": _unsure,
    },
    "chair": {
        **_OF_PEOPLE,
        "takes": _note,
        "states": _told,
        "thinks": (None, None, _C, _C),
        "undertakes": _only_if_asked,
        "bids": _unsure,
        "welcomes": (None, _C, _C, _C),
    },
    "person": _OF_PEOPLE,  # a name alone: the health service lists its directors so
    "name": _OF_PEOPLE,
    "listed": {
        **_OF_PEOPLE,
        "states": (_N, None, _C, _R),
        "weighs": _comment,
    },  # a member by the lists
    "teller": {
        **_OF_PEOPLE,
        **dict.fromkeys(("takes", "states", "hints"), _told),
        "thinks": _only_if_asked,
    },
    "asker": {**_OF_ANYBODY, **dict.fromkeys(("tells", "takes"), _unsure), "states": _comment},
    "councillor": {
        **_OF_ANYBODY,
        "hints": (None, None, _C, None),
        "weighs": _comment,
        "tells": _told,
        "takes": _unsure,
        "states": _comment,
    },
    "member": {
        **_OF_ANYBODY,
        "weighs": _comment,
        "takes": (_N, _N, _N, None),
        "tells": (_N, _N, None, None),
        **dict.fromkeys(("endorses", "promises", "hints"), _unsure),
        "decides": _decision,
        "undertakes": _only_if_asked,
    },
    "body": {
        **_OF_ANYBODY,
        **dict.fromkeys(("takes", "confirms"), (_N, _N, _N, None)),
        "weighs": _comment,
        **dict.fromkeys(("tells", "promises"), _unsure),
        **dict.fromkeys(("decides", "agrees", "undertakes", "endorses"), _decision),
    },
}
"""What each kind of speaker makes by each kind of verb: at the start of an item, amid notes,
right below a comment, and while a question stands open.
"""

_OF["post"] = _OF["officer"]  # Ada Wren, Head of Planning

_OTHERWISE = {**dict.fromkeys(_OF, _comment), "officer": _told, "post": _told}
