"""The passages of an item in the order and under the marks of the house.

Each step takes what the entries gave and gives it back arranged; none of them makes words of its
own but the headings that the house has for them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from clerkapp.meeting.decisions import Decision, Outcome
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem
from clerkapp.meeting.motions import amends
from clerkapp.meeting.people import folded
from clerkapp.meeting.votes import Motion
from clerkapp.patterns import pattern
from clerkapp.wording.kinds import without_label
from clerkapp.wording.minutes import Passage, Role, Run
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.tables import interest_table
from clerkapp.wording.votes import moved_decision

_DECIDED = frozenset({Role.DECISION, Role.STATEMENT})


def arranged(
    passages: tuple[Passage, ...], item: AgendaItem, number: str, sentences: Sentences
) -> tuple[Passage, ...]:
    """The passages of `item` as the house arranges them, with its numbers and letters."""
    layout, words = sentences.style.layout, sentences.style.words
    entries = {entry.id: entry for entry in item.entries}
    told: Sequence[Passage] = passages
    if layout.motions == "with the decision":
        told = tuple(_moved_again(_with_motions(told, entries, sentences), entries, sentences))
    if layout.exchanges == "rows":
        told = tuple(_one_table(told))
    if layout.interests == "table":
        told = tuple(_with_interests_in_tables(told, entries, sentences))
    if words.lead_in:
        told = tuple(_led_in(told, words.lead_in))
    if layout.points_begin == "lower case":
        told = tuple(map(_lowered, told))
    if layout.points == "lettered":
        told = tuple(_lettered(told))
    told = tuple(_in_parts(told, entries, sentences))
    if layout.part_frames == "framed":
        told = tuple(_framed(told))
    if layout.outcomes != "before" or layout.outcome_look == "plain":
        told = tuple(each for passage in told for each in _labels(passage, sentences))
    if layout.paragraphs != "plain" and number:
        told = tuple(_numbered(told, number, 2 if "two" in layout.paragraphs else 1))
    return tuple(told)


# Motions that the decision repeats


def _with_motions(
    passages: Sequence[Passage], entries: dict[str, Entry], sentences: Sentences
) -> tuple[Passage, ...]:
    """Without the motions whose words the decision has: it says who moved and seconded it.

    The votes on it follow the decision.
    """
    told = list(passages)
    for passage in passages:
        motion = _entry(passage, entries)
        facts = facts_of(motion, Motion) if motion else None
        if motion is None or facts is None or amends(motion):
            continue
        if passage not in told:  # the movers of one that a decision repeated
            continue
        place = told.index(passage)
        after = place + 1
        while after < len(told) and (
            told[after].role is Role.VOTE or told[after].entry_ids == passage.entry_ids
        ):
            after += 1
        if after == len(told) or not _repeats(told[after], motion, entries):
            continue
        who = moved_decision(facts, sentences)
        votes = [each for each in told[place + 1 : after] if each.role is Role.VOTE]
        told[place : after + 1] = (*_moved_by(told[after], motion, who, sentences), *votes)
    return tuple(told)


def _moved_again(
    passages: Sequence[Passage], entries: dict[str, Entry], sentences: Sentences
) -> Iterator[Passage]:
    """With who moved it above a decision that amendments part from its motion.

    In a house that has no label for what is resolved it would stand bare below a lost amendment.
    """
    who = ""
    for passage in passages:
        entry = _entry(passage, entries)
        motion = facts_of(entry, Motion) if entry else None
        if entry and motion and not amends(entry):
            who = moved_decision(motion, sentences)
        elif passage.role is Role.DECISION:
            bare = not (sentences.style.decisions.resolved or any(r.bold for r in passage.runs))
            if who and entry and passage.runs and bare:
                yield Passage(Role.MOTION, (Run(who),))
            who = ""
        yield passage


def _entry(passage: Passage, entries: dict[str, Entry]) -> Entry | None:
    return entries.get(passage.entry_ids[0]) if len(passage.entry_ids) == 1 else None


def _repeats(passage: Passage, motion: Entry, entries: dict[str, Entry]) -> bool:
    """Whether the passage is the decision of the very words that were moved."""
    decisions = [e for each in passage.entry_ids if (e := entries[each]).kind in _DECISIONS]
    if len(decisions) != 1 or decisions[0].exempt != motion.exempt:
        return False
    return _plain_words(decisions[0]) == _plain_words(motion)


_DECISIONS = (EntryKind.RESOLUTION, EntryKind.RECOMMENDATION)


def _plain_words(entry: Entry) -> str:
    words = folded(without_label(entry.kind, entry.text.strip()))
    return re.sub(r"[^\w]+", " ", words.removeprefix("that ")).strip()


def _moved_by(
    decision: Passage, motion: Entry, who: str, sentences: Sentences
) -> tuple[Passage, ...]:
    decision = replace(decision, entry_ids=(motion.id, *decision.entry_ids))
    if not who:
        return (decision,)
    apart = Passage(Role.MOTION, (Run(who),))
    match sentences.style.votes.movers:
        case "before":
            return apart, decision
        case "run in" if decision.runs:
            return (replace(decision, runs=(Run(f"{who} "), *decision.runs)),)
        case "run in":
            return apart, decision
        case "below":
            return decision, apart
        case "after" if decision.limbs or not decision.runs:
            return decision, apart
        case "after":
            text = decision.runs[-1].text
            gap = " " if text.endswith((".", "?", "”", ")")) else ". "
            return (replace(decision, runs=(*decision.runs, Run(f"{gap}{who}"))),)
        case _:
            return (decision,)


# Interests


def _with_interests_in_tables(
    passages: Iterable[Passage], entries: dict[str, Entry], sentences: Sentences
) -> Iterator[Passage]:
    """Declarations right after each other as one table; one that is exempt stays a sentence."""
    for declared, group in groupby(passages, lambda each: _declaration(each, entries) is not None):
        if not declared:
            yield from group
            continue
        held = tuple(group)
        of = tuple(entry for each in held if (entry := _declaration(each, entries)))
        table = interest_table(of, sentences)
        ids = tuple(entry.id for entry in of)
        yield Passage(Role.NARRATIVE, (Run(table.title),), entry_ids=ids, table=table)


def _declaration(passage: Passage, entries: dict[str, Entry]) -> Entry | None:
    entry = _entry(passage, entries)
    is_open = entry is not None and not entry.exempt
    return entry if entry and is_open and facts_of(entry, Declaration) else None


# Points


def _one_table(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Tables of questions right after each other as one."""
    kept: Passage | None = None
    for passage in passages:
        if kept and kept.table and _is_rows(passage) and passage.table:
            rows = kept.table.rows + passage.table.rows
            ids = kept.entry_ids + passage.entry_ids
            kept = replace(kept, table=replace(kept.table, rows=rows), entry_ids=ids)
            continue
        if kept:
            yield kept
        kept = passage if _is_rows(passage) else None
        if not kept:
            yield passage
    if kept:
        yield kept


