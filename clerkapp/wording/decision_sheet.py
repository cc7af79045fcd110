"""The decision sheet: the items of the minutes with how they came out, and nothing else."""

from msgspec.structs import replace

from clerkapp.wording.minutes import Minutes, Role, Section

_KEPT = frozenset({Role.DECISION, Role.STATEMENT, Role.EXEMPT, Role.SUMMARY})


def decision_sheet(minutes: Minutes) -> Minutes:
    """Of `minutes` the items that came to a decision, each with it and with its statement.

    An exempt item stays as the minutes for that audience tell of it. Nobody signs the sheet, and
    it does not wait to be confirmed.
    """
    headings = replace(minutes.headings, minutes=minutes.headings.decisions)
    sections = (_decided(section) for section in minutes.sections)
    return replace(
        minutes,
        title=minutes.headings.decision_sheet,
        draft_label="",
        draft_notice="",
        details=(),
        headings=headings,
        attendance=None,
        item_table=None,
        people=(),
        sections=tuple(section for section in sections if section.passages),
        actions=None,
        signature=("", ""),
        closing=(),
        first_page=None,
        initials="",
    )


def _decided(section: Section) -> Section:
    kept = tuple(passage for passage in section.passages if passage.role in _KEPT)
    return replace(section.alone, presenter="", passages=kept, documents=())
