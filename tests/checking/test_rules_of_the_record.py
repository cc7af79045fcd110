"""Each rule that knows the room, the votes and the law: what it finds, and what it lets be."""

import datetime as dt

import pytest
from msgspec.structs import replace

from clerkapp.checking.check import RULES, check
from clerkapp.checking.exempt import exempt_without_summary
from clerkapp.checking.explained import explained, page
from clerkapp.checking.house import house
from clerkapp.checking.outcomes import recommended_to_nobody
from clerkapp.checking.record import LastNumbers, Record
from clerkapp.checking.roles import pronoun_for_somebody, speakers_told_otherwise
from clerkapp.meeting.committees import Powers
from clerkapp.meeting.decisions import PARTS, Decision, Outcome
from clerkapp.meeting.edits import dismiss, undismiss
from clerkapp.meeting.meeting import Business, Meeting, Status
from clerkapp.meeting.proceedings import Proceeding, Step
from clerkapp.meeting.votes import Fate, Motion, Result, Vote
from clerkapp.resources import checkout
from tests.checking.recorded import HEADER, findings, recorded, with_facts, with_item

DONE = "= That the plan be agreed."
MOVED = "m That the plan be agreed. / Cllr A Pilgrim / Cllr R Teale"
TIE = "v for 2 against 2 abstained 1 casting for"
ROOM = "v for 3 against 1 abstained 1"

