"""The limbs of a decision: "(a) notes the report; and", each on a line of its own."""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.meeting.numbering import roman
from clerkapp.patterns import pattern

Manner: TypeAlias = Literal["letter", "roman", "number"]

_ROMAN = tuple(roman(count).lower() for count in range(1, 21))
_LIMB = pattern(r"(?P<before>\(?)(?P<mark>[a-z]|[ivx]{2,5}|\d{1,2})(?P<after>[).])\s+(?P<text>.*)")


class Limb(Struct, frozen=True):
    """One limb: its words, and the label "(b)" taken apart into what stands around its count."""

    text: str
    manner: Manner
    count: int  # 2 for (b), (ii) or 2.
    before: str
    after: str
    level: int = 0  # 1 for a limb within a limb

    @property
    def label(self) -> str:
        """The label as it is printed."""
        marks = {"letter": chr(96 + self.count), "number": str(self.count)}
        mark = _ROMAN[self.count - 1] if self.manner == "roman" else marks[self.manner]
        return f"{self.before}{mark}{self.after}"


def stem_and_limbs(text: str) -> tuple[str, tuple[Limb, ...]]:
    """The words before the first limb of `text`, and its limbs.

    A limb that counts otherwise than the first one is within the limb above it: (i) in (a).
    """
    stem: list[str] = []
    limbs: list[Limb] = []
    for line in text.split("\n"):
        if limb := _limb(line.strip(), limbs):
            limbs.append(limb)
        elif limbs:
            limbs[-1] = replace(limbs[-1], text=f"{limbs[-1].text}\n{line.strip()}")
        else:
            stem.append(line)
    return "\n".join(stem).strip(), tuple(limbs)


Joint: TypeAlias = Literal["; and", ", and", ".", "as typed"]
"""What stands between the last limb and the one before it; "." makes each a sentence."""


def ended(limbs: tuple[Limb, ...], joint: Joint) -> tuple[Limb, ...]:
    """`limbs` with parallel endings: "(a) …; and" and "(b) …." where the joint is "; and".

    A limb with limbs within it ends in a colon. Where a clerk typed "or" at the end of one, "or"
    stands between them. What ends as a question or a quotation keeps its own end.
    """
    if joint == "as typed" or not limbs:
        return limbs
    groups = _groups(limbs)
    chosen = {id(group): _joint(group, joint) for group in groups.values()}
    return tuple(
        replace(limb, text=_ended(limb.text, _ending(limbs, place, groups, chosen)))
        for place, limb in enumerate(limbs)
    )


def relabelled(limbs: tuple[Limb, ...], labels: str) -> tuple[Limb, ...]:
    """`limbs` with the labels of the house, "(a)" or "1."; those within a limb are (i), or (a)."""
    if labels == "as typed" or not limbs:
        return limbs
    mark = labels.strip("().")
    before, after = labels[: labels.index(mark)], labels[labels.index(mark) + 1 :]
    manners: dict[str, Manner] = {"a": "letter", "i": "roman", "1": "number"}
    manner = manners[mark]
    within: Manner = "letter" if manner == "roman" else "roman"
    told: list[Limb] = []
    counts = [0, 0]
    for limb in limbs:
        counts = [counts[0], counts[1] + 1] if limb.level else [counts[0] + 1, 0]
        count = counts[1] if limb.level else counts[0]
        new = within if limb.level else manner
        if (new == "roman" and count > len(_ROMAN)) or (new == "letter" and count > 26):
            return limbs  # there are more than the labels reach
        told.append(replace(limb, manner=new, count=count, before=before, after=after))
    return tuple(told)


def _groups(limbs: tuple[Limb, ...]) -> dict[int, list[Limb]]:
    """By its place, the group that a limb belongs to: those of its level under one limb."""
    groups: dict[int, list[Limb]] = {}
    top: list[Limb] = []
    within: list[Limb] = []
    for place, limb in enumerate(limbs):
        if limb.level == 0:
            within = []
        group = within if limb.level else top
        group.append(limb)
        groups[place] = group
    return groups


def _joint(group: list[Limb], joint: Joint) -> str:
    alternative = any(re.search(r"[;,]?\s+or\s*$", limb.text) for limb in group)
    return joint.replace("and", "or") if alternative else joint


def _ending(
    limbs: tuple[Limb, ...], place: int, groups: dict[int, list[Limb]], chosen: dict[int, str]
) -> str:
    """What the limb at `place` ends in; the last within a limb ends as that limb would."""
    after = limbs[place + 1] if place + 1 < len(limbs) else None
    if after is None:
        return "."
    if after.level > limbs[place].level:
        return ":"
    group = groups[place + 1]
    joint = chosen[id(group)]
    return joint if after is group[-1] or joint == "." else joint[0]


_END = pattern(r"(?:(?:\s*[;,:.])?(?:\s+(?:and|or))?|\s*[;,]\s+(?:ac?|neu))\s*[;,:.]?\s*$")
_OWN_END = ("?", "!", "…", ".”", ".’", "?”", "!”")


def _ended(text: str, ending: str) -> str:
    if text.rstrip().endswith(_OWN_END):
        return text
    return f"{_END.sub('', text)}{ending}"


def _limb(line: str, above: list[Limb]) -> Limb | None:
    match = _LIMB.fullmatch(line)
    if match is None:
        return None
    before, mark, after, text = match.group("before", "mark", "after", "text")
    counts = list(_counts(mark))
    follows = {(limb.manner, limb.count + 1) for limb in above}
    starts = {("roman", 1)}
    best = next((c for c in counts if c in follows), next((c for c in counts if c in starts), None))
    if best is None and not counts:
        return None
    manner, count = best or counts[0]
    level = 1 if above and manner != above[0].manner else 0
    return Limb(text, manner, count, before, after, level)


def _counts(mark: str) -> Iterator[tuple[Manner, int]]:
    """Each way in which `mark` may count: "i" is the ninth letter or the first Roman number."""
    if mark.isdecimal():
        yield "number", int(mark)
    if len(mark) == 1 and mark.isalpha():
        yield "letter", ord(mark) - 96
    if mark in _ROMAN:
        yield "roman", _ROMAN.index(mark) + 1


def in_quotes(stem: str, limbs: tuple[Limb, ...]) -> tuple[str, tuple[Limb, ...]]:
    """Stem and limbs in one pair of quotation marks, which end behind the last limb."""
    if not limbs:
        return f"“{stem}”", limbs
    *others, last = limbs
    return f"“{stem}", (*others, replace(last, text=f"{last.text}”"))
