"""A page of minutes, and the keys by which a clerk brings it to paper. All of it is invented.

The page has the shape of published scrutiny minutes: an introduction, nine exchanges, two action
points with owner and date, a recommendation. It was written before its keys were, and no code was
added to the stock for it.
"""

LISTS = """\
Council: Brookmere Borough Council
Committee: Corporate Overview and Scrutiny Committee
Date: {date}
Status: draft
Present: Cllr S Banerjee (Chair); Cllr A Marsden; Cllr G Pryce; Cllr M Ferris
In attendance: Chief Digital Officer [cdo]; Head of Finance [hof]

"""

TODAY = (
    LISTS.format(date="2026-03-05")
    + """\
# 6. Digital and customer progress update
"""
)
"""The meeting before anybody has spoken: the agenda is there, as it is in a Word template."""

EARLIER = (
    LISTS.format(date="2025-12-04")
    + """\
# 5. Budget monitoring
n The Head of Finance presented the report for the second quarter.
q Members asked why the cost of agency staff had risen.
r The Head of Finance confirmed that two posts had been filled and that the cost would fall.
> That the report be noted.

# 6. Digital and customer progress update
n The Chief Digital Officer gave a presentation to the Committee, as set out in item 6 of the \
agenda. It was noted that the contact and digital programme was a key part of the improvement and \
recovery plan.
k Members noted and questioned the following key points:
q Members questioned what had become of the old telephone system.
r The Chief Digital Officer confirmed that it would be switched off in March.
q Members asked whether parish councils had been consulted.
r The Chief Digital Officer advised that a letter had been sent to each of them in October.
> That the report be noted.
"""
)
"""What the archive holds: the committee's last meeting, at which the item stood on the agenda."""

OWN_CODES = {
    "cfm": "confirmed that",
    "adv": "advised that",
    "wbd": "what was being done",
    "tc": "the Council",
    "rsd": "residents",
    "libs": "libraries",
    "prg": "programme",
    "oas": "other authorities",
}
"""What a clerk of this committee would have codes for; the rest is the stock's."""

KEYS = """\
cdo g{Tab} It {Tab}{Enter}
mn a{Tab}{Enter}
mn that one aim of the prg was to make better use of data and questioned wbd to build the skills \
for it within tc, since elsewhere the results had been poor where nobody knew the data well.{Enter}
cdo cfm steps were being taken to improve the systems and acknowledged that data analysts and data \
engineers needed to be recruited.{Enter}
mn that the customer was at the centre of the prg and questioned how this was being achieved.{Enter}
cdo adv user research was being carried out to find out how rsd dealt with tc at present and how \
they wanted to in future.{Enter}
mq whether there was money in the bgt to recruit the people who were needed.{Enter}
cdo cfm existing staff were being retrained and that the digital svc was being restructured to \
bring in new skills.{Enter}
ma whether there would be digital help in the libs.{Enter}
cdo cfm there was already support in the libs but that the svc was under review.{Enter}
ma where the four internet clubs named in the presentation were.{Enter}
a Find out where the internet clubs are and rpt back to tcm.\
{Ctrl+Shift+O}cdo{Enter}{Ctrl+D}2/4{Enter}{Enter}
mq wbd to reach rsd who did not use or could not use the technology.{Enter}
cdo gave figures for the borough, which showed that most rsd had the means to deal with tc online \
and used them daily. iwn the reasons for the low use of some svcs had to be understood before \
support for rsd could be planned.{Enter}
mq the limited access to libs and community hubs and wbd to help families who had no technology at \
home.{Enter}
cdo adv a plan was being drawn up to find out what kept rsd from the technology.{Enter}
mq when tcm would see the timescales of the prg and how it was going to work.{Enter}
a Bring a rpt to tcm with the timescales, the work in hand and the work that is planned.\
{Ctrl+Shift+O}cdo{Enter}{Ctrl+D}11/6{Enter}{Enter}
mq whether tc was looking at what oas were doing.{Enter}
cdo cfm discussions were taking place with oas to find the best practice and to keep the prg cost \
effective. Sessions led by oas had been arranged for all staff.{Enter}
> That the rpt be noted and that a further rpt on the prg be brought to tcm at its next mtg.
"""
"""What is pressed, from the empty item on: keys and chords by their names in braces, the rest
letter by letter. A line feed is nothing.
"""

PAGE = """\
The Chief Digital Officer gave a presentation to the Committee, as set out in item 6 of the \
agenda. It was noted that the contact and digital programme was a key part of the improvement and \
recovery plan.
Members noted and questioned the following key points:
• Members noted that one aim of the programme was to make better use of data and questioned what \
was being done to build the skills for it within the Council, since elsewhere the results had been \
poor where nobody knew the data well. The Chief Digital Officer confirmed that steps were being \
taken to improve the systems and acknowledged that data analysts and data engineers needed to be \
recruited.
• Members noted that the customer was at the centre of the programme and questioned how this was \
being achieved. The Chief Digital Officer advised that user research was being carried out to find \
out how residents dealt with the Council at present and how they wanted to in future.
• Members questioned whether there was money in the budget to recruit the people who were needed. \
The Chief Digital Officer confirmed that existing staff were being retrained and that the digital \
service was being restructured to bring in new skills.
• Members asked whether there would be digital help in the libraries. The Chief Digital Officer \
confirmed that there was already support in the libraries but that the service was under review.
• Members asked where the four internet clubs named in the presentation were. Action Point Find \
out where the internet clubs are and report back to the Committee. Owner: Chief Digital Officer. \
Due: 2 April 2026.
• Members questioned what was being done to reach residents who did not use or could not use the \
technology. The Chief Digital Officer gave figures for the borough, which showed that most \
residents had the means to deal with the Council online and used them daily. It was noted that the \
reasons for the low use of some services had to be understood before support for residents could \
be planned.
• Members questioned the limited access to libraries and community hubs and what was being done to \
help families who had no technology at home. The Chief Digital Officer advised that a plan was \
being drawn up to find out what kept residents from the technology.
• Members questioned when the Committee would see the timescales of the programme and how it was \
going to work. Action Point Bring a report to the Committee with the timescales, the work in hand \
and the work that is planned. Owner: Chief Digital Officer. Due: 11 June 2026.
• Members questioned whether the Council was looking at what other authorities were doing. The \
Chief Digital Officer confirmed that discussions were taking place with other authorities to find \
the best practice and to keep the programme cost effective. Sessions led by other authorities had \
been arranged for all staff.
RECOMMENDED: That the report be noted and that a further report on the programme be brought to the \
Committee at its next meeting."""
