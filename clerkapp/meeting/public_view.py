"""The meeting as anybody may read it."""

from collections.abc import Iterator

from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind, facts_of, present_facts
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.links import file_part, is_path, is_web_address, without_login
from clerkapp.meeting.meeting import AgendaItem, Meeting, SupportingDocument
from clerkapp.meeting.people import Attendance
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.resolutions import is_counted
from clerkapp.patterns import pattern


def public_view(meeting: Meeting) -> Meeting:
    """`meeting` without what is exempt (Local Government Act 1972 s.100C(1)).

    An exempt item keeps its number, its title, its mark, the summary that was written for the
    public, and that press and public went out and came back; nothing else of it. An exempt entry
    is gone. An interest in an exempt item that was declared in public stays: its nature has to be
    disclosed to the meeting (Localism Act 2011 s.31), and a sensitive one is marked exempt itself.
    Gone too are who said what the words do not say (“Members asked”), the reasons of absences, the
    codes that the clerk types for people, the clerk's own findings, facts that an entry keeps from
    an earlier kind, and in which folder of somebody's computer a paper lies, or how they log in to
    it. Where resolutions are counted, one that is exempt stays without a word of it, for its number
    is taken. A public document is made from this view alone, so that there is nothing to strip.
    """
    counts = meeting.heading.first_resolution is not None
    return replace(
        meeting,
        attendance=tuple(map(_public_line, meeting.attendance)),
        items=tuple(_public_item(item, counts=counts) for item in meeting.items),
        dismissed=(),
    )


def _public_line(line: Attendance) -> Attendance:
    if not (line.reason or line.person.code):
        return line
    return replace(line, reason="", person=replace(line.person, code=""))


def _public_item(item: AgendaItem, *, counts: bool) -> AgendaItem:
    if item.exempt:
        # made anew of what may be read: a field that is added later stays out
        return AgendaItem(
            id=item.id,
            title=item.title,
            number=item.number,
            exempt=item.exempt,
            entries=tuple(_steps_of_the_public(item, counts=counts)),
            summary=item.summary,
        )
    entries = tuple(
        _public_entry(entry)
        for entry in item.entries
        if not entry.exempt or (counts and is_counted(entry))
    )
    documents = tuple(map(_public_document, item.documents))
    if (entries, documents) == (item.entries, item.documents):
        return item
    return replace(item, entries=entries, documents=documents)


def _public_document(document: SupportingDocument) -> SupportingDocument:
    title, target = document.title, document.target
    name = without_login(target) if is_web_address(target) else file_part(target)
    called = file_part(title) if is_path(title) else title
    is_told = (called, name) == (title, target)
    return document if is_told else replace(document, title=called, target=name)


def _public_entry(entry: Entry) -> Entry:
    if entry.exempt:
        return _without_words(entry, entry.exempt)
    facts = present_facts(entry)
    if entry.speaker is None and facts is entry.facts:
        return entry
    return replace(entry, speaker=None, facts=facts)


_PARAGRAPH = pattern(r"\d{1,2}[A-Z]?")


def _without_words(entry: Entry, exempt: Exempt) -> Entry:
    """An exempt resolution as its number alone."""
    return Entry(entry.id, EntryKind.RESOLUTION, exempt=exempt)


def _steps_of_the_public(item: AgendaItem, *, counts: bool) -> Iterator[Entry]:
    """That press and public went out and came back, which the resolution said in public."""
    for entry in item.entries:
        step = facts_of(entry, Proceeding)
        is_hidden = bool(entry.exempt) or entry.kind is EntryKind.RESOLUTION
        if counts and item.exempt and is_hidden and is_counted(entry):
            yield _without_words(entry, entry.exempt or item.exempt)
        if entry.exempt or step is None or not _moves_the_public(step):
            continue
        paragraphs = tuple(each for each in step.paragraphs if _PARAGRAPH.fullmatch(each))
        told = Proceeding(step.step, paragraphs=paragraphs)
        yield Entry(entry.id, EntryKind.PROCEDURE, time=entry.time, facts=told)


def _moves_the_public(proceeding: Proceeding) -> bool:
    return proceeding.step in (Step.PUBLIC_EXCLUDED, Step.PUBLIC_READMITTED)
