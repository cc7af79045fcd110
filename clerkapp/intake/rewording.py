"""Which words of which entries Word has changed, proved by printing them again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clerkapp.errors import HouseStyleError
from clerkapp.intake.blocks import Block
from clerkapp.intake.taking_back import LimbNow, split_limbs, taken_back, with_limbs
from clerkapp.meeting.edits import set_text
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.notation.printed_record import PrintedRecord
from clerkapp.notation.word_paragraphs import evened
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Audience

_AROUND = (
    "what the house style prints around the words was changed: a label, a name, a date, a vote; "
    "change it here, where it is kept"
)
_OTHERWISE = "printed again it would not read as it does in Word: change it here"
_ENDING = re.compile(r"(?:\s*[;,:.])?(?:\s+(?:and|or))?\s*[;,:.]?\s*$")


@dataclass(frozen=True, slots=True)
class Rewording:
    """The new texts of entries ("" where all of it was taken away), and what cannot be taken."""

    texts: Mapping[str, str]
    why_not: Mapping[str, str]  # by the bookmark of the block
    place_of: Mapping[str, str]  # by entry: the bookmark of the block that has its words


def reworded(record: PrintedRecord, blocks: Sequence[Block]) -> Rewording:
    """What Word changed in the words of entries of that record."""
    own = {entry.id: evened(entry.text) for _, entry in entries_of(record.meeting)}
    texts: dict[str, str] = {}
    why_not: dict[str, str] = {}
    place_of: dict[str, str] = {}
    changed: list[Block] = []
    for block in blocks:
        first = {each for each in block.of if each in own and each not in place_of}
        place_of |= dict.fromkeys(first, block.words.bookmark)
        if block.is_gone or block.is_unchanged:
            continue
        found = _found(block, [own.get(each, "") if each in first else "" for each in block.of])
        differing = {
            each: text
            for each, text in zip(block.of, found or (), strict=bool(found))
            if each in first and text != own[each]
        }
        if differing:
            texts |= differing
            changed.append(block)
        else:
            why_not[block.words.bookmark] = _AROUND
    for block in _unproved(record, changed, blocks, texts):
        why_not[block.words.bookmark] = _OTHERWISE
        for each in block.of:
            texts.pop(each, None)
    return Rewording(texts, why_not, place_of)


def _found(block: Block, own: Sequence[str]) -> tuple[str, ...] | None:
    """The texts of its entries as Word has them; None where that cannot be told."""
    if block.words_now is None:
        return None
    if not block.limbs:
        return taken_back(block.words.text, block.words_now, own) if not block.limbs_now else None
    parted = [split_limbs(text) for text in own]
    at = next((n for n, (_, limbs) in enumerate(parted) if len(limbs) == len(block.limbs)), None)
    if at is None:
        return None
    stem, limbs = parted[at]
    stems = [*own[:at], stem, *own[at + 1 :]]
    found = taken_back(block.words.text, block.words_now, stems)
    if found is None:
        return None
    now: list[LimbNow] = []
    for each in block.limbs_now:
        text = each.text
        if each.was is not None:
            printed = block.limbs[each.was].text
            text = (taken_back(printed, text, (limbs[each.was].text,)) or (text,))[0] or text
        now.append(LimbNow(each.was, text))
    return (*found[:at], with_limbs(found[at], limbs, now), *found[at + 1 :])


# The proof


def _unproved(
    record: PrintedRecord,
    changed: Sequence[Block],
    blocks: Sequence[Block],
    texts: Mapping[str, str],
) -> Iterator[Block]:
    """The changed blocks that, printed of the new texts, read otherwise than they do in Word.

    No proof can be given, and none is asked, where the style prints otherwise by now than when
    the minutes were exported, or where an entry was taken away whole.
    """
    if not changed:
        return
    try:
        before = _printed(record, record.meeting)
    except HouseStyleError:
        return
    meeting = record.meeting
    for entry_id, text in texts.items():
        meeting = set_text(meeting, entry_id, text)
    after = _printed(record, meeting)
    exported: dict[tuple[str, ...], list[str]] = {}
    now: dict[tuple[str, ...], list[str]] = {}
    for block in blocks:
        exported.setdefault(block.of, []).extend(block.exported)
        now.setdefault(block.of, []).extend(block.now)
    for block in changed:
        is_provable = before.get(block.of) == exported[block.of] and all(
            texts.get(each, "…") for each in block.of
        )
        if is_provable and not _reads(after.get(block.of, []), now[block.of]):
            yield block


def _printed(record: PrintedRecord, meeting: Meeting) -> dict[tuple[str, ...], list[str]]:
    minutes = compose(meeting, house_style(record.house_style), Audience(record.audience))
    told: dict[tuple[str, ...], list[str]] = {}
    for section in minutes.sections:
        for passage in section.passages:
            words = (passage.text, *(limb.text for limb in passage.limbs))
            told.setdefault(passage.entry_ids, []).extend(map(evened, words))
    return told


def _reads(printed: Sequence[str], word: Sequence[str]) -> bool:
    """Whether they read alike; how a paragraph ends is the house's where limbs follow limbs."""
    return [_ENDING.sub("", each) for each in printed] == [_ENDING.sub("", each) for each in word]
