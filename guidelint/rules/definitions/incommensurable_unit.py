"""a quantity in a unit that does not measure what is meant

## What it does

Finds constants with a unit that cannot be converted to the unit of the fact, or compared with a fact or score that has
none; a course, `every`, `after`, `within` or `at-most` that is no length of time; and doses of which the least and the
most cannot be compared. Units that do not exist are GL703, unknown-unit.

## Why it can harm a patient

`below: 18 kg` for an age can be true of nobody, and ten milligrams are no time for which a drug is given.

## Example

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {fact: age, below: 3 kg}, then: refer} # finding: GL106
      - {if: fever, then: treat}
      - {else: wait}
```

## Mended

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [0, 120], default: 40}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {fact: age, below: 36 mo}, then: refer}
      - {if: {all: [fever, {fact: age, at-least: 36 mo}]}, then: treat}
      - {else: wait}
```

## How to fix

Write the quantity in a unit of the same kind, or give the fact the unit that it is measured in.

## Source

The Unified Code for Units of Measure (UCUM), dimensions and commensurable units.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.comparisons import Compared, compared
from guidelint.diagnostic import Finding, Route, Severity, at_key, at_value
from guidelint.measures import intervals, measures
from guidelint.model import Fact, Guideline, QuantityInterval
from guidelint.quantity import commensurable, is_duration, is_unit, parse_quantity
from guidelint.rule import rule
from guidelint.wording import named


@rule(Guideline, code="GL106", severity=Severity.ERROR)
def incommensurable_unit(guideline: Guideline) -> Iterator[Finding]:
    for item in compared(guideline):
        yield from _of_constant(item)
    for measure in measures(guideline):
        unit = measure.quantity.unit
        if measure.is_time and is_unit(unit) and not is_duration(unit):
            message = f"`{measure.key}` is a length of time, and `{unit}` does not measure time"
            yield Finding(message, at_value(measure.route), "write a length of time, such as `5 d` or `6 wk`")
    for _, interval, route in intervals(guideline):
        yield from _of_interval(interval, route)


def _of_constant(item: Compared) -> Iterator[Finding]:
    written = item.constant.written
    quantity = parse_quantity(written) if isinstance(written, str) else None
    if quantity is None or not is_unit(quantity.unit):
        return
    if not isinstance(item.subject, Fact):
        yield Finding(
            f"{named(item.subject)} is a score and has no unit", at_value(item.route), "write the number alone"
        )
    elif item.subject.type.is_numeric:
        yield from _of_number(item, quantity.unit, item.subject)


def _of_number(item: Compared, unit: str, fact: Fact) -> Iterator[Finding]:
    if fact.unit is None:
        help = "write the number alone, or give the fact a `unit`"
        place = at_key(fact.route, note="defined without a unit")
        yield Finding(f"{named(fact)} has no unit", at_value(item.route), help, related=(place,))
    elif is_unit(fact.unit) and not commensurable(unit, fact.unit):
        message = f"`{unit}` cannot be converted into `{fact.unit}`, the unit of {named(fact)}"
        place = at_value((*fact.route, "unit"), note="the unit of the fact")
        yield Finding(message, at_value(item.route), f"write a quantity in `{fact.unit}`", related=(place,))


def _of_interval(interval: QuantityInterval, route: Route) -> Iterator[Finding]:
    low, high = interval.low, interval.high
    if low is None or high is None or not (is_unit(low.unit) and is_unit(high.unit)):
        return
    if not commensurable(low.unit, high.unit):
        message = f"`{low.unit}` and `{high.unit}` cannot be compared"
        place = at_value((*route, "min"), note="the other end")
        yield Finding(message, at_value((*route, "max")), "write both ends in one unit", related=(place,))
