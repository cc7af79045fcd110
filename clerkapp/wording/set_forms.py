"""The set forms of words of minutes, by the kind of entry that they open."""

from clerkapp.meeting.entries import EntryKind
from clerkapp.patterns import pattern
from clerkapp.wording.openings import BESIDE_THEM, TITLED_PERSON

_MOVED_ABOUT = (
    rf"{TITLED_PERSON}[^.]{{0,80}}?\b(?:%s)\b[^.]{{0,30}}?"
    r"(?:meeting|room|chamber|at \d|at this point)"
)

_OTHERS_MOVED = (
    r"[A-Z](?:(?! (?:that|why|how|whether|when|had|[a-z]+ed|to) )[^.,]){0,70}? "
    r"%s the (?:meeting|room|chamber)\b"
)

_JUST_MOVED = rf"{TITLED_PERSON}{BESIDE_THEM} (?:(?:then|both|all) )*%s\.?$"

# "who had declared an interest, left" tells of the leaving
_DECLARED = r"(?<!\bhaving )(?<!\bwho had )\b(?:declared|disclosed)"
_NOT_POST = "(?! in (?:the )?(?:position|role|post|office|becoming|standing))"
# "Ada to ring …" is a task and "Proposal to ring …" is not
_FIRST_NAME = (
    r"(?!\w*(?:[ts]ion|ment|al|est|ue|ence)\b|(?:Need|Plans?|Right|Due|Prior|Failure)\b)[A-Z][a-z]+"
)
_ERRAND = (
    "(?:add|amend|arrange|ask|attend|bring|chase|check|circulate|contact|draft|email|follow up|"
    "forward|inform|invite|investigate|liaise|look into|obtain|order|organise|prepare|produce|"
    "provide|remind|report|revise|ring|send|set up|share|speak|submit|update|write)"
)
_OWN = "his|her|their|personal|prejudicial|pecuniary|non"
_MEMBERS = "(?:Members|Councillors|Governors|Trustees|Committee|Council|Board|Panel)"
_THAT = "(?:It|This|The (?![Mm]inutes)[^.]{1,60})"
_TALKED_OVER = r"(?:was|were) [a-z ]{0,30}\b(?:discussed|considered|debated)\b"
_FATE = "(?:was|were) (?:[a-z]+ )?(?:put|carried|lost)"  # of a motion
_FOR_CLARITY = "(?:In the interests? of [a-z ]{1,30}, )?"

