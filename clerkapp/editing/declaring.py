"""An interest declared, taken from the words in which it was typed."""

from clerkapp.editing.capture import Capture
from clerkapp.editing.surely_named import surely_named
from clerkapp.meeting import edits
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Meeting, entry_of, people_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.presence import moment_after
from clerkapp.notation.places import id_of_item, items_by_number
from clerkapp.wording.interest_told import InterestTold, interest_told
from clerkapp.wording.interests import is_called


def take_declaration(capture: Capture, entry_id: str) -> bool:
    """Records who declared what in which item, where the words say that alone; whether they did.

    “Cllr Finch declared a personal interest in item 3 and left the room.” is then a fact, which the
    room and the votes follow. It stays as it was typed where it names nobody or no item there is.
    """
    if capture.is_draft(entry_id):
        return False
    meeting = capture.session.meeting
    item, entry = entry_of(meeting, entry_id)
    is_told = entry.kind is EntryKind.DECLARATION and not entry.facts
    told = interest_told(entry.text) if is_told else None
    if told is None:
        return False
    who = surely_named(told.who, people_of(meeting), moment_after(meeting, entry_id))
    about = _item_told(told, meeting)
    if len(who) != 1 or about is None:
        return False
    concerns = "" if about == item.id else about
    declaration = Declaration(Mention(who[0].id), told.nature, told.conduct, concerns)

    def taken(meeting: Meeting) -> Meeting:
        meeting = edits.change_kind(meeting, entry_id, EntryKind.DECLARATION)
        meeting = edits.set_text(meeting, entry_id, "")
        return edits.set_facts(meeting, entry_id, declaration)

    return capture.edit_entry(entry_id, taken, "the interest declared")


def _item_told(told: InterestTold, meeting: Meeting) -> str | None:
    """The id of the item that is told, "" where none is; None where it is not on the agenda."""
    numbers = items_by_number(meeting)
    if told.number:
        return id_of_item(told.number, numbers) or None
    if by_number := id_of_item(told.about, numbers):  # “in 26/045”
        return by_number
    found = [item.id for item in meeting.items if told.about and is_called(told.about, item.title)]
    return found[0] if len(found) == 1 else ""
