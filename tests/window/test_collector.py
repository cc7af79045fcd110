"""Rings of objects that nobody can reach: collected on the window's thread, between the keys."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from clerkapp.window.collector import Collector


@pytest.fixture
def collector(qapp) -> Iterator[Collector]:
    """A collector at work, and nothing put aside before it."""
    gc.unfreeze()
    parent = QObject()
    yield Collector(parent)
    del parent


class Ringed(QLabel):
    """A widget that only the collector can take down, and notes on which thread it was."""

    def __init__(self, threads: list[threading.Thread]) -> None:
        super().__init__("in a ring")
        self._threads = threads
        self._ring = self

    def __del__(self) -> None:
        self._threads.append(threading.current_thread())


def test_widgets_are_taken_down_on_their_own_thread_while_another_is_busy(qtbot, collector):
    taken_down: list[threading.Thread] = []
    for _ in range(20):
        Ringed(taken_down)
    is_over = threading.Event()

    def make_much() -> None:
        kept: list[object] = []
        while not is_over.wait(0.001):
            kept += [[] for _ in range(100)]

    other = threading.Thread(target=make_much)
    other.start()
    try:
        qtbot.waitUntil(lambda: len(taken_down) == 20)
    finally:
        is_over.set()
        other.join()
    assert set(taken_down) == {threading.main_thread()}


@pytest.mark.parametrize(
    ("made", "typing", "collected"),
    [
        ((700, 10, 10), False, []),
        ((701, 10, 10), False, [0]),
        ((0, 11, 10), True, [1]),
        ((0, 0, 11), True, []),
        ((701, 0, 11), True, [0]),
        ((0, 0, 11), False, [2]),
    ],
)
def test_a_generation_is_collected_when_due_and_the_oldest_in_a_pause(
    collector, monkeypatch: pytest.MonkeyPatch, made, typing, collected
):
    done = []
    monkeypatch.setattr(gc, "get_count", lambda: made)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", done.append)
    if typing:
        collector.wait()
    collector.collect_if_due()
    assert done == collected


def test_what_was_put_aside_is_looked_through_once_another_window_opens(collector):
    collector.put_aside()
    assert gc.get_freeze_count() > 10_000
    ring = Ringed([])
    left = weakref.ref(ring)
    collector.put_aside()
    del ring
    gc.collect()
    assert left() is not None
    collector.put_aside()
    assert left() is None
