"""The meeting as anybody may read it."""

from dataclasses import replace

from clerkapp.meeting.meeting import AgendaItem, Meeting


def public_view(meeting: Meeting) -> Meeting:
    """`meeting` without what is exempt (Local Government Act 1972 s.100C(1)).

    An exempt item keeps its number, its title and its mark, nothing else of it; an exempt entry
    is gone, and so is who said what the words do not say: “Members asked”. A public document is
    made from this view alone, so that there is nothing to strip.
    """
    return replace(meeting, items=tuple(_public_item(item) for item in meeting.items))


def _public_item(item: AgendaItem) -> AgendaItem:
    if item.exempt:
        return replace(item, presenter="", documents=(), entries=())
    if any(entry.exempt or entry.speaker for entry in item.entries):
        public = (replace(e, speaker=None) for e in item.entries if not e.exempt)
        return replace(item, entries=tuple(public))
    return item
