"""A run that was stopped has not judged everything: it teaches a baseline nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guidelint.baseline import Entry
from guidelint.cli.baselines import Baselines
from guidelint.config import Layer, Lookup, given
from guidelint.reporters.report import BaselineTold
from guidelint.rules import RULES
from tests.reporters.reports import file_report

ENTRY = Entry("nodes.wait", "GL206", "warning", "0123456789abcdef")


@pytest.mark.parametrize("is_stopped", [False, True])
def test_what_was_not_judged_is_neither_learnt_nor_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_stopped: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Lookup(RULES, Layer(tmp_path, {"baseline": given("b.json", "--baseline")})).of_folder(tmp_path)
    baselines = Baselines(is_updated=True)
    baselines.known_of("a.yaml", settings)
    report = replace(file_report(), entries=((ENTRY, 2),), is_stopped=is_stopped)
    told = BaselineTold("b.json") if is_stopped else BaselineTold("b.json", is_updated=True, added=2)
    assert baselines.settle([report]) == (told,)
    assert (tmp_path / "b.json").exists() is not is_stopped
