"""The minutes as a page in the window: the same `Minutes` that Word gets, as rich text of Qt's."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from clerkapp.window.look.look import Look
from clerkapp.window.look.page_view import bold
from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import (
    EMPTY,
    DocumentLine,
    ItemTable,
    Minutes,
    Passage,
    Role,
    Run,
    Section,
    Table,
)


def preview_page(minutes: Minutes, look: Look) -> str:
    """`minutes` as the HTML that Qt's rich text understands, with an anchor for each item."""
    return "".join(_parts(minutes, look))


def _parts(minutes: Minutes, look: Look) -> Iterator[str]:
    yield from _front(minutes, look)
    if minutes.actions and minutes.actions_first:
        yield _table(minutes.actions, look)
    if minutes.item_table:
        yield from _items(minutes, minutes.item_table, look)
    else:
        for section in minutes.sections:
            yield from _section(section, minutes, look)
    yield from (_paragraph(escape(sentence), above=7) for sentence in minutes.closing)
    if minutes.actions and not minutes.actions_first:
        yield _table(minutes.actions, look)
    signed, dated = minutes.signature
    if signed:
        yield _paragraph(f"{escape(signed)} …………………… {escape(dated)} …………", above=20)


def _front(minutes: Minutes, look: Look) -> Iterator[str]:
    for words, size in ((minutes.council, 13), (minutes.title, 18), (minutes.held, 13)):
        if words:
            weight = 600 if size > 13 else 400
            style = f"font-size:{look.px(size)}px; font-weight:{weight}; margin:0 0 4px 0"
            yield f'<p style="{style}">{escape(words)}</p>'
    if minutes.is_draft:
        yield _paragraph(f"{bold(escape(minutes.draft_label))} {escape(minutes.draft_notice)}")
    if minutes.confidential_notice:
        yield _paragraph(bold(escape(minutes.confidential_notice)))
    for label, words in minutes.details:
        yield _paragraph(f"{bold(escape(label))} {escape(words)}", below=2)
    for listed in minutes.people:
        people = "<br>".join(map(escape, listed.people))
        yield _paragraph(f"{bold(escape(listed.title))}<br>{people}")
    if minutes.attendance:
        yield _table(minutes.attendance, look)


def _section(section: Section, minutes: Minutes, look: Look) -> Iterator[str]:
    yield from _part(section, look)
    number = f"{section.number}{section.number_end} " if section.number else ""
    style = f"font-size:{look.px(14)}px; font-weight:600; margin:14px 0 4px 0"
    yield f'<p style="{style}"><a name="{section.item_id}"></a>{escape(number + section.title)}</p>'
    yield from _told(section, section.passages, minutes, look)


def _part(section: Section, look: Look) -> Iterator[str]:
    if section.part:
        style = f"font-size:{look.px(15)}px; font-weight:600; margin:18px 0 4px 0"
        yield f'<p style="{style}">{_cell(section.part)}</p>'


def _items(minutes: Minutes, columns: ItemTable, look: Look) -> Iterator[str]:
    """The items as the rows of tables; the heading of a part stands between two of them."""
    rows: list[str] = []
    for section in minutes.sections:
        is_row = bool(section.number or section.title)
        if rows and (section.part or not is_row):
            yield _framed_rows(columns.headings, rows, look)
            rows = []
        yield from _part(section, look)
        if is_row:
            rows.append(_row(section, columns, minutes, look))
        else:
            yield from _told(section, section.passages, minutes, look)
    if rows:
        yield _framed_rows(columns.headings, rows, look)


def _row(section: Section, columns: ItemTable, minutes: Minutes, look: Look) -> str:
    actions = tuple(e for e in section.passages if columns.action and e.role is Role.ACTION)
    text = tuple(each for each in section.passages if each not in actions)
    told = _told(section, text, minutes, look)
    number = f"{section.number}{section.number_end}" if section.number else EMPTY
    title = bold(escape(section.title or EMPTY))
    cells = [escape(number), f'<a name="{section.item_id}"></a>{title}', "".join(told)]
    if columns.action:
        cells.append(
            "".join(line for each in actions for line in _lines(each, look, minutes.is_close))
        )
    return f"<tr>{''.join(f'<td>{cell or EMPTY}</td>' for cell in cells)}</tr>"


