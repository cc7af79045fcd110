"""Who was there as lists: "Present: … Councillor R Teale, Vice-chair (until 8.02 pm)"."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.passings import Passing
from clerkapp.meeting.people import Attendance, Standing
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import PeopleList
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.style_words import PresenceWords
from clerkapp.wording.together import title_of_many, together
from clerkapp.wording.who_was_there import WhoWasThere

_AWAY = (Standing.APOLOGIES, Standing.ABSENT, Standing.EXPECTED)
_GUESTS = (Standing.IN_ATTENDANCE, Standing.GUEST)


class PeopleLists:
    """Makes the lists of one document."""

    def __init__(self, words: PresenceWords, sentences: Sentences, who: WhoWasThere) -> None:
        self._words = words
        self._sentences = sentences
        self._who = who

    def lists(self, meeting: Meeting) -> tuple[PeopleList, ...]:
        """Every list that has somebody on it, and the number of the public where it is known."""
        words = self._words
        on: dict[str, list[str]] = {title: [] for title in self._titles()}
        for line in meeting.attendance:
            on[self._title(line)].append(self._person(line))
        public = meeting.heading.public
        if public is not None:
            on[words.public].append(str(public))
        return tuple(PeopleList(title, tuple(people)) for title, people in on.items() if people)

    def _titles(self) -> tuple[str, ...]:
        """Every list in the order of the house."""
        words = self._words
        members = (words.present, words.remote, words.substitutes)
        away = (words.apologies, words.absent, words.expected)
        officers, others = (words.in_attendance,), (words.guests, words.public)
        match self._sentences.style.layout.people_order:
            case "apologies after members":
                return (*members, *away, *officers, *others)
            case "apologies after officers":
                return (*members, *officers, *away, *others)
            case "apologies last":
                return (*members, *officers, *others, *away)

    def _title(self, line: Attendance) -> str:
        words, was_there = self._words, line.person.id in self._who.ids
        match line.standing:
            case Standing.IN_ATTENDANCE:
                return words.in_attendance
            case Standing.GUEST:
                return words.guests
            case Standing.SUBSTITUTE:
                return words.substitutes
            case Standing.APOLOGIES if not was_there:
                return words.apologies
            case Standing.ABSENT if not was_there:
                return words.absent
            case Standing.EXPECTED if not was_there:
                return words.expected
            case _:
                return words.remote if line.remote else words.present

    def _person(self, line: Attendance) -> str:
        words, sentences = self._words, self._sentences
        said = sentences.in_full(line.person)
        if line.person.post:
            said = words.office.format(person=said, office=sentences.post(line.person.post))
        if line.standing is Standing.SUBSTITUTE and line.in_place_of:
            said = words.substitute.format(person=said, place=sentences.listed(line.in_place_of))
        if line.person.id not in self._who.ids:
            return f"{said} ({line.reason})" if line.reason and self._who.reasons else said
        listed_apart = line.standing not in (*_GUESTS, Standing.SUBSTITUTE)
        notes = [words.remotely] if line.remote and not listed_apart else []
        notes += self._notes(line)
        return f"{said} ({'; '.join(notes)})" if notes else said

    def _notes(self, line: Attendance) -> Iterator[str]:
        """When they were there, where that was not throughout."""
        own = [each for each in self._who.passings if each.person_id == line.person.id]
        own = _changes(own, there=line.standing not in _AWAY)
        plain = [each for each in own if not each.for_interest]
        if plain:
            first = plain.pop(0) if plain[0].joined else None
            last = plain.pop() if plain and not plain[-1].joined else None
            yield from self._from_and_until(first, last)
            yield from (self._away(out, back) for out, back in pairwise(plain) if back.joined)
        # dict.fromkeys: who withdrew twice during an item was out for it once
        out_for = (self._who.numbers[e.item_id] for e in own if e.for_interest and not e.joined)
        numbers = tuple(dict.fromkeys(out_for))
        if not all(numbers):
            yield self._words.part
        elif len(numbers) > 1:
            listed = together(numbers, self._sentences.style)
            yield self._words.out_for_items.format(numbers=listed)
        else:
            yield from (self._words.out_for.format(number=number) for number in numbers)

    def _from_and_until(self, first: Passing | None, last: Passing | None) -> Iterator[str]:
        words = self._words
        if first and last and not (first.time or last.time):
            start, end = self._who.numbers[first.item_id], self._who.numbers[last.item_id]
            if start and end:
                form = words.one_item if start == end else words.items
                yield form.format(number=start, first=start, last=end)
                return
        started, ended = (self._when(each) if each else "" for each in (first, last))
        if (first and not started) or (last and not ended):  # nothing tells when
            yield words.part
            return
        since = words.since.format(when=started) if started else ""
        until = words.until.format(when=ended) if ended else ""
        if since and until:
            yield words.between.format(since=since, until=until)
        elif since or until:
            yield since or until

    def _away(self, out: Passing, back: Passing) -> str:
        """That they left and came back."""
        words, numbers = self._words, self._who.numbers
        start, end = numbers[out.item_id], numbers[back.item_id]
        since, until = self._when(out), self._when(back)
        if not (since and until):
            return words.part
        if out.time or back.time:
            return words.away.format(since=since, until=until)
        if start == end:
            return words.out_for.format(number=start)
        return words.away_items.format(first=start, last=end)

    def _when(self, passing: Passing) -> str:
        if passing.time is not None:
            return self._sentences.time(passing.time)
        number = self._who.numbers[passing.item_id]
        return self._words.item.format(number=number) if number else ""


def run_on(listed: PeopleList, style: HouseStyle) -> str:
    """The people of a list as one phrase: "Councillors R Teale (Chair), Ash and Bay; Mr Cole".

    Those who are told apart by a semicolon have a comma among their own words.
    """
    names = listed.people
    if any(", " in name for name in names):
        return "; ".join(names)

    def title(name: str) -> str:
        return title_of_many(name, style)[0]

    groups = [tuple(group) for _, group in groupby(names, key=title)]
    return "; ".join(together(group, style) for group in groups)


def _changes(own: Sequence[Passing], *, there: bool) -> list[Passing]:
    """Those that changed something: nobody comes twice without having left."""
    kept: list[Passing] = []
    for each in own:
        if each.joined != there:
            kept.append(each)
            there = each.joined
    return kept
