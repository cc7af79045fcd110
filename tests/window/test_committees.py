"""Committees in the window: kept from a meeting, changed, and the next meeting filled from one."""

import datetime as dt

import pytest
from hands import answering_boxes, open_dialog
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QLabel
from test_accessibility import controls, faults
from test_dialogs import answering

from clerkapp.archive.committees import committees_in
from clerkapp.archive.read_only import ReadOnlyArchive
from clerkapp.errors import ArchiveError
from clerkapp.meeting.committees import Committee, Membership, Numbering, Powers, QuorumRule
from clerkapp.window.main_window import MainWindow
from clerkapp.window.meetings.committee_chooser import CommitteeChooser
from clerkapp.window.meetings.committee_dialog import CommitteeDialog
from clerkapp.window.meetings.committees_dialog import CommitteesDialog
from clerkapp.window.meetings.meeting_dialog import MeetingDialog
from clerkapp.window.settings import Settings
from clerkapp.wording.times import date_words

FINANCE = Committee(
    "f", "Brookmere Borough Council", "Finance Panel",
    (
        Membership("Cllr R Teale", "Chair"),
        Membership("Cllr Y Moss", code="ym"),
        Membership("Canon B Orr", has_vote=False),
    ),
    QuorumRule(4), ("Apologies",), house_style="of another computer",
)  # fmt: skip


def keep(hands) -> None:
    hands.window.do.meetings.committees.keep_this()


def command(hands, name: str) -> None:
    next(c for c in hands.window.commands if c.full_name == name).run()


def today() -> dt.date:
    """Asked when it is needed: a run of the tests may go on over midnight."""
    return dt.date.today()  # noqa: DTZ011 — the calendar on the wall of the room


def settle() -> None:
    """Lets the window do what it put off to its next turn."""
    for _ in range(3):
        QTest.qWait(5)


def press(keys: str, times: int = 1) -> None:
    """Presses a key wherever the focus is, also in a dialog."""
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, *_KEYS[keys])
        settle()


_KEYS = {
    "Tab": (Qt.Key.Key_Tab,),
    "Enter": (Qt.Key.Key_Return,),
    "Down": (Qt.Key.Key_Down,),
    "End": (Qt.Key.Key_End,),
    "Space": (Qt.Key.Key_Space,),
    "Delete": (Qt.Key.Key_Delete,),
    "Escape": (Qt.Key.Key_Escape,),
}


def write(words: str) -> None:
    """Types key by key: the first opens a cell of a table, which then has the focus."""
    for character in words:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, character)
    settle()


def with_dialog(hands, answer, committee: str = "") -> None:
    """Opens the list of committees by its command and has `answer` called with one's form."""
    failed: list[BaseException] = []

    def fill() -> None:
        dialog = open_dialog()
        try:
            assert isinstance(dialog, CommitteeDialog), dialog
            dialog.activateWindow()
            settle()
            answer(dialog)
        except (AssertionError, Exception) as error:  # noqa: BLE001 — told once Qt has returned
            failed.append(error)
        if dialog is not None and dialog.isVisible():
            QDialog.reject(dialog)

    def choose() -> None:
        dialog = open_dialog()
        assert isinstance(dialog, CommitteesDialog)
        dialog.words.setText(committee)
        if committee:
            dialog.activateWindow()
            dialog.words.setFocus()
            settle()
            QTimer.singleShot(50, fill)
            press("Enter")
        else:
            QTimer.singleShot(50, fill)
            dialog._new.click()
        dialog.reject()

    QTimer.singleShot(50, choose)
    command(hands, "Meeting: Committees")
    if failed:
        raise failed[0]


def committee(archive, name: str) -> Committee:
    return next(each for each in committees_in(archive) if each.name == name)


# Kept from the meeting in hand


def test_the_next_meeting_is_filled_from_a_kept_committee(hands, archive):
    name = hands.meeting.heading.committee
    keep(hands)
    assert [each.name for each in committees_in(archive)] == [name]
    assert "is kept" in hands.window.status.said.text()
    seen = []

    def fill() -> None:
        dialog = open_dialog()
        assert isinstance(dialog, MeetingDialog)
        seen.append(dialog.fields()["Committee"])
        dialog.accept()

    def choose() -> None:
        dialog = open_dialog()
        assert isinstance(dialog, CommitteeChooser)
        dialog.words.setText(name[:4])
        QTimer.singleShot(100, fill)
        dialog._on_accepted()

    QTimer.singleShot(100, choose)
    hands.press("Ctrl+N")
    assert seen == [name]
    assert hands.meeting.heading.committee_id == committees_in(archive)[0].id


