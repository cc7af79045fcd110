"""The kind that opening words announce."""

import re

import pytest
from msgspec.structs import replace

from clerkapp.meeting.entries import Entry, EntryKind
from clerkapp.meeting.people import Attendance, Person, Standing
from clerkapp.patterns import compile_next
from clerkapp.wording.above import START, Above
from clerkapp.wording.kinds import kind_announced, without_label
from clerkapp.wording.sides import side_of

K = EntryKind

ASKED = Above(asked=True, last=K.QUESTION)
UNASKED = Above(asked=False)
AIRED_BY_SOMEBODY = Above(asked=False, last=K.COMMENT)
AMID = Above(asked=False, last=K.NOTE)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Members asked whether the bridge would open in May.", K.QUESTION),
        ("Members asked", K.QUESTION),
        ("Councillor Finch asked ", K.QUESTION),
        ("A Member queried the figure on page four.", K.QUESTION),
        ("Councillor Finch asked why the gate was locked.", K.QUESTION),
        ("Cllr A Marsden and Cllr G Pryce sought clarification on the cost.", K.QUESTION),
        ("Members noted the plan and questioned its cost.", K.QUESTION),
        ("Members welcomed the plan. Members then asked how it would be paid for.", K.QUESTION),
        ("The Chair, on behalf of the Committee, enquired about the lease.", K.QUESTION),
        ("What was being done about the bins?", K.QUESTION),
        ("Further questions were asked about parking.", K.QUESTION),
        ("The Chief Digital Officer confirmed that it was.", K.RESPONSE),
        ("The Director of Place and Environment replied that it was not.", K.RESPONSE),
        ("The Head of Legal (Jo Ray) advised that a licence was needed.", K.RESPONSE),
        ("Officers explained that the grant had ended.", K.RESPONSE),
        ("In response, the Head of Finance pointed to the reserves.", K.RESPONSE),
        ("Councillor Finch replied that she had not.", K.RESPONSE),
        ("It was confirmed that the road was private.", K.RESPONSE),
        ("Members commented that the report was clear.", K.COMMENT),
        ("Councillor Ó Briain welcomed the report.", K.COMMENT),
        ("The Committee thanked the officers.", K.COMMENT),
        ("Concerns were raised about the noise.", K.COMMENT),
        ("The Head of Finance presented the report.", K.NOTE),
        ("The Chief Digital officer gave a presentation.", K.NOTE),
        ("Apologies were received from Councillor Finch.", K.NOTE),
        ("There were no declarations of interest.", K.NOTE),
        ("Members raised the following points:", K.LEAD_IN),
        ("During the ensuing discussion –", K.LEAD_IN),
        ("Points and comments included:", K.LEAD_IN),
        ("RESOLVED: That the report be noted.", K.RESOLUTION),
        ("It was unanimously RESOLVED that the report be noted.", K.RESOLUTION),
        ("Resolved – that it be noted", K.RESOLUTION),
        ("RECOMMENDED TO COUNCIL: That fees be raised.", K.RECOMMENDATION),
        ("Action Point the Clerk to write.", K.ACTION_POINT),
        ("ACTION: Councillor Rice", K.ACTION_POINT),
        ("It was moved by Councillor Ali, seconded by Councillor Bey.", K.MOTION),
        ("Councillor Ali proposed that the item be deferred.", K.MOTION),
        ("For 5, Against 0, Abstentions 1", K.VOTE),
        ("The motion was put and carried.", K.VOTE),
        ("Councillor Ali declared a pecuniary interest in item 8.", K.DECLARATION),
        ("Councillor Ali joined the meeting at 7.36 pm.", K.ARRIVAL),
        ("Councillors Ali and Bey left the meeting at this point.", K.DEPARTURE),
        ("Councillor Ali and the Clerk left.", K.DEPARTURE),
        ("Cllrs Ali, Bey and the Head of Parks then left", K.DEPARTURE),
        ("Cllrs Ali and Bey rejoined.", K.ARRIVAL),
        ("Cllr Ali left the room, having declared an interest.", K.DEPARTURE),
        ("Cllr Ali, having declared an interest in this item, left the room.", K.DEPARTURE),
        ("Councillor Ali, who had declared an interest, left the meeting.", K.DEPARTURE),
        ("Councillor Ali declared an interest and left the room.", K.DECLARATION),
        ("The meeting adjourned at 7.35 pm.", K.PROCEDURE),
        ("The order of business was varied.", K.PROCEDURE),
        ("The press and public were excluded.", K.PROCEDURE),
        ("The Committee noted that the pool would reopen in June.", K.NOTE),
        ("The Board received the report of the Head of Finance.", K.NOTE),
        ("Council considered the draft budget.", K.NOTE),
        ("The Committee thanked officers for the tour of the depot.", K.COMMENT),
        ("The Committee asked that maps be sent out earlier.", K.COMMENT),
        ("The Chair welcomed everyone to the meeting.", K.NOTE),
        ("The chairman reminded those present that there was no fire drill.", K.NOTE),
        ("The Chair advised that the lift was out of order.", K.NOTE),
        ("The Chair welcomed the shorter report.", K.COMMENT),
        ("Chair of Governors opened the meeting.", K.NOTE),
        ("A new parent governor asked when the hall would be painted.", K.QUESTION),
        ("She asked whether the hedge was the Council’s.", K.QUESTION),
        ("He thanked the volunteers.", K.COMMENT),
        ("Ada Wren reported that the ward had reopened.", K.NOTE),
        ("Ada Wren replied that it had not.", K.RESPONSE),
        ("Parish Councillor Bey queried the invoice.", K.QUESTION),
        ("Members were keen to know who held the keys.", K.QUESTION),
        ("Having read the letter, Cllr Bey proposed that it be answered.", K.MOTION),
        ("There were no petitions.", K.NOTE),
        ("No members of the public were present.", K.NOTE),
        ("It was further noted that the kiosk had closed.", K.NOTE),
        ("A discussion followed on the verges.", K.COMMENT),
        ("Voting – For 4, Against 3", K.VOTE),
        ("The Chair put the amendment to the vote.", K.VOTE),
        ("All members voted in favour.", K.VOTE),
        ("The amendment that the fee be waived was lost.", K.VOTE),
        ("Amendment carried.", K.VOTE),
        ("amendment that the fee be passed on to the tenants", K.MOTION),
        ("A further amendment that half of it be lost", K.MOTION),
        ("Motion that the item be put to the Cabinet", K.MOTION),
        ("It was discussed and agreed that the kiosk be let.", K.RESOLUTION),
        ("The colour was discussed at length and it was agreed to keep it.", K.RESOLUTION),
        ("The minutes were considered and agreed.", K.NOTE),
        ("Ms Roe was willing to serve and she was duly elected.", K.RESOLUTION),
        ("Members agreed.", K.RESOLUTION),
        ("Cllrs agreed to wait until May.", K.RESOLUTION),
        ("Cllrs asked who owned the verge.", K.QUESTION),
        ("Enquiry was made about the hedge.", K.QUESTION),
        ("The Panel asked for Ms Roe to explain the invoice.", K.QUESTION),
        ("Mr Lea asked members for their comments.", K.NOTE),
        ("Mr Lea had his doubts about the hedge.", K.COMMENT),
        ("Several views were voiced about the hedge.", K.COMMENT),
        ("Mr Lea began by thanking the painters.", K.COMMENT),
        ("Ms Roe signed the declaration of acceptance of office.", K.NOTE),
        ("The Clerk was tasked with finding a plumber.", K.ACTION_POINT),
        ("Agreed that the fee be waived.", K.RESOLUTION),
        ("The Board agreed that the kiosk should be let.", K.RESOLUTION),
        ("The Parks Committee unanimously AGREED to plant limes.", K.RESOLUTION),
        ("The Council approved the lease.", K.RESOLUTION),
        ("Governors ratified the uniform policy.", K.RESOLUTION),
        ("It was proposed by Ms Roe, seconded by Mr Lea and RESOLVED to pay.", K.RESOLUTION),
        ("Mr Lea was duly elected Treasurer.", K.RESOLUTION),
        ("The Committee agreed with the tenant.", K.COMMENT),
        ("The Chair stated that the lift had been mended.", K.NOTE),
        ("The Chair highlighted the change of date.", K.NOTE),
        ("The Chair stated that it was important to mend the lift.", K.COMMENT),
        ("The Chair noted that the lift had been mended.", K.NOTE),
        ("Consideration was given to the colour of the doors.", K.NOTE),
        ("A letter had been received from the bakery.", K.NOTE),
        ("Copies of the map were circulated.", K.NOTE),
        ("Members were advised that the shed had flooded.", K.NOTE),
        ("Ms Roe was welcomed as the new Clerk.", K.NOTE),
        ("Governors were welcomed to the meeting.", K.NOTE),
        ("The early opening of the baths was welcomed.", K.COMMENT),
        ("Doubts about the date had been raised by the bakery.", K.NOTE),
        ("The offer was seconded by Ms Roe.", K.MOTION),
        ("Members noted that the shed had flooded.", K.NOTE),
        ("Cllr Bey reported that the verge had been cut.", K.NOTE),
        ("Mr Lea explained that the boiler was old.", K.NOTE),
        ("Dr Roe introduced the nursing strategy.", K.NOTE),
        ("AB reported that the boiler was old.", K.NOTE),
        ("Ada also outlined the rota.", K.NOTE),
        ("The Vice-Chancellor presented her report.", K.NOTE),
        ("Councillors highlighted the state of the verges.", K.COMMENT),
        ("Residents asked when the verges would be cut.", K.QUESTION),
        ("Cllr Bey asked the Clerk to write to the bakery.", K.COMMENT),
        ("Cllr Bey asked the Clerk to explain the invoice.", K.QUESTION),
        ("Turning to page two, Cllr Bey asked who owned the verge.", K.QUESTION),
        ("Referring to the map, it was noted that the verge was private.", K.NOTE),
        ("Clerk to write to the bakery.", K.ACTION_POINT),
        ("AB to draft a letter.", K.ACTION_POINT),
        ("The comment was made that the door was red.", K.COMMENT),
        ("Ms Roe called the meeting to order at 7 pm.", K.PROCEDURE),
        ("Ms Roe shared with trustees an update on the door.", K.NOTE),
        ("The Chair made the following announcements.", K.NOTE),
        ("The Chair welcomed Ms Roe back.", K.NOTE),
        ("Councillor Bey presided over the election.", K.NOTE),
        ("Councillor Bey was substituted by Councillor Finch.", K.NOTE),
        ("The Panel held a long debate on doors.", K.COMMENT),
        ("The Panel, in line with its remit, considered its plan.", K.NOTE),
        ("Ada to ring the bakery.", K.ACTION_POINT),
        ("Agreed to paint the door.", K.RESOLUTION),
        ("It was, unanimously, agreed for the door to be painted.", K.RESOLUTION),
        ("Meeting closed 9 pm.", K.PROCEDURE),
        ("On behalf of the trustees the Chairman thanked the bakers.", K.COMMENT),
        ("Ada Wren, the Senior Planner explained that the door was oak.", K.NOTE),
        ("Trustee Wren reported that the door was oak.", K.NOTE),
        ("Trustees Wren and Roe sent their apologies.", K.NOTE),
        ("Councillor Bey echoed these worries.", K.COMMENT),
        ("Trustees to bring paint.", K.ACTION_POINT),
        ("We agreed to paint the door.", K.RESOLUTION),
        ("The Panel, having read the plans, RESOLVED that they be kept.", K.RESOLUTION),
        ("Minutes of the last meeting were agreed.", K.NOTE),
        ("There were apologies from Ms Roe.", K.NOTE),
        ("Councillor Bey was concerned that the door was red.", K.COMMENT),
        ("The Board was asked to adopt the plan.", K.NOTE),
        ("The Committee accepted the tender.", K.RESOLUTION),
        ("She offered her warm thanks to the bakers.", K.COMMENT),
        ("(For 3, Against 2)", K.VOTE),
        ("(Councillor Bey left the meeting.)", K.DEPARTURE),
        ("Ms Roe asked for volunteers to paint the door.", K.COMMENT),
        ("Ms Roe asked for clarification of the price.", K.QUESTION),
        ("Following a short debate the Committee approved the lease.", K.RESOLUTION),
        ("It was therefore proposed and seconded that the door be red.", K.MOTION),
        ("It was stated that the door was oak.", K.NOTE),
        ("The Board’s attention was drawn to page two.", K.NOTE),
        ("Councillor Bey declared an Other Registrable Interest in item 2.", K.DECLARATION),
        ("Cllr Bey to visit the bakery.", K.ACTION_POINT),
        ("Cllr Bey and Clerk to meet the baker.", K.ACTION_POINT),
        ("Cllr Bey and the Clerk to meet the baker.", K.ACTION_POINT),
        ("Cllr Bey and Clerk met the baker.", None),
        ("Clerk and Cllr Bey to meet the baker.", K.ACTION_POINT),
        ("Clerk, Cllr Bey and Cllr Roe to meet the baker.", K.ACTION_POINT),
        ("The Clerk and the Head of Parks to meet the baker.", K.ACTION_POINT),
        ("The two student observers left the meeting.", K.DEPARTURE),
        ("There being no further business, the meeting closed at 9 pm.", K.PROCEDURE),
        ("The Chair ruled that the Committee vary the order of business.", K.PROCEDURE),
    ],
)
def test_opening_words_announce_a_kind(words: str, kind: EntryKind):
    assert kind_announced(words) is kind


