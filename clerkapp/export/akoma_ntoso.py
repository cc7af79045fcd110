"""Minutes as an Akoma Ntoso debate (OASIS LegalDocML 1.0), for archives and open data."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml import etree

from clerkapp import __version__
from clerkapp.meeting.entries import Entry
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.meeting.people import Person
from clerkapp.meeting.vote_list import ListedVote, listed_votes
from clerkapp.meeting.votes import votes_on
from clerkapp.wording.languages import pieces_of, web_language
from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import Minutes, Passage, PeopleList, Role, Section, Table

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_BODY = "#body"  # the committee, as who speaks where nobody is named
_NO_DAY = dt.date(1, 1, 1)  # the schema wants one

Element: TypeAlias = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]


def akoma_ntoso(meeting: Meeting, minutes: Minutes) -> bytes:
    """`minutes` as a debate, valid against the schema, with the people and the votes as data.

    `meeting` is the meeting as the audience of `minutes` may see it.
    """
    writer = _Writer(meeting, minutes)
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    debate = _add(root, "debate", name="minutes")
    writer.meta(debate)
    writer.preface(debate)
    writer.body(debate)
    _tell_languages(debate, minutes.language)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    lines = text.split("\n")
    element.text = lines[0] or None
    for line in lines[1:]:
        etree.SubElement(element, f"{{{NAMESPACE}}}eol").tail = line
    return element


def _tell_languages(debate: Element, document: str) -> None:
    """Says of each paragraph, heading and limb that is not in the language of the document.

    Of a heading in two languages it says so of the half that is not.
    """
    for element in list(debate.iter(*(f"{{{NAMESPACE}}}{tag}" for tag in _SAID))):
        text = "".join(map(str, element.itertext()))
        pieces = pieces_of(text, document)
        if len(pieces) > 1 and not len(element):
            element.text = None
            for piece, tag in pieces:
                _say(element, piece, tag)
        elif len(pieces) == 1 and (tag := pieces[0][1]):
            element.set(_XML_LANG, web_language(tag))


def _say(element: Element, words: str, tag: str) -> None:
    """Adds words at the end of `element`, in a span of their own where they have a language."""
    if tag:
        _add(element, "span", words).set(_XML_LANG, web_language(tag))
    elif len(element):
        element[-1].tail = f"{element[-1].tail or ''}{words}"
    else:
        element.text = f"{element.text or ''}{words}"


_SAID = ("p", "heading", "subheading", "narrative", "summary", "scene", "caption")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class _Writer:
    """Writes the parts of one debate."""

    def __init__(self, meeting: Meeting, minutes: Minutes) -> None:
        self._meeting = meeting
        self._minutes = minutes
        self._day = minutes.day or _NO_DAY
        self._country = minutes.language[-2:].lower()
        self._entries: dict[str, Entry] = {entry.id: entry for _, entry in entries_of(meeting)}
        self._people = {line.person.id: line.person for line in meeting.attendance}
        self._votes = tuple(filter(_is_counted, listed_votes(meeting)))

    # What is known about the document

    def meta(self, debate: Element) -> None:
        meta = _add(debate, "meta")
        self._identification(_add(meta, "identification", source="#clerkapp"))
        if self._votes:
            analysis = _add(meta, "analysis", source="#clerkapp")
            parliamentary = _add(analysis, "parliamentary")
            for place, each in enumerate(self._votes, start=1):
                _vote(parliamentary, each, f"vote_{place}")
        references = _add(meta, "references", source="#clerkapp")
        self._references(references)

    def _identification(self, parent: Element) -> None:
        uri = f"/akn/{self._country}/debate/{self._day.isoformat()}/{_slug(self._minutes)}"
        language = _ISO_639_2[self._minutes.language[:2]]
        for level, ending in (
            ("FRBRWork", ""),
            ("FRBRExpression", f"/{language}@"),
            ("FRBRManifestation", f"/{language}@.xml"),
        ):
            part = _add(parent, level)
            _add(part, "FRBRthis", value=f"{uri}{ending}/!main")
            _add(part, "FRBRuri", value=f"{uri}{ending}")
            _add(part, "FRBRdate", date=self._day.isoformat(), name="meeting")
            _add(part, "FRBRauthor", href=_BODY)
            if level == "FRBRWork":
                _add(part, "FRBRcountry", value=self._country)
            elif level == "FRBRExpression":
                _add(part, "FRBRlanguage", language=language)
            else:
                _add(part, "FRBRformat", value="application/akn+xml")

    def _references(self, parent: Element) -> None:
        minutes = self._minutes
        name = minutes.committee or minutes.council or "Meeting"
        slug = _slug(minutes)
        ontology = "/akn/ontology"
        known = [
            ("TLCOrganization", "body", f"organization/{self._country}/{slug}", name),
            ("TLCOrganization", "clerkapp", "organization/clerkapp", f"Clerkapp {__version__}"),
            *(("TLCConcept", c, f"concept/{c}", c) for c in (_CONCEPTS if self._votes else ())),
        ]
        known += (
            ("TLCPerson", *_ids(each, self._country), each.name) for each in self._people.values()
        )
        for tag, each, where, words in known:
            _add(parent, tag, eId=each, href=f"{ontology}/{where}", showAs=words)

    # What is printed

    def preface(self, debate: Element) -> None:
        minutes = self._minutes
        preface = _add(debate, "preface")
        lines = (
            minutes.council,
            minutes.title,
            minutes.held,
            f"{minutes.draft_label} {minutes.draft_notice}".strip(),
            minutes.confidential_notice,
            *(f"{label}: {words}" for label, words in minutes.details),
        )
        for line in lines:
            if line:
                _add(preface, "p", line)

    def body(self, debate: Element) -> None:
        minutes = self._minutes
        body = _add(debate, "debateBody")
        if minutes.attendance or minutes.people:
            roll = _add(body, "rollCall")
            if minutes.attendance:
                _table(roll, minutes.attendance)
                if minutes.attendance.note:
                    _add(roll, "summary", minutes.attendance.note)
            for people in minutes.people:
                _people(roll, people)
        for place, section in enumerate(minutes.sections, start=1):
            self._section(body, section, f"dbsect_{place}")
        if minutes.closing:
            part = _add(body, "debateSection", name="close")
            for sentence in minutes.closing:
                _add(part, "narrative", sentence)
        if minutes.actions:
            part = _add(body, "debateSection", name="actions")
            _add(part, "heading", minutes.actions.title)
            _table(part, minutes.actions)
        if not len(body):
            _add(_add(body, "debateSection", name="minutes"), "summary", minutes.title)

    def _section(self, body: Element, section: Section, name: str) -> None:
        part = _add(body, "debateSection", name="item", eId=name)
        if section.number:
            _add(part, "num", section.number)
        if section.title:
            _add(part, "heading", section.title)
        if section.part:
            _add(part, "subheading", section.part)
        if section.presenter:
            _add(part, "narrative", section.presenter)
        for passage in section.passages:
            self._passage(part, passage)
        for document in section.documents:
            _add(part, "summary", document.title)
        if not section.passages and not section.presenter and not section.documents:
            _add(part, "summary", section.title or section.number)

    def _passage(self, part: Element, passage: Passage) -> None:
        mark = f"({chr(96 + passage.letter)})" if passage.letter else passage.number
        words = " ".join(each for each in (mark, passage.text, passage.at_right) if each)
        if passage.role is Role.POINT:
            holder = _add(part, "speech", by=self._speaker(passage.entry_ids))
        elif passage.role is Role.EVENT and not passage.limbs:
            _add(part, "scene", words)
            return
        elif passage.role is Role.NARRATIVE and not passage.limbs and not passage.table:
            _add(part, "narrative", words)
            return
        else:
            holder = _add(part, "other")
        if words:
            _add(holder, "p", words)
        if passage.limbs:
            _limbs(holder, passage.limbs)
        if passage.table:
            _table(holder, passage.table)

    def _speaker(self, entry_ids: Iterable[str]) -> str:
        first = next((self._entries[each] for each in entry_ids if each in self._entries), None)
        speaker = first.speaker if first else None
        person = self._people.get(speaker.person_id) if speaker else None
        return f"#{_person_id(person)}" if person else _BODY


_ISO_639_2 = {"en": "eng", "cy": "cym"}  # as the naming convention of the standard asks for
_CONCEPTS = ("yes", "no", "abstain", "carried", "lost", "unknown")


def _is_counted(listed: ListedVote) -> bool:
    """Whether a number is known of some side: the schema has no place for a vote without."""
    vote = listed.vote
    return any(
        votes_on(side) is not None for side in (vote.in_favour, vote.against, vote.abstained)
    )


def _vote(parent: Element, listed: ListedVote, name: str) -> None:
    outcome = {True: "#carried", False: "#lost", None: "#unknown"}[listed.carried]
    voting = _add(parent, "voting", eId=name, outcome=outcome)
    vote = listed.vote
    for option, side in (
        ("yes", vote.in_favour),
        ("no", vote.against),
        ("abstain", vote.abstained),
    ):
        count = votes_on(side)
        if count is not None:
            _add(voting, "count", eId=f"{name}__{option}", value=str(count), refersTo=f"#{option}")


def _people(parent: Element, people: PeopleList) -> None:
    words = f"{people.title}: {'; '.join(people.people)}" if people.people else people.title
    _add(parent, "summary", words)


def _limbs(parent: Element, limbs: tuple[Limb, ...]) -> None:
    listed = _add(parent, "blockList")
    for place, limb in enumerate(limbs, start=1):
        item = _add(listed, "item", eId=f"{_next_id(listed)}_{place}")
        _add(item, "num", limb.label)
        _add(item, "p", limb.text)


def _next_id(listed: Element) -> str:
    """An identifier of that list: its place among all elements of the document."""
    root = listed.getroottree().getroot()
    return f"list_{sum(1 for _ in root.iter())}"


def _table(parent: Element, table: Table) -> None:
    held = parent if _holds_blocks(parent) else _add(parent, "other")
    made = _add(held, "table")
    _add(made, "caption", table.title or table.summary)
    for cells, tag in _rows(table):
        row = _add(made, "tr")
        for cell in cells:
            _add(_add(row, tag), "p", cell)


def _holds_blocks(parent: Element) -> bool:
    return etree.QName(parent).localname in ("speech", "other")


def _rows(table: Table) -> Iterator[tuple[tuple[str, ...], str]]:
    yield table.headings, "th"
    for row in table.rows:
        yield row, "td"


def _person_id(person: Person) -> str:
    return f"person_{re.sub(r'[^A-Za-z0-9_-]', '_', person.id)}"


def _ids(person: Person, country: str) -> tuple[str, str]:
    return _person_id(person), f"person/{country}/{_person_id(person)}"


def _slug(minutes: Minutes) -> str:
    words = minutes.committee or minutes.council or "meeting"
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-") or "meeting"
