"""What a guideline does for every possible patient: claims, proved or refuted by a patient.

The solver stays behind this door.
"""

from guidelint.logic.answer import Answer, Cube, NotDecided, Proved, Refuted, Shown, Witness
from guidelint.logic.logic import Logic
from guidelint.logic.solver import Budget

__all__ = ["Answer", "Budget", "Cube", "Logic", "NotDecided", "Proved", "Refuted", "Shown", "Witness"]