def _is_rows(passage: Passage) -> bool:
    return passage.role is Role.POINT and passage.table is not None


def _led_in(passages: Iterable[Passage], words: str) -> Iterator[Passage]:
    """With the lead-in of the house before points that have none of their own."""
    led = False
    for passage in passages:
        if passage.role is Role.POINT and not led:
            yield Passage(Role.LEAD_IN, (Run(words),))
        led = passage.role in (Role.POINT, Role.LEAD_IN, Role.ACTION, Role.EVENT)
        yield passage


_SMALL = pattern(
    r"(?:The|An?|That|Whether|How|Why|What|Some|Several|Many|Concerns?|Clarification|Support|"
    r"Members)(?= )"
)


def _lowered(passage: Passage) -> Passage:
    """A point that begins with a small letter, where its first word is no name."""
    if passage.role is not Role.POINT or not passage.runs:
        return passage
    first, *others = passage.runs
    text = first.text
    if _SMALL.match(text):
        text = text[:1].lower() + text[1:]
    return replace(passage, runs=(replace(first, text=text), *others))


def _lettered(passages: Iterable[Passage]) -> Iterator[Passage]:
    letter = 0
    for passage in passages:
        if passage.role is Role.POINT and not passage.table:
            letter = letter % 26 + 1
            yield replace(passage, letter=letter)
        else:
            letter = 0 if passage.role not in (Role.ACTION, Role.EVENT) else letter
            yield passage


# The parts of an item


