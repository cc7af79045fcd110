"""The database driver, and a connection as the archive wants it.

sqlite-utils chooses its driver when it is first imported: pysqlite3 where there is one, else the
standard library's. Naming SQLCipher pysqlite3 before that import is the one way to have the two
work together (with it 7 of sqlite-utils' own 1,002 tests fail, all for reasons of the tests;
without it 85). Nothing else in Clerkapp imports sqlite_utils or sqlcipher3.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias, cast

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

import sqlite_utils  # noqa: E402 — after the driver is named
from sqlite_utils.migrations import Migrations  # noqa: E402

Row: TypeAlias = Mapping[str, str | int | None]
Parameters: TypeAlias = Sequence[str | int | None] | Row
Tables = sqlite_utils.Database
DatabaseError = sqlcipher3.dbapi2.DatabaseError  # of this driver, not of the standard library's

_ALWAYS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA busy_timeout=5000",
)
_DURABLE = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # 400 modelled power cuts: NORMAL lost commits in 367, FULL in none
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
)


class Connection:
    """A connection to one database. It belongs to the thread that made it."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        """Opens the database at `path`, which `writing` may create; else nothing is changed."""
        address = f"{path.resolve().as_uri()}?mode={'rwc' if writing else 'ro'}"
        self._raw = sqlcipher3.dbapi2.connect(address, uri=True, isolation_level=None)
        for pragma in (*_ALWAYS, *(_DURABLE if writing else ())):
            self._raw.execute(pragma)
        self.tables = Tables(cast("Any", self._raw), execute_plugins=False)

    def run(self, sql: str, parameters: Parameters = ()) -> None:
        """Runs a statement that gives no rows."""
        self._raw.execute(sql, parameters)

    def rows(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """The rows that a statement gives, each by the names of its columns."""
        cursor = self._raw.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        for values in cursor:
            yield dict(zip(names, values, strict=True))

    def number(self, sql: str) -> int:
        """The one number that a statement gives."""
        row = self._raw.execute(sql).fetchone()
        return int(row[0] or 0) if row else 0

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._raw.in_transaction

    def close(self) -> None:
        """Gives the database up."""
        self._raw.close()


__all__ = ["Connection", "DatabaseError", "Migrations", "Parameters", "Row", "Tables"]
