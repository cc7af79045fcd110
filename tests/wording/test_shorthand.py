"""Codes that stand for words."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.errors import ShorthandError
from clerkapp.meeting.entries import EntryKind
from clerkapp.meeting.people import Person, has_honorific, surname
from clerkapp.wording.shorthand import (
    Shorthand,
    caution,
    expansion,
    own_of,
    read_shorthand,
    stock,
    stock_for,
)

CODES = {"mq": "Members questioned", "cdo": "the Chief Digital Officer", "wg": "working group"}


def named(person: Person) -> str:
    if has_honorific(person.name):
        return f"Councillor {surname(person.name)}"
    return f"the {person.name.split(',')[-1].strip()}"


def test_no_article_stands_before_a_name_that_a_code_stands_for():
    assert typed("the bs said", {"bs": "Ms Gould"}) == "Ms Gould said"
    assert typed("and the bs said", {"bs": "Ms Gould"}) == "and Ms Gould said"


def typed(text: str, codes: dict[str, str] = CODES) -> str:
    """What stands there once `text` has been typed key by key."""
    shown = ""
    for letter in text:
        shown += letter
        if found := expansion(shown, len(shown), codes):
            shown = found.applied(shown)
    return shown


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("mq the cost", "Members questioned the cost"),
        ("cdo said", "The Chief Digital Officer said"),
        ("and cdo said", "and the Chief Digital Officer said"),
        ("It was late. cdo left", "It was late. The Chief Digital Officer left"),
        ("It was late.” cdo left", "It was late.” The Chief Digital Officer left"),
        ("the cdo said", "The Chief Digital Officer said"),
        ("and the cdo said", "and the Chief Digital Officer said"),
        ("No. The cdo said", "No. The Chief Digital Officer said"),
        ("to bathe cdo now", "to bathe the Chief Digital Officer now"),
        ("the mq it", "the Members questioned it"),
        ("as cdo, who", "as the Chief Digital Officer, who"),
        ("(cdo) left", "(The Chief Digital Officer) left"),
        ("by cdo.", "by the Chief Digital Officer."),
        ("a line\ncdo left", "a line\nThe Chief Digital Officer left"),
        ("the Wg met", "the Working group met"),
        ("cdo’s plan", "The Chief Digital Officer’s plan"),
        # what is left alone
        ("the CDO said", "the CDO said"),
        ("he said “cdo is", "he said “cdo is"),
        ('he said "cdo is', 'he said "cdo is'),
        ("he said ‘cdo is", "he said ‘cdo is"),
        ("he said ‘it’s cdo is", "he said ‘it’s cdo is"),
        ("he said ‘no’ and cdo left", "he said ‘no’ and the Chief Digital Officer left"),
        ("the members’ cdo left", "the members’ the Chief Digital Officer left"),
        ("he said “no” and cdo left", "he said “no” and the Chief Digital Officer left"),
        ("acdo left", "acdo left"),
        ("cdos left", "cdos left"),
        ("cdo2 left", "cdo2 left"),
        ("a@cdo.uk ", "a@cdo.uk "),
        ("the.cdo ", "the.cdo "),
        ("#cdo @cdo /cdo ", "#cdo @cdo /cdo "),
        ("don’mq ", "don’mq "),
        ("cdo", "cdo"),
        ("", ""),
    ],
)
def test_a_code_becomes_words_when_a_blank_or_a_stop_follows(text: str, stands: str):
    assert typed(text) == stands


def test_no_article_is_left_before_the_name_of_somebody_on_the_lists():
    ours = Shorthand({"pc": "Planning Committee"}).with_people(
        (Person("1", "Jo Ray, Clerk", code="clerk"),), lambda person: person.name
    )

    def typed_by_us(text: str) -> str:
        found = expansion(text, len(text), ours.codes, ours.people)
        return found.applied(text) if found else text

    assert typed_by_us("The Clerk ") == "Jo Ray, Clerk "
    assert typed_by_us("by the clerk,") == "by Jo Ray, Clerk,"
    assert typed_by_us("The pc ") == "The Planning Committee "


def test_it_works_in_the_middle_of_a_text_too():
    text = "Asked by cdo  about it"
    assert expansion(text, 13, CODES).applied(text) == (
        "Asked by the Chief Digital Officer  about it"
    )


@given(st.text(alphabet="cdomqwg .“”\"'\n,", max_size=30))
def test_no_letter_is_lost_but_those_of_the_code(text: str):
    for cursor in range(1, len(text) + 1):
        found = expansion(text, cursor, CODES)
        if found:
            assert text[found.start : found.end].rstrip(".").casefold() in CODES
            assert found.applied(text).startswith(text[: found.start])
            assert found.applied(text).endswith(text[found.end :])


def test_the_people_on_the_lists_bring_their_codes():
    people = (
        Person("1", "Chief Digital Officer", code="cdo"),
        Person("2", "Cllr P Finch", code="fi"),
        Person("3", "Jo Ray, Head of Legal", code="HoL"),
        Person("4", "Cllr M Marsh"),
    )
    codes = (
        Shorthand({"cdo": "something else", "mq": "Members questioned"})
        .with_people(people, named)
        .codes
    )
    assert codes == {
        "cdo": "the Chief Digital Officer",
        "mq": "Members questioned",
        "fi": "Councillor Finch",
        "hol": "the Head of Legal",
    }


# The files


def test_the_stock_can_be_read_and_its_codes_are_no_words_of_english():
    shorthand = stock()
    assert len(shorthand.codes) > 30
    assert shorthand.codes["mq"] == "Members questioned"
    assert {"moved", "adjourned", "excluded"} <= set(shorthand.sentences)
    assert shorthand.verbs[EntryKind.QUESTION][0] == "asked"
    words = {"a", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me",
             "no", "of", "on", "or", "re", "so", "to", "up", "us", "we", "pros", "cons", "rec",
             "res", "info", "the", "and", "for", "was", "are", "but", "not", "had"}  # fmt: skip
    assert not words & set(shorthand.codes)
    welsh = {"a", "ac", "am", "ar", "at", "bod", "da", "dan", "ei", "eu", "fy", "gan", "i",
             "mae", "na", "nad", "ni", "o", "oes", "ond", "os", "un", "y", "ym",
             "yn", "yr", "yw"}  # fmt: skip
    assert not welsh & set(shorthand.codes)


WELSH_WORDS = {"a", "ac", "ael", "am", "ar", "at", "bod", "da", "dan", "dim", "ei", "eu", "fy",
               "gan", "gwn", "hwn", "i", "llyw", "mae", "mag", "na", "nad", "neu", "ni", "nid",
               "o", "oes", "ond", "os", "pan", "pdf", "pob", "pwy", "sef", "sut", "tan", "tra",
               "un", "wedi", "y", "ym", "yn", "yr", "yw"}  # fmt: skip


def test_cyng_with_its_capital_keeps_its_full_stop():
    codes = stock("welsh").codes
    assert expansion("gan Cyng.", 9, codes) is None
    small = expansion("gan cyng ", 9, codes)
    assert small is not None
    assert small.words == "Cynghorydd"


def test_cllr_with_its_capital_is_what_the_house_prints_and_stays():
    codes = stock().codes
    assert expansion("by Cllr ", 8, codes) is None
    assert expansion("Cllrs ", 6, codes) is None
    small = expansion("by cllr ", 8, codes)
    assert small is not None
    assert small.words == "Councillor"


def test_the_welsh_stock_stands_over_the_english_where_a_body_has_a_welsh_name():
    welsh = stock_for("Cyngor Tref Llanfair-y-bryn", "Pwyllgor Craffu")
    assert welsh.codes["gya"] == "Gofynnodd yr Aelodau"
    assert welsh.codes["mq"] == "Members questioned"
    assert welsh.verbs == stock().verbs
    assert {"buddiannau", "none"} <= set(welsh.sentences)
    assert stock_for("Brookmere Borough Council", "Cabinet") == stock()
    assert welsh.verbs == stock().verbs  # such a body may be minuted in English
    told = stock_for("Cyngor Tref Llanfair-y-bryn", "Pwyllgor Craffu", "cy-GB").verbs
    assert told.keys() == stock().verbs.keys()
    assert told[EntryKind.QUESTION][0] == "Gofynnodd {who}"
    assert "gya" in stock_for("Llanfair Town Council", "Is-bwyllgor Cyllid").codes
    assert "gya" in stock_for("Llanfair Town Council / CYNGOR TREF LLANFAIR", "").codes


def test_no_welsh_code_is_a_word_or_hides_an_english_code():
    welsh = stock("welsh")
    assert len(welsh.codes) > 30
    assert not WELSH_WORDS & (set(welsh.codes) | set(stock().codes))
    assert not set(welsh.codes) & set(stock().codes)
    assert not set(welsh.sentences) & set(stock().sentences)
    for words in (*welsh.codes.values(), *welsh.sentences.values()):
        assert "'" not in words


def test_a_persons_own_words_win():
    both = stock().with_own(Shorthand({"mq": "Members asked"}, {"a b": "{time}"}))
    assert both.codes["mq"] == "Members asked"
    assert both.codes["ma"] == "Members asked"
    assert both.sentences["a b"] == "{time}"


def test_a_persons_own_are_read_from_rows():
    rows = [("LT", " the Plan "), ("", ""), (";; a b", "It was {time}."), (" ", " ")]
    assert own_of(rows) == Shorthand({"lt": "the Plan"}, {"a b": "It was {time}."})
    assert own_of([]) == Shorthand()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("", "the Plan")], "What is typed for “the Plan”?"),
        ([("lt", "")], "What does “lt” stand for?"),
        ([(";;", "x")], "What is typed for “x”?"),
        ([("l t", "x")], "letters and digits alone"),
        ([("l" * 21, "x")], "20 letters at most"),
        ([("lt", "x"), ("LT", "y")], "“LT” stands there twice."),
    ],
)
def test_a_row_that_cannot_be_is_told(rows: list[tuple[str, str]], told: str):
    with pytest.raises(ShorthandError, match=re.escape(told)):
        own_of(rows)


def test_a_code_that_is_something_already_is_cautioned_of():
    shorthand = Shorthand({"cdo": "the Chief Digital Officer"})
    assert caution("CDO", shorthand, ()) == "It now stands for “the Chief Digital Officer”."
    assert "is a word in these minutes" in caution("Was", shorthand, {"was"})
    assert caution("lt", shorthand, {"was"}) == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("[abbreviations", "cannot be read"),
        ("[abbreviations]\n'm q' = 'x'", "“m q” cannot be a code: a code is letters"),
        ("[abbreviations]\nmq = 3", "“mq” in “abbreviations” must be words"),
        ("abbreviations = 3", "“abbreviations” must be a table"),
        ("[sentences]\na = []", "“a” in “sentences”"),
    ],
)
def test_what_is_wrong_in_a_file_is_told(tmp_path: Path, words: str, told: str):
    path = tmp_path / "shorthand.toml"
    path.write_text(words)
    with pytest.raises(ShorthandError, match=told):
        read_shorthand(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ShorthandError, match="not text"):
        read_shorthand(path)
