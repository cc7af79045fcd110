"""Own house styles beside the archive: kept whole, counted in use, carried where it goes."""

from pathlib import Path

import pytest
from meetings import brookmere
from msgspec.structs import replace
from own_keys import KEYS

from clerkapp.archive import elsewhere
from clerkapp.archive.archive import Archive
from clerkapp.archive.elsewhere import carry_styles
from clerkapp.archive.own_styles import StyleUse, keep_style, remove_own_style, uses_of
from clerkapp.archive.writer import Moved, Told
from clerkapp.errors import ArchiveError, HouseStyleError
from clerkapp.meeting.committees import Committee
from clerkapp.wording.house_style import house_style, own_styles_folder
from clerkapp.wording.own_styles import own_styles

OURS = 'like = "a-member"\ntitle = "Ours"\nsummary = "As we do"\n'


def test_a_style_is_kept_under_its_name_with_the_comment_above_it(tmp_path: Path):
    folder = tmp_path / "house_styles"
    keep_style(folder, "ours", OURS)
    assert house_style("ours", folder).title == "Ours"
    path = folder / "ours.toml"
    path.write_text(f"# Agreed in May.\n\n{OURS}# and so on\n", encoding="utf-8")
    keep_style(folder, "ours", OURS.replace("Ours", "Our own"))
    kept = f"# Agreed in May.\n\n{OURS.replace('Ours', 'Our own')}# and so on\n"
    assert path.read_text("utf-8") == kept
    assert [each.name for each in folder.iterdir()] == ["ours.toml"]
    with pytest.raises(HouseStyleError):
        keep_style(folder, "../ours", OURS)


def test_a_style_that_cannot_be_written_leaves_the_old_one(tmp_path: Path):
    (tmp_path / "house_styles").touch()
    with pytest.raises(ArchiveError, match="cannot be written"):
        keep_style(tmp_path / "house_styles", "ours", OURS)


def test_a_style_is_removed_once(tmp_path: Path):
    keep_style(tmp_path, "ours", OURS)
    (ours,) = own_styles(tmp_path)
    remove_own_style(tmp_path, ours)
    remove_own_style(tmp_path, ours)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ArchiveError, match="cannot be removed"):
        remove_own_style(tmp_path / "gone", ours)


def test_a_style_prints_the_same_when_the_one_that_it_is_like_is_removed(tmp_path: Path):
    keep_style(tmp_path, "base", f'{OURS}[words]\naction = "To do:"\n[layout]\ntimes = "19:30"\n')
    like = OURS.replace("a-member", "base").replace("Ours", "Next")
    keep_style(tmp_path, "next", f'{like}[words]\naction = "For action:"\n')
    before = house_style("next", tmp_path)
    remove_own_style(tmp_path, own_styles(tmp_path)[0])
    assert [each.name for each in tmp_path.iterdir()] == ["next.toml"]
    assert house_style("next", tmp_path) == before
    assert before.words.action == "For action:"


def test_it_is_known_who_is_printed_in_a_style(tmp_path: Path):
    meeting = brookmere()
    heading = replace(meeting.heading, house_style="ours")
    with Archive(tmp_path / "a.db", KEYS) as archive:
        assert uses_of(archive, "ours") == StyleUse(0, 0)
        archive.add(replace(meeting, heading=heading))
        archive.add(replace(meeting, id="other", items=(), attendance=()))
        archive.keep_committee(Committee("c1", "Planning", house_style="ours"))
        assert uses_of(archive, "ours") == StyleUse(1, 1)
        archive.remove(meeting.id)
        archive.remove_committee("c1")
        assert uses_of(archive, "ours") == StyleUse(0, 0)


def test_own_styles_go_where_the_archive_goes_on(tmp_path: Path):
    (tmp_path / "other").mkdir()
    old = own_styles_folder(tmp_path / "a.db")
    keep_style(old, "ours", OURS)
    heard: list[Told] = []
    with Archive(tmp_path / "a.db", KEYS) as archive:
        archive.add(brookmere())
        archive.listen(heard.append)
        archive.go_on_in(tmp_path / "other")
        archive.add(replace(brookmere(), dismissed=()))
        assert archive.settle()
        new = own_styles_folder(archive.path)
    assert next(told for told in heard if isinstance(told, Moved)).has_styles
    assert new == tmp_path / "other" / "Clerkapp" / "house_styles"
    assert (new / "ours.toml").read_bytes() == (old / "ours.toml").read_bytes() == OURS.encode()


def test_it_is_told_where_own_styles_could_not_be_carried(tmp_path: Path, monkeypatch):
    assert not carry_styles(tmp_path / "gone" / "a.db", tmp_path / "a.db")
    keep_style(tmp_path / "old" / "house_styles", "ours", OURS)
    (tmp_path / "new").touch()
    assert not carry_styles(tmp_path / "old" / "a.db", tmp_path / "new" / "a.db")
    monkeypatch.setattr(elsewhere, "write_whole", lambda path, data: path.write_bytes(data[1:]))
    (tmp_path / "bad" / "house_styles").mkdir(parents=True)
    assert not carry_styles(tmp_path / "old" / "a.db", tmp_path / "bad" / "a.db")