def test_a_committee_is_kept_once(hands, archive):
    keep(hands)
    keep(hands)
    assert len(committees_in(archive)) == 1
    assert "already" in hands.window.status.said.text()


def test_to_keep_its_committee_is_one_step_of_the_meeting(hands, archive):
    keep(hands)
    (kept,) = committees_in(archive)
    assert hands.meeting.heading.committee_id == kept.id
    archive.settle()
    assert archive.read(hands.meeting.id).heading.committee_id == kept.id
    hands.press("Ctrl+Z")
    assert hands.meeting.heading.committee_id == ""
    keep(hands)
    assert hands.meeting.heading.committee_id == kept.id
    assert "one of its meetings" in hands.window.status.said.text()


def test_the_details_of_a_meeting_keep_its_committee(hands):
    keep(hands)
    before = hands.meeting.heading.committee_id

    def answer(dialog: MeetingDialog) -> None:
        dialog._lines["Place"].setText("Annexe")
        dialog.accept()

    answering(answer, [])
    hands.press("Ctrl+I")
    assert hands.meeting.heading.place == "Annexe"
    assert hands.meeting.heading.committee_id == before


# The form


def test_a_committee_is_filled_in_from_the_keyboard(hands, archive):
    def answer(dialog: CommitteeDialog) -> None:
        assert dialog._lines["organisation"].text() == hands.meeting.heading.council
        write("Planning Committee")
        press("Tab")
        write("Committee Room 2")
        press("Tab")
        write("6.30pm")
        dialog._lines["quorum"].setFocus()
        write("half")
        dialog._texts["dates"].setFocus()
        write("3 December 2150")
        dialog._texts["usual_items"].setFocus()
        write("Apologies")
        press("Enter")
        write("Minutes of the meeting on {last}")
        dialog.members.setFocus()
        write("Cllr A Vane")  # the first letter opens the cell
        press("Tab")
        write("Chair")
        press("Tab")
        write("av")
        press("Tab")
        write("1 May 2026")
        press("Enter")
        dialog.members.setCurrentCell(1, 0)
        write("Canon B Orr")
        press("Enter")
        dialog.members.setCurrentCell(1, 5)
        press("Space")
        assert dialog.members.rowCount() == 3
        dialog.ok.click()
        assert not dialog.isVisible()

    with_dialog(hands, answer)
    kept = committee(archive, "Planning Committee")
    assert kept.members == (
        Membership("Cllr A Vane", "Chair", "av", dt.date(2026, 5, 1)),
        Membership("Canon B Orr", has_vote=False),
    )
    assert (kept.quorum, kept.start) == (QuorumRule(part=1, of=2), dt.time(18, 30))
    assert kept.usual_items == ("Apologies", "Minutes of the meeting on {last}")
    assert (kept.place, kept.dates) == ("Committee Room 2", (dt.date(2150, 12, 3),))


def test_what_was_not_touched_stays_as_it_was(hands, archive):
    archive.keep_committee(FINANCE)
    with_dialog(hands, lambda dialog: dialog.ok.click(), "fin")
    assert committee(archive, "Finance Panel") == FINANCE


def test_every_bad_value_is_told_beside_its_field_and_nothing_is_lost(hands, archive):
    archive.keep_committee(FINANCE)

    def answer(dialog: CommitteeDialog) -> None:
        dialog._lines["start"].setText("half past")
        dialog._lines["quorum"].setText("most")
        dialog._texts["dates"].setPlainText("31 June 2027")
        dialog.members.item(1, 3).setText("soon")
        dialog.ok.click()
        assert dialog.isVisible()
        assert committee(archive, "Finance Panel") == FINANCE
        told = {field: label.text() for field, label in dialog._doubts.items() if label.isVisible()}
        assert told.keys() == {"start", "quorum", "dates", "members"}
        assert told["quorum"] == "“most” is no quorum; write it as 4, 1/3 or a third."
        assert told["members"].startswith("Line 2: “soon” is not a date")
        assert dialog._lines["start"].accessibleDescription() == told["start"]
        assert dialog.members.item(1, 3).toolTip() in told["members"]
        assert QApplication.focusWidget() is dialog._lines["start"]
        write("7 pm")  # all of it is selected? it is not: the words stay to be mended
        assert dialog._lines["start"].text().startswith("half past")
        dialog._lines["start"].setText("7 pm")
        dialog._lines["quorum"].setText("1/3")
        dialog._texts["dates"].setPlainText("30 June 2127")
        dialog.members.item(1, 3).setText("1 May 2026")
        settle()
        assert not any(label.isVisible() for label in dialog._doubts.values())
        dialog.ok.click()
        assert not dialog.isVisible()

    with_dialog(hands, answer, "fin")
    assert committee(archive, "Finance Panel").quorum == QuorumRule(part=1, of=3)


