"""The facts of an entry as JSON: each kind written and read side by side.

A mention is `{"person": id}` or `{"words": …}`; the facts of an entry name their sort.
"""

from collections.abc import Callable

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import PARTS, Decision, Outcome, Referral, Statement
from clerkapp.meeting.entries import Facts, Movement
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.people import Mention
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.votes import (
    Ballot,
    Candidate,
    Casting,
    Fate,
    Motion,
    OwnVote,
    Result,
    Side,
    Vote,
    Way,
)
from clerkapp.notation.json_values import Value, all_of, said


def write_mention(mention: Mention) -> dict[str, object]:
    """Somebody mentioned, as an object."""
    if mention.person_id and not mention.words:  # as nearly everybody is
        return {"person": mention.person_id}
    return said(person=mention.person_id, words=mention.words)


def write_somebody(mention: Mention | None) -> dict[str, object] | None:
    """Somebody mentioned, or nobody."""
    return write_mention(mention) if mention else None


def read_mention(value: Value) -> Mention:
    """Somebody mentioned, from an object that `write_mention` made."""
    fields = value.fields("person", "words")
    mention = Mention(fields.get("person", Value.line, ""), fields.get("words", Value.line, ""))
    if bool(mention.person_id) == bool(mention.words):
        raise value.wrong("either “person” or “words”")
    return mention


# Writing


def write_facts(facts: Facts) -> dict[str, object]:
    """The facts of an entry as an object that names their sort."""
    return said(**_fields_of(facts))


def _fields_of(facts: Facts) -> dict[str, object]:
    match facts:
        case ActionPoint(owner, due, done):
            fields = _fields("action point", owner=write_somebody(owner))
            fields |= {"due_words": due} if isinstance(due, str) else {"due": due.isoformat()}
            fields |= {"done": done and done.isoformat()}
        case Motion(mover, seconder, amends, fate):
            fields = _fields("motion", mover=write_somebody(mover), amends=amends, fate=fate.value)
            fields |= {"seconder": write_somebody(seconder)}
        case Vote():
            fields = _fields("vote", **_vote_fields(facts))
        case Ballot(post, rounds):
            told = [[_candidate(each) for each in candidates] for candidates in rounds]
            fields = _fields("ballot", post=post, rounds=told)
        case Decision():
            fields = _fields("decision", outcome=facts.outcome, **_statement(facts))
        case Referral(body):
            fields = _fields("referral", body=body, **_statement(facts))
        case Declaration(person, nature, conduct, item_id):
            fields = _fields("declaration", person=write_somebody(person), nature=nature)
            fields |= {"conduct": conduct, "item": item_id}
        case Movement(person, for_interest):
            fields = _fields("movement", person=write_mention(person), for_interest=for_interest)
        case Proceeding(step, person, paragraphs):
            fields = _fields("proceeding", step=step.value, person=write_somebody(person))
            fields |= {"paragraphs": list(paragraphs)}
    return fields


def _fields(sort: str, **fields: object) -> dict[str, object]:
    return {"sort": sort, **fields}


def _statement(facts: Statement) -> dict[str, str]:
    return {part: getattr(facts, part) for part in PARTS}


def _vote_fields(vote: Vote) -> dict[str, object]:
    return {
        "in_favour": _side(vote.in_favour),
        "against": _side(vote.against),
        "abstained": _side(vote.abstained),
        "casting": vote.casting,
        "unanimous": vote.unanimous,
        "own": [said(person=write_mention(each.person), way=each.way) for each in vote.own],
        "declared": vote.declared,
    }


def _side(side: Side) -> int | list[dict[str, object]] | None:
    return [write_mention(name) for name in side] if isinstance(side, tuple) else side


def _candidate(candidate: Candidate) -> dict[str, object]:
    return said(person=write_mention(candidate.person), votes=candidate.votes)


# Reading


def read_facts(value: Value) -> Facts:
    """The facts in an object that `write_facts` made; NotationError where it is none."""
    sort = value.peek("sort")
    if sort not in _READERS:
        raise value.wrong(f"“sort” to be one of {', '.join(_READERS)}")
    return _READERS[sort](value)


