"""The window as a whole: its places, what it says of the disk, its end and its next start."""

import datetime as dt

import shiboken6
from hands import answering_boxes
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from clerkapp.archive.writer import NotSaved, Saved
from clerkapp.editing.history import Place
from clerkapp.meeting import edits
from clerkapp.meeting.copying import copied
from clerkapp.meeting.entries import Entry, EntryKind, Movement
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Vote
from clerkapp.window.beside.beside_lines import action_lines
from clerkapp.window.beside.beside_panel import BesidePanel
from clerkapp.window.item.entry_row import EntryRow
from clerkapp.window.main_window import MainWindow
from clerkapp.window.settings import Settings


def test_f6_goes_round_the_places_and_escape_back_to_the_words(hands):
    words = hands.focus
    hands.press("F6")
    assert hands.focus is hands.window.agenda.view
    hands.press("F6")
    assert hands.window.beside.isAncestorOf(hands.focus)
    hands.press("F6")
    assert hands.focus is words
    hands.press("F6")
    hands.press("Escape")
    assert hands.focus is words


def test_the_window_says_saved_only_when_the_disk_has_the_last_key(hands):
    hands.press("Alt+1")
    older = hands.meeting
    hands.type("x")
    hands.qtbot.waitUntil(lambda: "✓ Saved" in hands.window.status.saved.text())
    hands.window.status.show_saving()
    hands.window.open._on_told(Saved(older, dt.datetime(2026, 3, 5, 19, 42, 7, tzinfo=dt.UTC)))
    assert hands.window.status.saved.text() == "Saving…"
    hands.window.open._on_told(
        Saved(hands.meeting, dt.datetime(2026, 3, 5, 19, 42, 7, tzinfo=dt.UTC))
    )
    assert hands.window.status.saved.text() == "✓ Saved 19:42:07"


def test_a_disk_that_refuses_is_told_in_words(hands):
    hands.window.open._on_told(NotSaved("the disk is full"))
    assert hands.window.status.saved.text() == "Not saved: the disk is full. Trying again…"


def test_what_is_said_stands_for_its_whole_time(hands, monkeypatch):
    window = hands.window
    monkeypatch.setattr("clerkapp.window.status_line._LASTS", 200)
    window.say("One")
    hands.qtbot.wait(150)
    window.say("Two")
    hands.qtbot.wait(100)
    assert window.status.said.text() == "Two"
    hands.qtbot.waitUntil(lambda: window.status.said.text() == "")


def test_another_meeting_does_not_wait_for_the_disk_to_take_the_last(hands):
    hands.press("Alt+2")
    hands.window._slow_save.start()  # as after a key that the disk has not answered
    hands.window.open_meeting(copied(hands.meeting, new_id))
    assert not hands.window._slow_save.isActive()