BAD = [
    ("N2", ["- 19:20 Cllr A Pilgrim", MOVED, ROOM]),
    ("N2", ["q Councillor Okafor asked why.", DONE]),
    ("N2", ["m That it be so. / Cllr A Pilgrim / Cllr J Okafor", ROOM]),
    ("N3", ["n The Chief Digital officer spoke.", DONE]),
    ("N3", ["n The Chief Digital Oficer spoke.", DONE]),
    ("N3", ["n The head of legal spoke.", DONE]),
    ("N4", ["n Stuart Glover (SB) spoke.", DONE]),
    ("N4", ["a Write. @SG by 2026-04-02", "a Call. @XG by 2026-04-02", DONE]),
    ("N5", ["n Cllr Pilgrim asked. Councillor Teale agreed with Councillor Hale.", DONE]),
    ("N5", ["n The Chair spoke. The Chairman closed it. The Chair left.", DONE]),
    ("D2", ["= That the Committee:\n  (a) notes the plan; and\n  (b) to approve the sum."]),
    ("D2", ["= That:\n  (a) the plan be noted; and\n  (b) approves the sum."]),
    ("D3", ["= That the Committee:\n  (a) notes the plan; and\n  (c) approves it."]),
    ("D3", ["= That the Committee:\n  (a) notes the plan;\n  (b) approves it."]),
    ("D4", ["m That it be so. / Cllr A Pilgrim", ROOM]),
    ("D4", ["m That it be so.", ROOM]),
    ("D4", ["n It was moved by Councillor Pilgrim and agreed."]),
    ("D4", ["m An amendment to item 7 was proposed by P. Pilgrim, to keep the pier.", ROOM]),
    ("D4", ["m It was proposed that the pier be kept.", ROOM]),
    ("D5", ["m That it be so. / Cllr A Pilgrim / Cllr A Pilgrim", ROOM]),
    ("D5", ["n It was moved and seconded by Councillor Pilgrim and agreed."]),
    ("D6", [MOVED, "v for 7 against 5 abstained 2", DONE]),
    ("D6", [MOVED, "v for 2 against 1 abstained 1", DONE]),
    ("D6", [MOVED, "v for Cllr A Pilgrim; Cllr R Teale against Cllr A Pilgrim", DONE]),
    ("D7", [MOVED, "v for 1 against 4 abstained 0\n  The motion was carried."]),
    ("D7", [MOVED, "v for 2 against 2 abstained 1"]),
    ("D9", [MOVED, "= That it be agreed unanimously (one abstention)."]),
    ("D9", ["- 19:05 Cllr D Hale", "v unanimous against 1", DONE]),
    ("D10", [MOVED, "m+ Insert “now”. / Cllr M Ferris / Cllr D Hale", DONE]),
    ("D10", [MOVED, "n There was no vote."]),
    ("D11", ["> That fees rise."]),
    ("D11", ["> That the tree be felled."]),
    ("D13", ["= That the report be noted and approved."]),
    ("D13", ["n Members agreed to note the report."]),
    ("I1", ["i Cllr A Pilgrim: DPI, as a director", "q Councillor Pilgrim asked why.", DONE]),
    ("I1", ["i Cllr A Pilgrim: DPI, as a director; left the room", MOVED, DONE]),
    ("I1", ["i Cllr A Pilgrim: DPI, as a director; remained", DONE]),
    ("I2", ["# 4. Declarations of interest", "i Cllr A Pilgrim: DPI, as a director"]),
    ("I2", ["# 4. Declarations of interest", "i Councillor Pilgrim declared an interest."]),
    ("I3", ["- Cllr A Pilgrim", "- Cllr R Teale", "- Cllr D Hale", "n It was noted.", DONE]),
    ("I4", ["- 19:05 Cllr D Hale", "- 19:40 Cllr D Hale", DONE]),
    ("I4", ["+ 19:05 Cllr D Hale", DONE]),
    ("S2", ["# 3786. A", DONE, "# 3787. B", DONE, "# 3769. C", DONE]),
    ("S2", ["# 1. A", DONE, "# 3. B", DONE]),
    ("S2", ["# 1. A", DONE, "# 1. B", DONE]),
    ("N2", ["x [chair Cllr J Okafor]", DONE]),
    ("N2", ["- Cllr R Teale", "x [chair Cllr R Teale]", DONE]),
    ("N2", ["i Cllr J Okafor: a gift; remained", DONE]),
    ("N2", [MOVED, TIE, "n Councillor Teale gave a casting vote for it.", DONE]),
    ("N2", [MOVED, TIE, "n It was carried on the casting vote of Councillor Hale.", DONE]),
    ("N3", ["a Write. @Chief Digital Oficer by 2026-04-02", DONE]),
    ("N3", ["= That it be so.\n  Reasons: The head of legal advised it."]),
    ("N5", ["n Councillor Hale asked.", "= That it be so.\n  Reasons: Cllr Hale’s."]),
    ("D2", ["= That the Committee:\n  (a) notes it; and\n  (b) acknowledged it."]),
    ("D2", ["= That the Committee:\n  (a) asks:\n  (i) to pay; and\n  (ii) pays."]),
    ("D3", ["= That the Committee:\n  (a) asks:\n  (i) Ann; and\n  (iii) Bob; and\n  (b) notes."]),
    ("D3", ["= That the Committee:\n  (a) asks:\n  (i) Ann;\n  (ii) Bob; and\n  (b) notes."]),
    ("D6", [MOVED, "v for Cllr A Pilgrim; Stuart Glover against Cllr M Ferris; Cllr D Hale"]),
    ("D7", [MOVED, "v for 3 against 2 abstained 0\n  Carried by 4 votes to 1."]),
    ("D7", [MOVED, "v for 3 against 1 abstained 1 casting for"]),
    ("D7", [MOVED, "v for 1 against 4 abstained 0", "= That the plan be agreed."]),
    ("D7", ["n The motion was lost (for: 4, against: 1).", DONE]),
    ("D7", ["= That it be so (4 for, 6 against). The motion was carried."]),
    ("S2", ["# 6. A", DONE, "# 6.1. B", DONE, "# 6.3. C", DONE]),
    ("S2", ["# 12. A", DONE, "# 12b. B", DONE]),
    ("S2", ["# PLA148/14. A", DONE, "# PLA150/14. B", DONE]),
    ("S2", ["# PLA148/14. A", DONE, "# PAL149/14. B", DONE]),
    ("S3", ["x [closed]"]),
    ("S3", ["x The meeting was closed."]),
    ("S3", ["x 19:40 [adjourned]", "x 21:00 [closed]"]),
    ("X2", ["# 6. A [exempt 3]", DONE]),
    ("X2", ["# 6. A [exempt]", "x [excluded]", DONE]),
    ("X2", ["# 6. A [exempt 3]", "x [excluded 3]", DONE, "# 7. B", DONE]),
    ("N10", ["n Apologies were received from Councillor Pilgrim.", DONE]),
    ("N10", ["n Apologies for absence were received from Cllrs Okafor and Pilgrim, who was ill."]),
    ("N10", ["n The Clerk reported apologies from Cllr. J. Okafor and Cllr. R. Teale."]),
    ("X8", ["x [excluded 3]", "n The rent was £900.", DONE]),
    ("X8", ["x [excluded 3]", "# 7. A", "q Members asked.", "x [readmitted]", "# 8. B", DONE]),
    ("X8", ["x [excluded 3]", "c It was low.", "x [readmitted]", "# 8. B [exempt 3]", DONE]),
]  # fmt: skip

