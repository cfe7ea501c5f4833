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

NOT_JUDGED_CODE = 2
JUDGING = "check"


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
    except KeyboardInterrupt:
        return leave_stopped()
    return code


def _answered() -> int:
    if _is_judging():
        from guidelint.cli.replay import said_again

        if (known := said_again(sys.argv[1:])) is not None:
            return known
    from guidelint.cli.main import run

    return run()


def _is_judging() -> bool:
    return sys.argv[1:2] == [JUDGING]


def leave_stopped() -> int:
    """With the code that a shell knows; but a stopped `check` is one that could not judge, however far it has come."""
    if _is_judging():
        return _leave(f"{STOPPED}: what is not reported by now is not judged", NOT_JUDGED_CODE)
    return _leave(STOPPED, STOPPED_CODE)


def _leave_unwritten(failure: NotWritten) -> int:
    from guidelint.cli.output import why_not_written

    return _leave(f"Error: {failure.stream}: {why_not_written(failure.error)}", NOT_JUDGED_CODE)


def _leave(why: str, code: int) -> int:
    with suppress(NotWritten, ReaderLeft):  # then nobody can be told
        sys.stderr.write(f"{why}\n")
    return code
