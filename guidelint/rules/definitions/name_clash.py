"""one name for two things that are called in the same places

## What it does

Finds a score or a criterion that bears the name of a fact or of one another, and a reference that bears the name of a
statement. Conditions call facts, scores and criteria by name alone, and `because` calls statements and references.

## Why it can harm a patient

Whoever reads the condition thinks of one of the two, and what judges the patient is the other.

## Example

```yaml
criteria:
  fever: {label: Fever or chills, any: [chills]} # finding: GL107
facts:
  chills: {label: Chills, type: boolean, default: false}
```

## Mended

```yaml
criteria:
  feverish: {label: Fever or chills, any: [fever, chills]}
facts:
  chills: {label: Chills, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: feverish, then: treat}
      - {else: wait}
```

## How to fix

Give one of the two another name, and look at every place that uses it: which of the two was meant there?

## Source

DMN: names of input data, decisions and knowledge models are unique within a model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.model import Entry, Guideline
from guidelint.rule import rule

Definitions = tuple[str, Mapping[str, Entry]]


@rule(Guideline, code="GL107", severity=Severity.ERROR)
def name_clash(guideline: Guideline) -> Iterator[Finding]:
    facts, scores = ("a fact", guideline.facts), ("a score", guideline.scores)
    yield from _clashes(facts, scores, ("a criterion", guideline.criteria))
    yield from _clashes(("a statement", guideline.statements), ("a reference", guideline.references))


def _clashes(*namespaces: Definitions) -> Iterator[Finding]:
    first: dict[str, tuple[str, Entry]] = {}
    for kind, entries in namespaces:
        for entry in entries.values():
            other_kind, other = first.setdefault(entry.id, (kind, entry))
            if other is not entry:
                yield Finding(
                    f"`{entry.id}` is the name of {other_kind} and of {kind}",
                    at_key(entry.route),
                    "give one of the two another name",
                    related=(at_key(other.route, note=f"the name of {other_kind}"),),
                )
