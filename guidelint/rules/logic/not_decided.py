"""a claim that is neither proved nor refuted

## What it does

Names each decision, constraint and contraindication of which it could not be decided in time whether it holds for every
patient; and contradictions, and medications of one class, that could not be ruled out. Of a decision it says which
question is open: what is refuted has a finding of its own. Where nothing could be decided, or more than 50 decisions,
one finding counts them all.

## Why it can harm a patient

What was not judged is not safe. Nobody has found a patient whom it harms, and nobody has shown that there is none.

## Example

```yaml
facts:
  glucose: {label: Very high glucose, type: boolean, default: false}
scores:
  danger:
    label: Danger score
    add:
      - {points: 100000, if: fever}
      - {points: 50000, if: glucose}
nodes: # finding: GL315
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {fact: danger, at-least: 100000}, then: treat}
      - {else: wait}
```

## Mended

```yaml
facts:
  glucose: {label: Very high glucose, type: boolean, default: false}
scores:
  danger:
    label: Danger score
    add:
      - {points: 2, if: fever}
      - {points: 1, if: glucose}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {fact: danger, at-least: 2}, then: treat}
      - {else: wait}
```

## How to fix

Give it more time with `--time-limit`, or make it smaller: split the guideline, let follow-ups come round less often,
give the members of a score fewer points.

## Source

Bounded model checking: an answer that is unknown is an answer of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from guidelint.diagnostic import Finding, Place, Severity, at_key, at_value
from guidelint.logic import Answer, Claim, Logic, NotDecided, Refuted, answers_to_parts, claims
from guidelint.logic.setting import A_SCORE_TOO_LARGE, TOO_LARGE
from guidelint.model import Contraindication, Decision, Guideline
from guidelint.rule import rule
from guidelint.verdicts.one_visit import contested, medications_of, one_at_most
from guidelint.verdicts.red_flags import looked_first, search_of, treatments_of
from guidelint.wording import listed, named

MOST_DECISIONS = 50
HELP = {
    TOO_LARGE: "split the guideline, or lower the `at-most` of its follow-ups",
    A_SCORE_TOO_LARGE: "give the members of the score fewer points",
}
EVERYBODY = "every patient finds a branch here"
PLURALS = {"class": "classes"}
MORE_TIME = "give it more time with `--time-limit` and `--time-limit-total`, or split the guideline"


class Open(NamedTuple):
    """Something that is not decided: what kind of thing, what is not known of it, and where it stands."""

    kind: str
    what: str
    place: Place


@rule(Logic, code="GL315", severity=Severity.WARNING, leaves_open=True)
def not_decided(logic: Logic) -> Iterator[Finding]:
    found = list(_open(logic))
    counts = Counter(item.kind for item in found)
    why_not = logic.why_not
    if why_not is not None or counts["decision"] > MOST_DECISIONS:
        counted = [f"{count} {kind if count == 1 else PLURALS.get(kind, kind + 's')}" for kind, count in counts.items()]
        what = listed(counted, "and") or "anything"
        why = why_not or "the time has run out"
        yield Finding(f"{what} could not be decided: {why}", at_key(("nodes",)), HELP.get(why, MORE_TIME))
        return
    for item in found:
        yield Finding(f"{item.what} could not be decided in time", item.place, MORE_TIME)


def _open(logic: Logic) -> Iterator[Open]:
    for claim in claims(logic):
        if isinstance(claim.entry, Decision):
            if what := _of_decision(logic, claim.entry):
                yield Open(claim.kind.value, f"whether {listed(what, 'and')}", at_key(claim.entry.route))
        elif any(isinstance(answer, NotDecided) for answer in answers_to_parts(logic, claim)):
            yield Open(claim.kind.value, *_said_of(logic.guideline, claim))
    yield from _of_advice(logic)
    yield from _of_red_flags(logic)


def _of_decision(logic: Logic, decision: Decision) -> list[str]:
    """What is not decided of it; what is refuted has a finding of its own."""
    exclusive = [logic.exclusive(decision.id, *pair) for pair in decision.pairs()]
    left_out = _left_out(logic.exhaustive(decision.id), logic.exhaustive_when_unknown(decision.id))
    if not any(isinstance(answer, NotDecided) for answer in exclusive):
        reachable = (logic.reachable(decision.id, index) for index in range(len(decision.branches)))
        is_open = not left_out and any(isinstance(answer, NotDecided) for answer in reachable)
        return ["somebody takes each branch here"] if is_open else left_out
    if any(isinstance(answer, Refuted) for answer in exclusive):
        return [*left_out, "no other two branches here match the same patient"]
    if left_out == [EVERYBODY]:
        return ["every patient finds exactly one branch here"]
    return [*left_out, "no two branches here match the same patient"]


def _left_out(known: Answer, unknown: Answer) -> list[str]:
    match known, unknown:
        case NotDecided(), Refuted():
            return ["every patient in whom all is known finds a branch here"]
        case NotDecided(), _:
            return [EVERYBODY]
        case _, NotDecided():
            return ["every patient of whom something is unknown finds a branch here"]
    return []


def _said_of(guideline: Guideline, claim: Claim) -> tuple[str, Place]:
    if isinstance(claim.entry, Contraindication):
        intervention = guideline.interventions[claim.name]
        return f"whether {named(intervention)} is never given where this holds", at_value(claim.entry.when.route)
    return "whether this constraint holds", at_key(claim.entry.route)


def _of_red_flags(logic: Logic) -> Iterator[Open]:
    treatments, search = treatments_of(logic.guideline), search_of(logic.guideline)
    for node in treatments:
        if isinstance(looked_first(logic, search, node, frozenset(treatments)), NotDecided):
            yield Open("treatment", "whether red flags are looked for before this treatment", at_key(("nodes", node)))


def _of_advice(logic: Logic) -> Iterator[Open]:
    guideline = logic.guideline
    for name in contested(guideline):
        if isinstance(logic.consistent(name), NotDecided):
            intervention = guideline.interventions[name]
            what = f"whether anybody is advised both for and against {named(intervention)}"
            yield Open("contradiction", what, at_key(intervention.route))
    for class_ in guideline.classes:
        medications = medications_of(guideline, class_)
        if len(medications) > 1 and isinstance(one_at_most(logic, medications), NotDecided):
            first = next(item for item in guideline.interventions.values() if class_ in item.classes)
            what = f"whether anybody is given two medications of class `{class_}`"
            yield Open("class", what, at_value((*first.route, "class")))
