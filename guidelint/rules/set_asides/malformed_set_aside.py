"""a comment that was meant to set something aside and does not

## What it does

Finds comments that begin like a set-aside, such as `# guidelint: disable[GL201]` or `# guidelint: ignore GL201`, and
name no rule in brackets behind `# guidelint: ignore`. They set nothing aside.

## Why it can harm a patient

Its author believes that a finding has been looked at and set aside, with a reason. Nothing of the kind has happened,
and where the finding is gone or was never there, nobody notices.

## Example

```yaml
nodes:
  # guidelint: ignore GL201, linked in the next version # finding: GL905
  hospital: # finding: GL201
    type: recommendation
    label: Send to hospital
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## Mended

```yaml
nodes:
  # guidelint: ignore[GL201] linked in the next version
  hospital:
    type: recommendation
    label: Send to hospital
    recommend:
      - {for: hospital, strength: strong, certainty: high, because: [S1]}
```

## How to fix

Write `# guidelint: ignore[GL201]` and the reason. `--fix` does so where the comment says `ignore`, names rules that
exist and gives a reason; `--unsafe-fixes` where it uses another word, and takes out what names no rule.

## Source

ruff RUF103 and RUF104: a suppression that cannot be read is said aloud.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Cut, Finding, Fix, Severity, at_span
from guidelint.rule import Fixing, rule
from guidelint.set_asides import Malformed, Settled

IGNORE = "ignore"
SAME_SCOPE = (IGNORE, "ignored", "ignores", "ignoring", "disable", "disabled", "suppress", "allow", "waive", "noqa")
"""Other words, such as `ignore-file` or `skip-next-line`, may be meant of something else than the entry below them."""


@rule(Settled, code="GL905", severity=Severity.ERROR, fixing=Fixing.EITHER)
def malformed_set_aside(settled: Settled) -> Iterator[Finding]:
    for item in settled.malformed:
        written = _well_formed(item, settled.known)
        if written is not None:
            help = f"write `{written}`" if item.reason else f"write `{written}` and the reason behind it"
            is_safe = item.verb.lower().startswith(IGNORE[:-1]) and bool(item.reason)
            fix = Fix((Cut(item.span, written),), f"write `{written}`", is_safe=is_safe)
        else:
            help = "write `# guidelint: ignore[GL201] the reason`, with a code or a name, or take the comment out"
            fix = Fix((Cut(item.span),), "take it out")
        yield Finding(
            "this sets nothing aside, since it is not written as a set-aside is", at_span(item.span), help, fix=fix
        )


def _well_formed(item: Malformed, known: tuple[str, ...]) -> str | None:
    """None where it is not clear what was meant."""
    if item.verb.lower() not in SAME_SCOPE or not item.rules or any(rule.lower() not in known for rule in item.rules):
        return None
    return f"# guidelint: ignore[{', '.join(item.rules)}] {item.reason}".rstrip()
