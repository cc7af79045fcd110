"""What is typed into a search, and what it asks for."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from meetings import brookmere
from own_keys import KEYS

from clerkapp.archive.archive import Archive
from clerkapp.archive.query import KINDS, Query, Term, read_query
from clerkapp.archive.search import search
from clerkapp.errors import SearchError

DAY = dt.date(2026, 3, 5)


@pytest.mark.parametrize(("text", "query"), [
    ("", Query()),
    ("  – & ** ", Query()),
    ("money  budget", Query((Term("money"), Term("budget")))),
    ('"exact phrase" more', Query((Term("exact phrase"), Term("more")))),
    ('more "not closed', Query((Term("more"), Term("not closed")))),
    ("recru*", Query((Term("recru", True),))),
    ('"money to rec"*', Query((Term("money to rec", True),))),
    ("AND NOT NEAR(a)", Query((Term("AND"), Term("NOT"), Term("NEAR(a)")))),
    ("budget:2026", Query((Term("budget:2026"),))),
    ("committee:Scrutiny", Query(committee=("scrutiny",))),
    ('Committee:"Overview and" lamp', Query((Term("lamp"),), committee=("overview", "and"))),
    ("kind:question", Query(kinds=frozenset({"question"}))),
    ("KIND:Action point lamp", Query((Term("lamp"),), kinds=frozenset({"action point"}))),
    ('kind:"action point"', Query(kinds=frozenset({"action point"}))),
    ("kind:title kind:vote", Query(kinds=frozenset({"title", "vote"}))),
    ("kind:re", Query(kinds=frozenset({"response", "resolution", "recommendation"}))),
    ("from:2026-03-05 to:5/3/26", Query(since=DAY, until=DAY)),
    ("from:5 March 2026 lamp", Query((Term("lamp"),), since=DAY)),
    ("from:5 March 2026 12 lamps", Query((Term("12"), Term("lamps")), since=DAY)),
    ('to:"Thursday 5th March 2026" lamp', Query((Term("lamp"),), until=DAY)),
    ("to:Thursday 5th of March 2026", Query(until=DAY)),
    ("from:2025 to:2025", Query(since=dt.date(2025, 1, 1), until=dt.date(2025, 12, 31))),
    ("lamp\x00\ud800lit", Query((Term("lamp"), Term("?lit")))),
])  # fmt: skip
def test_what_a_text_asks_for(text: str, query: Query):
    assert read_query(text) == query


@pytest.mark.parametrize(("text", "words"), [
    ("kind:speech", "there is no kind “speech”; the kinds are note, lead-in"),
    ("kind:", "write after “kind:” what it should be"),
    ("lamp committee: ", "write after “committee:”"),
    ("from:31 June 2026", "after “from:” there must be a date: there is no such date as 31 June"),
    ("to:soon", "“soon” is not a date"),
    ("to:5 March", "“5 March” has no year"),
    ("from:Friday 5 March 2026", "that day is a Thursday"),
    ('from:""', "write after “from:”"),
])  # fmt: skip
def test_what_cannot_be_is_said(text: str, words: str):
    with pytest.raises(SearchError) as told:
        read_query(text)
    assert words in str(told.value)


@pytest.mark.parametrize(("text", "term"), [
    ("lamp rec", Term("rec", True)),
    ("lamp rec ", Term("rec")),
    ('lamp "rec', Term("rec")),
])  # fmt: skip
def test_the_last_word_may_be_unfinished(text: str, term: Term):
    assert read_query(text, unfinished=True).terms == (Term("lamp"), term)


pieces = st.one_of(
    st.text(),
    st.sampled_from(
        ['"', "*", "from:", "to:", "kind:", "committee:", " ", "5 March 2026", "NEAR("]
    ),
    st.sampled_from(KINDS),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory):
    with Archive(tmp_path_factory.mktemp("query") / "archive.db", KEYS) as opened:
        opened.add(brookmere())
        assert opened._writer.index(5)
        yield opened


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example('"')
@example("a\x00b")
@example("* AND -x OR ^y {text}: z")
@example("𐀀 ٣ ʰ ̈ ॐ")
@example("to:9999-12-31 from:0001-01-01")
@example("lamp " * 2000)
@given(st.lists(pieces).map("".join))
def test_no_text_raises_anything_but_a_sentence(archive: Archive, text: str):
    for unfinished in (False, True):
        try:
            query = read_query(text, unfinished=unfinished)
        except SearchError:
            continue
        search(archive, query)
