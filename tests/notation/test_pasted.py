"""What is copied from Word, from a web page or from a mail, as paragraphs and as entries."""

import datetime as dt
import re
from collections import Counter
from html import escape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from meetings import brookmere, meetings

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.ids import counted
from clerkapp.meeting.meeting import people_of
from clerkapp.meeting.people import Mention
from clerkapp.notation.facts import Lists, lists_of
from clerkapp.notation.pasted_entries import (
    entries_of_paste,
    is_notation,
    paragraphs_of_paste,
    words_of_paste,
)
from clerkapp.notation.pasted_page import paragraphs_of_page
from clerkapp.notation.pasted_text import Paragraph, paragraphs_of_text
from clerkapp.notation.reading import read_entries
from clerkapp.notation.writing import write_entries

NOBODY = Lists(())


def entries(text: str, page: str = "", lists: Lists = NOBODY, above=()) -> list[tuple[str, str]]:
    found = entries_of_paste(text, page, lists, counted(), above)
    return [(entry.kind.value, entry.text) for entry in found]


def words(page: str) -> list[str]:
    return [each.words for each in paragraphs_of_page(page)]


# Plain text


@pytest.mark.parametrize(("line", "mark", "said"), [
    ("• Members asked why.", "•", "Members asked why."),
    ("•Members asked why.", "•", "Members asked why."),
    ("·\tMembers asked why.", "·", "Members asked why."),
    ("o\tMembers asked why.", "o", "Members asked why."),
    ("\uf0b7 Members asked why.", "\uf0b7", "Members asked why."),
    ("  - Members asked why.", "-", "Members asked why."),
    ("1. Members asked why.", "1.", "Members asked why."),
    ("(12) Members asked why.", "(12)", "Members asked why."),
    ("3)\tMembers asked why.", "3)", "Members asked why."),
    ("6.1\tMembers asked why.", "6.1", "Members asked why."),
    ("(iv) notes the report", "(iv)", "notes the report"),
    ("a member asked why.", "", "a member asked why."),
    ("-5 degrees", "", "-5 degrees"),
    ("6.1 million pounds", "", "6.1 million pounds"),
    ("7.30 The meeting opened", "", "7.30 The meeting opened"),
    ("2026 was a good year", "", "2026 was a good year"),
])  # fmt: skip
def test_bullets_and_numbers_are_taken_off_and_figures_are_not(line, mark, said):
    assert paragraphs_of_text(line) == (Paragraph(said, mark),)


def test_a_number_with_a_point_counts_where_its_neighbour_stands():
    assert [p.mark for p in paragraphs_of_text("6.1 One\nof\n6.2 Two\n7.30 Three")] == [
        "6.1", "", "6.2", "",
    ]  # fmt: skip


def test_empty_lines_and_white_space_go_and_a_line_break_of_word_stays():
    assert paragraphs_of_text("\r\n\r\n  One  two \r\n\r\n\tThree\vfour\r\n") == (
        Paragraph("One two"),
        Paragraph("Three\nfour"),
    )


def test_soft_hyphens_go_and_quotation_marks_of_windows_become_real_ones():
    assert paragraphs_of_text("\u201cinter\u00adnet\u201d\ufeff\n\x93so\x94 it\x92s")[0].words == (
        "\u201cinternet\u201d"
    )
    assert paragraphs_of_text("\x93so\x94 it\x92s")[0].words == "\u201cso\u201d it\u2019s"


def test_rows_of_a_table_have_their_cells_parted_and_one_tab_alone_is_a_space():
    assert [p.words for p in paragraphs_of_text("Cllr A\tPresent\nCllr B\tAway\nTime:\t7\tpm")] == [
        "Cllr A; Present",
        "Cllr B; Away",
        "Time: 7 pm",
    ]


def test_lines_that_a_mail_has_wrapped_are_one_paragraph():
    mail = (
        "Members asked whether there was money in the budget for the\n"
        "recruitment of staff.\n"
        "\n"
        "The Director said that there was."
    )
    assert [p.words for p in paragraphs_of_text(mail)] == [
        "Members asked whether there was money in the budget for the recruitment of staff.",
        "The Director said that there was.",
    ]


