"""Which motion or amendment is in force."""

import pytest

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.motions import InForce, in_force
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Casting, Motion, Vote, is_carried

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
