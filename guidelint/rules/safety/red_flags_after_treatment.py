"""a treatment before red flags are looked for

## What it does

Where some criterion is marked `red-flag: true`, finds walks that come to a treatment (a medication, procedure, device,
therapy or exercise, under any pick of a choice) before any decision that reads a red flag, directly, through criteria
and scores, or fact by fact. Each way is charged once, at its first treatment. Deciding again later is right.

## Why it can harm a patient

Treatment eases what would have given the danger away, and costs the hours in which it could have been met.

## Example

```yaml
facts:
  stiff-neck: {label: Stiff neck, type: boolean, default: false}
criteria:
  emergency: {label: Any red flag, red-flag: true, any: [stiff-neck], because: [S1]}
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]} # finding: GL407
    then: danger
  danger:
    type: decision
    label: Is it meningitis?
    because: [S1]
    branches:
      - {if: emergency, then: refer}
      - {else: look-again}
```

## Mended

```yaml
facts:
  stiff-neck: {label: Stiff neck, type: boolean, default: false}
criteria:
  emergency: {label: Any red flag, red-flag: true, any: [stiff-neck], because: [S1]}
start: danger
nodes:
  danger:
    type: decision
    label: Is it meningitis?
    because: [S1]
    branches:
      - {if: emergency, then: refer}
      - {else: ask}
```

## How to fix

Lead every way to a treatment past a decision on the red flags.

## Source

AGREE II, item 16: options by situation. Henschke et al., BMJ 2013, and Finucane et al., JOSPT 2020, on red flags.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_key, at_value
from guidelint.logic import Answer, Logic, Refuted, Witness
from guidelint.logic.monitors import Precedence
from guidelint.model import Advice, Direction, Guideline, Recommendation, Selector
from guidelint.names import Namespace
from guidelint.rule import rule
from guidelint.verdicts.advice_on_walk import ECHO_OF_AN_OVERLAP, overlaps_behind, subject_of
from guidelint.verdicts.red_flags import red_flag_decisions, red_flags
from guidelint.witness_words import with_witness
from guidelint.wording import selector_in_words


@rule(Logic, code="GL407", severity=Severity.ERROR, muted_by=ECHO_OF_AN_OVERLAP)
def red_flags_after_treatment(logic: Logic) -> Iterator[Finding]:
    guideline = logic.guideline
    treatments = treatments_of(guideline)
    for node, given in treatments.items():
        answer = asked_first(logic, node, frozenset(treatments))
        if isinstance(answer, Refuted) and answer.witness is not None:
            finding = _finding(logic, node, frozenset(treatments), given, answer.witness)
            yield with_witness(finding, answer.witness, guideline, logic.cells)


def treatments_of(guideline: Guideline) -> dict[str, list[tuple[Advice, Selector]]]:
    """For each node that may give a treatment, what of its advice may; nothing where no red flag is defined."""
    if not red_flags(guideline):
        return {}
    return {node.id: found for node in guideline.recommendations() if (found := _treatments(guideline, node))}


def _treatments(guideline: Guideline, node: Recommendation) -> list[tuple[Advice, Selector]]:
    """The advice of a node that may give a treatment, each with the first option that may be one."""
    found = []
    for advice in node.advice:
        options = (option for option in advice.options if _may_treat(guideline, option))
        if advice.direction is Direction.FOR and (option := next(options, None)) is not None:
            found.append((advice, option))
    return found


def _may_treat(guideline: Guideline, option: Selector) -> bool:
    return any(guideline.interventions[member].kind.is_treatment for member in guideline.members(option))


def asked_first(logic: Logic, node: str, treatments: frozenset[str]) -> Answer:
    """That no walk begins its treatment at the node before it has come to a decision on a red flag."""
    earlier = red_flag_decisions(logic.guideline) | (treatments - {node})
    return logic.satisfies(("red flags", node), Precedence(given=frozenset({node}), earlier=earlier))


def _finding(
    logic: Logic, node: str, treatments: frozenset[str], given: list[tuple[Advice, Selector]], witness: Witness
) -> Finding:
    guideline = logic.guideline
    (advice, option), *others = given
    flags = red_flags(guideline)
    is_asked = bool(red_flag_decisions(guideline))
    unused = () if is_asked else tuple(f"{Namespace.CONDITION.definitions}/{flag.id}" for flag in flags)
    return Finding(
        f"{selector_in_words(option, guideline)} is given before "
        f"{'any decision on a red flag' if is_asked else 'red flags, which no decision asks for'}",
        at_value(option.route),
        "lead every way to this treatment past a decision on the red flags",
        related=(
            *(at_value(other.route, "so is this") for _, other in others),
            *(at_key(flag.route, "a red flag") for flag in flags),
        ),
        subject=subject_of(advice, "red-flags"),
        follows_from=overlaps_behind(logic, witness, lambda apart: asked_first(apart, node, treatments)),
        leads_to=unused,
    )
