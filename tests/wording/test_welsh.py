"""Minutes wholly in Welsh: no set word is left in English, and its grammar holds."""

import re

import pytest
from msgspec.structs import replace

from clerkapp.export.forms import FORMS, exported
from clerkapp.export.plain_text import plain_text
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.languages import WELSH
from clerkapp.wording.minutes import Audience
from clerkapp.wording.style_keys import style_keys
from clerkapp.wording.style_writing import style_data
from clerkapp.wording.together import together

STYLE = house_style("welsh-community-council")
HEAD = """\
Date: 2026-03-03
Start: 14:00
Jurisdiction: {law}
Present: Cllr E Rees (Chair); Cllr M Owen
"""


def printed(entries: str, law: str = "community", audience: Audience = Audience.PUBLIC) -> str:
    meeting = read_notation(HEAD.format(law=law) + entries).meeting
    return plain_text(compose(meeting, STYLE, audience))


def words_of(name: str) -> dict[str, str]:
    data = style_data(house_style(name))
    return {
        f"{table}.{key}": str(words)
        for table, said in data.items()
        if isinstance(said, dict)
        for key, words in said.items()
    }


def test_no_set_word_of_the_style_is_english():
    usual, welsh = words_of(""), words_of(STYLE.name)
    free = {key for key, each in style_keys().items() if not each.choices}
    same = {
        key
        for key, words in welsh.items()
        if key in free and words == usual[key] and re.search("[a-z]{2}", re.sub("{.*?}", "", words))
    }
    assert same == set()


ENGLISH = re.compile(
    r"\b(?:the|of|and|was|were|minutes|meeting|page|present|draft)\b", re.IGNORECASE
)


@pytest.mark.parametrize("form", ["html", "markdown", "text", "decision-sheet-text"])
@pytest.mark.parametrize("audience", Audience)
def test_no_english_stands_in_the_words_of_a_document(
    form: str, audience: Audience, welsh: Meeting
):
    told = exported(welsh, FORMS[form], STYLE, audience).decode()
    told = re.sub(r"<style>.*?</style>|<[^>]*>", " ", told, flags=re.DOTALL)
    assert ENGLISH.findall(told) == []
    assert "PENDERFYNWYD" in told


@pytest.fixture
def welsh() -> Meeting:
    return read_notation(
        HEAD.format(law="community")
        + """\
# 1. Gwahardd
x 19:30 [excluded]
# 2. Staff [exempt]
= Cytunwyd ar y cyflog.
# 3. Ffordd
b Is-gadeirydd: Cllr M Owen 3; Cllr E Rees 1
v for 3 against 3 casting for carried own Cllr M Owen against
a Ysgrifennu llythyr. @Cllr M Owen by 31 Mawrth 2026
+ Cllr M Owen
"""
    ).meeting


def test_a_casting_vote_and_a_vote_on_request_say_their_way_in_welsh(welsh: Meeting):
    told = plain_text(compose(welsh, STYLE))
    assert "drwy bleidlais fwrw’r Cadeirydd" in told
    assert "pleidlais y Cynghorydd M Owen yn erbyn ar gais yr aelod" in told


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Cynghorydd Ash", "Cynghorydd Bay"), "Cynghorwyr Ash a Bay"),
        (("y Cynghorydd Ash", "y Cynghorydd Bay", "y Cynghorydd Owen"),
         "y Cynghorwyr Ash, Bay ac Owen"),
        (("Mair Elis", "y Cynghorydd Ash"), "Mair Elis a’r Cynghorydd Ash"),
        (("y Cynghorydd Ash", "yr Archwilydd"), "y Cynghorydd Ash a’r Archwilydd"),
    ],
)  # fmt: skip
def test_names_are_joined_as_in_welsh(names: tuple[str, ...], said: str):
    assert together(names, STYLE) == said


def test_a_label_that_was_typed_is_printed_once():
    assert "PENDERFYNWYD: Derbyn yr adroddiad." in printed(
        "# 1. A\n= Penderfynwyd derbyn yr adroddiad"
    )
    assert "PENDERFYNWYD: Penderfynwydd." in printed("# 1. A\n= Penderfynwydd")


def test_the_law_is_told_in_welsh_where_it_has_welsh_words():
    excluded = "# 1. A\nx 19:30 [excluded 12; 14]\n# 2. B [exempt 14]\nn C"
    told = printed(excluded, "wales")
    assert "gwybodaeth esempt (paragraffau 12 a 14, Rhan 4 o Atodlen 12A" in told
    assert "(paragraff 14, Rhan 4" in told
    assert "nodyn cyfrinachol" in printed(excluded, "community")
    assert "the press and public be excluded" in printed(excluded, "england")


def test_an_end_that_was_typed_is_not_told_again():
    ended = "End: 21:05\n# 1. A\nn Daeth y cyfarfod i ben am 9.05 yh."
    assert printed(ended).count("i ben") == 1


def test_a_day_before_six_is_no_evening():
    assert "Cynhaliwyd ddydd Mawrth 3 Mawrth 2026 am 2.00 yp" in printed("# 1. A\nn B")


def test_a_committee_is_named_in_the_title_and_somebody_unknown_is_rhywun():
    meeting = read_notation("# 1. A\nn B").meeting
    heading = replace(meeting.heading, committee="Pwyllgor Mynwentydd")
    minutes = compose(replace(meeting, heading=heading), STYLE)
    assert minutes.title == "Cofnodion Pwyllgor Mynwentydd"
    assert minutes.language == WELSH
    assert "rhywun" in printed("# 1. A\ni : buddiant personol")


def test_an_action_for_the_next_meeting_is_due_then_in_welsh():
    told = printed("# 1. A\na Gwneud. @Mair Elis by next meeting")
    assert "Erbyn: y cyfarfod nesaf." in told
    assert "Y cyfarfod nesaf" in told  # in the table
    assert "next meeting" not in told
