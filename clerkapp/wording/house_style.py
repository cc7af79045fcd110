"""House styles: how a council prints its minutes, read from `resources/house_styles/*.toml`.

A style says `like = "…"` to be as another one but for the keys that it gives itself.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from string import Formatter
from typing import Any, Literal, TypeVar, cast, get_args, get_type_hints

from clerkapp.errors import HouseStyleError
from clerkapp.resources import resource

DEFAULT = "bulleted-exchanges"


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

    title: str
    held: str
    held_untimed: str
    draft: str
    draft_notice: str
    confidential_notice: str
    venue: str
    started: str
    finished: str
    items: str
    minutes: str
    documents: str
    presenter: str
    action: str
    owner: str
    due: str
    order_varied: str
    exempt_item: str
    exempt_item_paragraph: str
    exempt_mark: str
    exempt_mark_paragraph: str
    signed: str
    signed_on: str
    initials: str  # before the box on each loose leaf (LGA 1972 Sch. 12 para. 41)


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """The words of decisions: a label for each outcome, and what is said of one without words."""

    resolved: str
    recommended: str
    recommended_to: str
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
    sheet: str  # the title of the decision sheet
    sheet_heading: str


@dataclass(frozen=True, slots=True)
class InterestWords:
    """The words of declarations of interest."""

    declared: str
    declared_conduct: str
    unnamed: str  # the interest of somebody who named no nature
    explained: str  # follows it: ": a friend of the applicant"
    in_item: str
    in_title: str


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
    in_place_of: str
    arrived: str
    left: str
    during: str
    out_for: str
    remotely: str


@dataclass(frozen=True, slots=True)
class PresenceWords:
    """The words for comings and goings: the sentences in place, and the notes in the lists."""

    arrived: str
    arrived_untimed: str
    arrived_remotely: str
    arrived_remotely_untimed: str
    left: str
    left_untimed: str
    withdrew: str
    withdrew_untimed: str
    returned: str
    returned_untimed: str
    chair: str
    chair_untimed: str
    adjourned: str
    adjourned_untimed: str
    resumed: str
    resumed_untimed: str
    closed: str
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
    substitute: str
    remotely: str
    since: str
    until: str
    between: str
    away: str
    away_items: str
    out_for: str
    one_item: str
    items: str
    item: str
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
    moved: str
    moved_seconded: str
    withdrawn: str
    fell: str
    fell_to: str
    accepted: str
    the_motion: str
    the_amendment: str
    carried: str
    lost: str
    tally: str
    one_vote: str
    votes: str
    no_abstentions: str
    one_abstention: str
    abstentions: str
    casting_for: str
    casting_against: str
    casting: str
    partial: str
    side: str
    side_for: str
    side_against: str
    side_abstained: str
    unanimous: str
    result: str
    result_alone: str
    named_for: str
    named_against: str
    named_abstained: str
    named_joint: str
    named_last_joint: str
    named_end: str
    nobody: str
    unnamed: str
    own: str
    own_abstained: str
    round_alone: str
    round: str
    candidate: str
    dropped: str
    elected: str
    elected_to: str
    ballot_title: str
    ballot_summary: str
    ballot_candidate: str
    ballot_round: str


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One manner of printing minutes."""

    name: str  # as in `--style`: the file's name without its ending
    title: str
    summary: str
    layout: Layout
    words: Words
    votes: VoteWords
    decisions: DecisionWords
    interests: InterestWords
    attendance: AttendanceWords
    actions: ActionWords
    presence: PresenceWords


