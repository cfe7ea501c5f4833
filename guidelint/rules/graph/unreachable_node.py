"""a node that no way from the start reaches

## What it does

Finds nodes that no chain of branches, `then` and `otherwise` leads to from `start`, conditions left aside.

## Why it can harm a patient

Whatever the node recommends or forbids, nobody will ever be told. Most often an edge that should lead here leads
somewhere else.

## Example

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the pain
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: look-again
  hospital: # finding: GL201
    type: recommendation
    label: Send to hospital
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## Mended

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the pain
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: look-again
```

## How to fix

Lead an edge to the node, or remove it.

## Source

Graph theory: reachability. The same check stands in bpmnlint, KIE and cfn-lint.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.graph import DecisionGraph
from guidelint.names import Namespace
from guidelint.rule import Muting, rule
from guidelint.targets import undefined_targets


@rule(
    DecisionGraph,
    code="GL201",
    severity=Severity.ERROR,
    muted_by={
        **dict.fromkeys(("GL202", "GL204", "GL205"), Muting.SAME_DOCUMENT),
        "GL203": Muting.SAME_SUBJECT,
    },
)
def unreachable_node(graph: DecisionGraph) -> Iterator[Finding]:
    """The subject is the node from which this one would be reached, if the name that misses it were mended."""
    if graph.reachable.issuperset(graph.guideline.nodes):
        return
    missed = {target.meant for target in undefined_targets(graph) if target.meant} - graph.reachable
    behind = {node: meant for meant in sorted(missed) for node in graph.reachable_from(meant)}
    for node in graph.guideline.nodes.values():
        if node.id not in graph.reachable:
            yield Finding(
                "no way from the start leads to this node",
                at_key(node.route),
                "lead an edge to it, or remove it",
                subject=f"{Namespace.NODE.definitions}/{behind.get(node.id, node.id)}",
            )
