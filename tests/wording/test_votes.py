"""Motions, votes and ballots in each form that a house may print them in."""

import pytest
from msgspec.structs import fields, replace

from clerkapp.errors import HouseStyleError
from clerkapp.export.plain_text import plain_text
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.meeting.votes import (
    Ballot,
    Candidate,
    Casting,
    Fate,
    Motion,
    OwnVote,
    Result,
    Vote,
    Way,
)
from clerkapp.resources import resource
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style
from clerkapp.wording.minutes import Audience, Passage, Role
from clerkapp.wording.style_tables import vote_form
from clerkapp.wording.style_words import VoteWords
from clerkapp.wording.together import together

NAMES = ("Cllr A Ash", "Cllr B Bay", "Cllr C Cole", "Cllr D Dunn", "Mr E East")
PEOPLE = tuple(Person(name[-3:], name) for name in NAMES)
ASH, BAY, COLE, DUNN, EAST = (Mention(person.id) for person in PEOPLE)
FORMS = sorted(path.stem for path in resource("vote_forms").glob("*.toml"))


def style(form: str, base: str = "bulleted-exchanges", **keys: str) -> HouseStyle:
    """The house style with another form of votes."""
    words = vote_form("test", {"like": form, **keys})
    return replace(house_style(base), votes=VoteWords(**words))  # type: ignore[arg-type]


def passages(in_style: HouseStyle, *entries: Entry) -> tuple[Passage, ...]:
    attendance = tuple(Attendance(person, Standing.PRESENT) for person in PEOPLE)
    meeting = Meeting("m", attendance=attendance, items=(AgendaItem("i", "Land", entries=entries),))
    (section,) = compose(meeting, in_style, Audience.CONFIDENTIAL).sections
    return section.passages


def told(in_style: HouseStyle, *entries: Entry) -> list[str]:
    return [f"{p.number} {p.text}".strip() for p in passages(in_style, *entries)]


def motion(text: str = "That it be sold.", **facts) -> Entry:
    return Entry("m", EntryKind.MOTION, text, facts=Motion(ASH, BAY, **facts))


def vote(facts: Vote, text: str = "", entry_id: str = "v", **more) -> Entry:
    return Entry(entry_id, EntryKind.VOTE, text, facts=facts, **more)


RESOLUTION = Entry("r", EntryKind.RESOLUTION, "That it be sold.")


def test_every_form_is_whole_and_there_are_at_least_eight():
    names = {field.name for field in fields(VoteWords)}
    assert len(FORMS) >= 8
    assert all(set(vote_form("test", {"like": form})) == names for form in FORMS)


def test_a_form_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(HouseStyleError, match="there are figures-in-brackets, lists"):
        vote_form("mine.toml", {"like": "../samples/x"})


NAMED = Vote((ASH, BAY, COLE), (DUNN,), (EAST,))


