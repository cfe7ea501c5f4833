"""a set-aside of a rule that does not exist

## What it does

Finds comments and waivers that name a rule which guidelint does not have. Codes and names are both understood.

## Why it can harm a patient

Its author believes that a finding has been looked at and set aside, with a reason. Nothing of the kind has happened.

## Example

```yaml
nodes:
  # guidelint: ignore[unreachable-nodes] linked in the next version # finding: GL902
  hospital: # finding: GL201
    type: recommendation
    label: Send to hospital
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## Mended

```yaml
nodes:
  # guidelint: ignore[unreachable-node] linked in the next version
  hospital:
    type: recommendation
    label: Send to hospital
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## How to fix

Correct the code or the name; `guidelint rules` lists them all. `--fix` writes the one name that is a single stroke
away; `--unsafe-fixes` writes the most similar one, or takes out what is like none.

## Source

The design of guidelint: a directive that does nothing is said aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.diagnostic import Cut, Edit, Finding, Fix, Rename, Severity
from guidelint.rule import Fixing, rule
from guidelint.set_asides import Outcome, SetAside, Settled
from guidelint.suggestion import closest, did_you_mean, is_slip

MOST_SUGGESTIONS = 50
"""More unknown rules than this are no typos, and a suggestion for each would only take time."""


@rule(Settled, code="GL902", severity=Severity.ERROR, fixing=Fixing.EITHER)
def unknown_rule_in_set_aside(settled: Settled) -> Iterator[Finding]:
    unknown = [item.set_aside for item in settled.set_asides if item.outcome is Outcome.UNKNOWN_RULE]
    for count, item in enumerate(unknown):
        meant = _meant(item.rule, settled.known) if count < MOST_SUGGESTIONS else None
        help = did_you_mean(meant) if meant else "take a code or a name that `guidelint rules` lists"
        fix = _renaming(item, meant, settled.known) if meant else Fix((item.removal,), "take it out")
        message = (
            f"`{item.rule}` is no rule of guidelint" if item.rule else "this sets no rule aside, since it names none"
        )
        yield Finding(message, item.place, help, fix=fix)


def _renaming(item: SetAside, meant: str, known: tuple[str, ...]) -> Fix:
    """A rule is set aside then that was not."""
    span = item.place.span
    edit: Edit = Rename(item.place, meant) if span is None else Cut(span, meant)
    return Fix((edit,), f"write `{meant}`", is_safe=is_slip(item.rule, meant, known))


def _meant(written: str, known: tuple[str, ...]) -> str | None:
    """A rule by its code (perhaps without GL, or with a letter for a digit) or its name; other codes are no guess."""
    digits = re.sub(r"^GL?[-_ ]?", "", written.upper()).translate(str.maketrans("OIL", "011"))
    if re.fullmatch("[0-9]{1,4}", digits):
        return f"GL{digits}" if f"gl{digits}" in known else None
    return closest(written.lower(), (word for word in known if not re.fullmatch(r"gl[0-9]+", word)))
