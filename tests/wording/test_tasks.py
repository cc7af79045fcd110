"""Whose an action point is, where its words say so."""

import pytest

from clerkapp.meeting.people import Mention, Person
from clerkapp.wording.tasks import task_of

PEOPLE = (
    Person("jt", "Cllr Mrs J Tapper", "Chair"),
    Person("di", "Cllr D Ives", "Vice-Chair"),
    Person("ap", "Mrs Ada Penn", "Clerk", code="ap"),
    Person("ht", "Headteacher"),
    Person("bc", "Mr B Cole, Head of Pensions"),
    Person("us", "Dr A Sedge", "University Secretary"),
    Person("dm", "Cllr D Moon", "Deputy Mayor"),
    Person("jb", "Cllr J Budd"),
    Person("kb", "Cllr K Budd"),
)


@pytest.mark.parametrize(
    ("text", "person", "words"),
    [
        ("ACTION: Clerk to get three quotes", "ap", "ACTION: Get three quotes"),
        ("Action – Chair to write to the owner", "jt", "Action – Write to the owner"),
        ("Clerk to write to the County Council.", "ap", "Write to the County Council."),
        ("The Headteacher is to report\non attendance", "ht", "Report\non attendance"),
        ("ACTION Vice-Chair will look at plot 9", "di", "ACTION Look at plot 9"),
        ("Cllr Ives to check", "di", "Check"),
        ("Tapper to check", "jt", "Check"),
        ("ap to check", "ap", "Check"),
        ("Ada to ring the plumber", "ap", "Ring the plumber"),
        ("Head of Pensions to model a fall", "bc", "Model a fall"),
        ("Secretary to check", "us", "Check"),
        ("Clerk – get three quotes", "ap", "Get three quotes"),
        ("ACTION: Clerk: get three quotes", "ap", "ACTION: Get three quotes"),
        ("ACTION: Cllr K Budd.", "kb", "ACTION:"),
        ("Get three quotes (Clerk)", "ap", "Get three quotes"),
        ("Get three quotes. (Clerk).", "ap", "Get three quotes."),
        ("ACTION: Get three quotes – Clerk", "ap", "ACTION: Get three quotes"),
        ("Ring the plumber - Cllr Ives", "di", "Ring the plumber"),
        ("Get three quotes (by post)", "", ""),
        ("Read the letter – a long one", "", ""),
        ("(Clerk)", "", ""),
        ("Clerk i gysylltu â’r Cyngor", "ap", "Clerk i gysylltu â’r Cyngor"),
        ("Mayor to be asked", "", ""),
        ("Mayor to write", "", ""),
        ("Report to be shared", "", ""),
        ("Clerk to be asked", "", ""),
        ("Letter to the Chair", "", ""),
        ("Ask the Clerk to write", "", ""),
        ("All to read the report", "", ""),
        ("Members to send their comments", "", ""),
        ("Officers to report back", "", ""),
        ("Cllr Budd to check", "", ""),
        ("Note: Clerk to check", "", ""),
        ("ACTION:", "", ""),
        ("", "", ""),
    ],
)
def test_words_say_who_on_the_lists_is_to_do_it(text: str, person: str, words: str):
    found = task_of(text, PEOPLE)
    assert (found and found.owner, found and found.words) == (
        (Mention(person), words) if person else (None, None)
    )


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Vice-Chair and Chair to agree a date", "Cllr D Ives and Cllr Mrs J Tapper"),
        ("Cllr Nobody to find the key", "Cllr Nobody"),
        ("The Head of Housing to report", "The Head of Housing"),
        ("Treasurer to pay the bill", "Treasurer"),
    ],
)
def test_several_or_somebody_on_no_list_are_owners_in_words(text: str, owner: str):
    found = task_of(text, PEOPLE)
    assert found
    assert found.owner == Mention(words=owner)


def test_somebody_who_is_not_listed_is_named_with_single_spaces():
    found = task_of("Cllr  Newby to write", PEOPLE)
    assert found is not None
    assert found.owner == Mention(words="Cllr Newby")