def _told(
    section: Section, passages: tuple[Passage, ...], minutes: Minutes, look: Look
) -> Iterator[str]:
    """What stands below the heading of an item."""
    if section.presenter:
        yield _paragraph(f"<i>{escape(section.presenter)}</i>")
    for frame, group in groupby(passages, lambda passage: passage.frame):
        held = "".join(line for each in group for line in _lines(each, look, minutes.is_close))
        yield _framed(held, look) if frame else held
    if section.documents:
        yield _paragraph(bold(escape(minutes.headings.documents)), below=2)
        yield from (_paragraph(f"• {escape(_document(line))}", left=14, below=2)
                    for line in section.documents)  # fmt: skip


def _lines(passage: Passage, look: Look, is_close: bool) -> Iterator[str]:  # noqa: FBT001
    if passage.runs or passage.number:
        yield _passage(passage, look, 0 if is_close else 7)
    yield from map(_limb, passage.limbs)
    if passage.table:
        yield _grid(passage.table, look)


def _framed(content: str, look: Look) -> str:
    return (
        f'<table width="100%" cellspacing="0" cellpadding="6" border="1" style="border-collapse:'
        f'collapse; border-color:{look.line}; margin-top:6px"><tr><td>{content}</td></tr></table>'
    )


def _document(line: DocumentLine) -> str:
    return line.title


def _passage(passage: Passage, look: Look, below: int) -> str:
    mark = f"{passage.number}&nbsp;&nbsp;" if passage.number else "•&nbsp; " * passage.bulleted
    mark = f"({chr(96 + passage.letter)})&nbsp; " if passage.letter else mark
    words = "".join(map(_run, passage.runs))
    if passage.role is Role.EVENT:
        words = f'<i style="color:{look.soft}">{words}</i>'
    left = 14 if passage.bulleted or passage.letter else 0
    if not passage.at_right:
        return _paragraph(mark + words, left=left, below=below, centred=passage.is_centred)
    whose = escape(passage.at_right).replace("\n", "<br>")
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0"><tr><td>'
        f"{_paragraph(mark + words, left=left, below=below)}</td>"
        f'<td width="90" align="right" valign="bottom">{bold(whose)}</td></tr></table>'
    )


def _run(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    return bold(words) if run.bold else words


def _limb(limb: Limb) -> str:
    words = escape(limb.text).replace("\n", "<br>")
    return _paragraph(f"{limb.label}&nbsp; {words}", left=20 * (limb.level + 1))


def _paragraph(
    content: str, *, left: int = 0, above: int = 0, below: int = 7, centred: bool = False
) -> str:
    align = ' align="center"' if centred else ""
    return f'<p{align} style="margin:{above}px 0 {below}px {left}px">{content}</p>'


def _table(table: Table, look: Look) -> str:
    note = _paragraph(escape(table.note), above=4) if table.note else ""
    style = f"font-size:{look.px(14)}px; font-weight:600; margin:14px 0 4px 0"
    return f'<p style="{style}">{escape(table.title)}</p>{_grid(table, look)}{note}'


def _grid(table: Table, look: Look) -> str:
    rows = (
        f"<tr>{''.join(f'<td>{_cell(words)}</td>' for words in row)}</tr>" for row in table.rows
    )
    return _framed_rows(table.headings, rows, look)


def _framed_rows(columns: Iterable[str], rows: Iterable[str], look: Look) -> str:
    headings = "".join(
        f'<th align="left" style="font-weight:600">{escape(words)}</th>' for words in columns
    )
    return (
        f'<table width="100%" cellspacing="0" '
        f'cellpadding="3" border="1" style="border-collapse:collapse; border-color:{look.line}; '
        f"margin-top:6px; "
        f'font-size:{look.px(11)}px"><tr>{headings}</tr>{"".join(rows)}</table>'
    )


def _cell(words: str) -> str:
    return escape(words).replace("\n", "<br>")
