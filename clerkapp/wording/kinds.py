"""The kind of entry that opening words announce.

The first sentence of an entry has a subject and a reporting verb, and the two together decide:
members who ask make a question, officers who tell make a response to an open question and
otherwise a note, a committee that agrees makes a resolution. What follows the first verb counts
too: "Members noted the plan and asked how …" is a question. What stands above decides between a
note and a comment: who has reported goes on reporting, who has asked goes on commenting. Where
the same words are as often one kind as another, the table says None.
"""

import re

from clerkapp.meeting.entries import EntryKind
from clerkapp.patterns import pattern
from clerkapp.wording.above import NAMED, PRONOUNS, Above
from clerkapp.wording.kind_table import is_report_amid, kind_by_table
from clerkapp.wording.languages import language_of
from clerkapp.wording.openings import (
    ABOUT,
    AGREES_TOO,
    ASKS_TOO,
    BESIDE_THEM,
    GOES_ON,
    IN_RESPONSE,
    LABEL,
    LEAD_IN,
    MOVES_TOO,
    OPINES,
    PASSIVE,
    PREAMBLE,
    SUBJECT,
    TAKES_UP,
    VERB,
    WEIGHS,
)
from clerkapp.wording.set_forms import FORMULAS

_OPENING = 160  # characters: the first sentence, nearly always (mean 21 words in published minutes)

_NOTHING_KNOWN = Above()


def kind_announced(text: str, above: Above = _NOTHING_KNOWN) -> EntryKind | None:
    """The kind that the opening words of `text` announce, or None when they announce none.

    `above` says what stands above the entry: the same "The Director advised that …" is a response
    to a question and otherwise a note. Words that are as often one kind as another announce none:
    a wrong kind costs the clerk more.
    """
    words = text.lstrip(" \t\n(")
    kind = _kind_of_words(words[:1].upper() + words[1:], above)
    if kind not in (None, EntryKind.NOTE, EntryKind.COMMENT):
        return EntryKind.LEAD_IN if _AS_FOLLOWS.search(text) else kind
    if text.endswith("?"):
        return EntryKind.QUESTION
    if kind is None and _IN_CAPITALS.search(text):
        return EntryKind.RESOLUTION
    return EntryKind.LEAD_IN if _LEADS_IN.search(text) else kind


def _kind_of_words(words: str, above: Above) -> EntryKind | None:
    kind = _formula_of(words, above)
    for before in (PREAMBLE, LABEL):
        if kind is None and (found := before.match(words[:_OPENING])):
            rest = words[found.end() :]
            words = rest[:1].upper() + rest[1:]
            kind = _formula_of(words, above)
    return kind or _said_by_somebody(words, above)


def _formula_of(words: str, above: Above) -> EntryKind | None:
    opening = words[:_OPENING]
    for kind, formula in FORMULAS.items():
        if formula.match(opening):
            hidden = opening.startswith("It was") or (
                above.last is EntryKind.QUESTION and opening.startswith(("There", "No "))
            )
            return _unless_hidden(kind, opening, above) if hidden else kind
    return None


def _unless_hidden(kind: EntryKind | None, opening: str, above: Above) -> EntryKind | None:
    """The kind of "It was explained …" and "Members were told …", which hide who spoke.

    Right below a question it is an answer; in an answer or a list of points it may be either.
    """
    if IN_RESPONSE.search(opening):
        return EntryKind.RESPONSE
    if kind is EntryKind.RESPONSE:
        if above.last is EntryKind.COMMENT:
            return None
        if above.asked is not False or above.last is EntryKind.RESPONSE:
            return kind
        is_report = above.last is EntryKind.NOTE or not above.is_begun
        return EntryKind.NOTE if is_report else None
    if kind is not EntryKind.NOTE or above.asked is None:
        return kind
    if above.last is EntryKind.QUESTION:
        return EntryKind.RESPONSE if _REPORTED.search(opening) else None
    is_either = above.last is EntryKind.RESPONSE or above.listed is EntryKind.COMMENT
    is_either = is_either or (above.last is EntryKind.COMMENT and bool(_MADE_CLEAR.search(opening)))
    return None if is_either else kind


