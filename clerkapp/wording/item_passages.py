"""What is printed of one item: each entry and each exchange in the words of the house."""

from collections.abc import Iterator

from clerkapp.law.jurisdiction import law_of
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import Statement
from clerkapp.meeting.entries import (
    Entry,
    EntryKind,
    Exchange,
    Movement,
    exchanges,
    facts_of,
    present_facts,
)
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.motions import Moved, amends, course, put_to
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.votes import Ballot, Motion, Vote
from clerkapp.wording.arranging import arranged
from clerkapp.wording.ballots import ballot_table, ballot_words, elected_words
from clerkapp.wording.closing import awaits_next
from clerkapp.wording.comings import Comings
from clerkapp.wording.deciding import Deciding
from clerkapp.wording.detail import Detail, told_at
from clerkapp.wording.exclusion import Exclusion
from clerkapp.wording.kinds import without_label
from clerkapp.wording.limbs import Limb, relabelled, stem_and_limbs
from clerkapp.wording.minutes import (
    Audience,
    Passage,
    Role,
    Run,
    Table,
)
from clerkapp.wording.outcomes import (
    statement,
)
from clerkapp.wording.runs import BEGINS, capital, ended, labelled, plain, stopped
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.steps import tells_of, timed
from clerkapp.wording.vote_places import with_votes_placed
from clerkapp.wording.votes import fate, moved, vote_words


