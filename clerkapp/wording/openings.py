"""The words that open an entry: who speaks, and what they do."""

import re

from clerkapp.patterns import pattern

_NAME = r"[A-ZÀ-Þ][\w’'.-]*"
_COUNCIL = r"(?:(?:County|District|Borough|City|Town|Parish|Ward)[ ])?"
_CLLR = rf"(?:{_COUNCIL}(?:Councillors?|C?Cllrs?|Coun|Trustees?)|Ald(?:erman|\.)?)\.?[ ]{_NAME}"
_MR = rf"(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Revd?)\.?[ ]{_NAME}"
_TITLED = rf"(?:{_CLLR}|{_MR})"
TITLED_PERSON = rf"{_TITLED}(?:[ ]{_NAME}){{0,3}}"
"""The name of one person behind “Councillor”, “Dr” and the like."""

BESIDE_THEM = (
    r"(?:(?:,| and|, and) (?:the )?[A-Z][\w’.-]*(?: (?:(?:of|for) )?[A-Z][\w’.-]*){0,3}){0,4}"
)
"""Others who are named after whoever opens a sentence: “, Cllr Quick and the Head of Parks”."""

_BODY = (
    r"(?:Committee|Panel|Board|Council|Cabinet|Senate|Sub-Committee|Working[ ]Group|Forum|Court|"
    r"Governing[ ]Body|L?F?GB|Meeting|Working[ ]Party|Sub[ ]Committee|"
    r"Group|Assembly|Commission|Authority|Partnership|Trust[ ]Board)"
)
ROLE = (
    r"Officer|Director|Head|Manager|Lead|Executive|Treasurer|Solicitor|Clerk|Surveyor|Engineer|"
    r"Planner|Principal|Headteacher|Consultant|Auditor|Accountant|Lawyer|Secretary|Registrar|"
    r"Commissioner|Coordinator|Co-ordinator|Adviser|Advisor|Superintendent|Inspector|Nurse|"
    r"Portfolio[ ]Holder|Representative|Bursar|Provost|Dean|Chancellor|Architect|Specialist|"
    r"Applicant|Agent|Objector|Analyst|Warden|Controller|Supervisor|Ranger|Practitioner"
)
"""What the name of a post has in it: Chief Digital Officer, Head of Legal."""

SUBJECT = pattern(rf"""
    (?:
      (?P<officer>
          (?:The|An?)\ (?!(?:[a-z-]+\ ){{0,2}}(?:report|letter|paper|request|statement|copy)\b)
              (?:(?![a-z]+ed\b|gave\b|had\b|was\b|were\b|took\b|heard\b|sought\b|
              felt\b|made\b|thought\b)
              [\w’'&,-]+\ ){{0,8}}?(?:Vice-|Pro-)?(?i:{ROLE})s?
              (?:\ (?:for|of|and)\ [A-Z][\w’'&,-]*(?:\ (?:and\ |of\ |the\ )?[A-Z][\w’'&,-]*)*)?
        | Officers?
        | (?:PC|PCSO|Sgt|Sergeant|Insp(?:ector)?|(?:Chief\ )?Superintendent)\.?
              \ {_NAME}(?:\ {_NAME})?
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
              (?:\ of\ (?:the\ )?(?:{_NAME}|(?:sub-)?committee|panel|board))?
        | (?:The\ |Some\ |Several\ |Many\ |Two\ |All\ )?(?:[Cc]ouncillors|Cllrs|[Rr]esidents|
              [Tt]rustees|[Pp]arishioners)(?=\ [a-z])
        | (?:A|One|Another|The)\ (?:(?:Committee|Panel|Board)\ )?[Mm]ember
              (?:\ of\ the\ (?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Pp]ublic))?
        | (?:Some\ |A\ |One\ |Another\ |The\ )?[Gg]overnors?
        | (?:A|One|Another|The)\ (?:[a-z-]+\ ){{0,2}}
              (?:resident|parishioner|[Cc]ouncillor|[Gg]overnor|[Tt]rustee)
      )
    |
      (?P<councillor>{_CLLR}(?:[ ]{_NAME}){{0,3}}(?:(?:,|\ and)\ {TITLED_PERSON})*)
    |
      (?P<person>
          {_MR}(?:[ ]{_NAME}){{0,3}}(?:(?:,|\ and)\ {TITLED_PERSON})*
        | (?!(?:The|An?|It|In|On|At|For|That|This|There|However|Also|Then|Action|Apologies)\b)
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
        ,\ (?:{_TITLED}|{_NAME}\ {_NAME})(?:\ {_NAME})?(?=\ [a-z])
      | (?P<post>(?:,|\ [–-])\ (?:[\w’'&-]+\ ){{0,5}}?(?i:{ROLE})
            (?:\ (?:for|of)\ (?:the\ )?{_NAME}(?:\ (?:(?:and|of|&)\ )?{_NAME})*)?
            (?:\ \([^)]*\))?(?:,|\ [–-]|(?=\ (?:[a-z]+ed|gave|drew|told|led)\b)))
      | (?:,[^,]{{0,80}}){{1,2}},)?
    (?=\s|$)
    """, re.VERBOSE)  # fmt: skip

