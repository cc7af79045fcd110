"""The forms in which a meeting can leave, and the one path that each of them takes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from clerkapp.export.dress import PLAIN, Dress
from clerkapp.export.plain_text import plain_text
from clerkapp.meeting.attendance_return import attendance_return
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.public_view import public_view
from clerkapp.notation.json import write_json
from clerkapp.notation.writing import write_notation
from clerkapp.wording.action_sheet import action_sheet
from clerkapp.wording.compose import compose
from clerkapp.wording.decision_sheet import decision_sheet
from clerkapp.wording.extract import WHOLE, Extent, extract
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.minutes import Audience, Minutes


def minutes_for(
    meeting: Meeting,
    style: HouseStyle,
    audience: Audience,
    extent: Extent = WHOLE,
    earlier: Sequence[Meeting] = (),
) -> Minutes:
    """The minutes that a form prints."""
    minutes = compose(meeting, style, audience, extent.detail, earlier)
    return extract(minutes, extent.item_id) if extent.item_id else minutes


def _decisions(
    meeting: Meeting,
    style: HouseStyle,
    audience: Audience,
    extent: Extent,
    earlier: Sequence[Meeting],
) -> Minutes:
    return decision_sheet(minutes_for(meeting, style, audience, extent, earlier))


def _actions(
    meeting: Meeting,
    style: HouseStyle,
    audience: Audience,
    _extent: Extent,
    earlier: Sequence[Meeting],
) -> Minutes:
    return action_sheet(meeting, style, audience, earlier)


MadeOf: TypeAlias = Callable[[Meeting, HouseStyle, Audience, Extent, Sequence[Meeting]], Minutes]


class Form(Struct, frozen=True):
    """A form of document: its name in `--form`, what a person calls it, how its file ends."""

    name: str
    title: str
    ending: str
    write: Callable[[Meeting, Minutes], bytes]
    document: str = "minutes"  # in the name of its file
    dressed: Callable[[Minutes, Dress, Meeting | None], bytes] | None = None
    """Where it wears something, and may carry the meeting that it prints whole."""
    wears: frozenset[str] = frozenset()  # a template, a crest, line numbers
    made_of: MadeOf = minutes_for  # what it prints


def other_ending(target: Path, form: Form) -> str:
    """The ending of another form that `target` has, by which no program would open this one.

    "" where it has none. What is text may stand in a file of text.
    """
    ending = target.suffix.casefold()
    if ending == form.ending or (ending == ".txt" and form.ending not in _PACKED):
        return ""
    return ending if any(ending == each.ending for each in FORMS.values()) else ""


def exported(  # noqa: PLR0913 — each is a choice that a person has
    meeting: Meeting,
    form: Form,
    style: HouseStyle,
    audience: Audience,
    extent: Extent = WHOLE,
    *,
    dress: Dress = PLAIN,
    earlier: Sequence[Meeting] = (),
) -> bytes:
    """The bytes of `meeting` in that form, for that audience.

    `dress` is for the forms that wear it; `earlier` are the meetings of the year before it, for a
    house that tells who was at them.
    A public document is made from the public view alone, whatever its form. The forms that carry
    the meeting itself (JSON, the notation) and the lists of actions and of votes are always whole.
    """
    seen = public_view(meeting) if audience is Audience.PUBLIC else meeting
    minutes = form.made_of(meeting, style, audience, extent, earlier)
    if form.dressed:
        is_whole = extent == WHOLE and form.made_of is minutes_for
        return form.dressed(minutes, dress, seen if is_whole else None)  # a part carries no more
    return form.write(seen, minutes)


def _word_in(minutes: Minutes, dress: Dress, meeting: Meeting | None) -> bytes:
    from clerkapp.export.word.document import word_bytes  # noqa: PLC0415

    return word_bytes(minutes, dress, meeting)


# What only some forms need is loaded with them: the calendar alone takes 60 ms


def _actions_csv(meeting: Meeting, _minutes: Minutes) -> bytes:
    from clerkapp.export.actions import actions_csv  # noqa: PLC0415

    return actions_csv(meeting)


def _actions_ics(meeting: Meeting, _minutes: Minutes) -> bytes:
    from clerkapp.export.actions import actions_ics  # noqa: PLC0415

    return actions_ics(meeting)


def _attendance_csv(meeting: Meeting, _minutes: Minutes) -> bytes:
    from clerkapp.export.attendance_csv import attendance_csv  # noqa: PLC0415

    return attendance_csv(attendance_return([meeting]))


def _votes_csv(meeting: Meeting, _minutes: Minutes) -> bytes:
    from clerkapp.export.votes import votes_csv  # noqa: PLC0415

    return votes_csv(meeting)


def _popolo(meeting: Meeting, _minutes: Minutes) -> bytes:
    from clerkapp.export.votes import popolo  # noqa: PLC0415

    return popolo(meeting)


def _akoma_ntoso(meeting: Meeting, minutes: Minutes) -> bytes:
    from clerkapp.export.akoma_ntoso import akoma_ntoso  # noqa: PLC0415

    return akoma_ntoso(meeting, minutes)


def _text(_meeting: Meeting, minutes: Minutes) -> bytes:
    return plain_text(minutes).encode()


def _pdf(minutes: Minutes, dress: Dress, _meeting: Meeting | None) -> bytes:
    from clerkapp.export.pdf import pdf_bytes  # noqa: PLC0415

    return pdf_bytes(minutes, dress)


def _html(minutes: Minutes, dress: Dress, _meeting: Meeting | None) -> bytes:
    from clerkapp.export.web_page import web_page  # noqa: PLC0415

    return web_page(minutes, dress).encode()


def _modern_gov(_meeting: Meeting, minutes: Minutes) -> bytes:
    from clerkapp.export.modern_gov import modern_gov  # noqa: PLC0415

    return modern_gov(minutes)


def _markdown(_meeting: Meeting, minutes: Minutes) -> bytes:
    from clerkapp.export.markdown import markdown  # noqa: PLC0415

    return markdown(minutes).encode()


def _plainly(
    write: Callable[[Minutes, Dress, Meeting | None], bytes],
) -> Callable[[Meeting, Minutes], bytes]:
    return lambda _meeting, minutes: write(minutes, PLAIN, None)


_PACKED = frozenset({".docx", ".pdf", ".zip"})  # what no editor of text shows
_CREST = frozenset({"crest"})
_WORD = frozenset({"template", "crest", "line numbers"})


def _sheets(name: str, document: str, made_of: MadeOf) -> tuple[Form, Form]:
    """A part of the minutes as a document of its own, in Word and as text."""
    title, write = f"{name.capitalize()} sheet", _plainly(_word_in)
    return (
        Form(f"{name}-sheet", title, ".docx", write, document, _word_in, _WORD, made_of),
        Form(f"{name}-sheet-text", f"{title}, text", ".txt", _text, document, made_of=made_of),
    )


FORMS = {
    form.name: form
    for form in (
        Form("word", "Word", ".docx", _plainly(_word_in), dressed=_word_in, wears=_WORD),
        Form("pdf", "PDF", ".pdf", _plainly(_pdf), dressed=_pdf, wears=_WORD - {"template"}),
        Form("html", "Web page", ".html", _plainly(_html), dressed=_html, wears=_CREST),
        Form("modern-gov", "ModernGov, a file an item", ".zip", _modern_gov, "moderngov"),
        Form("markdown", "Markdown", ".md", _markdown),
        Form("text", "Plain text", ".txt", _text),
        *_sheets("decision", "decisions", _decisions),
        *_sheets("action", "actions", _actions),
        Form("actions-csv", "Action points, spreadsheet", ".csv", _actions_csv, "actions"),
        Form("actions-ics", "Action points, calendar", ".ics", _actions_ics, "actions"),
        Form("attendance-csv", "Attendance, spreadsheet", ".csv", _attendance_csv, "attendance"),
        Form("votes-csv", "Votes, spreadsheet", ".csv", _votes_csv, "votes"),
        Form("popolo", "Votes as open data (Popolo)", ".json", _popolo, "votes"),
        Form("akoma-ntoso", "Akoma Ntoso", ".xml", _akoma_ntoso),
        Form("json", "JSON", ".json", lambda meeting, _: write_json(meeting).encode()),
        Form(
            "notation", "Notation", ".minutes", lambda meeting, _: write_notation(meeting).encode()
        ),
    )
}
"""Every form, by name."""
