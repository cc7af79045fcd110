"""Every fix is an edit that makes its finding go away and leaves all words but those it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkapp.checking.check import check
from clerkapp.checking.findings import Finding
from clerkapp.meeting.meeting import Meeting, entries_of
from tests.checking.recorded import recorded
from tests.meetings import meetings

DONE = "= That the plan be agreed."
LINES = (
    "n Cllr Pigrim and Cllr Pigrims asked why.",
    "n Councillor Pilgrim asked. “Cllr Pigrim”, said a sign.",
    "m That Cllr Pigrim be thanked. / Cllr Pigrim / Cllr R Teale",
    "n The Chief Digital officer and the chief Digital Officer spoke.",
    "n The Chairman spoke, and the Chair. The Vice-Chairman left.",
    "v for 1 against 4 abstained 0",
    "v for 2 against 2 abstained 1",
    "= That the Committee:\n  (a) notes the plan;\n  (c) approves it; and\n  (d) writes",
    "= That:\n  1. the plan be noted\n  3. the sum be approved.",
    "n On Tuesday 13 July 2005 and Monday 13 July 2005.",
    "q Why was it so late?",
    "a Write. @Chief Digital Oficer by 2026-04-02",
    "= That it be so.\n  Reasons: Cllr Hale and the head of legal asked.",
    "= That:\n  (a) it asks:\n  (i) one;\n  (iii) two;\n  (b) it end.",
    "# 6. Again",
    "# 9. Later",
    "# 3. Earlier",
)


def _goes_away(meeting: Meeting, finding: Finding) -> Meeting:
    assert finding.fix is not None
    mended = finding.fix.edit(meeting)
    assert mended != meeting
    before = [f.dismissal for f in check(meeting)].count(finding.dismissal)
    assert [f.dismissal for f in check(mended)].count(finding.dismissal) < before
    return mended


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
def test_a_fix_makes_its_finding_go_away_and_touches_no_other_entry(lines: list[str]):
    meeting = recorded("n Begun.", *lines, DONE)
    for finding in check(meeting):
        if finding.fix is None:
            continue
        mended = _goes_away(meeting, finding)
        assert mended.attendance == meeting.attendance
        if finding.rule in ("N5", "S2", "D1"):
            continue  # these name the whole meeting, or add an entry
        after = {entry.id: entry for _, entry in entries_of(mended)}
        for _, entry in entries_of(meeting):
            assert after[entry.id] == entry or entry.id == finding.entry_id


@given(meetings())
def test_any_meeting_can_be_checked_and_mended(meeting: Meeting):
    for finding in check(meeting):
        if finding.fix is not None:
            _goes_away(meeting, finding)


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        ("n Cllr Pigrim asked; “Pigrim” said.", "N1", "Cllr Pilgrim asked; “Pigrim” said."),
        ("n It was told by Cllr Pigrim.", "N1", "It was told by Cllr Pilgrim."),
        ("= That it be so.\n  (a) it be so:\n  (i) one;\n  (ii) two; and\n  (b) it end.", "D3",
         "That it be so.\n(a) it be so:\n(i) one; and\n(ii) two; and\n(b) it end."),
        ("n The Chief Digital officer left.", "N3", "The Chief Digital Officer left."),
        ("n Cllr Hale and Councillors Hale and Teale sat. Councillor Hale left.", "N5",
         "Councillor Hale and Councillors Hale and Teale sat. Councillor Hale left."),
        ("= That:\n  (a) it be so;\n  (b) it end.", "D3", "That:\n(a) it be so; and\n(b) it end."),
        ("= That:\n  (a) it be so; and\n  (c) it end.", "D3",
         "That:\n(a) it be so; and\n(b) it end."),
        ("n Held on Tuesday 13 July 2005.", "S1", "Held on Wednesday 13 July 2005."),
    ],
)  # fmt: skip
def test_a_fix_writes_what_its_label_says_and_nothing_else(line: str, rule: str, words: str):
    meeting = recorded(line, DONE)
    finding = next(f for f in check(meeting) if f.rule == rule)
    mended = _goes_away(meeting, finding)
    assert next(entries_of(mended))[1].text == words


def test_a_surname_that_is_a_letter_is_told_from_an_initial_by_the_whole_name():
    meeting = recorded("n Cllr A: a gift; left.", header="Present: N A; Cllr T Hale")
    finding = next(f for f in check(meeting) if f.rule == "N1")
    assert next(entries_of(_goes_away(meeting, finding)))[1].text == "Cllr N A: a gift; left."


def test_a_surname_that_would_not_be_found_again_is_not_offered():
    meeting = recorded("n Cllr A: a gift; left.", header="Present: N A:; Cllr T Hale")
    finding = next(f for f in check(meeting) if f.rule == "N1")
    assert finding.fix is None


def test_d1_only_offers_to_record_that_the_report_was_noted():
    meeting = recorded("q Why was it so late?")
    (finding,) = check(meeting)
    assert finding.fix is not None
    assert finding.fix.is_offer
    added = list(entries_of(_goes_away(meeting, finding)))[-1][1]
    assert (added.kind, added.text) == ("resolution", "That the report be noted.")


def test_s2_renumbers_from_the_first_item():
    meeting = recorded("# 3786. A", DONE, "# 3787. B", DONE, "# 3769. C", DONE, "# 3787. D", DONE)
    finding = next(f for f in check(meeting) if f.rule == "S2")
    mended = _goes_away(meeting, finding)
    assert check(mended) == ()


def test_a_fix_of_words_that_changed_meanwhile_does_nothing():
    meeting = recorded("n The Chief Digital officer spoke.", DONE)
    other = recorded("n The Chief Digital officer left.", DONE)
    (finding,) = check(meeting)
    assert finding.fix is not None
    assert finding.fix.edit(other) is other
