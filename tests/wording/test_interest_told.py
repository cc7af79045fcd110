"""An interest declared, told in one sentence."""

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
    ],
)
def test_what_tells_more_or_of_several_stays(sentence: str):
    assert interest_told(sentence) is None
