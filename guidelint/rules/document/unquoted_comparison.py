"""a comparison that YAML takes for a text

## What it does

Finds `age >= 65`, `>=140`, `<5` where a condition or one of its constants stands, and wherever `>` makes YAML expect a
folded text.

## Why it can harm a patient

YAML knows no comparisons. `>5` is even legal: an empty text that would be indented by five, and the limit is gone.

## Example

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120]}

nodes:
  ask:
    type: decision
    label: Is it an old person?
    because: [S1]
    branches:
      - {if: age >= 65, then: treat} # finding: GL012
      - {else: wait}
```

## Mended

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120]}

nodes:
  ask:
    type: decision
    label: Is it an old person, and has it a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, {fact: age, at-least: 65}]}, then: treat}
      - {else: wait}
```

## How to fix

Write the comparison as a mapping: `{fact: age, at-least: 65}`, as `--fix` does where there is such a fact or score. Put
quotes around it where it is a text.

## Source

YAML 1.2.2, section 8.1 (block scalars); the conditions of the guideline format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Rewrite, Severity, at_span
from guidelint.document import DefectKind, Document, shown
from guidelint.rule import Fixing, rule

COMPARISON = re.compile(
    r"(?:(?P<fact>[a-z][a-z0-9-]*)\s*)?(?P<operator>[<>]=?|[≤≥]|==|!=)\s*(?P<constant>-?[\w.]+( \S+)?)"
)
KEYS = {">": "above", ">=": "at-least", "≥": "at-least", "<": "below", "<=": "at-most", "≤": "at-most"} | {
    "==": "is", "!=": "is-not",
}  # fmt: skip


@rule(Document, code="GL012", severity=Severity.ERROR, fixing=Fixing.SAFELY)
def unquoted_comparison(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.UNQUOTED_COMPARISON):
        message = f"YAML does not read `{shown(defect.detail)}` as a comparison"
        place = at_span(defect.span, defect.route)
        found = COMPARISON.fullmatch(defect.detail) if defect.detail == shown(defect.detail) else None
        if found is None:
            yield Finding(message, place, "write it as `{fact: NAME, at-least: NUMBER}`, or put quotes around a text")
        else:
            is_known = found["fact"] in _measures(document)
            fix = Fix((Rewrite(place, _mapping(found)),), f"write `{_mapping(found)}`", is_safe=True)
            help = f"write `{_mapping(found)}`, or put quotes around a text"
            yield Finding(message, place, help, fix=fix if is_known else None)


def _mapping(comparison: re.Match[str]) -> str:
    test = f"{KEYS[comparison['operator']]}: {comparison['constant']}"
    return f"{{fact: {comparison['fact']}, {test}}}" if comparison["fact"] else test


def _measures(document: Document) -> set[str]:
    """The names that may well be compared with something."""
    data = document.data if isinstance(document.data, dict) else {}
    sections = (data.get(key) for key in ("facts", "scores"))
    return {name for section in sections if isinstance(section, dict) for name in section}
