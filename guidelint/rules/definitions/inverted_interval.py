"""an interval that begins above its end

## What it does

Finds intervals with a `min` above their `max`, in whatever units the two are written, and ranges of facts that run
downwards or, of a fact in whole numbers, hold no whole number.

## Why it can harm a patient

One of the two numbers is wrong, and nobody can see which. Readers take the one that they happen to look at.

## Example

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 2 wk, max: 5 d} # finding: GL111
    observe: [improved]
    then: better
```

## Mended

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 5 d, max: 2 wk}
    observe: [improved]
    then: better
```

## How to fix

Swap the two, as `--unsafe-fixes` does, or correct one of them.

## Source

FHIR: invariant rng-2 of Range, low is not above high.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from guidelint.diagnostic import Finding, Fix, Route, Severity, Swap, at_value
from guidelint.measures import intervals
from guidelint.model import Fact, FactType, Guideline, QuantityInterval
from guidelint.quantity import Quantity, commensurable, convert, is_unit, spell, spell_number
from guidelint.rule import Fixing, rule
from guidelint.wording import number_in_words


@rule(Guideline, code="GL111", severity=Severity.ERROR, fixing=Fixing.UNSAFELY)
def inverted_interval(guideline: Guideline) -> Iterator[Finding]:
    for fact in guideline.facts.values():
        yield from _range(fact)
    for _, interval, route in intervals(guideline):
        yield from _interval(interval, route)


def _range(fact: Fact) -> Iterator[Finding]:
    if fact.low is None or fact.high is None:
        return
    is_inverted = fact.low > fact.high
    if not is_inverted and not (fact.type is FactType.INTEGER and ceil(fact.low) > floor(fact.high)):
        return
    low, high = number_in_words(fact.low, None), number_in_words(fact.high, None)
    place = at_value((*fact.route, "range"))
    if is_inverted:
        message, fix = f"the range runs down from {low} to {high}", _swap((*place.route, 0), (*place.route, 1))
        yield Finding(message, place, "write the smaller number first", fix=fix)
    else:
        help = "widen the range, or write `type: decimal`"
        yield Finding(f"no whole number lies between {low} and {high}", place, help)


def _interval(interval: QuantityInterval, route: Route) -> Iterator[Finding]:
    low, high = interval.low, interval.high
    if low is not None and high is not None and low is not high and _is_above(low, high):
        yield Finding(
            f"the interval runs down from {_in_words(low)} to {_in_words(high)}",
            at_value((*route, "min")),
            "swap `min` and `max`, or correct one of them",
            related=(at_value((*route, "max"), note="the other end"),),
            fix=_swap((*route, "min"), (*route, "max")),
        )


def _swap(low: Route, high: Route) -> Fix:
    return Fix((Swap(low, high),), "swap the two")


def _is_above(low: Quantity, high: Quantity) -> bool:
    """Quantities that cannot be compared are GL106's matter, units that do not exist GL703's."""
    if low.unit == high.unit:
        return low.value > high.value
    if not (is_unit(low.unit) and is_unit(high.unit) and commensurable(low.unit, high.unit)):
        return False
    return convert(low.value, low.unit, high.unit) > high.value


def _in_words(quantity: Quantity) -> str:
    return spell(quantity) if quantity.unit else spell_number(quantity.value)
