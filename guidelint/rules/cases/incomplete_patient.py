"""a case that does not give a fact that its walk asks for

## What it does

Finds cases whose walk comes to a decision that cannot be made, since a fact is neither given nor has a default. A fact
that is observed at a follow-up is asked for in that visit.

## Why it can harm a patient

The case is not walked to its end, so what it expects is not tested, and nobody notices when it stops being true.

## Example

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120]}
nodes:
  ask:
    type: decision
    label: Is there a fever in old age?
    because: [S1]
    branches:
      - {if: {all: [fever, {fact: age, at-least: 65}]}, then: treat}
      - {else: wait}
cases:
  feverish:
    label: A fever
    patient: {fever: true} # finding: GL602
    expect: {never: [hospital]}
```

## Mended

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120]}
nodes:
  ask:
    type: decision
    label: Is there a fever in old age?
    because: [S1]
    branches:
      - {if: {all: [fever, {fact: age, at-least: 65}]}, then: treat}
      - {else: wait}
cases:
  feverish:
    label: A fever
    patient: {fever: true, age: 50}
    expect: {never: [hospital]}
```

## How to fix

Give the fact in the case, under `patient` or in the visit that the message names; or give the fact a default, if
silence about it has a meaning.

## Source

The format of guidelint, ruling 15 on cases: what a walk asks for and a case does not give is missing, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.cases import CaseWalk, CaseWalks, case_in_words, visit_observing
from guidelint.diagnostic import Finding, Place, Severity, at_key, at_value
from guidelint.rule import Muting, rule
from guidelint.walk import Question
from guidelint.wording import named

MOST_FACTS = 5


@rule(CaseWalks, code="GL602", severity=Severity.ERROR, muted_by={"GL604": Muting.SAME_SUBJECT})
def incomplete_patient(cases: CaseWalks) -> Iterator[Finding]:
    guideline = cases.guideline
    for walked in cases.walks:
        asked = walked.walk.ending
        if isinstance(asked, Question):
            facts = ", ".join(named(guideline.facts[fact]) for fact in asked.facts[:MOST_FACTS])
            more = f" and {len(asked.facts) - MOST_FACTS} more" if len(asked.facts) > MOST_FACTS else ""
            gives = "does not give it" if len(asked.facts) == 1 else "gives none of them"
            visit = visit_observing(guideline, walked.walk, asked.facts[0])
            yield Finding(
                f"the walk asks for {facts}{more} at {named(guideline.nodes[asked.node])}, and the case {gives}",
                _place(walked, visit),
                f"give `{asked.facts[0]}` {'under `patient`' if visit is None else f'in item {visit + 1} of `visits`'}",
                related=(at_key(("nodes", asked.node), "asked here"),),
                subject=walked.case.id,
                walk=walked.way,
                patient=case_in_words(walked.case, guideline),
            )


def _place(walked: CaseWalk, visit: int | None) -> Place:
    """Where the fact would have to stand, or as near to that as the case comes."""
    case = walked.case
    if visit is None:
        return at_key((*case.route, "patient"))
    if visit < len(case.visits):
        return at_value((*case.route, "visits", visit))
    return at_key((*case.route, "visits")) if case.visits else at_key(case.route)
