"""Declarations of interest in the words of the house."""

import pytest

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import AgendaItem, Meeting
from clerkapp.meeting.people import Mention
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style

DPI = "disclosable pecuniary interest"
FINCH = Mention(words="Cllr R Finch")


def said(nature: str, conduct: str = "", item_id: str = "b", exempt: Exempt | None = None) -> str:
    facts = Declaration(FINCH, nature, conduct, item_id)
    entries = (Entry("e", EntryKind.DECLARATION, facts=facts),)
    items = (
        AgendaItem("a", "Declarations of interest", "3", entries=entries),
        AgendaItem("b", "Bids", "8", exempt=exempt),
        AgendaItem("c"),
    )
    (passage,) = compose(Meeting("m", items=items), house_style("")).sections[0].passages
    return passage.text


@pytest.mark.parametrize(
    ("nature", "conduct", "sentence"),
    [
        ("", "", "declared an interest in item 8."),
        ("DPI", "left the room", "declared a {DPI} in item 8, and left the room."),
        ("dpi, as a director", "", "declared a {DPI} in item 8, as a director."),
        ("NRI as a friend.", "", "declared a non-registrable interest in item 8, as a friend."),
        ("a curious interest in it", "", "declared a curious interest in item 8, in it."),
        ("as a trustee", "", "declared an interest in item 8, as a trustee."),
        ("she knew the applicant", "", "declared an interest in item 8: she knew the applicant."),
        ("DPI in item 8, as a bidder", "", "declared a {DPI} in item 8, as a bidder."),
        (
            "DPI in the item on bids, as a bidder",
            "",
            "declared a {DPI} in the item on bids, as a bidder.",
        ),
        ("DPI in the item on the park", "", "declared a {DPI} in item 8, in the item on the park."),
        ("DPI in agenda item 8 (Bids)", "", "declared a {DPI} in agenda item 8 (Bids)."),
        ("DPI in Bids, as a bidder", "", "declared a {DPI} in Bids, as a bidder."),
        ("DPI in items 7 and 8", "", "declared a {DPI} in items 7 and 8."),
        ("Item 8: personal interest", "", "declared a personal interest in item 8."),
        ("in item 8 as a trustee", "", "declared an interest in item 8 as a trustee."),
        ("DPI in item 80", "", "declared a {DPI} in item 8, in item 80."),
        ("DPI in Bidston", "", "declared a {DPI} in item 8, in Bidston."),
        ("buddiant personol, fel ffrind", "", "declared buddiant personol in item 8, fel ffrind."),
    ],
)
def test_a_declaration_names_the_nature_in_full_and_the_item(nature, conduct, sentence):
    assert said(nature, conduct) == f"Councillor Finch {sentence.format(DPI=DPI)}"


def test_without_an_item_none_is_named():
    assert said("DPI as a director", item_id="") == (
        "Councillor Finch declared a disclosable pecuniary interest as a director."
    )
    assert said("DPI", item_id="gone") == (
        "Councillor Finch declared a disclosable pecuniary interest."
    )


def test_an_item_without_a_number_is_named_by_its_title():
    assert said("DPI", item_id="c").endswith("interest in “”.")


def test_the_public_reads_of_an_interest_in_an_exempt_item_that_was_declared_in_public():
    assert said("DPI, as a bidder", "left", exempt=Exempt("3")) == said("DPI, as a bidder", "left")
