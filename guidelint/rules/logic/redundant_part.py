"""a part of a condition that changes nothing

## What it does

Finds parts of `all` that whoever meets the other parts meets anyway, and parts of `any` that nobody meets without
meeting another part; for unknown facts too, and whatever is assumed: a row of a full table may well spell out what an
assumption implies. Of two parts that imply each other the later one is named. Conditions that are the same for every
patient are left to GL306 and GL307.

## Why it can harm a patient

Somebody wrote the part to let patients in or to keep them out, and it does neither: a threshold is wrong, the same
thing is named twice and another one forgotten, or `all` stands for `any`.

## Example

```yaml
facts:
  temperature: {label: Temperature, type: decimal, unit: Cel, range: [34, 43]}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - if:
          all:
            - fever
            - {fact: temperature, at-least: 38} # finding: GL309
            - {fact: temperature, at-least: 39}
        then: treat
      - {else: wait}
```

## Mended

```yaml
facts:
  temperature: {label: Temperature, type: decimal, unit: Cel, range: [34, 43]}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - if: {all: [fever, {fact: temperature, at-least: 38}]}
        then: treat
      - {else: wait}
```

## How to fix

Correct the part where it was meant to say something, and remove it where it was not, as `--unsafe-fixes` does: nothing
changes for any patient, but the trace of a slip may be gone.

## Source

Absorption in Boolean algebra. CWE-571 and CWE-570, of a part of an expression.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidelint.condition import AllOf, AnyOf, Condition, parts
from guidelint.diagnostic import Finding, Fix, Remove, Severity, at_value
from guidelint.logic import Logic, Refuted
from guidelint.logic.formula import Formula
from guidelint.rule import Fixing, rule
from guidelint.verdicts.constant_conditions import judged_conditions

Compound = AllOf | AnyOf


@rule(Logic, code="GL309", severity=Severity.WARNING, fixing=Fixing.UNSAFELY)
def redundant_part(logic: Logic) -> Iterator[Finding]:
    for judged in judged_conditions(logic):
        if judged.truth is None and not judged.echoes:
            yield from _within(logic.without_assumptions, judged.written.condition, judged.written.subject)


def _within(logic: Logic, condition: Condition, subject: str) -> Iterator[Finding]:
    """In every `all` and `any`, but for what is inside of a part that is redundant as a whole."""
    waiting = [condition]
    while waiting:
        part = waiting.pop()
        inner = list(parts(part))
        if isinstance(part, (AllOf, AnyOf)) and len(inner) > 1:
            if _is_constant(logic, part):
                continue
            for redundant, others in _redundant(logic, part):
                inner = [each for each in inner if each is not redundant]
                yield _finding(logic, part, redundant, others, subject)
        waiting += reversed(inner)


def _redundant(logic: Logic, compound: Compound) -> Iterator[tuple[Condition, list[Condition]]]:
    """From the last part to the first, each with the parts that are kept beside it: all of them can go together."""
    kept = list(compound.parts)
    for part in reversed(compound.parts):
        others = [each for each in kept if each is not part]
        if others and _changes_nothing(logic, compound, part, others):
            kept = others
            yield part, others


def _changes_nothing(logic: Logic, compound: Compound, part: Condition, others: Sequence[Condition]) -> bool:
    """Whether the others come to the same without the part, be that true, false or unknown."""
    compiler = logic.compiler
    together, own = compiler.conjunction(_strict(logic, compound, others)), _strict(logic, compound, [part])[0]
    differing = (
        [together, compiler.negation(compiler.surely(own))],
        [compiler.possibly(together), compiler.negation(own)],
    )
    return all(isinstance(logic.possible(formulas), Refuted) for formulas in differing)


def _strict(logic: Logic, compound: Compound, parts: Sequence[Condition]) -> list[Formula]:
    """The parts of `all`, or those of `any` negated: what has to be true together."""
    formulas = [logic.compiler.compile(part) for part in parts]
    return formulas if isinstance(compound, AllOf) else [logic.compiler.negation(each) for each in formulas]


def _is_constant(logic: Logic, compound: Compound) -> bool:
    """Whether `all` is true of nobody, or `any` false of nobody."""
    return isinstance(logic.possible(_strict(logic, compound, compound.parts)), Refuted)


def _finding(logic: Logic, compound: Compound, part: Condition, others: Sequence[Condition], subject: str) -> Finding:
    is_all = isinstance(compound, AllOf)
    alone = [[], *([other] for other in others)]
    enough = next((each for each in alone if _changes_nothing(logic, compound, part, each)), others)
    note = "this part implies it" if is_all else "it implies this part"
    related = [at_value(other.route, note) for other in enough if len(enough) == 1]
    return Finding(
        f"this part of `{'all' if is_all else 'any'}` changes nothing: {_why(len(enough), is_all=is_all)}",
        at_value(part.route),
        "correct it where it was meant to say something, or remove it",
        related=tuple(related),
        subject=subject,
        fix=Fix((Remove(at_value(part.route)),), "remove it"),
    )


def _why(others: int, *, is_all: bool) -> str:
    """By how many of the other parts."""
    if not others:
        return f"it is true of {'every' if is_all else 'no'} patient"
    if is_all:
        return f"whoever meets {'another part' if others == 1 else 'the other parts'} meets it too"
    return f"whoever meets it meets {'another part' if others == 1 else 'one of the other parts'} too"
