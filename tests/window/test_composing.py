"""Dead keys and input methods in fields: no letter lost, nothing half composed in the record."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from test_dialogs import answering

from clerkapp.window import commands
from clerkapp.window.agenda.item_dialog import ItemDialog
from clerkapp.window.item.fact_field import FactField
from clerkapp.window.menus.commands_dialog import CommandsDialog


def compose(field: QLineEdit, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field, event)


@pytest.fixture
def method(monkeypatch):
    """An input method that ends what it composes when it is asked to, as those of desktops do."""

    class Method:
        composed = ""

        def commit(self) -> None:
            field, words = QApplication.focusWidget(), self.composed
            self.composed = ""
            if words and isinstance(field, QLineEdit):
                compose(field, "", words)

        def begin(self, field: QLineEdit, words: str) -> None:
            self.composed = words
            compose(field, words)

    method = Method()

    class Application:
        @staticmethod
        def inputMethod() -> Method:  # noqa: N802 — as Qt calls it
            return method

    monkeypatch.setattr(commands, "QGuiApplication", Application)
    return method


@pytest.fixture
def title(hands) -> QLineEdit:
    """The field of the second item's title, all of it typed over by “Caf”."""
    hands.press("Alt+2")
    hands.press("F2")
    hands.focus.selectAll()
    hands.type("Caf")
    assert isinstance(hands.focus, QLineEdit)
    return hands.focus


def titles(hands) -> list[str]:
    return [item.title for item in hands.meeting.items]


def test_a_dead_key_in_a_title_is_no_letter_until_it_has_one(hands, title):
    compose(title, "´")
    assert titles(hands)[1] == "Caf"
    compose(title, "", "é")
    assert titles(hands)[1] == "Café"
    hands.type("s")
    hands.press("Return")
    assert titles(hands)[1] == "Cafés"
    hands.press("Ctrl+Z")
    assert titles(hands)[1] == "Digital progress update"


def test_escape_gives_a_title_back_also_while_a_letter_is_composed(hands, title):
    compose(title, "´")
    hands.press("Escape")
    assert titles(hands)[1] == "Digital progress update"
    hands.type("!")
    assert titles(hands)[1] == "Digital progress update"


def test_the_details_of_an_item_have_the_letter_of_its_title_that_was_half_composed(
    hands, title, method
):
    shown = []

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ItemDialog)
        shown.append(dialog.title.text())
        dialog.accept()

    method.begin(title, "é")
    answering(answer, [])
    hands.press("F4")
    hands.qtbot.waitUntil(lambda: shown != [])
    assert shown == ["Café"]
    assert titles(hands)[1] == "Café"


@pytest.fixture
def action(hands):
    """The cursor in the owner of an action point."""
    hands.press("Alt+2")
    hands.press("Return")
    hands.type("a Circulate the note.")
    hands.press("Ctrl+Shift+O")
    assert isinstance(hands.focus, FactField)
    return hands


def test_an_owner_is_composed_letter_by_letter_and_escape_gives_it_back(action):
    action.type("Ren")
    compose(action.focus, "´")
    assert action.entry.facts.owner.words == "Ren"
    compose(action.focus, "", "é")
    assert action.entry.facts.owner.words == "René"
    action.press("Escape")
    assert action.entry.facts is None


def test_a_command_takes_the_letter_of_an_owner_that_was_half_composed(action, method):
    entry = action.entry.id
    action.type("Ren")
    method.begin(action.focus, "é")
    action.press("Alt+1")
    entries = [each for item in action.meeting.items for each in item.entries]
    assert next(each for each in entries if each.id == entry).facts.owner.words == "René"


def test_a_date_that_is_half_composed_is_no_date_yet(action):
    action.press("Ctrl+D")
    action.type("30 ")
    compose(action.focus, "j")
    assert action.entry.facts.due == "30"
    compose(action.focus, "", "June 2026")
    action.press("Return")
    assert str(action.entry.facts.due) == "2026-06-30"


def test_commands_are_found_by_words_that_were_composed(hands):
    found = []

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, CommandsDialog)
        compose(dialog.words, "vot")
        before = dialog.view.lines.rowCount()
        compose(dialog.words, "", "vote")
        found.append((before, dialog.view.lines.lines[0].words))
        dialog.reject()

    answering(answer, [])
    hands.press("Ctrl+K")
    hands.qtbot.waitUntil(lambda: found != [])
    ((before, first),) = found
    assert before > 100  # as with nothing typed
    assert first == "Vote"


def test_a_field_of_the_details_keeps_what_was_composed(hands):
    kept = []

    def answer(dialog: QDialog) -> None:
        field = dialog._lines["Place"]
        field.setFocus()
        field.clear()
        compose(field, "t")
        assert field.text() == ""
        compose(field, "", "Tŷ")
        kept.append(field.text())
        dialog.accept()

    answering(answer, [])
    hands.press("Ctrl+I")
    hands.qtbot.waitUntil(lambda: kept != [])
    assert hands.meeting.heading.place == "Tŷ"
