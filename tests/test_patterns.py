"""Patterns wait until somebody looks with them, and are whole."""

import pkgutil
import re
import subprocess
import sys
from importlib import import_module

import pytest

import clerkapp
from clerkapp.patterns import compile_next, pattern


def test_a_pattern_is_compiled_by_the_first_look(monkeypatch):
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda p, flags=0: (compiled.append(p), real(p, flags))[1])
    pier = pattern(r"the (?P<what>pier)", re.IGNORECASE)
    assert pier.pattern == r"the (?P<what>pier)"
    assert compiled == []
    found = pier.search("on The Pier")
    assert found
    assert found["what"] == "Pier"
    assert pier.sub("it", "the pier") == "it"
    assert compiled == [r"the (?P<what>pier)"]


def test_those_that_nobody_looked_with_are_compiled_one_by_one():
    while compile_next():
        pass
    first, second = pattern("pier"), pattern("quay")
    assert first.search("pier")
    compiled = vars(second)
    assert "search" not in compiled
    assert compile_next()
    assert "search" in compiled
    assert not compile_next()


def test_what_a_pattern_does_not_have_is_said_as_ever():
    with pytest.raises(AttributeError, match="serch"):
        _ = pattern("pier").serch  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]


def test_every_pattern_of_the_project_can_be_compiled():
    loaded = 0
    for module in pkgutil.walk_packages(clerkapp.__path__, "clerkapp."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
            loaded += 1
    while compile_next():
        pass
    assert loaded > 300


def test_a_start_compiles_none_that_it_does_not_look_with():
    program = (
        "import re; compiled = []; real = re._compiler.compile\n"
        "def noted(p, flags=0):\n    compiled.append(p)\n    return real(p, flags)\n"
        "re._compiler.compile = noted\n"
        "import clerkapp.wording.kinds, clerkapp.checking.check, clerkapp.editing.capture\n"
        "from clerkapp.patterns import _waiting\n"
        "ours = {each.pattern for each in _waiting}\n"
        "print(len(ours), len(ours.intersection(p for p in compiled if isinstance(p, str))))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    waiting, compiled = map(int, done.stdout.split())
    assert waiting > 100
    assert compiled == 0
