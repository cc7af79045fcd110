"""What the archive says: `search` and `actions`."""

from argparse import Namespace

from clerkapp.archive.marking import marked
from clerkapp.archive.search import USUAL_LIMIT, Hit, search
from clerkapp.commands.sources import reader
from clerkapp.commands.telling import DONE, NOTHING, print_json, warn
from clerkapp.meeting.actions import ActionPoint, due_date
from clerkapp.meeting.entries import EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, entries_of, name_of
from clerkapp.meeting.numbering import number_of
from clerkapp.meeting.people import folded


def find_words(options: Namespace) -> int:
    """The places in the archive that have the words, in the latest meeting first."""
    with reader(options) as archive:
        words = " ".join(options.words)
        found = search(archive, words, limit=None if options.json else USUAL_LIMIT)
    if options.json:
        print_json(list(map(_hit_fields, found.hits)))
    else:
        for hit in found.hits:
            date = hit.date.isoformat() if hit.date else "no date"
            place = f"{date}  {hit.committee or 'no committee'}  item {hit.item}"
            print(f"{place}  {hit.kind}: {marked(hit.snippet, '«', '»')}")
    if found.more:
        warn(f"{found.more_words}; --json lists all")
    if not found.hits:
        warn("nothing was found")
    return DONE if found.hits else NOTHING


def _hit_fields(hit: Hit) -> dict[str, str | None]:
    return {
        "meeting": hit.meeting_id,
        "date": hit.date.isoformat() if hit.date else None,
        "committee": hit.committee,
        "item": hit.item,
        "title": hit.title,
        "kind": hit.kind,
        "text": hit.text,
        "snippet": marked(hit.snippet, "«", "»"),
    }


def list_actions(options: Namespace) -> int:
    """The action points of the archive, or those still open, or those of one owner."""
    found: list[dict[str, str | None]] = []
    with reader(options) as archive:
        for meeting in archive.every_meeting():
            found += _action_lines(meeting)
    if options.open:
        found = [line for line in found if not line["done"]]
    if options.owner:
        wanted = folded(options.owner)
        found = [line for line in found if wanted in folded(line["owner"] or "")]
    if options.json:
        print_json(found)
    else:
        for line in found:
            state = f"done {line['done']}" if line["done"] else f"due {line['due'] or '–'}"
            print(
                f"{line['date'] or 'no date'}  {line['committee']}  item {line['item']}  "
                f"{line['owner'] or 'no owner'}  {state}  {line['action']}"
            )
    if not found:
        warn("there are no such actions")
    return DONE if found else NOTHING


def _action_lines(meeting: Meeting) -> list[dict[str, str | None]]:
    heading = meeting.heading
    lines: list[dict[str, str | None]] = []
    for item, entry in entries_of(meeting):
        if entry.kind is not EntryKind.ACTION_POINT:
            continue
        action = facts_of(entry, ActionPoint) or ActionPoint()
        due = due_date(action, heading.next_day)
        lines.append(
            {
                "meeting": meeting.id,
                "date": heading.date.isoformat() if heading.date else None,
                "committee": heading.committee,
                "item": number_of(meeting, item),
                "action": " ".join(entry.text.split()),
                "owner": name_of(meeting, action.owner),
                "due": due.isoformat() if due else str(action.due) or None,
                "done": action.done.isoformat() if action.done else None,
            }
        )
    return lines
