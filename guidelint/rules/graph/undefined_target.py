"""a way that leads to a node that nothing defines

## What it does

Finds `start`, `then`, `else` and `otherwise` that name no node of the guideline. All other undefined names are GL102,
undefined-name.

## Why it can harm a patient

The way breaks off there: nobody who takes it is told anything.

## Example

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: look-agian # finding: GL203
```

## Mended

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: look-again
```

## How to fix

Correct the spelling, or define the node.

## Source

FHIR PlanDefinition: the target of a related action is an action of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.graph import DecisionGraph, edges_of
from guidelint.names import Namespace
from guidelint.rule import rule
from guidelint.suggestion import closest, did_you_mean, listing

MOST_SUGGESTIONS = 50
"""More undefined targets than this are no typos, and a suggestion for each would only take time."""


@rule(DecisionGraph, code="GL203", severity=Severity.ERROR)
def undefined_target(graph: DecisionGraph) -> Iterator[Finding]:
    nodes = graph.guideline.nodes
    edges = [(edge.target, edge.route) for node in nodes.values() for edge in edges_of(node)]
    undefined = (edge for edge in ((graph.guideline.start, ("start",)), *edges) if edge[0] not in nodes)
    for count, (target, route) in enumerate(undefined):
        suggestion = closest(target, nodes) if count < MOST_SUGGESTIONS else None
        yield Finding(
            f"`{target}` is no node of this guideline",
            at_value(route),
            did_you_mean(suggestion) if suggestion else f"define it, or take one of {listing(nodes)}",
            subject=f"{Namespace.NODE.definitions}/{suggestion}" if suggestion else Namespace.NODE.definitions,
        )
