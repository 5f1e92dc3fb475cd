# SPDX-License-Identifier: EUPL-1.2
"""Ctrl-C that waits for a safe moment."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupt:
    """Whether somebody asked to stop."""

    def __init__(self) -> None:
        self.requested = False


@contextmanager
def finish_first() -> Iterator[Interrupt]:
    """In this block the first Ctrl-C only sets ``requested``; a second one stops at once.

    Outside the main thread signals cannot be caught, and nothing changes.
    """
    interrupt = Interrupt()
    if threading.current_thread() is not threading.main_thread():
        yield interrupt
        return

    def note(_number: int, _frame: FrameType | None) -> None:
        if interrupt.requested:
            raise KeyboardInterrupt
        interrupt.requested = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield interrupt
    finally:
        signal.signal(signal.SIGINT, before)
