"""a strong recommendation on evidence of low certainty, without a word on why

## What it does

Finds recommendations, for or against, with `strength: strong`, a `certainty` of `low` or `very-low`, and no
`rationale`. GRADE allows them in a few situations, such as a danger to life; then the rationale says which.

## Why it can harm a patient

What is done to everyone on weak evidence harms everyone if the evidence turns out to be wrong.

## Example

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: strong, certainty: very-low, because: [S1]} # finding: GL507
```

## Mended

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: very-low, because: [S1]}
```

## How to fix

Say under `rationale` why the advice is strong all the same, or make it conditional.

## Source

GRADE guidelines 15 (Andrews and others, J Clin Epidemiol 2013): the situations in which discordant recommendations
are justified.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.model import Certainty, Guideline, Strength
from guidelint.rule import rule

LOW = {Certainty.LOW: "low", Certainty.VERY_LOW: "very low"}


@rule(Guideline, code="GL507", severity=Severity.WARNING)
def strong_on_low_certainty(guideline: Guideline) -> Iterator[Finding]:
    for advice in guideline.advice():
        if advice.strength is not Strength.STRONG or advice.certainty not in LOW or (advice.rationale or "").strip():
            continue
        certainty = LOW[advice.certainty]
        yield Finding(
            f"a strong recommendation rests on evidence of {certainty} certainty, and nothing says why",
            at_value((*advice.route, "strength")),
            "add the `rationale`, or make it `conditional`",
            related=(at_value((*advice.route, "certainty"), f"{certainty} certainty"),),
        )
