"""Who said it: a few letters become the opening words, and the speaker is recorded by id."""

import pytest
from meetings import brookmere
from msgspec.structs import replace

from clerkapp.editing.attributing import (
    NOBODY,
    Attributed,
    attribute,
    choose_speaker,
    next_verb,
    take_own_verb,
    tell_speaker,
)
from clerkapp.editing.capture import Capture
from clerkapp.editing.session import MeetingSession
from clerkapp.meeting import edits
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import entry_of, name_of
from clerkapp.meeting.people import Attendance, Person, Standing
from clerkapp.wording.house_style import house_style
from clerkapp.wording.shorthand import stock, stock_for

STYLE = house_style("")


class Typist:
    """Types at the end of a new entry of the second item, as the window would have it."""

    def __init__(self) -> None:
        meeting = brookmere()
        more = Attendance(Person("m", "Cllr G Marlow"), Standing.PRESENT)
        away = Attendance(Person("t", "Cllr H Teape"), Standing.APOLOGIES)
        darcy = Attendance(Person("d", "Cllr J D’Arcy"), Standing.PRESENT)
        wells = Attendance(Person("w", "Cllr P Wells"), Standing.PRESENT)
        lists = (*meeting.attendance, more, away, darcy, wells)
        meeting = edits.set_attendance(meeting, lists)
        self.session = MeetingSession(meeting, lambda _: None)
        self.capture = Capture(self.session)
        item = self.session.meeting.items[1]
        self.place = self.capture.end_entry(item.entries[-1].id, len(item.entries[-1].text))
        self.last = NOBODY
        self.style, self.shorthand = STYLE, stock()

    @property
    def entry(self) -> Entry:
        return entry_of(self.session.meeting, self.place.entry_id)[1]

    @property
    def text(self) -> str:
        return self.entry.text

    @property
    def speaker(self) -> str:
        return name_of(self.session.meeting, self.entry.speaker)

    def type(self, words: str) -> None:
        for letter in words:
            had = self.capture._shown(self.place.entry_id)[1].text
            at = self.place.cursor
            turned = self.capture.write(self.place.entry_id, had[:at] + letter + had[at:])
            self.place = replace(self.place, cursor=0 if turned else at + 1)
            if not turned:
                self.last = attribute(self.session, self.place, had, self.shorthand, self.style)
                own = take_own_verb(self.session, self.place, had, self.shorthand)
                self.place = self.last.place or own or self.place

    def undo(self) -> None:
        step = self.capture.undo()
        assert step
        assert step[1]
        self.place = step[1]


@pytest.mark.parametrize(
    ("typed", "text", "speaker"),
    [
        ("q mars why.", "Cllr Marsden asked why.", "Cllr A Marsden"),
        ("r cdo that", "The Chief Digital Officer confirmed that", "Chief Digital Officer"),
        ("c te it", "Cllr Teale commented that it", "Cllr R Teale"),
        ("q teap why", "Cllr Teape asked why", "Cllr H Teape"),
        ("q d'a why", "Cllr D’Arcy asked why", "Cllr J D’Arcy"),
        ("q d’arcy why", "Cllr D’Arcy asked why", "Cllr J D’Arcy"),
        ("q we'll why", "we'll why", ""),
        ("q Mars why", "Mars why", ""),
        ("q the mars", "the mars", ""),
        ("a mars why", "mars why", ""),
        ("mars why", "mars why", ""),
        ("q what mars ", "what mars ", ""),
        ("q mar 1why", "Cllr Marsden asked why", "Cllr A Marsden"),
        ("q mar 2why", "Cllr Marlow asked why", "Cllr G Marlow"),
        ("q mar lwhy", "Cllr Marlow asked why", "Cllr G Marlow"),
        ("q mar 3why", "mar 3why", ""),
        ("q mar whys", "mar whys", ""),
    ],
)
def test_letters_of_a_name_open_an_entry(typed: str, text: str, speaker: str):
    typist = Typist()
    typist.type(typed)
    assert (typist.text.replace("Councillor", "Cllr"), typist.speaker) == (text, speaker)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("q mars asked why", "Cllr Marsden asked why"),
        ("q mars queried whether", "Cllr Marsden queried whether"),
        ("r cdo advised that", "The Chief Digital Officer advised that"),
        ("q mars asked asked why", "Cllr Marsden asked why"),
        ("q mars challenged whether", "Cllr Marsden challenged whether"),
        ("r cdo said that", "The Chief Digital Officer said that"),
        ("r cdo that agreed sums", "The Chief Digital Officer confirmed that agreed sums"),
        ("q mars askew why", "Cllr Marsden asked askew why"),
        ("n the clerk noted advised ", "the clerk noted advised "),
    ],
)
def test_a_verb_that_the_clerk_types_takes_the_place_of_the_one_written_out(typed: str, text: str):
    typist = Typist()
    typist.type(typed)
    assert typist.text.replace("Councillor", "Cllr") == text


