"""The recovery sheet on paper: one page, the same to look at, to save and to print."""

from datetime import date
from pathlib import Path

import segno
from msgspec import Struct
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QPen,
)

from clerkapp.archive.keys.data_key import DataKey
from clerkapp.archive.keys.groups import GROUPS
from clerkapp.archive.keys.recovery import (
    KEEP_IT,
    STEPS,
    TITLE,
    WHAT_IS_NOT_THERE,
    WHAT_IT_IS,
    groups_of,
    printed_day,
    qr_text,
    short_check,
)
from clerkapp.export.files import FOR_THE_OWNER, write_whole
from clerkapp.window.look.look import LIGHT
from clerkapp.window.look.paper import MM, paper_font

A4 = QPageSize(QPageSize.PageSizeId.A4)
LETTER = QPageSize(QPageSize.PageSizeId.Letter)

_MARGIN = 19 * MM
_COLUMNS = 3
_TEXT, _SMALL = 3.9, 3.4  # heights of letters, in millimetres
_MEDIUM, _BOLD = QFont.Weight.Medium, QFont.Weight.DemiBold
_INK = QColor("#000000")
_SOFT = QColor("#454a50")
_RULE = QColor("#b9b5ac")
_ACCENT = QColor(LIGHT.accent)
_WARNING = QColor("#f4f1ea")


class RecoverySheet(Struct, frozen=True):
    """What a sheet says: the key, which archive it opens, and when it was printed."""

    key: DataKey
    archive: str
    day: date


def draw_sheet(device: QPaintDevice, sheet: RecoverySheet, paper: QPageSize) -> bool:
    """Draws the sheet over the whole of a device that stands for one page of that paper.

    False where the device, such as a printer that is off, does not take it.
    """
    size = paper.size(QPageSize.Unit.Millimeter) * MM
    painter = QPainter()
    if not painter.begin(device):
        return False
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setWindow(0, 0, round(size.width()), round(size.height()))
    _Page(painter, QRectF(0, 0, size.width(), size.height())).draw(sheet)
    return painter.end()


def sheet_picture(sheet: RecoverySheet, paper: QPageSize, height: int) -> QImage:
    """The sheet on white, that many pixels high."""
    size = paper.size(QPageSize.Unit.Millimeter)
    width = round(height * size.width() / size.height())
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    draw_sheet(image, sheet, paper)
    return image


