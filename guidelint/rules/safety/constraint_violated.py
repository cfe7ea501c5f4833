"""a constraint that does not hold for every patient

## What it does

Looks for a patient and a walk on which a constraint fails, over every patient whom the facts and the assumptions allow,
every pick of a choice, and every round of a loop. What is shown suffices: every patient like that one shows the same.

## Why it can harm a patient

A constraint is what its authors hold to be unsafe. Here is a patient to whom the guideline does it.

## Example

```yaml
constraints:
  rest-first: # finding: GL401
    before: {recommend: {kind: medication}}
    comes: {recommend: rest}
    because: [S1]
  few-days: {total: {recommend: paracetamol}, at-most: 3 d, because: [S1]} # finding: GL401
```

## Mended

```yaml
constraints:
  rest-last:
    always: {recommend: rest}
    when: {all: [{not: fever}]}
    because: [S1]
  few-days: {total: {recommend: paracetamol}, at-most: 5 d, because: [S1]}
```

## How to fix

Follow the walk to the advice that is named and lead these patients elsewhere; or correct the constraint, if it says
more than the source does.

## Source

Dwyer, Avrunin and Corbett, Patterns in property specifications for finite-state verification, ICSE 1999.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.logic import Logic, Proved, Refuted, Witness
from guidelint.logic.monitors import Absence
from guidelint.model import Advice, Before, Constraint, Direction, Never, NodeSelection, Only
from guidelint.rule import Muting, rule
from guidelint.selection import members_of
from guidelint.verdicts.advice_on_walk import ECHO_OF_AN_OVERLAP, Claim, overlaps_behind, subject_of
from guidelint.verdicts.red_flags import held_once_looked_for, search_of
from guidelint.verdicts.violation import Violation
from guidelint.verdicts.violations import violation
from guidelint.witness_words import with_witness


@rule(
    Logic,
    code="GL401",
    severity=Severity.ERROR,
    muted_by={**ECHO_OF_AN_OVERLAP, "GL403": Muting.SAME_SUBJECT, "GL407": Muting.SAME_SUBJECT},
)
def constraint_violated(logic: Logic) -> Iterator[Finding]:
    violated = list(_violated(logic))
    claims = [(witness, _holding(constraint)) for constraint, witness in violated]
    for (constraint, witness), overlaps in zip(violated, overlaps_behind(logic, claims), strict=True):
        finding = _finding(logic, constraint, violation(logic, constraint, witness), overlaps)
        yield with_witness(finding, witness, logic.guideline, logic.cells)


def _violated(logic: Logic) -> Iterator[tuple[Constraint, Witness]]:
    for constraint in logic.guideline.constraints.values():
        answer = logic.holds(constraint.id)
        if isinstance(answer, Refuted) and answer.witness is not None:
            yield constraint, answer.witness


def _holding(constraint: Constraint) -> Claim:
    return lambda logic: logic.holds(constraint.id)


def _finding(logic: Logic, constraint: Constraint, found: Violation, overlaps: tuple[str, ...]) -> Finding:
    return Finding(
        found.message,
        at_key(constraint.route),
        found.help,
        related=found.related,
        subject=_subject(constraint, found),
        follows_from=(
            *(subject_of(advice) for advice in found.charged),
            *overlaps,
            *_of_contraindications(logic, constraint, found),
            *_of_red_flags(logic, constraint, found),
        ),
    )


def _subject(constraint: Constraint, found: Violation) -> str:
    """The advice that is blamed first; where it is blamed for its course alone, that."""
    if not found.charged:
        return f"constraints/{constraint.id}"
    return subject_of(found.charged[0], "course" if found.is_without_limit else "advice")


def _of_contraindications(logic: Logic, constraint: Constraint, found: Violation) -> Iterator[str]:
    """Where nobody is given what the constraint forbids but those in whom it is contraindicated."""
    if isinstance(constraint, (Never, Only)) and constraint.advice.direction is Direction.FOR:
        for advice in found.charged:
            if _is_contraindicated(logic, constraint, advice):
                yield subject_of(advice, "contraindicated")


def _is_contraindicated(logic: Logic, constraint: Never | Only, advice: Advice) -> bool:
    guideline, compiler = logic.guideline, logic.compiler
    given = members_of(guideline, advice.options) & members_of(guideline, constraint.advice.selectors)
    entries = [entry for name in sorted(given) for entry in guideline.interventions[name].contraindications]
    forbidden = logic.property(constraint.id)
    if not entries or not isinstance(forbidden, Absence):
        return False
    spared = [compiler.negation(compiler.possibly(compiler.compile(entry.when))) for entry in entries]
    watch = compiler.conjunction([*spared, *([] if forbidden.watch is None else [forbidden.watch])])
    key = ("spared", constraint.id, watch)
    return isinstance(logic.satisfies(key, Absence(nodes=forbidden.nodes, watch=watch)), Proved)


def _of_red_flags(logic: Logic, constraint: Constraint, found: Violation) -> Iterator[str]:
    """Where what has to come first is to look for red flags, and nobody is looked at who does not meet it."""
    if not isinstance(constraint, Before) or not isinstance(constraint.comes, NodeSelection):
        return
    is_search = constraint.comes.node in search_of(logic.guideline).decisions
    if is_search and isinstance(held_once_looked_for(logic, constraint), Proved):
        yield from (subject_of(advice, "red-flags") for advice in found.charged)
