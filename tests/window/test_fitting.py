"""Windows that fit the screen, whatever was kept of another one."""

import pytest
from docx import Document
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QDialog, QFormLayout, QGridLayout, QMenu, QScrollArea, QStyle, QWidget
from test_dialogs import answering

from clerkapp.window.look.fitting import columns, show_whole
from clerkapp.window.look.look import LIGHT
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings


@pytest.mark.parametrize(("beyond", "is_maximized"), [(-100, False), (-10, True), (40, True)])
def test_a_window_that_does_not_fit_with_its_frame_is_shown_over_the_whole_screen(
    qtbot, beyond, is_maximized
):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(window.screen().availableSize() + QSize(beyond, beyond))
    show_whole(window)
    assert window.isVisible()
    assert window.isMaximized() is is_maximized


def test_a_place_on_the_screen_that_cannot_be_restored_leaves_the_usual_size(qtbot, archive):
    settings = Settings(archive.path)
    settings.geometry = QByteArray(b"kept on a screen of another size")
    window = MainWindow(archive, settings)
    qtbot.addWidget(window)
    assert window.size() == QSize(1366, 768)


@pytest.mark.parametrize("name", ["Meeting: New meeting", "Meeting: Details",
                                  "Meeting: Export minutes", "Meeting: Committees",
                                  "Meeting: House styles", "Meeting: Meetings",
                                  "Edit: Find a command", "Edit: Find in this meeting",
                                  "Entry: Send to an item", "Entry: Shorthand", "Entry: Exempt",
                                  "Agenda: Details of the item", "Archive: Passphrase",
                                  "Archive: Restore a backup", "Help: Keys"])  # fmt: skip
def test_a_dialog_fits_a_small_screen_with_the_largest_letters(hands, name):
    """1366 by 768, as many a council's laptop has, and letters twice as large."""
    sizes = []

    def answer(dialog: QDialog) -> None:
        hands.qtbot.wait(20)  # it may grow once it is shown
        sizes.extend((dialog.size(), dialog.minimumSizeHint()))
        dialog.reject()

    hands.window.show_look(LIGHT.zoomed(2.0))
    hands.press("Alt+2")
    answering(answer, [])
    next(c for c in hands.window.commands if c.full_name == name).run()
    hands.qtbot.waitUntil(lambda: sizes != [])
    room = QSize(1366, 768)
    assert [size for size in sizes if size.boundedTo(room) != size] == []


@pytest.mark.parametrize(("zoom", "beside"), [(0.85, True), (1.0, False), (2.0, False)])
def test_a_form_has_two_columns_where_there_is_room_for_them(qtbot, zoom, beside):
    grid = columns(QFormLayout(), QFormLayout(), LIGHT.zoomed(zoom))
    assert isinstance(grid, QGridLayout)
    assert (grid.columnCount(), grid.rowCount()) == ((2, 1) if beside else (1, 2))


def test_the_export_dialog_grows_with_what_it_asks_for(hands):
    """Word asks for a template and a crest, and so do fewer other forms."""
    sizes = []

    def answer(dialog) -> None:
        for name in ("notation", "word"):
            dialog.form.setCurrentIndex(dialog.form.findData(name))
            hands.qtbot.wait(20)
            (area,) = dialog.findChildren(QScrollArea)
            sizes.append(area.widget().height() - area.viewport().height())
        dialog.reject()

    answering(answer, [])
    hands.press("Ctrl+E")
    assert sizes == [0, 0]  # nothing is hidden below


@pytest.mark.parametrize("make", ["refused", "lent to"])
def test_the_export_dialog_grows_with_what_it_says_of_a_template(hands, tmp_path, make):
    """Else the sentence stands below the edge, and Export seems to do nothing."""
    template, hidden = tmp_path / "council.docx", []
    Document().save(template)
    if make == "refused":
        template.write_bytes(template.read_bytes()[:9000])

    def answer(dialog) -> None:
        dialog.dress.template.setText(str(template))
        dialog.dress.template.editingFinished.emit()
        hands.qtbot.wait(20)
        (area,) = dialog.findChildren(QScrollArea)
        report = dialog.dress.report
        below = report.mapTo(area.widget(), report.rect().bottomLeft()).y()
        hidden.append((report.text() != "", area.viewport().rect().bottom() - below >= 0))
        dialog.reject()

    answering(answer, [])
    hands.press("Ctrl+E")
    assert hidden == [(True, True)]


def test_no_menu_leaves_the_screen_in_columns(hands):
    """The Entry menu at twice the size did, and “Shorthand…” could not be clicked."""
    hands.press("F8")
    hands.window.page.menu_wanted.emit(hands.window.mapToGlobal(hands.window.rect().center()))
    menus = hands.window.findChildren(QMenu)
    hint = QStyle.StyleHint.SH_Menu_Scrollable
    assert [menu.title() for menu in menus if not menu.style().styleHint(hint, None, menu)] == []
    entry = next(menu for menu in menus if menu.isVisible())
    for n in range(60):
        entry.addAction(f"Command {n}")
    entry.hide()
    entry.popup(hands.window.pos())
    assert len({entry.actionGeometry(action).x() for action in entry.actions()}) == 1
    entry.hide()
