"""What each key does to the open meeting, and where the cursor then stands."""

import datetime as dt

import pytest
from capturing import TODAY, capture, entry, held, ids, shown
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from meetings import texts

from clerkapp.editing.action_points import ActionPoints
from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.meeting import edits
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import Heading, Meeting, entries_of
from clerkapp.meeting.people import Mention

NOTE, QUESTION, RESPONSE = EntryKind.NOTE, EntryKind.QUESTION, EntryKind.RESPONSE
ACTION, RESOLUTION = EntryKind.ACTION_POINT, EntryKind.RESOLUTION


# Drafts


def test_an_empty_item_shows_a_draft_that_is_not_in_the_record():
    on = capture()
    before = on.session.meeting
    assert on.enter_item("i") == Place("i", "n1")
    assert (shown(on), shown(on, "j"), on.is_draft("n1")) == ([""], [], True)
    assert on.session.meeting is before


def test_an_item_with_entries_is_entered_at_the_end_of_its_last():
    on = capture("One", "Twö 🗳️")
    assert on.enter_item("i") == Place("i", "b", 6)
    assert on.draft is None


def test_the_first_word_puts_a_draft_into_the_record_in_its_place():
    on = capture("One", "Two")
    on.end_entry("a", 3)
    assert shown(on) == ["One", "", "Two"]
    told: list[list[str]] = []
    on.session.subscribe(lambda _: told.append(shown(on)))
    on.write("n1", "M")
    assert not on.is_draft("n1")
    assert shown(on) == held(on) == ["One", "M", "Two"]
    assert told == [shown(on)]


def test_a_draft_goes_without_a_trace():
    on = capture("One")
    before = on.session.meeting
    on.end_entry("a", 3)
    on.write("n1", "")
    assert on.drop_draft()
    assert not on.drop_draft()
    assert (shown(on), on.session.meeting is before, on.undo()) == (["One"], True, None)


def test_a_draft_whose_kind_was_set_keeps_it_whatever_is_typed():
    on = capture("One")
    on.end_entry("a", 3)
    on.set_kind("n1", RESOLUTION)
    assert on.entries_shown("i")[1].kind is RESOLUTION
    assert on.session.undo_label == ""
    on.write("n1", "Members asked why.")
    assert (entry(on, "n1").kind, entry(on, "n1").settled) == (RESOLUTION, True)


def test_a_draft_is_of_the_likely_kind_until_its_words_announce_another():
    on = capture(Entry("a", QUESTION, "Why?"))
    on.end_entry("a", 4)
    assert on.entries_shown("i")[1].kind is RESPONSE
    on.write("n1", "Members asked how.")
    assert entry(on, "n1").kind is QUESTION


@pytest.mark.parametrize("leave", ["delete", "join", "send", "undo"])
def test_what_was_a_draft_never_shows_again_once_it_had_words(leave: str):
    on = capture("One")
    on.end_entry("a", 3)
    on.write("n1", "Two")
    {
        "delete": lambda: on.delete("n1"),
        "join": lambda: on.join_above("n1"),
        "send": lambda: on.send("n1", "j"),
        "undo": on.undo,
    }[leave]()
    assert on.draft is None
    assert shown(on) == held(on)


# Enter

WHERE = [  # the entry and the cursor; what is shown then; where the cursor goes
    ("b", 3, ["One", "Two", "", "Three"], Place("i", "n1")),
    ("c", 5, ["One", "Two", "Three", ""], Place("i", "n1")),
    ("b", 1, ["One", "T", "wo", "Three"], Place("i", "n1")),
    ("b", 0, ["One", "", "Two", "Three"], Place("i", "n1")),
    ("a", 0, ["", "One", "Two", "Three"], Place("i", "n1")),
]


@pytest.mark.parametrize(("which", "cursor", "then", "place"), WHERE)
def test_enter_opens_an_entry_below_or_above_and_splits_between(which, cursor, then, place):
    on = capture("One", "Two", "Three")
    assert on.end_entry(which, cursor) == place
    assert shown(on) == then


