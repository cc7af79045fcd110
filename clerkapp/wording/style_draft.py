"""A house style while somebody changes it: what it is like, and what it says itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct, field
from msgspec.structs import replace

from clerkapp.errors import HouseStyleError
from clerkapp.wording.house_style import (
    HouseStyle,
    house_style,
    read_house_style,
    style_of,
)
from clerkapp.wording.style_keys import VOTES, said_by_form, vote_forms
from clerkapp.wording.style_tables import (
    LINES,
    TABLES,
    Data,
    base_of,
    fault_of,
    parsed,
    vote_form,
)
from clerkapp.wording.style_writing import style_data, style_text

Tables = dict[str, dict[str, str]]


class StyleDraft(Struct, frozen=True):
    """What its file would say. It may have faults: then it is neither printed in nor kept."""

    like: HouseStyle
    title: str
    summary: str = ""
    own: Mapping[str, str] = field(default_factory=dict[str, str])
    """By key, as in "layout.times", what it says otherwise than the style that it is like."""
    strange: Mapping[str, str] = field(default_factory=dict[str, str])
    """What stands in its file under keys that no style has."""
    no_base: str = ""
    """Why the style that its file says it is like cannot be had; `like` is then the usual one."""

    def said(self, key: str) -> str:
        """What the style says under that key, of its own or not."""
        match key:
            case "title":
                return self.title
            case "summary":
                return self.summary
            case "like":
                return self.like.name
            case _ if key == VOTES:
                return self._vote_form
            case _:
                return self.own.get(key, self.strange.get(key, self.inherited(key)))

    def inherited(self, key: str) -> str:
        """What the style that it is like says there; "" where that says nothing."""
        table, _, name = key.partition(".")
        return str(getattr(getattr(self.like, table, None), name, "")) if name else ""

    def is_own(self, key: str) -> bool:
        """Whether the style says something of its own under that key."""
        if key == VOTES and key not in self.strange:
            return any(each.startswith("votes.") for each in self.own)
        return key in self.own or key in self.strange

    @property
    def _vote_form(self) -> str:
        """The form that all its votes are of; "" where they are of none."""
        votes = self.tables()["votes"]
        return next((name for name in vote_forms() if said_by_form(name) == votes), "")

    def tables(self) -> Tables:
        """What it says under every key of every table, of its own or not."""
        base = cast("Tables", style_data(self.like))
        tables = {table: dict(base[table]) for table in TABLES}
        for key, words in self.own.items():
            table, _, name = key.partition(".")
            tables[table][name] = words
        return tables

    def data(self) -> Data:
        """All that its file would have if it were like no other."""
        return {"title": self.title, "summary": self.summary, **self.tables()}

    def faults(self) -> dict[str, str]:
        """By key, what keeps it from being kept, in words that do not repeat the key."""
        found = {"like": self.no_base} if self.no_base else {}
        if not self.title.strip():
            found["title"] = "a style has to have a name"
        found |= dict.fromkeys(self.strange, "no style has such a key")
        wrong = {key: fault_of(key, words) for key, words in self.own.items()}
        return found | {key: why for key, why in wrong.items() if why}

    def style(self, name: str) -> HouseStyle | None:
        """The style that it now is, under that name; None where it has faults in its words."""
        if any(fault_of(key, words) for key, words in self.own.items()):
            return None
        return style_of(name, self.data())

    def without_faults(self) -> "StyleDraft":
        """What can be printed of it: where its words are wrong it is as the style it is like."""
        sound = {key: words for key, words in self.own.items() if not fault_of(key, words)}
        return replace(self, own=sound)

    def text(self) -> str:
        """What its file says; HouseStyleError where it has faults."""
        for key, why in self.faults().items():
            raise HouseStyleError(f"{key}: {why}")
        return style_text(self.data(), self.like)


def read_draft(path: Path, own: Path) -> StyleDraft:
    """The own style in that file as it is, with its faults; HouseStyleError if it cannot be read.

    A style that does not say what it is like is taken to be like the usual one.
    """
    data = parsed(path)
    like, no_base = _base(path, data.get("like", ""), own)
    title, summary = (str(data.get(line, "")) for line in LINES)
    draft = StyleDraft(like, title, summary, no_base=no_base)
    for key, said in data.items():
        if key in TABLES and isinstance(said, dict):
            for name, words in _words_of(path, key, cast("Data", said)).items():
                draft = with_said(draft, f"{key}.{name}", str(words))
        elif key not in (*LINES, "like"):
            draft = with_said(draft, key, str(said))
    return draft


def _base(path: Path, named: object, own: Path) -> tuple[HouseStyle, str]:
    """The style that the file says it is like, or the usual one and why that one cannot be had."""
    if named == "":
        return house_style(""), ""
    if not isinstance(named, str):
        return house_style(""), "expected words in quotation marks"
    try:
        base = base_of(path, named, own, (path,))
        return read_house_style(base, own), ""
    except HouseStyleError as error:  # of a circle it names the file and the key itself
        return house_style(""), str(error).removeprefix(f"{path.name}: like: ")


def _words_of(path: Path, key: str, table: Data) -> Data:
    """A table with the form of votes that it names written out, where there is such a form."""
    if key != "votes":
        return table
    try:
        return vote_form(path.name, table)
    except HouseStyleError:  # it stays, as a key that no style has
        return table


def with_said(draft: StyleDraft, key: str, words: str) -> StyleDraft:
    """`draft` saying that under that key. What the other style says too is none of its own."""
    if key in LINES:
        return replace(draft, **{key: " ".join(words.splitlines())})
    if key == VOTES and words in vote_forms():
        for name, said in said_by_form(words).items():
            draft = with_said(draft, f"votes.{name}", said)
        strange = {each: said for each, said in draft.strange.items() if each != VOTES}
        return replace(draft, strange=strange)
    table, _, name = key.partition(".")
    if not name or not hasattr(getattr(draft.like, table, None), name):
        return replace(draft, strange={**draft.strange, key: words})
    if words == draft.inherited(key):
        return without(draft, key)
    return replace(draft, own={**draft.own, key: words})


def without(draft: StyleDraft, key: str) -> StyleDraft:
    """`draft` saying nothing of its own under that key; of the votes as a whole, under any."""
    gone = {key}
    if key == VOTES and key not in draft.strange:
        gone |= {each for each in draft.own if each.startswith("votes.")}
    return replace(
        draft,
        own={each: words for each, words in draft.own.items() if each not in gone},
        strange={each: words for each, words in draft.strange.items() if each not in gone},
    )


def made_like(draft: StyleDraft, like: HouseStyle) -> StyleDraft:
    """`draft` being like another style, and saying the same as before of its own."""
    made = replace(draft, like=like, no_base="", own={})
    for key, words in draft.own.items():
        made = with_said(made, key, words)
    return made


def printed_as_before(draft: StyleDraft, like: HouseStyle) -> StyleDraft:
    """`draft` being like another style, and saying of its own whatever it takes to print the same.

    That is for a style whose base is to be removed.
    """
    made = replace(draft, like=like, own={})
    for table, words in draft.tables().items():
        for name, said in words.items():
            made = with_said(made, f"{table}.{name}", said)
    return made
