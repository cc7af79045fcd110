"""Where the clerk was, kept and found again."""

from capturing import capture, shown
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerkapp.editing.history import Place
from clerkapp.editing.last_place import place_again, place_to_begin, place_to_keep

letters = st.characters(exclude_categories=["C"])


@given(st.text(letters, max_size=12), st.integers(0, 12), st.text(letters, max_size=5))
def test_a_place_in_the_words_is_found_again_after_typing_there(words, cursor, typed):
    cursor = min(cursor, len(words))
    on = capture("One", words)
    kept = place_to_keep(on, Place("i", "b", cursor))
    assert kept.cursor < 0
    on.write("b", words[:cursor] + typed + words[cursor:])
    assert place_again(on, kept) == Place("i", "b", cursor + len(typed))


def test_words_that_went_meanwhile_leave_the_cursor_at_their_start():
    on = capture("A long sentence.")
    kept = place_to_keep(on, Place("i", "a", 2))
    on.write("a", "A")
    assert place_again(on, kept) == Place("i", "a", 0)


def test_a_new_entry_is_opened_again_where_it_was():
    on = capture("One", "Two")
    kept = place_to_keep(on, on.end_entry("a", 3))
    on.drop_draft()
    assert place_again(on, kept) == Place("i", "n2")
    assert shown(on) == ["One", "", "Two"]


def test_a_new_entry_that_got_its_first_words_after_its_place_was_kept_is_found():
    on = capture("One", "Two")
    kept = place_to_keep(on, on.end_entry("a", 3))
    on.write("n1", "Words")
    assert place_again(on, kept) == Place("i", "n1", 5)


def test_a_new_entry_that_was_the_first_goes_to_its_item():
    on = capture("One")
    kept = place_to_keep(on, on.enter_item("j"))
    on.drop_draft()
    assert place_again(on, kept) == Place("j", "n2")


def test_of_an_entry_that_has_just_gone_its_item_is_kept():
    on = capture("One", "Two")
    on.delete("a")
    assert place_to_keep(on, Place("i", "a", 1)) == Place("i")


def test_a_meeting_begins_where_nothing_is_written_yet():
    meeting = capture("One").session.meeting
    assert place_to_begin(meeting) == Place("j")
    assert place_to_begin(replace(meeting, items=meeting.items[:1])) == Place("i")
    assert place_to_begin(replace(meeting, items=())) == Place("")


def test_an_entry_or_an_item_that_is_gone():
    on = capture("One", "Two")
    kept = place_to_keep(on, Place("i", "a", 1))
    on.delete("a")
    assert place_again(on, kept) == Place("i", "b", 3)
    on.remove_item("i")
    assert place_again(on, kept) is None


def test_a_place_from_the_start_as_earlier_releases_kept_it():
    on = capture("One two")
    assert place_again(on, Place("i", "a", 3)) == Place("i", "a", 3)
    assert place_again(on, Place("i", "a", 99)) == Place("i", "a", 7)
