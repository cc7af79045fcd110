"""Clerkapp's commands as tests give them."""

from collections.abc import Callable
from typing import TypeAlias

from clerkapp import cli

Clerkapp: TypeAlias = Callable[..., tuple[int, str, str]]
"""Runs a command; gives its status, output and errors. It is the fixture `clerkapp`."""


def run(*arguments: str) -> int:
    """Runs a command; gives its status."""
    return cli.run(cli.parsed(arguments))