def test_a_field_that_is_left_says_at_once_what_does_not_fit(hands, archive):
    def answer(dialog: CommitteeDialog) -> None:
        dialog._lines["start"].setFocus()
        write("soon")
        assert not dialog._doubts["start"].isVisible()
        press("Tab")
        assert "not a time" in dialog._doubts["start"].text()
        assert dialog._doubts["start"].isVisible()

    with_dialog(hands, answer)


def test_what_does_not_fit_and_what_the_rules_now_give_is_heard_once(hands, archive, monkeypatch):
    archive.keep_committee(FINANCE)
    heard = []

    def answer(dialog: CommitteeDialog) -> None:
        monkeypatch.setattr(QAccessible, "updateAccessibility", lambda e: heard.append(e.message()))
        dialog._lines["start"].setFocus()
        write("soon")
        press("Tab")
        dialog._lines["start"].setFocus()
        press("Tab")
        hands.qtbot.waitUntil(lambda: heard != [])
        dialog._texts["dates"].setFocus()
        dialog._texts["dates"].selectAll()
        write("31 June 2027")
        press("Tab")
        hands.qtbot.waitUntil(lambda: len(heard) == 2)
        dialog._lines["quorum"].setText("a third")
        hands.qtbot.waitUntil(lambda: len(heard) == 3)
        hands.qtbot.wait(50)
        dialog._begun = dialog.form()

    with_dialog(hands, answer, "fin")
    assert "not a time" in heard[0]
    assert "31 June 2027" in heard[1]
    assert heard[2] == "Today 1, a third of 2 with a vote, rounded up."
    assert len(heard) == 3


def test_the_rules_say_what_they_give_today(hands, archive):
    archive.keep_committee(FINANCE)

    def answer(dialog: CommitteeDialog) -> None:
        assert dialog.quorum_today.text() == "Today 4, but only 2 with a vote: there is no quorum."
        dialog._lines["quorum"].setText("a third")
        settle()
        assert dialog.quorum_today.text() == "Today 1, a third of 2 with a vote, rounded up."
        dialog._lines["quorum"].setText("a thir")
        settle()
        assert dialog.quorum_today.text() == "No quorum is known yet."
        assert dialog.next_number.text() == "Each meeting begins with item 1."
        box = dialog._choices["numbering"]
        box.setCurrentIndex(box.findData(Numbering.OF_THE_YEAR))
        dialog._lines["prefix"].setText("FP")
        settle()
        assert dialog.next_number.text().startswith("The next meeting begins with item FP1/")

    with_dialog(hands, answer, "fin")


def test_a_term_is_ended_and_another_added(hands, archive):
    archive.keep_committee(FINANCE)

    def answer(dialog: CommitteeDialog) -> None:
        table = dialog.members
        table.setFocus()
        table.setCurrentCell(0, 0)
        table.end_term()
        table.add_term()
        write("Vice-chair")
        press("Enter")
        table.setCurrentCell(3, 0)
        press("Delete")
        dialog.ok.click()

    with_dialog(hands, answer, "fin")
    assert committee(archive, "Finance Panel").members == (
        Membership("Cllr R Teale", "Chair", until=today()),
        Membership("Cllr R Teale", "Vice-chair", since=today() + dt.timedelta(1)),
        Membership("Cllr Y Moss", code="ym"),
    )


def test_a_date_in_the_table_is_written_out_as_it_is_understood(hands, archive):
    archive.keep_committee(FINANCE)

    def answer(dialog: CommitteeDialog) -> None:
        dialog.members.setFocus()
        dialog.members.setCurrentCell(0, 4)
        write("+2w")
        press("Enter")
        assert dialog.members.item(0, 4).text() == date_words(today() + dt.timedelta(14))

    with_dialog(hands, answer, "fin")


def test_a_meeting_that_was_held_keeps_the_names_of_its_day(hands, archive):
    keep(hands)
    (kept,) = committees_in(archive)
    before = hands.meeting
    old = kept.members[0].name

    def answer(dialog: CommitteeDialog) -> None:
        dialog.members.item(0, 0).setText("Dame S Banerjee")
        dialog.ok.click()

    with_dialog(hands, answer, kept.name)
    assert committee(archive, kept.name).members[0].name == "Dame S Banerjee"
    archive.settle()
    assert archive.read(before.id) == hands.meeting == before
    assert old in [line.person.name for line in hands.meeting.attendance]


