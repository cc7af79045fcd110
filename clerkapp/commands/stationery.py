"""What the documents of a council are dressed in: `stationery`, and the options of `export`."""

from argparse import Namespace

from msgspec.structs import replace

from clerkapp.archive.archive import Archive
from clerkapp.archive.stationery import every_stationery, stationery_of
from clerkapp.commands.keys import keys_to_write
from clerkapp.commands.sources import follow, reader
from clerkapp.commands.telling import DONE, NOTHING, warn
from clerkapp.errors import TemplateError
from clerkapp.export.dress import Dress, dressed_in, file_to_keep
from clerkapp.export.forms import FORMS, Form
from clerkapp.meeting.stationery import Stationery

_EVERYTHING = FORMS["word"].wears


def keep_stationery(options: Namespace) -> int:
    """Shows what is kept for each council, or keeps for one what the options name."""
    if not options.council:
        with reader(options) as archive:
            kept = every_stationery(archive)
        for own in kept:
            print(_told(own))
        if not kept:
            warn("nothing is kept for any council yet")
        return DONE if kept else NOTHING
    follow(options)
    with Archive(options.archive, keys_to_write(options)) as archive:
        before = stationery_of(archive, options.council)
        own = _changed(_without(before, options), options)
        if own != before:
            _tell_what_is_lent(dressed_in(own, _EVERYTHING))
            archive.keep_stationery(own)
    print(_told(own))
    return DONE


def dress_asked(options: Namespace, form: Form, kept: Stationery) -> Dress:
    """What the document wears: what is kept for its council, and what the options name beside it.

    TemplateError where such a form has no place for what was asked.
    """
    asked = {
        "template": options.template,
        "crest": options.crest,
        "line numbers": options.line_numbers,
    }
    for what, said in asked.items():
        if said and what not in form.wears:
            has = " and ".join(_one(each) for each in sorted(form.wears)) or "none of such things"
            raise TemplateError(f"{form.title} has no place for {_one(what)}: it has {has}")
    own = _changed(Stationery(kept.council) if options.plain else kept, options)
    dress = dressed_in(own, form.wears)
    if options.template:
        _tell_what_is_lent(dress)
    return dress


def _one(what: str) -> str:
    return what if what.endswith("s") else f"a {what}"


def _changed(own: Stationery, options: Namespace) -> Stationery:
    """`own` with what the options name in place of what it has."""
    if options.template:
        own = replace(own, template=file_to_keep(options.template.expanduser(), "template"))
    if options.crest:
        crest = file_to_keep(options.crest.expanduser(), "crest")
        own = replace(own, crest=crest, crest_words="")
    if options.crest_words:
        own = replace(own, crest_words=options.crest_words)
    return replace(own, line_numbers=own.line_numbers or options.line_numbers)


def _without(own: Stationery, options: Namespace) -> Stationery:
    if options.no_template:
        own = replace(own, template=None)
    if options.no_crest:
        own = replace(own, crest=None, crest_words="")
    return replace(own, line_numbers=False) if options.no_line_numbers else own


def _tell_what_is_lent(dress: Dress) -> None:
    for sentence in dress.template.report() if dress.template else ():
        warn(sentence)


def _told(own: Stationery) -> str:
    """Brookmere Borough Council: template brookmere.dotx, crest crest.png, line numbers."""
    words = f" “{own.crest_words}”" if own.crest_words else ""
    facts = [f"template {own.template.name}"] if own.template else []
    facts += [f"crest {own.crest.name}{words}"] if own.crest else []
    facts += ["line numbers on drafts"] if own.line_numbers else []
    return f"{own.council}: {', '.join(facts) or 'nothing'}"
