"""How a command tells what it did: its exit status, its output, and the lines beside it."""

import json
import sys

DONE, NOTHING, WRONG = 0, 1, 2
"""Done; findings, or nothing found; the input or the use was wrong."""


def warn(words: str) -> None:
    """A line beside the output: a warning, an error, or that there is nothing."""
    print(words, file=sys.stderr)


def print_json(value: object) -> None:
    """`value` as JSON on the output."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def counted(number: int, one: str, more: str) -> str:
    """“1 entry”, “2 entries”."""
    return f"{number} {one if number == 1 else more}"
