"""Where the cache is: in a folder of the user's own, as of Black, and never in the project unless that is asked for.

A verdict that came with the files to be judged would be believed, and whoever sends a change of a guideline could send
its clean verdict with it.
"""

from __future__ import annotations

import os
import sys

VARIABLE = "GUIDELINT_CACHE_DIR"


def cache_folder() -> str | None:
    """None where nobody says where the user's files are."""
    if own := os.environ.get(VARIABLE):
        return os.path.abspath(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "guidelint") if os.path.isabs(base) else None
