"""The glossary: a line for every class of a meeting, and no line for what is not there."""

import ast
import importlib
import inspect
import pkgutil
import re
from functools import cache

import pytest

import clerkapp.meeting
from clerkapp.meeting.entries import EntryKind
from clerkapp.resources import checkout

GLOSSARY = (checkout() / "docs" / "glossary.md").read_text(encoding="utf-8")
DEFINED = re.findall(r"^- \*\*(\w+)\*\* — \S.*\.$", GLOSSARY, re.MULTILINE)
BESIDE_THE_MEETING = {"HouseStyle", "Minutes", "Finding", "MeetingSession", "Archive"}


def _classes_of_a_meeting():
    package = clerkapp.meeting
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == found.name and not name.startswith("_"):
                yield name


@cache
def _classes_of_clerkapp():
    files = (checkout() / "clerkapp").rglob("*.py")
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in files)
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.name for node in nodes if isinstance(node, ast.ClassDef)}


def test_the_walk_finds_classes_in_every_corner_of_the_meeting():
    found = set(_classes_of_a_meeting())
    assert {"Meeting", "Entry", "Person", "Vote", "Declaration", "Passing"} <= found
    assert not {"Facts", "StrEnum", "_Uuid7"} & found


@pytest.mark.parametrize("name", sorted({*_classes_of_a_meeting(), *BESIDE_THE_MEETING}))
def test_every_class_of_a_meeting_is_defined_once(name):
    assert DEFINED.count(name) == 1, f"docs/glossary.md wants one line “- **{name}** — ….”"


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\*\*(.+?)\*\*", GLOSSARY))))
def test_every_name_in_bold_is_a_class_of_clerkapp(name):
    assert name in _classes_of_clerkapp(), f"there is no class {name}"


def test_every_kind_of_entry_is_defined_in_order():
    assert re.findall(r"^- \*([\w -]+)\* — \S", GLOSSARY, re.MULTILINE) == list(EntryKind)
