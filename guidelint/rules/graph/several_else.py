"""more than one else in a decision

## What it does

Finds every `else` of a decision but the first.

## Why it can harm a patient

Whoever no other branch takes is sent two ways at once, and which advice is followed is left to chance.

## Example

```yaml
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {else: wait}
      - {else: refer} # finding: GL208
```

## Mended

```yaml
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {else: wait}
```

## How to fix

Keep one `else`, and give the others a condition. `--fix` takes out one that says the same as the first.

## Source

BPMN 2.0: an exclusive gateway has one default flow at most.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidelint.diagnostic import Finding, Fix, Remove, Severity, at_key, at_value
from guidelint.graph import DecisionGraph
from guidelint.model import Branch
from guidelint.rule import Fixing, rule


@rule(DecisionGraph, code="GL208", severity=Severity.ERROR, fixing=Fixing.SAFELY)
def several_else(graph: DecisionGraph) -> Iterator[Finding]:
    for decision in graph.guideline.decisions():
        elses = [branch for branch in decision.branches if branch.is_else]
        for branch in elses[1:]:
            yield Finding(
                "the decision has an `else` already",
                at_key((*branch.route, "else")),
                "keep one `else`, and give this branch a condition with `if` and `then`",
                related=(at_key((*elses[0].route, "else"), "the first `else`"),),
                fix=_fix(elses[0], branch),
            )


def _fix(first: Branch, other: Branch) -> Fix | None:
    says_the_same = replace(other, id=first.id, route=first.route) == first
    return Fix((Remove(at_value(other.route)),), "take it out", is_safe=True) if says_the_same else None
