"""Facts that were changed in Word: in the head, the lists, the tables and around the words."""

from pathlib import Path

import pytest
from word_files import InWord, compared_with, edited, exported_word

from clerkapp.intake.differences import Side, What
from clerkapp.intake.taking import taken
from clerkapp.meeting import edits
from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import Mention, Standing
from clerkapp.notation.next_line import write_next
from clerkapp.notation.reading import read_notation
from clerkapp.notation.word_paragraphs import evened
from clerkapp.notation.writing import write_notation
from clerkapp.wording.house_style import house_styles

STYLES = [style.name for style in house_styles()]

MINUTES = """\
Council: Brookmere Borough Council
Committee: Leisure Committee
Date: 2026-03-05
Start: 19:00
End: 20:40
Place: Town Hall
Next: 2026-04-10, Reading Room
Status: draft
Present: Cllr S Banerjee (Chair); Cllr A Marsden
In attendance: Head of Pools; Head of Parks

# 1. Pools
By: Head of Pools
q Members asked whether the water was warm.
r It was.
a Measure it. @Head of Pools by 2026-04-02
= That the report be noted.
v for 3 against 1
19:31 - Cllr A Marsden
"""


def meeting(notation: str = MINUTES) -> Meeting:
    return read_notation(notation).meeting


def changed(old: str, new: str, style: str, folder: Path):
    """What is found where every paragraph with those words was changed."""

    def everywhere(word: InWord) -> None:
        for paragraph in word.paragraphs():
            for run in paragraph.runs:
                run.text = run.text.replace(old, new)
                if "March" in new:  # the houses that print the day of the week
                    run.text = run.text.replace("Thursday", "Friday").replace("THURSDAY", "FRIDAY")

    return edited(exported_word(meeting(), style), folder, everywhere)