def test_enter_opens_its_entry_in_the_right_place_while_a_draft_is_shown():
    on = capture("One", "Two")
    on.end_entry("a", 0)
    assert on.end_entry("a", 3) == Place("i", "n2")
    assert shown(on) == ["One", "", "Two"]
    on.end_entry("b", 1)
    assert shown(on) == held(on) == ["One", "T", "wo"]


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_enter_on_an_empty_entry_does_nothing(blank: str):
    on = capture("One", blank)
    assert on.end_entry("b", len(blank)) == Place("i", "b")
    assert (on.draft, on.undo()) == (None, None)


def test_enter_on_a_draft_does_nothing():
    on = capture()
    place = on.enter_item("i")
    assert on.end_entry(place.entry_id, 0) == place
    assert shown(on) == [""]


def test_enter_on_an_action_point_that_has_an_owner_and_no_words_goes_on():
    on = capture(Entry("a", ACTION, "", facts=ActionPoint(Mention("cdo"))))
    assert on.end_entry("a", 0) == Place("i", "n1")
    assert shown(on) == ["", ""]


@pytest.mark.parametrize(("which", "cursor"), [("a", 3), ("c", 0)])
def test_enter_goes_to_an_empty_entry_that_is_there_already(which: str, cursor: int):
    on = capture("One", "", "Three")
    assert on.end_entry(which, cursor) == Place("i", "b")
    assert on.draft is None


@pytest.mark.parametrize("cursor", [0, 1, 2])
def test_enter_before_the_first_word_splits_nothing_off(cursor: int):
    on = capture("  One")
    assert on.end_entry("a", cursor) == Place("i", "n1")
    assert (shown(on), held(on)) == (["", "  One"], ["  One"])


@pytest.mark.parametrize(
    ("text", "cursor", "parts"),
    [
        ("Agreed. 🗳️ Noted.", 8, ["Agreed.", "🗳️ Noted."]),
        ("Ó Briain ac Ŵyn", 9, ["Ó Briain", "ac Ŵyn"]),
        ("one  \n two", 5, ["one", "two"]),
        ("👩🏽‍💼Chair", 4, ["👩🏽‍💼", "Chair"]),
    ],
)
def test_a_split_keeps_every_letter_and_one_undo_rejoins_it(text, cursor, parts):
    on = capture(text)
    assert on.end_entry("a", cursor) == Place("i", "n1")
    assert held(on) == parts
    step, place = on.undo()
    assert (step.label, place, held(on)) == ("the split", Place("i", "a", cursor), [text])


@pytest.mark.parametrize(
    ("kind", "rest", "then"),
    [
        (NOTE, "It rained.", NOTE),
        (NOTE, "Members asked why.", QUESTION),
        (RESOLUTION, "and thanked.", RESOLUTION),
        (QUESTION, "It was dear.", RESPONSE),
        (QUESTION, "The Head of Finance advised that", RESPONSE),
        (RESPONSE, "The Head of Finance advised that", RESPONSE),
    ],
)
def test_the_second_part_of_a_split_has_the_kind_that_its_words_or_the_first_part_give(
    kind: EntryKind, rest: str, then: EntryKind
):
    on = capture(Entry("a", kind, f"Why? {rest}", exempt=Exempt("3")))
    on.end_entry("a", 5)
    second = entry(on, "n1")
    assert (second.kind, second.settled, second.exempt) == (then, False, Exempt("3"))
    assert entry(on, "a").kind is kind


# Backspace and Delete


