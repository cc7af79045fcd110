"""Who is said to have spoken: only where it is known, and nothing but the name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import HouseStyle, house_style
from clerkapp.wording.minutes import Audience

HEADER = (
    "Present: Cllr R Finch (Chair); Cllr C Ó Briain; Mrs A Dale\n"
    "In attendance: Jo Ray (Head of Legal); Head of Parks\n# 1. Item\n"
)


def style(**axes: str) -> HouseStyle:
    base = house_style("")
    return replace(base, layout=replace(base.layout, exchanges="apart", **axes))  # type: ignore[arg-type]


def meeting(line: str) -> Meeting:
    return read_notation(HEADER + line).meeting


def told(line: str, audience: Audience = Audience.PUBLIC, **axes: str) -> str:
    (passage,) = compose(meeting(line), style(**axes), audience).sections[0].passages
    return passage.text


@pytest.mark.parametrize(
    ("typed", "axes", "printed"),
    [
        ("Councillor Finch asked why.", {"speakers": "a member"}, "A Member asked why."),
        ("Cllr R Finch asked why.", {"speakers": "a member"}, "A Member asked why."),
        ("Councillor Finch asked why.", {"speakers": "members"}, "Members asked why."),
        ("Councillor Finch was sorry.", {"speakers": "members"}, "Members were sorry."),
        ("Councillor Finch has left.", {"speakers": "members"}, "Members have left."),
        ("Cllr Finch asked why.", {"speakers": "named"}, "Councillor Finch asked why."),
        (
            "Cllr Finch asked why.",
            {"speakers": "named", "names": "full", "member": "Cllr"},
            "Cllr R Finch asked why.",
        ),
        ("Councillor Finch asked.", {"speakers": "named", "names": "initials"}, "RF asked."),
        ("Cllr Finch asked why.", {"speakers": "as typed"}, "Cllr Finch asked why."),
        # the name is not the whole of what stands there
        ("Councillor Finches asked.", {"speakers": "a member"}, "Councillor Finches asked."),
        ("Councillor Finch’s view.", {"speakers": "a member"}, "Councillor Finch’s view."),
        # it is somebody else's name, or stands further on or in quotation marks
        ("Councillor Ó Briain asked.", {"speakers": "a member"}, "Councillor Ó Briain asked."),
        ("So Councillor Finch asked.", {"speakers": "a member"}, "So Councillor Finch asked."),
        ("“Councillor Finch asked.”", {"speakers": "a member"}, "“Councillor Finch asked.”"),
        (
            "Councillor Finch said “Councillor Finch asked”.",
            {"speakers": "a member"},
            "A Member said “Councillor Finch asked”.",
        ),
    ],
)
def test_a_name_at_the_opening_is_told_as_the_house_tells_it(typed, axes, printed: str):
    assert told(f"c {typed} [by Cllr R Finch]", **axes) == printed


def test_nobody_is_guessed_where_it_was_not_recorded_who_spoke():
    assert told("c Councillor Finch asked.", speakers="a member") == "Councillor Finch asked."


@pytest.mark.parametrize(
    ("officers", "printed"),
    [
        ("as listed", "Jo Ray said so."),
        ("title", "The Head of Legal said so."),
        ("name", "Jo Ray said so."),
        ("name (title)", "Jo Ray (Head of Legal) said so."),
    ],
)
@pytest.mark.parametrize("typed", ["Jo Ray", "The Head of Legal", "Jo Ray (Head of Legal)"])
def test_an_officer_is_told_by_title_or_name(officers: str, printed: str, typed: str):
    assert told(f"r {typed} said so. [by Jo Ray]", speakers="named", officers=officers) == printed


def test_an_officer_known_by_post_alone_is_that_post_in_every_house():
    for officers in ("title", "name", "name (title)"):
        said = told("r Head of Parks said. [by Head of Parks]", speakers="named", officers=officers)
        assert said == "The Head of Parks said."


def test_an_officer_is_no_member():
    said = told("r The Head of Legal said. [by Jo Ray]", speakers="a member", officers="title")
    assert said == "The Head of Legal said."


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_what_follows_the_name_is_never_touched(rest: str):
    made = meeting("c x [by Cllr R Finch]")
    item = made.items[0]
    entry = replace(item.entries[0], text=f"Cllr Finch {rest}")
    made = replace(made, items=(replace(item, entries=(entry,)),))
    for speakers, name in (("a member", "A Member"), ("named", "Councillor Finch")):
        minutes = compose(made, style(speakers=speakers), Audience.CONFIDENTIAL)
        assert minutes.sections[0].passages[0].text == f"{name} {rest}".strip()


def test_the_public_learns_no_name_that_the_words_do_not_have():
    line = "q Members asked why. [by Cllr R Finch]"
    for speakers in ("named", "a member", "members"):
        assert told(line, speakers=speakers) == "Members asked why."


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("school-governors", "A Councillor asked why."),
        ("keyword-minutes", "Councillors asked why."),
    ],
)
def test_whom_the_list_calls_a_councillor_is_no_governor(name: str, printed: str):
    listed = HEADER.replace("Mrs A Dale", "Cllr B Birch (Councillor)")
    made = compose(
        read_notation(f"{listed}n Cllr Birch asked why. [by Cllr B Birch]").meeting,
        house_style(name),
    )
    assert printed in {each.text for each in made.sections[0].passages}
    made = compose(
        meeting("n Mrs A Dale asked why. [by Mrs A Dale]"), house_style("school-governors")
    )
    assert "A Governor asked why." in {each.text for each in made.sections[0].passages}


@pytest.mark.parametrize(
    ("post", "printed"),
    [
        ("Headteacher", "The Headteacher replied that it leaked."),
        ("Acting Principal", "The Acting Principal replied that it leaked."),
        ("Parent governor", "A Member replied that it leaked."),
        ("Head of Music", "A Member replied that it leaked."),
    ],
)
def test_the_head_who_sits_among_the_members_answers_as_the_head(post: str, printed: str):
    lines = f"Present: Priya Rao ({post}); Ann Cole\n# 1. Item\n"
    held = read_notation(f"{lines}r Priya Rao replied that it leaked. [by Priya Rao]").meeting
    (passage,) = compose(held, style(speakers="a member"), Audience.PUBLIC).sections[0].passages
    assert passage.text == printed
