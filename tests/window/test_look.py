"""Colours that everybody can read, at every zoom."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFontInfo

from clerkapp.meeting.entries import EntryKind
from clerkapp.window.look import DARK, FAMILY, LIGHT

GROUNDS = ("paper", "panel", "focus", "selection")
INKS = ("ink", "soft", "faint", "question", "response", "action", "decision", "event", "bad",
        "good", "doubtful")  # fmt: skip


def luminance(name: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = QColor(name).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_words_can_be_read_on_every_ground(look, ground, ink):
    # WCAG 2.2, success criterion 1.4.3
    assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_kind_has_a_colour(look):
    assert all(look.of_kind(kind).isValid() for kind in EntryKind)


def test_the_bundled_font_is_the_one_that_is_used(qapp):
    assert QFontInfo(LIGHT.font(15)).family() == FAMILY


def test_zoom_makes_everything_larger_and_is_remembered(hands):
    row = hands.window.page._rows[hands.window.page.current_entry]
    before = row.height()
    hands.press("Ctrl++", 2)
    assert hands.window.look.zoom == 1.3
    assert row.height() > before
    assert hands.window.settings.zoom == 1.3
    hands.press("Ctrl+-")
    hands.press("Ctrl+0")
    assert hands.window.look.zoom == 1.0
    assert row.height() == before


@pytest.mark.parametrize("by", [-3, 5])
def test_zoom_leaves_no_row_over_another_and_the_cursor_in_sight(hands, by):
    hands.press("Alt+2")
    for _ in range(20):
        hands.press("Return")
        hands.type("a Words that are long enough for two lines at twice their size, or for three.")
    for _ in range(abs(by)):
        hands.window.zoom(by // abs(by))
    page = hands.window.page
    rows = sorted(page._rows.values(), key=lambda row: row.y())
    for above, below in pairwise(rows):
        assert below.y() == above.y() + above.height() == above.y() + above.arrange(above.width())
    assert page.viewport().rect().contains(cursor_rect(hands))


def test_the_cursor_stays_in_sight_when_the_window_changes_its_size(hands):
    hands.press("Alt+2")
    for _ in range(20):
        hands.press("Return")
        hands.type("x")
    hands.window.resize(1366, 400)
    assert hands.window.page.viewport().rect().contains(cursor_rect(hands))


def cursor_rect(hands) -> QRect:
    where = hands.text.mapTo(hands.window.page.viewport(), QPoint(0, 0))
    return hands.text.cursorRect().translated(where)


def test_light_and_dark_are_chosen_and_remembered(hands):
    hands.window.choose_look("dark")
    assert hands.window.look.name == "dark"
    assert hands.window.settings.look == "dark"
    hands.window.choose_look("light")
    assert hands.window.look.name == "light"


def test_where_there_is_little_room_the_side_waits_to_be_called(hands):
    hands.window.resize(800, 600)
    assert hands.window.beside.isHidden()
    hands.press("Ctrl+Alt+2")
    assert not hands.window.beside.isHidden()
    hands.press("Escape")
    assert hands.window.beside.isHidden()
