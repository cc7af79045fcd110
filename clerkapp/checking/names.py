"""Rules about the people who are named."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from clerkapp.checking.findings import Finding, Severity, entries
from clerkapp.meeting.entries import Entry, EntryKind, present_facts
from clerkapp.meeting.meeting import Meeting, people_of
from clerkapp.meeting.mentions import mentions_in
from clerkapp.meeting.people import Person, has_honorific, surname, whom, without_honorific

_NAME = r"[A-ZÀ-Þ][\w’'-]*\.?(?:\s+(?:[A-ZÀ-Þ][\w’'-]*\.?|van|von|de|der|den|du|di|la|le))*"
_COUNCILLOR = re.compile(rf"\b(?:Councillors?|Cllrs?)\.?\s+({_NAME}(?:(?:,|,?\s+and)\s+{_NAME})*)")
_BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def person_not_on_the_lists(meeting: Meeting) -> Iterator[Finding]:
    """N1: every member named is on the attendance list, under the same letters."""
    people = people_of(meeting)
    if not people:
        return
    for spot, entry in entries(meeting):
        for name in dict.fromkeys(_names(entry)):
            if _is_somebody(name, people):
                continue
            near = _nearest(name, people)
            yield spot.finding(
                "N1",
                Severity.ERROR,
                f"{name} is on none of the lists",
                f"Did you mean {near}?" if near else "Correct the name, or add it to the lists.",
            )


def _names(entry: Entry) -> Iterator[str]:
    owner_may_be_a_post = entry.kind is EntryKind.ACTION_POINT
    for mention in mentions_in(present_facts(entry)):
        if mention.words and (has_honorific(mention.words) or not owner_may_be_a_post):
            yield mention.words
    speaker = entry.speaker.words if entry.speaker else ""
    if has_honorific(speaker) and surname(speaker) not in entry.text:  # there it is found anyway
        yield speaker
    for match in _COUNCILLOR.finditer(entry.text):
        for name in _BETWEEN.split(match.group(1)):
            yield f"Councillor {_bare(name)}"


def _bare(name: str) -> str:
    return re.sub(r"[’'](?:s)?$", "", without_honorific(name))


def _is_somebody(name: str, people: tuple[Person, ...]) -> bool:
    """Whether `name`, or its first words, is somebody: "Councillor Finch Chair" begins with one."""
    words = name.split()
    return any(whom(" ".join(words[:end]), people) for end in range(len(words), 0, -1))


def _nearest(name: str, people: tuple[Person, ...]) -> str:
    by_surname = {surname(person.name): person.name for person in people}
    near = get_close_matches(surname(name), by_surname, n=1, cutoff=0.6)
    return by_surname[near[0]] if near else ""
