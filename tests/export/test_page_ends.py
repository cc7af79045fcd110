"""No page ends with what leads on to the next: who moved it, a heading, a stem of limbs."""

import io

import pytest
from docx import Document
from pdf_words import needs_pdftotext, words_in_pdf
from printed import minutes_of

from clerkapp.export.parts import with_leads
from clerkapp.export.pdf import pdf_bytes
from clerkapp.export.word.document import word_bytes
from clerkapp.wording.house_style import house_styles
from clerkapp.wording.minutes import Minutes, Role

STYLES = [style.name for style in house_styles() if style.name != "school-table"]  # has its rows
HEAD = """\
Date: 2026-06-09
Present: Cllr A Ash (Chair); Cllr B Birch; Cllr C Crome; Cllr D Dane

"""
BUSINESS = """\
m That the plan:
  (a) be agreed; and
  (b) be sent on. / Cllr A Ash / Cllr B Birch
m+ That it be shorter. / Cllr C Crome / Cllr D Dane
v for 1 against 3
v for 3 against 1
= That the Committee:
  (a) agrees it; and
  (b) sends it on.
k Members noted these points:
q Members asked why.
r It was late.
"""
BELOW = {Role.MOTION, Role.VOTE, Role.DECISION}


def filled(lines: int) -> str:
    return "n Fill.\n" * lines


def minutes(style: str, above: int) -> Minutes:
    """An item of that business, so many lines down the page."""
    return minutes_of(f"{HEAD}# 1. Fair\n{filled(above)}{BUSINESS}", style)


@pytest.mark.parametrize("style", STYLES)
def test_what_was_moved_leads_to_its_amendment_and_what_was_decided_and_no_vote_to_a_vote(
    style: str,
):
    (section,) = minutes(style, 1).sections
    passages = section.passages
    found = [(passage, leads) for passage, leads in with_leads(passages)]
    for (passage, leads), after in zip(found, passages[1:], strict=False):
        if passage.role in {Role.MOTION, Role.LEAD_IN} and (
            after.role in BELOW or after.is_heading
        ):
            assert leads, passage.text
        if passage.role is after.role is Role.VOTE:
            assert not leads, passage.text
    assert not found[-1][1]


@pytest.mark.parametrize("style", STYLES)
def test_a_motion_may_end_a_page_where_the_debate_stands_before_its_amendment(style: str):
    debated = BUSINESS.replace("\nm+", "\nn The Committee debated it for an hour.\nm+")
    (section,) = minutes_of(f"{HEAD}# 1. Fair\n{debated}", style).sections
    led = [leads for each, leads in with_leads(section.passages) if "debated" in each.text]
    assert led == [False]
    above = next(
        (passage, leads)
        for (passage, leads), after in zip(
            with_leads(section.passages), section.passages[1:], strict=False
        )
        if "debated" in after.text
    )
    assert above[1] is above[0].is_heading, above[0].text


@pytest.mark.parametrize("style", STYLES)
def test_word_keeps_them_on_one_page(style: str):
    made = minutes(style, 1)
    document = Document(io.BytesIO(word_bytes(made)))
    kept = {
        " ".join(each.text.split()): bool(each.paragraph_format.keep_with_next)
        or bool(each.style and each.style.paragraph_format.keep_with_next)
        for each in document.paragraphs
    }
    (section,) = made.sections
    for passage, leads in with_leads(section.passages):
        words = " ".join(passage.text.split())
        if passage.runs and (leads or passage.limbs):
            assert kept[words], words
        for place, limb in enumerate(passage.limbs, 1):
            is_last = place == len(passage.limbs)
            assert kept[" ".join(limb.text.split())] is (leads and is_last), limb.text


@needs_pdftotext
@pytest.mark.parametrize("style", ["tally-after", "new-zealand", "moved-run-in", "keyword-minutes"])
def test_no_page_of_a_pdf_ends_with_them_wherever_it_ends(style: str):
    ends: set[str] = set()
    for above in range(6, 32):
        made = minutes(style, above)
        passages = made.sections[0].passages
        leading = {each.text for each, leads in with_leads(passages) if leads or each.limbs}
        first = words_in_pdf(pdf_bytes(made)).partition("\f")[0]
        *_, end, _ = (" ".join(line.split()) for line in first.splitlines() if line.strip())
        assert not any(words.endswith(end) for words in map(_even, leading)), end
        ends.add(end)
    assert len(ends) > 2  # else no page ended within the business


def with_actions(count: int, above: int, style: str = "bulleted-exchanges") -> Minutes:
    """So many action points, told in the table below so many lines."""
    actions = "".join(f"a Report {n}. @Cllr A Ash by 2026-07-{n:02}\n" for n in range(1, count + 1))
    return minutes_of(f"{HEAD}# 1. Fair\n{filled(above)}{actions}", style)