VERB = r"""\b(?:
      (?P<presides>
          opened|led|(?:sent|noted|received|gave|tendered|submitted)\ (?:\w+\ )?apologies|
          remained\ in|reminded|signed\ (?:the|an?|his|her|their)\b|
          apologised|invited|notified|handed\ over|
          asked\ (?:[\w’'-]+\ ){0,5}for\ (?:any\ |their\ )?
              (?:nominations|declarations|apologies|comments)|
          took\ the\ [Cc]hair|took\ the\ opportunity\ to\ welcome|
          asked\ [^.]{1,40}\ to\ introduce|
          asked\ (?:\w+\ )?(?:members|councillors|governors|trustees)\ to\ note|
          (?:was|were)\ (?:not\ )?(?:present|in\ attendance|in\ receipt)|had\ (?:written|
          e-?mailed|sent|spoken|met|visited|attended|contacted)|
          attended\ (?!to\ (?:ask|query|raise|speak))|
          observed\ an?|held\ an?\ (?:\w+\ )?(?:minute|moment|silence)|
          made\ (?:an?|the|some|several)\ (?:\w+\ )?announcements?|
          presided|welcomed\b[^.,]{0,40}\bback|
          welcomed\ (?-i:(?:Mr|Mrs|Ms|Dr|[A-Z]{2,4})\.?\ |[A-Z]\w+\ [A-Z]\w+\b(?!’))|
          welcomed\ new(?:ly)?\b|
          welcomed\ (?:\w+\ ){0,2}(?:councillors|members|residents|visitors|guests|governors|
              trustees|colleagues|attendees|parishioners)\b|
          welcomed\ (?:everyone|everybody|all|those|(?:new\ )?[Mm]embers)|
          welcomed\b.*\bto\ (?:the|his|her|their)\b[^.]*\bmeeting)
    | (?P<asks>
          asked(?=\s*$)|  # and not yet said what
          asked\ for\ (?:[\w’'-]+\ ){1,5}to\ (?:assure|explain|clarify|confirm)|
          asked\ (?!for\ (?!clari|assur|reassur|confirm|an\ update|more|further|detail|inform)|
              (?!(?:if|whether|how|what|when|where|why|who|which|about|for|an?|some|
              several|questions?)\b)(?:(?!if\b|whether\b|how\b|what\b|
              why\b)[\w’'.-]+\ ){0,5}to\ (?!explain|clarify|confirm|comment|
              expand|elaborate|outline|describe|say)|that\b)|questioned|queried|enquired|inquired|
              posed|proceeded\ to\ ask|
          (?<!was\ )(?<!were\ )sought\ (?!to\b|permission|approval)|wondered|
          (?:wished|wanted)\ to\ (?:know|understand)|challenged|probed|pressed|
          (?:was|were)\ keen\ to\ (?:know|ascertain|learn|understand|hear)|
          requested\ (?:clarification|clarity|confirmation|an\ update|further|more|information|
                        assurance|details?)|
          (?:submitted|tabled)\ (?:\w+\ ){0,2}questions?|
          (?:raised|had)\ (?:a\ (?:number\ of\ )?|some\ |several\ |
          the\ )?(?:further\ )?(?:questions?|quer(?:y|ies)))
    | (?P<answers>
          responded|replied|answered)
    | (?P<assures>assured|reassured|gave\ (?:\w+\ ){0,2}assurances?)
    | (?P<undertakes>
          undertook|agreed\ to\ (?!the\b|a\b|this\b)|offered\ to|promised|volunteered|
          committed\ to|
          (?:said|noted|stated|advised|indicated)\ (?:that\ )?(?:he|she|they)\ (?:will|would)
          \ (?!like|prefer|welcome|have|be))
    | (?P<promises>(?:will|would)\ (?!like|prefer|welcome|have)[a-z]+)
    | (?P<confirms>confirmed|clarified)
    | (?P<presents>
          shared\ (?:[\w-]+\ ){0,4}(?:update|slides|report|presentation)|
          presented|announced|in\ (?:presenting|introducing)|introduced|
          gave(?!\ (?:\w+\ )?thanks)|provided|
          delivered|outlined|summarised|submitted|circulated|showed|demonstrated|walked|
          tabled|took\ (?:the\ )?(?:members|committee)|read|addressed|spoke\ to\ (?:the|his|her|
          their|a)\ (?:report|paper|item)|detailed|set\ out|
          (?:ran|went|talked)\ through)
    | (?P<takes>
          noted|considered(?!\ that)|received|reviewed|had\ before|heard)
    | (?P<decides>
          resolved|voted|approved|ratified|adopted|accepted|decided|elected|appointed)
    | (?P<agrees>agreed(?!\ with\b))
    | (?P<tells>
          advised|explained|reported|informed|described|told|updated|briefed|relayed)
    | (?P<hints>indicated|referred|mentioned|drew|spoke\ (?:about|on|regarding))
    | (?P<states>stated|said|added|highlighted|pointed|spoke\ to|continued)
    | (?P<thinks>
          recognised|emphasised|stressed|acknowledged|agreed|admitted|conceded|warned|cautioned)
    | (?P<weighs>commented|suggested|felt|believed|thought|considered\ that)
    | (?P<puts_forward>
          proposed\ (?:[a-z]+ing|some|new|changes|several|an?\ (?!\w*\ ?(?:amendment|motion)))\b)
    | (?P<endorses>endorsed)
    | (?P<moves>moved|proposed|seconded|nominated)
    | (?P<airs>
          expressed\ (?!an?\ interest)|
          (?:began|started|opened|commenced|closed|ended)\ by\ thanking|conveyed|
          recorded\ (?:its|their|his|her)\ |
          placed\ on\ record|thanked|
          had\ (?:[a-z]+\ ){0,2}(?:concerns|doubts|reservations|misgivings)\b|
          congratulated|praised|voiced|aired|appreciated|hoped|urged|encouraged|
          took\ the\ opportunity\ to\ (?:thank|congratulate|express)|gave\ (?:\w+\ )?thanks|
          wished\ [^.]{1,40}\bwell\b|
          wished\ to\ (?:place\ on\ record|record|thank|congratulate|express|praise)\b|
          regretted|applauded|paid\ tribute|sympathised|
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
          recommended|reiterated|objected|criticised|advocated|debated|
          disagreed|called|argued|declined|complained|
          made\ (?:(?:an?|the|some|several|various|further)\ )?(?:\w+\ )?(?:comment|point|
          observation|suggestion|plea|request))
    | (?P<welcomes>welcomed)
    | (?P<bids>asked|requested)
    )(?:s\b|\b)"""

