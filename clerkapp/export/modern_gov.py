"""An item as ModernGov takes it: a piece of HTML to paste, in its own words and nobody's look.

ModernGov prints the number and title of an item itself, and keeps its documents; its editor throws
classes and styles away. So a piece has paragraphs, lists, tables and strong words, and no more.
"""

import io
import re
import zipfile

from clerkapp.export.markup import Markup
from clerkapp.export.parts import Division, Documents, Item, item_parts
from clerkapp.wording.minutes import Minutes, Section

_FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip entry can have


def item_markup(minutes: Minutes, item_id: str) -> str:
    """One item of `minutes` as a piece of HTML; "" where they have it not."""
    markup = Markup(minutes.language)
    lines = [
        line
        for part in item_parts(minutes, item_id)
        if not isinstance(part, Division | Item | Documents)
        for line in markup.part(part)
    ]
    return "".join(f"{line}\n" for line in lines)


def modern_gov(minutes: Minutes) -> bytes:
    """A zip with a file for each item, named in the order of the agenda; always the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for place, section in enumerate(minutes.sections, 1):
            entry = zipfile.ZipInfo(_name(place, section), _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, item_markup(minutes, section.item_id))
    return held.getvalue()


def _name(place: int, section: Section) -> str:
    """06-digital-and-customer-progress-update.html: sorted by name they stand in order."""
    title = re.sub(r"[^\w]+", "-", section.title.lower())[:60].strip("-")
    return f"{place:02}-{title or 'item'}.html"
