"""What each rule wants, and where that comes from: `resources/checks/rules.toml`."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from clerkapp.resources import resource


class Explained(Struct, frozen=True):
    """One rule in words: its title, why it is there, and the source."""

    title: str
    why: str
    source: str


@lru_cache(maxsize=1)
def explained() -> Mapping[str, Explained]:
    """Every rule in words, by its name."""
    table = tomllib.loads(resource("checks", "rules.toml").read_text("utf-8"))
    return {rule: Explained(**words) for rule, words in table.items()}


def page() -> str:
    """Every rule as a page of documentation."""
    lines = [
        "# Checks",
        "",
        "What `clerkapp check` and the window look for, from `resources/checks/rules.toml`.",
        "`clerkapp check --explain RULE` says the same of one rule. A finding can be left as it",
        "is: the meeting remembers it while it says the same. What houses choose is in",
        "`resources/checks/houses`.",
        "",
        "| rule | | why | source |",
        "|---|---|---|---|",
        *(f"| {rule} | {e.title} | {e.why} | {e.source} |" for rule, e in explained().items()),
    ]
    return "\n".join(lines) + "\n"
