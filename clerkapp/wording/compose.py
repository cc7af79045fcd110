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
from clerkapp.meeting.motions import Moved, course, put_to
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.public_view import public_view
from clerkapp.meeting.votes import Ballot, Motion, Vote
from clerkapp.wording.ballots import ballot_table, ballot_words, elected_words
from clerkapp.wording.comings import Comings
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
from clerkapp.wording.people_lists import PeopleLists
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.tables import action_table, attendance_table
from clerkapp.wording.times import date_words
from clerkapp.wording.vote_places import with_votes_placed
from clerkapp.wording.votes import fate, moved, vote_words
from clerkapp.wording.who_was_there import who_was_there


def compose(meeting: Meeting, style: HouseStyle, audience: Audience = Audience.PUBLIC) -> Minutes:
    """The minutes of `meeting` in the manner of `style`.

    For the public they are made from the public view alone: nothing exempt is ever in reach. Only
    who was in the room is asked of the whole meeting, and that holds no words.
    """
    who = who_was_there(meeting, style, audience)
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
    as_lists = style.layout.attendance == "lists"
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
            style.attendance.title,
            _titled(style.decisions.sheet, meeting),
            style.decisions.sheet_heading,
        ),
        attendance=None
        if as_lists
        else attendance_table(meeting, style.attendance, sentences, who),
        sections=tuple(map(items.section, meeting.items, numbers)),
        actions=action_table(meeting, style.actions, sentences, numbers),
        signature=(words.signed, words.signed_on),
        people=PeopleLists(style.presence, sentences, who).lists(meeting) if as_lists else (),
        first_page=heading.first_page,
        initials=words.initials if heading.first_page is not None else "",
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
    if heading.public is not None and style.layout.attendance == "table":
        yield style.presence.public, str(heading.public)


