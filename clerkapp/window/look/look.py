"""How the window looks: colours by name, sizes that follow the zoom, the text font."""

from functools import cache

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QScrollBar

from clerkapp.meeting.entries import EntryKind
from clerkapp.resources import resource

ZOOMS = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
LEAST_ROOM = (560, 310)
"""Pixels at a zoom of 1, wide and high: in less, words are cut off and lie over each other."""
FAMILY = "Inter"


class Look(Struct, frozen=True):
    """The colours of one scheme and a zoom. Text on any ground here has a contrast of 4.5:1."""

    name: str
    paper: str  # the ground of the words
    panel: str  # the ground of everything beside them
    line: str
    ink: str
    soft: str
    faint: str
    accent: str
    selection: str
    focus: str  # the ground of the entry being typed
    question: str
    response: str
    action: str
    decision: str
    event: str
    bad: str
    good: str
    doubtful: str
    zoom: float = 1.0

    def px(self, size: float) -> int:
        """`size` pixels at the zoom of 1, in pixels at this zoom."""
        return round(size * self.zoom)

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The text font, `size` pixels high at the zoom of 1, to be changed by whoever asks."""
        return QFont(_font_of(max(1, self.px(size)), weight))

    def color(self, name: str) -> QColor:
        """The colour of that name, to be changed by whoever asks."""
        return QColor(_color_of(getattr(self, name)))

    def of_kind(self, kind: EntryKind) -> QColor:
        """The colour in which a kind is named. It is always named, too."""
        return self.color(_COLORS[kind])

    def zoomed(self, zoom: float) -> "Look":
        """The same look at another zoom."""
        return replace(self, zoom=zoom)

    def palette(self) -> QPalette:
        """The colours as Qt's own widgets ask for them, to be changed by whoever asks."""
        return QPalette(_palette_of(self))


@cache
def _color_of(name: str) -> QColor:
    return QColor(name)


@cache
def _font_of(pixels: int, weight: QFont.Weight) -> QFont:
    """Put together once: each row that is painted asks for four."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


@cache
def _palette_of(look: Look) -> QPalette:
    """Put together once: it costs 0.4 ms, and each row of a long item asks for it."""
    roles = {
        QPalette.ColorRole.Window: look.panel,
        QPalette.ColorRole.WindowText: look.ink,
        QPalette.ColorRole.Base: look.paper,
        QPalette.ColorRole.AlternateBase: look.panel,
        QPalette.ColorRole.Text: look.ink,
        QPalette.ColorRole.PlaceholderText: look.faint,
        QPalette.ColorRole.Button: look.panel,
        QPalette.ColorRole.ButtonText: look.ink,
        QPalette.ColorRole.ToolTipBase: look.focus,
        QPalette.ColorRole.ToolTipText: look.ink,
        QPalette.ColorRole.Highlight: look.accent,
        QPalette.ColorRole.HighlightedText: look.paper,
        QPalette.ColorRole.Link: look.accent,
        QPalette.ColorRole.Light: look.focus,
        QPalette.ColorRole.Midlight: look.panel,
        QPalette.ColorRole.Mid: look.line,
        QPalette.ColorRole.Dark: look.line,
        QPalette.ColorRole.Shadow: look.line,
        QPalette.ColorRole.Accent: look.accent,
    }
    palette = QPalette()
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText,
                 QPalette.ColorRole.WindowText):  # fmt: skip
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.faint))
    return palette


LIGHT = Look(
    name="light", paper="#fbfaf7", panel="#f3f1ec", line="#dedad1", ink="#1e2227", soft="#555c64",
    faint="#62676e", accent="#1f5f6b", selection="#e2ecee", focus="#ffffff", question="#1d4f91",
    response="#2a6b3c", action="#9a4a0c", decision="#5c2d82", event="#6a6258", bad="#a3261e",
    good="#2a6b3c", doubtful="#805300",
)  # fmt: skip
DARK = Look(
    name="dark", paper="#1b1d20", panel="#222529", line="#34383d", ink="#e8e6e1", soft="#a9afb6",
    faint="#999fa7", accent="#7cc0cc", selection="#26383c", focus="#202327", question="#8ab8f0",
    response="#86c997", action="#efa35f", decision="#c9a0ea", event="#b5aca0", bad="#f08b82",
    good="#86c997", doubtful="#e3b55c",
)  # fmt: skip
CONTRAST = Look(
    name="contrast", paper="#000000", panel="#000000", line="#b4b4b4", ink="#ffffff",
    soft="#ffffff", faint="#d6d6d6", accent="#ffe14d", selection="#003352", focus="#14142b",
    question="#9cd0ff", response="#8ff0a4", action="#ffc07a", decision="#e3c2ff", event="#e6dccb",
    bad="#ffb3ab", good="#8ff0a4", doubtful="#ffe14d",
)  # fmt: skip
"""For eyes that need more: 7:1 for every word on every ground, and lines that are seen too."""
LOOKS = {look.name: look for look in (LIGHT, DARK, CONTRAST)}

_COLORS = {
    EntryKind.NOTE: "soft",
    EntryKind.LEAD_IN: "soft",
    EntryKind.QUESTION: "question",
    EntryKind.RESPONSE: "response",
    EntryKind.COMMENT: "question",
    EntryKind.ACTION_POINT: "action",
    EntryKind.MOTION: "decision",
    EntryKind.VOTE: "decision",
    EntryKind.BALLOT: "decision",
    EntryKind.RESOLUTION: "decision",
    EntryKind.RECOMMENDATION: "decision",
    EntryKind.DECLARATION: "event",
    EntryKind.ARRIVAL: "event",
    EntryKind.DEPARTURE: "event",
    EntryKind.PROCEDURE: "event",
}


def load_text_font() -> None:
    """Makes the bundled text font known, so that the window looks the same everywhere."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def make_slim(bar: QScrollBar, look: Look) -> None:
    """Makes a scroll bar that does not draw the eye from the words."""
    width, radius = look.px(10), look.px(3)
    bar.setStyleSheet(
        f"QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; }}"
        f"QScrollBar::handle:vertical {{ background: {look.line}; border-radius: {radius}px;"
        f" margin: 2px; min-height: {look.px(30)}px; }}"
        f"QScrollBar::handle:vertical:hover {{ background: {look.faint}; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
    )
