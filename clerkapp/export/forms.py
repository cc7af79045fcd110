"""The forms in which a meeting can leave, and the one path that each of them takes."""

from collections.abc import Callable
from dataclasses import dataclass

from clerkapp.export.plain_text import plain_text
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.public_view import public_view
from clerkapp.notation.json import write_json
from clerkapp.notation.writing import write_notation
from clerkapp.wording.compose import compose
from clerkapp.wording.decision_sheet import decision_sheet
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import Audience, Minutes


@dataclass(frozen=True, slots=True)
class Form:
    """A form of document: its name in `--form`, what a person calls it, how its file ends."""

    name: str
    title: str
    ending: str
    write: Callable[[Meeting, Minutes], bytes]
    document: str = "minutes"  # in the name of its file


def exported(meeting: Meeting, form: Form, style: HouseStyle, audience: Audience) -> bytes:
    """The bytes of `meeting` in that form, for that audience.

    A public document is made from the public view alone, whatever its form.
    """
    seen = public_view(meeting) if audience is Audience.PUBLIC else meeting
    return form.write(seen, compose(meeting, style, audience))


def _word(meeting: Meeting | None, minutes: Minutes) -> bytes:
    # python-docx takes a tenth of a second to import: only who wants Word waits for it
    from clerkapp.export.word import word_bytes  # noqa: PLC0415

    return word_bytes(minutes, meeting)


def _text(_meeting: Meeting, minutes: Minutes) -> bytes:
    return plain_text(minutes).encode()


def _word_alone(_meeting: Meeting, minutes: Minutes) -> bytes:
    return _word(None, minutes)  # a part of the minutes is no place to change them


def _sheet(write: Callable[[Meeting, Minutes], bytes]) -> Callable[[Meeting, Minutes], bytes]:
    return lambda meeting, minutes: write(meeting, decision_sheet(minutes))


FORMS = {
    form.name: form
    for form in (
        Form("word", "Word", ".docx", _word),
        Form("text", "Plain text", ".txt", _text),
        Form("decision-sheet", "Decision sheet", ".docx", _sheet(_word_alone), "decisions"),
        Form("decision-sheet-text", "Decision sheet, text", ".txt", _sheet(_text), "decisions"),
        Form("json", "JSON", ".json", lambda meeting, _: write_json(meeting).encode()),
        Form(
            "notation", "Notation", ".minutes", lambda meeting, _: write_notation(meeting).encode()
        ),
    )
}
"""Every form, by name."""
