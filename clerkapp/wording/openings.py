"""The words that open an entry: who speaks, what they do, and the set forms of minutes."""

import re
from functools import cache

from clerkapp.meeting.entries import EntryKind

_NAME = r"[A-ZÀ-Þ][\w’'.-]*"
_COUNCIL = r"(?:(?:County|District|Borough|City|Town|Parish|Ward)[ ])?"
_CLLR = rf"(?:{_COUNCIL}(?:Councillors?|Cllrs?|Trustees?)|Ald(?:erman|\.)?)\.?[ ]{_NAME}"
_MR = rf"(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Revd?)\.?[ ]{_NAME}"
_TITLED = rf"(?:{_CLLR}|{_MR})"
_TITLED_PERSON = rf"{_TITLED}(?:[ ]{_NAME}){{0,3}}"
_BODY = (
    r"(?:Committee|Panel|Board|Council|Cabinet|Senate|Sub-Committee|Working[ ]Group|Forum|Court|"
    r"Governing[ ]Body|L?F?GB|Meeting|Working[ ]Party|Sub[ ]Committee|"
    r"Group|Assembly|Commission|Trust[ ]Board)"
)
ROLE = (
    r"Officer|Director|Head|Manager|Lead|Executive|Treasurer|Solicitor|Clerk|Surveyor|Engineer|"
    r"Planner|Principal|Headteacher|Consultant|Auditor|Accountant|Lawyer|Secretary|Registrar|"
    r"Commissioner|Coordinator|Co-ordinator|Adviser|Advisor|Superintendent|Inspector|Nurse|"
    r"Portfolio Holder|Representative|Bursar|Provost|Dean|Chancellor|Architect|Specialist"
)
"""What the name of a post has in it: Chief Digital Officer, Head of Legal."""

# strings, which `re` compiles and keeps at the first use: 12 ms that a start need not wait for
SUBJECT = rf"""
    (?:
      (?P<officer>
          (?:The|An?)\ (?:(?![a-z]+ed\b|gave\b|had\b|was\b|were\b|took\b|heard\b|sought\b|
              felt\b|made\b|thought\b)
              [\w’'&,-]+\ ){{0,8}}?(?:Vice-|Pro-)?(?i:{ROLE})s?
              (?:\ (?:for|of|and)\ [A-Z][\w’'&,-]*(?:\ (?:and\ |of\ |the\ )?[A-Z][\w’'&,-]*)*)?
        | Officers?
        | The\ [A-Z]{{2,5}}(?=\ [a-z]+ed\b)
      )
    |
      (?P<chair>
          (?:The\ )?(?:(?:Acting|Lord|Deputy|Town|Council)\ )?(?:[Vv]ice[- ]?)?
              (?:[Cc]hair(?:s|man|woman|person)?|[Cc]onvener|Mayor|Leader|President|
                  (?:Cabinet|Lead|Executive)\ Member)
              (?:\ (?:of|for)\ (?:the\ )?{_NAME}(?:,?\ (?:(?:and|of)\ (?:the\ )?)?{_NAME})*)?
      )
    |
      (?P<body>We(?=\ )|(?:The\ )?(?:[A-Z][\w’'&,-]*\ (?:and\ |of\ |for\ )?){{0,5}}?(?i:{_BODY})
          (?=\ [a-z]|\ [A-Z]{{4}}|,\ [a-z]))
    |
      (?P<member>
          (?:The\ |Some\ |Several\ |Many\ |Other\ |A\ few\ |A\ number\ of\ |Individual\ )?
              (?:(?:Committee|Panel|Board|Council|[a-z]+)\ )?[Mm]embers
              (?:\ of\ (?:the\ )?{_NAME})?
        | (?:The\ |Some\ |Several\ |Many\ |Two\ )?(?:[Cc]ouncillors|[Rr]esidents|[Tt]rustees|
              [Pp]arishioners)(?=\ [a-z])
        | (?:A|One|Another|The)\ (?:(?:Committee|Panel|Board)\ )?[Mm]ember
              (?:\ of\ the\ (?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Pp]ublic))?
        | (?:Some\ |A\ |One\ |Another\ |The\ )?[Gg]overnors?
        | (?:A|One|Another)\ (?:[a-z-]+\ ){{0,2}}(?:resident|parishioner|councillor|governor)
      )
    |
      (?P<councillor>{_CLLR}(?:[ ]{_NAME}){{0,3}}(?:(?:,|\ and)\ {_TITLED_PERSON})*)
    |
      (?P<person>
          {_MR}(?:[ ]{_NAME}){{0,3}}(?:(?:,|\ and)\ {_TITLED_PERSON})*
        | (?!(?:The|An?|It|In|On|At|For|That|This|There|Action|Apologies)\b)
              {_NAME}\ {_NAME}(?:\ {_NAME})?
        | He | She | They
      )
    |
      (?P<name>
          (?!(?:The|An?|It|In|On|At|For|That|This|There|Action|Apologies|All|No|We|You|What|Who)\b)
              {_NAME}
      )
    )
    (?:\ \([^)]*\))?(?:
        (?P<post>,\ (?:[\w’'&-]+\ ){{0,5}}?(?i:{ROLE})
            (?:\ (?:for|of)\ (?:the\ )?{_NAME}(?:\ (?:(?:and|of|&)\ )?{_NAME})*)?
            (?:,|(?=\ (?:[a-z]+ed|gave|drew|told|led)\b)))
      | ,[^,]{{0,80}},)?
    (?=\s|$)
    """

