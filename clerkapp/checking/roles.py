"""Rules about posts, forms of address and pronouns."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.record import Record, Spot
from clerkapp.checking.rewording import reword
from clerkapp.checking.said import Said, names_in, said_in
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.meeting.people import Person, has_honorific
from clerkapp.patterns import pattern

_NEAR = 0.88  # of 1: "Chief Digital Oficer" is 0.97 of "Chief Digital Officer"
_SPOKEN = frozenset({EntryKind.QUESTION, EntryKind.COMMENT})


def post_spelt_otherwise(record: Record) -> Iterator[Finding]:
    """N3: a post is spelt as on the lists, with the same capitals."""
    posts = tuple(dict.fromkeys(post for person in record.people for post in _posts(person)))
    for spot, entry in record.entries:
        if entry.kind is EntryKind.MOTION:
            continue
        for said in (*said_in(entry), *names_in(entry)):
            for start, end, post in _misspelt(said.unquoted, posts):
                yield spot.finding(
                    "N3",
                    Severity.WARNING,
                    f"“{said.text[start:end]}” is “{post}” on the lists",
                    f"Write {post}.",
                    Fix(f"Write {post}", said.reworded([(start, end, post)]), is_safe=True),
                )


def _posts(person: Person) -> Iterator[str]:
    for words in (person.post, *person.name.split(", ")):
        is_title = " " in words and not has_honorific(words) and words[:1].isupper()
        if is_title and not _IS_NAME.fullmatch(words):
            yield words


_IS_NAME = pattern(r"(?:[A-Z]\w*\.? )?[A-Z][\w’'-]*")  # two capitals: "Jo Ray", or a post


def _misspelt(text: str, posts: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    for post in posts:
        pattern, anchors = _pattern(post)
        lowered = text.casefold()
        if not any(anchor in lowered for anchor in anchors):
            continue
        for match in pattern.finditer(text):
            typed = match.group(1)
            if typed == post or typed in posts or _is_another(typed, post):
                continue
            before = text[: match.start(1)].rstrip().rpartition(" ")[2].casefold()
            if before not in ("a", "an", "any", "each", "every", "no"):
                yield *match.span(1), post


@lru_cache(maxsize=256)
def _pattern(post: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Where as many words stand as in `post` with its first or its last; and those two."""
    words = post.split()
    any_word, rest = r"[\w’'-]+", len(words) - 1
    first = rf"{re.escape(words[0])}(?:[ ]{any_word}){{{rest}}}"
    last = rf"(?:{any_word}[ ]){{{rest}}}{re.escape(words[-1])}"
    ends = (words[0].casefold(), words[-1].casefold())
    return re.compile(rf"\b({first}|{last})\b", re.IGNORECASE), ends


def _is_another(typed: str, post: str) -> bool:
    one, other = typed.casefold(), post.casefold()
    if one == other:
        return False
    if one.removesuffix("s") == other.removesuffix("s"):
        return True
    if any(abs(len(a) - len(b)) > 2 for a, b in zip(one.split(), other.split(), strict=False)):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() < _NEAR


_FORMS = (
    ("Councillor", pattern(r"\b(?P<form>Councillor|Cllr)(?P<many>s?)\b(?P<dot>\.?)"
                              r"(?=\s+[A-ZÀ-Þ])")),
    ("Chair", pattern(
        r"\b[Tt]he (?:Vice[- ])?(?P<form>Chairperson|Chairman|Chairwoman|Chair)\b"
        r"(?!s)(?P<many>)(?P<dot>)"
        r"(?! of (?!the (?:Committee|Council|Board|Panel|meeting)))"
    )),
)  # fmt: skip


def two_forms_of_address(record: Record) -> Iterator[Finding]:
    """N5: Councillor or Cllr, Chair or Chairman: one of the two throughout."""
    for usual, either in _FORMS:
        forms: Counter[str] = Counter()
        first: dict[str, Spot] = {}
        for spot, entry in record.entries:
            if entry.kind is EntryKind.MOTION:
                continue
            for said in said_in(entry):
                for match in either.finditer(said.unquoted):
                    form = match.group("form")
                    forms[form] += 1
                    first.setdefault(form, spot)
        if len(forms) < 2:
            continue
        right = max(forms, key=lambda form: (forms[form], form == usual))
        for form, spot in first.items():
            if form != right:
                yield spot.finding(
                    "N5",
                    Severity.HINT,
                    f"{form} stands beside {right}",
                    f"Write {right} throughout.",
                    Fix(f"Write {right} throughout", _one_form(either, form, right), is_safe=True),
                )


def _one_form(pattern: re.Pattern[str], wrong: str, right: str) -> Edit:
    def change(meeting: Meeting) -> Meeting:
        for _, entry in entries_of(meeting):
            if entry.kind is EntryKind.MOTION:
                continue
            for said in said_in(entry):
                spans = list(_spans(pattern, said, wrong, right))
                if spans:
                    meeting = said.reworded(spans)(meeting)
        return meeting

    return change


def _spans(
    pattern: re.Pattern[str], said: Said, wrong: str, right: str
) -> Iterator[tuple[int, int, str]]:
    for match in pattern.finditer(said.unquoted):
        if match.group("form") == wrong:
            end = max(match.end("dot"), match.end("many"), match.end("form"))
            yield match.start("form"), end, right + match.group("many")


_NAMED = pattern(r"(?:Councillor|Cllr)\.?\s+[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*")
_UNNAMED = pattern(r"(?:A Member|Members?)\b")


def speakers_told_otherwise(record: Record) -> Iterator[Finding]:
    """N6: whoever asked or commented is named, or is not, as the house has it."""
    for spot, entry in record.entries:
        if entry.kind not in _SPOKEN or record.house.speakers == "either":
            continue
        named = _NAMED.match(entry.text)
        if named and record.house.speakers == "a Member":
            yield spot.finding(
                "N6",
                Severity.HINT,
                f"{named.group()} is named",
                "Write A Member.",
                Fix("Write A Member", reword(entry, [(0, named.end(), "A Member")]), is_safe=True),
            )
        unnamed = _UNNAMED.match(entry.text)
        if unnamed and record.house.speakers == "named":
            what = f"“{unnamed.group()}” stands for a name"
            yield spot.finding("N6", Severity.HINT, what, "Name who spoke.")


_PRONOUN = pattern(r"(?:^|[.!?]\s+|, (?:and|but) )(He|She|he|she) [a-z]")
_STATED = pattern(
    r"\b(?:Mrs?|Ms|Miss|Sir|Dame|Lord|Lady|Baroness|Alderman)\b|"
    r"\b(?:he/him|she/her)\b"
)


def pronoun_for_somebody(record: Record) -> Iterator[Finding]:
    """N7: "he" or "she" is said only of somebody who is known to be called so.

    A title in the entry, or "she/her" in a post on the lists, says it.
    """
    stated = any(_STATED.search(f"{person.post} {person.name}") for person in record.people)
    if not record.house.pronouns or stated:
        return
    for spot, entry in record.entries:
        if entry.kind is EntryKind.MOTION or _STATED.search(entry.text):
            continue
        found = next(filter(None, (_PRONOUN.search(s.unquoted) for s in said_in(entry))), None)
        if found:
            yield spot.finding(
                "N7",
                Severity.HINT,
                f"“{found.group(1)}” is said of somebody whose pronoun is not known",
                "Write the name or the post.",
            )
