"""Whether an item came out in some way; the agenda shows it, so that it is quick to load."""

import re

from clerkapp.meeting.entries import Entry, EntryKind, facts_of
from clerkapp.meeting.meeting import AgendaItem
from clerkapp.meeting.proceedings import Proceeding
from clerkapp.meeting.votes import Ballot, Vote, elected, is_carried
from clerkapp.patterns import pattern
from clerkapp.wording.closing import names_next

_OUTCOMES = frozenset({EntryKind.RESOLUTION, EntryKind.RECOMMENDATION, EntryKind.DECLARATION})
_OUTCOME_WORDS = pattern(
    r"\b(?:resolved|agreed|(?:committee|council|cabinet|board|panel|forum|members|governors) "
    r"(?:received and )?noted the (?:report|update|presentation|position|contents|progress|plan)\b|"
    r"(?<!it )(?:was|were|be) noted|(?:^|[^\w\s] |it was )noted\W*$|"
    r"(?:was|were|be) (?:received|approved|"
    r"accepted|deferred|withdrawn|refused|granted|adopted|confirmed|elected|appointed|closed)|"
    r"(?:there (?:was|were)|had) no |there (?:was|were) none(?= *(?:[.;]|$))|"
    r"no (?:further )?(?:action|apologies|declarations|items?|"
    r"questions|business)\b|none (?:was|were)|not (?:taken|considered|reached)|"
    r"excluded from the meeting)|"
    r"^(?:none|nil|dim)(?: (?:raised|reported|received))?\W*$|"
    r"\b(?:penderfynwyd|cytunwyd|cymeradwywyd|derbyniwyd|gohiriwyd)\b",
    re.IGNORECASE,
)
_NOTED = pattern(r"it was noted\b|nodwyd\b", re.IGNORECASE)

_FORMAL = pattern(
    r"(?:opening )?(?:call to order$|"
    r"apolog(?:y|ies)\b|welcomes?\b|introductions?\b|prayers?\b|karakia\b|"
    r"(?:one |a )?minute[’']?s?[’']? (?:of )?silence\b|housekeeping\b|"
    r"(?:recording|filming|webcasting) of\b|address by\b|"
    r"(?:members[’']? )?declarations? of\b|disclosures? of\b|"
    r"(?:public|open) (?:questions?(?: time)?|forum|participation|session)\b|"
    r"questions? (?:time\b|(?:and statements? )?(?:from|by) (?:the |members of the )?public\b)|"
    r"(?:the )?procedure(?: (?:at|for|of) (?:the|this) (?:hearing|meeting))?$|"
    r"(?:(?:patient|resident|service user|staff|carer|volunteer)[’']?s?[’']? )stor(?:y|ies)\b|"
    r"(?:executive )?(?:head|head[ -]?teacher|principal)[’']s (?:[\w’']+ ){0,2}(?:report|update)\b|"
    r"adroddiad y (?:pennaeth|prifathro)\b|"
    r"(?:any )?(?:business|matters|actions?) arising\b|materion yn codi\b|"
    r"votes? of (?:sympathy|congratulations?|thanks)\b|"
    r"(?:review of )?(?:the )?action (?:log|tracker)\b|"
    r"presentations?\b|croeso\b|ymddiheuriadau\b|dat(?:gan|ganiadau) (?:o )?(?:fuddiant|budd)|"
    r"(?:[\w’']+ ){0,2}(?:announcements|communications)$)|"
    r"(?:(?:items?|reports?|papers?) |.*[(–:-] ?)"
    r"(?:for (?:information|noting)(?: only)?|information only)\W*$",
    re.IGNORECASE,
)


def has_outcome(item: AgendaItem) -> bool:
    """Whether `item` ends with a decision, or says that there was none.

    What is said or done at the opening (a call to order, prayers, apologies, declarations, how a
    hearing goes), matters arising, the public’s questions, a patient’s story, a presentation, a
    headteacher’s report, what is there for information and when the next meeting is ask for no
    decision. “It was noted that …” is an outcome where that is all that there is of the item.
    """
    if item.entries and (_FORMAL.match(item.title.strip()) or names_next(item)):
        return True
    is_noted = len(item.entries) == 1 and bool(_NOTED.match(item.entries[0].text))
    return is_noted or any(map(_decides, item.entries))


def _decides(entry: Entry) -> bool:
    vote, ballot = facts_of(entry, Vote), facts_of(entry, Ballot)
    if entry.kind in _OUTCOMES or facts_of(entry, Proceeding):
        return True
    if vote or ballot:
        return bool(ballot and elected(ballot)) or bool(vote and is_carried(vote) is not None)
    return entry.kind in (EntryKind.NOTE, EntryKind.PROCEDURE) and bool(
        _OUTCOME_WORDS.search(entry.text)
    )