def test_a_verb_that_the_clerk_chose_is_not_taken_for_the_one_written_out():
    typist = Typist()
    typist.type("c mars ")
    while "welcomed" not in typist.text:
        place = next_verb(typist.session, typist.place, stock())
        assert place
        typist.place = place
    typist.type("proposed changes")
    assert typist.text.endswith("welcomed proposed changes")


def test_one_undo_gives_both_verbs_back():
    typist = Typist()
    typist.type("q mars queried ")
    typist.undo()
    assert typist.text.replace("Councillor", "Cllr") == "Cllr Marsden asked queried "


def test_a_name_that_fits_two_asks_which():
    typist = Typist()
    typist.type("q mar ")
    assert typist.last.question == "1 Cllr A Marsden   2 Cllr G Marlow"
    assert typist.text == "mar "
    typist.type("x")
    assert typist.last == Attributed()


def test_one_undo_gives_the_letters_back_and_typing_on_leaves_them():
    typist = Typist()
    typist.type("q mars ")
    typist.undo()
    assert (typist.text, typist.speaker, typist.place.cursor) == ("mars ", "", 5)
    typist.type("attacks")
    assert typist.text == "mars attacks"


def test_the_next_verb_keeps_the_cursor_at_its_words_and_is_one_step():
    typist = Typist()
    typist.type("q mars about it")
    for _ in range(2):
        place = next_verb(typist.session, typist.place, stock())
        assert place
        assert place.cursor == len(typist.text)
        typist.place = place
    assert "queried about it" in typist.text
    typist.undo()
    assert "asked about it" in typist.text
    assert typist.speaker == "Cllr A Marsden"


def test_words_that_name_who_spoke_record_it_with_the_step_that_wrote_them():
    typist = Typist()
    typist.type("Councillor Marsden also asked why.")
    assert tell_speaker(typist.session, typist.entry.id, "", stock())
    assert typist.speaker == "Cllr A Marsden"
    had = typist.text
    typist.session.apply(lambda m: edits.set_text(m, typist.entry.id, "Members asked."), "typing")
    assert tell_speaker(typist.session, typist.entry.id, had, stock())
    assert typist.speaker == ""
    typist.undo()
    assert (typist.text, typist.speaker) == (had, "Cllr A Marsden")
    assert not tell_speaker(typist.session, typist.entry.id, "", stock())  # something was undone


@pytest.mark.parametrize(
    "words",
    [
        "Members asked why.",
        "Councillor Marsden and Councillor Teale asked why.",
        "Councillor Marsden left the room.",
        "Councillor Marsden’s report was noted.",
    ],
)
def test_words_that_name_nobody_or_several_record_nobody(words: str):
    typist = Typist()
    typist.type(words)
    assert not tell_speaker(typist.session, typist.entry.id, "", stock())


def test_what_nobody_touched_stays_as_it_is():
    typist = Typist()
    typist.type("Councillor Marsden asked why.")
    assert not tell_speaker(typist.session, typist.entry.id, typist.text, stock())
    assert not tell_speaker(typist.session, "gone", "", stock())


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("q ", "Cllr Teale asked "),
        ("q te", "Cllr Teale asked "),
        ("q mar ", "Cllr Teale asked mar "),
        ("q mars why.", "Cllr Teale asked why."),
        ("c Too dear.", "Too dear."),
    ],
)
def test_who_spoke_is_chosen_in_one_step_that_undo_takes_back(typed: str, text: str):
    typist = Typist()
    typist.type(typed)
    before = typist.capture.entry_shown(typist.place.entry_id)
    people = {line.person.name: line.person.id for line in typist.session.meeting.attendance}
    place = choose_speaker(
        typist.capture, typist.place.entry_id, people["Cllr R Teale"], stock(), STYLE
    )
    assert typist.text.replace("Councillor", "Cllr") == text
    assert typist.speaker == "Cllr R Teale"
    assert place.cursor == len(typist.text)
    choose_speaker(typist.capture, typist.place.entry_id, "", stock(), STYLE)
    assert (typist.text.replace("Councillor", "Cllr"), typist.entry.speaker) == (text, None)
    typist.undo()
    typist.undo()
    assert typist.entry == before


