"""two branches that both match at a single value

## What it does

Finds two branches with different advice that match the same patient at one value of a fact or a score only, where an
end of one meets an end of the other: `at-most: 60` beside `at-least: 60`. The comparisons may stand in criteria. Any
wider overlap is GL303, and one with the same advice too.

## Why it can harm a patient

The patient on the boundary is given two answers. A score of 3 that is a low and a high risk is read as what the reader
expects.

## Example

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: how-old}
      - {else: wait}
  how-old:
    type: decision
    label: How old is the patient?
    branches:
      - {if: {fact: age, at-most: 60}, then: treat}
      - {if: {fact: age, at-least: 60}, then: refer} # finding: GL314
```

## Mended

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: how-old}
      - {else: wait}
  how-old:
    type: decision
    label: How old is the patient?
    branches:
      - {if: {fact: age, at-most: 60}, then: treat}
      - {if: {fact: age, above: 60}, then: refer}
```

## How to fix

Look up in the source to which side the boundary belongs, and leave it out of the other.
`--unsafe-fixes` writes what the help names first.

## Source

Boundary value analysis (Myers, The Art of Software Testing).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidelint.diagnostic import Finding, Severity
from guidelint.logic import Logic
from guidelint.rule import Fixing, rule
from guidelint.verdicts.bounds import at_the_decision, value_in_words
from guidelint.verdicts.decisions import ECHO_OF_AN_UNSATISFIABLE_CONDITION, conditions_behind, subject
from guidelint.verdicts.mends import Mend, spelled
from guidelint.verdicts.overlaps import Kind, Overlap, Touch, mends_of, overlaps
from guidelint.witness_words import with_witness


@rule(Logic, code="GL314", severity=Severity.ERROR, fixing=Fixing.UNSAFELY, muted_by=ECHO_OF_AN_UNSATISFIABLE_CONDITION)
def boundary_overlap(logic: Logic) -> Iterator[Finding]:
    for found in overlaps(logic):
        if found.kind is Kind.TOUCH and found.touch is not None:
            finding = _finding(logic, found, found.touch)
            yield with_witness(finding, found.witness, logic.guideline, logic.cells)


def _finding(logic: Logic, overlap: Overlap, touch: Touch) -> Finding:
    where = value_in_words(logic.guideline, touch.name, touch.value)
    which = at_the_decision(touch.later, overlap.decision)
    mends = mends_of(logic, overlap, touch.earlier, touch.later)
    return Finding(
        f"two branches{which} match where {where}, with different advice",
        touch.later.place(),
        _help(mends),
        related=(touch.earlier.place("also matches there"),),
        subject=subject(overlap.decision.id),
        follows_from=conditions_behind(logic.guideline, overlap.branches),
        fix=mends[0].fix if mends else None,
    )


def _help(mends: Sequence[Mend]) -> str:
    if not mends:
        return "decide which branch the boundary belongs to, and leave it out of the other"
    which = "if the boundary belongs to the other branch"
    return f"{spelled(mends)}, {which if len(mends) == 1 else 'depending on which branch the boundary belongs to'}"
