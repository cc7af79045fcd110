"""Word minutes: the same `Minutes` that the preview shows, as a .docx that can be published."""

from collections.abc import Iterator

from clerkapp.export.dress import PLAIN, Dress
from clerkapp.export.parts import item_level
from clerkapp.export.word.columns import (
    ANY_FONT,
    ARIAL,
    DETAIL,
    attendance_shares,
    detail_column,
    fits_beside,
)
from clerkapp.export.word.crest import drawn
from clerkapp.export.word.elements import (
    FIELD_END,
    Markup,
    field_start,
    kept_with_next,
    link_within,
)
from clerkapp.export.word.embedding import Anchors, embed, last_bookmark
from clerkapp.export.word.ground import Ground, around_marker, lay_ground
from clerkapp.export.word.items import Items, headed
from clerkapp.export.word.numbering import move_along, share_for, widen
from clerkapp.export.word.pen import Pen
from clerkapp.export.word.tree import Node, node, parsed, w, written
from clerkapp.meeting.meeting import Meeting
from clerkapp.wording.minutes import Minutes, Table

_OWNER_AND_DUE_SHARES = (24, 21)  # “30 September 2026” has room on one line
_PAGE_BEFORE = frozenset(
    map(w, ("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz"))
) | {w("pgMar"), w("paperSrc"), w("pgBorders")}  # what stands before line and page numbers
_CONTENTS = r'TOC \o "2-2" \h \n \z \u'  # a heading in a table has the level without the style
_BY_STYLE = r'TOC \o "2-2" \h \n \z'  # where the level of a heading is not that of its style
_END = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"  # Word ends no document on a table


def word_bytes(minutes: Minutes, dress: Dress = PLAIN, meeting: Meeting | None = None) -> bytes:
    """`minutes` as the bytes of a .docx; the same minutes and dress give the same bytes.

    With the `meeting` that they were made of, as its readers see it, the way back is embedded.
    """
    ground = lay_ground(minutes, dress.template)
    parts = ground.package.parts
    root = parsed(parts[ground.main])
    _number_pages(root, minutes, dress)
    above, below = around_marker(root)
    taken = last_bookmark(root)
    anchors = Anchors(taken + len(headed(minutes))) if meeting else None
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
        self._breadth = ANY_FONT if dress.template else ARIAL
        self._pen = Pen(ground, minutes.language, anchors)
        self._paragraph, self._run = self._pen.paragraph, self._pen.run
        self._items = Items(minutes, self._pen, taken)

    def make_room_for_numbers(self) -> None:
        """Writes the lists, with columns as wide as the longest number and label need."""
        ground, numbering = self._ground, self._pen.numbering
        styles = parsed(ground.package.parts[ground.styles])
        ours = [each for each in styles if each.get(w("styleId")) in ground.own_styles]
        move_along(ours, DETAIL, self._label_column())
        patterns = () if self._minutes.item_table else numbering.own_patterns()
        widen(ours, patterns, self._items.column())
        ground.package.parts[ground.styles] = written(styles)
        ground.package.parts[ground.numbering] = written(numbering.root)

    def parts(self) -> Iterator[Markup]:
        """The paragraphs and tables, in order."""
        minutes = self._minutes
        yield from self._front()
        if headed(minutes):
            yield from self._contents()
        yield from self._attendance()
        signed, dated = minutes.signature
        if minutes.actions and minutes.actions_first:
            yield from self._actions(minutes.actions, keep_next=False)
        has_part = bool(minutes.sections and minutes.sections[0].part)
        if minutes.sections and minutes.headings.minutes and not has_part:
            yield self._paragraph("Heading1", self._run(minutes.headings.minutes))
        items = list(self._items.written())
        if (
            items
            and signed
            and not minutes.closing
            and (minutes.actions_first or not minutes.actions)
        ):
            items[-1] = kept_with_next(items[-1])
        yield from items
        for sentence in minutes.closing:
            yield self._paragraph("MinuteText", self._run(sentence), keep_next=bool(signed))
        if minutes.actions and not minutes.actions_first:
            yield from self._actions(minutes.actions, keep_next=bool(signed))
        if signed:
            yield self._paragraph("Signature", self._run(f"{signed}\t\t{dated}\t"))
        elif self._pen.is_below_table:
            yield f"{_END}{self._pen.bare_anchor()}</w:p>"

    def _label_column(self) -> int:
        """How wide the column of labels is; a council's own style of them keeps its own."""
        ground, minutes = self._ground, self._minutes
        if ground.names.get("Detail", "Detail") not in ground.own_styles:
            return DETAIL
        labels = [label for label, _ in minutes.details]
        return detail_column([*labels, *(each.title for each in minutes.people)], self._breadth)

    def _attendance(self) -> Iterator[Markup]:
        minutes, column = self._minutes, self._label_column()
        if minutes.people:
            yield self._paragraph("Heading1", self._run(minutes.headings.attendance))
        for listed in minutes.people:
            people = "\n".join(listed.people)
            gap = "\t" if fits_beside(listed.title, column, self._breadth) else "\n"
            yield self._paragraph(
                "Detail", self._run(listed.title, bold=True), self._run(f"{gap}{people}")
            )
        if minutes.attendance:
            yield self._paragraph("Heading1", self._run(minutes.attendance.title))
            shares = attendance_shares(minutes.attendance, self._ground.room, self._breadth)
            yield self._pen.table(minutes.attendance, shares)
            if minutes.attendance.note:
                yield self._paragraph("TableNote", self._run(minutes.attendance.note))

    def _actions(self, actions: Table, *, keep_next: bool) -> Iterator[Markup]:
        yield self._paragraph("Heading1", self._run(actions.title))
        numbers = (row[0] for row in actions.rows)
        item = share_for((*numbers, actions.headings[0]), room=self._ground.room)
        action = 100 - item - sum(_OWNER_AND_DUE_SHARES)
        yield self._pen.table(actions, (item, action, *_OWNER_AND_DUE_SHARES), keep_next=keep_next)

    def _front(self) -> Iterator[Markup]:
        """Names, title and details: without what the letterhead of the template already says."""
        minutes, told = self._minutes, self._ground.filled
        if self._dress.crest:
            crest = self._dress.crest
            picture = drawn(crest, self._ground.add_crest(crest), crest.told(minutes))
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
        listed = [section for section in headed(self._minutes) if not section.letter]
        last = len(listed) - 1
        contents = _BY_STYLE if item_level(self._minutes) == 1 else _CONTENTS
        for place, section in enumerate(listed):
            start = "" if place else field_start(contents)
            end = FIELD_END if place == last else ""
            number = f"{section.number}{section.number_end}\t" if section.number else ""
            link = link_within(self._items.bookmark(section), self._run(f"{number}{section.title}"))
            yield self._paragraph("TOC2", start, link, end, part=None)
