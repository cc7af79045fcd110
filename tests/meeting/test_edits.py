"""Edits: each gives another meeting and shares with the first what it did not touch."""

import datetime as dt

import pytest
from meetings import brookmere, item_with
from msgspec.structs import replace

from clerkapp.meeting import edits
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind, Movement
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import AgendaItem, Meeting, SupportingDocument, entry_of, item_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.public_view import public_view


def texts(meeting: Meeting) -> list[list[str]]:
    return [[entry.text for entry in item.entries] for item in meeting.items]


def three() -> Meeting:
    return item_with(*(Entry(n, EntryKind.NOTE, n) for n in "abc"))


def test_an_edit_shares_what_it_does_not_touch():
    before = brookmere()
    entry = before.items[1].entries[0]
    after = edits.set_text(before, entry.id, "Members asked why.")
    assert after.items[0] is before.items[0]
    assert after.items[1].entries[1] is before.items[1].entries[1]
    assert after.items[1].entries[0].text == "Members asked why."
    assert before.items[1].entries[0] is entry


def test_an_edit_that_changes_nothing_gives_the_same_meeting():
    meeting = three()
    assert edits.set_text(meeting, "a", "a") is meeting
    assert edits.rename_item(meeting, "i", "Anything") is meeting
    assert edits.join_entry(meeting, "a") is meeting


def test_items_are_added_moved_and_removed():
    meeting = edits.add_item(three(), AgendaItem("j", "Later"))
    meeting = edits.add_item(meeting, AgendaItem("h", "Sooner"), at=0)
    assert [item.id for item in meeting.items] == ["h", "i", "j"]
    meeting = edits.move_item(meeting, "h", 99)
    assert [item.id for item in meeting.items] == ["i", "j", "h"]
    assert [item.id for item in edits.remove_item(meeting, "j").items] == ["i", "h"]


def test_an_item_is_renamed_numbered_presented_documented_and_exempted():
    meeting = edits.rename_item(three(), "i", "  Two \n words ")
    meeting = edits.number_item(meeting, "i", "12a")
    meeting = edits.set_presenter(meeting, "i", "Head of Legal")
    meeting = edits.set_documents(meeting, "i", (SupportingDocument("Report"),))
    meeting = edits.set_item_exempt(meeting, "i", Exempt("3"))
    item = item_of(meeting, "i")
    assert (item.title, item.number, item.presenter) == ("Two words", "12a", "Head of Legal")
    assert (item.documents[0].title, item.exempt) == ("Report", Exempt("3"))


@pytest.mark.parametrize(("to", "order"), [(0, "bac"), (2, "acb"), (9, "acb"), (-4, "bac")])
def test_an_entry_moves_within_its_item(to: int, order: str):
    assert texts(edits.move_entry(three(), "b", to)) == [list(order)]


def test_an_entry_is_sent_to_another_item():
    meeting = edits.add_item(three(), AgendaItem("j", "Later"))
    assert texts(edits.send_entry(meeting, "b", "j")) == [["a", "c"], ["b"]]


def test_a_split_and_a_join_undo_each_other():
    meeting = item_with(Entry("a", EntryKind.QUESTION, "Members asked why. It was cold."))
    rest = Entry("b", EntryKind.RESPONSE)
    split = edits.split_entry(meeting, "a", 18, rest)
    assert texts(split) == [["Members asked why.", "It was cold."]]
    assert split.items[0].entries[1].kind is EntryKind.RESPONSE
    assert edits.join_entry(split, "b") == meeting


def test_both_halves_of_an_exempt_entry_are_exempt():
    meeting = item_with(Entry("a", EntryKind.NOTE, "One. Two.", exempt=Exempt("3")))
    split = edits.split_entry(meeting, "a", 4, Entry("b", EntryKind.NOTE))
    assert all(entry.exempt for entry in split.items[0].entries)


def test_joining_to_an_exempt_entry_keeps_the_words_exempt():
    meeting = item_with(
        Entry("a", EntryKind.NOTE, "Open."), Entry("b", EntryKind.NOTE, "Shut.", exempt=Exempt("1"))
    )
    assert edits.join_entry(meeting, "b").items[0].entries[0].exempt == Exempt("1")


FINCH, FISHER = Mention(words="Cllr Finch"), Mention(words="Cllr Fisher")


def test_who_said_it_stays_with_the_first_words_of_a_split():
    meeting = item_with(Entry("a", EntryKind.QUESTION, "Who? Nobody.", speaker=FINCH))
    split = edits.split_entry(meeting, "a", 4, Entry("b", EntryKind.RESPONSE))
    assert [entry.speaker for entry in split.items[0].entries] == [FINCH, None]
    assert edits.join_entry(split, "b") == meeting


