"""A recovery sheet as somebody types it: which characters are which group, and what is wrong."""

import re
from heapq import heappop, heappush
from typing import TypeAlias

from msgspec import Struct

from clerkapp.archive.keys.groups import GROUP, GROUPS, as_printed, number_of
from clerkapp.patterns import pattern

_MOST = 120  # characters looked at; a sheet has 65

# What is likelier to have happened costs less. The places where a person left a space decide only
# between explanations that are as likely as each other, so 12 of those weigh less than any step.
_SPLIT = 1
_MISTYPED = 400
_NOT_YET = 400
_SHORT = 500
_LONG = 600
_LEFT_OUT = 700
_SURPLUS = 800

_NUMBERED = pattern(r"(?<!\w)\d{1,2}\s?[.):]")


class TypedGroup(Struct, frozen=True):
    """The characters typed for one group; `start` and `end` are where they stand in the text."""

    number: int  # 0 for characters that belong to no group
    characters: str  # of a key: never printed
    start: int
    end: int

    def __repr__(self) -> str:
        return f"TypedGroup(number={self.number}, start={self.start}, end={self.end})"

    @property
    def is_right(self) -> bool:
        """Whether it is a whole group and tells its own number."""
        return self.number != 0 and number_of(self.characters) == self.number


class TypedSheet(Struct, frozen=True):
    """What was typed, in the order of the text; a group that was left out is not in it."""

    groups: tuple[TypedGroup, ...]

    @property
    def is_right(self) -> bool:
        """Whether all the groups are there, and each is right."""
        return len(self.groups) == GROUPS and all(group.is_right for group in self.groups)

    @property
    def so_far(self) -> "TypedSheet":
        """The same without the last group, if that is still being typed."""
        last = self.groups[-1:]
        is_begun = last and last[0].number != 0 and len(last[0].characters) < GROUP
        return TypedSheet(self.groups[:-1]) if is_begun else self

    @property
    def wrong(self) -> tuple[TypedGroup, ...]:
        """The groups that are not right, and what belongs to none."""
        return tuple(group for group in self.groups if not group.is_right)

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with what is there, without a word of it: “group 4 is mistyped”."""
        return (*self._misplaced(), *self._mistyped(), *self._lengths(), *self._gaps())

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the groups that are not there, the last of the sheet among them."""
        there = {group.number for group in self.groups}
        return tuple(number for number in range(1, GROUPS + 1) if number not in there)

    def _exchanged(self) -> dict[int, int]:
        tells = {group.number: number_of(group.characters) for group in self.wrong}
        return {
            here: there
            for here, there in tells.items()
            if there is not None and there != here and tells.get(there) == here
        }

    def _misplaced(self) -> tuple[str, ...]:
        return tuple(
            f"groups {here} and {there} have changed places"
            for here, there in self._exchanged().items()
            if here < there
        )

    def _mistyped(self) -> tuple[str, ...]:
        exchanged = self._exchanged()
        numbers = [
            group.number
            for group in self.wrong
            if group.number and len(group.characters) == GROUP and group.number not in exchanged
        ]
        if not numbers:
            return ()
        return (f"{named(numbers)} {'is' if len(numbers) == 1 else 'are'} mistyped",)

    def _lengths(self) -> tuple[str, ...]:
        faults: list[str] = []
        last = 0
        for group in self.groups:
            last = group.number or last
            wanting = GROUP - len(group.characters)
            if not group.number:
                faults.append(self._surplus(group, last))
            elif wanting < 0:
                faults.append(f"group {group.number} has a character too many")
            elif wanting > 0:
                characters = "a character" if wanting == 1 else f"{wanting} characters"
                faults.append(f"group {group.number} is missing {characters}")
        return tuple(faults)

    def _surplus(self, surplus: TypedGroup, last: int) -> str:
        for group in self.groups:
            if group.number and group.characters == surplus.characters:
                return f"group {group.number} is there twice"
        where = f"after group {last}" if last else "before group 1"
        return f"there is something {where} that belongs to no group"

    def _gaps(self) -> tuple[str, ...]:
        last = max((group.number for group in self.groups), default=0)
        gaps = [number for number in self.missing if number < last]
        return (f"{named(gaps)} {'is' if len(gaps) == 1 else 'are'} left out",) if gaps else ()


