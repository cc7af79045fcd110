"""The kind of entry that opening words announce.

The first sentence of an entry has a subject and a reporting verb. Members who ask make a
question, officers who tell make a response, officers who present make a note, and so do a chair
who presides and a committee that notes or receives. What follows the first verb counts too:
"Members noted the plan and asked how …" is a question.
"""

import re
from functools import cache

from clerkapp.meeting.entries import EntryKind

_OPENING = 160  # characters: the first sentence, nearly always (mean 21 words in published minutes)


def kind_announced(text: str, *, asked: bool | None = None) -> EntryKind | None:
    """The kind that the opening words of `text` announce, or None when they announce none.

    `asked` says whether a question stands open above the entry, None when that is not known: the
    same "The Director advised that …" is a response to a question and otherwise a note.
    """
    words = text.lstrip()
    opening = words[:_OPENING]
    for kind, formula in _formulas().items():
        if formula.match(opening):
            return _unless_unasked(kind, opening, asked=asked)
    subject = re.match(_SUBJECT, opening, re.VERBOSE)
    if subject is None:
        return EntryKind.LEAD_IN if _LEAD_IN.search(opening) else None
    predicate = words[subject.end() :]
    if _LEAD_IN.search(_first_sentence(predicate)):
        return EntryKind.LEAD_IN
    verb = re.search(_VERB, _first_sentence(predicate), re.VERBOSE | re.IGNORECASE)
    if verb is None or verb.lastgroup is None:
        return None
    who, did = str(subject.lastgroup), verb.lastgroup
    if who == "officer":
        return _officers_kind(did, asked=asked)
    if _ASKS_TOO.search(predicate):
        return EntryKind.QUESTION
    kind = _OF[who].get(did, EntryKind.COMMENT)
    says = did in _SAYS and who in ("chair", "person")
    return EntryKind.RESPONSE if says and asked and did == "tells" else kind


def _unless_unasked(kind: EntryKind, opening: str, *, asked: bool | None) -> EntryKind:
    """The kind, but a note where "It was explained …" follows no question."""
    passive = kind is EntryKind.RESPONSE and opening.startswith("It was")
    return EntryKind.NOTE if passive and asked is False else kind


def _officers_kind(verb: str, *, asked: bool | None) -> EntryKind:
    kind = _OF_OFFICERS.get(verb, EntryKind.NOTE)
    if verb in _SAYS and asked is False:
        return EntryKind.NOTE
    if kind is EntryKind.NOTE and asked:
        return EntryKind.RESPONSE
    return kind


_SAYS = ("tells", "thinks")
_OF_OFFICERS = {
    "asks": EntryKind.QUESTION,
    "answers": EntryKind.RESPONSE,
    "tells": EntryKind.RESPONSE,
    "thinks": EntryKind.RESPONSE,
    "moves": EntryKind.MOTION,
    "airs": EntryKind.COMMENT,
}
_OF_MEMBERS = {
    "asks": EntryKind.QUESTION,
    "answers": EntryKind.RESPONSE,
    "moves": EntryKind.MOTION,
    "presides": EntryKind.NOTE,
}
_OF_CHAIRS = {**_OF_MEMBERS, "tells": EntryKind.NOTE, "presents": EntryKind.NOTE}
_OF = {
    "member": _OF_MEMBERS,
    "chair": _OF_CHAIRS,
    "person": _OF_CHAIRS,  # a name alone: the health service lists its directors so
    "body": {**_OF_MEMBERS, "takes": EntryKind.NOTE},
}
"""What each kind of speaker makes by each kind of verb; anything else is a comment."""


def without_label(kind: EntryKind, text: str) -> str:
    """`text` without the "Action Point", "RESOLVED:" or "Motion:" that a clerk typed before it.

    The label is the house style's to print; the words after it are the record.
    """
    label = _LABELS.get(kind)
    match = label.match(text) if label else None
    if match is None:
        return text
    how = "unanimously, " if "unanimously" in match.group(0) else ""
    return how + text[match.end() :]


def body_addressed(text: str) -> tuple[str, str]:
    """Of "RECOMMENDED TO COUNCIL: That fees rise." the body, and the words; "" where none is."""
    match = _ADDRESSED.match(text)
    return (match.group("body"), text[match.end() :]) if match else ("", text)


