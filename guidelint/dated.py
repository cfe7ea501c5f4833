"""A guideline on a day: for the few rules that the calendar matters to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guidelint.model import Guideline


@dataclass(frozen=True, slots=True)
class DatedGuideline:
    guideline: Guideline
    today: date
