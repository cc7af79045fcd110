"""The dialogs: a new meeting, the details, the list of meetings, export, bringing in, keys."""

import json
from pathlib import Path
from threading import Event

import pytest
from hands import answering_boxes, open_dialog
from msgspec.structs import replace
from pictures import png
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QProgressBar, QScrollArea

from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.people import Standing
from clerkapp.window.agenda.exempt_dialog import ExemptDialog
from clerkapp.window.agenda.item_dialog import ItemDialog
from clerkapp.window.meetings import export_dialog
from clerkapp.window.meetings.export_dialog import ExportDialog
from clerkapp.window.meetings.meeting_dialog import MeetingDialog
from clerkapp.window.meetings.meetings_dialog import MeetingsDialog
from clerkapp.window.menus.keys_dialog import KeysDialog
from clerkapp.wording.detail import Detail


def answering(answer, seen: list[str]) -> None:
    """Has `answer` called with the dialog that opens next."""

    def look() -> None:
        dialog = open_dialog()
        if dialog is None:  # the machine is busy: it has yet to open
            QTimer.singleShot(50, look)
            return
        seen.append(type(dialog).__name__)
        answer(dialog)

    QTimer.singleShot(50, look)


def wait_for(dialog: ExportDialog) -> None:
    """Waits until the document has been made, as the clerk would."""
    while dialog.isVisible() and dialog._answer.is_awaited:
        QTest.qWait(5)


def fill(dialog: MeetingDialog, **fields: str) -> None:
    for key, words in fields.items():
        field = dialog._lines.get(key) or dialog._lists[key]
        field.setText(words) if key in dialog._lines else field.setPlainText(words)


def test_a_new_meeting_is_started_from_the_keyboard(hands, archive):
    seen = []

    def answer(dialog: MeetingDialog) -> None:
        fill(dialog, Council="Llanfair Town Council", Committee="Finance", Date="2026-11-25",
             Start="7pm", Quorum="3", Present="Cllr Siân O'Dwyer (Chair)\nCllr A Ŵyn")  # fmt: skip
        for those in ("Expected", "In attendance"):  # of the last meeting
            dialog._lists[those].clear()
        dialog.agenda.setPlainText("1. Apologies\n12. Accounts")
        dialog.accept()

    answering(answer, seen)
    hands.press("Ctrl+N")
    assert seen == ["MeetingDialog"]
    meeting = hands.meeting
    assert (meeting.heading.committee, meeting.heading.quorum) == ("Finance", 3)
    assert [line.person.name for line in meeting.attendance] == ["Cllr Siân O'Dwyer", "Cllr A Ŵyn"]
    assert [item.title for item in meeting.items] == ["Apologies", "Accounts"]
    assert archive.read(meeting.id) == meeting
    hands.type("None were received.")
    assert hands.entries == [("note", "None were received.")]


def test_ctrl_enter_starts_the_meeting_from_wherever_one_types(hands):
    def answer(dialog: MeetingDialog) -> None:
        fill(dialog, Committee="Allotments")
        dialog.agenda.setFocus()
        QTest.keyClick(dialog.agenda, Qt.Key.Key_Return)
        QTest.keyClicks(dialog.agenda, "Hedges")
        QTest.keyClick(dialog.agenda, Qt.Key.Key_Return)
        QTest.keyClicks(dialog.agenda, "Water")
        QTest.keyClick(dialog.agenda, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    answering(answer, [])
    hands.press("Ctrl+N")
    assert hands.meeting.heading.committee == "Allotments"
    assert [item.title for item in hands.meeting.items][-2:] == ["Hedges", "Water"]


def test_esc_leaves_a_form_in_which_nothing_was_changed(hands, monkeypatch):
    asked, before = answering_boxes(monkeypatch), hands.meeting
    answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape), [])
    hands.press("Ctrl+N")
    assert asked == []
    assert hands.meeting is before


