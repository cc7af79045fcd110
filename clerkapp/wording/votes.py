"""Motions, votes and ballots in the words of the house: "(For 5, Against 0, Abstentions 1)"."""

from collections.abc import Sequence

from msgspec import Struct

from clerkapp.meeting.motions import Became, Moved
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import (
    Casting,
    Motion,
    OwnVote,
    Side,
    Vote,
    Way,
    is_by_name,
    is_carried,
    votes_on,
)
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.together import together

SPELT = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
"""The numbers from none to twenty as they are spelt."""


def moved(motion: Motion | None, sentences: Sentences) -> str:
    """The words that say who moved and seconded a motion; "" where that is not recorded."""
    words = sentences.style.votes
    if motion is None or motion.mover is None:
        return ""
    form = words.moved_seconded if motion.seconder else words.moved
    return form.format(
        mover=sentences.named(motion.mover), seconder=sentences.named(motion.seconder)
    )


def moved_decision(motion: Motion, sentences: Sentences) -> str:
    """Who moved and seconded what was decided, as it stands beside the decision."""
    words = sentences.style.votes
    form = words.decided_seconded if motion.seconder else words.decided_moved
    if motion.mover is None or not form:
        return moved(motion, sentences)
    return form.format(
        mover=sentences.named(motion.mover), seconder=sentences.named(motion.seconder)
    )


def fate(told: Moved, sentences: Sentences) -> str:
    """What became of a motion without a vote: "The amendment was withdrawn."; "" of any other."""
    words = sentences.style.votes
    forms = {
        Became.WITHDRAWN: words.withdrawn,
        Became.FELL: words.fell_to if told.fell_to else words.fell,
        Became.ACCEPTED: words.accepted,
    }
    what = words.the_amendment if told.is_amendment else words.the_motion
    return _capital(forms.get(told.became, "").format(motion=what))


class VoteParts(Struct, frozen=True):
    """How it was voted, in parts: what may stand in the outcome, and what is said after it."""

    count: str  # "(For 5, Against 0)", "(Unanimous)"
    rest: tuple[str, ...] = ()  # the names, the casting vote, the result, votes on request


def vote_words(
    vote: Vote, sentences: Sentences, *, amends: bool = False, beside: str | None = None
) -> str:
    """How those present voted, whole; `amends` where it was an amendment that was put.

    In print `beside` is what the clerk wrote beside it. A house that leaves the result out has it
    there nevertheless where no decision below says it: of two amendments nobody would know which
    was lost.
    """
    parts, words = vote_parts(vote, sentences, amends=amends, beside=beside), sentences.style.votes
    told = [part for part in (_capital(parts.count), *parts.rest) if part]
    if words.named_tally == "below" and is_by_name(vote) and parts.count and parts.rest:
        told[:2] = reversed(told[:2])
    return ("\n" if words.between == "lines" else " ").join(told)


def vote_parts(
    vote: Vote, sentences: Sentences, *, amends: bool = False, beside: str | None = None
) -> VoteParts:
    """How those present voted, in the parts that a house may print in different places."""
    teller = _Teller(vote, sentences, amends, beside)
    return VoteParts(teller.count(), tuple(part for part in teller.rest() if part))


def number_words(count: int, sentences: Sentences) -> str:
    """A number as the house writes it: 7, or seven up to twenty."""
    return _spelt(count) if sentences.style.votes.numbers == "words" else str(count)


def _spelt(count: int) -> str:
    return SPELT[count] if 0 < count < len(SPELT) else str(count) if count else "none"


