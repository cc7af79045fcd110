"""Four invented meetings, each planned in a table before anything was worked out from it.

The table says who of the members is in the room once each entry has happened, by the first
letters of their surnames; then the sentences that are derived, the lists, what only the
confidential minutes say, and three slips with the rule that finds each.
"""

from msgspec import Struct, field


class Slip(Struct, frozen=True):
    """A mistake put into the notation, and the one finding that comes of it."""

    right: str
    wrong: str
    rule: str
    where: str


class Planned(Struct, frozen=True):
    """A meeting in notation, and everything that was planned of it."""

    text: str
    room: dict[str, tuple[str, ...]]  # by item: the members there when it opens, then after each
    became: dict[str, tuple[tuple[str, ...], ...]]  # by item: a motion’s amendments, then itself
    presides: dict[str, str]  # by item: the surname of who presides at its end
    said: tuple[str, ...]  # lines of the minutes, in their order, public and confidential
    secret: tuple[str, ...] = ()  # words of the confidential minutes alone
    public_only: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = field(default=())


BUDGET = Planned(
    """\
Council: Westmarch Borough Council
Committee: Council
Date: 2027-02-24
Start: 19:00
Quorum: 4
Present: Cllr B Adair (Mayor); Cllr C Bowen; Cllr D Croft; Cllr E Dace; Cllr F Eames; \
Cllr G Firth; Cllr H Gale
Apologies: Cllr I Hurst
In attendance: Chief Executive; Director of Finance
# 61. Apologies for absence
n Apologies were received from Councillor Hurst.
# 62. Declarations of interest
n There were no declarations of interest.
# 63. Budget and council tax 2027/28
Business: budget
n The Director of Finance presented the budget.
m That the budget be approved. / Cllr C Bowen / Cllr D Croft
m+ Delete the third paragraph. / Cllr E Dace / Cllr F Eames
19:40 - Cllr H Gale
v for Cllr E Dace; Cllr F Eames against Cllr B Adair; Cllr C Bowen; Cllr D Croft \
abstained Cllr G Firth
m+ Keep the reserve at £3 million. / Cllr G Firth / Cllr C Bowen
19:55 + Cllr H Gale
v for Cllr B Adair; Cllr C Bowen; Cllr D Croft; Cllr G Firth; Cllr H Gale \
against Cllr E Dace; Cllr F Eames
v for Cllr B Adair; Cllr C Bowen; Cllr D Croft; Cllr G Firth; Cllr H Gale \
against Cllr E Dace abstained Cllr F Eames
= That the budget be approved and the reserve be kept at £3 million.
# 64. Pay policy statement
20:10 x [chair Cllr C Bowen]
m That the pay policy statement be adopted. / Cllr D Croft / Cllr H Gale
v for 4 against 2 abstained 1
= That the pay policy statement be adopted.
20:35 x [closed]
""",
    {
        "61": ("ABCDEFG", "ABCDEFG"),
        "62": ("ABCDEFG", "ABCDEFG"),
        "63": (*("ABCDEFG",) * 4, *("ABCDEF",) * 3, *("ABCDEFG",) * 4),
        "64": ("ABCDEFG",) * 6,
    },
    {"63": (("lost", "carried", "carried"),), "64": (("carried",),)},
    {"61": "Adair", "63": "Adair", "64": "Bowen"},
    (
        "Councillor G Firth | Member | Present | –",
        "Left 7.40 pm, during item 63; Arrived 7.55 pm, during item 63",
        "Councillor I Hurst | Member | Apologies | –",
        "Councillor Gale left the meeting at 7.40 pm.",
        "Councillor Gale joined the meeting at 7.55 pm.",
        "RESOLVED: That the budget be approved and the reserve be kept at £3 million.",
        "(For 4, Against 2, Abstentions 1)",
        "RESOLVED: That the pay policy statement be adopted.",
    ),
    slips=(
        Slip("for Cllr E Dace; Cllr F Eames against", "for Cllr E Dace; Cllr H Gale against",
             "N2", "item 63, entry 5"),
        Slip("v for Cllr B Adair; Cllr C Bowen; Cllr D Croft; Cllr G Firth; Cllr H Gale "
             "against Cllr E Dace abstained Cllr F Eames", "v for 5 against 1 abstained 1",
             "D8", "item 63, entry 9"),
        Slip("/ Cllr G Firth / Cllr C Bowen", "/ Cllr G Firth / Cllr G Firth",
             "D5", "item 63, entry 6"),
    ),
)  # fmt: skip

