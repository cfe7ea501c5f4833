"""two medications of one class in one visit

## What it does

Finds patients who in one visit may be given two different medications of one class, under any pick of a choice.

## Why it can harm a patient

Two medications of one class add up to an overdose of its effect and of its harm, and nobody counts them together.

## Example

```yaml
interventions:
  ibuprofen: {label: Ibuprofen, kind: medication, class: analgesic}
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
      - {for: ibuprofen, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]} # finding: GL405
    then: look-again
```

## Mended

```yaml
interventions:
  ibuprofen: {label: Ibuprofen, kind: medication, class: analgesic}
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - for: {exactly-one: [paracetamol, ibuprofen]}
        strength: strong
        certainty: high
        course: {max: 5 d}
        because: [S1]
    then: look-again
```

## How to fix

Offer them as a choice of `exactly-one`, or lead the patients of the one past the other. Where both are meant, set the
finding aside with the reason.

## Source

Duplicate therapy: WHO ATC classification, and the alerts of prescribing systems (Leapfrog CPOE evaluation).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.diagnostic import Finding, Severity
from guidelint.logic import Logic, Refuted, Witness
from guidelint.logic.gives import may_be, may_be_both
from guidelint.model import Advice, Direction, Guideline, NodeSelection, Together, Total
from guidelint.quantity import Quantity
from guidelint.rule import Muting, rule
from guidelint.selection import members_of
from guidelint.verdicts.advice_on_walk import (
    ECHO_OF_AN_OVERLAP,
    Claim,
    advice_of_last_visit,
    overlaps_behind,
    place_of_target,
    subject_of,
)
from guidelint.verdicts.one_visit import medications_of, one_at_most
from guidelint.witness_words import with_witness
from guidelint.wording import listed, named


@dataclass(slots=True)
class Duplicate:
    """Two pieces of advice, the later one first, or one that may be two; and the classes that are given twice."""

    pair: tuple[Advice, ...]
    witness: Witness
    medications: frozenset[str]
    classes: list[str]


@rule(Logic, code="GL405", severity=Severity.WARNING, muted_by={**ECHO_OF_AN_OVERLAP, "GL401": Muting.SAME_SUBJECT})
def duplicate_class(logic: Logic) -> Iterator[Finding]:
    found: dict[tuple[str, ...], Duplicate] = {}
    for class_ in logic.guideline.classes:
        medications = medications_of(logic.guideline, class_)
        answer = one_at_most(logic, medications)
        if isinstance(answer, Refuted) and answer.witness is not None:
            pair = _pair(logic.guideline, answer.witness, medications)
            key = tuple(subject_of(advice) for advice in pair)
            found.setdefault(key, Duplicate(pair, answer.witness, medications, [])).classes.append(class_)
    duplicates = list(found.values())
    claims = [(duplicate.witness, _once_each(duplicate)) for duplicate in duplicates]
    for duplicate, overlaps in zip(duplicates, overlaps_behind(logic, claims), strict=True):
        yield with_witness(_finding(logic, duplicate, overlaps), duplicate.witness, logic.guideline, logic.cells)


def _once_each(duplicate: Duplicate) -> Claim:
    return lambda logic: one_at_most(logic, duplicate.medications)


def _pair(guideline: Guideline, witness: Witness, medications: frozenset[str]) -> tuple[Advice, ...]:
    """The last advice of the visit that gives one of them, with the nearest before it that may give another."""
    given = [
        item.advice
        for item in advice_of_last_visit(guideline, witness)
        if item.advice.direction is Direction.FOR and members_of(guideline, item.advice.options) & medications
    ]
    for place in reversed(range(len(given))):
        later, own = given[place], _of(guideline, given[place], medications)
        for earlier in reversed(given[:place]):
            if len(own | _of(guideline, earlier, medications)) > 1:
                return later, earlier
        if any(may_be_both(guideline, later, frozenset({one}), own - {one}) for one in own):
            return (later,)
    raise ValueError("no two of them are given in this visit")


def _of(guideline: Guideline, advice: Advice, medications: frozenset[str]) -> frozenset[str]:
    return members_of(guideline, advice.options) & medications


def _finding(logic: Logic, duplicate: Duplicate, overlaps: tuple[str, ...]) -> Finding:
    guideline, pair = logic.guideline, duplicate.pair
    given = frozenset[str]().union(*(_of(guideline, advice, duplicate.medications) for advice in pair))
    names = [named(item) for item in guideline.interventions.values() if item.id in given]
    classes = listed([f"`{name}`" for name in duplicate.classes], "and")
    two = listed(names, "and") if len(names) == 2 else f"two of {listed(names, 'and')}"
    return Finding(
        f"{two} may be given in one visit, of class {classes}",
        place_of_target(pair[0]),
        "offer them as a choice of `exactly-one`, or lead the patients of the one past the other",
        related=tuple(place_of_target(advice) for advice in pair[1:]),
        subject=f"classes/{duplicate.classes[0]}",
        follows_from=(*_forbidden(logic, pair), *overlaps),
    )


def _forbidden(logic: Logic, pair: tuple[Advice, ...]) -> Iterator[str]:
    """The advice, where a constraint that forbids the two, together or as more than one, is violated."""
    later, earlier = pair[0], pair[-1]
    for constraint in logic.guideline.constraints.values():
        if not isinstance(constraint, (Together, Total)) or constraint.when is not None:
            continue
        if isinstance(logic.holds(constraint.id), Refuted):
            ways = ((later, earlier), (earlier, later))
            if any(_are_forbidden(logic.guideline, one, other, constraint) for one, other in ways):
                yield from (subject_of(advice) for advice in pair)


def _are_forbidden(guideline: Guideline, one: Advice, other: Advice, constraint: Together | Total) -> bool:
    if isinstance(constraint, Together):
        return _are_both(guideline, one, other, constraint)
    is_one_at_most = not isinstance(constraint.at_most, Quantity) and constraint.at_most < 2
    return is_one_at_most and all(may_be(guideline, each, constraint.advice) for each in (one, other))


def _are_both(guideline: Guideline, one: Advice, other: Advice, constraint: Together) -> bool:
    first, second = constraint.first, constraint.second
    if isinstance(second, NodeSelection):
        return False
    return may_be(guideline, one, first) and may_be(guideline, other, second)
