"""Who said an entry: `[by Cllr R Finch]` at the end of its words."""

import re

from clerkapp.meeting.people import Mention
from clerkapp.notation.escapes import escape, unescape
from clerkapp.notation.facts import Lists
from clerkapp.patterns import pattern

_WITHIN = r"(?:\\.|[^\[\]\n\\])+"
_OTHER = rf"(?:for an )?interest|withdrawn|fell|accepted|(?:item|done) {_WITHIN}"
_SPEAKER = pattern(
    rf" ?(?P<slashes>\\*)\[by (?P<who>{_WITHIN})\](?P<after>(?: ?\[(?:{_OTHER})\])*)\s*$",
    re.IGNORECASE,
)


def without_speaker(text: str, lists: Lists) -> tuple[str, Mention | None]:
    """`text` without the `[by Cllr R Finch]` among the tags at its end, and whom that means.

    What cannot be a name, as in “[by email]”, is left among the words.
    """
    match = _SPEAKER.search(text)
    if match is None:
        return text, None
    if match.group("slashes"):
        place = match.start("slashes")
        return text[:place] + text[place + 1 :], None
    who = _who(match)
    if not lists.is_name(who):
        return text, None
    speaker = lists.mention(who)
    return (text[: match.start()] + match["after"], speaker) if speaker else (text, None)


def with_speaker(body: str, speaker: Mention | None, lists: Lists) -> str:
    """The text from which `without_speaker` makes `body` and `speaker` again."""
    if speaker is None:
        tag = _SPEAKER.search(body)
        if tag is None or not (tag.group("slashes") or lists.is_name(_who(tag))):
            return body
        return f"{body[: tag.start('slashes')]}\\{body[tag.start('slashes') :]}"
    who = lists.name(speaker)
    if not lists.is_name(who):
        who = f"?{who}"
    tag = f"[by {escape(who, '[]')}]"
    return f"{body} {tag}" if body else tag


def _who(tag: re.Match[str]) -> str:
    return unescape(tag.group("who"), "[]")
