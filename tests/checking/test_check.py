"""A check is the same whether its rules are looked at together or one after the other."""

from clerkapp.checking.check import RULES, Check, check
from clerkapp.checking.record import Record
from clerkapp.notation.reading import read_notation

FAULTY = """\
Council: Ashby Council
Committee: Scrutiny Committee
Date: 6 March 2026
Present: Cllr A Marsden (Chair); Cllr R Finch

# 1. Budget
n Councillor Teale asked about the budget on Monday 7 March 2026.
a Circulate the figures.
"""


def test_rule_by_rule_finds_what_all_together_find():
    meeting = read_notation(FAULTY).meeting
    by_rule = Check(Record(meeting))
    looked_at = 0
    while by_rule.go_on():
        looked_at += 1
    assert looked_at == len(RULES)
    assert by_rule.findings == check(meeting)
    assert len(by_rule.findings) > 2


def test_a_check_that_is_asked_in_the_middle_looks_at_what_is_left():
    meeting = read_notation(FAULTY).meeting
    begun = Check(Record(meeting))
    assert begun.go_on()
    assert [each.rule for each in begun.findings] == [each.rule for each in check(meeting)]
    assert not begun.go_on()
