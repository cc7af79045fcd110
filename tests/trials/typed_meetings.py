"""Three short invented meetings in the manners of other houses: what is typed, what must be there.

In a script the keys stand in braces, with how often if more than once. In what must be there a line
is an item (“#”) or an entry with its mark, `?` where the words may decide its kind; ⏎ is a new line
in the same entry.
"""

from msgspec import Struct


class TypedMeeting(Struct, frozen=True):
    """A heading that is there from the start, the keys, and the items that must come of them."""

    heading: str
    script: str
    items: str


PARISH = TypedMeeting(
    heading="""\
Council: Little Ashcombe Parish Council
Date: 2026-04-14
Start: 19:30
Place: The Reading Room
Present: Cllr T Hale (Chairman); Cllr B Nunn; Cllr W Oduya
In attendance: Parish Clerk [clk]
""",
    script="""\
{ctrl+shift+n}Apologies{Return}{F4}{Tab}26/041{Return}
Apologies were received from Cllr Nunn and the reason accepted.
{ctrl+shift+n}Declarations of interest{Return}{F4}{Tab}26/042{Return}
d Cllr Hale declared a personal interest in 26/045 as a trustee of the hall.{Return}\
n No dispensations were asked for.
{ctrl+shift+n}Minutes of the last meeting{Return}{F4}{Tab}26/043{Return}
= that the minutes of 10 March 2026 be signed as a true record. Prop. WO, sec. BN.
{ctrl+shift+n}Open forum{Return}{F4}{Tab}26/044{Return}
q A resident asked when the verge at Pound Lane would be cut.{Return}\
r clk that the contractor was booked for the first week of May.{Return}\
c A second resident thanked the Council for the new bench. \
The bench by the ford is broken.{Left*32}{Return}{End}
{ctrl+shift+n}Finance{Return}{F4}{Tab}26/045{Return}
n The following payments were put to the meeting:{shift+Return}Reading Room, hire, £84.00\
{shift+Return}A. Tibbs, grass, £1,120.50 (incl. VAT){Return}\
= that the payments be made.{Return}\
a Ask the bank for a second signatory. @clk by 30/4{Return}
{ctrl+shift+n}Date of next meeting{Return}{F4}{Tab}26/046{Return}
n 12 May 2026, 7.30 pm.{Return}There being no further business, the Chairman closed the meeting at \
8.50 pm.
""",
    items="""\
# 26/041 Apologies
? Apologies were received from Cllr Nunn and the reason accepted.
# 26/042 Declarations of interest
d Cllr T Hale: a personal interest in 26/045 as a trustee of the hall
n No dispensations were asked for.
# 26/043 Minutes of the last meeting
= that the minutes of 10 March 2026 be signed as a true record. Prop. WO, sec. BN.
# 26/044 Open forum
q A resident asked when the verge at Pound Lane would be cut.
r The Parish Clerk confirmed that the contractor was booked for the first week of May.
c A second resident thanked the Council for the new bench.
? The bench by the ford is broken.
# 26/045 Finance
n The following payments were put to the meeting:⏎Reading Room, hire, £84.00⏎A. Tibbs, grass, \
£1,120.50 (incl. VAT)
= that the payments be made.
a Ask the bank for a second signatory. @Parish Clerk by 2026-04-30
# 26/046 Date of next meeting
n 12 May 2026, 7.30 pm.
? There being no further business, the Chairman closed the meeting at 8.50 pm.
""",
)

