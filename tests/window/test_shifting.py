"""Rows that are moved with their picture: on the screen stands what would be painted anew."""

from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from clerkapp.window.item.shifting import Moved, shift

_WIDE = 300


class Row(QWidget):
    """A row that looks like no other, and counts how often it is painted."""

    def __init__(self, page: QWidget, number: int) -> None:
        super().__init__(page)
        self.number, self.painted = number, 0
        QLabel(f"words of {number}", self).move(40, 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 — Qt names it
        self.painted += 1
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor.fromHsv(self.number * 23 % 360, 90, 250))
        painter.drawText(4, 16, str(self.number))
        painter.end()


class Page(QScrollArea):
    """Rows of those heights, one below the other, scrolled down to `value`."""

    def __init__(self, heights: list[int], value: int) -> None:
        super().__init__()
        self.canvas = QWidget()
        self.canvas.setAutoFillBackground(True)
        self.canvas.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.canvas.resize(_WIDE, 4000)
        self.setWidget(self.canvas)
        self.heights = heights
        self.tops = list(accumulate(heights, initial=0))[:-1]
        self.rows = [Row(self.canvas, number) for number in range(len(heights))]
        for row, top, height in zip(self.rows, self.tops, heights, strict=True):
            row.setGeometry(0, top, _WIDE, height)
        self.resize(_WIDE + 20, 400)
        self.show()
        self.verticalScrollBar().setValue(value)

    def grow(self, at: int, by: int) -> None:
        """Makes one row so much higher; those below move."""
        self.grow_each({at: by})

    def grow_each(self, grown: dict[int, int]) -> None:
        moved, resized, top = [], [], 0
        for number, row in enumerate(self.rows):
            height = self.heights[number] + grown.get(number, 0)
            if number in grown:
                resized.append((row, top, height))
            elif top != self.tops[number]:
                moved.append(Moved(row, self.tops[number], height, top - self.tops[number]))
            self.tops[number], self.heights[number] = top, height
            top += height
        shift(self.canvas, moved)
        for row, at, height in resized:
            row.setGeometry(0, at, _WIDE, height)
        QApplication.processEvents()

    def seen(self) -> QImage:
        """What stands on the screen."""
        QApplication.processEvents()
        return self.screen().grabWindow(self.winId()).toImage()

    def painted_anew(self) -> QImage:
        return self.grab().toImage().convertToFormat(self.seen().format())


@pytest.fixture
def page(qtbot) -> Page:
    made = Page([40] * 30, 200)
    qtbot.addWidget(made)
    qtbot.waitExposed(made)
    QApplication.processEvents()
    for row in made.rows:
        row.painted = 0
    return made


def test_no_row_below_one_that_grows_is_painted(page):
    page.grow(8, 23)
    assert [row.painted for row in page.rows[9:]] == [0] * 21
    assert page.seen() == page.painted_anew()


def test_what_comes_into_sight_is_painted(page):
    page.grow(8, -30)
    painted = [row.number for row in page.rows[9:] if row.painted]
    assert painted == [9, 14, 15]  # 9 stood for a moment where 8 had not yet made room
    assert page.seen() == page.painted_anew()


def test_what_is_still_to_be_painted_is_painted_where_it_then_is(page):
    page.rows[10].number = 77
    page.rows[10].update()
    page.grow(8, 23)
    assert page.rows[10].painted
    assert page.seen() == page.painted_anew()


def test_one_block_that_moves_over_another_spares_its_picture(page):
    page.grow_each({6: 100, 9: 10})
    assert page.seen() == page.painted_anew()


def test_a_row_that_stays_between_two_that_move_alike_keeps_its_picture(page):
    page.grow_each({5: 20, 7: -20, 9: 20})
    assert page.rows[8].painted == 0
    assert page.seen() == page.painted_anew()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    value=st.integers(0, 700),
    changes=st.lists(
        st.dictionaries(st.integers(0, 29), st.integers(-25, 120), min_size=1, max_size=5),
        max_size=3,
    ),
)
def test_whatever_grows_and_shrinks_looks_as_if_it_were_painted_anew(page, value, changes):
    page.verticalScrollBar().setValue(value)
    for each in changes:
        page.grow_each({at: max(by, 10 - page.heights[at]) for at, by in each.items()})
    assert page.seen() == page.painted_anew()
