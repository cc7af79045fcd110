"""Where a supporting document is, as much of it as a reader may see."""

import re
from urllib.parse import urlsplit


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
