"""What to mend: `check`."""

from argparse import Namespace

from clerkapp.archive.committees import numbers_before, powers_over
from clerkapp.checking.check import check
from clerkapp.checking.explained import explained
from clerkapp.checking.findings import Finding
from clerkapp.commands.sources import id_in, is_file, meeting_asked, reader
from clerkapp.commands.telling import DONE, NOTHING, print_json
from clerkapp.errors import NothingToCheck


def check_meeting(options: Namespace) -> int:
    """What to mend in one meeting, a line each; or what one rule wants."""
    if options.explain:
        return _explain(options.explain.upper())
    if options.source is None:
        raise NothingToCheck("name a meeting: clerkapp check SOURCE")
    findings = _findings(options)
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


def _findings(options: Namespace) -> tuple[Finding, ...]:
    """What is found; of a meeting in the archive also against its committee and the last."""
    if is_file(options.source):
        return check(meeting_asked(options))
    with reader(options) as archive:
        meeting = archive.read(id_in(archive, options.source))
        powers = powers_over(archive, meeting)
        return check(meeting, powers=powers, last=numbers_before(archive, meeting))


def _explain(rule: str) -> int:
    known = explained()
    if rule not in known:
        raise NothingToCheck(f"there is no rule {rule}; there are {', '.join(known)}")
    words = known[rule]
    print(f"{rule}  {words.title}.  {words.why}  ({words.source})")
    return DONE
