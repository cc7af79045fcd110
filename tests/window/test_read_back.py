"""The read-back card: what it says, that it fits, and that the clerk comes back to the letter."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Motion
from clerkapp.window.look.look import DARK, LIGHT


def move(hands, words: str) -> None:
    """Has `words` moved in the item in hand."""
    people = [line.person.id for line in hands.meeting.attendance]
    motion = Motion(Mention(people[0]), Mention(people[2]))
    entry = Entry("motion", EntryKind.MOTION, words, facts=motion)

    def moved(meeting: Meeting) -> Meeting:
        items = tuple(
            replace(i, entries=(*i.entries, entry)) if i.id == hands.item.id else i
            for i in meeting.items
        )
        return replace(meeting, items=items)

    hands.window.capture.session.apply(moved, "the motion")


def said(hands) -> list[str]:
    return hands.window.do.read_back.card.toPlainText().splitlines()


def test_the_card_shows_the_motion_its_mover_and_its_seconder(hands):
    move(hands, "Motion: That the report be noted.")
    hands.press("F9")
    card = hands.window.do.read_back.card
    assert card.isVisible()
    assert said(hands) == [
        "Motion",
        "That the report be noted.",
        "Moved by Councillor Banerjee, seconded by Councillor Marsden.",
        "Esc goes back to the words",
    ]
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface.text(QAccessible.Text.Name) == "Read-back card. Motion"
    assert "That the report be noted." in interface.text(QAccessible.Text.Description)


def test_without_a_motion_it_says_so(hands):
    hands.press("F9")
    assert said(hands)[0] == "No motion is in force in this item."


@pytest.mark.parametrize("close", ["Esc", "F9", "Return"])
def test_the_clerk_comes_back_to_the_same_letter(hands, close):
    hands.press("Left", 5)
    before, entries = hands.window.page.place, hands.entries
    hands.press("F9")
    assert hands.focus is hands.window.do.read_back.card
    hands.press(close)
    assert not hands.window.do.read_back.card.isVisible()
    assert hands.window.page.place == before
    assert hands.text.cursor_position() == before.cursor
    assert hands.entries == entries


def test_a_click_closes_it(hands):
    hands.press("F9")
    hands.click(hands.window.do.read_back.card.viewport(), QPoint(40, 40))
    assert not hands.window.do.read_back.card.isVisible()
    assert hands.text.hasFocus()


def test_what_is_typed_meanwhile_goes_to_the_words(hands):
    hands.press("Return")
    hands.type("Mem")
    hands.press("F9")
    hands.type("bers")
    assert hands.entry.text == "Members"


def test_no_command_reaches_what_lies_below(hands):
    entries = hands.entries
    hands.press("F9")
    hands.press("Ctrl+Shift+Del")
    hands.press("Ctrl+1")
    assert hands.window.do.read_back.card.isVisible()
    assert hands.entries == entries


def test_the_field_of_an_owner_has_the_keys_again(hands):
    hands.window.go_to_item(hands.meeting.items[1].id)
    hands.press("Up")
    hands.press("Ctrl+Shift+O")
    field = hands.focus
    hands.press("F9")
    hands.press("Esc")
    assert hands.focus is field


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("count", [5, 60, 300])
def test_all_of_it_is_seen_without_scrolling(hands, look, zoom, count):
    hands.window.resize(1366, 768)
    hands.window.show_look(look.zoomed(zoom))
    move(hands, " ".join(["consideration"[: 3 + n % 11] for n in range(count)]))
    hands.press("F9")
    card = hands.window.do.read_back.card
    sizes = [
        fragment.charFormat().font().pixelSize()
        for block in iter_blocks(card)
        if (fragment := block.begin().fragment()).isValid()
    ]
    assert card.verticalScrollBar().maximum() == 0
    assert max(sizes) >= {5: 60, 60: 34, 300: 18}[count]


def iter_blocks(card):
    block = card.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def test_it_grows_with_the_window(hands):
    hands.window.resize(1000, 700)
    hands.press("F9")
    hands.window.resize(1300, 760)
    hands.qtbot.wait(20)
    assert hands.window.do.read_back.card.width() == 1300
