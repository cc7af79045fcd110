"""The recovery sheet: on paper, in the dialog that asks for it, and where it is typed in."""

import shutil
import stat
import subprocess
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from clerkapp.archive.keys.data_key import DataKey
from clerkapp.archive.keys.recovery import groups_of, qr_text, read_groups
from clerkapp.errors import ExportError, RecoveryError
from clerkapp.window.look.look import DARK, LIGHT
from clerkapp.window.way_in.recovery_sheet import (
    A4,
    LETTER,
    RecoverySheet,
    save_sheet,
    sheet_picture,
)
from clerkapp.window.way_in.recovery_sheet_dialog import RecoverySheetDialog
from clerkapp.window.way_in.sheet_entry import SheetEntry

KEY = DataKey(bytes(range(32)))
GROUPS = groups_of(KEY)
SHEET = RecoverySheet(KEY, "/home/anna/minutes", date(2026, 3, 5))
PAPERS = pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])


def shown(qtbot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


@pytest.fixture
def dialog(qtbot):
    dialog = RecoverySheetDialog(SHEET, LIGHT)
    shown(qtbot, dialog)
    return dialog


@pytest.fixture
def entry(qtbot):
    entry = SheetEntry(LIGHT)
    shown(qtbot, entry)
    entry.setFocus()
    return entry


def press(key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()


def type_in(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def nameless(top: QWidget) -> list[QWidget]:
    """The controls that a screen reader could not name."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


# On paper


@PAPERS
def test_the_sheet_fills_one_page_and_keeps_its_margins(qapp, paper):
    picture = sheet_picture(SHEET, paper, 800)
    size = paper.size(paper.Unit.Millimeter)
    assert picture.width() == round(800 * size.width() / size.height())
    ink = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).lightness() < 128
    ]
    margin = round(12 / size.height() * 800)  # most printers leave out less
    assert min(x for x, _ in ink) > margin
    assert min(y for _, y in ink) > margin
    assert max(x for x, _ in ink) < picture.width() - margin
    assert max(y for _, y in ink) < picture.height() - margin


def test_another_key_makes_another_sheet(qapp):
    other = RecoverySheet(DataKey(bytes(32)), SHEET.archive, SHEET.day)
    assert sheet_picture(SHEET, A4, 400) == sheet_picture(SHEET, A4, 400)
    assert sheet_picture(SHEET, A4, 400) != sheet_picture(other, A4, 400)


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")
@PAPERS
def test_the_square_is_read_as_the_groups(qapp, tmp_path, paper):
    picture = tmp_path / "sheet.png"
    assert sheet_picture(SHEET, paper, 1100).save(str(picture))
    said = subprocess.run(
        ["zbarimg", "-q", "--raw", str(picture)], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert said == qr_text(KEY)
    assert read_groups(said) == KEY


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@PAPERS
def test_the_saved_sheet_can_be_read_out(qapp, tmp_path, paper):
    save_sheet(SHEET, paper, tmp_path / "sheet.pdf")
    said = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "sheet.pdf"), "-"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert said.count("\f") == 1
    for words in ("Recovery sheet", SHEET.archive, "exempt minutes", "5 March 2026", KEY.check[:4]):
        assert words in said
    groups = said[said.index("1.") : said.index("The letters")]
    assert read_groups(groups) == KEY


def test_a_saved_sheet_is_for_its_owner_alone_and_leaves_nothing_beside_it(qapp, tmp_path):
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"an earlier one")
    target.chmod(0o644)
    save_sheet(SHEET, A4, target)
    assert target.read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_sheet_that_cannot_be_saved_says_why(qapp, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot write into"):
        save_sheet(SHEET, A4, tmp_path / "file" / "sheet.pdf")


# The dialog


def prove(dialog: RecoverySheetDialog) -> None:
    for number in dialog.proof_page.numbers:
        type_in(GROUPS[number - 1].lower())
        press(Qt.Key.Key_Return)


def test_the_sheet_is_proved_from_the_keyboard_alone(dialog, qtbot):
    assert QApplication.focusWidget() is dialog.sheet_page.print_it
    press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.proof_page.fields[0])
    with qtbot.waitSignal(dialog.confirmed):
        prove(dialog)
    assert dialog.result() == dialog.DialogCode.Accepted


def test_two_different_groups_are_asked_for(qtbot):
    asked = set()
    for _ in range(40):
        dialog = RecoverySheetDialog(SHEET, LIGHT)
        qtbot.addWidget(dialog)
        one, other = dialog.proof_page.numbers
        assert 1 <= one < other <= 13
        asked.add((one, other))
    assert len(asked) > 10


def test_the_picture_is_out_of_sight_while_the_groups_are_typed(dialog):
    assert dialog.sheet_page.isVisible()
    dialog.onward.click()
    assert not dialog.sheet_page.isVisible()
    dialog.back.click()
    assert dialog.sheet_page.isVisible()


@pytest.mark.parametrize(("typed", "said"), [
    (lambda number: GROUPS[number % 13], "That is group {next}. Look for the one with {number}"),
    (lambda number: "", "Group {number} is still to be typed."),
    (lambda number: "UUUUU", "Not quite group {number}: compare it"),
])  # fmt: skip
def test_a_wrong_group_is_said_kindly_and_the_cursor_goes_there(dialog, typed, said):
    proved = []
    dialog.confirmed.connect(lambda: proved.append(True))
    dialog.onward.click()
    page = dialog.proof_page
    one, other = page.numbers
    page.fields[0].setText(GROUPS[one - 1])
    page.fields[1].setText(typed(other))
    dialog.onward.click()
    assert page.said[0].text() == f"✓ Group {one} is right."
    assert page.said[1].text().startswith(said.format(number=other, next=other % 13 + 1))
    assert page.fields[1].accessibleDescription() == page.said[1].text()
    assert QApplication.focusWidget() is page.fields[1]
    assert proved == []
    page.fields[1].clear()
    type_in(GROUPS[other - 1])
    press(Qt.Key.Key_Return)
    assert proved == [True]


@pytest.mark.parametrize("step", [0, 1], ids=["at the sheet", "at the groups"])
def test_it_can_be_left_for_later(dialog, step):
    proved = []
    dialog.confirmed.connect(lambda: proved.append(True))
    for _ in range(step):
        dialog.onward.click()
    press(Qt.Key.Key_Escape)
    assert dialog.result() == dialog.DialogCode.Rejected
    assert not dialog.isVisible()
    assert proved == []


def test_every_control_of_the_dialog_has_a_name(dialog):
    assert nameless(dialog) == []
    dialog.onward.click()
    assert nameless(dialog) == []
    assert [field.accessibleName() for field in dialog.proof_page.fields] == [
        f"Group {number}" for number in dialog.proof_page.numbers
    ]


def test_the_dialog_fits_a_small_screen_at_twice_the_size(qtbot):
    dialog = RecoverySheetDialog(SHEET, DARK.zoomed(2.0))
    qtbot.addWidget(dialog)
    assert dialog.minimumSizeHint().boundedTo(QSize(1366, 700)) == dialog.minimumSizeHint()
    small = RecoverySheetDialog(SHEET, DARK)  # on a screen that doubles every pixel itself
    qtbot.addWidget(small)
    assert small.minimumSizeHint().boundedTo(QSize(683, 350)) == small.minimumSizeHint()


@pytest.mark.parametrize("name", ["sheet.pdf", "sheet"])
def test_the_sheet_is_saved_where_it_was_asked_for(dialog, tmp_path, monkeypatch, name):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    dialog.sheet_page.save_it.click()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert str(tmp_path / "sheet.pdf") in dialog.sheet_page.said.text()
    assert "delete the file" in dialog.sheet_page.said.text()


def test_a_file_that_cannot_be_written_is_said_in_the_dialog(dialog, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    target = tmp_path / "file" / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.sheet_page.save_it.click()
    assert dialog.sheet_page.said.text().startswith("Cannot write into")


def test_no_file_chosen_is_no_file_saved(dialog, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.sheet_page.save_it.click()
    assert dialog.sheet_page.said.text() == ""


def test_without_a_printer_the_other_way_is_named(dialog, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog.sheet_page.print_it.click()
    assert "no printer" in dialog.sheet_page.said.text()
    assert "PDF" in dialog.sheet_page.said.text()


@pytest.fixture
def printers(monkeypatch) -> list[QPrinter]:
    """A printer to choose; the dialog is left as the last test's `answer` says."""
    chosen: list[QPrinter] = []
    made = QPrintDialog.__init__

    def remember(self, printer, parent):
        chosen.append(printer)
        made(self, printer, parent)

    monkeypatch.setattr(QPrintDialog, "__init__", remember)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    return chosen


def test_printing_to_a_file_makes_one_for_the_owner_alone(
    dialog, printers, tmp_path: Path, monkeypatch
):
    target = tmp_path / "printed.pdf"

    def answer(_dialog) -> int:
        printers[0].setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printers[0].setOutputFileName(str(target))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    dialog.sheet_page.print_it.click()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert str(target) in dialog.sheet_page.said.text()


def test_a_print_that_is_given_up_says_nothing(dialog, printers, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 0)
    dialog.sheet_page.print_it.click()
    assert len(printers) == 1
    assert dialog.sheet_page.said.text() == ""


@pytest.mark.parametrize(("takes_it", "said"), [
    (True, "It is on its way to the printer."), (False, "The printer did not take it."),
])  # fmt: skip
def test_what_became_of_the_print_is_said(dialog, printers, monkeypatch, takes_it, said):
    drawn = []

    def draw(device, sheet, paper) -> bool:
        drawn.append((device, sheet, device.fullPage()))
        return takes_it

    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QPrinter, "outputFileName", lambda _: "")
    monkeypatch.setattr("clerkapp.window.way_in.sheet_printing.draw_sheet", draw)
    dialog.sheet_page.print_it.click()
    assert drawn == [(printers[0], SHEET, True)]
    assert dialog.sheet_page.said.text().startswith(said)


# Typing the sheet in


def test_the_key_is_told_once_when_all_the_groups_are_typed(entry):
    read = []
    entry.read.connect(read.append)
    text = " ".join(GROUPS)
    type_in(text[:-1])
    assert (read, entry.key) == ([], None)
    assert entry.said.text() == "✓ 12 of 13 groups"
    type_in(text[-1] + " ")
    assert read == [KEY]
    assert entry.key == KEY
    assert entry.said.text() == "✓ All 13 groups are right."


def test_a_key_that_is_typed_again_is_told_again(entry):
    read = []
    entry.read.connect(read.append)
    type_in(" ".join(GROUPS))
    press(Qt.Key.Key_Backspace)
    assert entry.key is None
    type_in(GROUPS[-1][-1])
    assert read == [KEY, KEY]


def test_the_whole_sheet_can_be_pasted(entry):
    numbered = "\n".join(f"{n}. {group.lower()}" for n, group in enumerate(GROUPS, start=1))
    entry.field.insertPlainText(numbered)
    assert entry.key == KEY


def test_a_wrong_group_is_named_and_underlined_as_soon_as_it_is_whole(entry):
    type_in(f"{GROUPS[0]} {GROUPS[1]} uuuu")
    assert entry.field.extraSelections() == []
    assert entry.said.text() == "✓ 2 of 13 groups"
    type_in("u ")
    assert entry.said.text() == "Group 3 is mistyped."
    assert entry.field.accessibleDescription() == "Group 3 is mistyped."
    (mark,) = entry.field.extraSelections()
    assert mark.cursor.selectedText() == "uuuuu"
    for _ in range(6):
        press(Qt.Key.Key_Backspace)
    type_in(GROUPS[2])
    assert entry.field.extraSelections() == []
    assert entry.said.text() == "✓ 3 of 13 groups"


def test_groups_that_are_right_but_not_together_are_no_key(entry):
    others = (groups_of(DataKey(bytes([n]) * 32)) for n in range(64))
    text = next(
        mixed for other in others if not can_be_read(mixed := " ".join(GROUPS[:6] + other[6:]))
    )
    entry.field.setPlainText(text)
    assert entry.key is None
    assert "not a key together" in entry.said.text()


def can_be_read(text: str) -> bool:
    try:
        read_groups(text)
    except RecoveryError:
        return False
    return True


def test_tab_leaves_the_field_and_the_controls_have_names(qtbot):
    window = QWidget()
    entry, button = SheetEntry(LIGHT), QPushButton("Open")
    for widget in (entry, button):
        widget.setParent(window)
    shown(qtbot, window)
    entry.setFocus()
    assert nameless(entry) == []
    assert "13 groups" in entry.field.accessibleName()
    type_in("7K")
    press(Qt.Key.Key_Tab)
    assert entry.field.toPlainText() == "7K"
    assert QApplication.focusWidget() is button


def test_what_was_typed_can_be_wiped(entry):
    type_in(GROUPS[0])
    entry.clear()
    entry.field.undo()
    assert entry.field.toPlainText() == ""
    assert entry.said.text() == "0 of 13 groups"


def test_something_can_be_said_of_the_whole_sheet(entry):
    entry.field.setPlainText(" ".join(GROUPS))
    entry.say("This is the sheet of another archive.")
    assert entry.said.text() == "This is the sheet of another archive."
    assert entry.field.accessibleDescription() == "This is the sheet of another archive."
