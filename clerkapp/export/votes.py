"""Votes for a spreadsheet (CSV), and as open data (Popolo)."""

import json
from collections.abc import Iterator

from clerkapp.export.spreadsheet import Cell, spreadsheet
from clerkapp.meeting.meeting import Meeting, name_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.presence import members
from clerkapp.meeting.vote_list import ListedVote, listed_votes
from clerkapp.meeting.votes import Side, Way, votes_on

_HEADINGS = (
    *("Item", "Title", "What was put", "Amendment", "Mover", "Seconder", "Result"),
    *("For", "Against", "Abstained", "Casting vote"),
    *("Voted for", "Voted against", "Names of abstentions", "Recorded on request"),
)
_RESULTS = {True: "carried", False: "lost", None: ""}


def votes_csv(meeting: Meeting) -> bytes:
    """The votes of `meeting`, a row each under a row of headings; names are parted by “; ”."""
    return spreadsheet((_HEADINGS, *(_row(each, meeting) for each in listed_votes(meeting))))


def _row(listed: ListedVote, meeting: Meeting) -> tuple[Cell, ...]:
    vote, motion, put = listed.vote, listed.motion, listed.put
    sides = (vote.in_favour, vote.against, vote.abstained)
    own = (f"{name_of(meeting, each.person)} {each.way}" for each in vote.own)
    return (
        listed.item_number,
        listed.item.title,
        put.entry.text if put else "",
        "yes" if put and put.is_amendment else "",
        name_of(meeting, motion.mover) if motion else "",
        name_of(meeting, motion.seconder) if motion else "",
        "unanimous" if vote.unanimous else _RESULTS[listed.carried],
        *("" if votes_on(side) is None else str(votes_on(side)) for side in sides),
        vote.casting.value,
        *("; ".join(_names(side, meeting)) for side in sides),
        "; ".join(own),
    )


def _names(side: Side, meeting: Meeting) -> Iterator[str]:
    return (name_of(meeting, each) for each in (side if isinstance(side, tuple) else ()))


# Popolo: https://www.popoloproject.com/specs/, the classes Motion and VoteEvent

_OPTIONS = {Way.FOR: "yes", Way.AGAINST: "no", Way.ABSTAINED: "abstain"}


def popolo(meeting: Meeting) -> bytes:
    """The motions and votes of `meeting` with the people who are named in them, as Popolo JSON."""
    votes = tuple(listed_votes(meeting))
    document = {
        "organizations": [_organisation(meeting)],
        "persons": [
            {"id": line.person.id, "name": line.person.name} for line in members(meeting.attendance)
        ],
        "motions": [_motion(each, meeting) for each in votes if each.put],
        "vote_events": [_vote_event(each, meeting) for each in votes],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _organisation_id(meeting: Meeting) -> str:
    return meeting.heading.committee_id or "committee"


def _organisation(meeting: Meeting) -> dict[str, object]:
    heading = meeting.heading
    return {
        "id": _organisation_id(meeting),
        "name": heading.committee or heading.council,
        "classification": "committee",
    }


def _motion(listed: ListedVote, meeting: Meeting) -> dict[str, object]:
    put, motion = listed.put, listed.motion
    told: dict[str, object] = {"organization_id": _organisation_id(meeting)}
    if put:
        told |= {"id": put.entry.id, "text": put.entry.text, "result": put.became.value}
        told |= {"classification": "amendment" if put.is_amendment else "motion"}
    if motion and motion.mover and motion.mover.person_id:
        told["creator_id"] = motion.mover.person_id
    return told | _dated(meeting)


def _vote_event(listed: ListedVote, meeting: Meeting) -> dict[str, object]:
    told: dict[str, object] = {
        "id": listed.entry.id,
        "organization_id": _organisation_id(meeting),
        "identifier": listed.item_number,
    }
    if listed.put:
        told["motion_id"] = listed.put.entry.id
    if listed.carried is not None:
        told["result"] = "pass" if listed.carried else "fail"
    vote = listed.vote
    sides = {Way.FOR: vote.in_favour, Way.AGAINST: vote.against, Way.ABSTAINED: vote.abstained}
    counts = ((_OPTIONS[way], votes_on(side)) for way, side in sides.items())
    told["counts"] = [{"option": o, "value": v} for o, v in counts if v is not None]
    told["votes"] = [
        _ballot(each, way, meeting)
        for way, side in sides.items()
        for each in (side if isinstance(side, tuple) else ())
    ] + [_ballot(each.person, each.way, meeting) for each in vote.own]
    return told | _dated(meeting)


def _ballot(mention: Mention, way: Way, meeting: Meeting) -> dict[str, object]:
    who = (
        {"voter_id": mention.person_id}
        if mention.person_id
        else {"voter": {"name": name_of(meeting, mention)}}
    )
    return {**who, "option": _OPTIONS[way]}


def _dated(meeting: Meeting) -> dict[str, object]:
    date = meeting.heading.date
    return {"date": date.isoformat()} if date else {}
