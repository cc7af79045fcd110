"""Whose an action point is, where its words say so: “Clerk to get three quotes”."""

from collections.abc import Iterable

from msgspec import Struct

from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.people import (
    Mention,
    Person,
    folded,
    has_honorific,
    names_together,
    several,
    whom,
    without_honorific,
)
from clerkapp.patterns import pattern
from clerkapp.wording.kinds import without_label
from clerkapp.wording.openings import ROLE

_LONGEST_OWNER = 80  # characters
_JOINT = pattern(
    r"(?P<task>\s(?:(?:is|are)\s)?to\s(?!(?:be|the|all|an?)\b)(?=[a-z])"
    r"|\s(?:will|shall)\s(?!be\b)(?=[a-z]))"
    r"|(?P<welsh>\si\s(?=[a-zâêîôûŵŷ]))"  # “Clerc i gysylltu”: alone the verb is “cysylltu”
    r"|\s[–-]\s+|:\s+|\.?$"
)
_BEHIND = pattern(
    rf"(?<=\S)\s+(?:\((?P<bracketed>[^()\n]{{1,{_LONGEST_OWNER}}})\)"
    rf"|[–-]\s+(?P<dashed>[^()\n–]{{1,{_LONGEST_OWNER}}}?))\.?\s*$"
)
_POST = pattern(
    rf"(?:The )?(?:[A-Z][\w’'-]* )*(?:{ROLE}|(?:Vice-)?Chair(?:man|woman|person)?)"
    r"(?: (?:of|for|and) [^,;:]+)?"
)


class Task(Struct, frozen=True):
    """Who is to do something, and what: "Get three quotes", behind the label that was typed."""

    owner: Mention
    words: str


def task_of(text: str, people: Iterable[Person], *, unsure: bool = False) -> Task | None:
    """Whose `text`, the words of an action point, say that it is: “Action: Clerk to write …”.

    That is somebody on the lists of the meeting, several of them, or at least a post or a title
    and a name. None where the words begin with none of these: “Report to be sent”, “All to read”.
    With `unsure` it is also a name that two people bear, in words, for whoever can ask which.
    """
    said = without_label(EntryKind.ACTION_POINT, text)
    label, everyone = text[: len(text) - len(said)], tuple(people)
    line = said.split("\n", 1)[0]
    for joint in _JOINT.finditer(line, 1, _LONGEST_OWNER):
        who = line[: joint.start()]
        owner = _listed(who, everyone) or (_unlisted(who, everyone) if joint["task"] else None)
        if unsure and joint["task"] and len(whom(who, everyone)) > 1:
            owner = Mention(words=who)
        if owner:
            what = said if joint["welsh"] else said[joint.end() :]
            return Task(owner, f"{label}{what[:1].upper()}{what[1:]}".rstrip(" "))
    return _named_behind(text, everyone)


def _named_behind(text: str, people: tuple[Person, ...]) -> Task | None:
    """Whom the end of the words names: “Get three quotes (Clerk)”, “Get three quotes – Clerk”."""
    behind = _BEHIND.search(text)
    owner = behind and _listed(behind["bracketed"] or behind["dashed"], people)
    return Task(owner, text[: behind.start()]) if behind and owner else None


def _listed(who: str, people: tuple[Person, ...]) -> Mention | None:
    """Somebody on the lists, or several of them.

    A first name that only one has will do, and the Clerk may be the Town Clerk.
    """
    found = whom(who, people) or tuple(p for p in people if folded(who) == _first_name(p) != "")
    found = found or tuple(p for p in people if _ends_post(p, f" {folded(who)}"))
    if len(found) == 1:
        return Mention(person_id=found[0].id)
    together = several(who, people)
    return Mention(words=names_together(together)) if together else None


def _unlisted(who: str, people: tuple[Person, ...]) -> Mention | None:
    """A post or a title and a name that nobody on the lists has."""
    is_somebody = has_honorific(who) or _POST.fullmatch(who)
    return Mention(words=" ".join(who.split())) if is_somebody and not whom(who, people) else None


def _ends_post(person: Person, said: str) -> bool:
    post = folded(person.post or person.name)
    return post.endswith(said) and not post.startswith(("vice", "deputy", "assistant"))


def _first_name(person: Person) -> str:
    """The first name, folded: "ada" of “Mrs Ada Penn”; "" of initials."""
    first, *rest = folded(without_honorific(person.name)).split() or [""]
    return first if rest and len(first) > 1 else ""
