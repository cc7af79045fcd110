"""Word minutes: the same `Minutes` that the preview shows, as a .docx that can be published."""

from collections.abc import Iterator
from functools import partial
from itertools import zip_longest

from clerkapp.export.dress import PLAIN, Dress
from clerkapp.export.word.columns import attendance_shares, fits_beside, shares_by_words
from clerkapp.export.word.crest import drawn
from clerkapp.export.word.elements import (
    FIELD_END,
    Markup,
    TableLook,
    bookmarked,
    field_start,
    link_out,
    link_within,
    paragraph,
    run,
    table,
)
from clerkapp.export.word.embedding import Anchors, embed, last_bookmark
from clerkapp.export.word.ground import Ground, around_marker, lay_ground
from clerkapp.export.word.numbering import Numbering, column_for, share_for, widen
from clerkapp.export.word.tree import Node, node, parsed, w, written
from clerkapp.meeting.links import file_part, is_web_address
from clerkapp.meeting.meeting import Meeting
from clerkapp.notation.printed_record import Part
from clerkapp.wording.limbs import Limb
from clerkapp.wording.minutes import DocumentLine, Minutes, Passage, Role, Section, Table

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
    taken = last_bookmark(root)
    anchors = Anchors(taken + len(headed)) if meeting else None
    if anchors:
        anchors.mark(above)
    body = _Body(minutes, ground, dress, anchors, taken)
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
        self, minutes: Minutes, ground: Ground, dress: Dress, anchors: Anchors | None, taken: int
    ) -> None:
        self._minutes = minutes
        self._ground = ground
        self._dress = dress
        self._anchors = anchors  # None where the document carries no way back
        self._numbering = Numbering(parsed(ground.package.parts[ground.numbering]), ground.lists)
        self._run = partial(run, document=minutes.language)
        self._table_look = TableLook(
            ground.names.get("MinutesTable", "MinutesTable"),
            ground.names.get("TableText", "TableText"),
            ground.room,
            minutes.language,
        )
        self._list = 0  # of the item in hand and its paragraphs
        self._below_table = False  # what comes next stands below a table
        self._headed = [s for s in minutes.sections if s.number or s.title]
        self._place = {section.item_id: n for n, section in enumerate(self._headed, start=1)}
        self._taken = taken  # bookmarks that the template has

    def make_room_for_numbers(self) -> None:
        """Writes the lists, with a column as wide as the longest number needs."""
        ground, sections = self._ground, self._minutes.sections
        paragraphs = {passage.number for each in sections for passage in each.passages}
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
        frame: int = 0,
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
            frame=frame,
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
        if minutes.sections and not minutes.sections[0].part:
            yield self._paragraph("Heading1", self._run(minutes.headings.minutes))
        above: tuple[str, ...] = ()
        for section in minutes.sections:
            if section.part:
                yield self._paragraph(
                    "Heading1", self._run(section.part), part="item" if above else "", of=above
                )
            yield from self._section(section)
            above = (section.item_id,)
        for sentence in minutes.closing:
            yield self._paragraph("MinuteText", self._run(sentence), keep_next=bool(signed))
        if minutes.actions and not minutes.actions_first:
            yield from self._actions(minutes.actions, keep_next=bool(signed))
        if signed:
            yield self._paragraph("Signature", self._run(f"{signed}\t\t{dated}\t"))
        elif self._below_table:
            yield f"{_END}{self._anchors.around('', '', ()) if self._anchors else ''}</w:p>"

    def _attendance(self) -> Iterator[Markup]:
        minutes = self._minutes
        if minutes.people:
            yield self._paragraph("Heading1", self._run(minutes.headings.attendance))
        for listed in minutes.people:
            people = "\n".join(listed.people)
            gap = "\t" if fits_beside(listed.title) else "\n"
            yield self._paragraph(
                "Detail", self._run(listed.title, bold=True), self._run(f"{gap}{people}")
            )
        if minutes.attendance:
            yield self._paragraph("Heading1", self._run(minutes.attendance.title))
            yield self._table(minutes.attendance, attendance_shares(minutes.attendance))
            if minutes.attendance.note:
                yield self._paragraph("TableNote", self._run(minutes.attendance.note))

    def _actions(self, actions: Table, *, keep_next: bool) -> Iterator[Markup]:
        yield self._paragraph("Heading1", self._run(actions.title))
        item = share_for(row[0] for row in actions.rows)
        action = 100 - item - sum(_OWNER_AND_DUE_SHARES)
        yield self._table(actions, (item, action, *_OWNER_AND_DUE_SHARES), keep_next=keep_next)

    def _table(self, content: Table, shares: tuple[int, ...], *, keep_next: bool = False) -> Markup:
        self._below_table = True
        if self._anchors:
            self._anchors.table(content)
        return table(content, shares, self._table_look, keep_next=keep_next)

    def _front(self) -> Iterator[Markup]:
        """Names, title and details: without what the letterhead of the template already says."""
        minutes, told = self._minutes, self._ground.filled
        if self._dress.crest:
            picture = drawn(self._dress.crest, self._ground.add_crest(self._dress.crest))
            yield self._paragraph("Crest", picture)
        if minutes.council and "council" not in told:
            yield self._paragraph("CouncilName", self._run(minutes.council))
        if not told & {"title", "committee"}:
            yield self._paragraph("Title", self._run(minutes.title))
        if minutes.held and not told & {"held", "date"}:
            yield self._paragraph("Subtitle", self._run(minutes.held))
        if minutes.is_draft:
            label = self._run(f"{minutes.draft_label} ", bold=True)
            yield self._paragraph("Notice", label, self._run(minutes.draft_notice))
        if minutes.confidential_notice:
            yield self._paragraph("Notice", self._run(minutes.confidential_notice, bold=True))
        for label, words in minutes.details:
            if label.casefold() not in told:
                yield self._paragraph(
                    "Detail", self._run(label, bold=True), self._run(f"\t{words}")
                )

    def _contents(self) -> Iterator[Markup]:
        """The list of items: links without page numbers, so that nothing need be worked out."""
        yield self._paragraph("TOCHeading", self._run(self._minutes.headings.items))
        listed = [section for section in self._headed if not section.letter]
        last = len(listed) - 1
        for place, section in enumerate(listed):
            start = "" if place else field_start(r'TOC \o "2-2" \h \n \z')
            end = FIELD_END if place == last else ""
            number = f"{section.number}{section.number_end}\t" if section.number else ""
            link = link_within(self._bookmark(section), self._run(f"{number}{section.title}"))
            yield self._paragraph("TOC2", start, link, end, part=None)

    def _bookmark(self, section: Section) -> str:
        return f"_Toc{self._place[section.item_id]:08}"

    def _section(self, section: Section) -> Iterator[Markup]:
        of = (section.item_id,)
        if section.number or section.title:
            number, name = self._taken + self._place[section.item_id], self._bookmark(section)
            title = bookmarked(number, name, self._run(section.title))
            if section.letter:  # its paragraphs go on in the list of the item above
                (letters,) = self._numbering.limbs((Limb("", "letter", section.letter, "(", ")"),))
                yield self._paragraph("Heading3", title, part="title", of=of, number=(letters, 0))
            else:
                self._list = self._numbering.item(
                    section.number, section.number_end, two_figures=_has_two_figures(section)
                )
                listed = (self._list, 0)
                yield self._paragraph("Heading2", title, part="title", of=of, number=listed)
        if section.presenter:
            yield self._paragraph("Presenter", self._run(section.presenter), part="item", of=of)
        letters = self._letters(section)
        for passage, after in zip_longest(section.passages, section.passages[1:]):
            belongs = after is not None and after.role in (Role.VOTE, Role.ACTION)
            number = (next(letters), 0) if passage.letter else None
            whose = passage.entry_ids or of
            yield from self._passage(passage, whose, number, keep_next=belongs)
        if section.documents:
            heading = self._run(self._minutes.headings.documents)
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
        number: tuple[int, int] | None,
        *,
        keep_next: bool,
    ) -> Iterator[Markup]:
        style, frame = _STYLES[passage.role], passage.frame
        part = "words" if passage.entry_ids else "item"
        if passage.is_heading:
            heading = self._run(passage.text)
            yield self._paragraph("Heading3", heading, part=part, of=of, frame=frame)
            return
        if number:
            style = "MinuteLimb"
        elif passage.number:
            number = (self._list, 1)
            style = "MinuteNumbered" if style == "MinuteText" else style
        elif passage.bulleted:
            style, number = "MinuteBullet", (self._ground.lists.bullets, 0)
        label = "ActionLabel" if passage.role is Role.ACTION else ""
        label = self._ground.names.get(label, label)
        words = [
            self._run(each.text, bold=each.bold, style=label if each.bold else "")
            for each in passage.runs
        ]
        at_right = passage.at_right.split("\n") if passage.at_right else []
        words += [self._run(f"\t{', '.join(at_right)}", bold=True)] if at_right else []
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
                frame=frame,
            )
        lists = self._numbering.limbs(passage.limbs)
        for limb, limb_list in zip(passage.limbs, lists, strict=True):
            yield self._paragraph(
                "MinuteLimb",
                self._run(limb.text),
                part="limb",
                of=of,
                number=(limb_list, 0),
                frame=frame,
            )
        if passage.table:
            yield self._table(passage.table, shares_by_words(passage.table))

    def _document_line(self, line: DocumentLine, of: tuple[str, ...]) -> Markup:
        if is_web_address(line.target):
            ground, target = self._ground, line.target
            relation = ground.package.relate(ground.main, "hyperlink", target, external=True)
            style = ground.names.get("Hyperlink", "Hyperlink")
            content = link_out(relation, self._run(line.title, style=style))
        else:
            name = file_part(line.target)
            content = self._run(f"{line.title} ({name})" if name else line.title)
        bullets = (self._ground.lists.bullets, 0)
        return self._paragraph("MinuteDocument", content, part="item", of=of, number=bullets)


def _has_two_figures(section: Section) -> bool:
    return any(each.number.endswith(".01") for each in section.passages)
