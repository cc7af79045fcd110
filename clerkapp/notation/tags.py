"""Words in square brackets at the end of others, which say something of them: `[interest]`."""

import re

from msgspec import Struct

from clerkapp.patterns import pattern


class Tag(Struct, frozen=True):
    """One such tag; a backslash before its bracket leaves it among the words."""

    looked_for: re.Pattern[str]

    @classmethod
    def of(cls, words: str) -> "Tag":
        """The tag whose words between the brackets fit the pattern `words`."""
        return cls(pattern(rf" ?(?P<slashes>\\*)\[{words}\]\s*$", re.IGNORECASE))

    def taken(self, text: str) -> tuple[str, re.Match[str] | None]:
        """`text` without the tag at its end, and the tag; None where there is none."""
        match = self.looked_for.search(text)
        if match is None:
            return text, None
        if match["slashes"]:
            place = match.start("slashes")
            return text[:place] + text[place + 1 :], None
        return text[: match.start()], match

    def kept(self, text: str) -> str:
        """The text from which `taken` gives `text` and no tag."""
        match = self.looked_for.search(text)
        if match is None:
            return text
        place = match.start("slashes")
        return f"{text[:place]}\\{text[place:]}"