_PLACES = {
    "words.title": {"committee", "council"},
    "words.held": {"date", "time"},
    "words.held_untimed": {"date"},
    "words.draft_notice": {"committee"},
    "words.presenter": {"presenter"},
    "words.owner": {"owner"},
    "words.due": {"due"},
    "words.order_varied": {"number", "title", "chair"},
    "decisions.recommended_to": {"body"},
    "decisions.sheet": {"committee", "council"},
    "interests.declared": {"person", "interest"},
    "interests.declared_conduct": {"person", "interest", "conduct"},
    "interests.explained": {"words"},
    "interests.in_item": {"interest", "number", "title"},
    "interests.in_title": {"interest", "title", "number"},
    "words.exempt_item_paragraph": {"paragraphs", "schedule"},
    "words.exempt_mark_paragraph": {"paragraphs"},
    "votes.moved": {"mover"},
    "votes.moved_seconded": {"mover", "seconder"},
    **{f"votes.{key}": {"motion"} for key in ("withdrawn", "fell", "fell_to", "accepted")},
    "votes.tally": {
        *("for", "against", "votes", "abstained", "abstentions", "casting", "motion", "outcome")
    },
    "votes.one_vote": {"count"},
    "votes.votes": {"count"},
    "votes.one_abstention": {"count", "spelt"},
    "votes.abstentions": {"count", "spelt"},
    "votes.casting": {"way"},
    "votes.partial": {"sides"},
    "votes.side": {"side", "count"},
    **{f"votes.{key}": {"motion", "outcome"} for key in ("unanimous", "result", "result_alone")},
    **{
        f"votes.named_{way}": {"side", "names", "count", "motion"}
        for way in ("for", "against", "abstained")
    },
    "votes.unnamed": {"count"},
    "votes.own": {"person", "way", "member"},
    "votes.own_abstained": {"person", "member"},
    "votes.round_alone": {"votes"},
    "votes.round": {"round", "votes"},
    "votes.candidate": {"person", "count"},
    "votes.dropped": {"person"},
    "votes.elected": {"person"},
    "votes.elected_to": {"person", "post"},
    "votes.ballot_round": {"round"},
    **{
        f"presence.{name}": {"person", "time"}
        for name in ("arrived", "arrived_remotely", "left", "withdrew", "returned", "chair")
    },
    **{
        f"presence.{name}_untimed": {"person"}
        for name in ("arrived", "arrived_remotely", "left", "withdrew", "returned", "chair")
    },
    **{f"presence.{name}": {"time"} for name in ("adjourned", "resumed", "closed")},
    "presence.substitute": {"person", "place"},
    "presence.since": {"when"},
    "presence.until": {"when"},
    "presence.between": {"since", "until"},
    "presence.away": {"since", "until"},
    "presence.away_items": {"first", "last"},
    "presence.out_for": {"number"},
    "presence.one_item": {"number"},
    "presence.items": {"first", "last"},
    "presence.item": {"number"},
    "attendance.in_place_of": {"person"},
    "attendance.arrived": {"time"},
    "attendance.left": {"time"},
    "attendance.during": {"what", "number"},
    "attendance.out_for": {"number"},
}
"""The places that each form of words may have; the forms not named here have none."""


def house_styles() -> tuple[HouseStyle, ...]:
    """Every house style that comes with Clerkapp, by name."""
    return tuple(read_house_style(path) for path in sorted(resource("house_styles").glob("*.toml")))


def house_style(name: str) -> HouseStyle:
    """The house style of that name ("" is the usual one).

    HouseStyleError, with the names there are, where none has it.
    """
    path = resource("house_styles", f"{name or DEFAULT}.toml")
    if path.parent != resource("house_styles") or not path.is_file():
        known = ", ".join(sorted(p.stem for p in resource("house_styles").glob("*.toml")))
        raise HouseStyleError(f"there is no house style “{name}”; there are {known}")
    return read_house_style(path)


def read_house_style(path: Path) -> HouseStyle:
    """The house style in that file; HouseStyleError names the key that is wrong or missing."""
    data = _whole(path, ())
    _expect_keys(path.name, "", data, {"title", "summary", *_TABLES})
    return HouseStyle(
        path.stem,
        _text(path.name, "title", data["title"]),
        _text(path.name, "summary", data["summary"]),
        _table(path.name, "layout", data["layout"], Layout),
        _table(path.name, "words", data["words"], Words),
        _table(path.name, "votes", data["votes"], VoteWords),
        _table(path.name, "decisions", data["decisions"], DecisionWords),
        _table(path.name, "interests", data["interests"], InterestWords),
        _table(path.name, "attendance", data["attendance"], AttendanceWords),
        _table(path.name, "actions", data["actions"], ActionWords),
        _table(path.name, "presence", data["presence"], PresenceWords),
    )


