"""Rescuing: what can be read of a damaged archive comes into a new one, and the rest is named."""

import os
import random
import shutil
from contextlib import closing, nullcontext
from pathlib import Path

import pytest
from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEY, KEYS
from test_restoring import cut_short
from test_snapshots import content
from test_upgrades import archive_of
from untraced import untraced

from clerkapp.archive.archive import Archive, ArchiveReader
from clerkapp.archive.changes import ChangeLog
from clerkapp.archive.driver import Connection
from clerkapp.archive.keys.data_key import DataKey
from clerkapp.archive.keys.key_file import KeyFile, read_key_file, write_key_file
from clerkapp.archive.opening import is_plain
from clerkapp.archive.pages import PAGE, Pages
from clerkapp.archive.records import TABLE, records_on
from clerkapp.archive.remains import columns_of
from clerkapp.archive.rescuing import Rescued, rescue
from clerkapp.archive.rotation import Why
from clerkapp.archive.snapshots import take
from clerkapp.archive.store import load, save
from clerkapp.archive.verifying import verify
from clerkapp.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveLocked,
    ArchiveTooNew,
    NoArchive,
)
from clerkapp.meeting import edits
from clerkapp.meeting.copying import copied
from clerkapp.meeting.ids import new_id
from clerkapp.meeting.meeting import entries_of
from clerkapp.meeting.people import Mention

DAMAGES = int(os.environ.get("CLERKAPP_DAMAGES", "16"))
"""How many random damages are tried: a hundred and more where there is time."""
FOLLOWED = 1  # of them by coverage, with which one takes three times as long

