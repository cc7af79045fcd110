"""Facts in a few words beside the text of an entry."""

import datetime as dt

import pytest
from meetings import brookmere

from clerkapp.meeting.actions import ActionPoint
from clerkapp.meeting.decisions import Referral
from clerkapp.meeting.entries import Entry, EntryKind, Movement
from clerkapp.meeting.exempt import Exempt
from clerkapp.meeting.interests import Declaration
from clerkapp.meeting.meeting import people_of
from clerkapp.meeting.people import Mention
from clerkapp.meeting.votes import Motion, Vote
from clerkapp.window.item.fact_words import exempt_words, fact_words
from clerkapp.wording.house_style import house_style
from clerkapp.wording.sentences import Sentences

MEETING = brookmere()
CHAIR, VICE, *_ = (Mention(person.id) for person in people_of(MEETING))


@pytest.mark.parametrize(("kind", "facts", "words"), [
    (EntryKind.MOTION, Motion(CHAIR, VICE), "Moved by Councillor Banerjee"),
    (EntryKind.VOTE, Vote(7, 0, 1), "For 7"),
    (EntryKind.RECOMMENDATION, Referral("Cabinet"), "To Cabinet"),
    (EntryKind.DECLARATION, Declaration(CHAIR, "as a trustee"), "Councillor Banerjee declared"),
    (EntryKind.DEPARTURE, Movement(CHAIR), "Councillor Banerjee left the meeting at 7.50 pm."),
    (EntryKind.DEPARTURE, Movement(CHAIR, for_interest=True), "Councillor Banerjee withdrew"),
    (EntryKind.ARRIVAL, Movement(CHAIR, for_interest=True), "Councillor Banerjee returned"),
    (EntryKind.NOTE, Movement(CHAIR), ""),
    (EntryKind.ACTION_POINT, ActionPoint(CHAIR), ""),
])  # fmt: skip
def test_the_facts_of_a_kind_are_told_in_the_words_of_the_house(kind, facts, words):
    entry = Entry("e", kind, time=dt.time(19, 50), facts=facts)
    said = fact_words(entry, Sentences(MEETING, house_style("")))
    assert said.casefold().find(words.casefold()) >= 0 if words else said == ""


def test_an_exempt_item_says_under_which_paragraph():
    assert exempt_words(Exempt("3")) == "Exempt · paragraph 3"
    assert exempt_words(Exempt("")) == "Exempt"
