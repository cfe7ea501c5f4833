"""a reference that the source cites and nobody can find

## What it does

Reports references that carry `unresolved`, with the reason that is given there. It is for the reviewer: the encoder
has seen it, and only the makers of the source can mend it.

## Why it can harm a patient

Advice whose source cannot be looked up cannot be checked, however surely it is worded.

## Example

```yaml
references:
  textbook: {title: A textbook of fever, year: 2020}
  ref-2: {unresolved: the source cites a number 2 and lists only one} # finding: GL503
statements:
  S1: {says: Fever is treated with paracetamol for a few days, cites: [textbook, ref-2]}
```

## Mended

```yaml
references:
  textbook: {title: A textbook of fever, year: 2020}
  ref-2: {title: Another textbook of fever, year: 2021}
statements:
  S1: {says: Fever is treated with paracetamol for a few days, cites: [textbook, ref-2]}
```

## How to fix

Find out which work is meant and give its title in place of `unresolved`. Until then the finding stands, as an info.

## Source

AGREE II, item 12: an explicit link between the recommendations and the evidence, which a reader can follow.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.model import Guideline
from guidelint.phrases import one_line
from guidelint.rule import rule


@rule(Guideline, code="GL503", severity=Severity.INFO)
def unresolved_reference(guideline: Guideline) -> Iterator[Finding]:
    for reference in guideline.references.values():
        if reference.unresolved is not None:
            yield Finding(
                f"this reference is not resolved: {one_line(reference.unresolved)}",
                at_key(reference.route),
                "find out which work is meant, and give its title in place of `unresolved`",
            )