ABOUT = r"(?:(?!\b(?:that|which|who|whether|[Ii]f|because)\b)[^.;:?]){1,130}?\ "

PASSIVE = r"""
    (?:was|were|ha[ds]\ been|have\ been)\ (?:(?:\w+ly|also|then|again|further|not)\ )*(?:
      (?P<done>
          received|noted|considered|circulated|submitted|presented|reported|informed|advised|
          reminded|invited|reviewed|read|given|tabled|updated|introduced|distributed|told|
          notified|sent|detailed|arranged|completed|published|signed|awarded|asked\ to|
          requested\ to|shown|shared|handed|sought|provided|taken\ as\ read|drawn|made|substituted|
          deferred|assured|confirmed|observed|encouraged|emailed|issued|posted|held|
          carried\ out|prepared|
          explained|outlined|summarised|highlighted|demonstrated|
          welcomed\ (?:to|as))
    | (?P<asked>questioned|queried)
    | (?P<felt>
          welcomed|raised|expressed|voiced|aired|suggested|commented|thanked|commended|
          recognised|discussed|
          acknowledged|congratulated)
    | (?P<decided>
          elected|re-elected|appointed|re-appointed|co-opted|approved|agreed|adopted|resolved|
          ratified|accepted|endorsed|re-?affirmed)
    | (?P<moved>moved|proposed|seconded|nominated)
    )\b"""

WEIGHS = pattern(
    r"\b(?:important|importance|should|must|need(?:s|ed)? to|the need|concerned|"
    r"(?:his|her|their|a) concern|hoped|disappoint\w*|pleased|happy|useful|helpful|seem(?:s|ed)|"
    r"would (?:like|prefer|welcome)|clear|good|better|excellent|positive|vital|essential|crucial|"
    r"(?:un)?(?:fair|reasonable)|preferable|worr\w+|issues? with|problems?)\b"
)
"""Words of opinion: the sentence weighs a matter and does not report it."""

