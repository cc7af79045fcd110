"""The key that tests encrypt with, and a keyring that forgets everything after the test."""

from clerkapp.archive.keys.data_key import DataKey
from clerkapp.errors import KeyringAbsent, KeyringLocked

KEY = DataKey(bytes(range(32)))
KEYS = (KEY,)


class OwnKeyring:
    """Keeps what it is given, as long as it lives; it has `KEY` from the beginning."""

    def __init__(self, *keys: DataKey) -> None:
        self.kept = {key.check: key for key in keys}

    def get(self, check: str) -> DataKey | None:
        if not check:
            return next(iter(self.kept.values()), None)
        return self.kept.get(check)

    def put(self, key: DataKey) -> None:
        self.kept[key.check] = key

    def remove(self, check: str) -> None:
        self.kept.pop(check, None)


class NoKeyring(OwnKeyring):
    """A computer without a keyring."""

    error: Exception = KeyringAbsent("this computer has no keyring")

    def get(self, check: str) -> DataKey | None:
        raise self.error

    def put(self, key: DataKey) -> None:
        raise self.error

    remove = get


class ShutKeyring(NoKeyring):
    """One that does not open."""

    error = KeyringLocked("it is locked")
