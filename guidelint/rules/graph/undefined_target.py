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

Correct the spelling, or define the node. `--fix` writes the one name that is a single stroke away; `--unsafe-fixes`
writes the most similar one.

## Source

FHIR PlanDefinition: the target of a related action is an action of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.graph import DecisionGraph
from guidelint.names import Namespace
from guidelint.rule import Fixing, rule
from guidelint.suggestion import did_you_mean, listing, renaming
from guidelint.targets import undefined_targets

NODES = Namespace.NODE.definitions


@rule(DecisionGraph, code="GL203", severity=Severity.ERROR, fixing=Fixing.EITHER)
def undefined_target(graph: DecisionGraph) -> Iterator[Finding]:
    """The subject is the node that was meant, or every node where that cannot be guessed."""
    nodes = graph.guideline.nodes
    for target in undefined_targets(graph):
        yield Finding(
            f"`{target.name}` is no node of this guideline",
            at_value(target.route),
            did_you_mean(target.meant) if target.meant else f"define it, or take one of {listing(nodes)}",
            subject=f"{NODES}/{target.meant}" if target.meant else NODES,
            fix=renaming(at_value(target.route), target.name, target.meant, nodes) if target.meant else None,
        )
