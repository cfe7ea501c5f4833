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
from guidelint.verdicts.decisions import subject, terms_behind
from guidelint.verdicts.spelling import spell_condition
from guidelint.verdicts.unknown_gaps import Addition, addition, unknown_facts
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
    return Finding(
        f"no branch surely matches this patient, since {labels or 'a fact'} is unknown",
        at_key((*decision.route, "branches")),
        f"{_help(logic, decision, addition(logic, decision, witness))}; `else` does not match what is unknown",
        subject=subject(decision.id),
        follows_from=terms_behind(logic.guideline, decision),
    )


def _help(logic: Logic, decision: Decision, added: Addition | None) -> str:
    if added is None:
        return "add branches with `unknown` for such patients, which take nobody else"
    condition = spell_condition(added.condition)
    if _has_dead_else(logic, decision):
        return f"write `if: {condition}` in place of `else`"
    branch = f"add `{{if: {condition}, then: …}}`"
    return branch if added.is_enough else f"{branch} for such patients, and others for whoever is left"


def _has_dead_else(logic: Logic, decision: Decision) -> bool:
    """Whether there is an `else` that nobody takes: it may have been meant for the unknown."""
    otherwise = (index for index, branch in enumerate(decision.branches) if branch.is_else)
    return any(isinstance(logic.reachable(decision.id, index), Refuted) for index in otherwise)
