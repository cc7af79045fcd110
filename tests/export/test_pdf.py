"""Minutes as PDF: both standards at once, whatever the words; the same bytes each time."""

import re
import subprocess
from itertools import chain
from pathlib import Path

import pytest
from msgspec.structs import replace
from pdf_words import faults_in_pdf, needs_pdftotext, words_in_pdf
from printed import minutes_of, sample

from clerkapp.export.parts import Framed, Item, Points, Tabled, Words, parts
from clerkapp.export.pdf import pdf_bytes
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.minutes import Audience, DocumentLine, Minutes, Passage, Role, Run, Section

SAMPLE = compose(sample(), house_style("bulleted-exchanges"))
HARD = """\
Council: #panic("no") \\ $x$ *bold* "quoted" <b> & Söhne
Date: 2026-03-05
# 6. #image("/etc/passwd") and `code`
= That the Committee:
  (a) notes;
  (i) one @here;
  (ii) two;
  (b) agrees.
a A thing to do by +2w
# 12a. Twelve
n Caerffŵl, Llanŷst: «€» – “…” ½.
"""


@pytest.mark.parametrize("style", [style.name for style in house_styles()])
@pytest.mark.parametrize("audience", Audience)
def test_it_conforms_to_both_standards(style: str, audience: Audience):
    assert faults_in_pdf(pdf_bytes(compose(sample(), house_style(style), audience))) == []


def test_the_validator_does_find_what_is_wrong():
    broken = pdf_bytes(SAMPLE).replace(b"/StructTreeRoot", b"/StructTreeBoot")
    assert faults_in_pdf(broken) != []


def test_the_same_minutes_give_the_same_bytes():
    assert pdf_bytes(SAMPLE) == pdf_bytes(compose(sample(), house_style("bulleted-exchanges")))


@needs_pdftotext
def test_words_are_never_taken_for_commands():
    data = pdf_bytes(minutes_of(HARD, "numbered-paragraphs"))
    assert faults_in_pdf(data) == []
    told = " ".join(words_in_pdf(data).split())
    for words in (
        '#panic("no") \\ $x$ *bold* "quoted" <b> & Söhne',
        '#image("/etc/passwd") and `code`',
        "one @here;",
        "Caerffŵl, Llanŷst: «€» – “…” ½.",
    ):
        assert words in told