@pytest.mark.parametrize(
    "words",
    [
        "",
        "The",
        "Members",
        "The bridge opened in May.",
        "Action plan",
        "The door was red.",
        "Cllr Ali left it to him.",
    ],
)
def test_other_words_announce_nothing(words: str):
    assert kind_announced(words) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        # who speaks
        ("The Portfolio Holder briefly introduced the plan.", K.NOTE),
        ("A Councillor asked when the pier would open.", K.QUESTION),
        ("PC Ada Wren reported that two boats were taken.", K.NOTE),
        ("Ada Wren – Senior Planner (Piers) – reported that it was let.", K.NOTE),
        ("The applicant addressed the Committee.", K.NOTE),
        ("A letter of the Director of Piers to residents was read.", K.NOTE),
        # the full stop of a title or an initial ends no sentence
        ("The Vice Chairman Cllr. A Bey welcomed newly elected Cllr. B Finch.", K.NOTE),
        (
            "Councillors A.B. Bey and C.D. Roe declared a pecuniary interest in item 8.",
            K.DECLARATION,
        ),
        # a letter typed small
        ("it was agreed that the pier be let.", K.RESOLUTION),
        ("members asked who owned the pier.", K.QUESTION),
        # what stands before the sentence
        ("N.B. Councillor Bey left the meeting.", K.DEPARTURE),
        ("PIERS AND BOATS. The Clerk was asked to ring the painters.", K.ACTION_POINT),
        ("Lastly he asked who owned the pier.", K.QUESTION),
        ("Further lights were hung, which had been asked for in May.", None),
        # what they do
        ("Members thought that the pier was long.", K.COMMENT),
        ("Members of the Panel held a minute’s silence.", K.NOTE),
        ("Ada Wren tendered apologies from Ms Roe.", K.NOTE),
        ("Cllr Bey attended the opening of the pier.", K.NOTE),
        ("Cllr Bey considered that the pier was long.", K.COMMENT),
        ("The Mayor gave thanks to the painters.", K.COMMENT),
        ("Cllr Bey wished the painters well.", K.COMMENT),
        ("The Panel endorsed the plan.", K.RESOLUTION),
        ("Ada Wren proposed some changes to the plan.", K.COMMENT),
        ("The Chair asked members for any declarations of interest.", K.NOTE),
        ("The Head of Piers in presenting the plan pointed out two boats.", K.NOTE),
        ("Cllr Bey will ring the painters.", K.NOTE),
        ("Cllr Bey said he would ring the painters.", K.NOTE),
        ("Coun Bey to ring the painters.", K.ACTION_POINT),
        ("The Chairman welcomed Mr. Tom Lea.", K.NOTE),
        ("The Authority considered a plan of the pier.", K.NOTE),
        # what hides who spoke
        ("A suggestion about the pier was noted.", K.COMMENT),
        ("Members were encouraged to see the pier.", K.NOTE),
        ("A request for a map was made.", K.COMMENT),
        ("There was support for the plan.", K.COMMENT),
        ("Proposal was put and carried unanimously.", K.VOTE),
        ("An amendment to the plan was CARRIED.", K.VOTE),
        ("The Sub-Committee retired to consider the evidence.", K.PROCEDURE),
        ("To save paper it has been agreed that no maps be printed.", K.RESOLUTION),
        ("Resolved The plan was accepted.", K.RESOLUTION),
        ("These were signed by the Chair and Clerk as a correct record.", K.NOTE),
        ("Members noted that there was a problem with the pier.", None),
        ("Cllr Bey was nominated and seconded for Chair.", K.MOTION),
        ("The plan of the pier was ratified.", K.RESOLUTION),
        ("The length of the pier was discussed.", K.COMMENT),
        ("Governors had been emailed a copy.", K.NOTE),
        ("Reference was made to the length of the pier.", K.COMMENT),
        ("It was requested that the pier be painted.", K.COMMENT),
        ("Clarification of the length of the pier was provided.", K.RESPONSE),
        ("Some discussion ensued.", K.COMMENT),
        # set forms
        ("Q: Who owns the pier?", K.QUESTION),
        ("Governor question: when will it open?", K.QUESTION),
        ("A: It is let.", K.RESPONSE),
        ("REPORTED That the pier was let.", K.NOTE),
        ("The public minutes of 3 May were approved.", K.NOTE),
        ("No questions were received.", K.NOTE),
        ("The matter was put to the vote.", K.VOTE),
        ("Following a vote, the motion fell.", K.VOTE),
        ("All were in favour.", K.VOTE),
        ("Ada Wren took the Chair.", K.PROCEDURE),
        ("The Chair closed the meeting at 9 pm.", K.PROCEDURE),
        ("The Committee went into private session.", K.PROCEDURE),
        ("Officers are requested to look into the lights.", K.ACTION_POINT),
        ("Ada also to update the map.", K.ACTION_POINT),
        ("The plan was shown to Members and it was agreed that it be kept.", K.RESOLUTION),
        ("The Chair noted the following.", K.LEAD_IN),
        ("An update was given in response to the storm.", K.NOTE),
    ],
)
def test_more_forms_that_minutes_have(words: str, kind: EntryKind | None):
    assert kind_announced(words, UNASKED) is kind


