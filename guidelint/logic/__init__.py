"""What a guideline does for every possible patient: claims, proved or refuted by a patient.

The solver stays behind this door.
"""

from guidelint.logic.answer import Answer, Cube, NotDecided, Proved, Refuted, Shown, Witness
from guidelint.logic.claims import Claim, ClaimKind, answer, answers_to_parts, claims
from guidelint.logic.established import Established, Part, establish
from guidelint.logic.grounds import Blame, Grounds, grounds
from guidelint.logic.logic import Logic
from guidelint.logic.solver import Budget

__all__ = [
    "Answer",
    "Blame",
    "Budget",
    "Claim",
    "ClaimKind",
    "Cube",
    "Established",
    "Grounds",
    "Logic",
    "NotDecided",
    "Part",
    "Proved",
    "Refuted",
    "Shown",
    "Witness",
    "answer",
    "answers_to_parts",
    "claims",
    "establish",
    "grounds",
]
