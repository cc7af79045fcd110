"""What was exported, what Word has now and what the archive has, compared and taken in."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meetings import meetings
from msgspec.structs import replace
from word_files import InWord, compared_with, edited, exported_word

from clerkapp.intake.differences import Comparison, Side, What, side_of
from clerkapp.intake.taking import accepted_by, taken
from clerkapp.intake.word_file import WordFile, read_word_file
from clerkapp.meeting import edits
from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.meeting import Meeting, entries_of
from clerkapp.notation.printed_record import PrintedRecord
from clerkapp.notation.reading import read_notation
from clerkapp.notation.word_paragraphs import evened, word_paragraphs
from clerkapp.resources import resource
from clerkapp.wording.house_style import house_styles
from clerkapp.wording.minutes import Audience

STYLES = [style.name for style in house_styles()]

MINUTES = """\
Council: Brookmere Borough Council
Committee: Leisure Committee
Date: 2026-03-05
Present: Cllr S Banerjee (Chair); Cllr A Marsden
In attendance: Head of Pools [hop]

# 1. Apologies
n There were no apologies.

# 2. Pools
n The Head of Pools presented the report.
q Members asked whether the water was warm.
r The Head of Pools confirmed that it was.
a Measure it. @Head of Pools by 2026-04-02
n Councillor Marsden welcomed the report.
= That the Committee:
  (a) notes the report; and
  (b) thanks the officers.