def test_what_an_officer_says_is_a_response_only_to_a_question():
    told = "The Head of Finance advised that reserves had grown."
    assert kind_announced(told, UNASKED) is K.NOTE
    assert kind_announced(told, ASKED) is K.RESPONSE
    shown = "The Head of Finance provided figures."
    assert kind_announced(shown, ASKED) is K.RESPONSE
    assert kind_announced(shown, UNASKED) is K.NOTE


@pytest.mark.parametrize(
    "words",
    [
        "Members agreed that the bridge was old.",
        "Councillor Ali noted that the bridge was old.",
        "Mr Lea stated that the bridge was old.",
        "Councillor Ali declared an interest in the post of Treasurer.",
        "Due to rain the bridge was shut.",
        "Proposal to contact the bakery.",
    ],
)
def test_words_that_are_as_often_one_kind_as_another_announce_nothing(words: str):
    assert kind_announced(words, UNASKED) is None


@pytest.mark.parametrize(
    "words",
    [
        "The Chair stated that the lift had been mended.",
        "Mr Lea said that the bridge was old.",
        "Ms Roe confirmed that the bridge was old.",
        "Cllr Bey advised that the verge had been cut.",
        "She undertook to measure the bridge.",
    ],
)
def test_what_is_told_after_a_question_is_a_response(words: str):
    assert kind_announced(words, ASKED) is K.RESPONSE


