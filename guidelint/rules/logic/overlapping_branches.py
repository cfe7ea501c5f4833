"""two branches that match the same patient

## What it does

Finds two branches of a decision that both surely match some patient who comes there. It is an error where they lead to
different advice, and an info where everybody in the overlap is given the same advice to the end, in the same order. A
branch wholly inside another is GL308, and an overlap at a single value GL314. Where more than five pairs of a decision
overlap, one finding at the decision shows the worst of them and names the others by the numbers of their branches.

## Why it can harm a patient

The guideline gives one patient two answers. Two readers take two branches, and a computer takes whichever comes first:
nobody has decided which is right.

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
      - {if: fever, then: treat}
      - {if: pain, then: refer} # finding: GL303
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
      - {if: {all: [fever, {not: pain}]}, then: treat}
      - {if: pain, then: refer}
      - {else: wait}
```

## How to fix

Decide which branch the patient shown belongs to, and take such patients out of the other.

## Source

Consistency of decision tables (CODASYL 1982); the hit policy *unique* of DMN.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guidelint.condition import Comparison
from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.logic import Logic
from guidelint.rule import Muting, rule
from guidelint.verdicts.bounds import bounds_of
from guidelint.verdicts.decisions import (
    ECHO_OF_A_SUPERFLUOUS_DECISION,
    ECHO_OF_AN_UNSATISFIABLE_CONDITION,
    conditions_behind,
    place_of_branch,
    subject,
)
from guidelint.verdicts.floods import floods, pairs_in_words
from guidelint.verdicts.mends import spelled
from guidelint.verdicts.overlaps import Kind, Overlap, facing_pair, mends_of, overlaps
from guidelint.witness_words import with_witness

ADVICE = {
    Kind.SAME_ADVICE: "with the same advice",
    Kind.DIFFERENT_ADVICE: "with different advice",
    Kind.UNDECIDED: "and whether the advice is the same could not be decided",
}
APART = "decide which branch such patients belong to, and take them out of the other with `not`"


@rule(
    Logic,
    code="GL303",
    severity=Severity.ERROR,
    muted_by={
        **ECHO_OF_AN_UNSATISFIABLE_CONDITION,
        **ECHO_OF_A_SUPERFLUOUS_DECISION,
        "GL601": Muting.SAME_SUBJECT,
    },
)
def overlapping_branches(logic: Logic) -> Iterator[Finding]:
    found = (overlap for overlap in overlaps(logic) if overlap.kind in ADVICE)
    for group in floods(found, lambda overlap: (overlap.decision.id, _is_harmless(overlap))):
        worst = next((overlap for overlap in group if overlap.kind is Kind.DIFFERENT_ADVICE), group[0])
        finding = _of_one(logic, worst) if len(group) == 1 else _of_many(logic, worst, group)
        yield with_witness(finding, worst.witness, logic.guideline, logic.cells)


def _is_harmless(overlap: Overlap) -> bool:
    return overlap.kind is Kind.SAME_ADVICE


def _of_one(logic: Logic, overlap: Overlap) -> Finding:
    finding, pair = _finding(logic, overlap), f"overlaps/{overlap.decision.id}/{overlap.first}/{overlap.second}"
    return replace(finding, follows_from=(*finding.follows_from, pair)) if _is_harmless(overlap) else finding


def _finding(logic: Logic, overlap: Overlap) -> Finding:
    """An info has no subject of its own, and may be an echo: a case that fails there says more."""
    first, second = overlap.branches
    about = subject(overlap.decision.id)
    return Finding(
        f"this branch and an earlier one match the same patient, {ADVICE[overlap.kind]}",
        place_of_branch(second),
        _help(logic, overlap),
        related=(place_of_branch(first, "also matches"),),
        subject=None if _is_harmless(overlap) else about,
        severity=Severity.INFO if _is_harmless(overlap) else None,
        follows_from=(about, *conditions_behind(logic.guideline, overlap.branches)),
    )


def _of_many(logic: Logic, worst: Overlap, group: Sequence[Overlap]) -> Finding:
    """At the decision itself, so that whoever sets one pair aside does not set aside all of them."""
    one, (first, second) = _finding(logic, worst), worst.branches
    undecided = sum(overlap.kind is Kind.UNDECIDED for overlap in group)
    but = f" (of {undecided:,} that could not be decided)" if 0 < undecided < len(group) else ""
    pairs = pairs_in_words([(overlap.first, overlap.second) for overlap in group])
    return replace(
        one,
        message=f"{len(group):,} pairs of branches match the same patient, {ADVICE[worst.kind]}{but}: {pairs}",
        place=at_key(worst.decision.route),
        help=f"begin with the two shown: {one.help}",
        related=(
            place_of_branch(first, f"branch {worst.first + 1}"),
            place_of_branch(second, f"branch {worst.second + 1} also matches"),
        ),
        follows_from=(
            subject(worst.decision.id),
            *conditions_behind(logic.guideline, *(overlap.branches for overlap in group)),
        ),
    )


def _help(logic: Logic, overlap: Overlap) -> str:
    first, second = overlap.branches
    if first.target == second.target:
        return "join the two conditions with `any`, since both lead to one node"
    conditions = (first.condition, second.condition)
    names = {condition.fact if isinstance(condition, Comparison) else None for condition in conditions}
    bounds = bounds_of(logic.guideline, overlap.decision)
    pair = facing_pair(overlap, list(bounds)) if len(names) == 1 and None not in names else None
    if pair is None:
        return APART
    mends = mends_of(logic, overlap, *pair)
    return f"make the branches exclusive: {spelled(mends)}" if mends else APART
