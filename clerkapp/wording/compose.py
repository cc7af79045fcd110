"""From a meeting to its minutes: the one path by which anything is printed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clerkapp.law.jurisdiction import law_of
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import Decision, Outcome
from clerkapp.meeting.entries import (
    Entry,
    EntryKind,
    Exchange,
    Movement,
    Referral,
    exchanges,
    facts_of,
)
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem, Meeting, Status
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.public_view import public_view
from clerkapp.meeting.votes import Motion, Vote
from clerkapp.wording.exclusion import Exclusion
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.kinds import body_addressed, without_label
from clerkapp.wording.limbs import Limb, ended, stem_and_limbs
from clerkapp.wording.minutes import (
    Audience,
    DocumentLine,
    Headings,
    Minutes,
    Passage,
    Role,
    Run,
    Section,
)
from clerkapp.wording.outcomes import outcome_alone, outcome_label, statement, without_outcome
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.tables import action_table, attendance_table
from clerkapp.wording.times import date_words


def compose(meeting: Meeting, style: HouseStyle, audience: Audience = Audience.PUBLIC) -> Minutes:
    """The minutes of `meeting` in the manner of `style`.

    For the public they are made from the public view alone: nothing exempt is ever in reach.
    """
    if audience is Audience.PUBLIC:
        meeting = public_view(meeting)
    heading, words = meeting.heading, style.words
    sentences = Sentences(meeting, style)
    items = _Items(meeting, style, sentences, audience)
    numbers = item_numbers(meeting)
    date = date_words(heading.date) if heading.date else ""
    held = words.held_untimed.format(date=date) if date else ""
    if date and heading.start:
        held = words.held.format(date=date, time=sentences.time(heading.start))
    draft = heading.status is Status.DRAFT
    holds_exempt = audience is Audience.CONFIDENTIAL and _holds_exempt(meeting)
    return Minutes(
        council=heading.council,
        committee=heading.committee,
        title=_titled(words.title, meeting),
        held=held,
        date=date,
        day=heading.date,
        audience=audience,
        draft_label=words.draft if draft else "",
        draft_notice=words.draft_notice.format(committee=heading.committee) if draft else "",
        confidential_notice=words.confidential_notice if holds_exempt else "",
        details=tuple(_details(meeting, style, sentences)),
        headings=Headings(
            words.items,
            words.minutes,
            words.documents,
            _titled(style.decisions.sheet, meeting),
            style.decisions.sheet_heading,
        ),
        attendance=attendance_table(meeting, style.attendance, sentences, numbers),
        sections=tuple(map(items.section, meeting.items, numbers)),
        actions=action_table(meeting, style.actions, sentences, numbers),
        signature=(words.signed, words.signed_on),
    )


def _titled(form: str, meeting: Meeting) -> str:
    heading = meeting.heading
    return form.format(committee=heading.committee or "meeting", council=heading.council)


def _holds_exempt(meeting: Meeting) -> bool:
    return any(item.exempt or any(e.exempt for e in item.entries) for item in meeting.items)


def _details(
    meeting: Meeting, style: HouseStyle, sentences: Sentences
) -> Iterator[tuple[str, str]]:
    heading, words = meeting.heading, style.words
    if heading.place:
        yield words.venue, heading.place
    if heading.start:
        yield words.started, sentences.time(heading.start)
    if heading.end:
        yield words.finished, sentences.time(heading.end)


class _Items:
    """Makes the sections of one document."""

    def __init__(
        self, meeting: Meeting, style: HouseStyle, sentences: Sentences, audience: Audience
    ) -> None:
        self._layout = style.layout
        self._words = style.words
        self._decisions = style.decisions
        self._law = law_of(meeting)
        self._exclusion = Exclusion(meeting, self._law, style.words)
        self._sentences = sentences
        self._audience = audience

    def section(self, item: AgendaItem, number: str) -> Section:
        passages = tuple(self._passages(item))
        if self._layout.paragraphs == "numbered" and number:
            passages = tuple(
                replace(passage, number=f"{number}.{place}")
                for place, passage in enumerate(passages, start=1)
            )
        return Section(
            item_id=item.id,
            number=number,
            title=item.title,
            presenter=self._words.presenter.format(presenter=item.presenter)
            if item.presenter
            else "",
            passages=passages,
            documents=tuple(DocumentLine(each.title, each.target) for each in item.documents),
        )

    def _passages(self, item: AgendaItem) -> Iterator[Passage]:
        if item.exempt and self._audience is Audience.PUBLIC:
            yield from self._public_stub(item, item.exempt)
            return
        if item.exempt:
            yield Passage(Role.EXEMPT, (Run(self._exclusion.mark(item.exempt)),))
        for part in exchanges(item.entries):
            if isinstance(part, Exchange) and self._layout.exchanges == "run-on":
                passages: Iterable[Passage] = (self._run_on(part),)
            elif isinstance(part, Exchange):
                passages = map(self._passage, part.entries)
            else:
                passages = (self._passage(part), *self._after(part))
            yield from (passage for passage in passages if passage.runs or passage.limbs)

    def _public_stub(self, item: AgendaItem, exempt: Exempt) -> Iterator[Passage]:
        """What the public reads of an exempt item: that they went out, why, a summary, and back."""
        back = [entry for entry in item.entries if _step(entry) is Step.PUBLIC_READMITTED]
        for entry in item.entries:
            if entry not in back:
                yield from (self._passage(entry), *self._after(entry))
        yield Passage(Role.EXEMPT, (Run(self._exclusion.in_place(exempt)),))
        if summary := item.summary.strip():
            yield Passage(Role.SUMMARY, (Run(summary),))
        yield from map(self._passage, back)

    def _after(self, entry: Entry) -> Iterator[Passage]:
        """What follows an entry in paragraphs of its own: the parts of an executive statement."""
        if decision := facts_of(entry, Decision):
            for heading, text in statement(decision, self._decisions, self._law):
                runs = (Run(f"{heading}:", bold=True), Run(f" {_stopped(text)}"))
                yield Passage(Role.STATEMENT, runs, entry_ids=(entry.id,))
        if _step(entry) is Step.PUBLIC_EXCLUDED and entry.time:
            left = self._exclusion.left(self._sentences.time(entry.time))
            yield Passage(Role.EVENT, (Run(left),), entry_ids=(entry.id,))

    def _run_on(self, exchange: Exchange) -> Passage:
        """The whole exchange as one paragraph, each part ending in a full stop."""
        runs: list[Run] = []
        for passage in map(self._passage, exchange.entries):
            if runs and passage.runs:
                runs[-1] = replace(runs[-1], text=f"{_stopped(runs[-1].text)} ")
            runs += passage.runs
        entry_ids = tuple(entry.id for entry in exchange.entries)
        return Passage(Role.POINT, tuple(runs), bulleted=self._bulleted, entry_ids=entry_ids)

    @property
    def _bulleted(self) -> bool:
        return self._layout.points == "bulleted"

    @property
    def _joint(self) -> str:
        """What parts an action from its owner: an action that stands apart has a line for them."""
        return "\n" if self._layout.exchanges == "apart" else " "

    def _passage(self, entry: Entry) -> Passage:
        excluded = _step(entry) is Step.PUBLIC_EXCLUDED
        role = Role.DECISION if excluded else _ROLES[entry.kind]
        runs, limbs = self._words_of(entry)
        if entry.exempt and (runs or limbs):
            runs = (Run(f"{self._exclusion.mark(entry.exempt)} ", bold=True), *runs)
        bulleted = self._bulleted and role is Role.POINT
        return Passage(role, runs, bulleted=bulleted, limbs=limbs, entry_ids=(entry.id,))

    def _words_of(self, entry: Entry) -> tuple[tuple[Run, ...], tuple[Limb, ...]]:
        text, sentences = without_label(entry.kind, entry.text.strip()).strip(), self._sentences
        match entry.kind:
            case EntryKind.ACTION_POINT:
                tail = sentences.owner_and_due(facts_of(entry, ActionPoint))
                return _labelled(self._words.action, text, tail, before_tail=self._joint), ()
            case EntryKind.MOTION:
                label, moved = sentences.moved(facts_of(entry, Motion))
                stem, limbs = stem_and_limbs(text)
                return _labelled(label, _capital(stem), moved, needs_text=not limbs), limbs
            case EntryKind.RESOLUTION | EntryKind.RECOMMENDATION:
                label, text = self._decision_label(entry, text)
                stem, limbs = stem_and_limbs(text)
                runs = _labelled(label, _capital(stem), needs_text=not limbs)
                return runs or self._outcome_alone(entry), ended(limbs, self._decisions.limbs)
            case EntryKind.PROCEDURE if _step(entry) is Step.PUBLIC_EXCLUDED:
                proceeding = facts_of(entry, Proceeding) or Proceeding(Step.PUBLIC_EXCLUDED)
                said = self._exclusion.resolution(entry, proceeding)
                return _labelled(self._decisions.resolved, said, text), ()
            case _:
                return _plain(self._fact_sentence(entry), text), ()

    def _decision_label(self, entry: Entry, text: str) -> tuple[str, str]:
        """The label, and the words without the body that a clerk typed as part of it."""
        if entry.kind is EntryKind.RESOLUTION:
            outcome = _outcome(entry)
            return outcome_label(outcome, self._decisions), without_outcome(outcome, text)
        referral = facts_of(entry, Referral)
        if referral is None:
            body, text = body_addressed(text)
            referral = Referral(body) if body else None
        return self._sentences.recommendation(referral), text

    def _outcome_alone(self, entry: Entry) -> tuple[Run, ...]:
        if facts_of(entry, Decision) is None:
            return ()
        return _plain(outcome_alone(_outcome(entry), self._decisions))

    def _fact_sentence(self, entry: Entry) -> str:
        if vote := facts_of(entry, Vote):
            return self._sentences.vote(vote)
        if declaration := facts_of(entry, Declaration):
            return self._sentences.declaration(declaration)
        if movement := facts_of(entry, Movement):
            return self._sentences.movement(entry, movement)
        if _step(entry) is Step.PUBLIC_READMITTED:
            time = self._sentences.time(entry.time) if entry.time else ""
            return self._exclusion.readmitted(time)
        return ""


def _step(entry: Entry) -> Step | None:
    proceeding = facts_of(entry, Proceeding)
    return proceeding.step if proceeding else None


def _outcome(entry: Entry) -> Outcome:
    decision = facts_of(entry, Decision)
    return decision.outcome if decision else Outcome.RESOLVED


_ROLES = {
    EntryKind.NOTE: Role.NARRATIVE,
    EntryKind.LEAD_IN: Role.LEAD_IN,
    EntryKind.QUESTION: Role.POINT,
    EntryKind.RESPONSE: Role.POINT,
    EntryKind.COMMENT: Role.POINT,
    EntryKind.ACTION_POINT: Role.ACTION,
    EntryKind.MOTION: Role.MOTION,
    EntryKind.VOTE: Role.VOTE,
    EntryKind.BALLOT: Role.VOTE,
    EntryKind.RESOLUTION: Role.DECISION,
    EntryKind.RECOMMENDATION: Role.DECISION,
    EntryKind.DECLARATION: Role.EVENT,
    EntryKind.ARRIVAL: Role.EVENT,
    EntryKind.DEPARTURE: Role.EVENT,
    EntryKind.PROCEDURE: Role.EVENT,
}


def _labelled(
    label: str, text: str, tail: str = "", *, before_tail: str = " ", needs_text: bool = True
) -> tuple[Run, ...]:
    """`label` in bold and the words after it; nothing where there is nothing to label."""
    parts = (_stopped(text) if tail and text else text, tail)
    said = before_tail.join(part for part in parts if part)
    if not said and needs_text:
        return ()
    return (Run(label, bold=True), *((Run(f" {said}"),) if said else ()))


def _plain(*parts: str) -> tuple[Run, ...]:
    said = " ".join(part for part in parts if part)
    return (Run(said),) if said else ()


def _stopped(text: str) -> str:
    """`text` with a full stop where a clerk in a hurry left it out."""
    text = text.rstrip()
    return text if text.endswith((".", "?", "!", ":", ";", "…", ".”", ".’", ")")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
