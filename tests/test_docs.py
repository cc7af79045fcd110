"""What the documents say of the code is true of the code."""

import argparse
import re
import tomllib
from pathlib import Path

import pytest

from clerkapp import __version__, cli
from clerkapp.meeting.meeting import entries_of
from clerkapp.notation.reading import read_notation
from clerkapp.notation.writing import write_notation
from clerkapp.resources import checkout

TOP = checkout()
PAGES = sorted([*TOP.glob("*.md"), *(TOP / "docs").rglob("*.md")])
README = (TOP / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (TOP / "docs" / "architecture.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `clerkapp (\w+)(.*?)` \|", README, re.MULTILINE)
RECORDS = sorted((TOP / "docs" / "decisions").glob("*.md"))


def _commands() -> dict[str, argparse.ArgumentParser]:
    actions = cli._parser()._actions
    return next(a.choices for a in actions if isinstance(a, argparse._SubParsersAction))


def _block(text: str, first_line: str) -> str:
    """The fenced block of `text` that begins with that line."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return next(block for block in blocks if block.startswith(f"{first_line}\n"))


# Every page


def _links(page: Path) -> list[str]:
    words = re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8"))
    return re.findall(r"\]\(([^)#\s]+)[^)]*\)", words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page):
    within = [link for link in _links(page) if not re.match(r"\w+:", link)]
    assert [link for link in within if not (page.parent / link).exists()] == []


def test_the_readme_and_the_architecture_do_have_links():
    assert {"LICENSE", "docs/window.png"} <= set(_links(TOP / "README.md"))
    assert len(_links(TOP / "docs" / "architecture.md")) >= 3


# The readme


def test_the_readme_lists_the_commands_that_there_are():
    assert [name for name, _ in ROWS] == list(_commands())


@pytest.mark.parametrize(("name", "usage"), ROWS, ids=[name for name, _ in ROWS])
def test_a_command_has_the_options_that_the_readme_shows(name, usage):
    options = {flag for action in _commands()[name]._actions for flag in action.option_strings}
    shown = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", usage))
    assert shown <= options
    left_out = (
        options - shown - {"-h", "--help", "--archive", "--passphrase-file", "--output", "-o"}
    )
    assert left_out == set()


def test_the_meeting_in_the_readme_is_read_without_a_remark_and_written_as_it_stands():
    text = _block(README, "Council: Brookmere Borough Council")
    reading = read_notation(text)
    assert reading.remarks == ()
    assert len(list(entries_of(reading.meeting))) == 9
    assert write_notation(reading.meeting) == text


def test_the_changelog_begins_with_this_version():
    changelog = (TOP / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## ([\d.]+)", changelog, re.MULTILINE)[0] == __version__


# The architecture


def _tree() -> list[str]:
    """The path of every file and folder in the tree that the architecture shows, in its order."""
    paths: list[str] = []
    above: list[str] = []
    for line in _block(ARCHITECTURE, "clerkapp/").splitlines():
        depth = (len(line) - len(line.lstrip(" "))) // 2
        above[depth:] = [line.split()[0].rstrip("/")]
        paths.append("/".join(above))
    return paths


def test_the_tree_in_the_architecture_is_the_one_that_there_is():
    told = [path for path in _tree() if path.endswith(".py")]
    modules = {path.relative_to(TOP).as_posix() for path in (TOP / "clerkapp").rglob("*.py")}
    there = [
        path
        for path in modules
        if not path.endswith("__init__.py") and not path.startswith("clerkapp/window/")
    ]
    assert sorted(told) == sorted(there)  # each once


def test_every_folder_in_the_tree_is_there():
    assert [path for path in _tree() if not (TOP / path).exists()] == []


def test_the_layers_in_the_architecture_are_those_of_the_contract():
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (c for c in project["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    layers = [re.sub(r"[()]", "", layer) for layer in contract["layers"]]  # (a layer) may be empty
    assert _block(ARCHITECTURE, layers[0]).splitlines() == layers


# The decisions


def test_the_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in RECORDS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_decision_says_why_and_what_follows(record):
    text = record.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(record.name[:4])}. ")
    headings = re.findall(r"^## (\w+)$", text, re.MULTILINE)
    assert headings == ["Context", "Decision", "Reason", "Consequences"]