class _Items:
    """Makes the sections of one document."""

    def __init__(
        self, meeting: Meeting, style: HouseStyle, sentences: Sentences, audience: Audience
    ) -> None:
        self._comings = Comings(meeting, sentences)
        self._layout = style.layout
        self._words = style.words
        self._votes = style.votes
        self._decisions = style.decisions
        self._law = law_of(meeting)
        self._exclusion = Exclusion(meeting, self._law, style.words)
        self._sentences = sentences
        self._audience = audience
        self._moved: dict[str, Moved] = {}  # of the item at hand, by the id of its entry
        self._put: dict[str, Moved] = {}  # the same, by the id of the vote on it

    def section(self, item: AgendaItem, number: str) -> Section:
        told = course(item.entries)
        self._moved = {each.entry.id: each for one in told for each in (one, *one.amendments)}
        self._put = put_to(item.entries)
        shown = tuple(self._passages(item))
        passages = tuple(with_votes_placed(shown, item, self._sentences))
        if self._layout.paragraphs == "numbered" and number:
            passages = tuple(_numbered(passages, number))
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
        yield from map(_event, self._comings.at_the_opening(item))
        for part in exchanges(item.entries):
            if isinstance(part, Exchange) and self._layout.exchanges == "run-on":
                passages: Iterable[Passage] = (self._run_on(part),)
            elif isinstance(part, Exchange):
                passages = map(self._passage, part.entries)
            else:
                passages = (self._passage(part), *self._after(part))
            yield from (
                passage for passage in passages if passage.runs or passage.limbs or passage.table
            )
        yield from map(_event, self._comings.after(item))

    def _public_stub(self, item: AgendaItem, exempt: Exempt) -> Iterator[Passage]:
        """What the public reads of an exempt item: that they went out, why, a summary, and back."""
        back = [entry for entry in item.entries if _step(entry) is Step.PUBLIC_READMITTED]
        yield from map(_event, self._comings.at_the_opening(item))
        for entry in item.entries:
            if entry not in back:
                yield from (self._passage(entry), *self._after(entry))
        yield Passage(Role.EXEMPT, (Run(self._exclusion.in_place(exempt)),))
        if summary := item.summary.strip():
            yield Passage(Role.SUMMARY, (Run(summary),))
        yield from map(_event, self._comings.after(item))
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
        ballot = facts_of(entry, Ballot) if self._is_table(entry) else None
        table = ballot_table(ballot, self._sentences) if ballot else None
        return Passage(
            role, runs, bulleted=bulleted, limbs=limbs, entry_ids=(entry.id,), table=table
        )

    def _words_of(self, entry: Entry) -> tuple[tuple[Run, ...], tuple[Limb, ...]]:
        text, sentences = without_label(entry.kind, entry.text.strip()).strip(), self._sentences
        match entry.kind:
            case EntryKind.ACTION_POINT:
                tail = sentences.owner_and_due(facts_of(entry, ActionPoint))
                return _labelled(self._words.action, text, tail, before_tail=self._joint), ()
            case EntryKind.MOTION:
                return self._motion(entry, text)
            case EntryKind.BALLOT if self._is_table(entry):
                ballot = facts_of(entry, Ballot) or Ballot()
                words = elected_words(ballot, sentences) or self._votes.ballot_title
                return _plain(words, text), ()
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

    def _motion(self, entry: Entry, text: str) -> tuple[tuple[Run, ...], tuple[Limb, ...]]:
        """What was moved, with mover and seconder in their place, and what became of it."""
        label, who = moved(facts_of(entry, Motion), self._sentences)
        stem, limbs = stem_and_limbs(text)
        stem, end = _capital(stem), ""
        if told := self._moved.get(entry.id):
            end = fate(told, self._sentences)
        match self._votes.movers:
            case "before" if who:
                said = _labelled(" ".join(part for part in (label, who) if part), stem, end)
                return said if stem or limbs else (), limbs
            case "below" if who:
                who = f"{who}\n{end}" if end else who
                return _labelled(label, stem, who, before_tail="\n", needs_text=not limbs), limbs
            case "nowhere":
                who = ""
            case _:
                pass
        tail = " ".join(part for part in (who, end) if part)
        return _labelled(label, stem, tail, needs_text=not limbs), limbs

    def _is_table(self, entry: Entry) -> bool:
        ballot = facts_of(entry, Ballot)
        return self._votes.ballots == "table" and ballot is not None and bool(ballot.rounds)

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
            put = self._put.get(entry.id)
            return vote_words(vote, self._sentences, amends=put is not None and put.is_amendment)
        if ballot := facts_of(entry, Ballot):
            return ballot_words(ballot, self._sentences)
        if declaration := facts_of(entry, Declaration):
            return self._sentences.declaration(declaration)
        if movement := facts_of(entry, Movement):
            return self._comings.moved(entry, movement)
        if _step(entry) is Step.PUBLIC_READMITTED:
            time = self._sentences.time(entry.time) if entry.time else ""
            return self._exclusion.readmitted(time)
        if proceeding := facts_of(entry, Proceeding):
            return self._sentences.step(proceeding, entry.time)
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
    EntryKind.BALLOT: Role.NARRATIVE,
    EntryKind.RESOLUTION: Role.DECISION,
    EntryKind.RECOMMENDATION: Role.DECISION,
    EntryKind.DECLARATION: Role.EVENT,
    EntryKind.ARRIVAL: Role.EVENT,
    EntryKind.DEPARTURE: Role.EVENT,
    EntryKind.PROCEDURE: Role.EVENT,
}


def _numbered(passages: Iterable[Passage], number: str) -> Iterator[Passage]:
    """The passages numbered within their item: all but the votes, which belong to one above."""
    place = 0
    for passage in passages:
        if passage.role is Role.VOTE:
            yield passage
            continue
        place += 1
        yield replace(passage, number=f"{number}.{place}")


def _labelled(
    label: str, text: str, tail: str = "", *, before_tail: str = " ", needs_text: bool = True
) -> tuple[Run, ...]:
    """`label` in bold and the words after it; nothing where there is nothing to label."""
    parts = (_stopped(text) if tail and text else text, tail)
    said = before_tail.join(part for part in parts if part)
    if not said and needs_text:
        return ()
    if not label:
        return (Run(said),)
    return (Run(label, bold=True), *((Run(f" {said}"),) if said else ()))


def _event(sentence: str) -> Passage:
    return Passage(Role.EVENT, (Run(sentence),))


def _plain(*parts: str) -> tuple[Run, ...]:
    said = " ".join(part for part in parts if part)
    return (Run(said),) if said else ()


def _stopped(text: str) -> str:
    """`text` with a full stop where a clerk in a hurry left it out."""
    text = text.rstrip()
    return text if text.endswith((".", "?", "!", ":", ";", "…", ".”", ".’", ")")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
