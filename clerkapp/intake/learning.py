"""What the minutes of a council say of its house style: proposals, each with the lines that say so.

Nothing is proposed of which the lines say nothing, or as much one way as the other.
"""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import Struct

from clerkapp.intake.word_lines import WordLine
from clerkapp.resources import resource
from clerkapp.wording.style_tables import Data, vote_form
from clerkapp.wording.times import MONTHS, WELSH_MONTHS

Saying = tuple[str, str, str]
"""A key of a house style, what a line says it should be, and that line."""

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
    first = next((n for n, line in enumerate(lines) if _is_item(line)), len(lines))
    year = _year(lines)
    yield from _titles(lines[: first + 1])
    yield from _attendance(lines[:first])
    for line in lines[:first]:  # below, dates are as they were typed
        yield from _of_dates(line)
    for line in lines:
        yield from _of_times(line)
        if _is_item(line):
            yield from _of_item(line, year)
    before = WordLine("")
    for line, after in zip(lines[first:], (*lines[first + 1 :], WordLine("")), strict=False):
        if not line.style.casefold().startswith(("heading", "toc")):
            yield from _of_paragraph(line)
            yield from _of_outcome(line, after)
            yield from _of_limb(line, before)
            yield from _of_speaker(line)
            yield from _of_action(line)
            yield from _of_close(line)
        before = line


# Items and paragraphs

_NUMBER = re.compile(r"([A-Z]{0,6}\d{1,4}(?:[/.]\d{1,4})?)([.)]?)\s+(?=\S)")


def _numbered(line: WordLine) -> tuple[str, str]:
    """The number before a line, Word's or typed, and the words after it."""
    if line.number:
        return line.number, line.text
    found = _NUMBER.match(line.text)
    return (found[0].strip(), line.text[found.end() :]) if found else ("", line.text)


def _is_item(line: WordLine) -> bool:
    number, words = _numbered(line)
    if not _NUMBER.fullmatch(f"{number} ") and not _NUMBER.match(f"{number} x"):
        return False
    if line.style.casefold().startswith(("heading", "item heading")):
        return True
    title = len(words) < 100 and not words.endswith((".", ";", ":", ","))
    return (
        title
        and (bool(line.columns) or (not line.cell and (line.bold or words.isupper())))
        and not line.style.casefold().startswith("toc")
    )


def _year(lines: tuple[WordLine, ...]) -> str:
    """The year of the meeting: the first that a line of the document names."""
    return next((m[0] for line in lines if (m := re.search(r"\b(?:19|20)\d\d\b", line.text))), "")


def _of_item(line: WordLine, year: str) -> Iterator[Saying]:
    number, words = _numbered(line)
    shown = f"{number} {words}"
    plain = number.rstrip(".)")
    if line.cell:
        yield "layout.items", "in a table", shown
        if line.columns and not any(map(str.isdecimal, line.columns[0])):
            yield from _of_columns(line.columns)
    yield "words.item_number", _number_form(plain, year), shown
    yield "words.item_number_end", number[len(plain) :], shown
    if words.upper() != words.lower():
        yield "layout.headings", "capitals" if words.isupper() else "as typed", shown


_COLUMNS = ("words.table_number", "words.table_heading", "words.table_text", "words.table_action")


def _of_columns(columns: tuple[str, ...]) -> Iterator[Saying]:
    """What the columns are called, where they are as many as a house has, or all but the last."""
    if len(columns) in (len(_COLUMNS) - 1, len(_COLUMNS)):
        for key, name in zip(_COLUMNS, columns, strict=False):
            yield key, name, " | ".join(columns)


def _number_form(number: str, year: str) -> str:
    if found := re.fullmatch(r"([A-Z]*)\d+/(\d{2}|\d{4})", number):
        return f"{found[1]}{{number}}/{'{yy}' if len(found[2]) == 2 else '{year}'}"
    if year and (found := re.fullmatch(rf"({year}|{year[2:]})([./])\d+", number)):
        return f"{'{year}' if len(found[1]) == 4 else '{yy}'}{found[2]}{{number}}"
    letters = re.match(r"[A-Z]*", number)
    return f"{letters[0] if letters else ''}{{number}}"


def _of_paragraph(line: WordLine) -> Iterator[Saying]:
    number, words = _numbered(line)
    found = re.fullmatch(r"\d+\.(\d+)\.?", number)
    if found and not _is_item(line):
        if found[1].startswith("0"):
            yield "layout.paragraphs", "numbered in two figures", f"{number} {words}"
        elif len(found[1]) == 1:
            yield "layout.paragraphs", "numbered", f"{number} {words}"
    elif not number and not line.cell and len(words) > 40 and words.endswith("."):
        yield "layout.paragraphs", "plain", words