# Pages


def test_a_list_item_is_a_paragraph_also_within_another():
    page = "<ul><li>One<ul><li><p>In it</p></li></ul></li><li>Two</ul><ol start=3><li>x<li>y</ol>z"
    assert paragraphs_of_page(page) == (
        Paragraph("One", "•"), Paragraph("In it", "•"), Paragraph("Two", "•"),
        Paragraph("x", "3."), Paragraph("y", "4."), Paragraph("z"),
    )  # fmt: skip


def test_a_row_is_a_paragraph_and_one_cell_alone_only_places_what_is_in_it():
    page = (
        "<table><tr><th>Name<th>Here</tr><tr><td><p>Cllr A</p><p>Chair</p></td><td></td>"
        "<td>Yes<br>late</td></tr></table>"
        "<table><tr><td><p>One</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    )
    assert words(page) == ["Name; Here", "Cllr A Chair; Yes late", "One", "a; b"]


def test_the_bullets_that_word_writes_out_are_marks():
    page = (
        "<html xmlns:o='urn'><head><style>p{}</style><title>x</title></head><body>"
        "<!--StartFragment--><p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp; "
        "</span></span><![endif]>Members\r\n asked<o:p></o:p></p><p>&pound;5&nbsp;million"
        " <b>or </b> so</p><!--EndFragment--></body></html>"
    )
    assert paragraphs_of_page(page) == (
        Paragraph("Members asked", "·"),
        Paragraph("£5\u00a0million or so"),
    )


def test_breaks_stay_within_a_paragraph_and_two_begin_another():
    assert words("One<br>two<br><br>Three<pre>a\n  b</pre>") == ["One\ntwo", "Three", "a\nb"]


def test_what_nobody_sees_of_a_page_is_not_pasted():
    page = "<head><title>No</title><body>Yes<script>no()</script><style>no{}</style><!-- no -->"
    assert words(page) == ["Yes"]


@given(st.text())
def test_anything_can_be_read_as_a_page(page):
    paragraphs_of_page(page)


def test_the_text_is_read_where_the_page_has_not_all_of_it():
    assert paragraphs_of_paste("One\nTwo", "<p>One</p>") == (Paragraph("One"), Paragraph("Two"))
    assert paragraphs_of_paste("• One", "<ul><li>One</ul>") == (Paragraph("One", "•"),)
    assert paragraphs_of_paste("One", "<![broken") == (Paragraph("One"),)


def test_one_paragraph_gives_words_with_the_spaces_around_them_and_several_give_none():
    assert words_of_paste(" and so\u00adon \r\n") == " and soon "
    assert words_of_paste("1. One") == "1. One"
    assert words_of_paste("• One", "<ul><li>One</li></ul>") == "One"
    assert words_of_paste("One\nTwo") is None
    assert words_of_paste("\n") == ""


# Entries


def test_each_paragraph_is_an_entry_of_the_kind_that_its_words_announce():
    text = (
        "6.1 Members asked how many.\n"
        "6.2 The Director of Finance confirmed that it was 5.\n"
        "RESOLVED: That the Committee:\n(a) notes the report; and\n(b) asks for more.\n"
        "19:40 Councillor A Marsden left the meeting.\n"
        "a member of the public spoke.\n"
        "99:99 is no time"
    )
    assert entries(text) == [
        ("question", "Members asked how many."),
        ("response", "The Director of Finance confirmed that it was 5."),
        ("resolution", ("RESOLVED: That the Committee:\n(a) notes the report; and\n"
                       "(b) asks for more.")),
        ("departure", "Councillor A Marsden left the meeting."),
        ("comment", "a member of the public spoke."),
        ("note", "99:99 is no time"),
    ]  # fmt: skip
    assert entries_of_paste(text, "", NOBODY, counted())[3].time == dt.time(19, 40)


def test_a_question_above_the_paste_is_answered_by_it():
    said = "The Director of Finance advised that it was 5."
    assert entries(said) == [("note", said)]
    asked = Entry("q", EntryKind.QUESTION, "Why?")
    assert entries(said, above=(asked,)) == [("response", said)]


def test_the_owner_and_the_date_of_an_action_point_are_understood():
    lists = Lists(people_of(brookmere()), dt.date(2026, 3, 5))
    (entry,) = entries_of_paste("ACTION: Report. @cdo by 2 April", "", lists, counted())
    officer = next(p for p in lists.people if p.code == "cdo")
    assert entry.text == "ACTION: Report."
    assert entry.facts == ActionPoint(Mention(officer.id), dt.date(2026, 4, 2))


def test_a_numbered_paragraph_after_a_decision_is_no_limb_of_it():
    assert entries("3. RESOLVED: That it be noted.\n4. Members asked why.") == [
        ("resolution", "RESOLVED: That it be noted."),
        ("question", "Members asked why."),
    ]
    page = "<p>RESOLVED: That:</p><ol><li>it be noted; and</li><li>it be sent.</li></ol>"
    assert entries("", page) == [
        ("resolution", "RESOLVED: That:\n1. it be noted; and\n2. it be sent.")
    ]


def test_lines_in_the_notation_are_read_as_such():
    assert entries("19:31 q Why?\nr Because.\n  And so.\n") == [
        ("question", "Why?"),
        ("response", "Because.\nAnd so."),
    ]
    assert not is_notation("a member asked why\n- and how")


# Nothing is lost

said = st.lists(
    st.text(alphabet="abcdefgh ABCDÉöŵ’“”,;.:!?()'£", min_size=1).filter(str.strip), min_size=1
)
marks = st.sampled_from(["", "• ", "·\t", "1. ", "(3) ", "o\t", "– ", "* ", "\t"])


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


openings = st.sampled_from(
    [
        "Budget", "a member", "Members asked “why”", "19:3 or", "RESOLVED: That:", "(a) noted",
        "Action: report by Friday", "£5 million", "\\q @", "ACTION \\ @b",
    ]
)  # fmt: skip
rests = st.text(alphabet="abc XYZé.:;()“”\\@-", max_size=30)


@given(st.lists(st.tuples(marks, openings, rests), min_size=1, max_size=8))
def test_no_word_of_a_paste_is_lost(lines):
    text = "\n".join(f"{mark}{first} {rest}" for mark, first, rest in lines)
    found = entries_of_paste(text, "", NOBODY, counted())
    kept = re.sub(r"1\.|\(3\)", "", "".join(letters(each.text) for each in found))  # a limb's
    facts = [e.facts for e in found if isinstance(e.facts, ActionPoint)]
    if not facts:
        assert kept == letters("".join(f"{first}{rest}" for _, first, rest in lines))
    told = "".join(f"{action.owner.words if action.owner else ''}{action.due}" for action in facts)
    wanted = "".join(f"{first}{rest}" for _, first, rest in lines)
    lost = Counter(filter(str.isalnum, wanted)) - Counter(filter(str.isalnum, kept + told))
    assert lost <= Counter("by" * len(facts))


@given(st.text(st.characters(exclude_categories=("Cc",), include_characters="\n\t\v")))
def test_no_letter_or_figure_of_any_text_is_lost(text):
    kept = "".join(f"{p.mark}{p.words}" for p in paragraphs_of_text(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.lists(said, min_size=1, max_size=5))
def test_no_word_of_a_page_is_lost(cells):
    rows = "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in row)}</tr>" for row in cells)
    page = f"<ul><li>{escape(cells[0][0])}</li></ul><table>{rows}</table>"
    wanted = letters("".join((cells[0][0], *(cell for row in cells for cell in row))))
    kept = "".join(letters(f"{p.mark}{p.words}") for p in paragraphs_of_page(page)).lstrip("•")
    assert kept.replace(";", "") == wanted.replace(";", "")


# Copied here, pasted here


@given(meetings())
def test_entries_come_back_with_kinds_times_and_facts(meeting):
    lists = lists_of(meeting)
    for item in meeting.items:
        text = write_entries(item.entries, lists)
        new_id = iter(entry.id for entry in item.entries).__next__
        assert read_entries(text, lists, new_id) == item.entries


def test_pasted_entries_have_ids_of_their_own():
    found = entries_of_paste("One\nTwo\nThree", "", NOBODY, counted())
    assert all(one.id != other.id for one, other in pairwise(found))
