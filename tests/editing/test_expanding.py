"""What is written out for the clerk, and what one undo gives back."""

import pytest
from meetings import brookmere
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.expanding import ShorthandInForce, expand, is_typed, put_in
from clerkapp.editing.history import Place
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.meeting import entry_of
from clerkapp.wording.house_style import house_style
from clerkapp.wording.shorthand import Expansion, Shorthand

STYLE = house_style("")


class Typist:
    """Types at the end of a new entry of the second item, as the window would have it."""

    def __init__(self, own: Shorthand | None = None, refusal: str = "") -> None:
        self.session = MeetingSession(brookmere(), lambda _: None, refusal=refusal)
        self.capture = Capture(self.session)
        self.in_force = ShorthandInForce(own)
        item = self.session.meeting.items[1]
        last = item.entries[-1]
        self.place = self.capture.end_entry(last.id, len(last.text))

    @property
    def text(self) -> str:
        return entry_of(self.session.meeting, self.place.entry_id)[1].text

    def type(self, words: str) -> None:
        for letter in words:
            had = self.capture._shown(self.place.entry_id)[1].text
            at = self.place.cursor
            self.take(had, had[:at] + letter + had[at:], at + 1)

    def take(self, had: str, text: str, cursor: int) -> None:
        self.place = replace(self.place, cursor=cursor)
        if self.capture.write(self.place.entry_id, text):
            return
        shorthand = self.in_force.of(self.session.meeting, STYLE)
        self.place = expand(self.session, self.place, had, shorthand) or self.place

    def undo(self) -> None:
        step = self.capture.undo()
        assert step
        assert step[1]
        self.place = step[1]


def test_a_code_is_written_out_and_typing_goes_on_behind_it():
    typist = Typist()
    typist.type("mq whether cdo, or hol. ")
    assert typist.text == "Members questioned whether the Chief Digital Officer, or Jo Ray. "
    assert typist.place.cursor == len(typist.text)


def test_the_kind_follows_the_words_that_are_written_out():
    typist = Typist()
    typist.type("mq ")
    entry = entry_of(typist.session.meeting, typist.place.entry_id)[1]
    assert entry.kind is EntryKind.QUESTION


def test_one_undo_gives_the_code_back_and_typing_on_leaves_it():
    typist = Typist()
    typist.type("asked by cdo ")
    typist.undo()
    assert (typist.text, typist.place.cursor) == ("asked by cdo ", 13)
    typist.type("x  y.")
    assert typist.text == "asked by cdo x  y."


def test_the_step_says_what_it_was():
    typist = Typist()
    typist.type("cdo ")
    assert typist.session.undo_label == "“cdo” written out"
    typist.type("left")
    assert typist.session.undo_label == "typing"


def test_what_was_pasted_or_deleted_is_no_code():
    typist = Typist()
    typist.take("", "the cdo ", 8)
    assert typist.text == "the cdo "
    typist.take("the cdo x", "the cdo ", 8)
    assert typist.text == "the cdo "


def test_it_works_before_other_words():
    typist = Typist()
    typist.type("It was  said")
    typist.place = replace(typist.place, cursor=7)
    typist.type("cdo")
    typist.type(",")
    assert typist.text == "It was the Chief Digital Officer, said"
    assert typist.place.cursor == len("It was the Chief Digital Officer,")


def test_the_codes_are_put_together_only_when_lists_style_or_own_words_change():
    in_force, meeting = ShorthandInForce(), brookmere()
    first = in_force.of(meeting, STYLE)
    assert in_force.of(replace(meeting, items=()), STYLE) is first
    person = replace(meeting.attendance[0].person, code="sb")
    line = replace(meeting.attendance[0], person=person)
    other = in_force.of(replace(meeting, attendance=(line, *meeting.attendance[1:])), STYLE)
    assert other.codes["sb"] == "Councillor Banerjee"
    in_force.take(Shorthand({"lt": "the Long Term Plan", "cdo": "something else"}))
    own = in_force.of(meeting, STYLE)
    assert own.codes["lt"] == "the Long Term Plan"
    assert own.codes["cdo"] == "the Chief Digital Officer"


def test_nothing_is_put_in_where_nothing_can_be_changed():
    session = MeetingSession(brookmere(), lambda _: None, refusal="it is read-only")
    entry = session.meeting.items[1].entries[0]
    place = Place(session.meeting.items[1].id, entry.id, 0)
    assert put_in(session, place, Expansion(0, 0, "x"), "x") is None


@pytest.mark.parametrize(
    ("had", "text", "cursor", "typed"),
    [
        ("ab", "abc", 3, True),
        ("ab", "cab", 1, True),
        ("", "a", 1, True),
        ("ab", "ab", 2, False),
        ("ab", "a", 1, False),
        ("ab", "abcd", 4, False),
        ("ab", "axb", 1, False),
        ("", "", 0, False),
    ],
)
def test_one_character_more_before_the_cursor_was_typed(had, text, cursor, typed):
    assert is_typed(had, text, cursor) == typed