VERB = r"""\b(?:
      (?P<asks>
          asked\ (?!for\ (?!clari|assur|reassur|confirm|an\ update|more|further|detail|inform)|
              (?!(?:if|whether|how|what|when|where|why|who|which|about|for|an?|some|
              several|questions?)\b)(?:(?!if\b|whether\b|how\b|what\b|
              why\b)[\w’'.-]+\ ){0,5}to\ (?!explain|clarify|confirm|comment|
              expand|elaborate|outline|describe|say)|that\b)|questioned|queried|enquired|inquired|
              posed|proceeded\ to\ ask|
          (?<!was\ )(?<!were\ )sought\ (?!to\b)|wondered|wished\ to\ know|wanted\ to\ know|
          challenged|probed|
          (?:was|were)\ keen\ to\ (?:know|ascertain|learn|understand|hear)|
          requested\ (?:clarification|clarity|confirmation|an\ update|further|more|information|
                        assurance|details?)|
          (?:raised|had)\ (?:a\ (?:number\ of\ )?|some\ |several\ |
          the\ )?(?:further\ )?(?:questions?|quer(?:y|ies)))
    | (?P<answers>
          responded|replied|answered)
    | (?P<assures>assured|reassured|gave\ (?:\w+\ ){0,2}assuranc)
    | (?P<undertakes>
          undertook|agreed\ to\ (?:provide|circulate|share|report|send|write|look|take|arrange))
    | (?P<confirms>confirmed|clarified)
    | (?P<presides>
          opened|led|sent\ (?:\w+\ )?apologies|remained\ in|reminded|announced|
          apologised|invited|notified|handed\ over|asked\ for\ (?:any\ )?(?:nominations|
          declarations|apologies)|
          took\ the\ [Cc]hair|took\ the\ opportunity\ to\ welcome|
          asked\ (?:\w+\ )?(?:members|councillors|governors|trustees)\ to\ note|
          (?:was|were)\ (?:not\ )?(?:present|in\ attendance|in\ receipt)|had\ (?:written|
          e-?mailed|sent|spoken|met)|
          made\ (?:an?|the|some|several)\ (?:\w+\ )?announcements?|
          presided|welcomed\b[^.,]{0,40}\bback|
          welcomed\ (?-i:(?:Mr|Mrs|Ms|Dr|[A-Z]{2,4})\ |[A-Z]\w+\ [A-Z]\w+\b(?!’))|
          welcomed\ (?:\w+\ ){0,2}(?:councillors|members|residents|visitors|guests|governors|
              trustees|colleagues|attendees|parishioners)\b|
          welcomed\ (?:everyone|everybody|all|those|(?:new\ )?[Mm]embers)|
          welcomed\b[^.]*\bto\ (?:the|his|her|their)\b[^.]*\bmeeting)
    | (?P<presents>
          shared\ (?:[\w-]+\ ){0,4}(?:update|slides|report|presentation)|
          presented|introduced|gave|provided|delivered|outlined|summarised|submitted|circulated|
          tabled|took\ (?:the\ )?(?:members|committee)|read|addressed|spoke\ to\ (?:the|his|her|
          their|a)\ (?:report|paper|item)|detailed|set\ out|
          (?:ran|went|talked)\ through)
    | (?P<takes>
          noted|considered|received|reviewed|had\ before|heard)
    | (?P<decides>
          resolved|voted|approved|ratified|adopted|accepted|decided|elected|appointed)
    | (?P<agrees>agreed(?!\ with\b))
    | (?P<tells>
          advised|explained|reported|informed|described|told|updated)
    | (?P<hints>indicated|referred|mentioned|drew)
    | (?P<states>stated|said|added|highlighted|pointed|spoke\ to)
    | (?P<thinks>
          recognised|emphasised|stressed|acknowledged|agreed)
    | (?P<weighs>commented|suggested|felt|believed)
    | (?P<puts_forward>proposed\ (?:[a-z]+ing|an?\ (?!\w*\ ?(?:amendment|motion)))\b)
    | (?P<moves>moved|proposed|seconded|nominated)
    | (?P<airs>
          expressed\ (?!an?\ interest)|conveyed|recorded\ (?:its|their|his|her)\ |
          placed\ on\ record|thanked|
          congratulated|praised|voiced|aired|appreciated|hoped|urged|encouraged|
          took\ the\ opportunity\ to\ (?:thank|congratulate|express)|
          commended|extended|
          (?:was|were)\ (?:\w+\ )?(?:concerned|pleased|happy|anxious|keen|appalled|satisfied|
          delighted|disappointed|
          surprised|worried|
              grateful|of\ the\ (?:view|opinion))|
          offered\ (?:\w+\ ){0,3}(?:thanks|congratulations|condolences|apolog))
    | (?P<comments>
          held\ an?\ (?:\w+\ )?(?:discussion|debate)|
          echoed|concurred|wished\ to\ (?:address|examine|see)|observed|remarked|supported|
          opposed|raised|spoke|
          shared|discussed|
          recommended|endorsed|reiterated|disagreed|called|argued|declined|complained|
          made\ (?:(?:an?|the|some|several|various|further)\ )?(?:\w+\ )?(?:comment|point|
          observation|suggestion|plea|request))
    | (?P<welcomes>welcomed)
    | (?P<bids>asked|requested)
    )(?:s\b|\b)"""

