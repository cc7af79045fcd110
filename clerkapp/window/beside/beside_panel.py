"""What stands beside the item: the room, the checks, the action points, the preview."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from clerkapp.editing.history import Place
from clerkapp.meeting.meeting import Meeting
from clerkapp.window.beside.beside_lines import action_lines, finding_lines
from clerkapp.window.look.flat_tabs import FlatTabs
from clerkapp.window.look.lines import LinesView
from clerkapp.window.look.look import Look
from clerkapp.window.room.keyed_lines import KeyedLines
from clerkapp.window.room.room_keys import KEYS_OF_THE_ROOM
from clerkapp.wording.house_style import HouseStyle

if TYPE_CHECKING:
    from clerkapp.checking.findings import Finding
    from clerkapp.window.beside.preview import Preview
    from clerkapp.window.room.pad import Pad

TABS = ("Room", "Checks", "Actions", "Preview")
_CHECKS = TABS.index("Checks")
_COUNTED_AFTER = 300  # milliseconds: as the window is opened, the picture and first keys come first


class BesidePanel(QWidget):
    """Four views of the meeting in hand. Only the one that is seen is made and worked out."""

    led_to = Signal(Place)
    told = Signal(str)  # what somebody who hears a panel is to know once the keys rest
    room_due = Signal()  # who is in the room is to be shown
    found = Signal(tuple)  # the findings
    style_chosen = Signal(str)  # the name of a house style
    styles_wanted = Signal()  # by the preview, for choosing
    counted = Signal(str)  # the name of the view of the checks, with how many found something

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._look: Look | None = None
        self._earlier: tuple[Meeting, ...] = ()
        self._shown: tuple[Meeting, HouseStyle, str] | None = None
        self.checked = _find
        self.check_on: Callable[[Meeting], bool] = lambda _meeting: False
        self._views: dict[str, LinesView | Preview] = {}
        self._panels: list[Pad] = []
        self.room = KeyedLines("Room", KEYS_OF_THE_ROOM)
        self.tabs = FlatTabs()
        self.tabs.setAccessibleName("Beside the item")
        for name in TABS:
            self.tabs.addTab(name)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.lines(TABS[0]))
        self.tabs.currentChanged.connect(self._on_tab)
        self.tabs.tabBarClicked.connect(self._on_tab_clicked)
        self.stack.currentChanged.connect(self._on_seen)
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.timeout.connect(self._check_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack)

    # The views

    def lines(self, name: str) -> LinesView:
        """The view of that name, which is not the preview."""
        view = self._views.get(name)
        if not isinstance(view, LinesView):
            view = self.room if name == "Room" else LinesView(name)
            view.led_to.connect(self.led_to)
            self._take(name, view)
        return view

    @property
    def preview(self) -> "Preview":
        """The minutes as they would be printed."""
        from clerkapp.window.beside.preview import Preview  # noqa: PLC0415 — seldom seen at once

        view = self._views.get("Preview")
        if not isinstance(view, Preview):
            view = Preview()
            view.style_chosen.connect(self.style_chosen)
            view.styles_wanted.connect(self.styles_wanted)
            self._take("Preview", view)
        return view

    def _take(self, name: str, view: "LinesView | Preview") -> None:
        self._views[name] = view
        self.stack.addWidget(view)
        if self._look:
            view.show_look(self._look)

    @property
    def seen(self) -> QWidget:
        """The view that is seen, for the focus to go to."""
        return self.stack.currentWidget() or self.stack

    # What they show

    def show_look(self, look: Look) -> None:
        """Takes the sizes and colours of a look."""
        self._look = look
        self.tabs.show_look(look)
        for view in self._views.values():
            view.show_look(look)
        for panel in self._panels:
            panel.show_look(look)
        self._refresh()

    def show_meeting(
        self,
        meeting: Meeting,
        style: HouseStyle,
        item_id: str,
        earlier: tuple[Meeting, ...] = (),
    ) -> None:
        """Shows the meeting as it now is; `earlier` are those of the year, for the preview."""
        self._shown, self._earlier = (meeting, style, item_id), earlier
        self._refresh()

    def wait(self) -> None:
        """Puts the checks off until `show_meeting`: somebody types, and a key waits for no rule."""
        self._count_soon.stop()

    def open_tab(self, name: str) -> None:
        """Shows the view of that name."""
        self.tabs.setCurrentIndex(TABS.index(name))
        self._on_tab(self.tabs.currentIndex())

    def take_in(self, panel: "Pad") -> None:
        """Shows a panel in the place of the views, until another tab is chosen or `let_go`."""
        if panel not in self._panels:
            self._panels.append(panel)
            self.stack.addWidget(panel)
            panel.told.connect(self.told)
        if self._look:
            panel.show_look(self._look)
        self.stack.setCurrentWidget(panel)

    @property
    def panel_name(self) -> str:
        """What the panel is called that is seen in the place of the views; "" for none."""
        panel = self.stack.currentWidget()
        return panel.accessibleName() if panel in self._panels else ""

    def let_go(self) -> None:
        """Shows the view again that was seen before a panel."""
        self._on_tab(self.tabs.currentIndex())

    def _on_tab_clicked(self, index: int) -> None:
        if index == self.tabs.currentIndex():  # else it will be
            self._on_tab(index)

    def _on_seen(self) -> None:
        self.tabs.set_covered(bool(self.panel_name))

    def _on_tab(self, index: int) -> None:
        name = TABS[index]
        self.stack.setCurrentWidget(self.preview if name == "Preview" else self.lines(name))
        self._refresh()

    def _refresh(self) -> None:
        if self._shown is None or self._look is None:
            return
        meeting, style, item_id = self._shown
        self._count_soon.start(_COUNTED_AFTER)
        match TABS[self.tabs.currentIndex()]:
            case "Room":
                self.room_due.emit()
            case "Checks" as name:
                self.lines(name).lines.show_lines(finding_lines(self._count()))
            case "Actions" as name:
                self.lines(name).lines.show_lines(action_lines(meeting))
            case _:
                self.preview.show_meeting(meeting, style, item_id, self._earlier)

    def _check_on(self) -> None:
        """Has the next rule looked at: a key waits for no more. Counts after the last."""
        if self._shown and self.check_on(self._shown[0]):
            self._count_soon.start(0)
        else:
            self._count()

    def _count(self) -> "tuple[Finding, ...]":
        """Says in the name of their view how many checks found something; what they found."""
        self._count_soon.stop()
        findings = self.checked(self._shown[0]) if self._shown else ()
        self.tabs.setTabText(_CHECKS, f"Checks {len(findings)}" if findings else "Checks")
        self.found.emit(findings)
        self.counted.emit(self.tabs.tabText(_CHECKS))
        return findings


def _find(meeting: Meeting) -> "tuple[Finding, ...]":
    from clerkapp.checking.check import check  # noqa: PLC0415 — after the first picture

    return check(meeting)
