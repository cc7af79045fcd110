"""How a vote went, told by words of their own."""

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
        ("CARRIED: 8 for 2 abstentions.", Vote(8, None, 2, declared=CARRIED)),
        ("Carried by 8 votes to 2 with 1 abstention", Vote(8, 2, 1, declared=CARRIED)),
        ("Vote: 8-2-1", Vote(8, 2, 1)),
        ("Lost 3–5", Vote(3, 5, declared=LOST)),
        ("The motion was put to the vote and lost, 3 in favour and five against.",
         Vote(3, 5, declared=LOST)),
        ("Eight members voted for and none against.", Vote(8, 0)),
        ("8 in favour, no votes against, no abstentions", Vote(8, 0, 0)),
        ("There were 8 votes in favour and 2 against; the amendment was defeated.",
         Vote(8, 2, declared=LOST)),
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
