"""advice or a limit whose every source is unresolved

## What it does

Finds recommendations, contraindications and constraints that have grounds, each of which leads to unresolved
references and to nothing else: directly, or through the `cites` of a statement.

## Why it can harm a patient

As far as anybody can tell, such advice rests on nothing. A reviewer has to know which advice that is before it is used.

## Example

```yaml
references:
  textbook: {title: A textbook of fever, year: 2020}
  ref-2: {unresolved: the source cites a number 2 and lists only one} # finding: GL503
statements:
  S2: {says: Rest shortens a fever, cites: [ref-2]}
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S2]} # finding: GL504
```

## Mended

```yaml
references:
  textbook: {title: A textbook of fever, year: 2020}
  ref-2: {title: Rest in fever, year: 2021}
statements:
  S2: {says: Rest shortens a fever, cites: [ref-2]}
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S2]}
```

## How to fix

Resolve the reference, or add a ground that can be looked up.

## Source

AGREE II, item 12: an explicit link between the recommendations and the evidence, which a reader can follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guidelint.diagnostic import Finding, Severity, at_key, at_value
from guidelint.model import Advice, Constraint, Contraindication, Guideline, Reference
from guidelint.rule import rule


@rule(Guideline, code="GL504", severity=Severity.INFO)
def rests_on_unresolved_reference(guideline: Guideline) -> Iterator[Finding]:
    weak = _weak_grounds(guideline)
    for entry in guideline.entries():
        if not isinstance(entry, (Advice, Contraindication, Constraint)) or not entry.because:
            continue
        if all(name in weak for name in entry.because):
            what = WORDS.get(type(entry), "constraint")
            references = dict.fromkeys(reference.route for name in entry.because for reference in weak[name])
            yield Finding(
                f"every source of this {what} is unresolved",
                at_value((*entry.route, "because")),
                "resolve the references, or add a ground that can be looked up",
                related=tuple(at_key(route, "not resolved") for route in references),
            )


WORDS: Mapping[type, str] = {Advice: "recommendation", Contraindication: "contraindication"}


def _weak_grounds(guideline: Guideline) -> Mapping[str, tuple[Reference, ...]]:
    """The grounds that lead to unresolved references only, with these."""
    weak = {item.id: (item,) for item in guideline.references.values() if item.unresolved is not None}
    found: dict[str, tuple[Reference, ...]] = dict(weak)
    for statement in guideline.statements.values():
        found.pop(statement.id, None)
        grounds = (*statement.cites, *statement.because)
        if grounds and all(name in weak for name in grounds):
            found[statement.id] = tuple(reference for name in grounds for reference in weak[name])
    return found