@pytest.mark.parametrize(
    ("said", "which", "then", "place"),
    [
        (["One", "two"], "b", ["One two"], Place("i", "a", 4)),
        (["One ", " two"], "b", ["One two"], Place("i", "a", 4)),
        (["", "two"], "b", ["two"], Place("i", "a")),
        (["One", ""], "b", ["One"], Place("i", "a", 3)),
        (["One", "  "], "b", ["One"], Place("i", "a", 3)),
        (["", "two"], "a", ["two"], Place("i", "b")),
        (["Né 🗳️", "ŵy"], "b", ["Né 🗳️ ŵy"], Place("i", "a", 6)),
        (["One", "two"], "a", ["One", "two"], None),
        (["  "], "a", ["  "], None),
        ([""], "a", [""], None),
    ],
)
def test_backspace_joins_with_the_entry_above(said, which, then, place):
    on = capture(*said)
    assert on.join_above(which) == place
    assert shown(on) == held(on) == then


@pytest.mark.parametrize(
    ("said", "which", "then", "place"),
    [
        (["One", "two"], "a", ["One two"], Place("i", "a", 4)),
        (["One", ""], "a", ["One"], Place("i", "a", 3)),
        (["", "two"], "a", ["two"], Place("i", "a")),
        (["One", "two"], "b", ["One", "two"], None),
    ],
)
def test_delete_at_the_end_brings_the_words_below_up(said, which, then, place):
    on = capture(*said)
    assert on.join_below(which) == place
    assert shown(on) == held(on) == then


def test_a_join_is_one_step_and_undo_goes_back_to_the_seam():
    on = capture("One", "two")
    on.join_above("b")
    assert on.undo()[1] == Place("i", "b", 0)
    assert held(on) == ["One", "two"]
    assert on.redo()[1] == Place("i", "a", 7)


def test_a_draft_is_joined_by_going():
    on = capture("One", "Two")
    before = on.session.meeting
    on.end_entry("a", 3)
    assert on.join_below("n1") is None
    assert on.join_above("b") is None
    assert on.join_above("n1") == Place("i", "a", 3)
    on.end_entry("a", 3)
    assert on.join_below("a") == Place("i", "a", 3)
    on.end_entry("a", 0)
    assert on.join_above("n3") == Place("i", "a", 0)
    assert (shown(on), on.session.meeting is before) == (["One", "Two"], True)


def test_backspace_on_an_entry_with_an_owner_and_no_words_keeps_the_owner():
    owned = ActionPoint(Mention("cdo"))
    on = capture("One", Entry("b", ACTION, "", facts=owned))
    assert on.join_above("b") == Place("i", "a", 3)
    assert entry(on, "a").facts == owned


# Delete, move, send


@pytest.mark.parametrize(
    ("said", "which", "then", "place"),
    [
        (["One", "Two", "Three"], "a", ["Two", "Three"], Place("i", "b", 3)),
        (["One", "Two", "Three"], "c", ["One", "Two"], Place("i", "b", 3)),
        (["One"], "a", [""], Place("i", "n1")),
    ],
)
def test_after_a_delete_the_cursor_is_in_what_takes_the_place(said, which, then, place):
    on = capture(*said)
    before = on.session.meeting
    assert on.delete(which) == place
    assert shown(on) == then
    assert on.undo()[1] == Place("i", which, len(said["abc".index(which)]))
    assert (on.session.meeting, shown(on)) == (before, said)


def test_a_draft_that_is_deleted_is_no_step():
    on = capture("One")
    on.end_entry("a", 3)
    assert on.delete("n1") == Place("i", "a", 3)
    on.enter_item("j")
    assert on.delete("n2") == Place("j", "n3")
    assert on.undo() is None


@pytest.mark.parametrize(
    ("which", "by", "then"),
    [
        ("b", -1, ["Two", "One", "Three"]),
        ("b", 1, ["One", "Three", "Two"]),
        ("a", -1, ["One", "Two", "Three"]),
        ("c", 1, ["One", "Two", "Three"]),
    ],
)
def test_an_entry_moves_within_its_item(which: str, by: int, then: list[str]):
    on = capture("One", "Two", "Three")
    place = Place("i", which, len(entry(on, which).text))
    assert on.move(which, by) == place
    assert held(on) == then
    assert bool(on.session.undo_label) is (then != ["One", "Two", "Three"])


