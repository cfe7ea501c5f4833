"""a definition that nothing uses

## What it does

Finds facts, scores, criteria, interventions and sections that are defined and used nowhere. An assumption, or a case,
only speaks of a fact and asks for nothing, so to stand there alone is no use. Advice and constraints that name a class
or a kind use all its members. Unused statements are GL502, unused references GL510, unused nodes GL201.

## Why it can harm a patient

A red flag that is defined and never asked is the first mistake to fear: everybody who reads the list of facts believes
that the guideline looks for it.

## Example

```yaml
facts:
  neck-stiffness: {label: Neck stiffness, type: boolean, default: false} # finding: GL103
```

## Mended

```yaml
facts:
  neck-stiffness: {label: Neck stiffness, type: boolean, default: false}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: neck-stiffness, then: refer}
      - {if: {all: [fever, {not: neck-stiffness}]}, then: treat}
      - {else: wait}
```

## How to fix

Use the definition, or remove it, as `--unsafe-fixes` does where no case and no assumption names it either.

## Source

PRISM and GLARE check their variables so; every compiler warns of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidelint.diagnostic import Finding, Fix, Place, Remove, Severity, at_key
from guidelint.model import Case, Entry, Guideline, Selector, SelectorKind
from guidelint.names import Namespace, first_uses, is_supposition
from guidelint.rule import Fixing, Muting, rule
from guidelint.selection import members_of
from guidelint.wording import named

TERMS = Namespace.FACT.definitions
INTERVENTIONS = Namespace.INTERVENTION.definitions
SECTIONS = Namespace.SECTION.definitions
GROUPS = {Namespace.CLASS: SelectorKind.CLASS, Namespace.KIND: SelectorKind.KIND}


@rule(
    Guideline,
    code="GL103",
    severity=Severity.WARNING,
    fixing=Fixing.UNSAFELY,
    muted_by=dict.fromkeys(("GL102", "GL407"), Muting.SAME_SUBJECT),
)
def unused_definition(guideline: Guideline) -> Iterator[Finding]:
    used: dict[Namespace, set[str]] = {}
    supposed: dict[str, Place] = {}
    for use in first_uses(guideline):
        if is_supposition(use):
            supposed.setdefault(use.name, use.place)
        elif not isinstance(use.entry, Case):
            used.setdefault(use.namespace, set()).add(use.name)
    names, in_cases = _by_definitions(used, guideline), _named_in_cases(guideline)
    for entry, kind, definitions in _definitions(guideline):
        if entry.id not in names[definitions]:
            where = supposed.get(entry.id) if definitions == TERMS else None
            finding = _finding(entry, kind, definitions, where)
            yield finding if where or entry.id in in_cases else replace(finding, fix=_fix(entry))


def _fix(entry: Entry) -> Fix:
    return Fix((Remove(at_key(entry.route)),), f"remove `{entry.id}`")


def _named_in_cases(guideline: Guideline) -> set[str]:
    given = (facts for case in guideline.cases.values() for facts in (case.patient, *case.visits))
    names = {name for facts in given for name, _ in facts}
    return names | {use.name for use in first_uses(guideline) if isinstance(use.entry, Case)}


def _by_definitions(used: dict[Namespace, set[str]], guideline: Guideline) -> dict[str, set[str]]:
    """The names that are used, by what they are looked for in; a class or a kind is a use of all its members."""
    names: dict[str, set[str]] = {TERMS: set(), INTERVENTIONS: set(), SECTIONS: set()}
    for namespace, found in used.items():
        by = GROUPS.get(namespace)
        members = found if by is None else members_of(guideline, (Selector(by, name, ()) for name in found))
        names.setdefault(namespace.definitions, set()).update(members)
    return names


def _definitions(guideline: Guideline) -> Iterator[tuple[Entry, str, str]]:
    yield from ((entry, "fact", TERMS) for entry in guideline.facts.values())
    yield from ((entry, "score", TERMS) for entry in guideline.scores.values())
    yield from ((entry, "criterion", TERMS) for entry in guideline.criteria.values())
    yield from ((entry, "intervention", INTERVENTIONS) for entry in guideline.interventions.values())
    yield from ((entry, "section", SECTIONS) for entry in guideline.sections.values())


def _finding(entry: Entry, kind: str, definitions: str, supposed: Place | None) -> Finding:
    where = "nowhere but in an assumption" if supposed else "nowhere"
    return Finding(
        f"the {kind} {named(entry)} is used {where}",
        at_key(entry.route),
        "ask for it in a condition, or remove it" if definitions == TERMS else "use it, or remove it",
        related=(Place(supposed.route, supposed.part, note="an assumption asks for nothing"),) if supposed else (),
        subject=f"{definitions}/{entry.id}",
    )
