"""Widgets one after another: how often they are measured."""

from PySide6.QtWidgets import QApplication, QLabel, QLayoutItem, QWidget

from clerkapp.window.look import flow_layout
from clerkapp.window.look.flow_layout import FlowLayout


class Counted(FlowLayout):
    """Counts how often Qt says that something in it has changed."""

    changes = 0

    def invalidate(self) -> None:
        self.changes += 1
        super().invalidate()


def test_each_label_is_measured_once_a_change(qtbot, monkeypatch):
    line = QWidget()
    qtbot.addWidget(line)
    layout = Counted(line)
    labels = [QLabel(words) for words in ("Saved", "5 in the room", "entry 9 of 9")]
    for label in labels:
        layout.addWidget(label)
    line.resize(900, 30)
    line.show()
    QApplication.processEvents()
    measured: list[QLayoutItem] = []
    width = flow_layout._width

    def counted(item: QLayoutItem) -> int:
        measured.append(item)
        return width(item)

    monkeypatch.setattr(flow_layout, "_width", counted)
    layout.changes = 0
    labels[2].setText("entry 10 of 10")
    QApplication.processEvents()
    assert layout.changes
    assert len(measured) == layout.changes * len(labels)
    assert labels[2].width() >= labels[2].fontMetrics().horizontalAdvance("entry 10 of 10")
