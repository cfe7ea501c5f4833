"""a way that ends without a recommendation

## What it does

Finds follow-ups without `then` and decisions without branches that some way from the start leads to. Every way through
a guideline ends in a recommendation.

## Why it can harm a patient

Whoever comes here is left alone: the guideline has asked its questions and says nothing.

## Example

```yaml
nodes:
  look-again: # finding: GL202
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved]
```

## Mended

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved]
    then: better
```

## How to fix

Lead the way on, until it ends in a recommendation.

## Source

The soundness of workflow nets: from every state the end can be reached (van der Aalst, 1998). GLIA: executability.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key, at_value
from guidelint.graph import DecisionGraph
from guidelint.model import Decision
from guidelint.rule import rule
from guidelint.ways import way_in_words


@rule(DecisionGraph, code="GL202", severity=Severity.ERROR)
def path_without_recommendation(graph: DecisionGraph) -> Iterator[Finding]:
    for id in graph.dead_ends:
        if id in graph.reachable:
            node = graph.guideline.nodes[id]
            is_decision = isinstance(node, Decision)
            yield Finding(
                f"a way ends here without a recommendation: {way_in_words(graph.way_from_start(id))}",
                at_value((*node.route, "branches")) if is_decision else at_key(node.route),
                "give the decision its branches"
                if is_decision
                else "add `then`, with the node that the way goes on to",
            )