@pytest.mark.parametrize("is_left", [True, False])
def test_what_was_filled_in_is_not_given_up_by_one_key(hands, monkeypatch, is_left):
    asked, before = answering_boxes(monkeypatch, is_left), hands.meeting

    def answer(dialog: MeetingDialog) -> None:
        dialog.agenda.setFocus()
        QTest.keyClicks(dialog.agenda, "1. Hedges")
        QTest.keyClick(dialog.agenda, Qt.Key.Key_Escape)
        if not is_left:
            assert dialog.isVisible()
            dialog.accept()

    answering(answer, [])
    hands.press("Ctrl+N")
    assert asked == ["Leave it? What you changed here is not kept."]
    if is_left:
        assert hands.meeting is before
    else:
        assert any("Hedges" in item.title for item in hands.meeting.items)


def test_what_is_typed_into_a_long_form_is_seen(hands):
    dialog = MeetingDialog("New meeting", {}, hands.window.look, agenda="1. Apologies")
    hands.qtbot.addWidget(dialog)
    dialog.resize(dialog.width(), 400)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    dialog.agenda.setFocus(Qt.FocusReason.TabFocusReason)
    for n in range(2, 12):
        QTest.keyClicks(dialog.agenda, f"{n}. Item")
        QTest.keyClick(dialog.agenda, Qt.Key.Key_Return)
        at = dialog.agenda.viewport().mapTo(dialog, dialog.agenda.cursorRect().center())
        area = dialog.findChild(QScrollArea)
        assert area.geometry().contains(at)


def test_a_field_that_does_not_fit_is_said_and_nothing_is_lost(hands):
    said = []

    def mend(dialog: MeetingDialog) -> None:
        said.append(dialog._doubts.text())
        fill(dialog, Date="30 June 2026")
        dialog.accept()

    def answer(dialog: MeetingDialog) -> None:
        fill(dialog, Committee="Finance", Date="31 June 2026")
        QTimer.singleShot(100, lambda: mend(open_dialog()))
        dialog.accept()

    answering(answer, [])
    hands.press("Ctrl+N")
    assert "there is no such date" in said[0]
    assert hands.meeting.heading.committee == "Finance"
    assert hands.meeting.heading.date.isoformat() == "2026-06-30"


def test_a_new_meeting_begins_with_the_lists_of_the_last(hands):
    dialogs = []
    answering(lambda dialog: (dialogs.append(dialog.fields()), dialog.reject()), [])
    before = hands.meeting
    hands.press("Ctrl+N")
    (fields,) = dialogs
    assert fields["Council"] == "Brookmere Borough Council"
    assert "Cllr S Banerjee (Chair)" in fields["Present"]
    assert fields["Apologies"] == ""
    assert hands.meeting is before


def test_every_choice_of_a_new_meeting_says_what_it_is(hands):
    shown = []

    def answer(dialog: MeetingDialog) -> None:
        shown.extend(box.currentText() for box in dialog.findChildren(QComboBox))
        dialog.reject()

    hands.window.capture.session.apply(
        lambda m: replace(m, heading=replace(m.heading, house_style="")), "the usual style"
    )
    answering(answer, [])
    hands.press("Ctrl+N")
    assert shown == ["The usual one: Bulleted exchanges", "Draft", "The usual one"]


def test_the_details_of_a_meeting_change_as_one_step(hands):
    ids = {a.person.name: a.person.id for a in hands.meeting.attendance}

    def answer(dialog: MeetingDialog) -> None:
        fill(dialog, End="8.47 pm")
        fill(dialog, Present=f"{dialog.fields()['Present']}\nCllr N New")
        dialog.accept()

    answering(answer, [])
    hands.press("Ctrl+I")
    assert hands.meeting.heading.end.isoformat() == "20:47:00"
    now = {a.person.name: a.person.id for a in hands.meeting.attendance}
    assert now.pop("Cllr N New")
    assert now == ids
    hands.press("Ctrl+Z")
    assert hands.meeting.heading.end is None
    assert all(a.standing is not Standing.ABSENT for a in hands.meeting.attendance)


def test_the_list_finds_a_meeting_by_its_words_and_opens_it(hands, archive):
    first = hands.meeting
    answering(lambda dialog: (fill(dialog, Committee="Planning"), dialog.accept()), [])
    hands.press("Ctrl+N")
    second = hands.meeting
    assert second.id != first.id

    def answer(dialog: MeetingsDialog) -> None:
        dialog.words.setText("scrutiny 5 march")
        assert dialog.view.lines.rowCount() == 1
        dialog._on_open()

    answering(answer, [])
    hands.press("Ctrl+L")
    assert hands.meeting == first
    assert len(archive.meetings()) == 2


