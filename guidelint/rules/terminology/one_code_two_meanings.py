"""one code for two different things

## What it does

Finds a code that stands at two facts, two criteria, two scores, two interventions, or two values of one choice, whose
labels have no word in common. Nothing is said where the labels share a word, as two doses of one drug do, nor of
things of different kinds: a test and the fact that it finds out may well bear the same code, and so may a node.

## Why it can harm a patient

A system that fills in facts, or orders drugs, by their codes cannot tell the two apart. Mostly the code was copied
along with the entry and never changed.

## Example

```yaml
interventions:
  paracetamol:
    label: Paracetamol
    kind: medication
    class: analgesic
    codes: [{system: atc, code: N02BE01}]
  ibuprofen:
    label: Ibuprofen
    kind: medication
    class: analgesic
    codes: [{system: atc, code: N02BE01}] # finding: GL704
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - for: {exactly-one: [paracetamol, ibuprofen]}
        strength: strong
        certainty: high
        course: {max: 5 d}
        because: [S1]
    then: look-again
```

## Mended

```yaml
interventions:
  paracetamol:
    label: Paracetamol
    kind: medication
    class: analgesic
    codes: [{system: atc, code: N02BE01}]
  ibuprofen:
    label: Ibuprofen
    kind: medication
    class: analgesic
    codes: [{system: atc, code: M01AE01}]
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - for: {exactly-one: [paracetamol, ibuprofen]}
        strength: strong
        certainty: high
        course: {max: 5 d}
        because: [S1]
    then: look-again
```

## How to fix

Give each the code of what it means. If both mean the same, define it once.

## Source

Synthea checks its modules for codes that stand for several concepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guidelint.code_systems import find_code_system
from guidelint.diagnostic import Finding, Route, Severity, at_value
from guidelint.model import Code, Entry, Guideline
from guidelint.rule import Muting, rule
from guidelint.wording import named

WORD = re.compile(r"[^\W_]+")


@rule(Guideline, code="GL704", severity=Severity.WARNING, muted_by={"GL701": Muting.SAME_PLACE})
def one_code_two_meanings(guideline: Guideline) -> Iterator[Finding]:
    for entries in (guideline.facts, guideline.criteria, guideline.scores, guideline.interventions):
        yield from _clashes(entries.values())
    for fact in guideline.facts.values():
        yield from _clashes(fact.value_entries, are_distinct=True)


def _clashes(entries: Iterable[Entry], *, are_distinct: bool = False) -> Iterator[Finding]:
    """`are_distinct` where two entries mean two things whatever their labels, as the values of a choice do."""
    bearers: dict[tuple[str, str], tuple[Entry, Route]] = {}
    for entry in entries:
        for index, code in enumerate(entry.codes):
            place = (*entry.route, "codes", index, "code")
            first, other = bearers.setdefault(_key(code), (entry, place))
            if first is not entry and (are_distinct or _words(first).isdisjoint(_words(entry))):
                yield Finding(
                    f"this is the code of {named(first)} too",
                    at_value(place),
                    "give each the code of what it means; if both mean the same, define it once",
                    related=(at_value(other, "and here"),),
                )


def _key(code: Code) -> tuple[str, str]:
    system = find_code_system(code.system)
    return system.name if system else code.system, code.code


def _words(entry: Entry) -> set[str]:
    """Without the `s` of a plural."""
    return {word.rstrip("s") for word in WORD.findall(entry.name.lower())}
