"""a tag that says what a value is to be read as

## What it does

Finds tags: `!!str`, `!!float`, `!name`, `!<...>`, and the directive `%TAG` that defines some.

## Why it can harm a patient

A tag changes what the characters behind it mean, and in some programs it runs code. Readers that do not know it leave
it out, or stop.

## Example

```yaml
version: !!str 1.0 # finding: GL005
```

## Mended

```yaml
version: '1.0'
```

## How to fix

Remove the tag; put quotes around a text. `--fix` does so where a tag of YAML itself says what stands there anyway.

## Source

YAML 1.2.2, section 6.8.2 and 6.9.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from guidelint.diagnostic import Cut, Edit, Finding, Fix, Quote, Rewrite, Severity, at_span
from guidelint.document import Defect, DefectKind, Document, shown
from guidelint.document.scalars import resolve
from guidelint.rule import Fixing, rule

TYPES: Mapping[str, tuple[type, ...]] = {"!!int": (int,), "!!float": (int, Decimal), "!!bool": (bool,)}
IS_NOT = "write `is-not`, or put quotes around a text"


@rule(Document, code="GL005", severity=Severity.ERROR, fixing=Fixing.SAFELY)
def explicit_tag(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.TAG):
        place = at_span(defect.span, defect.route)
        if defect.detail == "%TAG":
            yield Finding("a directive defines tags, and no guideline needs any", place, "remove the line")
        else:
            message = f"the tag `{shown(defect.detail)}` changes what stands behind it"
            yield Finding(
                message,
                place,
                IS_NOT if defect.detail.startswith("!=") else "remove the tag, and put quotes around a text",
                fix=_fix(document, defect) if document.is_complete else None,
            )


def _fix(document: Document, defect: Defect) -> Fix | None:
    """Where the tag of a scalar says what stands there without it, or with quotes."""
    value = document.value_behind(defect.span.end)
    raw = document.text[slice(*value)]
    place = at_span(value, defect.route)
    is_quoted = raw[:1] in ("'", '"')
    if defect.detail == "!!str":
        edits: tuple[Edit, ...] = () if is_quoted else (Quote(place),)
    elif raw and not is_quoted and isinstance(resolve(raw), TYPES.get(defect.detail, ())):
        edits = (Rewrite(place, raw),)
    else:
        return None
    return Fix((Cut(defect.span), *edits), "take the tag out", is_safe=True)
