"""The action sheet."""

import io
import zipfile

import pytest

from clerkapp.export.forms import FORMS, exported
from clerkapp.notation.reading import read_notation
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.minutes import Audience

MEETING = """\
Council: Brookmere Borough Council
Committee: Cabinet
Date: 2026-03-05
Start: 19:00
Present: Cllr A Marsden (Chair)
In attendance: Head of Finance [hof]

# 5. Lease
n The Head of Finance spoke.
a Report the cost. @Head of Finance by 2026-04-02
= That the report be noted.

# 6. Bids [exempt 3]
a Write to Acme. @Head of Finance
"""


def sheet(audience: Audience = Audience.PUBLIC, style: str = "", text: str = MEETING) -> list[str]:
    meeting = read_notation(text.encode()).meeting
    data = exported(meeting, FORMS["action-sheet-text"], house_style(style), audience)
    return [line for line in data.decode().splitlines() if line]


def test_the_sheet_has_the_action_points_and_nothing_else():
    lines = sheet()
    assert lines[:2] == ["Brookmere Borough Council", "Action points of the Cabinet"]
    told = " ".join(lines)
    assert "Report the cost" in told
    assert "Head of Finance" in told
    assert "2 April 2026" in told
    for other in ("spoke", "noted", "Signed", "Marsden", "Acme"):
        assert other not in told


def test_the_confidential_sheet_has_those_of_exempt_items_too():
    assert "Write to Acme" in " ".join(sheet(Audience.CONFIDENTIAL))


@pytest.mark.parametrize("style", [style.name for style in house_styles()])
def test_every_house_has_one(style: str):
    assert "Report the cost" in " ".join(sheet(style=style))


def test_a_meeting_without_an_action_point_says_so():
    text = "\n".join(line for line in MEETING.splitlines() if not line.startswith("a "))
    assert sheet(text=text)[-1] == "There are no action points."


def test_the_sheet_in_word_carries_nothing_of_the_rest_of_the_meeting():
    meeting = read_notation(MEETING.encode()).meeting
    data = exported(meeting, FORMS["action-sheet"], house_style(""), Audience.CONFIDENTIAL)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name).decode(errors="replace") for name in package.namelist()}
    assert "Report the cost" in parts["word/document.xml"]
    assert not any("spoke" in part for part in parts.values())
