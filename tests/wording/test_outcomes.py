"""How an item came out, and the statement under an executive decision."""

import pytest
from meetings import item_with
from msgspec.structs import replace

from clerkapp.law.jurisdiction import jurisdiction
from clerkapp.meeting.decisions import Decision, Outcome, Referral
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.meeting import Heading
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style
from clerkapp.wording.minutes import Passage, Role
from clerkapp.wording.outcomes import missing_parts

STYLE = house_style("")


def passages(text: str, decision: Decision | None, style: HouseStyle = STYLE) -> list[Passage]:
    entry = Entry("e", EntryKind.RESOLUTION, text, facts=decision)
    return list(compose(item_with(entry), style).sections[0].passages)


@pytest.mark.parametrize(
    ("outcome", "text", "said"),
    [
        (Outcome.RESOLVED, "That it be so.", "RESOLVED: That it be so."),
        (Outcome.RESOLVED, "", None),
        (Outcome.NOTED, "the report.", "NOTED: The report."),
        (Outcome.NOTED, "", "The item was noted."),
        (Outcome.NOTED, "Noted: the report.", "NOTED: The report."),
        (Outcome.DEFERRED, "for a site visit.", "DEFERRED: For a site visit."),
        (Outcome.DEFERRED, "DEFERRED – for a site visit.", "DEFERRED: For a site visit."),
        (Outcome.DEFERRED, "Deferred to May.", "DEFERRED: Deferred to May."),
        (Outcome.DEFERRED, "", "The item was deferred."),
        (Outcome.REFUSED, "on grounds of noise.", "REFUSED: On grounds of noise."),
        (Outcome.REFUSED, "", "The application was refused."),
        (Outcome.NO_ACTION, "until May.", "NO ACTION: Until May."),
        (Outcome.NO_ACTION, "", "No action was agreed."),
    ],
)
def test_each_outcome_has_its_words(outcome: Outcome, text: str, said: str | None):
    made = passages(text, Decision(outcome))
    assert [passage.text for passage in made] == ([said] if said else [])
    assert {passage.role for passage in made} <= {Role.DECISION}


def test_a_resolution_without_facts_and_words_prints_nothing():
    assert passages("", None) == []


def test_the_house_has_its_own_labels():
    words = replace(STYLE.decisions, deferred="Deferred –", resolved="AGREED –")
    style = replace(STYLE, decisions=words)
    assert passages("to May.", Decision(Outcome.DEFERRED), style)[0].text == "Deferred – To May."
    assert passages("That it be so.", None, style)[0].text == "AGREED – That it be so."


WHOLE = Decision(
    reasons="The lease ends.", alternatives="Renewal", conflicts="None.", dispensations="None."
)


def test_the_statement_stands_under_the_decision():
    made = passages("That the lease end.", WHOLE)
    assert [(passage.role, passage.text) for passage in made] == [
        (Role.DECISION, "RESOLVED: That the lease end."),
        (Role.STATEMENT, "Reasons for the decision: The lease ends."),
        (Role.STATEMENT, "Alternatives considered and rejected: Renewal."),
        (Role.STATEMENT, "Conflicts of interest: None."),
        (Role.STATEMENT, "Dispensations: None."),
    ]
    assert all(passage.entry_ids == ("e",) for passage in made)


def test_a_recommendation_has_its_reasons_under_it():
    facts = Referral("Council", reasons="The lease ends.", alternatives="Renewal")
    entry = Entry("e", EntryKind.RECOMMENDATION, "That\n(a) it end\n(b) they go.", facts=facts)
    made = compose(item_with(entry), STYLE).sections[0].passages
    assert made[0].limbs[-1].text == "they go."
    assert [(passage.role, passage.text) for passage in made[1:]] == [
        (Role.STATEMENT, "Reasons for the recommendation: The lease ends."),
        (Role.STATEMENT, "Alternatives considered and rejected: Renewal."),
    ]


def test_the_headings_are_those_of_the_jurisdiction_unless_the_house_has_its_own():
    entry = Entry("e", EntryKind.RESOLUTION, "So.", facts=Decision(reasons="R.", conflicts="C."))
    welsh = replace(item_with(entry), heading=Heading(jurisdiction="wales"))
    house = replace(STYLE, decisions=replace(STYLE.decisions, reasons="Why"))
    made = compose(welsh, house).sections[0].passages[1:]
    assert [passage.text for passage in made] == ["Why: R.", "Interests declared: C."]


def test_a_house_in_welsh_gives_the_reasons_of_a_recommendation_in_welsh_whatever_the_law():
    facts = Referral("Bwrdd", reasons="Daw’r brydles i ben.")
    entry = Entry("e", EntryKind.RECOMMENDATION, "Cymeradwyo.", facts=facts)
    board = replace(item_with(entry), heading=Heading(jurisdiction="nhs"))
    made = compose(board, house_style("welsh-community-council")).sections[0].passages[-1]
    assert made.text == "Rhesymau dros yr argymhelliad: Daw’r brydles i ben."


def test_each_part_is_a_numbered_paragraph_in_a_house_that_numbers_them():
    made = passages("So.", WHOLE, house_style("numbered-paragraphs"))
    assert [passage.number for passage in made] == ["1.1", "1.2", "1.3", "1.4", "1.5"]


def test_what_the_law_asks_and_is_not_recorded():
    england, scotland = jurisdiction("england"), jurisdiction("scotland")
    assert missing_parts(WHOLE, england) == ()
    assert missing_parts(replace(WHOLE, conflicts=" "), england) == ("conflicts",)
    assert missing_parts(Decision(), jurisdiction("wales")) == (
        *("reasons", "conflicts", "dispensations"),
    )
    assert missing_parts(Decision(), scotland) == ()


def test_the_limbs_of_a_decision_end_alike():
    made = passages("That the Committee\n(a) notes it\n(b) thanks them.", None)
    assert [limb.text for limb in made[0].limbs] == ["notes it; and", "thanks them."]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("slash-numbers", "RESOLVED: To ask the plumber for a price."),
        ("proposed-and-seconded", "It was RESOLVED to ask the plumber for a price."),
    ],
)
def test_what_it_was_agreed_to_do_is_said_once(name: str, printed: str):
    typed = "# 1. Water\nIt was agreed to ask the plumber for a price."
    (passage,) = compose(read_notation(typed).meeting, house_style(name)).sections[0].passages
    assert passage.text == printed


@pytest.mark.parametrize("body", ["Authority", "Cabinet", "Court"])
def test_an_adjournment_is_told_once_whatever_the_body_is_called(body: str):
    typed = f"# 1. Tram\nx 12:55 [adjourned] The {body} adjourned for ten minutes."
    (passage,) = compose(read_notation(typed).meeting, house_style("")).sections[0].passages
    assert passage.text == f"The {body} adjourned for ten minutes (12.55 pm)."
