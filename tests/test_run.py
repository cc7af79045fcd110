"""`run.py`: what it says before anything is installed, and what it runs."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from clerkapp.resources import checkout

SPEC = importlib.util.spec_from_file_location("run", checkout() / "run.py")
run = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(run)


@pytest.fixture
def called(monkeypatch) -> list[list[str]]:
    """Every command that `run.py` would have run, with success as the answer."""
    commands = []
    monkeypatch.setattr(run, "install", lambda: None)
    monkeypatch.setattr(run, "ask_for_libraries", lambda: None)
    monkeypatch.setattr(run, "install_other_programs", lambda: commands.append(["programs"]))
    monkeypatch.setattr(subprocess, "call", lambda command, **_: commands.append(command) or 0)
    monkeypatch.setattr(run, "replaced_by", lambda command: commands.append(command) or 0)
    return commands


def test_an_old_python_is_named(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    assert run.main([]) == 2
    assert "needs Python 3.11" in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "module"), [
    ([], ["clerkapp"]), (["list", "--json"], ["clerkapp", "list", "--json"]),
    (["test", "-k", "x"], ["pytest", "-n", "auto", "-k", "x"]),
    (["check", "june.minutes"], ["clerkapp", "check", "june.minutes"]),
    (["bench"], [*run.BENCHMARKS, "tests/benchmarks"]), (["trials"], run.TRIALS),
])  # fmt: skip
def test_each_command_runs_its_module(called, arguments, module):
    assert run.main(arguments) == 0
    assert called == [[str(run.PYTHON), "-m", *module]]


def test_check_runs_every_check_and_then_the_tests(called):
    assert run.main(["check"]) == 0
    said = [" ".join(map(str, command)) for command in called]
    assert said.index("programs") < len(said) - 1  # meanwhile, and done before the tests
    said.remove("programs")
    names = ("ruff format --check", "ruff check", "pyright", "lint-imports", "pytest")
    assert all(name in line for name, line in zip(names, said, strict=True))


def test_the_first_check_that_fails_is_the_answer(called, monkeypatch):
    monkeypatch.setattr(subprocess, "call", lambda command, **_: called.append(command) or 3)
    assert run.main(["check"]) == 3
    assert len([command for command in called if command != ["programs"]]) == 1


def test_missing_libraries_are_installed_by_root_and_named_to_others(called, monkeypatch, capsys):
    monkeypatch.undo()
    commands = []
    monkeypatch.setattr("clerkapp.preflight.missing_packages", lambda: ["libegl1", "libgl1"])
    monkeypatch.setattr(run.shutil, "which", lambda _: "apt-get")
    monkeypatch.setattr(run, "run", lambda command, **_: commands.append(command))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    run.ask_for_libraries()
    assert [command[1] for command in commands] == ["update", "install"]
    assert "Installing the system libraries" in capsys.readouterr().out
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit):
        run.ask_for_libraries()
    assert "sudo apt-get install -y libegl1 libgl1" in capsys.readouterr().out


def test_nothing_is_installed_twice(tmp_path: Path, monkeypatch):
    commands = []
    venv = tmp_path / "venv"

    def record(command: list[str]) -> None:
        commands.append(command)
        venv.mkdir(exist_ok=True)
        (venv / "python").touch()

    monkeypatch.setattr(run, "VENV", venv)
    monkeypatch.setattr(run, "PYTHON", venv / "python")
    monkeypatch.setattr(run, "STAMP", venv / "stamp")
    monkeypatch.setattr(run, "run", record)
    run.install()
    assert [command[2] for command in commands] == ["venv", "pip", "pip"]
    run.install()
    assert len(commands) == 3
    (venv / "stamp").write_text("another set of dependencies")
    run.install()
    assert len(commands) == 5