@pytest.mark.parametrize(
    ("form", "facts", "said"),
    [
        ("figures-in-brackets", Vote(5, 0, 1), "(For 5, Against 0, Abstentions 1)"),
        ("figures-in-brackets", Vote(5, 0, 0), "(For 5, Against 0, Abstentions 0)"),
        ("figures-in-brackets", Vote(5, 0), "(For 5, Against 0)"),
        ("figures-in-brackets", Vote(5), "(For 5)"),
        ("figures-in-brackets", Vote(unanimous=True), "(Unanimous)"),
        ("figures-in-brackets", Vote(declared=Result.LOST), "The motion was lost."),
        ("figures-in-brackets", Vote(), ""),
        (
            "figures-in-brackets",
            Vote(4, 4, casting=Casting.AGAINST),
            "(For 4, Against 4) The Chair used a casting vote against. The motion was lost.",
        ),
        (
            "figures-in-brackets",
            NAMED,
            (
                "For (3): Councillor A Ash, Councillor B Bay, Councillor C Cole. "
                "Against (1): Councillor D Dunn. Abstained (1): Mr E East."
            ),
        ),
        (
            "figures-in-brackets",
            Vote(5, 2, own=(OwnVote(ASH, Way.AGAINST), OwnVote(BAY, Way.ABSTAINED))),
            (
                "(For 5, Against 2) Councillor Ash’s vote against was recorded at the "
                "Councillor’s request. Councillor Bay’s abstention was recorded at the "
                "Councillor’s request."
            ),
        ),
        ("ratio-after", Vote(13, 0, 1), "(13:0) (One Abstention)"),
        ("ratio-after", Vote(13, 0, 2), "(13:0) (Two Abstentions)"),
        ("ratio-after", Vote(13, 0, 21), "(13:0) (21 Abstentions)"),
        ("ratio-after", Vote(unanimous=True), "Unanimously"),
        (
            "sentence-of-names",
            NAMED,
            (
                "Councillors Ash, Bay and Cole voted for the motion (3), Councillor Dunn voted "
                "against (1) and Mr East abstained (1)."
            ),
        ),
        (
            "sentence-of-names",
            Vote((ASH, EAST), 0),
            "Councillor Ash and Mr East voted for the motion (2).",
        ),
        (
            "sentence-of-names",
            Vote((ASH,), 2),
            (
                "Councillor Ash voted for the motion (1) and others, not named, voted against (2)."
                " The motion was lost."
            ),
        ),
        ("sentence-of-names", Vote(unanimous=True), "The motion was agreed unanimously."),
        (
            "lists-of-names",
            Vote((ASH, BAY), (COLE,), 0),
            (
                "For: Councillor A Ash, Councillor B Bay (2)\n"
                "Against: Councillor C Cole (1)\nAbstained: none (0)"
            ),
        ),
        (
            "sentence-of-numbers",
            Vote(7, 2, 1),
            "The motion was carried by 7 votes to 2, with 1 abstention.",
        ),
        ("sentence-of-numbers", Vote(1, 2), "The motion was lost by 1 vote to 2."),
        (
            "sentence-of-numbers",
            Vote(7, 7, casting=Casting.FOR),
            "The motion was carried by 7 votes to 7, on the Chair’s casting vote.",
        ),
        (
            "sentence-of-numbers-in-words",
            Vote(7, 2, 1),
            "The motion was carried by seven votes to two, with one abstention.",
        ),
        (
            "sentence-of-numbers-in-words",
            Vote(23, 0, 3),
            "The motion was carried by 23 votes to none, with three abstentions.",
        ),
        ("yeas-and-nays", Vote(15, 0), "Motion Passed (15 to 0)"),
        (
            "yeas-and-nays",
            Vote((ASH,), (BAY, COLE)),
            (
                "Yeas: Councillor A Ash\nNays: Councillor B Bay, Councillor C Cole\n"
                "Motion Failed (1 to 2)"
            ),
        ),
        ("yeas-and-nays", Vote(unanimous=True), "Motion Passed Unanimously"),
        ("result-on-a-line", Vote(7, 2), "For: 7. Against: 2.\nCARRIED"),
        ("result-on-a-line", Vote(2, 7, 1), "For: 2. Against: 7. Abstained: 1.\nLOST"),
        ("result-on-a-line", Vote(declared=Result.CARRIED), "CARRIED"),
    ],
)
def test_each_form_prints_a_vote_in_its_own_way(form: str, facts: Vote, said: str):
    assert told(style(form), vote(facts)) == [said] * bool(said)


def test_a_vote_on_an_amendment_says_so():
    amendment = Entry("a", EntryKind.MOTION, "Add “now”.", facts=Motion(amends=True))
    in_style = style("sentence-of-numbers", movers="nowhere")
    assert told(
        in_style, motion(), amendment, vote(Vote(2, 7)), vote(Vote(7, 2), entry_id="w")
    ) == [
        "Motion: That it be sold.",
        "Amendment: Add “now”.",
        "The amendment was lost by 2 votes to 7.",
        "The motion was carried by 7 votes to 2.",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "(For 2, Against 7) The amendment was lost."),
        ("The amendment was LOST.", "(For 2, Against 7) The amendment was LOST."),
        ("A lamp fell.", "(For 2, Against 7) The amendment was lost. A lamp fell."),
    ],
)
def test_a_house_that_tells_no_results_tells_that_of_an_amendment_once(words: str, said: str):
    amendment = Entry("a", EntryKind.MOTION, "Add “now”.", facts=Motion(amends=True))
    in_style = style("figures-in-brackets", movers="nowhere")
    put = (vote(Vote(2, 7), words), vote(Vote(7, 2), entry_id="w"))
    assert told(in_style, motion(), amendment, *put)[2:] == [said, "(For 7, Against 2)"]