GOOD = [
    ("N2", ["- 19:20 Cllr A Pilgrim", "+ 19:30 Cllr A Pilgrim", MOVED, ROOM]),
    ("N2", ["q Councillor Okafor’s question was read out.", DONE]),
    ("N2", ["q Councillor Okafor had asked in writing.", DONE]),
    ("N3", ["n The Chief Digital Officer spoke. Chief Digital Officers met.", DONE]),
    ("N3", ["n A head of legal would be sought. The Director of Housing spoke.", DONE]),
    ("N3", ["n Members heard “chief digital officer” twice.", DONE]),
    ("N4", ["n Stuart Glover (SG) spoke of the National Planning Framework (NPF).", DONE]),
    ("N4", ["a Write. @IT by 2026-04-02", DONE]),
    ("N5", ["n Councillor Pilgrim asked. “Cllr Hale knows”, a sign said.", DONE]),
    ("N5", ["n The Chair spoke of the Chairman of Netherby Parish.", DONE]),
    ("D2", ["= That the Committee:\n  (a) notes the plan; and\n  (b) approves the sum."]),
    ("D2", ["= That:\n  (a) the plan be noted; and\n  (b) the sum be approved."]),
    ("D3", ["= That the Committee:\n  (a) notes it;\n  (b) asks why; and\n  (c) approves it."]),
    ("D3", ["= That:\n  1. The plan be noted.\n  2. The sum be approved."]),
    ("D3", ["= Bod:\n  (a) y cynllun yn dda;\n  (b) y gost yn iawn; a\n  (c) dim arall."]),
    ("D3", ["= Bod:\n  (a) y cynllun yn dda; ac\n  (b) yn rhad."]),
    ("D4", [MOVED, ROOM]),
    ("D4", ["m Cllr Pilgrim moved, and Cllr Teale seconded, that it be so.", ROOM]),
    ("D4", ["m It was proposed by A. Pilgrim, seconded by R. Teale, that it be so.", ROOM]),
    ("D4", ["m Proposed by Cllr Nobody, seconded by Cllr Teale, that it be so.", ROOM]),
    ("D4", ["n It was moved by Councillor Pilgrim, seconded by Councillor Teale and agreed."]),
    ("D5", [MOVED, ROOM]),
    ("D5", ["n It was moved and seconded by Councillors Pilgrim and Teale and agreed."]),
    ("D6", [MOVED, ROOM]),
    ("D6", ["- 19:05 Cllr D Hale", MOVED, "v for 3 against 1 abstained 0"]),
    ("D6", ["i Cllr D Hale: personal interest; remained", MOVED, "v for 4 against 0 abstained 0"]),
    ("D7", [MOVED, "v for 4 against 1 abstained 0\n  The motion was carried."]),
    ("D7", [MOVED, "v for 2 against 2 abstained 1\n  The motion was lost."]),
    ("D7", [MOVED, "v for 2 against 2 abstained 1 casting for\n  The motion was carried."]),
    ("D9", [MOVED, "v unanimous", DONE]),
    ("D9", ["= That it be agreed unanimously, with no abstentions."]),
    ("D10", [MOVED, "m+ Insert “now”. / Cllr M Ferris / Cllr D Hale", ROOM, ROOM, DONE]),
    ("D10", [MOVED, DONE]),
    ("D11", ["> Cabinet: That fees rise."]),
    ("D11", ["> That it be recommended to Cabinet that fees rise."]),
    ("D13", ["= That the report be noted."]),
    ("D13", ["= That the accounts be received and approved."]),
    ("I1", ["i Cllr A Pilgrim: DPI, as a director; left the room", DONE]),
    ("I1", ["i Cllr A Pilgrim: DPI; took part under a dispensation", MOVED, ROOM, DONE]),
    ("I1", ["i Cllr A Pilgrim: personal interest; remained", MOVED, ROOM, DONE]),
    ("I2", ["# 4. Declarations of interest", "i Cllr A Pilgrim: DPI in item 8, as a director"]),
    ("I2", ["i Cllr A Pilgrim: DPI, as a director; left the room", DONE]),
    ("I3", ["- Cllr A Pilgrim", "- Cllr R Teale", "n It was noted.", DONE]),
    ("I4", ["- 19:05 Cllr D Hale", "+ 19:20 Cllr D Hale", "- 19:40 Cllr D Hale", DONE]),
    ("S2", ["# 3786. A", DONE, "# 3787. B", DONE, "# 3788. C", DONE]),
    ("S2", ["# 99/20. A", DONE, "# 100/20. B", DONE]),
    ("S2", ["# 1. A", DONE, "# 3. C", "n The order of business was varied.", DONE, "# 2. B", DONE]),
    ("S2", ["# 6. A", DONE, "# 6.1. B", DONE, "# 6.2. C", DONE, "# 7. D", DONE]),
    ("S2", ["# 12. A", DONE, "# 12a. B", DONE, "# 12b. C", DONE, "# 13. D", DONE]),
    ("S2", ["# PLA148/14. A", DONE, "# PLA149/14. B", DONE]),
    ("S2", ["# A1. A", DONE, "# A2. B", DONE, "# B1. C", DONE]),
    ("N2", ["- Cllr S Banerjee", "x [chair Cllr R Teale]", DONE]),
    ("N2", [MOVED, TIE, "n Councillor Banerjee, Chair, gave a casting vote for it.", DONE]),
    ("N2", ["n Councillor Okafor had left the chair in May.", DONE]),
    ("N3", ["a Write. @Chief Digital Officer by 2026-04-02", DONE]),
    ("D2", ["= That the Committee:\n  (a) asks:\n  (i) Ann; and\n  (ii) Bob; and\n  (b) notes."]),
    ("D3", ["= That the Committee:\n  (a) asks:\n  (i) Ann; and\n  (ii) Bob; and\n  (b) notes."]),
    ("D7", [MOVED, "v for 3 against 2 abstained 0\n  Carried by 3 votes to 2."]),
    ("D7", ["n The motion was lost (for: 1, against: 4).", DONE]),
    ("D7", ["n The lease was for 25 years and 3 against the norm of 5.", DONE]),
    ("S3", ["x 21:00 [closed]"]),
    ("S3", ["x The meeting was closed at 9.05 pm."]),
    ("S3", ["x 19:40 [adjourned]", "x 19:50 [resumed]", "x 21:00 [closed]"]),
    ("S3", ["x 19:40 [adjourned]"]),
    ("X2", ["x [excluded 3]", "# 7. A [exempt 3]", DONE]),
    ("X2", ["x [excluded 3]", "# 7. A [exempt]", DONE, "x [readmitted]", "# 8. B", DONE]),
    ("X2", ["x [excluded 3]", "# 7. A [exempt 3]", DONE, "# 8. B", "x 21:00 [closed]"]),
    ("X2", ["x The press and public were excluded.", "# 7. A [exempt 3]", DONE]),
    ("N10", ["n Apologies were received from Councillor Okafor.", DONE]),
    ("N10", ["n Apologies were received from Cllr Okafor, for whom Cllr Pilgrim spoke."]),
    ("N10", ["n Apologies for lateness were received from Councillor Pilgrim.", DONE]),
    ("N10", ["n Apologies were received from Councillor Pilgrim (leaving at 8 pm).", DONE]),
    ("N10", ["n Apologies were received from Councillor Okafor. Councillor Teale was welcomed."]),
    ("N10", ["n Councillor Teale gave the apologies of Councillor Okafor.", DONE]),
    ("X8", ["x [excluded 3]", "n The rent was £900. [exempt 3]", "n It was noted.", DONE]),
    ("X8", ["x [excluded 3]", "# 7. A [exempt 3]", "n The rent was £900.", DONE]),
    ("X8", ["x [excluded 3]", DONE, "x [readmitted]", "n The rest was public."]),
    ("X8", ["x The press and public were excluded.", "n It was noted."]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "lines"), BAD)
