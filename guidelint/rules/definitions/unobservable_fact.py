"""a follow-up that observes a fact which is said to keep its value

## What it does

Finds facts under `observe` that are not `observed: each-visit`.

## Why it can harm a patient

One of the two is wrong: either the fact changes between visits, and whoever reads its definition does not know; or the
follow-up asks for something that cannot have changed, and not for what was meant.

## Example

```yaml
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved, fever] # finding: GL114
    then: better
```

## Mended

```yaml
facts:
  fever: {label: Fever, type: boolean, default: false, observed: each-visit}
nodes:
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved, fever]
    then: better
```

## How to fix

Write `observed: each-visit` with the fact, or take it out of `observe`.

## Source

The format of guidelint: a fact under `observe` must be `observed: each-visit`.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Route, Severity, at_key, at_value
from guidelint.model import Guideline
from guidelint.rule import rule
from guidelint.wording import named


@rule(Guideline, code="GL114", severity=Severity.ERROR)
def unobservable_fact(guideline: Guideline) -> Iterator[Finding]:
    """One finding for a fact: either it changes, and then everywhere, or it does not."""
    places: dict[str, list[Route]] = {}
    for node in guideline.follow_ups():
        for index, name in enumerate(node.observe):
            if name in guideline.facts and not guideline.facts[name].is_observed:
                places.setdefault(name, []).append((*node.route, "observe", index))
    for name, (first, *others) in places.items():
        fact = guideline.facts[name]
        yield Finding(
            f"{named(fact)} is observed here, but is not said to change",
            at_value(first),
            f"write `observed: each-visit` with `{name}`, or take it out of `observe`",
            related=(
                at_key(fact.route, note="defined without `observed: each-visit`"),
                *(at_value(route, note="observed here too") for route in others),
            ),
        )
