"""Who came or went, taken from the words of an arrival or a departure that were typed."""

from clerkapp.editing.capture import Capture
from clerkapp.meeting import edits
from clerkapp.meeting.entries import EntryKind, Movement, facts_of
from clerkapp.meeting.meeting import Meeting, people_of
from clerkapp.meeting.people import Mention, whom
from clerkapp.meeting.presence import ledger
from clerkapp.notation.dates import read_time
from clerkapp.patterns import pattern

_PASSED = pattern(
    r"(?P<who>(?:(?! and ).){2,60}?) (?:then )?"  # of one: two are told in words
    r"(?:(?:re)?joined|(?:re-)?entered|arrived at|returned to|left|withdrew from) "
    r"the (?:meeting|room|chamber)"
    r"(?: at (?P<time>\d[\d.: ]*(?:[ap]\.?m)?))?"
    r"(?P<interest>,? (?:for|during|while|because of|having)\b[^.]*\b(?:item|interest)\b[^.]*)?\.?"
)
_PASSES = frozenset({EntryKind.ARRIVAL, EntryKind.DEPARTURE})


def take_passing(capture: Capture, entry_id: str) -> bool:
    """Records who came or went, where the words say that alone; whether they did.

    “Cllr Finch left the meeting at 8.02 pm.” is then a fact, which the room and the attendance
    follow and the house prints in its words. A sentence that says more stays as it was typed.
    """
    entry = capture.entry_shown(entry_id)
    passed = _PASSED.fullmatch(entry.text.strip()) if entry.kind in _PASSES else None
    if passed is None or facts_of(entry, Movement):
        return False
    meeting = capture.session.meeting
    found = whom(passed["who"], people_of(meeting))
    try:
        time = read_time(passed["time"]) if passed["time"] else entry.time
    except ValueError:  # “at 25.10”
        return False
    if len(found) != 1 or capture.is_draft(entry_id):
        return False
    who, moment = found[0].id, next(m for m in ledger(meeting) if m.entry_id == entry_id)
    is_said = entry.kind is EntryKind.DEPARTURE and bool(passed["interest"])
    movement = Movement(Mention(who), for_interest=is_said or who in moment.withdrawn)

    def taken(meeting: Meeting) -> Meeting:
        meeting = edits.change_kind(meeting, entry_id, entry.kind)  # without words it stays one
        meeting = edits.set_time(edits.set_text(meeting, entry_id, ""), entry_id, time)
        return edits.set_facts(meeting, entry_id, movement)

    return capture.edit_entry(entry_id, taken, "who came or went")
