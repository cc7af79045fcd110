"""Decisions and steps of the meeting as they stand in their lines, read and written side by side.

See `facts` for what a reader and a writer are.
"""

import re
from collections.abc import Iterator

from clerkapp.meeting.decisions import PARTS, Decision, Outcome, Referral, Statement
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.words import one_line
from clerkapp.notation.escapes import escape, keep_start, unescape, without_start
from clerkapp.notation.facts import Lists
from clerkapp.patterns import pattern

# A decision: how the item came out, its words, and on lines below its statement

_OUTCOME_TAG = rf"\[(?P<outcome>{'|'.join(Outcome)})\]"
_OUTCOME = pattern(rf"{_OUTCOME_TAG} ?", re.IGNORECASE)
_OUTCOME_BEHIND = pattern(rf"(?<=\S)\s+{_OUTCOME_TAG}\s*$", re.IGNORECASE)


def read_decision(body: str, _lists: Lists) -> tuple[Decision | None, str]:
    """`[noted] That it be noted.` and `Reasons: …` below as the decision and its words.

    The outcome may stand behind the words too: `That it be noted. [noted]`.
    """
    words, statement = with_statement_apart(body)
    match = _OUTCOME.match(words) or _OUTCOME_BEHIND.search(words)
    outcome = Outcome(match["outcome"].casefold()) if match else Outcome.RESOLVED
    decision = Decision(outcome, **_parts_in(statement))
    text = _unslashed(f"{words[: match.start()]}{words[match.end() :]}" if match else words)
    return (None if decision == Decision() else decision), text


def write_decision(decision: Decision | None, text: str, _lists: Lists) -> Iterator[str]:
    """The bodies of a decision; the last suits words that look like an outcome."""
    decision = decision or Decision()
    words, statement = _slashed(text), _written(decision)
    if decision.outcome is Outcome.RESOLVED:
        yield f"{words}{statement}"
    yield f"[{decision.outcome}]{f' {words}' if words else ''}{statement}"


# A recommendation: the body it goes to, then its words, and the same lines below

_TO_BODY = pattern(
    r"(?:(?![Tt]hat\b|[\[(\s])(?P<body>(?:\\.|[^:\n])+?)|\[(?P<bracketed>(?:\\.|[^\]\n])*)\])"
    r":(?: |(?=\n)|$)"
)


def read_recommendation(body: str, _lists: Lists) -> tuple[Referral | None, str]:
    """`Council: That the budget be approved.` and `Reasons: …` below as its facts and its words."""
    words, statement = with_statement_apart(body)
    match = _TO_BODY.match(words)
    to = one_line(unescape(match["body"] or match["bracketed"], ":]")) if match else ""
    referral = Referral(to, **_parts_in(statement))
    text = _unslashed(words[match.end() if match else 0 :])
    return (None if referral == Referral() else referral), text


def read_recommended(body: str) -> tuple[Referral | None, str]:
    """`RECOMMENDED to Council: That …` without a mark: its words whole, and its statement."""
    words, statement = with_statement_apart(body)
    return (Referral(**_parts_in(statement)) if statement else None), _unslashed(words)


def write_recommendation(referral: Referral | None, text: str, _lists: Lists) -> Iterator[str]:
    """The bodies of a recommendation; the last suits a body that begins like a sentence."""
    referral = referral or Referral()
    words, statement = _slashed(text), _written(referral)
    said = f" {words}" if words else ""
    to = f"{escape(referral.body, ':')}:{said}" if referral.body else words
    yield f"{to}{statement}"
    yield f"[{escape(referral.body, ']')}]:{said}{statement}"


# The statement: each part from a line of its own, below the words of either

_PART = pattern(
    r"(?P<slashes>\\*)(?:(?P<reasons>Reasons?)"
    r"|(?P<alternatives>Alternatives?(?: considered)?(?: and rejected)?)"
    r"|(?P<conflicts>Conflicts?(?: of interests?)?)|(?P<dispensations>Dispensations?))"
    r"\s?:(?P<said>.*)",
    re.IGNORECASE,
)


def with_statement_apart(body: str) -> tuple[str, str]:
    """The words of a decision, and the lines of its statement below them, from their line end."""
    first, *lines = body.split("\n")
    for place, line in enumerate(lines):
        if _part_of(line):
            return "\n".join((first, *lines[:place])), "".join(f"\n{x}" for x in lines[place:])
    return body, ""


