"""The room: one key for whoever comes, leaves, withdraws, or takes the chair."""

from functools import partial

from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.typing import likely_after
from clerkapp.meeting import edits
from clerkapp.meeting.entries import Entry, EntryKind, Facts, Movement, facts_of
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Meeting, item_of, name_of
from clerkapp.meeting.people import Attendance, AttendanceList, Mention, Standing
from clerkapp.meeting.presence import Moment, at_the_opening, ledger
from clerkapp.meeting.proceedings import Proceeding, Step

_STEPS = {
    Step.ADJOURNED: "the adjournment",
    Step.RESUMED: "the resumption",
    Step.CHAIR_HANDED_OVER: "the change in the chair",
    Step.PUBLIC_EXCLUDED: "the exclusion of press and public",
    Step.PUBLIC_READMITTED: "the return of press and public",
    Step.CLOSED: "the close of the meeting",
}


class Room:
    """Writes an entry below the one in hand, with the time of day, or changes one of the item.

    Each is one step to undo. What answers with words says why nothing was done; "" where it was.
    """

    def __init__(self, capture: Capture, clerk: Place | None = None) -> None:
        self._capture = capture
        self._clerk = clerk  # where the clerk is, to go back to when a step is undone

    def moment(self, place: Place) -> Moment:
        """How things stand at the entry in hand; where it is still a draft, just above it."""
        before = self.entries_to(place)
        anchor = before[-1].id if before else ""
        meeting = self._meeting
        for moment in ledger(meeting):
            if moment.item_id == place.item_id and moment.entry_id == anchor:
                return moment
        return at_the_opening(meeting)

    def entries_to(self, place: Place) -> tuple[Entry, ...]:
        """The entries of the item up to the one in hand, itself too once it is in the record."""
        if not place.item_id:
            return ()
        shown = self._capture.entries_shown(place.item_id)
        ids = [entry.id for entry in shown]
        end = ids.index(place.entry_id) + 1 if place.entry_id in ids else len(ids)
        return tuple(entry for entry in shown[:end] if not self._capture.is_draft(entry.id))

    def write(self, place: Place, kind: EntryKind, facts: Facts, label: str) -> None:
        """Puts an entry below the one in hand, above it where that is a draft."""
        entry = replace(self._capture.fresh_entry(kind, ""), facts=facts)
        self.put(place, entry, label)

    def put(self, place: Place, entry: Entry, label: str, end: Entry | None = None) -> None:
        """Puts `entry` there. With `end` the meeting ends at the time of that entry."""
        capture, at = self._capture, len(self.entries_to(place))
        draft = capture.draft
        if draft and capture.is_draft(place.entry_id):  # which stays, below what is written
            follows = None if draft.entry.settled else likely_after(entry.kind)
            below = replace(draft.entry, kind=follows or draft.entry.kind)
            capture.draft = replace(draft, place=at + 1, entry=below)

        def edit(meeting: Meeting) -> Meeting:
            if end and end.time:
                heading = replace(meeting.heading, end=end.time)
                meeting = edits.set_heading(meeting, heading)
            return edits.add_entry(meeting, place.item_id, entry, at)

        if not self._apply(edit, label, place):
            capture.draft = draft

    # Who comes and goes

    def arrives(self, place: Place, person_id: str) -> str:
        """Somebody is there; from the second item on, it is an arrival with its time."""
        line, name = self._line(person_id), self._name(person_id)
        if line is None or person_id in self.moment(place).here:
            return f"{name} is in the room already."
        is_first = self._meeting.items[:1] == (item_of(self._meeting, place.item_id),)
        if is_first and line.standing is Standing.EXPECTED:
            return self.stands(place, person_id, Standing.PRESENT)
        self.write(place, EntryKind.ARRIVAL, Movement(Mention(person_id)), f"{name} arriving")
        return ""

    def leaves(self, place: Place, person_id: str, *, for_interest: bool = False) -> str:
        """Somebody leaves, for good or for the item alone because of an interest in it.

        Pressed after the other of the two, it corrects that entry instead of adding one.
        """
        name, facts = self._name(person_id), Movement(Mention(person_id), for_interest)
        label = f"{name} {'withdrawing' if for_interest else 'leaving'}"
        moment, last = self.moment(place), self._last_movement(place, person_id)
        if person_id in moment.here | moment.unheard:
            self.write(place, EntryKind.DEPARTURE, facts, label)
        elif last and last.kind is EntryKind.DEPARTURE and last.facts != facts:
            self._apply(partial(edits.set_facts, entry_id=last.id, facts=facts), label, place)
        elif person_id in moment.withdrawn and not for_interest:
            self.write(place, EntryKind.DEPARTURE, facts, label)
        else:
            return f"{name} is not in the room."
        return ""

    def takes_chair(self, place: Place, person_id: str) -> str:
        """Somebody in the room takes the chair; at an entry that says who did, another one did."""
        name, facts = self._name(person_id), Proceeding(Step.CHAIR_HANDED_OVER, Mention(person_id))
        moment = self.moment(place)
        if person_id not in moment.here:
            return f"{name} is not in the room."
        here = next((e for e in self.entries_to(place) if e.id == place.entry_id), None)
        step = facts_of(here, Proceeding) if here else None
        if here and step and step.step is Step.CHAIR_HANDED_OVER:
            edit = partial(edits.set_facts, entry_id=here.id, facts=facts)
            self._apply(edit, _STEPS[facts.step], place)
        elif moment.chair == person_id:
            return f"{name} is in the chair already."
        else:
            self.write(place, EntryKind.PROCEDURE, facts, _STEPS[facts.step])
        return ""

    def declares(self, place: Place, declaration: Declaration) -> str:
        """An interest declared."""
        label = f"the interest of {name_of(self._meeting, declaration.person)}"
        self.write(place, EntryKind.DECLARATION, declaration, label)
        return ""

    # The meeting itself

    def why_not(self, step: Step, place: Place) -> str:
        """Why the meeting cannot take that step there; "" where it can."""
        moment = self.moment(place)
        refusals = {
            Step.ADJOURNED: (
                moment.adjourned,
                f"the meeting is {'closed' if moment.closed else 'adjourned'}",
            ),
            Step.CLOSED: (self._meeting.heading.end is not None, "the meeting is closed"),
            Step.RESUMED: (not moment.adjourned, "the meeting is not adjourned"),
            Step.PUBLIC_EXCLUDED: (moment.public_excluded, "press and public are excluded"),
            Step.PUBLIC_READMITTED: (not moment.public_excluded, "press and public are there"),
        }
        applies, why = refusals.get(step, (False, ""))
        return why if applies else ""

    def take_step(self, step: Step, place: Place) -> str:
        """Adjourned, resumed, excluded, readmitted; closed, which gives the heading its end."""
        entry = self.step_entry(step)
        self.put(place, entry, _STEPS[step], entry if step is Step.CLOSED else None)
        return ""

    def step_entry(self, step: Step) -> Entry:
        """An entry that tells of that step at the present time; it is in no item yet."""
        return replace(self._capture.fresh_entry(EntryKind.PROCEDURE, ""), facts=Proceeding(step))

    # The roll

    def everyone_present(self, place: Place) -> str:
        """Every member of whom nothing is known yet is there."""
        if all(line.standing is not Standing.EXPECTED for line in self._meeting.attendance):
            return "Every member has been called."

        def there(line: Attendance) -> Attendance:
            known = line.standing is not Standing.EXPECTED
            return line if known else replace(line, standing=Standing.PRESENT)

        lines = tuple(map(there, self._meeting.attendance))
        self._set_roll(place, lines, "everyone present")
        return ""

    def stands(
        self, place: Place, person_id: str, standing: Standing, *, remote: bool = False
    ) -> str:
        """A member is present, remote, absent or has sent apologies, from the opening on."""
        line = self._line(person_id)
        if line is None or line.standing in (Standing.IN_ATTENDANCE, Standing.GUEST):
            return "The roll is of the members alone."
        if line.standing is Standing.SUBSTITUTE and standing is Standing.PRESENT:
            standing = Standing.SUBSTITUTE
        away = standing in (Standing.APOLOGIES, Standing.ABSENT)
        reason = line.reason if away else ""
        changed = replace(line, standing=standing, remote=remote, reason=reason)
        words = "taking part remotely" if remote else standing.value
        self._set_roll(place, self._with(changed), f"{line.person.name}: {words}")
        return ""

    def gives_reason(self, place: Place, person_id: str, reason: str) -> str:
        """Why somebody is away, which no public document prints."""
        line = self._line(person_id)
        if line:
            changed = replace(line, reason=" ".join(reason.split()))
            self._set_roll(place, self._with(changed), f"the reason of {line.person.name}")
        return ""

    def substitutes(self, place: Place, member_id: str, stand_in: Attendance) -> str:
        """Somebody is there in the place of a member, who has sent apologies unless absent."""
        member = self._line(member_id)
        if member is None or member_id == stand_in.person.id:
            return "Nobody is a substitute for themselves."
        if member.standing is not Standing.ABSENT:
            member = replace(member, standing=Standing.APOLOGIES, remote=False)
        lines = self._with(member)
        rest = [line for line in lines if line.person.id != stand_in.person.id]
        at = rest.index(member) + 1
        new = replace(
            stand_in, standing=Standing.SUBSTITUTE, in_place_of=Mention(member_id), reason=""
        )
        label = f"{stand_in.person.name} for {member.person.name}"
        self._set_roll(place, (*rest[:at], new, *rest[at:]), label)
        return ""

    # Within

    @property
    def _meeting(self) -> Meeting:
        return self._capture.session.meeting

    def _last_movement(self, place: Place, person_id: str) -> Entry | None:
        found: Entry | None = None
        for entry in self.entries_to(place):
            movement = facts_of(entry, Movement)
            if movement and movement.person.person_id == person_id:
                found = entry
        return found

    def _line(self, person_id: str) -> Attendance | None:
        lines = self._meeting.attendance
        return next((line for line in lines if line.person.id == person_id), None)

    def _name(self, person_id: str) -> str:
        return name_of(self._meeting, Mention(person_id))

    def _with(self, changed: Attendance) -> AttendanceList:
        same = changed.person.id
        return tuple(
            changed if line.person.id == same else line for line in self._meeting.attendance
        )

    def _set_roll(self, place: Place, lines: AttendanceList, label: str) -> None:
        self._apply(partial(edits.set_attendance, attendance=lines), label, place)

    def _apply(self, edit: edits.Edit, label: str, place: Place) -> bool:
        self._capture.session.end_burst()
        return self._capture.session.apply(edit, label, place=self._clerk or place)
