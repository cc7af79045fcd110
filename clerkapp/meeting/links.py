"""Where a supporting document is, as much of it as a reader may see."""

import re
from urllib.parse import urlsplit, urlunsplit

from clerkapp.patterns import pattern

_PATH = pattern(r"[A-Za-z]:[/\\]|\\\\|/\w+/|~/|\.\.?[/\\]|file:/", re.ASCII)
"""How a path begins on somebody's computer or in their network; no title of a paper does."""


def is_web_address(target: str) -> bool:
    """Whether `target` is an address that a reader can follow: http or https, with a host."""
    try:
        parts = urlsplit(target)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in target
    except ValueError:
        return False


def file_part(target: str) -> str:
    """The name of the file that `target` is, without the folders of somebody's computer."""
    return re.split(r"[/\\]", target)[-1]


def is_path(words: str) -> bool:
    """Whether `words` are where a file lies, and no title: a clerk may have typed just that."""
    return bool(_PATH.match(words))


def without_login(address: str) -> str:
    """That web address without the name and the password that may stand before its host."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