@pytest.mark.parametrize(("first", "speaker"), [("", FISHER), ("Members asked why.", None)])
def test_a_joined_entry_is_of_whoever_said_what_it_begins_with(first: str, speaker: Mention | None):
    meeting = item_with(
        Entry("a", EntryKind.COMMENT, first), Entry("b", EntryKind.COMMENT, "Yes.", speaker=FISHER)
    )
    assert edits.join_entry(meeting, "b").items[0].entries[0].speaker == speaker


def test_who_said_what_the_words_do_not_say_is_not_for_the_public():
    meeting = item_with(Entry("a", EntryKind.QUESTION, "Members asked why.", speaker=FINCH))
    assert public_view(meeting) == edits.set_speaker(meeting, "a", None)


def test_whoever_said_something_stays_in_the_record_by_name_when_taken_off_the_list():
    before = brookmere()
    entry, chair = before.items[1].entries[0], before.attendance[0].person
    said = edits.set_speaker(before, entry.id, Mention(chair.id))
    after = edits.set_attendance(said, said.attendance[1:])
    assert entry_of(after, entry.id)[1].speaker == Mention(words="Cllr S Banerjee")
    assert entry_of(said, entry.id)[1].speaker == Mention(chair.id)


def test_changing_the_kind_and_back_keeps_the_owner():
    owner = ActionPoint(Mention(words="Clerk"))
    meeting = item_with(Entry("a", EntryKind.ACTION_POINT, "Write.", facts=owner))
    there = edits.change_kind(meeting, "a", EntryKind.NOTE)
    back = edits.change_kind(there, "a", EntryKind.ACTION_POINT)
    assert back == meeting


def test_facts_that_say_nothing_are_none():
    meeting = edits.set_facts(three(), "a", ActionPoint())
    assert entry_of(meeting, "a")[1].facts is None
    assert meeting == three()


def test_text_is_cleaned_of_what_no_document_can_hold():
    meeting = edits.set_text(three(), "a", "One\r\ntwo\x00\ud800\u2028three\x0b")
    assert entry_of(meeting, "a")[1].text == "One\ntwo\nthree\n"


def test_time_and_exemption_of_an_entry_are_set_and_taken_away():
    at = dt.time(19, 31)
    meeting = edits.set_entry_exempt(edits.set_time(three(), "a", at), "a", Exempt("3"))
    assert entry_of(meeting, "a")[1].time == at
    assert edits.set_entry_exempt(edits.set_time(meeting, "a", None), "a", None) == three()


def test_somebody_taken_off_the_list_stays_in_the_record_by_name():
    before = brookmere()
    okafor = before.attendance[4].person
    marsden = before.attendance[2].person
    entry = Entry("x", EntryKind.DEPARTURE, facts=Movement(Mention(person_id=marsden.id)))
    before = edits.add_entry(before, before.items[0].id, entry)
    staying = tuple(line for line in before.attendance if line.person not in (okafor, marsden))
    after = edits.set_attendance(before, staying)
    assert entry_of(after, "x")[1].facts == Movement(Mention(words="Cllr A Marsden"))
    substitute = next(line for line in after.attendance if line.in_place_of)
    assert substitute.in_place_of == Mention(words="Cllr J Okafor")
    assert after.items[1] is before.items[1]


def test_an_unknown_id_is_a_fault_of_the_caller():
    with pytest.raises(KeyError):
        edits.set_text(three(), "nobody", "x")
    with pytest.raises(KeyError):
        edits.send_entry(three(), "a", "nowhere")


def test_the_public_view_has_nothing_of_what_is_exempt():
    open_item = AgendaItem(
        "i",
        "Open",
        entries=(
            Entry("a", EntryKind.NOTE, "heard"),
            Entry("b", EntryKind.NOTE, "secret", exempt=Exempt("3")),
        ),
    )
    shut_item = AgendaItem(
        "j",
        "Shut",
        presenter="Somebody",
        documents=(SupportingDocument("Bids"),),
        exempt=Exempt("3"),
        entries=(Entry("c", EntryKind.NOTE, "secret"),),
    )
    public = public_view(Meeting("m", items=(open_item, shut_item)))
    assert texts(public) == [["heard"], []]
    assert public.items[1] == replace(shut_item, presenter="", documents=(), entries=())
    assert public_view(public) == public
