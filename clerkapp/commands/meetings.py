"""Meetings in and out: `list`, `import`, `show`, `export`, and the `styles` they are printed in."""

import re
from argparse import Namespace
from pathlib import Path

from clerkapp.archive.archive import Archive
from clerkapp.commands.documents import put
from clerkapp.commands.keys import keys_to_write
from clerkapp.commands.sources import asked_with_its_archive, follow, meeting_asked, reader
from clerkapp.commands.stationery import dress_asked
from clerkapp.commands.stopping import undisturbed
from clerkapp.commands.telling import DONE, NOTHING, WRONG, print_json, warn
from clerkapp.errors import ClerkappError
from clerkapp.export.files import file_name
from clerkapp.export.forms import FORMS, exported
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.files import read_file
from clerkapp.wording.compose import compose
from clerkapp.wording.detail import Detail
from clerkapp.wording.extract import Extent, item_numbered
from clerkapp.wording.house_style import (
    HouseStyle,
    house_style,
    house_styles,
    own_styles_folder,
    style_or_usual,
)
from clerkapp.wording.minutes import Audience
from clerkapp.wording.own_styles import broken_styles, own_styles
from clerkapp.wording.style_keys import keys_page

WORD_ENDINGS = (".docx", ".docm")


def list_meetings(options: Namespace) -> int:
    """The meetings of the archive, a line each, the latest first."""
    with reader(options) as archive:
        meetings = archive.meetings()
    if options.json:
        print_json(
            [
                {
                    "id": line.id,
                    "date": line.date.isoformat() if line.date else None,
                    "council": line.council,
                    "committee": line.committee,
                    "status": line.status.value,
                    "items": line.items,
                    "sample": line.is_sample,
                }
                for line in meetings
            ]
        )
        return DONE if meetings else NOTHING
    for line in meetings:
        date = line.date.isoformat() if line.date else "no date   "
        body = ", ".join(part for part in (line.committee, line.council) if part) or "no committee"
        sample = ", sample" if line.is_sample else ""
        print(f"{line.id}  {date}  {body}  {line.status}, {line.items} items{sample}")
    if not meetings:
        warn("there are no meetings in the archive yet")
    return DONE if meetings else NOTHING


def import_files(options: Namespace) -> int:
    """Takes files into the archive and prints the id of each; goes on after one that is wrong.

    A Word file that was exported is no new meeting: what was changed in it is shown and taken in.
    """
    status = DONE
    follow(options)
    keys = keys_to_write(options)
    with undisturbed():  # a new archive is made whole
        opened = Archive(options.archive, keys)
    with opened as archive:
        for name in options.files:
            try:
                if Path(name).suffix.casefold() in WORD_ENDINGS:
                    from clerkapp.commands.word_files import take_word_file  # noqa: PLC0415

                    status = max(status, take_word_file(archive, Path(name), options))
                    continue
                reading = read_file(Path(name), new_id)
                with undisturbed():
                    archive.add(reading.meeting)
                    print(reading.meeting.id, flush=True)
            except ClerkappError as error:
                warn(f"clerkapp: {error}")
                status = WRONG
                continue
            for remark in reading.remarks:
                warn(f"{Path(name).name}: {remark}")
    if archive.trouble:
        warn(f"clerkapp: {archive.trouble}")
    return status


def show(options: Namespace) -> int:
    """One meeting as text, with everything that is exempt."""
    meeting = meeting_asked(options)
    style = style_asked(options, meeting)
    form = FORMS[options.form]
    data = form.write(meeting, compose(meeting, style, Audience.CONFIDENTIAL))
    print(data.decode(), end="")
    return DONE


def export(options: Namespace) -> int:
    """One meeting as a document, for an audience; prints where it is."""
    asked = asked_with_its_archive(options)
    meeting = asked.meeting
    style = style_asked(options, meeting)
    form, audience = FORMS[options.form], Audience(options.audience)
    minutes = compose(meeting, style, audience)
    item = item_numbered(meeting, minutes, options.item) if options.item.strip() else ""
    extent = Extent(Detail(options.detail), item)
    data = exported(
        meeting,
        form,
        style,
        audience,
        extent,
        dress=dress_asked(options, form, asked.stationery),
        earlier=asked.earlier,
    )
    document = f"item-{_in_a_name(options.item)}" if item else form.document
    return put(options, form, file_name(minutes, form.ending, document), data)


def _in_a_name(number: str) -> str:
    """A number as it may stand in the name of a file: "99-20" of "99/20"."""
    return re.sub(r"[^\w.]+", "-", number).strip("-.").lower() or "asked"


def style_asked(options: Namespace, meeting: Meeting) -> HouseStyle:
    """The style asked for, else the meeting's own, else the usual one."""
    own = own_styles_folder(options.archive)
    if options.style:
        return house_style(options.style, own)
    style, trouble = style_or_usual(meeting.heading.house_style, own)
    if trouble:
        warn(f"clerkapp: house style: {trouble}")
    return style


def list_styles(options: Namespace) -> int:
    """The house styles, a line each, a person's own among them; what is wrong with one is said.

    Or what each key of a style means.
    """
    if options.keys:
        print(keys_page())
        return DONE
    follow(options)
    folder = own_styles_folder(options.archive)
    own = own_styles(folder)
    yours = {each.name for each in own}
    styles = house_styles(folder)
    width = max(len(name) for name in (*yours, *(style.name for style in styles)))
    for style in styles:
        mark = " (yours)" if style.name in yours else ""
        print(f"{style.name:{width}}  {style.summary}{mark}")
    for each in own:
        if each.style is None:
            print(f"{each.name:{width}}  cannot be used as it is (yours)")
    for sentence in broken_styles(folder):
        warn(f"clerkapp: {sentence}")
    return DONE
