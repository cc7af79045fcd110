"""What should stand in the minutes after each key: a model that knows nothing of Clerkapp."""

from msgspec import Struct
from msgspec.structs import replace

ANY = ""
"""The kind of an entry that its words decide: the trial does not say which."""


class Typed(Struct, frozen=True):
    """An entry as it was typed."""

    text: str = ""
    kind: str = ANY


class TypedPage(Struct, frozen=True):
    """The items with their entries, and where the cursor is: always at the end of an entry.

    An entry without words is the last that Enter opened; it is in no record yet.
    """

    items: tuple[tuple[Typed, ...], ...]
    item: int = 0
    at: int = 0

    @property
    def entries(self) -> tuple[Typed, ...]:
        """The entries of the item in hand."""
        return self.items[self.item]

    @property
    def here(self) -> Typed:
        """The entry in hand."""
        return self.entries[self.at]

    def with_entries(self, entries: tuple[Typed, ...], at: int) -> "TypedPage":
        """The page with those in the item in hand; one without words where there are none."""
        held = entries or (Typed(),)
        items = (*self.items[: self.item], held, *self.items[self.item + 1 :])
        return replace(self, items=items, at=min(max(at, 0), len(held) - 1))

    def with_here(self, *instead: Typed, at: int = 0) -> "TypedPage":
        """The page with `instead` in the place of the entry in hand."""
        entries = (*self.entries[: self.at], *instead, *self.entries[self.at + 1 :])
        return self.with_entries(entries, self.at + at)

    def typed(self, words: str) -> "TypedPage":
        """More words at the end."""
        return self.with_here(replace(self.here, text=self.here.text + words))

    def of_kind(self, kind: str) -> "TypedPage":
        """The entry in hand of that kind for good."""
        return self.with_here(replace(self.here, kind=kind))

    def ended(self) -> "TypedPage":
        """Enter behind the last word."""
        return self.with_here(self.here, Typed(), at=1)

    def split(self, words: str) -> "TypedPage":
        """The last word, `words`, in an entry of its own below."""
        first = replace(self.here, text=self.here.text.removesuffix(words).rstrip())
        return self.with_here(first, Typed(words), at=1)

    def joined(self) -> "TypedPage":
        """Backspace at the start, which is not that of the first entry."""
        above = self.entries[self.at - 1]
        both = replace(above, text=" ".join(filter(None, (above.text, self.here.text))))
        entries = (*self.entries[: self.at - 1], both, *self.entries[self.at + 1 :])
        return self.with_entries(entries, self.at - 1)

    def block(self, size: int) -> range:
        """The places of the entry in hand and of those above it, so many in all."""
        return range(max(0, self.at - size + 1), self.at + 1)

    def moved(self, size: int, by: int) -> "TypedPage":
        """So many entries, the last of them in hand, past the one beside them."""
        block = self.block(size)
        if block.start + by < 0 or block.stop + by > len(self.entries):
            return self
        held = list(self.entries)
        taken = [held.pop(block.start) for _ in block]
        held[block.start + by : block.start + by] = taken
        return self.with_entries(tuple(held), self.at + by)

    def without(self, size: int) -> "TypedPage":
        """Without so many entries; the cursor goes to the one below them, else above."""
        block = self.block(size)
        rest = (*self.entries[: block.start], *self.entries[block.stop :])
        at = block.start if block.start < len(rest) else len(rest) - 1
        return self.with_entries(rest, at)

    def sent(self, size: int, item: int) -> "TypedPage":
        """So many entries at the end of another item, while the cursor stays in this one."""
        if item == self.item:
            return self
        taken = tuple(self.entries[place] for place in self.block(size))
        there = tuple(e for e in self.items[item] if e.text)
        items = (*self.items[:item], (*there, *taken), *self.items[item + 1 :])
        return replace(self, items=items).without(size)

    def all_of_kind(self, size: int, kind: str) -> "TypedPage":
        """So many entries of that kind for good; the cursor is in the first of them."""
        block = self.block(size)
        entries = (replace(e, kind=kind) if n in block else e for n, e in enumerate(self.entries))
        return self.with_entries(tuple(entries), block.start)

    def gone_to(self, item: int) -> "TypedPage":
        """At the end of another item, or of this one; an entry without words is left behind."""
        kept = tuple(tuple(e for e in entries if e.text) or (Typed(),) for entries in self.items)
        return TypedPage(kept, item, len(kept[item]) - 1)

    def fits(self, record: list[list[tuple[str, str]]]) -> bool:
        """Whether the record has these entries word for word, and of these kinds."""
        return not self.differences(record)

    def differences(self, record: list[list[tuple[str, str]]]) -> list[str]:
        """What the record has otherwise, a line an entry."""
        lines: list[str] = []
        for number, (entries, kept) in enumerate(zip(self.items, record, strict=True), start=1):
            wanted = [entry for entry in entries if entry.text]
            if len(wanted) != len(kept):
                lines.append(f"item {number}: {len(wanted)} entries typed, {len(kept)} kept")
            for place, (typed, (kind, text)) in enumerate(zip(wanted, kept, strict=False), start=1):
                if typed.text != text or typed.kind not in (ANY, kind):
                    lines.append(f"item {number}, entry {place}: {typed} is {kind} “{text}”")
        return lines
