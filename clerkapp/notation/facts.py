"""The facts of an entry as they stand in its lines, each kind read and written side by side.

The body of an entry is its lines without mark and time. A reader takes a body and gives the
facts and the words that are left; a body that does not say what its mark promises raises
ValueError with what was expected. A writer gives the bodies in which facts and words can be
put, the most natural first; the first that its reader takes back whole is the one to use.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from clerkapp.meeting.actions import NEXT_MEETING, ActionPoint
from clerkapp.meeting.entries import Movement
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Meeting, people_of
from clerkapp.meeting.people import (
    AttendanceList,
    Mention,
    Person,
    has_honorific,
    names_together,
    several,
    whom,
)
from clerkapp.meeting.votes import Fate, Motion
from clerkapp.meeting.words import one_line
from clerkapp.notation.dates import read_date
from clerkapp.notation.escapes import escape, escape_words, unescape
from clerkapp.notation.places import id_of_item, items_by_number, number_of_item
from clerkapp.notation.tags import Tag
from clerkapp.patterns import pattern
from clerkapp.wording.tasks import task_of


class Lists(Struct):
    """What the lines of one meeting are read against: its people, its date and its items."""

    people: Sequence[Person]
    date: dt.date | None = None
    items: Mapping[str, str] | None = None  # by number, see `places`; None until all are read
    doubts: list[str] = field(default_factory=list[str])  # a sentence for each question raised
    attendance: AttendanceList = ()  # who of those people is a member, and who an officer

    def mention(self, words: str) -> Mention | None:
        """Whom `words` mention; None where there are none. "?Finch" is nobody on the lists."""
        words = " ".join(words.split())
        if words.startswith("?"):
            unlisted = words[1:].lstrip()
            return Mention(words=unlisted) if unlisted else None
        found = whom(words, self.people)
        if len(found) == 1:
            return Mention(person_id=found[0].id)
        if found:
            names = " or ".join(person.name for person in found)
            self.doubts.append(f"“{words}” may be {names}: write the name in full")
        return Mention(words=words) if words else None

    def owner(self, words: str) -> Mention | None:
        """Whose an action is: somebody, or several by their names as one mention in words."""
        mention = self.mention(words)
        found = several(mention.words, self.people) if mention and mention.words else ()
        return Mention(words=names_together(found)) if found else mention

    def name(self, mention: Mention | None) -> str:
        """The words from which `self.mention` makes `mention` again; "" for None."""
        if mention is None:
            return ""
        for person in self.people:
            if person.id == mention.person_id:
                is_one = not person.code or len(whom(person.name, self.people)) == 1
                return person.name if is_one else person.code
        return mention.words if self.mention_is_safe(mention) else f"?{mention.words}"

    def mention_is_safe(self, mention: Mention) -> bool:
        """Whether its words alone, without a "?", would be read as the same `mention`."""
        words = mention.words
        found = several(words, self.people)
        is_other = bool(found) and names_together(found) != words
        return not (
            words.startswith("?") or words.isdecimal() or is_other or whom(words, self.people)
        )

    def is_name(self, words: str) -> bool:
        """Whether `words` can be a name or a post rather than something said."""
        words = words.strip()
        if words.startswith("?") or whom(words, self.people):
            return True
        parts = words.split()
        return len(parts) <= 6 and (has_honorific(words) or all(p[0].isupper() for p in parts))


def lists_of(meeting: Meeting) -> Lists:
    """What the lines of `meeting` are read against."""
    people, items = people_of(meeting), items_by_number(meeting)
    return Lists(people, meeting.heading.date, items, attendance=meeting.attendance)


# An action point: what is to be done, then @owner and by when

_DONE = pattern(r" ?(?<!\\)\[done (\d{4}-\d\d-\d\d)\]$")
_OWNER = pattern(r"(?:^|\s)@(?P<tail>(?:(?!\s@)[^\n])*)$")
_BY = pattern(r"(?:^| )by (?P<due>[^\n]{1,40})$")
_FIRST_BY = pattern(r"(?:^|\s)by\s")


def read_action(body: str, lists: Lists) -> tuple[ActionPoint | None, str]:
    """`Report back. @Chief Digital Officer by 2026-04-02` as its facts and "Report back.".

    Without an @ the owner is whoever the words say: `Clerk to report back by 2026-04-02`.
    """
    text, done, due = body, None, ""
    if match := _DONE.search(text):
        done, text = read_date(match.group(1)), text[: match.start()]
    if match := _OWNER.search(text):
        owner, *rest = _FIRST_BY.split(match.group("tail"), maxsplit=1)
        due, text = "".join(rest), text[: match.start()]
        owned_by = lists.owner(unescape(owner, "@[b"))
    else:
        if (match := _BY.search(text)) and _is_due(match.group("due"), lists):
            due, text = match.group("due"), text[: match.start()]
        task = task_of(text, lists.people)
        owned_by, text = (task.owner, task.words) if task else (None, text)
    action = ActionPoint(owned_by, read_due(one_line(unescape(due, "@[")), lists), done)
    return (None if action == ActionPoint() else action), text


def write_action(action: ActionPoint | None, text: str, lists: Lists) -> Iterator[str]:
    """The bodies of an action point: without an empty @ where it can be spared."""
    action = action or ActionPoint()
    owner = escape_words(escape(lists.name(action.owner), "@["), "by")
    due = action.due.isoformat() if isinstance(action.due, dt.date) else escape(action.due, "@[")
    by = f"by {due}" if due else ""
    done = f"[done {action.done}]" if action.done else ""
    if not owner:
        yield spaced(text, by, done)
    yield spaced(text, spaced(f"@{owner}", by), done)


def spaced(*parts: str) -> str:
    """Those of `parts` that say something, with a space between them."""
    return " ".join(part for part in parts if part)


def _is_due(words: str, lists: Lists) -> bool:
    return isinstance(read_due(words, Lists((), lists.date)), dt.date) or _is_next_meeting(words)


def _is_next_meeting(words: str) -> bool:
    return words.rstrip(".").removeprefix("the ") == NEXT_MEETING


def read_due(words: str, lists: Lists, next_meeting: str = NEXT_MEETING) -> dt.date | str:
    """The date that `words` give, or the words themselves: "next meeting", "in due course".

    `next_meeting` is what a house prints for the first of these.
    """
    if _is_next_meeting(words) or words.rstrip(".") == next_meeting:
        return NEXT_MEETING
    if re.search(r"\d", words):
        try:
            return read_date(words.rstrip("."), after=lists.date)
        except ValueError as error:
            lists.doubts.append(str(error))
    return words


# A motion: its words / mover / seconder

SLASH = pattern(r" /(?: |$)")
"""The pattern of what parts the mover from the seconder, and one round from the next."""

_FATE = Tag.of(rf"(?P<fate>{'|'.join(filter(None, Fate))})")


def read_motion(body: str, lists: Lists) -> tuple[Motion | None, str]:
    """`That the report be noted. / Cllr Marsden / Cllr Pryce` as its facts and its words.

    `[withdrawn]`, `[fell]` or `[accepted]` at the end says what became of it without a vote.
    """
    before, newline, last = body.rpartition("\n")
    last, tag = _FATE.taken(last)
    words, *names = SLASH.split(last)
    names, extra = names[-2:], names[:-2]
    mover, seconder = (lists.mention(unescape(name, "/")) for name in (*names, "", "")[:2])
    fate = Fate(tag["fate"].casefold()) if tag else Fate.OPEN
    motion = Motion(mover, seconder, fate=fate)
    said = f"{before}{newline}{' / '.join((words, *extra))}"
    return (None if motion == Motion() else motion), said


def write_motion(motion: Motion | None, text: str, lists: Lists) -> Iterator[str]:
    """The bodies of a motion: without empty places where they can be spared."""
    motion = motion or Motion()
    mover, seconder = (escape(lists.name(m), "/") for m in (motion.mover, motion.seconder))
    bodies = [f"{text} / {mover} / {seconder}"]
    if not seconder:
        bodies.insert(0, f"{text} / {mover}" if mover else text)
    for body in bodies:
        yield spaced(body, f"[{motion.fate}]") if motion.fate else _FATE.kept(body)


# A declaration of interest: the person: its nature; what they did. More words below

_DECLARED = pattern(r"(?P<who>(?:\\.|[^:])*?):(?P<nature>(?:\\.|[^;])*)(?:;(?P<conduct>.*))?")
_ITEM = Tag.of(r"item (?P<item>(?:\\.|[^\[\]\n\\])+)")
_DECLARATION_EXPECTED = "expected “Cllr A Marsden: nature of the interest; what they did”"


def read_declaration(body: str, lists: Lists) -> tuple[Declaration | None, str]:
    """`Cllr A Marsden: a pecuniary interest; left the room [item 8]` as its facts.

    The item is the number that was typed until `with_item` finds the item it means.
    """
    line, _, text = body.partition("\n")
    if not line.strip():
        return None, body
    line, tag = _ITEM.taken(line)
    match = _DECLARED.fullmatch(line)
    if match is None:
        raise ValueError(_DECLARATION_EXPECTED)
    who, nature = (one_line(unescape(match.group(part), ":;")) for part in ("who", "nature"))
    if who and not lists.is_name(who):
        raise ValueError(_DECLARATION_EXPECTED)
    conduct = one_line(unescape(match.group("conduct") or "", ""))
    item = one_line(unescape(tag["item"], "[]")) if tag else ""
    return Declaration(lists.mention(who), nature, conduct, item), text


def with_item(declaration: Declaration, lists: Lists) -> Declaration:
    """`declaration` with the id of the item whose number was typed.

    A number that no item prints is a doubt, and stays among the words.
    """
    typed = declaration.item_id
    if not typed:
        return declaration
    found = id_of_item(typed, lists.items or {})
    if found:
        return replace(declaration, item_id=found)
    lists.doubts.append(f"no item has the number {typed}; kept as words")
    said = f"[item {typed}]"
    if declaration.conduct:
        return replace(declaration, conduct=spaced(declaration.conduct, said), item_id="")
    return replace(declaration, nature=spaced(declaration.nature, said), item_id="")


def write_declaration(declaration: Declaration | None, text: str, lists: Lists) -> Iterator[str]:
    """The bodies of a declaration; the last marks the name as one that is on no list."""
    if declaration is None:
        return
    nature = escape(declaration.nature, ";")
    conduct = f"; {escape(declaration.conduct, '')}" if declaration.conduct else ""
    number = number_of_item(declaration.item_id, lists.items or {})
    for mark in ("", "?"):
        who = mark + escape(lists.name(declaration.person), ":;")
        line = f"{who}: {nature}{conduct}"
        line = f"{line} [item {escape(number, '[]')}]" if number else _ITEM.kept(line)
        yield f"{line}\n{text}" if text else line


# An arrival or a departure: the person. More words below

_INTEREST = Tag.of(r"(?:for an )?interest")


def read_movement(body: str, lists: Lists) -> tuple[Movement | None, str]:
    """`Cllr C Ó Briain` as somebody who came or went, `[interest]` if for an interest declared."""
    line, _, text = body.partition("\n")
    if not line.strip():
        return None, body
    line, tag = _INTEREST.taken(line)
    person = lists.mention(line)
    if person is None or not lists.is_name(line):
        raise ValueError("expected a time and somebody on the lists, as in “19:36 Cllr A Marsden”")
    return Movement(person, for_interest=tag is not None), text


def write_movement(movement: Movement | None, text: str, lists: Lists) -> Iterator[str]:
    """The bodies of an arrival or a departure; the last marks a name that is on no list."""
    if movement is None:
        return
    for mark in ("", "?"):
        line = mark + lists.name(movement.person)
        line = f"{line} [interest]" if movement.for_interest else _INTEREST.kept(line)
        yield f"{line}\n{text}" if text else line
