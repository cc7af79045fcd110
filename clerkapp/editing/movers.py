"""Who moved and who seconded: read off words behind or below a motion, and put back to change."""

import re
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.surely_named import surely_named
from clerkapp.meeting import edits
from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import Meeting, entry_of, name_of, people_of
from clerkapp.meeting.motions import amends
from clerkapp.meeting.people import Mention
from clerkapp.meeting.presence import members, moment_after
from clerkapp.meeting.votes import Motion
from clerkapp.notation.facts import SLASH
from clerkapp.patterns import pattern
from clerkapp.wording.attribution import may_be, meant_by
from clerkapp.wording.movers_told import MoversTold, movers_before, movers_behind, movers_told


class TakenMovers(Struct, frozen=True):
    """What came of the names behind a motion: where its words now end, and what is to be asked."""

    cursor: int
    question: str = ""


def take_movers(capture: Capture, entry_id: str, cursor: int) -> TakenMovers | None:
    """Takes `/ ob / fin` off the end of a motion's words, into its mover and its seconder.

    A name is a name, a code or its first letters. The words stay where they mean nobody on the
    lists, as in “2026 / 27”; where one alone does, or may be several people, it is asked. A slash
    alone takes the names away that were recorded. “Proposed by Cllr Finch, seconded by Cllr Lea.”
    is taken as well. None where the words stay and nothing is to be asked.
    """
    entry = capture.entry_shown(entry_id)
    if entry.text[cursor:].strip():
        return None
    if entry.kind is EntryKind.MOTION and SLASH.search(entry.text.rpartition("\n")[2].rstrip()):
        return _take_slashed(capture, entry, cursor)
    is_motion = entry.kind is EntryKind.MOTION or _is_moved(entry)
    return _take_in_words(capture, entry) if is_motion else None


def _is_moved(entry: Entry) -> bool:
    """Whether what was guessed to be a note begins like a motion, and tells of no result."""
    is_guess = entry.kind is EntryKind.NOTE and not entry.settled
    return is_guess and entry.text[:5].casefold() == "that " and not _DECIDED.search(entry.text)


_DECIDED = pattern(r"\b(?:resolved|agreed|carried|lost)\b", re.IGNORECASE)
_SEVERAL = pattern(r"\b(?:proposed|moved|seconded) by\b", re.IGNORECASE)
_AMENDED = pattern(r"\bamendment\b", re.IGNORECASE)
_BARE = pattern(r"[A-ZÀ-Þ][\w’'-]+(?: [A-Z][\w-]+)?")  # “/ May” may be a month


def _take_slashed(capture: Capture, entry: Entry, cursor: int) -> TakenMovers | None:
    """Takes one name or two that stand behind slashes."""
    before, newline, last = entry.text.rpartition("\n")
    words, *names = SLASH.split(last.rstrip())
    names = [name.strip(" .") for name in names]
    if len(names) > 2 or not words.strip() or movers_told(words):
        return None
    is_whole = words.rstrip().endswith((".", "!", "?", "”", '"', ")"))
    if len(names) == 1 and not is_whole and _BARE.fullmatch(names[0]):
        return None
    people = people_of(capture.session.meeting)
    found = [meant_by(name, people) for name in names]
    unknown = [name for name, meant in zip(names, found, strict=True) if name and not meant]
    if unknown and any(found):  # one of them is a name: so is the other
        return TakenMovers(cursor, f"“{unknown[0]}” is nobody on the lists: write the name in full")
    if unknown:
        return None
    for name, meant in zip(names, found, strict=True):
        if len(meant) > 1:
            return TakenMovers(cursor, f"{may_be(name, meant)}: write the name in full")
    mover, seconder = (Mention(meant[0].id) if meant else None for meant in (*found, (), ())[:2])
    had = facts_of(entry, Motion) or Motion()
    motion = replace(had, mover=mover, seconder=seconder)
    if not any(names) and motion == had:  # a slash of the clerk's own
        return None
    text = f"{before}{newline}{words.rstrip()}"

    def taken(meeting: Meeting) -> Meeting:
        meeting = edits.set_text(meeting, entry.id, text)
        return edits.set_facts(meeting, entry.id, motion)

    capture.edit_entry(entry.id, taken, "the mover and the seconder")
    return TakenMovers(len(text))


