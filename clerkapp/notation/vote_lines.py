"""Votes and ballots as they stand in their lines, read and written side by side (see `facts`)."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from clerkapp.meeting.votes import Ballot, Candidate, Casting, OwnVote, Result, Side, Vote, Way
from clerkapp.meeting.words import one_line
from clerkapp.notation.escapes import escape, escape_words, split_list, unescape
from clerkapp.notation.facts import SLASH, Lists, spaced
from clerkapp.patterns import pattern

# A vote: the sides, each with a number or with names; what the Chair declared; votes recorded on
# request. More words on the lines below

_SIDE = pattern(
    r"(?<!\S)(?:casting(?: vote)?:? (?P<way>for|against)|(?P<unanimous>unanimous(?:ly)?)"
    r"|(?P<declared>carried|lost)"
    r"|(?P<side>for|against|abst(?:ain(?:ed|ing|s)?|entions?)))(?=[\s,;:.]|$):?",
    re.IGNORECASE,
)
_SIDE_WORDS = (
    r"(?:casting|unanimous|unanimously|carried|lost|own"
    r"|for|against|abst(?:ain(?:ed|ing|s)?|entions?))"
    r"(?:[:;,.\\]\S*)?"  # what may stand behind one without parting it from the side
)
_ENDS = pattern(r"^[\s,;.]+|(?<!\\)[\s,;.]+$")
_OWN = pattern(r"(?<!\S)own(?: votes?)?(?=[\s:]|$):?", re.IGNORECASE)
_DECLARED = pattern(r"[\s,;.]+(?P<declared>carried|lost)[\s.]*$", re.IGNORECASE)
_OWN_VOTE = pattern(
    r"(?P<who>.+?)(?:\s*(?<!\\):)?\s+(?P<way>for|against|abst)(?:ain(?:ed|ing|s)?|entions?)?",
    re.IGNORECASE,
)
_WAYS = {"for": Way.FOR, "against": Way.AGAINST, "abst": Way.ABSTAINED}
_IN_NAMES, _OF_WORDS = ";,.:", "acfulo"  # the letters that words to be escaped begin with
_VOTE_EXPECTED = "expected “for 7 against 0 abstained 1”, names, “casting for” or “unanimous”"
_OWN_EXPECTED = "expected “own Cllr A Marsden against; Cllr B Pryce for”"


def read_vote(body: str, lists: Lists) -> tuple[Vote | None, str]:
    """`for 7 against 1 carried own Cllr A against` as its sides and what else was recorded."""
    line, _, text = body.partition("\n")
    if not line.strip():
        return None, body
    own: tuple[OwnVote, ...] = ()
    declared = ""
    if match := _OWN.search(line):
        asked, line = line[match.end() :], line[: match.start()]
        if at_end := _DECLARED.search(asked):
            declared, asked = at_end["declared"], asked[: at_end.start()]
        own = _read_own(asked, lists)
    starts = list(_SIDE.finditer(line))
    if not (starts or own) or line[: starts[0].start() if starts else None].strip():
        raise ValueError(_VOTE_EXPECTED)
    sides: dict[str, Side] = {}
    casting, unanimous = "", False
    for match, following in zip_longest(starts, starts[1:]):
        words = _ENDS.sub("", line[match.end() : following.start() if following else None])
        if match["side"]:
            side = match["side"][:3].casefold()
            if side in sides or not words:
                raise ValueError(_VOTE_EXPECTED)
            sides[side] = _read_side(words, lists)
            continue
        if words:
            raise ValueError(_VOTE_EXPECTED)
        casting = (match["way"] or "").casefold() or casting
        unanimous = unanimous or match["unanimous"] is not None
        declared = match["declared"] or declared
    vote = Vote(
        sides.get("for"),
        sides.get("aga"),
        sides.get("abs"),
        Casting(casting),
        unanimous,
        own,
        Result(declared.casefold()),
    )
    return vote, text


def _read_side(words: str, lists: Lists) -> Side:
    if _is_count(words):
        return int(words)
    names = [_unescaped(part) for part in split_list(words)]
    lists.doubts += [
        f"“{name}” is read as a name; expected a number, or names"
        for name in names
        if not lists.is_name(name)
    ]
    mentions = tuple(mention for mention in map(lists.mention, names) if mention)
    if not mentions:
        raise ValueError(_VOTE_EXPECTED)
    return mentions


def _read_own(words: str, lists: Lists) -> tuple[OwnVote, ...]:
    found: list[OwnVote] = []
    for part in split_list(words):
        match = _OWN_VOTE.fullmatch(part.strip())
        who = lists.mention(_unescaped(match["who"])) if match else None
        if match is None or who is None:
            raise ValueError(_OWN_EXPECTED)
        found.append(OwnVote(who, _WAYS[match["way"].casefold()]))
    if not found:
        raise ValueError(_OWN_EXPECTED)
    return tuple(found)


def _is_count(words: str) -> bool:
    return words.isdecimal() and len(words) <= 4


def write_vote(vote: Vote | None, text: str, lists: Lists) -> Iterator[str]:
    """The body of a vote."""
    if vote is None:
        return

    def words(word: str, side: Side) -> str:
        if isinstance(side, tuple):
            return f"{word} {'; '.join(_escaped(lists.name(m)) for m in side)}"
        return "" if side is None else f"{word} {side}"

    own = "; ".join(f"{_escaped(lists.name(each.person))} {each.way}" for each in vote.own)
    line = spaced(
        "unanimous" if vote.unanimous else "",
        words("for", vote.in_favour),
        words("against", vote.against),
        words("abstained", vote.abstained),
        f"casting {vote.casting}" if vote.casting else "",
        vote.declared,
        f"own {own}" if own else "",
    )
    yield f"{line}\n{text}" if text else line


def _escaped(name: str) -> str:
    return escape_words(escape(name, _IN_NAMES), _SIDE_WORDS)


def _unescaped(name: str) -> str:
    return unescape(name, _IN_NAMES + _OF_WORDS)


# A ballot: the post, then the rounds, each with its candidates and their votes. More words below

_POST = pattern(r"(?:\[(?P<bracketed>(?:\\.|[^\]\n\\])*)\]|(?P<post>(?:\\.|[^:\\])*)):(?:\s+|$)")
_CANDIDATE = pattern(r"(?P<who>.+?)\s+(?P<votes>\d{1,4})(?:\s+votes?)?", re.IGNORECASE)
_IN_BALLOTS = ":;/]"
_BALLOT_EXPECTED = "expected “Vice-chair: Cllr A Marsden 5; Cllr B Pryce 4”, rounds parted by “ / ”"


def read_ballot(body: str, lists: Lists) -> tuple[Ballot | None, str]:
    """`Vice-chair: Cllr A 5; Cllr B 4 / Cllr A 6; Cllr B 3` as the post and the rounds."""
    line, _, text = body.partition("\n")
    if not line.strip():
        return None, body
    match = _POST.match(line)
    post = (match["bracketed"] or match["post"] or "") if match else ""
    told = line[match.end() :] if match else line
    parts = SLASH.split(told) if told.strip() else []
    post = one_line(unescape(post, _IN_BALLOTS))
    ballot = Ballot(post, tuple(_read_round(part, lists) for part in parts))
    return (None if ballot == Ballot() else ballot), text


def _read_round(words: str, lists: Lists) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    for part in split_list(words):
        match = _CANDIDATE.fullmatch(part)
        who = lists.mention(unescape(match["who"], _IN_BALLOTS)) if match else None
        if match is None or who is None:
            raise ValueError(_BALLOT_EXPECTED)
        found.append(Candidate(who, int(match["votes"])))
    if not found:
        raise ValueError(_BALLOT_EXPECTED)
    return tuple(found)


def write_ballot(ballot: Ballot | None, text: str, lists: Lists) -> Iterator[str]:
    """The bodies of a ballot; the last suits a post that begins with a sign."""
    if ballot is None:
        return

    def words(candidate: Candidate) -> str:
        return f"{escape(lists.name(candidate.person), _IN_BALLOTS)} {candidate.votes}"

    rounds = " / ".join("; ".join(map(words, candidates)) for candidates in ballot.rounds)
    post = escape(ballot.post, _IN_BALLOTS)
    for before in (f"{post}:" if post else "", f"[{post}]:"):
        line = spaced(before, rounds)
        yield f"{line}\n{text}" if text else line
