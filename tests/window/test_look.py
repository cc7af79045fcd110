"""Colours that everybody can read, at every zoom."""

from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget

from clerkapp.app import sample_meeting
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.ids import new_id
from clerkapp.window.beside.beside_panel import TABS
from clerkapp.window.item.row_picture import time_rect
from clerkapp.window.look import look_choice
from clerkapp.window.look.look import CONTRAST, DARK, FAMILY, LIGHT, LOOKS
from clerkapp.window.look.menu import Menu
from clerkapp.window.look.outlines import dress_application, field_palette
from clerkapp.window.menus.key_hints import _wide
from clerkapp.window.notice_bar import Choice, Notice
from clerkapp.window.settings import Settings

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


EVERY_LOOK = pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))


def least(look) -> float:
    """The contrast that words need: WCAG 2.2, success criterion 1.4.3, and 1.4.6 where asked."""
    return 7 if look is CONTRAST else 4.5


@EVERY_LOOK
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_words_can_be_read_on_every_ground(look, ground, ink):
    assert contrast(getattr(look, ink), getattr(look, ground)) >= least(look)


@EVERY_LOOK
@pytest.mark.parametrize("group", QPalette.ColorGroup.__members__)
def test_words_in_the_widgets_of_qt_can_be_read(look, group):
    roles, group = QPalette.ColorRole, QPalette.ColorGroup[group]
    if group in (QPalette.ColorGroup.NColorGroups, QPalette.ColorGroup.All):
        return
    palette = look.palette()
    for ground, inks in {
        roles.Window: (roles.WindowText, roles.Link), roles.Button: (roles.ButtonText,),
        roles.Base: (roles.Text, roles.PlaceholderText, roles.Link),
        roles.Highlight: (roles.HighlightedText,), roles.ToolTipBase: (roles.ToolTipText,),
    }.items():  # fmt: skip
        for ink in inks:
            pair = palette.color(group, ink).name(), palette.color(group, ground).name()
            assert contrast(*pair) >= least(look), (ink, ground)


@pytest.mark.parametrize("ground", GROUNDS)
def test_lines_are_seen_too_where_contrast_is_high(ground):
    # WCAG 2.2, success criterion 1.4.11
    for line in (CONTRAST.line, CONTRAST.accent):
        assert contrast(line, getattr(CONTRAST, ground)) >= 3


@pytest.mark.parametrize(("scheme", "preference", "expected"), [
    ("Light", "NoPreference", LIGHT), ("Dark", "NoPreference", DARK),
    ("Unknown", "NoPreference", LIGHT),
    ("Light", "HighContrast", CONTRAST), ("Dark", "HighContrast", CONTRAST),
])  # fmt: skip
def test_the_look_is_the_one_that_the_system_asks_for(
    monkeypatch, tmp_path, scheme, preference, expected
):
    (tmp_path / "archive.db").touch()
    settings = Settings(tmp_path / "archive.db")

    class Hints:
        def accessibility(self):
            return self

        def colorScheme(self):  # noqa: N802 — Qt's own name
            return Qt.ColorScheme[scheme]

        def contrastPreference(self):  # noqa: N802
            return Qt.ContrastPreference[preference]

    monkeypatch.setattr(look_choice.QApplication, "styleHints", Hints)
    assert look_choice.look_wanted(settings) == expected
    settings.look, settings.zoom = "light", 1.3
    assert look_choice.look_wanted(settings) == LIGHT.zoomed(1.3)


