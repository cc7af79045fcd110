"""What to mend: `check`."""

from argparse import Namespace

from clerkapp.checking.check import check
from clerkapp.commands.sources import meeting_asked
from clerkapp.commands.telling import DONE, NOTHING, print_json


def check_meeting(options: Namespace) -> int:
    """What to mend in one meeting, a line each."""
    findings = check(meeting_asked(options))
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