ABOUT = r"(?:(?!\b(?:that|which|who|whether|[Ii]f|because)\b)[^.;:?]){1,90}?\ "

PASSIVE = r"""
    (?:was|were|ha[ds]\ been|have\ been)\ (?:(?:\w+ly|also|then|again|further|not)\ )*(?:
      (?P<done>
          received|noted|considered|circulated|submitted|presented|reported|informed|advised|
          reminded|invited|reviewed|read|given|tabled|updated|introduced|distributed|told|
          notified|sent|detailed|arranged|completed|published|signed|awarded|asked\ to|
          requested\ to|shown|shared|handed|sought|provided|taken\ as\ read|drawn|made|substituted|
          deferred|assured|confirmed|
          welcomed\ (?:to|as))
    | (?P<asked>questioned|queried)
    | (?P<felt>
          welcomed|raised|expressed|suggested|commented|thanked|commended|recognised|
          acknowledged|congratulated)
    | (?P<decided>
          elected|re-elected|appointed|re-appointed|co-opted|approved|agreed|adopted|resolved)
    | (?P<moved>moved|proposed|seconded)
    )\b"""

WEIGHS = re.compile(
    r"\b(?:important|importance|should|concern\w*|hoped|disappoint\w*|pleased|useful|helpful|"
    r"would (?:like|prefer|welcome)|clear|good|excellent|worr\w+)\b"
)
"""Words of opinion: the sentence weighs a matter and does not report it."""

