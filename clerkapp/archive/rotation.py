"""The names of backups, and which of them have had their time."""

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from clerkapp.patterns import pattern

_CLOSES, _DAYS, _WEEKS, _MONTHS = 10, 7, 8, 12
_NAME = pattern(
    r"(?P<stem>.+)-(?P<at>\d{4}-\d\d-\d\dT\d{6}\.\d{6})Z-(?P<why>close|daily|by-hand)"
    r"-(?P<digest>[0-9a-f]{16})\.db",
    re.DOTALL,
)
_TIME = "%Y-%m-%dT%H%M%S.%f"


class Why(StrEnum):
    """Why a backup was made."""

    CLOSE = "close"
    DAILY = "daily"
    BY_HAND = "by-hand"


class SnapshotName(Struct, frozen=True):
    """What the name of a backup says: of which archive, since when, why, and its check digits.

    The digits are of the file's own bytes, so that no two backups can have one name, and a byte
    that has changed since shows.
    """

    stem: str
    at: dt.datetime
    why: Why
    digest: str

    def __str__(self) -> str:
        return f"{self.stem}-{self.at.astimezone(dt.UTC):{_TIME}}Z-{self.why}-{self.digest}.db"


def read_name(path: Path) -> SnapshotName | None:
    """What the name of that file says; None where it is not that of a backup."""
    match = _NAME.fullmatch(path.name)
    if not match:
        return None
    try:
        at = dt.datetime.strptime(match["at"], _TIME).replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    return SnapshotName(match["stem"], at, Why(match["why"]), match["digest"])


def outlived(
    there: Iterable[SnapshotName], newest_verified: SnapshotName | None
) -> set[SnapshotName]:
    """Those that may be deleted: never one made by hand, never `newest_verified`.

    Kept are the last 10 made on closing, and of all that Clerkapp made of itself the last of each
    of the last 7 days, 8 weeks and 12 months that have any. Without a verified one nothing may go.

    Those dated later than the newest were made while the clock was ahead, or it is now behind. They
    are counted by themselves, so that they cannot crowd out what is rightly dated, nor it them.
    """
    if newest_verified is None:
        return set()
    own = sorted(
        (each for each in there if each.why is not Why.BY_HAND),
        key=lambda each: (each.at, str(each)),
        reverse=True,
    )
    ahead = [each for each in own if each.at > newest_verified.at]
    return (_too_many(ahead) | _too_many(own[len(ahead) :])) - {newest_verified}


def _too_many(own: list[SnapshotName]) -> set[SnapshotName]:
    """Those of `own`, the newest first, that neither their number nor their day keeps."""
    kept = set([each for each in own if each.why is Why.CLOSE][:_CLOSES])
    kept |= _last_of_each(own, lambda at: at.date(), _DAYS)
    kept |= _last_of_each(own, lambda at: at.isocalendar()[:2], _WEEKS)
    kept |= _last_of_each(own, lambda at: (at.year, at.month), _MONTHS)
    return set(own) - kept


def _last_of_each(
    newest_first: Iterable[SnapshotName], period: Callable[[dt.datetime], Hashable], number: int
) -> set[SnapshotName]:
    last: dict[Hashable, SnapshotName] = {}
    for each in newest_first:
        last.setdefault(period(each.at), each)
    return set(list(last.values())[:number])