@EVERY_LOOK
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
    words = "Words that are long enough for two lines at twice their size, or for three lines."
    hands.press("Return")
    QApplication.clipboard().setText("\n".join(f"ACTION: {words}" for _ in range(20)))
    hands.press("Ctrl+V")
    assert sum(e.kind is EntryKind.ACTION_POINT for e in hands.window.page.held) >= 20
    for _ in range(abs(by)):
        hands.window.zoom(by // abs(by))
    page = hands.window.page
    rows = sorted(page._rows.values(), key=lambda row: row.y())
    for above, below in pairwise(rows):
        assert below.y() == above.y() + above.height() == above.y() + above.arrange(above.width())
    assert page.viewport().rect().contains(cursor_rect(hands))


@pytest.mark.parametrize(("wide", "high", "largest"), [(683, 370, 1.15), (1366, 748, 2.0)])
def test_letters_grow_as_far_as_the_window_has_room(hands, wide, high, largest):
    hands.window.resize(wide, high)
    for _ in range(8):
        hands.press("Ctrl++")
    assert hands.window.look.zoom == hands.window.settings.zoom == largest
    has_room = largest == 2.0
    told = "" if has_room else "No room for larger letters."
    assert hands.window.status.said.text() == told
    row = hands.window.page._rows[hands.window.page.current_entry]
    time = time_rect(hands.window.look, row.width())
    assert row.text.geometry().right() < time.left()
    hands.press("Ctrl+-")
    assert hands.window.look.zoom < largest


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


SMALL = [(683, 384, 1.0), (1366, 768, 2.0), (1024, 600, 1.5)]  # 200 %, 200 % again, a netbook


def crowd(hands, width: int, height: int, zoom: float) -> None:
    """A small window with large letters, in which as much as possible is said."""
    window = hands.window
    window.settings.zoom = zoom
    window._follow_look()
    window.resize(width, height)
    window.status.elapsed.setText("1 hour 42 minutes")
    window.say("Undid: sending the entry to item 12")
    hands.press("Alt+2")


@pytest.mark.parametrize(("width", "height", "zoom"), SMALL)
def test_nothing_is_lost_on_a_small_screen_with_large_letters(hands, width, height, zoom):
    crowd(hands, width, height, zoom)
    window = hands.window
    least_size = window.minimumSizeHint()
    assert least_size.width() <= width
    assert least_size.height() <= height
    hands.qtbot.waitUntil(lambda: window.size().toTuple() == (width, height))
    hands.qtbot.wait(30)
    status = window.status
    labels = [each for each in status.findChildren(QLabel) if each.text()]
    assert len(labels) == 5
    for label in labels:
        assert status.rect().contains(label.geometry())
        assert label.geometry().height() >= label.heightForWidth(label.width())
    for one, other in pairwise([*labels, status.keys]):
        assert not one.geometry().intersects(other.geometry())
    assert status.keys.fitting(status.keys.width())[-1] == ("F1", "keys")


@pytest.mark.parametrize(("width", "height", "zoom"), SMALL)
def test_every_view_is_called_by_a_click_and_the_words_do_not_move(hands, width, height, zoom):
    crowd(hands, width, height, zoom)
    window, places = hands.window, hands.window.places
    before = window.page.geometry()
    for at, name in enumerate(TABS, start=1):
        places.turns.activated.emit(at)
        assert window.beside.isVisible()
        assert window.beside.tabs.currentIndex() == TABS.index(name)
        assert places.turns.currentText().startswith(name)
        assert window.page.geometry() == before
    places.turns.activated.emit(0)
    assert window.agenda.isVisible()
    assert places.turns.currentText() == "Agenda"


WIDE_LETTERS = (683, 384, 1.15)  # 1366 × 768 at 200 %, one step larger still


def test_a_short_heading_of_the_agenda_is_no_higher_than_a_long_one_left_it(hands):
    agenda, heights = hands.window.agenda, list[int]()
    for name in ("Finance", "Corporate Overview and Scrutiny Committee of All Wards", "Finance"):
        heading = replace(hands.meeting.heading, committee=name)
        meeting = replace(hands.meeting, heading=heading)
        agenda.show_meeting(meeting, meeting.items[0].id)
        hands.qtbot.wait(30)
        heights.append(agenda._committee.height())
    assert heights[0] == heights[2] < heights[1]


@pytest.mark.parametrize(("width", "height", "zoom"), [*SMALL, WIDE_LETTERS])
def test_the_heading_of_the_agenda_is_whole_or_told_elsewhere(hands, width, height, zoom):
    heading = replace(hands.meeting.heading, committee="Corporate Overview and Scrutiny Committee",
                      place="Council Chamber, Civic Offices, New Road, Brookmere")  # fmt: skip
    hands.window.capture.session.apply(lambda m: replace(m, heading=heading), "the heading")
    crowd(hands, width, height, zoom)
    words = "Print the recovery sheet, so that a forgotten passphrase loses nothing."
    choices = (Choice("Print…", str), Choice("Later", str))
    hands.window.notices.show_notice(Notice("sheet", words, choices))
    agenda = hands.window.agenda
    hands.qtbot.waitUntil(lambda: agenda._committee.text().startswith("Corporate"))
    hands.qtbot.wait(30)
    labels = [each for each in (agenda._committee, agenda._held) if each.isVisible()]
    assert agenda._committee in labels
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())
    assert agenda.view.height() >= hands.window.look.px(60)
    assert (
        agenda.view.viewport().rect().intersects(agenda.view.visualRect(agenda.view.currentIndex()))
    )


def test_the_narrow_preview_never_scrolls_sideways(hands, archive):
    preview, meeting = hands.window.beside.preview, sample_meeting(new_id)
    archive.add(meeting)
    hands.window.open_meeting(meeting)
    crowd(hands, *WIDE_LETTERS)
    hands.press("Ctrl+Alt+4")
    hands.qtbot.waitUntil(preview.page.isVisible)
    for width in range(preview.width(), preview.width() - 30, -1):
        preview.resize(width, preview.height())
        QApplication.processEvents()
        assert not preview.page.horizontalScrollBar().isVisible()
        document = preview.page.document().documentLayout().documentSize()
        assert document.width() <= preview.page.viewport().width() + 1  # rounded: nothing is cut


