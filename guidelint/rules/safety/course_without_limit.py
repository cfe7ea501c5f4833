"""a medication without a limit to its course

## What it does

Finds recommendations that may give a medication, under any pick of a choice, without a `course`, or with one that has
no `max`. Where the source gives no length and `course: not-stated` says so, the finding is an info for the reviewer.
Where a constraint limits the total and the course has none, GL401 speaks.

## Why it can harm a patient

A medication that nobody stops is taken on: opioids, steroids and sleeping pills do their harm after the first weeks.

## Example

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, because: [S1]} # finding: GL404
    then: look-again
```

## Mended

```yaml
nodes:
  treat:
    type: recommendation
    label: Treat the fever
    recommend:
      - {for: paracetamol, strength: strong, certainty: high, course: {max: 5 d}, because: [S1]}
    then: look-again
```

## How to fix

Give the longest course as `max`. Where the source gives none, write `course: not-stated`.

## Source

WHO Guide to Good Prescribing, step 3: check the duration. AGREE II, item 15: recommendations are specific.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Severity, at_value
from guidelint.model import Advice, Direction, Guideline, Kind, NotStated, QuantityInterval, Selector
from guidelint.rule import Muting, rule
from guidelint.verdicts.advice_on_walk import subject_of
from guidelint.wording import selector_in_words


@rule(Guideline, code="GL404", severity=Severity.WARNING, muted_by={"GL401": Muting.SAME_SUBJECT})
def course_without_limit(guideline: Guideline) -> Iterator[Finding]:
    for advice in guideline.advice():
        if advice.direction is Direction.FOR:
            medications = [option for option in advice.options if _may_be_medication(guideline, option)]
            if medications and not _is_limited(advice):
                names = ", ".join(selector_in_words(option, guideline) for option in medications)
                yield from _judge(advice, medications[0], names)


def _may_be_medication(guideline: Guideline, option: Selector) -> bool:
    return any(guideline.interventions[member].kind is Kind.MEDICATION for member in guideline.members(option))


def _is_limited(advice: Advice) -> bool:
    return isinstance(advice.course, QuantityInterval) and advice.course.high is not None


def _judge(advice: Advice, medication: Selector, names: str) -> Iterator[Finding]:
    course = at_value((*advice.route, "course"))
    if advice.course is None:
        yield Finding(
            f"no course is given for: {names}",
            at_value(medication.route),
            "add `course` with a `max`, or `course: not-stated` where the source gives none",
            subject=subject_of(advice, "course"),
        )
    elif advice.course is NotStated.NOT_STATED:
        yield Finding(
            f"the source states no course for: {names}",
            course,
            "have a reviewer judge whether that is safe",
            severity=Severity.INFO,
        )
    else:
        yield Finding(
            f"the course has no `max`: {names}",
            course,
            "add `max`, the longest that it may be given",
            subject=subject_of(advice, "course"),
        )