_FORMS = {
    EntryKind.RESOLUTION: rf"""
That,? (?:the|this|it|Council|Cabinet)\b[^.]{{1,150}}\bbe [a-z]+ed\b
(?:It was )?(?:then |unanimously )*(?:RESOLVED|AGREED|NOTED|APPROVED)\b
(?:It was (?:then |unanimously )*)?[Rr]esolved(?:\s?[:–-]| that\b| to\b| The\b|,)
That,? the [Mm]inutes of\b
Agreed(?:\s?[:–-]| that\b| to\b)
All (?:present |members )?agreed\b
(?:The )?(?:[A-Z][a-z]+ )?{_MEMBERS} (?:all |unanimously )?agreed\.?$
[^.]{{5,140}}\band (?:he|she|they) (?:was|were) (?:duly )?(?:re-?)?(?:elected|appointed|co-?opted)\b
[^.?]{{10,150}}(?<! that) it (?:was|has been) (?:\w+ )?(?:resolved|agreed) (?:that|to)\b
It was,? (?:unanimously,? |therefore )?(?:[Aa]greed|decided) (?:that|to|for)\b
{_THAT} {_TALKED_OVER}[^.]{{0,60}}? and (?:it was )?(?:[a-z]+ )?agreed\b
(?:It was )?(?:[Mm]oved|[Pp]roposed)\b[^.]{{0,110}}\b(?:RESOLVED|[Rr]esolved|AGREED|[Aa]greed)\b
[^.]{{0,150}}?\b(?:RESOLVED|AGREED)\b""",
    EntryKind.RECOMMENDATION: r"""
(?:It was )?RECOMMENDED\b
Recommended(?:\s?[:–-]| to\b| that\b)""",
    EntryKind.ACTION_POINT: rf"""
(?:ACTION|Action)(?: (?:POINT|Point|point))?\b(?! (?:plan|was|had|taken))
(?:Clerk|Chair(?:man)?|Secretary|Treasurer|Headteacher|All){BESIDE_THEM} to (?!the\b)[a-z]+\b
{_FIRST_NAME} (?:also )?to {_ERRAND}\b""",
    EntryKind.MOTION: rf"""
(?:MOTION|Motion|AMENDMENT|Amendment)\s?[:–-]
(?:An? )?(?:further )?(?:[Mm]otion|[Aa]mendment),? that\b(?![^.]*\b{_FATE})
(?:It was )?(?:then |therefore )?[Mm]oved (?:by|and seconded|that|from the Chair)\b
(?:It was )?(?:then |therefore )?[Pp]roposed (?:by|and seconded|that|from the Chair)\b""",
    EntryKind.VOTE: r"""
\(?(?:[Ff]or|In favour|Voting\b[^.\d]{0,20}?[Ff]or)\W+\d+\W.*[Aa]gainst
(?:On|Upon|When|Following|After) (?:being put|a (?:recorded )?vote|a show)\b
The (?:\w+ )?(?:matter|question) was put to (?:the|a) vote\b
[^.]{1,60}\bput (?:the|this|that) [^.]{1,60}\bto (?:the|a) vote\b
(?:The (?:motion|amendment) was )?(?:Carried|CARRIED|LOST|put to the vote)\b
(?:Motion|Amendment|Proposal)s? [^.]{0,30}\b(?:carried|passed|lost|defeated|fell)\b
All (?:[a-zA-Z]+ )?(?:were |voted )?in favour\b
[^.]{1,120}\b(?:was|were) (?:CARRIED|LOST)\b
The vot(?:e|ing) was\b
The (?:substantive )?(?:motion|amendment)s? (?:was|were)[^.]{0,30}(?:carried|CARRIED|lost|put)\b
The (?:motion|amendment) that [^.]{1,110}? (?:was|were)[^.]{0,30}(?:carried|CARRIED|lost|put)\b
The (?:proposal|recommendation)s? (?:was|were)[^.]{0,30}(?:carried|CARRIED|lost|LOST|put)\b""",
    EntryKind.DECLARATION: rf"""
{_FOR_CLARITY}{TITLED_PERSON}.{{0,80}}?{_DECLARED}\b[^.]{{0,60}}\b[Ii]nterest{_NOT_POST}
[A-Z][^.]{{0,60}}{_DECLARED} (?:an?|{_OWN})\b[^.]{{0,50}}\b[Ii]nterests?\b{_NOT_POST}
[A-Z][^.]{{0,90}} declared that (?:he|she|they|his|her)\b""",
    EntryKind.ARRIVAL: _MOVED_ABOUT % "joined|arrived|entered|returned to|rejoined"
    + "\n"
    + _OTHERS_MOVED % "(?:(?:re)?joined|entered)"
    + "\n"
    + _JUST_MOVED % "(?:rejoined|arrived)",
    EntryKind.LEAD_IN: r"""
The following\b[^.]{0,120}[:;–-]\s*$
The following\b[^.:]{0,80}\b(?:made|raised|noted|discussed|highlighted)\b[^.:]{0,40}$""",
    EntryKind.DEPARTURE: r"""
[^.]{1,80} excused (?:him|her|them)sel(?:f|ves)\b
"""
    + _MOVED_ABOUT % "left|withdrew from|departed|retired from|had to leave"
    + "\n"
    + _OTHERS_MOVED % "left"
    + "\n"
    + _JUST_MOVED % "left",
    EntryKind.PROCEDURE: r"""
The (?:[Mm]eeting|Committee|Council|Chair)[^.]{0,40}\b(?:adjourned|reconvened|[Cc]losed|resumed)\b
The (?:Committee|Council|Chair)[^.]{0,60}\b(?:varied|vary) the order\b
(?:The m|M)eeting (?:was )?(?:closed|convened|concluded|commenced|opened|started|ended|declared)\b
(?:The m|M)eeting (?:rose|finished|resumed)\b
[^.]{0,60} (?:closed|adjourned|reconvened|suspended) the meeting\b
[^.]{0,60} (?:moved|went) into (?:private|closed|confidential) (?:session|business)\b
(?:There being|With) no (?:further|other|more) (?:business|matters|items)\b
\(?(?:[^.,]{0,80} t|T)he meeting was (?:adjourned|suspended)\b
[^.]{3,60} (?:took|assumed|vacated|was in) the [Cc]hair\b(?! of)
[^.]{3,120}\b(?:retired|withdrew) to (?:consider|deliberate)\b
[^.]{0,40} declared the (?:\w+ )?meeting (?:open|closed)
[^.]{0,60} (?:was )?called (?:the [^.]{1,30} )?to order\b
The order of (?:business|the agenda)\b
Standing [Oo]rders? (?:\w+ )?(?:was|were)\b
The (?:press and (?:the )?public|public and (?:the )?press)\b""",
    EntryKind.RESPONSE: r"""
(?:A|Answer|Response|Reply)(?: ?\d+)?\s?:
[^.]{1,120}\bthe following (?:\w+ )?(?:response|reply|answer)\b
[^.]{1,100}\b(?:gave|provided|made|read out) [a-z]+ (?:\w+ )?(?:response|reply|answer)\b(?! to\b)
[^.]{1,60} (?:was|were) (?:responded to|answered) by\b
(?:Responses|Answers|Replies) were (?:given|provided)\b
(?:In|By way of) (?:response|reply|answer)\b
(?:(?:Some c|Further c|C)larification|Assurances?)\b(?! was sought)[^.]{0,110} w(?:as|ere) given\b
(?:(?:Some c|Further c|C)larification|Assurances?)\b(?! was sought)[^.]{0,110} was provided\b
(?:Responding|Replying|In answering|Answering|(?:When |On being |Being )?[Aa]sked)\b
(?:Following|After|Further to) (?:[\w’']+ ){0,3}(?:question|query|enquiry)\b
It was (?:also |further |then )*(?:confirmed|clarified|explained|responded)\b""",
    EntryKind.QUESTION: r"""
(?:Governors?[’' ]+)?(?:Q|[Qq]uestion|[Cc]hallenge)(?: ?\d+)?\s?[:–-]
Questions? asked\b
(?:(?:An?|Further|Another) e|E)nquir(?:y|ies) (?:was|were) (?:also )?made\b
[^.]{1,80}\basked the following (?:\w+ )?question\b
(?:(?:A|Further|Another|One) q|Q)uestions? (?:was|were)\b
(?:Clarification|Information|Assurance|Confirmation|An update) was (?:sought|requested)\b
(?:(?!No )(?:\w+ ){0,2}q|Q)uestions? (?:was|were|had been)\b
(?:(?!No )(?:\w+ ){0,2}q|Q)uer(?:y|ies) (?:was|were|had been)\b
(?:What|When|Where|Why|Who|How|Which) (?:is|are|was|were|will|would|could|can)\b
(?:What|When|Where|Why|Who|How|Which) (?:does|do|did|has|had|should)\b
(?:What|When|Where|Why|Who|How|Which|Is|Are|Was|Were|Will|Would|Could|Can|Does|Do|Did|Has)\b[^.]*\?
It was (?:asked|queried|questioned)\b""",
    EntryKind.COMMENT: r"""
It was (?:also |further )?(?:suggested|commented|felt|considered|raised|recognised)\b
It was (?:also |further )?(?:requested|hoped|acknowledged)\b
(?:Discussion|Debate)\b
(?:An?|Some|Much|There was) (?:[a-z-]+ ){0,4}(?:discussion|debate)\b
(?:\w+ ){1,3}(?:discussion|debate) (?:ensued|followed|took place)\b
(?:During [a-z ]{1,30},? )?[Rr]eference was (?:also |further )?made\b
Thanks (?:was|were)\b
(?:A |The |One )?(?:\w+ )?[Rr]equest\b[^.]{0,60} was (?:also )?made\b
There (?:was|were) (?:\w+ )?(?:support|agreement|concerns?|consensus)\b
This led to (?:an? )?(?:\w+ )?(?:discussion|debate)\b
Suggest(?:ed)? (?:that|to)\b
(?:A|The) (?:comment|view|concern|point) was\b
(?:A|The|One) (?:\w+ )?(?:request|suggestion|plea|observation) was\b
[^.]{1,30}[’'] view was\b
Concerns? (?:was|were) (?:raised|expressed)\b
(?:A number of|Several|Some|Various|Many) (?:\w+ )?(?:comments|points|issues|views) were\b""",
    EntryKind.NOTE: r"""
[^.]{1,120} (?:was|were) (?:\w+ ){0,8}as (?:an? |the )?(?:true|correct|accurate)\b
It was (?:also |further |then )*(?:noted|reported|highlighted|stated|advised)\b
(?:The [Aa]p|Ap)ologies\b
(?:The (?:[\w-]+ )?[Mm]|THE M|Approval of the [Mm]|M)(?:inutes?|INUTES)\b
Consideration was given\b
(?:REPORTED|Reported|RECEIVED|Received|CONSIDERED|Considered|Noted that)\b
(?:[^.]{1,20} )?[Aa]ttention was drawn\b
There (?:was|were) (?:no|none|apologies)\b
No (?:[\w-]+ ){1,6}(?:was|were|had)\b
No declarations?\b
(?:This|The) item was (?:deferred|withdrawn)\b""",
}
"""Set forms of words, a line each, tried first and in this order."""


