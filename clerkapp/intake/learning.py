"""What the minutes of a council say of its house style: proposals, each with the lines that say so.

Nothing is proposed of which the lines say nothing, or as much one way as the other.
"""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import Struct

from clerkapp.intake.learning_decisions import of_action, of_action_table, of_limb, of_outcome
from clerkapp.intake.learning_items import (
    Saying,
    is_item,
    numbered,
    of_item,
    of_paragraph,
    with_roman_numbers,
    year_of,
)
from clerkapp.intake.word_lines import WordLine
from clerkapp.patterns import pattern
from clerkapp.resources import resource
from clerkapp.wording.style_tables import Data, vote_form
from clerkapp.wording.times import MONTHS, WELSH_MONTHS

EVIDENCE = 3  # lines shown with a proposal

# Members speak together in any minutes: only a clear majority tells how one of them is named.
_CLEAR = {"layout.speakers": 3}


class Proposal(Struct, frozen=True):
    """What one key of a house style should say, by the lines of a document."""

    key: str  # as in "layout.times"; "votes.like" is one of `resources/vote_forms`
    value: str
    evidence: tuple[str, ...]  # the first few lines that say so
    said: int  # how many lines say so
    otherwise: int  # how many say something else


def proposals(lines: tuple[WordLine, ...]) -> tuple[Proposal, ...]:
    """One proposal for each key of which most of the lines that speak of it say the same."""
    said: dict[str, dict[str, list[str]]] = {}
    lines = with_roman_numbers(lines)
    for key, value, line in _sayings(lines):
        said.setdefault(key, {}).setdefault(value, []).append(line)
    found: list[Proposal] = []
    for key, values in said.items():
        value, why = max(values.items(), key=lambda each: len(each[1]))
        otherwise = sum(map(len, values.values())) - len(why)
        if len(why) > otherwise * _CLEAR.get(key, 1):
            found.append(Proposal(key, value, tuple(why[:EVIDENCE]), len(why), otherwise))
    return (*found, *_vote_form(lines))


def with_proposals(data: Data, taken: tuple[Proposal, ...]) -> Data:
    """The tables of a style with those proposals taken; the others are as they were."""
    changed: dict[str, object] = dict(data)
    for proposal in taken:
        table, _, name = proposal.key.partition(".")
        under = cast("dict[str, object]", changed[table])
        own = vote_form("", {"like": proposal.value}) if name == "like" else {name: proposal.value}
        changed[table] = {**under, **own}
    return changed


def _sayings(lines: tuple[WordLine, ...]) -> Iterator[Saying]:
    first = next((n for n, line in enumerate(lines) if is_item(line)), len(lines))
    year = year_of(lines)
    yield from _titles(lines[: first + 1])
    yield from _attendance(lines[:first])
    for line in lines[:first]:  # below, dates are as they were typed
        yield from _of_dates(line)
    before = WordLine("")
    for place, line in enumerate(lines):
        yield from _of_times(line)
        yield from of_action_table(line, before, is_first=place < first)
        if is_item(line):
            yield from of_item(line, year)
        before = line
    before = WordLine("")
    for line, after in zip(lines[first:], (*lines[first + 1 :], WordLine("")), strict=False):
        if not line.style.casefold().startswith(("heading", "toc")):
            yield from of_paragraph(line)
            yield from of_outcome(line, after, year)
            yield from of_limb(line, before)
            yield from _of_speaker(line)
            yield from of_action(line)
            yield from _of_close(line)
        before = line


# Titles, who was there, times

_CHAIRS = r"Chairman|Chairwoman|Chairperson|Chair|Convener|Cathaoirleach"
_CHAIR = pattern(rf"(?:, |\(|^Signed:? )({_CHAIRS})\b")
_VICE = pattern(
    r"(?:, |\()((?:Vice|Deputy)[- ]?(?i:chairman|chairwoman|chairperson|chair|convener)"
    r"|Leas-Chathaoirleach)\b"
)
_MEMBER = pattern(r"\b(Councillor|Cllr|Cr)\.? (?=[A-Z])")


def _titles(lines: tuple[WordLine, ...]) -> Iterator[Saying]:
    for line in lines[:10]:
        if found := re.match(r"(?i)(minutes?) (?:of|for)\b", line.text):
            yield "words.minutes", found[1].capitalize(), line.text


def _attendance(lines: tuple[WordLine, ...]) -> Iterator[Saying]:
    for line in lines:
        for key, of in (("chair", _CHAIR), ("vice_chair", _VICE), ("member", _MEMBER)):
            if found := of.search(line.text):
                yield f"layout.{key}", found[1], line.text


_TIMES = (
    ("7.30 pm", r"\b\d{1,2}\.\d\d [ap]m\b"),
    ("7.30pm", r"\b\d{1,2}\.\d\d[ap]m\b"),
    ("7.30 p.m.", r"\b\d{1,2}\.\d\d [ap]\.m\."),
    ("7.30p.m.", r"\b\d{1,2}\.\d\d[ap]\.m\."),
    ("7.30 yh", r"\b\d{1,2}\.\d\d y[bph]\b"),
    ("7.30yh", r"\b\d{1,2}\.\d\dy[bph]\b"),
    ("7:30 pm", r"\b\d{1,2}:\d\d [ap]m\b"),
    ("7:30 PM", r"\b\d{1,2}:\d\d [AP]M\b"),
    ("19:30", r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?!\s*[apAP]\.?[mM])"),
    # A bare figure with a stop is a time only after words that a time follows.
    (
        "19.30",
        (
            r"\b(?:at|from|until|[Ss]tarted:?|[Ff]inished:?) "
            r"(?:[01]?\d|2[0-3])\.[0-5]\d\b(?!\s*[apAP]\.?[mM])"
        ),
    ),
)


