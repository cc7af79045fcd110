"""A house style is learned from the minutes that it printed, and from odd documents of others."""

import zipfile
from pathlib import Path

import pytest
from docx import Document

from clerkapp.errors import HouseStyleError
from clerkapp.export.word import word_bytes
from clerkapp.intake.learning import Proposal, proposals, with_proposals
from clerkapp.intake.word_lines import WordLine, word_lines
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style, house_styles, style_of
from clerkapp.wording.style_tables import vote_form
from clerkapp.wording.style_writing import style_data, style_faults

STYLES = [style.name for style in house_styles()]


def learned(style: HouseStyle, folder: Path) -> dict[str, Proposal]:
    meeting = read_notation(
        resource("samples", "overview-and-scrutiny.minutes").read_bytes()
    ).meeting
    path = folder / "minutes.docx"
    path.write_bytes(word_bytes(compose(meeting, style)))
    return {each.key: each for each in proposals(word_lines(path))}


def of(*lines: WordLine | str) -> dict[str, str]:
    found = proposals(tuple(WordLine(x) if isinstance(x, str) else x for x in lines))
    return {each.key: each.value for each in found}


@pytest.mark.parametrize("name", STYLES)
def test_what_a_style_printed_teaches_that_style(name: str, tmp_path: Path):
    style = house_style(name)
    found = learned(style, tmp_path)
    data = style_data(style)
    # These the sample says in words of its own, which a style leaves as they were typed.
    typed = {"layout.speakers", "layout.names", "layout.members", "layout.limb_labels"}
    for key, proposal in found.items():
        table, _, field = key.partition(".")
        said = data[table]
        assert isinstance(said, dict)
        assert proposal.evidence
        if key in typed and said[field] != proposal.value:
            continue
        if key == "votes.like":
            assert vote_form("", {"like": proposal.value})["tally"] == style.votes.tally or (
                style.votes.tally.startswith("({for} in favour")  # a form of the style's own
            )
        elif key in ("decisions.resolved", "decisions.noted"):
            small = {"that", ""} if style.decisions.begins == "small letter" else {""}
            first, second = sorted((str(said[field]), proposal.value), key=len)
            # the dash of “RESOLVED that –” stands before limbs alone
            assert second.removeprefix(first).strip(" –") in {*small, "that"}
        else:
            assert proposal.value == said[field], key


@pytest.mark.parametrize("name", STYLES)
def test_every_style_teaches_its_times_numbers_and_headings(name: str, tmp_path: Path):
    found = learned(house_style(name), tmp_path)
    expected = {"layout.times", "words.item_number", "words.item_number_end", "layout.headings"}
    assert expected <= set(found)


@pytest.mark.parametrize("name", STYLES)
def test_what_is_taken_makes_a_style_without_a_fault(name: str, tmp_path: Path):
    found = learned(house_style(name), tmp_path)
    data = with_proposals(style_data(house_style("")), tuple(found.values()))
    assert style_faults(data) == {}
    assert style_of("ours", data).layout.times == house_style(name).layout.times


def test_nothing_is_learned_of_nothing():
    assert proposals(()) == ()
    assert of("A letter about a hedge, with no decision in it") == {}


def test_as_many_lines_one_way_as_the_other_propose_nothing():
    assert "layout.times" not in of("It began at 7.30pm.", "It ended at 8:45 PM.")


def test_a_proposal_counts_the_lines_that_say_otherwise():
    lines = ("It began at 7.30pm.", "A break at 8.10pm.", "It ended at 20:45.")
    found = {each.key: each for each in proposals(tuple(map(WordLine, lines)))}
    times = found["layout.times"]
    assert (times.value, times.said, times.otherwise) == ("7.30pm", 2, 1)
    assert times.evidence == lines[:2]


@pytest.mark.parametrize(
    ("line", "number", "end"),
    [
        ("6. Allotments", "{number}", "."),
        ("99/20 Allotments", "{number}/{yy}", ""),
        ("99/2020 Allotments", "{number}/{year}", ""),
        ("PLA148/14 Allotments", "PLA{number}/{yy}", ""),
        ("26.44 Allotments", "{yy}.{number}", ""),
        ("1829. Allotments", "{number}", "."),
        ("SC41 Allotments", "SC{number}", ""),
    ],
)
def test_items_are_numbered_as_they_are_in_the_headings(line: str, number: str, end: str):
    found = of("Held on 3 March 2026", WordLine(line, bold=True))
    assert found["words.item_number"] == number
    assert found["words.item_number_end"] == end