def test_checks_actions_and_room_follow_the_meeting(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("a Something by somebody.")
    hands.window._refresh_around()
    beside = hands.window.beside
    hands.qtbot.waitUntil(lambda: beside.tabs.tabText(1) == "Checks 2")
    hands.press("Ctrl+Alt+2")
    rules = [line.aside for line in beside.lines("Checks").lines.lines]
    assert rules == ["A1", "A2"]
    hands.press("Ctrl+Alt+3")
    assert len(beside.lines("Actions").lines.lines) == 2
    assert action_lines(hands.meeting)[1].below == "no owner · no date"
    assert hands.window.beside.room.lines.lines[0].count == "5"


def test_a_finding_leads_to_its_entry(hands):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("a Something.")
    entry = hands.entry.id
    hands.press("Alt+1")
    hands.press("Ctrl+Alt+2")
    view = hands.window.beside.lines("Checks")
    view._on_chosen(view.lines.index(0))
    assert hands.window.page.current_entry == entry


def test_the_preview_shows_the_same_minutes(hands):
    hands.press("Ctrl+Alt+4")
    words = hands.window.beside.preview.page.toPlainText()
    assert "Members asked whether there was money" in words
    assert "Councillor S Banerjee" in words


def test_the_preview_of_the_public_copy_has_nothing_exempt(hands):
    hands.press("Alt+2")
    hands.window.capture.set_exempt(hands.entry.id, Exempt("3"))
    hands.press("Ctrl+Alt+4")
    beside = hands.window.beside
    assert "That the report be noted." not in beside.preview.page.toPlainText()
    beside.preview.copy.setCurrentIndex(1)
    assert "That the report be noted." in beside.preview.page.toPlainText()


def test_closing_and_opening_again_finds_words_and_cursor(hands, archive, qtbot):
    hands.press("Alt+2")
    hands.type(" In the end.")
    hands.press("Left", 3)
    place, meeting = hands.window.page.place, hands.meeting
    hands.window.close()
    again = MainWindow(archive, Settings(archive.path))
    qtbot.addWidget(again)
    assert again.do.meetings.open_last()
    assert again.meeting == meeting
    assert again.page.place == place


def test_after_a_crash_the_cursor_is_at_the_end_of_the_last_words(hands, archive, qtbot):
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("Half a sen")
    archive.settle()
    again = MainWindow(archive, Settings(archive.path))
    qtbot.addWidget(again)
    again.do.meetings.open_last()
    place = again.page.place
    assert place == Place(place.item_id, hands.entry.id, len("Half a sen"))


def test_after_a_crash_the_cursor_is_where_it_was_within_the_words(hands, archive, qtbot):
    hands.press("Alt+2")
    hands.press("Home")
    hands.press("Right", 5)
    qtbot.wait(250)
    hands.type("whole ")
    place = hands.window.page.place
    archive.settle()
    again = MainWindow(archive, Settings(archive.path))
    qtbot.addWidget(again)
    again.do.meetings.open_last()
    assert again.page.place == place
    assert again.meeting == hands.meeting


def test_after_a_crash_a_new_entry_is_open_again(hands, archive, qtbot):
    hands.press("Alt+2")
    hands.press("Up", 2)
    hands.press("Return")
    shown = hands.shown()
    again = MainWindow(archive, Settings(archive.path))
    qtbot.addWidget(again)
    again.do.meetings.open_last()
    rows = sorted(again.page._rows.values(), key=lambda row: row.y())
    assert [row.text.toPlainText() for row in rows] == shown
    assert again.page.place.cursor == 0
    assert again.capture.is_draft(again.page.current_entry)


def test_a_meeting_opens_where_the_clerk_was_in_it_whatever_came_between(hands, archive, qtbot):
    hands.press("Alt+2")
    hands.type(" In the end.")
    hands.press("Left", 3)
    first, place = hands.meeting.id, hands.window.page.place
    other = copied(hands.meeting, new_id)
    archive.add(other)
    hands.window.do.meetings._open(other.id)
    hands.press("Alt+1")
    hands.window.do.meetings._open(first)
    assert (hands.meeting.id, hands.window.page.place) == (first, place)
    hands.window.do.meetings._open(other.id)
    hands.window.close()
    again = MainWindow(archive, Settings(archive.path))
    qtbot.addWidget(again)
    again.open_meeting(archive.read(first))
    assert again.page.place == place


def test_of_many_meetings_the_oldest_are_where_nobody_was(archive):
    settings, ids = Settings(archive.path), [new_id() for _ in range(52)]
    for each in ids:
        settings.keep_place(each, Place("item", "entry above", -3))
    assert Settings(archive.path).place_in(ids[2]) == Place("item", "entry above", -3)
    assert [settings.place_in(each) for each in ids[:2]] == [None, None]
    settings.keep_place(ids[0], Place("item"))
    assert settings.place_in(ids[0]) == Place("item")


def test_it_asks_before_it_closes_on_words_that_are_not_saved(hands, monkeypatch):
    asked = answering_boxes(monkeypatch, False)
    with monkeypatch.context() as patch:
        patch.setattr(type(hands.window._archive), "settle", lambda _: False)
        assert not hands.window.close()
    assert asked == [
        "The last words are not on the disk yet. If you close now they are lost. Close?"
    ]


def walk(interface: QAccessibleInterface):
    yield interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None:
            yield from walk(child)


def test_every_control_that_takes_the_focus_has_a_name(hands):
    hands.press("Alt+2")
    hands.press("Up")
    nameless = []
    for interface in walk(QAccessible.queryAccessibleInterface(hands.window)):
        widget = interface.object()
        if not interface.state().focusable or not isinstance(widget, QWidget):
            continue
        if widget.isVisible() and not interface.text(QAccessible.Text.Name):
            nameless.append(widget)
    assert nameless == []


def test_a_screen_reader_hears_kind_and_place(hands):
    hands.press("Alt+2")
    hands.press("Up", 3)
    assert hands.text.accessibleName() == "Question, entry 1 of 4"


def test_the_row_of_the_next_enter_is_there_before_it(hands):
    page = hands.window.page
    hands.press("Return")
    hands.qtbot.waitUntil(lambda: len(page._spare) == 1)
    (spare,) = page._spare
    hands.type("It rained.")
    hands.press("Return")
    assert spare in page._rows.values()


class PaintedRows(QObject):
    """Notes which rows are painted while it is there."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: set[QObject] = set()
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 — Qt names it
        if event.type() is QEvent.Type.Paint and isinstance(watched, EntryRow):
            self._rows.add(watched)
        return False

    def seen(self) -> set[QObject]:
        """The rows that were painted since the last question."""
        QApplication.processEvents()
        rows, self._rows = self._rows, set()
        return rows


def test_an_enter_at_the_foot_paints_only_what_it_changes(hands):
    for n in range(40):
        hands.type(f"{n}.")
        hands.press("Return")
    hands.type("The last.")
    painted = PaintedRows()
    before = hands.window.page.verticalScrollBar().value()
    hands.press("Return")
    assert hands.window.page.verticalScrollBar().value() > before
    assert 1 <= len(painted.seen()) <= 3


def test_an_enter_below_a_sentence_of_facts_at_the_foot_paints_only_what_it_changes(hands):
    for n in range(40):
        hands.type(f"{n}.")
        hands.press("Return")
    person = hands.meeting.attendance[3].person
    arrival = Entry("arrival", EntryKind.ARRIVAL, time=dt.time(19, 36),
                    facts=Movement(Mention(person.id)))  # fmt: skip
    item = hands.window.page.item_id
    hands.window.capture.session.apply(lambda m: edits.add_entry(m, item, arrival), "arrival")
    hands.window.page.go(Place(item, "arrival", 0))
    painted = PaintedRows()
    painted.seen()
    hands.press("Return")
    assert hands.window.page.current_entry != "arrival"
    assert 1 <= len(painted.seen()) <= 3


def test_an_enter_within_an_action_point_at_the_foot_paints_only_what_it_changes(hands):
    for n in range(40):
        hands.type(f"{n}.")
        hands.press("Return")
    hands.press("Ctrl+3")
    hands.type("The plan would be put on the table, and the Clerk would write.")
    hands.press("Left", 23)
    painted = PaintedRows()
    painted.seen()
    hands.press("Return")
    kinds = [entry.kind for entry in hands.window.page._shown[-2:]]
    assert kinds == [EntryKind.ACTION_POINT] * 2
    assert 1 <= len(painted.seen()) <= 3


def test_the_key_that_fills_a_line_paints_its_row_alone(hands):
    for n in range(12):
        hands.type(f"{n}.")
        hands.press("Return")
    hands.press("Up", 9)
    row = hands.window.page._rows[hands.window.page.current_entry]
    painted, high = PaintedRows(), row.height()
    while row.height() == high:
        painted.seen()
        hands.type("m")
    last = hands.window.page._rows[hands.window.page._shown[-1].id]
    assert painted.seen() == {row, last}  # of the last, where the button below it stood


def test_a_longer_item_leaves_no_row_behind(hands):
    for n in range(12):
        hands.type(f"{n}.")
        hands.press("Return")
    for item in ("Alt+1", "Alt+2", "Alt+1"):
        hands.press(item)
        shown = {row for row in hands.window.page._canvas.findChildren(EntryRow) if row.isVisible()}
        assert shown == set(hands.window.page._rows.values())


def test_an_enter_hides_no_row_that_is_hidden_already(hands, monkeypatch):
    hands.press("Alt+2")
    hands.press("Return")
    for word in ("one", "two", "three"):
        hands.type(word)
        hands.press("Return")
    hands.press("Alt+1")
    hidden, page = [], hands.window.page
    assert len(page._spare) > 3

    def hide(row: EntryRow) -> None:
        hidden.append(row)

    monkeypatch.setattr(EntryRow, "hide", hide)
    hands.press("Return")
    assert hidden == []


def test_an_arrival_is_a_sentence_and_its_words_open_when_the_cursor_comes(hands):
    person = hands.meeting.attendance[3].person
    arrival = Entry("arrival", EntryKind.ARRIVAL, time=dt.time(19, 36),
                    facts=Movement(Mention(person.id)))  # fmt: skip
    item = hands.meeting.items[0]
    hands.window.capture.session.apply(lambda m: edits.add_entry(m, item.id, arrival), "arrival")
    hands.press("Alt+1")
    row = hands.window.page._rows["arrival"]
    assert row._facts.text() == "Councillor Ó Briain joined the meeting at 7.36 pm."
    assert not row.text.isVisible()  # the item is gone on with below it
    hands.press("Up")
    assert row.text.isVisible()
    hands.press("Up")
    assert not row.text.isVisible()


def test_a_panel_that_has_gone_does_not_scroll(hands):
    panel = BesidePanel()
    panel.show_look(hands.window.look)
    panel.show_meeting(hands.meeting, hands.window.open.style, hands.meeting.items[1].id)
    panel.open_tab("Preview")
    shiboken6.delete(panel)
    hands.qtbot.wait(20)  # an error in the loop of events fails the test


def test_facts_are_told_in_the_words_of_the_house_that_is_chosen(hands):
    item = hands.meeting.items[1]
    vote = Entry("vote", EntryKind.VOTE, facts=Vote(unanimous=True))
    session = hands.window.capture.session
    session.apply(lambda m: edits.add_entry(m, item.id, vote), "vote")
    hands.press("Alt+2")
    shown = hands.window.page._style
    style = replace(hands.meeting.heading, house_style="numbered-paragraphs")
    session.apply(lambda m: edits.set_heading(m, style), "style")
    assert hands.window.page._style is hands.window.open.style is not shown