def test_what_is_wrong_is_found(rule: str, lines: list[str]):
    assert findings(rule, recorded(*lines)) != []


@pytest.mark.parametrize(("rule", "lines"), GOOD)
def test_what_is_right_is_let_be(rule: str, lines: list[str]):
    assert findings(rule, recorded(*lines)) == []


def test_n6_follows_the_house():
    record = Record(recorded("q Councillor Ali asked.", "q A Member asked.", DONE))
    for speakers, found in (("either", 0), ("named", 1), ("a Member", 1)):
        record.house = replace(house(""), speakers=speakers)
        assert len(list(speakers_told_otherwise(record))) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("n The officer spoke. He undertook to write.", 1),
        ("n She undertook to write.", 1),
        ("i Cllr A Pilgrim: a gift, and she returned it; left the room", 1),
        ("n Mrs Farrow spoke. She was thanked.", 0),
        ("n A resident said: “He left. She stayed.”", 0),
    ],
)
def test_n7_is_looked_for_only_where_the_house_says_so(line: str, found: int):
    record = Record(recorded(line, DONE))
    assert not record.house.pronouns
    assert findings("N7", record.meeting) == []
    record.house = replace(record.house, pronouns=True)
    assert len(list(pronoun_for_somebody(record))) == found


def test_n8_two_of_one_surname_need_an_initial():
    header = "Date: 2026-03-05\nPresent: Cllr J Sheahan; Cllr P Sheahan"
    said = recorded("n Councillor Sheahan asked.", DONE, header=header)
    assert [f.what for f in findings("N8", said)] == [
        "Councillor Sheahan may be Cllr J Sheahan or Cllr P Sheahan"
    ]
    assert findings("N8", recorded("n Councillor J Sheahan asked.", DONE, header=header)) == []