@pytest.mark.parametrize(
    ("line", "label", "begins"),
    [
        ("RESOLVED: That a hut be built.", "RESOLVED:", "as typed"),
        ("Resolved – that a hut be built.", "Resolved –", "small letter"),
        ("Resolved (7:7) – that a hut be built.", "Resolved –", "small letter"),
        ("AGREED: To build a hut.", "AGREED:", "as typed"),
        ("It was RESOLVED that a hut be built.", "It was RESOLVED that", None),
        ("RESOLVED THAT: a hut be built.", "RESOLVED THAT:", None),
    ],
)
def test_the_word_of_an_outcome_keeps_its_case_and_points(line: str, label: str, begins: str):
    found = of(WordLine("6. Hut", bold=True), line)
    assert found["decisions.resolved"] == label
    assert found.get("decisions.begins") == begins
    assert found["layout.outcome_look"] == "plain"


def test_a_sentence_that_begins_like_an_outcome_is_none():
    assert "decisions.noted" not in of(
        WordLine("6. Hut", bold=True), "Noted the report of the clerk."
    )


@pytest.mark.parametrize("label", ["(a)", "(i)", "(1)", "a)", "1)", "a.", "1."])
def test_limbs_below_a_decision_show_their_labels(label: str):
    found = of(
        WordLine("6. Hut", bold=True), "RESOLVED: That", WordLine("a hut be built;", number=label)
    )
    assert found["layout.limb_labels"] == label


def test_a_figure_with_a_stop_is_a_time_only_where_a_time_is_told():
    assert "layout.times" not in of("The fee is £19.30.", "19.30 is its number.")
    assert of("The meeting began at 19.30")["layout.times"] == "19.30"


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("(For 5, Against 0, Abstentions 1)", "figures-in-brackets"),
        ("The motion was carried by 5 votes to 2.", "sentence-of-numbers"),
        ("The motion was carried by five votes to two.", "sentence-of-numbers-in-words"),
        ("Yeas: Mayor J Moreau, Councillor S Lund", "yeas-and-nays"),
        ("For: 5. Against: 2.", "result-on-a-line"),
    ],
)
def test_the_nearest_form_of_votes_is_proposed(line: str, form: str):
    assert of(line)["votes.like"] == form


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The meeting closed at 19:45 hrs.", "The meeting closed at {end} hrs."),
        ("Meeting ended 6.50pm", "Meeting ended {end}."),
        ("The Meeting terminated at 3.40 p.m.", "The Meeting terminated at {end}."),
        ("The meeting closed to the public 12 times.", None),
    ],
)
def test_how_the_meeting_closed_is_learned_in_the_words_of_many_houses(line: str, words: str):
    assert of(WordLine("6. Hut", bold=True), line).get("words.close") == words


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Held on Thursday, 12th March 2026", "5th March 2026"),
        ("Held on 12 March, 2026", "5 March 2026"),
        ("March 12, 2026, 6:00 PM", "March 5, 2026"),
        ("Nos Fawrth 3 Mawrth 2026", "5 Mawrth 2026"),
        ("12/03/2026", None),
    ],
)
def test_dates_are_learned_from_the_head_alone(line: str, form: str):
    assert of(line, WordLine("6. Hut", bold=True)).get("layout.dates") == form
    assert "layout.dates" not in of(WordLine("6. Hut", bold=True), line)


def test_the_label_decision_before_the_words_is_that_of_what_was_resolved():
    found = of(WordLine("6. Hut", bold=True), "DECISION: The Board agreed it.")
    assert (found["decisions.resolved"], found["layout.outcomes"]) == ("DECISION:", "before")
    assert "decisions.resolved" not in of(WordLine("6. Hut", bold=True), "Decision:")


def test_how_the_meeting_closed_keeps_its_words_and_makes_places_of_its_times():
    found = of(WordLine("6. Hut", bold=True), "The meeting began at 7.00pm and closed at 9.10pm.")
    assert found["words.close"] == "The meeting began at {start} and closed at {end}."


