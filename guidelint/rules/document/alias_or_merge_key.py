"""an alias, an anchor or a merge key

## What it does

Finds `*name`, `&name` and `<<`. A guideline needs none of them: what several entries share gets a name of its own, as a
criterion, a class or an intervention.

## Why it can harm a patient

An alias hides what stands there. A reviewer who reads `*drug` does not read what is given, and an edit at the anchor
changes every place that names it.

## Example

```yaml
interventions:
  rest: &gentle {label: Advice to rest, kind: education}
  hospital: *gentle # finding: GL004
```

## Mended

```yaml
interventions:
  rest: {label: Advice to rest, kind: education}
  hospital: {label: Hospital, kind: referral}
```

## How to fix

Write out what is meant. `--unsafe-fixes` takes out an anchor that no alias names, unless it was meant as a text.

## Source

YAML 1.2.2, section 7.1 (aliases); the merge key of YAML 1.1, which YAML 1.2 no longer knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Cut, Finding, Fix, Severity, at_span
from guidelint.document import Defect, DefectKind, Document, shown
from guidelint.rule import Fixing, rule


@rule(Document, code="GL004", severity=Severity.ERROR, fixing=Fixing.UNSAFELY)
def alias_or_merge_key(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.ALIAS):
        message, help = _words(defect)
        related = (at_span(defect.other, note="what it stands for"),) if defect.other else ()
        place = at_span(defect.span, defect.route)
        yield Finding(message, place, help, related=related, fix=_fix(defect))


def _fix(defect: Defect) -> Fix | None:
    return Fix((Cut(defect.span),), "take the anchor out") if defect.detail.startswith("&") else None


def _words(defect: Defect) -> tuple[str, str]:
    if defect.detail == "<<":
        return "a merge key hides which keys this mapping has", "write the keys out"
    if defect.detail.startswith("&"):
        return f"the anchor `{shown(defect.detail)}` is named by no alias", "remove it, or quote the text"
    if defect.other is None:
        return f"the alias `{shown(defect.detail)}` names no anchor", "write out what is meant, or quote the text"
    return f"the alias `{shown(defect.detail)}` hides what stands here", "write out what it stands for"
