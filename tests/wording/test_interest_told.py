"""An interest declared, told in one sentence."""

import time

import pytest

from clerkapp.wording.interest_told import InterestTold, interest_told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Cllr Finch declared a personal interest in item 3 as a neighbour of the applicant.",
            InterestTold(
                "Cllr Finch",
                "a personal interest in item 3 as a neighbour of the applicant",
                number="3",
            ),
        ),
        (
            "Cllr. J. Lea declared a pecuniary interest in the allotments and left the room.",
            InterestTold(
                "Cllr. J. Lea",
                "a pecuniary interest in the allotments",
                "left the room",
                about="the allotments",
            ),
        ),
        (
            "Cllr Finch declared a DPI in agenda item 99/20, and withdrew at 7.50 pm",
            InterestTold(
                "Cllr Finch", "a DPI in agenda item 99/20", "withdrew at 7.50 pm", "99/20"
            ),
        ),
        (
            "Cllr Finch declared an interest in the item on the village hall, as a trustee.",
            InterestTold(
                "Cllr Finch",
                "an interest in the item on the village hall, as a trustee",
                about="the village hall",
            ),
        ),
        ("Cllr Finch declared an interest.", InterestTold("Cllr Finch", "an interest")),
        (
            "Cllr Finch declared a personal interest as he lives in Mill Lane.",
            InterestTold("Cllr Finch", "a personal interest as he lives in Mill Lane"),
        ),
        (
            "Cllr Finch declared a Disclosable Pecuniary Interest in Item 3(b), as a tenant.",
            InterestTold(
                "Cllr Finch",
                "a Disclosable Pecuniary Interest in Item 3(b), as a tenant",
                number="3",
            ),
        ),
    ],
)
def test_one_sentence_is_understood(sentence: str, told: InterestTold):
    assert interest_told(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "There were no declarations of interest.",
        "Cllr Finch and Cllr Lea declared an interest in item 3.",
        "Cllr Finch declared interests in items 3 and 4.",
        "Cllr Finch declared an interest in item 3. The Clerk noted it.",
        "Cllr Finch declared an interest in item 3; Cllr Lea declared one in item 4.",
        "Cllr Finch declared that she knew the applicant.",
        "Cllr Finch declared an interest in item 3, 4 and 12a.",
        "Cllr Finch declared an interest in item 3-4",
        "Cllr Finch declared an interest in item 3 to 4",
        "Cllr Finch declared an interest in item 3 as well as 4",
        "Cllr Finch declared an interest in item 3, also 4",
        "Cllr Finch declared an interest in item 3 and in 4",
        "Cllr Finch declared an interest in item 3 and the budget",
        "Cllr Finch declared an interest in item 3, Mr Patel in 4",
        "Cllr Finch declared an interest in item 3 in the schedule of payments",
        "Cllr Finch declared no interest in item 2.",
        "Cllr Finch declared that he had no disclosable pecuniary interest in item 2.",
        "Cllr Finch declared he had an interest in item 2 and left the room.",
        "Cllr Finch declared on behalf of Cllr Lea an interest in item 2.",
        "Cllr Finch declared a lack of interest.",
        "Cllr Finch declared the meeting closed, there being no further interest.",
        "Cllr Finch declared an interest in item 2 as the neighbour of a man who left the room.",
        "Cllr Finch declared an interest in item 2 as she would be affected.",
        "Cllr Finch declared an interest in item 2 and left the decision to others.",
        "Cllr Finch declared an interest in item 2 and item 3.",
        "Cllr Finch declared an interest in item 2 and 3.",
        "Cllr Finch declared an interest in item 2 but not item 3.",
        "Cllr Finch declared an interest in item 2, as did Cllr Lea.",
        "Cllr Finch declared an interest in item 2 and took the chair.",
        "Cllr Finch declared an interest in item 2 and was granted a dispensation.",
        "Cllr Finch declared an interest in item 2 of the last meeting.",
        "Cllr Finch declared an interest in item 2 and remained under a dispensation to 31.03.27",
    ],
)
def test_what_tells_more_or_of_several_stays(sentence: str):
    assert interest_told(sentence) is None


def test_a_long_text_costs_no_time():
    for words in ("interest and left ", "interest, ", "personal ", "and "):
        began = time.perf_counter()
        assert interest_told(f"Cllr Finch declared an {words * 1500};") is None
        assert time.perf_counter() - began < 0.5
