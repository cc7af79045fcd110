"""One committee as a form: what its next meetings are filled from, and who sits on it."""

from collections.abc import Callable, Iterable
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clerkapp.editing.committee_form import (
    CommitteeForm,
    FormDoubt,
    Known,
    committee_in,
    form_of,
    number_sentence,
    posts_sentence,
    quorum_sentence,
)
from clerkapp.errors import ClerkappError
from clerkapp.law.jurisdiction import jurisdictions
from clerkapp.meeting.committees import Committee, Numbering, Powers, Rounding
from clerkapp.window.dialogs import Dialog
from clerkapp.window.look.aloud import SaidAtAPause, say_aloud
from clerkapp.window.look.choice import Choice
from clerkapp.window.look.dialog_buttons import without_icons
from clerkapp.window.look.fitting import columns, fit, scrolled
from clerkapp.window.look.look import Look
from clerkapp.window.meetings.members_table import MembersTable
from clerkapp.wording.house_style import house_styles
from clerkapp.wording.times import MONTHS

T = TypeVar("T")

_LINES = {
    "organisation": ("&Organisation", "Brookmere Borough Council"),
    "name": ("&Name", "Planning Committee"),
    "place": ("&Place", "Council Chamber"),
    "start": ("&Time", "7.00 pm"),
    "prefix": ("Letters be&fore it", "PLA"),
    "quorum": ("&Quorum", "4, 1/3 or a third"),
    "at_least": ("At &least", "3"),
}
_NUMBERING = (
    ("From 1 at each meeting", Numbering.AGENDA),
    ("On from the last meeting", Numbering.CONTINUOUS),
    ("On from the last meeting, from 1 each year", Numbering.OF_THE_YEAR),
)
_POWERS = (
    ("It resolves", Powers.RESOLVES),
    ("It can only recommend", Powers.RECOMMENDS),
    ("It is an executive: reasons are recorded", Powers.EXECUTIVE),
)
_ROUNDING = (("Rounded up", Rounding.UP), ("Rounded down", Rounding.DOWN))
_AS_LAST = "As the last meeting"
_NO_QUORUM = "No quorum is known yet."