def test_a_draft_does_not_move():
    on = capture("One")
    on.end_entry("a", 3)
    assert on.move("n1", -1) == Place("i", "n1")
    assert shown(on) == ["One", ""]


def test_an_entry_is_sent_to_the_end_of_another_item_and_the_cursor_stays():
    on = capture("One", "Two")
    assert on.send("a", "k") == Place("i", "b", 3)
    assert on.session.undo_label == "sending the entry to item 3"
    assert on.send("b", "k") == Place("i", "n1")
    assert (shown(on), shown(on, "k")) == ([""], ["One", "Two"])
    on.undo()
    assert on.undo()[1] == Place("i", "a", 3)
    assert held(on) == ["One", "Two"]
    assert on.redo()[1] == Place("i", "b", 3)


def test_nothing_is_sent_where_it_is_or_while_it_is_a_draft():
    on = capture("One")
    assert on.send("a", "i") == Place("i", "a", 3)
    on.end_entry("a", 3)
    assert on.send("n1", "k") == Place("i", "n1")
    assert on.undo() is None


# Words and kinds


@pytest.mark.parametrize(("words", "kind"), [("q ", QUESTION), ("a ", ACTION), ("= ", RESOLUTION)])
def test_a_mark_and_a_space_in_an_empty_entry_are_its_kind(words: str, kind: EntryKind):
    on = capture()
    on.enter_item("i")
    assert not on.write("n1", words[0])
    assert on.write("n1", words)
    made = entry(on, "n1")
    assert (made.kind, made.text, made.settled) == (kind, "", True)
    step, place = on.undo()
    assert (step.label, place) == (f"{words.strip()} for {kind}", Place("i", "n1", 2))
    assert (held(on), entry(on, "n1").settled) == ([words], False)
    assert not on.write("n1", f"{words}x")
    assert held(on) == [f"{words}x"]


def test_an_article_behind_a_kind_that_was_set_is_a_word():
    on = capture()
    on.enter_item("i")
    on.write("n1", "q")
    on.write("n1", "q ")
    on.write("n1", "a")
    assert not on.write("n1", "a ")
    assert (entry(on, "n1").kind, held(on)) == (QUESTION, ["a "])
    on.write("n1", "")
    on.write("n1", "r")
    assert on.write("n1", "r ")
    assert entry(on, "n1").kind is RESPONSE


@pytest.mark.parametrize(
    ("had", "words"), [("", "i "), ("", "x "), ("qu", "q "), ("q x", "q "), ("", "🗳️ "), ("", "q")]
)
def test_other_words_are_words(had: str, words: str):
    on = capture(had)
    assert not on.write("a", words)
    assert held(on) == [words]


def test_keys_without_a_pause_are_one_step_until_the_entry_is_left():
    on = capture("")
    for words in ("Ŵ", "Ŵy", "Ŵyn 🗳️"):
        on.write("a", words)
    on.leave()
    on.write("a", "Ŵyn 🗳️ x")
    assert on.undo()[1] == Place("i", "a", 6)
    assert held(on) == ["Ŵyn 🗳️"]
    assert on.undo()[1] == Place("i", "a", 0)
    assert (held(on), on.undo()) == ([""], None)


def test_who_typed_is_told_to_listeners_and_a_short_key_is_for_everybody():
    on = capture("")
    origins: list[object] = []
    on.session.subscribe(lambda change: origins.append(change.origin))
    on.write("a", "q ", origin="row")
    assert origins == ["row", None]


def test_a_kind_that_was_guessed_is_fixed_by_setting_it():
    on = capture(Entry("a", NOTE, "One", settled=False))
    on.set_kind("a", NOTE)
    assert entry(on, "a").settled
    assert on.session.undo_label == "the change to note"
    on.set_kind("a", NOTE)
    assert on.undo()[1] == Place("i", "a", 3)
    assert on.undo() is None


