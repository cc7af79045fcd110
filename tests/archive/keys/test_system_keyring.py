"""The keyring of the operating system, played by keyrings of the test's own."""

import threading
import time
from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.credentials import SimpleCredential
from keyring.errors import InitError, PasswordSetError
from keyring.errors import KeyringLocked as Locked
from own_keys import KEY

from clerkapp.archive.keys.data_key import DataKey, new_data_key
from clerkapp.archive.keys.system_keyring import SystemKeyring
from clerkapp.errors import KeyringAbsent, KeyringLocked


@pytest.fixture(autouse=True)
def own_keyring() -> Iterator[None]:
    """The class as it is; what it finds is the test's own."""
    was = keyring.get_keyring()
    yield
    keyring.set_keyring(was)


class Safe(KeyringBackend):
    """A keyring that can be trusted, as its module says."""

    priority = 5

    def __init__(self, before: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self.before = before
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self.before()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.before()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]

    def get_credential(self, service: str, username: str | None):
        return next((SimpleCredential(name[1], kept) for name, kept in self.kept.items()), None)


Safe.__module__ = "keyring.backends.SecretService"


class Plain(Safe):
    """One that writes a plain file; it has a name that is nobody's."""


Plain.__module__ = "keyrings.alt.file"


def fails(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


def test_what_is_put_is_got_and_can_be_forgotten():
    keyring.set_keyring(Safe())
    ours, other = SystemKeyring(), new_data_key()
    assert ours.get(KEY.check) is None
    ours.put(KEY)
    ours.put(other)
    assert (ours.get(KEY.check), ours.get(other.check)) == (KEY, other)
    assert ours.get("") in (KEY, other)
    ours.remove(KEY.check)
    ours.remove(KEY.check)
    assert (ours.get(KEY.check), ours.get("")) == (None, other)


@pytest.mark.parametrize("found", [NoKeyring(), NullKeyring(), Plain()])
def test_a_keyring_that_nobody_vouches_for_is_none(found: KeyringBackend):
    keyring.set_keyring(found)
    for act in (lambda each: each.put(KEY), lambda each: each.get(KEY.check)):
        with pytest.raises(KeyringAbsent, match="no keyring that Clerkapp trusts"):
            act(SystemKeyring())
    assert not getattr(found, "kept", None)


def test_of_several_the_one_that_can_be_trusted_is_used(monkeypatch: pytest.MonkeyPatch):
    plain, safe = Plain(), Safe()
    monkeypatch.setattr(ChainerBackend, "backends", [plain, safe])
    keyring.set_keyring(ChainerBackend())
    SystemKeyring().put(KEY)
    assert (len(plain.kept), len(safe.kept)) == (0, 1)


def test_a_keyring_that_forgets_at_once_is_none(monkeypatch: pytest.MonkeyPatch):
    keyring.set_keyring(Safe())
    monkeypatch.setattr(Safe, "set_password", lambda *_: None)
    with pytest.raises(KeyringAbsent, match="does not keep"):
        SystemKeyring().put(KEY)


@pytest.mark.parametrize(
    ("failure", "told"),
    [(Locked("shut"), KeyringLocked), (InitError("no collection"), KeyringLocked),
     (PasswordSetError("no"), KeyringAbsent), (OSError("the bus is gone"), KeyringAbsent)],
)  # fmt: skip
def test_a_failure_of_the_keyring_is_told(failure: Exception, told: type[Exception]):
    keyring.set_keyring(Safe(before=fails(failure)))
    with pytest.raises(told):
        SystemKeyring().put(KEY)


def test_a_keyring_that_does_not_answer_is_locked_and_holds_nobody_up():
    never = threading.Event()
    keyring.set_keyring(Safe(before=lambda: never.wait(5) and None))
    began = time.monotonic()
    with pytest.raises(KeyringLocked, match="does not answer"):
        SystemKeyring(patience=0.1).get(KEY.check)
    assert time.monotonic() - began < 2
    never.set()


def test_it_is_never_asked_on_the_thread_of_the_caller():
    threads: set[threading.Thread] = set()
    keyring.set_keyring(Safe(before=lambda: threads.add(threading.current_thread())))
    SystemKeyring().put(KEY)
    assert threads
    assert threading.current_thread() not in threads


@pytest.mark.parametrize("words", ["", "not hexadecimal", "00ff"])
def test_what_is_no_key_of_ours_is_none(words: str):
    safe = Safe()
    keyring.set_keyring(safe)
    safe.kept["Clerkapp", KEY.check] = words
    assert SystemKeyring().get(KEY.check) is None


def test_a_key_comes_back_as_it_was():
    keyring.set_keyring(Safe())
    for raw in (bytes(32), b"\xff" * 32):
        SystemKeyring().put(DataKey(raw))
        assert SystemKeyring().get(DataKey(raw).check) == DataKey(raw)