def _read_action(value: Value) -> ActionPoint:
    fields = value.fields("sort", "owner", "due", "due_words", "done")
    return ActionPoint(
        owner=fields.get("owner", read_mention, None),
        due=fields.get("due", Value.date, None) or fields.get("due_words", Value.line, ""),
        done=fields.get("done", Value.date, None),
    )


def _read_motion(value: Value) -> Motion:
    fields = value.fields("sort", "mover", "seconder", "amends", "fate")
    return Motion(
        mover=fields.get("mover", read_mention, None),
        seconder=fields.get("seconder", read_mention, None),
        amends=fields.get("amends", Value.flag, default=False),
        fate=fields.get("fate", lambda v: v.word_of(Fate), Fate.OPEN),
    )


def _read_vote(value: Value) -> Vote:
    sides = ("in_favour", "against", "abstained")
    fields = value.fields("sort", *sides, "casting", "unanimous", "own", "declared")
    return Vote(
        *(fields.get(side, _read_side, None) for side in sides),
        casting=fields.get("casting", lambda v: v.word_of(Casting), Casting.NONE),
        unanimous=fields.get("unanimous", Value.flag, default=False),
        own=fields.get("own", all_of(_read_own), ()),
        declared=fields.get("declared", lambda v: v.word_of(Result), Result.NOT_SAID),
    )


def _read_side(value: Value) -> Side:
    return value.number() if value.is_number() else all_of(read_mention)(value)


def _read_own(value: Value) -> OwnVote:
    fields = value.fields("person", "way")
    way = fields.need("way", lambda v: v.word_of(Way))
    return OwnVote(fields.need("person", read_mention), way)


def _read_ballot(value: Value) -> Ballot:
    fields = value.fields("sort", "post", "rounds")
    rounds = fields.get("rounds", all_of(all_of(_read_candidate)), ())
    return Ballot(fields.get("post", Value.line, ""), rounds)


def _read_candidate(value: Value) -> Candidate:
    fields = value.fields("person", "votes")
    return Candidate(fields.need("person", read_mention), fields.get("votes", Value.number, 0))


def _read_decision(value: Value) -> Decision:
    fields = value.fields("sort", "outcome", *PARTS)
    outcome = fields.get("outcome", lambda v: v.word_of(Outcome), Outcome.RESOLVED)
    return Decision(outcome, **{part: fields.get(part, Value.text, "") for part in PARTS})


def _read_referral(value: Value) -> Referral:
    fields = value.fields("sort", "body", *PARTS)
    parts = {part: fields.get(part, Value.text, "") for part in PARTS}
    return Referral(fields.get("body", Value.line, ""), **parts)


def _read_declaration(value: Value) -> Declaration:
    fields = value.fields("sort", "person", "nature", "conduct", "item")
    return Declaration(
        person=fields.get("person", read_mention, None),
        nature=fields.get("nature", Value.line, ""),
        conduct=fields.get("conduct", Value.line, ""),
        item_id=fields.get("item", Value.line, ""),
    )


def _read_movement(value: Value) -> Movement:
    fields = value.fields("sort", "person", "for_interest")
    person = fields.need("person", read_mention)
    return Movement(person, fields.get("for_interest", Value.flag, default=False))


def _read_proceeding(value: Value) -> Proceeding:
    fields = value.fields("sort", "step", "person", "paragraphs")
    return Proceeding(
        step=fields.need("step", lambda v: v.word_of(Step)),
        person=fields.get("person", read_mention, None),
        paragraphs=fields.get("paragraphs", all_of(Value.line), ()),
    )


_READERS: dict[str, Callable[[Value], Facts]] = {
    "action point": _read_action,
    "motion": _read_motion,
    "vote": _read_vote,
    "ballot": _read_ballot,
    "decision": _read_decision,
    "referral": _read_referral,
    "declaration": _read_declaration,
    "movement": _read_movement,
    "proceeding": _read_proceeding,
}
