"""Folders that are fit for the live archive, and those that are refused with the reason."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from own_keys import KEYS

from clerkapp.archive import whereabouts
from clerkapp.archive.archive import Archive
from clerkapp.archive.whereabouts import filesystem_of, synchronised_by, unfit
from clerkapp.errors import ArchiveError

MOUNTS = """\
/dev/vda / ext4 rw,relatime 0 0
server:/minutes /srv/council\\040minutes nfs4 rw 0 0
//files/share /mnt/share cifs rw 0 0
/dev/sdb1 /mnt/share/stick vfat rw 0 0
garbage
"""


@pytest.mark.parametrize(("folder", "kind"), [
    ("/home/clerk", "ext4"), ("/srv/council minutes/2026", "nfs4"), ("/mnt/share", "cifs"),
    ("/mnt/share/stick/a", "vfat"), ("/mnt/shared", "ext4"),
])  # fmt: skip
def test_the_nearest_mount_decides(folder: str, kind: str):
    assert filesystem_of(PurePosixPath(folder), MOUNTS) == kind


@pytest.mark.parametrize(("folder", "service"), [
    (PureWindowsPath(r"C:\Users\Clerk\OneDrive - Ashcombe Town Council\Minutes"), "OneDrive"),
    (PurePosixPath("/Users/clerk/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud Drive"),
    (PurePosixPath("/home/clerk/Dropbox/minutes"), "Dropbox"),
    (PurePosixPath("/home/clerk/Nextcloud"), "Nextcloud"),
    (PurePosixPath("/home/clerk/Documents/dropboxes"), ""),
    (PurePosixPath("/home/clerk/.local/share/Clerkapp"), ""),
])  # fmt: skip
def test_a_synchronised_folder_is_known_by_its_name(folder, service: str):
    assert synchronised_by(folder) == service


def test_an_archive_in_a_synchronised_folder_is_refused_and_nothing_is_made(tmp_path: Path):
    folder = tmp_path / "Dropbox" / "minutes"
    with pytest.raises(ArchiveError, match="Dropbox would copy it while it is written"):
        Archive(folder / "archive.db", KEYS)
    assert not folder.exists()


def test_an_archive_on_a_share_is_refused(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(whereabouts, "is_share", lambda _: True)
    with pytest.raises(ArchiveError, match="network share"):
        Archive(tmp_path / "archive.db", KEYS)


def test_this_computer_s_own_disk_is_fit(tmp_path: Path):
    assert unfit(tmp_path) == ""
