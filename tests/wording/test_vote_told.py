"""How a vote went, told by words of their own."""

import time

import pytest

from clerkapp.meeting.votes import Result, Vote
from clerkapp.wording.vote_told import vote_told

CARRIED, LOST = Result.CARRIED, Result.LOST


@pytest.mark.parametrize(
    ("words", "vote"),
    [
        ("8 for, 2 against, 1 abstention.", Vote(8, 2, 1)),
        ("For: 8  Against: 2  Abstentions: 1", Vote(8, 2, 1)),
        ("For 8, Against 2, Abstained 1", Vote(8, 2, 1)),
        ("Votes for – 8; votes against – 2", Vote(8, 2)),
        ("CARRIED: 8 for, none against, 2 abstentions.", Vote(8, 0, 2, declared=CARRIED)),
        ("Carried by 8 votes to 2 with 1 abstention", Vote(8, 2, 1, declared=CARRIED)),
        ("Vote: 8-2-1", Vote(8, 2, 1)),
        ("Lost 3–5", Vote(3, 5, declared=LOST)),
        ("The motion was put to the vote and lost, 3 in favour and five against.",
         Vote(3, 5, declared=LOST)),
        ("Eight members voted for and none against.", Vote(8, 0)),
        ("8 in favour, no votes against, no abstentions", Vote(8, 0, 0)),
        ("There were 2 votes in favour and 8 against; the motion was defeated.",
         Vote(2, 8, declared=LOST)),
        ("Carried by eight votes to two.", Vote(8, 2, declared=CARRIED)),
        ("Votes 8 – 2", Vote(8, 2)),
        ("Carried unanimously.", Vote(unanimous=True, declared=CARRIED)),
        ("Unanimous", Vote(unanimous=True)),
        ("All in favour.", Vote(unanimous=True)),
        ("All voted in favour", Vote(unanimous=True)),
        ("8 o blaid, 2 yn erbyn, 1 yn ymatal".replace("yn ymatal", "ymatal"), Vote(8, 2, 1)),
    ],
)  # fmt: skip
def test_words_that_say_that_alone_are_counted(words: str, vote: Vote):
    assert vote_told(words) == vote


@pytest.mark.parametrize(
    "words",
    [
        "",
        "The motion was carried.",
        "On being put to the vote",
        "8 for 8 for",
        "Cllr Finch voted against.",
        "8 for, 2 against: Cllrs Finch and Lea.",
        "The vote for the pier was 8 to 2 in 2019.",
        "All were asked.",
        "Item 8 was put to the vote.",
        "2 abstentions were noted by the Clerk",
    ],
)
def test_words_that_say_more_or_do_not_say_are_not(words: str):
    assert vote_told(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "CARRIED: 8 for 2 abstentions.",
        "Agreed, with one abstention.",
        "Carried with no votes against",
        "4 for, 4 against",
        "Unanimously carried, 8 for and 1 against",
        "Agreed for 12",
        "for 2",
        "Carried by a 2/3 majority",
        "Carried 5/7",
        "Lost by 6 votes to 4",
        "Unanimously lost",
        "5 for, 5 against, carried",
        "8 for, 2 against, lost",
        "Motion lost, all in favour of the amendment",
        "Carried by twenty-one votes",
        "twenty-two – four",
        "Agreed by twenty-two members",
        "19:30",
        "12/3",
        "8-2",
        "26-27",
        "Vote 26-045",
        "Carried 5 to 2, the amendment being lost",
        "carried 5 to 2, lost 2 to 5",
        "On a show of hands, 8 for, 2 against",
        "For 8/10",
        "To the vote",
        "The amendment was lost: 2 for, 8 against",
    ],
)
def test_what_may_mean_something_else_stays(words: str):
    assert vote_told(words) is None


def test_an_amendment_is_told_where_one_was_put():
    words = "The amendment was lost: 2 for, 8 against"
    assert vote_told(words, amends=True) == Vote(2, 8, declared=LOST)
    assert vote_told("The motion was lost: 2 for, 8 against", amends=True) is None


def test_a_long_text_costs_no_time():
    for words in ("8 for ", "and ", "twenty ", "8 votes ", "; ", "unanimous "):
        began = time.perf_counter()
        assert vote_told(f"{words * 4000}x") is None
        assert time.perf_counter() - began < 0.5
