"""The one walk over the minutes: its order, its lists, and its headings."""

from itertools import chain

import pytest
from msgspec.structs import replace
from printed import minutes_of, sample

from clerkapp.export.parts import (
    Branch,
    Contents,
    Documents,
    Framed,
    Item,
    Opening,
    Points,
    Signature,
    Subheading,
    Tabled,
    Words,
    branches,
    item_parts,
    parts,
)
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import DocumentLine, Passage, Role, Run, Section

SAMPLE = compose(sample(), house_style("bulleted-exchanges"))


@pytest.mark.parametrize("style", [style.name for style in house_styles()])
def test_every_passage_comes_once_and_in_order(style: str):
    minutes = compose(sample(), house_style(style))
    walked: list[Passage | str] = []
    held = [each.parts if isinstance(each, Framed) else (each,) for each in parts(minutes)]
    for part in chain.from_iterable(held):
        match part:
            case Words(passage):
                walked.append(passage)
            case Points(passages):
                walked += passages
            case Subheading(title):
                walked.append(title)
            case _:
                pass
    passages = [passage for section in minutes.sections for passage in section.passages]
    assert walked == [each.text if each.is_heading else each for each in passages]


def test_the_document_begins_with_its_title_and_ends_with_the_signature():
    walked = list(parts(SAMPLE))
    assert isinstance(walked[0], Opening)
    assert isinstance(walked[-1], Signature)
    assert isinstance(walked[-2], Tabled)


def test_the_list_of_items_leads_to_each_heading():
    walked = list(parts(SAMPLE))
    (contents,) = (part for part in walked if isinstance(part, Contents))
    assert contents.items == tuple(part for part in walked if isinstance(part, Item))
    assert len({item.place for item in contents.items}) == len(contents.items) == 8


def test_actions_stand_where_the_house_has_them():
    first = replace(SAMPLE, actions_first=True)
    titles = [type(part).__name__ for part in parts(first)]
    assert titles.count("Tabled") == 2
    assert max(i for i, name in enumerate(titles) if name == "Tabled") < titles.index("Item")


def test_without_a_heading_of_the_item_the_next_heading_takes_its_level():
    said = Passage(Role.NARRATIVE, (Run("Said."),))
    for title, level in (("", 2), ("Maps", 3)):
        section = Section("i", "", title, passages=(said,), documents=(DocumentLine("Map"),))
        (listed,) = (
            part
            for part in item_parts(replace(SAMPLE, sections=(section,)), "i")
            if isinstance(part, Documents)
        )
        assert listed.level == level


def test_limbs_within_limbs_belong_to_the_one_above():
    text = "# 1. One\n= That the Committee:\n  (a) notes;\n  (i) one;\n  (ii) two;\n  (b) agrees.\n"
    (decided,) = (part.passage for part in parts(minutes_of(text)) if isinstance(part, Words))
    first, second = branches(decided.limbs)
    assert [branch.limb.label for branch in first.within] == ["(i)", "(ii)"]
    assert second.within == ()


def test_a_deep_limb_without_one_above_stands_by_itself():
    limb = Limb("alone", "roman", 1, "(", ")", level=1)
    assert branches((limb,)) == (Branch(limb),)