_ADDRESSED = re.compile(
    r"\s*(?:It was )?(?:RECOMMENDED|Recommended) (?:TO|to) (?:THE |the )?"
    r"(?P<body>[A-Z][^:\n]{0,60}?)\s*:\s*"
)


_LABELS = {
    EntryKind.ACTION_POINT: re.compile(
        r"^\s*(?:ACTION|Action)(?: (?:POINT|Point|point))?\b\s*[:–-]?\s*"
    ),
    EntryKind.RESOLUTION: re.compile(
        r"^\s*(?:It was )?(?:then |therefore |unanimously )*"
        r"(?:RESOLVED|[Rr]esolved|AGREED|[Aa]greed)( unanimously)?"
        r"\s*(?:[:–-]+\s*(?=\S)|(?=[Tt]hat\b)|(?=\())"
    ),
    EntryKind.RECOMMENDATION: re.compile(
        r"^\s*(?:It was )?(?:RECOMMENDED|Recommended)\s*(?:[:–-]+\s*|(?=[Tt]hat\b))"
    ),
    EntryKind.MOTION: re.compile(r"^\s*(?:MOTION|Motion|AMENDMENT|Amendment)\s*[:–-]\s*"),
}


def _first_sentence(words: str) -> str:
    return _SENTENCE_END.split(words[:_OPENING], maxsplit=1)[0].rstrip()


_SENTENCE_END = re.compile(r"(?<=[.!?])\s")

_NAME = r"[A-ZÀ-Þ][\w’'.-]*"
_COUNCIL = r"(?:(?:County|District|Borough|City|Town|Parish|Ward)[ ])?"
_TITLED = (
    rf"(?:{_COUNCIL}(?:Councillors?|Cllrs?)|Ald(?:erman|\.)?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Sir)"
    rf"\.?[ ]{_NAME}"
)
_TITLED_PERSON = rf"{_TITLED}(?:[ ]{_NAME}){{0,3}}"
_BODY = (
    r"(?:Committee|Panel|Board|Council|Cabinet|Senate|Sub-Committee|Working[ ]Group|Forum|Court|"
    r"Governing[ ]Body)"
)
ROLE = (
    r"Officer|Director|Head|Manager|Lead|Executive|Treasurer|Solicitor|Clerk|Surveyor|Engineer|"
    r"Planner|Principal|Headteacher|Consultant|Auditor|Accountant|Lawyer|Secretary|Registrar|"
    r"Commissioner|Coordinator|Co-ordinator|Adviser|Advisor|Superintendent|Inspector|Nurse|"
    r"Portfolio Holder|Representative|Bursar|Provost|Dean|Chancellor|Architect|Specialist"
)
"""What the name of a post has in it: Chief Digital Officer, Head of Legal."""

# strings, which `re` compiles and keeps at the first use: 12 ms that a start need not wait for
_SUBJECT = rf"""
    (?:(?:In|At|On|Having|With|During|After|Before|However|Further|Furthermore|Following)\b
        [^,.]{{0,80}},\ )?
    (?:
      (?P<officer>
          (?:The|An?)\ (?:(?![a-z]+ed\b|gave\b|had\b|was\b|were\b|took\b|heard\b|sought\b)
              [\w’'&,-]+\ ){{0,8}}?(?i:{ROLE})s?
              (?:\ (?:for|of|and)\ [A-Z][\w’'&,-]*(?:\ (?:and\ |of\ |the\ )?[A-Z][\w’'&,-]*)*)?
        | Officers?
      )
    |
      (?P<chair>
          (?:The\ )?(?:(?:Acting|Lord|Deputy|Town)\ )?(?:[Vv]ice[- ]?)?
              (?:[Cc]hair(?:s|man|woman|person)?|[Cc]onvener|Mayor|Leader|President)
              (?:\ of\ (?:the\ )?{_NAME}(?:\ (?:and\ )?{_NAME})*)?
      )
    |
      (?P<body>(?:The\ )?(?i:{_BODY})(?=\ [a-z]))
    |
      (?P<member>
          (?:The\ |Some\ |Several\ |Many\ |Other\ |A\ few\ |A\ number\ of\ |Individual\ )?
              (?:(?:Committee|Panel|Board|Council)\ )?[Mm]embers
        | (?:A|One|Another|The)\ (?:(?:Committee|Panel|Board)\ )?[Mm]ember
              (?:\ of\ the\ (?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Pp]ublic))?
        | (?:Some\ |A\ |One\ |Another\ |The\ )?[Gg]overnors?
        | (?:A|One|Another)\ (?:[a-z-]+\ ){{0,2}}(?:resident|parishioner|councillor|governor)
        | {_TITLED_PERSON}(?:(?:,|\ and)\ {_TITLED_PERSON})*
      )
    |
      (?P<person>
          (?!(?:The|An?|It|In|On|At|For|That|This|There|Action|Apologies)\b)
              {_NAME}\ {_NAME}(?:\ {_NAME})?
        | He | She | They
      )
    )
    (?:\ \([^)]*\))?(?:,[^,]{{0,60}},)?
    (?=\s|$)
    """

