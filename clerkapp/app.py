"""Builds the window's world: the archive, the window, and the only QApplication."""

import builtins
import os
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from clerkapp.archive.archive import Archive
from clerkapp.archive.elsewhere import last_place
from clerkapp.archive.keys.data_key import new_data_key
from clerkapp.archive.read_only import OpenArchive
from clerkapp.errors import ArchiveLocked, ClerkappError
from clerkapp.meeting.ids import NewId, new_id
from clerkapp.meeting.meeting import Meeting
from clerkapp.preflight import has_screen, install_line, missing_packages
from clerkapp.resources import resource
from clerkapp.window.between import Between
from clerkapp.window.way_in.asking import asked
from clerkapp.window.way_in.way_in import way_in, way_through, ways_into

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from clerkapp.window.collector import Collector
    from clerkapp.window.main_window import MainWindow

_SAMPLE = ("samples", "overview-and-scrutiny.minutes")


def run(archive: Path, source: str = "", passphrase: str | None = None) -> int:
    """Opens the window on the archive, on the meeting that `source` names; the exit status.

    Without a screen the sample meeting is printed instead, and the window drawn to a picture.
    """
    missing = missing_packages()
    if missing:
        print("Some system libraries that Qt needs are missing. Install them with:")
        print(f"    {install_line(missing)}")
        return 2
    try:
        return _window(archive, source, passphrase) if has_screen() else _without_screen()
    except ClerkappError as error:
        print(f"clerkapp: {error}", file=sys.stderr)
        return 2


def _application() -> "QApplication":
    """The one QApplication. Only made where there is a screen: Qt would abort the process."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 — Qt is loaded for the window alone

    _import_plainly()
    from clerkapp.window.composed import Composed, LastPressed, composes_here  # noqa: PLC0415
    from clerkapp.window.field_keys import FieldKeys  # noqa: PLC0415
    from clerkapp.window.look.look import load_text_font  # noqa: PLC0415

    application = QApplication([*sys.argv[:1], "-style", "Fusion"])  # asked later it costs 5 ms
    application.setApplicationName("Clerkapp")
    application.setDesktopFileName("clerkapp")
    load_text_font()
    if composes_here():
        Composed(application, LastPressed())
    FieldKeys(application)
    return application


def _import_plainly() -> None:
    """Takes PySide's own `import` back, which a module may ask for features; here none does.

    It reads the source of every module that comes after it, to see: 20 ms of the start.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _collector(application: "QApplication") -> "Collector":
    """Takes care that no thread but this one takes widgets down."""
    from clerkapp.window.collector import Collector  # noqa: PLC0415 — it needs Qt

    return Collector(application)


def _window(path: Path, source: str, passphrase: str | None) -> int:
    path, moved = last_place(path)
    ways = ways_into(path)
    usual = asked(partial(ways.usual, passphrase))  # while Qt and the window are loaded
    collector = _collector(_application())
    import_module("clerkapp.window.main_window")  # while the keyring is thinking
    status = 0
    try:
        archive = way_in(path, ways, usual)
        while archive:
            status, between = _shown(collector, archive, source, moved)
            archive = _after(between, archive) if between else None
            source = moved = ""
    except ClerkappError as error:
        if isinstance(error, ArchiveLocked) and _called_first_window(path, source):
            return 0
        from clerkapp.window.boxes import tell  # noqa: PLC0415 — seldom needed

        tell(None, "Clerkapp", f"{error}.")
        return 2
    return status


