"""The tables of a house style: the axes of its layout, and its set forms of words.

Each is a table of the style's file, and each field of it a key. A field that may have places says
beside it which: the meeting fills `{mover}` with whoever moved. The others have none.
"""

from typing import Annotated, Literal

from msgspec import Struct


class Places(Struct, frozen=True):
    """What a field says of itself: the names that may stand in braces in its words."""

    names: frozenset[str]


def places(*names: str) -> Places:
    """The places of those names."""
    return Places(frozenset(names))


class Layout(Struct, frozen=True):
    """The axes: how the parts of the minutes stand, and how people are named in them."""

    # Items
    items: Literal["under headings", "in a table"]
    headings: Literal["as typed", "capitals"]
    numbers_begin: Literal["January", "April", "May", "September"]  # with which month {yy} changes
    parts: Literal["none", "open and exempt", "recommendations first"]
    agenda_numbers: Literal["after the title", "before the title"]
    resolution_numbers: Literal["before the label", "after the label"]
    sub_items: Literal["as items", "lettered"]  # 1a and 1b after item 1
    item_parts: Literal["together", "decision first", "decision last", "keywords"]
    part_frames: Literal["none", "framed"]  # around each part of an item
    paragraphs: Literal["plain", "numbered", "numbered in two figures"]
    spacing: Literal["open", "close"]  # whether there is room between the paragraphs

    # What was said
    exchanges: Literal["run-on", "apart", "rows"]
    points: Literal["bulleted", "plain", "lettered"]
    points_begin: Literal["as typed", "lower case"]
    interests: Literal["sentences", "table"]
    speakers: Literal["as typed", "named", "a member", "members"]
    names: Literal["surname", "full", "initials"]
    officers: Literal["as listed", "title", "name", "name (title)"]
    member: str
    several: str  # of them: "Councillors" Ash and Bay; "" puts an s to the title of one
    one_member: str
    members: str
    chair: str
    vice_chair: str
    times: Literal[
        "7.30 pm",
        "7.30pm",
        "7.30 p.m.",
        "7.30p.m.",
        "7:30 pm",
        "7:30 PM",
        "19:30",
        "19.30",
        "7.30 yh",
        "7.30yh",
        "7.30 y.h.",
    ]
    dates: Literal["5 March 2026", "5th March 2026", "March 5, 2026", "5 Mawrth 2026"]

    # What was decided, and what is to be done
    motions: Literal["apart", "with the decision"]
    outcomes: Literal["before", "line", "centred line"]
    outcome_look: Literal["bold", "plain"]
    limb_labels: Literal["as typed", "(a)", "(i)", "(1)", "a)", "1)", "a.", "1."]
    actions: Literal["in the text", "right-hand column", "left out"]
    owners: Literal["after", "below", "before"]
    action_table: Literal["last", "first", "none"]

    # Who was there
    attendance: Literal[
        "table", "lists", "run on", "letters", "letters of the year", "heading table"
    ]
    people_order: Literal[  # of the lists of who was there
        "apologies after members", "apologies after officers", "apologies last"
    ]
    absence_reasons: Literal["kept", "confidential"]