FACTS = {
    "the place": ("Town Hall", "Guildhall", "Town Hall", "Guildhall"),
    "the date": ("5\u00a0March", "6\u00a0March", "2026-03-05", "2026-03-06"),
    "the council": ("Brookmere", "Brookmoor", "Brookmere", "Brookmoor"),
    "the committee": ("Leisure", "Pleasure", "Leisure", "Pleasure"),
    "when it is due": ("2\u00a0April", "3\u00a0April", "2026-04-02", "2026-04-03"),
    "a name": ("Banerjee", "Bannerjee", "Banerjee", "Bannerjee"),
    "the next meeting": ("10\u00a0April", "17\u00a0April", "2026-04-10", "2026-04-17"),
    "where it will be": ("Reading Room", "Map Room", "Reading Room", "Map Room"),
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_a_fact_changed_in_word_is_changed_in_the_record(fact, style, tmp_path: Path):
    old, new, was, now = fact
    file = changed(old, new, style, tmp_path)
    found = compared_with(file, meeting())
    untouched = exported_word(meeting(), style)
    if not any(old in paragraph.text for paragraph in InWord(untouched).paragraphs()):
        assert found.differences == ()  # the house does not print it
        return
    assert [(each.what, each.side) for each in found.differences] == [(What.FACT, Side.WORD)]
    wanted = meeting(MINUTES.replace(was, now, 1))
    assert write_notation(taken(meeting(), found.differences)) == write_notation(wanted)


@pytest.mark.parametrize("title", ["Pools", "Date of next meeting"])  # at the close, in an item
def test_the_time_of_the_next_meeting_is_taken_from_its_sentence(title: str, tmp_path: Path):
    told = "2026-04-10 18:15, Reading Room"
    was = meeting(f"Date: 2026-03-05\nNext: {told}\n\n# 1. {title}\n")

    def change(word: InWord) -> None:
        for run in (run for paragraph in word.paragraphs() for run in paragraph.runs):
            run.text = run.text.replace("6.15\u00a0pm", "7.15\u00a0pm")

    found = compared_with(edited(exported_word(was), tmp_path, change), was)
    assert [each.heading for each in found.differences] == [
        "time of the next meeting changed in Word"
    ]
    following = taken(was, found.differences).heading.next_meeting
    assert following is not None
    assert write_next(following) == told.replace("18:15", "19:15")


def in_table(row: int, cell: int, new: str, table: int = 0):
    def change(word: InWord) -> None:
        word.document.tables[table].rows[row].cells[cell].paragraphs[0].runs[0].text = new

    return change


def test_who_was_there_and_as_what_is_taken_from_the_table(tmp_path: Path):
    edits_made = (in_table(2, 1, "Vice-chair"), in_table(2, 2, "Apologies"))
    file = edited(exported_word(meeting()), tmp_path, *edits_made)
    found = compared_with(file, meeting())
    assert [each.heading for each in found.differences] == [
        "post changed in Word",
        "attendance changed in Word",
    ]
    line = taken(meeting(), found.differences).attendance[1]
    assert (line.person.post, line.standing) == ("Vice-chair", Standing.APOLOGIES)


def test_an_owner_in_the_table_of_actions_is_another_person_and_renames_nobody(tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path, in_table(1, 2, "Head of Parks", table=-1))
    found = compared_with(file, meeting())
    assert [each.heading for each in found.differences] == ["owner changed in Word"]
    after = taken(meeting(), found.differences)
    assert write_notation(after) == write_notation(meeting()).replace(
        "@Head of Pools", "@Head of Parks"
    )


def test_the_number_of_votes_is_taken_from_where_it_is_printed(tmp_path: Path):
    file = changed("For 3", "For 4", "bulleted-exchanges", tmp_path)
    found = compared_with(file, meeting())
    assert [each.heading for each in found.differences] == ["number in favour changed in Word"]
    after = taken(meeting(), found.differences)
    assert write_notation(after) == write_notation(meeting()).replace("for 3", "for 4")


def test_the_same_fact_changed_in_two_places_is_told_once(tmp_path: Path):
    file = edited(
        exported_word(meeting()),
        tmp_path,
        in_table(1, 2, "Head of Parks", table=-1),
        lambda word: word.change("Head of Pools. Due", "Head of Parks. Due"),
    )
    found = compared_with(file, meeting())
    assert [each.heading for each in found.differences] == ["owner changed in Word"]


def test_the_words_of_an_action_are_taken_from_the_table(tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path, in_table(1, 1, "Time it.", table=-1))
    found = compared_with(file, meeting())
    assert [each.what for each in found.differences] == [What.WORDS]
    after = taken(meeting(), found.differences)
    assert write_notation(after) == write_notation(meeting()).replace("Measure it.", "Time it.")


def test_words_changed_otherwise_in_the_table_than_above_it_are_told(tmp_path: Path):
    file = edited(
        exported_word(meeting()),
        tmp_path,
        in_table(1, 1, "Time it.", table=-1),
        lambda word: word.change("Measure it. Owner", "Weigh it. Owner"),
    )
    found = compared_with(file, meeting())
    assert sorted(each.word for each in found.takeable) == ["Weigh it."]
    assert [each.word for each in found.differences if each.why_not] == ["Time it."]


@pytest.mark.parametrize(("row", "cell"), [(0, 0), (1, 3), (2, 2)])
def test_what_no_fact_accounts_for_is_told_with_the_reason(row, cell, tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path, in_table(row, cell, "Asleep"))
    found = compared_with(file, meeting())
    assert found.takeable == ()
    assert [(each.word, bool(each.why_not)) for each in found.differences] == [("Asleep", True)]


def test_a_fact_changed_here_too_is_a_conflict(tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path, in_table(1, 2, "Head of Parks", table=-1))
    action = meeting().items[0].entries[2]
    here = edits.set_facts(meeting(), action.id, ActionPoint(Mention(words="Nobody")))
    found = compared_with(file, here).differences
    assert [(each.side, each.here) for each in found] == [(Side.CONFLICT, "Nobody")]
    same = taken(meeting(), found)
    assert [each.side for each in compared_with(file, same).differences] == [Side.BOTH]


def test_a_fact_of_what_is_gone_cannot_be_taken(tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path, in_table(1, 2, "Head of Parks", table=-1))
    gone = edits.remove_entry(meeting(), meeting().items[0].entries[2].id)
    told = [each for each in compared_with(file, gone).differences if each.fact]
    assert [each.why_not for each in told] == ["it is no longer in the record"]
    assert taken(gone, told) == gone


def test_rows_put_in_or_taken_out_are_told(tmp_path: Path):
    def less(word: InWord) -> None:
        row = word.document.tables[0].rows[2]._tr
        row.getparent().remove(row)

    found = compared_with(edited(exported_word(meeting()), tmp_path, less), meeting())
    assert found.takeable == ()
    assert "rows of a table" in found.differences[0].why_not
    assert "Councillor A Marsden" in found.differences[0].exported


@pytest.mark.parametrize(
    ("notation", "style", "edits", "found"),
    [
        (
            "= That sixty homes be bought.\n  Reasons: To end hotels.",
            "cabinet-parts",
            (("sixty homes", "sixty-two homes"), ("end hotels", "end the use of hotels")),
            ["That sixty-two homes be bought.", "To end the use of hotels."],
        ),
        (
            "m That:\n  (a) it be moved; and\n  (b) painted. / Cllr R Teale / Cllr A Marsden",
            "scottish-council",
            (("it be moved", "it be mended"), ("Teale", "Pryce")),
            ["That:\n(a) it be mended; and\n(b) painted.", "Pryce"],
        ),
    ],
)
def test_words_and_facts_that_one_entry_prints_in_two_paragraphs_are_told_once(
    notation: str, style: str, edits, found: list[str], tmp_path: Path
):
    people = "Present: Cllr R Teale; Cllr A Marsden; Cllr G Pryce\n"
    was = meeting(f"Date: 2026-03-05\n{people}# 1. Homes\n{notation}\n")

    def edit(word: InWord) -> None:
        for old, new in edits:
            word.change(old, new)

    told = compared_with(edited(exported_word(was, style), tmp_path, edit), was).differences
    assert [each.why_not for each in told] == ["", ""]
    assert [evened(each.word) for each in told] == [evened(each) for each in found]


def test_a_mover_printed_by_surname_becomes_whoever_has_the_surname_in_word(tmp_path: Path):
    people = "Present: Cllr R Teale; Cllr A Marsden; Cllr G Pryce\n"
    was = meeting(f"{people}# 1. Homes\nm That it be moved. / Cllr R Teale / Cllr A Marsden\n")
    file = edited(exported_word(was), tmp_path, lambda word: word.change("Teale", "Pryce"))
    (found,) = compared_with(file, was).differences
    assert found.heading == "mover changed in Word"
    after = write_notation(taken(was, (found,)))
    assert "m That it be moved. / Cllr G Pryce / Cllr A Marsden" in after


def test_a_seconder_told_by_initials_becomes_whoever_has_the_initials_in_word(tmp_path: Path):
    people = "Present: Cllr R Teale; Cllr A Marsden; Cllr G Pryce\n"
    was = meeting(f"{people}# 1. Homes\nm That it be moved. / Cllr R Teale / Cllr A Marsden\n")
    told = exported_word(was, "initials-and-actions")
    change = lambda word: word.change("seconded AM", "seconded GP")  # noqa: E731
    (found,) = compared_with(edited(told, tmp_path, change), was).differences
    assert (found.heading, found.exported, found.word) == ("seconder changed in Word", "AM", "GP")
    assert "/ Cllr R Teale / Cllr G Pryce" in write_notation(taken(was, (found,)))
    change = lambda word: word.change("seconded AM", "seconded XY")  # noqa: E731
    (found,) = compared_with(edited(told, tmp_path, change), was).differences
    assert not found.can_take


def test_two_names_changed_in_one_vote_are_both_told(tmp_path: Path):
    people = "Present: Cllr R Teale; Cllr A Marsden; Cllr G Pryce; Cllr S Lund\n"
    was = meeting(f"{people}# 1. Homes\nv for Cllr R Teale against Cllr A Marsden\n")

    def change(word: InWord) -> None:
        word.change("R\u00a0Teale", "G\u00a0Pryce")
        word.change("A\u00a0Marsden", "S\u00a0Lund")

    found = compared_with(edited(exported_word(was), tmp_path, change), was).differences
    assert [each.word for each in found] == ["Cllr G Pryce", "Cllr S Lund"]
    assert "v for Cllr G Pryce against Cllr S Lund" in write_notation(taken(was, found))


@pytest.mark.parametrize(
    ("style", "old", "new"),
    [
        ("bulleted-exchanges", "Pryce 3", "Pryce 4"),
        ("slash-numbers", "Pryce three", "Pryce four"),
    ],
)
def test_the_votes_of_a_ballot_are_taken_from_where_they_are_printed(
    style: str, old: str, new: str, tmp_path: Path
):
    people = "Present: Cllr A Marsden; Cllr G Pryce\n"
    was = meeting(f"{people}# 1. Homes\nb Lead: Cllr A Marsden 2; Cllr G Pryce 3\n")
    told = exported_word(was, style)
    (found,) = compared_with(
        edited(told, tmp_path, lambda word: word.change(old, new)), was
    ).differences
    assert found.heading == "votes in the ballot changed in Word"
    assert "Cllr A Marsden 2; Cllr G Pryce 4" in write_notation(taken(was, (found,)))


@pytest.mark.parametrize("decided", ["It goes.", "That it go."])
def test_a_mover_told_with_the_decision_too_or_there_alone_is_one_difference(
    decided: str, tmp_path: Path
):
    people = "Present: Cllr R Teale; Cllr A Marsden; Cllr G Pryce\n"
    business = (
        f"m That it go. / Cllr R Teale / Cllr A Marsden\nv for 2 against 1 carried\n= {decided}\n"
    )
    was = meeting(f"{people}# 1. Homes\n{business}")

    def everywhere(word: InWord) -> None:
        for paragraph in word.paragraphs():
            if "Seconded by" in paragraph.text:
                for run in paragraph.runs:
                    run.text = run.text.replace("A\u00a0Marsden", "G\u00a0Pryce")

    told = exported_word(was, "canadian-council")
    (found,) = compared_with(edited(told, tmp_path, everywhere), was).differences
    assert found.heading == "seconder changed in Word"


def test_the_body_that_a_recommendation_goes_to_is_taken_from_a_label_on_its_own_line(
    tmp_path: Path,
):
    was = meeting("# 1. Homes\n> Council: That homes be built.\n")
    told = exported_word(was, "moved-run-in")
    (found,) = compared_with(
        edited(told, tmp_path, lambda word: word.change("to Council", "to Cabinet")), was
    ).differences
    assert "> Cabinet: That homes be built." in write_notation(taken(was, (found,)))