def test_it_is_shown_what_a_member_is_elsewhere(hands, archive):
    keep(hands)
    archive.keep_committee(FINANCE)

    def answer(dialog: CommitteeDialog) -> None:
        names = [row.name for row in dialog.members.rows()]
        dialog.members.setCurrentCell(names.index("Cllr R Teale"), 0)
        settle()
        assert dialog.posts.isVisible()
        assert "Cllr R Teale is also Chair of Finance Panel" in dialog.posts.text()

    with_dialog(hands, answer, hands.meeting.heading.committee)


def test_a_save_that_fails_is_said_and_the_form_stays(hands, archive, monkeypatch):
    archive.keep_committee(FINANCE)

    def refuse(_committee: Committee) -> None:
        raise ArchiveError("the committee could not be saved: the disk is full")

    def answer(dialog: CommitteeDialog) -> None:
        dialog._keep = refuse
        dialog._lines["place"].setText("Annexe")
        dialog.ok.click()
        assert dialog.isVisible()
        assert dialog.said.text() == "The committee could not be saved: the disk is full."
        assert dialog._lines["place"].text() == "Annexe"

    with_dialog(hands, answer, "fin")


@pytest.mark.parametrize("answered", ["Yes", "No"])
def test_what_was_filled_in_is_left_only_when_that_is_confirmed(
    hands, archive, monkeypatch, answered
):
    archive.keep_committee(FINANCE)
    asked = answering_boxes(monkeypatch, answered == "Yes")

    def answer(dialog: CommitteeDialog) -> None:
        dialog._lines["place"].setFocus()
        write("Annexe")
        press("Escape")
        assert dialog.isVisible() is (answered == "No")

    with_dialog(hands, answer, "fin")
    assert asked == ["Leave it? What you changed here is not kept."]
    assert committee(archive, "Finance Panel") == FINANCE


# The list


@pytest.mark.parametrize("answered", ["Yes", "No"])
def test_a_committee_is_taken_off_the_list_only_when_that_is_confirmed(
    hands, archive, monkeypatch, answered
):
    archive.keep_committee(FINANCE)
    asked = answering_boxes(monkeypatch, answered == "Yes")

    def answer(dialog: CommitteesDialog) -> None:
        assert [line.words for line in dialog.view.lines.lines] == [
            "Brookmere Borough Council", "Finance Panel"
        ]  # fmt: skip
        dialog._remove.click()
        dialog.reject()

    answering(answer, [])
    command(hands, "Meeting: Committees")
    assert asked == ["Take Finance Panel off the list of committees? Its meetings stay."]
    assert bool(committees_in(archive)) is (answered == "No")


def test_where_no_committee_is_kept_the_list_says_so(hands):
    def answer(dialog: CommitteesDialog) -> None:
        assert [line.words for line in dialog.view.lines.lines] == ["No committee is kept yet"]
        assert not dialog._change.isEnabled()
        assert not dialog._remove.isEnabled()
        dialog.reject()

    answering(answer, [])
    command(hands, "Meeting: Committees")


def test_an_archive_that_is_only_read_shows_its_committees(hands, archive, qtbot):
    archive.keep_committee(FINANCE)
    shown = []
    only = ReadOnlyArchive(archive.path, archive.keys, "It is on a read-only disk.")
    window = MainWindow(only, Settings(archive.path))
    window.open_meeting(hands.meeting)
    hands.window.hide()
    window.show()
    qtbot.waitExposed(window)
    hands.window = window

    def answer(dialog: CommitteeDialog) -> None:
        shown.append((dialog._lines["name"].text(), dialog.ok.isEnabled()))

    with_dialog(hands, answer, "fin")
    assert shown == [("Finance Panel", False)]
    window.close()
    window.deleteLater()
    only.close()


# Powers


def test_the_checks_know_what_the_committee_may_do(hands, archive):
    keep(hands)
    (kept,) = committees_in(archive)
    assert hands.window.open.powers is Powers.RESOLVES

    def answer(dialog: CommitteeDialog) -> None:
        box = dialog._choices["powers"]
        box.setCurrentIndex(box.findData(Powers.RECOMMENDS))
        dialog.ok.click()

    with_dialog(hands, answer, kept.name)
    assert hands.window.open.powers is Powers.RECOMMENDS
    hands.press("Ctrl+Z")
    assert hands.window.open.powers is None


# For every pair of eyes


