"""a fact that is read before it can be known

## What it does

Finds decisions that read a fact with `obtained-by`, also through a criterion or a score, although some way from the
start comes there without having recommended that intervention. A choice counts only if it recommends the intervention
whichever way it is picked; a class or a kind does not, since any member of it may be given, listed or not. Each way is
charged once, at the first decision that reads too early.

## Why it can harm a patient

The result of a test that nobody has ordered is not there. Whoever applies the guideline guesses, or takes an old
result for a new one.

## Example

```yaml
facts:
  influenza: {label: Influenza in the swab, type: boolean, default: false, obtained-by: swab}
interventions:
  swab: {label: Nasal swab, kind: laboratory}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: result}
      - {else: wait}
  result:
    type: decision
    label: Is it influenza?
    branches:
      - {if: influenza, then: refer} # finding: GL209
      - {else: treat}
```

## Mended

```yaml
facts:
  influenza: {label: Influenza in the swab, type: boolean, default: false, obtained-by: swab}
interventions:
  swab: {label: Nasal swab, kind: laboratory}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: fever, then: test}
      - {else: wait}
  test:
    type: recommendation
    label: Take a swab
    recommend:
      - {for: swab, strength: strong, certainty: high, because: [S1]}
    then: result
  result:
    type: decision
    label: Is it influenza?
    branches:
      - {if: influenza, then: refer}
      - {else: treat}
```

## How to fix

Recommend the intervention on every way to the decision, or decide on something that is known by then.

## Source

Definite assignment: the Java Language Specification, chapter 16. DMN: information requirements.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from guidelint.condition import IsUnknown, Leaf, leaves, name_in
from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.graph import DecisionGraph
from guidelint.model import Decision, Direction, Fact, Guideline
from guidelint.names import Namespace, facts_behind, place_of_name
from guidelint.rule import Muting, rule
from guidelint.selection import itself, members_of, surely_selects
from guidelint.unrolling import ways_without
from guidelint.ways import way_in_words
from guidelint.wording import named


class Reading(NamedTuple):
    """A decision reads a fact that an intervention obtains, at a part of a condition."""

    decision: Decision
    fact: Fact
    intervention: str
    leaf: Leaf


@rule(DecisionGraph, code="GL209", severity=Severity.ERROR, muted_by={"GL102": Muting.SAME_SUBJECT})
def fact_used_before_obtained(graph: DecisionGraph) -> Iterator[Finding]:
    readings = list(_readings(graph.guideline))
    if not readings:
        return
    met = _adopted(graph.guideline, {reading.intervention for reading in readings})
    for reading in readings:
        met.setdefault(reading.decision.id, set()).add(reading.intervention)
    unmet = ways_without(graph, met)
    for reading in readings:
        if way := unmet.way(reading.decision.id, reading.intervention):
            yield _finding(graph.guideline, reading, way_in_words(way))


def _readings(guideline: Guideline) -> Iterator[Reading]:
    """The first reading of each intervention's facts in each decision."""
    obtained = {fact.id: fact for fact in guideline.facts.values() if fact.obtained_by in guideline.interventions}
    behind = facts_behind(guideline, obtained) if obtained else {}
    for decision in guideline.decisions() if obtained else ():
        found: dict[str, Reading] = {}
        for leaf in (leaf for condition in decision.conditions for leaf in leaves(condition)):
            for fact in (obtained[name] for name in _facts_of(leaf, obtained, behind)):
                by = fact.obtained_by or ""
                found.setdefault(by, Reading(decision, fact, by, leaf))
        yield from found.values()


def _facts_of(leaf: Leaf, obtained: Collection[str], behind: Mapping[str, set[str]]) -> list[str]:
    name = name_in(leaf)
    if name in behind and not isinstance(leaf, IsUnknown):
        return sorted(behind[name])
    return [name] if name in obtained else []


def _adopted(guideline: Guideline, wanted: Collection[str]) -> dict[str, set[str]]:
    """Which of the interventions each recommendation is for, under every pick."""
    found: dict[str, set[str]] = {}
    for node in guideline.recommendations():
        for advice in node.advice:
            if advice.direction is Direction.FOR:
                meant = members_of(guideline, advice.options).intersection(wanted)
                sure = {name for name in meant if surely_selects(guideline, advice, [itself(name)])}
                found.setdefault(node.id, set()).update(sure)
    return found


def _finding(guideline: Guideline, reading: Reading, way: str) -> Finding:
    fact, name = named(reading.fact), name_in(reading.leaf)
    what = f"{fact} is read" if name == reading.fact.id else f"`{name}` reads {fact}"
    intervention = guideline.interventions[reading.intervention]
    return Finding(
        f"{what} before {named(intervention)} is surely recommended, on the way {way}",
        place_of_name(reading.leaf),
        f"recommend `{intervention.id}` on every way to this decision, whatever is picked, or decide on something else",
        related=(at_value((*reading.fact.route, "obtained-by"), "known only after this"),),
        subject=f"{Namespace.INTERVENTION.definitions}/{intervention.id}",
    )
