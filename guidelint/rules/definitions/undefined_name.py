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

Correct the spelling, or define the name. `--fix` writes the one name that is a single stroke away; `--unsafe-fixes`
writes the most similar one, or the name as that of a class or a kind.

## Source

Every formalism of the field asks for it: FHIR references, DMN information requirements, PROforma data definitions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from guidelint.diagnostic import Finding, Fix, Rewrite, Severity, at_value
from guidelint.model import Fact, Guideline
from guidelint.names import Namespace, Use, first_uses, known_names, uses
from guidelint.rule import Fixing, Muting, rule
from guidelint.suggestion import closest, did_you_mean, listing, renaming

MOST_SUGGESTIONS = 50
"""More undefined names than this are no typos, and a suggestion for each would only take time."""


@rule(Guideline, code="GL102", severity=Severity.ERROR, fixing=Fixing.EITHER, muted_by={"GL003": Muting.SAME_PLACE})
def undefined_name(guideline: Guideline) -> Iterator[Finding]:
    known = {namespace: known_names(guideline, namespace) for namespace in Namespace}
    if all(use.name in known[use.namespace] for use in first_uses(guideline)):
        return
    undefined = (use for use in uses(guideline) if use.name not in known[use.namespace])
    for count, use in enumerate(undefined):
        what, names = use.namespace.value, known[use.namespace]
        help = _as_what_it_is(use, guideline, known)
        alike = closest(use.name, names) if help is None and count < MOST_SUGGESTIONS else None
        definitions = use.namespace.definitions
        yield Finding(
            f"`{use.name}` is no {what} of this guideline",
            use.place,
            help or (did_you_mean(alike) if alike else _definition(what, names)),
            subject=f"{definitions}/{alike}" if alike else definitions,
            fix=renaming(use.place, use.name, alike, names) if alike else _form_fix(use, known),
        )


def _definition(what: str, known: Collection[str]) -> str:
    return f"define it, or take one of {listing(known)}" if known else f"define a {what} of this name"


def _as_what_it_is(use: Use, guideline: Guideline, known: Mapping[Namespace, Collection[str]]) -> str | None:
    """How to write a name that is the name of something else."""
    name = use.name
    match use.namespace:
        case Namespace.CONDITION if name in guideline.scores:
            return f"compare the score, as in `{{fact: {name}, at-least: 1}}`"
        case Namespace.MEASURE if name in guideline.criteria:
            return f"write the name of the criterion alone: `{name}`"
        case Namespace.FACT if name in guideline.terms:
            return f"name one of the facts that `{name}` rests on"
        case Namespace.REFERENCE if name in guideline.statements:
            return f"name a reference, or put the statement under `because`: `because: [{name}]`"
    form = _as_selector(use, known)
    return f"write `{form}`" if form else None


SELECTORS = {Namespace.INTERVENTION: "{}", Namespace.CLASS: "{{class: {}}}", Namespace.KIND: "{{kind: {}}}"}


def _as_selector(use: Use, known: Mapping[Namespace, Collection[str]]) -> str | None:
    if use.namespace not in SELECTORS or isinstance(use.entry, Fact):
        return None
    form = next((form for namespace, form in SELECTORS.items() if use.name in known[namespace]), None)
    return form.format(use.name) if form else None


def _form_fix(use: Use, known: Mapping[Namespace, Collection[str]]) -> Fix | None:
    """The selector is the name alone, or the mapping around it."""
    form = _as_selector(use, known)
    route = use.route if use.namespace is Namespace.INTERVENTION else use.route[:-1]
    return Fix((Rewrite(at_value(route), form),), f"write `{form}`") if form else None