@pytest.mark.parametrize(
    ("width", "height", "zoom"), [(1366, 768, 1.0), (683, 384, 1.0), (1366, 768, 2.0)]
)
def test_every_control_of_the_form_is_named_and_within_reach(hands, archive, width, height, zoom):
    keep(hands)
    hands.window.show_look(hands.window.look.zoomed(zoom))
    seen = []

    def answer(dialog: CommitteeDialog) -> None:
        dialog.resize(width, height - 40)
        settle()
        assert faults(dialog) == []
        seen.append(len(controls(dialog)))
        inner = dialog.members.parentWidget()
        assert inner.width() <= dialog.width(), "it is wider than the dialog and cannot be scrolled"
        for name, _, widget in controls(dialog):
            if not widget.isEnabled():  # the month, until the numbers go by the year
                continue
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            settle()
            ground = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
            shown = ground.visibleRegion().boundingRect()
            assert shown.height() > 8, name
            assert shown.width() > 20, name

    with_dialog(hands, answer, hands.meeting.heading.committee)
    assert seen[0] > 20


def test_a_meeting_of_a_committee_that_is_not_kept_is_started_whatever_was_typed(hands):
    keep(hands)
    (kept,) = committees_in(hands.window._archive)
    chooser = CommitteeChooser((kept,), hands.window.look)
    hands.qtbot.addWidget(chooser)
    chooser.words.setText("Little Ashcombe")
    assert [line.words for line in chooser.view.lines.lines] == ["Another committee, or none"]
    chooser._on_accepted()
    assert chooser.chosen is None
    assert chooser.result() == CommitteeChooser.DialogCode.Accepted


@pytest.mark.parametrize(
    ("fields", "typed", "proposed"),
    [
        ({}, "Much Marling Parish Council", "parish"),
        ({}, "Brookmere Borough Council", ""),
        ({"Council": "Marling Town Council"}, "Brookmere University", "universities"),
        (
            {"Council": "Marling Town Council", "Jurisdiction": "parish"},
            "Larkfield Primary School",
            "schools",
        ),
        ({"Council": "Glen Council", "Jurisdiction": "scotland"}, "Larkfield School", "scotland"),
    ],
)
def test_the_name_of_a_council_that_is_typed_proposes_its_jurisdiction(
    hands, fields, typed, proposed
):
    dialog = MeetingDialog("New meeting", fields, hands.window.look, agenda="1. Apologies")
    hands.qtbot.addWidget(dialog)
    council = dialog._lines["Council"]
    council.selectAll()
    hands.qtbot.keyClicks(council, typed)
    assert dialog.fields()["Jurisdiction"] == proposed


def test_a_jurisdiction_that_was_chosen_stays_whatever_name_is_typed(hands):
    dialog = MeetingDialog("New meeting", {}, hands.window.look, agenda="1. Apologies")
    hands.qtbot.addWidget(dialog)
    dialog.show()
    council, jurisdiction = dialog._lines["Council"], dialog._lines["Jurisdiction"]
    hands.qtbot.keyClicks(council, "Marling Town Council")
    assert jurisdiction.currentText() == "Parish and town councils, England"
    hands.qtbot.keyClick(jurisdiction, Qt.Key.Key_Up)
    chosen = dialog.fields()["Jurisdiction"]
    hands.qtbot.keyClicks(council, " School Governors")
    assert dialog.fields()["Jurisdiction"] == chosen != "parish"


def test_in_the_details_a_name_proposes_nothing(hands):
    dialog = MeetingDialog("Details", {}, hands.window.look)
    hands.qtbot.addWidget(dialog)
    hands.qtbot.keyClicks(dialog._lines["Council"], "Marling Town Council")
    assert dialog.fields()["Jurisdiction"] == ""


def test_each_field_of_a_new_meeting_has_a_letter_of_its_own(hands):
    dialog = MeetingDialog("New meeting", {}, hands.window.look, agenda="1. Apologies")
    hands.qtbot.addWidget(dialog)
    labels = [each.text() for each in dialog.findChildren(QLabel) if each.buddy()]
    letters = [words[words.index("&") + 1].casefold() for words in labels]
    assert len(letters) == len(dialog._lines) + len(dialog._lists) + 1
    assert sorted(letters) == sorted(set(letters))


def test_the_agenda_of_a_new_meeting_is_not_far_below_its_lists(hands):
    dialog = MeetingDialog("New meeting", {}, hands.window.look, agenda="1. Apologies")
    hands.qtbot.addWidget(dialog)
    dialog.show()
    heights = {key: field.height() for key, field in dialog._lists.items()}
    assert max(heights.values()) == heights["Present"]
    assert sum(heights.values()) < 500
