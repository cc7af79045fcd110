"""What the law asks of a meeting, by jurisdiction: `resources/jurisdictions/*.toml`.

A folder there that is named as a language, cy-GB, has words to print in that language, by the same
keys and names; the law stays as it is.

A file says `like = "…"` to be as another one but for the tables and keys that it gives itself.
It holds what this program needs to know, in its own words. It is no legal advice.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from clerkapp.errors import JurisdictionError
from clerkapp.law.tables import built, laid_over, whole
from clerkapp.meeting.meeting import Business, Meeting
from clerkapp.meeting.people import folded
from clerkapp.resources import resource

DEFAULT = "england"

Bar: TypeAlias = Literal["always", "by test", "never"]
"""Whether an interest keeps its holder out: always, where a test is met, or never."""


class Nature(Struct, frozen=True):
    """A sort of interest, what it is called, and whether its holder may speak and vote."""

    name: str  # "disclosable pecuniary interest"
    short: str  # "DPI"; "" where it has no short name
    aliases: tuple[str, ...]  # what else a clerk types for it
    bars: Bar  # from speaking and voting, unless there is a dispensation
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it goes by."""
        return tuple(word for word in (self.name, self.short, *self.aliases) if word)


class Conduct(Struct, frozen=True):
    """What may be done about an interest, as it follows a comma: "and left the room"."""

    words: str
    out: bool  # whether they are then out of the room


class Interests(Struct, frozen=True):
    """The natures of interest that there are, and what may be done about one."""

    natures: tuple[Nature, ...]
    conducts: tuple[Conduct, ...]


class Paragraph(Struct, frozen=True):
    """A description of what is exempt, told shortly; the schedule itself is what counts."""

    number: str
    words: str
    public_interest: bool = True  # False where the public-interest test does not touch it


class Exemption(Struct, frozen=True):
    """What may be kept from the public, and where that is written."""

    schedule: str  # "Part 1 of Schedule 12A to the Local Government Act 1972"
    carve_out: bool  # False where everybody may read all minutes (LGA 1972 s.228)
    summary: str  # the duty to publish a summary of what was left out; "" where there is none
    stub: str  # what stands in place of an exempt item; "" leaves it to the house
    note: str  # what a clerk should know
    paragraphs: tuple[Paragraph, ...]


class Exclusion(Struct, frozen=True):
    """The words by which press and public are excluded and come back.

    Places: {items}, {paragraphs}, {schedule} and {public_interest} in the resolution, {time} in
    what is timed.
    """

    source: str
    resolution: str
    resolution_plain: str  # where no paragraph is named
    public_interest: str  # follows the resolution where the test applies; "" where there is none
    left: str
    readmitted: str
    readmitted_untimed: str
    item: str
    items: str
    business: str  # where the items are not known
    paragraph: str
    paragraphs: str
    joint: str  # between the last two of a list


class Votes(Struct, frozen=True):
    """When the names of those who voted must be recorded."""

    names_required: tuple[str, ...]  # sorts of `Business`
    names_source: str
    own_on_request: bool  # whether a member may have their own vote recorded
    own_source: str


Part: TypeAlias = Literal["reasons", "alternatives", "conflicts", "dispensations"]


class Statement(Struct, frozen=True):
    """The record of an executive decision: which parts are asked for, and their headings."""

    source: str
    required: tuple[Part, ...]  # beside the decision itself and its date
    decision: str
    reasons: str
    reasons_recommended: str  # the heading of the reasons for a recommendation
    alternatives: str
    conflicts: str
    dispensations: str


class Deadline(Struct, frozen=True):
    """By when something about a meeting must be published."""

    document: str  # "a note of the meeting"
    body: str  # which bodies it binds
    within: int
    unit: Literal["working days", "months"]
    counts_the_day: bool  # whether the day of the meeting is the first of them
    source: str