PREAMBLE = (
    r"(?:Firstly|Secondly|Lastly|In|At|On|As|Since|Given|Although|Whilst|Upon|Having|With|During|After|Before|However|Further|Furthermore|Following|"
    r"Referring|Arising|Prior|Noting|Turning|Regarding|Finally|Subsequently|Additionally)\b"
    rf"(?:[^,.]{{0,80}}, |[^,.]{{0,80}}? "
    rf"(?=[Mm]embers (?!of\b)|the (?:[A-Z][a-z]+ )?(?:Chair(?:man|woman)?|{_BODY}) [a-z]+ed\b))"
)

ASKS_TOO = re.compile(
    r"\b(?:and|but|then|also|Members|they)\ (?:then\ |further\ |also\ )?"
    r"(?:asked (?!that\b|for (?!clari|assur|confirm|more|further)|"
    r"(?!(?:if|whether|how|what|when|where|why|who|which|about)\b)(?:[\w’'.-]+ ){1,5}to )|"
    r"requested (?:clarification|further|more|confirmation)|"
    r"(?:questioned|queried|enquired|inquired|sought)\b)"
)

LABEL = r"(?:Minutes? |Page |Item )?[^.;:]{1,30}[;:] +(?=[A-Z])"
"""What stands before the sentence: "Minute 7: The Clerk reported …"."""

IN_RESPONSE = re.compile(
    r"\b(?:in|by way of) (?:response|reply|answer)\b"
    r"(?! to [^.,]{0,60}(?:concerns|consult|petition|letter|request))"
)

OPINES = re.compile(
    r"\b(?:should|view|opinion|concern\w*|felt|believ\w+|hoped|suggest\w*|appreciat\w*|"
    r"encourag\w*|disappoint\w*|thank\w*|congratulat\w+|discuss\w*|vot(?:e|ed|ing)|decid\w+|"
    r"recommend(?:s|ed)?|nominat\w*|agree\w*|moved|propos(?:e|es|als?)|(?:was|were) proposed|"
    r"second(?:ed|er)|resolv\w+|object\w*|oppos\w+|support\w*|question\w*|asked|quer\w+|"
    r"request\w*|welcomed)\b"
)
"""Words by which a sentence that names no speaker may yet be a question or a comment."""

AGREES_TOO = re.compile(
    r"\band (?:\w+ )?(?:agreed|resolved|approved|endorsed|voted)\b|^ (?:\w+ )?agreed to\b"
)

GOES_ON = re.compile(r"\b(?:further|also|added)\b")

MOVES_TOO = re.compile(
    r"\b(?:moved|proposed)\b.{0,60}\bseconded\b|\band (?:moved|proposed) (?:that|the)\b|"
    r"\b(?:was|were) (?:\w+ )?seconded\b|\bseconded by\b"
)

LEAD_IN = re.compile(
    r"(?:\bfollowing\b[^.]{0,120}|\b(?:points|comments|questions|issues|matters)\b[^.]{0,30}"
    r"|\binclud(?:ed|ing)|\bas follows|\bensuing discussion)\s?[:–-]\s*$",
    re.IGNORECASE,
)

_MOVED_ABOUT = (
    rf"{_TITLED_PERSON}[^.]{{0,80}}?\b(?:%s)\b[^.]{{0,30}}?(?:meeting|room|chamber|at \d)"
)

_OTHERS_MOVED = (
    r"[A-Z](?:(?! (?:that|why|how|whether|when|had|[a-z]+ed|to) )[^.,]){0,70}? "
    r"%s the (?:meeting|room|chamber)\b"
)

_NOT_POST = "(?! in (?:the )?(?:position|role|post|office|becoming|standing))"
# "Ada to ring …" is a task and "Proposal to ring …" is not
_FIRST_NAME = r"(?!\w*(?:tion|ment|al|est|ue)\b)[A-Z][a-z]+"
_ERRAND = (
    "(?:arrange|ask|attend|chase|check|circulate|contact|draft|email|liaise|obtain|revise|ring|"
    "speak|write)"
)
_OWN = "his|her|their|personal|prejudicial|pecuniary|non"
_FOR_CLARITY = "(?:In the interests? of [a-z ]{1,30}, )?"

