"""The file keys.json."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_keys import KEY

from clerkapp.archive.keys.data_key import new_data_key
from clerkapp.archive.keys.key_file import (
    KeyFile,
    _sum,
    copy_key_file,
    read_key_file,
    write_key_file,
)
from clerkapp.archive.keys.passphrase import Cost, sealed
from clerkapp.errors import ArchiveDamaged, ArchiveError

CHEAP = Cost(memory=32, passes=1, lanes=1)
FILE = KeyFile(KEY.check, sealed(KEY, "four words of mine", CHEAP)).renewed((KEY,), new_data_key())


def test_what_is_written_is_read(tmp_path: Path):
    assert read_key_file(tmp_path) is None
    new = new_data_key()
    file = KeyFile(KEY.check, sealed(KEY, "kettle on", CHEAP)).with_sheet()
    for each in (file, file.renewed((KEY,), new), KeyFile(new.check)):
        write_key_file(tmp_path, each)
        assert read_key_file(tmp_path) == each
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]
    assert (tmp_path / "keys.json").stat().st_mode & 0o077 == 0


def test_a_new_key_opens_the_earlier_ones_and_no_other_does():
    second, third = new_data_key(), new_data_key()
    file = KeyFile(KEY.check).renewed((KEY,), second)
    assert (file.check, file.keys(second)) == (second.check, (second, KEY))
    file = file.renewed((second, KEY), third)
    assert file.keys(third) == (third, second, KEY)
    assert file.keys(new_data_key())[1:] == ()


@given(st.data())
def test_a_changed_byte_is_damage_or_the_same(tmp_path_factory, data: st.DataObject):
    folder = tmp_path_factory.mktemp("keys")
    write_key_file(folder, FILE)
    path = folder / "keys.json"
    words = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(words)
    with suppress(ArchiveError):
        assert read_key_file(folder) == FILE  # a blank that became another


@pytest.mark.parametrize("words", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 99_999])
def test_what_is_no_key_file_is_damage(tmp_path: Path, words: bytes):
    (tmp_path / "keys.json").write_bytes(words)
    with pytest.raises(ArchiveDamaged, match="damaged"):
        read_key_file(tmp_path)


def test_a_file_of_a_later_release_is_told(tmp_path: Path):
    body = {"version": 2, "another way in": "by post"}
    (tmp_path / "keys.json").write_text(json.dumps({**body, "sum": _sum(body)}))
    with pytest.raises(ArchiveError, match="later release"):
        read_key_file(tmp_path)


def test_a_version_that_is_damaged_is_no_later_release(tmp_path: Path):
    write_key_file(tmp_path, KeyFile(KEY.check))
    path = tmp_path / "keys.json"
    path.write_text(path.read_text().replace('"version": 1', '"version": 9'))
    with pytest.raises(ArchiveDamaged):
        read_key_file(tmp_path)


def test_a_damaged_file_replaces_no_good_copy(tmp_path: Path):
    good, other = KeyFile(KEY.check), tmp_path / "backups"
    write_key_file(tmp_path, good)
    copy_key_file(tmp_path, other)
    (tmp_path / "keys.json").write_bytes(b"{")
    with pytest.raises(ArchiveDamaged):
        copy_key_file(tmp_path, other)
    assert read_key_file(other) == good
