"""A walk for a reader: the way, why it is the way, what is advised, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.cases import follow_ups_passed
from guidelint.graph import EdgeKind
from guidelint.model import Advice, Decision, FollowUp, Guideline, Node, Recommendation
from guidelint.reporters.style import Style, safe
from guidelint.reporters.summary import plural
from guidelint.returns import used_up_in_words
from guidelint.valuation import PatientValuation
from guidelint.walk import Astray, Ended, Gap, Overlap, Patient, Question, Step, Walk
from guidelint.wording import (
    advice_in_words,
    assumption_in_words,
    condition_in_words,
    fact_in_words,
    grade_in_words,
    interval_in_words,
)


def walk_in_words(guideline: Guideline, walked: Walk, style: Style) -> str:
    lines: list[str] = []
    visit = 1
    for number, step in enumerate(walked.steps, start=1):
        node = guideline.nodes[step.node]
        lines.append(f"{number:>3}. {style.bold(safe(node.name))} {style.dim(f'({node.id})')}")
        lines += (f"     {safe(line)}" for line in _what_happens(guideline, node, step))
        if step.visit != visit:
            visit = step.visit
            lines.append(style.dim(f"     visit {visit} begins"))
    return "\n".join(lines)


def ending_in_words(guideline: Guideline, walked: Walk) -> str:
    """How the walk ends, as one line."""
    ending = walked.ending
    name = guideline.nodes[ending.node].name if ending.node in guideline.nodes else ending.node
    match ending:
        case Ended():
            return safe(f"the walk ends in `{ending.node}` after {plural(len(walked.visits), 'visit')}")
        case Gap():
            return safe(f"gap: no branch of `{ending.node}` ({name}) matches this patient")
        case Overlap():
            return safe(f"overlap: branches {_numbers(ending)} of `{ending.node}` ({name}) match this patient")
        case Question():
            labels = ", ".join(f"{guideline.label(fact)} ({fact})" for fact in ending.facts)
            return safe(
                f"not walked to the end: `{ending.node}` ({name}) asks for {labels}; give it with --given or --visit"
            )
        case Astray():
            return safe(f"astray: the way ends at `{ending.node}`, which recommends nothing")


def _numbers(overlap: Overlap) -> str:
    return " and ".join(str(branch + 1) for branch in overlap.branches)


def _what_happens(guideline: Guideline, node: Node, step: Step) -> Iterator[str]:
    if isinstance(node, Decision):
        yield from _decision(guideline, node, step)
    elif isinstance(node, Recommendation):
        for advice in node.advice:
            yield from _advice(guideline, advice)
    else:
        yield _follow_up(guideline, node, step)


def _decision(guideline: Guideline, node: Decision, step: Step) -> Iterator[str]:
    if step.branch is None:
        return
    branch = node.branches[step.branch]
    taken = "otherwise" if branch.condition is None else condition_in_words(branch.condition, guideline)
    yield f"→ {f'{branch.label}: ' if branch.label else ''}{taken}"
    if step.because_of:
        yield f"  since: {', '.join(fact_in_words(name, value, guideline) for name, value in step.because_of)}"


def _advice(guideline: Guideline, advice: Advice) -> Iterator[str]:
    urgency = f" [{advice.urgency.value}]" if advice.urgency else ""
    yield f"• {advice_in_words(advice, guideline)}{urgency} ({grade_in_words(advice)})"
    for name in advice.because:
        yield f"  because {name}: {_ground(guideline, name)}"


def _ground(guideline: Guideline, name: str) -> str:
    """A statement with what it cites, or a reference."""
    statement = guideline.statements.get(name)
    if statement is not None:
        cites = f" [{', '.join(statement.cites)}]" if statement.cites else ""
        return f"{statement.says}{cites}"
    reference = guideline.references.get(name)
    return (reference.title or f"unresolved: {reference.unresolved}") if reference else "undefined"


def _follow_up(guideline: Guideline, node: FollowUp, step: Step) -> str:
    if step.way is EdgeKind.OTHERWISE and node.at_most is not None:
        return f"→ {used_up_in_words(node.at_most)}"
    observed = ", ".join(guideline.label(name) for name in node.observe)
    return f"→ after {interval_in_words(node.after)}{f', observing {observed}' if observed else ''}"


def misfits(guideline: Guideline, patient: Patient, walked: Walk) -> Iterator[str]:
    """What is given for visits that never come or of facts that are not observed there, and what cannot be at all."""
    yield from unused(guideline, patient, walked)
    yield from impossible(guideline, walked)


def unused(guideline: Guideline, patient: Patient, walked: Walk) -> Iterator[str]:
    follow_ups = follow_ups_passed(guideline, walked)
    for number, (visit, follow_up) in enumerate(zip(patient.visits, follow_ups, strict=False), start=1):
        for name in visit:
            if name not in follow_up.observe:
                yield safe(f"not used: `{name}` of --visit {number} is not observed at `{follow_up.id}`")
    if len(patient.visits) > len(follow_ups):
        yield f"not used: {plural(len(patient.visits) - len(follow_ups), 'further --visit')}, since the walk has ended"


def impossible(guideline: Guideline, walked: Walk) -> Iterator[str]:
    """The assumptions that the patient breaks at some visit: the guideline is not for such a patient."""
    visits = [PatientValuation(guideline, facts) for facts in walked.visits]
    for assumption in guideline.assumptions:
        if any(visit.breaks(assumption) for visit in visits):
            yield safe(f"no such patient: the guideline assumes {assumption_in_words(assumption, guideline)}")
