"""The quiet mark beside a promise: when it comes, what it does, how it goes."""

import pytest

from clerkapp.meeting.meeting import name_of
from clerkapp.window.look.look import DARK, LIGHT

WORDS = "The Chief Digital Officer confirmed that she would circulate the figures."


def rows(hands):
    return hands.window.page._rows


def is_marked(hands, entry_id: str) -> bool:
    return "Promises an action" in rows(hands)[entry_id].text.accessibleDescription()


@pytest.fixture
def promised(hands):
    """Hands below a response that promises something, once the page has been looked over."""
    hands.press("Return")
    hands.type("r " + WORDS)
    hands.promise = hands.entry.id
    hands.press("Return")
    hands.qtbot.waitUntil(lambda: is_marked(hands, hands.promise))
    return hands


def test_no_mark_comes_while_the_entry_is_typed(hands):
    hands.press("Return")
    hands.type("r " + WORDS)
    hands.qtbot.wait(450)
    assert not is_marked(hands, hands.entry.id)


def test_a_key_makes_the_action_point_with_its_owner(promised):
    promised.press("Ctrl+Shift+A")
    assert promised.entries[-2:] == [
        ("response", WORDS),
        ("action point", "Circulate the figures."),
    ]
    assert name_of(promised.meeting, promised.entry.facts.owner) == "Chief Digital Officer"
    assert promised.text.cursor_position() == len("Circulate the figures.")
    assert not is_marked(promised, promised.promise)
    promised.press("Ctrl+Z")
    assert promised.entries[-1] == ("response", WORDS)
    promised.qtbot.waitUntil(lambda: not is_marked(promised, promised.entry.id))


def test_the_key_means_the_promise_that_is_just_typed_though_it_has_no_mark(promised):
    promised.type("r The Head of Finance would send the accounts.")
    assert not is_marked(promised, promised.entry.id)
    promised.press("Ctrl+Shift+A")
    assert promised.entries[-1] == ("action point", "Send the accounts.")


def test_a_promise_that_is_just_typed_can_be_ignored_before_it_has_a_mark(promised):
    promised.type("r The Head of Finance would send the accounts.")
    typed = promised.entry.id
    promised.press("Ctrl+Shift+I")
    promised.press("Return")
    promised.qtbot.wait(450)
    assert (is_marked(promised, promised.promise), is_marked(promised, typed)) == (True, False)


def test_the_mark_can_be_clicked_and_its_cross_too(promised):
    hint = rows(promised)[promised.promise]._hint
    assert hint.accessibleName() == "Promises an action"
    promised.click(hint, hint.cross().center())
    assert not is_marked(promised, promised.promise)
    promised.press("Ctrl+Shift+A")
    assert promised.window.status.said.text() == "Nothing here promises an action."
    promised.press("Ctrl+Z")
    promised.press("Ctrl+Shift+Z")
    promised.qtbot.wait(450)
    assert not is_marked(promised, promised.promise)


def test_a_click_on_the_mark_makes_the_action_point(promised):
    hint = rows(promised)[promised.promise]._hint
    promised.click(hint, hint.rect().center())
    assert promised.entries[-1] == ("action point", "Circulate the figures.")


def test_a_key_takes_the_mark_away(promised):
    before = promised.meeting
    promised.press("Ctrl+Shift+I")
    assert not is_marked(promised, promised.promise)
    assert promised.meeting is before


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_mark_is_painted_within_its_row_and_moves_nothing(promised, look):
    promised.window.show_look(look)
    row = rows(promised)[promised.promise]
    promised.qtbot.waitUntil(lambda: not row._hint.isHidden())
    hint, height = row._hint, row.height()
    assert row.rect().contains(hint.geometry())
    image = hint.grab().toImage()
    pixels = [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]
    assert len(set(pixels)) > 10  # words, in many shades
    promised.press("Ctrl+Shift+I")
    assert hint.isHidden()
    assert row.height() == height