@pytest.mark.parametrize(
    ("date", "time"),
    [(TODAY, dt.time(19, 36)), (None, dt.time(19, 36)), (dt.date(2026, 3, 4), None)],
)
def test_entries_are_timed_unless_a_past_meeting_is_written_up(date, time):
    on = capture("One two", date=date)
    on.end_entry("a", 7)
    on.write("n1", "Three four")
    on.end_entry("n1", 6)
    assert [each.time for each in on.entries_shown("i")] == [None, time, time]


def test_an_unknown_entry_or_item_is_the_callers_fault():
    on = capture("One")
    on.end_entry("a", 3)
    for wrong in (lambda: on.write("z", "x"), lambda: on.delete("z"), lambda: on.enter_item("z")):
        with pytest.raises(KeyError):
            wrong()
    assert shown(on) == ["One", ""]


# Items


def titles(on: Capture) -> list[str]:
    return [item.title for item in on.session.meeting.items]


@pytest.mark.parametrize(
    ("do", "then", "undone", "redone"),
    [
        (lambda on: on.add_item("New", 1), "First New Second Third", Place("j", "d1"),
         Place("n1", "d2")),
        (lambda on: on.add_item("New"), "First Second Third New", Place("k", "d1"),
             Place("n1", "d2")),
        (lambda on: on.rename_item("i", " Next "), "Next Second Third", Place("i", "a", 3),
         Place("i", "a", 3)),
        (lambda on: on.move_item("i", 1), "Second First Third", Place("i", "a", 3),
         Place("j", "d1")),
        (lambda on: on.remove_item("i"), "Second Third", Place("i", "a", 3), Place("j", "d1")),
        (lambda on: on.remove_item("k"), "First Second", Place("k", "d1"),
             Place("j", "d2")),
    ],
)  # fmt: skip
def test_items_are_edited_and_undo_goes_to_the_item(do, then, undone, redone):
    on = capture("One")
    do(on)
    on._make_id = ids("d")
    assert titles(on) == then.split()
    assert on.undo()[1] == undone
    assert titles(on) == ["First", "Second", "Third"]
    assert on.redo()[1] == redone
    assert titles(on) == then.split()


@pytest.mark.parametrize(("item", "by"), [("i", -1), ("k", 1)])
def test_an_item_at_the_edge_of_the_agenda_stays(item: str, by: int):
    on = capture()
    on.move_item(item, by)
    assert on.undo() is None


# Undo and redo


def test_undo_takes_the_draft_away_and_goes_where_the_clerk_was():
    on = capture("One")
    on.write("a", "One more")
    on.end_entry("a", 8)
    assert on.undo()[1] == Place("i", "a", 3)
    assert (on.draft, shown(on)) == (None, ["One"])
    assert on.redo()[1] == Place("i", "a", 8)
    assert on.redo() is None


def test_undo_of_the_first_words_of_an_item_leaves_a_draft_to_type_in():
    on = capture()
    on.enter_item("j")
    on.write("n1", "One")
    assert on.undo()[1] == Place("j", "n2")
    assert (shown(on, "j"), held(on, "j")) == ([""], [])


@pytest.mark.parametrize(
    ("at", "cursor", "place"),
    [("a", 3, Place("i", "a", 3)), ("b", 3, Place("i", "b", 3)), ("a", 0, Place("i", "a", 0))],
)
def test_undo_of_the_first_words_of_an_entry_goes_to_the_one_that_it_was_begun_at(
    at, cursor, place
):
    on = capture("One", "Two", "Three")
    on.end_entry(at, cursor)
    on.write("n1", "Members asked why.")
    assert on.undo()[1] == place
    assert shown(on) == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("text", "undone", "redone"),
    [
        ("The long report was noted.", 4, 9),
        ("The was noted.", 11, 4),
        ("The report was not.", 20, 18),
        ("On reflection the report was noted.", 1, 15),
    ],
)
def test_undo_and_redo_of_words_put_the_cursor_where_they_go(text, undone, redone):
    on = capture("The report was noted.")
    on.write("a", text)
    assert on.undo()[1] == Place("i", "a", undone)
    assert on.redo()[1] == Place("i", "a", redone)


