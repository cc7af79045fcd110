"""The vote pad: a vote taken down while it happens, held against who may vote at that moment."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.edits import change_kind, set_facts
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, entry_of, item_of
from clerkapp.meeting.motions import in_force
from clerkapp.meeting.people import Attendance, AttendanceList, Mention
from clerkapp.meeting.presence import lines_here, members, moment_after, voters
from clerkapp.meeting.votes import Casting, OwnVote, Result, Vote, Way, counted, is_by_name


class Manner(StrEnum):
    """How the vote is taken down."""

    SHOW_OF_HANDS = "show of hands"  # numbers
    NAMES = "names"
    UNANIMOUS = "unanimous"


class VotePad(Struct, frozen=True):
    """One vote as it stands on the pad.

    Going from one manner to another loses nothing: what was counted and what was marked are both
    kept, and `vote` gives what the manner at hand says.
    """

    entry_id: str
    voters: AttendanceList  # who may vote, in the order of the list
    without_vote: AttendanceList = ()  # members in the room who may not
    withdrawn: AttendanceList = ()  # members out of the room for an interest
    presiding: str = ""  # the id of who presides; "" where that is not known
    names_required: bool = False
    manner: Manner = Manner.SHOW_OF_HANDS
    numbers: tuple[tuple[Way, int], ...] = ()
    marks: tuple[tuple[str, Way], ...] = ()  # by the voter's id; who is not in it did not vote
    unnamed: tuple[tuple[Way, int], ...] = ()  # sides of a vote by name that were only counted
    elsewhere: tuple[OwnVote, ...] = ()  # named in the record, and not among those who may vote
    own: tuple[OwnVote, ...] = ()  # recorded on request beside the numbers
    cast: Casting = Casting.NONE
    declared: Result = Result.NOT_SAID
    at: int = 0  # which of the voters is at hand

    # What it says

    @property
    def at_hand(self) -> Attendance | None:
        """The voter whom the next mark is about; None where nobody may vote."""
        return self.voters[self.at] if self.voters else None

    def number(self, way: Way) -> int | None:
        """How many voted that way; None where nobody was counted."""
        if self.manner is Manner.NAMES:
            if not (self.marks or self.elsewhere or self.unnamed):
                return None
            return len(self.named(way)) or dict(self.unnamed).get(way, 0)
        return dict(self.numbers).get(way)

    def named(self, way: Way) -> tuple[Mention, ...]:
        """Who is marked that way, in the order of the list, then those who may not vote."""
        marks = dict(self.marks)
        here = (Mention(line.person.id) for line in self.voters if marks.get(line.person.id) is way)
        return (*here, *(each.person for each in self.elsewhere if each.way is way))

    @property
    def unmarked(self) -> AttendanceList:
        """Who may vote and is not marked: they did not vote, which is not to abstain."""
        marked = dict(self.marks)
        return tuple(line for line in self.voters if line.person.id not in marked)

    @property
    def is_tied(self) -> bool:
        """Whether as many voted for as against."""
        votes, against = self.number(Way.FOR), self.number(Way.AGAINST)
        return self.manner is not Manner.UNANIMOUS and votes is not None and votes == against

    @property
    def why_no_casting_vote(self) -> str:
        """Why there can be no casting vote now, in a sentence; "" where there can."""
        if not self.is_tied:
            return "There is a casting vote only when the votes are equal."
        return "" if self.presiding else "Nobody presides: say first who is in the chair."

    @property
    def why_not_by_numbers(self) -> str:
        """Why the names must be taken down, in a sentence; "" where numbers will do."""
        if self.names_required:
            return "The names of those who vote have to be recorded on this item."
        return ""

    @property
    def is_accounted_for(self) -> bool:
        """Whether everybody who may vote voted one way or abstained, and nobody else."""
        return self.manner is Manner.UNANIMOUS or self._missing == 0

    @property
    def _missing(self) -> int:
        return len(self.voters) - sum(self.number(way) or 0 for way in Way)

    @property
    def proof(self) -> str:
        """The votes held against who is in the room, in a sentence."""
        may = _of(len(self.voters), "member", "may vote")
        if self.manner is Manner.UNANIMOUS:
            return f"Unanimous: {may}."
        if all(self.number(way) is None for way in Way):
            return f"No votes yet: {may}."
        if self.manner is Manner.NAMES and self.elsewhere:
            return f"{_of(len(self.elsewhere), 'vote')} of somebody who may not vote now."
        missing = self._missing
        if missing < 0:
            return f"{_of(-missing, 'vote')} too many: {may}."
        if missing:
            return f"{may}, and {missing} did not vote."
        return f"All {len(self.voters)} members who may vote are accounted for."

    @property
    def outcome(self) -> str:
        """What the votes come to: carried, lost, a tie that waits for the chair; "" so far."""
        if self.is_tied and not self.cast:
            if self.number(Way.FOR) == 0:
                return ""
            return "The votes are equal: whoever presides may give a casting vote."
        carried = counted(self.vote)
        return "" if carried is None else "Carried." if carried else "Lost."

    @property
    def vote(self) -> Vote:
        """The vote as a fact of the meeting; it says nothing where the pad does not."""
        numbers = tuple(map(self.number, Way))
        rest = Vote(own=self.own, declared=self.declared)
        if self.is_tied or numbers == (None, None, None):
            rest = replace(rest, casting=self.cast)
        if self.manner is Manner.UNANIMOUS:
            in_favour, against, abstained = numbers if not numbers[1] else (None, None, None)
            rest = replace(rest, unanimous=True, casting=Casting.NONE)
        elif self.manner is Manner.NAMES and numbers != (None, None, None):
            in_favour, against, abstained = (self.named(way) or self.number(way) for way in Way)
        else:
            in_favour, against, abstained = numbers
        return replace(rest, in_favour=in_favour, against=against, abstained=abstained)

    # What is done with it

    def in_manner(self, manner: Manner) -> "VotePad":
        """The pad in another manner; the same where the names have to be recorded."""
        if self.why_not_by_numbers and manner is not Manner.NAMES:
            return self
        return replace(self, manner=manner)

    def with_number(self, way: Way, number: int | None) -> "VotePad":
        """So many hands that way; None where they were not counted after all."""
        numbers = {**dict(self.numbers), way: number}
        kept = tuple((each, count) for each in Way if (count := numbers.get(each)) is not None)
        return replace(self.in_manner(Manner.SHOW_OF_HANDS), numbers=kept)

    def everyone(self, way: Way) -> "VotePad":
        """Everybody who may vote marked that way; exceptions are marked after it."""
        marks = tuple((line.person.id, way) for line in self.voters)
        return replace(self.in_manner(Manner.NAMES), marks=marks, unnamed=(), at=0)

    def mark(self, way: Way | None) -> "VotePad":
        """The voter at hand marked, or unmarked with None, and the next one at hand."""
        line = self.at_hand
        if line is None:
            return self
        return self.mark_person(line.person.id, way).step(1)

    def mark_person(self, person_id: str, way: Way | None) -> "VotePad":
        """Somebody who may vote marked, or unmarked with None; ValueError for anybody else."""
        if all(line.person.id != person_id for line in self.voters):
            raise ValueError(person_id)
        marks = dict(self.marks)
        marks.pop(person_id, None)
        if way:
            marks[person_id] = way
        return replace(self.in_manner(Manner.NAMES), marks=tuple(marks.items()))

    def step(self, by: int) -> "VotePad":
        """The voter so many lines on at hand, kept within the list."""
        return replace(self, at=max(0, min(self.at + by, len(self.voters) - 1)))

    def without_elsewhere(self) -> "VotePad":
        """The pad without those who are named, or counted among names, and may not vote now."""
        return replace(self, elsewhere=(), unnamed=())

    def casting(self, way: Casting) -> "VotePad":
        """The casting vote of whoever presides; the same pad where there can be none."""
        return self if way and self.why_no_casting_vote else replace(self, cast=way)

    def on_request(self, person_id: str, way: Way | None) -> "VotePad":
        """How a member voted, recorded because that member asked; None takes it away again.

        SI 1993/202 Sch. 2 para. 1: any member may ask it, at once after the vote.
        """
        person = Mention(person_id)
        kept = tuple(each for each in self.own if each.person != person)
        return replace(self, own=(*kept, OwnVote(person, way)) if way else kept)

    def declare(self, result: Result) -> "VotePad":
        """What whoever presides declared."""
        return replace(self, declared=result)


def open_vote_pad(meeting: Meeting, entry_id: str, *, names_required: bool) -> VotePad:
    """The pad for an entry, with what the entry already says of the vote.

    `names_required` is what the law says of the item; KeyError where there is no such entry.
    """
    _, entry = entry_of(meeting, entry_id)
    moment = moment_after(meeting, entry_id)
    may_vote = voters(meeting, moment)
    may = {line.person.id for line in may_vote}
    out = members(meeting.attendance)
    pad = VotePad(
        entry_id,
        may_vote,
        without_vote=tuple(
            line for line in members(lines_here(meeting, moment)) if line.person.id not in may
        ),
        withdrawn=tuple(line for line in out if line.person.id in moment.withdrawn),
        presiding=moment.chair if moment.chair in moment.here else "",
        names_required=names_required,
        manner=Manner.NAMES if names_required else Manner.SHOW_OF_HANDS,
    )
    return _with_vote(pad, facts_of(entry, Vote) or Vote(), may)


def _with_vote(pad: VotePad, vote: Vote, may: set[str]) -> VotePad:
    sides = dict(zip(Way, (vote.in_favour, vote.against, vote.abstained), strict=True))
    named = [
        OwnVote(person, way)
        for way, side in sides.items()
        if isinstance(side, tuple)
        for person in side
    ]
    numbers = tuple((way, side) for way, side in sides.items() if isinstance(side, int))
    if vote.unanimous and not named:
        pad = pad.in_manner(Manner.UNANIMOUS)
        if pad.names_required:
            pad = pad.everyone(Way.FOR)
    elif is_by_name(vote):
        pad = pad.in_manner(Manner.NAMES)
    return replace(
        pad,
        numbers=() if named else numbers,
        unnamed=tuple(each for each in numbers if each[1]) if named else (),
        marks=pad.marks or tuple(_marks(named, may)),
        elsewhere=tuple(each for each in named if each.person.person_id not in may),
        own=vote.own,
        cast=vote.casting,
        declared=vote.declared,
    )


def _marks(named: Iterable[OwnVote], may: set[str]) -> Iterable[tuple[str, Way]]:
    known = {each.person.person_id: each.way for each in named}
    return ((person, way) for person, way in known.items() if person in may)


def put_vote(meeting: Meeting, pad: VotePad) -> Meeting:
    """`meeting` with the vote on the pad in its entry, which is then a vote, as one edit."""
    meeting = set_facts(meeting, pad.entry_id, pad.vote)
    _, entry = entry_of(meeting, pad.entry_id)
    is_vote = entry.kind is EntryKind.VOTE and entry.settled
    return meeting if is_vote else change_kind(meeting, pad.entry_id, EntryKind.VOTE)


def what_is_put(meeting: Meeting, entry_id: str) -> str:
    """The id of the motion or the amendment that a vote at that entry is on; "" for none."""
    item, entry = entry_of(meeting, entry_id)
    entries = item_of(meeting, item.id).entries
    found = in_force(entries[: entries.index(entry)])
    return found.entry.id if found else ""


def _of(count: int, noun: str, verb: str = "") -> str:
    return f"{count} {noun}{'s' * (count != 1)}{f' {verb}' if verb else ''}"
