"""Minutes for the tests of forms: of the sample, and of a few lines of notation."""

from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.reading import read_notation
from clerkapp.resources import resource
from clerkapp.wording.compose import compose
from clerkapp.wording.house_style import house_style
from clerkapp.wording.minutes import Minutes


def sample() -> Meeting:
    path = resource("samples", "overview-and-scrutiny.minutes")
    return read_notation(path.read_bytes()).meeting


def minutes_of(text: str, style: str = "bulleted-exchanges") -> Minutes:
    return compose(read_notation(text).meeting, house_style(style))
