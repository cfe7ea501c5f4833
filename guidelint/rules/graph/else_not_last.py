"""an else before other branches

## What it does

Finds an `else` with branches behind it.

## Why it can harm a patient

`else` takes whom no other branch takes, wherever it stands. Who reads from top to bottom, or a program that takes the
first branch that matches, stops at it and never comes to the branches behind.

## Example

```yaml
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {else: wait} # finding: GL207
      - {if: fever, then: treat}
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

Move the `else` to the end, as `--fix` does: its place never changed who takes it.

## Source

ESLint: default-case-last. MISRA C:2012, rule 16.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, MoveLast, Severity, at_key, at_value
from guidelint.graph import DecisionGraph
from guidelint.rule import Fixing, Muting, rule


@rule(DecisionGraph, code="GL207", severity=Severity.ERROR, fixing=Fixing.SAFELY, muted_by={"GL208": Muting.SAME_NODE})
def else_not_last(graph: DecisionGraph) -> Iterator[Finding]:
    for decision in graph.guideline.decisions():
        conditional = [index for index, branch in enumerate(decision.branches) if not branch.is_else]
        last = max(conditional, default=0)
        for branch in decision.branches[:last]:
            if branch.is_else:
                yield Finding(
                    "other branches stand behind this `else`",
                    at_key((*branch.route, "else")),
                    "move it to the end of the branches",
                    related=(at_value(decision.branches[last].route, "stands behind it"),),
                    fix=Fix((MoveLast(branch.route),), "move it to the end", is_safe=True),
                )
