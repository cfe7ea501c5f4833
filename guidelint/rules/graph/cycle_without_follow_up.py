"""a way that goes round in a circle within one visit

## What it does

Finds cycles of decisions and recommendations with no follow-up among them.

## Why it can harm a patient

No time passes, no fact changes, so the patient who comes round once comes round for ever, and is given the same advice
each time. Most often an edge that should lead on leads back.

## Example

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: ask # finding: GL204
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

Lead the edge on to another node, or let the way pass a follow-up with `at-most` and `otherwise`.

## Source

Graph theory: strongly connected components (Tarjan, 1972).
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Place, Severity, at_key, at_value
from guidelint.graph import Cycle, DecisionGraph
from guidelint.rule import rule
from guidelint.ways import way_in_words


@rule(DecisionGraph, code="GL204", severity=Severity.ERROR)
def cycle_without_follow_up(graph: DecisionGraph) -> Iterator[Finding]:
    for cycle in graph.cycles_without_follow_up:
        yield Finding(
            f"this way leads back to where it came from with no follow-up in between: {cycle_in_words(cycle)}",
            at_value(cycle[-1].route),
            "lead it on to another node, or let it pass a follow-up with `at-most` and `otherwise`",
            related=nodes_of(cycle, graph),
        )


def cycle_in_words(cycle: Cycle) -> str:
    return way_in_words([*(edge.source for edge in cycle), cycle[0].source])


def nodes_of(cycle: Cycle, graph: DecisionGraph) -> tuple[Place, ...]:
    """The nodes of a cycle, in its order."""
    nodes = (graph.guideline.nodes[edge.source] for edge in cycle)
    return tuple(at_key(node.route, f"{number} of {len(cycle)}") for number, node in enumerate(nodes, start=1))
