"""a decision that leaves out a single value, or what lies between two numbers as they are written

## What it does

Finds decisions whose gap lies only where two of their comparisons meet: `below: 60` beside `above: 60` leaves out 60,
and of a decimal, `at-most: 16.99` beside `at-least: 17` leaves out 16.995, between two numbers that are next to each
other as this fact is written anywhere: its range and its default count too. The comparisons may stand in criteria, and
be on scores. Each such place of a decision is told by itself. Any wider gap is GL301, as the one between `below: 2`
and `above: 3`.

## Why it can harm a patient

The patient on the boundary has no branch, and boundaries are where guidelines are looked up. A computer that reads an
unrounded measurement finds the gap between 16.99 and 17; a human fills it without noticing.

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
      - {if: {fact: age, below: 60}, then: treat} # finding: GL313
      - {if: {fact: age, above: 60}, then: refer}
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

Look up in the source to which side the boundary belongs. Write the end of one branch with the very number that the
next one begins with: `below: 17` beside `at-least: 17`. `--unsafe-fixes` writes what the help names first.

## Source

Boundary value analysis (Myers, The Art of Software Testing).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidelint.diagnostic import Finding, Severity
from guidelint.logic import Logic
from guidelint.model import Decision, Guideline
from guidelint.rule import Fixing, rule
from guidelint.verdicts.bounds import at_the_decision, is_singled_out, range_in_words, value_in_words
from guidelint.verdicts.decisions import subject
from guidelint.verdicts.gaps import Boundary, Gap, gaps, mends_of
from guidelint.verdicts.mends import Mend, spelled
from guidelint.witness_words import with_witness


@rule(Logic, code="GL313", severity=Severity.ERROR, strands_patients=True, fixing=Fixing.UNSAFELY)
def boundary_gap(logic: Logic) -> Iterator[Finding]:
    for found in gaps(logic):
        if found.boundary is not None:
            finding = _finding(logic, found, found.boundary)
            yield with_witness(finding, found.witness, logic.guideline, logic.cells)


def _finding(logic: Logic, gap: Gap, boundary: Boundary) -> Finding:
    guideline, decision, neighbour = logic.guideline, gap.decision, boundary.neighbour
    mends = mends_of(logic, gap, boundary)
    which = at_the_decision(boundary.bound, decision)
    return Finding(
        f"no branch{which} matches where {_where(guideline, decision, boundary)}",
        boundary.bound.place(),
        _help(mends),
        related=() if neighbour is None else (neighbour.place("the next branch begins here"),),
        subject=subject(decision.id),
        fix=mends[0].fix if mends else None,
    )


def _where(guideline: Guideline, decision: Decision, boundary: Boundary) -> str:
    """All that the two ends leave out between them, unless another branch asks for one of them."""
    name, ends = boundary.name, boundary.ends
    if boundary.neighbour is None or any(is_singled_out(guideline, decision, name, end.value) for end in ends):
        return value_in_words(guideline, name, boundary.value)
    return range_in_words(guideline, name, *ends)


def _help(mends: Sequence[Mend]) -> str:
    return spelled(mends) if mends else "let one of the branches take these patients too, or add one for them"
