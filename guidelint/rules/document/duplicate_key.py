"""a key that stands twice in one mapping

## What it does

Finds a key that is written a second time in the same mapping. YAML forbids it, yet most programs take one of the two
without a word.

## Why it can harm a patient

One of the two values is lost, and readers differ in which one. A limit that was raised in one place and left as it was
in the other means two things at once.

## Example

```yaml
facts:
  fever: {label: Temperature above 38 °C, type: boolean, default: false}
  fever: {label: Temperature above 39 °C, type: boolean, default: false} # finding: GL002
```

## Mended

```yaml
facts:
  fever: {label: Temperature above 38 °C, type: boolean, default: false}
```

## How to fix

Keep one of the two, or give the second a name of its own. `--fix` takes the second out where both say the same.

## Source

YAML 1.2.2, section 3.2.1.3: the keys of a mapping are unique.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Remove, Severity, Span, at_span
from guidelint.document import Defect, DefectKind, Document, shown
from guidelint.rule import Fixing, rule


@rule(Document, code="GL002", severity=Severity.ERROR, fixing=Fixing.SAFELY)
def duplicate_key(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.DUPLICATE_KEY):
        first = (at_span(defect.other, note="first written here"),) if defect.other else ()
        yield Finding(
            f"the key `{shown(defect.detail)}` stands twice in one mapping",
            at_span(defect.span, defect.route),
            "keep one of the two, or give the second a name of its own",
            related=first,
            fix=_fix(document, defect),
        )


def _fix(document: Document, defect: Defect) -> Fix | None:
    """Of two that say the same, the second goes."""
    if defect.other is None or _written_behind(document, defect.span) != _written_behind(document, defect.other):
        return None
    return Fix((Remove(at_span(defect.span, defect.route)),), "take out the second", is_safe=True)


def _written_behind(document: Document, key: Span) -> list[str]:
    """The value of a key as it is written, word by word: a different indentation says nothing else."""
    return document.text[slice(*document.value_behind(key.start))].split()
