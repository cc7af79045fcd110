"""Every command by its words, every key: found, read, and put on paper."""

import re
import string

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from test_dialogs import answering

from clerkapp.editing.typing import short_key
from clerkapp.editing.vote_pad_keys import KEYS as VOTE_KEYS
from clerkapp.meeting.entries import EntryKind
from clerkapp.window.item.kind_names import KIND_NAMES
from clerkapp.window.look.paper import MM
from clerkapp.window.menus.command_search import Findable, found
from clerkapp.window.menus.commands_dialog import CommandsDialog, _findable
from clerkapp.window.menus.key_map import KeyLine, key_map, narrowed
from clerkapp.window.menus.key_page import _BETWEEN, _MARGIN, _SIZES, _TOP, _tallest, save_key_page
from clerkapp.window.menus.keys_dialog import KeysDialog
from clerkapp.window.menus.other_words import MEANT, OTHER_WORDS
from clerkapp.window.room.ballot_panel import BALLOT_KEYS
from clerkapp.window.room.exclusion_panel import EXCLUSION_KEYS
from clerkapp.window.room.interest_panel import INTEREST_KEYS
from clerkapp.window.room.room_keys import ROLL_KEYS, ROOM_KEYS
from clerkapp.window.way_in.recovery_sheet import A4, LETTER


def names(typed: str, window, recent=()) -> list[str]:
    among = [_findable(command) for command in window.commands]
    return [window.commands[match.place].full_name for match in found(typed, among, recent)]


@pytest.mark.parametrize(("typed", "first"), [
    ("ex mi", "Meeting: Export minutes"),
    ("em", "Meeting: Export minutes"),
    ("exmi", "Meeting: Export minutes"),
    ("print", "Meeting: Export minutes"),
    ("minutes", "Meeting: Export minutes"),
    ("vote", "Room: Vote"),
    ("vot", "Room: Vote"),
    ("amend", "Entry: Amendment"),
    ("leave", "Room: Arrivals and departures"),
    ("left", "Room: Arrivals and departures"),
    ("close", "Room: Close the meeting"),
    ("secret", "Room: Ballot"),
    ("ballot", "Room: Ballot"),
    ("interest", "Room: Declare an interest"),
    ("chair", "Room: Hand over the chair"),
    ("next", "Agenda: Next item"),
    ("approve", "Entry: Resolved"),
    ("find", "Edit: Find in this meeting"),
    ("confidential", "Entry: Exempt"),
    ("question", "Entry: Question"),
    ("lead", "Entry: Lead-in"),
    ("in", "Entry: Interest"),
    ("agenda up", "Agenda: Move up"),
    ("up entry", "Entry: Move up"),
    ("go 3", "Agenda: Go to item 3 of the agenda"),
    ("send 4", "Entry: Send to item 4 of the agenda"),
    ("zoom in", "View: Larger"),
    ("apologies", "Meeting: Details"),
    ("UNDO", "Edit: Undo"),
    ("port", "Meeting: Export minutes"),
    ("adjourn", "Room: Adjourn"),
    ("lunch", "Room: Adjourn"),
    ("break", "Room: Adjourn"),
    ("declare interest", "Room: Declare an interest"),
    ("pecuniary", "Room: Declare an interest"),
    ("second", "Entry: Mover and seconder"),
    ("proposed by", "Entry: Mover and seconder"),
    ("speaker", "Entry: Who spoke"),
    ("who spoke", "Entry: Who spoke"),
    ("attribution", "Entry: Who spoke"),
    ("attributed", "Entry: Who spoke"),
    ("abstain", "Room: Vote"),
    ("casting vote", "Room: Vote"),
    ("recorded vote", "Room: Vote"),
    ("unanim", "Room: Vote"),
    ("election", "Room: Ballot"),
    ("exempt", "Entry: Exempt"),
    ("part 2", "Entry: Exempt"),
    ("closed session", "Room: Exclude press and public"),
    ("in camera", "Room: Exclude press and public"),
    ("reconvene", "Room: Resume"),
    ("finish", "Room: Close the meeting"),
    ("arrived", "Room: Arrivals and departures"),
    ("late", "Room: Arrivals and departures"),
    ("left the room", "Room: Arrivals and departures"),
    ("substitute", "Room: Roll call"),
    ("vice chair", "Meeting: Details"),
    ("defer", "Room: Outcome and statement"),
    ("reasons", "Room: Outcome and statement"),
    ("order of business", "Agenda: Take an item now"),
    ("item", "Agenda: Go to an item"),
    ("rename", "Agenda: Rename"),
    ("read back", "View: Read the motion back"),
    ("timestamp", "Entry: Time beside the entry"),
    ("spelling", "View: Checks"),
    ("crest", "Meeting: Export minutes"),
    ("word", "Meeting: Export minutes"),
    ("theme", "View: Light"),
    ("backup", "Meeting: Backup on a second drive"),
    ("key", "Help: Keys"),
])  # fmt: skip
def test_the_likeliest_command_stands_first(hands, typed, first):
    assert names(typed, hands.window)[0] == first


