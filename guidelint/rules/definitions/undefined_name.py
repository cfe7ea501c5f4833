"""a name that nothing defines

## What it does

Finds a fact, criterion, score, intervention, class, kind, section, statement or reference that is used and defined
nowhere. Undefined nodes at the end of an edge are GL203, undefined-target.

## Why it can harm a patient

A condition on a fact that does not exist cannot be asked of anybody, and a constraint on an intervention that does not
exist holds by its typo alone.

## Example

```yaml
nodes:
  ask:
    type: decision
    label: Is there a fever?
    branches:
      - {if: fevr, then: treat} # finding: GL102
      - {else: wait}
```

## Mended

```yaml
nodes:
  ask:
    type: decision
    label: Is there a fever?
    branches:
      - {if: fever, then: treat}
      - {else: wait}
```

## How to fix

Correct the spelling, or define the name.

## Source

Every formalism of the field asks for it: FHIR references, DMN information requirements, PROforma data definitions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from guidelint.diagnostic import Finding, Severity
from guidelint.model import Guideline
from guidelint.names import Namespace, known_names, uses
from guidelint.rule import rule
from guidelint.suggestion import closest, did_you_mean, listing

MOST_SUGGESTIONS = 50
"""More undefined names than this are no typos, and a suggestion for each would only take time."""


@rule(Guideline, code="GL102", severity=Severity.ERROR)
def undefined_name(guideline: Guideline) -> Iterator[Finding]:
    known = {namespace: known_names(guideline, namespace) for namespace in Namespace}
    undefined = (use for use in uses(guideline) if use.name not in known[use.namespace])
    for count, use in enumerate(undefined):
        what = use.namespace.value
        yield Finding(
            f"`{use.name}` is no {what} of this guideline",
            use.place,
            _help(use.name, known[use.namespace]) if count < MOST_SUGGESTIONS else f"define a {what} of this name",
            subject=use.namespace.definitions,
        )


def _help(name: str, known: Collection[str]) -> str:
    suggestion = closest(name, known)
    if suggestion is not None:
        return did_you_mean(suggestion)
    return f"define it, or take one of {listing(known)}" if known else "define it"
