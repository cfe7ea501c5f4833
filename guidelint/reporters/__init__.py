"""Report → text, by the name of the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guidelint.reporters.concise import concise
from guidelint.reporters.full import full
from guidelint.reporters.json_report import json_report
from guidelint.reporters.report import ExitCode, Report, Unreadable

REPORTERS: Mapping[str, Callable[[Report, bool], str]] = {"full": full, "concise": concise, "json": json_report}

__all__ = ["REPORTERS", "ExitCode", "Report", "Unreadable"]
