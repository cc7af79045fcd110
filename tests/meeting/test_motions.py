"""Which motion or amendment is in force."""

import pytest
from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.motions import (
    Became,
    InForce,
    Moved,
    amends,
    course,
    in_force,
    put_to,
    vote_on,
)
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Casting, Fate, Motion, Vote, is_carried

MOTION = Entry("m", EntryKind.MOTION, "That the report be noted.", facts=Motion())
OTHER = Entry("o", EntryKind.MOTION, "That it be deferred.")
AMENDMENT = Entry("a", EntryKind.MOTION, "Add “and published”.", facts=Motion(amends=True))
SECOND = Entry("b", EntryKind.MOTION, "Amendment: delete “noted”.")
CARRIED = Entry("c", EntryKind.VOTE, facts=Vote(7, 2))
LOST = Entry("l", EntryKind.VOTE, facts=Vote(2, 7))
UNSURE = Entry("u", EntryKind.VOTE)
RESOLVED = Entry("r", EntryKind.RESOLUTION, "That the report be noted.")
NOTE = Entry("n", EntryKind.NOTE, "A discussion followed.")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), None),
        ((NOTE, CARRIED), None),
        ((MOTION, NOTE), InForce(MOTION)),
        ((MOTION, CARRIED), None),
        ((MOTION, LOST), None),
        ((MOTION, RESOLVED, NOTE), None),
        ((MOTION, OTHER), InForce(OTHER)),
        ((MOTION, CARRIED, OTHER), InForce(OTHER)),
        ((MOTION, AMENDMENT), InForce(AMENDMENT, is_amendment=True)),
        ((MOTION, SECOND, NOTE), InForce(SECOND, is_amendment=True)),
        ((MOTION, AMENDMENT, LOST), InForce(MOTION)),
        ((MOTION, AMENDMENT, CARRIED), InForce(MOTION, carried=(AMENDMENT,))),
        ((MOTION, AMENDMENT, UNSURE), InForce(MOTION, unsure=(AMENDMENT,))),
        ((MOTION, AMENDMENT, SECOND, LOST), InForce(AMENDMENT, is_amendment=True)),
        (
            (MOTION, AMENDMENT, CARRIED, SECOND, CARRIED),
            InForce(MOTION, carried=(AMENDMENT, SECOND)),
        ),
        ((MOTION, AMENDMENT, CARRIED, CARRIED), None),
        ((MOTION, AMENDMENT, RESOLVED), None),
        ((AMENDMENT, CARRIED), None),
    ],
)
def test_what_was_moved_last_and_not_yet_put_is_in_force(entries, expected):
    assert in_force(entries) == expected


@pytest.mark.parametrize(
    ("words", "carried"),
    [
        ("The amendment was CARRIED.", True),
        ("The amendment was agreed unanimously.", True),
        ("The amendment was lost.", False),
        ("The amendment was not carried.", False),
        ("The amendment was put.", None),
    ],
)
def test_the_words_of_a_vote_without_numbers_say_whether_it_was_carried(words, carried):
    found = in_force((MOTION, AMENDMENT, Entry("v", EntryKind.VOTE, words)))
    assert found is not None
    assert (found.carried == (AMENDMENT,), found.unsure == (AMENDMENT,)) == (
        carried is True,
        carried is None,
    )


@pytest.mark.parametrize(
    ("vote", "carried"),
    [
        (Vote(7, 2), True),
        (Vote(2, 7, 1), False),
        (Vote((Mention("a"), Mention("b")), (Mention("c"),)), True),
        (Vote(4, 4), False),
        (Vote(4, 4, casting=Casting.FOR), True),
        (Vote(4, 4, casting=Casting.AGAINST), False),
        (Vote(unanimous=True), True),
        (Vote(7), None),
        (Vote(), None),
    ],
)
def test_the_numbers_of_a_vote_say_whether_it_was_carried(vote, carried):
    assert is_carried(vote) is carried


