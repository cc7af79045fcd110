"""The kind of entry that opening words announce.

The first sentence of an entry has a subject and a reporting verb, and the two together decide:
members who ask make a question, officers who tell make a response to an open question and
otherwise a note, a committee that agrees makes a resolution. What follows the first verb counts
too: "Members noted the plan and asked how …" is a question. Where the same words are as often one
kind as another, the table says None.
"""

import re

from clerkapp.meeting.entries import EntryKind
from clerkapp.wording.openings import (
    ABOUT,
    ASKS_TOO,
    LEAD_IN,
    PASSIVE,
    PREAMBLE,
    SUBJECT,
    VERB,
    WEIGHS,
    formulas,
)

_OPENING = 160  # characters: the first sentence, nearly always (mean 21 words in published minutes)


def kind_announced(text: str, *, asked: bool | None = None) -> EntryKind | None:
    """The kind that the opening words of `text` announce, or None when they announce none.

    `asked` says whether a question stands open above the entry, None when that is not known: the
    same "The Director advised that …" is a response to a question and otherwise a note. Words
    that are as often one kind as another announce none: a wrong kind costs the clerk more.
    """
    words = text.lstrip()
    kind = _formula_of(words, asked=asked)
    if kind is None and (preamble := re.match(PREAMBLE, words[:_OPENING])):
        rest = words[preamble.end() :]
        words = rest[:1].upper() + rest[1:]
        kind = _formula_of(words, asked=asked)
    return kind or _said_by_somebody(words, asked=asked)


def _formula_of(words: str, *, asked: bool | None) -> EntryKind | None:
    opening = words[:_OPENING]
    for kind, formula in formulas().items():
        if formula.match(opening):
            # a note where "It was explained …" follows no question
            passive = kind is EntryKind.RESPONSE and opening.startswith("It was")
            return EntryKind.NOTE if passive and asked is False else kind
    return None


def _said_by_somebody(words: str, *, asked: bool | None) -> EntryKind | None:
    opening = words[:_OPENING]
    subject = re.match(SUBJECT, opening, re.VERBOSE)
    if subject is None:
        return _said_by_nobody(opening)
    who, predicate = str(subject.lastgroup), words[subject.end() :]
    sentence = _first_sentence(predicate)
    if LEAD_IN.search(sentence):
        return EntryKind.LEAD_IN
    if _TASK.match(sentence) and (who in _DOERS or subject.group(0).isupper()):
        return EntryKind.ACTION_POINT
    if passive := re.match(r"\ " + PASSIVE, sentence, re.VERBOSE | re.IGNORECASE):
        welcomed = passive.group(0).endswith("welcomed")
        return EntryKind.NOTE if welcomed else _kind_of_passive(passive)
    verb = re.search(VERB, sentence, re.VERBOSE | re.IGNORECASE)
    if who == "name" and (verb is None or verb.start() > _BESIDE):
        return _said_by_nobody(opening)
    if who != "officer" and verb and ASKS_TOO.search(predicate):
        return EntryKind.QUESTION
    return _kind_of_verb(who, str(verb.lastgroup), sentence, asked=asked) if verb else None


def _said_by_nobody(opening: str) -> EntryKind | None:
    if LEAD_IN.search(opening):
        return EntryKind.LEAD_IN
    return _kind_of_passive(re.match(ABOUT + PASSIVE, opening, re.VERBOSE))


def _kind_of_verb(who: str, did: str, sentence: str, *, asked: bool | None) -> EntryKind | None:
    if did in _WEIGHED and who in ("chair", "person", "name") and WEIGHS.search(sentence):
        return EntryKind.COMMENT
    unasked, when_asked = _OF[who].get(did, _OTHERWISE[who])
    if asked is None:
        asked = did in _ANSWERS or (who == "officer" and did in _TELLS)
    return when_asked if asked else unasked


def _kind_of_passive(match: re.Match[str] | None) -> EntryKind | None:
    if match is None:
        return None
    # what had been agreed or raised before the meeting is only reported to it
    earlier = " been " in match.group(0)
    return EntryKind.NOTE if earlier else _OF_PASSIVES[str(match.lastgroup)]


_BESIDE = 12  # characters: a single name counts as a speaker only beside its verb ("Ada also said")
_ANSWERS = ("answers", "confirms", "undertakes")
_TELLS = ("tells", "states", "hints", "thinks")
_WEIGHED = ("states", "tells")
_DOERS = ("officer", "chair", "person", "councillor", "member")
_TASK = re.compile(r" to (?!the\b|all\b)[a-z]+\b")

