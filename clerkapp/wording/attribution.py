"""Who said it: a few letters of a name become “Councillor Finch asked”."""

import re
from collections.abc import Iterable

from msgspec import Struct

from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.people import (
    Person,
    folded,
    has_honorific,
    surname,
    whom,
    without_honorific,
)
from clerkapp.patterns import pattern
from clerkapp.wording.openings import SUBJECT
from clerkapp.wording.shorthand import WHO, Named, Shorthand

_SHORTEST = 2  # letters of a surname; with one, half the chamber is meant
_BETWEEN = frozenset({"also", "then", "further", "therefore"})  # a name and what it did
_PARTS = pattern(r"[ '-]")  # what stands between the parts of a name, typed or left out
_ARTICLE = pattern(r"(?:y|yr) ", re.IGNORECASE)  # before a name in Welsh
_MEMBERS = pattern(r"(?:yr )?Aelod(?:au)?\b")
_ENDS = pattern(r"(?=[\s,.;:]|$)")  # of a word
_OPENING = 90  # characters within which the first reporting verb stands
SENTENCE_OPENERS = frozenset(
    re.findall(
        r"\w+",
        "a all an and any are as at both but by can could did do does for from had has have he how "
        "i if in is it many may members my no not of on one or our she should so some that the "
        "their there they this to was we were what when where whether which who why will with "
        "would",
    )
)
"""Small words with which a sentence may begin, though somebody’s name does too."""


class Attribution(Struct, frozen=True):
    """Somebody who may be meant, and how an entry of theirs opens."""

    person: Person
    words: str


def attributions(
    letters: str, kind: EntryKind, people: Iterable[Person], shorthand: Shorthand, named: Named
) -> tuple[Attribution, ...]:
    """Everybody whom `letters` may mean, and the opening words; nobody where nobody fits."""
    verbs = shorthand.verbs.get(kind)
    if not verbs:
        return ()
    meant = _meant_by_letters(letters, people)
    return tuple(Attribution(p, _opening(named(p), verbs[0])) for p in meant)


