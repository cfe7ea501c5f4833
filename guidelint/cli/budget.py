"""How long proofs may take."""

from __future__ import annotations

from guidelint.cli.progress import Ticker
from guidelint.config import Settings
from guidelint.logic import Budget


def budget_of(settings: Settings) -> Budget:
    """Its time begins to run at once."""
    return Budget(settings.value("time-limit"), settings.value("time-limit-total"), on_question=Ticker())
