"""a treatment that nobody looks back on

## What it does

Finds recommendations that may give a treatment (a medication, procedure, device, therapy or exercise) although no way
on from there comes to a follow-up.

## Why it can harm a patient

Whether the treatment helps or harms is never asked.

## Example

```yaml
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: treat}
      - {else: look-again}
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]} # finding: GL210
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
      - {else: look-again}
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: look-again
```

## How to fix

Lead the way on to a follow-up, or set the finding aside with the reason why none is needed.

## Source

GLIA (Shiffman et al., 2005): measurable outcomes. WHO Guide to Good Prescribing: monitor the treatment.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.graph import DecisionGraph
from guidelint.model import Direction, Guideline, Recommendation, Selector
from guidelint.rule import Muting, rule
from guidelint.wording import selector_in_words

BROKEN_WAYS = ("GL201", "GL202", "GL203", "GL204", "GL205")
"""Where an edge is missing or leads astray, so may the one to the follow-up."""


@rule(
    DecisionGraph,
    code="GL210",
    severity=Severity.INFO,
    muted_by=dict.fromkeys(BROKEN_WAYS, Muting.SAME_DOCUMENT),
)
def treatment_without_follow_up(graph: DecisionGraph) -> Iterator[Finding]:
    guideline = graph.guideline
    looked_back_on = graph.leading_to([node.id for node in guideline.follow_ups()])
    for node in guideline.recommendations():
        if node.id in graph.reachable and node.id not in looked_back_on:
            treatment = next(_treatments(guideline, node), None)
            if treatment is not None:
                yield Finding(
                    f"no follow-up comes after this treatment: {selector_in_words(treatment, guideline)}",
                    at_value(treatment.route),
                    "lead the way on to a follow-up, or set this aside with the reason why none is needed",
                )


def _treatments(guideline: Guideline, node: Recommendation) -> Iterator[Selector]:
    """What a recommendation may give that has a member of a treatment kind."""
    for advice in node.advice:
        if advice.direction is Direction.FOR:
            for option in advice.options:
                if any(guideline.interventions[member].kind.is_treatment for member in guideline.members(option)):
                    yield option