LYLES = "Date: 2026-03-05\nPresent: Cllr S Lyle; Cllr A Lyle; Cllr R Finch; Cllr J Sheahan"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("q lyl why the pool was shut", "“lyl” may be Cllr S Lyle or Cllr A Lyle"),
        ("q lyl", "“lyl” may be Cllr S Lyle or Cllr A Lyle"),
        ("c lyle felt that it was dear", "“lyle” may be Cllr S Lyle or Cllr A Lyle"),
        ("q finch asked why the pool was shut", "“finch” stands for Cllr R Finch"),
        ("q cllr finch asked why the pool was shut", "“cllr finch” stands for Cllr R Finch"),
        ("q finch asked why [by Cllr R Finch]", "“finch” stands for Cllr R Finch"),
        ("c Councillor finch felt that it was dear", "“Councillor finch” stands for Cllr R Finch"),
        ("r fin confirmed that it leaked", "“fin” stands for Cllr R Finch"),
    ],
)
def test_n9_letters_of_a_name_are_written_out(line: str, said: str):
    assert [f.what for f in findings("N9", recorded(line, DONE, header=LYLES))] == [said]


@pytest.mark.parametrize(
    "line",
    [
        "q she asked why the pool was shut",
        "q why the pool was shut",
        "q Finch asked why the pool was shut",
        "c finches nested in the hedge",
        "c fin damage was reported to the boat",
        "q members asked why the pool was shut",
        "a finch to write",
        "q Councillor asked why",
        "q Cllr Finch asked why",
    ],
)
def test_n9_lets_other_words_be(line: str):
    assert findings("N9", recorded(line, DONE, header=LYLES)) == []


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("q finch asked why", "Cllr R Finch asked why"),
        ("q finch why", "Cllr R Finch asked why"),
        ("r finch replied that it leaked", "Cllr R Finch replied that it leaked"),
    ],
)
def test_n9_writes_the_name_of_the_one_who_is_meant(line: str, written: str):
    meeting = recorded(line, DONE, header=LYLES)
    (finding,) = findings("N9", meeting)
    assert finding.fix
    entry = finding.fix.edit(meeting).items[0].entries[0]
    assert entry.text == written
    assert entry.speaker
    assert entry.speaker.person_id == meeting.attendance[2].person.id
    assert findings("N9", finding.fix.edit(meeting)) == []


