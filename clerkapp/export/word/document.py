"""Word minutes: the same `Minutes` that the preview shows, as a .docx that can be published."""

from collections.abc import Iterator
from itertools import zip_longest

from clerkapp.export.word.crest import drawn
from clerkapp.export.word.dress import PLAIN, Dress
from clerkapp.export.word.elements import (
    FIELD_END,
    Markup,
    bookmarked,
    field_start,
    link_out,
    link_within,
    paragraph,
    run,
    table,
)
from clerkapp.export.word.embedding import Anchors, embed
from clerkapp.export.word.ground import Ground, around_marker, lay_ground
from clerkapp.export.word.numbering import Numbering, column_for, share_for, widen
from clerkapp.export.word.tree import Node, node, parsed, w, written
from clerkapp.meeting.links import file_part, is_web_address
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.printed_record import Part
from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import DocumentLine, Minutes, Passage, Role, Section, Table

_ATTENDANCE_SHARES = {4: (33, 16, 16, 35), 3: (50, 25, 25), 2: (30, 70)}  # by columns
_OWNER_AND_DUE_SHARES = (24, 18)
_PAGE_BEFORE = frozenset(
    map(w, ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz"))
) | {w("pgMar"), w("paperSrc"), w("pgBorders")}  # what stands before line and page numbers
_SPACED = frozenset({"Heading1", "Heading2", "Heading3", "Signature"})  # have room above them
_END = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"  # Word ends no document on a table

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


def word_bytes(minutes: Minutes, dress: Dress = PLAIN, meeting: Meeting | None = None) -> bytes:
    """`minutes` as the bytes of a .docx; the same minutes and dress give the same bytes.

    With the `meeting` that they were made of, as its readers see it, the way back is embedded.
    """
    ground = lay_ground(minutes, dress.template)
    parts = ground.package.parts
    root = parsed(parts[ground.main])
    _number_pages(root, minutes, dress)
    above, below = around_marker(root)
    headed = [each for each in minutes.sections if each.number or each.title]
    anchors = Anchors(root, taken=len(headed)) if meeting else None
    if anchors:
        anchors.mark(above)
    body = _Body(minutes, ground, dress, anchors)
    content = "".join(body.parts()).encode()
    body.make_room_for_numbers()
    if anchors:
        anchors.mark(below)
    before, after = written(root).split(ground.marker.encode(), 1)
    parts[ground.main] = before + content + after
    if meeting and anchors:
        embed(parts, minutes, meeting, anchors.lines, ground.main)
    return ground.package.data()


def _number_pages(root: Node, minutes: Minutes, dress: Dress) -> None:
    """Has page numbers go on, and numbers the lines where that is wanted."""
    numbered = dress.line_numbers and minutes.is_draft
    if minutes.first_page is None and not numbered:
        return
    page = list(root.iter(w("sectPr")))[-1]
    place = sum(child.tag in _PAGE_BEFORE for child in page)
    for name in ("lnNumType", "pgNumType"):
        for each in page.findall(w(name)):
            page.remove(each)
    if minutes.first_page is not None:
        page.insert(place, node("pgNumType", start=minutes.first_page))
    if numbered:
        page.insert(place, node("lnNumType", countBy=1, restart="newPage"))


class _Body:
    """Fills the body of one document, from the council's name to the signature."""

    def __init__(
        self, minutes: Minutes, ground: Ground, dress: Dress, anchors: Anchors | None
    ) -> None:
        self._minutes = minutes
        self._ground = ground
        self._dress = dress
        self._anchors = anchors  # None where the document carries no way back
        self._numbering = Numbering(parsed(ground.package.parts[ground.numbering]), ground.lists)
        self._below_table = False  # what comes next stands below a table
        self._headed = [s for s in minutes.sections if s.number or s.title]
        self._place = {section.item_id: n for n, section in enumerate(self._headed, start=1)}

    def make_room_for_numbers(self) -> None:
        """Writes the lists, with a column as wide as the longest number needs."""
        ground, sections = self._ground, self._minutes.sections
        paragraphs = (passage.number for each in sections for passage in each.passages)
        column = column_for((each.number for each in sections), paragraphs)
        styles = parsed(ground.package.parts[ground.styles])
        ours = (each for each in styles if each.get(w("styleId")) in ground.own_styles)
        widen(ours, self._numbering.own_patterns(), column)
        ground.package.parts[ground.styles] = written(styles)
        ground.package.parts[ground.numbering] = written(self._numbering.root)

    def _paragraph(  # noqa: PLR0913 — each is a property of the one paragraph
        self,
        style: str,
        *content: Markup,
        part: Part | None = "",
        of: tuple[str, ...] = (),
        number: tuple[int, int] | None = None,
        keep_next: bool = False,
        right_tab: int = 0,
        is_close: bool = False,
        is_centred: bool = False,
    ) -> Markup:
        """A paragraph in that style of ours, or in the one that the council has in its place.

        `part` and `of` are whose words it prints, as `PrintedLine` has them; with None it is a
        line of the list of items, which is none of the minutes' own.
        """
        if self._anchors and part is not None:
            content = (self._anchors.around("".join(content), part, of),)
        below = self._below_table and style not in _SPACED
        self._below_table = False
        return paragraph(
            self._ground.names.get(style, style),
            *content,
            number=number,
            keep_next=keep_next,
            right_tab=right_tab,
            below_table=below,
            is_close=is_close,
            is_centred=is_centred,
        )

    def parts(self) -> Iterator[Markup]:
        """The paragraphs and tables, in order."""
        minutes = self._minutes
        yield from self._front()
        if self._headed:
            yield from self._contents()
        yield from self._attendance()
        signed, dated = minutes.signature
        if minutes.actions and minutes.actions_first:
            yield from self._actions(minutes.actions, keep_next=False)
        if minutes.sections:
            yield self._paragraph("Heading1", run(minutes.headings.minutes))
        above: tuple[str, ...] = ()
        for section in minutes.sections:
            if section.part:
                yield self._paragraph(
                    "Heading1", run(section.part), part="item" if above else "", of=above
                )
            yield from self._section(section)
            above = (section.item_id,)
        for sentence in minutes.closing:
            yield self._paragraph("MinuteText", run(sentence))
        if minutes.actions and not minutes.actions_first:
            yield from self._actions(minutes.actions, keep_next=bool(signed))
        if signed:
            yield self._paragraph("Signature", run(f"{signed}\t\t{dated}\t"))
        elif self._below_table:
            yield f"{_END}{self._anchors.around('', '', ()) if self._anchors else ''}</w:p>"

    def _attendance(self) -> Iterator[Markup]:
        minutes = self._minutes
        if minutes.people:
            yield self._paragraph("Heading1", run(minutes.headings.attendance))
        for listed in minutes.people:
            people = "\n".join(listed.people)
            yield self._paragraph("Detail", run(listed.title, bold=True), run(f"\t{people}"))
        if minutes.attendance:
            yield self._paragraph("Heading1", run(minutes.attendance.title))
            yield self._table(
                minutes.attendance, _ATTENDANCE_SHARES[len(minutes.attendance.headings)]
            )

    def _actions(self, actions: Table, *, keep_next: bool) -> Iterator[Markup]:
        yield self._paragraph("Heading1", run(actions.title))
        item = share_for(row[0] for row in actions.rows)
        action = 100 - item - sum(_OWNER_AND_DUE_SHARES)
        yield self._table(actions, (item, action, *_OWNER_AND_DUE_SHARES), keep_next=keep_next)

    def _table(self, content: Table, shares: tuple[int, ...], *, keep_next: bool = False) -> Markup:
        names = self._ground.names
        self._below_table = True
        if self._anchors:
            self._anchors.table(content)
        styles = (names.get("MinutesTable", "MinutesTable"), names.get("TableText", "TableText"))
        room = self._ground.room
        return table(content, shares, styles=styles, room=room, keep_next=keep_next)

    def _front(self) -> Iterator[Markup]:
        """Names, title and details: without what the letterhead of the template already says."""
        minutes, told = self._minutes, self._ground.filled
        if self._dress.crest:
            picture = drawn(self._dress.crest, self._ground.add_crest(self._dress.crest))
            yield self._paragraph("Crest", picture)
        if minutes.council and "council" not in told:
            yield self._paragraph("CouncilName", run(minutes.council))
        if not told & {"title", "committee"}:
            yield self._paragraph("Title", run(minutes.title))
        if minutes.held and not told & {"held", "date"}:
            yield self._paragraph("Subtitle", run(minutes.held))
        if minutes.is_draft:
            label = run(f"{minutes.draft_label} ", bold=True)
            yield self._paragraph("Notice", label, run(minutes.draft_notice))
        if minutes.confidential_notice:
            yield self._paragraph("Notice", run(minutes.confidential_notice, bold=True))
        for label, words in minutes.details:
            if label.casefold() not in told:
                yield self._paragraph("Detail", run(label, bold=True), run(f"\t{words}"))

    def _contents(self) -> Iterator[Markup]:
        """The list of items: links without page numbers, so that nothing need be worked out."""
        yield self._paragraph("TOCHeading", run(self._minutes.headings.items))
        last = len(self._headed) - 1
        for place, section in enumerate(self._headed):
            start = "" if place else field_start(r'TOC \o "2-2" \h \n \z')
            end = FIELD_END if place == last else ""
            number = f"{section.number}{section.number_end}\t" if section.number else ""
            link = link_within(self._bookmark(section), run(f"{number}{section.title}"))
            yield self._paragraph("TOC2", start, link, end, part=None)

    def _bookmark(self, section: Section) -> str:
        return f"_Toc{self._place[section.item_id]:08}"

    def _section(self, section: Section) -> Iterator[Markup]:
        minutes_list, of = 0, (section.item_id,)
        if section.number or section.title:
            minutes_list = self._numbering.item(
                section.number, section.number_end, two_figures=_has_two_figures(section)
            )
            number, name = self._place[section.item_id], self._bookmark(section)
            title = bookmarked(number, name, run(section.title))
            yield self._paragraph("Heading2", title, part="title", of=of, number=(minutes_list, 0))
        if section.presenter:
            yield self._paragraph("Presenter", run(section.presenter), part="item", of=of)
        letters = self._letters(section)
        for passage, after in zip_longest(section.passages, section.passages[1:]):
            belongs = after is not None and after.role in (Role.VOTE, Role.ACTION)
            number = (next(letters), 0) if passage.letter else None
            whose = passage.entry_ids or of
            yield from self._passage(passage, whose, minutes_list, number, keep_next=belongs)
        if section.documents:
            heading = run(self._minutes.headings.documents)
            yield self._paragraph("Heading3", heading, part="item", of=of)
            yield from (self._document_line(line, of) for line in section.documents)

    def _letters(self, section: Section) -> Iterator[int]:
        """The list of each point that has a letter: (a), (b) are counted as limbs are."""
        letters = (each.letter for each in section.passages if each.letter)
        limbs = tuple(Limb("", "letter", letter, "(", ")") for letter in letters)
        return iter(self._numbering.limbs(limbs))

    def _passage(
        self,
        passage: Passage,
        of: tuple[str, ...],
        minutes_list: int,
        number: tuple[int, int] | None,
        *,
        keep_next: bool,
    ) -> Iterator[Markup]:
        style = _STYLES[passage.role]
        part = "words" if passage.entry_ids else "item"
        if passage.is_heading:
            yield self._paragraph("Heading3", run(passage.text), part=part, of=of)
            return
        if number:
            style = "MinuteLimb"
        elif passage.number:
            number = (minutes_list, 1)
            style = "MinuteNumbered" if style == "MinuteText" else style
        elif passage.bulleted:
            style, number = "MinuteBullet", (self._ground.lists.bullets, 0)
        label = "ActionLabel" if passage.role is Role.ACTION else ""
        label = self._ground.names.get(label, label)
        words = [
            run(each.text, bold=each.bold, style=label if each.bold else "")
            for each in passage.runs
        ]
        at_right = passage.at_right.split("\n") if passage.at_right else []
        words += [run(f"\t{', '.join(at_right)}", bold=True)] if at_right else []
        keep_next = keep_next or bool(passage.limbs or passage.table or passage.is_centred)
        if words or number:  # else the limbs stand by themselves
            yield self._paragraph(
                style,
                *words,
                part=part,
                of=of,
                number=number,
                keep_next=keep_next,
                right_tab=self._ground.room if at_right else 0,
                is_close=self._minutes.is_close,
                is_centred=passage.is_centred,
            )
        lists = self._numbering.limbs(passage.limbs)
        for limb, limb_list in zip(passage.limbs, lists, strict=True):
            yield self._paragraph(
                "MinuteLimb", run(limb.text), part="limb", of=of, number=(limb_list, 0)
            )
        if passage.table:
            rounds = len(passage.table.headings) - 1
            shares = (100 - rounds * (50 // rounds), *[50 // rounds] * rounds)
            yield self._table(passage.table, shares)

    def _document_line(self, line: DocumentLine, of: tuple[str, ...]) -> Markup:
        if is_web_address(line.target):
            ground, target = self._ground, line.target
            relation = ground.package.relate(ground.main, "hyperlink", target, external=True)
            style = ground.names.get("Hyperlink", "Hyperlink")
            content = link_out(relation, run(line.title, style=style))
        else:
            name = file_part(line.target)
            content = run(f"{line.title} ({name})" if name else line.title)
        bullets = (self._ground.lists.bullets, 0)
        return self._paragraph("MinuteDocument", content, part="item", of=of, number=bullets)


def _has_two_figures(section: Section) -> bool:
    return any(each.number.endswith(".01") for each in section.passages)