def test_what_was_chosen_for_a_draft_is_undone_and_done_again_step_by_step():
    on = capture("One")
    on.write("a", "One more")
    on.end_entry("a", 8)
    guess = on.entry_shown("n1")
    on.set_kind("n1", ACTION)
    on.set_kind("n1", ACTION)  # changes nothing, and is no step
    on.set_exempt("n1", Exempt("3"))
    on.set_time("n1", dt.time(19, 5))
    chosen = on.entry_shown("n1")
    undone = [on.undo() for _ in range(3)]
    assert [step.label for step, _ in undone] == [
        "the time",
        "the exemption",
        f"the change to {ACTION}",
    ]
    assert {place for _, place in undone} == {Place("i", "n1")}
    assert (on.entry_shown("n1"), held(on)) == (guess, ["One more"])
    assert on.can_redo
    assert [on.redo()[0].label for _ in range(3)] == [step.label for step, _ in reversed(undone)]
    assert (on.entry_shown("n1"), on.can_redo, on.redo()) == (chosen, False, None)
    on.write("n1", "Members")
    assert (entry(on, "n1").kind, entry(on, "n1").exempt) == (ACTION, Exempt("3"))


def test_what_was_chosen_for_a_draft_is_the_last_step_until_something_else_is_done():
    on = capture("One")
    on.end_entry("a", 3)
    on.set_kind("n1", ACTION)
    assert (on.can_undo, on.session.undo_label) == (True, "")
    on.rename_item("j", "Any other business")
    assert on.undo()[0].label == "the title"
    assert shown(on) == ["One"]
    assert not on.can_undo


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_a_draft_can_be_typed_into_after_there_was_nothing_to_undo_or_redo(way: str):
    on = capture()
    on.enter_item("i")
    assert getattr(on, way)() is None
    on.write("n1", "One")
    assert held(on) == ["One"]


def test_undo_and_redo_of_the_heading_leave_a_draft_to_type_in():
    on = capture()
    on.session.apply(lambda m: edits.set_heading(m, Heading("Council")), "details")
    on.enter_item("j")
    assert on.undo()[1] == Place("j", "n2")
    assert on.redo()[1] == Place("j", "n3")
    assert shown(on, "j") == [""]
    on.drop_draft()
    assert on.undo()[1] is None


def test_redo_goes_nowhere_where_every_item_is_gone():
    on = capture()
    on.session.apply(lambda m: Meeting("m"), "nothing left")
    assert on.undo()[1] == Place("i", "n1")
    assert on.redo()[1] is None


# Anything in any order

entry_at = st.integers(0, 9)
cursors = st.integers(0, 70)
items = st.sampled_from("ijk")
typed = texts | st.sampled_from(["q ", "Members asked why.", "Ŵyn 🗳️ ac Ó Briain", " x", "x "])