def test_what_an_officer_confirms_unasked_is_a_note():
    told = "The Clerk to the Council reported that the verge was cut."
    assert kind_announced(told, UNASKED) is K.NOTE
    assert kind_announced("The Clerk confirmed that the hall was booked.", UNASKED) is K.NOTE


def test_what_is_explained_without_a_question_is_a_note():
    explained = "It was explained that the roof had been felted twice."
    assert kind_announced(explained, UNASKED) is K.NOTE
    assert kind_announced(explained, ASKED) is K.RESPONSE


def test_a_chair_who_is_asked_responds():
    told = "The Chair advised that the lift was out of order."
    assert kind_announced(told, ASKED) is K.RESPONSE


TELLS = START.then(Entry("a", K.NOTE, "Ms Roe presented the plan of the pier."))
AIRED = START.then(Entry("a", K.COMMENT, "Mr Lea felt that the pier was long."))
ASKED_OF_THE_PIER = AIRED.then(Entry("b", K.QUESTION, "Cllr Bey asked who owned the pier."))
ANSWERED = ASKED_OF_THE_PIER.then(Entry("c", K.RESPONSE, "The Clerk replied that it was let."))
DECIDED = START.then(Entry("a", K.RESOLUTION, "RESOLVED: That the pier be let."))
POINTS = START.then(Entry("a", K.LEAD_IN, "Members raised the following points:"))
NEWS = START.then(Entry("a", K.LEAD_IN, "The Chair made the following announcements:"))
REPLIES = START.then(Entry("a", K.LEAD_IN, "The following replies were given:"))


