"""a branch that no patient can take

## What it does

Finds branches that nobody takes of those who come to the decision, while others are taken: what the branch asks for
is excluded by the decisions before, by the assumptions, or by the other branches, where it is `else`. Where one branch
alone is taken by everybody, GL310 speaks of the decision; where the condition holds of nobody at all, GL307 does.

## Why it can harm a patient

The branch was written for somebody. Whoever that is takes another branch, and nobody notices that this one is dead. An
`else` that nothing is left for looks like a safety net, and is none: it does not catch what is unknown.

## Example

```yaml
facts:
  severe: {label: Severe, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, {not: severe}]}, then: how-long}
      - {if: severe, then: refer}
      - {else: wait}
  how-long:
    type: decision
    label: Is it better, and is it severe?
    branches:
      - {if: {all: [severe, {not: improved}]}, then: refer} # finding: GL304
      - {if: {all: [{not: severe}, {not: improved}]}, then: treat}
      - {if: improved, then: wait}
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
      - {if: {all: [fever, {not: severe}]}, then: how-long}
      - {if: severe, then: refer}
      - {else: wait}
  how-long:
    type: decision
    label: Is it better?
    branches:
      - {if: {not: improved}, then: treat}
      - {if: improved, then: wait}
```

## How to fix

Delete the branch, as `--unsafe-fixes` does where no node is left without a way to it, if an earlier decision has taken
its patients; else correct its condition, or the decision that lets none of them come here.

## Source

Dead rules in the verification of decision tables (Vanthienen 1998); unreachable code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guidelint.diagnostic import Finding, Fix, Remove, Severity, at_value
from guidelint.graph import DecisionGraph
from guidelint.logic import Logic, Refuted
from guidelint.model import Branch, Decision, Guideline
from guidelint.rule import Fixing, rule
from guidelint.verdicts.blame import excluders
from guidelint.verdicts.decisions import (
    ECHO_OF_A_CONDITION,
    ECHO_OF_A_SUPERFLUOUS_DECISION,
    conditions_behind,
    decisions_passed,
    place_of_branch,
    settled_branch,
    subject,
    taken_and_not,
)
from guidelint.wording import quoted


@rule(
    Logic,
    code="GL304",
    severity=Severity.WARNING,
    fixing=Fixing.UNSAFELY,
    muted_by={**ECHO_OF_A_CONDITION, **ECHO_OF_A_SUPERFLUOUS_DECISION},
)
def impossible_branch(logic: Logic) -> Iterator[Finding]:
    dead = list(_dead_branches(logic))
    for (decision, index), excluding in zip(dead, excluders(logic, dead), strict=True):
        branch = decision.branches[index]
        lost = _lost_without(logic.guideline, decision, branch)
        yield Finding(
            "no patient who comes here can take this branch",
            place_of_branch(branch),
            _help(branch, lost),
            related=excluding,
            subject=subject(decision.id),
            follows_from=conditions_behind(logic.guideline, decision.branches if branch.is_else else [branch]),
            fix=None if lost else Fix((Remove(at_value(branch.route)),), "delete it"),
        )


def _dead_branches(logic: Logic) -> Iterator[tuple[Decision, int]]:
    for decision in decisions_passed(logic):
        taken, never = taken_and_not(logic, decision)
        if not taken or settled_branch(logic, decision) is not None:
            continue
        for index in never:
            if not (decision.branches[index].is_else and _is_for_the_unknown(logic, decision)):
                yield decision, index


def _is_for_the_unknown(logic: Logic, decision: Decision) -> bool:
    """An `else` that was meant for what is unknown, which it does not match: GL302 says so."""
    return isinstance(logic.exhaustive_when_unknown(decision.id), Refuted)


def _lost_without(guideline: Guideline, decision: Decision, branch: Branch) -> list[str]:
    """The nodes that only ways over the branch lead to."""
    others = tuple(each for each in decision.branches if each is not branch)
    nodes = {**guideline.nodes, decision.id: replace(decision, branches=others)}
    lost = DecisionGraph(guideline).reachable - DecisionGraph(replace(guideline, nodes=nodes)).reachable
    return [node for node in guideline.nodes if node in lost]


def _help(branch: Branch, lost: Sequence[str]) -> str:
    and_lost = f", and {quoted(lost)}, which nothing else leads to" if lost else ""
    if branch.is_else:
        return f"delete it{and_lost}, since the other branches leave nobody, or correct their conditions"
    return f"delete it{and_lost}, or correct its condition or those on the way here"
