"""Press and public excluded beside the words, under paragraphs chosen by their numbers."""

import pytest
from msgspec.structs import replace
from test_accessibility import faults

from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.window.commands import CommandAction


def exempt_second(meeting):
    first, second = meeting.items
    return replace(meeting, items=(first, replace(second, exempt=Exempt("para 3"))))


@pytest.fixture
def excluding(hands):
    """The first item, the second exempt under paragraph 3, and the panel open."""
    hands.window.capture.session.apply(exempt_second, "the exempt item")
    hands.press("Alt+1")
    open_panel(hands)
    return hands


def open_panel(hands) -> None:
    actions = [each for each in hands.window.actions() if isinstance(each, CommandAction)]
    name = "Room: Exclude press and public"
    next(a for a in actions if a.command.full_name == name).trigger()


def panel(hands):
    return hands.window.do.room.steps.exclusion_panel


def named(hands) -> tuple[str, ...]:
    facts = hands.item.entries[-1].facts
    assert isinstance(facts, Proceeding)
    assert facts.step is Step.PUBLIC_EXCLUDED
    return facts.paragraphs


def test_the_paragraphs_of_the_items_that_follow_are_named_already(excluding):
    assert panel(excluding).taken.named == ("3",)
    assert "paragraph 3" in panel(excluding).preview.text()
    excluding.press("Return")
    assert named(excluding) == ("3",)
    assert excluding.text.hasFocus()


def test_digits_name_several_and_the_sentence_follows(excluding):
    excluding.press("5")
    assert "paragraphs 3 and 5" in panel(excluding).preview.text()
    excluding.press("1")
    excluding.press("3")
    excluding.press("Return")
    assert named(excluding) == ("1", "5")


def test_the_arrows_and_space_name_what_is_chosen(excluding):
    excluding.press("Down")
    excluding.press("Space")
    excluding.press("Return")
    assert named(excluding) == ("3", "4")


@pytest.fixture
def abroad(hands):
    """The same under a law whose numbers are long."""

    def move(meeting):
        return replace(meeting, heading=replace(meeting.heading, jurisdiction="new-zealand"))

    hands.window.capture.session.apply(move, "the jurisdiction")
    hands.press("Alt+1")
    open_panel(hands)
    return hands


def test_a_long_number_is_typed_as_it_is_written_or_without_its_brackets(abroad):
    for key in ("7", "Shift+(", "2", "Shift+)", "Shift+(", "A", "Shift+)"):
        abroad.press(key)
    for key in "72BII":
        abroad.press(key)
    assert panel(abroad).proof.text() == "2 named."
    abroad.press("Return")
    assert named(abroad) == ("7(2)(a)", "7(2)(b)(ii)")


def test_letters_of_its_words_lead_to_a_paragraph_which_enter_then_names(abroad):
    for key in "PRIV":
        abroad.press(key)
    assert panel(abroad).proof.text() == "“priv”: Space names 7(2)(a)."
    abroad.press("Return")
    for key in "LEGAL":
        abroad.press(key)
    abroad.press("Space")
    abroad.press("Q")
    assert panel(abroad).proof.text() == "No paragraph has “q”."
    abroad.press("Return")
    assert named(abroad) == ("7(2)(a)", "7(2)(g)")


def test_its_button_records_what_is_named_also_behind_letters_that_are_typed(abroad):
    for key in "72APRO":
        abroad.press(key)
    record = panel(abroad).enter
    abroad.click(record, record.rect().center())
    assert named(abroad) == ("7(2)(a)",)


def test_esc_excludes_nobody(excluding):
    entries = excluding.entries
    excluding.press("5")
    excluding.press("Esc")
    assert excluding.entries == entries


def test_opened_on_the_resolution_it_corrects_it_as_one_step(excluding):
    excluding.press("Return")
    entry, count = excluding.item.entries[-1], len(excluding.item.entries)
    place = type(excluding.window.page.place)(excluding.item.id, entry.id)
    excluding.window.go(place)
    open_panel(excluding)
    excluding.press("2")
    excluding.press("Return")
    assert (named(excluding), len(excluding.item.entries)) == (("2", "3"), count)
    assert excluding.item.entries[-1].time == entry.time
    excluding.press("Ctrl+Z")
    assert named(excluding) == ("3",)


def test_every_control_of_it_has_a_name(excluding):
    assert not faults(panel(excluding))


@pytest.mark.parametrize(("size", "is_told"), [((683, 384), False), ((1366, 768), True)])
def test_where_there_is_little_height_the_paragraphs_have_the_room(hands, size, is_told):
    hands.window.resize(*size)
    open_panel(hands)
    hands.qtbot.wait(20)
    shown = panel(hands)
    rows = [shown.list.visualRect(shown.list.lines.index(row)) for row in range(3)]
    assert all(shown.list.viewport().rect().contains(rect) for rect in rows)
    assert shown.preview.isVisible() == is_told
