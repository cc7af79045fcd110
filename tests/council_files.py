"""A council's template and crest, read from a file as the window and the command line read them."""

from pathlib import Path

from clerkapp.export.crest import Crest, crest_in
from clerkapp.export.dress import file_to_keep
from clerkapp.export.word.lending import Template, template_in


def read_template(path: Path) -> Template:
    return template_in(file_to_keep(path, "template"))


def read_crest(path: Path, words: str = "") -> Crest:
    return crest_in(file_to_keep(path, "crest"), words)