@needs_pdftotext
@pytest.mark.parametrize(
    ("style", "side"), [("bulleted-exchanges", "right"), ("numbered-paragraphs", "left")]
)
def test_words_read_from_the_right_begin_there_but_beside_a_number(
    style: str, side: str, tmp_path: Path
):
    items = "Date: 2026-03-05\n# 1. Bids\nn היושב ראש אמר כי הדוח ברור.\n"
    data = pdf_bytes(minutes_of(items, style))
    assert faults_in_pdf(data) == []
    (tmp_path / "a.pdf").write_bytes(data)
    told = subprocess.check_output(["pdftotext", "-bbox", tmp_path / "a.pdf", "-"], text=True)
    ends = re.findall(r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>[^\x00-\x7f]{2,}', told)
    starts, stops = zip(*((float(start), float(stop)) for start, stop in ends), strict=True)
    assert (max(stops) > 525, min(starts) < 150) == (side == "right", side == "left")


def _all_words(minutes: Minutes) -> list[str]:
    """The words of each part, in order."""
    told: list[str] = []
    held = [each.parts if isinstance(each, Framed) else (each,) for each in parts(minutes)]
    for part in chain.from_iterable(held):
        match part:
            case Item():
                told.append(part.title)
            case Words(passage):
                told += [passage.text, *(limb.text for limb in passage.limbs)]
            case Points(passages):
                told += [passage.text for passage in passages]
            case Tabled(table):
                told += [table.title, *(row[0] for row in table.rows)]
            case _:
                pass
    return told


def _in_a_column(minutes: Minutes) -> list[str]:
    """The action points that stand beside the text, where the house has a column for them."""
    passages = (each for section in minutes.sections for each in section.passages)
    return [each.text for each in passages if minutes.item_table and each.role is Role.ACTION]


_BETWEEN_PAGES = re.compile(r"\n\n[^\n]*\n\nPage \d+ of \d+\n\n\f[^\n]*\n\n[^\n]*\n\n")
"""The foot of a page and the head of the next, within what goes on over them."""


@needs_pdftotext
@pytest.mark.parametrize("style", [style.name for style in house_styles()])
def test_every_word_is_read_in_the_order_of_the_minutes(style: str):
    minutes = compose(sample(), house_style(style))
    pages = _BETWEEN_PAGES.sub(" ", words_in_pdf(pdf_bytes(minutes)))
    told = "".join(pages.split()).casefold()  # some print capitals
    at = told.rindex("contactcentreprocurement", 0, 1500)  # the last of the list of items
    words = ["".join(words.split()).casefold() for words in _all_words(minutes)]
    missing = [each for each in words if each not in told[at - 200 :] and len(each) < 300]
    assert missing == []
    aside = {"".join(each.split()).casefold() for each in _in_a_column(minutes)}
    held = [each for each in words if each not in aside and each in told[at:] and len(each) > 60]
    places = [told.index(each, at) for each in held]
    assert places == sorted(places)
    assert len(places) > 8


@needs_pdftotext
def test_title_and_date_are_those_of_the_meeting_and_pages_are_counted(tmp_path):
    path = tmp_path / "m.pdf"
    path.write_bytes(pdf_bytes(SAMPLE))
    command = ["pdfinfo", path]
    told = subprocess.run(command, capture_output=True, check=True, env={"TZ": "UTC"}).stdout
    about = dict(line.split(":", 1) for line in told.decode().splitlines() if ":" in line)
    assert about["Title"].strip() == f"{SAMPLE.title}, {SAMPLE.date}"
    assert about["Author"].strip() == SAMPLE.council
    assert "2026" in about["CreationDate"]
    assert about["Tagged"].strip() == "yes"
    assert f"Page 1 of {about['Pages'].strip()}" in words_in_pdf(path.read_bytes())


@pytest.mark.parametrize("words", ["\ue000 private", "bell \a", "\u0378", "中文 🎉", "שלום"])
def test_no_letter_is_refused(words: str):
    minutes = replace(SAMPLE, council=f"Council of {words}", sections=())
    assert faults_in_pdf(pdf_bytes(minutes)) == []


def test_an_item_without_a_title_and_an_undated_meeting_are_printed_too():
    said = Passage(Role.NARRATIVE, (Run(""),))
    untitled = Section("i", "", "", passages=(said,), documents=(DocumentLine("Map"),))
    numbered = Section("j", "7", "", passages=(said,))
    bare = replace(
        SAMPLE, council="", committee="", held="", date="", day=None, details=(), attendance=None,
        actions=None, signature=("", ""), draft_label="", draft_notice="",
        sections=(untitled, numbered),
    )  # fmt: skip
    assert faults_in_pdf(pdf_bytes(bare)) == []


@needs_pdftotext
def test_a_name_a_date_and_a_time_are_never_parted_at_the_end_of_a_line():
    kept = "Councillor R Finch on 5 March 2026 at 7.30 pm"
    told = words_in_pdf(pdf_bytes(minutes_of("# 1. Parks\n" + f"n {kept} spoke to {kept}.\n" * 8)))
    for words in ("Councillor R Finch", "5 March 2026", "7.30 pm"):
        assert told.count(words) == 16


@needs_pdftotext
def test_a_long_label_stands_on_one_line_before_its_words():
    details = (("Lleoliad", "Neuadd"), ("Hefyd yn bresennol", "Prif Swyddog"))
    data = pdf_bytes(replace(SAMPLE, details=details))
    assert "Hefyd yn bresennol Prif Swyddog" in words_in_pdf(data).replace("\n\n", " ")
