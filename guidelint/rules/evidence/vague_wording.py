"""words that leave the decision to the reader

## What it does

Finds phrases such as `if appropriate`, `as needed`, `if necessary`, `as indicated` or `when possible` in the labels
and descriptions of decisions, recommendations, criteria and facts. Where the text goes on to say when (`as needed for
pain`, `as indicated in the table`), nothing is said. Notes and statements are spared, and only English is judged.

## Why it can harm a patient

Two readers decide differently for the same patient, and neither of them against the guideline.

## Example

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home, if appropriate # finding: GL509
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
```

## Mended

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
```

## How to fix

Say when: as a fact, a criterion or a branch. What the source itself leaves open is told to the reviewer in a `note`.

## Source

GLIA (Shiffman and others, BMC Med Inform Decis Mak 2005;5:23), decidability: would two readers agree on when to act?
Codish and Shiffman, A model of ambiguity and vagueness in clinical practice guideline recommendations, AMIA 2005.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Confidence, Finding, Severity, at_value
from guidelint.model import Advice, Branch, Criterion, Decision, Entry, Fact, Guideline, Recommendation
from guidelint.phrases import is_english, may_be_vague, vague_phrase
from guidelint.rule import rule

OF_PATIENT = (Criterion, Fact)
JUDGED = (Advice, Branch, Decision, Recommendation, *OF_PATIENT)


@rule(Guideline, code="GL509", severity=Severity.INFO, confidence=Confidence.MEDIUM)
def vague_wording(guideline: Guideline) -> Iterator[Finding]:
    if not is_english(guideline.metadata.language):
        return
    judged = [entry for entry in guideline.entries() if isinstance(entry, JUDGED)]
    if may_be_vague(text for entry in judged for text in (entry.label, entry.description)):
        for entry in judged:
            yield from _in(entry)


def _in(entry: Entry) -> Iterator[Finding]:
    for key, text in (("label", entry.label), ("description", entry.description)):
        phrase = vague_phrase(text, is_of_patient=isinstance(entry, OF_PATIENT)) if text else None
        if phrase:
            yield Finding(
                f"`{phrase.lower()}` leaves the decision to the reader",
                at_value((*entry.route, key)),
                "say when, so that two readers decide alike",
            )
