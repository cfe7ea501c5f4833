"""What a checker is told to overlook is named, and why."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
IGNORE = re.compile(r"# type: " + "ignore.*")
WITH_A_REASON = re.compile(r"# type: " + r"ignore\[[a-z, -]+\]  # \w.*")


def test_no_type_is_overlooked_without_a_reason() -> None:
    files = (path for part in ("guidelint", "tests", "benchmarks") for path in (ROOT / part).rglob("*.py"))
    found = {f"{path.name}: {line}" for path in files for line in IGNORE.findall(path.read_text("utf-8"))}
    assert {line for line in found if not WITH_A_REASON.search(line)} == set()
