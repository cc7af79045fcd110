"""What is drawn of an entry beside its words: its ground, its kind, its time."""

from msgspec import Struct
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.window.item.kind_names import entry_name
from clerkapp.window.look.look import Look

KIND_RIGHT = 116  # the right edge of the kind's name, in pixels at a zoom of 1
TEXT_LEFT = 132
TIME_WIDTH = 44
RIGHT = 20
PAD = 7
LINE = 23
_FLAGS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowPicture(Struct, frozen=True):
    """What a row shows: its entry, and whether it is in hand, selected, or its time being typed."""

    entry: Entry
    is_current: bool
    is_selected: bool
    is_timing: bool


def is_guess(entry: Entry) -> bool:
    """Whether the kind shown is one that the words may still change."""
    return not entry.settled and not entry.text


def beside(entry: Entry) -> tuple[object, ...]:
    """What of `entry` is painted beside its words."""
    return entry.time, entry.kind, entry_name(entry), is_guess(entry), entry.exempt


def kind_rect(look: Look) -> QRect:
    """Where the name of the kind stands in a row."""
    return QRect(0, look.px(PAD), look.px(KIND_RIGHT), look.px(LINE))


def time_rect(look: Look, width: int) -> QRect:
    """Where the time stands in a row of that width."""
    wide = look.px(TIME_WIDTH)
    return QRect(width - look.px(RIGHT) - wide, look.px(PAD), wide, look.px(LINE))


def draw_row(row: QWidget, look: Look, picture: RowPicture) -> None:
    """Draws the ground of the row, the kind, the time and an action point's bar."""
    painter = QPainter(row)
    _draw_ground(painter, row.rect(), look, picture)
    _draw_kind(painter, look, picture.entry)
    _draw_margin(painter, row.rect(), look, picture)
    painter.end()


def _draw_ground(painter: QPainter, all_of_it: QRect, look: Look, picture: RowPicture) -> None:
    width, height = all_of_it.width(), all_of_it.height()
    ground = "selection" if picture.is_selected else "focus" if picture.is_current else "paper"
    painter.fillRect(all_of_it, look.color(ground))
    if picture.is_selected:  # a bar and a tick, not a colour alone
        painter.fillRect(0, 0, look.px(5), height, look.color("accent"))
        painter.setFont(look.font(12, QFont.Weight.DemiBold))
        painter.setPen(look.color("accent"))
        where = QRect(look.px(10), look.px(PAD), look.px(16), look.px(LINE))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, "✓")
    elif picture.is_current:
        painter.fillRect(0, 0, width, 1, look.color("line"))
        painter.fillRect(0, height - 1, width, 1, look.color("line"))
        painter.fillRect(0, 0, look.px(3), height, look.color("accent"))
    if picture.entry.kind is EntryKind.ACTION_POINT:
        pad = look.px(PAD)
        bar = QRect(look.px(TEXT_LEFT), pad, look.px(3), height - 2 * pad)
        painter.fillRect(bar, look.color("action"))


def _draw_kind(painter: QPainter, look: Look, entry: Entry) -> None:
    font = look.font(12, QFont.Weight.DemiBold)
    font.setItalic(is_guess(entry))
    painter.setFont(font)
    painter.setPen(look.of_kind(entry.kind))
    painter.drawText(kind_rect(look), _FLAGS, entry_name(entry) + " ?" * is_guess(entry))


def _draw_margin(painter: QPainter, all_of_it: QRect, look: Look, picture: RowPicture) -> None:
    entry = picture.entry
    if entry.time and not picture.is_timing:
        painter.setFont(look.font(11.5))
        painter.setPen(look.color("faint"))
        painter.drawText(time_rect(look, all_of_it.width()), _FLAGS, f"{entry.time:%H:%M}")
    if entry.exempt:
        painter.setFont(look.font(10.5))
        painter.setPen(look.color("bad"))
        width = look.px(TIME_WIDTH + 6)
        left = all_of_it.width() - look.px(RIGHT) - width
        painter.drawText(QRect(left, look.px(PAD + 16), width, look.px(14)), _FLAGS, "exempt")
