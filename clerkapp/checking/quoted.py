"""The words of an entry without what it quotes: rules leave direct speech alone."""

import re
from functools import lru_cache

from clerkapp.patterns import pattern

_QUOTED = pattern(r"“[^”]*(?:”|$)|\"[^\"]*\"|(?<!\w)‘[^‘]*?’(?!\w)", re.DOTALL)


@lru_cache(maxsize=2048)
def unquoted(text: str) -> str:
    """`text` with spaces in place of what stands in quotation marks, as long as before."""
    return (
        _QUOTED.sub(lambda found: " " * len(found.group()), text)
        if "“" in text or ('"' in text or "‘" in text)
        else text
    )
