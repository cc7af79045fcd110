"""From a meeting to its minutes: the one path by which anything is printed."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clerkapp.meeting.meeting import Meeting, Status, entries_of
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.people import folded
from clerkapp.meeting.presence import ended_at
from clerkapp.meeting.public_view import public_view
from clerkapp.patterns import pattern
from clerkapp.wording.closing import awaits_next, closes, tells_next
from clerkapp.wording.detail import Detail
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.item_passages import ItemPassages
from clerkapp.wording.minutes import Audience, Headings, ItemTable, Minutes, PageWords
from clerkapp.wording.people_lists import PeopleLists, run_on
from clerkapp.wording.sections import sections, with_house_numbers
from clerkapp.wording.sentences import Sentences, one_stop
from clerkapp.wording.speaking import with_speakers_told
from clerkapp.wording.tables import (
    action_table,
    attendance_letters,
    attendance_of_the_year,
    attendance_table,
    heading_table,
)
from clerkapp.wording.times import weekday
from clerkapp.wording.who_was_there import who_was_there


def compose(
    meeting: Meeting,
    style: HouseStyle,
    audience: Audience = Audience.PUBLIC,
    detail: Detail = Detail.FULL,
    earlier: Sequence[Meeting] = (),
) -> Minutes:
    """The minutes of `meeting` in the manner of `style`, with as much of them as `detail` tells.

    Where the house tells the attendance of the year, `earlier` are the meetings of the committee in
    it before this one. For the public the minutes are made from the public view alone: nothing
    exempt is ever in reach. Only who was in the room is asked of the whole meeting, and that holds
    no words.
    """
    whole = meeting
    style = _without_tables_in_tables(style)
    meeting = with_speakers_told(with_house_numbers(meeting, style), style)
    who = who_was_there(meeting, style, audience)
    if audience is Audience.PUBLIC:
        meeting = public_view(meeting)
    heading, words = meeting.heading, style.words
    sentences = Sentences(meeting, style)
    items = ItemPassages(meeting, sentences, audience, detail)
    numbers = item_numbers(meeting)
    date = sentences.date(heading.date) if heading.date else ""
    held = _held(meeting, style, sentences)
    draft = heading.status is Status.DRAFT
    lists = PeopleLists(style.presence, sentences, who).lists(meeting)
    details = tuple(_details(meeting, style, sentences))
    attendance = None
    match style.layout.attendance:
        case "table":
            attendance, lists = attendance_table(meeting, style.attendance, sentences, who), ()
        case "letters":
            attendance, lists = attendance_letters(meeting, style.attendance, sentences, who), ()
        case "letters of the year":
            attendance, lists = (
                attendance_of_the_year(whole, earlier, style.attendance, sentences), ()
            )  # fmt: skip
        case "heading table":
            attendance = heading_table(meeting, style.attendance, sentences, details, lists)
            details, lists = (), ()
        case "run on":
            details, lists = (*details, *((each.title, run_on(each, style)) for each in lists)), ()
        case "lists":
            pass
    holds_exempt = audience is Audience.CONFIDENTIAL and _holds_exempt(meeting)
    return Minutes(
        council=heading.council,
        committee=heading.committee,
        title=_titled(words.title, meeting, words.meeting),
        held=held,
        date=date,
        day=heading.date,
        audience=audience,
        draft_label=words.draft if draft else "",
        draft_notice=words.draft_notice.format(committee=heading.committee) if draft else "",
        confidential_notice=words.confidential_notice if holds_exempt else "",
        details=details,
        headings=Headings(
            words.items,
            words.minutes,
            words.documents,
            style.attendance.title,
            _titled(style.decisions.sheet, meeting, words.meeting),
            style.decisions.sheet_heading,
            _titled(style.actions.sheet, meeting, words.meeting),
        ),
        pages=PageWords(words.page, words.page_alone, words.confidential, words.crest, words.skip),
        attendance=attendance,
        sections=sections(meeting, sentences, items.of),
        actions=action_table(meeting, style.actions, sentences, numbers)
        if style.layout.action_table != "none" and detail is not Detail.DECISIONS
        else None,
        signature=(words.signed.format(chair=style.layout.chair), words.signed_on),
        item_table=_item_table(style) if style.layout.items == "in a table" else None,
        people=lists,
        actions_first=style.layout.action_table == "first",
        closing=tuple(_closing(meeting, style, sentences)),
        is_close=style.layout.spacing == "close",
        first_page=heading.first_page,
        initials=words.initials if heading.first_page is not None else "",
        house_style=style.name,
        language=words.language,
    )


def _without_tables_in_tables(style: HouseStyle) -> HouseStyle:
    """The style whose items are in a table without the tables that would stand within its rows."""
    layout, votes = style.layout, style.votes
    if layout.items == "in a table":
        if layout.exchanges == "rows":
            layout = replace(layout, exchanges="apart")
        layout = replace(layout, interests="sentences")
        style = replace(style, layout=layout, votes=replace(votes, ballots="words"))
    return style


def _item_table(style: HouseStyle) -> ItemTable:
    words, told = style.words, style.layout.actions != "left out"
    return ItemTable(
        words.table_summary,
        words.table_number,
        words.table_heading,
        words.table_text,
        words.table_action if told else "",
    )


def _held(meeting: Meeting, style: HouseStyle, sentences: Sentences) -> str:
    """When it was held, and where the house says that beside it."""
    heading, words = meeting.heading, style.words
    if heading.date is None:
        return ""
    manner = style.layout.dates
    date, day = sentences.date(heading.date), weekday(heading.date, manner, heading.start)
    if heading.start is None:
        return words.held_untimed.format(date=date, weekday=day)
    form = words.held_at if _is_told_where(meeting, style) else words.held
    time = sentences.time(heading.start)
    return form.format(date=date, time=time, weekday=day, place=heading.place)


def _is_told_where(meeting: Meeting, style: HouseStyle) -> bool:
    heading = meeting.heading
    return bool(style.words.held_at and heading.place and heading.date and heading.start)


_IS_MEETING = pattern(r"\bmeeting$", re.IGNORECASE)
_COUNCIL_ITSELF = pattern(r"\bcouncil$|\bmeeting\b", re.IGNORECASE)


def _titled(form: str, meeting: Meeting, unnamed: str) -> str:
    """`form` filled; the council itself, where it sits as no committee, is named once.

    A form for the council alone names the body that met where that is another: a board, or one of
    its committees. “Community Council” and “Annual Meeting” are the council itself.
    """
    heading = meeting.heading
    committee = heading.committee or unnamed
    if "{committee}" not in form:
        is_itself = not heading.committee or _COUNCIL_ITSELF.search(heading.committee)
        return form.format(council=heading.council if is_itself else heading.committee)
    if "{council}" in form and folded(committee) == folded(heading.council):
        committee = unnamed
    if _IS_MEETING.search(committee):  # a “Monthly Meeting” is no body that has a meeting
        form = form.replace("meeting of {committee}", "{committee} of {council}")
    return form.format(committee=committee, council=heading.council)


def _holds_exempt(meeting: Meeting) -> bool:
    return any(item.exempt or any(e.exempt for e in item.entries) for item in meeting.items)


def _details(
    meeting: Meeting, style: HouseStyle, sentences: Sentences
) -> Iterator[tuple[str, str]]:
    heading, words = meeting.heading, style.words
    said = words.held_at if _is_told_where(meeting, style) else ""
    if heading.place and words.venue and "{place}" not in said:
        yield words.venue, heading.place
    if heading.start and words.started and "{time}" not in said:
        yield words.started, sentences.time(heading.start)
    if words.finished and (end := ended_at(meeting)):
        yield words.finished, sentences.time(end)
    if heading.public is not None and style.layout.attendance in (
        "table",
        "letters",
        "letters of the year",
    ):
        yield style.presence.public, str(heading.public)


def _closing(meeting: Meeting, style: HouseStyle, sentences: Sentences) -> Iterator[str]:
    """The last lines: when it ended, and when the next meeting is, as far as they are known.

    Neither is said again where an entry says so, or below the item that the agenda has for it.
    """
    heading, words = meeting.heading, style.words
    start = sentences.time(heading.start) if heading.start else ""
    end = sentences.time(heading.end) if heading.end else ""
    can_close = words.close and end and (start or "{start}" not in words.close)
    if can_close and not any(closes(each) for _, each in entries_of(meeting)):
        yield one_stop(words.close.format(start=start, end=end))
    day, following = heading.next_day, sentences.next_meeting()
    is_told = day and (
        any(map(awaits_next, meeting.items))
        or any(tells_next(item, each, day) for item, each in entries_of(meeting))
    )
    if following and not is_told:
        yield following
