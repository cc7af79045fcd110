"""Who said it, typed into the real window."""

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from clerkapp.meeting.meeting import name_of


def begin(hands) -> None:
    """Opens an empty entry at the end of the second item."""
    hands.press("Alt+2")
    hands.press("Return")


def speaker(hands) -> str:
    return name_of(hands.meeting, hands.entry.speaker)


def test_letters_of_a_name_become_who_asked_and_the_row_tells_who_it_is(hands):
    begin(hands)
    hands.type("q mars about it")
    assert hands.text.words() == hands.entry.text == "Councillor Marsden asked about it"
    assert speaker(hands) == "Cllr A Marsden"
    assert hands.text.accessibleName() == "Question by Cllr A Marsden, entry 5 of 5"
    assert hands.text.parentWidget().toolTip() == "By Cllr A Marsden"
    hands.press("Ctrl+.", 2)
    assert hands.text.words() == hands.entry.text == "Councillor Marsden queried about it"
    hands.type(" not")
    assert hands.entry.text == "Councillor Marsden queried about it not"


def test_one_undo_gives_the_letters_back_in_the_window(hands):
    begin(hands)
    hands.type("q mars ")
    hands.press("Ctrl+Z")
    assert hands.text.words() == "mars "
    hands.type("x")
    assert (hands.entry.text, hands.entry.speaker) == ("mars x", None)


def test_without_a_verb_the_key_says_so(hands):
    begin(hands)
    hands.type("Nothing much")
    hands.press("Ctrl+.")
    assert "No verb" in hands.window.status.said.text()
    assert hands.entry.text == "Nothing much"


def test_who_the_words_name_is_recorded_once_the_entry_is_left(hands):
    begin(hands)
    hands.type("Councillor Marsden asked why.")
    assert hands.entry.speaker is None
    typed = hands.entry.id
    hands.press("Return")
    QApplication.processEvents()
    found = next(entry for entry in hands.item.entries if entry.id == typed)
    assert name_of(hands.meeting, found.speaker) == "Cllr A Marsden"


def test_tab_behind_letters_of_a_name_takes_who_is_offered(hands):
    begin(hands)
    hands.type("q mars")
    assert hands.text.offered.strip() == "→ Councillor Marsden asked"
    hands.press("Tab")
    assert hands.text.words() == hands.entry.text == "Councillor Marsden asked "
    assert speaker(hands) == "Cllr A Marsden"
    hands.type("why")
    assert hands.entry.text == "Councillor Marsden asked why"
    hands.press("Ctrl+Z", 2)
    assert (hands.text.words(), hands.entry.speaker) == ("mars", None)


def bring_marston(hands) -> None:
    """Has Councillor Marston there too: “mars” may mean two."""
    line = next(a for a in hands.meeting.attendance if a.person.name == "Cllr A Marsden")
    other = replace(line, person=replace(line.person, id="other", name="Cllr B Marston", code=""))
    hands.window.capture.session.apply(
        lambda m: replace(m, attendance=(*m.attendance, other)), "the lists"
    )


def test_tab_where_letters_may_mean_several_asks_which(hands):
    begin(hands)
    bring_marston(hands)
    hands.type("q mars")
    assert hands.text.offered.strip() == "→ Councillor Marsden asked / Councillor Marston asked"
    hands.press("Tab")
    assert hands.entry.text == "mars "
    assert "2 Cllr B Marston" in hands.window.status.said.text()
    assert hands.text.offered.strip() == "→ 1 Cllr A Marsden   2 Cllr B Marston"
    hands.press("Tab")  # a question: there is nothing to take
    assert hands.entry.text == "mars "
    hands.type("2")
    assert hands.entry.text == "Councillor Marston asked "
    assert hands.text.offered == ""


def test_escape_puts_the_question_away_and_the_letters_stay_words(hands):
    begin(hands)
    bring_marston(hands)
    hands.type("q mars ")
    assert "2 Cllr B Marston" in hands.text.offered
    hands.press("Escape")
    assert hands.text.offered == ""
    assert hands.window.status.said.text() == "The letters stay as they were typed."
    assert hands.entry.text == "mars "
    hands.type("2 years")  # a digit answers nothing any more, and no letter asks again
    assert hands.text.offered == ""
    assert (hands.entry.text, hands.entry.speaker) == ("mars 2 years", None)
    hands.press("Return")
    hands.type("q mars ")
    assert "2 Cllr B Marston" in hands.text.offered
    hands.type("2")
    assert hands.entry.text == "Councillor Marston asked "


def test_escape_puts_away_what_is_offered_and_then_goes_where_it_always_does(hands):
    begin(hands)
    hands.type("q mars")
    hands.press("Escape")
    assert (hands.text.offered, hands.entry.text) == ("", "mars")
    hands.press("Tab")
    assert hands.entry.text == "mars"


def test_letters_that_mean_nobody_offer_nobody_and_tab_goes_on(hands):
    begin(hands)
    for letters in ("q zz", "q why", "mars"):
        hands.type(letters)
        assert "→" not in hands.text.offered
        hands.press("Ctrl+Shift+Del")
        hands.press("Return")
