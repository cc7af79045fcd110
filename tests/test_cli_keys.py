"""The ways into the archive, from the command line."""

import io
import re
from pathlib import Path

import pytest
from own_keys import OwnKeyring

from clerkapp import cli
from clerkapp.archive.archive import default_path
from clerkapp.archive.keys import passphrase as passphrases
from clerkapp.archive.keys.passphrase import Cost
from clerkapp.archive.keys.recovery import groups_of
from clerkapp.archive.keys.system_keyring import SystemKeyring
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.opening import is_plain
from clerkapp.errors import KeyringAbsent
from clerkapp.resources import resource

SAMPLE = str(resource("samples", "overview-and-scrutiny.minutes"))
WORDS, OTHER = "four words of mine", "another four words"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrases, "USUAL_COST", Cost(memory=32, passes=1, lanes=1))


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyringAbsent("this computer has no keyring")

    for name in ("get", "put", "remove"):
        monkeypatch.setattr(SystemKeyring, name, fail)


def passphrase_file(folder: Path, words: str) -> str:
    path = folder / "passphrase.txt"
    path.write_text(f"{words}\r\nnot this line\n")
    return str(path)


def clerkapp(*arguments: str) -> int:
    return cli.run(cli.parsed(arguments))


def test_with_a_keyring_nobody_is_asked(own_keyring: OwnKeyring, capsys):
    assert clerkapp("import", SAMPLE) == 0
    assert not is_plain(default_path())
    assert clerkapp("list") == 0
    assert "Scrutiny" in capsys.readouterr().out
    assert clerkapp("key") == 0
    assert "keyring         has the key" in capsys.readouterr().out
    own_keyring.kept.clear()
    assert clerkapp("list") == 2
    assert "does not have the key" in capsys.readouterr().err


@pytest.mark.usefixtures("no_keyring")
def test_without_a_keyring_a_passphrase_is_the_way_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    assert clerkapp("import", SAMPLE) == 2
    assert "so the archive needs a passphrase: set CLERKAPP_PASSPHRASE" in capsys.readouterr().err
    assert not default_path().exists()
    named = passphrase_file(tmp_path, WORDS)
    assert clerkapp("import", SAMPLE, "--passphrase-file", named) == 0
    assert clerkapp("--passphrase-file", named, "list") == 0
    monkeypatch.setenv("CLERKAPP_PASSPHRASE", WORDS)
    assert clerkapp("list") == 0
    monkeypatch.setenv("CLERKAPP_PASSPHRASE", OTHER)
    capsys.readouterr()
    assert clerkapp("list") == 2
    assert "not the passphrase" in capsys.readouterr().err
    monkeypatch.delenv("CLERKAPP_PASSPHRASE")
    assert clerkapp("list") == 2
    assert "set CLERKAPP_PASSPHRASE, or give --passphrase-file" in capsys.readouterr().err


