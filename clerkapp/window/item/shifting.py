"""Rows that move up or down a page together, with the picture that is painted of them."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

_UPDATES_DISABLED = Qt.WidgetAttribute.WA_UpdatesDisabled


class Moved(Struct, frozen=True):
    """A row that is to move: where it now begins, how high it is, and how far down, in pixels."""

    row: QWidget
    top: int
    height: int
    by: int


def shift(page: QWidget, rows: Iterable[Moved]) -> None:
    """Moves `rows` of a page, which come from its top to its end.

    Qt would paint each of them anew. Here those that stand one right below the other and move
    alike take their picture along: the key that fills a line of words waits for the painting of
    one row instead of all below it. The page must be opaque and the rows must not be, else Qt
    moves the picture of each by itself too. What is still to be painted within a block has the
    whole block painted, so that nothing may be changed in the rows before they are moved.
    """
    down, up = list[list[Moved]](), list[list[Moved]]()
    for each in rows:
        blocks = down if each.by > 0 else up
        last = blocks[-1][-1] if blocks else None
        if last and last.by == each.by and last.top + last.height == each.top:
            blocks[-1].append(each)
        else:
            blocks.append([each])
    for block in (*reversed(down), *up):  # none over a picture that is still to be moved
        _shift(page, block)


def _shift(page: QWidget, block: Sequence[Moved]) -> None:
    top, end, by = block[0].top, block[-1].top + block[-1].height, block[0].by
    seen = page.visibleRegion().boundingRect().adjusted(0, -abs(by), 0, abs(by))
    page.setAttribute(_UPDATES_DISABLED)  # the switch alone: its setter would paint all
    for each in block:
        if each.top > seen.bottom() or each.top + each.height < seen.top():
            each.row.move(0, each.top + by)
        else:
            each.row.setAttribute(_UPDATES_DISABLED)
            each.row.move(0, each.top + by)
            each.row.setAttribute(_UPDATES_DISABLED, on=False)
    page.setAttribute(_UPDATES_DISABLED, on=False)
    page.scroll(0, by, QRect(0, min(top, top + by), page.width(), end - top + abs(by)))
