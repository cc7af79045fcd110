"""What is done with house styles: looked at, taken, made, changed, learned from a Word file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QUrl

from clerkapp.archive.read_only import OpenArchive
from clerkapp.errors import ClerkappError
from clerkapp.meeting.edits import set_heading
from clerkapp.window.dialogs import ask
from clerkapp.window.notice_bar import Notice, Weight
from clerkapp.wording.house_style import house_style, house_styles, own_styles_folder

if TYPE_CHECKING:
    from clerkapp.window.meeting_window import MeetingWindow
    from clerkapp.window.meetings.house_styles_dialog import HouseStylesDialog
    from clerkapp.wording.own_styles import OwnStyle
    from clerkapp.wording.style_draft import StyleDraft

_STYLE = "house style"  # the name of the notice


class HouseStyleCommands(QObject):
    """Opens the dialogs about house styles; the window has at once what is kept in them."""

    def __init__(self, archive: OpenArchive, window: "MeetingWindow") -> None:
        super().__init__(window)
        self._archive = archive
        self._window = window
        self._dialog: HouseStylesDialog | None = None
        window.beside.style_chosen.connect(self.print_as)
        window.beside.styles_wanted.connect(self._offer)
        window.open.style_taken.connect(self._tell_trouble)

    @property
    def folder(self) -> Path:
        """Where a person's own styles are."""
        return own_styles_folder(self._archive.path)

    def print_as(self, style: str) -> None:
        """Has the minutes printed in that house style from now on; one step to undo."""
        window = self._window
        if window.why_read_only:
            window.say(window.why_read_only)
            return
        heading = replace(window.meeting.heading, house_style=style)
        window.capture.session.apply(partial(set_heading, heading=heading), "house style")
        window.beside.show_meeting(window.meeting, window.open.style, window.page.item_id)

    def _offer(self) -> None:
        self._window.beside.preview.show_styles(house_styles(self.folder))

    def _tell_trouble(self, trouble: str) -> None:
        """Says in the bar what is wrong with the style of the meeting, while it is so."""
        if not trouble:
            self._window.notices.withdraw(_STYLE)
            return
        notice = Notice(_STYLE, f"House style: {trouble}.", weight=Weight.WARNING)
        self._window.notices.show_notice(notice)

    # Learned

    def learn(self) -> None:
        """Asks for a Word file of minutes, to learn a house style from it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 — as all dialogs here

        name, _ = QFileDialog.getOpenFileName(
            self._window, "Learn a house style", "", "Word files (*.docx *.docm)"
        )
        if name:
            self.learn_from(Path(name))

    def learn_from(self, path: Path) -> None:
        """Shows what that file says of its style; what is saved is taken for the meeting."""
        from clerkapp.intake.learning import proposals  # noqa: PLC0415
        from clerkapp.intake.word_lines import word_lines  # noqa: PLC0415
        from clerkapp.window.meetings.learn_style_dialog import LearnStyleDialog  # noqa: PLC0415

        window = self._window
        try:
            found = proposals(word_lines(path))
        except ClerkappError as error:
            window.say(str(error))
            return
        if not found:
            window.say(f"{path.name} shows nothing of how minutes are printed.")
            return
        dialog = LearnStyleDialog(
            path.name, found, window.meeting, window.open.style, window.look, self.folder, window
        )
        if ask(dialog):
            self.print_as(dialog.saved)

    # Listed, made and changed

    def show(self) -> None:
        """Shows every house style with the meeting in it; the one chosen is taken for it."""
        from clerkapp.window.meetings.house_styles_dialog import HouseStylesDialog  # noqa: PLC0415

        window = self._window
        dialog = self._dialog = HouseStylesDialog(
            window.meeting, window.open.style, window.look, self.folder,
            not window.why_read_only, window,
        )  # fmt: skip
        dialog.like_wanted.connect(self._make_like)
        dialog.change_wanted.connect(self._change)
        dialog.rename_wanted.connect(self._rename)
        dialog.copy_wanted.connect(self._copy)
        dialog.remove_wanted.connect(self._remove)
        dialog.folder_wanted.connect(self._open_folder)
        accepted = ask(dialog)
        self._dialog = None
        if accepted:
            self.print_as(dialog.chosen)

    def _own(self, name: str) -> "OwnStyle | None":
        from clerkapp.wording.own_styles import own_styles  # noqa: PLC0415

        return next((each for each in own_styles(self.folder) if each.name == name), None)

    def _make_like(self, name: str) -> None:
        from clerkapp.wording.own_styles import free_name  # noqa: PLC0415
        from clerkapp.wording.style_draft import StyleDraft  # noqa: PLC0415

        like = house_style(name, self.folder)
        title = self._named("Make a style like this", f"{like.title}, ours")
        if title:
            draft = StyleDraft(like, title, f"Like {like.title}")
            self._edit(draft, free_name(title, self.folder))

    def _change(self, name: str) -> None:
        own = self._own(name)
        if own and own.draft:
            self._edit(own.draft, name)

    def _edit(self, draft: "StyleDraft", name: str) -> None:
        """Opens the editor on a style; what is saved is there under that name."""
        from clerkapp.window.meetings.style_editor_dialog import StyleEditorDialog  # noqa: PLC0415
        from clerkapp.wording.own_styles import may_be_like, title_fault  # noqa: PLC0415

        window = self._window
        dialog = StyleEditorDialog(
            draft, may_be_like(name, self.folder),
            lambda title: title_fault(title, self.folder, but=name),
            partial(self._keep, name), window.meeting, window.look, self._dialog or window,
        )  # fmt: skip
        ask(dialog)

    def _rename(self, name: str) -> None:
        own = self._own(name)
        if own and own.draft and (title := self._named("Rename", own.title, but=name)):
            self._try_to_keep(name, replace(own.draft, title=title))

    def _copy(self, name: str) -> None:
        from clerkapp.wording.own_styles import free_name  # noqa: PLC0415

        own = self._own(name)
        if own and own.draft and (title := self._named("Duplicate", f"{own.title}, a copy")):
            self._try_to_keep(free_name(title, self.folder), replace(own.draft, title=title))

    def _named(self, heading: str, title: str, but: str = "") -> str:
        """Asks for the name of a style; "" where none was given."""
        from clerkapp.window.meetings.style_name_dialog import StyleNameDialog  # noqa: PLC0415
        from clerkapp.wording.own_styles import title_fault  # noqa: PLC0415

        dialog = StyleNameDialog(
            heading, title, lambda words: title_fault(words, self.folder, but),
            self._window.look, self._dialog or self._window,
        )  # fmt: skip
        return dialog.title if ask(dialog) else ""

    def _keep(self, name: str, draft: "StyleDraft") -> None:
        """Keeps the style, and has the window and the list show it as it now is."""
        from clerkapp.archive.own_styles import keep_style  # noqa: PLC0415

        keep_style(self.folder, name, draft.text())
        self._follow(name)

    def _try_to_keep(self, name: str, draft: "StyleDraft") -> None:
        try:
            self._keep(name, draft)
        except ClerkappError as error:
            self._refuse(f"{error}.")

    def _follow(self, chosen: str) -> None:
        window = self._window
        window.open.follow_styles()
        window.page.show_style(window.open.style)
        window.beside.show_meeting(window.meeting, window.open.style, window.page.item_id)
        if self._dialog:
            self._dialog.show_styles(chosen)

    def _refuse(self, words: str) -> None:
        from clerkapp.window.boxes import tell  # noqa: PLC0415

        tell(self._dialog or self._window, "House styles", words)

    def _remove(self, name: str) -> None:
        """Asks, says what becomes of those that have the style, and takes its file away."""
        from clerkapp.archive.own_styles import remove_own_style, uses_of  # noqa: PLC0415
        from clerkapp.window.boxes import agreed  # noqa: PLC0415
        from clerkapp.window.meetings.house_style_words import removal_words  # noqa: PLC0415
        from clerkapp.wording.own_styles import like_it  # noqa: PLC0415

        own = self._own(name)
        if own is None:
            return
        self._archive.settle()
        try:
            words = removal_words(own, uses_of(self._archive, name), like_it(name, self.folder))
            parent = self._dialog or self._window
            if not agreed(parent, "Remove a house style", words, "&Remove"):
                return
            remove_own_style(self.folder, own)
        except ClerkappError as error:
            self._refuse(f"{error}.")
            return
        self._follow("")

    def _open_folder(self) -> None:
        """Shows the folder of the own styles in the file manager, made where there is none."""
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        from clerkapp.archive.files import make_folder  # noqa: PLC0415

        try:
            make_folder(self.folder)
        except OSError as error:
            self._refuse(f"{self.folder} cannot be made: {error.strerror}.")
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            self._refuse(f"Nothing here can show a folder. It is {self.folder}")
