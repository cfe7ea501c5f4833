"""What some tests need and no Python package brings: a browser, node modules, other shells, the validator of SARIF.

Where one is missing its tests are skipped, unless GUIDELINT_REQUIRE_TOOLS is set, as in CI: then they fail.
"""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest

REQUIRED = "GUIDELINT_REQUIRE_TOOLS"


def missing(what: str) -> NoReturn:
    """The one place that decides: what is missing is a reason to skip, or a failure where it was promised."""
    if os.environ.get(REQUIRED):
        pytest.fail(f"{what}, and {REQUIRED} is set")
    pytest.skip(what)


def need_program(name: str) -> None:
    if shutil.which(name) is None:
        missing(f"there is no {name} here")


def sarif_multitool() -> str:
    """Of the npm package @microsoft/sarif-multitool; 100 MB, so it is not part of `dev`."""
    program = os.environ.get("SARIF_MULTITOOL")
    if not program:
        missing("SARIF_MULTITOOL does not name the validator")
    return program