_WELSH_FORMS = {
    EntryKind.RESOLUTION: r"""(?:PENDERFYNWYD|Penderfynwyd|CYTUNWYD|Cytunwyd)\b""",
    EntryKind.RECOMMENDATION: r"""(?:ARGYMHELLWYD|Argymhellwyd)\b""",
    EntryKind.MOTION: r"""(?:Cynigiodd|Cynigiwyd|Eiliodd|Eiliwyd)\b""",
    EntryKind.DECLARATION: r"""Datganodd\b[^.]{0,80}\b[bf]uddian(?:t|nau)\b""",
    EntryKind.ARRIVAL: r"""Ymunodd\b[^.]{0,80}\bcyfarfod\b""",
    EntryKind.DEPARTURE: r"""Gadawodd\b[^.]{0,80}\b(?:cyfarfod|ystafell)\b""",
    EntryKind.PROCEDURE: r"""
(?:Gohiriwyd|Ailddechreuodd|Daeth) y cyfarfod\b
Datganodd y Cadeirydd fod y cyfarfod\b
Cymerwyd y gadair\b
Newidiwyd trefn\b""",
    EntryKind.RESPONSE: r"""(?:Atebodd|Ymatebodd|Mewn (?:ymateb|ateb))\b""",
    EntryKind.QUESTION: r"""(?:Gofynnodd|Gofynnwyd|Holodd|Holwyd)\b""",
    EntryKind.COMMENT: r"""(?:Diolchodd|Mynegodd|Trafododd|Trafodwyd|Awgrymodd|Llongyfarchodd)\b""",
    EntryKind.NOTE: r"""
(?:Nododd|Nodwyd|Adroddodd|Adroddwyd|Cyflwynodd|Cyflwynwyd|Derbyniwyd|Ni ddatganwyd)\b
Nid oedd unrhyw\b
Croesawodd y Cadeirydd\b""",
}
"""The same in Welsh, where the verb comes first and says what it is."""


def _lines(kind: EntryKind) -> list[str]:
    forms = f"{_FORMS[kind]}\n{_WELSH_FORMS.get(kind, '')}"
    return [form for form in forms.split("\n") if form]


FORMULAS = {kind: pattern("|".join(f"(?:{form})" for form in _lines(kind))) for kind in _FORMS}
"""The set forms of each kind, in the order in which they are tried."""
