"""a constraint that has nothing to hold of

## What it does

Finds constraints whose `when` no patient meets in any visit, and constraints with `only`, `before`, `after` or `total`
about advice that no node gives. Of `never` and `together` that is the point; `always` is then violated.

## Why it can harm a patient

A constraint that cannot fail is proved and guards nothing. A reader of the proof believes that somebody has looked.

## Example

```yaml
interventions:
  ibuprofen: {label: Ibuprofen, kind: medication, class: anti-inflammatory}
constraints:
  few-days: {total: {recommend: ibuprofen}, at-most: 3 d, because: [S1]} # finding: GL402
```

## Mended

```yaml
constraints:
  few-days: {total: {recommend: paracetamol}, at-most: 5 d, because: [S1]}
```

## How to fix

Name what is meant, or remove the constraint. A constraint on what the guideline is never to recommend is a `never`.

## Source

Vacuity in property specification: Beer, Ben-David, Eisner and Rodeh, CAV 1997.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.condition import Condition, name_in
from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.logic import Logic, Refuted
from guidelint.logic.gives import gives
from guidelint.logic.properties import possibly, surely
from guidelint.model import AdviceSelection, After, Always, Before, Constraint, Direction, Only, Total
from guidelint.names import Namespace, leaves_behind
from guidelint.rule import Muting, rule
from guidelint.wording import listed, selector_in_words


@rule(Logic, code="GL402", severity=Severity.WARNING, muted_by={"GL307": Muting.SAME_SUBJECT})
def constraint_vacuous(logic: Logic) -> Iterator[Finding]:
    if isinstance(logic.has_patients(), Refuted):
        return
    for constraint in logic.guideline.constraints.values():
        when = constraint.when
        if when is not None and not isinstance(constraint, Only) and _never(logic, constraint, when):
            yield _of_when(logic, constraint, when)
        elif isinstance(constraint, (Only, Before, After, Total)) and not gives(logic.guideline, constraint.advice).may:
            yield _of_advice(logic, constraint.advice)


def _never(logic: Logic, constraint: Constraint, when: Condition) -> bool:
    watch = surely if isinstance(constraint, (Always, After)) else possibly
    formula = watch(logic.compiler, when)
    return formula is not None and isinstance(logic.ever(formula), Refuted)


def _of_when(logic: Logic, constraint: Constraint, when: Condition) -> Finding:
    names = sorted({name_in(leaf) for leaf in leaves_behind(logic.guideline, [when])})
    return Finding(
        "no patient meets this `when`, so that the constraint has nothing to hold of",
        at_value(when.route),
        "correct the condition, or remove the constraint",
        subject=f"constraints/{constraint.id}",
        follows_from=tuple(f"{Namespace.CONDITION.definitions}/{name}" for name in names),
    )


def _of_advice(logic: Logic, selection: AdviceSelection) -> Finding:
    first, *others = selection.selectors
    names = listed([selector_in_words(selector, logic.guideline) for selector in selection.selectors], "or")
    verb = "recommends" if selection.direction is Direction.FOR else "advises against"
    return Finding(
        f"no node {verb} {names}, so that the constraint has nothing to hold of",
        at_value(first.route),
        "name the advice that is meant, or remove the constraint",
        related=tuple(at_value(other.route, "nor this") for other in others),
    )