class Words(Struct, frozen=True):
    """The set forms of words. A word in braces is a place that the meeting fills."""

    language: Literal["en-GB", "cy-GB", "en-IE", "en-NZ", "en-AU", "en-CA"]  # that they are in
    title: Annotated[str, places("committee", "council")]
    meeting: str  # in the place of a committee that has no name
    held: Annotated[str, places("date", "time", "weekday")]
    held_untimed: Annotated[str, places("date", "weekday")]
    held_at: Annotated[str, places("date", "place", "time", "weekday")]  # where all is known
    draft: str
    draft_notice: Annotated[str, places("committee")]
    confidential_notice: str
    venue: str
    started: str
    finished: str
    items: str
    item_number: Annotated[str, places("next_yy", "number", "roman", "year", "yy")]
    # before its label, where the meeting counts; "" prints none
    resolution_number: Annotated[str, places("next_yy", "number", "padded", "year", "yy")]
    item_number_end: str  # "." after it
    agenda_number: Annotated[str, places("agenda")]  # after the title; "" prints none
    minutes: str
    table_summary: str  # this and the next four: of the table that has a row for each item
    table_number: str
    table_heading: str
    table_text: str
    table_action: str  # "" has no such column
    documents: str  # above their list; "" leaves them out
    documents_line: Annotated[str, places("documents")]  # in place of the list
    presenter: Annotated[str, places("presenter")]
    action: str
    owner: Annotated[str, places("owner")]
    due: Annotated[str, places("due")]
    due_next: str
    named_member: Annotated[str, places("name")]  # a titled member in a sentence
    named_post: Annotated[str, places("post")]
    somebody: str  # who is not known
    order_varied: Annotated[str, places("chair", "number", "title")]
    lead_in: str  # before points without one; "" leaves them so
    rows: str  # the title of a table of questions, and what it tells
    rows_summary: str
    row_question: str
    row_response: str
    row_action: str
    # Of press and public; "": in the words of the jurisdiction
    exclusion: Annotated[
        str, places("items", "paragraphs", "public_interest", "schedule", "titles")
    ]
    exempt_item: str
    exempt_item_paragraph: Annotated[str, places("paragraphs", "schedule")]
    exempt_mark: str
    exempt_mark_paragraph: Annotated[str, places("paragraphs")]
    close: Annotated[str, places("start", "end")]  # the last lines; "" prints none
    next_meeting: Annotated[str, places("date", "weekday")]
    next_time: Annotated[str, places("time")]  # this and the next: behind the date in {date}
    next_place: Annotated[str, places("place")]
    signed: Annotated[str, places("chair")]
    signed_on: str
    initials: str  # before the box on each loose leaf (LGA 1972 Sch. 12 para. 41)
    page: Annotated[str, places("page", "pages")]
    page_alone: Annotated[str, places("page")]  # where they go on from the meeting before
    confidential: str  # at the head of each page that is not for the public
    crest: str  # for who does not see it
    skip: str  # the link past the list of items on a web page


class PartWords(Struct, frozen=True):
    """The headings of the parts of the minutes, and of the parts of an item."""

    open: str
    exempt: str
    recommendations: str
    no_recommendations: str
    others: str  # of the items that recommend nothing
    decision: str
    minutes: str
    received: str
    noted: str
    resolved: str
    recommended: str


class DecisionWords(Struct, frozen=True):
    """The words of decisions: a label for each outcome, and what is said of one without words."""

    resolved: str
    recommended: str
    recommended_to: Annotated[str, places("body")]
    noted: str
    noted_alone: str
    deferred: str
    deferred_alone: str
    refused: str
    refused_alone: str
    no_action: str
    no_action_alone: str
    begins: Literal["as typed", "small letter"]  # the "That" or "To" after the label
    limbs: Literal["; and", ", and", ".", "as typed"]  # how (a), (b), (c) end
    quoted: Literal["no", "yes"]  # whether what was resolved stands in quotation marks
    reasons: str  # "", as the next four: in the words of the jurisdiction
    reasons_recommended: str  # over the reasons for what is only recommended
    alternatives: str
    conflicts: str
    dispensations: str
    sheet: Annotated[str, places("committee", "council")]  # the title of the decision sheet
    sheet_heading: str


class InterestWords(Struct, frozen=True):
    """The words of declarations of interest."""

    declared: Annotated[str, places("interest", "person")]
    declared_conduct: Annotated[str, places("conduct", "interest", "person")]
    unnamed: str  # the interest of somebody who named no nature
    explained: Annotated[str, places("words")]  # follows it: ": a friend of the applicant"
    in_item: Annotated[str, places("interest", "number", "title")]
    in_title: Annotated[str, places("interest", "number", "title")]
    title: str  # of a table of them, and what it tells; then its columns
    summary: str
    name: str
    item: str
    interest: str
    conduct: str


class AttendanceWords(Struct, frozen=True):
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
    heading: str  # of the table at the head: what each row tells, and the words
    heading_words: str
    date: str
    letter_present: str
    letter_apologies: str
    letter_absent: str
    letter_substitute: str
    letter_expected: str
    letter_part: str  # this and the next: in a table of the year
    letter_remote: str
    summary_of_the_year: str
    letters: str  # what the letters mean
    in_place_of: Annotated[str, places("person")]
    arrived: Annotated[str, places("time")]
    left: Annotated[str, places("time")]
    during: Annotated[str, places("number", "what")]
    out_for: Annotated[str, places("number")]
    remotely: str


