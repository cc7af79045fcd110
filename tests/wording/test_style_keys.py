"""Every key of a house style has a name and a meaning, once, for whoever changes a style."""

from msgspec.structs import fields

from clerkapp.wording.style_keys import OF_THE_STYLE, VOTES, key_groups, key_name, style_keys
from clerkapp.wording.style_tables import TABLES

EVERY = {f"{table}.{each.name}" for table, into in TABLES.items() for each in fields(into)}


def test_every_key_is_told_once_and_no_other():
    told = [each.key for group in key_groups() for each in group.keys]
    assert len(told) == len(set(told))
    assert set(told) == EVERY | {*OF_THE_STYLE, VOTES}


def test_every_name_is_one_of_its_group_and_every_meaning_a_line():
    for group in key_groups():
        names = [each.name for each in group.keys]
        assert len(names) == len(set(names))
        for each in group.keys:
            assert each.meaning.endswith(".")
            assert len(each.meaning) < 110


def test_a_key_has_the_choices_and_the_places_of_its_field():
    keys = style_keys()
    assert keys["layout.points"].choices == ("bulleted", "plain", "lettered")
    assert keys["votes.moved_seconded"].places == ("{mover}", "{seconder}")
    assert "ratio-after" in keys[VOTES].choices
    assert key_name("words.action") == "Action point"
    assert key_name("words.akshun") == "words.akshun"


def test_no_meaning_names_a_place_that_its_key_and_the_keys_it_fills_have_not():
    places = {place for each in style_keys().values() for place in each.places}
    for each in style_keys().values():
        named = {f"{{{part.split('}')[0]}}}" for part in each.meaning.split("{")[1:]}
        assert named <= places
