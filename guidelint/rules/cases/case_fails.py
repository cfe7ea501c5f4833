"""a case whose patient is not advised as expected

## What it does

Walks the patient of each case and compares what happens with `expect`: where the walk ends, what is recommended under
every pick of a choice, what is never recommended under any, what is advised against. A walk that breaks off, since no
branch matches or several do, fails as well. A case fails once: at the first expectation that is not met; the others
are shown beside it.

## Why it can harm a patient

A patient with a known answer now gets another one. That is the earliest and plainest sign that an edit went wrong.

## Example

```yaml
cases:
  no-fever:
    label: No fever
    patient: {fever: false}
    expect: {ends: treat} # finding: GL601
```

## Mended

```yaml
cases:
  no-fever:
    label: No fever
    patient: {fever: false}
    expect: {ends: wait}
```

## How to fix

Follow the walk to the node where it goes another way than meant and mend the guideline there; or correct the
expectation, if the new answer is the right one.

## Source

GDL2, CQL and the WHO SMART Guidelines: test patients with expected answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from guidelint.cases import CaseWalk, CaseWalks, case_in_words
from guidelint.condition import Truth
from guidelint.diagnostic import Finding, Place, Route, Severity, at_key, at_value
from guidelint.model import Advice, Branch, Decision, Direction, Guideline, Never, Only, Selector, SelectorKind
from guidelint.rule import Muting, rule
from guidelint.selection import may_select, members_of, surely_selects
from guidelint.valuation import PatientValuation
from guidelint.walk import Adopted, Ended, Gap, Overlap, Question
from guidelint.wording import named

Failure = tuple[str, Place, tuple[Place, ...]]
"""What was expected and what happened, where the expectation stands, and what it is about."""


BROKEN_DECISIONS = ("GL301", "GL302", "GL303", "GL308", "GL313", "GL314")
UNSAFE_ADVICE = ("GL401", "GL403", "GL407")


@rule(
    CaseWalks,
    code="GL601",
    severity=Severity.ERROR,
    muted_by=dict.fromkeys(("GL604", *BROKEN_DECISIONS, *UNSAFE_ADVICE), Muting.SAME_SUBJECT),
)
def case_fails(cases: CaseWalks) -> Iterator[Finding]:
    for walked in cases.walks:
        failures = [*_of_the_end(walked, cases.guideline), *_of_the_advice(walked, cases.guideline)]
        if failures:
            (message, place, related), *others = failures
            yield Finding(
                message,
                place,
                _help(walked),
                related=(*related, *(replace(place, note=message) for message, place, _ in others)),
                subject=walked.case.id,
                follows_from=(*_broken_decision(walked), *_unsafe_advice(walked, cases.guideline)),
                leads_to=tuple(_overlaps(walked)),
                walk=walked.way,
                patient=case_in_words(walked.case, cases.guideline),
            )


def _broken_decision(walked: CaseWalk) -> tuple[str, ...]:
    """The subject of what is found on the decision at which the walk breaks off."""
    ending = walked.walk.ending
    return (f"nodes/{ending.node}",) if isinstance(ending, (Gap, Overlap)) else ()


def _overlaps(walked: CaseWalk) -> Iterator[str]:
    """Of the pairs of branches that match: where their advice is the same, the case is what tells of them."""
    ending = walked.walk.ending
    if isinstance(ending, Overlap):
        yield from (f"overlaps/{ending.node}/{first}/{second}" for first, second in combinations(ending.branches, 2))


def _help(walked: CaseWalk) -> str:
    if isinstance(walked.walk.ending, Overlap):
        return "make the branches exclusive, or join those that lead to one node with `any`"
    return "follow the walk and mend the guideline where it goes wrong, or correct the expectation"


def _unsafe_advice(walked: CaseWalk, guideline: Guideline) -> Iterator[str]:
    """Where nothing else fails but that advice is given which never should be: the subjects of what is found on it."""
    if [*_of_the_end(walked, guideline), *_of_what_is_missing(walked, guideline)]:
        return
    for selector in walked.case.never:
        for item in _given(walked, guideline, selector, Direction.FOR):
            about = ".".join(map(str, item.advice.route))
            yield from (f"contraindicated/{about}", f"red-flags/{about}")
            if _is_forbidden(guideline, item.advice, selector):
                yield f"advice/{about}"


def _is_forbidden(guideline: Guideline, advice: Advice, selector: Selector) -> bool:
    """Whether a constraint may be about the same: it forbids, to some patients or to all, what this advice may give."""
    members = guideline.members(selector)
    matters = (item.advice for item in guideline.constraints.values() if isinstance(item, (Never, Only)))
    forbidden = (matter for matter in matters if matter.direction is Direction.FOR)
    return any(may_select(guideline, advice, members & members_of(guideline, matter.selectors)) for matter in forbidden)


def _of_the_end(walked: CaseWalk, guideline: Guideline) -> Iterator[Failure]:
    case, ending = walked.case, walked.walk.ending
    if isinstance(ending, Question):
        return
    expect = (*case.route, "expect")
    place = at_key(expect) if case.ends is None else at_value((*expect, "ends"))
    at = _node(guideline, ending.node)
    if not isinstance(ending, Ended):
        yield f"the walk breaks off at {at}, {_why(walked)}", place, tuple(_branches(walked, guideline))
    elif case.ends is not None and ending.node != case.ends:
        message = f"the patient is expected to end at {_node(guideline, case.ends)}, but ends at {at}"
        yield message, place, (at_key(("nodes", ending.node), "the walk ends here"),)


def _of_the_advice(walked: CaseWalk, guideline: Guideline) -> Iterator[Failure]:
    """Advice that is missing is told only of a walk that is complete; advice that is wrong, of any."""
    case = walked.case
    for selector in case.never:
        given = _given(walked, guideline, selector, Direction.FOR)
        if given:
            node = _node(guideline, given[0].node)
            verb = "recommends" if _surely(guideline, given[0], selector) else "may recommend"
            message = f"{_what(guideline, selector)} is expected never to be recommended, but {node} {verb} it"
            yield message, Place(selector.route), tuple(at_value(_target(item), "recommended here") for item in given)
    yield from _of_what_is_missing(walked, guideline)


def _of_what_is_missing(walked: CaseWalk, guideline: Guideline) -> Iterator[Failure]:
    case = walked.case
    if not isinstance(walked.walk.ending, Ended):
        return
    for direction, selectors, words in (
        (Direction.FOR, case.recommends, "be recommended"),
        (Direction.AGAINST, case.advises_against, "be advised against"),
    ):
        for selector in selectors:
            given = _given(walked, guideline, selector, direction)
            if not any(_surely(guideline, item, selector) for item in given):
                but = "is so under some picks of a choice only" if given else "is not"
                message = f"{_what(guideline, selector)} is expected to {words}, but {but}"
                picks = tuple(at_value(_target(item), "this leaves a choice") for item in given)
                yield message, Place(selector.route), picks


def _given(walked: CaseWalk, guideline: Guideline, selector: Selector, direction: Direction) -> list[Adopted]:
    """The advice on the walk that is about what is selected, under some pick."""
    adopted = (item for item in walked.walk.advice if item.advice.direction is direction)
    return [item for item in adopted if may_select(guideline, item.advice, guideline.members(selector))]


def _surely(guideline: Guideline, item: Adopted, selector: Selector) -> bool:
    return surely_selects(guideline, item.advice, (selector,))


def _target(item: Adopted) -> Route:
    return (*item.advice.route, item.advice.direction.value)


def _what(guideline: Guideline, selector: Selector) -> str:
    if selector.by is SelectorKind.INTERVENTION and selector.name in guideline.interventions:
        return named(guideline.interventions[selector.name])
    return f"anything of {selector.by.value} `{selector.name}`"


def _node(guideline: Guideline, id: str) -> str:
    return named(guideline.nodes[id]) if id in guideline.nodes else f"`{id}`"


def _why(walked: CaseWalk) -> str:
    match walked.walk.ending:
        case Gap():
            return "where no branch matches"
        case Overlap():
            return "where several branches match"
    return "since it comes to no end"


def _branches(walked: CaseWalk, guideline: Guideline) -> Iterator[Place]:
    """The branches at which a walk breaks off: those that match, or all of them where none does."""
    ending, node = walked.walk.ending, guideline.nodes.get(walked.walk.ending.node)
    if not isinstance(node, Decision):
        return
    valuation = PatientValuation(guideline, walked.walk.visits[-1])
    for index, branch in enumerate(node.branches):
        if not isinstance(ending, Overlap) or index in ending.branches:
            yield _branch(branch, valuation)


def _branch(branch: Branch, valuation: PatientValuation) -> Place:
    if branch.condition is None:
        return at_key((*branch.route, "else"), "taken only where every other branch surely does not match")
    notes = {Truth.TRUE: "matches", Truth.FALSE: "does not match"}
    return at_value((*branch.route, "if"), notes.get(valuation.judge(branch.condition), "unknown for this patient"))
