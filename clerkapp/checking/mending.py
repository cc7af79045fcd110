"""Everything mended at once that can be mended in one way only."""

from clerkapp.checking.check import check
from clerkapp.checking.findings import Finding
from clerkapp.meeting.meeting import Meeting

_PASSES = 9  # two findings in one entry are mended one after the other; more are seldom there


def mended(meeting: Meeting) -> tuple[Meeting, tuple[Finding, ...]]:
    """`meeting` with every safe fix made, and the findings that are mended by that."""
    done: list[Finding] = []
    for _ in range(_PASSES):
        before = meeting
        for finding in check(meeting):
            if finding.fix and finding.fix.is_safe:
                after = finding.fix.edit(meeting)
                if after != meeting:
                    done.append(finding)
                    meeting = after
        if meeting is before:
            break
    return meeting, tuple(done)


def rules_told(findings: tuple[Finding, ...]) -> str:
    """How many of each rule there are, in words: "N3 2, N5 1"."""
    rules = [finding.rule for finding in findings]
    return ", ".join(f"{rule} {rules.count(rule)}" for rule in dict.fromkeys(rules))
