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


def minutes(style: str, above: int) -> Minutes:
    """An item of that business, so many lines down the page."""
    lines = "n Fill.\n" * above
    return minutes_of(f"{HEAD}# 1. Fair\n{lines}{BUSINESS}", style)


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


def _even(words: str) -> str:
    return " ".join(words.split())
