"""How many keys something costs: in Clerkapp by what is pressed, in Word by a rule.

One way of counting holds for both. Each key that goes down counts one, and so does each Shift,
Ctrl or Alt held with it; a Shift held over several characters in a row counts once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clerkapp.wording.minutes import Passage, Table

_SHIFTED = re.compile(r"[A-Z!\"£$%^&*()_+{}:@~<>?|]+")  # on a British keyboard
_SENTENCE_BEGINS = re.compile(r"(^|[.!?]\s+)([A-Z])")
_NAMED = re.compile(r"\{([^}]+)\}")

_BOLD = 2 * 2  # Ctrl+B before, Ctrl+B behind
_LIST_BEGINS = 3  # "* ", which Word makes a bullet; Enter makes the others
_LIST_ENDS = 1  # Enter once more
_WORDS_COPIED = 10  # there, select, copy, back, paste: the best case


def steps(script: str) -> Iterator[tuple[str, str]]:
    """What a script presses, in order: ("type", words) or ("press", the name of a key)."""
    for place, part in enumerate(_NAMED.split(script.replace("\n", ""))):
        if part:
            yield ("press" if place % 2 else "type"), part


def without(codes: Mapping[str, str], script: str) -> str:
    """The same script for somebody who does not use `codes` and types the words."""
    return re.sub(r"\w+", lambda match: codes.get(match[0], match[0]), script)


def keys_of(words: str) -> int:
    """The keys that `words` cost, typed character by character."""
    return len(words) + len(_SHIFTED.findall(words))


def keys_of_script(script: str) -> int:
    """The keys of a script for Clerkapp: what is typed, and of a chord each key in it."""
    return sum(
        keys_of(words) if does == "type" else len(words.split("+")) for does, words in steps(script)
    )


def keys_in_word(passages: Sequence[Passage]) -> int:
    """The keys of the same paragraphs in Word or LibreOffice, at their best.

    AutoCorrect gives a sentence its capital, so that this Shift is free; lists go on by
    themselves; bold is Ctrl+B. Nothing is completed, and AutoCorrect holds no codes of the clerk's.
    """
    keys = len(passages) - 1  # Enter between two
    bulleted = [passage.bulleted for passage in passages]
    before = [False, *bulleted]
    keys += _LIST_BEGINS * sum(b and not a for a, b in zip(before, bulleted, strict=False))
    keys += _LIST_ENDS * sum(a and not b for a, b in zip(before, bulleted, strict=False))
    for passage in passages:
        keys += _typed_in_word(passage.text)
        keys += _BOLD * sum(run.bold for run in passage.runs)
    return keys


def keys_of_table_in_word(table: Table) -> int:
    """The keys of the rows of a table of action points whose heading the template has.

    The words of an action are copied from the page; Tab goes from cell to cell and makes a row.
    """
    return sum(_keys_of_row(table.headings, row) for row in table.rows)


def _keys_of_row(headings: Iterable[str], row: Sequence[str]) -> int:
    cells = zip(headings, row, strict=True)
    typed = sum(_WORDS_COPIED if name == "Action" else _typed_in_word(cell) for name, cell in cells)
    return typed + len(row)


def _typed_in_word(words: str) -> int:
    free = _SENTENCE_BEGINS.sub(lambda match: match[1] + match[2].lower(), words)
    return keys_of(free)