@pytest.mark.parametrize(
    ("vote", "jurisdiction", "found"),
    [
        ("v for 3 against 2 abstained 0", "", 1),
        ("v unanimous", "", 1),
        ("v for Cllr A Pilgrim; Cllr R Teale against Cllr M Ferris", "", 0),
        ("v for 3 against 2 abstained 0", "parish", 0),
    ],
)
def test_d8_a_budget_vote_is_by_name_where_the_law_asks_it(
    vote: str, jurisdiction: str, found: int
):
    meeting = with_item(recorded(MOVED, vote), business=Business.BUDGET)
    heading = replace(meeting.heading, jurisdiction=jurisdiction)
    assert len(findings("D8", replace(meeting, heading=heading))) == found
    assert findings("D8", recorded(MOVED, vote)) == []


@pytest.mark.parametrize(
    ("named", "powers", "found"),
    [
        ("", Powers.RECOMMENDS, 1),
        ("", Powers.RESOLVES, 0),
        ("", None, 0),
        ("planning", None, 1),
        ("planning", Powers.RESOLVES, 0),
    ],
)
def test_d11_goes_by_the_powers_of_the_committee_where_they_are_known(
    named: str, powers: Powers | None, found: int
):
    record = Record(recorded(DONE), powers=powers)
    record.house = replace(record.house, only_recommend=(named,) if named else ())
    assert len(list(recommended_to_nobody(record))) == found


def test_d12_an_executive_decides_what_is_recommended_to_it():
    def found(meeting: Meeting, powers: Powers | None) -> int:
        return [each.rule for each in check(meeting, powers=powers)].count("D12")

    reported = with_item(recorded(DONE), recommendation="That fees rise.")
    assert found(reported, Powers.EXECUTIVE) == 1
    assert found(reported, Powers.RESOLVES) == found(reported, None) == 0
    assert found(recorded(DONE), Powers.EXECUTIVE) == 0


def test_d12_an_executive_decision_has_every_part():
    meeting = with_item(recorded(DONE), business=Business.EXECUTIVE)
    (finding,) = findings("D12", meeting)
    assert finding.what == (
        "the executive decision gives no reasons, no alternatives, no conflicts, no dispensations"
    )
    whole = Decision(**dict.fromkeys(PARTS, "None.") | {"reasons": "It saves."})
    assert findings("D12", with_facts(meeting, 0, whole)) == []
    assert findings("D12", with_facts(meeting, 0, Decision(Outcome.DEFERRED))) == []
    assert findings("D12", recorded(DONE)) == []