_Pair = tuple[EntryKind | None, EntryKind | None]
_note: _Pair = (EntryKind.NOTE, EntryKind.NOTE)
_told: _Pair = (EntryKind.NOTE, EntryKind.RESPONSE)
_comment: _Pair = (EntryKind.COMMENT, EntryKind.COMMENT)
_answer: _Pair = (EntryKind.RESPONSE, EntryKind.RESPONSE)
_decision: _Pair = (EntryKind.RESOLUTION, EntryKind.RESOLUTION)
_unsure: _Pair = (None, None)
_only_if_asked: _Pair = (None, EntryKind.RESPONSE)

_OF_ANYBODY: dict[str, _Pair] = {
    "asks": (EntryKind.QUESTION, EntryKind.QUESTION),
    "answers": _answer,
    "confirms": _told,
    "undertakes": _only_if_asked,
    "moves": (EntryKind.MOTION, EntryKind.MOTION),
    "presides": _note,
    "presents": _note,
    "airs": _comment,
    "decides": _unsure,
    "agrees": _unsure,
}
_OF_PEOPLE = {
    **_OF_ANYBODY,
    "takes": _note,
    "tells": _told,
    "states": _only_if_asked,
    "hints": _told,
}
_OF: dict[str, dict[str, _Pair]] = {
    "officer": {**_OF_ANYBODY, "presents": _told, "decides": _told, "agrees": _told},
    "chair": {**_OF_PEOPLE, "states": _told},
    "person": _OF_PEOPLE,  # a name alone: the health service lists its directors so
    "name": _OF_PEOPLE,
    "councillor": {**_OF_ANYBODY, "tells": _told, "takes": _unsure, "states": _comment},
    "member": {**_OF_ANYBODY, "takes": _note, "decides": _decision},
    "body": {
        **_OF_ANYBODY,
        **dict.fromkeys(("takes", "confirms"), _note),
        **dict.fromkeys(("decides", "agrees", "undertakes"), _decision),
    },
}
"""What each kind of speaker makes by each kind of verb, without and with an open question."""

_OTHERWISE: dict[str, _Pair] = {**dict.fromkeys(_OF, _comment), "officer": _told}

_OF_PASSIVES = {
    "done": EntryKind.NOTE,
    "felt": EntryKind.COMMENT,
    "decided": EntryKind.RESOLUTION,
    "moved": EntryKind.MOTION,
}


def without_label(kind: EntryKind, text: str) -> str:
    """`text` without the "Action Point", "RESOLVED:" or "Motion:" that a clerk typed before it.

    The label is the house style's to print; the words after it are the record.
    """
    label = _LABELS.get(kind)
    match = label.match(text) if label else None
    if match is None:
        return text
    how = "unanimously, " if "unanimously" in match.group(0) else ""
    return how + text[match.end() :]


def body_addressed(text: str) -> tuple[str, str]:
    """Of "RECOMMENDED TO COUNCIL: That fees rise." the body, and the words; "" where none is."""
    match = _ADDRESSED.match(text)
    return (match.group("body"), text[match.end() :]) if match else ("", text)


_ADDRESSED = re.compile(
    r"\s*(?:It was )?(?:RECOMMENDED|Recommended) (?:TO|to) (?:THE |the )?"
    r"(?P<body>[A-Z][^:\n]{0,60}?)\s*:\s*"
)


_LABELS = {
    EntryKind.ACTION_POINT: re.compile(
        r"^\s*(?:ACTION|Action)(?: (?:POINT|Point|point))?\b\s*[:–-]?\s*"
    ),
    EntryKind.RESOLUTION: re.compile(
        r"^\s*(?:It was )?(?:then |therefore |unanimously )*"
        r"(?:RESOLVED|[Rr]esolved|AGREED|[Aa]greed)( unanimously)?"
        r"\s*(?:[:–-]+\s*(?=\S)|(?=[Tt]hat\b)|(?=\())"
    ),
    EntryKind.RECOMMENDATION: re.compile(
        r"^\s*(?:It was )?(?:RECOMMENDED|Recommended)\s*(?:[:–-]+\s*|(?=[Tt]hat\b))"
    ),
    EntryKind.MOTION: re.compile(r"^\s*(?:MOTION|Motion|AMENDMENT|Amendment)\s*[:–-]\s*"),
}


def _first_sentence(words: str) -> str:
    return _SENTENCE_END.split(words[:_OPENING], maxsplit=1)[0].rstrip()


_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
