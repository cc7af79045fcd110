"""The ledger: who was in the room, and who might vote, at every moment of the meeting.

Nothing of it is typed. It is derived from the attendance list and from the entries that say who
came, who left, who declared an interest, when the meeting was adjourned and who took the chair.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind, Facts, Movement, present_facts
from clerkapp.meeting.interests import Declaration, withdrew
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.mentions import mentions_in
from clerkapp.meeting.people import Attendance, AttendanceList, Mention, Standing
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.votes import Motion, Vote
from clerkapp.patterns import pattern

_THERE = frozenset({Standing.PRESENT, Standing.SUBSTITUTE, Standing.IN_ATTENDANCE, Standing.GUEST})
_NOT_OF_THE_BODY = frozenset({Standing.IN_ATTENDANCE, Standing.GUEST})


class Moment(Struct, frozen=True):
    """How things stand once an entry has happened, or when an item is opened.

    Nobody is at once in the room and withdrawn from it, and who presides is in the room.
    """

    item_id: str
    entry_id: str = ""  # "" when the item is opened
    time: dt.time | None = None
    here: frozenset[str] = frozenset()  # the ids of those in the room
    withdrawn: frozenset[str] = frozenset()  # out for an interest until the item ends
    chair: str = ""  # the id of who presides; "" where that is not known
    adjourned: bool = False  # nobody sits: also once the meeting is closed
    public_excluded: bool = False
    unheard: frozenset[str] = frozenset()  # expected, and nothing is known of them yet
    closed: bool = False


def ledger(meeting: Meeting) -> tuple[Moment, ...]:
    """A moment for the opening of each item and one after each of its entries, in order."""
    return tuple(_moments(meeting))


def moment_after(meeting: Meeting, entry_id: str) -> Moment:
    """How things stand once that entry has happened; KeyError where there is none."""
    for moment in _moments(meeting):
        if moment.entry_id == entry_id:
            return moment
    raise KeyError(entry_id)


def moment_in(meeting: Meeting, item_id: str) -> Moment:
    """How things stand at the last entry of an item; KeyError where there is no such item."""
    last: Moment | None = None
    for moment in _moments(meeting):
        if moment.item_id == item_id:
            last = moment
    if last is None:
        raise KeyError(item_id)
    return last


def at_the_opening(meeting: Meeting) -> Moment:
    """Who was there before the first entry."""
    return _Walk(meeting).now


def at_the_end(meeting: Meeting) -> Moment:
    """How things stand after the last entry; whoever withdrew for its item is still out."""
    last = at_the_opening(meeting)
    for moment in _moments(meeting):
        last = moment
    return last


def ended_at(meeting: Meeting) -> dt.time | None:
    """When the meeting ended: as the heading says, failing that when it was closed."""
    if meeting.heading.end:
        return meeting.heading.end
    closed = [
        entry.time
        for item in meeting.items
        for entry in item.entries
        if isinstance(step := present_facts(entry), Proceeding) and step.step is Step.CLOSED
    ]
    return closed[-1] if closed else None


def _moments(meeting: Meeting) -> Iterator[Moment]:
    walk = _Walk(meeting)
    for item in meeting.items:
        yield walk.opens(item)
        for entry in item.entries:
            yield walk.goes_on(item, entry)


class _Walk:
    """Goes through a meeting from its opening; `now` is how things stand so far."""

    def __init__(self, meeting: Meeting) -> None:
        lines = meeting.attendance
        here = frozenset(line.person.id for line in lines if line.standing in _THERE)
        expected = frozenset(line.person.id for line in lines if line.standing is Standing.EXPECTED)
        self._ranked = tuple(_ranked(lines))
        self._handed_to: Mention | None = None
        self._due_out: dict[str, set[str]] = {}  # by item: who is to withdraw when it is opened
        self._announced: frozenset[str] = frozenset()  # withdrawn, by what they declared alone
        chair = self._presides(here, here)
        self.now = Moment(
            "", time=meeting.heading.start, here=here, chair=chair, unheard=expected - here
        )

    def opens(self, item: AgendaItem) -> Moment:
        """Whoever withdrew for the item before comes back; whoever is to, for this one, leaves."""
        there = self.now.here | self.now.withdrawn
        self._announced = there & self._due_out.get(item.id, set())
        self.now = replace(self.now, item_id=item.id, entry_id="")
        return self._with_room(there - self._announced, self._announced)

    def goes_on(self, item: AgendaItem, entry: Entry) -> Moment:
        """What the entry changes."""
        now = self.now
        time = now.time if entry.time is None else entry.time
        self.now = Moment(  # _replace takes three times as long
            item.id, entry.id, time, now.here, now.withdrawn, now.chair, now.adjourned,
            now.public_excluded, now.unheard, now.closed,
        )  # fmt: skip
        facts = present_facts(entry)
        if now.unheard:
            # A member expected of whom no arrival is recorded is there once they take part.
            self._enter(_taking_part(entry, facts) & now.unheard)
        match facts:
            case Movement():
                self._move(facts, joined=entry.kind is EntryKind.ARRIVAL)
            case Declaration():
                self._declare(facts, item)
            case Proceeding():
                self._step(facts)
            case _:
                pass
        return self.now

    def _move(self, movement: Movement, *, joined: bool) -> None:
        who = movement.person.person_id
        if not who:
            return
        if joined:
            self._enter(frozenset({who}))
        elif who in self._announced:  # this is the withdrawal that was announced
            self._announced -= {who}
        elif movement.for_interest:
            self._withdraw(who)
        else:
            self._with_room(self.now.here - {who}, self.now.withdrawn - {who})

    def _declare(self, declaration: Declaration, item: AgendaItem) -> None:
        who = declaration.person.person_id if declaration.person else ""
        if not who or not withdrew(declaration):
            return
        if declaration.item_id and declaration.item_id != item.id:
            self._due_out.setdefault(declaration.item_id, set()).add(who)
        elif concerns(declaration, item) and who in self.now.here:
            self._withdraw(who)
            self._announced |= {who}

    def _step(self, proceeding: Proceeding) -> None:
        match proceeding.step:
            case Step.ADJOURNED | Step.CLOSED:
                closed = proceeding.step is Step.CLOSED
                self.now = replace(self.now, adjourned=True, closed=closed)
            case Step.RESUMED:
                self.now = replace(self.now, adjourned=False, closed=False)
            case Step.PUBLIC_EXCLUDED:
                self.now = replace(self.now, public_excluded=True)
            case Step.PUBLIC_READMITTED:
                self.now = replace(self.now, public_excluded=False)
            case Step.CHAIR_HANDED_OVER:
                self._handed_to = proceeding.person or Mention()
                self._with_room(self.now.here, self.now.withdrawn)

    def _enter(self, who: frozenset[str]) -> None:
        if who:
            now = self.now
            if now.unheard:
                self.now = replace(now, unheard=now.unheard - who)
            self._announced -= who
            self._with_room(now.here | who, now.withdrawn - who)

    def _withdraw(self, who: str) -> None:
        if who in self.now.here:
            self._with_room(self.now.here - {who}, self.now.withdrawn | {who})

    def _with_room(self, here: frozenset[str], withdrawn: frozenset[str]) -> Moment:
        """How things stand with those in the room and those out of it, and whoever presides."""
        chair = self._presides(here, here - self.now.here)
        self.now = replace(self.now, here=here, withdrawn=withdrawn, chair=chair)
        return self.now

    def _presides(self, here: frozenset[str], came: frozenset[str]) -> str:
        """Who presides: whoever was handed the chair, else the Chair, else the Vice-chair.

        Whoever was handed it gives it up by leaving, or to the one whom they stood in for.
        """
        usual = next((who for who in self._ranked if who in here), "")
        if self._handed_to:
            who = self._handed_to.person_id
            if usual not in came and (not who or who in here):
                return who
            self._handed_to = None
        return usual


def _taking_part(entry: Entry, facts: Facts | None) -> frozenset[str]:
    """The ids of those who cannot but have been there: they spoke, moved, voted or left."""
    doing = isinstance(facts, Motion | Vote | Declaration | Movement | Proceeding)
    named = (*(mentions_in(facts) if doing else ()), *((entry.speaker,) if entry.speaker else ()))
    return frozenset(mention.person_id for mention in named)


def concerns(declaration: Declaration, item: AgendaItem) -> bool:
    """Whether the interest is one in `item`, where it is declared.

    One declared under “Declarations of interest” without naming an item concerns none yet.
    """
    if declaration.item_id:
        return declaration.item_id == item.id
    return "declaration" not in item.title.casefold()


def _ranked(attendance: AttendanceList) -> Iterator[str]:
    """The ids of those who preside by their post, the Chair before the Vice-chair."""
    for fits in (is_chair, is_vice_chair):
        yield from (line.person.id for line in attendance if fits(line.person.post))


_BESIDE = pattern(r"\s*[,;/]\s*(?=[A-Z])|\s+and\s+(?=[A-Z])")  # “Chair, for item 1” is one post
_CHAIRS = ("chair", "chairman", "chairwoman", "chairperson", "convener", "convenor", "mayor")


def is_chair(post: str) -> bool:
    """Whether whoever holds that post presides: Chair, Chairman, Convener, Mayor, Lord Provost.

    So does whoever holds another beside it: “Vice-Chancellor, Chair”.
    """
    chairs = {*_CHAIRS, "lord mayor", "provost", "lord provost", "cadeirydd"}
    return any(each.casefold() in chairs for each in _BESIDE.split(post))


def is_vice_chair(post: str) -> bool:
    """Whether whoever holds that post presides when the chair is away."""
    words = post.casefold().replace("-", " ").split()
    return words[:1] in (["vice"], ["deputy"]) and " ".join(words[1:]) in _CHAIRS


# The lines of the list


def members(attendance: AttendanceList) -> AttendanceList:
    """The lines of members, there or away; officers and guests left out."""
    return tuple(line for line in attendance if line.standing not in _NOT_OF_THE_BODY)


def in_the_room(meeting: Meeting) -> AttendanceList:
    """The lines of those in the room after the last entry: there or arrived, and not gone."""
    return lines_here(meeting, at_the_end(meeting))


def lines_here(meeting: Meeting, moment: Moment) -> AttendanceList:
    """The lines of those who are in the room at that moment."""
    return tuple(line for line in _once(meeting.attendance) if line.person.id in moment.here)


def _once(attendance: AttendanceList) -> Iterable[Attendance]:
    """The lines without a second one of the same person: nobody is in the room twice."""
    first: dict[str, Attendance] = {}
    for line in attendance:
        first.setdefault(line.person.id, line)
    return first.values()


def ever_there(meeting: Meeting, moments: Iterable[Moment]) -> frozenset[str]:
    """The ids of everybody who was in the room at some moment, and of those out for an interest.

    `moments` are those of the ledger of the meeting.
    """
    rooms = {room for now in moments for room in (now.here, now.withdrawn)}
    return at_the_opening(meeting).here.union(*rooms)


def head_count(meeting: Meeting, moment: Moment) -> int:
    """How many members are in the room: those who count towards the quorum."""
    return sum(_counts(line) for line in lines_here(meeting, moment))


def voters(meeting: Meeting, moment: Moment) -> AttendanceList:
    """The lines of those who may vote: members with a vote in the room; none in an adjournment."""
    if moment.adjourned:
        return ()
    return tuple(line for line in lines_here(meeting, moment) if _counts(line))


def _counts(line: Attendance) -> bool:
    return line.standing not in _NOT_OF_THE_BODY and line.has_vote


# Quorum


class QuorumState(StrEnum):
    """How the number in the room stands to the quorum."""

    UNKNOWN = "unknown"  # the heading gives no quorum, or the roll is still to be called
    MET = "met"
    BARE = "bare"  # one more to leave and it is lost
    LOST = "lost"


def quorum_state(meeting: Meeting, moment: Moment) -> QuorumState:
    """Whether enough members are in the room for the meeting to do business."""
    quorum = meeting.heading.quorum
    if quorum is None:
        return QuorumState.UNKNOWN
    count = head_count(meeting, moment)
    if count < quorum:
        unheard = (line for line in _once(meeting.attendance) if line.person.id in moment.unheard)
        may_be_there = sum(map(_counts, unheard))
        return QuorumState.UNKNOWN if count + may_be_there >= quorum else QuorumState.LOST
    return QuorumState.BARE if count == quorum else QuorumState.MET
