"""Which language a paragraph is in, and dates in the manner and language of the house."""

import datetime as dt

import pytest

from clerkapp.wording.languages import (
    language_of,
    opens_right_to_left,
    pieces_of,
    web_language,
)
from clerkapp.wording.times import date_words

WELSH = "Nododd y Cynghorydd Huws fod yr adroddiad yn glir."
ENGLISH = "The Committee noted that the report was clear."


@pytest.mark.parametrize(
    ("text", "document", "language"),
    [
        (WELSH, "en-GB", "cy-GB"),
        (WELSH, "en-IE", "cy-GB"),
        (WELSH, "cy-GB", ""),
        (ENGLISH, "en-GB", ""),
        (ENGLISH, "cy-GB", "en-GB"),
        ("The Committee visited Ynys y Bont.", "en-GB", ""),
        ("Mrs G Huws", "cy-GB", ""),  # a name is of no language
        ("", "cy-GB", ""),
    ],
)
def test_only_words_in_another_language_than_the_document_are_told(text, document, language):
    assert language_of(text, document) == language


@pytest.mark.parametrize(
    ("text", "document", "pieces"),
    [
        (
            "Apologies / Ymddiheuriadau",
            "en-GB",
            (("Apologies / ", ""), ("Ymddiheuriadau", "cy-GB")),
        ),
        (
            "Ymddiheuriadau / Apologies",
            "cy-GB",
            (("Ymddiheuriadau / ", ""), ("Apologies", "en-GB")),
        ),
        (
            "The last meeting / Cofnodion y cyfarfod diwethaf",
            "en-GB",
            (("The last meeting / ", ""), ("Cofnodion y cyfarfod diwethaf", "cy-GB")),
        ),
        ("10 am / 2 pm", "en-GB", (("10 am / 2 pm", ""),)),
        ("Cllr Y Khan / Cllr A Ash", "en-GB", (("Cllr Y Khan / Cllr A Ash", ""),)),
        (WELSH, "en-GB", ((WELSH, "cy-GB"),)),
    ],
)
def test_a_heading_in_two_languages_is_told_apart(text, document, pieces):
    assert pieces_of(text, document) == pieces
    assert language_of(text, document) == ("" if len(pieces) > 1 else pieces[0][1])


def test_a_web_page_names_welsh_without_a_region():
    assert [web_language(tag) for tag in ("cy-GB", "en-IE")] == ["cy", "en-IE"]


@pytest.mark.parametrize(
    ("manner", "words"),
    [
        ("5 March 2026", "1 March 2026"),
        ("5th March 2026", "1st March 2026"),
        ("March 5, 2026", "March 1, 2026"),
        ("5 Mawrth 2026", "1 Mawrth 2026"),
    ],
)
def test_a_date_is_printed_in_the_manner_of_the_house(manner: str, words: str):
    assert date_words(dt.date(2026, 3, 1), manner) == words


def test_the_days_of_a_month_have_their_endings():
    days = [date_words(dt.date(2026, 3, day), "5th March 2026").split()[0] for day in range(1, 32)]
    assert days[:4] == ["1st", "2nd", "3rd", "4th"]
    assert days[9:14] == ["10th", "11th", "12th", "13th", "14th"]
    assert days[20:24] == ["21st", "22nd", "23rd", "24th"]
    assert days[-1] == "31st"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("تقرير المجلس", True),
        ("2. שלום world 2026 עולם.", True),
        ("Councillor Hughes asked “لماذا الآن؟”", False),
        ("Report דוח", False),
        ("2026", False),
        ("", False),
    ],
)
def test_the_first_letter_tells_from_which_side_words_are_read(text: str, is_so: bool):
    assert opens_right_to_left(text) is is_so