def meant_by(words: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Everybody whom a name, a code or a few letters of a name may mean; nobody where nobody fits.

    It is how each field, each panel and the end of an entry look somebody up.
    """
    everyone = tuple(people)
    return whom(words, everyone) or _meant_by_letters(words, everyone)


def meant_surely(words: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Those whom a name, a code or the capitals of a name mean, and no first letters of one."""
    everyone = tuple(people)
    wanted = folded(words) if words.isupper() else ""
    initials = [p for p in everyone if wanted and _initials(without_honorific(p.name)) == wanted]
    return whom(words, everyone) or tuple(initials)


def may_be(words: str, people: Iterable[Person]) -> str:
    """That `words` may mean several: “lyl” may be Cllr S Lyle or Cllr A Lyle."""
    return f"“{words}” may be {' or '.join(person.name for person in people)}"


def _meant_by_letters(letters: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Everybody whom a few letters may mean, and no name of several words.

    A code decides, then the initials of a post (“cdo”), then the beginning of a surname, then that
    of a post; failing these the initials of a person (“sb”), and an initial with the beginning of
    the surname (“cward”), which tells two people of one name apart; and then that of a code.
    """
    wanted = folded(letters)
    if not wanted or " " in letters.strip():
        return ()
    everyone = tuple(people)
    ways = (
        [p for p in everyone if p.code and folded(p.code) == wanted],
        [p for p in everyone if not has_honorific(p.name) and _initials(p.name) == wanted],
        [p for p in everyone if has_honorific(p.name) and _begins(surname(p.name), wanted)],
        [p for p in everyone if not has_honorific(p.name) and folded(p.name).startswith(wanted)],
        [p for p in everyone if p.post and _initials(p.post) == wanted],
        [p for p in everyone if p.post and _begins(surname(p.name), wanted)],
        [p for p in everyone if _initials(without_honorific(p.name)) == wanted],
        [p for p in everyone if _begins_with_initial(without_honorific(p.name), wanted)],
        [p for p in everyone if p.code and _begins(p.code, wanted)],
    )
    return tuple(next((way for way in ways if way), ways[0]))


def speaker_named(text: str, people: Iterable[Person], shorthand: Shorthand) -> Person | None:
    """The one person who by the opening words said it, as in “Councillor Finch asked why”.

    None where they name nobody, several people, or no verb of reporting.
    """
    if length := _behind_verb(text, people := tuple(people), shorthand):
        found = whom(_bare(text.split(" ", 1)[1][:length]), people)
        return found[0] if len(found) == 1 else None
    verbs = {verb.split()[0] for each in shorthand.verbs.values() for verb in each}
    words = text[:_OPENING].split()
    at = next((n for n, word in enumerate(words) if word.rstrip(",.;:") in verbs), 0)
    if at and words[at - 1] in _BETWEEN:
        at -= 1
    found = whom(" ".join(words[:at]).rstrip(","), people)
    return found[0] if len(found) == 1 else None


def as_said_by(
    text: str,
    name: str,
    kind: EntryKind,
    people: Iterable[Person],
    shorthand: Shorthand,
) -> str:
    """`text` opened with `name`, in the place of whoever else its opening says it was.

    Words that go on from “asked”, as a small letter tells, have the name and the first verb of
    `kind` put before them. A sentence that tells of nobody stays as it is.
    """
    verbs, everyone = shorthand.verbs.get(kind, ()), tuple(people)
    if length := _behind_verb(text, everyone, shorthand):
        verb, rest = text.split(" ", 1)
        return f"{verb} {name}{rest[length:]}"
    known = {verb.split()[0] for each in shorthand.verbs.values() for verb in each}
    words = text[:_OPENING].replace("\n", " ").split(" ")
    at = next((n for n, word in enumerate(words) if word.rstrip(",.;:") in known), 0)
    who = " ".join(words[:at]).rstrip(",")
    told = SUBJECT.fullmatch(who)
    if at and (whom(who, everyone) or (told and not told["body"])):  # what a body did it did as one
        return f"{name[:1].upper()}{name[1:]}{text[len(who) :]}"
    if verbs and not text[:1].isupper():
        return f"{_opening(name, verbs[0])}{text}"
    return text


def with_next_verb(text: str, kind: EntryKind, shorthand: Shorthand) -> str:
    """`text` with the next of the verbs that fit in the place of its first; itself without one.

    Where words follow, “asked whether” and “asked why” take no turn: a “whether” is the clerk's.
    """
    verbs = shorthand.verbs.get(kind, ())
    if heads := _heads(verbs):
        at = next((n for n, head in enumerate(heads) if text.startswith(f"{head} ")), None)
        return text if at is None else heads[(at + 1) % len(heads)] + text[len(heads[at]) :]
    plain = tuple(v for v in verbs if not any(v.startswith(f"{other} ") for other in verbs))
    if _goes_on(text, verbs):
        verbs = plain
    places = [
        (text.find(f" {verb}", 0, _OPENING), -len(verb), n)
        for n, verb in enumerate(verbs)
        if _stands_in(text[:_OPENING], verb)
    ]
    if not places:
        return text
    at, length, n = min(places)
    following = verbs[(n + 1) % len(verbs)]
    return f"{text[: at + 1]}{following}{text[at + 1 - length :]}"


def _goes_on(text: str, verbs: Iterable[str]) -> bool:
    """Whether words follow the verb of reporting; `text` may end with any of them."""
    return not text.rstrip().endswith(tuple(f" {verb}" for verb in verbs))


def _stands_in(opening: str, verb: str) -> bool:
    at = opening.find(f" {verb}")
    end = at + 1 + len(verb)
    return at > 0 and not opening[end : end + 1].isalnum()


def _opening(name: str, verb: str) -> str:
    words = verb.replace(WHO, name) if WHO in verb else f"{name} {verb}"
    return f"{words[:1].upper()}{words[1:]} "


def _heads(verbs: Iterable[str]) -> list[str]:
    """The verbs that come before the name of whoever spoke: “Gofynnodd”."""
    return [verb.removesuffix(f" {WHO}") for verb in verbs if verb.endswith(f" {WHO}")]


def _behind_verb(text: str, people: tuple[Person, ...], shorthand: Shorthand) -> int:
    """The length of who spoke, behind a verb that comes first and a blank; 0 where none does."""
    heads = _heads(verb for each in shorthand.verbs.values() for verb in each)
    first, _, rest = text[:_OPENING].partition(" ")
    if first not in heads:
        return 0
    if members := _MEMBERS.match(rest):
        return members.end()
    ends = [match.start() for match in _ENDS.finditer(rest)]
    return next((end for end in reversed(ends) if whom(_bare(rest[:end]), people)), 0)


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name)


def _initials(post: str) -> str:
    words = post.rsplit(",", maxsplit=1)[-1].split()
    return "".join(word[0] for word in words).casefold() if len(words) > 1 else ""


def _begins_with_initial(name: str, wanted: str) -> bool:
    first, _, rest = folded(name).partition(" ")
    return len(wanted) > _SHORTEST and bool(rest) and f"{first[0]}{rest}".startswith(wanted)


def _begins(name: str, wanted: str) -> bool:
    """Whether `name`, or a later part of it, begins so: “ob”, “o'b” and “bri” are O’Brien."""
    parts, typed = _PARTS.split(folded(name)), _PARTS.sub("'", wanted)
    starts = (between.join(parts[at:]) for at in range(len(parts)) for between in ("", "'"))
    is_enough = sum(map(str.isalpha, typed)) >= _SHORTEST
    return is_enough and any(each.startswith(typed) for each in starts)
