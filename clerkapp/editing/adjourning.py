"""The meeting adjourned, resumed or closed, from the words in which that was typed."""

from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.room import Room
from clerkapp.meeting import edits
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import Meeting, entry_of
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.notation.dates import read_time_in
from clerkapp.patterns import pattern

_VERBS = {
    Step.ADJOURNED: "adjourned",
    Step.RESUMED: "resumed|reconvened",
    Step.CLOSED: "closed|ended|finished|concluded",
}
_DID = "|".join(f"(?P<{step}>{verbs})" for step, verbs in _VERBS.items())
_TOLD = pattern(
    rf"(?:The )?[Mm]eeting (?:was |then )?(?:{_DID}) "
    r"at (?P<time>\d{1,2}(?:[.:]\d\d)?(?: ?[apAP]\.?[mM])?)\.{0,2}"
)


def take_step(capture: Capture, entry_id: str) -> bool:
    """Records that the meeting adjourned, resumed or closed, where the words say that alone.

    “The meeting closed at 9.05 pm.” is then a fact with its time, and the heading has the end.
    Whether it was; what the meeting cannot do there stays as it was typed, and what is exempt, as
    everybody reads in the heading when a meeting ended.
    """
    if capture.is_draft(entry_id):
        return False
    item, entry = entry_of(capture.session.meeting, entry_id)
    is_step = entry.kind is EntryKind.PROCEDURE and not (entry.facts or entry.exempt)
    told = _TOLD.fullmatch(entry.text.strip()) if is_step else None
    if told is None:
        return False
    step = next(step for step in _VERBS if told[step])
    try:
        time = read_time_in(told["time"], capture.session.meeting.heading.start)
    except ValueError:  # “at 25.10”
        return False
    place = Place(item.id, entry_id)
    if Room(capture, place).why_not(step, place):
        return False

    def taken(meeting: Meeting) -> Meeting:
        meeting = edits.change_kind(meeting, entry_id, EntryKind.PROCEDURE)
        meeting = edits.set_time(edits.set_text(meeting, entry_id, ""), entry_id, time)
        if step is Step.CLOSED:
            meeting = edits.set_heading(meeting, replace(meeting.heading, end=time))
        return edits.set_facts(meeting, entry_id, Proceeding(step))

    return capture.edit_entry(entry_id, taken, f"that the meeting {_VERBS[step].split('|')[0]}")
