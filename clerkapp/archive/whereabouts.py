"""Whether a folder is fit to hold the live archive: one computer's own disk, that nothing copies.

The write-ahead log needs one host's shared memory (SQLite, "Write-Ahead Logging", §1), and a
service that copies the file while it is written copies a broken one. Backups may go anywhere.
"""

import sys
from pathlib import Path, PurePath

_SHARES = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "davfs", "fuse.davfs2",
    "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.s3fs", "ceph", "glusterfs",
})  # fmt: skip
_SYNCHRONISED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "icloudrive": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "syncthing": "Syncthing",
    "box sync": "Box",
}


def unfit(folder: Path) -> str:
    """Why `folder` cannot hold the live archive, as the end of a sentence; "" where it can."""
    folder = folder.expanduser().resolve()
    if service := synchronised_by(folder):
        return f"{service} would copy it while it is written"
    if is_share(folder):
        return "it is on a network share, which cannot keep it safe"
    return ""


def synchronised_by(folder: PurePath) -> str:
    """The service that keeps `folder` the same on several computers, by its usual names; or ""."""
    for part in folder.parts:
        name = part.casefold()
        for known, service in _SYNCHRONISED.items():
            if name == known or name.startswith((f"{known} ", f"{known}-")):  # "OneDrive - Council"
                return service
    return ""


def is_share(folder: Path) -> bool:
    """Whether `folder`, or the nearest one above it that exists, is on another computer."""
    if sys.platform == "win32":
        return _is_windows_share(folder)
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:  # not Linux: nothing is known, nothing is refused
        return False
    return filesystem_of(folder, mounts) in _SHARES


def filesystem_of(folder: PurePath, mounts: str) -> str:
    """The type of the file system that holds `folder`, by the lines of /proc/self/mounts."""
    best, kind = PurePath(), ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = PurePath(_unescaped(fields[1]))
        if folder.is_relative_to(place) and len(place.parts) >= len(best.parts):
            best, kind = place, fields[2]
    return kind


def _unescaped(place: str) -> str:
    """`place` with the blanks that the kernel writes in octal (see fstab(5))."""
    for code in ("040", "011", "012", "134"):
        place = place.replace(f"\\{code}", chr(int(code, 8)))
    return place


def _is_windows_share(folder: Path) -> bool:
    if folder.drive.startswith("\\\\"):
        return True
    import ctypes  # noqa: PLC0415 — on Windows alone

    remote = 4  # DRIVE_REMOTE of GetDriveTypeW
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 — there is none elsewhere
    return bool(kernel.GetDriveTypeW(f"{folder.drive}\\") == remote)
