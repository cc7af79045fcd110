"""Where the house prints a vote: a paragraph of its own, behind what was decided, or inside it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import AgendaItem
from clerkapp.meeting.motions import Moved
from clerkapp.meeting.votes import Vote
from clerkapp.patterns import pattern
from clerkapp.wording.minutes import Passage, Role, Run
from clerkapp.wording.sentences import Sentences
from clerkapp.wording.votes import vote_parts


def with_votes_placed(
    passages: Sequence[Passage],
    item: AgendaItem,
    put: Mapping[str, Moved],
    sentences: Sentences,
) -> Iterator[Passage]:
    """The passages of an item with each vote where the house prints it.

    A vote goes to the decision right below it, else to the decision or the motion right above it;
    one on an amendment never to a decision. It stays a paragraph of its own where there is none,
    where that one ends in limbs, and where one of the two is exempt. `put` is what each vote of
    the item disposed of, by the id of its entry.
    """
    stands = sentences.style.votes.stands
    if stands == "apart":
        yield from passages
        return
    entries = {entry.id: entry for entry in item.entries}
    placed = list(passages)
    for passage in passages:
        vote = _vote_of(passage, entries)
        if vote is None:
            continue
        place = placed.index(passage)
        is_amending = vote.id in put and put[vote.id].is_amendment
        host = _host(placed, place, entries, decides=not is_amending)
        if host is None:
            continue
        if stands == "after":
            if not placed[host].limbs:
                placed[host] = _after(placed[host], passage, sentences)
                del placed[place]
        elif placed[host].role is Role.DECISION:
            placed[host], rest = _inside(placed[host], passage, vote, sentences)
            del placed[place]
            below = host + 1 if host < place else host
            placed[below:below] = rest
    yield from placed


def _vote_of(passage: Passage, entries: dict[str, Entry]) -> Entry | None:
    if passage.role is not Role.VOTE or len(passage.entry_ids) != 1:
        return None
    entry = entries[passage.entry_ids[0]]
    is_open_vote = entry.kind is EntryKind.VOTE and entry.exempt is None
    return entry if is_open_vote and facts_of(entry, Vote) else None


def _host(
    placed: Sequence[Passage], place: int, entries: dict[str, Entry], *, decides: bool
) -> int | None:
    """Which passage beside the one at `place` takes the vote; None where neither does."""

    def takes(at: int, roles: set[Role]) -> bool:
        if not 0 <= at < len(placed) or placed[at].role not in roles:
            return False
        ids = placed[at].entry_ids
        return len(ids) == 1 and entries[ids[0]].exempt is None  # one vote to a decision

    if decides and takes(place + 1, {Role.DECISION}):
        return place + 1
    above = {Role.DECISION, Role.MOTION} if decides else {Role.MOTION}
    return place - 1 if takes(place - 1, above) else None


def _after(host: Passage, vote: Passage, sentences: Sentences) -> Passage:
    lines = sentences.style.votes.between == "lines"
    joint = Run("\n" if lines else " ")
    entry_ids = (*host.entry_ids, *vote.entry_ids)
    return replace(host, runs=(*host.runs, joint, *vote.runs), entry_ids=entry_ids)


_END = pattern(r"(?:\s+that)?[ :–—-]*$", re.IGNORECASE)  # what a label may end with


def _inside(
    host: Passage, passage: Passage, entry: Entry, sentences: Sentences
) -> tuple[Passage, list[Passage]]:
    """The decision with the numbers in its label, and the rest of the vote in its own paragraph."""
    vote = facts_of(entry, Vote) or Vote()
    parts = vote_parts(vote, sentences)
    if not parts.count or not host.runs or not host.runs[0].bold:  # there is nothing to put in it
        return host, [passage]
    label, *others = host.runs
    words = _END.sub("", label.text)
    told = f"{words} {parts.count}{label.text[len(words) :]}"
    if vote.unanimous and (form := sentences.style.votes.unanimous_label):
        told = form.format(label=label.text)
    entry_ids = (*host.entry_ids, *passage.entry_ids)
    host = replace(host, runs=(replace(label, text=told), *others), entry_ids=entry_ids)
    rest = " ".join(part for part in (*parts.rest, entry.text.strip()) if part)
    if not rest:
        return host, []
    return host, [replace(passage, runs=(Run(rest),))]
