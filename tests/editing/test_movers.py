"""Who moved and who seconded, typed behind the words of a motion."""

import pytest
from capturing import capture, entry
from msgspec.structs import replace

from clerkapp.editing.capture import Capture
from clerkapp.editing.history import Place
from clerkapp.editing.movers import TakenMovers, offer_movers, take_movers, take_told
from clerkapp.meeting.edits import set_attendance
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.people import Mention, Standing
from clerkapp.meeting.votes import Motion

WORDS = "That the plan be approved."
BOTH = Motion(Mention("af"), Mention("bf"))


def moved(text: str, facts: Motion | None = None, kind: EntryKind = EntryKind.MOTION) -> Capture:
    return capture(Entry("a", kind, text, facts=facts))


def taken(on: Capture) -> tuple[str, object]:
    take_movers(on, "a", len(entry(on, "a").text))
    return entry(on, "a").text, entry(on, "a").facts


@pytest.mark.parametrize(
    ("behind", "facts"),
    [
        (" / af / bf", BOTH),
        (" / Cllr A Finch / Cllr B Finch", BOTH),
        (" / af / bf. ", BOTH),
        (" / dig", Motion(Mention("cdo"))),
        (" /  / bf", Motion(seconder=Mention("bf"))),
        (" Proposed by Cllr A Finch, seconded by Cllr B Finch.", BOTH),
        ("\nPROPOSED Cllr A Finch SECONDED Cllr B Finch", BOTH),
        (" (Proposed by Cllr A Finch, seconded by Cllr B Finch).", BOTH),
        (", proposed by Cllr A Finch and seconded by Cllr B Finch", BOTH),
        (" - proposed by Cllr A Finch, seconded by Cllr B Finch", BOTH),
    ],
)
def test_names_behind_the_words_are_mover_and_seconder(behind: str, facts: Motion):
    assert taken(moved(WORDS + behind)) == (WORDS, facts)


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        "That the budget for 2026 / 27 be approved.",
        "That the budget for 2026 / 27",
        f"{WORDS} / af / nobody",
        f"{WORDS} / af / bf / cdo",
        f"{WORDS} /",
        f"{WORDS} / fin",
        f"{WORDS} / af\nThat it be noted.",
        f"{WORDS} Proposed by Cllr Nobody, seconded by Cllr A Finch.",
        f"{WORDS} Proposed by Cllr Finch.",
        f"{WORDS} Seconded by Cllr B Finch.",
        "That we adopt the budget, proposed by Cllr A Finch",
        "That we take the route (proposed by Cllr A Finch)",
        f"{WORDS} Proposed by Cllr A Finch, seconded by Cllr A Finch.",
        "Proposed by Cllr A Finch / Cllr B Finch",
        "That the fair be held in April / Finch",
        "That the amendment be taken. Proposed by Cllr A Finch, seconded by Cllr B Finch.",
        f"{WORDS} Proposed by Mr A Finch, seconded by Cllr B Finch.",
    ],
)
def test_words_that_name_nobody_or_several_stay(text: str):
    assert taken(moved(text)) == (text, None)


def test_only_a_motion_has_a_mover_and_only_at_the_end_of_its_words():
    note = f"{WORDS} / af"
    assert taken(moved(note, kind=EntryKind.NOTE)) == (note, None)
    assert take_movers(moved(note), "a", 5) is None


def test_letters_of_two_people_are_asked_about():
    on = moved(f"{WORDS} / af / fin")
    asked = take_movers(on, "a", len(entry(on, "a").text))
    assert asked is not None
    assert asked.question == "“fin” may be Cllr A Finch or Cllr B Finch: write the name in full"


def test_the_names_are_one_step_to_undo_and_the_cursor_stays_at_the_end():
    on = moved(f"{WORDS} / af / bf", Motion(amends=True))
    assert take_movers(on, "a", 40) == TakenMovers(len(WORDS))
    assert entry(on, "a").facts == Motion(Mention("af"), Mention("bf"), amends=True)
    on.undo()
    assert entry(on, "a").text == f"{WORDS} / af / bf"


@pytest.mark.parametrize(
    ("facts", "offered"),
    [
        (None, f"{WORDS} / "),
        (BOTH, f"{WORDS} / Cllr A Finch / Cllr B Finch"),
        (Motion(Mention("af")), f"{WORDS} / Cllr A Finch"),
        (Motion(seconder=Mention("bf")), f"{WORDS} /  / Cllr B Finch"),
    ],
)
def test_what_is_recorded_is_put_back_and_taken_again(facts: Motion | None, offered: str):
    on = moved(WORDS, facts)
    place = offer_movers(on, "a")
    assert entry(on, "a").text == offered
    assert place.cursor == len(offered)
    assert offer_movers(on, "a").entry_id == "a"
    assert entry(on, "a").text.rstrip() == offered.rstrip()
    if facts:
        assert taken(on) == (WORDS, facts)


def test_a_slash_alone_takes_the_names_away():
    assert taken(moved(f"{WORDS} / ", BOTH)) == (WORDS, None)


