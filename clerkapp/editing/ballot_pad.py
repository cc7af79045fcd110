"""The ballot pad: an election taken down round by round, the lowest dropping out between them."""

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.edits import change_kind, set_facts
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, entry_of
from clerkapp.meeting.people import AttendanceList, Mention
from clerkapp.meeting.presence import moment_after, voters
from clerkapp.meeting.votes import Ballot, Candidate, elected


class BallotPad(Struct, frozen=True):
    """One ballot as it stands on the pad."""

    entry_id: str
    voters: AttendanceList  # who may vote
    ballot: Ballot

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Who stands in the last round, with their votes."""
        return self.ballot.rounds[-1] if self.ballot.rounds else ()

    @property
    def cast(self) -> int:
        """How many votes were cast in the last round."""
        return sum(candidate.votes for candidate in self.candidates)

    @property
    def lowest(self) -> tuple[Mention, ...]:
        """Who had the fewest votes in the last round: several where they are equal."""
        fewest = min((each.votes for each in self.candidates), default=0)
        return tuple(each.person for each in self.candidates if each.votes == fewest)

    @property
    def elected(self) -> Mention | None:
        """Who had more than half of the votes; None while nobody had."""
        return elected(self.ballot)

    @property
    def proof(self) -> str:
        """The votes of the last round held against how many may vote, in a sentence."""
        may = len(self.voters)
        if self.cast > may:
            return f"{self.cast - may} too many: {may} may vote."
        return f"{self.cast} of {may} voted." if self.cast else f"No votes yet: {may} may vote."

    @property
    def why_no_next_round(self) -> str:
        """Why there can be no further round now, in a sentence; "" where there can."""
        if self.elected:
            return "Somebody has more than half of the votes."
        if not self.cast:
            return "Nobody has any votes in this round yet."
        return "" if len(self.candidates) > 1 else "Only one candidate is left."

    def for_post(self, post: str) -> "BallotPad":
        """The pad for another post."""
        return replace(self, ballot=replace(self.ballot, post=" ".join(post.split())))

    def stand(self, person: Mention) -> "BallotPad":
        """Somebody more who stands in the last round; the same pad if they do already."""
        if any(each.person == person for each in self.candidates):
            return self
        return self._in_last_round((*self.candidates, Candidate(person, 0)))

    def stand_down(self, person: Mention) -> "BallotPad":
        """Somebody who no longer stands in the last round."""
        return self._in_last_round(tuple(e for e in self.candidates if e.person != person))

    def count(self, person: Mention, votes: int) -> "BallotPad":
        """The votes of somebody who stands in the last round; ValueError below none."""
        if votes < 0:
            raise ValueError(votes)
        return self._in_last_round(
            tuple(
                replace(each, votes=votes) if each.person == person else each
                for each in self.candidates
            )
        )

    def next_round(self, dropping: Mention | None = None) -> "BallotPad":
        """A further round without whoever had fewest, or without the one that the meeting chose.

        Where several had equally few and none is chosen, all of them stand again: a run-off.
        The same pad where there can be no further round.
        """
        if self.why_no_next_round:
            return self
        out = dropping or (self.lowest[0] if len(self.lowest) == 1 else None)
        left = tuple(Candidate(e.person, 0) for e in self.candidates if e.person != out)
        return replace(self, ballot=replace(self.ballot, rounds=(*self.ballot.rounds, left)))

    def back(self) -> "BallotPad":
        """The pad without its last round."""
        return replace(self, ballot=replace(self.ballot, rounds=self.ballot.rounds[:-1]))

    def _in_last_round(self, candidates: tuple[Candidate, ...]) -> "BallotPad":
        last = (candidates,) if candidates else ()
        return replace(self, ballot=replace(self.ballot, rounds=(*self.ballot.rounds[:-1], *last)))


def open_ballot_pad(meeting: Meeting, entry_id: str) -> BallotPad:
    """The pad for an entry, with the ballot that it already tells; KeyError where there is none."""
    _, entry = entry_of(meeting, entry_id)
    may_vote = voters(meeting, moment_after(meeting, entry_id))
    return BallotPad(entry_id, may_vote, facts_of(entry, Ballot) or Ballot())


def put_ballot(meeting: Meeting, pad: BallotPad) -> Meeting:
    """`meeting` with the ballot on the pad in its entry, which is then a ballot, as one edit."""
    meeting = set_facts(meeting, pad.entry_id, pad.ballot)
    _, entry = entry_of(meeting, pad.entry_id)
    is_ballot = entry.kind is EntryKind.BALLOT and entry.settled
    return meeting if is_ballot else change_kind(meeting, pad.entry_id, EntryKind.BALLOT)