# Where a vote stands


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (
            (vote(Vote(7, 7, casting=Casting.FOR)), RESOLUTION),
            ["RESOLVED (7:7 and on the Chair’s casting vote): That it be sold."],
        ),
        ((RESOLUTION, vote(Vote(5, 2))), ["RESOLVED (5:2): That it be sold."]),
        ((RESOLUTION, vote(Vote(unanimous=True))), ["RESOLVED (unanimously): That it be sold."]),
        (
            (vote(Vote(5, 2, own=(OwnVote(EAST, Way.AGAINST),)), "A lamp fell."), RESOLUTION),
            [
                "RESOLVED (5:2): That it be sold.",
                ("Mr East’s vote against was recorded at the member’s request. A lamp fell."),
            ],
        ),
        ((vote(Vote(5, 2)),), ["(5:2)"]),
        (
            (motion(fate=Fate.OPEN), vote(Vote(2, 5))),
            [
                "Motion: That it be sold. Moved by Councillor Ash, seconded by Councillor Bay.",
                "(2:5) The motion was lost.",
            ],
        ),
    ],
)
def test_a_house_may_print_the_numbers_in_the_outcome(entries, said):
    assert told(style("ratio-in-the-outcome"), *entries) == said


def test_a_house_may_print_the_vote_behind_what_was_decided():
    in_style = style("ratio-after")
    assert told(in_style, vote(Vote(13, 0, 1)), RESOLUTION) == [
        "RESOLVED: That it be sold. (13:0) (One Abstention)"
    ]
    assert told(in_style, RESOLUTION, vote(Vote(13, 0))) == ["RESOLVED: That it be sold. (13:0)"]
    (lost,) = told(in_style, motion(), vote(Vote(2, 13)))
    assert lost.endswith("seconded by Councillor Bay. (2:13) The motion was lost.")


def test_the_vote_on_an_amendment_never_goes_to_the_decision():
    amendment = Entry("a", EntryKind.MOTION, "Add “now”.", facts=Motion(amends=True))
    said = told(style("ratio-after"), motion(), amendment, vote(Vote(2, 5)), RESOLUTION)
    assert said[1:] == [
        "Amendment: Add “now”. (2:5) The amendment was lost.",
        "RESOLVED: That it be sold.",
    ]


def test_a_vote_keeps_its_own_paragraph_below_limbs_and_where_something_is_exempt():
    limbs = Entry("r", EntryKind.RESOLUTION, "That:\n(a) it be sold; and\n(b) soon.")
    in_style = style("ratio-after")
    assert told(in_style, limbs, vote(Vote(5, 0)))[-1] == "(5:0)"
    secret = vote(Vote(5, 0), exempt=Exempt("3"))
    assert len(passages(in_style, RESOLUTION, secret)) == 2
    assert len(passages(in_style, replace(RESOLUTION, exempt=Exempt("3")), vote(Vote(5, 0)))) == 2


@pytest.mark.parametrize("form", FORMS)
def test_no_vote_is_lost_wherever_it_stands(form: str):
    entries = (motion(), vote(Vote(11, 2, 3)), RESOLUTION, vote(Vote(9, 4), entry_id="w"))
    found = passages(style(form), *entries)
    assert sorted(each for p in found for each in p.entry_ids) == ["m", "r", "v", "w"]


def test_a_vote_has_no_paragraph_number_of_its_own():
    note = Entry("n", EntryKind.NOTE, "Heard.")
    in_style = style("figures-in-brackets", "numbered-paragraphs")
    assert told(in_style, RESOLUTION, vote(Vote(5, 0, 1)), note) == [
        "1.1 RESOLVED: That it be sold.",
        "(For 5, Against 0, Abstentions 1)",
        "1.2 Heard.",
    ]


def test_a_decision_takes_one_vote_and_another_stands_below_it():
    in_style = style("ratio-in-the-outcome")
    assert told(in_style, vote(Vote(5, 2)), RESOLUTION, vote(Vote(4, 3), entry_id="w")) == [
        "RESOLVED (5:2): That it be sold.",
        "(4:3)",
    ]


def test_the_names_stand_below_the_outcome_that_has_the_numbers():
    assert told(style("ratio-in-the-outcome"), vote(Vote((ASH,), 0, 0)), RESOLUTION) == [
        "RESOLVED (1:0): That it be sold.",
        "For (1): Councillor A Ash.",
    ]


def test_a_ballot_is_numbered_as_what_it_is_a_matter_of_its_own():
    in_style = style("figures-in-brackets", "numbered-paragraphs")
    assert told(in_style, ballot(Ballot("Chair", ((Candidate(ASH, 6),),))))[0].startswith("1.1 ")


