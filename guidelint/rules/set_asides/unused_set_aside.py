"""a set-aside that sets nothing aside

## What it does

Finds comments and waivers whose rule was run and found nothing in the place that they cover, waivers whose `at` leads
nowhere, and set-asides of the rules on set-asides themselves, which nothing sets aside. Of a rule that was not run,
or not to its end, nothing is said.

## Why it can harm a patient

What it excused is gone or stands elsewhere. Left there, it hides the next defect in the same place before anybody has
seen it.

## Example

```yaml
nodes:
  # guidelint: ignore[GL201] not linked yet # finding: GL901
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
```

## Mended

```yaml
nodes:
  wait:
    type: recommendation
    label: Rest at home
    recommend:
      - {for: rest, strength: conditional, certainty: low, because: [S1]}
```

## How to fix

Take it out, as `--fix` does, or correct where it stands and what it names. Where a waiver leads to a name that is a
single stroke away from another one, `--fix` writes that; `--unsafe-fixes` writes the most similar one.

## Source

ESLint `--report-unused-disable-directives`, ruff RUF100, mypy `--warn-unused-ignores`.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Place, Respell, Severity, at_value
from guidelint.rule import Fixing, rule
from guidelint.set_asides import DeadEnd, Outcome, SetAside, Settled
from guidelint.suggestion import closest, did_you_mean, is_slip

MOST_SUGGESTIONS = 50
"""More waivers than this that lead nowhere are no typos, and a suggestion for each would only take time."""


@rule(Settled, code="GL901", severity=Severity.WARNING, fixing=Fixing.EITHER)
def unused_set_aside(settled: Settled) -> Iterator[Finding]:
    dead_ends = 0
    for judged in settled.set_asides:
        item = judged.set_aside
        if judged.outcome is Outcome.UNUSED:
            message = f"`{item.rule}` finds nothing here that this could set aside"
            yield Finding(message, item.place, "take it out, or move it to where the finding is", fix=_removal(item))
        elif judged.outcome is Outcome.FINAL:
            message, help = f"`{item.rule}` cannot be set aside", "take it out, and mend what the rule finds"
            yield Finding(message, item.place, help, fix=_removal(item))
        elif judged.outcome is Outcome.LEADS_NOWHERE and item.dead_end is not None:
            dead_ends += 1
            yield _leads_nowhere(item, item.dead_end, dead_ends <= MOST_SUGGESTIONS)


def _leads_nowhere(item: SetAside, dead_end: DeadEnd, is_suggested: bool) -> Finding:
    where = f"`{dead_end.reached}`" if dead_end.reached else "the guideline"
    meant = closest(dead_end.step, dead_end.known) if is_suggested else None
    help, fix = "correct `at`, or take the waiver out", None
    if meant is not None:
        help = did_you_mean(".".join(filter(None, (dead_end.reached, meant))))
        is_safe = is_slip(dead_end.step, meant, dead_end.known)
        fix = Fix((Respell(_at(item), dead_end.step, meant),), f"write `{meant}`", is_safe=is_safe)
    return Finding(f"this leads nowhere, since {where} has no `{dead_end.step}`", _at(item), help, fix=fix)


def _removal(item: SetAside) -> Fix:
    return Fix((item.removal,), "take it out", is_safe=True)


def _at(item: SetAside) -> Place:
    return at_value((*item.whole.route, "at"))
