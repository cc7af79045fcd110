"""Word minutes: the same `Minutes` that the preview shows, as a .docx that can be published."""

import datetime as dt
from collections.abc import Iterator
from itertools import zip_longest

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE

from clerkapp.export.links import file_part, is_web_address
from clerkapp.export.word.elements import (
    Node,
    as_node,
    bookmarked,
    field,
    field_end,
    field_start,
    link_out,
    link_within,
    paragraph,
    run,
    table,
)
from clerkapp.export.word.numbering import BULLETS, Numbering, column_for, share_for, widen
from clerkapp.export.word.package import open_template, saved
from clerkapp.export.word.watermark import watermark
from clerkapp.resources import resource
from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import Audience, DocumentLine, Minutes, Passage, Role, Section, Table

_ATTENDANCE_SHARES = {4: (33, 16, 16, 35), 3: (50, 25, 25), 2: (30, 70)}  # by columns
_OWNER_AND_DUE_SHARES = (24, 18)
_LONGEST_PROPERTY = 255  # characters: python-docx raises beyond

_STYLES = {
    Role.NARRATIVE: "MinuteText",
    Role.LEAD_IN: "MinuteLeadIn",
    Role.POINT: "MinuteText",
    Role.ACTION: "MinuteAction",
    Role.MOTION: "MinuteDecision",
    Role.VOTE: "MinuteVote",
    Role.DECISION: "MinuteDecision",
    Role.STATEMENT: "MinuteText",
    Role.EVENT: "MinuteEvent",
    Role.EXEMPT: "MinuteExempt",
    Role.SUMMARY: "MinuteText",
}


def word_bytes(minutes: Minutes) -> bytes:
    """`minutes` as the bytes of a .docx; the same minutes give the same bytes."""
    document = open_template(resource("templates", "minutes"))
    _Body(document, minutes).fill()
    _fill_margins(document, minutes)
    _fill_properties(document, minutes)
    return saved(document)


