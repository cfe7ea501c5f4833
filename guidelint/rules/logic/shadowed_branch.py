"""a branch that lies wholly inside another one

## What it does

Finds branches of which everybody who matches them, on whatever way they come, also matches one other branch of the
same decision. Where two branches match the same patients, the later one is pointed at. More than five such branches of
a decision are one finding, which shows the first of them and names the others by their numbers.

## Why it can harm a patient

Every patient of the branch is given two answers. Often it is the exception that was meant: the wide branch was to be
for all the others.

## Example

```yaml
facts:
  pain: {label: Pain, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, pain]}, then: refer} # finding: GL308
      - {if: fever, then: treat}
      - {else: wait}
```

## Mended

```yaml
facts:
  pain: {label: Pain, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, pain]}, then: refer}
      - {if: {all: [fever, {not: pain}]}, then: treat}
      - {else: wait}
```

## How to fix

If the branch is an exception, take its patients out of the wider one; the order of the branches does not do that. If it
says nothing new, delete it; `--unsafe-fixes` does so where the advice is the same.

## Source

Redundancy in decision tables (CODASYL 1982); masked rules in the verification of DMN tables (Calvanese et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from guidelint.diagnostic import Finding, Fix, Remove, Severity, at_key, at_value
from guidelint.logic import Logic, Proved
from guidelint.model import Branch, Decision
from guidelint.rule import Fixing, rule
from guidelint.verdicts.decisions import (
    ECHO_OF_A_CONDITION,
    ECHO_OF_A_SUPERFLUOUS_DECISION,
    conditions_behind,
    place_of_branch,
    subject,
)
from guidelint.verdicts.floods import branches_in_words, floods
from guidelint.verdicts.overlaps import Overlap, overlaps
from guidelint.witness_words import with_witness


@rule(
    Logic,
    code="GL308",
    severity=Severity.WARNING,
    fixing=Fixing.UNSAFELY,
    muted_by={**ECHO_OF_A_CONDITION, **ECHO_OF_A_SUPERFLUOUS_DECISION},
)
def shadowed_branch(logic: Logic) -> Iterator[Finding]:
    for flood in floods(_shadows(logic), lambda shadow: (shadow.decision.id, shadow.is_harmless)):
        finding = _finding(logic, flood[0]) if len(flood) == 1 else _of_many(logic, flood)
        yield with_witness(finding, flood[0].overlaps[0].witness, logic.guideline, logic.cells)


@dataclass(frozen=True, slots=True)
class Shadow:
    """A branch with its overlaps with those that it lies wholly inside; harmless where the advice is the same."""

    decision: Decision
    inner: int
    overlaps: Sequence[Overlap]
    is_harmless: bool

    @property
    def branch(self) -> Branch:
        return self.decision.branches[self.inner]


def _shadows(logic: Logic) -> Iterator[Shadow]:
    groups: dict[tuple[str, int], list[Overlap]] = {}
    for overlap in overlaps(logic):
        if overlap.inner is not None:
            groups.setdefault((overlap.decision.id, overlap.inner), []).append(overlap)
    for (name, inner), group in groups.items():
        is_same = all(isinstance(logic.same_advice(name, item.first, item.second), Proved) for item in group)
        yield Shadow(group[0].decision, inner, group, is_same)


def _finding(logic: Logic, shadow: Shadow) -> Finding:
    decision, inner = shadow.decision, shadow.inner
    wider = (decision.branches[item.first if item.first != inner else item.second] for item in shadow.overlaps)
    return Finding(
        "whoever matches this branch matches another one too",
        place_of_branch(shadow.branch),
        "take these patients out of the wider branch, or delete this one if it says nothing new",
        related=tuple(place_of_branch(branch, "the wider branch") for branch in wider),
        subject=subject(decision.id),
        severity=None if shadow.is_harmless else Severity.ERROR,
        follows_from=_behind(logic, [shadow]),
        fix=Fix((Remove(at_value(decision.branches[inner].route)),), "delete it") if shadow.is_harmless else None,
    )


def _behind(logic: Logic, shadows: Sequence[Shadow]) -> tuple[str, ...]:
    pairs = (overlap.branches for shadow in shadows for overlap in shadow.overlaps)
    return conditions_behind(logic.guideline, *pairs)


def _of_many(logic: Logic, flood: Sequence[Shadow]) -> Finding:
    """At the decision itself, so that whoever sets one of them aside does not set aside all."""
    first = flood[0]
    one, inner = _finding(logic, first), branches_in_words([shadow.inner for shadow in flood])
    return replace(
        one,
        message=f"whoever matches one of {len(flood):,} branches matches another one too: {inner}",
        place=at_key(first.decision.route),
        help=f"begin with the one shown: {one.help}",
        related=(place_of_branch(first.branch, f"branch {first.inner + 1}"), *one.related),
        follows_from=_behind(logic, flood),
    )
