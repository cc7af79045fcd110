"""Jurisdictions: each file is whole, and a wrong key is named."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from clerkapp.errors import JurisdictionError
from clerkapp.law.deadlines import due_by
from clerkapp.law.interests import bar, disqualifies, in_full, nature_of
from clerkapp.law.jurisdiction import (
    Jurisdiction,
    jurisdiction,
    jurisdictions,
    law_of,
    read_jurisdiction,
    told_by_name,
)
from clerkapp.meeting.interests import Declaration, withdrew
from clerkapp.meeting.meeting import Heading, Meeting
from clerkapp.resources import resource

ALL = jurisdictions()
WHOLE = resource("jurisdictions", "england.toml").read_text(encoding="utf-8")


def written(folder: Path, text: str, name: str = "mine") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_jurisdiction_that_comes_with_clerkapp_is_whole():
    assert [law.name for law in ALL] == [
        *("community", "england", "ireland", "new-zealand", "nhs", "northern-ireland", "ontario"),
        *("parish", "schools", "schools-wales", "scotland", "universities", "wales"),
    ]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("england", range(1, 8)),
        ("wales", range(12, 19)),
        ("scotland", range(1, 16)),
        ("northern-ireland", range(1, 8)),
        ("parish", ()),
        ("schools", ()),
    ],
)
def test_each_schedule_has_its_paragraphs(name: str, numbers: range):
    told = [paragraph.number for paragraph in jurisdiction(name).exemption.paragraphs]
    assert told == [str(number) for number in numbers]


@pytest.mark.parametrize("law", ALL, ids=lambda law: law.name)
def test_the_public_is_excluded_in_words_for_one_item_and_for_several(law: Jurisdiction):
    for words in (law.exclusion.resolution, law.exclusion.resolution_plain):
        assert "{items}, which is" not in words
        assert "{items} is" not in words


def test_what_closes_a_meeting_in_new_zealand_and_ontario_is_named_by_its_provision():
    told = {
        name: [paragraph.number for paragraph in jurisdiction(name).exemption.paragraphs]
        for name in ("new-zealand", "ontario", "ireland")
    }
    # LGOIMA s.48(1)(a) leaves out s.7(2)(f)(i); s.7(2)(ba) is for consents under another Act alone
    assert {each[:6] for each in told["new-zealand"]} == {
        f"7(2)({letter}" for letter in "abcdefghij"
    }
    assert "7(2)(f)(i)" not in told["new-zealand"]
    assert told["ontario"] == [f"239(2)({letter})" for letter in "abcdefghijk"]
    assert told["ireland"] == []


def test_only_england_asks_for_names_on_the_budget_and_only_executives_for_a_statement():
    assert [law.name for law in ALL if "budget" in law.votes.names_required] == ["england"]
    assert {law.name: len(law.statement.required) for law in ALL if law.statement.required} == {
        "england": 4,
        "wales": 3,
    }


def test_where_everybody_may_read_all_minutes_no_summary_is_owed():
    open_to_all = {law.name: law.exemption.summary for law in ALL if not law.exemption.carve_out}
    assert open_to_all == {"parish": "", "community": ""}


@pytest.mark.parametrize("law", ALL, ids=lambda law: law.name)
def test_what_may_be_done_about_an_interest_is_understood_by_the_ledger(law: Jurisdiction):
    told = {each.words: each.out for each in law.interests.conducts}
    assert told == {words: withdrew(Declaration(conduct=words)) for words in told}
    assert set(told.values()) == {True, False}


def test_no_name_is_the_usual_jurisdiction_and_an_unknown_one_does_not_stop_a_meeting():
    assert jurisdiction("").name == "england"
    assert law_of(Meeting("m", Heading(jurisdiction="scotland"))).name == "scotland"
    assert law_of(Meeting("m", Heading(jurisdiction="atlantis"))).name == "england"


@pytest.mark.parametrize("name", ["nowhere", "../samples/x", "a/b"])
def test_a_jurisdiction_that_is_not_there_is_said_with_those_that_are(name: str):
    with pytest.raises(JurisdictionError, match="there are community, england"):
        jurisdiction(name)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('bars = "always"', 'bars = "often"', "natures[1].bars: expected one of always, by test"),
        ("out = true", 'out = "yes"', "interests.conducts[1].out: expected true or false"),
        ("out = true", "", "interests.conducts[1].out is missing"),
        ('item = "item {number}"', 'item = "item {n}"', "item: {n} is not among its places: {num"),
        ('left = "', 'left = "{', "exclusion.left:"),
        ('joint = "and"', "joint = 1", "exclusion.joint: expected words"),
        ("[votes]", 'colour = "x"\n[votes]', "exclusion.colour is not a key"),
        ('names_required = ["budget"]', 'names_required = "budget"', "required: expected a list"),
        ('names_required = ["budget"]', 'names_required = ["tax"]', "expected some of budget"),
        ('required = ["reasons"', 'required = ["cause"', "statement.required[1]: expected one of"),
        ('number = "2"', 'number = "1"', "exemption.paragraphs: 1 is there twice"),
        ('short = "ORI"', 'short = "dpi"', "“dpi” is the name of two natures"),
        ("[statement]", "[[statement]]", "statement: expected a table"),
        ("[exemption]", "[exemptions]", "exemptions is not a key"),
        ("[exclusion]", "[exclusion", "cannot be read"),
        ("title =", 'like = "nowhere"\ntitle =', "nowhere.toml cannot be read"),
        ("title =", "like = 1\ntitle =", "like: expected words"),
    ],
)
def test_a_wrong_key_is_named(tmp_path: Path, old: str, new: str, sentence: str):
    assert old in WHOLE
    with pytest.raises(JurisdictionError) as caught:
        read_jurisdiction(written(tmp_path, WHOLE.replace(old, new, 1)))
    assert sentence in str(caught.value)


def test_a_jurisdiction_is_like_another_but_for_its_own_keys(tmp_path: Path):
    written(tmp_path, WHOLE, "base")
    mine = read_jurisdiction(
        written(tmp_path, 'like = "base"\ntitle = "Mine"\n[exclusion]\njoint = "&"\n')
    )
    base = read_jurisdiction(tmp_path / "base.toml")
    assert (mine.name, mine.title, mine.exclusion.joint) == ("mine", "Mine", "&")
    assert mine.exclusion == replace(base.exclusion, joint="&")
    assert mine.interests == base.interests


def test_jurisdictions_that_are_like_each_other_are_refused(tmp_path: Path):
    written(tmp_path, 'like = "b"', "a")
    written(tmp_path, 'like = "a"', "b")
    with pytest.raises(JurisdictionError, match="a → b → a is a circle"):
        read_jurisdiction(tmp_path / "a.toml")


# Interests


@pytest.mark.parametrize(
    ("law", "typed", "name"),
    [
        ("england", "DPI, as a director of a bidder", "disclosable pecuniary interest"),
        ("england", "a pecuniary interest in the lease", "disclosable pecuniary interest"),
        ("england", "non-pecuniary interest as a neighbour", "non-pecuniary interest"),
        ("england", "Other Registrable Interest", "other registrable interest"),
        ("england", "non-registrable interest", "non-registrable interest"),
        ("england", "a friend of the applicant", None),
        ("wales", "personal and prejudicial interest", "personal and prejudicial interest"),
        ("wales", "personal interest", "personal interest"),
        ("scotland", "non-financial interest", "non-financial interest"),
        ("northern-ireland", "non-pecuniary interest", "significant private or personal"),
        ("nhs", "indirect interest", "indirect interest"),
        ("new-zealand", "non-financial interest", "non-pecuniary interest"),
        ("ireland", "pecuniary interest", "beneficial interest"),
        ("ontario", "indirect pecuniary interest", "pecuniary interest"),
    ],
)
def test_a_nature_is_known_by_any_of_its_names(law: str, typed: str, name: str | None):
    nature = nature_of(typed, jurisdiction(law))
    assert (nature.name if nature else None) == name or (nature and nature.name.startswith(name))


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("DPI, as a director", "disclosable pecuniary interest, as a director"),
        ("pecuniary interest in the lease", "pecuniary interest in the lease"),
        ("as a friend", "as a friend"),
    ],
)
def test_a_short_name_is_written_in_full(typed: str, full: str):
    assert in_full(typed, jurisdiction("england")) == full


@pytest.mark.parametrize(
    ("nature", "conduct", "expected"),
    [
        ("DPI", "", "always"),
        ("DPI", "took part under a dispensation", "never"),
        ("non-registrable interest", "", "by test"),
        ("personal interest", "", "never"),
        ("a friend", "", None),
    ],
)
def test_an_interest_keeps_its_holder_out_or_not(nature: str, conduct: str, expected: str | None):
    declaration = Declaration(nature=nature, conduct=conduct)
    assert bar(declaration, jurisdiction("england")) == expected
    assert disqualifies(declaration, jurisdiction("england")) is (expected == "always")


# Deadlines


@pytest.mark.parametrize(
    ("name", "held", "day"),
    [
        ("community", dt.date(2026, 3, 2), dt.date(2026, 3, 10)),  # a Monday, itself the first
        ("wales", dt.date(2026, 3, 6), dt.date(2026, 3, 16)),  # a Friday
        ("community", dt.date(2026, 3, 7), dt.date(2026, 3, 17)),  # a Saturday
        ("parish", dt.date(2026, 1, 31), dt.date(2026, 2, 28)),
        ("parish", dt.date(2026, 12, 5), dt.date(2027, 1, 5)),
    ],
)
def test_the_day_by_which_it_must_be_published(name: str, held: dt.date, day: dt.date):
    (deadline,) = jurisdiction(name).deadlines
    assert due_by(deadline, held) == day


def test_days_that_begin_after_the_meeting_do_not_count_it():
    (deadline,) = jurisdiction("wales").deadlines
    after = replace(deadline, counts_the_day=False, within=1)
    assert due_by(after, dt.date(2026, 3, 6)) == dt.date(2026, 3, 9)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Much Marling Parish Council", "parish"),
        ("MARLING TOWN COUNCIL", "parish"),
        ("School Lane Parish Council", "parish"),
        ("St Aldhelm’s Church of England Primary School", "schools"),
        ("The Governing Body of Larkfield Infants", "schools"),
        ("Larkfield Multi-Academy Trust", "schools"),
        ("The Governing Body of Ysgol Bryn", "schools-wales"),
        ("Brookmere University", "universities"),
        ("Senate", "universities"),
        ("NHS Brookmere Integrated Care Board", "nhs"),
        ("Brookmere University Hospitals NHS Foundation Trust", "nhs"),
        ("Cyngor Sir Glyn", "wales"),
        ("Cyngor Tref Bryn", "community"),
        ("Cyngor Tref Bryn / Bryn Town Council", ""),
        ("Glen Community Council", ""),  # in Wales, or in Scotland
        ("NHS Glen", ""),
        ("Brookmere Borough Council", ""),
        ("Preschools Forum", ""),
        ("", ""),
    ],
)
def test_the_name_of_a_body_tells_its_jurisdiction_where_it_is_plain(body: str, name: str):
    law = told_by_name(body)
    assert (law.name if law else "") == name
