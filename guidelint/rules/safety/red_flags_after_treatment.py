"""a treatment before red flags are looked for

## What it does

Where some criterion is marked `red-flag: true`, finds walks that come to a treatment (a medication, procedure, device,
therapy or exercise, under any pick of a choice) before any decision that reads a red flag: directly, through criteria
and scores, or fact by fact, in one decision or in several. A walk on which nobody can have a red flag any more needs
none. Each way is charged once, at its first treatment. Deciding again later is right.

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

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guidelint.diagnostic import Finding, Severity, at_key, at_value
from guidelint.logic import Logic, Refuted, Witness
from guidelint.model import Advice, Guideline, Selector
from guidelint.names import Namespace
from guidelint.rule import rule
from guidelint.verdicts.advice_on_walk import ECHO_OF_AN_OVERLAP, Claim, overlaps_behind, subject_of
from guidelint.verdicts.red_flags import Search, looked_first, red_flags, search_of, treatments_of
from guidelint.witness_words import with_witness
from guidelint.wording import selector_in_words


@rule(Logic, code="GL407", severity=Severity.ERROR, muted_by=ECHO_OF_AN_OVERLAP)
def red_flags_after_treatment(logic: Logic) -> Iterator[Finding]:
    guideline = logic.guideline
    treatments, search = treatments_of(guideline), search_of(guideline)
    failing: dict[str, tuple[Witness, Claim]] = {}
    for node in treatments:
        claim = _looked_first(search, node, frozenset(treatments))
        answer = claim(logic)
        if isinstance(answer, Refuted) and answer.witness is not None:
            failing[node] = answer.witness, claim
    for (node, (witness, _)), overlaps in zip(
        failing.items(), overlaps_behind(logic, list(failing.values())), strict=True
    ):
        finding = replace(_finding(guideline, search, treatments[node]), follows_from=overlaps)
        yield with_witness(finding, witness, guideline, logic.cells)


def _looked_first(search: Search, node: str, treatments: frozenset[str]) -> Claim:
    return lambda logic: looked_first(logic, search, node, treatments)


def _finding(guideline: Guideline, search: Search, given: Sequence[tuple[Advice, Selector]]) -> Finding:
    (advice, option), *others = given
    flags = red_flags(guideline)
    unused = () if search.decisions else tuple(f"{Namespace.CONDITION.definitions}/{flag.id}" for flag in flags)
    return Finding(
        f"{selector_in_words(option, guideline)} is given before {_what(search)}",
        at_value(option.route),
        "lead every way to this treatment past a decision on the red flags",
        related=(
            *(at_value(other.route, "so is this") for _, other in others),
            *(at_key(flag.route, "a red flag") for flag in flags),
        ),
        subject=subject_of(advice, "red-flags"),
        leads_to=unused,
    )


def _what(search: Search) -> str:
    if search.decisions:
        return "any decision on a red flag"
    return f"red flags, which no decision asks for{' in full' if search.asked else ''}"
