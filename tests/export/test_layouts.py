"""Frames around the parts of an item, items that are lettered parts of another, and items as the
rows of a table."""

import io
import re
import zipfile

import pytest
from lxml import etree, html
from msgspec.structs import replace
from pdf_words import faults_in_pdf, needs_pdftotext, words_in_pdf
from printed import minutes_of
from word_linter import lint

from clerkapp.export.akoma_ntoso import akoma_ntoso
from clerkapp.export.markdown import markdown
from clerkapp.export.parts import TabledItems, parts_in_columns
from clerkapp.export.pdf import pdf_bytes
from clerkapp.export.plain_text import plain_text
from clerkapp.export.web_page import web_page
from clerkapp.export.word import word_bytes
from clerkapp.export.word.numbering import width_of
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.decision_sheet import decision_sheet
from clerkapp.wording.extract import extract
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Minutes

FRAMED = minutes_of(
    """\
Date: 2026-03-05
# 6. Quay wall
n The Engineer showed pictures.
q The Mayor asked how long it would stand.
= That the Panel:
  (a) surveys the wall; and
  (b) reports.
# 7. Noise
n There was none.
""",
    "decision-and-minutes",
)
LETTERED = minutes_of(
    """\
Date: 2026-03-05
# 1. Procedural business
n The Chair opened the meeting.
# 1a. Substitutes
n There were none.
n Apologies were noted.
# 1b. Interests
= That they be noted.
# 2. Outturn
n The report was noted.
""",
    "parts-one-and-two",
)
TABLED = minutes_of(
    """\
Date: 2026-03-05
Start: 19:00
n The Chair opened the meeting.
# LGB 7/2526. Budget
By: Headteacher
Papers: Figures <https://example.org/figures.pdf>
q Mr Okoro asked what it cost.
r The Headteacher answered.
a Send the figures. @Jo Ray
b Chair: Mr Okoro 3; Ms Brandt 2
= That the Board:
  (a) notes it; and
  (b) agrees:
  (i) now; and
  (ii) later.
# Policies
n There were none.
""",
    "school-table",
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _document(minutes: Minutes):
    with zipfile.ZipFile(io.BytesIO(word_bytes(minutes))) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _frames(minutes: Minutes) -> list[tuple[str, str]]:
    """Of each paragraph within a frame: its words, and which line is around it."""
    found = []
    for paragraph in _document(minutes).iter(f"{W}p"):
        line = paragraph.find(f"{W}pPr/{W}pBdr/{W}top")
        if line is not None:
            found.append(("".join(paragraph.itertext()), line.get(f"{W}color")))
    return found


def test_word_has_a_frame_around_each_part_and_two_do_not_run_together():
    told = _frames(FRAMED)
    assert [words for words, _ in told] == [
        "Decision:",
        "RESOLVED: That the Panel:",
        "surveys the wall; and",
        "reports.",
        "Minutes:",
        "The Engineer showed pictures.",
        "The Mayor asked how long it would stand.",
    ]
    decision, minutes = {line for _, line in told[:4]}, {line for _, line in told[4:]}
    assert (len(decision), len(minutes), decision & minutes) == (1, 1, set())
    assert lint(word_bytes(FRAMED)) == []


def test_a_web_page_has_a_box_for_each_part():
    page = html.document_fromstring(web_page(FRAMED))
    boxes = [each.findtext("h4") for each in page.iterfind(".//div[@class='framed']")]
    assert boxes == ["Decision:", "Minutes:"]


@pytest.mark.parametrize("minutes", [FRAMED, LETTERED], ids=["framed", "lettered"])
def test_a_pdf_conforms(minutes: Minutes):
    assert faults_in_pdf(pdf_bytes(minutes)) == []


def test_words_in_a_frame_are_in_the_forms_without_frames():
    for told in (plain_text(FRAMED), markdown(FRAMED)):
        assert told.index("Decision:") < told.index("surveys") < told.index("Engineer")


def test_lettered_items_go_on_with_the_paragraphs_of_the_item_above():
    lines = [line for line in plain_text(LETTERED).splitlines() if line.startswith(("(", "1", "2"))]
    assert lines[:-1] == [
        "1 PROCEDURAL BUSINESS",
        "1.1 The Chair opened the meeting.",
        "(a) SUBSTITUTES",
        "1.2 There were none.",
        "1.3 Apologies were noted.",
        "(b) INTERESTS",
        "1.4 RESOLVED: That they be noted.",
        "2 OUTTURN",
    ]
    assert lines[-1] == "2.1 The report was noted."


def test_word_counts_the_letters_and_one_list_goes_on_below_them():
    told = [
        (
            "".join(p.itertext()),
            p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"),
            p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val"),
        )
        for p in _document(LETTERED).iter(f"{W}p")
        if p.find(f"{W}pPr/{W}numPr") is not None
    ]
    of = {words: (style, listed) for words, style, listed in told}
    assert of["SUBSTITUTES"][0] == of["INTERESTS"][0] == "Heading3"
    above = of["PROCEDURAL BUSINESS"][1]
    for words in ("There were none.", "Apologies were noted.", "RESOLVED: That they be noted."):
        assert of[words][1] == above
    assert above not in (of["SUBSTITUTES"][1], of["INTERESTS"][1])
    assert lint(word_bytes(LETTERED)) == []


@needs_pdftotext
def test_a_pdf_and_a_web_page_have_them_one_level_below():
    assert "(a)\nSUBSTITUTES" in words_in_pdf(pdf_bytes(LETTERED)).replace(" ", "\n")
    page = html.document_fromstring(web_page(LETTERED))
    assert [each.text_content() for each in page.iterfind(".//main//h4")] == [
        "(a) SUBSTITUTES", "(b) INTERESTS",
    ]  # fmt: skip
    listed = [each.text_content() for each in page.iterfind(".//nav//a")]
    assert listed == ["1 PROCEDURAL BUSINESS", "2 OUTTURN"]
    assert b"<num>(a)</num>" in akoma_ntoso(Meeting("m"), LETTERED)


def test_alone_one_has_the_number_of_the_item_above_too():
    interests = LETTERED.sections[2]
    for minutes in (extract(LETTERED, interests.item_id), decision_sheet(LETTERED)):
        assert re.search(r"^1\(b\) INTERESTS$", plain_text(minutes), re.MULTILINE)
        assert lint(word_bytes(minutes)) == []


# Items as the rows of a table


def _table(minutes: Minutes):
    *_, table = _document(minutes).iter(f"{W}tbl")
    return table


def _cells(row) -> list[str]:
    cells = row.findall(f"{W}tc")
    return ["|".join("".join(p.itertext()) for p in each.iter(f"{W}p")) for each in cells]


def test_word_has_a_row_for_each_item_which_may_break_below_a_heading_row_that_is_repeated():
    heading, *rows = _table(TABLED).findall(f"{W}tr")
    assert heading.find(f"{W}trPr/{W}tblHeader") is not None
    assert [row.find(f"{W}trPr/{W}cantSplit") is None for row in rows] == [True, False]
    assert _cells(heading) == ["Ref", "Heading", "Discussion and decisions", "Action"]
    first, last = map(_cells, rows)
    assert first[1:] == [
        "Budget",
        first[2],
        "Send the figures.\nJo Ray".replace("\n", ""),
    ]
    assert last == ["", "Policies", "There were none.", "–"]
    assert lint(word_bytes(TABLED)) == []


def test_word_counts_the_numbers_in_their_column_and_reads_the_headings_as_such():
    _, first, second = _table(TABLED).findall(f"{W}tr")
    lists = [row.find(f".//{W}numPr/{W}numId").get(f"{W}val") for row in (first, second)]
    assert lists[0] == lists[1]  # the second follows the first
    styles = [p.get(f"{W}val") for p in first.iter(f"{W}pStyle")]
    assert styles[:2] == ["ItemNumber", "ItemHeading"]
    assert styles[-1] == "ItemAction"


def test_a_table_of_items_holds_no_table_and_keeps_no_row_with_the_next():
    table = _table(TABLED)
    assert not list(table.iter(f"{W}tbl"))[1:]
    _, *rows, _ = table.findall(f"{W}tr")  # the last may stay with the signature
    assert rows
    assert {each.get(f"{W}val") for row in rows for each in row.iter(f"{W}keepNext")} == {"0"}


def test_a_table_of_items_stands_below_what_has_no_heading_and_begins_anew_with_a_part():
    minutes = replace(
        TABLED,
        sections=tuple(
            replace(each, part="Part two") if each.title == "Policies" else each
            for each in TABLED.sections
        ),
    )
    tables = [each for each in parts_in_columns(minutes) if isinstance(each, TabledItems)]
    assert [[row.item.title for row in each.rows] for each in tables] == [["Budget"], ["Policies"]]
    assert lint(word_bytes(minutes)) == []
    page = web_page(minutes)
    assert page.index("The Chair opened") < page.index('class="items"') < page.index("Part two")


def test_a_web_page_has_the_table_too_and_text_has_each_item_under_its_heading():
    page = html.document_fromstring(web_page(TABLED))
    table = page.find(".//table[@class='items']")
    rows = [[cell.text_content().split()[:2] for cell in row] for row in table.iterfind(".//tr")]
    assert rows[1][:2] == [["LGB", "7/2526"], ["Budget"]]
    assert rows[2] == [["LGB", "8/2526"], ["Policies"], ["There", "were"], ["–"]]
    assert [each.get("id") for each in table.iter("h3")] == ["item-2", "item-3"]
    for told in (plain_text(TABLED), markdown(TABLED)):
        assert told.index("LGB 7/2526 Budget") < told.index("Send the figures")
        assert told.index("Send the figures") < told.index("agrees")


def test_a_pdf_with_a_table_of_items_conforms():
    assert faults_in_pdf(pdf_bytes(TABLED)) == []


def test_a_house_without_the_column_has_its_actions_among_the_text():
    columns = TABLED.item_table
    assert columns
    minutes = replace(TABLED, item_table=replace(columns, action=""))
    first = _cells(_table(minutes).findall(f"{W}tr")[1])
    assert len(first) == 3
    assert "Send the figures." in first[2]
    assert lint(word_bytes(minutes)) == []


# Headings below an item


def test_what_is_headed_within_a_lettered_item_is_one_level_below_it():
    minutes = minutes_of(
        """\
Date: 2026-03-05
# 1. Procedural business
Papers: Rules
# 1a. Substitutes
Papers: List of substitutes
n There were none.
""",
        "parts-one-and-two",
    )
    headed = [
        ("".join(p.itertext()), p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
        for p in _document(minutes).iter(f"{W}p")
    ]
    levels = [style for words, style in headed if words == "Supporting documents"]
    assert levels == ["Heading3", "Heading4"]
    assert lint(word_bytes(minutes)) == []


# Declarations as a table


@pytest.mark.parametrize("form", [word_bytes, pdf_bytes])
def test_a_table_of_interests_is_faultless(form):
    meeting = read_notation(
        """\
Date: 2026-03-05
# 1. Interests
i Cllr T Ali: as a director; left the room [item 2]
i Cllr R Finch: as a friend
# 2. Bids
"""
    ).meeting
    style = house_style("bulleted-exchanges")
    minutes = compose(meeting, replace(style, layout=replace(style.layout, interests="table")))
    if form is word_bytes:
        assert lint(word_bytes(minutes)) == []
    else:
        assert faults_in_pdf(pdf_bytes(minutes)) == []
    for told in (plain_text(minutes), markdown(minutes), web_page(minutes)):
        assert told.index("As a director") < told.index("Left the room") < told.index("friend")
    assert b"Left the room" in akoma_ntoso(meeting, minutes)


# What was ugly on a page


def test_the_label_of_a_decision_stays_with_the_words_below_it():
    minutes = minutes_of("# 1. A\n= That it go.\nn It went.\n", "moved-run-in")
    told = {
        "".join(p.itertext()): p.find(f"{W}pPr/{W}keepNext") is not None
        for p in _document(minutes).iter(f"{W}p")
    }
    assert told["RESOLVED THAT:"]
    assert not told["it go."]


def test_a_short_row_of_a_table_of_items_is_not_parted_and_a_long_one_goes_on_over_the_page():
    long = "The Head told the governors what had been done since the summer, and why. " * 6
    minutes = minutes_of(f"# 1. Long\nn {long}\n# 2. Short\nn There was none.\n", "school-table")
    (_, *rows) = _table(minutes).findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [False, True]


def test_a_date_may_break_in_a_narrow_column_and_not_beside_it():
    minutes = minutes_of(
        "Date: 2026-03-05\n# 1. Report of 16 September 2026\n"
        "n It was made on 16 September 2026.\na Send it. @Jo by 2026-09-30\n",
        "school-table",
    )
    (_, row) = _table(minutes).findall(f"{W}tr")
    heading, text, action = ("".join(each.itertext()) for each in row.findall(f"{W}tc")[1:])
    assert "16 September 2026" in heading
    assert "16\u00a0September\u00a02026" in text
    assert "30 September 2026" in action


def test_an_amendment_stays_with_its_motion_and_its_vote_and_the_vote_not_with_the_next():
    minutes = minutes_of(
        "# 1. A\nm That it go.\nm+ Insert “soon”.\nv for 1 against 3\nv for 3 against 1\n"
        "n It went.\n",
        "scottish-council",
    )
    kept = [
        p.find(f"{W}pPr/{W}keepNext") is not None
        for p in _document(minutes).iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in {"MinuteDecision", "MinuteVote"}
    ]
    assert kept == [True, True, False, False]  # the motion leads to its amendment


def test_no_heading_of_a_column_is_cut_in_a_word():
    long = (
        "Members asked why that was so, and for how long it would still be so, and what came of it."
    )
    minutes = minutes_of(f"# 1. A\nq {long}\nr {long}\n", "school-governors")
    *_, table = _document(minutes).iter(f"{W}tbl")
    widths = [int(each.get(f"{W}w")) for each in table.iter(f"{W}gridCol")]
    assert widths[2] >= width_of("Action", size=10) + 216  # with the margins of a cell


def test_no_word_of_the_heading_of_an_item_is_cut_in_its_column():
    minutes = minutes_of("# 1. Ymddiheuriadau gan aelodau\nn B\n", "school-table")
    widths = [int(each.get(f"{W}w")) for each in _table(minutes).iter(f"{W}gridCol")]
    assert widths[1] >= width_of("Ymddiheuriadau", size=11) + 216


def test_a_web_page_says_the_title_of_a_table_once():
    page = html.document_fromstring(web_page(minutes_of("# 1. A\nq Why?\n", "school-governors")))
    said = [each.text_content() for each in page.iter("p", "caption")]
    assert said.count("Challenge") == 1