UNSEALED = "the seals of its pages could not be checked; read the minutes through"
NAME = "meeting of 5 March 2026 (Corporate Overview and Scrutiny Committee)"
TABLES = ("meeting", "attendance", "item", "entry", "change")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive with two meetings, one of them changed since, that no Clerkapp has open."""
    path = tmp_path / "a" / "archive.db"
    first, second = (copied(brookmere(), new_id) for _ in range(2))
    with Archive(path, KEYS) as archive:
        archive.add(first)
        archive.add(second)
        archive.add(edits.remove_entry(first, first.items[1].entries[0].id))
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "new" / "rescued.db"


def rescued(path: Path, target: Path) -> Rescued:
    """Rescues, and looks at what every rescue must keep to."""
    before = {
        each: each.read_bytes() for each in path.parent.glob(f"{path.name}*") if each.is_file()
    }
    found = rescue(path, target, KEYS)
    assert {each: each.read_bytes() for each in before} == before
    assert not is_plain(target)
    assert [each.name for each in target.parent.glob("*")] in (
        [target.name], ["keys.json", target.name], [target.name, "keys.json"],
    )  # fmt: skip
    verdict = verify(target, KEYS)
    assert verdict.faults == ()
    assert (verdict.meetings, verdict.entries) == (found.meetings, found.entries)
    return found


def rows(path: Path, table: str, key: DataKey | None = KEY) -> dict[str, dict]:
    with closing(Connection(path, key, writing=False)) as db:
        return {str(row["id"]): dict(row) for row in db.rows(f"SELECT * FROM {table}")}


def root(path: Path, name: str, key: DataKey | None = KEY) -> int:
    with closing(Connection(path, key, writing=False)) as db:
        return db.number(f"SELECT rootpage FROM sqlite_master WHERE name = '{name}'")


def spoil(path: Path, *numbers: int, end: int | None = None) -> None:
    """Zeroes pages, and cuts the file off."""
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(data[:end])


def change_rows(path: Path, *statements: str) -> None:
    """Changes rows behind the back of the log, whatever they belong to."""
    with closing(Connection(path, KEY, writing=True)) as db:
        db.run("PRAGMA foreign_keys=OFF")
        for statement in statements:
            db.run(statement)
        db.run("PRAGMA wal_checkpoint(TRUNCATE)")


# Nothing is lost


def test_an_archive_that_is_whole_is_rescued_whole(path: Path, target: Path):
    assert rescued(path, target) == Rescued(2, 9, ())
    assert content(target) == content(path)
    for table in TABLES:
        assert rows(target, table) == rows(path, table)
    with Archive(target, KEYS) as archive:
        assert len(list(archive.every_meeting())) == 2


def test_what_is_only_in_the_log_is_rescued_too(path: Path, target: Path):
    cut_short(path)
    rescued(path, target)
    assert {each.heading.place for each in content(target)} == {"only in the log"}


def test_an_archive_that_an_earlier_release_left_plain_is_rescued_and_encrypted(
    tmp_path: Path, target: Path
):
    for release in (1, 2, 3, 4):
        old = tmp_path / f"{release}" / "archive.db"
        old.parent.mkdir()
        archive_of(release, old, brookmere())
        found = rescued(old, target)
        assert (found.meetings, found.entries) == (1, 5)
        assert found.losses == (UNSEALED,)
        assert content(target) == [brookmere()]
        spoil(old, 1)
        Path(f"{old}-wal").unlink(missing_ok=True)
        again = target.with_name(f"{release}.db")
        assert rescue(old, again, KEYS).entries == 5
        for each in (again, target):
            each.unlink()


def test_rows_older_than_the_column_of_who_said_it_are_rescued_beside_later_ones(
    tmp_path: Path, target: Path
):
    path, meeting = tmp_path / "archive.db", brookmere()
    archive_of(4, path, meeting)
    entry, chair = meeting.items[1].entries[0], meeting.attendance[0].person
    said = edits.set_speaker(meeting, entry.id, Mention(chair.id))
    with Archive(path, KEYS) as archive:
        archive.read(meeting.id)
        archive.add(said)
    assert rescued(path, target).entries == 5
    assert content(target) == [said]


def test_a_backup_is_rescued_under_the_key_it_was_made_with(path: Path, target: Path, tmp_path):
    backup = take(path, tmp_path / "stick", Why.BY_HAND, KEYS)
    now = DataKey(bytes(reversed(range(32))))
    assert rescue(backup, target, (now, KEY)) == Rescued(2, 9, ())
    with ArchiveReader(target, (now,)) as reader:
        assert len(list(reader.every_meeting())) == 2
    assert not list(backup.parent.glob("*.lock"))


def test_the_file_about_the_key_comes_along_unless_one_is_there(path: Path, target: Path):
    write_key_file(path.parent, KeyFile(KEY.check))
    rescue(path, target, KEYS)
    assert read_key_file(target.parent) == KeyFile(KEY.check)
    write_key_file(target.parent, KeyFile("0123456789abcdef"))
    rescue(path, target.with_name("again.db"), KEYS)
    assert read_key_file(target.parent) == KeyFile("0123456789abcdef")


# Something is


@pytest.mark.parametrize("name", ["entry", "item", "attendance", "meeting"])
def test_a_table_that_is_lost_is_put_together_from_the_log(path: Path, target: Path, name: str):
    was = content(path), rows(path, name)
    spoil(path, root(path, name))
    found = rescued(path, target)
    assert found == Rescued(2, 9, ())
    assert (content(target), rows(target, name)) == was


@pytest.mark.parametrize("name", ["change_row", "sqlite_autoindex_item_1", "indexed_words_data"])
def test_what_can_be_made_anew_is_no_loss(path: Path, target: Path, name: str):
    was = content(path)
    spoil(path, root(path, name))
    assert rescued(path, target).losses == ()
    assert content(target) == was


def test_without_its_beginning_everything_else_is_still_read(path: Path, target: Path):
    was = content(path)
    spoil(path, 1)
    found = rescued(path, target)
    assert content(target) == was
    assert found.losses[-1] == UNSEALED
    assert "cannot be told" in found.losses[0]


def test_entries_that_are_lost_are_counted_by_meeting(path: Path, target: Path):
    change_rows(path, "DROP TRIGGER change_stays", "DELETE FROM change")
    first, second = content(path)
    spoil(path, root(path, "entry"))
    found = rescued(path, target)
    assert (found.meetings, found.entries) == (2, 0)
    assert found.losses == (
        f"{NAME}: 5 entries could not be read",
        f"{NAME}: 5 entries could not be read",  # that one of them was deleted is lost too
    )
    assert content(target) == [
        replace(each, items=tuple(replace(item, entries=()) for item in each.items))
        for each in (first, second)
    ]


def test_entries_whose_item_is_lost_are_under_one_named_rescued(path: Path, target: Path):
    change_rows(path, "DROP TRIGGER change_stays", "DELETE FROM change WHERE part = 'item'")
    was = content(path)
    spoil(path, root(path, "item"))
    found = rescued(path, target)
    assert (found.meetings, found.entries) == (2, 9)
    assert {loss.split(": ")[1] for loss in found.losses} == {"2 items could not be read"}
    for now, then in zip(content(target), was, strict=True):
        assert {item.title for item in now.items} == {"Rescued"}
        held = {entry for _, entry in entries_of(now)}
        assert held == {entry for _, entry in entries_of(then)}
    with Archive(target, KEYS) as archive:  # and minutes can be taken in it again
        archive.add(edits.remove_item(now, now.items[0].id))


def test_what_belonged_to_a_lost_meeting_is_in_one_named_rescued(path: Path, target: Path):
    change_rows(path, "DROP TRIGGER change_stays", "DELETE FROM change WHERE part = 'meeting'")
    was = content(path)
    spoil(path, root(path, "meeting"))
    found = rescued(path, target)
    assert (found.meetings, found.entries) == (2, 9)
    now = content(target)
    assert {each.heading.committee for each in now} == {"Rescued"}
    assert [(m.id, m.attendance, m.items) for m in now] == [
        (m.id, m.attendance, m.items) for m in was
    ]
    assert {loss.split(": ")[1] for loss in found.losses} == {"its heading could not be read"}


def test_an_entry_of_which_nothing_above_is_known_is_kept(path: Path, target: Path):
    change_rows(path, "DROP TRIGGER change_stays", "DELETE FROM change")
    names = ("meeting", "item", "sqlite_autoindex_item_1", "idx_item_meeting", "attendance")
    spoil(path, *(root(path, name) for name in names))
    found = rescued(path, target)
    assert (found.meetings, found.entries) == (1, 9)
    (meeting,) = content(target)
    assert meeting.heading.committee == "Rescued"
    assert any("cannot be told" in loss for loss in found.losses)


def test_what_was_deleted_stays_so(path: Path, target: Path):
    (first, second) = content(path)
    with Archive(path, KEYS) as archive:
        archive.remove(second.id)
    spoil(path, root(path, "entry"), root(path, "meeting"))
    assert rescued(path, target).losses == ()
    assert content(target) == [first]


def test_a_log_that_is_lost_is_told_and_the_rows_are_all_there(path: Path, target: Path):
    was = content(path)
    spoil(path, *set(places(path)["change"].values()))
    found = rescued(path, target)
    assert content(target) == was
    assert [loss.split(" ", 1)[1] for loss in found.losses] == [
        "of the logged changes could not be read"
    ]


def test_a_change_that_is_lost_is_logged_anew_so_that_the_log_agrees(path: Path, target: Path):
    change_rows(path, "UPDATE entry SET text = 'behind its back' WHERE kind = 'response'")
    rescued(path, target)
    added = rows(target, "change").keys() - rows(path, "change").keys()
    changes = [rows(target, "change")[each] for each in added]
    assert [(c["field"], c["new"]) for c in changes] == [("text", "behind its back")] * 2


def test_words_of_which_only_a_change_is_left_are_put_together(path: Path, target: Path):
    with Archive(path, KEYS) as archive:
        meeting = next(iter(archive.every_meeting()))
        item, entry = next(iter(entries_of(meeting)))
        archive.add(edits.set_text(meeting, entry.id, "What was typed last."))
    change_rows(path, "DROP TRIGGER change_stays", "DELETE FROM change WHERE field = '*'")
    spoil(path, root(path, "entry"))
    found = rescued(path, target)
    assert found.entries == 1
    assert "an entry could be put together only in part, from the log of changes" in found.losses
    (kept,) = [entry for each in content(target) for _, entry in entries_of(each)]
    assert kept.text == "What was typed last."
    assert item.id in {
        item.id for each in content(target) for item, held in entries_of(each) if held == kept
    }


def test_one_flipped_bit_in_the_log_does_not_take_what_was_saved_after_it(path: Path, target: Path):
    """The database itself drops every later transaction: the trap that this avoids."""
    log = path.with_name("archive.db-wal")
    with closing(Connection(path, KEY, writing=True)) as db:
        db.run("PRAGMA wal_autocheckpoint=0")
        for place in ("first", "second", "third"):
            db.run(f"UPDATE meeting SET place = '{place}'")
        whole, kept = path.read_bytes(), bytearray(log.read_bytes())
    path.write_bytes(whole)
    kept[32 + 24 + 1000] ^= 4
    log.write_bytes(kept)
    with closing(Connection(path, KEY, writing=False)) as db:
        assert db.number("SELECT count(*) FROM meeting WHERE place = 'third'") == 0
    log.write_bytes(kept)
    rescued(path, target)
    assert {each.heading.place for each in content(target)} == {"third"}


def test_where_the_last_save_is_damaged_in_the_log_the_changes_make_it_good_and_it_is_told(
    path: Path, target: Path
):
    log, page = path.with_name("archive.db-wal"), root(path, "meeting")
    with closing(Connection(path, KEY, writing=True)) as db:
        db.run("PRAGMA wal_autocheckpoint=0")
        for place in ("first", "second"):
            for each in content(path):
                stored = load(db, each.id)
                heading = replace(stored.meeting.heading, place=place)
                save(db, ChangeLog(db), stored, replace(stored.meeting, heading=heading))
        whole, kept = path.read_bytes(), bytearray(log.read_bytes())
    frames = range(32, len(kept), 24 + PAGE)
    last = [at for at in frames if int.from_bytes(kept[at : at + 4], "big") == page][-1]
    kept[last + 24 + 1000] ^= 4
    path.write_bytes(whole)
    log.write_bytes(kept)
    found = rescued(path, target)
    assert "the latest changes may be missing" in found.losses[-1]
    assert {each.heading.place for each in content(target)} == {"second"}


def test_a_log_that_names_a_page_beyond_all_bounds_is_soon_read(path: Path, target: Path):
    cut_short(path)
    log = path.with_name("archive.db-wal")
    data = bytearray(log.read_bytes())
    data[32:36] = b"\xff" * 4
    log.write_bytes(data)
    assert rescued(path, target).meetings == 2


def test_rows_on_pages_that_are_in_no_use_do_not_come_back(tmp_path: Path, target: Path):
    path, meeting = tmp_path / "archive.db", brookmere()
    item = meeting.items[0]
    many = tuple(replace(item.entries[0], id=f"{number}") for number in range(400))
    archive_of(3, path, replace(meeting, items=(replace(item, entries=many),)))
    with closing(Connection(path, None, writing=True)) as db:  # what is encrypted is wiped at once
        db.run("DELETE FROM entry")
        assert db.number("PRAGMA freelist_count") >= 10
        db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    assert rescued(path, target) == Rescued(1, 0, (UNSEALED,))


# Nothing can be


def test_a_file_in_which_nothing_can_be_read_is_said(path: Path, target: Path, tmp_path: Path):
    strange, empty, noise = (tmp_path / name for name in ("letter.txt", "empty", "noise"))
    strange.write_bytes(b"Dear Sir, " * 9999)
    empty.write_bytes(b"")
    noise.write_bytes(random.Random(1).randbytes(PAGE * 40))
    for each in (strange, empty, noise):
        with pytest.raises(ArchiveDamaged, match=r"nothing in .* can be read .* Restore a backup"):
            rescue(each, target, KEYS)
    with pytest.raises(ArchiveDamaged):
        rescue(path, target, (DataKey(bytes(32)),))
    with pytest.raises(NoArchive):
        rescue(tmp_path / "none", target, KEYS)
    assert not target.parent.exists() or not list(target.parent.iterdir())


def test_an_archive_of_a_later_release_is_left_to_that(path: Path, target: Path):
    change_rows(path, "PRAGMA user_version=999")
    with pytest.raises(ArchiveTooNew):
        rescue(path, target, KEYS)


def test_nothing_is_put_in_the_place_of_a_file(path: Path, target: Path):
    target.parent.mkdir()
    for name in (target.name, f"{target.name}-wal"):
        other = target.with_name(name)
        other.write_text("mine")
        with pytest.raises(ArchiveError, match="already there"):
            rescue(path, target, KEYS)
        assert other.read_text() == "mine"
        other.unlink()
    with pytest.raises(ArchiveError, match="already there"):
        rescue(path, path, KEYS)


def test_an_archive_that_is_open_is_left_alone(path: Path, target: Path):
    with Archive(path, KEYS), pytest.raises(ArchiveLocked):
        rescue(path, target, KEYS)


def test_a_disk_that_does_not_take_it_is_said(path: Path, tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match="could not be rescued"):
        rescue(path, tmp_path / "file" / "new.db", KEYS)


# Any damage


def places(path: Path) -> dict[str, dict[str, int]]:
    """On which page each row of a whole archive is, by table and id."""
    pages = Pages(path, KEY)
    with closing(Connection(path, KEY, writing=False)) as db:
        columns = columns_of(db)
    found = {}
    for table in TABLES:
        ids, width = rows(path, table).keys(), len(columns[table])
        found[table] = {
            record.values[0]: number
            for number in pages.numbers
            if (page := pages.page(number)).content[0] == TABLE[0]
            for record in records_on(page, pages, range(width, width + 1))
            if record.values[0] in ids
        }
        assert found[table].keys() == ids
    return found


def damage(data: bytearray, chance: random.Random) -> tuple[str, set[int]]:
    """Damages a file somehow; how, and which pages are no longer what they were."""
    count = len(data) // PAGE
    how = chance.choice(("bits", "zeroes", "end", "torn"))
    some = chance.sample(range(1, count + 1), chance.choice((1, 3, 10, count // 10)))
    if how == "end":
        size = chance.randrange(PAGE, len(data))
        del data[size:]
        return how, set(range(size // PAGE + 1, count + 1))
    for number in some:
        start = (number - 1) * PAGE
        if how == "bits":
            data[start + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
        elif how == "zeroes":
            data[start : start + PAGE] = bytes(PAGE)
        else:
            data[start + PAGE // 2 : start + PAGE] = chance.randbytes(PAGE // 2)
    return how, set(some)


def test_of_any_damaged_archive_every_row_that_is_not_on_a_damaged_page_is_rescued(
    tmp_path: Path,
):
    path = tmp_path / "whole" / "archive.db"
    with Archive(path, KEYS) as archive:
        for _ in range(400):
            archive.add(copied(brookmere(), new_id))
    where = places(path)
    whole = {table: rows(path, table) for table in TABLES}
    assert len(whole["entry"]) == 2000
    undamaged = kept = entries = 0
    for seed in range(DAMAGES):
        folder = tmp_path / f"{seed}"
        (folder / "damaged").mkdir(parents=True)
        damaged, new = folder / "damaged" / "archive.db", folder / "new" / "rescued.db"
        data = bytearray(path.read_bytes())
        how, spoiled = damage(data, random.Random(seed))
        damaged.write_bytes(data)
        safe = {
            table: {each for each, page in where[table].items() if page not in spoiled}
            for table in TABLES
        }
        if not any(safe[table] for table in TABLES if table != "change"):
            with pytest.raises(ArchiveDamaged):
                rescue(damaged, new, KEYS)
            continue
        with nullcontext() if seed < FOLLOWED else untraced():
            found = rescued(damaged, new)
        for table in TABLES:
            now = rows(new, table)
            same = {each for each in safe[table] if now.get(each) == whole[table][each]}
            undamaged, kept = undamaged + len(safe[table]), kept + len(same)
            lost = whole[table].keys() - now.keys()
            assert not lost or found.losses, (seed, how, table)
            entries += len(now) if table == "entry" else 0
        shutil.rmtree(folder)
    print(f"{DAMAGES} damages: {kept} of {undamaged} undamaged rows rescued,"
          f" {entries / DAMAGES:.0f} of 2,000 entries on average")  # fmt: skip
    assert kept == undamaged