def _whole(path: Path, above: tuple[str, ...]) -> dict[str, object]:
    """What the file says, and for the rest what the style says that it is `like`."""
    if path.stem in above:
        raise HouseStyleError(f"{path.name}: like: {' → '.join((*above, path.stem))} is a circle")
    try:
        data: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise HouseStyleError(f"{path.name} cannot be read: {error}") from None
    if isinstance(votes := data.get("votes"), dict):
        data["votes"] = vote_form(path.name, cast("dict[str, object]", votes))
    like = data.pop("like", None)
    if like is None:
        return data
    named = _text(path.name, "like", like)
    base = _whole(path.with_name(f"{named}.toml"), (*above, path.stem))
    for key in _TABLES:
        data[key] = {
            **_entries(path.name, key, base.get(key, {})),
            **_entries(path.name, key, data.get(key, {})),
        }
    return data


def vote_form(file: str, table: Mapping[str, object]) -> dict[str, object]:
    """A table of the votes, and for the rest what the form in `resources/vote_forms` says.

    The form is the one that the table says it is `like`; HouseStyleError where there is none.
    """
    if "like" not in table:
        return dict(table)
    named = _text(file, "votes.like", table["like"])
    path = resource("vote_forms", f"{named}.toml")
    if path.parent != resource("vote_forms") or not path.is_file():
        known = ", ".join(sorted(p.stem for p in resource("vote_forms").glob("*.toml")))
        raise HouseStyleError(f"{file}: votes.like: there is no “{named}”; there are {known}")
    try:
        form = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise HouseStyleError(f"{path.name} cannot be read: {error}") from None
    own = {key: said for key, said in table.items() if key != "like"}
    return {**vote_form(path.name, form), **own}


_TABLES = (
    "layout", "words", "votes", "decisions", "interests", "attendance", "actions", "presence",
)  # fmt: skip
T = TypeVar(
    "T",
    Layout,
    Words,
    VoteWords,
    DecisionWords,
    InterestWords,
    AttendanceWords,
    ActionWords,
    PresenceWords,
)


def _table(file: str, key: str, value: object, into: type[T]) -> T:
    table = _entries(file, key, value)
    _expect_keys(file, f"{key}.", table, {field.name for field in fields(into)})
    hints = get_type_hints(into)
    for name, said in table.items():
        choices = get_args(hints[name])
        words = _text(file, f"{key}.{name}", said)
        if choices and words not in choices:
            raise HouseStyleError(f"{file}: {key}.{name}: expected one of {', '.join(choices)}")
        _check_places(file, f"{key}.{name}", words)
    return into(**cast("dict[str, Any]", table))


def _entries(file: str, key: str, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise HouseStyleError(f"{file}: {key}: expected a table, [{key}]")
    return cast("dict[str, object]", value)


def _text(file: str, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise HouseStyleError(f"{file}: {key}: expected words in quotation marks")
    return value


def _expect_keys(file: str, before: str, table: Mapping[str, object], keys: set[str]) -> None:
    for name in sorted(keys - set(table)):
        raise HouseStyleError(f"{file}: {before}{name} is missing")
    for name in sorted(set(table) - keys):
        raise HouseStyleError(f"{file}: {before}{name} is not a key that a house style has")


def _check_places(file: str, key: str, words: str) -> None:
    allowed = _PLACES.get(key, set())
    try:
        used = {name for _, name, _, _ in Formatter().parse(words) if name is not None}
    except ValueError as error:
        raise HouseStyleError(f"{file}: {key}: {error}") from None
    for name in sorted(used - allowed):
        places = ", ".join(f"{{{place}}}" for place in sorted(allowed)) or "none"
        raise HouseStyleError(f"{file}: {key}: {{{name}}} is not among its places: {places}")