@pytest.mark.parametrize(("form", "ending"), [
    ("word", ".docx"), ("text", ".txt"), ("json", ".json"), ("notation", ".minutes"),
])  # fmt: skip
def test_the_minutes_are_exported(hands, tmp_path: Path, form, ending):
    target = tmp_path / "out" / f"minutes{ending}"

    def answer(dialog: ExportDialog) -> None:
        dialog.form.setCurrentIndex(dialog.form.findData(form))
        dialog.target.setText(str(target))
        dialog._on_export()
        wait_for(dialog)

    answering(answer, [])
    hands.press("Ctrl+E")
    data = target.read_bytes()
    assert (data[:2] == b"PK") == (form == "word")
    if form == "json":
        assert json.loads(data)
    assert str(target) in hands.window.status.said.text()


def test_a_name_that_ends_as_another_form_does_is_told(hands, tmp_path: Path):
    """A Word file called minutes.pdf opens in nothing."""
    said = []

    def answer(dialog: ExportDialog) -> None:
        dialog.form.setCurrentIndex(dialog.form.findData("word"))
        dialog.target.setText(str(tmp_path / "minutes.PDF"))
        dialog._on_export()
        said.append(dialog._trouble.text())
        dialog.target.setText(str(tmp_path / "minutes.final"))
        dialog._on_export()
        wait_for(dialog)

    answering(answer, [])
    hands.press("Ctrl+E")
    assert said == [
        "The name ends in .pdf, and the form “Word” in .docx: choose another form or another name."
    ]
    assert [each.name for each in tmp_path.glob("minutes.*")] == ["minutes.final"]


def test_a_file_that_is_there_is_not_replaced_unasked(hands, tmp_path: Path):
    target = tmp_path / "minutes.txt"
    target.write_text("edited by hand")
    said = []

    def answer(dialog: ExportDialog) -> None:
        dialog.form.setCurrentIndex(dialog.form.findData("text"))
        dialog.target.setText(str(target))
        dialog._on_export()
        said.extend([dialog._trouble.text(), target.read_text()])
        dialog.replace.setChecked(True)
        dialog._on_export()
        wait_for(dialog)

    answering(answer, [])
    hands.press("Ctrl+E")
    assert said == ["That file is there already. Tick the box to replace it.", "edited by hand"]
    assert "Brookmere" in target.read_text()


def test_a_file_that_was_edited_since_it_was_written_is_asked_about_and_its_twin_is_not(
    hands, tmp_path: Path
):
    target = tmp_path / "minutes.txt"
    said = []

    def answer(dialog: ExportDialog) -> None:
        dialog.form.setCurrentIndex(dialog.form.findData("text"))
        dialog.target.setText(str(target))
        dialog._on_export()
        wait_for(dialog)
        said.append(dialog._trouble.text())
        dialog.reject()

    for edited in (False, False, True):
        if edited:
            target.write_text("edited by hand")
        answering(answer, [])
        hands.press("Ctrl+E")
    assert said[:2] == ["", ""]
    assert "changed since Clerkapp wrote it" in said[2]
    assert target.read_text() == "edited by hand"


def test_a_file_that_is_open_in_word_is_left_alone(hands, tmp_path: Path):
    (tmp_path / "~$nutes.docx").write_bytes(b"")
    said = []

    def answer(dialog: ExportDialog) -> None:
        dialog.target.setText(str(tmp_path / "minutes.docx"))
        dialog._on_export()
        said.append(dialog._trouble.text())
        dialog.reject()

    answering(answer, [])
    hands.press("Ctrl+E")
    assert said == ["It seems to be open in Word: close it there first."]
    assert not (tmp_path / "minutes.docx").exists()


def test_an_export_that_is_given_up_writes_nothing(hands, tmp_path: Path, monkeypatch):
    may_go_on = Event()

    def slow(*_asked) -> bytes:
        may_go_on.wait(10)
        return b"late"

    monkeypatch.setattr(export_dialog, "exported", slow)
    busy, moving = [], []

    def answer(dialog: ExportDialog) -> None:
        dialog.target.setText(str(tmp_path / "minutes.docx"))
        dialog._on_export()
        busy.append((dialog.progress.isVisible(), dialog._export.isEnabled()))
        moving.extend(dialog.findChildren(QProgressBar))
        dialog.reject()

    answering(answer, [])
    hands.press("Ctrl+E")
    may_go_on.set()
    QTest.qWait(60)
    assert busy == [(True, False)]
    assert moving == []  # who wants nothing to move cannot say so to Qt
    assert not (tmp_path / "minutes.docx").exists()