def test_one_name_of_two_that_is_on_no_list_is_asked_about():
    found = take_movers(on := moved(text := f"{WORDS} / af / nobody"), "a", len(text))
    assert found
    assert found.question == "“nobody” is nobody on the lists: write the name in full"
    assert on.entry_shown("a").text == text


def below(said: str, facts: Motion | None = None) -> Capture:
    """A motion, and below it what was typed, whose kind is a guess."""
    told = Entry("b", EntryKind.VOTE, said, settled=False)
    return capture(Entry("a", EntryKind.MOTION, WORDS, facts=facts), told)


def test_a_line_below_that_tells_the_movers_goes_into_the_motion_in_one_step():
    on = below("Proposed: Cllr A Finch, seconded: Cllr B Finch")
    before = on.session.meeting
    place = take_told(on, "b")
    assert place == Place("i", "a", len(WORDS))
    assert [each.id for each in on.entries_shown("i")] == ["a"]
    assert entry(on, "a").facts == BOTH
    on.undo()
    assert on.session.meeting == before


def test_two_lines_tell_one_after_the_other():
    on = below("Seconder: Cllr B Finch", facts=Motion(Mention("af")))
    take_told(on, "b")
    assert entry(on, "a").facts == BOTH


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Proposed by Cllr Finch", "“Cllr Finch” may be"),
        ("Proposed by Cllr Nobody", ""),
        ("Proposed by all", ""),
        ("Seconded by Cllr B Finch", ""),
        ("Second: Finch", ""),
        ("Proposed changes were discussed.", ""),
    ],
)
def test_a_line_that_names_nobody_or_several_stays(said: str, asked: str):
    on = below(said)
    told = take_told(on, "b")
    assert isinstance(told, str)
    assert told.startswith(asked)
    assert bool(told) == bool(asked)
    assert entry(on, "b").text == said


def test_a_line_stays_whose_kind_was_chosen_that_is_exempt_or_stands_below_no_motion():
    chosen = capture(
        Entry("a", EntryKind.MOTION, WORDS), Entry("b", EntryKind.NOTE, "Proposed by af")
    )
    elsewhere = capture(
        Entry("a", EntryKind.NOTE, WORDS), Entry("b", EntryKind.NOTE, "Moved: af", settled=False)
    )
    alone = capture(Entry("b", EntryKind.NOTE, "Moved: af", settled=False))
    exempt = capture(
        Entry("a", EntryKind.MOTION, WORDS),
        Entry("b", EntryKind.NOTE, "Moved: af", exempt=Exempt(), settled=False),
    )
    for on in (chosen, elsewhere, alone, exempt):
        assert take_told(on, "b") == ""


def test_whoever_is_recorded_is_not_put_aside_by_a_line_below():
    had = Motion(Mention("af"))
    on = below("Proposed by Cllr B Finch", facts=had)
    assert take_told(on, "b") == "Cllr A Finch is recorded as the mover already"
    assert entry(on, "a").facts == had


def test_whoever_is_no_member_moves_nothing():
    on = below("Proposed: Digital Lead")
    *others, officer = on.session.meeting.attendance
    lines = (*others, replace(officer, standing=Standing.IN_ATTENDANCE))
    on.session.apply(lambda meeting: set_attendance(meeting, lines), "the list")
    assert take_told(on, "b") == ""


def test_names_may_stand_before_the_words():
    on = moved("Proposed by Cllr A Finch, seconded by Cllr B Finch that the plan be approved.")
    assert taken(on) == (WORDS, BOTH)


def test_words_that_somebody_moved_are_a_motion_whatever_was_guessed():
    told = f"{WORDS} Proposed by Cllr A Finch, seconded by Cllr B Finch."
    on = capture(Entry("a", EntryKind.NOTE, told, settled=False))
    take_movers(on, "a", len(told))
    assert (entry(on, "a").kind, entry(on, "a").text) == (EntryKind.MOTION, WORDS)
    assert entry(on, "a").facts == BOTH
    resolved = f"That it be RESOLVED. {told}"
    decided = capture(Entry("a", EntryKind.NOTE, resolved, settled=False))
    assert take_movers(decided, "a", len(resolved)) is None
    guessed = capture(Entry("a", EntryKind.RESOLUTION, told, settled=False))
    assert take_movers(guessed, "a", len(told)) is None
    chosen = capture(Entry("a", EntryKind.NOTE, told))
    assert take_movers(chosen, "a", len(told)) is None
    other = capture(Entry("a", EntryKind.NOTE, told.replace("That", "Whether"), settled=False))
    assert take_movers(other, "a", len(told)) is None


def test_whoever_is_away_moves_nothing():
    on = below("Proposed: Cllr A Finch, seconded: Cllr B Finch")
    first, *others = on.session.meeting.attendance
    lines = (replace(first, standing=Standing.APOLOGIES), *others)
    on.session.apply(lambda meeting: set_attendance(meeting, lines), "the list")
    assert take_told(on, "b") == ""
