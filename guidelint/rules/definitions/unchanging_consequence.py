"""an assumption that forbids what may develop between visits

## What it does

Finds assumptions `{if: …, then: …}` whose `if` asks for a fact that is read anew at follow-ups, while their `then`
asks for one that no follow-up observes. Assumptions hold in every visit, and a fact keeps its value until a follow-up
observes it.

## Why it can harm a patient

Where the `if` becomes true at a later visit, the `then` cannot follow: the assumption declares such patients
impossible. All who get worse in this way drop out of every proof, without a word.

## Example

```yaml
facts:
  rash: {label: Rash, type: boolean, default: false}
  improved: {label: Improved, type: boolean, default: false, observed: each-visit}
assumptions:
  - {if: improved, then: {not: rash}} # finding: GL113
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, {not: rash}]}, then: treat}
      - {if: rash, then: refer}
      - {else: wait}
```

## Mended

```yaml
facts:
  rash: {label: Rash, type: boolean, default: false, observed: each-visit}
  improved: {label: Improved, type: boolean, default: false, observed: each-visit}
assumptions:
  - {if: improved, then: {not: rash}}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {all: [fever, {not: rash}]}, then: treat}
      - {if: rash, then: refer}
      - {else: wait}
  look-again:
    type: follow-up
    label: Look again
    after: {min: 3 d, max: 5 d}
    observe: [improved, rash]
    then: better
```

## How to fix

Observe the fact at the follow-ups as well. Where it really never changes (sex at birth, say), turn the assumption
round: `{if: {not: THEN}, then: {not: IF}}` forbids the same patients, and says that what changes is what gives way.

## Source

The meaning of assumptions in the format of guidelint, ruling 4.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from guidelint.condition import Condition, Leaf, leaves, name_in
from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.model import Guideline
from guidelint.rule import rule
from guidelint.wording import named

Rests = Mapping[str, str]
"""Facts, scores and criteria that rest on a fact of some sort, each with such a fact."""


@rule(Guideline, code="GL113", severity=Severity.ERROR)
def unchanging_consequence(guideline: Guideline) -> Iterator[Finding]:
    observed = {name for node in guideline.follow_ups() for name in node.observe}
    if not observed:
        return
    changing = _resting_on([name for name in guideline.facts if name in observed], guideline)
    unchanging = _resting_on([name for name in guideline.facts if name not in observed], guideline)
    for assumption in guideline.assumptions:
        cause = _first(assumption.condition, changing)
        victim = None if assumption.consequence is None else _first(assumption.consequence, unchanging)
        if cause is not None and victim is not None:
            yield _finding(cause, changing, victim, unchanging, guideline)


def _resting_on(facts: list[str], guideline: Guideline) -> Rests:
    """The facts themselves, and every score and criterion that asks for one of them, through others too."""
    asked_by: dict[str, list[str]] = {}
    for term, conditions in guideline.terms.items():
        for name in {name_in(leaf): None for condition in conditions for leaf in leaves(condition)}:
            asked_by.setdefault(name, []).append(term)
    resting = {fact: fact for fact in facts}
    waiting = deque(facts)
    while waiting:
        name = waiting.popleft()
        for term in asked_by.get(name, ()):
            if term not in resting and term not in guideline.facts:
                resting[term] = resting[name]
                waiting.append(term)
    return resting


def _first(condition: Condition, resting: Rests) -> Leaf | None:
    return next((leaf for leaf in leaves(condition) if name_in(leaf) in resting), None)


def _finding(cause: Leaf, changing: Rests, victim: Leaf, unchanging: Rests, guideline: Guideline) -> Finding:
    moving, fixed = (guideline.facts[rests[name_in(leaf)]] for leaf, rests in ((cause, changing), (victim, unchanging)))
    through = f"`{name_in(victim)}` rests on {named(fixed)}, which" if name_in(victim) != fixed.id else named(fixed)
    return Finding(
        f"{through} is never observed anew, but {named(moving)} in the `if` is",
        at_value(victim.route),
        f"observe `{fixed.id}` at the follow-ups too; if it cannot change, turn the assumption round",
        related=(at_value(cause.route, note=f"this can change: `{moving.id}` is observed at a follow-up"),),
    )