PLANNING = Planned(
    """\
Council: Alderfield District Council
Committee: Planning Committee
Date: 2027-03-10
Start: 18:30
Quorum: 3
Present: Cllr K Lomas (Chair); Cllr L Marsh (Vice-chair); Cllr M Noble; Cllr N Orme
Substitute: Cllr O Pike for Cllr P Quill
Apologies: Cllr P Quill
In attendance: Head of Planning; Principal Planning Officer
# 1. Apologies and substitutes
n Apologies were received from Councillor Quill, for whom Councillor Pike substituted.
# 2. Declarations of interest
n There were no declarations of interest.
# 3. Application 27/0031, barn at Sallow Lane
Business: planning
Recommendation: That permission be granted.
n The Principal Planning Officer presented the application.
q Councillor Orme asked where the water would go.
r The Head of Planning advised that a pond would hold it.
m That permission be granted. / Cllr L Marsh / Cllr O Pike
v for 2 against 2 abstained 1 casting against
m That permission be refused. / Cllr M Noble / Cllr N Orme
v for 3 against 2 abstained 0
= [refused] That permission be refused.
  Reasons: The loss of the barn would harm the lane, contrary to policy EN7.
# 4. Application 27/0040, 2 Cobb Row
Business: planning
Recommendation: That permission be refused.
19:30 - Cllr K Lomas
m That permission be granted. / Cllr N Orme / Cllr M Noble
v for 2 against 2 abstained 0 casting for carried
= That permission be granted.
  Reasons: The porch would hardly be seen from the road.
19:50 x [closed]
""",
    {
        "1": ("LMNOP", "LMNOP"),
        "2": ("LMNOP", "LMNOP"),
        "3": ("LMNOP",) * 9,
        "4": ("LMNOP", *("MNOP",) * 5),
    },
    {"3": (("lost",), ("carried",)), "4": (("carried",),)},
    {"1": "Lomas", "3": "Lomas", "4": "Marsh"},
    (
        "Councillor K Lomas | Chair | Present | Left 7.30 pm, during item 4",
        "Councillor P Quill | Member | Apologies | –",
        "REFUSED: That permission be refused.",
        "Reasons for the decision: The loss of the barn would harm the lane",
        "Councillor Lomas left the meeting at 7.30 pm.",
        "RESOLVED: That permission be granted.",
    ),
    slips=(
        Slip("casting for carried", "casting for lost", "D7", "item 4, entry 3"),
        Slip("  Reasons: The loss of the barn would harm the lane, contrary to policy EN7.\n", "",
             "D14", "item 3, entry 8"),
        Slip("/ Cllr N Orme / Cllr M Noble", "/ Cllr K Lomas / Cllr M Noble",
             "N2", "item 4, entry 2"),
    ),
)  # fmt: skip

