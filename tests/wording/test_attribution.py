"""A few letters of a name become “Councillor Finch asked”."""

import pytest

from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.people import Person, has_honorific, surname
from clerkapp.wording.attribution import as_said_by, attributions, meant_by, with_next_verb
from clerkapp.wording.shorthand import stock

PEOPLE = (
    Person("1", "Cllr P Finch"),
    Person("2", "Cllr A Fisher", code="af"),
    Person("3", "Cllr C Ó Briain"),
    Person("4", "Cllr D Llewellyn-Hughes"),
    Person("5", "Chief Digital Officer", code="cdo"),
    Person("6", "Head of Finance"),
    Person("8", "Cllr J D’Arcy"),
    Person("7", "Jo Ray, Strategic Lead for Libraries"),
)


def named(person: Person) -> str:
    if has_honorific(person.name):
        return f"Councillor {surname(person.name)}"
    return f"the {person.name.split(',')[-1].strip()}"


def opened(letters: str, kind: EntryKind = EntryKind.QUESTION) -> list[str]:
    return [each.words for each in attributions(letters, kind, PEOPLE, stock(), named)]


@pytest.mark.parametrize(
    ("letters", "kind", "words"),
    [
        ("fin", EntryKind.QUESTION, ["Councillor Finch asked "]),
        ("Finch", EntryKind.COMMENT, ["Councillor Finch commented that "]),
        ("fi", EntryKind.QUESTION, ["Councillor Finch asked ", "Councillor Fisher asked "]),
        ("af", EntryKind.QUESTION, ["Councillor Fisher asked "]),
        ("pfinch", EntryKind.QUESTION, ["Councillor Finch asked "]),
        ("afi", EntryKind.QUESTION, ["Councillor Fisher asked "]),
        ("dll", EntryKind.QUESTION, ["Councillor Llewellyn-Hughes asked "]),
        ("xfi", EntryKind.QUESTION, []),
        ("o b", EntryKind.QUESTION, []),
        ("ó", EntryKind.QUESTION, []),
        ("ob", EntryKind.QUESTION, ["Councillor Ó Briain asked "]),
        ("o'", EntryKind.QUESTION, []),
        ("d'a", EntryKind.QUESTION, ["Councillor D’Arcy asked "]),
        ("d’ar", EntryKind.QUESTION, ["Councillor D’Arcy asked "]),
        ("dar", EntryKind.QUESTION, ["Councillor D’Arcy asked "]),
        ("arcy", EntryKind.QUESTION, ["Councillor D’Arcy asked "]),
        ("lle'w", EntryKind.QUESTION, []),
        ("llewellyn-h", EntryKind.QUESTION, ["Councillor Llewellyn-Hughes asked "]),
        ("lle", EntryKind.QUESTION, ["Councillor Llewellyn-Hughes asked "]),
        ("bri", EntryKind.QUESTION, ["Councillor Ó Briain asked "]),
        ("hughes", EntryKind.QUESTION, ["Councillor Llewellyn-Hughes asked "]),
        ("cdo", EntryKind.RESPONSE, ["The Chief Digital Officer confirmed "]),
        ("hof", EntryKind.RESPONSE, ["The Head of Finance confirmed "]),
        ("head", EntryKind.RESPONSE, ["The Head of Finance confirmed "]),
        ("slfl", EntryKind.RESPONSE, ["The Strategic Lead for Libraries confirmed "]),
        ("zz", EntryKind.QUESTION, []),
        ("f", EntryKind.QUESTION, []),
        ("", EntryKind.QUESTION, []),
        ("fin", EntryKind.VOTE, []),
    ],
)
def test_letters_open_an_entry(letters: str, kind: EntryKind, words: list[str]):
    assert opened(letters, kind) == words


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("Councillor Finch asked about it.", "Councillor Finch questioned about it."),
        ("Members asked whether it was.", "Members questioned whether it was."),
        ("Members asked why.", "Members questioned why."),
        ("Members sought clarification on why.", "Members asked why."),
        ("Members asked whether", "Members asked why"),
        ("Members asked", "Members questioned"),
        ("Members asking", "Members asking"),
        ("asked", "asked"),
        ("", ""),
    ],
)
def test_a_key_takes_the_next_verb(text: str, following: str):
    assert with_next_verb(text, EntryKind.QUESTION, stock()) == following


def test_letters_with_which_several_codes_begin_mean_them_all():
    heads = tuple(
        Person(str(n), f"Head of {name}", code=code)
        for n, (name, code) in enumerate(
            (("Planning", "hop"), ("Policing", "hopo"), ("Housing", "hoh"))
        )
    )
    assert meant_by("ho", heads) == heads
    assert meant_by("hop", heads) == heads[:1]
    assert meant_by("hopo", heads) == heads[1:2]
    assert meant_by("h", heads) == heads  # the post begins so
    assert meant_by("op", heads) == ()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("cllr lyle", ["Cllr S Lyle"]),
        ("Cllr S Lyle", ["Cllr S Lyle"]),
        ("lyle", ["Cllr S Lyle"]),  # a whole surname, though another begins so
        ("lyl", ["Cllr S Lyle", "Cllr A Lyleton"]),
        ("town clerk", ["Ada Wren, Town Clerk"]),
        ("tc", ["Ada Wren, Town Clerk"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_a_name_a_code_or_letters_mean_somebody(words: str, meant: list[str]):
    names = ("Cllr S Lyle", "Cllr A Lyleton", "Ada Wren, Town Clerk")
    people = [Person(str(n), name) for n, name in enumerate(names)]
    assert [person.name for person in meant_by(words, people)] == meant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Councillor Finch asked "),
        ("why the fee rose.", "Councillor Finch asked why the fee rose."),
        ("Councillor Fisher asked why.", "Councillor Finch asked why."),
        ("Councillor Fisher, who was late, asked.", "Councillor Fisher, who was late, asked."),
        ("Members questioned why.", "Councillor Finch questioned why."),
        ("A Member asked\nwhy.", "Councillor Finch asked\nwhy."),
        ("She queried it.", "Councillor Finch queried it."),
        ("The Head of Finance advised that.", "Councillor Finch advised that."),
        ("The Committee asked why.", "The Committee asked why."),
        ("The fee, which rose, was asked about.", "The fee, which rose, was asked about."),
        ("Why had the fee risen?", "Why had the fee risen?"),
    ],
)
def test_an_entry_is_given_to_whoever_said_it(text: str, said: str):
    name = "Councillor Finch"
    assert as_said_by(text, name, EntryKind.QUESTION, PEOPLE, stock()) == said


def test_the_verbs_come_round():
    text = first = "The Head of Finance confirmed that it was so, and confirmed it again."
    seen = set()
    for _ in stock().verbs[EntryKind.RESPONSE]:
        text = with_next_verb(text, EntryKind.RESPONSE, stock())
        assert text.endswith("that it was so, and confirmed it again.")
        seen.add(text)
    assert text == first
    assert len(seen) == len(stock().verbs[EntryKind.RESPONSE])
