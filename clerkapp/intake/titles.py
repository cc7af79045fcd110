"""The title of an item as a house prints it, and from an edited one back to the title."""

from difflib import SequenceMatcher

from clerkapp.notation.word_paragraphs import evened
from clerkapp.patterns import pattern

_TOKENS = pattern(r"\w+|\s+|[^\w\s]")


def title_back(printed: str, word: str, title: str) -> str | None:
    """The title that `word` has in place of what was `printed` of `title`.

    A house may print it in capitals, and words of its own after it: “(Agenda item 6)”. None where
    those were changed, for they are the house's.
    """
    title = evened(title)
    for shown in (title, title.upper()):
        if printed.startswith(shown):
            after = printed[len(shown) :]
            if not word.endswith(after):
                return None
            core = word[: len(word) - len(after)] if after else word
            return core if shown == title else _with_case_of(title, core)
    return None


def _with_case_of(title: str, core: str) -> str:
    """`core`, typed among capitals, with small letters where `title` has them."""
    was, now = _TOKENS.findall(title), _TOKENS.findall(core)
    folded = ([each.casefold() for each in was], [each.casefold() for each in now])
    told: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, *folded, autojunk=False).get_opcodes():
        told += was[i:j] if kind == "equal" else [_small(each) for each in now[k:m]]
    words = "".join(told)
    return words[:1].upper() + words[1:]


def _small(word: str) -> str:
    return word.lower() if word.isupper() else word