@pytest.mark.parametrize(
    ("count", "kept"),
    [(1, "T"), (2, "TT"), (4, "TTTT"), (6, "TTTTTT"), (7, "TFFFFTT"), (9, "TFFFFFFTT")],
)
def test_a_short_table_of_word_stands_whole_and_no_page_has_one_row_of_a_long_one(
    count: int, kept: str
):
    document = Document(io.BytesIO(word_bytes(with_actions(count, 1))))
    _, *rows = document.tables[-1].rows
    found = [all(p.paragraph_format.keep_with_next for c in row.cells for p in c.paragraphs)
             for row in rows]  # fmt: skip
    assert "".join("FT"[each] for each in found) == kept


@needs_pdftotext
def test_a_short_table_of_a_pdf_stands_whole_with_the_signature_below_it():
    ends: set[int] = set()
    for above in range(30, 70, 2):
        pages = words_in_pdf(pdf_bytes(with_actions(5, above))).split("\f")[:-1]
        (at,) = (n for n, page in enumerate(pages) if "Signed (Chair)" in page)
        assert pages[at].count("July 2026") >= 5
        ends.add(at)
    assert len(ends) > 1  # else no page ended within it


@needs_pdftotext
@pytest.mark.parametrize("last", ["n Farewell.", "= Farewell:\n  (a) to all."])
def test_no_signature_stands_on_a_page_alone(last: str):
    ends: set[int] = set()
    for above in range(10, 50):
        made = minutes_of(f"{HEAD}# 1. Fair\n{filled(above)}{last}\n")
        pages = words_in_pdf(pdf_bytes(made)).split("\f")[:-1]
        (at,) = (n for n, page in enumerate(pages) if "Signed (Chair)" in page)
        assert "Farewell" in pages[at]
        ends.add(at)
    assert len(ends) > 1


@pytest.mark.parametrize("style", ["bulleted-exchanges", "numbered-paragraphs"])
@pytest.mark.parametrize(
    "last", ["n Farewell.", "= That:\n  (a) all go.", "Papers: Plan; Map\nn Hm."]
)
def test_word_keeps_what_stands_last_with_the_signature(style: str, last: str):
    document = Document(io.BytesIO(word_bytes(minutes_of(f"{HEAD}# 1. Fair\n{last}\n", style))))
    *_, above, signature = document.paragraphs
    assert signature.text.startswith("Signed")
    assert above.paragraph_format.keep_with_next, above.text


def test_the_last_row_of_a_table_of_items_stays_with_the_signature_where_it_is_short():
    for last, kept in (("n Farewell.", True), ("n Farewell.\n" * 20, None)):
        made = minutes_of(f"{HEAD}# 1. Fair\n{last}\n", "school-table")
        document = Document(io.BytesIO(word_bytes(made)))
        cells = document.tables[-1].rows[-1].cells
        assert {p.paragraph_format.keep_with_next or None for p in cells[2].paragraphs} == {kept}


@needs_pdftotext
def test_a_vote_too_long_for_the_end_of_a_page_goes_on_over_it():
    names = [f"Cllr {'Bedlington' * 2} {chr(65 + n)}{'y' * 9}" for n in range(26)]
    head = HEAD.replace("Cllr B Birch", "; ".join(names))
    listed = "; ".join(names)
    vote = f"m That it be so. / Cllr A Ash / Cllr C Crome\nv for {listed} against 1\n= So."
    fullest = 0
    for above in range(20, 34):
        made = minutes_of(f"{head}# 1. Fair\n{filled(above)}{vote}\n", "new-zealand")
        for page in words_in_pdf(pdf_bytes(made)).split("\f"):
            there = sum(name[5:] in " ".join(page.split()) for name in names)
            fullest += 0 < there < len(names) and "Fill." in page
    assert fullest  # on some page the vote begins, and ends on the next


@needs_pdftotext
@pytest.mark.parametrize("count", [2, 5])
def test_the_supporting_documents_of_an_item_stand_on_one_page(count: int):
    papers = "; ".join(f"Appendix {chr(65 + n)}" for n in range(count))
    for above in range(14, 50, 2):
        made = minutes_of(f"{HEAD}# 1. Fair\nPapers: {papers}\n{filled(above)}")
        pages = words_in_pdf(pdf_bytes(made)).split("\f")
        assert sum("Appendix" in page for page in pages) == 1
    document = Document(io.BytesIO(word_bytes(made)))
    listed = [each for each in document.paragraphs if each.text.startswith("Appendix")]
    assert all(each.paragraph_format.keep_with_next for each in listed[:-1])


@needs_pdftotext
def test_no_time_is_cut_in_the_text_of_a_table_of_items():
    told = "".join(
        f"n {'m' * n} it began at 8.20 pm and went on for very long.\n" for n in range(1, 30)
    )
    made = minutes_of(f"{HEAD}# 1. Fair\n{told}", "school-table")
    lines = words_in_pdf(pdf_bytes(made)).splitlines()
    assert not [line for line in lines if line.strip().startswith("pm")]
    assert sum("8.20 pm" in _even(line) for line in lines) == 29


def _even(words: str) -> str:
    return " ".join(words.split())