def test_one_item_at_less_detail_is_exported(hands, tmp_path: Path):
    target = tmp_path / "minutes.txt"

    def answer(dialog: ExportDialog) -> None:
        dialog.form.setCurrentIndex(dialog.form.findData("text"))
        dialog.detail.setCurrentIndex(dialog.detail.findData(Detail.DECISIONS))
        dialog.item.setCurrentIndex(2)
        dialog.target.setText(str(target))
        dialog._on_export()
        wait_for(dialog)

    answering(answer, [])
    hands.press("Ctrl+E")
    assert "Digital progress update" in target.read_text()
    assert "Apologies for absence" not in target.read_text()
    assert "Members asked" not in target.read_text()


def test_an_export_that_cannot_be_written_says_why(hands, tmp_path: Path):
    (tmp_path / "file").write_text("")
    said = []

    def answer(dialog: ExportDialog) -> None:
        dialog.target.setText(str(tmp_path / "file" / "minutes.docx"))
        dialog._on_export()
        wait_for(dialog)
        said.append(dialog._trouble.text())
        dialog.reject()

    answering(answer, [])
    hands.press("Ctrl+E")
    assert said[0].startswith("Cannot write into")


def test_a_file_is_brought_in_with_its_questions(hands, tmp_path: Path, monkeypatch):
    path = tmp_path / "june.minutes"
    path.write_text("Committee: Allotments\nDate: 31 June 2026\n# 1. Rents\nn None.\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    told = []
    answering(lambda box: (told.append((box.text(), box.detailedText())), box.accept()), [])
    hands.press("Ctrl+O")
    assert hands.meeting.heading.committee == "Allotments"
    assert "line 2" in told[0][1]


def test_a_file_that_cannot_be_read_says_so_and_changes_nothing(hands, tmp_path, monkeypatch):
    said = answering_boxes(monkeypatch)
    before = hands.meeting
    (tmp_path / "x.json").write_text("{")
    hands.window.do.meetings.take_in(tmp_path / "x.json")
    assert "x.json" in said[0]
    assert hands.meeting is before


def test_a_meeting_is_taken_off_the_list_only_when_that_is_confirmed(hands, archive, monkeypatch):
    answering_boxes(monkeypatch, False, True, True)
    only = hands.meeting.id
    hands.window.do.meetings.remove()
    answering(QDialog.reject, [])
    hands.window.do.meetings.remove()
    assert [line.id for line in archive.meetings()] == [only]
    assert "the only meeting" in hands.window.status.said.text()
    answering(lambda dialog: (fill(dialog, Committee="Planning"), dialog.accept()), [])
    hands.window.do.meetings.remove()
    assert [line.committee for line in archive.meetings()] == ["Planning"]
    assert hands.meeting.heading.committee == "Planning"


def test_the_keys_are_all_listed(hands):
    listed = []

    def answer(dialog: KeysDialog) -> None:
        listed.extend(line.aside for line in dialog.view.lines.lines)
        dialog.reject()

    answering(answer, [])
    hands.press("F1")
    assert {"Enter", "Ctrl+1", "Alt+↑", "Ctrl+Shift+Z or Ctrl+Y", "F6"} <= set(listed)


def test_no_key_means_two_things(hands):
    keys = [key for command in hands.window.commands for key in command.keys.split("; ") if key]
    assert len(keys) == len(set(keys))


def test_the_details_of_an_item_change_as_one_step(hands):
    def answer(dialog: ItemDialog) -> None:
        dialog.title.setText("Digital update")
        dialog.number.setText("6a")
        dialog.presenter.setText("Head of Legal")
        dialog.documents.setPlainText("Plan; part 1 <https://example.org/p.pdf>\nSlides")
        dialog.exemption.is_exempt.setChecked(True)
        dialog.exemption.paragraph.setText("3")
        dialog.accept()

    hands.press("Alt+2")
    before = hands.meeting
    answering(answer, [])
    hands.press("F4")
    item = hands.item
    assert (item.title, item.number, item.presenter) == ("Digital update", "6a", "Head of Legal")
    assert [document.title for document in item.documents] == ["Plan; part 1", "Slides"]
    assert item.exempt == Exempt("3")
    assert item.entries == before.items[1].entries
    assert "Exempt · paragraph 3 · Head of Legal" in hands.window.page._about.text()
    hands.press("Ctrl+Z")
    assert hands.meeting == before


def test_to_type_a_paragraph_makes_an_item_exempt(hands):
    def answer(dialog: ItemDialog) -> None:
        QTest.keyClicks(dialog.exemption.paragraph, "3")
        dialog.accept()

    answering(answer, [])
    hands.press("F4")
    assert hands.item.exempt == Exempt("3")


def test_an_entry_is_kept_from_the_public_and_opened_again(hands):
    hands.press("Alt+2")
    for paragraph, checked, exempt in (("7", True, Exempt("7")), ("", False, None)):

        def answer(dialog: ExemptDialog, paragraph=paragraph, checked=checked) -> None:
            dialog.exemption.paragraph.setText(paragraph)
            dialog.exemption.is_exempt.setChecked(checked)
            dialog.accept()

        answering(answer, [])
        hands.press("Ctrl+Shift+X")
        assert hands.entry.exempt == exempt


def test_an_entry_that_is_exempt_under_no_paragraph_is_not_opened_by_enter(hands):
    hands.press("Alt+2")
    hands.window.capture.set_exempt(hands.entry.id, Exempt())
    before = hands.meeting
    answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return), [])
    hands.press("Ctrl+Shift+X")
    assert hands.meeting is before


