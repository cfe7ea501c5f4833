"""a decision that leaves a patient without a branch because a fact is unknown

## What it does

Finds decisions that some patient comes to for whom no branch surely matches, since a fact with `known: maybe` is
unknown. `else` matches only where every other branch surely does not. A gap for patients in whom all is known is GL301
or GL313, and to close it leaves this one.

## Why it can harm a patient

Unknown is not no. Whoever takes an allergy that nobody has asked for as none gives what may kill.

## Example

```yaml
facts:
  allergy: {label: Allergy to paracetamol, type: boolean, default: false, known: maybe}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: safe}
      - {else: wait}
  safe:
    type: decision
    label: Is paracetamol safe?
    branches: # finding: GL302
      - {if: allergy, then: wait}
      - {else: treat}
```

## Mended

```yaml
facts:
  allergy: {label: Allergy to paracetamol, type: boolean, default: false, known: maybe}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: safe}
      - {else: wait}
  safe:
    type: decision
    label: Is paracetamol safe?
    branches:
      - {if: allergy, then: wait}
      - {if: {unknown: allergy}, then: refer}
      - {else: treat}
```

## How to fix

Add a branch for those of whom it is not known, with `{unknown: …}`: often it is that of the graver answer, or one that
leads to asking.

## Source

WHO SMART Guidelines, decision tables: missing data must lead somewhere. Kleene, strong three-valued logic.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key
from guidelint.logic import Logic, Refuted, Witness
from guidelint.model import Decision
from guidelint.rule import rule
from guidelint.suggestion import listing
from guidelint.verdicts.decisions import subject, terms_behind, unknown_facts
from guidelint.witness_words import with_witness


@rule(Logic, code="GL302", severity=Severity.ERROR)
def gap_when_unknown(logic: Logic) -> Iterator[Finding]:
    for decision in logic.guideline.decisions():
        answer = logic.exhaustive_when_unknown(decision.id)
        if isinstance(answer, Refuted) and answer.witness is not None:
            finding = _finding(logic, decision, answer.witness)
            yield with_witness(finding, answer.witness, logic.guideline, logic.cells)


def _finding(logic: Logic, decision: Decision, witness: Witness) -> Finding:
    facts = unknown_facts(logic.guideline, decision, witness)
    labels = " and ".join(logic.guideline.label(fact) for fact in facts)
    unknown = f"{{unknown: {facts[0]}}}" if facts else "{unknown: …}"
    one_of = f", or for another of {listing(facts)}" if len(facts) > 1 else ""
    return Finding(
        f"no branch surely matches this patient, since {labels or 'a fact'} is unknown",
        at_key((*decision.route, "branches")),
        f"add `{{if: {unknown}, then: …}}`{one_of}; `else` does not match what is unknown",
        subject=subject(decision.id),
        follows_from=terms_behind(logic.guideline, decision),
    )
