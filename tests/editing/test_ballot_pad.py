"""The ballot pad: rounds, the lowest dropped, somebody elected."""

import pytest
from meetings import brookmere

from clerkapp.editing.ballot_pad import BallotPad, open_ballot_pad, put_ballot
from clerkapp.meeting.edits import add_entry
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Meeting, entry_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Ballot, Candidate

ASH, BAY, COLE = (Mention(words=name) for name in ("Cllr Ash", "Cllr Bay", "Cllr Cole"))


def meeting() -> Meeting:
    made = brookmere()
    return add_entry(made, made.items[1].id, Entry("b", EntryKind.NOTE, settled=False))


def pad_with(**votes: int) -> BallotPad:
    pad = open_ballot_pad(meeting(), "b").for_post(" Vice-chair ")
    for name, count in votes.items():
        person = Mention(words=f"Cllr {name}")
        pad = pad.stand(person).count(person, count)
    return pad


def test_the_votes_are_held_against_who_may_vote():
    assert pad_with(Ash=0).proof == "No votes yet: 5 may vote."
    assert pad_with(Ash=2, Bay=2).proof == "4 of 5 voted."
    assert pad_with(Ash=4, Bay=3).proof == "2 too many: 5 may vote."


def test_more_than_half_elects():
    pad = pad_with(Ash=3, Bay=2)
    assert pad.elected == ASH
    assert pad.why_no_next_round == "Somebody has more than half of the votes."
    assert pad.next_round() == pad


def test_whoever_had_fewest_drops_out_of_the_next_round():
    pad = pad_with(Ash=2, Bay=2, Cole=1)
    assert (pad.elected, pad.lowest) == (None, (COLE,))
    pad = pad.next_round()
    assert [each.person for each in pad.candidates] == [ASH, BAY]
    pad = pad.count(ASH, 2).count(BAY, 3)
    assert pad.elected == BAY
    assert [len(each) for each in pad.ballot.rounds] == [3, 2]


def test_where_several_had_fewest_all_stand_again_or_the_meeting_chooses():
    pad = pad_with(Ash=2, Bay=2)
    assert pad.lowest == (ASH, BAY)
    assert [each.person for each in pad.next_round().candidates] == [ASH, BAY]
    assert [each.person for each in pad.next_round(BAY).candidates] == [ASH]
    assert pad.next_round().back() == pad


def test_a_round_without_votes_is_followed_by_none():
    pad = pad_with(Ash=0, Bay=0)
    assert pad.why_no_next_round == "Nobody has any votes in this round yet."
    assert pad.next_round() == pad
    assert pad_with().why_no_next_round == "Nobody has any votes in this round yet."


def test_somebody_stands_once_and_may_stand_down():
    pad = pad_with(Ash=2, Bay=2)
    assert pad.stand(ASH) == pad
    assert pad.stand_down(ASH).candidates == (Candidate(BAY, 2),)
    assert pad.stand_down(ASH).stand_down(BAY).ballot.rounds == ()
    with pytest.raises(ValueError, match="-1"):
        pad.count(ASH, -1)


def test_the_ballot_is_put_in_the_meeting_and_corrected_later():
    done = put_ballot(meeting(), pad_with(Ash=3, Bay=2))
    entry = entry_of(done, "b")[1]
    assert (entry.kind, entry.settled) == (EntryKind.BALLOT, True)
    assert entry.facts == Ballot("Vice-chair", ((Candidate(ASH, 3), Candidate(BAY, 2)),))
    assert put_ballot(done, open_ballot_pad(done, "b")) is done
    other = put_ballot(done, open_ballot_pad(done, "b").count(BAY, 1))
    assert entry_of(other, "b")[1].facts == Ballot(
        "Vice-chair", ((Candidate(ASH, 3), Candidate(BAY, 1)),)
    )
