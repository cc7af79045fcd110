"""The command line: what each command prints and how it ends."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from commands import Clerkapp
from meetings import BROOKMERE, brookmere
from own_keys import KEYS

from clerkapp import cli
from clerkapp.archive.archive import Archive, default_path
from clerkapp.meeting import edits
from clerkapp.notation.json import read_json
from clerkapp.notation.reading import read_notation
from clerkapp.resources import checkout, resource

SAMPLE = str(resource("samples", "overview-and-scrutiny.minutes"))


def test_files_are_imported_and_listed(clerkapp: Clerkapp, file: str):
    status, out, err = clerkapp("import", file, file)
    ids = out.split()
    assert (status, err, len(set(ids))) == (0, "", 2)
    status, out, _ = clerkapp("list")
    assert status == 0
    assert "2026-03-05  Corporate Overview and Scrutiny Committee, Brookmere" in out
    assert [line.split()[0] for line in out.splitlines()] == sorted(ids, reverse=True)
    listed = json.loads(clerkapp("list", "--json")[1])
    assert listed[0] | {"id": ""} == {
        "id": "",
        "date": "2026-03-05",
        "council": "Brookmere Borough Council",
        "committee": "Corporate Overview and Scrutiny Committee",
        "status": "draft",
        "items": 2,
        "sample": False,
    }


def test_an_empty_archive_is_nothing_found(clerkapp: Clerkapp):
    for command in (["list"], ["search", "x"], ["actions"]):
        status, out, err = clerkapp(*command)
        assert (status, out) == (1, "")
        assert "no archive yet" in err
    assert clerkapp("show", "0197")[0] == 2
    Archive(default_path(), KEYS).close()
    assert clerkapp("list")[0] == clerkapp("list", "--json")[0] == 1


def test_import_goes_on_after_a_file_that_cannot_be_read(
    clerkapp: Clerkapp, file: str, tmp_path: Path
):
    bad = tmp_path / "bad.json"
    bad.write_text("{")
    status, out, err = clerkapp("import", str(bad), str(tmp_path / "none.minutes"), file)
    assert (status, len(out.split())) == (2, 1)
    assert "bad.json: line 1: this is not JSON" in err
    assert "none.minutes: no such file" in err


def test_import_names_the_lines_that_were_not_understood(clerkapp: Clerkapp, tmp_path: Path):
    path = tmp_path / "odd.minutes"
    path.write_text("Date: soon\n# 1. A\nv perhaps\n")
    status, _, err = clerkapp("import", str(path))
    assert status == 0
    assert "odd.minutes: line 1: “soon” is not a date" in err
    assert "odd.minutes: line 3: expected “for 7 against" in err


def test_import_while_another_has_the_archive_open(clerkapp: Clerkapp, file: str):
    with Archive(default_path(), KEYS):
        status, _, err = clerkapp("import", file)
    assert status == 2
    assert "already open" in err


@pytest.mark.parametrize("form", ["text", "notation", "json"])
def test_a_meeting_is_shown_from_a_file_or_by_the_beginning_of_its_id(
    clerkapp: Clerkapp, file: str, form: str
):
    status, shown, _ = clerkapp("show", file, "--form", form)
    assert status == 0
    assert "existing staff were being retrained" in shown
    meeting_id = clerkapp("import", file)[1].strip()
    by_id = clerkapp("show", meeting_id[:10], "--form", form)[1]
    assert by_id == shown or form == "json"


def test_an_id_that_fits_two_or_none_is_said(clerkapp: Clerkapp, file: str):
    clerkapp("import", file, file)
    first = clerkapp("list")[1][:6]
    assert "2 meetings have ids that begin" in clerkapp("show", first)[2]
    assert "there is no meeting “zzz”" in clerkapp("show", "zzz")[2]


@pytest.mark.parametrize(
    ("form", "ending"),
    [("word", ".docx"), ("text", ".txt"), ("json", ".json"), ("notation", ".minutes")],
)
def test_a_meeting_is_exported_to_a_folder_a_file_or_the_output(
    clerkapp: Clerkapp, file: str, tmp_path: Path, form: str, ending: str
):
    status, out, err = clerkapp("export", file, "--form", form, "-o", str(tmp_path))
    written = Path(out.strip())
    assert (status, err) == (0, "")
    name = f"2026-03-05-corporate-overview-and-scrutiny-committee-minutes{ending}"
    assert written == tmp_path / name
    target = tmp_path / "new" / "mine"
    clerkapp("export", file, "--form", form, "-o", str(target))
    assert target.read_bytes() == written.read_bytes()


def test_an_export_that_was_edited_is_replaced_only_when_that_is_asked(
    clerkapp: Clerkapp, file: str, tmp_path: Path
):
    clerkapp("import", file)
    target = tmp_path / "out.txt"
    command = ("export", file, "--form", "text", "-o", str(target))
    assert [clerkapp(*command)[0] for _ in range(2)] == [0, 0]
    target.write_text("edited by hand")
    status, _, err = clerkapp(*command)
    assert status == 2
    assert "was changed since Clerkapp wrote it" in err
    assert target.read_text() == "edited by hand"
    assert clerkapp(*command, "--replace")[0] == 0
    assert "Brookmere" in target.read_text()


def test_an_edited_export_is_known_also_where_there_is_no_archive(
    clerkapp: Clerkapp, file: str, tmp_path: Path
):
    target = tmp_path / "out.txt"
    target.write_text("of nobody knows whom")
    command = ("export", file, "--form", "text", "-o", str(target))
    assert [clerkapp(*command)[0] for _ in range(2)] == [0, 0]
    target.write_text("edited by hand")
    assert clerkapp(*command)[0] == 2
    assert target.read_text() == "edited by hand"


@pytest.mark.parametrize(
    ("form", "name", "is_written"),
    [
        ("word", "minutes.pdf", False),
        ("word", "minutes.TXT", False),
        ("modern-gov", "minutes.html", False),
        ("text", "minutes.docx", False),
        ("markdown", "minutes.txt", True),
        ("notation", "minutes.txt", True),
        ("html", "minutes.htm", True),
        ("pdf", "minutes.final", True),
    ],
)
def test_no_form_goes_under_the_ending_of_another(
    clerkapp: Clerkapp, file: str, tmp_path: Path, form: str, name: str, *, is_written: bool
):
    target = tmp_path / name
    status, out, err = clerkapp("export", file, "--form", form, "-o", str(target))
    assert (status, target.exists()) == ((0, True) if is_written else (2, False))
    if not is_written:
        assert out == ""
        assert f"{name} ends in {target.suffix.lower()}, and this form in ." in err


def test_an_attendance_return_that_was_edited_is_replaced_only_when_that_is_asked(
    clerkapp: Clerkapp, file: str, tmp_path: Path
):
    clerkapp("import", file)
    target = tmp_path / "return.csv"
    command = ("attendance", "-o", str(target))
    assert [clerkapp(*command)[0] for _ in range(2)] == [0, 0]
    target.write_text("edited by hand")
    status, out, err = clerkapp(*command)
    assert (status, out) == (2, "")
    assert "was changed since Clerkapp wrote it: --replace writes over it" in err
    assert target.read_text() == "edited by hand"
    assert clerkapp(*command, "--replace")[0] == 0
    assert "Banerjee" in target.read_text()
    assert clerkapp("attendance", "-o", str(tmp_path / "return.pdf"))[0] == 2


def test_an_export_to_the_output_is_bytes(file: str):
    command = [sys.executable, "-m", "clerkapp", "export", file, "--form", "word", "-o", "-"]
    told = subprocess.run(command, check=True, capture_output=True)
    assert zipfile.is_zipfile(io.BytesIO(told.stdout))


def test_the_public_form_of_anything_has_nothing_exempt(clerkapp: Clerkapp, tmp_path: Path):
    path = tmp_path / "shut.minutes"
    path.write_text("Date: 2026-03-05\n# 1. Bids [exempt 3]\nn Secret words.\n")
    for form in ("text", "json", "notation"):
        assert "Secret" not in clerkapp("export", str(path), "--form", form, "-o", "-")[1]
    where = str(tmp_path / "out")
    told = clerkapp(
        "export", str(path), "--form", "notation", "--audience", "confidential", "-o", where
    )
    assert told[0] == 0
    assert "Secret words." in Path(where).read_text()


def test_a_style_is_chosen_and_an_unknown_one_refused(clerkapp: Clerkapp, file: str):
    shown = clerkapp("show", file, "--style", "numbered-paragraphs")[1]
    assert "2.1 Members asked" in shown
    status, _, err = clerkapp("show", file, "--style", "nowhere")
    assert status == 2
    assert "there is no house style “nowhere”" in err


def test_a_meeting_of_an_unknown_style_is_printed_in_the_usual_one(
    clerkapp: Clerkapp, tmp_path: Path
):
    path = tmp_path / "odd.minutes"
    path.write_text("Date: 2026-03-05\nStyle: nowhere\n# 1. A\nc B\n")
    status, out, err = clerkapp("show", str(path))
    assert (status, "• B" in out) == (0, True)
    assert (
        err == "clerkapp: house style: “nowhere” is not on this computer; the usual style is used\n"
    )


def test_a_file_that_cannot_be_written_is_said(clerkapp: Clerkapp, file: str, tmp_path: Path):
    (tmp_path / "a").touch()
    status, _, err = clerkapp("export", file, "--form", "text", "-o", str(tmp_path / "a" / "b"))
    assert status == 2
    assert "cannot write into" in err


def test_styles_are_a_line_each(clerkapp: Clerkapp):
    status, out, _ = clerkapp("styles")
    assert (status, len(out.splitlines())) == (0, 24)
    assert out.startswith("a-member ")


def test_what_each_key_of_a_style_means_is_the_page_of_the_documents(clerkapp: Clerkapp):
    status, out, _ = clerkapp("styles", "--keys")
    page = (checkout() / "docs" / "house-style-keys.md").read_text(encoding="utf-8")
    assert (status, out) == (0, page)


def test_own_styles_beside_the_archive_are_listed_and_used(clerkapp: Clerkapp, file: str):
    folder = default_path().parent / "house_styles"
    folder.mkdir(parents=True)
    ours = 'like = "a-member"\ntitle = "Ours"\nsummary = "As we do"\n'
    (folder / "ours.toml").write_text(f'{ours}[words]\nminutes = "What was said"\n')
    (folder / "worse.toml").write_text("title =")
    (folder / "odd.toml").write_text(f'{ours}[words]\nakshun = "x"\ndue = "{{date}}"\n')
    status, out, err = clerkapp("styles")
    assert status == 0
    assert [line.split() for line in out.splitlines()[-3:]] == [
        ["ours", "As", "we", "do", "(yours)"],
        ["odd", "cannot", "be", "used", "as", "it", "is", "(yours)"],
        ["worse", "cannot", "be", "used", "as", "it", "is", "(yours)"],
    ]
    assert err.splitlines() == [
        "clerkapp: odd.toml: words.akshun: no style has such a key",
        "clerkapp: odd.toml: words.due: {date} is not among its places: {due}",
        f"clerkapp: {err.splitlines()[-1].removeprefix('clerkapp: ')}",
    ]
    assert "worse.toml cannot be read" in err.splitlines()[-1]
    status, out, err = clerkapp("show", file, "--style", "ours")
    assert (status, err) == (0, "")
    assert "WHAT WAS SAID" in out
    status, _, err = clerkapp("show", file, "--style", "worse")
    assert status == 2
    assert "worse.toml cannot be read" in err


def test_check_prints_what_where_and_how_to_mend(clerkapp: Clerkapp, tmp_path: Path):
    assert clerkapp("check", SAMPLE) == (0, "", "")
    path = tmp_path / "odd.minutes"
    path.write_text("Date: 2026-03-05\n# 6. A\na Write.\n")
    status, out, _ = clerkapp("check", str(path))
    assert status == 1
    assert [line.split("  ")[:2] for line in out.splitlines()] == [
        ["D1", "item 6"],
        ["A1", "item 6, entry 1"],
        ["A2", "item 6, entry 1"],
    ]
    found = json.loads(clerkapp("check", str(path), "--json")[1])
    assert found[0]["rule"] == "D1"
    assert found[0]["severity"] == "error"


def test_search_finds_words_whatever_their_case_and_accents(clerkapp: Clerkapp, file: str):
    clerkapp("import", file)
    status, out, _ = clerkapp("search", "MONEY", "budget")
    assert status == 0
    assert "item 2  question: Members asked whether there was «money» in the «budget» for" in out
    (hit,) = json.loads(clerkapp("search", "digital", "progress", "--json")[1])
    assert (hit["kind"], hit["item"], hit["title"]) == ("title", "2", "Digital progress update")
    assert hit["text"] == "Digital progress update"
    assert hit["snippet"] == "«Digital» «progress» update"
    assert clerkapp("search", "zebra")[0] == 1
    assert clerkapp("search", "money", "kind:question", "to:2026-03-04")[0] == 1
    status, out, err = clerkapp("search", "from:31 June 2026")
    assert (status, out) == (2, "")
    assert "there is no such date as 31 June 2026" in err
    assert clerkapp("search", " ")[0] == 1


def test_a_long_search_says_how_many_more_there_are(clerkapp: Clerkapp, tmp_path: Path):
    path = tmp_path / "long.minutes"
    path.write_text("Date: 2026-03-05\n# 1. A\n" + "n The lamp was lit.\n" * 52)
    clerkapp("import", str(path))
    _, out, err = clerkapp("search", "lamps")
    assert len(out.splitlines()) == 50
    assert err == "and 2 more; --json lists all\n"
    assert len(json.loads(clerkapp("search", "lamps", "--json")[1])) == 52


def test_actions_by_owner_and_those_still_open(clerkapp: Clerkapp, tmp_path: Path):
    path = tmp_path / "a.minutes"
    path.write_text(
        "Date: 2026-03-05\nNext: 2026-04-02\nCommittee: C\nIn attendance: Head of Legal\n# 1. A\n"
        "a Write. @Head of Legal by next meeting\n"
        "a Call. @Clerk by end of June [done 2026-03-09]\na Think.\n"
    )
    clerkapp("import", str(path))
    status, out, _ = clerkapp("actions")
    assert status == 0
    assert out.splitlines() == [
        "2026-03-05  C  item 1  Head of Legal  due 2026-04-02  Write.",
        "2026-03-05  C  item 1  Clerk  done 2026-03-09  Call.",
        "2026-03-05  C  item 1  no owner  due –  Think.",
    ]
    assert len(clerkapp("actions", "--open")[1].splitlines()) == 2
    (line,) = json.loads(clerkapp("actions", "--owner", "LEGAL", "--json")[1])
    assert (line["owner"], line["due"], line["done"]) == ("Head of Legal", "2026-04-02", None)
    assert clerkapp("actions", "--owner", "nobody")[0] == 1


def test_a_backup_is_made_verified_and_restored(clerkapp: Clerkapp, file: str, tmp_path: Path):
    assert clerkapp("backup")[0] == clerkapp("verify")[0] == 2
    assert not default_path().parent.exists()
    clerkapp("import", file)
    status, out, err = clerkapp("backup")
    made = Path(out.strip())
    assert (status, err, made.parent) == (0, "", default_path().parent / "backups")
    status, out, _ = clerkapp("backup", "-o", str(tmp_path / "stick"))
    assert (status, Path(out.strip()).parent) == (0, tmp_path / "stick")
    status, out, err = clerkapp("verify", str(made))
    assert (status, err) == (0, "")
    assert "1 meeting with 5 entries can be read\nnothing is wrong with it\n" in out
    assert clerkapp("restore", str(made)) == (
        0, "1 meeting is the same in both\n", "there is nothing to restore\n",
    )  # fmt: skip
    clerkapp("import", file)
    status, out, err = clerkapp("restore", str(made))
    assert (status, err) == (1, "nothing was changed; with --yes this is done\n")
    assert out.startswith("goes        2026-03-05  Corporate Overview")
    assert ", 5 entries\n1 meeting is the same" in out
    assert len(clerkapp("list")[1].splitlines()) == 2
    status, out, err = clerkapp("restore", str(made), "--yes")
    assert (status, err) == (0, "")
    assert "what was there before is in" in out
    assert len(clerkapp("list")[1].splitlines()) == 1
    assert clerkapp("verify")[0] == 0


def test_what_is_wrong_with_a_backup_or_an_archive_is_said(
    clerkapp: Clerkapp, file: str, tmp_path: Path
):
    clerkapp("import", file)
    made = Path(clerkapp("backup")[1].strip())
    data = made.read_bytes()
    made.write_bytes(data[:9000] + bytes([data[9000] ^ 1]) + data[9001:])
    status, out, _ = clerkapp("verify", str(made))
    assert status == 1
    assert "wrong: it is no longer, byte for byte, the file that was made then" in out
    assert clerkapp("restore", str(made), "--yes")[0] == 2
    for wrong in ("verify", "restore"):
        status, _, err = clerkapp(wrong, file)
        assert (status, "is no archive of Clerkapp" in err) == (2, True)
        assert clerkapp(wrong, str(tmp_path / "none"))[0] == 2
    made.write_bytes(data)
    default_path().write_bytes(b"gone " * 2000)
    for command in ("verify", "backup"):
        assert "cannot be read" in clerkapp(command)[2]
    status, out, err = clerkapp("restore", str(made))
    assert (status, "cannot be compared" in err) == (1, True)
    assert out.startswith("comes back  2026-03-05")
    with Archive(tmp_path / "a.db", KEYS):
        status, _, err = clerkapp(
            "restore", str(made), "--yes", "--archive", str(tmp_path / "a.db")
        )
    assert (status, "already open" in err) == (2, True)
    assert clerkapp("restore", str(made), "--yes")[0] == 0
    assert clerkapp("verify")[0] == 0


def test_a_damaged_archive_is_rescued_and_what_is_lost_is_said(
    clerkapp: Clerkapp, file: str, tmp_path: Path
):
    new = tmp_path / "new.db"
    status, out, err = clerkapp("rescue", "-o", str(new))
    assert (status, out, "there is no archive at" in err) == (2, "", True)
    clerkapp("import", file)
    assert clerkapp("rescue", "-o", str(new)) == (
        0, f"{new}: 1 meeting with 5 entries rescued\nnothing is lost\n", "",
    )  # fmt: skip
    assert "already there" in clerkapp("rescue", "-o", str(new))[2]
    made = Path(clerkapp("backup")[1].strip())
    data = bytearray(made.read_bytes())
    data[:4096] = bytes(4096)
    made.write_bytes(data)
    status, out, err = clerkapp("rescue", str(made), "-o", str(tmp_path / "other.db"))
    assert (status, err) == (1, "")
    assert "1 meeting with 5 entries rescued\nlost: " in out
    assert clerkapp("list", "--archive", str(new))[1] == clerkapp("list")[1]
    made.write_bytes(b"gone " * 2000)
    status, out, err = clerkapp("rescue", str(made), "-o", str(tmp_path / "third.db"))
    assert (status, out, "Restore a backup" in err) == (2, "", True)


@pytest.mark.parametrize(
    "command",
    [
        "open",
        "list",
        "import",
        "show",
        "export",
        "styles",
        "check",
        "search",
        "actions",
        "backup",
        "restore",
        "verify",
        "rescue",
    ],
)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        cli.parsed([command, "--help"])
    assert ended.value.code == 0
    assert f"Example: clerkapp {command}" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["nonsense"], ["export", "x"], ["list", "--nonsense"]])
def test_wrong_use_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        cli.parsed(arguments)
    assert ended.value.code == 2
    assert "usage: clerkapp" in capsys.readouterr().err


def test_the_archive_is_named_before_or_after_the_command(tmp_path: Path):
    path = tmp_path / "x.db"
    assert cli.parsed(["--archive", str(path), "list"]).archive == path
    assert cli.parsed(["list", "--archive", str(path)]).archive == path
    assert cli.parsed(["list"]).archive == default_path()
    assert cli.parsed([]).command is None


def test_a_reader_that_has_had_enough_is_no_error(
    clerkapp: Clerkapp, file: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CLERKAPP_PASSPHRASE", "four words of mine")
    clerkapp("import", *[file] * 30)
    command = f"{sys.executable} -m clerkapp list | head -1"
    told = subprocess.run(command, shell=True, check=True, capture_output=True, text=True)
    assert told.stderr == ""


def test_a_command_loads_neither_qt_nor_word_nor_the_keyring(
    clerkapp: Clerkapp, file: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CLERKAPP_PASSPHRASE", "four words of mine")
    clerkapp("import", file)
    command = [sys.executable, "-X", "importtime", "-m", "clerkapp", "list"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    loaded = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in told.stderr.splitlines()
    }
    assert {"clerkapp", "argparse"} <= loaded
    assert not {"PySide6", "docx", "keyring"} & loaded


def test_json_goes_out_and_in_again(clerkapp: Clerkapp, file: str, tmp_path: Path):
    path = tmp_path / "out.json"
    command = ["export", file, "--form", "json", "--audience", "confidential", "-o", str(path)]
    assert clerkapp(*command)[0] == 0
    assert read_json(path.read_bytes()) == brookmere() == read_notation(BROOKMERE).meeting
    assert clerkapp("import", str(path))[0] == 0


def test_the_history_of_a_meeting_is_every_change(clerkapp: Clerkapp):
    with Archive(default_path(), KEYS) as archive:
        meeting = brookmere()
        archive.add(meeting)
        entry = meeting.items[0].entries[0].id
        archive.add(edits.set_text(meeting, entry, "No apologies were received."))
    status, said, _ = clerkapp("history", meeting.id)
    *_, last = said.splitlines()
    assert status == 0
    assert last.endswith(
        "entry  text  “Apologies were received from Councillor J Okafor.” → "
        "“No apologies were received.”"
    )
    changes = json.loads(clerkapp("history", meeting.id, "--json")[1])
    assert changes[-1]["old"] == "Apologies were received from Councillor J Okafor."
    status, _, told = clerkapp("history", "nobody")
    assert (status, "there is no meeting “nobody”" in told) == (2, True)


@pytest.mark.parametrize("command", [["list"], ["search", "the"], ["actions"]])
def test_a_damaged_archive_is_told_in_a_sentence(clerkapp: Clerkapp, command: list[str]):
    path = default_path()
    with Archive(path, KEYS) as archive:
        archive.add(brookmere())
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = bytes(len(data) - 4096 * 2)
    path.write_bytes(data)
    status, _, told = clerkapp(*command)
    assert status == 2
    assert f"{path} cannot be read" in told


def test_a_second_drive_has_each_save_and_gives_it_back(
    clerkapp: Clerkapp, file: str, tmp_path: Path
):
    stick = tmp_path / "stick"
    assert clerkapp("backup", "--also", str(stick))[0] == 2
    clerkapp("import", file)
    status, out, err = clerkapp("backup", "--also", str(stick))
    made = Path(out.strip())
    assert (status, made.parent) == (0, stick)
    assert "same drive" in err
    clerkapp("import", file)
    assert len(list(stick.glob("*.db"))) == 1
    default_path().unlink()
    assert clerkapp("list")[0] == 1
    status, out, err = clerkapp("restore", str(stick))
    assert (status, out.count("comes back")) == (1, 2)
    assert "with what was saved after the backup, up to 20" in out
    assert clerkapp("restore", str(stick), "--alone")[1].count("comes back") == 1
    status, out, err = clerkapp("restore", str(stick), "--yes")
    assert (status, err) == (0, "")
    assert len(clerkapp("list")[1].splitlines()) == 2
    assert clerkapp("backup", "--also", "none")[1] == "saves go to this computer alone\n"
    assert clerkapp("restore", str(tmp_path))[0] == 2


def test_damage_on_a_second_drive_is_told(clerkapp: Clerkapp, file: str, tmp_path: Path):
    clerkapp("import", file)
    clerkapp("backup", "--also", str(tmp_path / "stick"))
    clerkapp("import", file)
    (segment,) = (tmp_path / "stick").glob("*.segment")
    segment.write_bytes(b"damaged")
    assert "is damaged at its beginning" in clerkapp("restore", str(tmp_path / "stick"))[2]


def test_the_attendance_return_of_a_committee_and_a_period(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
):
    first, second = tmp_path / "first.minutes", tmp_path / "second.minutes"
    first.write_text(BROOKMERE, encoding="utf-8")
    second.write_text(BROOKMERE.replace("2026-03-05", "2026-06-11"), encoding="utf-8")
    assert cli.run(cli.parsed(["import", str(first), str(second)])) == 0
    capsysbinary.readouterr()
    asked = ["attendance", "--committee", "scrutiny", "--from", "1 June 2026", "--to", "2026-12-31"]
    assert cli.run(cli.parsed([*asked, "-o", "-"])) == 0
    told = capsysbinary.readouterr().out.decode("utf-8-sig").split("\r\n")
    assert told[0].startswith(
        "Member,2026-06-11 Corporate Overview and Scrutiny Committee,Expected"
    )
    assert told[1] == "Cllr S Banerjee,P,1,1,100,0"
    assert cli.run(cli.parsed([*asked, "-o", str(tmp_path)])) == 0
    (written,) = tmp_path.glob("attendance-scrutiny-from-2026-06-01-to-2026-12-31.csv")
    assert capsysbinary.readouterr().out.decode().strip() == str(written)
    assert written.read_bytes().startswith(b"\xef\xbb\xbfMember")
    assert cli.run(cli.parsed(["attendance", "--committee", "nowhere"])) == 1