@pytest.mark.parametrize(
    ("above", "words", "kind"),
    [
        # who has reported goes on reporting, who has commented goes on commenting
        (START, "Mr Lea stated that the pier was closed.", K.NOTE),
        (TELLS, "Ms Roe stated that the pier was closed.", K.NOTE),
        (TELLS, "Mr Lea stated that the pier was closed.", None),
        (AIRED, "Mr Lea stated that the pier was closed.", K.COMMENT),
        (TELLS, "She added that it would open in May.", K.NOTE),
        (AIRED, "He added that it would open in May.", K.COMMENT),
        (ANSWERED, "She added that the lease ran to May.", K.RESPONSE),
        (TELLS, "She felt that the pier was long.", None),
        (TELLS, "She acknowledged that the pier was long.", None),
        (ASKED_OF_THE_PIER, "He advised that it was let.", K.RESPONSE),
        (ASKED_OF_THE_PIER, "He said that it was let.", None),
        # an officer below a comment may answer it, or not
        (START, "The Head of Piers advised that it was let.", K.NOTE),
        (AIRED, "The Head of Piers advised that it was let.", None),
        (AIRED, "The Head of Piers assured them that it was let.", K.RESPONSE),
        (TELLS, "The Head of Piers assured them that it was let.", None),
        (ANSWERED, "The Head of Piers advised that it was let.", K.RESPONSE),
        (ANSWERED, "The Head of Piers thanked the painters.", None),
        # what hides who spoke
        (START, "It was reported that the pier was let.", K.NOTE),
        (ASKED_OF_THE_PIER, "It was reported that the pier was let.", K.RESPONSE),
        (ANSWERED, "It was further reported that the pier was let.", None),
        (POINTS, "It was noted that the pier was let.", None),
        (AIRED, "It was confirmed that the pier was let.", None),
        # whole sentences without a verb that tells go on with what stands above
        (START, "The pier had been painted twice.", K.NOTE),
        (START, "The pier had been", None),
        (TELLS, "The pier had been painted twice.", K.NOTE),
        (DECIDED, "The pier had been painted twice.", K.NOTE),
        (AIRED, "The pier would be painted in May.", None),
        (ASKED_OF_THE_PIER, "The pier would be painted in May.", K.RESPONSE),
        (ANSWERED, "The pier would be painted in May.", K.RESPONSE),
        (START, "The pier should be painted.", None),
        # lists
        (POINTS, "The pier should be painted.", K.COMMENT),
        (POINTS, "The pier, should it be painted?", K.QUESTION),
        (NEWS, "The pier would be painted in May.", K.NOTE),
        (REPLIES, "The pier would be painted in May.", K.RESPONSE),
        # what had been said before the meeting
        (START, "The Committee had agreed to paint the pier.", K.NOTE),
        (AIRED, "The Committee had agreed to paint the pier.", None),
        (START, "The lease was approved at the last meeting.", K.NOTE),
        (START, "The lease was approved at the last minute.", K.RESOLUTION),
        (START, "The pier’s colour was raised by a resident at a previous meeting.", K.NOTE),
        # a report goes on below a report, a decision and a task, also once somebody has commented
        (AIRED.then(Entry("b", K.NOTE, "Ms Roe read a letter.")), "It was unsigned.", K.NOTE),
        (AIRED.then(Entry("b", K.RESOLUTION, "RESOLVED to let it.")), "It was dry.", K.NOTE),
        (AIRED.then(Entry("b", K.ACTION_POINT, "Clerk to write.")), "It was dry.", K.NOTE),
        # an answer is heard
        (ANSWERED, "By consensus, the Board noted that the pier was let.", K.NOTE),
        (ANSWERED, "By general consent, Members noted the report of the Clerk.", K.NOTE),
        (ANSWERED, "Members noted how long the pier was.", None),
        (ASKED_OF_THE_PIER, "The Board noted that the pier was let.", None),
        # a member airs a view also while a question stands open
        (ASKED_OF_THE_PIER, "Cllr Ash felt that the pier was long.", K.COMMENT),
        (ANSWERED, "Cllr Ash suggested that it be shortened.", K.COMMENT),
        # the chair answers what was asked right above, also with an opinion
        (ASKED_OF_THE_PIER, "The Chair said that the pier should be let.", K.RESPONSE),
        (AIRED, "The Chair said that the pier should be let.", K.COMMENT),
        (ASKED_OF_THE_PIER, "The Head of Piers announced that it was let.", K.RESPONSE),
        # a post and a name beside it
        (START, "The Chair, Councillor Ash wished to thank the painters.", K.COMMENT),
        (START, "The Head of Piers, Ada Wren explained that it was let.", K.NOTE),
        (START, "The Head of Piers, Tolls and Ferries, Ada Wren, told of the lease.", K.NOTE),
        # a promise
        (AIRED, "Ms Roe said she would measure the pier.", K.NOTE),
        (AIRED, "Ms Roe noted that she would measure the pier.", K.NOTE),
        (START, "She undertook to measure the pier.", K.NOTE),
        (START, "Ms Roe drew attention to page two.", K.NOTE),
        (START, "Ms Roe agreed to circulate the plan.", K.NOTE),
        (ASKED_OF_THE_PIER, "Ms Roe agreed to circulate the plan.", K.RESPONSE),
        # the first verb counts, and whose it is
        (START, "Members were mindful that they commented twice.", None),
        (TELLS, "Some members had no copy, Ada Wren explained.", None),
        (START, "Members considered the plan, and felt that it was long.", K.COMMENT),
        (START, "The Panel considered whether the pier was long.", None),
        (START, "The Clerk was asked to ring the painters.", K.ACTION_POINT),
        (START, "The Committee was asked to note the plan.", K.NOTE),
        (START, "Ms Roe presented the plan and moved that it be adopted.", K.MOTION),
        (START, "That the plan of the pier be adopted.", K.RESOLUTION),
        (START, "Questions were asked and answered as follows:", K.LEAD_IN),
        (START, "Ada Wren declared that she was a painter.", K.DECLARATION),
    ],
)
def test_what_stands_above_decides_where_the_words_may_be_either(
    above: Above, words: str, kind: EntryKind | None
):
    assert kind_announced(words, above) is kind


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (K.ACTION_POINT, "Action Point the Clerk to write.", "the Clerk to write."),
        (K.ACTION_POINT, "ACTION: Clerk", "Clerk"),
        (K.ACTION_POINT, "Actions were agreed.", "Actions were agreed."),
        (K.RESOLUTION, "RESOLVED: That it be noted.", "That it be noted."),
        (K.RESOLUTION, "It was RESOLVED that it be noted.", "that it be noted."),
        (K.RESOLUTION, "Resolved to agree.", "Resolved to agree."),
        (K.RESOLUTION, "It was agreed that it be noted.", "that it be noted."),
        (K.RESOLUTION, "It was agreed to ask the plumber.", "to ask the plumber."),
        (K.RESOLUTION, "AGREED: That it be noted.", "That it be noted."),
        (K.RESOLUTION, "AGREED", "AGREED"),
        (K.RESOLUTION, "Agreed with thanks.", "Agreed with thanks."),
        (K.RESOLUTION, "It was unanimously RESOLVED that it be so.", "unanimously, that it be so."),
        (K.RESOLUTION, "Resolved unanimously: that it be so.", "unanimously, that it be so."),
        (K.RECOMMENDATION, "RECOMMENDED – That it be so.", "That it be so."),
        (K.MOTION, "Motion: That it be so.", "That it be so."),
        (K.NOTE, "Action: none", "Action: none"),
    ],
)
def test_a_label_that_was_typed_is_left_to_the_house_style(kind, typed: str, said: str):
    assert without_label(kind, typed) == said


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Gofynnodd y Cynghorydd Huws pryd byddai’r pier yn agor.", K.QUESTION),
        ("Holodd yr Aelodau pwy oedd biau’r pier.", K.QUESTION),
        ("Atebodd y Pennaeth Cyllid fod y pier ar gau.", K.RESPONSE),
        ("Mewn ymateb, dywedodd y Clerc fod y pier ar gau.", K.RESPONSE),
        ("PENDERFYNWYD derbyn yr adroddiad.", K.RESOLUTION),
        ("Argymhellwyd derbyn yr adroddiad.", K.RECOMMENDATION),
        ("Cynigiodd y Cynghorydd Huws ac eiliodd y Cynghorydd Puw.", K.MOTION),
        ("Datganodd y Cynghorydd Huws fuddiant personol yn eitem 3.", K.DECLARATION),
        ("Ymunodd y Cynghorydd Puw â’r cyfarfod am 7 pm.", K.ARRIVAL),
        ("Gadawodd y Cynghorydd Puw y cyfarfod am 8 pm.", K.DEPARTURE),
        ("Gohiriwyd y cyfarfod am 8 pm.", K.PROCEDURE),
        ("Diolchodd y Cadeirydd i’r swyddogion am yr adroddiad.", K.COMMENT),
        ("Adroddwyd bod y pier ar gau.", K.NOTE),
        ("Dywedodd y Cynghorydd Huws fod y pier yn hir.", None),
    ],
)
def test_in_welsh_the_verb_that_comes_first_announces_the_kind(words: str, kind: EntryKind | None):
    assert kind_announced(words, ANSWERED) is kind
    assert kind_announced(words, TELLS) is kind