class Jurisdiction(Struct, frozen=True):
    """Everything that the law asks, in one jurisdiction or of one sort of body."""

    name: str  # as in `Heading.jurisdiction`: the file's name without its ending
    title: str
    summary: str
    told_by: tuple[str, ...]  # words of a body's name that tell it plainly: "Parish Council"
    interests: Interests
    exemption: Exemption
    exclusion: Exclusion
    votes: Votes
    statement: Statement
    deadlines: tuple[Deadline, ...]


_PLACES = {
    "exemption.stub": {"paragraphs", "schedule"},
    "exclusion.resolution": {"items", "paragraphs", "schedule", "public_interest"},
    "exclusion.resolution_plain": {"items"},
    "exclusion.left": {"time"},
    "exclusion.readmitted": {"time"},
    "exclusion.item": {"number"},
    "exclusion.items": {"numbers"},
    "exclusion.paragraph": {"number"},
    "exclusion.paragraphs": {"numbers"},
}
"""The places that each form of words may have; the forms not named here have none."""


def jurisdictions() -> tuple[Jurisdiction, ...]:
    """Every jurisdiction that comes with Clerkapp, by name."""
    return tuple(jurisdiction(name) for name in _names())


@lru_cache(maxsize=32)
def jurisdiction(name: str, language: str = "") -> Jurisdiction:
    """The jurisdiction of that name ("" is the usual one), in the words of `language` if it can.

    JurisdictionError, with the names there are, where none has it.
    """
    if (name or DEFAULT) not in _names():
        known = ", ".join(_names())
        raise JurisdictionError(f"there is no jurisdiction “{name}”; there are {known}")
    folder, file = resource("jurisdictions"), f"{name or DEFAULT}.toml"
    translated = folder / language / file
    return read_jurisdiction(folder / file, translated if translated.is_file() else None)


def law_of(meeting: Meeting, language: str = "") -> Jurisdiction:
    """The jurisdiction that `meeting` names; the usual one where there is none of that name.

    In the words of `language`, a tag such as cy-GB, where the jurisdiction has words in it.
    """
    name = meeting.heading.jurisdiction
    return jurisdiction(name if name in _names() else "", language)


def told_by_name(body: str) -> Jurisdiction | None:
    """The jurisdiction that the name of a body tells: parishes by “Much Marling Parish Council”.

    The longest words that are in it count, so that “Brookmere University NHS Trust” is no
    university. None where no words are, or where as long ones tell of two.
    """
    said = f" {_plain(body)} "
    told = [
        (len(words.split()), law)
        for law in jurisdictions()
        for words in law.told_by
        if f" {_plain(words)} " in said
    ]
    longest = max((length for length, _ in told), default=0)
    found = {law.name: law for length, law in told if length == longest}
    return next(iter(found.values())) if len(found) == 1 else None


def read_jurisdiction(path: Path, translated: Path | None = None) -> Jurisdiction:
    """The jurisdiction in that file, with what `translated` says in its place.

    JurisdictionError names the key that is wrong or missing.
    """
    table = whole(path)
    if translated:
        table = laid_over(table, whole(translated))
    read = built(path.name, "", {"name": path.stem, **table}, Jurisdiction, _PLACES)
    _check_businesses(path.name, read.votes)
    numbers = [paragraph.number for paragraph in read.exemption.paragraphs]
    for number in numbers:
        if numbers.count(number) > 1:
            raise JurisdictionError(f"{path.name}: exemption.paragraphs: {number} is there twice")
    for nature, claimed in _claims(read.interests):
        if claimed > 1:
            raise JurisdictionError(
                f"{path.name}: interests.natures: “{nature}” is the name of two natures"
            )
    return read


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", folded(words)))


def _claims(interests: Interests) -> list[tuple[str, int]]:
    """Every name of a nature, and how many natures go by it."""
    names = [{word.casefold() for word in each.names} for each in interests.natures]
    return [(word, sum(word in other for other in names)) for each in names for word in each]


def _check_businesses(file: str, votes: Votes) -> None:
    known = [business.value for business in Business if business.value]
    for name in votes.names_required:
        if name not in known:
            raise JurisdictionError(
                f"{file}: votes.names_required: expected some of {', '.join(known)}"
            )


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in resource("jurisdictions").glob("*.toml")))
