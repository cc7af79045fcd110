"""What stands at the head and the foot of the pages of a Word document, over lxml alone."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from clerkapp.notation.word_paragraphs import FALLBACK, Node, W, evened

_COUNTED = frozenset((f"{W}fldSimple", f"{W}txbxContent", FALLBACK))


def is_margin(part: str) -> bool:
    """Whether the part of a package with that name is a header or a footer, as Office names it."""
    return PurePosixPath(part).name.startswith(("header", "footer")) and part.endswith(".xml")


def margin_words(parts: Iterable[Node]) -> tuple[str, ...]:
    """The words of each paragraph of headers and footers, once, without the numbers of pages.

    Those are fields, in which each program that saves the file leaves another number.
    """
    paragraphs = (each for part in parts for each in part.iter(f"{W}p"))
    words = (evened(" ".join("".join(_words(each)).split())) for each in paragraphs)
    return tuple(dict.fromkeys(filter(None, words)))


def _words(paragraph: Node) -> Iterator[str]:
    depth = 0  # of fields within one another
    for child in _seen(paragraph):
        if child.tag == f"{W}fldChar":
            kind = child.get(f"{W}fldCharType")
            depth += (kind == "begin") - (kind == "end")
        elif not depth:
            yield (child.text or "") if child.tag == f"{W}t" else " "


def _seen(element: Node) -> Iterator[Node]:
    for child in element:
        if child.tag in (f"{W}t", f"{W}tab", f"{W}br", f"{W}fldChar"):
            yield child
        elif child.tag not in _COUNTED:
            yield from _seen(child)