@pytest.mark.parametrize(
    ("words", "recommended", "found"),
    [
        ("That permission be refused.", "", 1),
        ("That permission be refused because it would overlook its neighbour.", "", 0),
        ("That permission be granted.", "That permission be refused.", 1),
        ("That permission be granted.", "That permission be granted.", 0),
    ],
)
def test_d14_a_planning_decision_gives_its_reasons(words: str, recommended: str, found: int):
    meeting = with_item(
        recorded(f"= {words}"), business=Business.PLANNING, recommendation=recommended
    )
    assert len(findings("D14", meeting)) == found


CARRIED, LOST = "v for 3 against 1", "v for 1 against 3"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["m That fees rise.", CARRIED], 1),
        (["m That fees rise.", LOST], 0),
        (["n It was agreed that fees rise."], 1),
        (["n It was agreed that fees rise.", "= [noted] That fees rise."], 0),
        (["> Council: That fees rise."], 0),  # the Council decides
        (["q Members asked whether it was agreed."], 0),
    ],
)
def test_d12_a_vote_or_a_note_decides_where_there_is_no_resolution(lines: list[str], found: int):
    meeting = with_item(recorded(*lines), business=Business.EXECUTIVE)
    assert len(findings("D12", meeting)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["> Secretary of State: That permission be refused."], 1),
        (["> Secretary of State: That permission be refused.\n  Reasons: It is ugly."], 0),
        (["m That permission be refused.", CARRIED], 1),
        (["m That permission be refused.", LOST], 0),
        (["n The application was refused."], 1),
        (["n The application was refused.", "n Reason: it would overlook its neighbour."], 0),
        (["n The application was granted."], 0),
        (["n Members heard that an application was refused in 2019.", "= That it be granted."], 0),
    ],
)
def test_d14_a_refusal_gives_reasons_however_it_is_recorded(lines: list[str], found: int):
    meeting = with_item(recorded(*lines), business=Business.PLANNING)
    assert len(findings("D14", meeting)) == found


@pytest.mark.parametrize(
    ("motion", "rule"),
    [(Motion(fate=Fate.FELL), "D10"), (Motion(fate=Fate.WITHDRAWN), "D10")],
)
def test_d10_what_fell_or_was_withdrawn_is_dealt_with(motion: Motion, rule: str):
    assert findings(rule, with_facts(recorded(MOVED, "n None was taken."), 0, motion)) == []


def test_s3_nothing_is_done_while_the_meeting_is_adjourned():
    meeting = recorded("x 19:40", "n The report was noted.", "n More was said.")
    adjourned = with_facts(meeting, 0, Proceeding(Step.ADJOURNED))
    assert [f.where for f in findings("S3", adjourned)] == ["item 6, entry 2"]
    assert findings("S3", with_facts(meeting, 0, Proceeding(Step.RESUMED))) == []


@pytest.mark.parametrize(("end", "found"), [("18:30", 1), ("21:00", 0), ("00:30", 0)])
def test_s3_the_meeting_ends_after_it_starts(end: str, found: int):
    meeting = recorded(DONE, header=HEADER.replace("Start: 19:00", f"Start: 19:00\nEnd: {end}"))
    assert len(findings("S3", meeting)) == found


@pytest.mark.parametrize(
    ("before", "first", "found"),
    [
        (("3780", "3781"), "3782", []),
        (("3780", "3781"), "3783", ["number 3783 does not follow 3781"]),
        (("3780", "3781"), "1", ["number 1 does not follow 3781"]),
        (("98/25", "99/25"), "100/25", []),
        (("98/25", "99/25"), "1/26", []),
        (("98/25", "99/25"), "98/25", ["number 98/25 does not follow 99/25"]),
        (("1", "2"), "1", []),
        ((), "7", []),
    ],
)  # fmt: skip
def test_s2_numbers_follow_the_meeting_before(
    before: tuple[str, ...], first: str, found: list[str]
):
    meeting = recorded(f"# {first}. A", DONE)
    last = LastNumbers(before)
    told = [f for f in check(meeting, last=last) if f.rule == "S2"]
    assert [f.what for f in told] == [f"{what}, the last of the meeting before" for what in found]
    for finding in told:
        assert finding.fix is not None
        assert check(finding.fix.edit(meeting), last=last) == ()


