"""DRAFT across the page, as Word itself writes it."""

import re
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from clerkapp.export.word.elements import Markup
from clerkapp.resources import resource


def watermark(words: str, number: int) -> Markup:
    """A run that puts `words` across the page behind the text; `number` tells headers apart."""
    drawn = _template().format(
        number=number, spid=2048 + number, words=escape(words), alternative=quoteattr(words)
    )
    return f"<w:r><w:rPr><w:noProof/></w:rPr>{drawn}</w:r>"


@cache
def _template() -> str:
    text = resource("templates", "watermark.xml").read_text(encoding="utf-8")
    return re.sub(r">\s+<", "><", text).strip()
