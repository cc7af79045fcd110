"""Rules about the limbs of a decision: "(a) …; and (b) …"."""

from collections.abc import Iterator

from msgspec.structs import replace

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.record import Record
from clerkapp.checking.rewording import reword
from clerkapp.checking.verbs import verbs
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.patterns import pattern
from clerkapp.wording.limbs import Limb, ended, stem_and_limbs

_DECISIONS = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION})


def limbs_not_parallel(record: Record) -> Iterator[Finding]:
    """D2: every limb begins in the same way: notes and approves, to note and to approve.

    Limbs within a limb hang on that limb, and need only be like one another.
    """
    for spot, entry in record.entries:
        if entry.kind not in _DECISIONS or "\n" not in entry.text:
            continue
        for group in _groups(stem_and_limbs(entry.text)[1]):
            ways = {way for limb in group if (way := _way(limb.text))}
            if len(ways) > 1:
                first = " and ".join(f"“{limb.text.split()[0]}”" for limb in group if limb.text)
                yield spot.finding(
                    "D2",
                    Severity.WARNING,
                    f"the limbs do not begin alike: {first}",
                    "Begin each with the same form of the verb.",
                )


def _way(text: str) -> str:
    word = (text.split() or [""])[0].casefold().rstrip(".,;:")
    known = verbs()
    if word in ("to", "that"):
        return word
    if word in known.third:
        return "notes"
    if word in known.plain:
        return "note"
    if word in known.past:
        return "noted"
    return "a thing" if word in ("the", "a", "an") else ""


def _groups(limbs: tuple[Limb, ...]) -> tuple[list[Limb], ...]:
    """The limbs that hang on the stem, and those that hang on each of them.

    A limb with limbs within it goes on to the end of the last of those.
    """
    top: list[Limb] = []
    each: list[list[Limb]] = [top]
    begun = False
    for limb in limbs:
        if limb.level == 0 or not top:
            top.append(limb)
            begun = False
            continue
        if not begun:
            each.append([])
            begun = True
        each[-1].append(limb)
        top[-1] = replace(top[-1], text=f"{top[-1].text}\n{limb.text}")
    return tuple(each)


def limbs_out_of_order(record: Record) -> Iterator[Finding]:
    """D3: limbs count on from (a), end in semicolons, and “and” stands before the last.

    So do the limbs within a limb, from (i).
    """
    for spot, entry in record.entries:
        if entry.kind not in _DECISIONS or "\n" not in entry.text:
            continue
        stem, limbs = stem_and_limbs(entry.text)
        if len(limbs) < 2:
            continue
        ordered, joined = _is_ordered(limbs), _is_joined(limbs)
        if ordered and joined:
            continue
        right = limbs if joined else ended(limbs, "; and")
        fix = _lettered(entry, stem, right)
        yield spot.finding(
            "D3",
            Severity.WARNING,
            "the limbs do not end alike" if ordered else "the limbs are not counted in order",
            "Count them in order, with “; and” before the last.",
            fix,
        )


_COUNTED = 20  # how far Roman numbers are known here; letters go to z


def _lettered(entry: Entry, stem: str, limbs: tuple[Limb, ...]) -> Fix | None:
    """The fix that letters `limbs` anew; None where they would not then be right."""
    if any(len(group) > _COUNTED for group in _groups(limbs)):
        return None
    lines = (f"{limb.label} {limb.text}" for limb in _relabelled(limbs))
    text = "\n".join((*([stem] if stem else ()), *lines))
    again = stem_and_limbs(text)[1]
    if not (_is_ordered(again) and _is_joined(again)):
        return None
    edit = reword(entry, [(0, len(entry.text), text)])
    return Fix("Letter the limbs, with “; and”", edit, is_safe=True)


def _is_ordered(limbs: tuple[Limb, ...]) -> bool:
    return all(
        [limb.count for limb in group] == list(range(1, len(group) + 1)) for group in _groups(limbs)
    )


def _relabelled(limbs: tuple[Limb, ...]) -> Iterator[Limb]:
    """`limbs` counted anew in the manner of the first of their level."""
    first: dict[int, Limb] = {}
    counts = [0, 0]
    for limb in limbs:
        like = first.setdefault(limb.level, limb)
        counts[limb.level] += 1
        if limb.level == 0:
            counts[1] = 0
        yield replace(
            limb, manner=like.manner, count=counts[limb.level], before=like.before, after=like.after
        )


_JOINT = pattern(r"[;,] (?:and|or|ac?|neu)$")


def _is_joined(limbs: tuple[Limb, ...]) -> bool:
    return all(len(group) < 2 or _ends_alike(group) for group in _groups(limbs))


def _ends_alike(group: list[Limb]) -> bool:
    """Whether each limb is a sentence, or "; and" stands before the last and none before it."""
    *before, last_but_one, _ = (limb.text.rstrip() for limb in group)
    if all(text.endswith((".", "?", "”", "’")) for text in (*before, last_but_one)):
        return True
    if all(text[-1:].isalnum() for text in (*before, last_but_one)):
        return True  # a bare list, to which the house gives its endings when it is printed
    return bool(_JOINT.search(last_but_one)) and all(
        t.endswith((";", ",", "; and", "; or")) for t in before
    )
