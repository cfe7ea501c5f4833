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
leads to asking. `--unsafe-fixes` makes one of an `else` that nobody takes.

## Source

WHO SMART Guidelines, decision tables: missing data must lead somewhere. Kleene, strong three-valued logic.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Rewrite, Severity, at_key, at_value
from guidelint.logic import Logic, Refuted, Witness
from guidelint.model import Branch, Decision
from guidelint.rule import Fixing, rule
from guidelint.verdicts.decisions import subject
from guidelint.verdicts.spelling import spell_condition
from guidelint.verdicts.unknown_gaps import Addition, addition, unknown_facts
from guidelint.witness_words import with_witness


@rule(Logic, code="GL302", severity=Severity.ERROR, strands_patients=True, fixing=Fixing.UNSAFELY)
def gap_when_unknown(logic: Logic) -> Iterator[Finding]:
    for decision in logic.guideline.decisions():
        answer = logic.exhaustive_when_unknown(decision.id)
        if isinstance(answer, Refuted) and answer.witness is not None:
            finding = _finding(logic, decision, answer.witness)
            yield with_witness(finding, answer.witness, logic.guideline, logic.cells)


def _finding(logic: Logic, decision: Decision, witness: Witness) -> Finding:
    facts = unknown_facts(logic.guideline, decision, witness)
    labels = " and ".join(logic.guideline.label(fact) for fact in facts)
    added, dead = addition(logic, decision, witness), _dead_else(logic, decision)
    return Finding(
        f"no branch surely matches this patient, since {labels or 'a fact'} is unknown",
        at_key((*decision.route, "branches")),
        f"{_help(added, dead)}; `else` does not match what is unknown",
        subject=subject(decision.id),
        fix=None if added is None or dead is None else _fix(added, dead),
    )


def _fix(added: Addition, dead: Branch) -> Fix | None:
    """In the place of an `else` that says nothing but where it leads."""
    if dead != Branch(id=dead.id, route=dead.route, condition=None, target=dead.target):
        return None
    branch = f"{{if: {spell_condition(added.condition)}, then: {dead.target}}}"
    return Fix((Rewrite(at_value(dead.route), branch),), f"write `{branch}` in place of `else`")


def _help(added: Addition | None, dead: Branch | None) -> str:
    if added is None:
        return "add branches with `unknown` for such patients, which take nobody else"
    condition = spell_condition(added.condition)
    if dead is not None:
        return f"write `if: {condition}` in place of `else`"
    branch = f"add `{{if: {condition}, then: …}}`"
    return branch if added.is_enough else f"{branch} for such patients, and others for whoever is left"


def _dead_else(logic: Logic, decision: Decision) -> Branch | None:
    """An `else` that nobody takes: it may have been meant for the unknown."""
    otherwise = ((index, branch) for index, branch in enumerate(decision.branches) if branch.is_else)
    dead = (branch for index, branch in otherwise if isinstance(logic.reachable(decision.id, index), Refuted))
    return next(dead, None)