@pytest.mark.parametrize(
    ("following", "first", "found"),
    [
        (45, "45", []),
        (45, "1", []),
        (None, "7", []),
        (None, "", []),
        (45, "46", ["resolution 46 does not follow 44, the last of the meeting before"]),
        (45, "", ["the resolutions have no numbers, and those of the meeting before have"]),
    ],
)
def test_s2_resolutions_follow_those_of_the_meeting_before(
    following: int | None, first: str, found: list[str]
):
    header = f"{HEADER}First resolution: {first}\n" if first else HEADER
    last = LastNumbers(next_resolution=following)
    meeting = recorded("# 1. A", "= That it be agreed.", header=header)
    told = [f for f in check(meeting, last=last) if f.rule == "S2"]
    assert [f.what for f in told] == found
    for finding in told:
        assert finding.fix is not None
        assert [f for f in check(finding.fix.edit(meeting), last=last) if f.rule == "S2"] == []
    nothing = recorded("# 1. A", "n Nothing was decided.", header=header)
    assert [f for f in check(nothing, last=last) if f.rule == "S2"] == []


def test_s3_confirmed_minutes_say_when_the_meeting_was_closed():
    meeting = recorded(DONE)
    confirmed = replace(meeting, heading=replace(meeting.heading, status=Status.CONFIRMED))
    assert findings("S3", meeting) == []
    assert len(findings("S3", confirmed)) == 1
    at_nine = replace(confirmed.heading, end=dt.time(21, 0))
    assert findings("S3", replace(confirmed, heading=at_nine)) == []
    closed = recorded(DONE, "21:05 x [closed]")
    assert findings("S3", replace(closed, heading=confirmed.heading)) == []
    assert [f.what for f in findings("S3", replace(closed, heading=at_nine))] == [
        "the meeting is closed at 21:05, and ends at 21:00 above"
    ]


def test_x7_an_exempt_item_has_a_summary_where_the_house_asks():
    record = Record(recorded("# 6. A [exempt 3]", DONE))
    assert findings("X7", record.meeting) == []
    record.house = replace(record.house, summaries=True)
    assert [f.where for f in exempt_without_summary(record)] == ["item 6"]
    record = Record(with_item(record.meeting, summary="A lease was agreed."))
    record.house = replace(record.house, summaries=True)
    assert list(exempt_without_summary(record)) == []


def test_d7_a_wrong_declaration_is_put_right():
    meeting = recorded(MOVED, "v for 4 against 1 abstained 0")
    wrong = with_facts(meeting, 1, Vote(4, 1, 0, declared=Result.LOST))
    (finding,) = findings("D7", wrong)
    assert finding.fix is not None
    assert finding.fix.edit(wrong) == with_facts(meeting, 1, Vote(4, 1, 0, declared=Result.CARRIED))


def test_a_finding_that_was_left_stays_out_while_it_says_the_same():
    meeting = recorded("n The Chief Digital officer spoke.", DONE)
    (finding,) = check(meeting)
    left = dismiss(meeting, finding.dismissal)
    assert check(left) == ()
    assert check(undismiss(left, finding.dismissal)) == (finding,)


def test_every_rule_is_explained_and_the_page_says_what_the_table_does():
    names = {(rule.__doc__ or "").split(":")[0] for rule in RULES}
    assert names == set(explained())
    assert all(each.title and each.why and each.source for each in explained().values())
    written = (checkout() / "docs" / "checks.md").read_text("utf-8")
    assert written == page(), "write it anew from clerkapp.checking.explained.page()"