def named(numbers: list[int]) -> str:
    """“group 4”, “groups 4 and 9”, “groups 1, 4 and 9”."""
    *others, last = map(str, numbers)
    return f"groups {', '.join(others)} and {last}" if others else f"group {last}"


def typed_sheet(text: str) -> TypedSheet:
    """Finds the groups in what was typed or pasted, however it is spaced and numbered.

    A group tells its number, so where a character or a whole group was left out, those after it
    are still known for what they are, and the one at fault is named.
    """
    plain = _NUMBERED.sub(lambda number: " " * len(number[0]), text)
    _, groups = min((_explained(reading) for reading in _readings(plain)), key=lambda each: each[0])
    return TypedSheet(groups)


_Letters: TypeAlias = list[tuple[int, str]]  # where each stands in the text, as it is printed


def _readings(text: str) -> list[_Letters]:
    """The letters of the text; and without numbers that have no point, if they can be such."""
    words = [(word.start(), word[0]) for word in re.finditer(r"[^\W_]+", text)]
    numbers = [(at, word) for at, word in words if re.fullmatch(r"[0-9]{1,2}", word)]
    readings = [words]
    if numbers[:1] == words[:1] and _count_up([int(word) for _, word in numbers]):
        readings.append([word for word in words if word not in numbers])
    return [
        [(at + n, as_printed(c)) for at, word in reading for n, c in enumerate(word)][:_MOST]
        for reading in readings
    ]


def _count_up(numbers: list[int]) -> bool:
    return numbers == list(range(1, len(numbers) + 1))


def _explained(letters: _Letters) -> tuple[int, tuple[TypedGroup, ...]]:
    """The likeliest groups in these letters, and what they cost: the cheapest way through them."""
    characters = "".join(character for _, character in letters)
    joined = {n for n in range(1, len(letters)) if letters[n][0] == letters[n - 1][0] + 1}
    goal = (GROUPS, len(letters))
    ways = [(0, (0, 0), (0, 0))]
    came: dict[tuple[int, int], tuple[int, int]] = {}
    while True:
        cost, here, before = heappop(ways)
        if here in came:
            continue
        came[here] = before
        if here == goal:
            return cost, _groups_on(came, goal, letters)
        for there, more in _steps(here, characters):
            split = _SPLIT if there[1] in joined else 0
            heappush(ways, (cost + more + split, there, here))


def _steps(here: tuple[int, int], characters: str) -> list[tuple[tuple[int, int], int]]:
    """Where one may go from `here`, with so many groups and characters behind, at what cost."""
    number, at = here
    left = len(characters) - at
    steps = [((number, at + min(GROUP, left)), _SURPLUS)] if left else []
    if number == GROUPS:
        return steps
    if not left:
        return [((GROUPS, at), _NOT_YET)]
    for length in range(min(GROUP + 1, left) + 1):
        if length == GROUP:
            tells = number_of(characters[at : at + length])
            cost = 0 if tells == number + 1 else _MISTYPED
        else:
            cost = _LEFT_OUT if not length else _SHORT if length < GROUP else _LONG
        steps.append(((number + 1, at + length), cost))
    return steps


def _groups_on(
    came: dict[tuple[int, int], tuple[int, int]], goal: tuple[int, int], letters: _Letters
) -> tuple[TypedGroup, ...]:
    groups: list[TypedGroup] = []
    here = goal
    while here != (0, 0):
        before = came[here]
        piece = letters[before[1] : here[1]]
        if piece:
            number = here[0] if here[0] != before[0] else 0
            words = "".join(character for _, character in piece)
            groups.append(TypedGroup(number, words, piece[0][0], piece[-1][0] + 1))
        here = before
    return tuple(reversed(groups))
