"""a criterion or score that is defined by itself

## What it does

Finds criteria and scores whose conditions lead back to themselves: one finding for each knot of such definitions, at
the first of them, with a shortest way round.

## Why it can harm a patient

Nobody can say whether such a criterion holds. What asks for it has no answer.

## Example

```yaml
criteria:
  severe: {label: Severe illness, any: [fever, unstable]} # finding: GL108
  unstable: {label: Unstable, any: [severe]}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: severe, then: treat}
      - {else: wait}
```

## Mended

```yaml
facts:
  shock: {label: Shock, type: boolean, default: false}
criteria:
  severe: {label: Severe illness, any: [fever, unstable]}
  unstable: {label: Unstable, any: [shock]}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: severe, then: treat}
      - {else: wait}
```

## How to fix

Take the name of the one out of the definition of the other.

## Source

Stratified definitions, as in CQL and Datalog.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.condition import leaves, name_in
from guidelint.diagnostic import Finding, Place, Severity, at_key, at_value
from guidelint.graph import cycles_of
from guidelint.model import Criterion, Guideline, Score
from guidelint.rule import Muting, rule
from guidelint.steps import topological_order
from guidelint.wording import named

MOST_NAMES = 8
"""In a message; the related places name them all."""


@rule(Guideline, code="GL108", severity=Severity.ERROR, muted_by={"GL107": Muting.SAME_PLACE})
def circular_definition(guideline: Guideline) -> Iterator[Finding]:
    if topological_order(guideline.inner_terms, guideline.terms) is not None:
        return
    steps = [(term, inner) for term, within in guideline.inner_terms.items() for inner in within]
    for cycle in cycles_of(guideline.terms, steps):
        first = _term(cycle[0], guideline)
        way = "" if len(cycle) == 1 else f": {_in_words(cycle)}"
        yield Finding(
            f"{named(first)} is defined by itself{way}",
            at_key(first.route),
            _help(cycle),
            related=tuple(
                _step(cycle[index], cycle[(index + 1) % len(cycle)], guideline) for index in range(len(cycle))
            ),
        )


def _term(name: str, guideline: Guideline) -> Criterion | Score:
    return guideline.criteria[name] if name in guideline.criteria else guideline.scores[name]


def _in_words(cycle: tuple[str, ...]) -> str:
    shown = cycle if len(cycle) <= MOST_NAMES else (*cycle[: MOST_NAMES - 1], "…")
    return " → ".join((*shown, cycle[0]))


def _help(cycle: tuple[str, ...]) -> str:
    if len(cycle) == 1:
        return f"take `{cycle[0]}` out of its own definition"
    return f"take `{cycle[1]}` out of the definition of `{cycle[0]}`, or break the circle elsewhere"


def _step(term: str, inner: str, guideline: Guideline) -> Place:
    """Where the definition of one names the next."""
    found = (leaf for condition in guideline.terms[term] for leaf in leaves(condition) if name_in(leaf) == inner)
    return at_value(next(found).route, note=f"`{term}` asks for `{inner}`")
