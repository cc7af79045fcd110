"""Everything that can be done to a meeting: functions that take one and return another.

What an edit does not touch stays the same object, so "what changed" is an identity comparison.
An id that the meeting does not hold raises KeyError: the caller is at fault, not the clerk.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeAlias

from msgspec.structs import replace

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import Decision, Referral
from clerkapp.meeting.entries import Entry, EntryKind, Facts
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import (
    AgendaItem,
    Business,
    Dismissal,
    Heading,
    Meeting,
    SupportingDocument,
    entries_of,
    entry_of,
    item_of,
    people_of,
)
from clerkapp.meeting.mentions import everybody_in, with_everybody
from clerkapp.meeting.numbering import item_numbers, with_numbers
from clerkapp.meeting.people import Attendance, AttendanceList, Mention
from clerkapp.meeting.votes import Ballot, Motion, Vote
from clerkapp.meeting.words import clean, one_line

Edit: TypeAlias = Callable[[Meeting], Meeting]

_SAYING_NOTHING = (
    ActionPoint(), Motion(), Vote(), Ballot(), Decision(), Declaration(), Referral(),
)  # fmt: skip

# The meeting as a whole


def set_heading(meeting: Meeting, heading: Heading) -> Meeting:
    """`meeting` under another heading."""
    return replace(meeting, heading=heading)


def set_attendance(meeting: Meeting, attendance: AttendanceList) -> Meeting:
    """`meeting` with another attendance list.

    Somebody who is no longer on it stays in the record under the name they had there.
    """
    kept = {line.person.id for line in attendance}
    gone = {p.id: p.name for p in people_of(meeting) if p.id not in kept}
    changed = replace(meeting, attendance=attendance)
    if not gone:
        return changed

    def named(mention: Mention) -> Mention:
        name = gone.get(mention.person_id)
        return Mention(words=name) if name else mention

    def without_ids(line: Attendance) -> Attendance:
        return replace(line, in_place_of=named(line.in_place_of)) if line.in_place_of else line

    changed = replace(changed, attendance=tuple(without_ids(line) for line in attendance))
    for _, entry in entries_of(meeting):
        if any(mention.person_id in gone for mention in everybody_in(entry)):
            changed = change_entry(changed, entry.id, partial(with_everybody, change=named))
    return changed


def _with_facts(entry: Entry, facts: Facts | None) -> Entry:
    return replace(entry, facts=facts)


def dismiss(meeting: Meeting, dismissal: Dismissal) -> Meeting:
    """`meeting` with a finding left as it is; the same object where it was left before."""
    if dismissal in meeting.dismissed:
        return meeting
    return replace(meeting, dismissed=(*meeting.dismissed, dismissal))


def undismiss(meeting: Meeting, dismissal: Dismissal) -> Meeting:
    """`meeting` with a finding shown again."""
    kept = tuple(each for each in meeting.dismissed if each != dismissal)
    return meeting if kept == meeting.dismissed else replace(meeting, dismissed=kept)


# Agenda items


def add_item(meeting: Meeting, item: AgendaItem, at: int | None = None) -> Meeting:
    """`meeting` with `item` before the item now at index `at`, or last."""
    at = len(meeting.items) if at is None else at
    return replace(meeting, items=(*meeting.items[:at], item, *meeting.items[at:]))


def remove_item(meeting: Meeting, item_id: str) -> Meeting:
    """`meeting` without the item and its entries."""
    item = item_of(meeting, item_id)
    return replace(meeting, items=tuple(each for each in meeting.items if each is not item))


def move_item(meeting: Meeting, item_id: str, to: int) -> Meeting:
    """`meeting` with the item at index `to`, kept within the agenda."""
    item = item_of(meeting, item_id)
    rest = [each for each in meeting.items if each is not item]
    rest.insert(max(0, min(to, len(rest))), item)
    return replace(meeting, items=tuple(rest))


def vary_order(meeting: Meeting, item_id: str, after_id: str) -> Meeting:
    """`meeting` with the item taken next after the item `after_id`.

    Every item keeps the number that the agenda printed.
    """
    ids = [item.id for item in meeting.items]
    numbers = dict(zip(ids, item_numbers(meeting), strict=True))
    ids.remove(item_id)
    return with_numbers(move_item(meeting, item_id, ids.index(after_id) + 1), numbers)


def rename_item(meeting: Meeting, item_id: str, title: str) -> Meeting:
    """`meeting` with another title on the item."""
    return _change_item(meeting, item_id, lambda item: replace(item, title=one_line(title)))


def number_item(meeting: Meeting, item_id: str, number: str) -> Meeting:
    """`meeting` with the agenda's own number on the item; "" numbers it by its place."""
    return _change_item(meeting, item_id, lambda item: replace(item, number=one_line(number)))