_VERB = r"""\b(?:
      (?P<asks>
          asked\ (?!(?:officers?|the\ \w+)\ to\b|that\b)|questioned|queried|enquired|inquired|
          sought\ (?!to\b)|wondered|wished\ to\ know|wanted\ to\ know|challenged|probed|
          (?:was|were)\ keen\ to\ (?:know|ascertain|learn|understand|hear)|
          requested\ (?:clarification|clarity|confirmation|an\ update|further|more|information|
                        assurance|details?)|
          raised\ (?:a\ |some\ |several\ |the\ )?(?:further\ )?(?:question|quer))
    | (?P<answers>
          responded|replied|answered|confirmed|clarified|assured|reassured|undertook|
          agreed\ to\ (?:provide|circulate|share|report|send|write|look|take|arrange))
    | (?P<presides>
          opened|reminded|announced|apologised|invited|notified|took\ the\ [Cc]hair|
          (?:was|were)\ (?:present|in\ attendance|in\ receipt)|had\ written|
          welcomed\ (?:everyone|everybody|all|those|(?:new\ )?[Mm]embers)|
          welcomed\b[^.]*\bto\ (?:the|his|her|their)\b[^.]*\bmeeting)
    | (?P<presents>
          presented|introduced|gave|provided|delivered|outlined|summarised|submitted|circulated|
          tabled|took\ (?:the\ )?(?:members|committee)|read)
    | (?P<takes>
          noted|considered|received|approved|confirmed|reviewed|had\ before|ratified|adopted)
    | (?P<tells>
          advised|explained|reported|informed|described|acknowledged|told|indicated|referred|
          updated|mentioned)
    | (?P<thinks>
          stated|said|added|highlighted|agreed|recognised|emphasised|stressed|accepted|commented|
          suggested|felt|believed|pointed|drew)
    | (?P<moves>moved|proposed|seconded)
    | (?P<airs>
          expressed|conveyed|thanked|congratulated|praised|voiced|aired|appreciated|hoped|urged|
          commended)
    | (?P<comments>
          welcomed|observed|remarked|supported|opposed|raised|spoke|requested|asked|shared|discussed|
          recommended|endorsed|reiterated|disagreed|called|argued|declined|complained|made)
    )\b"""

_ASKS_TOO = re.compile(
    r"\b(?:and|but|then|also|Members|they)\ (?:then\ |further\ |also\ )?"
    r"(?:asked|questioned|queried|enquired|inquired|sought)\b"
)

_LEAD_IN = re.compile(
    r"(?:\bfollowing\b[^.]{0,60}|\b(?:points|comments|questions|issues|matters)\b[^.]{0,30}"
    r"|\bincluded|\bensuing discussion)\s?[:–-]\s*$",
    re.IGNORECASE,
)

_MOVED_ABOUT = (
    rf"{_TITLED_PERSON}[^.]{{0,80}}?\b(?:%s)\b[^.]{{0,30}}?(?:meeting|room|chamber|at \d)"
)

_FOR_CLARITY = "(?:In the interests? of [a-z ]{1,30}, )?"