class ItemPassages:
    """Makes the passages of the items of one document, each item by itself."""

    def __init__(
        self, meeting: Meeting, sentences: Sentences, audience: Audience, detail: Detail
    ) -> None:
        style = sentences.style
        self._comings = Comings(meeting, sentences)
        self._layout = style.layout
        self._words = style.words
        self._votes = style.votes
        self._decisions = style.decisions
        self._law = law_of(meeting, style.words.language)
        self._exclusion = Exclusion(meeting, self._law, style.words)
        self._deciding = Deciding(meeting, sentences)
        self._sentences = sentences
        self._audience = audience
        self._detail = detail
        self._moved: dict[str, Moved] = {}  # of the item at hand, by the id of its entry
        self._put: dict[str, Moved] = {}  # the same, by the id of the vote on it

    def of(self, item: AgendaItem, number: str) -> tuple[Passage, ...]:
        """The passages of `item`, arranged in the manner of the house under its number."""
        told = course(item.entries)
        self._moved = {each.entry.id: each for one in told for each in (one, *one.amendments)}
        self._put = put_to(told)
        passages = tuple(self._passages(item))
        shown = with_votes_placed(passages, item, self._put, self._sentences)
        return arranged(told_at(self._detail, shown), item, number, self._sentences)

    def _passages(self, item: AgendaItem) -> Iterator[Passage]:
        if item.exempt and self._audience is Audience.PUBLIC:
            yield from self._public_stub(item, item.exempt)
            return
        if item.exempt:
            yield Passage(Role.EXEMPT, (Run(self._exclusion.mark(item.exempt)),))
        yield from map(_event, self._comings.at_the_opening(item))
        for part in exchanges(item.entries):
            if isinstance(part, Exchange):
                passages = tuple(self._exchange(part))
            else:
                passages = (self._passage(part), *self._after(part))
            yield from (
                passage for passage in passages if passage.runs or passage.limbs or passage.table
            )
        if awaits_next(item) and (following := self._sentences.next_meeting()):
            yield Passage(Role.NARRATIVE, (Run(following),))
        yield from map(_event, self._comings.after(item))

    def _exchange(self, exchange: Exchange) -> Iterator[Passage]:
        is_open = not any(entry.exempt for entry in exchange.entries)
        if self._layout.exchanges == "rows" and is_open:
            yield self._row(exchange)
        elif self._layout.exchanges == "run-on":
            apart = tuple(filter(self._has_column, self._shown(exchange)))
            yield self._run_on(exchange, apart)
            yield from map(self._passage, apart)
        else:
            yield from map(self._passage, self._shown(exchange))

    def _shown(self, exchange: Exchange) -> Iterator[Entry]:
        left_out = self._layout.actions == "left out"
        for entry in exchange.entries:
            if not (left_out and entry.kind is EntryKind.ACTION_POINT):
                yield entry

    def _row(self, exchange: Exchange) -> Passage:
        """The exchange as the one row of a table; rows that follow each other make one table."""
        cells: dict[EntryKind, list[str]] = {kind: [] for kind in _COLUMNS}
        for entry in self._shown(exchange):
            said = self._passage(entry)
            words = stopped("".join(run.text for run in said.runs if not run.bold).strip())
            cells[entry.kind].append(f"{words} {said.at_right}".rstrip())
        words = self._words
        table = Table(
            words.rows,
            words.rows_summary,
            (words.row_question, words.row_response, words.row_action),
            (tuple("\n".join(cells[kind]) or "–" for kind in _COLUMNS),),
        )
        entry_ids = tuple(entry.id for entry in exchange.entries)
        return Passage(Role.POINT, (Run(words.rows),), entry_ids=entry_ids, table=table)

    def _public_stub(self, item: AgendaItem, exempt: Exempt) -> Iterator[Passage]:
        """What the public reads of an exempt item: that they went out, why, a summary, and back."""
        back = [entry for entry in item.entries if _step(entry) is Step.PUBLIC_READMITTED]
        yield from map(_event, self._comings.at_the_opening(item))
        for entry in item.entries:
            if entry not in back and not entry.exempt:  # of those there is the number alone
                yield from (self._passage(entry), *self._after(entry))
        yield Passage(Role.EXEMPT, (Run(self._exclusion.in_place(exempt)),))
        if summary := item.summary.strip():
            yield Passage(Role.SUMMARY, (Run(summary),))
        yield from map(_event, self._comings.after(item))
        yield from map(self._passage, back)

    def _after(self, entry: Entry) -> Iterator[Passage]:
        """What follows an entry in paragraphs of its own.

        The statement of what was decided or recommended; who moved a motion that ends in limbs.
        """
        if entry.kind is EntryKind.MOTION and (ends := self._below_limbs(entry)):
            yield Passage(Role.MOTION, (Run(ends),), entry_ids=(entry.id,))
        if isinstance(decided := present_facts(entry), Statement):
            for heading, text in statement(decided, self._decisions, self._law):
                runs = (Run(f"{heading}:", bold=True), Run(f" {stopped(text)}"))
                yield Passage(Role.STATEMENT, runs, entry_ids=(entry.id,))
        if _step(entry) is Step.PUBLIC_EXCLUDED and entry.time:
            left = self._exclusion.left(self._sentences.time(entry.time))
            yield Passage(Role.EVENT, (Run(left),), entry_ids=(entry.id,))

    def _has_column(self, entry: Entry) -> bool:
        """Whether it stands in the column for actions of a table of items."""
        is_table = self._layout.items == "in a table" and self._words.table_action
        return entry.kind is EntryKind.ACTION_POINT and bool(is_table)

    def _run_on(self, exchange: Exchange, apart: tuple[Entry, ...]) -> Passage:
        """The exchange but for what stands apart as one paragraph, each part ending in a stop."""
        runs: list[Run] = []
        at_right: list[str] = []
        shown = (entry for entry in self._shown(exchange) if entry not in apart)
        for passage in map(self._passage, shown):
            at_right += [passage.at_right] if passage.at_right else []
            if runs and passage.runs:
                runs[-1] = Run(f"{stopped(runs[-1].text)} ", runs[-1].bold)
            runs += passage.runs
        entry_ids = tuple(entry.id for entry in exchange.entries if entry not in apart)
        return Passage(
            Role.POINT,
            tuple(runs),
            bulleted=self._bulleted,
            entry_ids=entry_ids,
            at_right="\n".join(at_right),
        )

    @property
    def _bulleted(self) -> bool:
        return self._layout.points == "bulleted"

    def _passage(self, entry: Entry) -> Passage:
        excluded = _step(entry) is Step.PUBLIC_EXCLUDED
        role = Role.DECISION if excluded else _ROLES[entry.kind]
        runs, limbs = self._words_of(entry)
        if entry.exempt and (runs or limbs):
            runs = (Run(f"{self._exclusion.mark(entry.exempt)} ", bold=True), *runs)
        bulleted = self._bulleted and role is Role.POINT
        ballot = facts_of(entry, Ballot) if self._is_table(entry) else None
        table = ballot_table(ballot, self._sentences) if ballot else None
        limbs = relabelled(limbs, self._layout.limb_labels)
        right = self._at_right(entry) if runs else ""
        return Passage(
            role,
            runs,
            bulleted=bulleted,
            limbs=limbs,
            entry_ids=(entry.id,),
            table=table,
            at_right=right,
        )

    def _at_right(self, entry: Entry) -> str:
        """Whose an action is, where the house has a column for it."""
        if entry.kind is not EntryKind.ACTION_POINT or self._layout.actions != "right-hand column":
            return ""
        action = facts_of(entry, ActionPoint)
        return (self._sentences.listed(action.owner) if action else "") or self._words.action

    def _action(self, entry: Entry, text: str) -> tuple[Run, ...]:
        action = facts_of(entry, ActionPoint)
        if self._layout.actions == "left out":
            return ()
        if self._layout.actions == "right-hand column":
            said = stopped(capital(text)) if text else self._words.action
            in_table = self._layout.action_table != "none"  # which tells by when
            due = ActionPoint(due=action.due) if action and not in_table else None
            return plain(said, self._sentences.owner_and_due(due))
        tail = self._sentences.owner_and_due(action)
        if self._layout.owners == "before" and tail:
            return labelled(self._words.action, " ".join(filter(None, (tail, capital(text)))))
        joint = "\n" if self._layout.owners == "below" else " "
        return labelled(self._words.action, text, tail, before_tail=joint)

    def _words_of(self, entry: Entry) -> tuple[tuple[Run, ...], tuple[Limb, ...]]:
        text = without_label(entry.kind, entry.text.strip()).strip()
        text = text if entry.kind is EntryKind.LEAD_IN else ended(text)
        sentences = self._sentences
        match entry.kind:
            case EntryKind.ACTION_POINT:
                return self._action(entry, text), ()
            case EntryKind.MOTION:
                return self._motion(entry, text)
            case EntryKind.BALLOT if self._is_table(entry):
                ballot = facts_of(entry, Ballot) or Ballot()
                words = elected_words(ballot, sentences) or self._votes.ballot_title
                return plain(words, text), ()
            case EntryKind.RESOLUTION | EntryKind.RECOMMENDATION:
                return self._deciding.told(entry, text)
            case EntryKind.PROCEDURE if _step(entry) is Step.PUBLIC_EXCLUDED:
                proceeding = facts_of(entry, Proceeding) or Proceeding(Step.PUBLIC_EXCLUDED)
                said = self._exclusion.resolution(entry, proceeding)
                return self._deciding.exclusion(entry, said, text), ()
            case EntryKind.PROCEDURE if (step := _step(entry)) and tells_of(step, text):
                time = self._sentences.time(entry.time) if entry.time else ""
                return plain(timed(text, time)), ()
            case _:
                return plain(self._fact_sentence(entry), text), ()

    def _motion(self, entry: Entry, text: str) -> tuple[tuple[Run, ...], tuple[Limb, ...]]:
        """What was moved, with mover and seconder in their place, and what became of it."""
        label = self._votes.amendment if amends(entry) else self._votes.motion
        who = moved(facts_of(entry, Motion), self._sentences)
        stem, limbs = stem_and_limbs(text)
        stem, end = capital(stem), self._fate(entry)
        if limbs:  # what stands at the end is below them
            end, who = "", who if self._votes.movers in _BEFORE else ""
        match self._votes.movers:
            case "before" | "run in" if who:
                if who.endswith(","):
                    stem = BEGINS.sub(lambda that: that.group().lower(), stem)
                gap = "\n" if "\n" in who else " "
                said = labelled(label, f"{who}{gap}{stem}".rstrip(), end)
                return said if stem or limbs else (), limbs
            case "below" if who:
                who = f"{who}\n{end}" if end else who
                return labelled(label, stem, who, before_tail="\n", needs_text=not limbs), limbs
            case "nowhere":
                who = ""
            case _:
                pass
        tail = " ".join(part for part in (who, end) if part)
        return labelled(label, stem, tail, needs_text=not limbs), limbs

    def _fate(self, entry: Entry) -> str:
        told = self._moved.get(entry.id)
        return fate(told, self._sentences) if told else ""

    def _below_limbs(self, entry: Entry) -> str:
        """Who moved and seconded, and what became of it, where limbs are the end of the words."""
        if not stem_and_limbs(without_label(entry.kind, entry.text.strip()).strip())[1]:
            return ""
        movers = self._votes.movers
        who = moved(facts_of(entry, Motion), self._sentences)
        told = ("" if movers in (*_BEFORE, "nowhere") else who, self._fate(entry))
        return ("\n" if movers == "below" else " ").join(filter(None, told))

    def _is_table(self, entry: Entry) -> bool:
        if self._votes.ballots != "table":
            return False
        ballot = facts_of(entry, Ballot)
        return ballot is not None and bool(ballot.rounds)

    def _fact_sentence(self, entry: Entry) -> str:
        match facts := present_facts(entry):
            case None:
                return ""
            case Vote():
                put = self._put.get(entry.id)
                upon = put is not None and put.is_amendment
                return vote_words(facts, self._sentences, amends=upon, beside=entry.text)
            case Ballot():
                return ballot_words(facts, self._sentences)
            case Declaration():
                return self._sentences.declaration(facts)
            case Movement():
                return self._comings.moved(entry, facts)
            case Proceeding(Step.PUBLIC_READMITTED):
                time = self._sentences.time(entry.time) if entry.time else ""
                return self._exclusion.readmitted(time)
            case Proceeding():
                return self._sentences.step(facts, entry.time)
            case _:
                return ""


def _step(entry: Entry) -> Step | None:
    proceeding = facts_of(entry, Proceeding)
    return proceeding.step if proceeding else None


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


_BEFORE = ("before", "run in")
"""Where the house says who moved and seconded ahead of the words."""

_COLUMNS = (EntryKind.QUESTION, EntryKind.RESPONSE, EntryKind.ACTION_POINT)


def _event(sentence: str) -> Passage:
    return Passage(Role.EVENT, (Run(sentence),))
