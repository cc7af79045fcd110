"""Whom a name in the record means."""

import pytest

from clerkapp.meeting.people import Person, surname, whom, without_honorific

PEOPLE = (
    Person("1", "Cllr S Banerjee", "Chair"),
    Person("2", "Cllr A Marsden"),
    Person("3", "Cllr B Marsden"),
    Person("4", "Cllr C Ó Briain"),
    Person("5", "Cllr D Llewellyn-Hughes"),
    Person("6", "Chief Digital Officer", code="cdo"),
    Person("7", "Jo Ray", "Head of Legal", "hol"),
    Person("8", "Sam Poole, Strategic Lead for Libraries", code="sll"),
    Person("9", "Cllr P O’Neill"),
)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Cllr S Banerjee", "1"),
        ("Councillor Banerjee", "1"),
        ("Banerjee", "1"),
        ("the Chair", "1"),
        ("Cllr Marsden", "23"),
        ("cllr a. marsden", "2"),
        ("Cllr O Briain", "4"),
        ("Councillor Ó Briain", "4"),
        ("Cllr Llewellyn-Hughes", "5"),
        ("CDO", "6"),
        ("The Chief Digital Officer", "6"),
        ("Head of Legal", "7"),
        ("Strategic Lead for Libraries", "8"),
        ("Cllr O'Neill", "9"),
        ("Officer", ""),
        ("Cllr Pilgrim", ""),
        ("", ""),
        ("the", ""),
    ],
)
def test_a_name_finds_whom_it_may_mean(words: str, ids: str):
    assert "".join(person.id for person in whom(words, PEOPLE)) == ids


@pytest.mark.parametrize("words", ["Hart", "Mrs Hart", "Mrs J Hart", "Jo Hart", "Mrs Jo Hart"])
def test_a_post_behind_a_comma_is_no_part_of_a_name(words: str):
    hart = Person("jh", "Mrs Jo Hart, School Business Manager")
    assert whom(words, (hart, Person("sm", "Mrs S Manager"))) == (hart,)
    assert whom(f"{words}, who was late", (hart,)) == ()


def test_a_full_name_decides_between_two_of_one_surname():
    assert [p.id for p in whom("Cllr B Marsden", PEOPLE)] == ["3"]


@pytest.mark.parametrize("words", ["Cllrs A and B Marsden", "Cllr B Nobody, Cllr B Marsden"])
def test_the_names_of_two_are_not_that_of_the_last(words: str):
    assert whom(words, PEOPLE) == ()


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Cllr C Ó Briain", "Ó Briain"),
        ("Councillor Mrs Joan van der Berg", "van der Berg"),
        ("Dr A Khan", "Khan"),
        ("Finch", "Finch"),
        ("", ""),
    ],
)
def test_a_surname_keeps_its_particles(name: str, family: str):
    assert surname(name.replace("Mrs ", "")) == family


def test_only_a_whole_honorific_is_dropped():
    assert without_honorific("Drew Marsden") == "Drew Marsden"
    assert without_honorific("Cllr. Finch") == "Finch"
