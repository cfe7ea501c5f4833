r"""a text that cannot be read as characters

## What it does

Finds bytes that are not UTF-8, files saved as UTF-16 or UTF-32, and characters that no editor shows as what they are:
NUL and other control characters, line separators that only some programs know, characters that turn the order of others
around. An escape that stands for one of these is found too.

## Why it can harm a patient

What the reviewer sees is then not what the program reads. `≥` in the wrong encoding becomes something else, or nothing.

## Example

```yaml
facts:
  fever: {label: "Fever\u0007", type: boolean, default: false} # finding: GL007
```

## Mended

```yaml
facts:
  fever: {label: "Fever", type: boolean, default: false}
```

## How to fix

Save the file as UTF-8, and delete the character.

## Source

YAML 1.2.2, sections 5.1 and 5.2; Unicode Technical Standard 55 (source code handling), section 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_span
from guidelint.document import DefectKind, Document
from guidelint.rule import rule


@rule(Document, code="GL007", severity=Severity.ERROR)
def undecodable_text(document: Document) -> Iterator[Finding]:
    for defect in document.defects_of(DefectKind.UNDECODABLE):
        yield Finding(defect.detail, at_span(defect.span, defect.route), defect.help)