def _said_by_somebody(words: str, above: Above) -> EntryKind | None:
    subject = SUBJECT.match(words[:_OPENING])
    if subject is None:
        return _said_by_nobody(words, above)
    who, predicate = _speaker(subject), words[subject.end() :]
    sentence = _first_sentence(predicate)
    if kind := _plain_to_see(who, subject, sentence):
        return kind
    if passive := _IN_PASSIVE.match(sentence):
        welcomed = passive.group(0).endswith("welcomed")
        kind = EntryKind.NOTE if welcomed else _kind_of_passive(passive, sentence[passive.end() :])
        return _unless_hidden(kind, words[:_OPENING], above)
    verb = _VERB.search(sentence)
    if who == "name" and (verb is None or verb.start() > _BESIDE):
        return _said_by_nobody(words, above)
    opens = verb and verb.lastgroup in ("presides", "presents")
    if verb and not opens and who not in _OFFICERS and ASKS_TOO.search(predicate):
        return EntryKind.QUESTION
    if verb is None or _OTHER.search(sentence[: verb.start()]):
        return _without_verb(who, words, above)
    if _EARLIER.search(sentence[: verb.start()]):
        return _gone_on(above)  # what had been said before the meeting is only reported to it
    return _by_verb(who, subject, str(verb.lastgroup), sentence, above)


def _plain_to_see(who: str, subject: re.Match[str], sentence: str) -> EntryKind | None:
    """The kind of a motion, a lead-in or a task, whatever stands above."""
    moves = MOVES_TOO.search(sentence)
    if moves and " that " not in sentence[: moves.start()]:
        return EntryKind.MOTION
    if LEAD_IN.search(sentence) and not IN_RESPONSE.search(sentence):
        return EntryKind.LEAD_IN
    is_task = _TASK.match(sentence) and (who in _DOERS or subject.group(0).isupper())
    if is_task or (who in _OFFICERS and _CHARGED.match(sentence)):
        return EntryKind.ACTION_POINT
    return None


def _without_verb(who: str, words: str, above: Above) -> EntryKind | None:
    is_either = who in ("member", "councillor") or (who in ("person", "body") and above.is_begun)
    return None if is_either else _stated_plainly(words, above)


def _by_verb(
    who: str, subject: re.Match[str], did: str, sentence: str, above: Above
) -> EntryKind | None:
    """The kind of what somebody did, first by the rest of the sentence, then by the table."""
    if who in ("member", "body") and AGREES_TOO.search(sentence):
        return EntryKind.RESOLUTION
    if IN_RESPONSE.search(sentence):
        return EntryKind.RESPONSE
    if did == "takes" and who not in _OFFICERS and _AIRS_TOO.search(sentence):
        return EntryKind.COMMENT
    if subject.group(0) in PRONOUNS and above.last is not None and did in _GOES_ON:
        return _of_the_same(did, above)
    return _by_part(_part(who, subject, above), did, sentence, above)


def _by_part(who: str, did: str, sentence: str, above: Above) -> EntryKind | None:
    """The kind of what somebody did whose part is known, by words of opinion and by the table."""
    if above.last is EntryKind.RESPONSE and did == "takes" and _is_heard(who, sentence):
        return EntryKind.NOTE
    if who == "chair" and above.last is EntryKind.QUESTION and did in _TAKEN_UP:
        return EntryKind.RESPONSE
    weighs = did in _WEIGHED and who not in _OFFICERS
    if weighs and _WHETHER.search(sentence):
        return None
    if weighs and WEIGHS.search(sentence):
        is_talk = above.is_begun and who not in ("member", "body")
        return EntryKind.COMMENT if is_talk else None
    if above.last is EntryKind.COMMENT and did in _TAKEN_UP and who in (*_OFFICERS, "chair"):
        return EntryKind.RESPONSE if TAKES_UP.search(sentence) else kind_by_table(who, did, above)
    if above.asked is False and above.last is EntryKind.RESPONSE and is_report_amid(who, did):
        return EntryKind.RESPONSE if GOES_ON.search(sentence) else None
    return kind_by_table(who, did, above)


def _is_heard(who: str, sentence: str) -> bool:
    """Whether somebody hears an answer and the matter rests: “The Board noted …”.

    Members note a report; if they note something else they often complain of it.
    """
    return who == "body" or (who == "member" and bool(_PAPER.match(sentence)))


def _speaker(subject: re.Match[str]) -> str:
    """The kind of speaker; a councillor stays one with a post."""
    return "councillor" if subject["councillor"] else str(subject.lastgroup)