# The whole course


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Finch moved an amendment that the sum be £500.",
        "Cllr Finch moved an amendment, seconded by Cllr Lea, that the sum be £500.",
        "Cllr Finch moved the following amendment: “Delete all after ‘That’”.",
        "Cllr Finch moved and Cllr Lea seconded an amendment that the sum be £500.",
        "Cllr Finch then moved, and Cllr Lea seconded, a further amendment to add “in May”.",
        "Cllr Finch moved an amendment to the motion, that “June” be deleted.",
        "Cllr Finch moved an amendment to delete “June” and insert “July”.",
        "The Vice-chair proposed an amendment to the recommendation, that it be for one year.",
        "Cllr Finch moved, as an amendment, that the sum be £500.",
        "Councillor Finch moved, by way of amendment, that the words “in May” be added.",
        "It was moved by Councillor Finch, as an amendment, that “June” be deleted.",
        "Moved by Cllr Finch, seconded by Cllr Lea, as an amendment: That the sum be £50.",
        "An amendment was moved that the sum be £500.",
        "An amendment was moved by Councillor Finch and seconded by Councillor Lea.",
        "An amendment to the motion was moved by Councillor Lea, to replace “shall” with “may”.",
        "The following amendment was moved by Councillor Finch: delete “June”.",
        "Amendment proposed by Cllr Finch, seconded by Cllr Lea: to add “in May”.",
        "Amendment, that the sum be £50.",
    ],
)
def test_words_that_tell_of_an_amendment_are_one_unless_somebody_said_otherwise(words: str):
    told = Entry("a", EntryKind.MOTION, words, settled=False)
    assert amends(told)
    assert in_force([MOTION, told]) == InForce(told, is_amendment=True)
    assert amends(replace(told, facts=Motion(Mention("f"))))
    assert not amends(replace(told, settled=True))


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Finch moved that the amendment be put to the vote.",
        "Cllr Finch moved the motion as amended.",
        "The motion, as amended, was moved by Councillor Finch.",
        "It was moved that the amendment be accepted.",
        "Cllr Lea moved that the question be now put on the amendment.",
        "Councillor Finch moved the substantive motion.",
        "Councillor Finch moved an amendment to Standing Order 12.",
        "Councillor Finch proposed an amendment to the budget for 2027.",
        "The Clerk proposed an amendment to the policy to reflect the new law.",
        "An amendment to the minutes was proposed by Councillor Finch.",
        "Councillor Finch moved that an amendment to the constitution be approved.",
        "Councillor Lea moved that, as an amendment to the timetable, the works begin in May.",
        "It was proposed to accept an amendment to the lease.",
        "It was proposed by Councillor Finch that an amendment be made to the wording.",
        "Cllr Finch moved the adoption of the report with an amendment to paragraph 4.",
        "It was moved that the meeting adjourn so that an amendment could be drafted.",
    ],
)
def test_a_motion_that_speaks_of_amending_is_no_amendment(words: str):
    assert not amends(Entry("a", EntryKind.MOTION, words, settled=False))


WITHDRAWN = Entry("w", EntryKind.MOTION, "Add “x”.", facts=Motion(amends=True, fate=Fate.WITHDRAWN))
ACCEPTED = Entry("y", EntryKind.MOTION, "Add “y”.", facts=Motion(amends=True, fate=Fate.ACCEPTED))
UNSECONDED = Entry("u", EntryKind.MOTION, "Add “z”.", facts=Motion(amends=True, fate=Fate.FELL))
FELL = replace(UNSECONDED, facts=Motion(Mention("a"), Mention("b"), True, Fate.FELL))
GONE = Entry("g", EntryKind.MOTION, "That it wait.", facts=Motion(fate=Fate.WITHDRAWN))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), ()),
        ((NOTE, CARRIED), ()),
        ((MOTION,), (Moved(MOTION),)),
        ((MOTION, LOST), (Moved(MOTION, Became.LOST, LOST),)),
        ((MOTION, UNSURE), (Moved(MOTION, Became.PUT, UNSURE),)),
        ((MOTION, RESOLVED), (Moved(MOTION, Became.CARRIED, None, RESOLVED),)),
        ((MOTION, CARRIED, RESOLVED), (Moved(MOTION, Became.CARRIED, CARRIED, RESOLVED),)),
        ((MOTION, LOST, RESOLVED), (Moved(MOTION, Became.LOST, LOST),)),
        ((MOTION, OTHER), (Moved(MOTION, Became.NOT_PUT), Moved(OTHER))),
        ((GONE,), (Moved(GONE, Became.WITHDRAWN),)),
        ((GONE, CARRIED), (Moved(GONE, Became.WITHDRAWN),)),
        ((AMENDMENT, LOST), (Moved(AMENDMENT, Became.LOST, LOST, is_amendment=True),)),
        (
            (MOTION, AMENDMENT, RESOLVED),
            (
                Moved(
                    MOTION,
                    Became.CARRIED,
                    None,
                    RESOLVED,
                    amendments=(Moved(AMENDMENT, Became.NOT_PUT, is_amendment=True),),
                ),
            ),
        ),
        (
            (MOTION, WITHDRAWN, FELL, AMENDMENT, CARRIED),
            (
                Moved(
                    MOTION,
                    amendments=(
                        Moved(WITHDRAWN, Became.WITHDRAWN, is_amendment=True),
                        Moved(FELL, Became.FELL, is_amendment=True, fell_to=AMENDMENT),
                        Moved(AMENDMENT, Became.CARRIED, CARRIED, is_amendment=True),
                    ),
                ),
            ),
        ),
    ],
)
def test_the_course_tells_what_became_of_each(entries, expected):
    assert course(entries) == expected


