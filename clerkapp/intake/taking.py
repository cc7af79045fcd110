"""The accepted changes taken into the record."""

from collections.abc import Iterable, Sequence

from clerkapp.intake.differences import Difference, Side, What
from clerkapp.meeting import blocks
from clerkapp.meeting.edits import remove_entry, rename_item, set_text
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Meeting, entries_of, entry_of, item_of


def taken(meeting: Meeting, accepted: Iterable[Difference]) -> Meeting:
    """`meeting` with what Word has in the place of what it has, for each accepted difference.

    Those that cannot be taken change nothing. Everything that Word does not print (kinds, times,
    facts, marks of what is exempt) stays.
    """
    chosen = [each for each in accepted if each.can_take]
    order = (What.TITLE, What.FACT, What.WORDS, What.GONE, What.MOVED)
    new = [each for each in chosen if each.what is What.NEW]
    rest = sorted(
        (each for each in chosen if each.what in order), key=lambda each: order.index(each.what)
    )
    # several new paragraphs below one entry: the last goes there first, the others above it
    for each in (*rest, *reversed(new)):
        meeting = _with(meeting, each)
    return meeting


def _with(meeting: Meeting, one: Difference) -> Meeting:
    there = {entry.id for _, entry in entries_of(meeting)}
    match one.what:
        case What.TITLE:
            return rename_item(meeting, one.item_id, one.word)
        case What.FACT if one.fact:
            return one.fact.put(meeting, one.word)
        case What.WORDS | What.GONE if one.word and one.entry_ids[0] not in there:
            return _put(meeting, one, one.entries)  # deleted here, and taken up in Word
        case What.WORDS | What.GONE if one.word:
            return set_text(meeting, one.entry_ids[0], one.word)
        case What.GONE if one.entry_ids[0] in there:
            return remove_entry(meeting, one.entry_ids[0])
        case What.MOVED:
            moving = tuple(entry_of(meeting, e)[1] for e in one.entry_ids if e in there)
            without = blocks.remove_entries(meeting, tuple(entry.id for entry in moving))
            return _put(without, one, moving)
        case What.NEW:
            return _put(meeting, one, one.entries)
        case _:
            return meeting


def _put(meeting: Meeting, one: Difference, entries: Sequence[Entry]) -> Meeting:
    """The entries below the nearest of those above them in Word that the item still has."""
    ids = [entry.id for entry in item_of(meeting, one.item_id).entries]
    above = next((each for each in one.after if each in ids), None)
    at = ids.index(above) + 1 if above else 0
    return blocks.insert_entries(meeting, one.item_id, tuple(entries), at)


def accepted_by(choice: str, differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Those that “all” or “word” accepts: "word" leaves what was changed here too as it is here."""
    sides = {"all": (Side.WORD, Side.CONFLICT), "word": (Side.WORD,)}.get(choice, ())
    return tuple(each for each in differences if each.can_take and each.side in sides)