def test_an_odd_document_with_typed_numbers_and_tables_is_read(tmp_path: Path):
    document = Document()
    document.add_paragraph("Minutes of the Ferry Committee")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Cllr R Sedge, Chairman", "Present"
    document.add_paragraph().add_run("4/25 Slipway").bold = True
    document.add_paragraph("A Member asked who had the key.", "List Bullet")
    document.save(str(tmp_path / "odd.docx"))
    lines = word_lines(tmp_path / "odd.docx")
    assert [line.cell for line in lines] == [False, True, True, False, False]
    assert lines[-1].number == "•"
    found = of(*lines)
    assert found["layout.member"] == "Cllr"
    assert found["layout.chair"] == "Chairman"
    assert found["layout.points"] == "bulleted"
    assert found["layout.speakers"] == "a member"
    assert found["words.item_number"] == "{number}/{yy}"


def test_what_is_no_word_file_is_refused_in_a_sentence(tmp_path: Path):
    text = tmp_path / "minutes.docx"
    text.write_text("not a package")
    with pytest.raises(HouseStyleError, match=r"minutes\.docx is not a Word file"):
        word_lines(text)
    with pytest.raises(HouseStyleError, match="cannot be read"):
        word_lines(tmp_path / "none.docx")
    other = tmp_path / "other.docx"
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("a.txt", "a")
    with pytest.raises(HouseStyleError, match="is not a Word file"):
        word_lines(other)


def test_a_file_that_declares_entities_or_unpacks_hugely_is_refused(tmp_path: Path):
    path = tmp_path / "bad.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>')
    with pytest.raises(HouseStyleError, match="entities"):
        word_lines(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(65 * 1024 * 1024))
    with pytest.raises(HouseStyleError, match="64 MB"):
        word_lines(path)


def test_minutes_in_a_table_of_another_house_are_read_row_by_row(tmp_path: Path):
    document = Document()
    document.add_paragraph("Minutes of the Governing Body of Alder School, 5 March 2026")
    table = document.add_table(rows=1, cols=4)
    rows = (
        ("No.", "Subject", "Discussion", "By whom"),
        ("1.", "Welcome", "The Chair welcomed everybody at 7.30pm and thanked the staff.", ""),
        ("2.", "Budget", "Governors asked for the figures.\nAGREED: That it be set.", "JD"),
        ("3.", "Premises", "The roof was mended.\nAGREED: That the bill be paid.", ""),
    )
    for n, row in enumerate(rows):
        cells = table.rows[0].cells if n == 0 else table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            first, *more = words.split("\n")
            cell.text = first
            for each in more:
                cell.add_paragraph(each)
    document.save(str(tmp_path / "minutes.docx"))
    found = {each.key: each.value for each in proposals(word_lines(tmp_path / "minutes.docx"))}
    assert found["layout.items"] == "in a table"
    assert (found["words.item_number"], found["words.item_number_end"]) == ("{number}", ".")
    columns = [found[f"words.table_{each}"] for each in ("number", "heading", "text", "action")]
    assert columns == ["No.", "Subject", "Discussion", "By whom"]
    assert found["decisions.resolved"] == "AGREED:"
    data = with_proposals(
        style_data(house_style("")), proposals(word_lines(tmp_path / "minutes.docx"))
    )
    assert style_faults(data) == {}


def test_a_table_of_actions_has_no_items_in_it(tmp_path: Path):
    document = Document()
    table = document.add_table(rows=1, cols=3)
    for cell, words in zip(table.rows[0].cells, ("2", "Send out the figures", "JD"), strict=True):
        cell.text = words
    document.save(str(tmp_path / "actions.docx"))
    assert "layout.items" not in {
        each.key for each in proposals(word_lines(tmp_path / "actions.docx"))
    }


def test_items_with_roman_numbers_are_learned_typed_and_counted_by_word(tmp_path: Path):
    typed = [WordLine(f"{n}. {title}", bold=True)
             for n, title in (("I", "Apologies"), ("II", "Minutes"), ("III", "Hut"))]  # fmt: skip
    found = of(WordLine("I. Davies", bold=True), *typed, "II.1 Members asked why it was so dear.")
    assert (found["words.item_number"], found["words.item_number_end"]) == ("{roman}", ".")
    style = style_of("ours", with_proposals(style_data(house_style("numbered-paragraphs")), (
        Proposal("words.item_number", "{roman}", (), 1, 0),
    )))  # fmt: skip
    again = learned(style, tmp_path)
    assert again["words.item_number"].value == "{roman}"
    assert again["words.item_number"].evidence[0] == "II. Minutes of the last meeting"
    assert again["layout.paragraphs"].value == "numbered"


