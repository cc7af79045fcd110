"""One key of a house style in the editor: its name, what it means, its control and its fault."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clerkapp.window.look.aloud import say_aloud
from clerkapp.window.look.choice import Choice
from clerkapp.window.look.look import Look
from clerkapp.window.look.outlines import outline
from clerkapp.window.meetings.place_text import PlaceText
from clerkapp.wording.house_style import HouseStyle
from clerkapp.wording.style_draft import StyleDraft
from clerkapp.wording.style_keys import VOTES, StyleKey

_SETTLED = 600  # ms without a key until a screen reader is told what is wrong
_MIXED = "In a manner of its own"
_Control = QComboBox | PlaceText


class StyleKeyField(QWidget):
    """Shows one key after the other. A control stays as it was left: Ctrl+Z works in it again."""

    said = Signal(str)  # what its key is now to say
    given_back = Signal()  # its key is to say nothing of its own
    done = Signal()  # Enter

    def __init__(self, likes: tuple[HouseStyle, ...], look: Look) -> None:
        super().__init__()
        self._likes, self._look = likes, look
        self._controls: dict[str, _Control] = {}
        self._is_showing = False
        self._before: QWidget = self
        self.name = QLabel()
        self.name.setFont(look.font(15, QFont.Weight.DemiBold))
        self.meaning = _soft(look)
        self._current: _Control | None = None
        self._column = QVBoxLayout()
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        bad = look.palette()
        bad.setColor(bad.ColorRole.WindowText, look.color("bad"))
        self.fault.setPalette(bad)
        self.places, self.base = _soft(look), _soft(look)
        self.back = QPushButton()
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.given_back)
        foot = QHBoxLayout()
        foot.setSpacing(look.px(10))
        foot.addWidget(self.base, 1)
        foot.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(5))
        layout.addWidget(self.name)
        layout.addWidget(self.meaning)
        layout.addLayout(self._column)
        layout.addWidget(self.fault)
        layout.addWidget(self.places)
        layout.addLayout(foot)
        layout.addStretch(1)
        self._tell_soon = QTimer(self, singleShot=True, interval=_SETTLED)
        self._tell_soon.timeout.connect(self._tell_fault)

    def follow(self, before: QWidget) -> None:
        """Has Tab come from there to the control, and from the control to its button."""
        self._before = before
        for control in self._controls.values():
            self._stand_in_line(control)

    def _stand_in_line(self, control: QWidget) -> None:
        self.setTabOrder(self._before, control)
        self.setTabOrder(control, self.back)

    def show_key(self, key: StyleKey, draft: StyleDraft, fault: str) -> None:
        """Shows that key as the style now says it, with what is wrong there."""
        self._is_showing = True
        control = self._controls.get(key.key) or self._made(key, draft)
        words = draft.said(key.key)
        if isinstance(control, PlaceText):
            control.set_words(words)
        else:
            _choose(control, words)
        self._is_showing = False
        if self._current is not None and self._current is not control:
            self._current.hide()
        control.show()
        self._current = control
        self.name.setText(key.name)
        self.meaning.setText(key.meaning)
        self.meaning.setVisible(bool(key.meaning))
        self.tell(key, draft, fault)

    def tell(self, key: StyleKey, draft: StyleDraft, fault: str) -> None:
        """Says anew what is wrong there, and what the style that it is like says."""
        if fault != self.fault.text().removesuffix("."):
            self.fault.setText(f"{fault[:1].upper()}{fault[1:]}." if fault else "")
            self._tell_soon.start()
        self.fault.setVisible(bool(fault))
        self.places.setText(f"Places: {'  '.join(key.places)}")
        self.places.setVisible(bool(key.places) and not fault)  # a fault names them too
        self._controls[key.key].setAccessibleDescription(
            " ".join(filter(None, (self.fault.text(), key.meaning, self._places_told(key))))
        )
        self._tell_base(key, draft)

    def _tell_base(self, key: StyleKey, draft: StyleDraft) -> None:
        title = f"“{draft.like.title}”"
        is_strange = key.key in draft.strange
        self.base.setText(_base_words(key.key, draft, title))
        self.back.setText("&Leave it out" if is_strange else f"&Back to {title}")
        self.back.setVisible("." in key.key or is_strange)
        self.back.setEnabled(draft.is_own(key.key))

    def _places_told(self, key: StyleKey) -> str:
        return self.places.text() if key.places else ""

    def focus(self) -> None:
        """Puts the cursor into the control, with its words selected."""
        control = self._current
        if control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(control, PlaceText):
            control.selectAll()

    def _made(self, key: StyleKey, draft: StyleDraft) -> _Control:
        if key.choices or key.key == "like":
            control = self._choice(key)
        else:
            control = PlaceText(key.places, self._look)
            control.begin(draft.said(key.key))
            control.textChanged.connect(self._on_control)
            control.done.connect(self.done)
        control.setAccessibleName(key.name)
        outline(control, self._look)
        self._controls[key.key] = control
        self._column.addWidget(control)
        self._stand_in_line(control)
        return control

    def _choice(self, key: StyleKey) -> QComboBox:
        box = Choice()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setFont(self._look.font(13.5))
        if key.key == "like":
            for style in self._likes:
                box.addItem(style.title, style.name)
        for choice in key.choices:
            box.addItem(_form_title(choice) if key.key == VOTES else choice, choice)
        box.currentIndexChanged.connect(self._on_control)
        return box

    def _on_control(self) -> None:
        control = self._current
        if self._is_showing:
            return
        if isinstance(control, PlaceText):
            self.said.emit(control.words())
        elif isinstance(control, QComboBox) and control.currentData():
            self.said.emit(str(control.currentData()))

    def _tell_fault(self) -> None:
        say_aloud(self.fault.text(), self)


def _base_words(key: str, draft: StyleDraft, title: str) -> str:
    """Whether the style says that itself, and what the style says that it is like."""
    if key in draft.strange or "." not in key:
        return ""
    if not draft.is_own(key):
        return f"As in {title}.{_edges(draft.said(key))}"
    if key == VOTES:
        return f"Some of it is its own; the rest is as in {title}."
    inherited = draft.inherited(key).replace("\n", " ¶ ")
    says = f"says: {inherited}" if inherited.strip() else "says nothing there"
    return f"Its own.{_edges(draft.said(key))} {title} {says}"


def _soft(look: Look) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setFont(look.font(12))
    palette = look.palette()
    palette.setColor(palette.ColorRole.WindowText, look.color("soft"))
    label.setPalette(palette)
    return label


def _choose(box: QComboBox, words: str) -> None:
    """Chooses what the style says; what cannot be chosen stands there all the same."""
    if box.findData(words) < 0:
        box.addItem(words or _MIXED, words)
    box.setCurrentIndex(box.findData(words))


def _form_title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _edges(words: str) -> str:
    """That words begin or end with a space, which nobody sees."""
    begins, ends = words != words.lstrip(" "), words != words.rstrip(" ")
    match begins, ends:
        case True, True:
            return " Begins and ends with a space."
        case True, False:
            return " Begins with a space."
        case False, True:
            return " Ends with a space."
        case _:
            return ""