def take_told(capture: Capture, entry_id: str) -> Place | str:
    """Takes an entry that says only who moved or seconded the motion above it into that motion.

    “Proposed: Cllr Finch” goes, and the motion has its mover: its end is then the place. Where the
    entry stays as it was typed, what is to be asked, "" for nothing.
    """
    if capture.is_draft(entry_id):
        return ""
    item, entry = entry_of(capture.session.meeting, entry_id)
    at = item.entries.index(entry)
    told = None if entry.settled else movers_told(entry.text)
    above = item.entries[at - 1] if at else None
    if told is None or above is None or above.kind is not EntryKind.MOTION:
        return ""
    if entry.exempt != above.exempt:  # a name must not come to stand where the public reads it
        return ""
    motion = _with_told(above, told, capture.session.meeting)
    if isinstance(motion, str):
        return motion

    def taken(meeting: Meeting) -> Meeting:
        return edits.set_facts(edits.remove_entry(meeting, entry_id), above.id, motion)

    capture.edit_entry(entry_id, taken, "the mover and the seconder")
    return Place(item.id, above.id, len(above.text))


def _take_in_words(capture: Capture, entry: Entry) -> TakenMovers | None:
    """Takes what says only who moved and who seconded, behind the words moved or before them."""
    found = movers_before(entry.text) or movers_behind(entry.text)
    if found is None:
        return None
    text, told = found
    if _SEVERAL.search(text) or (_AMENDED.search(text) and not amends(entry)):
        return None  # the names may be those of another motion, or of the amendment
    motion = _with_told(entry, told, capture.session.meeting)
    if isinstance(motion, str):
        return TakenMovers(len(entry.text), motion) if motion else None

    def taken(meeting: Meeting) -> Meeting:
        meeting = edits.set_text(meeting, entry.id, text)
        if entry.kind is not EntryKind.MOTION:  # it was a guess
            meeting = edits.change_kind(meeting, entry.id, EntryKind.MOTION)
        return edits.set_facts(meeting, entry.id, motion)

    capture.edit_entry(entry.id, taken, "the mover and the seconder")
    return TakenMovers(len(text))


def _with_told(entry: Entry, told: MoversTold, meeting: Meeting) -> Motion | str:
    """The motion `entry` with those who are told; a question where that is not clear.

    "" where one of them is no member in the room, where only who seconded would be known, which no
    house prints, and where the two would be one.
    """
    had = motion = facts_of(entry, Motion) or Motion()
    now = moment_after(meeting, entry.id)
    people = [line.person for line in members(meeting.attendance) if line.person.id in now.here]
    for part, name in (("mover", told.mover), ("seconder", told.seconder)):
        if not name:
            continue
        found = surely_named(name, people, now)
        if len(found) != 1:
            return f"{may_be(name, found)}: write the name in full" if found else ""
        recorded = had.mover if part == "mover" else had.seconder
        if recorded and recorded.person_id != found[0].id:
            return f"{name_of(meeting, recorded)} is recorded as the {part} already"
        motion = replace(motion, **{part: Mention(found[0].id)})
    return motion if motion.mover and motion.mover != motion.seconder else ""


def set_amends(capture: Capture, entry_id: str, *, amends: bool) -> None:
    """Makes the entry a motion, one that amends the motion above it or one of its own."""

    def changed(meeting: Meeting) -> Meeting:
        meeting = edits.change_kind(meeting, entry_id, EntryKind.MOTION)
        had = facts_of(entry_of(meeting, entry_id)[1], Motion) or Motion()
        return edits.set_facts(meeting, entry_id, replace(had, amends=amends))

    capture.edit_entry(entry_id, changed, f"the change to {'amendment' if amends else 'motion'}")


def set_mover(capture: Capture, entry_id: str, person_id: str, *, seconds: bool = False) -> None:
    """Has that person move the motion, or second it; with "" nobody."""
    had = facts_of(capture.entry_shown(entry_id), Motion) or Motion()
    who = Mention(person_id) if person_id else None
    motion = replace(had, seconder=who) if seconds else replace(had, mover=who)
    edit = partial(edits.set_facts, entry_id=entry_id, facts=motion)
    capture.edit_entry(entry_id, edit, "the seconder" if seconds else "the mover")


def offer_movers(capture: Capture, entry_id: str) -> Place:
    """Writes a slash behind the words of a motion, and the names recorded, to be typed over.

    Where the cursor then is: at the end, where Enter takes the names in.
    """
    meeting, entry = capture.session.meeting, capture.entry_shown(entry_id)
    motion, text = facts_of(entry, Motion) or Motion(), entry.text.rstrip()
    if not SLASH.search(text.rpartition("\n")[2]):
        names = [name_of(meeting, each) for each in (motion.mover, motion.seconder)]
        text += f" / {' / '.join(names if names[1] else names[:1])}"
        edit = partial(edits.set_text, entry_id=entry_id, text=text)
        capture.edit_entry(entry_id, edit, "asking who moved")
    return Place(entry_of(capture.session.meeting, entry_id)[0].id, entry_id, len(text))
