"""The words in the boxes: for a clinician who does not read YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guidelint.diagrams.observed import observed_in_words
from guidelint.diagrams.picture import Box, Emphasis, Shape
from guidelint.model import Advice, Decision, Direction, FollowUp, Guideline, Metadata, Node, Recommendation, Urgency
from guidelint.returns import times_in_words
from guidelint.wording import (
    advice_in_words,
    assumption_in_words,
    condition_in_words,
    grade_in_words,
    interval_in_words,
)

UNREACHED = "(no way from the start leads here)"

MOST_LIMITS = 5
"""A class of medicines may have as many as it has members."""

MOST_ASSUMPTIONS = 6
"""Of more, the page has room."""

URGENCY_MARKS = {Urgency.ROUTINE: "Routine: ", Urgency.URGENT: "⚠ Urgent: ", Urgency.EMERGENCY: "‼ Emergency: "}


def start_box(id: str, guideline: Guideline) -> Box:
    """The mark of the start: what this guideline is, whom it is for, how far one may trust it, and what it assumes."""
    metadata = guideline.metadata
    about = ", ".join(_filled(f"Version {metadata.version}", metadata.date))
    details = _filled(metadata.population, about, status_in_words(metadata), _assumptions(guideline))
    return Box(id, None, Shape.START, f"Start: {metadata.title}", tuple(details))


def status_in_words(metadata: Metadata) -> str:
    status = "Status unknown" if metadata.status == "unknown" else metadata.status.capitalize()
    return f"{status}, approved {metadata.approved}" if metadata.approved else f"{status}, without a date of approval"


def _assumptions(guideline: Guideline) -> str:
    found = [assumption_in_words(each, guideline) for each in guideline.assumptions]
    if len(found) > MOST_ASSUMPTIONS:
        return f"{len(found):,} assumptions: see the review page"
    return "\n".join(("Taken for granted:", *(f"• {words}" for words in found))) if found else ""


def undefined_box(id: str, name: str) -> Box:
    return Box(id, name, Shape.UNDEFINED, f"? {name}", ("(this node is not defined)",))


def node_box(id: str, node: Node, guideline: Guideline, definitions: Iterable[str], *, is_reached: bool) -> Box:
    unreached = "" if is_reached else UNREACHED
    if isinstance(node, Decision):
        return Box(id, node.id, Shape.DECISION, node.name, tuple(_filled(*definitions, unreached)))
    if isinstance(node, FollowUp):
        return Box(id, node.id, Shape.FOLLOW_UP, node.name, tuple(_filled(*_follow_up(node, guideline), unreached)))
    title, *details = recommendation_in_words(node, guideline)
    shape, emphasis = weight_of(node)
    return Box(id, node.id, shape, title, tuple(_filled(*details, unreached)), emphasis)


def _filled(*lines: str | None) -> Iterator[str]:
    return (line for line in lines if line)


def weight_of(node: Recommendation) -> tuple[Shape, Emphasis]:
    """The most pressing advice outweighs the rest; a ban does only where there is nothing else."""
    urgencies = {advice.urgency for advice in node.advice}
    if Urgency.EMERGENCY in urgencies:
        return Shape.EMERGENCY, Emphasis.PLAIN
    if Urgency.URGENT in urgencies:
        return Shape.RECOMMENDATION, Emphasis.URGENT
    is_ban = all(advice.direction is Direction.AGAINST for advice in node.advice)
    return Shape.RECOMMENDATION, Emphasis.AGAINST if is_ban else Emphasis.PLAIN


def recommendation_in_words(node: Recommendation, guideline: Guideline) -> Iterator[str]:
    """The label, or the first advice in its place; each advice; strength and certainty; and who must not have it.

    A grade that goes for the whole box stands under its title, any other under its advice.
    """
    lines = [_advice(advice, guideline) for advice in node.advice]
    grades = [grade_in_words(advice) for advice in node.advice]
    is_one_grade = len(set(grades)) == 1
    if not is_one_grade:
        lines = [f"{line}\n({grade})" for line, grade in zip(lines, grades, strict=True)]
    yield node.label or lines.pop(0)
    if is_one_grade:
        yield grades[0]
    bullet = "• " if len(lines) > 1 else ""
    yield from (f"{bullet}{line}" for line in lines)
    yield from _limits(node, guideline)


def _limits(node: Recommendation, guideline: Guideline) -> Iterator[str]:
    """Contraindications of what may be given; of many the first ones."""
    options = (option for advice in node.advice if advice.direction is Direction.FOR for option in advice.options)
    given = {name for option in options for name in guideline.members(option)}
    items = [item for item in guideline.interventions.values() if item.id in given]
    found = []
    for item in items:
        limits = "; or ".join(condition_in_words(each.when, guideline) for each in item.contraindications)
        if limits:
            found.append(f"Not if: {limits}" if len(items) == 1 else f"{item.name}, not if: {limits}")
    yield from found[:MOST_LIMITS]
    if len(found) > MOST_LIMITS:
        yield f"Contraindications of {len(found) - MOST_LIMITS:,} more are not drawn"


def _advice(advice: Advice, guideline: Guideline) -> str:
    ban = "⊘ " if advice.direction is Direction.AGAINST else ""
    urgency = URGENCY_MARKS[advice.urgency] if advice.urgency else ""
    label = f"{advice.label}: " if advice.label else ""
    return f"{ban}{urgency}{label}{advice_in_words(advice, guideline)}"


def _follow_up(node: FollowUp, guideline: Guideline) -> Iterator[str]:
    often = "" if node.at_most is None else f", at most {times_in_words(node.at_most)}"
    yield f"After {interval_in_words(node.after)}{often}"
    if node.observe:
        yield f"Observe: {observed_in_words(node, guideline)}"
