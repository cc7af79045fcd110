"""The key map on paper: one page, the same to save and to print."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QPen,
)

from clerkapp.export.files import write_whole
from clerkapp.window.look.look import LIGHT
from clerkapp.window.look.paper import MM, paper_font
from clerkapp.window.menus.key_map import KeyGroup, KeyLine

TITLE = "The keys of Clerkapp"

_MARGIN = 14 * MM
_TOP = 13 * MM  # of the title
_BETWEEN = 8 * MM  # columns
_SIZES = (3.4, 3.2, 3.0, 2.8, 2.6, 2.5, 2.4, 2.3, 2.2)  # heights of letters, in millimetres
_LINE, _HEADING, _ABOVE = 1.42, 1.7, 1.1  # heights of a row, in heights of letters
_INK, _SOFT, _RULE = QColor("#000000"), QColor("#454a50"), QColor("#b9b5ac")
_ACCENT = QColor(LIGHT.accent)


class _Row(Struct, frozen=True):
    """A row of a column: a heading, or what a key does and the key. Heights are of the drawing."""

    height: float
    heading: str = ""
    line: KeyLine | None = None
    is_tall: bool = False  # the key stands below: there is no room for it beside the words


def draw_key_page(device: QPaintDevice, groups: tuple[KeyGroup, ...], paper: QPageSize) -> bool:
    """Draws the key map over the whole of a device that stands for one page of that paper.

    The letters are as large as lets all of it stand on the page. False where the device, such as
    a printer that is off, does not take it.
    """
    size = paper.size(QPageSize.Unit.Millimeter) * MM
    painter = QPainter()
    if not painter.begin(device):
        return False
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setWindow(0, 0, round(size.width()), round(size.height()))
    area = QRectF(0, 0, size.width(), size.height()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    painter.setPen(_INK)
    painter.setFont(paper_font(6, QFont.Weight.DemiBold))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignTop), TITLE)
    _draw_columns(painter, groups, area.adjusted(0, _TOP, 0, 0))
    return painter.end()


def save_key_page(groups: tuple[KeyGroup, ...], paper: QPageSize, target: Path) -> None:
    """Writes the key map as a PDF of one page; ExportError where that fails."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(600)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(TITLE)
    writer.setCreator("Clerkapp")
    draw_key_page(writer, groups, paper)
    write_whole(target, bytes(buffer.data().data()))


def _draw_columns(painter: QPainter, groups: tuple[KeyGroup, ...], area: QRectF) -> None:
    width = (area.width() - _BETWEEN) / 2
    size = next(
        (each for each in _SIZES if _tallest(groups, each, width) <= area.height()), _SIZES[-1]
    )
    for column, rows in enumerate(_columns(groups, size, width)):
        x, y = area.left() + column * (width + _BETWEEN), area.top()
        for row in rows:
            _draw_row(painter, row, size, QRectF(x, y, width, row.height))
            y += row.height


def _columns(
    groups: tuple[KeyGroup, ...], size: float, width: float
) -> tuple[list[_Row], list[_Row]]:
    return _halves([row for group in groups for row in _rows(group, size, width)])


def _tallest(groups: tuple[KeyGroup, ...], size: float, width: float) -> float:
    return max(map(_height, _columns(groups, size, width)))


def _rows(group: KeyGroup, size: float, width: float) -> list[_Row]:
    unit = size * MM
    metrics = QFontMetricsF(paper_font(size))
    bold = QFontMetricsF(paper_font(size, QFont.Weight.DemiBold))
    rows = [_Row((_ABOVE + _HEADING) * unit, heading=group.name)]
    for line in group.lines:
        needed = metrics.horizontalAdvance(line.what) + bold.horizontalAdvance(line.keys)
        is_tall = needed + 3 * MM > width
        rows.append(_Row(_LINE * unit * (2 if is_tall else 1), line=line, is_tall=is_tall))
    return rows


def _halves(rows: list[_Row]) -> tuple[list[_Row], list[_Row]]:
    """The rows in two columns of about the same height; no group is torn apart."""
    breaks = [at for at, row in enumerate(rows) if row.heading and at]
    if not breaks:
        return rows, []
    best = min(breaks, key=lambda at: max(_height(rows[:at]), _height(rows[at:])))
    return rows[:best], rows[best:]


def _height(rows: list[_Row]) -> float:
    return sum(row.height for row in rows)


def _draw_row(painter: QPainter, row: _Row, size: float, place: QRectF) -> None:
    bottom = int(Qt.AlignmentFlag.AlignBottom)
    if row.line is None:
        painter.setFont(paper_font(size, QFont.Weight.DemiBold))
        painter.setPen(_ACCENT)
        painter.drawText(place.adjusted(0, 0, 0, -0.2 * size * MM), bottom, row.heading)
        painter.setPen(QPen(_RULE, 0.2 * MM))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        return
    painter.setFont(paper_font(size))
    painter.setPen(_INK)
    words = place.adjusted(0, 0, 0, -place.height() / 2) if row.is_tall else place
    painter.drawText(words, bottom, row.line.what)
    painter.setFont(paper_font(size, QFont.Weight.DemiBold))
    painter.setPen(_SOFT)
    painter.drawText(place, bottom | int(Qt.AlignmentFlag.AlignRight), row.line.keys)
