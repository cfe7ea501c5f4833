"""How wide the terminal is."""

from __future__ import annotations

import os
import sys


def columns() -> int | None:
    """As COLUMNS says, or the terminal itself; None where neither does: what goes into a file or a pipe is the same
    everywhere."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isascii() and wanted.isdigit() and int(wanted[:6]) > 0:
        return int(wanted[:6])
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except (OSError, ValueError):
        return None
