"""Invented minutes of other kinds of body, in which there is nothing to find."""

# ruff: noqa: E501 (a paragraph of minutes is one line)

import pytest
from msgspec.structs import replace

from clerkapp.checking.check import check
from clerkapp.meeting.decisions import Decision
from clerkapp.meeting.meeting import Business
from clerkapp.notation.reading import read_notation
from tests.checking.recorded import with_facts, with_item

PARISH = """\
Council: Netherby Parish Council
Date: 2026-04-09
Start: 19:30
End: 21:05
Quorum: 3
Present: Cllr J Farrow (Chairman); Cllr M Sheahan; Cllr P Sheahan; Cllr T Olusoga; Cllr A Bright
Apologies: Cllr D Lunt
In attendance: Clerk; Lynn Parr (Responsible Finance Officer)
# 101/26. Apologies
n Apologies were received from Councillor Lunt and accepted.
# 102/26. Declarations of interest
i Cllr A Bright: DPI in minute 105/26, as owner of the adjoining field; would leave the room
# 103/26. Minutes of the last meeting
n It was proposed by Councillor Olusoga, seconded by Councillor M Sheahan and RESOLVED that the minutes of 12 March 2026 be signed by the Chairman as a correct record.
# 104/26. Public session
n A resident of Mill Lane asked when the hedge would be cut. The Clerk had written to the owner.
a Write again to the owner of the hedge. @Clerk by 2026-04-30
n No further action was needed.
# 105/26. Footpath diversion
- 19:55 Cllr A Bright
m That the Council support the diversion of footpath 7. / Cllr P Sheahan / Cllr M Sheahan
v for 3 against 1 abstained 0
  The motion was carried.
= That the Council support the diversion of footpath 7.
# 106/26. Accounts
+ 20:05 Cllr A Bright
n The Responsible Finance Officer presented the payments of the month.
= That payments of £4,310.22 be approved.
# 107/26. Date of the next meeting
n The next meeting would be held on Thursday 14 May 2026. The meeting was closed at 9.05 pm.
"""

PLANNING = """\
Council: Brookmere Borough Council
Committee: Planning Committee
Date: 2026-02-17
Start: 18:00
End: 20:10
Quorum: 3
Present: Cllr E Vaughan (Chair); Cllr L Adeyemi; Cllr K Marsh; Cllr T Ives; Cllr O Penn; Cllr B Roe
Substitute: Cllr F Dunn for Cllr G Holt
Apologies: Cllr G Holt
In attendance: Head of Planning; Principal Planning Officer; Head of Legal
# 1. Apologies
n Apologies were received from Councillor Holt, for whom Councillor Dunn substituted.
# 2. Declarations of interest
i Cllr T Ives: non-registrable interest in item 4, as a neighbour of a supporter; remained and took part
# 3. Application 26/0114, land at Hollins Lane
n The Principal Planning Officer presented the application.
q Councillor Marsh asked about the width of the access.
r The Head of Planning advised that it met the standard.
m That permission be granted subject to conditions. / Cllr L Adeyemi / Cllr B Roe
v for 3 against 3 abstained 1 casting against
  The motion was lost.
m That permission be refused. / Cllr K Marsh / Cllr O Penn
v for 4 against 3 abstained 0
= That permission be refused for the following reason:
  The loss of the hedgerow would harm the character of the lane, contrary to policy EN4.
# 4. Application 26/0120, 3 Mill Street
m That permission be granted. / Cllr O Penn / Cllr F Dunn
v unanimous
= That permission be granted.
"""

CABINET = """\
Council: Westmarch County Council
Committee: Cabinet
Date: 2026-01-20
Start: 10:00
End: 11:15
Quorum: 3
Present: Cllr R Osei (Leader); Cllr H Bell (Deputy Leader); Cllr N Qureshi; Cllr V Lamb
In attendance: Chief Executive; Director of Finance; Director of Housing
# 1. Declarations of interest
n There were no declarations of interest.
# 2. Housing repairs contract
n The Director of Housing presented the report.
= That Cabinet:
  (a) awards the repairs contract to the first bidder;
  (b) delegates the signing of it to the Director of Housing; and
  (c) notes the risks in appendix 2.
# 3. Budget for 2026/27
n The Director of Finance presented the budget.
> Council: That the budget be approved.
x 10:50 The press and public were excluded from the meeting.
# 4. Sale of land [exempt 3]
n The Chief Executive set out two offers.
= That the second offer be accepted.
"""

GOVERNORS = """\
Council: Hollins Lane Primary School
Committee: Governing Body
Date: 2026-03-18
Start: 18:00
Quorum: 3
Style: numbered-paragraphs
Present: Ms R Amin (Chair of Governors); Mr P Doyle; Mrs S Kerr; Dr J Vance
In attendance: Headteacher; Clerk to the Governors
# 1. Welcome and apologies
n There were no apologies.
# 2. Headteacher’s report
n The Headteacher presented the report, which governors had read.
q Mrs Kerr asked how the new reading scheme was working. She had heard two classes read.
r The Headteacher answered that scores had risen in four classes of six.
q Governors challenged the cost of supply teachers.
a Bring the cost of supply teachers by term. @Headteacher by next meeting
= That the report be noted.
# 3. Any other business
n There was no other business.
x 19:40 The meeting was closed.
"""

ALL = {"parish": PARISH, "planning": PLANNING, "cabinet": CABINET, "governors": GOVERNORS}


@pytest.mark.parametrize("kind", ALL)
def test_nothing_is_found_in_good_minutes(kind: str):
    assert check(read_notation(ALL[kind]).meeting) == ()


def test_nothing_is_found_where_the_law_asks_for_more_and_has_it():
    planning = read_notation(PLANNING).meeting
    for place in (2, 3):
        planning = with_item(planning, place, business=Business.PLANNING)
    assert check(planning) == ()
    cabinet = read_notation(CABINET).meeting
    decided = replace(cabinet, items=cabinet.items[1:2])
    whole = Decision(reasons="It is the cheapest.", alternatives="None.", conflicts="None.",
                     dispensations="None.")  # fmt: skip
    decided = with_item(with_facts(decided, 1, whole), business=Business.EXECUTIVE)
    assert check(decided) == ()
