"""The vote pad: who may vote, how it is taken down, and what becomes a fact of the meeting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from meetings import brookmere, item_with, meetings
from msgspec.structs import replace

from clerkapp.editing.vote_pad import Manner, VotePad, open_vote_pad, put_vote, what_is_put
from clerkapp.editing.vote_pad_keys import KEYS, press
from clerkapp.meeting.edits import add_entry, set_attendance
from clerkapp.meeting.entries import Entry, EntryKind, Movement
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import Meeting, entries_of, entry_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.presence import moment_after, voters
from clerkapp.meeting.votes import Casting, OwnVote, Result, Vote, Way


def meeting_with(vote: Vote | None = None, *before: Entry) -> Meeting:
    """Brookmere: five may vote (a substitute among them), and a vote `v` ends the second item."""
    meeting = brookmere()
    for entry in (*before, Entry("v", EntryKind.VOTE, facts=vote)):
        meeting = add_entry(meeting, meeting.items[1].id, entry)
    return meeting


def by_names(meeting: Meeting, *names: str) -> tuple[Mention, ...]:
    found = {line.person.name: Mention(line.person.id) for line in meeting.attendance}
    return tuple(next(m for full, m in found.items() if name in full) for name in names)


def pad_of(meeting: Meeting, *, names_required: bool = False) -> VotePad:
    return open_vote_pad(meeting, "v", names_required=names_required)


def names(lines) -> list[str]:
    return [line.person.name.rsplit(" ", 1)[1] for line in lines]


def test_those_who_may_vote_at_that_moment_are_on_the_pad():
    assert names(pad_of(meeting_with()).voters) == [
        "Banerjee",
        "Teale",
        "Marsden",
        "Briain",
        "Whitlock",
    ]


def test_who_left_or_withdrew_or_has_no_vote_is_shown_apart():
    meeting = meeting_with()
    teale, marsden, briain = by_names(meeting, "Teale", "Marsden", "Briain")
    lines = (
        replace(line, has_vote=line.person.id != briain.person_id) for line in meeting.attendance
    )
    meeting = set_attendance(meeting, tuple(lines))
    item = meeting.items[1]
    left = Entry("l", EntryKind.DEPARTURE, facts=Movement(teale))
    out = Entry("d", EntryKind.DECLARATION, facts=Declaration(marsden, "a gift", "left the room"))
    for entry in (left, out):
        meeting = add_entry(meeting, item.id, entry, at=0)
    pad = pad_of(meeting)
    assert names(pad.voters) == ["Banerjee", "Whitlock"]
    assert names(pad.without_vote) == ["Briain"]
    assert names(pad.withdrawn) == ["Marsden"]


def test_a_show_of_hands_is_proved_against_the_room():
    pad = pad_of(meeting_with())
    assert pad.proof == "No votes yet: 5 members may vote."
    pad = pad.with_number(Way.FOR, 3).with_number(Way.AGAINST, 1)
    assert (pad.proof, pad.is_accounted_for) == ("5 members may vote, and 1 did not vote.", False)
    pad = pad.with_number(Way.ABSTAINED, 1)
    assert (pad.proof, pad.is_accounted_for) == (
        "All 5 members who may vote are accounted for.",
        True,
    )
    assert pad.outcome == "Carried."
    assert pad.with_number(Way.FOR, 5).proof == "2 votes too many: 5 members may vote."
    assert pad.with_number(Way.ABSTAINED, None).vote == Vote(3, 1)


def test_by_name_everyone_is_for_but_the_exceptions():
    meeting = meeting_with()
    pad = pad_of(meeting)
    for key in ("Shift+F", "Down", "A", "X", "Space"):
        pad = press(pad, key)
    banerjee, teale, marsden, whitlock = by_names(
        meeting, "Banerjee", "Teale", "Marsden", "Whitlock"
    )
    assert pad.vote == Vote((banerjee, whitlock), (teale,), (marsden,))
    assert names(pad.unmarked) == ["Briain"]
    assert pad.proof == "5 members may vote, and 1 did not vote."


def test_whoever_is_not_marked_did_not_vote_and_is_no_abstention():
    meeting = meeting_with()
    pad = press(press(pad_of(meeting), "N"), "F")
    assert pad.vote == Vote(by_names(meeting, "Banerjee"), 0, 0)
    assert names(pad.unmarked) == ["Teale", "Marsden", "Briain", "Whitlock"]


def test_going_between_the_manners_loses_nothing():
    pad = press(pad_of(meeting_with()).with_number(Way.FOR, 4), "Shift+A")
    assert press(press(press(pad, "U"), "H"), "N").vote == pad.vote
    assert press(pad, "H").vote == Vote(4)
    assert press(press(pad, "H"), "U").vote == Vote(4, unanimous=True)


def test_unanimous_does_not_carry_votes_against():
    pad = pad_of(meeting_with(Vote(3, 2)))
    assert press(pad, "U").vote == Vote(unanimous=True)


def test_a_casting_vote_is_only_for_who_presides_and_only_on_a_tie():
    pad = pad_of(meeting_with(Vote(3, 2)))
    assert pad.why_no_casting_vote == "There is a casting vote only when the votes are equal."
    assert press(pad, "C") == pad
    tied = pad.with_number(Way.FOR, 2)
    assert tied.outcome == "The votes are equal: whoever presides may give a casting vote."
    cast = press(tied, "C")
    assert (cast.vote, cast.outcome) == (Vote(2, 2, casting=Casting.FOR), "Carried.")
    assert press(tied, "Shift+C").outcome == "Lost."
    assert press(cast, "C") == tied
    assert cast.with_number(Way.FOR, 3).vote == Vote(3, 2)
    nobody = replace(tied, presiding="")
    assert nobody.why_no_casting_vote == "Nobody presides: say first who is in the chair."
    assert press(nobody, "C") == nobody


def test_the_vice_chair_presides_once_the_chair_has_left():
    meeting = meeting_with(Vote(2, 2))
    (chair,) = by_names(meeting, "Banerjee")
    left = Entry("l", EntryKind.DEPARTURE, facts=Movement(chair))
    assert pad_of(meeting).presiding == chair.person_id
    (vice,) = by_names(meeting, "Teale")
    without_chair = add_entry(meeting, meeting.items[1].id, left, at=0)
    assert pad_of(without_chair).presiding == vice.person_id


def test_where_names_are_required_numbers_will_not_do():
    pad = pad_of(meeting_with(), names_required=True)
    assert pad.manner is Manner.NAMES
    assert pad.why_not_by_numbers
    assert press(pad, "H") == pad
    assert pad.with_number(Way.FOR, 3).vote == Vote()
    assert press(pad, "U").vote == press(pad, "Shift+F").vote
    unanimous = pad_of(meeting_with(Vote(unanimous=True)), names_required=True)
    assert len(unanimous.named(Way.FOR)) == 5


def test_a_members_own_vote_is_recorded_on_request_beside_the_numbers():
    meeting = meeting_with(Vote(3, 2))
    pad = press(press(pad_of(meeting), "Down"), "R")
    (teale,) = by_names(meeting, "Teale")
    assert pad.vote == Vote(3, 2, own=(OwnVote(teale, Way.FOR),))
    pad = press(pad, "R")
    assert pad.vote.own == (OwnVote(teale, Way.AGAINST),)
    assert press(press(pad, "R"), "R").vote == Vote(3, 2)


def test_who_is_named_and_may_not_vote_is_kept_and_told():
    stranger = Mention(words="Cllr Nobody")
    pad = pad_of(meeting_with(Vote((stranger,), 0, 0)))
    assert pad.elsewhere == (OwnVote(stranger, Way.FOR),)
    assert pad.proof == "1 vote of somebody who may not vote now."
    assert pad.vote == Vote((stranger,), 0, 0)
    assert pad.without_elsewhere().vote == Vote()


def test_a_side_that_was_only_counted_stays_beside_the_names():
    vote = Vote((Mention(words="Cllr Nobody"),), 2, 0)
    assert pad_of(meeting_with(vote)).vote == vote


def test_only_somebody_on_the_pad_can_be_marked():
    with pytest.raises(ValueError, match="nobody"):
        pad_of(meeting_with()).mark_person("nobody", Way.FOR)


def test_with_nobody_in_the_room_no_key_does_harm():
    pad = pad_of(item_with(Entry("v", EntryKind.VOTE)))
    assert pad.at_hand is None
    for each in KEYS:
        assert not press(pad, each.key).marks


def test_the_vote_is_put_in_the_meeting_by_one_edit_and_corrected_by_the_next():
    meeting = brookmere()
    meeting = add_entry(meeting, meeting.items[1].id, Entry("v", EntryKind.NOTE, settled=False))
    pad = pad_of(meeting).with_number(Way.FOR, 4).with_number(Way.AGAINST, 1)
    done = put_vote(meeting, pad.declare(Result.CARRIED))
    entry = entry_of(done, "v")[1]
    assert (entry.kind, entry.settled) == (EntryKind.VOTE, True)
    assert entry.facts == Vote(4, 1, declared=Result.CARRIED)
    assert put_vote(done, pad_of(done)) is done
    corrected = put_vote(done, pad_of(done).with_number(Way.AGAINST, 0))
    assert entry_of(corrected, "v")[1].facts == Vote(4, 0, declared=Result.CARRIED)
    emptied = pad_of(done).with_number(Way.FOR, None).with_number(Way.AGAINST, None)
    assert entry_of(put_vote(done, emptied.declare(Result.NOT_SAID)), "v")[1].facts is None


def test_what_is_put_is_what_was_moved_last():
    motion = Entry("m", EntryKind.MOTION, "That it be so.")
    assert what_is_put(meeting_with(None, motion), "v") == "m"
    assert what_is_put(meeting_with(), "v") == ""


def test_every_key_stands_once_and_says_what_it_does():
    assert len({each.key for each in KEYS}) == len(KEYS)
    assert all(each.words for each in KEYS)
    pad = pad_of(meeting_with())
    assert press(pad, "Q") == pad


@given(meetings(), st.lists(st.sampled_from([each.key for each in KEYS])), st.booleans())
def test_nobody_is_marked_who_may_not_vote(meeting: Meeting, keys: list[str], required: bool):
    for _, entry in entries_of(meeting):
        pad = open_vote_pad(meeting, entry.id, names_required=required)
        before = pad.elsewhere
        for key in keys:
            pad = press(pad, key)
        may = {line.person.id for line in voters(meeting, moment_after(meeting, entry.id))}
        assert {person for person, _ in pad.marks} <= may
        assert pad.elsewhere == before
        assert len(pad.marks) + len(pad.unmarked) == len(pad.voters)
        assert not (required and pad.manner is not Manner.NAMES)
        assert not pad.voters or 0 <= pad.at < len(pad.voters)
        put_vote(meeting, pad)
