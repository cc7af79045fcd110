"""The ballot pad beside the words, by keys alone."""

import pytest
from test_accessibility import faults
from test_room import of

from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Ballot, Candidate


@pytest.fixture
def ballot(hands):
    """The second item, and the pad open on a ballot for a chair among three members."""
    hands.press("Alt+2")
    hands.press("Shift+F8")
    answer(hands, "Vice-Chair")
    for name in ("bane", "teal", "mars", ""):
        answer(hands, name)
    return hands


def answer(hands, words: str) -> None:
    panel(hands).field.setText(words)
    panel(hands).field.returnPressed.emit()


def panel(hands):
    return hands.window.do.room.ballots.panel


def keys(hands, *pressed: str) -> None:
    for key in pressed:
        hands.press(key)


def stood(hands, *votes: tuple[str, int]) -> tuple[Candidate, ...]:
    return tuple(Candidate(Mention(of(hands, name).person.id), count) for name, count in votes)


def test_the_votes_are_counted_and_who_is_elected_is_told_before_it_is_recorded(ballot):
    assert panel(ballot).title.text() == "Ballot for Vice-Chair"
    keys(ballot, "3", "Return", "1", "Return", "1")
    assert "is elected." in panel(ballot).proof.text()
    assert "Vice-Chair" in panel(ballot).preview.text()
    keys(ballot, "Return")
    facts = ballot.item.entries[-1].facts
    round_one = stood(ballot, ("Banerjee", 3), ("Teale", 1), ("Marsden", 1))
    assert facts == Ballot("Vice-Chair", (round_one,))
    assert ballot.text.hasFocus()
    ballot.press("Ctrl+Z")
    assert facts not in [entry.facts for entry in ballot.item.entries]


def test_nobody_is_told_to_be_elected_while_votes_are_still_counted(ballot):
    keys(ballot, "3")
    assert "elected" not in panel(ballot).proof.text()
    assert not panel(ballot).preview.text()


def test_whoever_had_fewest_does_not_stand_in_the_next_round(ballot):
    keys(ballot, "2", "Return", "2", "Return", "1", "Return")
    assert panel(ballot).about.text().startswith("Round 2")
    keys(ballot, "2", "Return", "3", "Return")
    rounds = ballot.item.entries[-1].facts.rounds
    assert rounds[1] == stood(ballot, ("Banerjee", 2), ("Teale", 3))


def test_equally_few_are_asked_about_and_letters_say_who_drops_out(ballot):
    keys(ballot, "3", "Return", "1", "Return", "1", "Up", "Up", "Backspace", "2")
    keys(ballot, "Down", "Down", "Return")
    assert "equally few" in panel(ballot).field_says.text()
    answer(ballot, "bane")
    assert len(panel(ballot).pad.ballot.rounds) == 1
    answer(ballot, "teal")
    names = [each.person for each in panel(ballot).pad.candidates]
    assert names == [each.person for each in stood(ballot, ("Banerjee", 0), ("Marsden", 0))]


def test_equally_few_may_all_stand_again(ballot):
    keys(ballot, "2", "Return", "1", "Return", "1", "Return")
    answer(ballot, "")
    assert [len(each) for each in panel(ballot).pad.ballot.rounds] == [3, 3]
    ballot.press("B")
    assert [len(each) for each in panel(ballot).pad.ballot.rounds] == [3]


def test_more_votes_than_voters_are_not_recorded(ballot):
    entries = ballot.entries
    keys(ballot, "9", "Return", "0", "Return", "0", "Return")
    assert ballot.entries == entries
    assert "too many" in panel(ballot).proof.text()


def test_somebody_on_no_list_stands_by_a_whole_name_and_may_stand_down(ballot):
    ballot.press("S")
    answer(ballot, "Jo Nowhere")
    assert panel(ballot).pad.candidates[-1].person == Mention(words="Jo Nowhere")
    answer(ballot, "")
    panel(ballot).list.choose("Jo Nowhere")
    ballot.press("Delete")
    assert len(panel(ballot).pad.candidates) == 3


def test_opened_on_a_ballot_it_corrects_it(ballot):
    keys(ballot, "3", "Return", "1", "Return", "1", "Return")
    entry = ballot.item.entries[-1]
    ballot.window.go(type(ballot.window.page.place)(ballot.item.id, entry.id))
    count = len(ballot.item.entries)
    ballot.press("Shift+F8")
    assert panel(ballot).pad.entry_id == entry.id
    keys(ballot, "4", "Return", "0", "Return", "Return")
    assert len(ballot.item.entries) == count
    assert [c.votes for c in ballot.item.entries[-1].facts.rounds[0]] == [4, 0, 1]


def test_every_control_of_the_ballot_pad_has_a_name(ballot):
    assert not faults(panel(ballot))


def test_an_election_is_taken_down_with_the_mouse_and_names_alone(hands):
    hands.press("Alt+2")
    hands.press("Shift+F8")
    go_on = panel(hands).enter
    for words in ("Vice-Chair", "bane", "teal", ""):
        panel(hands).field.setText(words)
        hands.click(go_on, go_on.rect().center())
    assert panel(hands).title.text() == "Ballot for Vice-Chair"
    for votes in (3, 2):
        panel(hands).fill_menu()
        (numbers,) = (each.menu() for each in panel(hands).menu.actions() if each.menu())
        assert [each.text() for each in numbers.actions()] == ["0", "1", "2", "3", "4", "5"]
        numbers.actions()[votes].trigger()
        hands.click(go_on, go_on.rect().center())
    facts = hands.item.entries[-1].facts
    assert facts == Ballot("Vice-Chair", (stood(hands, ("Banerjee", 3), ("Teale", 2)),))


def choose(hands, of_what: str, name: str) -> None:
    """Opens the menu of the pad by its button and clicks there."""
    button = panel(hands).by_mouse
    hands.click(button, button.rect().center())
    (offered,) = (
        each.menu() for each in panel(hands).menu.actions() if each.isVisible() and each.menu()
    )
    assert offered.title().startswith(of_what)
    next(each for each in offered.actions() if each.text() == name).trigger()
    panel(hands).menu.close()


def test_a_ballot_is_gone_through_by_clicks_alone_from_its_opening_to_its_undo(hands):
    hands.press("Alt+2")
    before = hands.meeting
    hands.window.do.room.take_ballot()
    go_on = panel(hands).enter

    def goes_on() -> None:
        hands.click(go_on, go_on.rect().center())

    goes_on()  # for no post
    for name in ("Cllr S Banerjee", "Cllr R Teale", "Cllr A Marsden"):
        choose(hands, "Who stands", name)
    goes_on()
    for votes in ("2", "1", "1"):
        choose(hands, "Votes for", votes)
        goes_on()
    choose(hands, "Who drops out", "Cllr A Marsden")
    for votes in ("3", "1"):
        choose(hands, "Votes for", votes)
        goes_on()
    facts = hands.item.entries[-1].facts
    first = stood(hands, ("Banerjee", 2), ("Teale", 1), ("Marsden", 1))
    assert facts == Ballot("", (first, stood(hands, ("Banerjee", 3), ("Teale", 1))))
    hands.window.undo()
    assert hands.meeting == before


def test_who_stands_already_is_not_offered_again(ballot):
    ballot.press("S")
    panel(ballot).fill_menu()
    (offered,) = (each.menu() for each in panel(ballot).menu.actions() if each.menu())
    names = [each.text() for each in offered.actions()]
    assert names
    assert not {"Cllr S Banerjee", "Cllr R Teale", "Cllr A Marsden"} & set(names)
