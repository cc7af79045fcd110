"""What the lines of minutes say of outcomes, limbs and actions, and of the table of actions."""

import re
from collections.abc import Iterator

from clerkapp.intake.learning_items import Saying, is_item, numbered
from clerkapp.intake.word_lines import WordLine
from clerkapp.patterns import pattern

_NO = r"(?:(?:[Mm]in(?:ute)?|[Rr]es(?:olution)?|[Rr]ef)\.? ?)?(?:[Nn]o\.? ?)?"
_OUTCOME = pattern(
    r"(?P<label>(?:It was )?(?:(?P<resolved>RESOLVED|Resolved|AGREED|Agreed|DECIDED|Decided"
    r"|(?:DECISION|Decision)(?=: \S))"
    r"|(?P<noted>NOTED|Noted)|(?P<deferred>DEFERRED|Deferred)))"
    rf"(?: (?P<number>\((?:(?=[A-Za-z]){_NO}\d+|{_NO}\d+/\d+)\)|[Nn]o\.? ?\d+(?:/\d+)?))?"
    r"(?P<vote> \([^)]*\d[^)]*\)| \(unanimously\))?(?P<that> (?:that|THAT)\b)?"
    r"(?P<end>:| ?[–—-])?(?= |$)"
)


def of_outcome(line: WordLine, after: WordLine, year: str) -> Iterator[Saying]:
    """What a decision says: its label, where it stands, and the number beside it."""
    _, words = numbered(line)
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
    if found["number"]:
        yield "words.resolution_number", _resolution_form(found["number"], year), words
        yield "layout.resolution_numbers", "after the label", words
    if rest or not _LIMB.match(after.number):  # limbs follow below in any house
        yield "layout.outcomes", stands, words
    yield "layout.outcome_look", "bold" if line.bold else "plain", words
    if rest and not found["that"]:
        if rest.startswith(("that ", "to ")):
            yield "decisions.begins", "small letter", words
        elif rest.startswith(("That ", "To ")):
            yield "decisions.begins", "as typed", words


def _resolution_form(number: str, year: str) -> str:
    """The form of the number of a resolution: "(No. {number})", "({yy}/{padded})"."""
    figures = re.findall(r"\d+", number)
    years = {year: "{year}", year[2:]: "{yy}"} if len(figures) > 1 else {}

    def place(match: re.Match[str]) -> str:
        count = "{padded}" if re.fullmatch(r"0\d\d", match[0]) else "{number}"
        return years.get(match[0], count)

    return re.sub(r"\d+", place, number)


_LIMB = pattern(r"\(?[a-z\d][.)]")
_LIMBS = ("(a)", "(i)", "(1)", "a)", "1)", "a.", "1.")


def of_limb(line: WordLine, before: WordLine) -> Iterator[Saying]:
    """The first limb of a list says which labels they have: after a decision, or its opening."""
    label, words = line.number, line.text
    if not label and (found := re.match(r"(\([a-z1]\)|[a1][.)])\s", words)):
        label, words = found[1], words[found.end() :]
    if label in _LIMBS and not is_item(line):
        opening = re.search(r"(?i)(?:\bthat(?: the [\w ]+)?)? ?[:–—-]$|\bthat$", before.text)
        if opening or _OUTCOME.match(numbered(before)[1]):
            yield "layout.limb_labels", label, f"{label} {words}"


_ACTION = pattern(r"((?:ACTION|Action)(?: (?:POINT|Point))?(?::| ?[–—-])?)(?: |$)")


def of_action(line: WordLine) -> Iterator[Saying]:
    """What an action point among the text says."""
    found = _ACTION.match(numbered(line)[1])
    if found and not line.cell and found[1][-1] in ":–—-":
        yield "words.action", found[1], line.text
        yield "layout.actions", "in the text", line.text


# The table of actions: the words of its first row say what it is, whether or not Word is told

_COLUMNS = {
    "item": r"(?:agenda )?(?:item|minute|min|ref|reference)(?: no\.?| number)?|no\.?|eitem",
    "action": r"(?:agreed |required )?(?:action|task)s?(?: points?| required| agreed)?|to do|what"
    r"|(?:camau )?gweithredu",
    "owner": r"(?:action )?(?:owner|lead|officer|responsib\w+|assigned to)(?: officer| person)?"
    r"|(?:by |for )?whom?|person responsible|cyfrifol|gan bwy",
    "due": r"(?:due |target )?date(?: due)?|due(?: by)?|by when|when|deadline|timescale"
    r"|erbyn(?: pryd)?|dyddiad",
}


def of_action_table(line: WordLine, before: WordLine, *, is_first: bool) -> Iterator[Saying]:
    """What the first row of a table of actions says, and the title above it.

    `is_first` is whether it stands above the items.
    """
    names = {
        key: name
        for name in line.first_row
        for key, way in _COLUMNS.items()
        if re.fullmatch(f"(?i:{way}):?", name)
    }
    is_whole = len(names) == len(line.first_row)  # else it is a table of the items
    if not (is_whole and "action" in names and {"owner", "due"} & {*names}):
        return
    row = " | ".join(line.first_row)
    yield "layout.action_table", "first" if is_first else "last", row
    for key, name in names.items():
        yield f"actions.{key}", name, row
    if before.text and not before.cell and (_is_heading(before) or before.bold):
        yield "actions.title", before.text.rstrip(":"), before.text


def _is_heading(line: WordLine) -> bool:
    return line.style.casefold().startswith("heading")