PARISH = Planned(
    """\
Council: Sallowby Parish Council
Committee: Parish Council
Jurisdiction: parish
Date: 2027-04-12
Start: 19:30
End: 20:45
Quorum: 3
Public: 4
Present: Cllr A Frith (Chairman); Cllr B Gorse; Cllr C Heath; Cllr D Ivory; Cllr E Jessop
Absent: Cllr F Knott
In attendance: Clerk
# 12/27. Apologies
n There were no apologies.
# 13/27. Declarations of interest
i Cllr B Gorse: DPI, as tenant of the field; left the room [item 15/27]
# 14/27. Public session
n A resident asked when the lamp would be mended.
a Report the lamp. @Clerk by 2027-04-30
n No further action was needed.
# 15/27. Rent of the field
m That the rent be £210 a year. / Cllr C Heath / Cllr D Ivory
v for 3 against 1 abstained 0
= That the rent be £210 a year.
# 16/27. Accounts
20:20 - Cllr E Jessop
v unanimous
= That payments of £612.40 be approved.
# 17/27. Next meeting
n The next meeting would be held on Monday 10 May 2027. The meeting was closed at 8.45 pm.
""",
    {
        "12/27": ("FGHIJ", "FGHIJ"),
        "13/27": ("FGHIJ", "FGHIJ"),
        "14/27": ("FGHIJ",) * 4,
        "15/27": ("FHIJ",) * 4,
        "16/27": ("FGHIJ", *("FGHI",) * 3),
        "17/27": ("FGHI", "FGHI"),
    },
    {"15/27": (("carried",),)},
    {"12/27": "Frith", "15/27": "Frith", "17/27": "Frith"},
    (
        "Councillor F Knott | Member | Absent | –",
        "RESOLVED: That the rent be £210 a year.",
        "Councillor Jessop left the meeting at 8.20 pm.",
        "RESOLVED: That payments of £612.40 be approved.",
        "14/27 | Report the lamp. | Clerk | 30 April 2027",
    ),
    slips=(
        Slip("v for 3 against 1", "v for 4 against 1", "D6", "item 15/27, entry 2"),
        Slip("/ Cllr C Heath / Cllr D Ivory", "/ Cllr B Gorse / Cllr D Ivory",
             "I1", "item 15/27, entry 1"),
        Slip("# 17/27.", "# 18/27.", "S2", "item 18/27"),
    ),
)  # fmt: skip

CABINET = Planned(
    """\
Council: Northmere County Council
Committee: Cabinet
Date: 2027-01-19
Start: 10:00
Quorum: 3
Present: Cllr R Selby (Chair); Cllr S Tarn; Cllr T Usher; Cllr U Vane
In attendance: Chief Executive; Director of Property
# 1. Declarations of interest
n There were no other declarations of interest.
# 2. Library opening hours
Business: executive
n The Chief Executive presented the report.
= That the hours be extended by two a week.
  Reasons: Demand had risen by a third.
  Alternatives: To keep the hours as they were.
  Conflicts: None.
  Dispensations: None.
# 3. Capital programme
n The Chief Executive presented the programme.
> Council: That the capital programme be approved.
10:40 x [excluded 3]
# 4. Sale of the depot [exempt 3]
Summary: The Cabinet considered offers for a former depot and chose one.
i Cllr T Usher: DPI, as a director of a bidder; left the room
n The Director of Property set out two offers, of £410,000 and £395,000.
= That the offer of Hartwell Homes be accepted.
11:05 x [readmitted]
# 5. Next meeting
n The next meeting would be held on Tuesday 16 February 2027.
11:10 x [closed]
""",
    {
        "1": ("STUV", "STUV"),
        "2": ("STUV",) * 3,
        "3": ("STUV",) * 4,
        "4": ("STUV", *("STV",) * 4),
        "5": ("STUV",) * 3,
    },
    {},
    {"1": "Selby", "4": "Selby", "5": "Selby"},
    (
        "RESOLVED: That the hours be extended by two a week.",
        "Reasons for the decision: Demand had risen by a third.",
        "Dispensations: None.",
        "RECOMMENDED to Council: That the capital programme be approved.",
        "The press and public left the meeting at 10.40 am.",
        "4. Sale of the depot",
        "The press and public were readmitted to the meeting at 11.05 am.",
    ),
    secret=("410,000", "395,000", "Hartwell", "director of a bidder"),
    public_only=("The Cabinet considered offers for a former depot and chose one.",),
    slips=(
        Slip("10:40 x [excluded 3]\n", "", "X2", "item 4"),
        Slip("  Dispensations: None.\n", "", "D12", "item 2, entry 2"),
        Slip("> Council: That", "> That", "D11", "item 3, entry 2"),
    ),
)  # fmt: skip

HELD_OUT = {"budget": BUDGET, "planning": PLANNING, "parish": PARISH, "cabinet": CABINET}
