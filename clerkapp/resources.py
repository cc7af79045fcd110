"""Finds a bundled file, from a source checkout or from the installed application."""

from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent
_INSTALLED = Path(__file__).resolve().parent / "bundled"


def is_checkout() -> bool:
    """Whether Clerkapp runs from its source tree rather than from an installation."""
    return (_CHECKOUT / "pyproject.toml").is_file() and not _INSTALLED.is_dir()


def checkout() -> Path:
    """The top folder of the source tree; only meaningful when `is_checkout()`."""
    return _CHECKOUT


def resource(*parts: str) -> Path:
    """The path of a file or folder under `resources/`, which may not exist."""
    base = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT / "resources"
    return base.joinpath(*parts)
