"""What is said before a house style is removed."""

from clerkapp.archive.own_styles import StyleUse
from clerkapp.wording.house_style import DEFAULT, house_style, house_styles
from clerkapp.wording.own_styles import OwnStyle


def removal_words(own: OwnStyle, use: StyleUse, like_it: tuple[OwnStyle, ...]) -> str:
    """Whether the style is to go, and what then becomes of those that have it."""
    told = [f"Remove “{own.title}”? Its file is deleted, and that cannot be undone."]
    users = _users(use)
    if users:
        bundled = [each for each in house_styles() if each.name == own.name]
        then = f"“{(bundled or [house_style(DEFAULT)])[0].title}”"
        verb = "is" if use.meetings + use.committees == 1 else "are"
        told.append(f"{users} {verb} printed in it, and then in {then} until another is chosen.")
    if own.style:
        told += [f"“{each.title}”, which is like it, stays as it is." for each in like_it]
    return "\n\n".join(told)


def _users(use: StyleUse) -> str:
    """As in “2 meetings and the next meetings of 1 committee”; "" where there are none."""
    meetings = _counted(use.meetings, "meeting")
    committees = _counted(use.committees, "committee")
    of = f"the next meetings of {committees}" if committees else ""
    return " and ".join(filter(None, (meetings, of)))


def _counted(number: int, noun: str) -> str:
    return "" if not number else f"1 {noun}" if number == 1 else f"{number} {noun}s"
