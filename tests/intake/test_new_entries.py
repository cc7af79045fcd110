"""What was typed in Word: an action point with owner and date, a resolution with its number."""

import datetime as dt
from pathlib import Path

import pytest
from meetings import brookmere
from msgspec.structs import replace
from word_files import InWord, compared_with, edited, exported_word

from clerkapp.intake.new_entries import new_entries, with_action_read
from clerkapp.intake.taking import taken
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.ids import counted
from clerkapp.notation.facts import lists_of
from clerkapp.wording.house_style import house_style

OFFICER = brookmere().attendance[-2].person


@pytest.mark.parametrize(
    ("text", "left", "owner", "due"),
    [
        ("Write. Owner: Chief Digital Officer. Due: 2 April 2026.", "Write.", True, True),
        ("Write. Owner: Chief Digital Officer.", "Write.", True, False),
        ("Write. Due: 2 April 2026.", "Write.", False, True),
        ("Write. Owner: nobody here.", "Write. Owner: nobody here.", False, False),
        ("Write.", "Write.", False, False),
    ],
)
def test_owner_and_date_are_read_where_they_end_the_words(text, left, owner, due):
    lists = lists_of(brookmere())
    entry = Entry("a", EntryKind.ACTION_POINT, text)
    found = with_action_read(entry, house_style("bulleted-exchanges"), lists)
    assert found.text == left
    facts = found.facts or ActionPoint()
    assert isinstance(facts, ActionPoint)
    assert bool(facts.owner and facts.owner.person_id == OFFICER.id) is owner
    assert (facts.due == dt.date(2026, 4, 2)) is due


def test_words_of_another_kind_stay(tmp_path: Path):
    entry = Entry("a", EntryKind.NOTE, "Write. Owner: Chief Digital Officer.")
    style = house_style("bulleted-exchanges")
    assert with_action_read(entry, style, lists_of(brookmere())) is entry


def test_one_typed_in_word_stands_in_the_table_of_actions(tmp_path: Path):
    def typed(word: InWord) -> None:
        new = "Action: Count them. Owner: Chief Digital Officer. Due: 2 April 2026."
        word.add_below("report be noted", new)

    file = edited(exported_word(brookmere()), tmp_path, typed)
    after = taken(brookmere(), compared_with(file, brookmere()).differences)
    printed = InWord(exported_word(after)).document.tables[-1].rows[-1].cells
    assert [each.text.replace("\u00a0", " ") for each in printed] == [
        *("2", "Count them.", "Chief Digital Officer", "2 April 2026")
    ]


SIGNED = "RESOLVED: That it be signed."  # the label is left out where the words are printed


@pytest.mark.parametrize(
    ("form", "text", "kind", "words"),
    [
        ("{yy}/{padded}", f"26/046 {SIGNED}", EntryKind.RESOLUTION, SIGNED),
        ("Minute {number}", f"Minute 46. {SIGNED}", EntryKind.RESOLUTION, SIGNED),
        ("{number}", f"46 {SIGNED}", EntryKind.RESOLUTION, SIGNED),
        ("{number}", SIGNED, EntryKind.RESOLUTION, SIGNED),
        ("{number}", "3 members left.", EntryKind.NOTE, "3 members left."),
        ("", f"26/046 {SIGNED}", EntryKind.RESOLUTION, f"26/046 {SIGNED}"),
    ],
)
def test_the_number_before_a_resolution_is_none_of_its_words(form, text, kind, words):
    style = house_style("bulleted-exchanges")
    style = replace(style, words=replace(style.words, resolution_number=form))
    counting = counted()
    (entry,) = new_entries(text, style, lists_of(brookmere()), lambda: f"new{counting()}", ())
    assert (entry.kind, entry.text) == (kind, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("RESOLVED (No. 48): That it be so.", "RESOLVED: That it be so."),
        ("RESOLVED: That it be so.", "RESOLVED: That it be so."),
        ("RESOLVED: That it (No. 48) be so.", "RESOLVED: That it (No. 48) be so."),
    ],
)
def test_nor_is_the_number_behind_its_label(text: str, words: str):
    style = house_style("bulleted-exchanges")
    style = replace(
        style,
        words=replace(style.words, resolution_number="(No. {number})"),
        layout=replace(style.layout, resolution_numbers="after the label"),
    )
    counting = counted()
    (entry,) = new_entries(text, style, lists_of(brookmere()), lambda: f"new{counting()}", ())
    assert (entry.kind, entry.text) == (EntryKind.RESOLUTION, words)