def test_words_that_no_command_has_find_none(hands):
    assert names("xylophone", hands.window) == []


def test_with_nothing_typed_the_latest_lead_and_the_rest_follow_as_in_the_menus(hands):
    everything = names("", hands.window)
    assert everything == [c.full_name for c in hands.window.commands]
    assert names("", hands.window, (5, 2))[:2] == [everything[5], everything[2]]
    assert len(names("", hands.window, (5, 2))) == len(everything)


AMONG = [Findable("Move up", "Entry"), Findable("Move down", "Entry"), Findable("Remove", "Entry"),
         Findable("Delete", "Entry", ("remove it",))]  # fmt: skip


def test_what_was_used_last_goes_before_what_fits_as_well_but_not_before_what_fits_better():
    assert [m.place for m in found("mo", AMONG)] == [0, 1]
    assert [m.place for m in found("mo", AMONG, (1,))] == [1, 0]
    assert [m.place for m in found("remove", AMONG, (3,))] == [2, 3]


def test_another_word_by_which_something_was_found_is_told():
    assert [(m.place, m.by) for m in found("remove it", AMONG)] == [(3, "remove it")]


def test_one_word_does_not_stand_for_two():
    assert [m.place for m in found("m m", AMONG)] == []


def test_every_command_has_a_name_of_its_own_and_other_words_are_for_commands(hands):
    known = [c.full_name for c in hands.window.commands]
    assert len(known) == len(set(known))
    assert set(OTHER_WORDS) | set(MEANT) <= set(known)
    words = [word for each in MEANT.values() for word in each]
    assert len(words) == len(set(words))


def test_a_command_is_found_and_done_from_the_keyboard(hands):
    hands.press("Alt+2")
    place = hands.window.page.place

    def answer(dialog: CommandsDialog) -> None:
        QTest.keyClicks(dialog.words, "recom")
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)

    answering(answer, [])
    hands.press("Ctrl+K")
    assert hands.entry.kind.value == "recommendation"
    assert hands.window.page.place == place
    assert hands.window.settings.recent == ("Entry: Recommended",)


def test_escape_leaves_the_cursor_and_what_is_selected_as_they_were(hands):
    hands.press("Alt+2")
    hands.press("Ctrl+Left", 2)
    hands.press("Shift+Left", 3)
    cursor: QTextCursor = hands.text.textCursor()
    words, before = hands.focus, hands.meeting
    answering(lambda dialog: QTest.keyClick(dialog.words, Qt.Key.Key_Escape), [])
    hands.press("Ctrl+K")
    assert hands.focus is words
    assert hands.text.textCursor() == cursor
    assert hands.meeting is before


def test_what_a_thing_is_also_called_goes_before_the_words_that_only_begin_so():
    among = [Findable("Bring in", "Meeting"), Findable("Take in by hand", "Meeting"),
             Findable("Fetch", "Meeting", ("in",))]  # fmt: skip
    assert [match.place for match in found("in", among)] == [2, 0, 1]
    assert [match.place for match in found("bring", [*among, Findable("Get", "", ("bring",))])] == [
        0, 3
    ]  # fmt: skip


def test_whoever_looks_for_arrivals_has_the_keys_in_the_list_of_the_room(hands):
    def answer(dialog: CommandsDialog) -> None:
        QTest.keyClicks(dialog.words, "left the room")
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)

    hands.press("Alt+2")
    answering(answer, [])
    hands.press("Ctrl+K")
    assert hands.focus is hands.window.beside.room
    count = len(hands.item.entries)
    hands.press("L")
    assert hands.item.entries[-1].kind is EntryKind.DEPARTURE
    assert len(hands.item.entries) == count + 1


def test_what_would_do_nothing_is_shown_with_its_reason_and_not_done(hands):
    seen = []

    def answer(dialog: CommandsDialog) -> None:
        QTest.keyClicks(dialog.words, "date of")
        line = dialog.view.lines.lines[0]
        seen.extend([line.words, line.below, line.is_faint])
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)
        seen.append(dialog.isVisible())
        dialog.reject()

    hands.press("Alt+2")
    answering(answer, [])
    hands.press("Ctrl+K")
    assert seen == ["Date of the action point", "Entry · the entry is no action point", True, True]


def test_arrows_choose_while_words_are_typed(hands):
    def answer(dialog: CommandsDialog) -> None:
        QTest.keyClicks(dialog.words, "agenda move")
        QTest.keyClick(dialog.words, Qt.Key.Key_Down)
        dialog._on_do_it()

    hands.press("Alt+1")
    item = hands.item.id
    answering(answer, [])
    hands.press("Ctrl+K")
    assert [each.id for each in hands.meeting.items].index(item) == 1


