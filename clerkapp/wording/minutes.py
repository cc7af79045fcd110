"""The minutes as they will stand on the page, before any form of page is chosen.

`compose` makes a `Minutes`; each writer, and the preview, prints the very same one.
"""

import datetime as dt
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from clerkapp.wording.languages import ENGLISH
from clerkapp.wording.limbs import Limb

EMPTY = "–"
"""What stands in a cell of which there is nothing to tell: a blank one is read out as a fault."""


class Audience(StrEnum):
    """For whom a document is made."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"


class Role(StrEnum):
    """What a passage is in the minutes; each form of page has a look for it."""

    NARRATIVE = "narrative"
    LEAD_IN = "lead-in"
    POINT = "point"
    ACTION = "action"
    MOTION = "motion"
    VOTE = "vote"
    DECISION = "decision"
    STATEMENT = "statement"  # one part of what is recorded beside an executive decision
    EVENT = "event"
    EXEMPT = "exempt"
    SUMMARY = "summary"  # of what is exempt, for the public


class Run(Struct, frozen=True):
    """Words in one look. A line feed in them is a line break on the page."""

    text: str
    bold: bool = False


class Table(Struct, frozen=True):
    """A table with a heading row; every row has as many cells."""

    title: str
    summary: str  # what the table tells, for a screen reader
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""  # below it: what its letters mean


class Passage(Struct, frozen=True):
    """One paragraph of an item, with its limbs, and the entries that it prints."""

    role: Role
    runs: tuple[Run, ...]
    number: str = ""  # 6.1; "" where the house numbers no paragraphs
    bulleted: bool = False
    letter: int = 0  # 2 for a point marked (b); 0 where points have no letters
    limbs: tuple[Limb, ...] = ()
    entry_ids: tuple[str, ...] = ()
    table: Table | None = None  # below the words: the rounds of a ballot, the rows of questions
    at_right: str = ""  # in the column for actions beside the words: whose the action is
    is_heading: bool = False  # over a part of the item: "Decision", "Received"
    is_centred: bool = False  # RESOLVED in the middle of a line of its own
    frame: int = 0  # which of the frames of its item it stands in, counted from 1; 0 for none

    @property
    def is_label(self) -> bool:
        """Whether it is the label of a decision on a line of its own: "RESOLVED THAT:"."""
        return self.role is Role.DECISION and not self.entry_ids

    @property
    def text(self) -> str:
        """The words of the paragraph without its number, bullet and limbs."""
        return "".join([run.text for run in self.runs])


class DocumentLine(Struct, frozen=True):
    """A supporting document as it is listed: its title, and where it is."""

    title: str
    target: str = ""


class Section(Struct, frozen=True):
    """One agenda item. An item without number and title prints no heading."""

    item_id: str
    number: str
    title: str
    presenter: str = ""
    passages: tuple[Passage, ...] = ()
    documents: tuple[DocumentLine, ...] = ()
    part: str = ""  # the heading of the part that begins with this item: "Part two"
    number_end: str = "."  # what is printed right after the number
    letter: int = 0  # 2 for one that is part (b) of an item
    within: str = ""  # the number of that item

    @property
    def alone(self) -> "Section":
        """The section where the item above it is not printed: 1(b) in place of (b)."""
        return replace(self, number=f"{self.within}{self.number}", letter=0, within="")


class PeopleList(Struct, frozen=True):
    """People under a heading of their own: "Present", "Apologies"; or how many they were."""

    title: str
    people: tuple[str, ...]  # "Councillor R Teale, Vice-chair (until 8.02 pm)"


class Headings(Struct, frozen=True):
    """The headings of the parts of the document, in the words of the house."""

    items: str
    minutes: str
    documents: str
    attendance: str
    decision_sheet: str  # the title of the decision sheet
    decisions: str  # stands there in place of `minutes`
    action_sheet: str  # the title of the action sheet


class ItemTable(Struct, frozen=True):
    """The words of the table that has a row for each item, where the house prints them in one."""

    summary: str  # what the table tells, for a screen reader
    number: str  # the headings of its columns
    heading: str
    text: str
    action: str  # "" where actions stand among the text

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands at the head of each column that there is."""
        every = (self.number, self.heading, self.text, self.action)
        return every if self.action else every[:3]


class PageWords(Struct, frozen=True):
    """What a page says of itself, in the words of the house."""

    page: str  # "Page {page} of {pages}"
    page_alone: str  # "Page {page}", where the pages go on from the meeting before
    confidential: str  # at the head of each page that is not for the public
    crest: str  # what stands for the crest of a council that gave no words for it
    skip: str  # the link past the list of items on a web page


class Minutes(Struct, frozen=True):
    """Everything that is printed, in order and in words."""

    council: str
    committee: str
    title: str
    held: str  # "Held on 5 March 2026 at 7.00 pm"; "" without a date
    date: str
    day: dt.date | None
    audience: Audience
    draft_label: str  # "Draft."; "" once confirmed
    draft_notice: str
    confidential_notice: str  # "" unless the document holds what is exempt
    details: tuple[tuple[str, str], ...]  # Venue, Started, Finished
    headings: Headings
    pages: PageWords
    attendance: Table | None
    sections: tuple[Section, ...]
    actions: Table | None
    signature: tuple[str, str]  # what stands before the line to sign on, and before the date
    item_table: ItemTable | None = None  # None where each item stands under its heading
    people: tuple[PeopleList, ...] = ()  # who was there, where the house has lists for a table
    house_style: str = ""  # the name of the style in which they were composed
    actions_first: bool = False  # whether the table of actions stands before the items
    closing: tuple[str, ...] = ()  # after the last item: when it ended, when the next meeting is
    is_close: bool = False  # whether there is no room between the paragraphs
    first_page: int | None = None  # its number, where the pages go on from the meeting before
    initials: str = ""  # before the box in which each leaf is initialled; "" without one
    language: str = ENGLISH  # of the set words, and of what is not told to be in another

    @property
    def is_draft(self) -> bool:
        """Whether the minutes still wait to be confirmed."""
        return bool(self.draft_notice)

    @property
    def running(self) -> str:
        """What stands at the head of each page beside the committee: "5 March 2026 – draft"."""
        private = self.pages.confidential if self.audience is Audience.CONFIDENTIAL else ""
        told = (self.date, self.draft_label.rstrip(".").lower(), private)
        return " – ".join(words for words in told if words)