# Titles, who was there, times

_CHAIRS = r"Chairman|Chairwoman|Chairperson|Chair|Convener|Cathaoirleach"
_CHAIR = re.compile(rf"(?:, |\(|^Signed:? )({_CHAIRS})\b")
_VICE = re.compile(
    r"(?:, |\()((?:Vice|Deputy)[- ]?(?i:chairman|chairwoman|chairperson|chair|convener)"
    r"|Leas-Chathaoirleach)\b"
)
_MEMBER = re.compile(r"\b(Councillor|Cllr|Cr)\.? (?=[A-Z])")


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


_CLOSING = re.compile(
    r"(?i)\bmeeting\b(?!.* was ).*\b(?:(?:closed|ended|concluded|finished|terminated)(?: at)?"
    r"|adjourned at)\b"
)
_CLOSES = re.compile(r"(?: ?(?:hrs|hours))?\.?")


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
_SPEAKER = re.compile(
    rf"(?P<many>Members|Governors)\b|(?P<one>A (?:Member|Governor|Councillor))\b"
    rf"|(?P<title>Councillor|Cllr|Cr|Mr|Mrs|Ms|Dr)\.? (?P<name>[A-Z]\S*(?: [A-Z]\S*)?) "
    rf"|(?P<initials>[A-Z]{{2,3}}) (?={_VERBS}\b)"
)


def _of_speaker(line: WordLine) -> Iterator[Saying]:
    number, words = _numbered(line)
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


# What was decided, and what is to be done

_OUTCOME = re.compile(
    r"(?P<label>(?:It was )?(?:(?P<resolved>RESOLVED|Resolved|AGREED|Agreed|DECIDED|Decided"
    r"|(?:DECISION|Decision)(?=: \S))"
    r"|(?P<noted>NOTED|Noted)|(?P<deferred>DEFERRED|Deferred)))"
    r"(?P<vote> \([^)]*\d[^)]*\)| \(unanimously\))?(?P<that> (?:that|THAT)\b)?"
    r"(?P<end>:| ?[–—-])?(?= |$)"
)


def _of_outcome(line: WordLine, after: WordLine) -> Iterator[Saying]:
    _, words = _numbered(line)
    found = _OUTCOME.match(words)
    if not found:
        return
    rest = words[found.end() :].strip()
    outcome = next(key for key in ("resolved", "noted", "deferred") if found[key])
    if not found["end"] and not found["that"] and rest and found["label"] != found["label"].upper():
        return  # "Noted the report": a sentence
    stands = "before" if rest else "centred line" if line.centred else "line"
    label = found["label"] + (found["that"] or "") + (found["end"] or "")
    yield f"decisions.{outcome}", label, words
    if rest or not _LIMB.match(after.number):  # limbs follow below in any house
        yield "layout.outcomes", stands, words
    yield "layout.outcome_look", "bold" if line.bold else "plain", words
    if rest and not found["that"]:
        if rest.startswith(("that ", "to ")):
            yield "decisions.begins", "small letter", words
        elif rest.startswith(("That ", "To ")):
            yield "decisions.begins", "as typed", words


_LIMB = re.compile(r"\(?[a-z\d][.)]")
_LIMBS = ("(a)", "(i)", "(1)", "a)", "1)", "a.", "1.")


def _of_limb(line: WordLine, before: WordLine) -> Iterator[Saying]:
    """The first limb of a list says which labels they have: after a decision, or its opening."""
    label, words = line.number, line.text
    if not label and (found := re.match(r"(\([a-z1]\)|[a1][.)])\s", words)):
        label, words = found[1], words[found.end() :]
    if label in _LIMBS and not _is_item(line):
        opening = re.search(r"(?i)(?:\bthat(?: the [\w ]+)?)? ?[:–—-]$|\bthat$", before.text)
        if opening or _OUTCOME.match(_numbered(before)[1]):
            yield "layout.limb_labels", label, f"{label} {words}"


_ACTION = re.compile(r"((?:ACTION|Action)(?: (?:POINT|Point))?(?::| ?[–—-])?)(?: |$)")


def _of_action(line: WordLine) -> Iterator[Saying]:
    found = _ACTION.match(_numbered(line)[1])
    if found and not line.cell and found[1][-1] in ":–—-":
        yield "words.action", found[1], line.text
        yield "layout.actions", "in the text", line.text


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
