"""What to mend: `check`."""

from argparse import Namespace

from clerkapp.checking.check import check
from clerkapp.checking.explained import explained
from clerkapp.commands.sources import meeting_and_powers
from clerkapp.commands.telling import DONE, NOTHING, print_json
from clerkapp.errors import NothingToCheck


def check_meeting(options: Namespace) -> int:
    """What to mend in one meeting, a line each; or what one rule wants."""
    if options.explain:
        return _explain(options.explain.upper())
    if options.source is None:
        raise NothingToCheck("name a meeting: clerkapp check SOURCE")
    meeting, powers = meeting_and_powers(options)
    findings = check(meeting, powers=powers)
    if options.json:
        print_json(
            [
                {
                    "rule": finding.rule,
                    "severity": finding.severity.name.lower(),
                    "where": finding.where,
                    "what": finding.what,
                    "mend": finding.mend,
                }
                for finding in findings
            ]
        )
    else:
        for finding in findings:
            print(f"{finding.rule}  {finding.where}  {finding.what}.  {finding.mend}")
    return NOTHING if findings else DONE


def _explain(rule: str) -> int:
    known = explained()
    if rule not in known:
        raise NothingToCheck(f"there is no rule {rule}; there are {', '.join(known)}")
    words = known[rule]
    print(f"{rule}  {words.title}.  {words.why}  ({words.source})")
    return DONE