def test_an_amendment_moved_later_that_fell_did_so_for_the_one_carried_before_it():
    (told,) = course((MOTION, AMENDMENT, CARRIED, FELL))
    assert told.amendments[1].fell_to == AMENDMENT


def test_an_amendment_that_nobody_seconded_fell_for_that():
    (told,) = course((MOTION, AMENDMENT, CARRIED, UNSECONDED))
    assert told.amendments[1].fell_to is None
    (told,) = course((MOTION, UNSECONDED, AMENDMENT, CARRIED))
    assert told.amendments[0].fell_to is None


def test_an_amendment_accepted_by_leave_is_part_of_the_motion_without_a_vote():
    assert in_force((MOTION, ACCEPTED)) == InForce(MOTION, carried=(ACCEPTED,))
    (told,) = course((MOTION, ACCEPTED, AMENDMENT, LOST, SECOND, CARRIED, CARRIED, RESOLVED))
    assert told.made == (ACCEPTED, SECOND)
    assert (told.became, told.decision) == (Became.CARRIED, RESOLVED)


def test_what_was_withdrawn_or_fell_is_no_longer_in_force():
    assert in_force((GONE,)) is None
    assert in_force((MOTION, WITHDRAWN, FELL)) == InForce(MOTION)


def test_each_vote_tells_what_it_disposed_of():
    put = put_to(course((MOTION, AMENDMENT, LOST, CARRIED)))
    assert {vote: told.entry for vote, told in put.items()} == {"l": AMENDMENT, "c": MOTION}


def test_a_hundred_motions_each_keep_their_own_votes():
    entries = [
        entry
        for n in range(100)
        for entry in (
            Entry(f"m{n}", EntryKind.MOTION, "That it be so."),
            Entry(f"v{n}", EntryKind.VOTE, facts=Vote(n, 50)),
        )
    ]
    told = course(entries)
    assert [each.vote.id if each.vote else "" for each in told] == [f"v{n}" for n in range(100)]
    assert [each.became is Became.CARRIED for each in told] == [n > 50 for n in range(100)]


ANEW = Entry("s", EntryKind.RESOLUTION, "That it be published.")
FREE = Entry("f", EntryKind.VOTE, facts=Vote(5, 0))


@pytest.mark.parametrize(
    ("entries", "decision", "vote"),
    [
        ((MOTION, CARRIED, RESOLVED), RESOLVED, CARRIED),
        ((MOTION, CARRIED, RESOLVED, OTHER, AMENDMENT, LOST), RESOLVED, CARRIED),
        ((MOTION, CARRIED, RESOLVED, OTHER, LOST), RESOLVED, CARRIED),
        ((MOTION, AMENDMENT, FREE, CARRIED, RESOLVED), RESOLVED, CARRIED),
        ((MOTION, AMENDMENT, CARRIED, RESOLVED), RESOLVED, None),
        ((AMENDMENT, CARRIED, RESOLVED), RESOLVED, None),
        ((MOTION, LOST, RESOLVED), RESOLVED, None),
        ((FREE, NOTE, RESOLVED), RESOLVED, FREE),
        ((RESOLVED, FREE, ANEW), RESOLVED, FREE),
        ((RESOLVED, NOTE, FREE), RESOLVED, None),
        ((FREE, RESOLVED, OTHER, ANEW), ANEW, None),
        ((NOTE, RESOLVED), RESOLVED, None),
        ((MOTION, CARRIED, RESOLVED, NOTE, ANEW), ANEW, CARRIED),
        ((FREE, RESOLVED, ANEW), ANEW, FREE),
        ((FREE, MOTION, ANEW), ANEW, None),
        ((RESOLVED, ANEW, FREE), ANEW, FREE),
    ],
)
def test_the_vote_on_a_decision_is_that_on_what_was_decided(entries, decision, vote):
    assert vote_on(decision, entries) is vote
