"""a case with a patient who cannot be

## What it does

Finds, in cases: facts that are not defined, values of another type, outside the range or the list of the fact,
`unknown` for a fact that is always known, facts of a visit that its follow-up does not observe, visits that never
come, and patients who break an assumption.

## Why it can harm a patient

A case that no real patient can match tests nothing, and most often it is a slip that hides the test that was meant.

## Example

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120], default: 40}
nodes:
  ask:
    type: decision
    label: Is there a fever in old age?
    because: [S1]
    branches:
      - {if: {all: [fever, {fact: age, at-least: 65}]}, then: treat}
      - {else: wait}
cases:
  child:
    label: A child
    patient: {age: 7} # finding: GL604
    expect: {ends: wait}
```

## Mended

```yaml
facts:
  age: {label: Age, type: integer, unit: a, range: [18, 120], default: 40}
nodes:
  ask:
    type: decision
    label: Is there a fever in old age?
    because: [S1]
    branches:
      - {if: {all: [fever, {fact: age, at-least: 65}]}, then: treat}
      - {else: wait}
cases:
  adult:
    label: Hardly a child any more
    patient: {age: 18}
    expect: {ends: wait}
```

## How to fix

Correct the patient; or, if such patients do exist, the fact or the assumption that rules them out. `--fix` writes the
one name that is a single stroke away; `--unsafe-fixes` writes the most similar one, and takes out what no visit reads.

## Source

The format of guidelint, rulings 2, 4 and 15. Shiffman and Greenes (1994) take impossible combinations out first.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.cases import CaseWalk, CaseWalks, follow_ups_passed, values_in_words
from guidelint.condition import ValueOrNot
from guidelint.diagnostic import Finding, Fix, Place, Remove, Route, Severity, at_key, at_value
from guidelint.domain import misfit
from guidelint.model import Assumption, Case, Guideline
from guidelint.phrases import one_line
from guidelint.rule import Fixing, Muting, rule
from guidelint.suggestion import closest, did_you_mean, listing, renaming
from guidelint.valuation import PatientValuation
from guidelint.walk import Ended
from guidelint.wording import assumption_in_words, named


@rule(
    CaseWalks,
    code="GL604",
    severity=Severity.ERROR,
    fixing=Fixing.EITHER,
    muted_by={"GL003": Muting.SAME_PLACE, "GL311": Muting.SAME_SUBJECT},
)
def impossible_patient(cases: CaseWalks) -> Iterator[Finding]:
    for walked in cases.walks:
        wrong = list(_wrong_values(walked.case, cases.guideline))
        yield from wrong
        if not wrong:
            yield from _unread_values(walked, cases.guideline)
            yield from _broken_assumptions(walked, cases.guideline)


def _wrong_values(case: Case, guideline: Guideline) -> Iterator[Finding]:
    """Facts that are not defined, and values that a fact cannot have."""
    for given, route in _given(case):
        for name, value in given:
            fact = guideline.facts.get(name)
            if fact is None:
                message = f"`{name}` is no fact of this guideline{_what_else(name, guideline)}"
                meant = closest(name, guideline.facts)
                help = did_you_mean(meant) if meant else f"take one of {listing(guideline.facts)}"
                place = at_key((*route, name))
                fix = renaming(place, name, meant, guideline.facts) if meant else None
                yield Finding(message, place, help, subject=case.id, fix=fix)
            elif wrong := misfit(fact, value):
                place = at_value((*route, name))
                yield Finding(wrong.message, place, wrong.help, subject=case.id, fix=wrong.fix(place))


def _given(case: Case) -> list[tuple[tuple[tuple[str, ValueOrNot], ...], Route]]:
    """What is given at each visit, with the route that leads there."""
    visits = [(visit, (*case.route, "visits", index)) for index, visit in enumerate(case.visits)]
    return [(case.patient, (*case.route, "patient")), *visits]


def _what_else(name: str, guideline: Guideline) -> str:
    derived = {**dict.fromkeys(guideline.criteria, "criterion"), **dict.fromkeys(guideline.scores, "score")}
    return f" but a {derived[name]}, which follows from facts" if name in derived else ""


def _unread_values(walked: CaseWalk, guideline: Guideline) -> Iterator[Finding]:
    """What is given for visits that never come, or of facts that are not observed there."""
    case, walk = walked.case, walked.walk
    follow_ups = follow_ups_passed(guideline, walk)
    for index, (visit, follow_up) in enumerate(zip(case.visits, follow_ups, strict=False)):
        for name, _ in visit:
            if name not in follow_up.observe:
                yield Finding(
                    f"{named(guideline.facts[name])} is not observed at {named(follow_up)}",
                    at_key((*case.route, "visits", index, name)),
                    f"take it out, or add it under `observe` of `{follow_up.id}`",
                    related=(at_key(follow_up.route, "this follow-up begins the visit"),),
                    subject=case.id,
                    walk=walked.way,
                    fix=Fix((Remove(at_key((*case.route, "visits", index, name))),), "take it out"),
                )
    if len(case.visits) > len(follow_ups) and isinstance(walk.ending, Ended) and case.ends in (None, walk.ending.node):
        passed = len(follow_ups)
        count = "no follow-up" if not passed else "1 follow-up" if passed == 1 else f"{passed} follow-ups"
        end = named(guideline.nodes[walk.ending.node])
        yield Finding(
            f"this visit never comes, since the walk passes {count} and ends at {end}",
            at_value((*case.route, "visits", passed)),
            "take it out, or correct the patient",
            subject=case.id,
            walk=walked.way,
            fix=Fix((Remove(at_value((*case.route, "visits", passed))),), "take it out"),
        )


def _broken_assumptions(walked: CaseWalk, guideline: Guideline) -> Iterator[Finding]:
    """Each assumption once, in the first visit that surely breaks it."""
    case = walked.case
    valuations = [PatientValuation(guideline, facts) for facts in walked.walk.visits]
    for assumption in guideline.assumptions:
        visit = next((index for index, known in enumerate(valuations) if known.breaks(assumption)), None)
        if visit is not None:
            facts = _deciding(assumption, valuations[visit])
            yield Finding(
                f"this patient breaks an assumption: {one_line(assumption_in_words(assumption, guideline))}",
                _place(case, facts, visit),
                "correct the patient, or the assumption",
                related=(at_value(assumption.route, "assumed of every patient, at every visit"),),
                subject=case.id,
                follows_from=("assumptions",),
                walk=walked.way,
                patient=values_in_words([(fact, valuations[visit].fact(fact)) for fact in facts], visit, guideline),
            )


def _deciding(assumption: Assumption, known: PatientValuation) -> tuple[str, ...]:
    conditions = (assumption.condition, assumption.consequence)
    return tuple(dict.fromkeys(fact for item in conditions if item is not None for fact in known.deciding(item)))


def _place(case: Case, facts: tuple[str, ...], visit: int) -> Place:
    """The last of the facts that the case itself gives, up to this visit."""
    for given, route in reversed(_given(case)[: visit + 1]):
        for name, _ in given:
            if name in facts:
                return at_value((*route, name))
    return at_key((*case.route, "patient"))
