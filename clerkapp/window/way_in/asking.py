"""Work that may take long, such as asking a keyring, on a thread of its own. No Qt in here.

The question can so be put before Qt is loaded.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def asked(work: Callable[[], T]) -> "Future[T]":
    """What `work` will give. The process does not wait for it when it ends."""
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:  # noqa: BLE001 — it is raised where the answer is read
            answer.set_exception(error)

    threading.Thread(target=run, name="asking", daemon=True).start()
    return answer
