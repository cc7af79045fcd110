"""The facts of an entry as they stand in its lines, each kind read and written side by side.

The body of an entry is its lines without mark and time. A reader takes a body and gives the
facts and the words that are left; a body that does not say what its mark promises raises
ValueError with what was expected. A writer gives the bodies in which facts and words can be
put, the most natural first; the first that its reader takes back whole is the one to use.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clerkapp.meeting.actions import NEXT_MEETING, ActionPoint
from clerkapp.meeting.entries import Movement, Referral
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention, Person, has_honorific, whom
from clerkapp.meeting.votes import Casting, Motion, Side, Vote
from clerkapp.meeting.words import one_line
from clerkapp.notation.dates import read_date
from clerkapp.notation.escapes import escape, escape_words, split_list, unescape


@dataclass
class Lists:
    """What the lines of one meeting are read against: its people and its date."""

    people: Sequence[Person]
    date: dt.date | None = None
    doubts: list[str] = field(default_factory=list[str])  # a sentence for each question raised

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

    def name(self, mention: Mention | None) -> str:
        """The words from which `self.mention` makes `mention` again; "" for None."""
        if mention is None:
            return ""
        for person in self.people:
            if person.id == mention.person_id:
                return person.name
        return mention.words if self.mention_is_safe(mention) else f"?{mention.words}"

    def mention_is_safe(self, mention: Mention) -> bool:
        """Whether its words alone, without a "?", would be read as the same `mention`."""
        words = mention.words
        return not (words.startswith("?") or words.isdecimal() or whom(words, self.people))

    def is_name(self, words: str) -> bool:
        """Whether `words` can be a name or a post rather than something said."""
        words = words.strip()
        if words.startswith("?") or whom(words, self.people):
            return True
        parts = words.split()
        return len(parts) <= 6 and (has_honorific(words) or all(p[0].isupper() for p in parts))


# An action point: what is to be done, then @owner and by when

_DONE = re.compile(r" ?(?<!\\)\[done (\d{4}-\d\d-\d\d)\]$")
_OWNER = re.compile(r"(?:^|\s)@(?P<tail>(?:(?!\s@)[^\n])*)$")
_BY = re.compile(r"(?:^| )by (?P<due>[^\n]{1,40})$")
_FIRST_BY = re.compile(r"(?:^|\s)by\s")


def read_action(body: str, lists: Lists) -> tuple[ActionPoint | None, str]:
    """`Report back. @Chief Digital Officer by 2026-04-02` as its facts and "Report back."."""
    text, done, owner, due = body, None, "", ""
    if match := _DONE.search(text):
        done, text = read_date(match.group(1)), text[: match.start()]
    if match := _OWNER.search(text):
        owner, *rest = _FIRST_BY.split(match.group("tail"), maxsplit=1)
        due, text = "".join(rest), text[: match.start()]
    elif (match := _BY.search(text)) and _is_due(match.group("due"), lists):
        due, text = match.group("due"), text[: match.start()]
    owned_by = lists.mention(unescape(owner, "@[b"))
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
        yield _spaced(text, by, done)
    yield _spaced(text, _spaced(f"@{owner}", by), done)


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _is_due(words: str, lists: Lists) -> bool:
    return isinstance(read_due(words, Lists((), lists.date)), dt.date) or _is_next_meeting(words)


def _is_next_meeting(words: str) -> bool:
    return words.rstrip(".").removeprefix("the ") == NEXT_MEETING


def read_due(words: str, lists: Lists) -> dt.date | str:
    """The date that `words` give, or the words themselves: "next meeting", "in due course"."""
    if _is_next_meeting(words):
        return NEXT_MEETING
    if re.search(r"\d", words):
        try:
            return read_date(words.rstrip("."), after=lists.date)
        except ValueError as error:
            lists.doubts.append(str(error))
    return words


# A motion: its words / mover / seconder

_SLASH = re.compile(r" /(?: |$)")


def read_motion(body: str, lists: Lists) -> tuple[Motion | None, str]:
    """`That the report be noted. / Cllr Marsden / Cllr Pryce` as its facts and its words."""
    before, newline, last = body.rpartition("\n")
    words, *names = _SLASH.split(last)
    names, extra = names[-2:], names[:-2]
    mover, seconder = (lists.mention(unescape(name, "/")) for name in (*names, "", "")[:2])
    motion = Motion(mover, seconder)
    said = f"{before}{newline}{' / '.join((words, *extra))}"
    return (None if motion == Motion() else motion), said


def write_motion(motion: Motion | None, text: str, lists: Lists) -> Iterator[str]:
    """The bodies of a motion: without empty places where they can be spared."""
    motion = motion or Motion()
    mover, seconder = (escape(lists.name(m), "/") for m in (motion.mover, motion.seconder))
    if not seconder:
        yield f"{text} / {mover}" if mover else text
    yield f"{text} / {mover} / {seconder}"


# A recommendation: the body it goes to, then its words

_TO_BODY = re.compile(
    r"(?:(?![Tt]hat\b|[\[(\s])(?P<body>(?:\\.|[^:\n])+?)|\[(?P<bracketed>(?:\\.|[^\]\n])+)\])"
    r":(?: |(?=\n)|$)"
)


def read_recommendation(body: str, _lists: Lists) -> tuple[Referral | None, str]:
    """`Council: That the budget be approved.` as the body and its words."""
    if match := _TO_BODY.match(body):
        to = match.group("body") or match.group("bracketed")
        return Referral(one_line(unescape(to, ":]"))), body[match.end() :]
    return None, body


def write_recommendation(referral: Referral | None, text: str, _lists: Lists) -> Iterator[str]:
    """The bodies of a recommendation; the last suits a body that begins like a sentence."""
    if referral is None:
        yield text
        return
    words = f" {text}" if text else ""
    yield f"{escape(referral.body, ':')}:{words}"
    yield f"[{escape(referral.body, ']')}]:{words}"


# A vote: the sides, each with a number or with names; more words on the lines below

_SIDE = re.compile(
    r"(?<!\S)(?:casting(?: vote)?:? (?P<way>for|against)|(?P<unanimous>unanimous(?:ly)?)"
    r"|(?P<side>for|against|abst(?:ain(?:ed|ing|s)?|entions?)))(?=[\s,;:.]|$):?",
    re.IGNORECASE,
)
_SIDE_WORDS = (
    r"(?:casting|unanimous|unanimously|for|against|abst(?:ain(?:ed|ing|s)?|entions?))"
    r"(?:[:;,.\\]\S*)?"  # what may stand behind one without parting it from the side
)
_ENDS = re.compile(r"^[\s,;.]+|(?<!\\)[\s,;.]+$")
_VOTE_EXPECTED = "expected “for 7 against 0 abstained 1”, names, “casting for” or “unanimous”"


def read_vote(body: str, lists: Lists) -> tuple[Vote | None, str]:
    """`for 7 against 0 abstained 1` or `for Cllr A; Cllr B against Cllr C` as its sides."""
    line, _, text = body.partition("\n")
    if not line.strip():
        return None, body
    starts = list(_SIDE.finditer(line))
    if not starts or line[: starts[0].start()].strip():
        raise ValueError(_VOTE_EXPECTED)
    sides: dict[str, Side] = {}
    casting, unanimous = "", False
    for match, following in zip(starts, [*starts[1:], None], strict=True):
        words = _ENDS.sub("", line[match.end() : following.start() if following else None])
        if match.group("side"):
            side = match.group("side")[:3].casefold()
            if side in sides or not words:
                raise ValueError(_VOTE_EXPECTED)
            sides[side] = _read_side(words, lists)
            continue
        if words:
            raise ValueError(_VOTE_EXPECTED)
        casting = (match.group("way") or "").casefold() or casting
        unanimous = unanimous or match.group("unanimous") is not None
    way = Casting(casting)
    return Vote(sides.get("for"), sides.get("aga"), sides.get("abs"), way, unanimous), text


def _read_side(words: str, lists: Lists) -> Side:
    if words.isdecimal() and len(words) <= 6:
        return int(words)
    names = [unescape(part, ";,.acfu") for part in split_list(words)]
    lists.doubts += [
        f"“{name}” is read as a name; expected a number, or names"
        for name in names
        if not lists.is_name(name)
    ]
    mentions = tuple(mention for mention in map(lists.mention, names) if mention)
    if not mentions:
        raise ValueError(_VOTE_EXPECTED)
    return mentions


def write_vote(vote: Vote | None, text: str, lists: Lists) -> Iterator[str]:
    """The body of a vote."""
    if vote is None:
        return

    def words(word: str, side: Side) -> str:
        if isinstance(side, tuple):
            names = (escape_words(escape(lists.name(m), ";,."), _SIDE_WORDS) for m in side)
            return f"{word} {'; '.join(names)}"
        return "" if side is None else f"{word} {side}"

    line = _spaced(
        "unanimous" if vote.unanimous else "",
        words("for", vote.in_favour),
        words("against", vote.against),
        words("abstained", vote.abstained),
        f"casting {vote.casting}" if vote.casting else "",
    )
    yield f"{line}\n{text}" if text else line


# A declaration of interest: the person: its nature; what they did. More words below

_DECLARED = re.compile(r"(?P<who>(?:\\.|[^:])*?):(?P<nature>(?:\\.|[^;])*)(?:;(?P<conduct>.*))?")
_DECLARATION_EXPECTED = "expected “Cllr A Marsden: nature of the interest; what they did”"


def read_declaration(body: str, lists: Lists) -> tuple[Declaration | None, str]:
    """`Cllr A Marsden: a pecuniary interest; left the room` as its facts."""
    line, _, text = body.partition("\n")
    if not line.strip():
        return None, body
    match = _DECLARED.fullmatch(line)
    if match is None:
        raise ValueError(_DECLARATION_EXPECTED)
    who, nature = (one_line(unescape(match.group(part), ":;")) for part in ("who", "nature"))
    if who and not lists.is_name(who):
        raise ValueError(_DECLARATION_EXPECTED)
    conduct = one_line(unescape(match.group("conduct") or "", ""))
    return Declaration(lists.mention(who), nature, conduct), text


def write_declaration(declaration: Declaration | None, text: str, lists: Lists) -> Iterator[str]:
    """The bodies of a declaration; the last marks the name as one that is on no list."""
    if declaration is None:
        return
    nature = escape(declaration.nature, ";")
    conduct = f"; {escape(declaration.conduct, '')}" if declaration.conduct else ""
    for mark in ("", "?"):
        who = mark + escape(lists.name(declaration.person), ":;")
        line = f"{who}: {nature}{conduct}"
        yield f"{line}\n{text}" if text else line


# An arrival or a departure: the person. More words below


def read_movement(body: str, lists: Lists) -> tuple[Movement | None, str]:
    """`Cllr C Ó Briain` as somebody who came or went."""
    line, _, text = body.partition("\n")
    if not line.strip():
        return None, body
    person = lists.mention(line)
    if person is None or not lists.is_name(line):
        raise ValueError("expected a time and somebody on the lists, as in “19:36 Cllr A Marsden”")
    return Movement(person), text


def write_movement(movement: Movement | None, text: str, lists: Lists) -> Iterator[str]:
    """The bodies of an arrival or a departure; the last marks a name that is on no list."""
    if movement is None:
        return
    for mark in ("", "?"):
        line = mark + lists.name(movement.person)
        yield f"{line}\n{text}" if text else line