def _parts_in(statement: str) -> dict[str, str]:
    """The parts that the lines of a statement say, by their names."""
    said: dict[str, str] = {}
    name = ""
    for line in statement.split("\n")[1:]:
        part = _part_of(line)
        if part is None:
            said[name] += f"\n{line.removeprefix(chr(92)) if _PART.match(line) else line}"
            continue
        name = next(each for each in PARTS if part[each])
        words_of_it = without_start(part["said"])
        said[name] = f"{said[name]}\n{words_of_it}" if said.get(name) else words_of_it
    return said


def _written(facts: Statement) -> str:
    """The lines of a statement, each from the line end before it."""
    lines = ""
    for name in PARTS:
        said: str = getattr(facts, name)
        if said:
            first, newline, rest = _slashed(said).partition("\n")
            kept = keep_start(first)
            lines += f"\n{name.capitalize()}:{f' {kept}' if kept else ''}{newline}{rest}"
    return lines


def _part_of(line: str) -> re.Match[str] | None:
    match = _PART.match(line)
    return match if match and not match["slashes"] else None


def _slashed(text: str) -> str:
    """`text` with a backslash before each line but the first that looks like a part."""
    first, *lines = text.split("\n")
    return "\n".join((first, *(f"\\{x}" if _PART.match(x) else x for x in lines)))


def _unslashed(text: str) -> str:
    first, *lines = text.split("\n")
    return "\n".join((first, *(x.removeprefix("\\") if _PART.match(x) else x for x in lines)))


# A step of the meeting: `[excluded 3; 5]`, `[chair Cllr R Teale]`, then its words

_TAG = rf"\[(?P<step>{'|'.join(Step)})(?:\s+(?P<rest>(?:\\.|[^\[\]\n\\])*))?\]"
_STEP = pattern(rf"{_TAG} ?", re.IGNORECASE)
_STEP_BEHIND = pattern(rf"(?<=\S)\s+{_TAG}\s*$", re.IGNORECASE)
_IN_STEPS = "[];,@"


def read_proceeding(body: str, lists: Lists) -> tuple[Proceeding | None, str]:
    """`[excluded 3; 5] The meeting went on.` as the step and the words that are left.

    The step may stand behind the words too: `The meeting adjourned. [adjourned]`. Behind its name
    stand paragraphs of the schedule, and behind “chair” a person. A person elsewhere has an “@”.
    """
    match = _STEP.match(body) or _STEP_BEHIND.search(body)
    if match is None:
        return None, body
    step = Step(match["step"].casefold())
    people, paragraphs = _person_and_paragraphs(match["rest"] or "", of_chair=step == "chair")
    if len(people) > 1:
        raise ValueError("expected one person, as in “[chair Cllr A Marsden]”")
    person = lists.mention(unescape(people[0], _IN_STEPS)) if people else None
    return Proceeding(step, person, paragraphs), f"{body[: match.start()]}{body[match.end() :]}"


def has_step_behind(body: str) -> bool:
    """Whether `body` ends with a step in brackets, which counts on a line of procedure alone."""
    return _STEP_BEHIND.search(body) is not None


def _person_and_paragraphs(words: str, *, of_chair: bool) -> tuple[list[str], tuple[str, ...]]:
    separators = ";" if of_chair else ";,"  # “Jo Ray, Head of Legal” may take the chair
    parts = [part.strip() for part in re.findall(rf"(?:\\.|[^{separators}])+", words)]
    people = [part[1:].strip() for part in parts if part.startswith("@")]
    rest = [part for part in parts if part and not part.startswith("@")]
    if of_chair and not people and rest:
        people.append(rest.pop(0))
    return people, tuple(one_line(unescape(part, _IN_STEPS)) for part in rest)


def write_proceeding(proceeding: Proceeding | None, text: str, lists: Lists) -> Iterator[str]:
    """The bodies of a step: without the “@” of a person where it can be spared."""
    if proceeding is None:
        yield text
        return
    who = escape(lists.name(proceeding.person), _IN_STEPS)
    paragraphs = [escape(each, _IN_STEPS) for each in proceeding.paragraphs]
    for at_who in (who, f"@{who}"):
        rest = "; ".join((*((at_who,) if at_who else ()), *paragraphs))
        tag = f"[{proceeding.step}{f' {rest}' if rest else ''}]"
        yield f"{tag} {text}" if text else tag
