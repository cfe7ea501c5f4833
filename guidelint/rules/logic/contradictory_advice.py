"""advice for and against the same intervention

## What it does

Finds patients who in one visit are advised for an intervention and against it, under any pick of a choice and any
member of a class. The advice may stand in one node or in several.

## Why it can harm a patient

Two clinicians who read the same guideline do opposite things to the same patient, and each is right.

## Example

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: calm
  calm:
    type: recommendation
    label: Calm the parents
    recommend:
      - {against: {class: analgesic}, strength: conditional, certainty: low, because: [S1]} # finding: GL312
    then: look-again
```

## Mended

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: calm
  calm:
    type: recommendation
    label: Calm the parents
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
    then: look-again
```

## How to fix

Decide which of the two it is, or lead the patients of the one past the other. Where a class is recommended and one
member of it is not, name the others with `exactly-one`.

## Source

AGREE II, item 15: recommendations are unambiguous. Contradiction in guidelines: Peleg, J Biomed Inform 2013.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity
from guidelint.logic import Logic, Refuted, Witness
from guidelint.model import Advice, Direction, Guideline
from guidelint.rule import rule
from guidelint.selection import itself, may_select, surely_selects
from guidelint.verdicts.advice_on_walk import (
    ECHO_OF_AN_OVERLAP,
    Claim,
    advice_of_last_visit,
    overlaps_behind,
    place_of_target,
    subject_of,
)
from guidelint.verdicts.one_visit import contested
from guidelint.witness_words import with_witness
from guidelint.wording import listed, named

Pair = tuple[Advice, Advice]
"""Two pieces of advice, the later one first."""


@rule(Logic, code="GL312", severity=Severity.ERROR, muted_by=ECHO_OF_AN_OVERLAP)
def contradictory_advice(logic: Logic) -> Iterator[Finding]:
    found: dict[tuple[str, str], tuple[Pair, Witness, list[str]]] = {}
    for intervention in contested(logic.guideline):
        answer = logic.consistent(intervention)
        if isinstance(answer, Refuted) and answer.witness is not None:
            later, earlier = _pair(logic.guideline, answer.witness, intervention)
            key = (subject_of(later), subject_of(earlier))
            found.setdefault(key, ((later, earlier), answer.witness, []))[2].append(intervention)
    claims = [(witness, _agreeing(interventions[0])) for _, witness, interventions in found.values()]
    for (pair, witness, interventions), overlaps in zip(found.values(), overlaps_behind(logic, claims), strict=True):
        yield with_witness(_finding(logic, pair, interventions, overlaps), witness, logic.guideline, logic.cells)


def _agreeing(intervention: str) -> Claim:
    return lambda logic: logic.consistent(intervention)


def _pair(guideline: Guideline, witness: Witness, intervention: str) -> Pair:
    """The last advice about it on the walk, and the last before that which says the opposite."""
    member = frozenset({intervention})
    about = [
        item.advice for item in advice_of_last_visit(guideline, witness) if may_select(guideline, item.advice, member)
    ]
    later = about[-1]
    return later, next(item for item in reversed(about) if item.direction is not later.direction)


def _finding(logic: Logic, pair: Pair, interventions: list[str], overlaps: tuple[str, ...]) -> Finding:
    later, earlier = pair
    guideline = logic.guideline
    names = listed([named(guideline.interventions[name]) for name in interventions], "and")
    are = "are" if len(interventions) > 1 else "is"
    if all(surely_selects(guideline, item, [itself(name)]) for item in pair for name in interventions):
        message = f"{names} {are} both recommended and advised against in one visit"
    else:
        message = f"{names} {are} both recommended and advised against in one visit, under some picks"
    return Finding(
        message,
        place_of_target(later),
        _help(pair),
        related=(place_of_target(earlier),),
        subject=subject_of(later),
        follows_from=overlaps,
    )


def _help(pair: Pair) -> str:
    given = next(item for item in pair if item.direction is Direction.FOR)
    if len(given.options) > 1 or given.options[0].by.value != "intervention":
        return "recommend only what is not advised against, or lead these patients past one of the two"
    return "keep one of the two, or lead these patients past the other"