def _of_times(line: WordLine) -> Iterator[Saying]:
    for form, of in _TIMES:
        if re.search(of, line.text):
            yield "layout.times", form, line.text


_ENGLISH_MONTH, _WELSH_MONTH = (f"(?:{'|'.join(months)})" for months in (MONTHS, WELSH_MONTHS))
_DATES = (
    ("5 March 2026", rf"\b\d{{1,2}} {_ENGLISH_MONTH},? \d{{4}}\b"),
    ("5th March 2026", rf"\b\d{{1,2}}(?:st|nd|rd|th) {_ENGLISH_MONTH},? \d{{4}}\b"),
    ("March 5, 2026", rf"\b{_ENGLISH_MONTH} \d{{1,2}}, \d{{4}}\b"),
    ("5 Mawrth 2026", rf"\b\d{{1,2}} {_WELSH_MONTH} \d{{4}}\b"),
)


def _of_dates(line: WordLine) -> Iterator[Saying]:
    for form, of in _DATES:
        if re.search(of, line.text):
            yield "layout.dates", form, line.text


_CLOSING = pattern(
    r"(?i)\bmeeting\b(?!.* was ).*\b(?:(?:closed|ended|concluded|finished|terminated)(?: at)?"
    r"|adjourned at)\b"
)
_CLOSES = pattern(r"(?: ?(?:hrs|hours))?\.?")


def _of_close(line: WordLine) -> Iterator[Saying]:
    if not _CLOSING.search(line.text) or len(line.text) > 120:
        return
    for _, of in _TIMES[:-1]:
        found = list(re.finditer(of, line.text))
        if len(found) in (1, 2) and _CLOSES.fullmatch(line.text, found[-1].end()):
            words = line.text
            for place, match in zip(("{end}", "{start}"), reversed(found), strict=False):
                words = words[: match.start()] + place + words[match.end() :]
            # The stop of "p.m." is the sentence's too.
            yield "words.close", words if words.endswith(".") else f"{words}.", line.text
            return


# What was said

_VERBS = (
    r"(?:asked|said|replied|reported|noted|thought|confirmed|queried|advised|commented|welcomed)"
)
_SPEAKER = pattern(
    rf"(?P<many>Members|Governors)\b|(?P<one>A (?:Member|Governor|Councillor))\b"
    rf"|(?P<title>Councillor|Cllr|Cr|Mr|Mrs|Ms|Dr)\.? (?P<name>[A-Z]\S*(?: [A-Z]\S*)?) "
    rf"|(?P<initials>[A-Z]{{2,3}}) (?={_VERBS}\b)"
)


def _of_speaker(line: WordLine) -> Iterator[Saying]:
    number, words = numbered(line)
    found = _SPEAKER.match(words)
    if (
        not found
        or line.cell
        or words.endswith(":")
        or re.search(r"(?i)\bdeclared\b|\b(?:joined|left) the\b", words)
    ):
        return
    named = "named" if found["title"] or found["initials"] else ""
    yield "layout.speakers", named or ("members" if found["many"] else "a member"), words
    if found["many"]:
        yield "layout.members", found["many"], words
    if found["one"]:
        yield "layout.one_member", "a" + found["one"][1:], words
    if named:
        name = "full" if " " in (found["name"] or "") else "surname"
        yield "layout.names", "initials" if found["initials"] else name, words
    lettered = re.fullmatch(r"\(?[a-z][.)]", number)
    yield (
        "layout.points",
        "bulleted" if number == "•" else "lettered" if lettered else "plain",
        f"{number} {words}".strip(),
    )


# Votes

_PARTS = {
    "motion": r"(?:[Tt]he |)(?:[Ss]ubstantive |)(?:[Mm]otion|[Aa]mendment)",
    "outcome": r"(?i:carried|lost|passed|failed|defeated)",
    "names": r".+",
    "abstentions": r".{0,60}?",
    "casting": r".{0,80}?",
}


def _vote_form(lines: tuple[WordLine, ...]) -> Iterator[Proposal]:
    """The form of `resources/vote_forms` whose sentences most of the lines with a vote are."""
    said: dict[str, list[str]] = {}
    for path in sorted(resource("vote_forms").glob("*.toml")):
        form = vote_form(path.name, {"like": path.stem})
        ways = [way for key in _SENTENCES if (way := _pattern(form, key))]
        said[path.stem] = [x.text for x in lines if any(re.search(way, x.text) for way in ways)]
    every = {line for found in said.values() for line in found}
    best = max(map(len, said.values()))
    first = [name for name, found in said.items() if len(found) == best]
    if best:
        why = said[first[0]]
        yield Proposal(
            "votes.like", first[0], tuple(why[:EVIDENCE]), len(why), len(every - set(why))
        )


_SENTENCES = ("tally", "unanimous", "named_for")


def _pattern(form: Mapping[str, object], key: str) -> str:
    """The sentence of a form as a pattern of the lines that have it."""
    figures = r"(?:\d+|none|no)" if form["numbers"] == "figures" else r"(?!\d)[a-z-]+"
    numbers = {"for": figures, "against": figures, "count": figures}
    sides = "|".join(re.escape(str(form[f"side_{side}"])) for side in ("for", "against"))
    fillers = {**_PARTS, **numbers, "votes": rf"{figures}(?: votes?)?", "side": rf"\b(?:{sides})"}
    pieces = re.split(r"\{(\w+)\}", str(form[key]))
    return "".join(fillers[p] if n % 2 else re.escape(p) for n, p in enumerate(pieces))
