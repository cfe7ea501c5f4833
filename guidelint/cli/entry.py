"""The entry point. It imports next to nothing: most runs find what the last one found."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any

READER_LEFT = 141
"""What a shell says of a program that a closed pipe has ended."""

STOPPED_CODE = 130
STOPPED = "stopped before the end"


def main() -> None:
    """Runs the command line and leaves at once: an interpreter takes longer to tidy up than a check does to run."""
    gc.disable()
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - closed by whoever started us
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as above
    _make_printable(sys.stdout)
    _make_printable(sys.stderr)
    code = _run()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or 0
    os._exit(code)


def _run() -> int:
    try:
        if sys.argv[1:2] == ["check"]:
            from guidelint.cli.replay import said_again

            if (known := said_again(sys.argv[1:])) is not None:
                return known
        from guidelint.cli.main import run
    except BrokenPipeError:
        return leave_broken_pipe()
    except KeyboardInterrupt:
        sys.stderr.write(f"{STOPPED}\n")
        return STOPPED_CODE
    return run()


def leave_broken_pipe() -> int:
    """Whoever reads us has read enough, as `head` does: no error, and no verdict either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return READER_LEFT


def _make_printable(stream: Any) -> None:
    """A terminal that cannot show a character shows its number, in place of ending the run."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