def set_presenter(meeting: Meeting, item_id: str, presenter: str) -> Meeting:
    """`meeting` with the name or post of whoever presents the item."""
    return _change_item(meeting, item_id, lambda item: replace(item, presenter=one_line(presenter)))


def set_documents(
    meeting: Meeting, item_id: str, documents: tuple[SupportingDocument, ...]
) -> Meeting:
    """`meeting` with other supporting documents on the item."""
    return _change_item(meeting, item_id, lambda item: replace(item, documents=documents))


def set_business(meeting: Meeting, item_id: str, business: Business) -> Meeting:
    """`meeting` with the item asking for another sort of decision."""
    return _change_item(meeting, item_id, lambda item: replace(item, business=business))


def set_recommendation(meeting: Meeting, item_id: str, words: str) -> Meeting:
    """`meeting` with what the officers recommended on the item; the limbs stand on lines."""
    return _change_item(meeting, item_id, lambda item: replace(item, recommendation=clean(words)))


def set_summary(meeting: Meeting, item_id: str, words: str) -> Meeting:
    """`meeting` with what the public reads of an exempt item (LGA 1972 s.100C(2))."""
    return _change_item(meeting, item_id, lambda item: replace(item, summary=clean(words)))


def set_item_exempt(meeting: Meeting, item_id: str, exempt: Exempt | None) -> Meeting:
    """`meeting` with the whole item kept from the public, or open to it again."""
    return _change_item(meeting, item_id, lambda item: replace(item, exempt=exempt))


def describe_item(meeting: Meeting, item_id: str, described: AgendaItem) -> Meeting:
    """`meeting` with everything of `described` on the item but its entries."""
    meeting = rename_item(meeting, item_id, described.title)
    meeting = number_item(meeting, item_id, described.number)
    meeting = set_presenter(meeting, item_id, described.presenter)
    meeting = set_documents(meeting, item_id, described.documents)
    meeting = set_business(meeting, item_id, described.business)
    meeting = set_recommendation(meeting, item_id, described.recommendation)
    meeting = set_summary(meeting, item_id, described.summary)
    return set_item_exempt(meeting, item_id, described.exempt)


# Entries


def add_entry(meeting: Meeting, item_id: str, entry: Entry, at: int | None = None) -> Meeting:
    """`meeting` with `entry` in the item, before the entry now at index `at`, or last."""

    def with_entry(item: AgendaItem) -> AgendaItem:
        place = len(item.entries) if at is None else at
        return replace(item, entries=(*item.entries[:place], entry, *item.entries[place:]))

    return _change_item(meeting, item_id, with_entry)


def remove_entry(meeting: Meeting, entry_id: str) -> Meeting:
    """`meeting` without the entry."""
    item, entry = entry_of(meeting, entry_id)
    return _with_entries(meeting, item, (e for e in item.entries if e is not entry))


def move_entry(meeting: Meeting, entry_id: str, to: int) -> Meeting:
    """`meeting` with the entry at index `to` of its own item, kept within it."""
    item, entry = entry_of(meeting, entry_id)
    rest = [e for e in item.entries if e is not entry]
    rest.insert(max(0, min(to, len(rest))), entry)
    return _with_entries(meeting, item, rest)


def send_entry(meeting: Meeting, entry_id: str, item_id: str) -> Meeting:
    """`meeting` with the entry last in another item."""
    _, entry = entry_of(meeting, entry_id)
    item_of(meeting, item_id)
    return add_entry(remove_entry(meeting, entry_id), item_id, entry)


def set_text(meeting: Meeting, entry_id: str, text: str) -> Meeting:
    """`meeting` with other words in the entry."""
    return change_entry(meeting, entry_id, lambda entry: replace(entry, text=clean(text)))