_FORMS = {
    EntryKind.RESOLUTION: r"""
That (?:the|this|it|Council|Cabinet)\b[^.]{1,140}\bbe [a-z]+ed\b
(?:It was )?(?:then |unanimously )*(?:RESOLVED|AGREED|NOTED|APPROVED)\b
(?:It was (?:then |unanimously )*)?[Rr]esolved(?:\s?[:–-]| that\b| to\b|,)
Agreed(?:\s?[:–-]| that\b| to\b)
All (?:present |members )?agreed\b
It was,? (?:unanimously,? |therefore )?(?:[Aa]greed|decided) (?:that|to|for)\b
(?:It was )?(?:[Mm]oved|[Pp]roposed)\b[^.]{0,110}\b(?:RESOLVED|[Rr]esolved|AGREED|[Aa]greed)\b
[^.]{0,150}?\b(?:RESOLVED|AGREED)\b""",
    EntryKind.RECOMMENDATION: r"""
(?:It was )?RECOMMENDED\b
Recommended(?:\s?[:–-]| to\b| that\b)""",
    EntryKind.ACTION_POINT: rf"""
(?:ACTION|Action)(?: (?:POINT|Point|point))?\b(?! (?:plan|was|had|taken))
(?:Clerk|Chair(?:man)?|Secretary|Treasurer|Headteacher|All) to (?!the\b)[a-z]+\b
{_FIRST_NAME} to {_ERRAND}\b""",
    EntryKind.MOTION: r"""
(?:MOTION|Motion|AMENDMENT|Amendment)\s?[:–-]
(?:It was )?(?:then |therefore )?[Mm]oved (?:by|and seconded|that|from the Chair)\b
(?:It was )?(?:then |therefore )?[Pp]roposed (?:by|and seconded|that|from the Chair)\b""",
    EntryKind.VOTE: r"""
\(?(?:[Ff]or|In favour|Voting\b[^.\d]{0,20}?[Ff]or)\W+\d+\W.*[Aa]gainst
(?:On|Upon|When) (?:being put|a vote|a show)\b
(?:The (?:motion|amendment) was )?(?:Carried|CARRIED|LOST|put to the vote)\b
The (?:substantive )?(?:motion|amendment)s? (?:was|were)[^.]{0,30}(?:carried|CARRIED|lost|put)\b
The (?:proposal|recommendation)s? (?:was|were)[^.]{0,30}(?:carried|CARRIED|lost|LOST|put)\b""",
    EntryKind.DECLARATION: rf"""
{_FOR_CLARITY}{_TITLED_PERSON}[^.]{{0,40}}\b(?:declared|disclosed)\b[^.]{{0,60}}\b[Ii]nterest{_NOT_POST}
[A-Z][^.]{{0,60}}\bdeclared (?:an?|{_OWN})\b[^.]{{0,50}}\b[Ii]nterests?\b{_NOT_POST}
[A-Z][^.]{{0,90}} declared that (?:he|she|they|his|her)\b""",
    EntryKind.ARRIVAL: _MOVED_ABOUT % "joined|arrived|entered|returned to|rejoined"
    + "\n"
    + _OTHERS_MOVED % "(?:re)?joined",
    EntryKind.LEAD_IN: r"""
The following\b[^.]{0,120}[:;–-]\s*$""",
    EntryKind.DEPARTURE: r"""
[^.]{1,80} excused (?:him|her|them)sel(?:f|ves)\b
"""
    + _MOVED_ABOUT % "left|withdrew from|departed|retired from"
    + "\n"
    + _OTHERS_MOVED % "left",
    EntryKind.PROCEDURE: r"""
The (?:meeting|Committee|Council|Chair)[^.]{0,40}\b(?:adjourned|reconvened|closed|resumed)\b
The (?:Committee|Council|Chair)[^.]{0,60}\b(?:varied|vary) the order\b
(?:The m|M)eeting (?:was )?(?:closed|convened|concluded|commenced|opened|started|ended|declared)\b
(?:There being|With) no (?:further|other|more) (?:business|matters|items)\b
\(?[Tt]he meeting was (?:adjourned|suspended)\b
[^.]{0,40} declared the (?:\w+ )?meeting (?:open|closed)
[^.]{0,60} (?:was )?called (?:the [^.]{1,30} )?to order\b
The order of (?:business|the agenda)\b
Standing [Oo]rders? (?:\w+ )?(?:was|were)\b
The (?:press and (?:the )?public|public and (?:the )?press)\b""",
    EntryKind.RESPONSE: r"""
[^.]{1,120}\bthe following (?:\w+ )?(?:response|reply|answer)\b
[^.]{1,100}\b(?:gave|provided|made|read out) [a-z]+ (?:\w+ )?(?:response|reply|answer)\b(?! to\b)
[^.]{1,60} (?:was|were) (?:responded to|answered) by\b
(?:Responses|Answers|Replies) were (?:given|provided)\b
(?:In|By way of) (?:response|reply|answer)\b
(?:Responding|Replying|In answering|Answering|(?:When |On being |Being )?[Aa]sked)\b
(?:Following|After|Further to) (?:[\w’']+ ){0,3}(?:question|query|enquiry)\b
It was (?:also |further |then )*(?:confirmed|clarified|explained|responded)\b""",
    EntryKind.QUESTION: r"""
[^.]{1,80}\basked the following (?:\w+ )?question\b
(?:(?:A|Further|Another|One) q|Q)uestions? (?:was|were)\b
(?:Clarification|Information|Assurance|Confirmation|An update) was (?:sought|requested)\b
(?:(?:\w+ ){0,2}q|Q)uestions? (?:was|were|had been)\b
(?:(?:\w+ ){0,2}q|Q)uer(?:y|ies) (?:was|were|had been)\b
(?:What|When|Where|Why|Who|How|Which) (?:is|are|was|were|will|would|could|can)\b
(?:What|When|Where|Why|Who|How|Which) (?:does|do|did|has|had|should)\b
(?:What|When|Where|Why|Who|How|Which|Is|Are|Was|Were|Will|Would|Could|Can|Does|Do|Did|Has)\b[^.]*\?
It was (?:asked|queried|questioned)\b""",
    EntryKind.COMMENT: r"""
It was (?:also |further )?(?:suggested|commented|felt|considered|raised|recognised|acknowledged)\b
(?:Discussion|Debate)\b
(?:An?|Some|Much|There was) (?:[a-z-]+ ){0,4}(?:discussion|debate)\b
Thanks (?:was|were)\b
(?:A|The) (?:comment|view|concern|point) was\b
(?:A|The|One) (?:\w+ )?(?:request|suggestion|plea|observation) was\b
[^.]{1,30}[’'] view was\b
Concerns? (?:was|were) (?:raised|expressed)\b""",
    EntryKind.NOTE: r"""
[^.]{1,120} (?:was|were) (?:\w+ ){0,3}as (?:an? |the )?(?:true|correct|accurate)\b
It was (?:also |further |then )*(?:noted|reported|highlighted|stated|advised)\b
(?:The [Aa]p|Ap)ologies\b
(?:The (?:[Dd]raft )?[Mm]|M)inutes?\b
Consideration was given\b
(?:[^.]{1,20} )?[Aa]ttention was drawn\b
There (?:was|were) (?:no|none|apologies)\b
No (?:[\w-]+ ){1,6}(?:was|were|had)\b
No declarations?\b
(?:This|The) item was (?:deferred|withdrawn)\b""",
}
"""Set forms of words, a line each, tried first and in this order."""


@cache
def formulas() -> dict[EntryKind, re.Pattern[str]]:
    """The set forms of each kind, in the order in which they are tried."""
    return {
        kind: re.compile("|".join(f"(?:{form})" for form in forms.split("\n") if form))
        for kind, forms in _FORMS.items()
    }
