"""a decision whose outcome is settled before anybody comes to it

## What it does

Finds decisions of several branches of which one is taken by everybody who comes there, on every way: earlier decisions
or assumptions have answered the question already.

## Why it can harm a patient

A question that is asked twice may be meant to be another one. The branches that nobody takes were written for
patients, and those get the advice of the only branch that is left.

## Example

```yaml
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: again}
      - {else: wait}
  again: # finding: GL310
    type: decision
    label: Is there really a fever?
    branches:
      - {if: fever, then: treat}
      - {else: refer}
```

## Mended

```yaml
facts:
  severe: {label: Severe, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: again}
      - {else: wait}
  again:
    type: decision
    label: Is it severe?
    branches:
      - {if: {not: severe}, then: treat}
      - {else: refer}
```

## How to fix

Lead the way straight on to where everybody goes, or correct the conditions, here or before. A question that is meant
for a later visit needs a follow-up that observes its facts.

## Source

Redundant tests in decision trees; dominated decisions in flow graphs.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.logic import Logic
from guidelint.model import Decision, Guideline
from guidelint.rule import rule
from guidelint.verdicts.decisions import (
    ECHO_OF_A_CONDITION,
    ECHO_OF_A_SUPERFLUOUS_DECISION,
    conditions_behind,
    decisions_passed,
    place_of_branch,
    settled_branch,
    subject,
)
from guidelint.wording import named


@rule(
    Logic,
    code="GL310",
    severity=Severity.WARNING,
    muted_by={**ECHO_OF_A_CONDITION, **ECHO_OF_A_SUPERFLUOUS_DECISION},
)
def question_already_answered(logic: Logic) -> Iterator[Finding]:
    for decision in decisions_passed(logic):
        index = settled_branch(logic, decision)
        if index is not None:
            yield _finding(logic.guideline, decision, index)


def _finding(guideline: Guideline, decision: Decision, index: int) -> Finding:
    branch = decision.branches[index]
    return Finding(
        f"every patient who comes here goes on to {named(guideline.nodes[branch.target])}",
        at_key(decision.route),
        f"lead the ways that come here straight on to `{branch.target}`, or correct the conditions here or before",
        related=(place_of_branch(branch, "taken by everybody"),),
        subject=subject(decision.id),
        follows_from=conditions_behind(guideline, decision.branches),
    )
