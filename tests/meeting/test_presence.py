"""Who is in the room."""

from meetings import BROOKMERE

from clerkapp.meeting.presence import in_the_room, members
from clerkapp.notation.reading import read_notation


def names(text: str) -> list[str]:
    meeting = read_notation(text).meeting
    return [line.person.name for line in members(in_the_room(meeting))]


def test_at_first_the_present_and_the_substitutes_are_in_the_room():
    assert names(BROOKMERE) == [
        "Cllr S Banerjee",
        "Cllr R Teale",
        "Cllr A Marsden",
        "Cllr C Ó Briain",
        "Cllr P Whitlock",
    ]


def test_arrivals_and_departures_count_in_their_order():
    text = BROOKMERE + "- 19:50 Cllr Teale\n+ 19:55 Cllr Okafor\n- 20:00 Cllr Okafor\n"
    assert "Cllr R Teale" not in names(text)
    assert "Cllr J Okafor" not in names(text)
    assert "Cllr R Teale" in names(text + "+ 20:01 Cllr Teale\n")