def test_letters_and_initials_before_bold_words_are_no_roman_numbers():
    assert "words.item_number" not in of(
        WordLine("I. Davies", bold=True), WordLine("V. Patel", bold=True)
    )
    lettered = [
        WordLine(f"Item {n}", number=f"{n}.", bold=True) for n in "ABCDEFGHIJKLMNOPQRSTUVWX"
    ]
    assert of(*lettered).get("words.item_number") is None


@pytest.mark.parametrize(
    ("line", "number", "label"),
    [
        ("RESOLVED (No. 47): That a hut be built.", "(No. {number})", "RESOLVED:"),
        ("RESOLVED (No 047) – That a hut be built.", "(No {padded})", "RESOLVED –"),
        ("Resolved (Minute 47/26): That a hut be built.", "(Minute {number}/{yy})", "Resolved:"),
        ("RESOLVED No. 47 that a hut be built.", "No. {number}", "RESOLVED that"),
        ("RESOLVED (26/047): That a hut be built.", "({yy}/{padded})", "RESOLVED:"),
        ("Resolved (7:7): That a hut be built.", None, "Resolved:"),
        ("Resolved (unanimously): That a hut be built.", None, "Resolved:"),
        ("Resolved (For 5, Against 0): That a hut be built.", None, "Resolved:"),
    ],
)
def test_the_number_behind_the_word_of_an_outcome_is_learned(line: str, number: str, label: str):
    found = of("Held on 3 March 2026", WordLine("6. Hut", bold=True), line)
    assert found.get("words.resolution_number") == number
    assert found.get("layout.resolution_numbers") == ("after the label" if number else None)
    assert found["decisions.resolved"] == label


def table_of(*rows: tuple[str, ...]) -> Document:
    document = Document()
    document.add_paragraph("5. Hut").runs[0].bold = True
    document.add_paragraph("Actions agreed").runs[0].bold = True
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    return document


def learned_of(document: Document, folder: Path) -> dict[str, Proposal]:
    document.save(str(folder / "minutes.docx"))
    return {each.key: each for each in proposals(word_lines(folder / "minutes.docx"))}


def test_a_table_of_actions_is_known_by_its_first_row_though_word_is_not_told_that_it_heads_it(
    tmp_path: Path,
):
    rows = ("Action", "Owner", "Date"), ("Mend the roof", "Clerk", "3 May")
    found = learned_of(table_of(*rows), tmp_path)
    told = {key: found[key].value for key in found if "action" in key}
    assert told == {
        "layout.action_table": "last",
        "actions.action": "Action",
        "actions.owner": "Owner",
        "actions.due": "Date",
        "actions.title": "Actions agreed",
    }
    assert found["actions.owner"].evidence == ("Action | Owner | Date",)
    data = with_proposals(style_data(house_style("")), tuple(found.values()))
    assert style_faults(data) == {}
    assert style_of("ours", data).actions.due == "Date"


def test_the_table_of_actions_stands_first_where_it_is_above_the_items(tmp_path: Path):
    document = Document()
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(table.rows[0].cells, ("Minute", "To do", "By whom"), strict=True):
        cell.text = words
    document.add_paragraph("5. Hut").runs[0].bold = True
    found = learned_of(document, tmp_path)
    assert found["layout.action_table"].value == "first"
    assert found["actions.action"].value == "To do"


@pytest.mark.parametrize(
    "row",
    [
        ("Item", "Discussion", "Action", "By whom"),
        ("Name", "Role", "Date"),
        ("Action", "Cost"),
        ("Mend the roof", "Clerk", "3 May"),
    ],
)
def test_other_tables_are_no_tables_of_actions(row: tuple[str, ...], tmp_path: Path):
    assert "layout.action_table" not in learned_of(table_of(row), tmp_path)


@pytest.mark.parametrize("name", STYLES)
def test_every_style_with_a_table_of_actions_teaches_it(name: str, tmp_path: Path):
    style = house_style(name)
    found = learned(style, tmp_path)
    is_there = style.layout.action_table != "none"
    assert ("layout.action_table" in found) == is_there
    assert ("actions.title" in found) == is_there
