"""Nothing exempt is in any public document: secrets are planted in every field, and looked for."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from itertools import count

import pytest
from msgspec.structs import replace
from pdf_words import needs_pdftotext, streams_in_pdf, words_in_pdf
from planting import NUMBER, YEAR, Planter, leaves

from clerkapp.export.forms import FORMS, exported
from clerkapp.meeting.entries import FACTS_OF, Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import (
    AgendaItem,
    Dismissal,
    Heading,
    Meeting,
    SupportingDocument,
    entries_of,
)
from clerkapp.meeting.people import Attendance, Mention, Person, Standing
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.public_view import public_view
from clerkapp.wording.house_style import house_style, house_styles
from clerkapp.wording.minutes import Audience

STANLEY = Person("p1", "Cllr S Open", "Chair")


def _whole_entry(planter: Planter, kind: EntryKind, choice: int, name: str) -> Entry:
    """An entry of that kind with a secret in each field and each field of its facts."""
    entry = planter.value(Entry, choice)
    facts = planter.value(FACTS_OF[kind], choice) if kind in FACTS_OF else None
    if isinstance(facts, Proceeding):
        facts = replace(facts, step=list(Step)[choice % len(Step)])
    return replace(entry, id=name, kind=kind, facts=facts)


def _entries(planter: Planter) -> Iterator[Entry]:
    names = count(1)
    for kind in EntryKind:
        for choice in range(len(Step)):
            yield _whole_entry(planter, kind, choice, f"e{next(names)}")


def secretive() -> tuple[Meeting, list[str]]:
    """A meeting with secrets wherever the public may not look, and the secrets."""
    planter = Planter("zqx")
    about = Declaration(Mention("p1"), "a gift", "left the room", "shut")
    stale = planter.value(Declaration)
    marked = tuple(_entries(planter))
    in_item = tuple(
        replace(entry, id=f"i{entry.id}", exempt=None) for entry in _entries(planter)
    )  # the mark of the item is enough
    shut = replace(
        planter.value(AgendaItem),
        id="shut",
        title="Bids",
        number="7",
        exempt=Exempt("3"),
        summary="The Committee chose a bidder.",
        entries=in_item,
    )
    heard = (
        Entry("o1", EntryKind.NOTE, "Heard by everybody.", facts=stale),
        Entry("o2", EntryKind.DECLARATION, "", facts=about),
        Entry("o3", EntryKind.QUESTION, "Why?", speaker=Mention(words=planter.value(str))),
    )
    nick = Person("p2", "Cllr A Way", code=planter.value(str))
    away = Attendance(nick, Standing.APOLOGIES, reason=planter.value(str))
    meeting = Meeting(
        "m",
        Heading("Brookmere Borough Council", "Cabinet", dt.date(2026, 3, 5), dt.time(19, 0)),
        (Attendance(STANLEY, Standing.PRESENT), away),
        (AgendaItem("open", "Open business", "6", entries=(*heard, *marked)), shut),
        dismissed=(planter.value(Dismissal),),
    )
    return meeting, planter.secrets


MEETING, SECRETS = secretive()
_ACTIONS = ("action-sheet", "action-sheet-text", "actions-csv", "actions-ics")
_ATTENDANCE = "attendance-csv"  # who was there, which is the same for both audiences
_LISTS = (*_ACTIONS, _ATTENDANCE, "votes-csv", "popolo")  # no titles of items without them


def test_there_is_a_secret_in_every_field_that_can_hold_one():
    held = {leaf for leaf in leaves(MEETING) if isinstance(leaf, str)}
    numbers = {str(leaf) for leaf in leaves(MEETING) if type(leaf) is int and leaf > NUMBER}
    assert len(SECRETS) > 400
    # what was planted and then replaced (ids, the titles of the items) is not there to be found
    assert len([secret for secret in SECRETS if secret in held | numbers]) > 350
    kinds = {(entry.kind, type(entry.facts)) for _, entry in entries_of(MEETING)}
    assert kinds >= set(FACTS_OF.items())


def test_the_public_view_holds_no_secret():
    held = [leaf for leaf in leaves(public_view(MEETING)) if leaf is not None]
    words = "\n".join(map(str, held))
    assert [secret for secret in SECRETS if secret in words] == []
    assert not any(isinstance(leaf, dt.date) and leaf.year == YEAR for leaf in held)
    assert public_view(public_view(MEETING)) == public_view(MEETING)


def _everything_in(data: bytes) -> str:
    """All the words of a file, those inside a zip or a stream too."""
    if data.startswith(b"%PDF"):
        return words_in_pdf(data) + "\n".join(streams_in_pdf(data))
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = packed.namelist()
        parts = [packed.read(name).decode("utf-8", errors="replace") for name in names]
    return "\n".join([*names, *parts, data.decode("latin-1")])


EVERY_FORM = [
    pytest.param(form, marks=needs_pdftotext if FORMS[form].ending == ".pdf" else ())
    for form in FORMS
]
_STYLES = ("", "numbered-paragraphs", "cabinet-parts")
_IN = [
    *(
        pytest.param(form, style, marks=needs_pdftotext if FORMS[form].ending == ".pdf" else ())
        for form in FORMS
        for style in _STYLES
    ),
    *(pytest.param("text", style.name) for style in house_styles()),
]  # every form prints the same minutes, so that each style need not go through each


@pytest.mark.parametrize(("form", "style"), _IN)
def test_no_public_document_holds_a_secret(form: str, style: str):
    data = exported(MEETING, FORMS[form], house_style(style), Audience.PUBLIC)
    told = _everything_in(data)
    assert [secret for secret in SECRETS if secret in told] == []
    assert str(YEAR) not in told
    assert "bids" in told.casefold() or form in _LISTS


@pytest.mark.parametrize("form", [form for form in EVERY_FORM if form.values != (_ATTENDANCE,)])
def test_a_confidential_document_does_hold_them(form: str):
    data = exported(MEETING, FORMS[form], house_style(""), Audience.CONFIDENTIAL)
    told = _everything_in(data)
    assert sum(secret in told for secret in SECRETS) > 5


def test_what_the_public_may_know_of_an_exempt_item_is_kept():
    item = public_view(MEETING).items[1]
    assert (item.number, item.title, item.exempt) == ("7", "Bids", Exempt("3"))
    assert item.summary == "The Committee chose a bidder."
    assert {entry.facts.step for entry in item.entries} == {
        Step.PUBLIC_EXCLUDED,
        Step.PUBLIC_READMITTED,
    }


def test_the_paragraphs_of_an_exclusion_are_kept_and_no_other_words():
    step = Proceeding(Step.PUBLIC_EXCLUDED, Mention(words="zqx"), ("3", "7A", "zqx"))
    entry = Entry("e", EntryKind.PROCEDURE, "zqx", dt.time(20, 15), step, speaker=Mention("p"))
    shut = AgendaItem("i", "Bids", exempt=Exempt("3"), entries=(entry,))
    (kept,) = public_view(Meeting("m", items=(shut,))).items[0].entries
    told = Proceeding(Step.PUBLIC_EXCLUDED, paragraphs=("3", "7A"))
    assert kept == Entry("e", EntryKind.PROCEDURE, time=dt.time(20, 15), facts=told)


def test_an_interest_in_an_exempt_item_that_was_declared_in_public_is_kept():
    declared = next(e for _, e in entries_of(public_view(MEETING)) if e.id == "o2")
    assert declared.facts == Declaration(Mention("p1"), "a gift", "left the room", "shut")


@pytest.mark.parametrize("form", EVERY_FORM)
def test_no_public_document_tells_in_which_folder_a_paper_lies(form: str):
    papers = (
        SupportingDocument("Options", r"C:\Users\zqxuser\Confidential\options.pdf"),
        SupportingDocument("Costs", "file:///home/zqxuser/costs.pdf"),
        SupportingDocument("Plan", "https://example.org/papers/plan.pdf"),
        SupportingDocument("Map", "https://zqxuser:zqxword@example.org:8443/map?a=1#b"),
        SupportingDocument(r"C:\Users\zqxuser\bids.pdf"),
        SupportingDocument(r"\\server\zqxuser\maps.pdf"),
        SupportingDocument("/home/zqxuser/plots.pdf"),
        SupportingDocument("../zqxuser/trees.pdf"),
        SupportingDocument("Income/expenditure: part 2"),
    )
    meeting = Meeting("m", items=(AgendaItem("i", "Plans", "1", documents=papers),))
    data = exported(meeting, FORMS[form], house_style(""), Audience.PUBLIC)
    assert "zqx" not in _everything_in(data)
    (seen,) = public_view(meeting).items
    assert [each.target for each in seen.documents] == [
        "options.pdf",
        "costs.pdf",
        papers[2].target,
        "https://example.org:8443/map?a=1#b",
        *[""] * 5,
    ]
    assert [each.title for each in seen.documents[4:]] == [
        *("bids.pdf", "maps.pdf", "plots.pdf", "trees.pdf"),
        "Income/expenditure: part 2",
    ]
