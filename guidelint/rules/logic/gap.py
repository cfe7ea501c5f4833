"""a decision that leaves some patient without a branch

## What it does

Finds decisions without `else` that some patient comes to for whom every branch surely does not match. Every patient
whom the facts and the assumptions allow is looked at, and every walk that leads there. Where only a single value is
left out, or what lies between two numbers as they are written, GL313 speaks; where a fact is unknown, GL302.

## Why it can harm a patient

For this patient the guideline has no answer. Whoever applies it is left alone, or takes the branch that looks nearest.

## Example

```yaml
facts:
  pain: {label: Pain, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches: # finding: GL301
      - {if: fever, then: treat}
      - {if: {all: [{not: fever}, {not: pain}]}, then: wait}
```

## Mended

```yaml
facts:
  pain: {label: Pain, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {if: {all: [{not: fever}, {not: pain}]}, then: wait}
      - {if: {all: [{not: fever}, pain]}, then: refer}
```

## How to fix

Decide what is to be done with the patient shown, and add a branch for such patients, or widen one that is there. An
`else` takes all that is left, and so it must be right for all of them.

## Source

Completeness of decision tables (CODASYL 1982; GLIA, decidability and completeness).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidelint.condition import leaves, name_in
from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.logic import Cube, Logic, Proved
from guidelint.model import Decision
from guidelint.rule import rule
from guidelint.runs import numbers_in_words
from guidelint.verdicts.decisions import subject
from guidelint.verdicts.gaps import Gap, gaps
from guidelint.witness_words import cube_in_words, with_witness

LONGEST_REGION = 3
"""Facts of a condition that is still read at a glance."""


MOST_TOTALS = 100
"""Of a score: each is asked about."""


@rule(Logic, code="GL301", severity=Severity.ERROR, strands_patients=True)
def gap(logic: Logic) -> Iterator[Finding]:
    for found in gaps(logic):
        if found.boundary is None:
            totals = _totals(logic, found.decision)
            finding = Finding(
                "no branch matches this patient",
                at_key((*found.decision.route, "branches")),
                f"add a branch for {totals or _missing(logic, found)}, or `else` for all who are left",
                subject=subject(found.decision.id),
            )
            shown = with_witness(finding, found.witness, logic.guideline, logic.cells)
            yield replace(shown, region=(totals,)) if totals else shown


def _totals(logic: Logic, decision: Decision) -> str | None:
    """With which nothing matches, where a decision reads one score and nothing else, and that is all who are left out:
    of somebody with an unknown member, no total is known."""
    read = {name_in(leaf) for condition in decision.conditions for leaf in leaves(condition)}
    score = logic.guideline.scores.get(read.pop()) if len(read) == 1 else None
    if score is None or score.most - score.least > MOST_TOTALS:
        return None
    nothing = logic.nothing_matches(decision.id)
    are = {total: logic.compiler.score_is(score.id, total) for total in range(score.least, score.most + 1)}
    left_out = [
        total for total, there in are.items() if isinstance(logic.somebody_at(decision.id, [*nothing, there]), Proved)
    ]
    if not logic.is_only_where(decision.id, nothing, [are[total] for total in left_out]):
        return None
    return f"{score.name} {numbers_in_words(left_out, 'or')}"


def _missing(logic: Logic, gap: Gap) -> str:
    """All who have no branch, if it takes one short condition on what the decision reads at that visit."""
    cube = _one_condition(logic, gap)
    if cube is None or not 0 < len(cube.cells) <= LONGEST_REGION:
        return "such patients"
    return cube_in_words(cube, logic.guideline, logic.cells)


def _one_condition(logic: Logic, gap: Gap) -> Cube | None:
    if not gap.witness.is_whole_region or len(gap.witness.region) != 1:
        return None
    read = frozenset[str]().union(*(formula.facts for formula in logic.nothing_matches(gap.decision.id)))
    cells = [each for each in gap.witness.region[0].cells if each[0] in read]
    last = len(gap.witness.walk.visits)
    if any(logic.guideline.facts[fact].is_observed and visit != last for fact, visit, _ in cells):
        return None
    return Cube(tuple((fact, 1, found) for fact, _, found in cells))
