"""The JSON form: what is wrong with it is told by its place."""

import json

import pytest
from meetings import brookmere

from clerkapp.errors import NotationError
from clerkapp.meeting.decisions import Referral
from clerkapp.notation.json import read_json, write_json
from clerkapp.notation.json_facts import read_facts, write_facts
from clerkapp.notation.json_values import Value


def document() -> dict:
    return json.loads(write_json(brookmere()))


def test_the_form_names_itself_and_its_version():
    assert (document()["format"], document()["version"]) == ("clerkapp-meeting", 1)


def test_a_later_version_is_refused_in_a_sentence():
    with pytest.raises(NotationError, match="later release"):
        read_json(json.dumps(document() | {"version": 2}))


@pytest.mark.parametrize(
    ("place", "value", "sentence"),
    [
        (("items", 0, "title"), 6, r"meeting.items\[0\].title: expected words"),
        (("items", 0, "number"), "six", r"items\[0\]: expected the number of an item"),
        (("items", 1, "entries", 0, "kind"), "qestion", r"entries\[0\].kind: expected one of note"),
        (("items", 1, "entries", 0, "colour"), "red", r"colour: expected one of id, kind"),
        (("items", 1, "entries", 0, "time"), "19:30:05", r"time: expected a time as 19:30"),
        (("items", 1, "entries"), {}, r"items\[1\].entries: expected a list"),
        (("items", 1, "entries", 2, "facts", "sort"), "x", r"expected “sort” to be one of action"),
        (("items", 1, "entries", 2, "facts", "owner"), {}, r"either “person” or “words”"),
        (("items", 1, "entries", 2, "facts", "owner", "person"), "0", r"nobody on the attendance"),
        (("heading", "date"), "2026-02-30", r"heading.date: expected a date"),
        (("heading", "quorum"), -1, r"heading.quorum: expected a whole number"),
        (("heading", "quorum"), True, r"heading.quorum: expected a whole number"),
        (("heading", "status"), "nearly", r"heading.status: expected one of draft"),
        (("sample",), "yes", r"meeting.sample: expected true or false"),
        (("items", 0, "id"), "2", r"the id “2” stands 2 times"),
        (("attendance",), [[]], r"attendance\[0\]: expected an object"),
    ],
)
def test_a_wrong_value_is_told_by_its_path(place: tuple, value: object, sentence: str):
    whole = document()
    part = whole["meeting"]
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    with pytest.raises(NotationError, match=sentence):
        read_json(json.dumps(whole))


def test_a_wrong_casting_vote_is_told():
    whole = document()
    entry = whole["meeting"]["items"][0]["entries"][0]
    entry |= {"kind": "vote", "facts": {"sort": "vote", "casting": "maybe"}}
    with pytest.raises(NotationError, match="casting"):
        read_json(json.dumps(whole))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("{", "line 1: this is not JSON"),
        (b"\xff", "not UTF-8"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5000, "not a meeting"),
        ("{}", "“format” should be"),
        ("[]", "the document: expected an object"),
        ('{"format": "clerkapp-meeting"}', "version: expected a whole number"),
        ('{"format": "clerkapp-meeting", "version": 1}', "meeting: expected an object"),
    ],
)
def test_what_is_no_meeting_is_refused_in_a_sentence(source: str | bytes, sentence: str):
    with pytest.raises(NotationError, match=sentence):
        read_json(source)


def test_a_lone_surrogate_is_dropped():
    text = json.dumps(document()).replace("Apologies for absence", "Apologies \\ud800")
    assert read_json(text).items[0].title == "Apologies"


def test_a_recommendation_of_an_earlier_release_names_a_body_alone():
    old = Value.parse('{"sort": "referral", "body": "Council"}')
    assert read_facts(old) == Referral("Council")
    new = Referral(reasons="It was late.")
    assert write_facts(new) == {"sort": "referral", "reasons": "It was late."}
    assert read_facts(Value.parse(json.dumps(write_facts(new)))) == new