@pytest.mark.usefixtures("no_keyring")
def test_the_passphrase_is_typed_where_somebody_sits(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setenv("CLERKAPP_PASSPHRASE", WORDS)
    assert clerkapp("import", SAMPLE) == 0
    monkeypatch.delenv("CLERKAPP_PASSPHRASE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    answers = iter([WORDS, OTHER])
    monkeypatch.setattr("getpass.getpass", lambda _: next(answers))
    assert clerkapp("list") == 0
    assert clerkapp("list") == 2
    assert "not the passphrase" in capsys.readouterr().err


def test_the_passphrase_is_set_and_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_keyring: OwnKeyring, capsys
):
    assert clerkapp("key") == 2
    assert clerkapp("import", SAMPLE) == 0
    assert clerkapp("key", "passphrase") == 2
    assert "give --new-passphrase-file" in capsys.readouterr().err
    named = passphrase_file(tmp_path, WORDS)
    assert clerkapp("key", "passphrase", "--new-passphrase-file", named) == 0
    own_keyring.kept.clear()
    assert clerkapp("list", "--passphrase-file", named) == 0
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    for typed, status in (((WORDS, OTHER, WORDS), 2), ((WORDS, OTHER, OTHER), 0)):
        answers = iter(typed)
        monkeypatch.setattr("getpass.getpass", lambda _, answers=answers: next(answers))
        assert clerkapp("key", "passphrase") == status
    assert clerkapp("list", "--passphrase-file", passphrase_file(tmp_path, OTHER)) == 0


def test_a_renewed_key_shuts_out_the_old_one(own_keyring: OwnKeyring, capsys):
    assert clerkapp("import", SAMPLE) == 0
    before = dict(own_keyring.kept)
    assert clerkapp("key", "renew") == 0
    assert clerkapp("list") == clerkapp("verify") == 0
    own_keyring.kept.clear()
    own_keyring.kept.update(before)
    assert clerkapp("list") == 2


@pytest.mark.usefixtures("no_keyring")
def test_a_backup_comes_back_on_a_new_computer_with_the_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    monkeypatch.setenv("CLERKAPP_PASSPHRASE", WORDS)
    stick, new = tmp_path / "stick", ["--archive", str(tmp_path / "new" / "archive.db")]
    assert clerkapp("import", SAMPLE) == 0
    assert clerkapp("backup", "-o", str(stick)) == 0
    backup = capsys.readouterr().out.split()[-1]
    assert clerkapp("restore", backup, *new) == 1
    assert clerkapp("restore", backup, "--yes", *new) == 0
    assert clerkapp("list", *new) == clerkapp("verify", backup, *new) == 0
    assert "Scrutiny" in capsys.readouterr().out


def test_a_backup_of_an_archive_with_another_key_is_told(tmp_path: Path, capsys):
    other = ["--archive", str(tmp_path / "other" / "archive.db")]
    assert clerkapp("import", SAMPLE, *other) == clerkapp("import", SAMPLE) == 0
    assert clerkapp("backup", "-o", str(tmp_path / "stick"), *other) == 0
    backup = capsys.readouterr().out.split()[-1]
    assert clerkapp("verify", backup) == 0  # the keyring has that key, too
    (tmp_path / "stick" / "keys.json").unlink()
    assert clerkapp("restore", backup) == 2
    assert "no archive of Clerkapp that this key opens" in capsys.readouterr().err


def typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(words))


def test_the_sheet_opens_what_the_keyring_has_lost(
    own_keyring: OwnKeyring, monkeypatch: pytest.MonkeyPatch, capsys
):
    assert clerkapp("import", SAMPLE) == 0
    capsys.readouterr()
    assert clerkapp("key", "sheet") == 0
    sheet = capsys.readouterr().out
    groups = re.findall(r"\d+\. ([0-9A-Z]{5})\b", sheet)
    assert len(groups) == 13
    own_keyring.kept.clear()
    assert clerkapp("list") == 2
    assert "clerkapp key recover" in capsys.readouterr().err
    typed(monkeypatch, "\n".join((*groups[:3], "00000", *groups[4:])))
    assert clerkapp("key", "recover") == 2
    assert "group 4" in capsys.readouterr().err
    typed(monkeypatch, "\n".join(groups) + "\n\n")
    assert clerkapp("key", "recover") == 0
    assert clerkapp("list") == 0


@pytest.mark.usefixtures("no_keyring")
def test_the_sheet_helps_to_a_new_passphrase_where_there_is_no_keyring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    monkeypatch.setenv("CLERKAPP_PASSPHRASE", WORDS)
    assert clerkapp("import", SAMPLE) == 0
    keys = WaysIn(default_path(), SystemKeyring()).usual(WORDS)
    monkeypatch.delenv("CLERKAPP_PASSPHRASE")
    typed(monkeypatch, " ".join(groups_of(keys[0])))
    named = passphrase_file(tmp_path, OTHER)
    assert clerkapp("key", "recover", "--new-passphrase-file", named) == 0
    assert clerkapp("list", "--passphrase-file", named) == 0


@pytest.mark.parametrize("words", ["", "\n", None])
def test_a_passphrase_file_without_one_is_told(tmp_path: Path, words: str | None, capsys):
    path = tmp_path / "p"
    if words is not None:
        path.write_text(words)
    with pytest.raises(SystemExit) as ended:
        clerkapp("list", "--passphrase-file", str(path))
    assert ended.value.code == 2
    assert str(path) in capsys.readouterr().err