def test_who_spoke_in_an_entry_that_is_not_yet_in_the_record():
    typist = Typist()
    people = {line.person.name: line.person.id for line in typist.session.meeting.attendance}
    assert typist.capture.is_draft(typist.place.entry_id)
    typist.capture.set_kind(typist.place.entry_id, EntryKind.RESPONSE)
    choose_speaker(
        typist.capture, typist.place.entry_id, people["Chief Digital Officer"], stock(), STYLE
    )
    assert typist.text == "The Chief Digital Officer confirmed "
    assert typist.speaker == "Chief Digital Officer"


class Welsh(Typist):
    """The same hands at a meeting that is minuted in Welsh."""

    def __init__(self) -> None:
        super().__init__()
        puw = Attendance(Person("p", "Cyng. M Puw"), Standing.PRESENT)
        huws = Attendance(Person("h", "Cllr E Huws"), Standing.PRESENT)
        head = Attendance(Person("c", "Pennaeth Cyllid", code="pc"), Standing.IN_ATTENDANCE)
        lists = (*self.session.meeting.attendance, puw, huws, head)
        meeting = edits.set_attendance(self.session.meeting, lists)
        self.session = MeetingSession(meeting, lambda _: None)
        self.capture = Capture(self.session)
        item = self.session.meeting.items[1]
        self.place = self.capture.end_entry(item.entries[-1].id, len(item.entries[-1].text))
        self.style = house_style("welsh-community-council")
        self.shorthand = stock_for("", "", self.style.words.language)


@pytest.mark.parametrize(
    ("typed", "text", "speaker"),
    [
        ("q puw pam.", "Gofynnodd y Cynghorydd M Puw pam.", "Cyng. M Puw"),
        ("q huw pam.", "Gofynnodd y Cynghorydd E Huws pam.", "Cllr E Huws"),
        ("r pc fod", "Cadarnhaodd y Pennaeth Cyllid fod", "Pennaeth Cyllid"),
    ],
)
def test_letters_of_a_name_open_an_entry_in_welsh(typed: str, text: str, speaker: str):
    typist = Welsh()
    typist.type(typed)
    assert (typist.text, typist.speaker) == (text, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Holodd y Cynghorydd Puw am y gost.", "Cyng. M Puw"),
        ("Gofynnodd Cyng. E Huws, pam.", "Cllr E Huws"),
        ("Eglurodd y Pennaeth Cyllid.", "Pennaeth Cyllid"),
        ("Gofynnodd yr Aelodau pam.", ""),
        ("Croesawyd y Cynghorydd Puw.", ""),
    ],
)
def test_welsh_words_tell_who_spoke(text: str, speaker: str):
    typist = Welsh()
    typist.capture.write(typist.place.entry_id, text)
    tell_speaker(typist.session, typist.place.entry_id, "", typist.shorthand)
    assert typist.speaker == speaker


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Gofynnodd yr Aelodau pam.", "Gofynnodd y Cynghorydd M Puw pam."),
        ("Holodd y Cynghorydd Huws pam.", "Holodd y Cynghorydd M Puw pam."),
        ("pam?", "Gofynnodd y Cynghorydd M Puw pam?"),
        ("Nid felly.", "Nid felly."),
    ],
)
def test_who_spoke_is_chosen_in_welsh(text: str, said: str):
    typist = Welsh()
    typist.capture.set_kind(typist.place.entry_id, EntryKind.QUESTION)
    typist.capture.write(typist.place.entry_id, text)
    choose_speaker(typist.capture, typist.place.entry_id, "p", typist.shorthand, typist.style)
    assert (typist.text, typist.speaker) == (said, "Cyng. M Puw")
    after = next_verb(typist.session, typist.place, typist.shorthand)
    if said.startswith("Gofynnodd"):
        assert after
        assert typist.text == said.replace("Gofynnodd", "Holodd")
