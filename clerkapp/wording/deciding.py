"""What was decided, in the words of the house: behind its label, and its number if it has one."""

from clerkapp.meeting.decisions import Decision, Outcome, Referral
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting
from clerkapp.patterns import pattern
from clerkapp.wording.kinds import body_addressed
from clerkapp.wording.limbs import Limb, ended, in_quotes, stem_and_limbs
from clerkapp.wording.minutes import Run
from clerkapp.wording.outcomes import (
    label_parts,
    outcome_alone,
    outcome_label,
    said_outcome,
    that_once,
    without_dash,
    without_house_label,
    without_outcome,
)
from clerkapp.wording.runs import BEGINS, capital, labelled, plain, stopped
from clerkapp.wording.sections import resolutions_numbered
from clerkapp.wording.sentences import Sentences

_ARTICLE = pattern(r"^(?:The|An?)(?= )")


class Deciding:
    """Tells the decisions of one meeting."""

    def __init__(self, meeting: Meeting, sentences: Sentences) -> None:
        style = sentences.style
        self._sentences = sentences
        self._layout = style.layout
        self._decisions = style.decisions
        self._language = style.words.language
        self._numbers = resolutions_numbered(meeting, style)

    def numbered(self, label: str, entry: Entry) -> str:
        """`label` with the number of the resolution, where it has one and the house prints it."""
        number = self._numbers.get(entry.id, "")
        if number and label and self._layout.resolution_numbers == "after the label":
            said, end = label_parts(label)
            return f"{said} {number}{end}"
        gap = "" if number.endswith((" ", "\n")) else " "
        return f"{number}{gap}{label}".rstrip(" ") if number else label

    def told(self, entry: Entry, text: str) -> tuple[tuple[Run, ...], tuple[Limb, ...]]:
        """What was decided, behind its label and its number, and its limbs."""
        label, text = self._label(entry, text)
        stem, limbs = stem_and_limbs(text)
        goes_on = stem.startswith("to ")  # “It was agreed to ask”, without its label
        label, stem = that_once(label, capital(stem))
        if goes_on and label[-1:].isalpha():
            stem = f"{stem[0].lower()}{stem[1:]}"
        if not limbs:
            label, stem = without_dash(label), stopped(stem) if stem else ""
        if self._decisions.begins == "small letter":
            stem = BEGINS.sub(lambda that: that.group().lower(), stem)
        if self._layout.outcomes == "before" and label[-1:].isalpha():  # the words go on from it
            stem = _ARTICLE.sub(lambda article: article.group().lower(), stem)
        limbs = ended(limbs, self._decisions.limbs)
        if self._decisions.quoted == "yes" and BEGINS.match(stem):
            stem, limbs = in_quotes(stem, limbs)
        runs = labelled(self.numbered(label, entry), stem, needs_text=not limbs)
        return runs or self._outcome_alone(entry), limbs

    def exclusion(self, entry: Entry, said: str, text: str) -> tuple[Run, ...]:
        """The resolution `said` to exclude press and public, behind its label and its number."""
        label, said = that_once(self._decisions.resolved, said)
        return labelled(self.numbered(without_dash(label), entry), said, text)

    def _label(self, entry: Entry, text: str) -> tuple[str, str]:
        """The label, and the words without the body that a clerk typed as part of it."""
        if entry.kind is EntryKind.RESOLUTION:
            outcome = _outcome(entry)
            text = without_outcome(outcome, text)
            label = outcome_label(said_outcome(outcome, text), self._decisions)
            return label, without_house_label(label, text, self._language)
        referral = facts_of(entry, Referral)
        if referral is None or not referral.body:
            body, text = body_addressed(text)
            referral = Referral(body)
        label = self._sentences.recommendation(referral)
        return label, without_house_label(label, text, self._language)

    def _outcome_alone(self, entry: Entry) -> tuple[Run, ...]:
        if facts_of(entry, Decision) is None:
            return ()
        return plain(outcome_alone(_outcome(entry), self._decisions))


def _outcome(entry: Entry) -> Outcome:
    decision = facts_of(entry, Decision)
    return decision.outcome if decision else Outcome.RESOLVED
