"""Ctrl-C that is not lost: Python drops what is raised while it tidies up an object or is called back by C code."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def listening() -> Iterator[Callable[[], bool]]:
    """Says whether somebody has pressed Ctrl-C meanwhile, which raises KeyboardInterrupt as ever."""
    heard = threading.Event()

    def hear(number: int, frame: FrameType | None) -> None:
        heard.set()
        signal.default_int_handler(number, frame)

    is_default = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not is_default or threading.current_thread() is not threading.main_thread():
        yield heard.is_set
        return
    signal.signal(signal.SIGINT, hear)
    tell, sys.unraisablehook = sys.unraisablehook, _tell_nothing_of_interrupts
    try:
        yield heard.is_set
    finally:
        sys.unraisablehook = tell
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _tell_nothing_of_interrupts(dropped: sys.UnraisableHookArgs) -> None:
    """In place of a traceback for what has been heard."""
    if not issubclass(dropped.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(dropped)