# 3. Parks
n The parks were open.
= That the report be noted.
+ 3 for, 1 against
"""


def meeting() -> Meeting:
    return read_notation(MINUTES).meeting


def texts(of: Meeting) -> list[str]:
    return [entry.text for _, entry in entries_of(of)]


def id_of(of: Meeting, words: str) -> str:
    return next(entry.id for _, entry in entries_of(of) if words in entry.text)


def told(found: Comparison) -> list[tuple[What, Side, str]]:
    return [(each.what, each.side, each.word) for each in found.differences]


def all_taken(file: WordFile, now: Meeting) -> Meeting:
    return taken(now, accepted_by("all", compared_with(file, now).differences))


# Nothing is different that nobody changed


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("audience", Audience)
def test_a_file_that_nobody_touched_has_no_difference(style, audience, tmp_path: Path):
    path = resource("samples", "overview-and-scrutiny.minutes")
    sample = read_notation(path.read_bytes()).meeting
    file = edited(exported_word(sample, style, audience), tmp_path)
    found = compared_with(file, sample)
    assert (found.differences, found.remarks) == ((), ())
    assert found.unchanged > 30


@pytest.mark.parametrize(
    "item",
    [
        "# 1. Tenders [exempt 3]\nx [excluded] Words that the public may not read.\n",
        "# 1. Tenders\n= [exempt 3] That the lowest tender be accepted.\n",
    ],
    ids=["exclusion within the item", "a resolution that counts"],
)
def test_words_that_a_public_file_never_had_are_no_difference(item: str, tmp_path: Path):
    meeting = read_notation(f"Date: 2026-03-05\nFirst resolution: 4\n\n{item}").meeting
    assert any(entry.text for _, entry in entries_of(meeting))
    file = edited(exported_word(meeting, STYLES[0], Audience.PUBLIC), tmp_path)
    assert compared_with(file, meeting).differences == ()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(meetings(), st.sampled_from(STYLES), st.sampled_from(Audience))
def test_no_meeting_saved_again_by_another_program_has_a_difference(
    tmp_path: Path, any_meeting: Meeting, style: str, audience: Audience
):
    file = edited(exported_word(any_meeting, style, audience), tmp_path)
    found = compared_with(file, any_meeting)
    assert (found.differences, found.remarks) == ((), ())


@pytest.mark.skipif(
    not shutil.which("soffice"),
    reason="LibreOffice is not installed (continuous integration installs it)",
)
def test_a_file_saved_again_by_libreoffice_has_no_difference(tmp_path: Path):
    path = resource("samples", "overview-and-scrutiny.minutes")
    sample = read_notation(path.read_bytes()).meeting
    (tmp_path / "saved").mkdir()
    exported = []
    for style in STYLES:
        exported.append(tmp_path / f"{style}.docx")
        exported[-1].write_bytes(exported_word(sample, style, Audience.CONFIDENTIAL))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    form = "docx:MS Word 2007 XML"
    command = ["soffice", profile, "--headless", "--convert-to", form]
    command += ["--outdir", str(tmp_path / "saved"), *map(str, exported)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for each in exported:
        file = read_word_file(tmp_path / "saved" / each.name)
        found = compared_with(file, sample)
        assert (each.name, found.differences, found.remarks) == (each.name, (), ())
        word = InWord((tmp_path / "saved" / each.name).read_bytes())
        word.change("thanked", "praised")
        found = compared_with(read_word_file(word.saved(tmp_path)), sample)
        assert {d.side for d in found.differences} == {Side.WORD}
        assert {d.what for d in found.differences} == {What.WORDS}


# What a person does in Word

EDITS = {
    "a word": (lambda w: w.change("warm", "cold"), {"warm": "cold"}),
    "a reply": (lambda w: w.change("confirmed", "doubted"), {"confirmed": "doubted"}),
    "an action point": (lambda w: w.change("Measure it", "Time it"), {"Measure it": "Time it"}),
    "a limb": (lambda w: w.change("thanks", "praises"), {"thanks": "praises"}),
    "a decision": (lambda w: w.change("report be", "plan be"), {"report be": "plan be"}),
    "a paragraph typed anew": (
        lambda w: w.type_anew("The parks were open", "The parks were shut"),
        {"parks were open": "parks were shut"},
    ),
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("edit", "changes"), EDITS.values(), ids=EDITS)
def test_changed_words_are_taken_into_their_entry(edit, changes, style, tmp_path: Path):
    file = edited(exported_word(meeting(), style), tmp_path, edit)
    found = compared_with(file, meeting())
    words = found.differences
    assert [(each.what, each.side) for each in words] == [(What.WORDS, Side.WORD)]
    wanted = MINUTES
    for old, new in changes.items():
        wanted = wanted.replace(old, new)
    assert texts(taken(meeting(), words)) == texts(read_notation(wanted).meeting)


def test_a_new_paragraph_is_an_entry_in_its_place(tmp_path: Path):
    def typed(word: InWord) -> None:
        word.add_below("welcomed the report", "Members asked when it would be published.")
        word.add_below("Members asked when", "Nobody knew.")

    after = all_taken(edited(exported_word(meeting()), tmp_path, typed), meeting())
    place = texts(after).index("Councillor Marsden welcomed the report.")
    assert texts(after)[place + 1 : place + 3] == [
        "Members asked when it would be published.",
        "Nobody knew.",
    ]
    assert after.items[1].entries[place].kind is EntryKind.QUESTION


def test_a_paragraph_split_in_word_is_two_entries(tmp_path: Path):
    def split(word: InWord) -> None:
        word.add_below("presented the report", "the report.")
        word.change("presented the report", "presented")

    after = all_taken(edited(exported_word(meeting()), tmp_path, split), meeting())
    assert texts(after)[1:3] == ["The Head of Pools presented.", "the report."]


def test_a_deleted_paragraph_takes_its_entries_away(tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path, lambda w: w.delete("water was warm"))
    found = compared_with(file, meeting())
    assert {each.what for each in found.takeable} == {What.GONE}
    after = all_taken(file, meeting())
    assert set(texts(meeting())) - set(texts(after)) == {
        "Members asked whether the water was warm.",
        "The Head of Pools confirmed that it was.",
        "Measure it.",
    }


def test_a_new_limb_and_one_that_was_taken_out(tmp_path: Path):
    def limbs(word: InWord) -> None:
        word.add_below("notes the report", "asks for another;")
        word.delete("thanks the officers")

    after = all_taken(edited(exported_word(meeting()), tmp_path, limbs), meeting())
    assert "That the Committee:\n(a) notes the report; and\n(b) asks for another;" in texts(after)


def test_a_moved_paragraph_moves_its_entry_within_the_item_and_to_another(tmp_path: Path):
    def moved(word: InWord) -> None:
        word.move_below("welcomed the report", "Pools presented")

    after = all_taken(edited(exported_word(meeting()), tmp_path, moved), meeting())
    assert texts(after)[1:3] == [
        "The Head of Pools presented the report.",
        "Councillor Marsden welcomed the report.",
    ]
    assert sorted(texts(after)) == sorted(texts(meeting()))

    def sent(word: InWord) -> None:
        word.move_below("welcomed the report", "parks were open")

    after = all_taken(edited(exported_word(meeting()), tmp_path, sent), meeting())
    assert [each.text for each in after.items[2].entries][:2] == [
        "The parks were open.",
        "Councillor Marsden welcomed the report.",
    ]


def test_a_new_title_is_taken(tmp_path: Path):
    after = all_taken(
        edited(exported_word(meeting()), tmp_path, lambda w: w.change("Parks", "Open spaces")),
        meeting(),
    )
    assert [item.title for item in after.items] == ["Apologies", "Pools", "Open spaces"]


def test_what_the_house_prints_is_told_and_never_taken(tmp_path: Path):
    def changed(word: InWord) -> None:
        word.change("Due: ", "Until: ")
        word.change("RESOLVED", "AGREED")
        word.change("Items", "Business")
        word.document.tables[0].rows[0].cells[0].paragraphs[0].runs[0].text = "Who"
        word.delete("Held on")

    file = edited(exported_word(meeting()), tmp_path, changed)
    found = compared_with(file, meeting())
    assert {each.what for each in found.differences} == {What.BESIDE}
    assert found.takeable == ()
    assert all(each.why_not for each in found.differences)
    words = " ".join(each.word for each in found.differences)
    for each in ("Business", "Until:", "AGREED", "Who"):
        assert each in words
    assert "Held on 5 March 2026" in [each.exported for each in found.differences]
    assert all_taken(file, meeting()) == meeting()


def test_two_paragraphs_made_one_in_word_are_still_two_entries(tmp_path: Path):
    def joined(word: InWord) -> None:
        first, second = word.find("parks were open")._p, word.find("report be noted")._p
        for child in list(second)[1:]:
            first.append(child)
        second.getparent().remove(second)

    file = edited(exported_word(meeting()), tmp_path, joined)
    assert compared_with(file, meeting()).differences == ()


def test_a_bookmark_left_with_words_typed_above_goes_back_to_its_own(tmp_path: Path):
    def typed_above(word: InWord) -> None:
        word.add_below("parks were open", "The parks were open.")
        paragraphs = [p for p in word.document.paragraphs if p.text == "The parks were open."]
        paragraphs[0].runs[0].text = "It rained."

    file = edited(exported_word(meeting()), tmp_path, typed_above)
    found = compared_with(file, meeting())
    assert told(found) == [(What.NEW, Side.WORD, "It rained.")]
    assert [e.text for e in taken(meeting(), found.differences).items[2].entries][:2] == [
        "It rained.",
        "The parks were open.",
    ]


# Against the archive

SIDES = [
    ("a", "a", "a", None),
    ("a", "b", "a", Side.WORD),
    ("a", "a", "b", Side.HERE),
    ("a", "b", "b", Side.BOTH),
    ("a", "b", "c", Side.CONFLICT),
    ("a", None, "a", Side.WORD),
    ("a", None, "c", Side.CONFLICT),
    ("a", "a", None, Side.HERE),
    ("a", None, None, Side.BOTH),
]


@pytest.mark.parametrize(("exported", "word", "here", "side"), SIDES)
def test_who_changed_something(exported, word, here, side):
    assert side_of(exported, word, here) is side


def one_changed_here(words: str, new: str) -> Meeting:
    now = meeting()
    return edits.set_text(now, id_of(now, words), new)


def test_a_change_on_each_side_is_told_of_each(tmp_path: Path):
    def changed(word: InWord) -> None:
        word.change("warm", "cold")

    file = edited(exported_word(meeting()), tmp_path, changed)
    here = one_changed_here("parks were open", "The parks were shut.")
    found = compared_with(file, here)
    cold = "Members asked whether the water was cold."
    assert told(found) == [
        (What.WORDS, Side.WORD, cold),
        (What.WORDS, Side.HERE, "The parks were open."),
    ]
    after = taken(here, found.differences)
    assert {cold, "The parks were shut."} < set(texts(after))

    same = one_changed_here("warm", cold)
    assert told(compared_with(file, same)) == [(What.WORDS, Side.BOTH, cold)]
    assert all_taken(file, same) == same

    other = one_changed_here("warm", "Members asked about the water.")
    found = compared_with(file, other)
    assert told(found) == [(What.WORDS, Side.CONFLICT, cold)]
    assert taken(other, accepted_by("word", found.differences)) == other
    assert cold in texts(taken(other, accepted_by("all", found.differences)))
    assert accepted_by("none", found.differences) == ()


def test_what_was_deleted_here_and_changed_in_word_comes_back_in_its_place(tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path, lambda w: w.change("open", "shut"))
    here = edits.remove_entry(meeting(), id_of(meeting(), "parks were open"))
    found = compared_with(file, here)
    assert [(each.what, each.side) for each in found.differences] == [(What.GONE, Side.CONFLICT)]
    after = taken(here, found.differences)
    assert next(each.text for each in after.items[2].entries) == "The parks were shut."


def test_what_belongs_to_an_item_that_is_gone_here_is_told(tmp_path: Path):
    def changed(word: InWord) -> None:
        word.change("parks were open", "parks were shut")
        word.add_below("parks were shut", "It rained.")
        word.move_below("Pools presented", "It rained")

    file = edited(exported_word(meeting()), tmp_path, changed)
    here = edits.remove_item(meeting(), meeting().items[2].id)
    found = compared_with(file, here)
    assert found.takeable == ()
    told = {each.word: each.why_not for each in found.differences if each.why_not}
    assert set(told.values()) == {"the item is no longer on the agenda"}
    assert {"The parks were shut.", "It rained."} < set(told)
    assert all_taken(file, here) == here


def test_what_was_kept_from_the_public_since_is_changed_and_keeps_its_mark(tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path, lambda w: w.change("open", "shut"))
    place = id_of(meeting(), "parks were open")
    here = edits.set_entry_exempt(meeting(), place, Exempt("3"))
    assert told(compared_with(file, here)) == [(What.WORDS, Side.WORD, "The parks were shut.")]
    assert all_taken(file, here) == edits.set_text(here, place, "The parks were shut.")


def test_what_is_new_here_stays(tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path)
    here = edits.add_entry(meeting(), meeting().items[0].id, Entry("x", EntryKind.NOTE, "New."))
    found = compared_with(file, here)
    assert [(d.what, d.side, d.here) for d in found.differences] == [(What.NEW, Side.HERE, "New.")]
    assert all_taken(file, here) == here


def test_a_public_file_takes_no_mark_and_no_exempt_word_away(tmp_path: Path):
    secret = "The bid was two million pounds."
    now = meeting()
    now = edits.add_entry(now, now.items[1].id, Entry("s", EntryKind.NOTE, secret,
                                                      exempt=Exempt("3")), 1)  # fmt: skip
    now = edits.set_item_exempt(now, now.items[2].id, Exempt("3"))
    data = exported_word(now)
    file = edited(data, tmp_path, lambda w: w.change("warm", "cold"))
    assert compared_with(edited(data, tmp_path), now).differences == ()
    after = all_taken(file, now)
    expected = edits.set_text(now, id_of(now, "warm"), "Members asked whether the water was cold.")
    assert after == expected


def test_tracked_changes_and_comments_are_remarked_on(tmp_path: Path):
    record = PrintedRecord(meeting(), "public", "", ())
    file = WordFile(record, (), tracked=2, comments=("A Reader: why?",))
    assert len(compared_with(file, meeting()).remarks) == 2


@pytest.mark.parametrize("style", STYLES)
def test_a_change_at_the_foot_of_the_pages_is_remarked_on(style, tmp_path: Path):
    def at_the_foot(word: InWord) -> None:
        for section in word.document.sections:
            section.footer.paragraphs[0].runs[0].text = "Not yet confirmed"

    file = edited(exported_word(meeting(), style), tmp_path, at_the_foot)
    found = compared_with(file, meeting())
    assert found.differences == ()
    (remark,) = found.remarks
    assert "Not yet confirmed" in remark


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.sampled_from(STYLES))
def test_words_changed_anywhere_come_back_or_are_told(tmp_path: Path, data, style):
    """Whatever is edited, taking everything prints the same words, or it is said why not."""
    word = InWord(exported_word(meeting(), style))
    paragraph = data.draw(
        st.sampled_from([p for p in word.paragraphs() if p.runs and p.runs[-1].text.strip()])
    )
    run = paragraph.runs[-1]
    parts = run.text.split(" ")
    at = data.draw(st.integers(0, len(parts)))
    run.text = " ".join([*parts[:at], "indeed", *parts[at:]])
    wanted = evened(paragraph.text)
    file = read_word_file(word.saved(tmp_path))
    found = compared_with(file, meeting())
    if paragraph.style.name == "toc 2":
        assert found.differences == ()
        return
    assert found.differences
    after = taken(meeting(), found.differences)
    if not any(each.why_not for each in found.differences):
        is_title = paragraph.style.name == "Heading 2"  # some houses print them in capitals
        printed = paragraphs_in(exported_word(after, style), tmp_path)
        assert said(wanted, is_title) in [said(each, is_title) for each in printed]


def said(text: str, is_title: bool = False) -> list[str]:
    """Every word of `text` in its order; what stops stand between them may be the house's."""
    return re.findall(r"\w+", text.casefold() if is_title else text)