OF_THE_PIER = (
    Attendance(Person("1", "Cllr Ada Finch", post="Chair"), Standing.PRESENT),
    Attendance(Person("2", "Cllr Ben Ali"), Standing.PRESENT),
    Attendance(Person("3", "Mr Tom Lea"), Standing.PRESENT),
    Attendance(Person("4", "Dr Una Wren", post="Director of Piers"), Standing.PRESENT),
    Attendance(Person("5", "Jo Roe", post="Head of Piers"), Standing.IN_ATTENDANCE),
    Attendance(Person("6", "Kim Bey"), Standing.GUEST),
)


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Finch", "chair"),
        ("Ali", "councillor"),
        ("Tom", "councillor"),
        ("JR", "officer"),
        ("Wren", "officer"),  # a member by her post
        ("Bey", ""),
        ("Nobody", ""),
    ],
)
def test_the_lists_say_on_which_side_somebody_is(name: str, side: str):
    assert side_of(name, OF_THE_PIER) == side


def test_two_of_one_name_on_both_sides_are_on_neither():
    twin = Attendance(Person("7", "Cllr Sam Roe"), Standing.PRESENT)
    assert not side_of("Roe", (*OF_THE_PIER, twin))


@pytest.mark.parametrize(
    ("words", "above", "without", "kind"),
    [
        ("Ms Roe commented that the pier was long.", ASKED, None, K.RESPONSE),
        ("Mr Lea stated that the pier was long.", AIRED_BY_SOMEBODY, None, K.COMMENT),
        ("Ms Roe acknowledged that the pier was long.", AMID, K.COMMENT, None),
        ("Ms Roe said that this had been seen to.", AIRED_BY_SOMEBODY, None, K.RESPONSE),
    ],
)
def test_who_a_name_is_by_the_lists_tells_the_kind(
    words: str, above: Above, without: EntryKind | None, kind: EntryKind | None
):
    assert kind_announced(words, above) is without
    assert kind_announced(words, replace(above, lists=OF_THE_PIER)) is kind


