"""What is known of a committee, as JSON and back."""

from clerkapp.meeting.committees import (
    Committee,
    Membership,
    Numbering,
    Powers,
    QuorumRule,
    Rounding,
)
from clerkapp.notation.json_values import Value, all_of, said

_RULE = ("number", "part", "of", "rounding", "at_least")
_MEMBER = ("name", "post", "code", "since", "until", "has_vote")
_DETAILS = ("members", "quorum", "usual_items", "place", "start", "house_style", "jurisdiction",
            "numbering", "prefix", "year_begins", "dates", "powers")  # fmt: skip


def write_details(committee: Committee) -> dict[str, object]:
    """All of `committee` but its id, its organisation and its name."""
    rule = committee.quorum
    return said(
        members=[
            {
                **said(
                    name=each.name,
                    post=each.post,
                    code=each.code,
                    since=each.since and each.since.isoformat(),
                    until=each.until and each.until.isoformat(),
                ),
                **({} if each.has_vote else {"has_vote": False}),
            }
            for each in committee.members
        ],
        quorum=said(
            number=rule.number,
            part=rule.part,
            of=rule.of,
            rounding=rule.rounding.value,
            at_least=rule.at_least,
        ),
        usual_items=list(committee.usual_items),
        place=committee.place,
        start=committee.start and f"{committee.start:%H:%M}",
        house_style=committee.house_style,
        jurisdiction=committee.jurisdiction,
        numbering=committee.numbering.value,
        prefix=committee.prefix,
        year_begins=committee.year_begins,
        dates=[each.isoformat() for each in committee.dates],
        powers=committee.powers.value,
    )


def read_details(committee_id: str, organisation: str, name: str, value: Value) -> Committee:
    """The committee of those details; NotationError where they are none."""
    fields = value.fields(*_DETAILS)
    return Committee(
        id=committee_id,
        organisation=organisation,
        name=name,
        members=fields.get("members", all_of(_member), ()),
        quorum=fields.get("quorum", _rule, QuorumRule()),
        usual_items=fields.get("usual_items", all_of(Value.line), ()),
        place=fields.get("place", Value.line, ""),
        start=fields.get("start", Value.time, None),
        house_style=fields.get("house_style", Value.line, ""),
        jurisdiction=fields.get("jurisdiction", Value.line, ""),
        numbering=fields.get("numbering", lambda v: v.word_of(Numbering), Numbering.AGENDA),
        prefix=fields.get("prefix", Value.line, ""),
        year_begins=fields.get("year_begins", Value.number, 5),
        dates=fields.get("dates", all_of(Value.date), ()),
        powers=fields.get("powers", lambda v: v.word_of(Powers), Powers.RESOLVES),
    )


def _member(value: Value) -> Membership:
    fields = value.fields(*_MEMBER)
    return Membership(
        name=fields.need("name", Value.line),
        post=fields.get("post", Value.line, ""),
        code=fields.get("code", Value.line, ""),
        since=fields.get("since", Value.date, None),
        until=fields.get("until", Value.date, None),
        has_vote=fields.get("has_vote", Value.flag, True),
    )


def _rule(value: Value) -> QuorumRule:
    fields = value.fields(*_RULE)
    of = fields.get("of", Value.number, 1)
    if not of:
        raise value.wrong("a part of one member or more")
    return QuorumRule(
        number=fields.get("number", Value.number, None),
        part=fields.get("part", Value.number, 0),
        of=of,
        rounding=fields.get("rounding", lambda v: v.word_of(Rounding), Rounding.UP),
        at_least=fields.get("at_least", Value.number, 0),
    )
