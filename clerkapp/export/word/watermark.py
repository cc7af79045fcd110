"""DRAFT across the page, as Word itself writes it."""

from xml.sax.saxutils import escape

from lxml import etree

from clerkapp.export.word.elements import Node, node
from clerkapp.resources import resource


def watermark(words: str, number: int) -> Node:
    """A run that puts `words` across the page behind the text; `number` tells headers apart."""
    template = resource("templates", "watermark.xml").read_text(encoding="utf-8")
    drawn = etree.fromstring(
        template.format(number=number, spid=2048 + number, words=escape(words))
    )
    return node("r", node("rPr", node("noProof")), drawn)
