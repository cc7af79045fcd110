"""Who moved and who seconded, told by words of their own."""

import time

import pytest

from clerkapp.wording.movers_told import MoversTold, movers_before, movers_behind, movers_told

BOTH = MoversTold("Cllr A Finch", "Cllr J. Lea")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Proposed by Cllr A Finch, seconded by Cllr J. Lea.", BOTH),
        ("Proposed by Cllr A Finch and seconded by Cllr J. Lea", BOTH),
        ("Proposed Cllr A Finch, Seconded Cllr J. Lea.", BOTH),
        ("Proposed: Cllr A Finch  Seconded: Cllr J. Lea", BOTH),
        ("PROPOSED: Cllr A Finch / SECONDED: Cllr J. Lea", BOTH),
        ("Moved by Cllr A Finch; seconded by Cllr J. Lea.", BOTH),
        ("(Proposed by Cllr A Finch, seconded by Cllr J. Lea)", BOTH),
        ("Cllr A Finch proposed, Cllr J. Lea seconded.", BOTH),
        ("Cllr A Finch proposed and Cllr J. Lea seconded", BOTH),
        ("Cllr A Finch proposed, seconded by Cllr J. Lea", BOTH),
        ("(Proposed by Cllr A Finch, seconded by Cllr J. Lea).", BOTH),
        ("Proposer: A Finch  Seconder: J. Lea", MoversTold("A Finch", "J. Lea")),
        ("Prop: AF Sec: JL", MoversTold("AF", "JL")),
        ("Prop. AF, 2nd. JL", MoversTold("AF", "JL")),
        ("Proposer T Heath", MoversTold("T Heath")),
        ("Mover – Cllr A Finch", MoversTold("Cllr A Finch")),
        ("Seconded by J. Lea", MoversTold(seconder="J. Lea")),
        ("Seconder: Cllr O’Hare-Lea", MoversTold(seconder="Cllr O’Hare-Lea")),
    ],
)
def test_a_line_that_says_that_alone_is_understood(words: str, told: MoversTold):
    assert movers_told(words) == told


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Moved on to the next item.",
        "Proposed changes were discussed.",
        "Second reading",
        "Cllr A Finch proposed that the pier be closed.",
        "Proposed by Cllr A Finch: that the pier be closed.",
        "The motion was proposed by Cllr A Finch.",
        "Proposed by Cllr A Finch, seconded by Cllr J. Lea, and carried.",
        "Seconded with thanks.",
        "Second Reading",
        "2nd Floor",
        "Second: May",
    ],
)
def test_what_says_more_or_less_is_not(words: str):
    assert movers_told(words) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("That it be noted. {}", "That it be noted."),
        ("That it be noted\n{}", "That it be noted"),
        ("That it be noted ({})", "That it be noted"),
        ("That it be noted, {}", "That it be noted"),
        ("That (a) it be noted; (b) it be read. {}", "That (a) it be noted; (b) it be read."),
    ],
)
def test_they_may_stand_behind_the_words_of_the_motion(text: str, words: str):
    told = "proposed by Cllr A Finch, seconded by Cllr J. Lea"
    assert movers_behind(text.format(told)) == (words, BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "That it be noted.",
        "Proposed by Cllr A Finch",
        "That, if so, no",
        "That we adopt the budget, proposed by Cllr Lea",
        "That we take the route (proposed by Cllr Lea)",
        "That the letter be sent; moved by Cllr Lea",
        "(That it be sent. Proposed by Cllr Lea, seconded by Cllr Finch.)",
        "That it be sent.\nProposed by Cllr Lea\n\nThat it be noted",
        "That there be two.\nFirst: April\nSecond: May",
    ],
)
def test_nothing_is_taken_off_words_that_name_nobody_or_are_nothing_else(text: str):
    assert movers_behind(text) is None


def test_a_long_text_costs_no_time():
    for words in ("   ", ", ", "proposed ", "Proposed by ", "(moved ", "and "):
        began = time.perf_counter()
        assert movers_behind(f"That it be noted. {words * 4000}x;") is None
        assert movers_before(f"Proposed by {words * 4000}x;") is None
        assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize(
    "before",
    [
        "Proposed by Cllr A Finch, seconded by Cllr J. Lea",
        "Proposed by Cllr A Finch, seconded by Cllr J. Lea,",
        "It was proposed by Cllr A Finch and seconded by Cllr J. Lea",
        "It was moved by Cllr A Finch, seconded by Cllr J. Lea:",
        "Cllr A Finch proposed, seconded by Cllr J. Lea,",
        "Cllr A Finch moved and Cllr J. Lea seconded",
    ],
)
def test_they_may_stand_before_the_words_of_the_motion(before: str):
    assert movers_before(f"{before} that it be noted.") == ("That it be noted.", BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "Proposed by Cllr A Finch that it be noted.",
        "Proposed by Cllr A Finch, seconded by Cllr J. Lea and agreed that it be noted.",
        "Cllr A Finch proposed that it be noted, seconded by Cllr J. Lea.",
        "Cllr A Finch moved an amendment, seconded by Cllr J. Lea, that it be noted.",
        "Proposed by Cllr A Finch, seconded by Cllr J. Lea.",
    ],
)
def test_nothing_else_that_stands_before_words_is_taken(text: str):
    assert movers_before(text) is None
