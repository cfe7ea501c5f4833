"""a way that goes round in a circle without an end

## What it does

Finds cycles that pass a follow-up but never the `then` of one with `at-most`. A cycle that comes back by way of
`otherwise` is one of them: there, the visits that `at-most` allows have all been used up.

## Why it can harm a patient

A patient who does not get better is sent round and round, given the same again and never anything else. No total dose
and no length of treatment can be proved.

## Example

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved]
    then: better # finding: GL205
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: wait}
      - {else: treat}
```

## Mended

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved]
    at-most: 2
    then: better
    otherwise: refer
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: wait}
      - {else: treat}
```

## How to fix

Say with `at-most` how often the follow-up may be passed, and with `otherwise` where the patient goes after that.

## Source

Floyd (1967): a loop ends if each round uses up something of which there is only so much.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.graph import Cycle, DecisionGraph, Edge, EdgeKind
from guidelint.model import FollowUp
from guidelint.rule import rule
from guidelint.rules.graph.cycle_without_follow_up import cycle_in_words, nodes_of


@rule(DecisionGraph, code="GL205", severity=Severity.ERROR)
def unbounded_cycle(graph: DecisionGraph) -> Iterator[Finding]:
    for cycle in graph.unbounded_cycles:
        start = _opening(cycle, graph)
        from_there = (*cycle[start:], *cycle[:start])
        why, how = _words(from_there[0])
        yield Finding(
            f"{why}: {cycle_in_words(from_there)}",
            at_value(from_there[0].route),
            how,
            related=nodes_of(from_there, graph),
        )


def _opening(cycle: Cycle, graph: DecisionGraph) -> int:
    """The edge out of a follow-up that is to be mended: one that a bound could be put on, before an `otherwise`."""
    lasting = [index for index, edge in enumerate(cycle) if isinstance(graph.guideline.nodes[edge.source], FollowUp)]
    return min(lasting, key=lambda index: cycle[index].kind is EdgeKind.OTHERWISE)


def _words(edge: Edge) -> tuple[str, str]:
    if edge.kind is EdgeKind.OTHERWISE:
        return (
            "this `otherwise` leads back here, where no visit is left to be passed",
            "lead `otherwise` to a node from which no way comes back",
        )
    return (
        "this way comes back here without end, since the follow-up has no `at-most`",
        "add `at-most`, and `otherwise` with the node that comes after that many visits",
    )