# Motions


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (
            "figures-in-brackets",
            "Motion: That it be sold. Moved by Councillor Ash, seconded by Councillor Bay.",
        ),
        (
            "sentence-of-numbers-in-words",
            "It was moved by Councillor Ash and seconded by Councillor Bay: That it be sold.",
        ),
        (
            "lists-of-names",
            "Motion: That it be sold.\nProposed: Councillor Ash\nSeconded: Councillor Bay",
        ),
        ("result-on-a-line", "Motion: That it be sold."),
    ],
)
def test_mover_and_seconder_stand_where_the_house_has_them(form: str, said: str):
    assert told(style(form), motion()) == [said]


@pytest.mark.parametrize(
    ("fate", "said"),
    [
        (Fate.WITHDRAWN, "The amendment was withdrawn."),
        (Fate.FELL, "The amendment fell."),
        (Fate.ACCEPTED, "The amendment was accepted and became part of the motion."),
    ],
)
def test_what_became_of_an_amendment_without_a_vote_is_said_behind_it(fate: Fate, said: str):
    amendment = Entry("a", EntryKind.MOTION, "Add “now”.", facts=Motion(amends=True, fate=fate))
    assert told(style("figures-in-brackets"), motion(), amendment)[1] == (
        f"Amendment: Add “now”. {said}"
    )


def test_an_amendment_that_fell_to_another_says_why():
    fell = replace(motion("Add “now”.", amends=True, fate=Fate.FELL), id="a")
    other = Entry("b", EntryKind.MOTION, "Add “soon”.", facts=Motion(amends=True))
    said = told(style("figures-in-brackets"), motion(), fell, other, vote(Vote(5, 2)))
    assert said[1] == (
        "Amendment: Add “now”. Moved by Councillor Ash, seconded by Councillor Bay. "
        "The amendment fell, another having been carried."
    )


# Ballots

BALLOT = Ballot(
    "Vice-chair",
    (
        (Candidate(ASH, 5), Candidate(BAY, 4), Candidate(COLE, 2)),
        (Candidate(ASH, 7), Candidate(BAY, 4)),
    ),
)


def ballot(facts: Ballot) -> Entry:
    return Entry("b", EntryKind.BALLOT, facts=facts)


def test_a_ballot_is_told_in_words():
    (said,) = told(style("figures-in-brackets"), ballot(BALLOT))
    assert said == (
        "Round 1: Councillor Ash 5, Councillor Bay 4, Councillor Cole 2. Councillor Cole dropped "
        "out. Round 2: Councillor Ash 7, Councillor Bay 4. Councillor Ash was elected Vice-chair."
    )
    one = Ballot(rounds=((Candidate(ASH, 6), Candidate(BAY, 5)),))
    (said,) = told(style("figures-in-brackets"), ballot(one))
    assert said == (
        "Votes were cast as follows: Councillor Ash 6, Councillor Bay 5. "
        "Councillor Ash was elected."
    )


def test_a_ballot_is_told_as_a_table():
    (passage,) = passages(style("result-on-a-line"), ballot(BALLOT))
    assert (passage.role, passage.text) == (
        Role.NARRATIVE,
        "Councillor Ash was elected Vice-chair.",
    )
    assert passage.table
    assert passage.table.headings == ("Candidate", "Round 1", "Round 2")
    assert passage.table.rows == (
        ("Councillor A Ash", "5", "7"),
        ("Councillor B Bay", "4", "4"),
        ("Councillor C Cole", "2", "–"),
    )


def test_the_table_of_a_ballot_is_in_the_plain_text():
    item = AgendaItem("i", "Vice-chair", entries=(ballot(BALLOT),))
    attendance = tuple(Attendance(person, Standing.PRESENT) for person in PEOPLE)
    meeting = Meeting("m", attendance=attendance, items=(item,))
    text = plain_text(compose(meeting, style("result-on-a-line")))
    assert "Candidate | Round 1 | Round 2\nCouncillor A Ash | 5 | 7\n" in text


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Councillor Ash",), "Councillor Ash"),
        (("Councillor Ash", "Councillor Bay"), "Councillors Ash and Bay"),
        (("Alderman Ash", "Alderman Bay"), "Aldermen Ash and Bay"),
        (("Councillor Ash", "Mr East"), "Councillor Ash and Mr East"),
        (("Ash", "Bay", "Cole"), "Ash, Bay and Cole"),
    ],
)
def test_people_who_voted_alike_are_named_together(names: tuple[str, ...], said: str):
    assert together(names, house_style("")) == said
