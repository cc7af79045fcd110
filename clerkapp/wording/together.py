"""Several names as one phrase: "Councillors Ash, Bay and Cole", "y Cynghorwyr Ash, Bay ac Owen"."""

import re
from collections.abc import Sequence

from clerkapp.patterns import pattern
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.languages import WELSH

_ONE_OF_MANY = pattern(r"(Councillor|Cllr|Cr|Member|Alderman|Bailie) (?=\S)")
_PLURALS = {"Alderman": "Aldermen"}
_ARTICLE = pattern(r"yr? ")
_VOWEL = pattern(r"[aeiouyâêîôûŵŷ]", re.IGNORECASE)


def title_of_many(name: str, style: HouseStyle) -> tuple[str, str]:
    """The title of `name`, and as it is said once for several: "Councillor", "Councillors".

    "" and "" of "Mr Bay".
    """
    layout, form = style.layout, style.words.named_member
    if layout.several:
        for told in (form, "{name}"):  # in a sentence a title may have words around it
            before = told.partition("{name}")[0]
            if name.startswith(f"{before}{layout.member} "):
                return f"{before}{layout.member}", f"{before}{layout.several}"
    match = _ONE_OF_MANY.match(name)
    title = match.group(1) if match else ""
    return title, title and _PLURALS.get(title, f"{title}s")


def together(names: Sequence[str], style: HouseStyle) -> str:
    """Names as one phrase: "Councillors Ash, Bay and Cole", "Councillor Ash and Mr Bay"."""
    title = ""
    one, several = title_of_many(names[0], style)
    if len(names) > 1 and one and all(name.startswith(f"{one} ") for name in names):
        title = f"{several} "
        names = [name[len(one) + 1 :] for name in names]
    *others, last = names
    if not others:
        return title + last
    joint = _welsh_and(last) if style.words.language == WELSH else f" and {last}"
    return f"{title}{', '.join(others)}{joint}"


def _welsh_and(word: str) -> str:
    """“a” before `word`: “ac” before a vowel, “a’r” for the article. Names are not mutated."""
    if article := _ARTICLE.match(word):
        return f" a’r {word[article.end() :]}"
    return f" {'ac' if _VOWEL.match(word) else 'a'} {word}"