TAKES_UP = pattern(
    r"\bthat (?:this|these|such)\b|\bthis (?:point|concern|matter|issue)\b|"
    r"\b(?:his|her|their|these|those) (?:concerns?|comments?|points?|suggestions?|views?|remarks)\b"
)
"""Words that take up what was said right above."""

PREAMBLE = pattern(
    r"(?:(?:However|Also|Then|Finally|Firstly|Secondly|Lastly),? (?=[A-Z])|"
    r"(?:Firstly|Secondly|Lastly|In|At|On|As|By|When|While|Alongside|Under|Since|Given|Although|"
    r"Whilst|Upon|Having|With|During|After|Before|However|Further|Furthermore|Following|"
    r"Referring|Arising|Prior|Subject|Noting|Turning|Regarding|Finally|Subsequently|Additionally)\b"
    r"(?:[^,.]{0,120}, (?!which|who|where|that|and\b)|[^,.]{0,80}? "
    r"(?=[Mm]embers (?!of\b)|(?:he|she|they) |"
    rf"the (?:[A-Z][a-z]+ )?(?:Chair(?:man|woman)?|{_BODY}) [a-z]+ed\b)))"
)

ASKS_TOO = pattern(
    r"\b(?:and|but|then|also|Members|they)\ (?:then\ |further\ |also\ )?"
    r"(?:asked (?!that\b|for (?!clari|assur|confirm|more|further)|"
    r"(?!(?:if|whether|how|what|when|where|why|who|which|about)\b)(?:[\w’'.-]+ ){1,5}to )|"
    r"requested (?:clarification|further|more|confirmation)|"
    r"(?:questioned|queried|enquired|inquired|sought)\b)"
)

LABEL = pattern(
    r"(?:(?:Minutes? |Page |Item )?[^.;:]{1,30}[;:]|N\.?B\.?|[A-Z][A-Z’ &/-]{3,50}[.–-]) +(?=[A-Z])"
)
"""What stands before the sentence: "Minute 7: The Clerk reported …"."""

IN_RESPONSE = pattern(
    r"\b(?:in|by way of) (?:response|reply|answer)\b(?! to (?![^.,]{0,60}\b(?:question|quer|enquir|"
    r"comment|point|suggest|challeng|member|this\b|that\b|councillor|cllr|governor|the chair)))|"
    r"\band (?:responded|replied|answered)\b",
    re.IGNORECASE,
)

OPINES = pattern(
    r"\b(?:should|must|need(?:s|ed)? to|would like|lovely|wonderful|(?:good|great|nice) to|"
    r"view|opinion|concern\w*|felt|believ\w+|hoped|suggest\w*|appreciat\w*|"
    r"encourag\w*|disappoint\w*|thank\w*|congratulat\w+|discuss\w*|vot(?:e|ed|ing)|decid\w+|"
    r"recommend(?:s|ed)?|nominat\w*|agree(?:d|s|ing)?|moved|propos(?:e|es|als?)|"
    r"(?:was|were) proposed|second(?:ed|er)|resolv\w+|object\w*|oppos\w+|support\w*|"
    r"question\w*|asked|quer\w+|request\w*|welcomed|approved|adopted|accepted)\b"
)
"""Words by which a sentence that names no speaker may yet be a question or a comment."""

AGREES_TOO = pattern(
    r"\band (?:\w+ )?(?:agreed|resolved|approved|endorsed|voted)\b|^ (?:\w+ )?agreed to\b"
)

GOES_ON = pattern(r"\b(?:further|also|added)\b")

MOVES_TOO = pattern(
    r"\b(?:moved|proposed)\b.{0,60}\bseconded\b|\band (?:moved|proposed) (?:that|the)\b|"
    r"\b(?:was|were) (?:\w+ )?seconded\b|\bseconded by\b"
)

LEAD_IN = pattern(
    r"(?:\bfollowing\b[^.]{0,120}|\b(?:points|comments|questions|issues|matters)\b[^.]{0,30}"
    r"|\binclud(?:ed|ing)|\bas follows|\bensuing discussion)\s?[:–-]\s*$"
    r"|\b(?:as follows|noted the following|the following (?:\w+ )?(?:points|comments|matters|"
    r"issues|observations|questions|announcements) were \w+)\.?\s*$",
    re.IGNORECASE,
)