def _part(who: str, subject: re.Match[str], above: Above) -> str:
    """The row of the table for a named speaker: what they did above tells their side."""
    if who not in NAMED:
        return who
    surname = subject[who].rsplit(maxsplit=1)[-1]
    side = above.side_of(surname)
    if side == "officer":
        return side
    if surname in above.tellers:
        return "teller"
    if surname in above.members:
        return "asker"
    return "listed" if side == "councillor" and who != "councillor" else side or who


def _of_the_same(did: str, above: Above) -> EntryKind | None:
    """The kind of "She added that …": that of the entry above, whose speaker goes on."""
    if above.last is EntryKind.QUESTION:
        return EntryKind.RESPONSE if did in ("tells", "confirms", "assures", "undertakes") else None
    if above.last is EntryKind.COMMENT and did == "bids":
        return EntryKind.COMMENT
    if above.last is EntryKind.NOTE and did in ("weighs", "comments", "thinks"):
        return None  # a report goes on, or its reporter airs a view
    if did in ("bids", "tells") and above.last is not EntryKind.RESPONSE:
        return EntryKind.NOTE if did == "tells" and above.last is EntryKind.NOTE else None
    return above.last if above.last in _SAID else None


def _said_by_nobody(words: str, above: Above) -> EntryKind | None:
    opening = words[:_OPENING]
    if LEAD_IN.search(opening):
        return EntryKind.LEAD_IN
    if passive := _ABOUT_IN_PASSIVE.match(opening):
        return _unless_hidden(_kind_of_passive(passive, opening[passive.end() :]), opening, above)
    return _stated_plainly(words, above)


def _stated_plainly(words: str, above: Above) -> EntryKind | None:
    """The kind of a whole sentence without a reporting verb: it goes on with what stands above."""
    if not _WHOLE.search(words[:_OPENING]) and len(words) < _OPENING:
        return None
    if "?" in _first_sentence(words):
        return EntryKind.QUESTION
    if above.listed is not None and above.last in _IN_LIST:
        return above.listed
    if OPINES.search(_first_sentence(words)) or language_of(words[:_OPENING]):
        return None
    return _gone_on(above)


def _gone_on(above: Above) -> EntryKind | None:
    """What goes on with the entry above, or begins the item without a question or a comment."""
    if above.last in (EntryKind.QUESTION, EntryKind.RESPONSE):
        return EntryKind.RESPONSE
    is_report = above.last in _REPORTS or not above.is_begun
    return EntryKind.NOTE if is_report else None


def _kind_of_passive(match: re.Match[str], rest: str) -> EntryKind:
    if _QUERY.search(match.group(0)):
        return EntryKind.QUESTION
    if _AIRED.search(match.group(0)):
        return EntryKind.COMMENT
    # what had been agreed or raised before the meeting is only reported to it
    is_earlier = " been " in match.group(0) or _BEFORE.match(rest)
    return EntryKind.NOTE if is_earlier else _OF_PASSIVES[str(match.lastgroup)]


