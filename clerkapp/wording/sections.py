"""The sections of the minutes: the items with the numbers, titles and parts of the house."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.numbering import item_numbers, roman, with_numbers
from clerkapp.meeting.resolutions import resolution_numbers
from clerkapp.patterns import pattern
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import DocumentLine, Passage, Role, Run, Section
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.style_words import PartWords
from clerkapp.wording.times import MONTHS

_COLUMN = "\u2003"  # between a second number and the title: a space as wide as a letter is high

Passages = Callable[[AgendaItem, str], tuple[Passage, ...]]
"""Makes the passages of an item under its number."""


def with_house_numbers(meeting: Meeting, style: HouseStyle) -> Meeting:
    """`meeting` with the numbers that the house prints: of 6 "6/26" by the year, or "VI".

    A number that is more than a count is already one of the house's.
    """
    day, form = meeting.heading.date, style.words.item_number
    if form == "{number}" or (day is None and "y" in form):
        return meeting
    year = _told_of_year(day, style)
    numbers = {
        item.id: form.format(number=number, roman=roman(int(number)), **year)
        if number.isdecimal()
        else number
        for item, number in zip(meeting.items, item_numbers(meeting), strict=True)
    }
    return with_numbers(meeting, numbers)


def resolutions_numbered(meeting: Meeting, style: HouseStyle) -> dict[str, str]:
    """The number of each resolution as the house prints it, by the id of its entry: "26/045"."""
    form, year = style.words.resolution_number, _told_of_year(meeting.heading.date, style)
    return {
        entry_id: form.format(number=number, padded=f"{number:03}", **year)
        for entry_id, number in resolution_numbers(meeting).items()
    }


def _told_of_year(day: dt.date | None, style: HouseStyle) -> dict[str, str]:
    """What fills {year}, {yy} and {next_yy}; nothing where the day is not known."""
    if day is None:
        return {"year": "", "yy": "", "next_yy": ""}
    year = _year_of_numbers(day, style)
    following = year if style.layout.numbers_begin == "January" else year + 1
    return {"year": str(year), "yy": f"{year % 100:02}", "next_yy": f"{following % 100:02}"}


def _year_of_numbers(day: dt.date, style: HouseStyle) -> int:
    """When the year began by which the house numbers: in 2025 of March 2026, if in May."""
    begins = MONTHS.index(style.layout.numbers_begin) + 1
    return day.year if day.month >= begins else day.year - 1


def sections(meeting: Meeting, sentences: Sentences, passages: Passages) -> tuple[Section, ...]:
    """A section for each item, in the order of the house."""
    style = sentences.style
    numbers = item_numbers(meeting)
    agenda = _agenda_numbers(numbers)
    made = [
        _section(item, number, place, sentences, passages)
        for item, number, place in zip(meeting.items, numbers, agenda, strict=True)
    ]
    if style.layout.sub_items == "lettered":
        made = list(_lettered(made))
    match style.layout.parts:
        case "open and exempt":
            return tuple(_open_and_exempt(meeting.items, made, style.parts))
        case "recommendations first":
            return tuple(_recommendations_first(meeting.items, made, style.parts))
        case _:
            return tuple(made)


def _section(
    item: AgendaItem, number: str, agenda: str, sentences: Sentences, passages: Passages
) -> Section:
    style = sentences.style
    words, presenter = style.words, sentences.full_name(item.presenter)
    title = item.title.upper() if style.layout.headings == "capitals" else item.title
    if title and agenda and words.agenda_number:
        beside = words.agenda_number.format(agenda=agenda)
        is_before = style.layout.agenda_numbers == "before the title"
        title = f"{beside}{_COLUMN}{title}" if is_before else f"{title} {beside}"
    documents = tuple(DocumentLine(each.title, each.target) for each in item.documents)
    told = passages(item, number)
    if documents and words.documents_line:
        titles = "; ".join(each.title for each in documents)
        told = (
            *told,
            Passage(Role.NARRATIVE, (Run(words.documents_line.format(documents=titles)),)),
        )
    return Section(
        item_id=item.id,
        number=number,
        title=title,
        presenter=words.presenter.format(presenter=presenter) if presenter else "",
        passages=told,
        documents=documents if words.documents and not words.documents_line else (),
        number_end=words.item_number_end,
    )


def _lettered(made: Sequence[Section]) -> Iterator[Section]:
    """With 1a and 1b as (a) and (b) within item 1, whose paragraphs go on being counted: 1.3."""
    above, counted = "", 0
    for section in made:
        match = re.fullmatch(r"\s?\(?([a-z])\)?", section.number.removeprefix(above or " "))
        numbered = sum(bool(passage.number) for passage in section.passages)
        if not (above and match and section.number.startswith(above)):
            above, counted = section.number, numbered
            yield section
            continue
        letter = match.group(1)
        passages = tuple(_counted_on(section, above, counted))
        counted += numbered
        yield replace(section, number=f"({letter})", number_end="", passages=passages,
                      letter=ord(letter) - 96, within=above)  # fmt: skip


def _counted_on(section: Section, above: str, counted: int) -> Iterator[Passage]:
    for passage in section.passages:
        counted += bool(passage.number)
        width = len(passage.number.rpartition(".")[2])
        number = f"{above}.{counted:0{width}}" if passage.number else ""
        yield replace(passage, number=number)


_COUNT = pattern(r"(\D*)(\d+)(\D*)")


def _agenda_numbers(numbers: Sequence[str]) -> tuple[str, ...]:
    """What the agenda called each item, where the minutes go on counting from earlier meetings.

    The lowest number is the first item of the agenda, so that items taken out of their order keep
    theirs; without a common count it is the place in the order.
    """
    counts = [_COUNT.fullmatch(number) for number in numbers if number]
    around = {(match[1], match[3]) if match else None for match in counts}
    if None not in around and len(around) == 1:
        lowest = min(int(match[2]) for match in counts if match)
        found = [_COUNT.fullmatch(number) for number in numbers]
        return tuple(str(int(match[2]) - lowest + 1) if match else "" for match in found)
    place = 0
    told: list[str] = []
    for number in numbers:
        place += bool(number)
        told.append(str(place) if number else "")
    return tuple(told)


# Parts


def _open_and_exempt(
    items: Sequence[AgendaItem], made: Sequence[Section], words: PartWords
) -> Iterator[Section]:
    """With a heading wherever the open items begin and wherever the exempt ones do."""
    last = ""
    for item, section in zip(items, made, strict=True):
        part = words.exempt if item.exempt else words.open
        has_heading = bool(section.number or section.title)
        yield replace(section, part=part) if has_heading and part != last else section
        last = part if has_heading else last


def _recommendations_first(
    items: Sequence[AgendaItem], made: Sequence[Section], words: PartWords
) -> Iterator[Section]:
    """The items that recommend something to another body, then the others."""
    pairs = list(zip(items, made, strict=True))
    first = [section for item, section in pairs if _recommends(item)]
    others = [section for item, section in pairs if not _recommends(item)]
    yield from _headed(first, words.recommendations)
    yield from _headed(
        others, words.others if first else f"{words.no_recommendations}\n{words.others}"
    )


def _recommends(item: AgendaItem) -> bool:
    return any(entry.kind is EntryKind.RECOMMENDATION for entry in item.entries)


def _headed(made: Sequence[Section], part: str) -> Iterator[Section]:
    if made:
        yield replace(made[0], part=part)
        yield from made[1:]