def save_sheet(sheet: RecoverySheet, paper: QPageSize, target: Path) -> None:
    """Writes the sheet as a PDF that only its owner may read; ExportError where that fails.

    The page is made in memory: nothing of the key is on the disk but in the file asked for.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(600)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle(f"Clerkapp {TITLE.lower()}")
    writer.setCreator("Clerkapp")
    draw_sheet(writer, sheet, paper)
    write_whole(target, bytes(buffer.data().data()), FOR_THE_OWNER)


class _Page:
    """One page being drawn, from the top down."""

    def __init__(self, painter: QPainter, page: QRectF) -> None:
        self._painter = painter
        self._area = page.adjusted(_MARGIN, _MARGIN - 2 * MM, -_MARGIN, -_MARGIN + 3 * MM)
        self._y = self._area.top()

    def draw(self, sheet: RecoverySheet) -> None:
        self._words("CLERKAPP", paper_font(3.3, _BOLD), _ACCENT)
        self._down(1.2)
        self._words(TITLE, paper_font(10.5, _BOLD))
        self._down(1.5)
        where = paper_font(4, _MEDIUM)
        elided = QFontMetricsF(where).elidedText(
            sheet.archive, Qt.TextElideMode.ElideMiddle, self._area.width()
        )
        self._words(elided, where, _SOFT)
        self._down(5)
        self._words(WHAT_IT_IS, paper_font(_TEXT))
        self._down(6)
        self._groups(groups_of(sheet.key))
        self._down(2.2)
        self._words(WHAT_IS_NOT_THERE, paper_font(_SMALL), _SOFT)
        self._down(6.5)
        self._keep_it()
        self._down(9)
        self._how_to_use_it(sheet)
        self._foot(sheet)

    def _down(self, millimetres: float) -> None:
        self._y += millimetres * MM

    def _words(
        self, words: str, font: QFont, color: QColor = _INK, within: QRectF | None = None
    ) -> None:
        """Words across the page, or between the sides of `within`, on as many lines as needed."""
        sides = within or self._area
        room = QRectF(sides.left(), self._y, sides.width(), self._area.height())
        flags = int(Qt.TextFlag.TextWordWrap)
        self._painter.setFont(font)
        self._painter.setPen(color)
        self._painter.drawText(room, flags, words)
        self._y += QFontMetricsF(font).boundingRect(room, flags, words).height()

    def _groups(self, groups: tuple[str, ...]) -> None:
        """The groups in rows, so that a PDF that is read out or copied has them in order."""
        rows = -(-GROUPS // _COLUMNS)
        pitch = 14.2 * MM
        box = QRectF(self._area.left(), self._y, self._area.width(), rows * pitch + 5 * MM)
        self._painter.setPen(QPen(_ACCENT, 0.45 * MM))
        self._painter.drawRoundedRect(box, 2 * MM, 2 * MM)
        width = (box.width() - 4 * MM) / _COLUMNS
        for n, characters in enumerate(groups):
            row, column = divmod(n, _COLUMNS)
            left = box.left() + 3.5 * MM + column * width
            baseline = box.top() + 2.5 * MM + (row + 0.5) * pitch + 2.9 * MM
            self._group(n + 1, characters, QPointF(left, baseline))
        self._y = box.bottom()

    def _group(self, number: int, characters: str, at: QPointF) -> None:
        """A group on its line, each character in the middle of a place of the same width."""
        self._painter.setPen(_SOFT)
        self._painter.setFont(paper_font(3.7, _MEDIUM))
        words = f"{number}."
        wide = self._painter.fontMetrics().horizontalAdvance(words)
        self._painter.drawText(QPointF(at.x() + 8 * MM - wide, at.y()), words)
        font = paper_font(8, _MEDIUM)
        metrics = QFontMetricsF(font)
        self._painter.setFont(font)
        for n, character in enumerate(characters):
            middle = at.x() + (13.6 + n * 7.9) * MM
            self._painter.setPen(_INK)
            left = middle - metrics.horizontalAdvance(character) / 2
            self._painter.drawText(QPointF(left, at.y()), character)
            if character == "0":
                self._strike(QPointF(middle, at.y() - metrics.capHeight() / 2))

    def _strike(self, middle: QPointF) -> None:
        """Strikes a nought through. The font's own struck one is lost when the PDF is read out."""
        arm = QPointF(0.9 * MM, -1.55 * MM)
        self._painter.setPen(QPen(_INK, 0.55 * MM))
        self._painter.drawLine(middle - arm, middle + arm)

    def _keep_it(self) -> None:
        """The warning, on a ground of its own."""
        inner = self._area.adjusted(5 * MM, 0, -5 * MM, 0)
        font = paper_font(_TEXT, _MEDIUM)
        needed = QFontMetricsF(font).boundingRect(inner, int(Qt.TextFlag.TextWordWrap), KEEP_IT)
        height = needed.height() + 7 * MM
        box = QRectF(self._area.left(), self._y, self._area.width(), height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(_WARNING)
        self._painter.drawRoundedRect(box, 2 * MM, 2 * MM)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._down(3.5)
        self._words(KEEP_IT, font, within=inner)
        self._y = box.bottom()

    def _how_to_use_it(self, sheet: RecoverySheet) -> None:
        top = self._y
        side = 48 * MM
        self._qr(qr_text(sheet.key), QRectF(self._area.right() - side, top, side, side))
        beside = self._area.adjusted(0, 0, -side - 9 * MM, 0)
        self._words("How to use it", paper_font(4.8, _BOLD), within=beside)
        self._down(2.2)
        for number, step in enumerate(STEPS, start=1):
            y = self._y
            self._words(f"{number}.", paper_font(_TEXT), _SOFT, beside)
            self._y = y
            self._words(step, paper_font(_TEXT), within=beside.adjusted(6 * MM, 0, 0, 0))
            self._down(1.4)
        self._down(1)
        self._words(f"The square says the same {GROUPS} groups.", paper_font(_SMALL), _SOFT, beside)

    def _qr(self, text: str, place: QRectF) -> None:
        rows = tuple(segno.make_qr(text, error="m", mode="alphanumeric").matrix)
        module = place.width() / len(rows)
        self._painter.save()
        # whole modules beside each other must leave no hair of white between them
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for y, row in enumerate(rows):
            for x, is_dark in enumerate(row):
                if is_dark:
                    corner = QPointF(place.left() + x * module, place.top() + y * module)
                    self._painter.fillRect(QRectF(corner.x(), corner.y(), module, module), _INK)
        self._painter.restore()

    def _foot(self, sheet: RecoverySheet) -> None:
        self._painter.setPen(QPen(_RULE, 0.25 * MM))
        y = self._area.bottom() - 8 * MM
        self._painter.drawLine(QPointF(self._area.left(), y), QPointF(self._area.right(), y))
        self._y = y + 3 * MM
        line = QRectF(self._area.left(), self._y, self._area.width(), 6 * MM)
        self._painter.setFont(paper_font(_SMALL))
        self._painter.setPen(_SOFT)
        top = Qt.AlignmentFlag.AlignTop
        self._painter.drawText(line, int(top), f"Printed on {printed_day(sheet.day)}")
        self._painter.drawText(
            line, int(top | Qt.AlignmentFlag.AlignRight), f"Key {short_check(sheet.key)}"
        )