def paragraphs_in(data: bytes, folder: Path) -> list[str]:
    path = folder / "again.docx"
    path.write_bytes(data)
    body = Document(str(path)).element.body
    return [evened(each.text) for each in word_paragraphs(body)]


def test_a_file_of_another_style_than_there_is_now_is_still_compared(tmp_path: Path):
    file = edited(exported_word(meeting()), tmp_path, lambda w: w.change("warm", "cold"))
    unknown = replace(file, record=replace(file.record, house_style="gone"))
    assert "Members asked whether the water was cold." in texts(all_taken(unknown, meeting()))


# In a table of items


def test_in_a_table_of_items_paragraphs_are_changed_added_moved_and_deleted(tmp_path: Path):
    def changed(word: InWord) -> None:
        word.change("warm", "cold")
        word.change("Measure it", "Time it")
        word.add_below("welcomed the report", "Nobody else spoke.")
        word.move_below("welcomed the report", "Pools presented")
        word.delete("parks were open")

    file = edited(exported_word(meeting(), "school-table"), tmp_path, changed)
    found = compared_with(file, meeting())
    assert {each.what for each in found.differences} == {
        What.WORDS, What.NEW, What.MOVED, What.GONE,
    }  # fmt: skip
    after = taken(meeting(), found.differences)
    pools, parks = ([entry.text for entry in item.entries] for item in after.items[1:])
    assert pools[:3] == [
        "The Head of Pools presented the report.",
        "Councillor Marsden welcomed the report.",
        "Members asked whether the water was cold.",
    ]
    assert "Time it." in pools
    assert "Nobody else spoke." in pools
    assert parks == ["That the report be noted.", "3 for, 1 against"]


def test_in_a_table_of_items_a_title_is_taken_and_a_dash_is_the_house_s(tmp_path: Path):
    def changed(word: InWord) -> None:
        rows = word.document.tables[-1].rows
        rows[3].cells[1].paragraphs[0].runs[0].text = "Open spaces"
        rows[3].cells[3].paragraphs[0].runs[0].text = "none"

    file = edited(exported_word(meeting(), "school-table"), tmp_path, changed)
    found = compared_with(file, meeting())
    assert [each.what for each in found.differences] == [What.TITLE, What.BESIDE]
    assert found.differences[1].why_not
    after = taken(meeting(), found.differences)
    assert [item.title for item in after.items] == ["Apologies", "Pools", "Open spaces"]
