"""What stands around the body: headers, footers, and the properties of the file."""

from functools import partial
from string import Formatter
from xml.sax.saxutils import escape

from clerkapp.export.word.elements import Markup, field, paragraph, run
from clerkapp.export.word.pages import page_count
from clerkapp.export.word.tree import R, W
from clerkapp.export.word.watermark import watermark
from clerkapp.meeting.words import clean
from clerkapp.wording.minutes import Minutes

_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LONGEST_PROPERTY = 255  # characters that Word allows
_BOX = (
    '<w:r><w:rPr><w:bdr w:val="single" w:sz="4" w:space="0" w:color="6B6B6B"/></w:rPr>'
    f"<w:t>{chr(0xA0) * 14}</w:t></w:r>"
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def headers(minutes: Minutes) -> tuple[bytes, bytes]:
    """The header parts of the first page and of the others."""
    first = paragraph("HeaderFirst", draft_mark(minutes, 1))
    words = f"{minutes.committee or minutes.title}\t{minutes.running}"
    other = paragraph("Header", draft_mark(minutes, 2), run(words, document=minutes.language))
    return header_of(first), header_of(other)


def header_of(content: Markup) -> bytes:
    """The part of a header with that paragraph."""
    return _part("hdr", content)


def draft_mark(minutes: Minutes, number: int) -> Markup:
    """DRAFT across the page; "" once the minutes are confirmed."""
    mark = clean(minutes.draft_label).rstrip(".").upper()
    return watermark(mark, number) if mark else ""


def footer(minutes: Minutes) -> bytes:
    """The footer part of every page: the council, and the page.

    Loose leaves whose numbers go on from the meeting before have a box for the initials of whoever
    signs (LGA 1972 Sch. 12 para. 41(2)), and do not say of how many pages they are.
    """
    start, words = minutes.first_page, partial(run, document=minutes.language)
    page = field("PAGE", run("1" if start is None else str(start)))
    pages = field("NUMPAGES", run(str(page_count(minutes)))) if start is None else ""
    initials = words(f"\t{minutes.initials} ") + _BOX if minutes.initials else ""
    content = words(minutes.council) + initials + run("\t")
    form = minutes.pages.page if start is None else minutes.pages.page_alone
    for said, place, _, _ in Formatter().parse(form):
        content += words(said) if said else ""
        content += {"page": page, "pages": pages}.get(place or "", "")
    return _part("ftr", paragraph("FooterInitialled" if initials else "Footer", content))


def _part(root: str, content: Markup) -> bytes:
    return f'{_DECLARED}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{root}>'.encode()


def core_properties(minutes: Minutes) -> bytes:
    """Title, council and date; nothing of the person or the computer that made the file."""
    title = f"{minutes.title}, {minutes.date}" if minutes.date else minutes.title
    day = f"{minutes.day.isoformat() if minutes.day else '2000-01-01'}T00:00:00Z"
    held = (
        ("dc:title", title),
        ("dc:subject", minutes.committee),
        ("dc:creator", minutes.council),
        ("cp:lastModifiedBy", minutes.council),
        ("cp:category", minutes.headings.minutes or minutes.title),
        ("dc:language", minutes.language),
    )
    told = "".join(f"<{name}>{_property(words)}</{name}>" for name, words in held)
    told += "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{_DECLARED}<cp:coreProperties xmlns:cp="{_PACKAGE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{told}</cp:coreProperties>'
    ).encode()


def _property(words: str) -> str:
    words = clean(words)
    if len(words) > _LONGEST_PROPERTY:
        words = f"{words[: _LONGEST_PROPERTY - 1]}…"
    return escape(words)