def test_to_type_a_paragraph_makes_an_entry_exempt(hands):
    hands.press("Alt+2")

    def answer(dialog: ExemptDialog) -> None:
        assert dialog.focusWidget() is dialog.exemption.paragraph
        QTest.keyClicks(dialog.exemption.paragraph, "3")
        QTest.keyClick(dialog.exemption.paragraph, Qt.Key.Key_Return)

    answering(answer, [])
    hands.press("Ctrl+Shift+X")
    assert hands.entry.exempt == Exempt("3")


def test_a_crest_chosen_once_is_there_at_the_next_export(hands, tmp_path: Path):
    crest, target = tmp_path / "crest.png", tmp_path / "minutes.html"
    crest.write_bytes(png())
    said = []

    def answer(dialog: ExportDialog) -> None:
        dialog.form.setCurrentIndex(dialog.form.findData("html"))
        said.append((dialog.dress.crest.text(), dialog.dress.template.isVisible()))
        if len(said) == 1:
            dialog.dress.crest.setText(str(crest))
            dialog.dress.crest_words.setText("A star over waves")
        if len(said) == 3:
            dialog.dress.crest.clear()
        dialog.target.setText(str(target))
        dialog.replace.setChecked(True)
        dialog._on_export()
        wait_for(dialog)

    pages = []
    for _ in range(4):
        answering(answer, [])
        hands.press("Ctrl+E")
        crest.unlink(missing_ok=True)
        pages.append('alt="A star over waves"' in target.read_text())
    assert said == [("", False), ("crest.png", False), ("crest.png", False), ("", False)]
    assert pages == [True, True, False, False]


def test_why_a_template_is_refused_is_said_once_and_whole(hands, tmp_path: Path):
    template = tmp_path / "locked.docx"
    template.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") * 99)
    said = []

    def answer(dialog: ExportDialog) -> None:
        dialog.dress.template.setText(str(template))
        dialog.dress.template.editingFinished.emit()
        dialog.target.setText(str(tmp_path / "minutes.docx"))
        dialog._on_export()
        report = dialog.dress.report
        QTest.qWait(50)
        said.append((report.text(), dialog._trouble.text()))
        said.append(report.height() >= report.heightForWidth(report.width()))
        dialog.reject()

    answering(answer, [])
    hands.press("Ctrl+E")
    why = (
        "locked.docx has a password, or is of the kind that Word wrote before 2007 (.doc); "
        "open it in Word, take the password off, and save it as .docx."
    )
    assert said == [(why, ""), True]