# Keys


def test_every_command_with_a_key_is_in_the_key_map(hands):
    told = " ".join(line.keys for group in key_map(hands.window.commands) for line in group.lines)
    for command in hands.window.commands:
        number = command.keys[-1:].isdigit() and command.submenu
        if command.keys and not number:
            assert command.keys_shown in told
    assert "Alt+1 … Alt+9" in told
    assert "Alt+Shift+1 … Alt+Shift+9" in told


def test_the_key_map_is_grouped_as_the_menus_are(hands):
    groups = [group.name for group in key_map(hands.window.commands)]
    assert groups == ["Typing", "At the start of an empty entry", "In the list of the room",
                      "In the roll call", "In the vote pad", "In the ballot pad",
                      "Interests; the public excluded", "Meeting", "Edit", "Entry", "Agenda",
                      "Room", "View", "Help"]  # fmt: skip


def test_the_short_keys_are_those_that_the_words_know(hands):
    (group,) = (g for g in key_map(()) if "empty entry" in g.name)
    marks = [c for c in string.printable if short_key(f"{c} ")]
    known = {KeyLine(KIND_NAMES[short_key(f"{mark} ")], f"{mark} and Space") for mark in marks}
    assert set(group.lines) == known | {KeyLine("Amendment", "m+ and Space")}
    assert short_key("m+ ") is EntryKind.MOTION


@pytest.mark.parametrize(("name", "keys"), [
    ("In the list of the room", [key for key, _ in ROOM_KEYS]),
    ("In the roll call", [key for key, _ in ROLL_KEYS]),
    ("In the vote pad", [key.key for key in VOTE_KEYS]),
    ("In the ballot pad", [key for key, _ in BALLOT_KEYS]),
    ("Interests; the public excluded", [key for key, _ in INTEREST_KEYS]),
    ("Interests; the public excluded", [key for key, _ in EXCLUSION_KEYS]),
])  # fmt: skip
def test_every_key_of_what_stands_beside_the_words_is_in_the_key_map(hands, name, keys):
    (group,) = (g for g in key_map(hands.window.commands) if g.name == name)
    told = {key for line in group.lines for key in re.split(r",? or |, ", line.keys)}
    called = {"Return": "Enter", "Del": "Delete"}
    assert {called.get(key, key) for key in keys} - {"Up", "Down", "Home", "End"} <= told


@pytest.mark.parametrize(("typed", "what"), [
    ("ctrl+k", "Find a command"), ("move entry up", "Move up"), ("q and", "Question"),
    ("bigger", "Larger"), ("named vote", "Vote"),
])  # fmt: skip
def test_the_key_map_is_narrowed_by_words_and_by_keys(hands, typed, what):
    lines = [line for group in narrowed(key_map(hands.window.commands), typed)
             for line in group.lines]  # fmt: skip
    assert [line.what for line in lines] == [what]


def test_the_keys_are_searched_while_they_are_open(hands):
    seen = []

    def answer(dialog: KeysDialog) -> None:
        QTest.keyClicks(dialog.focusWidget(), "export")
        seen.extend((line.words, line.aside) for line in dialog.view.lines.lines)
        dialog.words.setText("xylophone")
        seen.extend((line.words, line.aside) for line in dialog.view.lines.lines)
        dialog.reject()

    answering(answer, [])
    hands.press("F1")
    assert seen == [("Meeting", ""), ("Export minutes", "Ctrl+E"),
                    ("No key has those words.", "")]  # fmt: skip


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
def test_the_keys_are_one_page(hands, tmp_path, paper):
    target = tmp_path / "keys.pdf"
    groups = key_map(hands.window.commands)
    size = paper.size(paper.Unit.Millimeter) * MM
    width, height = (size.width() - 2 * _MARGIN - _BETWEEN) / 2, size.height() - 2 * _MARGIN - _TOP
    assert _tallest(groups, _SIZES[-1], width) <= height  # nothing runs off its foot
    save_key_page(groups, paper, target)
    data = target.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1


def test_the_keys_are_saved_from_the_dialog_and_it_is_said_where(hands, tmp_path):
    said = []

    def answer(dialog: KeysDialog) -> None:
        dialog._save(tmp_path / "keys.pdf")
        said.append(dialog.said.text())
        dialog._save(tmp_path / "keys.pdf" / "no folder.pdf")
        said.append(dialog.said.text())
        dialog.reject()

    answering(answer, [])
    hands.press("F1")
    assert said[0] == f"Saved as {tmp_path / 'keys.pdf'}."
    assert said[1].startswith("Cannot write into")
