"""People, how they stand to a meeting, and whom a name in the record means."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

from clerkapp.patterns import pattern


class Person(Struct, frozen=True):
    """Someone on the lists of a meeting, under the name of that day.

    An officer who is known by post alone has the post as name: "Chief Digital Officer".
    """

    id: str
    name: str
    post: str = ""  # "Chair", "Vice-chair"; of an officer, the post beside the name
    code: str = ""  # what the clerk types for this person: "cdo"


class Standing(StrEnum):
    """How a person stands to the meeting when it opens."""

    EXPECTED = "expected"  # a member of whom the roll call has not said anything yet
    PRESENT = "present"
    SUBSTITUTE = "substitute"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    IN_ATTENDANCE = "in attendance"  # an officer
    GUEST = "guest"  # a member of another body, somebody invited


class Mention(Struct, frozen=True):
    """Somebody named in the record: a person on the lists, or just the words that were typed.

    Exactly one of the two is set. Words stay words until a person on the lists is chosen.
    """

    person_id: str = ""
    words: str = ""


class Attendance(Struct, frozen=True):
    """One line of the attendance list.

    The reason of an absence is for the clerk: no public document prints it.
    """

    person: Person
    standing: Standing
    in_place_of: Mention | None = None  # of a substitute: the member who is away
    remote: bool = False  # takes part from elsewhere
    has_vote: bool = True  # False of a member who may speak and not vote
    reason: str = ""  # of an absence


AttendanceList: TypeAlias = tuple[Attendance, ...]

_HONORIFIC = pattern(
    r"^(?:the\s+)?(?:(?:councillors?|cllrs?|c'?llr|crs?|clr|alderman|aldermen|ald|mr|mrs|ms|miss|"
    r"mx|dr|prof|professor|rev|reverend|sir|dame|lord|lady|baroness|bailie|"
    r"(?:y\s+)?(?:cynghorydd|cynghorwyr|cyng|parch))"
    r"\b\.?\s+)+",
    re.IGNORECASE,
)


def without_honorific(name: str) -> str:
    """`name` without its leading "Councillor", "Cllr Mrs", "Cr" (New Zealand) and the like."""
    return _HONORIFIC.sub("", name)


def has_honorific(name: str) -> bool:
    """Whether `name` begins with a title of a person: "Cllr Finch" does, "Head of Legal" not."""
    return _HONORIFIC.match(name) is not None


def surname(name: str) -> str:
    """The family name in `name`: "Ó Briain" of "Cllr C Ó Briain", by dropping first names.

    What stands behind it in brackets, “(Fenmoor)”, is the ward or the council that somebody is of,
    and what stands behind a comma the post.
    First names and initials are taken to be the words before the first particle or, without
    one, all but the last word.
    """
    words = _OF.sub("", without_honorific(name).partition(",")[0]).split()
    for place, word in enumerate(words[1:-1], start=1):
        if word.casefold() in _PARTICLES:
            return " ".join(words[place:])
    return words[-1] if words else ""


_OF = pattern(r"(?<=\S)\s*\([^()]*\)$")

_PARTICLES = frozenset(
    {"ó", "ní", "nic", "mac", "van", "von", "de", "der", "den", "du", "da", "di", "la", "le"}
    | {"st", "ap", "ab", "ferch", "al", "el"}
)


@lru_cache(maxsize=4096)  # a check asks for the same few names thousands of times: 64 ms, then 9
def folded(words: str) -> str:
    """`words` for comparing: no case, accents, full stops, leading "the" or extra spaces."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"^the ", "", plain.replace(".", " ").strip()).split())


_BETWEEN = pattern(r"\s*;\s*|\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")


def in_parts(words: str) -> tuple[str, ...]:
    """The names in the words of an owner: “SG” and “KP” of "SG and KP"; one is one.

    A post may have an “and” in it too, so a part need not be anybody.
    """
    return tuple(part for part in _BETWEEN.split(words) if part)


def several(words: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """The two or more people whom `words` mean, each once: of "SG and KP"; else none of them.

    None where a part is nobody, or may be one of two.
    """
    everyone, parts = tuple(people), in_parts(words)
    found = [whom(part, everyone) for part in parts] if len(parts) > 1 else []
    if any(len(each) != 1 for each in found):
        return ()
    meant = {each[0].id: each[0] for each in found}
    return tuple(meant.values()) if len(meant) > 1 else ()


def names_together(people: tuple[Person, ...]) -> str:
    """Several owners as the record has them: “Jo Ray and Sam Poe”."""
    return " and ".join(person.name for person in people)


def whom(words: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Every person whom `words` may mean: none, the one, or several to be asked about.

    The full name decides; failing that the code, the name without its honorific or the post;
    failing that the surname, with or without an honorific, and first names that may be those: the
    list has “Cllr J Wilks” of Jenny Wilks, or “Cllr Wilks”.
    """
    everyone = tuple(people)
    exact = tuple(p for p in everyone if p.name == words)
    if exact:
        return exact
    wanted = folded(words)
    if not wanted:
        return ()
    bare = folded(without_honorific(words))
    ways: tuple[Callable[[Person], bool], ...] = (
        lambda p: folded(p.name) == wanted,
        lambda p: bool(p.code) and p.code.casefold() in (wanted, bare),
        lambda p: folded(without_honorific(p.name)) == bare or wanted in _posts(p),
        lambda p: _without_post(p.name) == bare,
        lambda p: has_honorific(p.name) and folded(surname(p.name)) == bare,
        lambda p: has_honorific(words) and has_honorific(p.name) and _may_be_one(words, p.name),
    )
    for fits in ways:
        found = tuple(p for p in everyone if fits(p))
        if found:
            return found
    return ()


def _may_be_one(words: str, name: str) -> bool:
    """Whether two names with a title have one surname, and first names that do not tell them apart.

    An initial is that of any name that begins with it; one of them may have no first names.
    “Cllrs A and B Finch” is no name: it is that of two.
    """
    if len(in_parts(words)) > 1:
        return False
    one, other = folded(without_honorific(words)).split(), _without_post(name).split()
    last = len(surname(name).split())
    if not one or one[-last:] != other[-last:]:
        return False
    first, second = one[:-last], other[:-last]
    return not (first and second) or all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0])
        for a, b in zip(first, second, strict=False)
    )


def _without_post(name: str) -> str:
    """“jo hart” of “Mrs Jo Hart, Business Manager”."""
    return folded(without_honorific(name).partition(",")[0])


def _posts(person: Person) -> set[str]:
    """What `person` is called by office: the post, and either part of "Jo Ray, Head of Legal"."""
    return {folded(part) for part in (person.post, *person.name.split(","))}
