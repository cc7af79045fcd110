"""The keyring of the operating system: the way in that nobody notices.

Only keyrings known to keep a secret are used, and only once they have given back what they were
given: some that call themselves keyrings write a plain file, and one takes everything and keeps
nothing. A keyring may ask its owner for a password, and wait minutes for the answer; so none is
asked on the thread of the caller, and the caller does not wait for ever.
"""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from clerkapp.archive.keys.data_key import DataKey
from clerkapp.errors import KeyringAbsent, KeyringLocked

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")
_Put: TypeAlias = Callable[[str, str, str], None]

SERVICE = "Clerkapp"
USUAL_PATIENCE = 20.0
"""Seconds that a keyring has to answer in."""

_TRUSTED = frozenset({
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
})  # fmt: skip


class Keyring(Protocol):
    """Where a data key may be kept, under its check.

    Each of these raises KeyringAbsent where there is no such place, and KeyringLocked where it
    does not open.
    """

    def get(self, check: str) -> DataKey | None:
        """The key kept under `check`, or under any name where that is ""; None if there is none."""
        ...

    def put(self, key: DataKey) -> None:
        """Keeps `key`, and proves that it is kept."""
        ...

    def remove(self, check: str) -> None:
        """Forgets the key kept under `check`, if there is one."""
        ...


class SystemKeyring:
    """The keyring of this computer's user."""

    def __init__(self, patience: float = USUAL_PATIENCE) -> None:
        self._patience = patience

    def get(self, check: str) -> DataKey | None:
        """The key kept under `check`, or any key of Clerkapp's where that is ""."""
        return _key_in(self._answer(lambda: _asked(_trusted(), check)))

    def put(self, key: DataKey) -> None:
        """Keeps `key`; KeyringAbsent unless the keyring gives it back."""

        def work() -> None:
            backend = _trusted()
            put: _Put = getattr(backend, "set_password")  # noqa: B009 — it has no types there
            put(SERVICE, key.check, key.raw.hex())
            if _asked(backend, key.check) != key.raw.hex():
                raise KeyringAbsent("the keyring of this computer does not keep what it is given")

        self._answer(work)

    def remove(self, check: str) -> None:
        """Forgets the key kept under `check`."""

        def work() -> None:
            backend = _trusted()
            if _asked(backend, check) is not None:
                backend.delete_password(SERVICE, check)

        self._answer(work)

    def _answer(self, work: Callable[[], T]) -> T:
        """What `work` gives, done on a thread of its own."""
        answers: list[T] = []
        failures: list[BaseException] = []

        def run() -> None:
            try:
                answers.append(work())
            except BaseException as error:  # noqa: BLE001 — it is raised in the caller's thread
                failures.append(error)

        thread = threading.Thread(target=run, name="keyring", daemon=True)
        thread.start()
        thread.join(self._patience)
        if answers:
            return answers[0]
        if failures:
            raise _told(failures[0]) from None
        raise KeyringLocked("the keyring of this computer does not answer; it may be locked")


def _trusted() -> "KeyringBackend":
    """The best keyring here that is known to keep a secret."""
    import keyring  # noqa: PLC0415 — slow to load (0.1 s), and not for those who do not need it
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

    chosen = keyring.get_keyring()
    candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    for each in candidates:
        if type(each).__module__ in _TRUSTED:
            return each
    raise KeyringAbsent("this computer has no keyring that Clerkapp trusts with a key")


def _asked(backend: "KeyringBackend", check: str) -> str | None:
    if check:
        return backend.get_password(SERVICE, check)
    found = backend.get_credential(SERVICE, None)
    return found.password if found else None


def _key_in(words: str | None) -> DataKey | None:
    try:
        return DataKey(bytes.fromhex(words)) if words else None
    except ValueError:  # not ours, or spoilt
        return None


def _told(error: BaseException) -> BaseException:
    """The failure of a keyring as the caller knows it; a fault of our own stays what it is."""
    from keyring.errors import InitError, KeyringError  # noqa: PLC0415
    from keyring.errors import KeyringLocked as Locked  # noqa: PLC0415

    if isinstance(error, KeyringAbsent):
        return error
    if isinstance(error, (Locked, InitError)):
        return KeyringLocked("the keyring of this computer is locked")
    if isinstance(error, KeyringError) or not type(error).__module__.startswith("clerkapp"):
        return KeyringAbsent(f"the keyring of this computer cannot be used: {error}")
    return error