def change_kind(
    meeting: Meeting, entry_id: str, kind: EntryKind, *, settled: bool = True
) -> Meeting:
    """`meeting` with the entry of another kind; facts of the former kind are kept for later."""
    return change_entry(meeting, entry_id, lambda entry: replace(entry, kind=kind, settled=settled))


def set_facts(meeting: Meeting, entry_id: str, facts: Facts | None) -> Meeting:
    """`meeting` with other facts on the entry: owner and due date, mover, votes.

    Facts that say nothing (no owner, no date) are the same as none.
    """
    said = None if facts in _SAYING_NOTHING else facts
    return change_entry(meeting, entry_id, partial(_with_facts, facts=said))


def set_time(meeting: Meeting, entry_id: str, time: dt.time | None) -> Meeting:
    """`meeting` with the entry at another time of the day, or at none."""
    return change_entry(meeting, entry_id, lambda entry: replace(entry, time=time))


def set_speaker(meeting: Meeting, entry_id: str, speaker: Mention | None) -> Meeting:
    """`meeting` with somebody else, or nobody, who said what the entry says."""
    return change_entry(meeting, entry_id, lambda entry: replace(entry, speaker=speaker))


def set_entry_exempt(meeting: Meeting, entry_id: str, exempt: Exempt | None) -> Meeting:
    """`meeting` with the entry kept from the public, or open to it again."""
    return change_entry(meeting, entry_id, lambda entry: replace(entry, exempt=exempt))


def split_entry(meeting: Meeting, entry_id: str, at: int, rest: Entry) -> Meeting:
    """`meeting` with the entry cut at character `at`; the words after it go to `rest`.

    `rest` is a new entry without words: the caller chooses its id, kind and time. Spaces at the
    cut are dropped, and an exempt entry is exempt on both sides of it. Who said it is said of the
    first part alone: the second may be the answer.
    """
    item, entry = entry_of(meeting, entry_id)
    first = replace(entry, text=entry.text[:at].rstrip())
    second = replace(rest, text=entry.text[at:].lstrip(), exempt=entry.exempt)
    return _with_entries(
        meeting,
        item,
        (part for e in item.entries for part in ((first, second) if e is entry else (e,))),
    )


def join_entry(meeting: Meeting, entry_id: str) -> Meeting:
    """`meeting` with the words of the entry put after those of the entry before it.

    The first entry of an item stays as it is. The joined entry keeps the first one's kind and
    time, the facts of whichever has some, and is exempt if either was. Who said it is whoever said
    what it begins with.
    """
    item, entry = entry_of(meeting, entry_id)
    place = item.entries.index(entry)
    if place == 0:
        return meeting
    before = item.entries[place - 1]
    joined = replace(
        before,
        text=join_words(before.text, entry.text),
        facts=before.facts or entry.facts,
        exempt=before.exempt or entry.exempt,
        speaker=before.speaker if before.text else before.speaker or entry.speaker,
    )
    return _with_entries(
        meeting, item, (*item.entries[: place - 1], joined, *item.entries[place + 1 :])
    )


def join_words(first: str, second: str) -> str:
    """The two texts with one space between them, or none where either is empty."""
    first, second = first.rstrip(), second.lstrip()
    return f"{first} {second}" if first and second else first or second


# The two ways down to a part of the meeting


def change_entry(meeting: Meeting, entry_id: str, change: Callable[[Entry], Entry]) -> Meeting:
    """`meeting` with `change` made to one entry; the same object when nothing changed."""
    item, entry = entry_of(meeting, entry_id)
    changed = change(entry)
    if changed == entry:
        return meeting
    return _with_entries(meeting, item, (changed if e is entry else e for e in item.entries))


def _change_item(
    meeting: Meeting, item_id: str, change: Callable[[AgendaItem], AgendaItem]
) -> Meeting:
    item = item_of(meeting, item_id)
    changed = change(item)
    if changed == item:
        return meeting
    return replace(meeting, items=tuple(changed if i is item else i for i in meeting.items))


def _with_entries(meeting: Meeting, item: AgendaItem, entries: Iterable[Entry]) -> Meeting:
    return _change_item(meeting, item.id, lambda each: replace(each, entries=tuple(entries)))
