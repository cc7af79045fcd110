"""Who is meant in a sentence that is taken as a fact: somebody whom it can only mean."""

import re
from collections.abc import Iterable

from clerkapp.meeting.people import Person, in_parts
from clerkapp.meeting.presence import Moment, is_chair, is_vice_chair
from clerkapp.patterns import pattern
from clerkapp.wording.attribution import meant_surely

_TITLE = pattern(
    r"^(?:the )?(?P<title>mrs?|ms|miss|mx|dr|prof(?:essor)?|revd?|reverend|sir|dame|lord|lady"
    r"|baroness|father|canon)\b",
    re.IGNORECASE,
)
_BESIDE = pattern(r",\s*(?:the|our)\s", re.IGNORECASE)  # “Cllr Finch, the Chair, …” is one


def surely_named(words: str, people: Iterable[Person], now: Moment) -> tuple[Person, ...]:
    """The one, or several to be asked about; nobody where it may be somebody else.

    The Chair is whoever presides `now`. “Mr Moss” is not Cllr Moss, but a resident as like as not.
    """
    named = re.sub(r"^the ", "", words.strip(), flags=re.IGNORECASE)
    if is_chair(named):
        return tuple(person for person in people if person.id == now.chair)
    return tuple(each for each in meant_surely(words, people) if _is_titled_so(words, each.name))


def all_named(words: str, people: tuple[Person, ...], now: Moment) -> tuple[Person, ...]:
    """Everybody whom the words name, one or several; nobody where it is not sure of each."""
    has_post = any(is_chair(part) or is_vice_chair(part) for part in in_parts(words)[1:])
    if (has_post or _BESIDE.search(words)) and not re.search(r"\band\b", words):
        return ()
    found = [surely_named(part, people, now) for part in in_parts(words)]
    if any(len(each) != 1 for each in found):  # a post may have an “and” in it too
        found = [surely_named(words, people, now)]
    everybody = {each[0].id: each[0] for each in found if len(each) == 1}
    return tuple(everybody.values()) if len(everybody) == len(found) else ()


def _is_titled_so(words: str, name: str) -> bool:
    """Whether a name on the lists has the title that is written."""
    written = _TITLE.match(words.strip())
    titles = re.findall(r"\w+", name.casefold())
    return written is None or written["title"].casefold() in titles
