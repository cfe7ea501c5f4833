"""a fact that is always known, treated as one that may be unknown

## What it does

Finds `{unknown: FACT}` and `default: unknown` where the fact does not have `known: maybe`.

## Why it can harm a patient

Only `known: maybe` makes every decision provide for the unknown. Without it nothing is ever unknown: the branch for
those who cannot say whether they are allergic is open to nobody, and no rule misses them in the others.

## Example

```yaml
facts:
  allergy: {label: Allergy to paracetamol, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: allergy, then: refer}
      - {if: {unknown: allergy}, then: refer} # finding: GL115
      - {if: {all: [fever, {not: allergy}]}, then: treat}
      - {else: wait}
```

## Mended

```yaml
facts:
  allergy: {label: Allergy to paracetamol, type: boolean, default: false, known: maybe}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: allergy, then: refer}
      - {if: {unknown: allergy}, then: refer}
      - {if: {all: [fever, {not: allergy}]}, then: treat}
      - {else: wait}
```

## How to fix

Write `known: maybe` with the fact, or take the question or the default out.

## Source

Kleene's three-valued logic; the format of guidelint, ruling 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.condition import IsUnknown, NotKnown
from guidelint.diagnostic import Finding, Route, Severity, at_key, at_value
from guidelint.model import Fact, Guideline
from guidelint.rule import rule
from guidelint.wording import named


@rule(Guideline, code="GL115", severity=Severity.ERROR)
def known_fact_as_unknown(guideline: Guideline) -> Iterator[Finding]:
    """One finding for a fact: what is wrong, wherever it is asked, is that the fact cannot be unknown."""
    places: dict[str, list[Route]] = {}
    for fact in guideline.facts.values():
        if fact.default is NotKnown.UNKNOWN and not fact.may_be_unknown:
            places.setdefault(fact.id, []).append((*fact.route, "default"))
    for _, leaf in guideline.leaves:
        asked = guideline.facts.get(leaf.fact) if isinstance(leaf, IsUnknown) else None
        if asked is not None and not asked.may_be_unknown:
            places.setdefault(asked.id, []).append((*leaf.route, "unknown"))
    for name, routes in places.items():
        yield _finding(guideline.facts[name], routes)


def _finding(fact: Fact, routes: list[Route]) -> Finding:
    first, *others = routes
    is_default = first == (*fact.route, "default")
    defined = () if is_default else (at_key(fact.route, note="defined without `known: maybe`"),)
    return Finding(
        f"{named(fact)} is always known, and here it is taken to be unknown",
        at_value(first),
        f"write `known: maybe` with `{fact.id}`, or {'another default' if is_default else 'take this out'}",
        related=(*defined, *(at_value(route, note="here too") for route in others)),
    )
