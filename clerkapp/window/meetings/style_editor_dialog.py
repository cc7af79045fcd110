"""A house style to be changed: its keys, found by their words, and the meeting printed beside."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clerkapp.editing.history import Place
from clerkapp.errors import ClerkappError
from clerkapp.meeting.meeting import Meeting
from clerkapp.meeting.people import folded
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.fitting import fit
from clerkapp.window.look.lines import Line, LinesView
from clerkapp.window.look.look import Look
from clerkapp.window.look.outlines import outline
from clerkapp.window.meetings.style_key_field import StyleKeyField
from clerkapp.window.meetings.style_preview import StylePreview
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.style_draft import StyleDraft, made_like, with_said, without
from clerkapp.wording.style_keys import VOTES, StyleKey, key_groups, style_keys

_NOT_KNOWN = "Not understood"
_HIGH, _FIELD = 640, 148  # pixels at the zoom of 1: of a screen with room, and of the field
_WIDEST = 420  # pixels at the zoom of 1 for the list of keys


class StyleEditorDialog(Dialog):
    """Changes a draft; `keep` is called with it and may refuse it. What is typed is never lost.

    Typing in the field above the list narrows it, the arrows choose a key, Enter goes to its
    control and from there back. While something is wrong nothing is kept.
    """

    def __init__(  # noqa: PLR0913, PLR0917 — its commands alone make it
        self, draft: StyleDraft, likes: tuple[HouseStyle, ...],
        wrong_title: Callable[[str], str], keep: Callable[[StyleDraft], None],
        meeting: Meeting, look: Look, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(f"House style: {draft.title}" if draft.title else "House style")
        self.setFont(look.font(13))
        self.draft = draft
        self._likes = {style.name: style for style in likes}
        self._wrong_title, self._keep = wrong_title, keep
        self._looked_up = draft.title, wrong_title(draft.title).rstrip(".")
        self._look = look
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find a key: vote, chair, times …")
        self.words.setAccessibleName("Find a key")
        self.words.setClearButtonEnabled(True)
        self.only_own = QCheckBox("&Only what is its own")
        outline(self.words, look)
        outline(self.only_own, look)
        self.view = LinesView("Keys of the style")
        self.view.take_arrows_of(self.words)
        self.view.show_look(look)
        self.view.mark_choice()
        self.field = StyleKeyField(likes, look)
        self.preview = StylePreview(meeting, look, follows=True)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        bad = look.palette()
        bad.setColor(bad.ColorRole.WindowText, look.color("bad"))
        self.trouble.setPalette(bad)
        self._lay_out()
        self._hear()
        self._show_keys("")
        self._print(at_once=True)
        self._tell_faults()
        if faults := self.faults():
            self._go_to(next(iter(faults)))
        self.words.setFocus()

    def _lay_out(self) -> None:
        look = self._look
        cancel, self.save = QPushButton("Cancel"), QPushButton("&Save")
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._on_save)
        left = QVBoxLayout()
        left.setSpacing(look.px(8))
        for widget in (self.words, self.only_own, self.view):
            left.addWidget(widget)
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {look.line}")
        right = QVBoxLayout()
        right.setSpacing(look.px(10))
        right.addWidget(self.field)
        right.addWidget(line)
        right.addWidget(self.preview, 1)
        beside = QHBoxLayout()
        beside.setSpacing(look.px(20))
        beside.addLayout(left, 2)
        beside.addLayout(right, 3)
        foot = QHBoxLayout()
        foot.setSpacing(look.px(8))
        foot.addWidget(self.trouble, 1)
        for button in (cancel, self.save):
            button.setAutoDefault(False)  # Enter is of the field that it is pressed in
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(16),) * 4)
        layout.setSpacing(look.px(10))
        layout.addLayout(beside, 1)
        layout.addLayout(foot)
        self.view.setMaximumWidth(look.px(_WIDEST))
        if QGuiApplication.primaryScreen().availableSize().height() >= look.px(_HIGH):
            self.field.setMinimumHeight(look.px(_FIELD))  # so that the print stays where it is
        self.field.follow(self.view)
        fit(self, look, 1120, 660)

    def _hear(self) -> None:
        self.words.textChanged.connect(self._on_words)
        self.words.returnPressed.connect(self.field.focus)
        self.only_own.toggled.connect(self._on_words)
        self.view.selectionModel().currentChanged.connect(self._on_key)
        self.view.led_to.connect(self.field.focus)
        self.field.said.connect(self._on_said)
        self.field.given_back.connect(self._on_given_back)
        self.field.done.connect(self._on_done)
        for keys, run in (
            ("Ctrl+Return", self._on_save), ("Ctrl+Enter", self._on_save),
            ("Ctrl+S", self._on_save), ("Ctrl+F", self._on_done),
            ("Ctrl+Down", self._on_next), ("Ctrl+Up", self._on_last),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    # The keys

    def faults(self) -> dict[str, str]:
        """By key, what keeps the style from being saved."""
        found, title = self.draft.faults(), self.draft.title
        if title != self._looked_up[0]:  # the other styles are read for it
            self._looked_up = title, self._wrong_title(title).rstrip(".")
        if self._looked_up[1]:
            found.setdefault("title", self._looked_up[1])
        return found

    def _keys(self) -> tuple[tuple[str, tuple[StyleKey, ...]], ...]:
        """Every key under the title of its group; first those of the file that no style has."""
        strange = tuple(StyleKey(key, key, "", (), ()) for key in self.draft.strange)
        groups = tuple((group.title, group.keys) for group in key_groups())
        return ((_NOT_KNOWN, strange), *groups) if strange else groups

    def _show_keys(self, chosen: str) -> None:
        """Lists the keys that fit what is typed, with one of them chosen, else the first."""
        wanted = folded(self.words.text()).split()
        faults = self.faults()
        lines: list[Line] = []
        for title, keys in self._keys():
            fitting = [each for each in keys if self._fits(each, title, wanted, faults)]
            if fitting:
                lines.append(Line(title, is_heading=True))
                lines += [self._line(each, faults) for each in fitting]
        if not lines:
            lines = [Line("No key is called that", is_faint=True)]
        self.view.lines.show_lines(tuple(lines))
        self._go_to(chosen)

    def _fits(
        self, key: StyleKey, group: str, wanted: list[str], faults: dict[str, str]
    ) -> bool:  # fmt: skip
        if self.only_own.isChecked() and not (self.draft.is_own(key.key) or key.key in faults):
            return False
        told = folded(f"{group} {key.name} {key.meaning} {self._value(key.key)}")
        return all(word in told for word in wanted)

    def _line(self, key: StyleKey, faults: dict[str, str]) -> Line:
        is_own = key.key != VOTES and self.draft.is_own(key.key)
        aside = "wrong" if key.key in faults else "its own" if is_own else ""
        dot = "bad" if key.key in faults else ""
        return Line(key.name, self._value(key.key), aside, dot, place=Place(key.key))

    def _value(self, key: str) -> str:
        """What the style says there, as a line."""
        if key == "like":
            return self.draft.like.title
        return self.draft.said(key).replace("\n", " ¶ ") or "–"

    @property
    def _key(self) -> StyleKey | None:
        """The chosen key; None where none is."""
        place = self.view.current_place
        if place is None:
            return None
        return style_keys().get(place.item_id) or StyleKey(place.item_id, place.item_id, "", (), ())

    def _rows(self) -> list[str]:
        return [line.place.item_id if line.place else "" for line in self.view.lines.lines]

    def _go_to(self, key: str) -> None:
        rows = self._rows()
        first = next((row for row, each in enumerate(rows) if each), -1)
        row = rows.index(key) if key and key in rows else first
        if row >= 0:
            self.view.setCurrentIndex(self.view.lines.index(row))
            self._on_key()

    def _on_words(self) -> None:
        """Lists what fits, with the key chosen whose name is nearest to what is typed."""
        wanted = folded(self.words.text()).strip()
        keys = [each for _, group in self._keys() for each in group]
        names = {each.key: folded(each.name) for each in keys}
        whole = [key for key, name in names.items() if wanted and name == wanted]
        begun = [key for key, name in names.items() if wanted and name.startswith(wanted)]
        current = [self._key.key] if self._key and not wanted else []
        self._show_keys(next(iter((*whole, *begun, *current)), ""))

    def _on_key(self) -> None:
        if key := self._key:
            self.field.show_key(key, self.draft, self.faults().get(key.key, ""))
            self.preview.forget_change()

    def _on_next(self) -> None:
        self._step(1)

    def _on_last(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        """The next key, or the one before; the cursor stays where it is, or goes to its control."""
        typing = self.field.isAncestorOf(self.focusWidget() or self)
        rows = self._rows()
        row = self.view.currentIndex().row() + step
        while 0 <= row < len(rows) and not rows[row]:
            row += step
        if 0 <= row < len(rows):
            self.view.setCurrentIndex(self.view.lines.index(row))
            if typing:
                self.field.focus()

    def _on_done(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    # What is changed

    def _on_said(self, words: str) -> None:
        if key := self._key:
            like = self._likes.get(words) if key.key == "like" else None
            changed = made_like(self.draft, like) if like else with_said(self.draft, key.key, words)
            self._take(changed, key)

    def _on_given_back(self) -> None:
        if key := self._key:
            self._take(without(self.draft, key.key), key)
            if self._key == key:
                self._on_key()
                self.field.focus()

    def _take(self, draft: StyleDraft, key: StyleKey) -> None:
        """Takes the draft as it now is, and shows of it what is another."""
        was_strange, self.draft = self.draft.strange, draft
        faults = self.faults()
        if key.key in ("like", VOTES) or draft.strange != was_strange:
            self._show_keys(key.key)
        else:
            self.view.lines.change_line(self.view.currentIndex().row(), self._line(key, faults))
        if self._key == key:
            self.field.tell(key, draft, faults.get(key.key, ""))
        self._tell_faults()
        self._print()

    def _tell_faults(self) -> None:
        wrong = len(self.faults())
        what = "One key is wrong: mend it" if wrong == 1 else f"{wrong} keys are wrong: mend them"
        self.trouble.setText(f"{what}, then it can be saved." if wrong else "")
        self.save.setEnabled(not wrong)

    def _print(self, *, at_once: bool = False) -> None:
        """Prints the style as it stands; at first without what is wrong, later as it was before."""
        style = self.draft.style("preview")
        if at_once and (begun := self.draft.without_faults().style("preview")):
            self.preview.show_now(begun)
        elif style:
            self.preview.show_style(style)
        if style is None:
            self.preview.wait_for_mending()

    # The end

    def _on_save(self) -> None:
        if faults := self.faults():
            self.words.clear()
            self._go_to(next(iter(faults)))
            self.field.focus()
            return
        try:
            self._keep(replace(self.draft, title=self.draft.title.strip()))
        except ClerkappError as error:
            self.trouble.setText(f"{error}.")
            return
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Has Enter press the button that it is pressed on."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(button, QAbstractButton):
                button.click()
            return
        super().keyPressEvent(event)

    def filled(self) -> object:
        """The style as it is now, which is not left without a word once it is another."""
        return self.draft