class _Teller:
    """Tells one vote."""

    def __init__(
        self,
        vote: Vote,
        sentences: Sentences,
        amends: bool,  # noqa: FBT001
        beside: str | None,
    ) -> None:
        self._vote, self._sentences = vote, sentences
        self._words = sentences.style.votes
        self._chair = sentences.style.layout.chair
        self._what = self._words.the_amendment if amends else self._words.the_motion
        carried = is_carried(vote)
        self._outcome = (
            "" if carried is None else self._words.carried if carried else self._words.lost
        )
        is_told_below = carried is True and not amends
        self._wants_result = beside is not None and not is_told_below and not self._tells(beside)

    def _tells(self, beside: str) -> bool:
        """Whether numbers or words say the outcome: “The motion was lost by 3 votes to 4.”."""
        words, said = self._words, beside.casefold()
        if any(word and word.casefold() in said for word in (words.carried, words.lost)):
            return True
        if self._vote.unanimous:
            return "{outcome}" in words.unanimous
        return "{outcome}" in words.tally and self._has_tally()

    def count(self) -> str:
        """The numbers, or that all agreed."""
        vote, words = self._vote, self._words
        told: list[str] = []
        if vote.unanimous:
            told.append(self._filled(words.unanimous))
        if not is_by_name(vote) or words.named_tally != "left out":
            told.append(self._tally())
        return " ".join(part for part in told if part)

    def rest(self) -> tuple[str, ...]:
        """What is said after the numbers."""
        vote, words = self._vote, self._words
        casting = ""
        if vote.casting:
            casting = words.casting.format(way=self._way(vote.casting), chair=self._chair)
        if "{casting}" in words.tally and self._has_tally():
            casting = ""
        names = self._names() if is_by_name(vote) else ""
        return names, casting, self._result(), *map(self._own, vote.own)

    def _has_tally(self) -> bool:
        vote = self._vote
        whole = votes_on(vote.in_favour) is not None and votes_on(vote.against) is not None
        return whole and (not is_by_name(vote) or self._words.named_tally != "left out")

    def _tally(self) -> str:
        vote, words = self._vote, self._words
        votes, against = votes_on(vote.in_favour), votes_on(vote.against)
        abstained = votes_on(vote.abstained)
        if votes is None or against is None:
            return self._partial()
        casting = {
            Casting.NONE: "",
            Casting.FOR: words.casting_for,
            Casting.AGAINST: words.casting_against,
        }[vote.casting]
        noun = words.one_vote if votes == 1 else words.votes
        return words.tally.format(
            **{"for": self._number(votes), "against": self._number(against)},
            votes=noun.format(count=self._number(votes)),
            abstained=self._number(abstained or 0),
            abstentions=self._abstentions(abstained),
            casting=casting.format(chair=self._chair),
            motion=self._what,
            outcome=self._outcome,
        )

    def _partial(self) -> str:
        """What was recorded of the sides, where it is not all of it."""
        words = self._words
        told = [
            words.side.format(side=name, count=self._number(count))
            for name, count in (
                (words.side_for, votes_on(self._vote.in_favour)),
                (words.side_against, votes_on(self._vote.against)),
                (words.side_abstained, votes_on(self._vote.abstained)),
            )
            if count is not None
        ]
        return words.partial.format(sides=", ".join(told)) if told else ""

    def _abstentions(self, count: int | None) -> str:
        words = self._words
        if count is None:
            return ""
        form = {0: words.no_abstentions, 1: words.one_abstention}.get(count, words.abstentions)
        return form.format(count=self._number(count), spelt=_capital(_spelt(count)))

    def _result(self) -> str:
        vote, words = self._vote, self._words
        if not self._outcome:
            return ""
        says_all = vote.unanimous or any(
            side is not None for side in (vote.in_favour, vote.against, vote.abstained)
        )
        form = words.result if says_all else words.result_alone
        if not form and self._wants_result:
            form = words.result_alone
        return self._filled(form)

    def _filled(self, form: str) -> str:
        return _capital(form.format(motion=self._what, outcome=self._outcome))

    def _number(self, count: int) -> str:
        return number_words(count, self._sentences)

    # Names

    def _names(self) -> str:
        words = self._words
        told = [
            part
            for part in (
                self._side(words.named_for, words.side_for, self._vote.in_favour),
                self._side(words.named_against, words.side_against, self._vote.against),
                self._side(words.named_abstained, words.side_abstained, self._vote.abstained),
            )
            if part
        ]
        if not told:
            return ""
        *others, last = told
        joint = words.named_last_joint if others else ""
        return _capital(f"{words.named_joint.join(others)}{joint}{last}{words.named_end}")

    def _side(self, form: str, name: str, side: Side) -> str:
        words = self._words
        if side is None or (not side and not words.nobody):
            return ""
        if not side:
            names = words.nobody
        elif isinstance(side, tuple):
            names = self._listed(side)
        else:
            names = words.unnamed.format(count=self._number(side))
        count = self._number(votes_on(side) or 0)
        return form.format(side=name, names=names, count=count, motion=self._what)

    def _listed(self, people: Sequence[Mention]) -> str:
        if self._words.named == "each":
            return ", ".join(map(self._sentences.listed, people))
        names = [self._sentences.named(person) for person in people]
        return together(names, self._sentences.style)

    def _own(self, own: OwnVote) -> str:
        words = self._words
        form = words.own_abstained if own.way is Way.ABSTAINED else words.own
        person, member = self._sentences.named(own.person), self._sentences.style.layout.member
        if not person.startswith(f"{member} "):
            member = "member"
        return _capital(form.format(person=person, way=self._way(own.way), member=member))

    def _way(self, way: Way | Casting) -> str:
        words = self._words
        return words.way_for if way.value == Way.FOR.value else words.way_against


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
