"""Where each paragraph stands in Word: in which item, and below which entries."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from clerkapp.intake.matching import Held


class Placed(Struct, frozen=True):
    """A paragraph and its place; an item of "" is none."""

    held: Held
    item_id: str
    after: tuple[str, ...]  # the entries above it in the item, the nearest first


def in_place(held: Sequence[Held], items: Mapping[str, str]) -> tuple[Placed, ...]:
    """Each paragraph with its place; `items` tells the item that an entry was exported in.

    An entry is in the item whose heading stands above it; where its own heading is gone, it stays
    in its own.
    """
    return tuple(_in_place(held, items))


def _in_place(held: Sequence[Held], items: Mapping[str, str]) -> Iterator[Placed]:
    headed = {each.line.of[0] for each in held if each.line and each.line.part == "title"}
    order = {entry_id: n for n, entry_id in enumerate(items)}
    item = ""
    above: dict[str, list[str]] = {}
    for each in held:
        line = each.line
        ids: list[str] = []
        if line and line.part == "":
            item = ""
        elif line and line.part in ("title", "item"):
            item = line.of[0] if line.part == "title" or line.of[0] not in headed else item
        elif line:
            own = items.get(line.of[0], "")
            item = item if own in headed and item in headed else own
            ids = sorted((e for e in line.of if e in order), key=lambda e: order[e])
        there = above.setdefault(item, [])
        yield Placed(each, item, tuple(reversed(there)))
        there += [entry_id for entry_id in ids if entry_id not in there]
