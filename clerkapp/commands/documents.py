"""A document put where the options say: on the output, or in a file that nobody else has edited."""

import sys
from argparse import Namespace

from clerkapp.commands.telling import DONE, warn
from clerkapp.errors import ExportError
from clerkapp.export.files import asked_for, write_whole
from clerkapp.export.forms import Form, other_ending
from clerkapp.export.written import Found, Written, held_open


def put(options: Namespace, form: Form, name: str, data: bytes) -> int:
    """Writes `data` there, under `name` where a folder was said, and prints where it is.

    ExportError where the name ends as another form does, and where the file was edited since
    Clerkapp wrote it and `--replace` is not said.
    """
    if options.output == "-":
        sys.stdout.buffer.write(data)
        return DONE
    target = asked_for(options.output, name)
    if other := other_ending(target, form):
        raise ExportError(
            f"{target.name} ends in {other}, and this form in {form.ending}: choose another name"
            " with -o"
        )
    written = Written(options.archive.parent)
    if written.found(target) is Found.EDITED and not options.replace:
        raise ExportError(
            f"{target} was changed since Clerkapp wrote it: --replace writes over it, or choose"
            " another name with -o"
        )
    if program := held_open(target):
        warn(
            f"clerkapp: {target.name} seems to be open in {program}: close it there without saving"
        )
    write_whole(target, data)
    written.note(target, data)
    print(target)
    return DONE
