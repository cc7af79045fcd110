"""A house style written down as its file: what it is like, and the keys in which it differs."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import to_builtins

from clerkapp.errors import HouseStyleError
from clerkapp.patterns import pattern
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.style_tables import LINES, TABLES, Data, faults

if TYPE_CHECKING:
    from tomlkit.container import Container

_NAME = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def style_data(style: HouseStyle) -> Data:
    """The tables of a style as its file would have them whole: to be changed and checked."""
    return {key: value for key, value in to_builtins(style).items() if key != "name"}


def style_faults(data: Data) -> dict[str, str]:
    """By its key, what is wrong there: {"layout.points": "layout.points: expected one of …"}."""
    return dict(faults(data))


def style_name(title: str) -> str:
    """The name that a style of that title has: "our-town" of "Our Town!"; "" where none is left."""
    return "-".join(re.findall(r"[a-z0-9]+", title.casefold()))


def style_text(data: Data, like: HouseStyle) -> str:
    """The text of the file: only that in which the style differs from the one that it is `like`.

    HouseStyleError, with the key, where there is a fault.
    """
    for _, sentence in faults(data):
        raise HouseStyleError(sentence)
    return "\n".join(_lines(data, like)) + "\n"


def written_over(before: str, text: str) -> str:
    """The file `before` with what the style file `text` says, its comments and its order kept.

    A key that is gone leaves, and a new one stands last in its table. `text` itself, where what
    was there cannot be read.
    """
    from tomlkit import dumps, parse, table  # noqa: PLC0415 — only when one is saved
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415
    from tomlkit.items import Table  # noqa: PLC0415

    def lay(into: "Container", data: Data) -> None:
        for key in [each for each in into if each not in data]:
            into.remove(key)
        for key, said in data.items():
            if isinstance(said, dict):
                if not (key in into and isinstance(into[key], Table)):
                    into[key] = table()
                lay(cast("Table", into[key]).value, cast("Data", said))
            elif key not in into:
                _add(into, key, said)
            elif into[key] != said:
                into[key] = said

    data = cast("Data", tomllib.loads(text))
    try:
        document = parse(before)
        lay(document, data)
        kept = dumps(document)
        return kept if tomllib.loads(kept) == data else text
    except (TOMLKitError, tomllib.TOMLDecodeError):
        return text


def _add(into: "Container", key: str, said: object) -> None:
    """A new key behind the last one: what stands below that is about the next table."""
    body = into.body
    keys = [place for place, (name, _) in enumerate(body, 1) if name is not None]
    below = body[max(keys, default=0) :]
    del body[max(keys, default=0) :]
    into[key] = said
    body.extend(below)


def style_path(folder: Path, name: str) -> Path:
    """The file of an own style; HouseStyleError where `name` cannot be that of one."""
    if not _NAME.fullmatch(name):
        raise HouseStyleError(
            f"“{name}” cannot be the name of a style: it may have small letters, digits and -"
        )
    return folder / f"{name}.toml"


def _lines(data: Data, like: HouseStyle) -> Iterator[str]:
    base = style_data(like)
    yield f"like = {_quoted(like.name)}"
    yield from (f"{key} = {_quoted(str(data[key]))}" for key in LINES)
    for key in TABLES:
        under, said = cast("dict[str, str]", base[key]), cast("dict[str, str]", data[key])
        own = {name: words for name, words in said.items() if under[name] != words}
        if own:
            yield from ("", f"[{key}]", *(f"{k} = {_quoted(v)}" for k, v in own.items()))


def _quoted(words: str) -> str:
    """A basic string of TOML: that of JSON, but for the one character that TOML escapes too."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
