"""Words to be read on a page of their own: the printed minutes, wordings side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTextBrowser

from clerkapp.window.look.look import Look, make_slim

_MARGIN = 14  # from the edge of the page to its words


class PageView(QTextBrowser):
    """A page without a frame. Nothing on it leads anywhere, and its words are broken to its width.

    Qt rounds the widths of cells up, a pixel in all, so that a bar below would come for nothing.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_look(self, look: Look, size: float) -> None:
        """Takes the colours of a look, and letters of that size at the zoom of 1."""
        self.setFont(look.font(size))
        self.document().setDocumentMargin(look.px(_MARGIN))
        make_slim(self.verticalScrollBar(), look)


def bold(words: str) -> str:
    """`words` as bold as the font that is bundled: of <b> Qt would paint each letter twice."""
    return f'<span style="font-weight:600">{words}</span>'
