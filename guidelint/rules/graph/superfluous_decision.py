"""a decision that decides nothing

## What it does

Finds decisions with a single branch, and decisions all of whose branches lead to the same node.

## Why it can harm a patient

A question is asked whose answer changes nothing. Most often a branch has been forgotten or leads to the wrong node, and
the patients it was for are treated like everybody else.

## Example

```yaml
nodes:
  ask: # finding: GL206
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {else: treat}
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

Write the branch that is missing, lead the branches where they should go, or take the decision out.

## Source

bpmnlint: superfluous-gateway. GLIA: decidability.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key, at_value
from guidelint.graph import DecisionGraph, edges_of
from guidelint.rule import Muting, rule


@rule(
    DecisionGraph,
    code="GL206",
    severity=Severity.WARNING,
    muted_by={"GL207": Muting.SAME_NODE, "GL208": Muting.SAME_NODE, "GL301": Muting.SAME_NODE},
)
def superfluous_decision(graph: DecisionGraph) -> Iterator[Finding]:
    for decision in graph.guideline.decisions():
        targets = {branch.target for branch in decision.branches}
        if len(targets) != 1:
            continue
        edges = tuple(edges_of(decision))
        if len(edges) == 1:
            yield Finding(
                f"the decision has one branch only, to `{edges[0].target}`",
                at_key(decision.route),
                "add the branches that are missing, such as `- {else: …}`, or take the decision out if it asks nothing",
            )
        elif targets <= graph.guideline.nodes.keys():
            yield Finding(
                f"every branch of the decision leads to `{edges[0].target}`",
                at_key(decision.route),
                "lead the branches to different nodes, or take the decision out",
                related=tuple(at_value(edge.route, "leads to the same node") for edge in edges),
            )