def test_the_box_names_the_panel_that_stands_in_the_place_of_the_views(hands):
    crowd(hands, *SMALL[0])
    window, turns = hands.window, hands.window.places.turns
    hands.press("Ctrl+Alt+4")
    assert turns.currentText() == "Preview"
    hands.press("F8")
    assert turns.currentText() == "Vote"
    turns.activated.emit(0)
    assert (turns.currentText(), window.agenda.isVisible()) == ("Agenda", True)
    turns.activated.emit(turns.findText("Vote"))
    assert (turns.currentText(), window.beside.panel_name) == ("Vote", "Vote")
    turns.activated.emit(turns.findText("Preview"))
    assert (turns.currentText(), window.beside.panel_name) == ("Preview", "")
    assert turns.findText("Vote") == -1
    hands.press("F7")
    assert turns.currentText() == "Roll call"
    hands.press("Escape")
    assert (turns.currentText(), turns.findText("Roll call")) == ("Agenda", -1)


def test_no_tab_is_marked_as_seen_while_a_panel_stands_there_and_a_click_on_any_leaves_it(hands):
    tabs, panel = hands.window.beside.tabs, hands.window.beside
    lines = tabs.grab().toImage()
    hands.press("F8")
    assert tabs.grab().toImage() != lines
    hands.click(tabs, tabs.tabRect(tabs.currentIndex()).center())
    assert panel.panel_name == ""
    assert tabs.grab().toImage() == lines


def test_owner_and_date_are_whole_where_they_do_not_fit_side_by_side(hands):
    crowd(hands, *SMALL[0])
    action = hands.item.entries[2].id  # not by a key: how many lines the last has, is not settled
    fields = hands.window.page._rows[action].action_fields()
    fields.owner.setText("Deputy Chief Digital Officer and Head of Change")
    hands.window.page._on_grew(action)
    for field in (fields.owner, fields.due):
        assert fields.rect().contains(field.geometry())
    assert not fields.owner.geometry().intersects(fields.due.geometry())


def test_where_there_is_room_again_all_three_places_are_seen(hands):
    crowd(hands, *SMALL[0])
    hands.press("Ctrl+Alt+3")
    hands.window.resize(1366, 768)
    assert hands.window.agenda.isVisible()
    assert hands.window.beside.isVisible()
    assert hands.window.beside.tabs.isVisible()
    assert not hands.window.places.turns.isVisible()


def test_keys_are_named_whole_or_not_at_all(hands):
    hints = hands.window.status.keys
    assert len(hints.fitting(2000)) == 5
    assert hints.fitting(1) == (("F1", "keys"),)
    assert hints.fitting(200)[-1] == ("F1", "keys")
    words = QFontMetricsF(LIGHT.zoomed(1.15).font(12.5)).horizontalAdvance("keys")
    assert _wide(LIGHT.zoomed(1.15).font(12.5), "keys") >= words  # at 200 % half a pixel is one


@pytest.mark.parametrize("look", [DARK, CONTRAST], ids=lambda look: look.name)
def test_the_box_of_a_choice_is_seen_on_a_dark_ground(qtbot, look):
    """WCAG 1.4.11: a control is told from its ground by 3:1. Fusion draws none on black."""
    dress_application(look)
    try:
        box = QCheckBox()
        qtbot.addWidget(box)
        box.setFixedSize(40, 40)
        box.show()
        image = box.grab().toImage()
        seen = {image.pixelColor(x, 20).name() for x in range(20)}
        assert max(contrast(each, look.panel) for each in seen) >= 3
        assert field_palette(look) == QApplication.palette("QCheckBox")
    finally:
        dress_application(LIGHT)
    assert QApplication.palette("QCheckBox") == field_palette(LIGHT) == LIGHT.palette()


@pytest.mark.parametrize("look", [DARK, CONTRAST], ids=lambda look: look.name)
def test_the_edge_of_a_menu_is_seen_on_a_dark_ground(qtbot, look):
    dress_application(look)
    try:
        over = QWidget()
        qtbot.addWidget(over)
        menu = Menu("Edit", over)
        menu.addAction("Undo")
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
        edge = menu.grab().toImage().pixelColor(0, menu.height() // 2).name()
        assert contrast(edge, look.paper) >= 2.5  # an edge between two grounds, no control
    finally:
        dress_application(LIGHT)


def test_the_line_between_two_groups_of_a_menu_is_seen_in_each_look(qtbot):
    over = QWidget()
    qtbot.addWidget(over)
    menu = Menu("Edit", over)
    menu.addAction("Undo")
    line = menu.addSeparator()
    menu.addAction("Cut")
    try:
        for look, least in ((LIGHT, 1.3), (DARK, 1.3), (CONTRAST, 7)):
            dress_application(look)
            QApplication.processEvents()  # which tell the menu of it
            menu.resize(menu.sizeHint())
            picture, at = menu.grab().toImage(), menu.actionGeometry(line).center()
            ground = picture.pixelColor(at - QPoint(0, 2)).name()
            assert contrast(picture.pixelColor(at).name(), ground) >= least
    finally:
        dress_application(LIGHT)
