"""a decision on more than ten things at once

## What it does

Finds decisions whose branches read more than ten facts; a criterion counts as one, and so does a score.

## Why it can harm a patient

Nobody checks the combinations of eleven answers in the head, so what is missing or contradictory there stays unseen.

## Example

```yaml
facts:
  chills: {label: Chills, type: boolean, default: false}
  cough: {label: Cough, type: boolean, default: false}
  earache: {label: Earache, type: boolean, default: false}
  headache: {label: Headache, type: boolean, default: false}
  nausea: {label: Nausea, type: boolean, default: false}
  rash: {label: Rash, type: boolean, default: false}
  sore-throat: {label: Sore throat, type: boolean, default: false}
  stiff-neck: {label: Stiff neck, type: boolean, default: false}
  sweating: {label: Sweating, type: boolean, default: false}
  vomiting: {label: Vomiting, type: boolean, default: false}
nodes:
  ask: # finding: GL211
    type: decision
    label: Is the patient ill?
    because: [S1]
    branches:
      - if: {any: [fever, chills, cough, earache, headache, nausea, rash, sore-throat, stiff-neck, sweating, vomiting]}
        then: treat
      - {else: wait}
```

## Mended

```yaml
facts:
  chills: {label: Chills, type: boolean, default: false}
  cough: {label: Cough, type: boolean, default: false}
  earache: {label: Earache, type: boolean, default: false}
  headache: {label: Headache, type: boolean, default: false}
  nausea: {label: Nausea, type: boolean, default: false}
  rash: {label: Rash, type: boolean, default: false}
  sore-throat: {label: Sore throat, type: boolean, default: false}
  stiff-neck: {label: Stiff neck, type: boolean, default: false}
  sweating: {label: Sweating, type: boolean, default: false}
  vomiting: {label: Vomiting, type: boolean, default: false}
criteria:
  cold: {label: Signs of a cold, any: [cough, earache, headache, sore-throat]}
  infection: {label: Signs of an infection, any: [fever, chills, sweating, rash, stiff-neck]}
  upset-stomach: {label: Upset stomach, any: [nausea, vomiting]}
nodes:
  ask:
    type: decision
    label: Is the patient ill?
    because: [S1]
    branches:
      - {if: {any: [cold, infection, upset-stomach]}, then: treat}
      - {else: wait}
```

## How to fix

Gather facts that belong together in a criterion or a score, or ask in several decisions.

## Source

WHO SMART Guidelines, requirements for authors of decision logic: avoid tables with ten inputs and more, and split them.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.condition import name_in
from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.graph import DecisionGraph
from guidelint.model import Branch, node_of
from guidelint.rule import rule

MOST_FACTS = 10


@rule(DecisionGraph, code="GL211", severity=Severity.INFO)
def wide_decision(graph: DecisionGraph) -> Iterator[Finding]:
    read_at: dict[str, set[str]] = {}
    for entry, leaf in graph.guideline.leaves:
        if isinstance(entry, Branch) and (node := node_of(entry.route)) is not None:
            read_at.setdefault(node, set()).add(name_in(leaf))
    for decision in graph.guideline.decisions():
        read = read_at.get(decision.id, ())
        if len(read) > MOST_FACTS:
            yield Finding(
                f"the decision is on {len(read)} facts, criteria and scores at once, more than {MOST_FACTS}",
                at_key(decision.route),
                "gather some of them in a criterion or a score, or ask in several decisions",
            )
