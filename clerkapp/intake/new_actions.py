"""An action point that was typed in Word as the house prints one: its owner and its date read."""

import re

from msgspec.structs import replace

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.notation.facts import Lists, read_due
from clerkapp.wording.house_style import HouseStyle


def with_action_read(entry: Entry, style: HouseStyle, lists: Lists) -> Entry:
    """`entry` with the owner and the date that end its words: “Owner: Jo Ray. Due: 2 April 2026.”.

    What does not end so stays words; an owner is somebody on the lists.
    """
    if entry.kind is not EntryKind.ACTION_POINT or entry.facts:
        return entry
    text, due = _parted(entry.text, style.words.due, "{due}")
    text, owner = _parted(text, style.words.owner, "{owner}")
    mention = lists.mention(owner) if owner else None
    if not (owner or due) or (owner and not (mention and mention.person_id)):
        return entry
    action = ActionPoint(mention, read_due(due, lists) if due else "")
    return replace(entry, text=text, facts=action)


def _parted(text: str, form: str, place: str) -> tuple[str, str]:
    """`text` without an end of that form, and what stands in its place there."""
    before, after = (re.escape(part.strip(" .")) for part in form.split(place))
    match = re.search(rf"\s{before}\s+(?P<said>[^.]{{1,60}}?)\s*{after}\.?$", text)
    return (text[: match.start()].rstrip(), match["said"]) if match and before else (text, "")
