"""The keys of the archive that the options name, and the command `key`."""

import datetime as dt
import getpass
import sys
from argparse import Namespace
from pathlib import Path

from clerkapp.archive.keys.data_key import Keys
from clerkapp.archive.keys.recovery import read_groups, sheet_text
from clerkapp.archive.keys.system_keyring import SystemKeyring
from clerkapp.archive.keys.ways_in import WaysIn
from clerkapp.archive.opening import is_plain, opened
from clerkapp.commands.telling import DONE, warn
from clerkapp.errors import (
    ArchiveDamaged,
    ArchiveError,
    KeyringAbsent,
    KeyringLocked,
    NoArchive,
    NoWayIn,
)


def keys_to_read(options: Namespace) -> Keys:
    """The keys of an archive that is there; NoArchive where there is none."""
    archive: Path = options.archive
    if not archive.is_file():
        raise NoArchive(f"there is no archive yet at {archive}")
    if is_plain(archive):
        raise ArchiveError("an earlier release wrote this archive; open the window once")
    return _keys(options, archive)


def keys_to_write(options: Namespace) -> Keys:
    """The keys of the archive, new ones where there is none yet."""
    return _keys(options, options.archive)


def keys_of_backup(options: Namespace, backup: Path) -> Keys:
    """The keys of the archive, where there is one, and those that open a backup of another."""
    ways = WaysIn(options.archive, SystemKeyring())
    own = () if ways.is_new else _keys(options, options.archive)
    if is_plain(backup):
        return own or _keys(options, options.archive)
    if own:
        try:
            opened(backup, own).close()
        except ArchiveDamaged:
            pass  # of another archive, perhaps
        else:
            return own
    try:
        return (*own, *_keys(options, backup))
    except NoWayIn:
        if own:
            return own  # what is wrong with it shows when it is read
        raise


def _keys(options: Namespace, archive: Path) -> Keys:
    ways = WaysIn(archive, SystemKeyring())
    try:
        return ways.usual(options.passphrase)
    except (KeyringAbsent, KeyringLocked) as error:
        if ways.has_passphrase:
            if sys.stdin.isatty():
                return ways.by_passphrase(getpass.getpass("Passphrase of the archive: "))
            hint = "set CLERKAPP_PASSPHRASE, or give --passphrase-file"
        else:
            hint = "with the recovery sheet, “clerkapp key recover” opens it again"
        raise type(error)(f"{error}: {hint}") from None


# The command


ABOUT_KEYS = ("passphrase", "sheet", "recover", "renew")


def about_key(options: Namespace) -> int:
    """Does what is asked about the key; without a word says which ways there are to it."""
    match options.what:
        case "passphrase":
            return choose_passphrase(options)
        case "sheet":
            return print_sheet(options)
        case "recover":
            return recover(options)
        case "renew":
            return renew_key(options)
        case _:
            return tell_ways(options)


def tell_ways(options: Namespace) -> int:
    """Says which ways there are to the key of the archive."""
    ways = WaysIn(options.archive, SystemKeyring())
    if ways.is_new:
        raise NoArchive(f"there is no encrypted archive yet at {options.archive}")
    try:
        keyring = "has the key" if ways.by_keyring() else ""
    except NoWayIn as error:
        keyring = f"no way in: {error}"
    has_sheet = (file := ways.file) is not None and file.has_sheet
    print(f"keyring         {keyring}")
    print(f"passphrase      {'is set' if ways.has_passphrase else 'none is set'}")
    print(f"recovery sheet  {'was typed back' if has_sheet else 'was not yet typed back'}")
    return DONE


def choose_passphrase(options: Namespace) -> int:
    """Sets the passphrase of the archive, or changes it."""
    keys = keys_to_read(options)
    passphrase = _new_passphrase(options)
    WaysIn(options.archive, SystemKeyring()).set_passphrase(keys, passphrase)
    print("the passphrase is set")
    return DONE


def print_sheet(options: Namespace) -> int:
    """Prints the recovery sheet as text: whoever has it can read the archive."""
    key = keys_to_read(options)[0]
    print(sheet_text(key, str(options.archive), dt.datetime.now().astimezone().date()), end="")
    warn("keep it on paper and in a safe; the window prints it with a code to scan")
    return DONE


def recover(options: Namespace) -> int:
    """Opens the archive by the recovery sheet typed in, and puts its key where it belongs."""
    if sys.stdin.isatty():
        warn("Type the 13 groups of the recovery sheet, and then an empty line.")
    ways = WaysIn(options.archive, SystemKeyring())
    keys = ways.by_sheet(read_groups("\n".join(iter(_typed_line, ""))))
    if options.new_passphrase:
        ways.set_passphrase(keys, options.new_passphrase)
    in_keyring = ways.keep(keys)
    if not (in_keyring or ways.has_passphrase):
        ways.set_passphrase(keys, _new_passphrase(options))
    print("the archive opens again")
    return DONE


def _typed_line() -> str:
    return sys.stdin.readline().strip()


def renew_key(options: Namespace) -> int:
    """Encrypts the archive and its backups with a new key, for when the old one has got about."""
    keys = keys_to_read(options)
    ways = WaysIn(options.archive, SystemKeyring())
    ways.renew(keys, _new_passphrase(options) if ways.has_passphrase else None)
    print("the archive and its backups have a new key; the old recovery sheet opens nothing now")
    return DONE


def _new_passphrase(options: Namespace) -> str:
    if options.new_passphrase:
        return options.new_passphrase
    if not sys.stdin.isatty():
        raise ArchiveError("a new passphrase is needed: give --new-passphrase-file")
    first = getpass.getpass("New passphrase: ")
    if getpass.getpass("The same again: ") != first:
        raise ArchiveError("the two were not the same; nothing was changed")
    return first
