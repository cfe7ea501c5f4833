"""What part of a guideline an entry is, for a reader: `Fact: Fever`, `Criterion: Any red flag`."""

from __future__ import annotations

import re

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


QUOTED_ID = re.compile(r"`([^`]+)`")
LEFT_OUT = ("interventions", "constraints", "cases")


def ids_as_names(words: str, review: Review) -> str:
    """What is said of entries that are left out, with their labels for a reader who knows no ids."""
    names = {entry.id: entry.name for entry in review.wholes.values() if entry.route[0] in LEFT_OUT}
    return QUOTED_ID.sub(lambda found: f"“{names.get(found[1], found[1])}”", words)