def test_no_word_waits_for_a_pattern_once_they_are_ready(monkeypatch):
    while compile_next():
        pass
    compiled: list[str] = []
    real = re._compiler.compile
    monkeypatch.setattr(
        re._compiler, "compile", lambda p, flags=0: (compiled.append(p), real(p, flags))[1]
    )
    re.purge()
    for words in (
        "The Director advised that it was so.",
        "Members were told that the pier was closed.",
        "Cllr Finch: why was it?",
        "The following were approved:",
        "Q: how many?",
        "In response, the Clerk said that there were none.",
        "Gofynnodd y Cynghorydd Puw faint.",
    ):
        kind_announced(words)
    assert compiled == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("26/501/FULL 5 Quay Close. Unanimously AGREED to recommend approval.", K.RESOLUTION),
        ("The pier was taken first. RESOLVED: to keep it.", K.RESOLUTION),
        ("26/501/FULL 5 Quay Close. Unanimously agreed to recommend approval.", None),
        ("26/501/FULL 5 Quay Close. The terms were NOT AGREED.", None),
        ("26/501/FULL 5 Quay Close. The price is to be AGREED.", None),
        ("26/501/FULL 5 Quay Close. No way could be AGREED.", None),
        ("26/502/SUB Quay House. No comment and AGREED to leave it.", K.RESOLUTION),
    ],
)
def test_a_decision_in_capitals_is_one_wherever_it_stands(words: str, kind: EntryKind | None):
    assert kind_announced(words) is kind
