"""Declarations of interest in a sentence: who declared what in which item, and what they did."""

import re

from clerkapp.law.interests import found_in, in_full
from clerkapp.law.jurisdiction import Jurisdiction
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.numbering import number_of
from clerkapp.wording.minutes import EMPTY
from clerkapp.wording.style_words import InterestWords

_JOINED = re.compile(r"(?:as|in|of|because|fel|yn|am|oherwydd)\b", re.IGNORECASE)
_ONE_CAPITAL = re.compile(r"[A-Z][a-z-]+(?: [a-z-]+)*$")
_WELSH_INTEREST = re.compile(r"\b(?:buddian(?:t|nau)|diddordeb|cysylltiad)\b", re.IGNORECASE)
_INTEREST = re.compile(rf"\binterests?\b|{_WELSH_INTEREST.pattern}", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the|no|his|her|their)\b", re.IGNORECASE)


def declaration_sentence(
    declaration: Declaration, person: str, meeting: Meeting, words: InterestWords, law: Jurisdiction
) -> str:
    """Who declared what, in which item if it is another, and what they then did.

    A nature that was typed by its short name is printed by its full one.
    """
    form = words.declared_conduct if declaration.conduct else words.declared
    base, rest = _parts(in_full(declaration.nature.strip(), law), words, law)
    where = _in_item(base, declaration.item_id, meeting, words)
    if where != base and rest.startswith(" "):
        rest = f",{rest}"
    said = form.format(person=person, interest=f"{where}{rest}", conduct=declaration.conduct)
    return _capital(said[:-1] if said.endswith("..") else said)


def declaration_cells(
    declaration: Declaration, person: str, meeting: Meeting, law: Jurisdiction
) -> tuple[str, str, str, str]:
    """The same in columns: who declared, in which other item, what, and what they then did."""
    nature = in_full(declaration.nature.strip(), law)
    item = next((e for e in meeting.items if e.id and e.id == declaration.item_id), None)
    place = f"{number_of(meeting, item)} {item.title}".strip() if item else ""
    cells = (person, place, _capital(nature), _capital(declaration.conduct))
    name, where, interest, conduct = (cell or EMPTY for cell in cells)
    return name, where, interest, conduct


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _parts(nature: str, words: InterestWords, law: Jurisdiction) -> tuple[str, str]:
    """The interest as it follows "declared", and what was said of it: ", as a trustee"."""
    if not nature:
        return words.unnamed, ""
    found = found_in(nature, law) or _INTEREST.search(nature)
    if found:
        base = nature[: found.end()]
        is_welsh = _WELSH_INTEREST.search(base) is not None  # which has no “a” before it
        return base if is_welsh else _with_article(base), nature[found.end() :]
    if _JOINED.match(nature):
        return words.unnamed, f" {nature[0].lower()}{nature[1:]}"
    return words.unnamed, words.explained.format(words=nature)


def _with_article(nature: str) -> str:
    """A personal interest of “Personal interest”; “an Other Disclosable Interest” as typed."""
    if _ARTICLE.match(nature):
        return nature
    if _ONE_CAPITAL.match(nature):
        nature = nature[0].lower() + nature[1:]
    return f"{'an' if nature[0] in 'aeiouAEIOU' else 'a'} {nature}"


def _in_item(interest: str, item_id: str, meeting: Meeting, words: InterestWords) -> str:
    for item in meeting.items if item_id else ():
        if item.id == item_id:
            number = number_of(meeting, item)
            form = words.in_item if number else words.in_title
            return form.format(interest=interest, number=number, title=item.title)
    return interest
