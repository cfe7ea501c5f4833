"""a value that the fact or score can never have

## What it does

Finds constants and defaults that lie outside the domain of their fact: not among its `values`, outside its `range`, or
with decimals where a default is of a fact in whole numbers. A score cannot be compared with what its points never add
up to, and a time or a dose cannot be less than nothing. A constant with decimals for a fact in whole numbers is legal
and exact.

## Why it can harm a patient

A limit that nobody can reach is most often a slip of a digit, or a limit in another unit. The patients who should have
been caught by it go on unseen.

## Example

```yaml
facts:
  temperature: {label: Temperature, type: decimal, unit: Cel, range: [30, 45], default: 37}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {fact: temperature, at-least: 385}, then: refer} # finding: GL105
      - {if: fever, then: treat}
      - {else: wait}
```

## Mended

```yaml
facts:
  temperature: {label: Temperature, type: decimal, unit: Cel, range: [30, 45], default: 37}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {fact: temperature, at-least: 38.5}, then: refer}
      - {if: {all: [fever, {fact: temperature, below: 38.5}]}, then: treat}
      - {else: wait}
```

## How to fix

Correct the value, or widen `values` or `range`. `--fix` writes the one choice that is a single stroke away;
`--unsafe-fixes` writes the most similar one.

## Source

Range checks of clinical data: FHIR's `minValue` and `maxValue`, DMN's allowed values.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from guidelint.comparisons import Compared, compared
from guidelint.condition import NotKnown, is_number
from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.domain import misfit
from guidelint.measures import measures
from guidelint.model import Fact, FactType, Guideline, Score
from guidelint.quantity import parse_quantity
from guidelint.rule import Fixing, Muting, rule
from guidelint.wording import named, number_in_words


@rule(Guideline, code="GL105", severity=Severity.ERROR, fixing=Fixing.EITHER, muted_by={"GL003": Muting.SAME_PLACE})
def value_outside_domain(guideline: Guideline) -> Iterator[Finding]:
    for fact in guideline.facts.values():
        yield from _default(fact)
    sums = {score.id: (score.least, score.most) for score in guideline.scores.values()}
    for item in compared(guideline):
        if isinstance(item.subject, Score):
            yield from _of_score(item, *sums[item.subject.id])
        elif item.subject.type is FactType.CHOICE:
            yield from _of_choice(item, item.subject)
        elif item.subject.type.is_numeric:
            yield from _of_number(item, item.subject)
    for measure in measures(guideline):
        if measure.quantity.value.numerator < 0:
            yield Finding(
                f"this `{measure.key}` is less than nothing", at_value(measure.route), "take the minus sign out"
            )


def _default(fact: Fact) -> Iterator[Finding]:
    if fact.default is None or fact.default is NotKnown.UNKNOWN or _is_empty(fact):
        return
    if found := misfit(fact, fact.default):
        place = at_value((*fact.route, "default"))
        yield Finding(found.message, place, found.help, fix=found.fix(place))


def _of_choice(item: Compared, fact: Fact) -> Iterator[Finding]:
    value = item.constant.value
    if not isinstance(value, str) or parse_quantity(value) is not None:
        return
    if found := misfit(fact, value):
        is_unknown = value == NotKnown.UNKNOWN.value
        help = f"write `{{unknown: {fact.id}}}`" if is_unknown else found.help
        place = at_value(item.route)
        yield Finding(found.message, place, help, fix=None if is_unknown else found.fix(place))


def _of_number(item: Compared, fact: Fact) -> Iterator[Finding]:
    """Decimals inside the range of a fact in whole numbers are legal here."""
    value = item.constant.value
    if fact.low is None or fact.high is None or _is_empty(fact) or not is_number(value):
        return
    if not fact.low <= value <= fact.high and (found := misfit(fact, value)):
        place = at_value((*fact.route, "range"), note="the range")
        yield Finding(found.message, at_value(item.route), found.help, related=(place,))


def _of_score(item: Compared, low: int, high: int) -> Iterator[Finding]:
    value = item.constant.written
    if is_number(value) and not low <= value <= high:
        number = number_in_words(value, None)
        message = f"{number} is outside of what the points of {named(item.subject)} add up to, {low} to {high}"
        yield Finding(message, at_value(item.route), "correct the number, or the points of the score")


def _is_empty(fact: Fact) -> bool:
    """Whether the range holds no value at all, which is GL111."""
    if fact.low is None or fact.high is None:
        return False
    return fact.low > fact.high or (fact.type is FactType.INTEGER and ceil(fact.low) > floor(fact.high))
