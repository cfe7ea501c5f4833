"""a rule that crashed: a defect of guidelint, or of the package that the rule comes from

## What it does

Reports that a rule failed while it judged this file. Everything else was judged as usual; what this rule would have
found is not known, so the run ends with exit code 2 whatever the fail level.

## Why it can harm a patient

Not judged is not judged clean. A crash that passes for silence hides exactly the files that are out of the ordinary.

## Example

Nothing that stands in a guideline should bring it about.

## Mended

The fault is in guidelint, or in the package that is named, and is mended there.

## How to fix

Report it to the makers of the package that is named, with the file if it can be shown, or with the smallest part of it
that still crashes.

## Source

The design of guidelint: one guard around each rule, and no silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, Span, at_span
from guidelint.phrases import one_line
from guidelint.rule import rule
from guidelint.set_asides import Settled

MOST_CHARACTERS = 200


@rule(Settled, code="GL999", severity=Severity.ERROR)
def rule_crashed(settled: Settled) -> Iterator[Finding]:
    for crash in settled.crashes:
        error = one_line(crash.error)
        shown = error if len(error) <= MOST_CHARACTERS else f"{error[: MOST_CHARACTERS - 1]}…"
        yield Finding(
            f"{crash.code} {crash.name} crashed, which is a defect of {crash.package} and not of this file ({shown})",
            at_span(Span(0, 0)),
            f"report it to the makers of {crash.package}, with this file if it can be shown",
        )
