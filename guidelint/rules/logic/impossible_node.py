"""a node that no patient ever comes to, though ways lead there; or an `otherwise` that nobody takes

## What it does

Finds each `otherwise` that no walk takes: no patient comes to the follow-up so often that its `at-most` is used up.
Where no other way leads to the node behind it, that node is pointed at. Nodes that no way in the graph leads to are
GL201, and those behind a branch that nobody takes need no finding of their own.

## Why it can harm a patient

What was planned for those who do not get better never happens. They go round in the loop that was to end, or leave it
by another way.

## Example

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved]
    at-most: 3
    then: better
    otherwise: send
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: wait}
      - {else: refer}
  send: # finding: GL305
    type: recommendation
    label: Send to hospital after three visits
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## Mended

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved]
    at-most: 3
    then: better
    otherwise: refer
  better:
    type: decision
    label: Has it improved?
    branches:
      - {if: improved, then: wait}
      - {else: look-again}
```

## How to fix

Lead a way back to the follow-up, or make its `at-most` the one that is used up first; or delete the node and the
`otherwise`.

## Source

Unreachable code in loops; reachability in bounded model checking (Clarke et al., Model Checking).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidelint.diagnostic import Finding, Severity, at_key, at_value
from guidelint.graph import DecisionGraph, Edge, EdgeKind
from guidelint.logic import Logic, Proved, Refuted
from guidelint.model import Decision
from guidelint.rule import Muting, rule
from guidelint.verdicts.decisions import ECHO_OF_A_CONDITION, conditions_behind, subject
from guidelint.verdicts.rounds import never_again, never_used_up

BROKEN_LOOPS = dict.fromkeys(("GL301", "GL302", "GL304", "GL310", "GL313"), Muting.SAME_SUBJECT)


@rule(Logic, code="GL305", severity=Severity.WARNING, muted_by={**ECHO_OF_A_CONDITION, **BROKEN_LOOPS})
def impossible_node(logic: Logic) -> Iterator[Finding]:
    graph = DecisionGraph(logic.guideline)
    never = {node for node in graph.reachable if isinstance(logic.reachable(node), Refuted)}
    dead = [
        edge
        for edge in graph.edges
        if edge.kind is EdgeKind.OTHERWISE and _is_come_to(edge, graph, never) and _is_dead(logic, edge)
    ]
    for target in dict.fromkeys(edge.target for edge in dead):
        edges = [edge for edge in dead if edge.target == target]
        if target in never and all(edge in dead for edge in graph.edges if _leads_to(edge, target, graph, never)):
            yield _of_node(logic, graph, edges)
        else:
            yield from (_of_edge(logic, graph, edge) for edge in edges)


def _is_come_to(edge: Edge, graph: DecisionGraph, never: set[str]) -> bool:
    return edge.source in graph.reachable and edge.source not in never


def _leads_to(edge: Edge, target: str, graph: DecisionGraph, never: set[str]) -> bool:
    return edge.target == target and _is_come_to(edge, graph, never)


def _is_dead(logic: Logic, edge: Edge) -> bool:
    return isinstance(never_used_up(logic, edge.source), Proved)


def _of_node(logic: Logic, graph: DecisionGraph, edges: Sequence[Edge]) -> Finding:
    sources = ", ".join(dict.fromkeys(f"`{edge.source}`" for edge in edges))
    return Finding(
        f"no patient ever comes to this node, since nobody comes to {sources} often enough",
        at_key(("nodes", edges[0].target)),
        f"{_more_often(logic, edges)}, or delete this node",
        related=tuple(at_value(edge.route, "never taken") for edge in edges),
        subject=subject(edges[0].target),
        follows_from=tuple(_loops_through(graph, edges)),
    )


def _of_edge(logic: Logic, graph: DecisionGraph, edge: Edge) -> Finding:
    return Finding(
        f"nobody goes on this way, since nobody comes to `{edge.source}` often enough",
        at_value(edge.route),
        f"{_more_often(logic, [edge])}, or delete `at-most` and `otherwise`",
        subject=subject(edge.source),
        follows_from=tuple(_loops_through(graph, [edge])),
    )


def _more_often(logic: Logic, edges: Sequence[Edge]) -> str:
    """How `at-most` can be used up: by less of it only where somebody comes again at all."""
    if any(isinstance(never_again(logic, edge.source), Refuted) for edge in edges):
        return "lower the `at-most` of the follow-up"
    return "lead a way back to the follow-up"


def _loops_through(graph: DecisionGraph, edges: Sequence[Edge]) -> Iterator[str]:
    """The decisions in the loops of the follow-ups, and what stands behind their conditions."""
    sources = {edge.source for edge in edges}
    for name in sorted(node for knot in graph.knots if knot & sources for node in knot):
        decision = graph.guideline.nodes[name]
        if isinstance(decision, Decision):
            yield from (subject(name), *conditions_behind(graph.guideline, decision.branches))
