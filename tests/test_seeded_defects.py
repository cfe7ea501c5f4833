"""Every seeded defect is found by the right rule at the right place, and nothing else is (see `benchmarks/`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "seeded_defects.py"


def test_every_seed_is_found_at_its_place() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, check=False)
    assert [line for line in done.stdout.splitlines() if line[:2] == "GL" and "found at its place" not in line] == []
    assert done.returncode == 0, done.stdout[-500:] + done.stderr