class CommitteeDialog(Dialog):
    """Shows one committee; `keep` is called with it as it was filled in, and may refuse it.

    While something does not fit, nothing is kept and nothing is lost.
    """

    def __init__(
        self, committee: Committee, known: Known, keep: Callable[[Committee], None], look: Look,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(committee.name or "New committee")
        self.setFont(look.font(13))
        self._had, self._known, self._keep = committee, known, keep
        self._look = look
        self._lines: dict[str, QLineEdit] = {}
        self._choices: dict[str, QComboBox] = {}
        self._texts: dict[str, QPlainTextEdit] = {}
        self._doubts: dict[str, QLabel] = {}
        self._terms: list[QPushButton] = []
        form = form_of(committee)
        self.members = MembersTable(form.members, known.today, look)
        self.quorum_today, self.next_number, self.posts = (_small(look) for _ in range(3))
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, look.px(8), 0)
        inside.setSpacing(look.px(8))
        inside.addLayout(columns(self._left(form), self._right(form), look))
        self._add_members(inside)
        self.said = self._doubt_label()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText("&Keep this committee")
        without_icons(buttons)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(look.px(20),) * 4)
        self._area = scrolled(inner, look)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.said)
        layout.addWidget(buttons)
        fit(self, look, 940, 720)
        self._tell_soon = QTimer(self)
        self._tell_soon.setSingleShot(True)
        self._tell_soon.setInterval(0)
        self._tell_soon.timeout.connect(self._tell)
        self._rules = SaidAtAPause(self)
        self._hear()
        self._tell()
        self._lines["organisation" if not committee.organisation else "name"].setFocus()

    # The fields

    def _left(self, form: CommitteeForm) -> QFormLayout:
        layout = self._form_layout()
        for field in ("organisation", "name", "place", "start"):
            self._add_line(layout, field, form)
        packs = [(_AS_LAST, ""), *((each.title, each.name) for each in jurisdictions())]
        self._add_choice(layout, "jurisdiction", "&Jurisdiction", packs, form.jurisdiction)
        offered = house_styles(self._known.own_styles)
        styles = [(_AS_LAST, ""), *((each.title, each.name) for each in offered)]
        self._add_choice(layout, "house_style", "House &style", styles, form.house_style)
        self._add_choice(layout, "powers", "Po&wers", _POWERS, form.powers)
        items = self._add_text(layout, "usual_items", "&Usual items", form.usual_items)
        items.setPlaceholderText("e.g. Minutes of the meeting on {last}\nMatters arising {actions}")
        items.setFixedHeight(self._look.px(96))
        return layout

    def _right(self, form: CommitteeForm) -> QFormLayout:
        layout = self._form_layout()
        self._add_line(layout, "quorum", form)
        self._add_choice(layout, "rounding", "A part &is", _ROUNDING, form.rounding)
        self._add_line(layout, "at_least", form)
        layout.addRow("", self.quorum_today)
        self._add_choice(layout, "numbering", "Numberin&g", _NUMBERING, form.numbering)
        self._add_line(layout, "prefix", form)
        months = [(month, number) for number, month in enumerate(MONTHS, 1)]
        self._add_choice(layout, "year_begins", "&Year begins in", months, form.year_begins)
        layout.addRow("", self.next_number)
        dates = self._add_text(layout, "dates", "Next &dates", form.dates)
        dates.setPlaceholderText("e.g. 11 June 2027")
        dates.setFixedHeight(self._look.px(70))
        return layout

    def _form_layout(self) -> QFormLayout:
        layout = QFormLayout()
        layout.setVerticalSpacing(self._look.px(6))
        layout.setHorizontalSpacing(self._look.px(12))
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        return layout

    def _add_line(self, layout: QFormLayout, field: str, form: CommitteeForm) -> None:
        label, example = _LINES[field]
        line = QLineEdit(getattr(form, field))
        line.setPlaceholderText(f"e.g. {example}")
        self._lines[field] = line
        self._add_row(layout, field, label, line)

    def _add_choice(
        self, layout: QFormLayout, field: str, label: str,
        choices: "list[tuple[str, T]] | tuple[tuple[str, T], ...]", chosen: T,
    ) -> None:  # fmt: skip
        box = Choice()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for words, value in choices:
            box.addItem(words, value)
        if box.findData(chosen) < 0:  # of another computer: it stays unless another is chosen
            box.addItem(str(chosen), chosen)
        box.setCurrentIndex(box.findData(chosen))
        self._choices[field] = box
        self._add_row(layout, field, label, box)

    def _add_text(self, layout: QFormLayout, field: str, label: str, words: str) -> QPlainTextEdit:
        text = QPlainTextEdit(words)
        text.setTabChangesFocus(True)
        self._texts[field] = text
        self._add_row(layout, field, label, text)
        return text

    def _add_row(self, layout: QFormLayout, field: str, label: str, widget: QWidget) -> None:
        """The field, and below it room for what does not fit in it."""
        words = QLabel(label)
        words.setBuddy(widget)
        widget.setAccessibleName(label.replace("&", ""))
        doubt = self._doubts[field] = self._doubt_label()
        column = QVBoxLayout()
        column.setSpacing(self._look.px(2))
        column.addWidget(widget)
        column.addWidget(doubt)
        layout.addRow(words, column)

    def _add_members(self, layout: QVBoxLayout) -> None:
        heading = QLabel("&Members, a line a term: those of today are expected at the next meeting")
        heading.setBuddy(self.members)
        heading.setWordWrap(True)
        self._doubts["members"] = self._doubt_label()
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        for words, done in (
            ("&End the term", self.members.end_term),
            ("&Add a term", self.members.add_term),
            ("&Remove the line", self.members.remove),
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(done)
            row.addWidget(button)
            self._terms.append(button)
        row.addStretch(1)
        layout.addWidget(heading)
        layout.addWidget(self.members, 1)
        layout.addWidget(self._doubts["members"])
        layout.addWidget(self.posts)
        layout.addLayout(row)

    def _doubt_label(self) -> QLabel:
        label = _small(self._look)
        bad = self._look.palette()
        bad.setColor(bad.ColorRole.WindowText, self._look.color("bad"))
        label.setPalette(bad)
        label.hide()
        return label

    # What it says while it is filled in

    def _hear(self) -> None:
        for field, line in self._lines.items():
            line.setObjectName(field)
            line.textChanged.connect(self._tell_soon.start)
        for field, text in self._texts.items():
            text.setObjectName(field)
            text.textChanged.connect(self._tell_soon.start)
        for box in self._choices.values():
            box.currentIndexChanged.connect(self._tell_soon.start)
        for widget in (*self._lines.values(), *self._texts.values(), *self._choices.values(),
                       self.members, *self._terms):  # fmt: skip
            widget.installEventFilter(self)
        self.members.edited.connect(self._tell_soon.start)
        self.members.edited.connect(self._on_members)
        self.members.currentCellChanged.connect(self._tell_soon.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Brings a field that the focus comes to into sight; says what does not fit in one left."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched)
        is_left = event.type() == QEvent.Type.FocusOut and self.isActiveWindow()
        if is_left and watched in (*self._lines.values(), *self._texts.values()):
            self._on_left(watched.objectName())
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        """Says what the rules give now, and takes away what was mended."""
        committee, doubts = self._read()
        here = {_place(doubt) for doubt in doubts}
        known = not here & {"quorum", "at_least"}
        today = quorum_sentence(committee, self._known.today) if known else _NO_QUORUM
        self._rules.show(self.quorum_today, today)
        self._rules.show(self.next_number, number_sentence(committee, self._known))
        posts = posts_sentence(self.members.name, committee, self._known)
        self._rules.show(self.posts, posts)
        self.posts.setVisible(bool(posts))
        self._choices["rounding"].setEnabled(committee.quorum.number is None)
        self._choices["year_begins"].setEnabled(committee.numbering is Numbering.OF_THE_YEAR)
        for field in self._doubts.keys() - here:
            self._say(field, "")
        if "members" in here and self._doubts["members"].isVisible():
            self._on_members()

    def _on_left(self, field: str) -> None:
        """Says what does not fit in the field that was just left, and has it heard."""
        _, doubts = self._read()
        if field != "name" or self._lines["name"].text().strip():
            had = self._doubts[field].text()
            self._say(field, _told(each for each in doubts if _place(each) == field))
            if self._doubts[field].text() != had:
                say_aloud(self._doubts[field].text(), self)

    def _on_members(self) -> None:
        _, doubts = self._read()
        ours = [each for each in doubts if each.row >= 0]
        self.members.show_doubts(ours)
        self._say("members", "\n".join(f"Line {each.row + 1}: {each.sentence}" for each in ours))

    def _say(self, field: str, sentence: str) -> None:
        label = self._doubts[field]
        label.setText(sentence)
        label.setVisible(bool(sentence))
        if widget := self._lines.get(field) or self._texts.get(field):
            widget.setAccessibleDescription(sentence)

    # What it comes to

    def form(self) -> CommitteeForm:
        """What stands in the fields."""
        chosen = {field: cast("object", box.currentData()) for field, box in self._choices.items()}
        return CommitteeForm(
            **{field: line.text() for field, line in self._lines.items()},
            **{field: text.toPlainText() for field, text in self._texts.items()},
            jurisdiction=str(chosen["jurisdiction"]),
            house_style=str(chosen["house_style"]),
            numbering=Numbering(str(chosen["numbering"])),
            year_begins=cast("int", chosen["year_begins"]),
            powers=Powers(str(chosen["powers"])),
            rounding=Rounding(str(chosen["rounding"])),
            members=self.members.rows(),
        )

    def _read(self) -> tuple[Committee, tuple[FormDoubt, ...]]:
        reading = committee_in(self.form(), self._had, self._known)
        return reading.committee, reading.doubts

    def _on_accepted(self) -> None:
        self.members.take_in()
        committee, doubts = self._read()
        for field in self._doubts:
            if field != "members":
                self._say(field, _told(each for each in doubts if _place(each) == field))
        self._on_members()
        if doubts:
            self._go_to(doubts[0])
            return
        try:
            self._keep(committee)
        except ClerkappError as error:
            self.said.setText(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            self.said.show()
            return
        self.accept()

    def filled(self) -> object:
        """What stands in the fields, where it can be changed."""
        self.members.take_in()
        return self.form() if self.ok.isEnabled() else None

    def _go_to(self, doubt: FormDoubt) -> None:
        if doubt.row >= 0:
            self.members.go_to(doubt)
        elif widget := self._lines.get(doubt.field) or self._texts.get(doubt.field):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _place(doubt: FormDoubt) -> str:
    """The field that it is told beside."""
    return "members" if doubt.row >= 0 else doubt.field


def _told(doubts: Iterable[FormDoubt]) -> str:
    return "\n".join(each.sentence for each in doubts)


def _small(look: Look) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setFont(look.font(11.5))
    palette = look.palette()
    palette.setColor(palette.ColorRole.WindowText, look.color("soft"))
    label.setPalette(palette)
    return label