_FORMS = {
    EntryKind.RESOLUTION: r"""
(?:It was )?(?:then |unanimously )*(?:RESOLVED|AGREED|NOTED|APPROVED)\b
(?:It was (?:then |unanimously )*)?[Rr]esolved(?:\s?[:–-]| that\b| to\b|,)
Agreed(?:\s?[:–-]| that\b)
It was (?:unanimously |therefore )?agreed (?:that|to)\b""",
    EntryKind.RECOMMENDATION: r"""
(?:It was )?RECOMMENDED\b
Recommended(?:\s?[:–-]| to\b| that\b)""",
    EntryKind.ACTION_POINT: r"""
(?:ACTION|Action)(?: (?:POINT|Point|point))?\b(?! (?:plan|was|had|taken))""",
    EntryKind.MOTION: r"""
(?:MOTION|Motion|AMENDMENT|Amendment)\s?[:–-]
(?:It was )?(?:[Mm]oved|[Pp]roposed) (?:by|and seconded|that|from the Chair)\b""",
    EntryKind.VOTE: r"""
(?:[Ff]or|In favour|Voting\b[^.\d]{0,20}?[Ff]or)\W+\d+\W.*[Aa]gainst
(?:On|Upon|When) (?:being put|a vote|a show)\b
(?:The (?:motion|amendment) was )?(?:Carried|CARRIED|LOST|put to the vote)\b
The (?:substantive )?(?:motion|amendment)s? (?:was|were)[^.]{0,30}(?:carried|CARRIED|lost|put)\b
The (?:proposal|recommendation)s? (?:was|were)[^.]{0,30}(?:carried|CARRIED|lost|LOST|put)\b""",
    EntryKind.DECLARATION: rf"""
{_FOR_CLARITY}{_TITLED_PERSON}[^.]{{0,40}}\b(?:declared|disclosed)\b[^.]{{0,60}}\binterest""",
    EntryKind.ARRIVAL: _MOVED_ABOUT % "joined|arrived|entered|returned to|rejoined",
    EntryKind.DEPARTURE: _MOVED_ABOUT % "left|withdrew from|departed|retired from",
    EntryKind.PROCEDURE: r"""
The (?:meeting|Committee|Council|Chair)[^.]{0,40}\b(?:adjourned|reconvened|closed|resumed)\b
The (?:Committee|Council|Chair)[^.]{0,40}\bvaried the order\b
The order of (?:business|the agenda)\b
Standing [Oo]rders? (?:\w+ )?(?:was|were)\b
The (?:press and (?:the )?public|public and (?:the )?press)\b""",
    EntryKind.RESPONSE: r"""
(?:In|By way of) (?:response|reply|answer)\b
(?:Responding|Replying|In answering)\b
It was (?:confirmed|clarified|explained|responded)\b""",
    EntryKind.QUESTION: r"""
(?:(?:A|Further|Another|One) q|Q)uestions? (?:was|were)\b
Clarification was (?:sought|requested)\b
(?:What|When|Where|Why|Who|How|Which|Is|Are|Was|Were|Will|Would|Could|Can|Does|Do|Did|Has)\b[^.]*\?
It was (?:asked|queried|questioned)\b""",
    EntryKind.COMMENT: r"""
It was (?:also |further )?(?:suggested|commented|felt|considered|raised)\b
(?:Discussion|Debate|(?:A|There was) (?:a |some |much |full |long )*(?:discussion|debate))\b
A (?:comment|view|concern|point) was\b
Concerns? (?:was|were) (?:raised|expressed)\b""",
    EntryKind.NOTE: r"""
It was (?:also |further |then )*(?:noted|reported|highlighted)\b
(?:Apologies|The [Mm]inutes)\b
There (?:was|were) (?:no|none)\b
No (?:[\w-]+ ){1,6}(?:was|were|had)\b
No declarations?\b
(?:This|The) item was (?:deferred|withdrawn)\b""",
}
"""Set forms of words, a line each, tried first and in this order."""


@cache
def _formulas() -> dict[EntryKind, re.Pattern[str]]:
    return {
        kind: re.compile("|".join(f"(?:{form})" for form in forms.split("\n") if form))
        for kind, forms in _FORMS.items()
    }
