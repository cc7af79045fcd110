"""A promise in somebody's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.meeting.people import Person
from clerkapp.wording.promises import promise_in, promised_by


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The Director would circulate the figures to Members.",
         "Circulate the figures to Members."),
        ("The Head of Finance undertook to write to the contractor", "Write to the contractor."),
        ("It was late. She agreed to provide a list; nobody objected.", "Provide a list."),
        ("He agreed that officers would look into the delay.", "Look into the delay."),
        ("The Clerk promised to ring the school.", "Ring the school."),
        ("They will also publish the map on £2.5 million of works.",
         "Publish the map on £2.5 million of works."),
        ("The Officer advised that he would report back in June.", "Report back in June."),
        ("First this.\nThe Officer would check the lamp.", "Check the lamp."),
    ],
)  # fmt: skip
def test_a_promise_is_seen(text: str, action: str):
    found = promise_in(text)
    assert found is not None
    assert found.words == action
    assert text[found.start : found.end].rstrip(".;").endswith(action[-9:-1])


@pytest.mark.parametrize(
    "text",
    [
        "Members asked whether officers would circulate the figures.",
        "The work would cost £3 million.",
        "It would be circulated widely if it were true.",
        "If asked, the Director would provide a list.",
        "He said “I will send it tomorrow”.",
        "The Committee agreed to note the report.",
        "The Committee agreed the minutes.",
        "She wished that somebody would.",
        "The checks would checker the board.",
        "",
    ],
)
def test_what_is_no_promise_is_left_alone(text: str):
    assert promise_in(text) is None


@given(st.text(alphabet="would circulate agreed to.“”\nif ", max_size=60))
def test_what_is_promised_stands_in_the_text(text: str):
    found = promise_in(text)
    if found:
        assert 0 <= found.start < found.end <= len(text)
        assert found.words[1:-1] in text


PEOPLE = (
    Person("cdo", "Chief Digital Officer", code="cdo"),
    Person("hol", "Jo Ray", "Head of Legal", code="hol"),
    Person("f", "Cllr A Finch"),
    Person("led", "Lighting Engineer", code="led"),
    *(Person(f"p{n}", f"Cllr {n} Pike") for n in "AB"),
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Chief Digital Officer confirmed that she would circulate the figures.", "cdo"),
        ("The Chief Digital Officer undertook to circulate the figures.", "cdo"),
        ("Councillor Finch apologised and would circulate the figures.", "f"),
        ("Councillor Finch said that the Head of Legal would circulate the figures.", "hol"),
        ("The Head of Legal agreed. He would circulate the figures.", "hol"),
        ("Jo Ray, Head of Legal, would circulate the figures.", "hol"),
        ("The Chief Digital Officer said that officers would circulate the figures.", None),
        ("Councillor Pike undertook to circulate the figures.", None),
        ("Officers would circulate the figures.", None),
        ("The lamps were led and would provide light.", None),
        ("Would circulate the figures.", None),
    ],
)
def test_who_gave_the_promise(text: str, who: str | None):
    promise = promise_in(text)
    assert promise is not None
    person = promised_by(text, promise, PEOPLE)
    assert (person.id if person else None) == who