class _Body:
    """Fills the body of one document, from the council's name to the action points."""

    def __init__(self, document: DocumentObject, minutes: Minutes) -> None:
        self._document = document
        self._minutes = minutes
        self._numbering = Numbering(as_node(document.part.numbering_part.element))
        self._headed = [s for s in minutes.sections if s.number or s.title]

    def fill(self) -> None:
        body = as_node(self._document.part.element)[0]
        page = body[-1]  # w:sectPr comes last
        for each in self._parts():
            page.addprevious(each)
        self._make_room_for_numbers()

    def _make_room_for_numbers(self) -> None:
        sections = self._minutes.sections
        paragraphs = (passage.number for each in sections for passage in each.passages)
        column = column_for((each.number for each in sections), paragraphs)
        part = self._document.part
        widen(as_node(part.styles.element), as_node(part.numbering_part.element), column)

    def _parts(self) -> Iterator[Node]:
        minutes = self._minutes
        yield from self._front()
        if self._headed:
            yield from self._contents()
        if minutes.people:
            yield paragraph("Heading1", run(minutes.headings.attendance))
        for listed in minutes.people:
            people = "\n".join(listed.people)
            yield paragraph("Detail", run(listed.title, bold=True), run(f"\t{people}"))
        if minutes.attendance:
            yield paragraph("Heading1", run(minutes.attendance.title))
            yield table(minutes.attendance, _ATTENDANCE_SHARES[len(minutes.attendance.headings)])
        if minutes.actions and minutes.actions_first:
            yield from self._actions(minutes.actions)
        if minutes.sections:
            yield paragraph("Heading1", run(minutes.headings.minutes))
        for section in minutes.sections:
            yield from self._section(section)
        yield from (paragraph("MinuteText", run(sentence)) for sentence in minutes.closing)
        if minutes.actions and not minutes.actions_first:
            yield from self._actions(minutes.actions)
        signed, dated = minutes.signature
        if signed:
            yield paragraph("Signature", run(f"{signed}\t\t{dated}\t"))

    def _actions(self, actions: Table) -> Iterator[Node]:
        yield paragraph("Heading1", run(actions.title))
        item = share_for(row[0] for row in actions.rows)
        action = 100 - item - sum(_OWNER_AND_DUE_SHARES)
        yield table(actions, (item, action, *_OWNER_AND_DUE_SHARES))

    def _front(self) -> Iterator[Node]:
        minutes = self._minutes
        if minutes.council:
            yield paragraph("CouncilName", run(minutes.council))
        yield paragraph("Title", run(minutes.title))
        if minutes.held:
            yield paragraph("Subtitle", run(minutes.held))
        if minutes.is_draft:
            label = run(f"{minutes.draft_label} ", bold=True)
            yield paragraph("Notice", label, run(minutes.draft_notice))
        if minutes.confidential_notice:
            yield paragraph("Notice", run(minutes.confidential_notice, bold=True))
        for label, words in minutes.details:
            yield paragraph("Detail", run(label, bold=True), run(f"\t{words}"))

    def _contents(self) -> Iterator[Node]:
        """The list of items: links without page numbers, so that nothing need be worked out."""
        yield paragraph("TOCHeading", run(self._minutes.headings.items))
        lines = [self._contents_line(section) for section in self._headed]
        first, last = lines[0], lines[-1]
        for place, each in enumerate(field_start(r'TOC \o "2-2" \h \n \z')):
            first.insert(place + 1, each)
        last.append(field_end())
        yield from lines

    def _contents_line(self, section: Section) -> Node:
        number = f"{section.number}{section.number_end}\t" if section.number else ""
        words = f"{number}{section.title}"
        return paragraph("TOC2", link_within(self._bookmark(section), run(words)))

    def _bookmark(self, section: Section) -> str:
        return f"_Toc{self._headed.index(section) + 1:08}"

    def _section(self, section: Section) -> Iterator[Node]:
        minutes_list = 0
        if section.part:
            yield paragraph("Heading1", run(section.part))
        if section.number or section.title:
            minutes_list = self._numbering.item(
                section.number, section.number_end, two_figures=_has_two_figures(section)
            )
            number, name = self._headed.index(section) + 1, self._bookmark(section)
            title = bookmarked(number, name, run(section.title))
            yield paragraph("Heading2", *title, number=(minutes_list, 0))
        if section.presenter:
            yield paragraph("Presenter", run(section.presenter))
        letters = self._letters(section)
        for passage, after in zip_longest(section.passages, section.passages[1:]):
            with_vote = after is not None and after.role is Role.VOTE
            number = (next(letters), 0) if passage.letter else None
            yield from self._passage(passage, minutes_list, number, keep_next=with_vote)
        if section.documents:
            yield paragraph("Heading3", run(self._minutes.headings.documents))
            yield from map(self._document_line, section.documents)

    def _letters(self, section: Section) -> Iterator[int]:
        """The list of each point that has a letter: (a), (b) are counted as limbs are."""
        letters = (each.letter for each in section.passages if each.letter)
        limbs = tuple(Limb("", "letter", letter, "(", ")") for letter in letters)
        return iter(self._numbering.limbs(limbs))

    def _passage(
        self,
        passage: Passage,
        minutes_list: int,
        number: tuple[int, int] | None,
        *,
        keep_next: bool,
    ) -> Iterator[Node]:
        style = _STYLES[passage.role]
        if passage.is_heading:
            yield paragraph("Heading3", run(passage.text))
            return
        if number:
            style = "MinuteLimb"
        elif passage.number:
            number = (minutes_list, 1)
            style = "MinuteNumbered" if style == "MinuteText" else style
        elif passage.bulleted:
            style, number = "MinuteBullet", (BULLETS, 0)
        label = "ActionLabel" if passage.role is Role.ACTION else ""
        words = [
            run(each.text, bold=each.bold, style=label if each.bold else "")
            for each in passage.runs
        ]
        at_right = passage.at_right.split("\n") if passage.at_right else []
        words += [run(f"\t{', '.join(at_right)}", bold=True)] if at_right else []
        keep_next = keep_next or bool(passage.limbs or passage.table or passage.is_centred)
        yield paragraph(
            style,
            *words,
            number=number,
            keep_next=keep_next,
            right_tab=bool(at_right),
            is_close=self._minutes.is_close,
            is_centred=passage.is_centred,
        )
        lists = self._numbering.limbs(passage.limbs)
        for limb, limb_list in zip(passage.limbs, lists, strict=True):
            yield paragraph("MinuteLimb", run(limb.text), number=(limb_list, 0))
        if passage.table:
            rounds = len(passage.table.headings) - 1
            yield table(passage.table, (100 - rounds * (50 // rounds), *[50 // rounds] * rounds))

    def _document_line(self, line: DocumentLine) -> Node:
        if is_web_address(line.target):
            relation = self._document.part.relate_to(
                line.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            content = link_out(relation, run(line.title, style="Hyperlink"))
        else:
            name = file_part(line.target)
            content = run(f"{line.title} ({name})" if name else line.title)
        return paragraph("MinuteDocument", content, number=(BULLETS, 0))


def _has_two_figures(section: Section) -> bool:
    return any(each.number.endswith(".01") for each in section.passages)


# Headers, footers and properties


def _fill_margins(document: DocumentObject, minutes: Minutes) -> None:
    section = document.sections[0]
    about = " – ".join(
        part
        for part in (
            minutes.date,
            minutes.draft_label.rstrip(".").lower(),
            "confidential" if minutes.audience is Audience.CONFIDENTIAL else "",
        )
        if part
    )
    mark = minutes.draft_label.rstrip(".").upper()
    first = [watermark(mark, 1)] if mark else []
    _append(section.first_page_header, paragraph("HeaderFirst", *first))
    other = [watermark(mark, 2)] if mark else []
    head = paragraph("Header", *other, run(f"{minutes.committee or minutes.title}\t{about}"))
    _append(section.header, head)
    for footer in (section.first_page_footer, section.footer):
        _append(footer, _footer(minutes.council))


def _append(margin: BlockItemContainer, content: Node) -> None:
    as_node(margin.part.element).append(content)


def _footer(council: str) -> Node:
    pages = [run(f"{council}\tPage "), *field("PAGE", [run("1")])]
    return paragraph("Footer", *pages, run(" of "), *field("NUMPAGES", [run("1")]))


def _fill_properties(document: DocumentObject, minutes: Minutes) -> None:
    """Title, council and date; nothing of the person or the computer that made the file."""
    properties = document.core_properties
    when = dt.datetime.combine(minutes.day or dt.date(2000, 1, 1), dt.time())
    title = f"{minutes.title}, {minutes.date}" if minutes.date else minutes.title
    properties.title = _property(title)
    properties.subject = _property(minutes.committee)
    properties.author = _property(minutes.council)
    properties.last_modified_by = _property(minutes.council)
    properties.category = "Minutes"
    properties.language = "en-GB"
    properties.created = when
    properties.modified = when


def _property(words: str) -> str:
    return words if len(words) <= _LONGEST_PROPERTY else f"{words[: _LONGEST_PROPERTY - 1]}…"