_BESIDE = 12  # characters: a single name counts as a speaker only beside its verb ("Ada also said")
_WEIGHED = ("states", "takes")
_TAKEN_UP = ("tells", "states", "hints", "thinks", "confirms", "weighs")
_GOES_ON = (
    "states",
    "tells",
    "thinks",
    "weighs",
    "hints",
    "confirms",
    "takes",
    "undertakes",
    "comments",
    "assures",
    "presents",
    "bids",
)
_REPORTS = (EntryKind.NOTE, EntryKind.RESOLUTION, EntryKind.ACTION_POINT)
_SAID = (EntryKind.NOTE, EntryKind.RESPONSE, EntryKind.COMMENT)
_VERB = pattern(VERB, re.VERBOSE | re.IGNORECASE)
_IN_PASSIVE = pattern(r"\ " + PASSIVE, re.VERBOSE | re.IGNORECASE)
_ABOUT_IN_PASSIVE = pattern(ABOUT + PASSIVE, re.VERBOSE)
_REPORTED = pattern(r"\b(?:was|were) (?:reported|stated|advised|told|informed)\b")
_OFFICERS = ("officer", "post")
_MADE_CLEAR = pattern(r"\b(?:confirmed|clarified|explained)\b")
_DOERS = ("officer", "post", "chair", "person", "councillor", "member")
_IN_CAPITALS = pattern(  # wherever it stands; “NOT AGREED” and “to be AGREED” decide nothing
    r"(?:^|[.!?:;]\s+|\b(?:was|were|and|[Uu]nanimously)\s+(?:unanimously\s+)?)(?:RESOLVED|AGREED)\b"
)
_QUERY = pattern(r"\b(?:query|queries|questions?)\b.* raised$")
_AIRED = pattern(r"\b(?:suggestions?|comments?|concerns?)\b.* noted$")
_BEFORE = pattern(
    r"[^.,;]{0,40} (?:at|during) (?:a|an|the|our) (?:previous|last|earlier) (?:\w+ )?meeting\b"
)
_EARLIER = pattern(r"\b(?:had|has|have) (?:[a-z]+ )?$")
_AS_FOLLOWS = pattern(r"\bas follows\s?:[-–]?\s*$")
_PAPER = pattern(
    r" (?:noted|received) (?:the|an?|its|their) (?:[\w’'-]+ ){0,4}"
    r"(?:report|paper|update|position|presentation|progress|figures|minutes|letter|information)\b"
)
_CHARGED = pattern(
    r" (?:was|were|is|are) (?:\w+ )?(?:(?:asked|requested|instructed) to (?!note\b)|tasked with )"
)
_LEADS_IN = pattern(r"^(?:\S+ ){3,}\S+\s?:[-–]?\s*$")
_IN_LIST = (EntryKind.LEAD_IN, EntryKind.NOTE, EntryKind.COMMENT)
_AIRS_TOO = pattern(
    r"\band (?:\w+ )?(?:commented|felt|suggested|expressed|discussed|emphasised|raised concern)"
)
_WHETHER = pattern(r"^ considered whether\b")
_WHOLE = pattern(r"[.!?;](?:\s|$)")
_OTHER = pattern(  # another verb, or somebody else, before the verb of reporting
    r"\b(?:was|were|is|are|(?!need|indeed|proceed)[a-z]{3,}ed)\b"
    r"|, [A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+ $|\b(?:they|he|she|it|which|who) $"
)
_TASK = pattern(rf"{BESIDE_THEM} (?:(?:is|are) to (?!be\b)|to )(?!the\b|all\b)[a-z]+\b")

_OF_PASSIVES = {
    "done": EntryKind.NOTE,
    "asked": EntryKind.QUESTION,
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


_ADDRESSED = pattern(
    r"\s*(?:It was )?(?:RECOMMENDED|Recommended) (?:TO|to) (?:THE |the )?"
    r"(?P<body>[A-Z][^:\n]{0,60}?)\s*:\s*"
)


_LABELS = {
    EntryKind.ACTION_POINT: pattern(
        r"^\s*(?:ACTION|Action)(?: (?:POINT|Point|point))?\b\s*[:–-]?\s*"
    ),
    EntryKind.RESOLUTION: pattern(
        r"^\s*(?:It was )?(?:then |therefore |unanimously )*"
        r"(?:RESOLVED|[Rr]esolved|AGREED|[Aa]greed)( unanimously)?"
        r"\s*(?:[:–-]+\s*(?=\S)|(?=[Tt]hat\b)|(?=\())"
        r"|^\s*It was (?:then |therefore |unanimously )*(?:RESOLVED|resolved|AGREED|agreed)\s*"
        r"(?=to\b)"
    ),
    EntryKind.RECOMMENDATION: pattern(
        r"^\s*(?:It was )?(?:RECOMMENDED|Recommended)\s*(?:[:–-]+\s*|(?=[Tt]hat\b))"
    ),
    EntryKind.MOTION: pattern(r"^\s*(?:MOTION|Motion|AMENDMENT|Amendment)\s*[:–-]\s*"),
}


def _first_sentence(words: str) -> str:
    return _SENTENCE_END.split(words[:_OPENING], maxsplit=1)[0].rstrip()


_SENTENCE_END = pattern(
    r"(?<=[.!?])(?<! [A-Z]\.)(?<!\bM[rs]\.)(?<!\b(?:Mrs|Rev)\.)(?<!\bDr\.)"
    r"(?<!\bCllr\.)(?<!\bCllrs\.)\s"
)
"""Behind the full stop of “Cllr.” and of an initial the sentence goes on."""
