"""Rules about the people who are named."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from msgspec.structs import replace

from clerkapp.checking.findings import Finding, Fix, Severity
from clerkapp.checking.quoted import unquoted
from clerkapp.checking.record import Record
from clerkapp.checking.rewording import entry_edit
from clerkapp.meeting.edits import Edit
from clerkapp.meeting.entries import Entry, EntryKind, facts_of, present_facts
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.mentions import everybody_in, mentions_in, with_everybody
from clerkapp.meeting.people import (
    Mention,
    Person,
    has_honorific,
    in_parts,
    surname,
    without_honorific,
)
from clerkapp.meeting.proceedings import Proceeding
from clerkapp.meeting.votes import Ballot, Motion, Vote
from clerkapp.patterns import pattern

_WORD = r"(?![A-Z]{3,}\b)[A-ZÀ-Þ][\w’'-]*\.?"  # RESOLVED is no name
_NAME = rf"{_WORD}(?:\s+(?:{_WORD}|van|von|de|der|den|du|di|la|le))*"
_COUNCILLOR = pattern(rf"\b(?:Councillors?|Cllrs?)\.?\s+({_NAME}(?:(?:,|,?\s+and)\s+{_NAME})*)")
_BETWEEN = pattern(r",\s*(?:and\s+)?|\s+and\s+")
_SPEAKS = pattern(rf"(?:Councillor|Cllr)\.?\s+({_NAME})(?=\s+(?!had\b)[a-z])")
_SAID = frozenset({EntryKind.QUESTION, EntryKind.RESPONSE, EntryKind.COMMENT})


def person_not_on_the_lists(record: Record) -> Iterator[Finding]:
    """N1: every member named is on the attendance list, under the same letters."""
    if not record.people:
        return
    for spot, entry in record.entries:
        for name in dict.fromkeys(_names(entry)):
            if _is_somebody(name, record):
                continue
            near = _nearest(name, record.people)
            yield spot.finding(
                "N1",
                Severity.ERROR,
                f"{name} is on none of the lists",
                f"Did you mean {near.name}?"
                if near
                else "Correct the name, or add it to the lists.",
                Fix(f"Write {near.name}", _renamed(entry, name, near)) if near else None,
            )


def somebody_not_in_the_room(record: Record) -> Iterator[Finding]:
    """N2: whoever speaks, moves, votes or takes the chair is in the room then.

    A casting vote is that of whoever presides. Those who are out for an interest are left to I1.
    """
    yield from _casting_by_another(record)
    for spot, entry in record.entries:
        now = record.after[entry.id]
        there = now.here | now.withdrawn
        for who in dict.fromkeys(taking_part(record, entry)):
            if who in there or not _is_away(record, who):
                continue
            yield spot.finding(
                "N2",
                Severity.ERROR,
                f"{record.name(who)} takes part but is not in the room",
                "Choose somebody who was in the room, or record when they came.",
            )


def _casting_by_another(record: Record) -> Iterator[Finding]:
    """Of a casting vote: that somebody presides, and that it is theirs (LGA 1972 Sch. 12)."""
    for spot, entry in record.entries:
        chair = record.after[entry.id].chair
        vote = facts_of(entry, Vote)
        caster = _caster(record, entry)
        if caster and caster != chair:
            what = f"{record.name(caster)} gives the casting vote and does not preside"
            mend = "Name whoever presided, or record that they took the chair."
            yield spot.finding("N2", Severity.ERROR, what, mend)
        elif vote and vote.casting and not chair and record.roll_is_called:
            what = "a casting vote is recorded and nobody presides"
            yield spot.finding("N2", Severity.ERROR, what, "Record who took the chair.")


_CASTING = pattern(
    rf"\b(?:Councillor|Cllr)\.?\s+(?P<before>{_NAME})(?:, [^,.]{{3,40}},)?\s+(?:then )?"
    rf"(?:gave|used|exercised|cast|made)\s+(?:his|her|their|the|a)\s+(?:second and )?casting vote|"
    rf"\bcasting vote of\s+(?:Councillor|Cllr)\.?\s+(?P<of>{_NAME})"
)


def _caster(record: Record, entry: Entry) -> str:
    """The id of whoever the words say gave a casting vote; "" where they name nobody."""
    match = _CASTING.search(unquoted(entry.text))
    found = record.whom(f"Councillor {_bare(match['before'] or match['of'])}") if match else ()
    return found[0].id if len(found) == 1 else ""


def surname_of_two(record: Record) -> Iterator[Finding]:
    """N8: where two on the lists share a surname, an initial tells them apart."""
    for spot, entry in record.entries:
        for name in dict.fromkeys(_names(entry)):
            both = record.whom(name)
            if len(both) > 1:
                yield spot.finding(
                    "N8",
                    Severity.WARNING,
                    f"{name} may be {' or '.join(person.name for person in both)}",
                    "Write the name with its initial.",
                )


def taking_part(record: Record, entry: Entry) -> Iterator[str]:
    """The ids of those on the lists who speak, move, second, vote or preside in that entry."""
    facts = present_facts(entry)
    does = isinstance(facts, Motion | Vote | Declaration | Proceeding)
    mentions = [entry.speaker, *(mentions_in(facts) if does else ())]
    yield from (each.person_id for each in mentions if each and each.person_id)
    said = _SPEAKS.match(unquoted(entry.text)) if entry.kind in _SAID else None
    if said and entry.speaker is None and not re.search(r"[’']s?$", said.group(1)):
        found = record.whom(f"Councillor {said.group(1)}")
        if len(found) == 1:
            yield found[0].id


def _is_away(record: Record, who: str) -> bool:
    """Whether `who` is known to be away: on the lists, and not one who is yet to be heard of."""
    expected = (line.standing.value == "expected" for line in record.meeting.attendance
                if line.person.id == who)  # fmt: skip
    return next(expected, None) is False


def _names(entry: Entry) -> Iterator[str]:
    owner_may_be_a_post = entry.kind is EntryKind.ACTION_POINT
    facts = present_facts(entry)
    for mention in mentions_in(facts):
        if isinstance(facts, Ballot) and not _COUNCILLOR.match(mention.words):
            continue  # somebody from outside may be appointed
        names = in_parts(mention.words) if owner_may_be_a_post else (mention.words,)
        yield from (x for x in names if x and (has_honorific(x) or not owner_may_be_a_post))
    speaker = entry.speaker.words if entry.speaker else ""
    if has_honorific(speaker) and surname(speaker) not in entry.text:  # there it is found anyway
        yield speaker
    for match in _COUNCILLOR.finditer(unquoted(entry.text)):
        for name in filter(_bare, _BETWEEN.split(match.group(1))):
            yield f"Councillor {_bare(name)}"


def _bare(name: str) -> str:
    """`name` without title, genitive or the full stop of the sentence; that of an initial stays."""
    return re.sub(r"[’'](?:s)?$|(?<=\w\w)\.$", "", without_honorific(f"{name} ").strip())


def _is_somebody(name: str, record: Record) -> bool:
    """Whether `name`, or its first words, is somebody: "Councillor Finch Chair" begins with one.

    So is a member in whose place somebody came, who is on no list.
    """
    words = name.split()
    away = (line.in_place_of.words for line in record.meeting.attendance if line.in_place_of)
    if any(each and surname(each) == surname(name) for each in away):
        return True
    return any(record.whom(" ".join(words[:end])) for end in range(len(words), 0, -1))


_READ_BACK = pattern(r"\w[\w’'-]*")
"""A surname that is found again where it is written: of “A:” the colon would stay behind."""


def _nearest(name: str, people: tuple[Person, ...]) -> Person | None:
    names = ((surname(person.name), person) for person in people)
    by_surname = {name: person for name, person in names if _READ_BACK.fullmatch(name)}
    near = get_close_matches(surname(name), by_surname, n=1, cutoff=0.6)
    return by_surname[near[0]] if near else None


def _renamed(entry: Entry, name: str, near: Person) -> Edit:
    """The surname of `near` where `name` stands in words, and `near` where it is a fact."""
    wrong = re.escape(_bare(name))
    is_surname = " " not in _bare(name) and _bare(name) != surname(near.name)
    right = surname(near.name) if is_surname else without_honorific(near.name)
    whole = re.compile(rf"(?<![\w’'-]){wrong}(?![\w-])")
    quoted = unquoted(entry.text)

    def text(now: str) -> str:
        if now != entry.text:
            return now
        pieces, last = "", 0
        for match in whole.finditer(quoted):
            pieces, last = f"{pieces}{now[last : match.start()]}{right}", match.end()
        return pieces + now[last:]

    def known(mention: Mention) -> Mention:
        if name in in_parts(mention.words) and mention.words != name:  # one of several owners
            return Mention(words=mention.words.replace(name, near.name, 1))
        return Mention(person_id=near.id) if mention.words == name else mention

    def change(now: Entry) -> Entry:
        return replace(with_everybody(now, known), text=text(now.text))

    return entry_edit(entry.id, change)


_INITIALS_AFTER = pattern(r"\b([A-ZÀ-Þ]\w+(?:\s+[A-ZÀ-Þ][\w’'-]+)+)\s+\(([A-Z]{2,4})\)")
_NO_PERSON = frozenset({"IT", "HR", "PR", "ICT", "CEO", "CFO"})


def initials_of_nobody(record: Record) -> Iterator[Finding]:
    """N4: initials are those of one person on the lists."""
    if not record.people:
        return
    for spot, entry in record.entries:
        for match in _INITIALS_AFTER.finditer(unquoted(entry.text)):
            name, typed = match.groups()
            found = record.whom(name)
            if len(found) == 1 and typed not in (initials(name), initials(found[0].name)):
                what = f"{typed} are not the initials of {name}"
                yield spot.finding("N4", Severity.WARNING, what, f"Write {initials(name)}.")
        for typed in (part for each in everybody_in(entry) for part in in_parts(each.words)):
            if not re.fullmatch(r"[A-Z]{2,3}", typed) or typed in _NO_PERSON:
                continue
            having = [each for each in record.people if initials(each.name) == typed]
            if len(having) > 1:
                names = " and ".join(each.name for each in having)
                what, mend = f"{typed} are the initials of {names}", "Write the name."
            elif not having and any(surname(p.name)[:1] == typed[-1] for p in record.people):
                what, mend = f"{typed} are nobody’s initials", "Write the name."
            else:
                continue
            yield spot.finding("N4", Severity.WARNING, what, mend)


def initials(name: str) -> str:
    """The first letters of a name without its honorific: SG of "Mr Stuart Glover"."""
    return "".join(word[0] for word in without_honorific(name).split() if word[0].isupper())