class PresenceWords(Struct, frozen=True):
    """The words for comings and goings: the sentences in place, and the notes in the lists."""

    arrived: Annotated[str, places("person", "time")]
    arrived_untimed: Annotated[str, places("person")]
    arrived_remotely: Annotated[str, places("person", "time")]
    arrived_remotely_untimed: Annotated[str, places("person")]
    left: Annotated[str, places("person", "time")]
    left_untimed: Annotated[str, places("person")]
    withdrew: Annotated[str, places("person", "time")]
    withdrew_untimed: Annotated[str, places("person")]
    returned: Annotated[str, places("person", "time")]
    returned_untimed: Annotated[str, places("person")]
    chair: Annotated[str, places("person", "time")]
    chair_untimed: Annotated[str, places("person")]
    adjourned: Annotated[str, places("time")]
    adjourned_untimed: str
    resumed: Annotated[str, places("time")]
    resumed_untimed: str
    closed: Annotated[str, places("time")]
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
    office: Annotated[str, places("person", "office")]
    initials: Annotated[str, places("person", "initials")]
    substitute: Annotated[str, places("person", "place")]
    remotely: str
    since: Annotated[str, places("when")]
    until: Annotated[str, places("when")]
    between: Annotated[str, places("since", "until")]
    away: Annotated[str, places("since", "until")]
    away_items: Annotated[str, places("first", "last")]
    out_for: Annotated[str, places("number")]
    out_for_items: Annotated[str, places("numbers")]
    one_item: Annotated[str, places("number")]
    items: Annotated[str, places("first", "last")]
    item: Annotated[str, places("number")]
    part: str


class ActionWords(Struct, frozen=True):
    """The words of the table of action points, and of the sheet that has it alone."""

    sheet: Annotated[str, places("committee", "council")]  # the title of that sheet
    none: str  # stands there where there is no action point
    title: str
    summary: str
    item: str
    action: str
    owner: str
    due: str


class VoteWords(Struct, frozen=True):
    """How motions, votes and ballots are printed: `resources/vote_forms` explains each key."""

    numbers: Literal["figures", "words"]
    stands: Literal["apart", "after", "in the outcome"]
    between: Literal["spaces", "lines"]
    movers: Literal["after", "before", "run in", "below", "nowhere"]
    named: Literal["each", "together"]
    named_tally: Literal["printed", "below", "left out"]
    ballots: Literal["words", "table"]
    motion: str
    amendment: str
    moved: Annotated[str, places("mover")]
    moved_seconded: Annotated[str, places("mover", "seconder")]
    decided_moved: Annotated[str, places("mover")]  # beside the decision; "": as the others
    decided_seconded: Annotated[str, places("mover", "seconder")]
    withdrawn: Annotated[str, places("motion")]
    fell: Annotated[str, places("motion")]
    fell_to: Annotated[str, places("motion")]
    accepted: Annotated[str, places("motion")]
    the_motion: str
    the_amendment: str
    carried: str
    lost: str
    tally: Annotated[
        str,
        places(
            "abstained", "abstentions", "against", "casting", "for", "motion", "outcome", "votes"
        ),
    ]
    one_vote: Annotated[str, places("count")]
    votes: Annotated[str, places("count")]
    no_abstentions: str
    one_abstention: Annotated[str, places("count", "spelt")]
    abstentions: Annotated[str, places("count", "spelt")]
    casting_for: Annotated[str, places("chair")]
    casting_against: Annotated[str, places("chair")]
    casting: Annotated[str, places("chair", "way")]
    partial: Annotated[str, places("sides")]
    side: Annotated[str, places("count", "side")]
    side_for: str
    side_against: str
    side_abstained: str
    way_for: str  # fills {way}
    way_against: str
    unanimous: Annotated[str, places("motion", "outcome")]
    unanimous_label: Annotated[str, places("label")]  # in the outcome: "UNANIMOUSLY {label}"
    result: Annotated[str, places("motion", "outcome")]
    result_alone: Annotated[str, places("motion", "outcome")]
    named_for: Annotated[str, places("count", "motion", "names", "side")]
    named_against: Annotated[str, places("count", "motion", "names", "side")]
    named_abstained: Annotated[str, places("count", "motion", "names", "side")]
    named_joint: str
    named_last_joint: str
    named_end: str
    nobody: str
    unnamed: Annotated[str, places("count")]
    own: Annotated[str, places("member", "person", "way")]
    own_abstained: Annotated[str, places("member", "person")]
    round_alone: Annotated[str, places("votes")]
    round: Annotated[str, places("round", "votes")]
    candidate: Annotated[str, places("count", "person")]
    dropped: Annotated[str, places("person")]
    elected: Annotated[str, places("person")]
    elected_to: Annotated[str, places("person", "post")]
    ballot_title: str
    ballot_summary: str
    ballot_candidate: str
    ballot_round: Annotated[str, places("round")]
