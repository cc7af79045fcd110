"""The tables of a house style: the axes of its layout, and its set forms of words.

Each is a table of the style's file, and each field of it a key. A field that may have places says
beside it which: the meeting fills `{mover}` with whoever moved. The others have none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


def places(*names: str) -> Mapping[str, frozenset[str]]:
    """What a field says of itself: the names that may stand in braces in its words."""
    return {"places": frozenset(names)}


@dataclass(frozen=True, slots=True)
class Layout:
    """How the paragraphs stand on the page."""

    paragraphs: Literal["plain", "numbered"]
    exchanges: Literal["run-on", "apart"]
    points: Literal["bulleted", "plain"]
    names: Literal["surname", "full"]
    times: Literal["7.30 pm", "7.30pm", "7.30 p.m.", "19:30"]
    member: str
    attendance: Literal["table", "lists"]
    absence_reasons: Literal["kept", "confidential"]


@dataclass(frozen=True, slots=True)
class Words:
    """The set forms of words. A word in braces is a place that the meeting fills."""

    title: str = field(metadata=places("committee", "council"))
    held: str = field(metadata=places("date", "time"))
    held_untimed: str = field(metadata=places("date"))
    draft: str
    draft_notice: str = field(metadata=places("committee"))
    confidential_notice: str
    venue: str
    started: str
    finished: str
    items: str
    minutes: str
    documents: str
    presenter: str = field(metadata=places("presenter"))
    action: str
    owner: str = field(metadata=places("owner"))
    due: str = field(metadata=places("due"))
    order_varied: str = field(metadata=places("chair", "number", "title"))
    exempt_item: str
    exempt_item_paragraph: str = field(metadata=places("paragraphs", "schedule"))
    exempt_mark: str
    exempt_mark_paragraph: str = field(metadata=places("paragraphs"))
    signed: str
    signed_on: str


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """The words of decisions: a label for each outcome, and what is said of one without words."""

    resolved: str
    recommended: str
    recommended_to: str = field(metadata=places("body"))
    noted: str
    noted_alone: str
    deferred: str
    deferred_alone: str
    refused: str
    refused_alone: str
    no_action: str
    no_action_alone: str
    limbs: Literal["; and", ", and", ".", "as typed"]  # how (a), (b), (c) end
    reasons: str  # "", as the next three: in the words of the jurisdiction
    alternatives: str
    conflicts: str
    dispensations: str
    sheet: str = field(metadata=places("committee", "council"))  # the title of the decision sheet
    sheet_heading: str


@dataclass(frozen=True, slots=True)
class InterestWords:
    """The words of declarations of interest."""

    declared: str = field(metadata=places("interest", "person"))
    declared_conduct: str = field(metadata=places("conduct", "interest", "person"))
    unnamed: str  # the interest of somebody who named no nature
    explained: str = field(metadata=places("words"))  # follows it: ": a friend of the applicant"
    in_item: str = field(metadata=places("interest", "number", "title"))
    in_title: str = field(metadata=places("interest", "number", "title"))


@dataclass(frozen=True, slots=True)
class AttendanceWords:
    """The words of the attendance table."""

    title: str
    summary: str
    name: str
    role: str
    attendance: str
    note: str
    member: str
    officer: str
    substitute: str
    present: str
    in_attendance: str
    apologies: str
    absent: str
    expected: str
    guest: str
    in_place_of: str = field(metadata=places("person"))
    arrived: str = field(metadata=places("time"))
    left: str = field(metadata=places("time"))
    during: str = field(metadata=places("number", "what"))
    out_for: str = field(metadata=places("number"))
    remotely: str


@dataclass(frozen=True, slots=True)
class PresenceWords:
    """The words for comings and goings: the sentences in place, and the notes in the lists."""

    arrived: str = field(metadata=places("person", "time"))
    arrived_untimed: str = field(metadata=places("person"))
    arrived_remotely: str = field(metadata=places("person", "time"))
    arrived_remotely_untimed: str = field(metadata=places("person"))
    left: str = field(metadata=places("person", "time"))
    left_untimed: str = field(metadata=places("person"))
    withdrew: str = field(metadata=places("person", "time"))
    withdrew_untimed: str = field(metadata=places("person"))
    returned: str = field(metadata=places("person", "time"))
    returned_untimed: str = field(metadata=places("person"))
    chair: str = field(metadata=places("person", "time"))
    chair_untimed: str = field(metadata=places("person"))
    adjourned: str = field(metadata=places("time"))
    adjourned_untimed: str
    resumed: str = field(metadata=places("time"))
    resumed_untimed: str
    closed: str = field(metadata=places("time"))
    closed_untimed: str
    present: str
    remote: str
    apologies: str
    absent: str
    expected: str
    substitutes: str
    in_attendance: str
    guests: str
    public: str
    substitute: str = field(metadata=places("person", "place"))
    remotely: str
    since: str = field(metadata=places("when"))
    until: str = field(metadata=places("when"))
    between: str = field(metadata=places("since", "until"))
    away: str = field(metadata=places("since", "until"))
    away_items: str = field(metadata=places("first", "last"))
    out_for: str = field(metadata=places("number"))
    one_item: str = field(metadata=places("number"))
    items: str = field(metadata=places("first", "last"))
    item: str = field(metadata=places("number"))
    part: str


@dataclass(frozen=True, slots=True)
class ActionWords:
    """The words of the table of action points."""

    title: str
    summary: str
    item: str
    action: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class VoteWords:
    """How motions, votes and ballots are printed: `resources/vote_forms` explains each key."""

    numbers: Literal["figures", "words"]
    stands: Literal["apart", "after", "in the outcome"]
    between: Literal["spaces", "lines"]
    movers: Literal["after", "before", "below", "nowhere"]
    named: Literal["each", "together"]
    named_tally: Literal["printed", "left out"]
    ballots: Literal["words", "table"]
    motion: str
    amendment: str
    moved: str = field(metadata=places("mover"))
    moved_seconded: str = field(metadata=places("mover", "seconder"))
    withdrawn: str = field(metadata=places("motion"))
    fell: str = field(metadata=places("motion"))
    fell_to: str = field(metadata=places("motion"))
    accepted: str = field(metadata=places("motion"))
    the_motion: str
    the_amendment: str
    carried: str
    lost: str
    tally: str = field(
        metadata=places(
            "abstained", "abstentions", "against", "casting", "for", "motion", "outcome", "votes"
        )
    )
    one_vote: str = field(metadata=places("count"))
    votes: str = field(metadata=places("count"))
    no_abstentions: str
    one_abstention: str = field(metadata=places("count", "spelt"))
    abstentions: str = field(metadata=places("count", "spelt"))
    casting_for: str
    casting_against: str
    casting: str = field(metadata=places("way"))
    partial: str = field(metadata=places("sides"))
    side: str = field(metadata=places("count", "side"))
    side_for: str
    side_against: str
    side_abstained: str
    unanimous: str = field(metadata=places("motion", "outcome"))
    result: str = field(metadata=places("motion", "outcome"))
    result_alone: str = field(metadata=places("motion", "outcome"))
    named_for: str = field(metadata=places("count", "motion", "names", "side"))
    named_against: str = field(metadata=places("count", "motion", "names", "side"))
    named_abstained: str = field(metadata=places("count", "motion", "names", "side"))
    named_joint: str
    named_last_joint: str
    named_end: str
    nobody: str
    unnamed: str = field(metadata=places("count"))
    own: str = field(metadata=places("member", "person", "way"))
    own_abstained: str = field(metadata=places("member", "person"))
    round_alone: str = field(metadata=places("votes"))
    round: str = field(metadata=places("round", "votes"))
    candidate: str = field(metadata=places("count", "person"))
    dropped: str = field(metadata=places("person"))
    elected: str = field(metadata=places("person"))
    elected_to: str = field(metadata=places("person", "post"))
    ballot_title: str
    ballot_summary: str
    ballot_candidate: str
    ballot_round: str = field(metadata=places("round"))
