"""The words by which press and public are excluded, and those that stand for what is exempt."""

import re
from collections.abc import Mapping, Sequence

from clerkapp.law.jurisdiction import Jurisdiction
from clerkapp.meeting.entries import Entry, facts_of
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.numbering import item_numbers
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.patterns import pattern
from clerkapp.wording.sentences import one_stop
from clerkapp.wording.style_words import Words

_NUMBER = r"(?:\d{1,3}(?:\(\w{1,3}\)){2,}|\d{1,2}[A-Z]?)"  # 7(2)(a) of an Act, 3 of a schedule
_NUMBERS = pattern(rf"{_NUMBER}(?:\s*(?:,|;|/|&|and|,\s*and)\s*{_NUMBER})*")
_PARAGRAPH = pattern(r"^para(?:graph)?s?\.?\s+", re.IGNORECASE)


class Exclusion:
    """What is said of press and public at one meeting, under the law of its jurisdiction."""

    def __init__(self, meeting: Meeting, law: Jurisdiction, words: Words) -> None:
        self._law = law
        self._words = words
        self._shut = _shut_from(meeting)
        ids = (item.id for item in meeting.items)
        self._numbers = dict(zip(ids, item_numbers(meeting), strict=True))

    def resolution(self, entry: Entry, proceeding: Proceeding) -> str:
        """The resolution by which they were excluded at `entry`.

        It names the items that are exempt from there until they come back, and the paragraphs:
        those that were given, failing that those by which these items are exempt.
        """
        items = self._shut.get(entry.id, ())
        numbers = proceeding.paragraphs or _paragraphs_of(items)
        words, law = self._law.exclusion, self._law.exemption
        plain = words.resolution_plain
        form = (self._words.exclusion or words.resolution) if numbers else plain
        untested = {each.number for each in law.paragraphs if not each.public_interest}
        tested = not set(numbers) <= untested
        return form.format(
            items=self._items(items),
            titles="; ".join(f"{self._numbers[each.id]} {each.title}".strip() for each in items),
            paragraphs=self._paragraphs(numbers),
            schedule=law.schedule,
            public_interest=words.public_interest if tested else "",
        )

    def left(self, time: str) -> str:
        """That they left at `time`, in the words of the house; "" where it is not known."""
        return one_stop(self._law.exclusion.left.format(time=time)) if time else ""

    def readmitted(self, time: str) -> str:
        """That they came back, and when if that is known."""
        words = self._law.exclusion
        return one_stop(words.readmitted.format(time=time)) if time else words.readmitted_untimed

    def in_place(self, exempt: Exempt) -> str:
        """What the public reads in place of an exempt item."""
        law = self._law.exemption
        paragraphs = self._named(exempt)
        if law.stub:
            return law.stub.format(paragraphs=paragraphs, schedule=law.schedule)
        if paragraphs and law.schedule:
            form = self._words.exempt_item_paragraph
            return form.format(paragraphs=paragraphs, schedule=law.schedule)
        return self._words.exempt_item

    def mark(self, exempt: Exempt) -> str:
        """What stands beside exempt words in the confidential document."""
        paragraphs = self._named(exempt)
        if not paragraphs:
            return self._words.exempt_mark
        return self._words.exempt_mark_paragraph.format(paragraphs=paragraphs)

    def _items(self, items: Sequence[AgendaItem]) -> str:
        words = self._law.exclusion
        numbers = [number for item in items if (number := self._numbers[item.id])]
        if not numbers:
            return words.business
        if len(numbers) == 1:
            return words.item.format(number=numbers[0])
        return words.items.format(numbers=_listed(numbers, words.joint))

    def _named(self, exempt: Exempt) -> str:
        """The paragraphs of a mark in words; one that is not made of numbers, as it was typed."""
        numbers = numbers_in(exempt.paragraph)
        typed = _PARAGRAPH.sub("", exempt.paragraph.strip())
        return self._paragraphs(numbers or ((typed,) if typed else ()))

    def _paragraphs(self, numbers: Sequence[str]) -> str:
        words = self._law.exclusion
        if len(numbers) == 1:
            return words.paragraph.format(number=numbers[0])
        return words.paragraphs.format(numbers=_listed(numbers, words.joint)) if numbers else ""


def numbers_in(paragraph: str) -> tuple[str, ...]:
    """The numbers in the mark of an exempt item: 1 and 3 of "paras 1 and 3"; none of "3(a)".

    7(2)(a) is a provision of an Act, and is one of them.
    """
    typed = _PARAGRAPH.sub("", paragraph.strip())
    return tuple(re.findall(_NUMBER, typed)) if _NUMBERS.fullmatch(typed) else ()


def numbers_of_shut(meeting: Meeting, entry_id: str) -> tuple[str, ...]:
    """The paragraphs by which the items are exempt that follow that entry behind closed doors.

    None where it is not by that entry that press and public were excluded.
    """
    return _paragraphs_of(_shut_from(meeting).get(entry_id, ()))


def _paragraphs_of(items: Sequence[AgendaItem]) -> tuple[str, ...]:
    marks = (item.exempt.paragraph for item in items if item.exempt)
    return tuple(dict.fromkeys(each for mark in marks for each in numbers_in(mark)))


def _listed(words: Sequence[str], joint: str) -> str:
    """The words as a list in a sentence: 1, 2 and 3."""
    *before, last = words
    return f"{', '.join(before)} {joint} {last}" if before else last


def _shut_from(meeting: Meeting) -> Mapping[str, tuple[AgendaItem, ...]]:
    """The exempt items from each exclusion until press and public come back, by its entry's id."""
    told: dict[str, tuple[AgendaItem, ...]] = {}
    after: tuple[AgendaItem, ...] = ()
    for item in reversed(meeting.items):
        here = (item,) if item.exempt else ()
        for entry in reversed(item.entries):
            match _step(entry):
                case Step.PUBLIC_READMITTED:
                    after = ()
                case Step.PUBLIC_EXCLUDED:
                    told[entry.id] = (*here, *after)
                case _:
                    pass
        after = (*here, *after)
    return told


def _step(entry: Entry) -> Step | None:
    proceeding = facts_of(entry, Proceeding)
    return proceeding.step if proceeding else None