PLANNING = TypedMeeting(
    heading="""\
Council: Wexmoor District Council
Committee: Planning Committee
Date: 2026-05-20
Start: 14:00
Present: Cllr R Adebayo (Chair); Cllr L Finch; Cllr J Finlay; Cllr S Moss; Cllr D Wray
In attendance: Development Manager [dm]; Highways Officer [ho]
""",
    script="""\
{ctrl+shift+n}Declarations{Return}
;;none{Return}
{ctrl+shift+n}26/00318/FUL – Land west of Mill Lane{Return}
n dm\tthe outline of the scheme: 14 dwellings, 5 of them affordable.{Return}\
q fi 2{ctrl+period}whether the access met the standard for visibility.{Return}\
r ho that it did, at 43 metres.{Return}\
c mos the hedge would be lost.{Return}\
m That permission be refused. (Cllr Moss / Cllr Wray){Return}\
v On being put to the vote the motion was LOST (2 for, 3 against).{Return}\
m That permission be granted. (Cllr Finch / Cllr Finlay){Return}\
v For: Cllrs Adebayo, Finch, Finlay (3). Against: Cllrs Moss, Wray (2).{Return}\
= That permission be GRANTED, subject to:{shift+Return}(a) the access being built first;\
{shift+Return}(b) a scheme for the hedge.
{ctrl+shift+n}26/00401/HOU – 9 Castle Street{Return}
= That permission be GRANTED.{Return}n This was decided without debate.{alt+Up}
{ctrl+Page_Up}{End}{Return}a Bring the scheme for the hedge back to the Committee. @dm by +4w\
{Return}
c What was said of the gutter at Castle Street is to be noted there.{alt+shift+3}
""",
    items="""\
# 1 Declarations
? There were no declarations of interest.
# 2 26/00318/FUL – Land west of Mill Lane
n The Development Manager reported that the outline of the scheme: 14 dwellings, \
5 of them affordable.
q Councillor Finlay questioned whether the access met the standard for visibility.
r The Highways Officer confirmed that it did, at 43 metres.
c Councillor Moss commented that the hedge would be lost.
m That permission be refused. (Cllr Moss / Cllr Wray)
v On being put to the vote the motion was LOST (2 for, 3 against).
m That permission be granted. (Cllr Finch / Cllr Finlay)
v For: Cllrs Adebayo, Finch, Finlay (3). Against: Cllrs Moss, Wray (2).
= That permission be GRANTED, subject to:⏎(a) the access being built first;\
⏎(b) a scheme for the hedge.
a Bring the scheme for the hedge back to the Committee. @Development Manager by 2026-06-17
# 3 26/00401/HOU – 9 Castle Street
n This was decided without debate.
= That permission be GRANTED.
c What was said of the gutter at Castle Street is to be noted there.
""",
)

GOVERNORS = TypedMeeting(
    heading="""\
Council: The Gables Primary School
Committee: Full Governing Body
Date: 2026-03-18
Start: 18:00
Present: Ms J Baptiste (Chair); Mr O Reyes; Dr P Lindqvist
In attendance: Headteacher [ht]; School Business Manager [sbm]
""",
    script="""\
{ctrl+shift+n}Welcome{Return}
The Chair welcomed Dr Lindqvist to her first meeting; “a brave choice”, as she put it.
{ctrl+shift+n}Headteacher’s report{Return}
n ht\tattendance stood at 94.1%.{Return}\
q Governors challenged why it had dipped in Year 4.{Return}\
r ht that two families had moved away mid-term.{Return}\
q Was the same true of Year 5? asked OR.{ctrl+2}{ctrl+1}{Return}\
r No. PL had looked at the figures with the SENCo and found nothing unusual.{Return}\
a Share the breakdown by class. @ht by fri{Return}\
c The governors thanked staff for a hard term.
{ctrl+shift+n}Budget{Return}
n sbm\tthe three-year forecast showed a deficit of £12k by 2028–29.{Return}\
q lin what reserves there were.{Return}\
r sbm that they were £31k.{Return}\
= The budget was APPROVED, JB and OR signing.{Return}\
k Questions on premises were taken together:{ctrl+shift+Up}{ctrl+shift+Down}{Return}\
q Was the roof insured?{Return}r Yes.{shift+Up}{shift+Up}{shift+Up}{alt+Down}{Escape}\
{ctrl+z}{ctrl+shift+z}
""",
    items="""\
# 1 Welcome
? The Chair welcomed Dr Lindqvist to her first meeting; “a brave choice”, as she put it.
# 2 Headteacher’s report
n The Headteacher reported that attendance stood at 94.1%.
q Governors challenged why it had dipped in Year 4.
r The Headteacher confirmed that two families had moved away mid-term.
q Was the same true of Year 5? asked OR.
r No. PL had looked at the figures with the SENCo and found nothing unusual.
a Share the breakdown by class. @Headteacher by 2026-03-20
c The governors thanked staff for a hard term.
# 3 Budget
n The School Business Manager reported that the three-year forecast showed a deficit of £12k by \
2028–29.
q Dr Lindqvist asked what reserves there were.
r The School Business Manager confirmed that they were £31k.
= The budget was APPROVED, JB and OR signing.
k Questions on premises were taken together:
q Was the roof insured?
r Yes.
""",
)
