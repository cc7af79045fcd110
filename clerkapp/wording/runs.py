"""The runs of a paragraph: a label in bold and the words after it, with one stop at the end."""

from clerkapp.patterns import pattern
from clerkapp.wording.minutes import Run

BEGINS = pattern(r"^(?:That|To)\b")
"""How what is moved or resolved begins; never a name."""

_SENTENCE = 5  # words


def labelled(
    label: str, text: str, tail: str = "", *, before_tail: str = " ", needs_text: bool = True
) -> tuple[Run, ...]:
    """`label` in bold and the words after it; nothing where there is nothing to label."""
    parts = (stopped(text) if tail and text else text, tail)
    said = before_tail.join(filter(None, parts))
    if not said and needs_text:
        return ()
    if not label:
        return (Run(said),) if said else ()
    gap = "\n" if "\n" in label else " "  # words do not go on in the last of several lines
    return (Run(label, bold=True), *((Run(f"{gap}{said}"),) if said else ()))


def plain(*parts: str) -> tuple[Run, ...]:
    """The parts that say something as one run."""
    said = " ".join(filter(None, parts))
    return (Run(said),) if said else ()


def stopped(text: str) -> str:
    """`text` with a full stop where a clerk in a hurry left it out."""
    text = text.rstrip()
    return text if text.endswith((".", "?", "!", ":", ";", "…", ".”", ".’", ")")) else f"{text}."


def ended(text: str) -> str:
    """`text` stopped, where it is a sentence that ends in a word: so few or so many lines are none.

    A reference, a name or the title of a paper is left as it was typed, and so are points.
    """
    is_word = text[-1:].isalnum() or text.endswith("%")
    is_sentence = is_word and len(text.split()) >= _SENTENCE and "\n" not in text
    return stopped(text) if is_sentence else text


def capital(text: str) -> str:
    """`text` with a capital."""
    return text[:1].upper() + text[1:]
