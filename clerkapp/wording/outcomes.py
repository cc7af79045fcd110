"""How an item came out, in the words of the house, and the statement of an executive decision."""

import re
from collections.abc import Iterator
from typing import get_args

from clerkapp.law.jurisdiction import Jurisdiction, Part
from clerkapp.meeting.decisions import Decision, Outcome, Referral, Statement
from clerkapp.patterns import pattern
from clerkapp.wording.languages import WELSH
from clerkapp.wording.style_words import DecisionWords


def outcome_label(outcome: Outcome, words: DecisionWords) -> str:
    """What stands before the words of a decision: "RESOLVED:", "DEFERRED:"."""
    return {
        Outcome.RESOLVED: words.resolved,
        Outcome.NOTED: words.noted,
        Outcome.DEFERRED: words.deferred,
        Outcome.REFUSED: words.refused,
        Outcome.NO_ACTION: words.no_action,
    }[outcome]


_THAT = pattern(r"(?:^|\s+)that(?=\s*[:–—-]?$)", re.IGNORECASE)


def that_once(label: str, text: str) -> tuple[str, str]:
    """Label and words where both say "that", or only the label does and the words cannot follow it.

    "RESOLVED that" and "That the report be noted" make "RESOLVED that the report be noted". The
    comma of "That, under section 48, the public be excluded" stays where the label has no colon.
    """
    if not _THAT.search(label):
        return label, text
    if match := re.match(r"that\b\s*(?P<mark>[,:–—-]*)\s*", text, re.IGNORECASE):
        if match["mark"] == "," and not label.endswith(":"):
            label = f"{label.rstrip(' –—-')},"
        return label, text[match.end() :]
    return (_THAT.sub("", label), text) if text else (label, text)


_LABEL_END = pattern(r"(?:\s+(?:that|bod))?\s*[:–—-]?$", re.IGNORECASE)


def label_parts(label: str) -> tuple[str, str]:
    """“RESOLVED” and “ that:” of a label: between them its number may stand."""
    match = _LABEL_END.search(label)
    return (label[: match.start()], match.group()) if match else (label, "")


_NOTES_ITSELF = pattern(r"\bthat\b.*\b(?:be|is|are|was|were)(?: \w+ and)? noted\b", re.IGNORECASE)


def said_outcome(outcome: Outcome, text: str) -> Outcome:
    """The outcome whose label goes before `text`: it is resolved that a report be noted.

    "NOTED: That the report be noted" would say it twice.
    """
    notes_itself = outcome is Outcome.NOTED and _NOTES_ITSELF.match(text)
    return Outcome.RESOLVED if notes_itself else outcome


def without_dash(label: str) -> str:
    """`label` without the mark after its "that", which leads to limbs alone: "RESOLVED that –"."""
    return re.sub(r"(?<=\bthat)\s*[:–—-]+$", "", label)


def outcome_alone(outcome: Outcome, words: DecisionWords) -> str:
    """What is printed of an outcome without words; "" of a resolution, which is its words."""
    return {
        Outcome.RESOLVED: "",
        Outcome.NOTED: words.noted_alone,
        Outcome.DEFERRED: words.deferred_alone,
        Outcome.REFUSED: words.refused_alone,
        Outcome.NO_ACTION: words.no_action_alone,
    }[outcome]


_NOTED_BY = pattern(
    r"(?:the )?(?:sub-)?(?:board|committee|council|cabinet|panel|senate|court|forum|members|"
    r"governors|trustees|governing (?:body|board)) noted (?=\w)",
    re.IGNORECASE,
)


def without_outcome(outcome: Outcome, text: str) -> str:
    """`text` without the outcome that a clerk typed before it: "DEFERRED: for a site visit".

    “The Board noted the report” is the report that was noted.
    """
    if outcome is Outcome.NOTED and (match := _NOTED_BY.match(text)):
        return text[match.end() :]
    return re.sub(rf"^(?:it was )?{outcome}(?:\s*:|\s+[–-])\s*", "", text, flags=re.IGNORECASE)


def without_house_label(label: str, text: str, language: str) -> str:
    """`text` without the label of the house where that was typed too: "Penderfynwyd derbyn …".

    English labels are gone before, whatever the house.
    """
    words = label.rstrip(" :.–-")
    before, rest = text[: len(words)], text[len(words) :]
    is_label = words != "" and before.casefold() == words.casefold() and not rest[:1].isalpha()
    return rest.lstrip(" :–-") if is_label and language == WELSH else text


def statement(
    said: Statement, words: DecisionWords, law: Jurisdiction
) -> Iterator[tuple[str, str]]:
    """The recorded parts of a statement: the heading of each, and what it says.

    The heading is the house's, failing that the one of the jurisdiction; there is another over the
    reasons for what is only recommended.
    """
    parts: tuple[Part, ...] = get_args(Part)
    for part in parts:
        text: str = getattr(said, part).strip()
        if text:
            is_why = part == "reasons" and isinstance(said, Referral)
            key = "reasons_recommended" if is_why else part
            yield getattr(words, key) or getattr(law.statement, key), text


def missing_parts(decision: Decision, law: Jurisdiction) -> tuple[Part, ...]:
    """The parts that the law asks of the record of an executive decision and that are not there."""
    return tuple(part for part in law.statement.required if not getattr(decision, part).strip())
