"""What part of a guideline an entry is, for a reader: `Fact: Fever`, `Criterion: Any red flag`."""

from __future__ import annotations

from guidelint.diagrams.page.review import Review
from guidelint.model import Assumption, Entry
from guidelint.wording import assumption_in_words

NOUNS = {
    "references": "Reference",
    "statements": "Statement",
    "sections": "Section",
    "facts": "Fact",
    "assumptions": "Assumption",
    "scores": "Score",
    "criteria": "Criterion",
    "interventions": "Intervention",
    "nodes": "Step",
    "constraints": "Constraint",
    "cases": "Case",
}


def entry_name(entry: Entry, review: Review) -> str:
    """By the label of the whole that it stands in."""
    whole = review.wholes[entry.route[:2]]
    name = assumption_in_words(whole, review.guideline) if isinstance(whole, Assumption) else whole.name
    return f"{NOUNS[str(entry.route[0])]}: {name}"
