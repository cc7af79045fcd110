"""Marks stand around what the index finds, and change nothing else of a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.archive.driver import Connection
from clerkapp.archive.marking import BEGIN_MARK, END_MARK, NEAR, having, marked, snippet, with_marks
from clerkapp.archive.query import plain, read_query


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory):
    made = Connection(tmp_path_factory.mktemp("marks") / "any.db", None, writing=True)
    made.run(NEAR)
    yield made
    made.close()


def seen(db: Connection, words: str, *texts: str) -> list[str]:
    return [marked(text, "[", "]") for text in with_marks(db, texts, read_query(words))]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("lamp", "Lamps, a lamp-post; lampoon", "[Lamps], a [lamp]-post; lampoon"),
        ("lamp*", "Lamps, a lamp-post; clamp", "[Lamps], a [lamp]-post; clamp"),
        ("lamp lam*", "lamps lampoon lame", "[lamps] [lampoon] [lame]"),
        ('"the lamp"', "the lamp, the lamps, lamp the", "[the lamp], [the lamps], lamp the"),
        ("sian*", "Cllr SIÂN spoke", "Cllr [SIÂN] spoke"),
        ("sian*", "Cllr Sia\u0302n spoke", "Cllr [Sia\u0302n] spoke"),
        ("sia\u0302n*", "Siân spoke now", "[Siân] spoke now"),
        ("sia*", "Sia\u0302 spoke", "[Sia\u0302] spoke"),
        ("strass*", "…die Straße – hier", "…die [Straße] – hier"),
        ("fina*", "the ﬁnal ½ of “finance”", "the [ﬁnal] ½ of “[finance]”"),
        ("1* 2*", "½ 12", "[½] [12]"),
        ("a_b* c", "a_b c", "[a]_[b] [c]"),
    ],
)
def test_what_was_found_is_marked(db: Connection, words: str, text: str, expected: str):
    assert seen(db, words, text) == [expected]


def test_a_phrase_does_not_go_on_from_one_text_into_the_next(db: Connection):
    assert seen(db, '"lit lamp"', "lit lamp, lit", "lamp, lit lamp") == [
        "[lit lamp], lit",
        "lamp, [lit lamp]",
    ]


WORD = r"[^\W_]+"
letters = st.text(alphabet="lampLAMPsâßﬁ²…’ -_\u0302", max_size=20)
asked = st.text(alphabet="lampsafi2", min_size=1, max_size=4)


@given(texts=st.lists(letters, max_size=5), words=st.lists(asked, min_size=1, max_size=3))
def test_many_texts_are_marked_as_each_alone(db: Connection, texts: list[str], words: list[str]):
    query = read_query(" ".join(words))
    found = [text for place, text in enumerate(texts) if place in having(db, texts, query)]
    alone = [each for text in found for each in with_marks(db, [text], query)]
    assert with_marks(db, found, query) == alone
    assert [marked(text, "", "") for text in alone] == found
    assert all(BEGIN_MARK in text for text in alone)


@given(text=letters, beginning=asked)
def test_what_is_marked_begins_so_and_nothing_else_does(db: Connection, text: str, beginning: str):
    (with_some,) = with_marks(db, [text], read_query(f"{beginning}*"))
    assert marked(with_some, "", "") == text
    found = re.findall(f"{BEGIN_MARK}([^{END_MARK}]*){END_MARK}", with_some)
    assert all(plain(word).startswith(beginning) for word in found)
    begin_so = [word for word in re.findall(WORD, plain(text)) if word.startswith(beginning)]
    assert len(found) == len(begin_so)
    assert bool(found) == bool(having(db, [text], read_query(f"{beginning}*")))


def test_a_phrase_that_the_end_of_a_snippet_cuts_is_closed():
    before = " ".join(["word"] * 22)
    text = f"{BEGIN_MARK}a{END_MARK} {before} {BEGIN_MARK}long line of{END_MARK} lamps"
    shown = marked(snippet(text), "[", "]")
    assert shown == f"[a] {before} [long] …"