class Keys(RuleBasedStateMachine):
    """A clerk who presses any key anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.on = capture("One two", "Members asked why.", "Ŵyn 🗳️")
        self.first = self.on.session.meeting
        self.seen: list[Meeting] = [self.first]
        self.on.session.subscribe(lambda change: self.seen.append(change.after))

    def teardown(self) -> None:
        while self.on.redo():
            pass
        last = self.on.session.meeting
        while self.on.undo():
            pass
        assert self.on.session.meeting == self.first
        while self.on.redo():
            pass
        assert self.on.session.meeting == last

    def shown_at(self, item: str, at: int) -> str:
        """An entry that is shown in `item`; a draft where it has no entries."""
        if not self.on.entries_shown(item):
            self.on.enter_item(item)
        entries = self.on.entries_shown(item)
        return entries[at % len(entries)].id

    def letters(self) -> str:
        """All that was typed, in order, without spaces: a split or a join may change those."""
        text = "".join(each.text for _, each in entries_of(self.on.session.meeting))
        return "".join(text.split())

    def stands(self, place: Place | None) -> None:
        """Checks that the cursor can stand in `place`."""
        assert place is not None
        entries = {each.id: each for each in self.on.entries_shown(place.item_id)}
        assert 0 <= place.cursor <= len(entries[place.entry_id].text)

    @rule(item=items)
    def enter_item(self, item: str) -> None:
        self.stands(self.on.enter_item(item))

    @rule(item=items, at=entry_at, text=typed, pause=st.booleans())
    def write(self, item: str, at: int, text: str, pause: bool) -> None:
        which = self.shown_at(item, at)
        if self.on.write(which, text):
            assert entry(self.on, which).text == ""
        elif not self.on.is_draft(which):
            assert entry(self.on, which).text == text
        if pause:
            self.on.leave()

    @rule(item=items, at=entry_at, cursor=cursors)
    def end_entry(self, item: str, at: int, cursor: int) -> None:
        which, before = self.shown_at(item, at), self.letters()
        self.stands(self.on.end_entry(which, cursor))
        assert self.letters() == before

    @rule(item=items, at=entry_at, way=st.sampled_from(["join_above", "join_below"]))
    def join(self, item: str, at: int, way: str) -> None:
        which, before = self.shown_at(item, at), self.letters()
        place = getattr(self.on, way)(which)
        if place:
            self.stands(place)
        assert self.letters() == before

    @rule(item=items, at=entry_at, by=st.sampled_from([-1, 1]))
    def move(self, item: str, at: int, by: int) -> None:
        which, before = self.shown_at(item, at), sorted(self.letters())
        self.stands(self.on.move(which, by))
        assert sorted(self.letters()) == before

    @rule(item=items, at=entry_at, to=items)
    def send(self, item: str, at: int, to: str) -> None:
        which, before = self.shown_at(item, at), sorted(self.letters())
        self.stands(self.on.send(which, to))
        assert sorted(self.letters()) == before

    @rule(item=items, at=entry_at)
    def delete(self, item: str, at: int) -> None:
        which = self.shown_at(item, at)
        self.stands(self.on.delete(which))
        assert which not in {each.id for each in self.on.entries_shown(item)}

    @rule(item=items, at=entry_at, kind=st.sampled_from(EntryKind))
    def set_kind(self, item: str, at: int, kind: EntryKind) -> None:
        which = self.shown_at(item, at)
        self.on.set_kind(which, kind)
        (made,) = (each for each in self.on.entries_shown(item) if each.id == which)
        assert (made.kind, made.settled) == (kind, True)

    @rule(item=items, at=entry_at, owner=st.sampled_from(["", "cdo", "Finch", "Ŵyn"]))
    def set_owner(self, item: str, at: int, owner: str) -> None:
        ActionPoints(self.on).set_owner(self.shown_at(item, at), owner)

    @rule(way=st.sampled_from(["undo", "redo"]))
    def go_back_or_forth(self, way: str) -> None:
        done = getattr(self.on, way)()
        if done:
            self.stands(done[1])

    @invariant()
    def what_is_shown_is_the_record_and_one_draft_at_most(self) -> None:
        drafts = 0
        for item in self.on.session.meeting.items:
            entries = self.on.entries_shown(item.id)
            in_record = tuple(each for each in entries if not self.on.is_draft(each.id))
            assert in_record == item.entries
            assert len({each.id for each in entries}) == len(entries)
            drafts += len(entries) - len(in_record)
        assert drafts <= 1

    @invariant()
    def every_change_was_told(self) -> None:
        assert self.seen[-1] is self.on.session.meeting


TestAnyKeyAnywhere = Keys.TestCase
