"""a baseline that knows of findings which are not there any more

## What it does

Finds entries of the baseline whose rule was run and found no such thing in this file: what they stand for was mended,
or what it points at was edited. Of a rule that was not run, or not to its end, nothing is said.

## Why it can harm a patient

What is left in a baseline hides the next defect of the same kind in the same place before anybody has seen it.

## Example

It stands in another file: a baseline that was written while a recommendation had no strength, and has it now, knows of
GL506 at that recommendation still.

## Mended

The same baseline without that entry.

## How to fix

Run `guidelint check --update-baseline` on the file, and look at what it takes out and puts in.

## Source

ESLint `--prune-suppressions`: suppressions that are used no more make the run fail.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Place, Severity, Span, at_key, at_span
from guidelint.rule import rule
from guidelint.set_asides import Settled


@rule(Settled, code="GL906", severity=Severity.ERROR)
def stale_baseline_entry(settled: Settled) -> Iterator[Finding]:
    """The place is as near to that of the entry as its keys still lead."""
    for stale in settled.stale:
        entry = stale.entry
        where = f" at `{entry.at}`" if entry.at else ""
        often = f" {stale.count} times more than it is found" if stale.count > 1 else ", which is not found any more"
        yield Finding(
            f"the baseline knows of `{entry.rule}`{where}{often}",
            _place(stale.reached),
            "run `guidelint check --update-baseline` on this file, and look at what it takes out",
        )


def _place(reached: tuple[str | int, ...]) -> Place:
    return at_key(reached) if reached else at_span(Span(0, 0))
