"""The entries of a paragraph that was typed in Word, as the house prints its kind.

Of an action point the owner and the date are read; the number of a resolution is the record's own.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import Outcome
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.ids import NewId
from clerkapp.notation.facts import Lists, read_due
from clerkapp.notation.pasted_entries import entries_of_paste
from clerkapp.patterns import pattern
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.outcomes import label_parts, outcome_label

_PLACE = pattern(r"\{\w+\}")


def new_entries(
    text: str, style: HouseStyle | None, lists: Lists, new_id: NewId, above: Sequence[Entry]
) -> tuple[Entry, ...]:
    """The entries that a paragraph of Word makes below those `above`; without a style as pasted."""
    entries = entries_of_paste(text, "", lists, new_id, above)
    if style is None:
        return entries
    bare = _without_number(text, style)
    numbered = entries_of_paste(bare, "", lists, new_id, above) if bare != text else ()
    if numbered and numbered[0].kind is EntryKind.RESOLUTION:
        entries = numbered
    return tuple(with_action_read(each, style, lists) for each in entries)


def _without_number(text: str, style: HouseStyle) -> str:
    """`text` without the number that the house prints beside the label of a resolution.

    That is “26/046” of “{yy}/{padded}” before it, and “(No. 46)” of “(No. {number})” after it.
    """
    form = style.words.resolution_number.strip()
    number = r"\d+".join(map(re.escape, _PLACE.split(form)))
    if not number:
        return text
    if style.layout.resolution_numbers == "after the label":
        labels = {label_parts(outcome_label(each, style.decisions))[0] for each in Outcome}
        said = "|".join(map(re.escape, filter(None, labels)))
        return re.sub(rf"^({said})\s+{number}(?=[\s:–—-])", r"\1", text)
    return re.sub(rf"^{number}[\s.:]+", "", text)


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
    action = ActionPoint(mention, read_due(due, lists, style.words.due_next) if due else "")
    return replace(entry, text=text, facts=action)


def _parted(text: str, form: str, place: str) -> tuple[str, str]:
    """`text` without an end of that form, and what stands in its place there."""
    before, after = (re.escape(part.strip(" .")) for part in form.split(place))
    match = re.search(rf"\s{before}\s+(?P<said>[^.]{{1,60}}?)\s*{after}\.?$", text)
    return (text[: match.start()].rstrip(), match["said"]) if match and before else (text, "")
