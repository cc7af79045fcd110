"""A title as a house prints it, and back from an edited one."""

import pytest

from clerkapp.intake.titles import title_back


@pytest.mark.parametrize(
    ("printed", "word", "title", "back"),
    [
        ("Parks in Ely", "Parks of Ely", "Parks in Ely", "Parks of Ely"),
        ("PARKS IN ELY", "PARKS OF ELY", "Parks in Ely", "Parks of Ely"),
        ("PARKS IN ELY", "The PARKS IN ELY", "Parks in Ely", "The Parks in Ely"),
        ("Parks (Agenda item 6)", "Paths (Agenda item 6)", "Parks", "Paths"),
        ("Parks (Agenda item 6)", "Parks (Agenda item 7)", "Parks", None),
        ("PARKS (Agenda item 6)", "PATHS (Agenda item 6)", "Parks", "Paths"),
        ("Something else", "Anything", "Parks", None),
    ],
)
def test_what_was_edited_comes_back_without_what_the_house_prints(printed, word, title, back):
    assert title_back(printed, word, title) == back
