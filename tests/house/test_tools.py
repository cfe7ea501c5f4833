"""A test whose tool is missing is skipped at home, and fails where the tool was promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tools import REQUIRED, need_program, sarif_multitool

ROOT = Path(__file__).parents[2]


def test_what_is_missing_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception, match="there is no shell-of-nobody here"):
        need_program("shell-of-nobody")


def test_what_is_missing_fails_where_it_was_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRED, "1")
    monkeypatch.delenv("SARIF_MULTITOOL", raising=False)
    with pytest.raises(pytest.fail.Exception, match="SARIF_MULTITOOL does not name the validator, and GUIDELINT"):
        sarif_multitool()


def test_ci_promises_all_of_them() -> None:
    """By the one variable that the tests read, and nothing reads another."""
    written = (ROOT / ".ci" / "run").read_text("utf-8")
    assert set(re.findall("GUIDELINT_REQUIRE[A-Z_]*", written)) == {REQUIRED}
    assert {"chromium", "zsh", "fish"} <= set(re.findall(r"\w+", written))
    assert "export SARIF_MULTITOOL=" in written


def test_only_one_place_skips_for_want_of_a_tool() -> None:
    skipping = {path.name for path in (ROOT / "tests").rglob("*.py") if "pytest.skip(" in path.read_text("utf-8")}
    assert skipping == {"tools.py", Path(__file__).name}
