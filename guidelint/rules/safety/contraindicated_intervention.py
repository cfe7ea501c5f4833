"""an intervention that is recommended where it is contraindicated

## What it does

Finds advice that gives an intervention, under any pick of a choice and as any member of a class, to a patient in whom
a contraindication of it holds in that visit, or is not known not to hold.

## Why it can harm a patient

What is contraindicated does harm. The guideline itself says so in one place and forgets it in another.

## Example

```yaml
facts:
  liver-failure: {label: Liver failure, type: boolean, default: false}
interventions:
  paracetamol:
    label: Paracetamol
    kind: medication
    class: analgesic
    contraindicated: {when: liver-failure, because: [S1]}
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]} # finding: GL403
    then: look-again
```

## Mended

```yaml
facts:
  liver-failure: {label: Liver failure, type: boolean, default: false}
interventions:
  paracetamol:
    label: Paracetamol
    kind: medication
    class: analgesic
    contraindicated: {when: liver-failure, because: [S1]}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, {not: liver-failure}]}, then: treat}
      - {if: {all: [fever, liver-failure]}, then: refer}
      - {else: wait}
```

## How to fix

Ask for the contraindication on the way to the advice, and lead these patients to another one. A fact that may be
unknown has to be asked for as unknown too.

## Source

WHO Guide to Good Prescribing, step 3: verify the suitability of the treatment for this patient.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidelint.condition import Condition, Truth
from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.logic import Answer, Logic, Refuted, Witness
from guidelint.logic.formula import Formula
from guidelint.logic.monitors import Absence
from guidelint.logic.properties import possibly
from guidelint.model import Advice, Contraindication, Direction, Intervention, Recommendation, Selector
from guidelint.rule import rule
from guidelint.selection import itself, may_select, surely_selects
from guidelint.verdicts.advice_on_walk import (
    ECHO_OF_AN_OVERLAP,
    Claim,
    overlaps_behind,
    steps_passed,
    subject_of,
    truth_at,
)
from guidelint.witness_words import with_witness
from guidelint.wording import condition_in_words, listed, named


@dataclass(slots=True)
class Harm:
    """One option of some advice, and what it may give although it is contraindicated on the same condition."""

    advice: Advice
    option: Selector
    node: Recommendation
    witness: Witness
    given: list[tuple[Intervention, Contraindication]]

    @property
    def when(self) -> Condition:
        return self.given[0][1].when


@rule(Logic, code="GL403", severity=Severity.ERROR, muted_by=ECHO_OF_AN_OVERLAP)
def contraindicated_intervention(logic: Logic) -> Iterator[Finding]:
    found: dict[tuple[str, Formula], Harm] = {}
    for intervention in logic.guideline.interventions.values():
        for index, contraindication in enumerate(intervention.contraindications):
            answer = logic.respects(intervention.id, index)
            if isinstance(answer, Refuted) and answer.witness is not None:
                for harm in _harms(logic, intervention, contraindication, answer.witness):
                    key = (subject_of(harm.advice), logic.compiler.compile(contraindication.when))
                    found.setdefault(key, harm).given.append((intervention, contraindication))
    harms = list(found.values())
    claims = [(harm.witness, _sparing(harm)) for harm in harms]
    for harm, overlaps in zip(harms, overlaps_behind(logic, claims), strict=True):
        yield with_witness(_finding(logic, harm, overlaps), harm.witness, logic.guideline, logic.cells)


def _sparing(harm: Harm) -> Claim:
    return lambda logic: _safe(logic, harm.node, harm.when)


def _harms(
    logic: Logic, intervention: Intervention, contraindication: Contraindication, known: Witness
) -> Iterator[Harm]:
    """At every node where it is so, each with its own witness where that can be found in time."""
    member = frozenset({intervention.id})
    for node in logic.guideline.recommendations():
        given = [
            item
            for item in node.advice
            if item.direction is Direction.FOR and may_select(logic.guideline, item, member)
        ]
        answer = _safe(logic, node, contraindication.when) if given else None
        witness = answer.witness if isinstance(answer, Refuted) else None
        if witness is None and steps_passed(known)[-1].node == node.id:
            witness = known
        if witness is None:
            continue
        for item in given:
            option = next(each for each in item.options if intervention.id in logic.guideline.members(each))
            yield Harm(item, option, node, witness, [])


def _safe(logic: Logic, node: Recommendation, when: Condition) -> Answer:
    """That nobody passes the node in whom the condition is not surely false."""
    watch = possibly(logic.compiler, when)
    return logic.satisfies(("safe", node.id, watch), Absence(nodes=frozenset({node.id}), watch=watch))


def _finding(logic: Logic, harm: Harm, overlaps: tuple[str, ...]) -> Finding:
    guideline = logic.guideline
    names = listed(list(dict.fromkeys(named(intervention) for intervention, _ in harm.given)), "or")
    is_sure = surely_selects(guideline, harm.advice, [itself(intervention.id) for intervention, _ in harm.given])
    visit = steps_passed(harm.witness)[-1].visit
    is_known = truth_at(guideline, harm.witness, visit, harm.when) is Truth.TRUE
    verb = "is" if is_sure else "may be"
    how = "contraindicated" if is_known else "possibly contraindicated"
    return Finding(
        f"{names} {verb} recommended although {how}: {condition_in_words(harm.when, guideline)}",
        at_value(harm.option.route),
        "ask for the contraindication on the way here, and lead these patients to other advice",
        related=tuple(at_value(entry.when.route, "contraindicated here") for _, entry in harm.given),
        subject=subject_of(harm.advice, "contraindicated"),
        follows_from=overlaps,
    )
