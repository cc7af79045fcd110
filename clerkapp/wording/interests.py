"""Declarations of interest in a sentence: who declared what in which item, and what they did."""

import re

from clerkapp.law.interests import found_in, in_full
from clerkapp.law.jurisdiction import Jurisdiction
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.numbering import number_of
from clerkapp.patterns import pattern
from clerkapp.wording.minutes import EMPTY
from clerkapp.wording.style_words import InterestWords

_JOINED = pattern(r"(?:as|in|of|because|fel|yn|am|oherwydd)\b", re.IGNORECASE)
_ONE_CAPITAL = pattern(r"[A-Z][a-z-]+(?: [a-z-]+)*$")
_WELSH_INTEREST = pattern(
    r"\b(?:buddian(?:t|nau)|diddordeb|cysylltiad)\b(?: (?:(?:a|ac|ac yn|yn) )?"
    r"(?:personol|rhagfarnol|ariannol|datgeladwy|cofrestradwy|anghofrestradwy|arall)\b)*",
    re.IGNORECASE,
)
_ITEM = (
    r"(?i:(?:agenda )?(?:items?|eitem(?:au)?)(?: (?:nos?\.?|rhif))? (?:[\w./]+(?:,| and| a| &) )*?)"
)
_ITEM_ON = pattern(
    r",?\s*\b(?:in the (?:agenda )?item (?:on|about|concerning|regarding|for)|yn yr eitem "
    r"(?:ar|am|ynghylch))\b\s*(?P<what>[^,;.]+?)(?=[,;.]|\s+(?:as|fel)\b|$)",
    re.IGNORECASE,
)
_ARTICLES = frozenset(("the", "a", "an", "of", "for", "and", "y", "yr", "a’r"))
_INTEREST = pattern(rf"\binterests?\b|{_WELSH_INTEREST.pattern}", re.IGNORECASE)
_ARTICLE = pattern(r"(?:an?|the|no|his|her|their)\b", re.IGNORECASE)


def declaration_sentence(
    declaration: Declaration, person: str, meeting: Meeting, words: InterestWords, law: Jurisdiction
) -> str:
    """Who declared what, in which item if it is another, and what they then did.

    A nature that was typed by its short name is printed by its full one.
    """
    form = words.declared_conduct if declaration.conduct else words.declared
    item = _item_of(declaration, meeting)
    number, title = (number_of(meeting, item), item.title) if item else ("", "")
    nature = _behind_item(in_full(declaration.nature.strip(), law), number)
    base, rest = _parts(nature, words, law)
    where = base
    if item and not _names_item(nature, number, title):
        place = words.in_item if number else words.in_title
        where = place.format(interest=base, number=number, title=title)
    if where != base and rest.startswith(" "):
        rest = f",{rest}"
    said = form.format(person=person, interest=f"{where}{rest}", conduct=declaration.conduct)
    return _capital(said[:-1] if said.endswith("..") else said)


def declaration_cells(
    declaration: Declaration, person: str, meeting: Meeting, law: Jurisdiction
) -> tuple[str, str, str, str]:
    """The same in columns: who declared, in which other item, what, and what they then did."""
    item = _item_of(declaration, meeting)
    nature = in_full(declaration.nature.strip(), law)
    nature = _without_item(nature, number_of(meeting, item), item.title) if item else nature
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


def _item_of(declaration: Declaration, meeting: Meeting) -> AgendaItem | None:
    return next((e for e in meeting.items if e.id and e.id == declaration.item_id), None)


def _behind_item(nature: str, number: str) -> str:
    """The words behind the item, which is told beside them: of “Item 5: personal interest”."""
    return re.sub(rf"^{_ITEM}{re.escape(number)}\s*[,:–-]\s*(?=\w)", "", nature)


def is_about(what: str, title: str) -> bool:
    """Whether an item of that title is called so: “the hall roof” of “Village hall: roof”."""
    words = {*re.findall(r"\w+", what.casefold())} - _ARTICLES
    return bool(words) and words <= {*re.findall(r"\w+", title.casefold())}


def is_called(what: str, title: str) -> bool:
    """Whether an item of that title is called just so: “the allotments” of “Allotments”."""
    return is_about(what, title) and is_about(title, what)


def _without_item(nature: str, number: str, title: str) -> str:
    """The words without the item, which has a column: of “personal interest in item 5, as …”."""
    item = rf",?\s*\b(?:(?:in|yn)\s+)?(?i:(?:agenda )?item|eitem) {re.escape(number)}"
    named = rf"{item}(?=[,;.]|\s+(?:as|fel)\b|$)"
    nature = re.sub(named, "", _behind_item(nature, number), count=1)
    if (told := _ITEM_ON.search(nature)) and is_about(told["what"], title):
        nature = nature[: told.start()] + nature[told.end() :]
    return nature.lstrip(" ,")


def _names_item(nature: str, number: str, title: str) -> bool:
    """Whether the words say themselves in which item: “in item 5”, “in the item on the hall”."""
    by_number = number and re.search(rf"\b{_ITEM}{re.escape(number)}(?![\w/])", nature)
    by_title = title and re.search(
        rf"(?i:\b(?:in|yn) (?:the )?[“\"']?{re.escape(title)}\b)", nature
    )
    told = _ITEM_ON.search(nature)
    return bool(by_number or by_title or (told and is_about(told["what"], title)))
