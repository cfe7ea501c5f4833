"""The entry point. It imports next to nothing: most runs find what the last one found."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from guidelint.cli.streams import NotWritten, ReaderLeft, guarded, open_input

READER_LEFT = 141
"""What a shell says of a program that a closed pipe has ended."""

STOPPED_CODE = 130
STOPPED = "stopped before the end"


def main() -> None:
    """Runs the command line and leaves at once: an interpreter takes longer to tidy up than a check does to run."""
    gc.disable()
    sys.stdin = open_input(sys.stdin)
    sys.stdout = guarded(sys.stdout, "standard output")
    sys.stderr = guarded(sys.stderr, "standard error")
    os._exit(_run())


def _run() -> int:
    """The exit code of a run whose last word is written, and else of one that could not be told."""
    try:
        code = _answered()
        sys.stdout.flush()
        sys.stderr.flush()
    except ReaderLeft:
        return READER_LEFT  # it has read enough, as `head` does: no error, and no verdict either
    except NotWritten as failure:
        return _leave_unwritten(failure)
    return code


def _answered() -> int:
    try:
        if sys.argv[1:2] == ["check"]:
            from guidelint.cli.replay import said_again

            if (known := said_again(sys.argv[1:])) is not None:
                return known
        from guidelint.cli.main import run
    except KeyboardInterrupt:
        sys.stderr.write(f"{STOPPED}\n")
        return STOPPED_CODE
    return run()


def _leave_unwritten(failure: NotWritten) -> int:
    from guidelint.cli.output import why_not_written

    with suppress(NotWritten, ReaderLeft):  # then nobody can be told
        sys.stderr.write(f"Error: {failure.stream}: {why_not_written(failure.error)}\n")
    return 2
