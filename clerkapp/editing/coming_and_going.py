"""Who came or went, taken from the words of an arrival or a departure that were typed."""

from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.surely_named import all_named
from clerkapp.meeting import blocks, edits
from clerkapp.meeting.entries import EntryKind, Movement, facts_of
from clerkapp.meeting.meeting import Meeting, entry_of, people_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.presence import moment_after
from clerkapp.notation.dates import read_time_in
from clerkapp.patterns import pattern

_INTEREST = "(?:an|his|her|their) interest(?: in (?:this|the) (?:item|matter|business))?"
_PASSED = pattern(
    rf"(?P<who>.{{2,120}}?)(?P<declared>,? (?:having|who had) declared {_INTEREST},)?"
    r" (?:(?:then|both|all) )*"
    r"(?:(?P<came>(?:(?:re)?joined|(?:re-)?entered|arrived at|returned to) the "
    r"(?:meeting|room|chamber)|(?:re)?joined|arrived)"
    r"|(?:left|withdrew from) the (?:meeting|room|chamber)|left)"
    r"(?: at (?P<time>\d{1,2}(?:[.:]\d\d)?(?: ?[apAP]\.?[mM])?))?"
    r"(?P<interest> for (?:the (?:discussion|consideration|duration) of )?this item"
    rf"|,? (?:because of|having declared) {_INTEREST})?\.{{0,2}}"
)
_PASSES = frozenset({EntryKind.ARRIVAL, EntryKind.DEPARTURE})


def take_passing(capture: Capture, entry_id: str) -> bool:
    """Records who came or went, where the words say that alone; whether they did.

    “Cllr Finch left the meeting at 8.02 pm.” is then a fact, which the room and the attendance
    follow and the house prints in its words. Of several people each has an entry, one below the
    other. A sentence that says more stays as it was typed.
    """
    entry = capture.entry_shown(entry_id)
    passed = _PASSED.fullmatch(entry.text.strip()) if entry.kind in _PASSES else None
    if passed is None or facts_of(entry, Movement) or capture.is_draft(entry_id):
        return False
    meeting = capture.session.meeting
    try:
        start = meeting.heading.start
        time = read_time_in(passed["time"], start) if passed["time"] else entry.time
    except ValueError:  # “at 25.10”
        return False
    now = moment_after(meeting, entry_id)
    everybody = all_named(passed["who"], people_of(meeting), now)
    is_said = bool(passed["interest"] or passed["declared"])
    came = entry.kind is EntryKind.ARRIVAL
    if not everybody or bool(passed["came"]) is not came or (came and is_said):
        return False
    withdrawn = now.withdrawn
    first, *rest = (
        Movement(Mention(who.id), for_interest=is_said or who.id in withdrawn) for who in everybody
    )
    others = tuple(
        replace(capture.fresh_entry(entry.kind, ""), time=time, exempt=entry.exempt, facts=movement)
        for movement in rest
    )
    holder, _ = entry_of(meeting, entry_id)
    below = holder.entries.index(entry) + 1

    def taken(meeting: Meeting) -> Meeting:
        meeting = edits.change_kind(meeting, entry_id, entry.kind)  # without words it stays one
        meeting = edits.set_time(edits.set_text(meeting, entry_id, ""), entry_id, time)
        meeting = edits.set_facts(meeting, entry_id, first)
        return blocks.insert_entries(meeting, holder.id, others, below)

    draft = capture.draft
    if draft:
        capture.draft = draft.pushed_down(holder.id, below, len(others))
    changed = capture.edit_entry(entry_id, taken, "who came or went")
    if not changed:
        capture.draft = draft
    return changed