def _in_parts(
    passages: Sequence[Passage], entries: dict[str, Entry], sentences: Sentences
) -> Iterator[Passage]:
    words = sentences.style.parts
    decided = [passage for passage in passages if _is_decided(passage)]
    others = [passage for passage in passages if not _is_decided(passage)]
    match sentences.style.layout.item_parts:
        case "decision first" if decided:
            yield from _under(words.decision, decided)
            yield from _under(words.minutes, others)
        case "decision last" if decided:
            first = passages.index(decided[0])
            yield from passages[:first]
            yield from _under(words.decision, passages[first:])
        case "keywords":
            last = ""
            for keyword, group in groupby(
                _with_keywords(passages, entries, sentences), key=lambda each: each[0]
            ):
                yield from _under(keyword if keyword != last else "", [each for _, each in group])
                last = keyword
        case _:
            yield from passages


def _framed(passages: Iterable[Passage]) -> Iterator[Passage]:
    """With a frame around each heading and what is under it."""
    frame = 0
    for passage in passages:
        frame += passage.is_heading
        yield replace(passage, frame=frame)


def _is_decided(passage: Passage) -> bool:
    """Whether it is a decision, or says of one who moved it."""
    moves = passage.role is Role.MOTION and not passage.entry_ids
    return passage.role in _DECIDED or moves


def _under(heading: str, passages: Sequence[Passage]) -> Iterator[Passage]:
    if heading and passages:
        yield Passage(Role.LEAD_IN, (Run(heading, bold=True),), is_heading=True)
    yield from passages


def _with_keywords(
    passages: Iterable[Passage], entries: dict[str, Entry], sentences: Sentences
) -> Iterator[tuple[str, Passage]]:
    """Each passage with its keyword; one that has none of its own belongs to the one above."""
    words, keyword = sentences.style.parts, ""
    for passage in passages:
        entry = entries.get(passage.entry_ids[0]) if passage.entry_ids else None
        kind = entry.kind if entry else None
        if passage.role is Role.DECISION and entry:
            decision = facts_of(entry, Decision)
            is_noted = decision is not None and decision.outcome is Outcome.NOTED
            keyword = words.noted if is_noted else words.resolved
            if kind is EntryKind.RECOMMENDATION:
                keyword = words.recommended
        elif passage.role is Role.NARRATIVE and entry and _NOTES.match(entry.text):
            keyword = words.noted
        elif passage.role is Role.NARRATIVE and entry and _RECEIVES.match(entry.text):
            keyword = words.received
        elif passage.role in (Role.NARRATIVE, Role.LEAD_IN, Role.POINT):
            keyword = words.noted
        yield keyword, _without_keyword(passage, keyword)


def _without_keyword(passage: Passage, keyword: str) -> Passage:
    """The words without the keyword that they begin with, for it stands above them."""
    if not keyword or not passage.runs:
        return passage
    first, *others = passage.runs
    begins = re.match(rf"{re.escape(keyword)}(?:\s*[:–—-]\s*|\s+)", first.text, re.IGNORECASE)
    rest = first.text[begins.end() :] if begins else ""
    if not rest:
        return passage
    return replace(passage, runs=(replace(first, text=rest[:1].upper() + rest[1:]), *others))


_NOTES = pattern(r"noted\b", re.IGNORECASE)
_RECEIVES = pattern(r"(?:\w+ ){0,4}?(?:received|considered|were? presented with)\b", re.IGNORECASE)


# Labels and numbers


def _labels(passage: Passage, sentences: Sentences) -> Iterator[Passage]:
    """The label of a decision on a line of its own, or in plain letters."""
    layout = sentences.style.layout
    if passage.role is not Role.DECISION or not passage.runs or not passage.runs[0].bold:
        yield passage
        return
    label, *others = passage.runs
    if layout.outcome_look == "plain":
        label = replace(label, bold=False)
    if layout.outcomes == "before" or not (others or passage.limbs):
        yield replace(passage, runs=(label, *others))
        return
    is_centred = layout.outcomes == "centred line"
    if not others:  # the limbs follow at once
        yield replace(passage, runs=(label,), is_centred=is_centred)
        return
    yield Passage(Role.DECISION, (label,), is_centred=is_centred)
    others[0] = replace(others[0], text=others[0].text.lstrip())
    yield replace(passage, runs=tuple(others))


def _numbered(passages: Iterable[Passage], number: str, width: int) -> Iterator[Passage]:
    """The passages numbered within their item: all but the votes, which belong to one above."""
    place = 0
    for passage in passages:
        is_label = passage.is_heading or passage.is_label
        if passage.role is Role.VOTE or is_label or passage.letter:
            yield passage
            continue
        place += 1
        yield replace(passage, number=f"{number}.{place:0{width}}")