def _shown(
    collector: "Collector", archive: OpenArchive, source: str, moved: str
) -> tuple[int, Between | None]:
    """Shows the window until it is closed; its status, and what is to be done to the archive."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from clerkapp.window.faults import report_faults  # noqa: PLC0415
    from clerkapp.window.look.fitting import show_whole  # noqa: PLC0415
    from clerkapp.window.main_window import MainWindow  # noqa: PLC0415
    from clerkapp.window.settings import Settings  # noqa: PLC0415

    path = archive.path
    with archive:
        window = MainWindow(archive, Settings(path))
        if moved:
            window.disk.tell_place(moved)
        report_faults(path.parent, window.say)
        _open_something(window, archive, source)
        show_whole(window)
        window.open.changed.connect(collector.wait)
        QTimer.singleShot(0, collector.put_aside)  # after the first picture, as the next
        QTimer.singleShot(0, lambda: _listen(path, archive, window))
        status = QApplication.exec()
    if archive.trouble:
        print(f"clerkapp: {archive.trouble}", file=sys.stderr)
    between = window.do.keys.between
    window.deleteLater()  # at once: the ear of the next window has the same name
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pyright: ignore[reportArgumentType]
    return status, between


def _after(between: Between, archive: OpenArchive) -> OpenArchive | None:
    """The archive once what waited for its end is done; it may be in another folder by now."""
    path = archive.path
    return way_through(path, ways_into(path), between, archive.keys)


def _called_first_window(path: Path, source: str) -> bool:
    from clerkapp.window.second_start import call_first_window  # noqa: PLC0415 — seldom needed

    return call_first_window(
        path, str(Path(source).resolve()) if Path(source).is_file() else source
    )


def _listen(path: Path, archive: OpenArchive, window: "MainWindow") -> None:
    """Comes to the front when Clerkapp is started again on this archive."""
    from clerkapp.window.second_start import FirstWindow  # noqa: PLC0415 — after the first picture

    def come_forward(source: str) -> None:
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()
        if source:
            _open_something(window, archive, source)

    FirstWindow(path, window).called.connect(come_forward)


def _open_something(window: "MainWindow", archive: OpenArchive, source: str) -> None:
    """The meeting asked for, else the last one, else the sample: a first start is never bare."""
    if source:
        ids = [each.id for each in archive.meetings() if each.id.startswith(source)]
        if len(ids) == 1:
            window.open_meeting(archive.read(ids[0]))
            return
        if Path(source).is_file():
            if window.do.meetings.take_in(Path(source)):
                return
        else:
            window.say(f"There is no meeting “{source}”; this is the last one.")
    if not window.do.meetings.open_last():
        sample = sample_meeting(new_id)
        if not archive.why_read_only:
            archive.add(sample)
        window.open_meeting(sample)


def sample_meeting(new_id: NewId | None = None) -> Meeting:
    """The sample meeting: with new identifiers, else with those that it always has."""
    from clerkapp.notation.files import read_file  # noqa: PLC0415 — for the first start alone

    return read_file(resource(*_SAMPLE), new_id).meeting


def _without_screen() -> int:
    """Does the main job all the same: the sample through an archive to Word, and a picture."""
    import tempfile  # noqa: PLC0415 — none of this is needed where there is a screen

    from clerkapp.export.files import file_name, usual_folder, write_whole  # noqa: PLC0415
    from clerkapp.export.forms import FORMS, exported  # noqa: PLC0415
    from clerkapp.wording.compose import compose  # noqa: PLC0415
    from clerkapp.wording.house_style import house_style  # noqa: PLC0415
    from clerkapp.wording.minutes import Audience  # noqa: PLC0415

    with (
        tempfile.TemporaryDirectory() as folder,
        Archive(Path(folder) / "archive.db", (new_data_key(),)) as archive,
    ):
        sample = sample_meeting()  # as it always is: a checkout keeps what this prints
        archive.add(sample)
        meeting = archive.read(sample.id)
        style, form = house_style(meeting.heading.house_style), FORMS["word"]
        minutes = compose(meeting, style, Audience.PUBLIC)
        target = usual_folder() / file_name(minutes, form.ending)
        write_whole(target, exported(meeting, form, style, Audience.PUBLIC))
        picture = usual_folder() / "window.png"
        _draw_window(archive, meeting, picture)
    print("There is no screen here, so no window was opened.")
    print(f"The sample meeting went through the archive to Word minutes:  {target}")
    print(f"A picture of the window:  {picture}")
    return 0


def _draw_window(archive: Archive, meeting: Meeting, picture: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The offscreen platform warns that it takes no size hints, which says nothing to a clerk.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    application = _application()
    _collector(application)
    from clerkapp.editing.history import Place  # noqa: PLC0415
    from clerkapp.window.main_window import MainWindow  # noqa: PLC0415
    from clerkapp.window.settings import Settings  # noqa: PLC0415

    window = MainWindow(archive, Settings(archive.path))
    item = max(meeting.items, key=lambda each: len(each.entries))
    window.open_meeting(meeting, Place(item.id, item.entries[5].id, 200))
    window.show()
    application.processEvents()
    window.grab().save(str(picture))
    window.close()
