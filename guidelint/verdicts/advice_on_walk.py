"""The advice that a witness is given on the way to where something shows, and what it may follow from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from guidelint.condition import Condition, Truth
from guidelint.diagnostic import Place, at_value
from guidelint.logic import Answer, Logic, Proved, Witness
from guidelint.model import Advice, Decision, Direction, Guideline, Recommendation
from guidelint.rule import Muting
from guidelint.valuation import PatientValuation
from guidelint.verdicts.decisions import subject
from guidelint.walk import Adopted, Step

ECHO_OF_AN_OVERLAP = {"GL303": Muting.SAME_SUBJECT, "GL308": Muting.SAME_SUBJECT, "GL314": Muting.SAME_SUBJECT}
NEITHER = (False, False)
GIVEN = {Direction.FOR: "recommended here", Direction.AGAINST: "advised against here"}


def advice_passed(guideline: Guideline, witness: Witness) -> list[Adopted]:
    """In the order in which it is given."""
    nodes = ((step, guideline.nodes[step.node]) for step in steps_passed(witness))
    return [
        Adopted(advice, node.id, step.visit)
        for step, node in nodes
        if isinstance(node, Recommendation)
        for advice in node.advice
    ]


def advice_of_last_visit(guideline: Guideline, witness: Witness) -> list[Adopted]:
    last = steps_passed(witness)[-1].visit
    return [adopted for adopted in advice_passed(guideline, witness) if adopted.visit == last]


def steps_passed(witness: Witness) -> tuple[Step, ...]:
    return witness.walk.steps[: witness.passed]


def truth_at(guideline: Guideline, witness: Witness, visit: int, condition: Condition) -> Truth:
    """What a condition comes to in a visit of the witness."""
    return PatientValuation(guideline, witness.walk.visits[visit - 1]).judge(condition)


def place_of_target(advice: Advice, note: str = "") -> Place:
    return at_value((*advice.route, advice.direction.value), note or GIVEN[advice.direction])


def subject_of(advice: Advice, kind: str = "advice") -> str:
    return f"{kind}/{'.'.join(str(step) for step in advice.route)}"


Claim = Callable[[Logic], Answer]


def overlaps_behind(logic: Logic, failing: Sequence[tuple[Witness, Claim]]) -> list[tuple[str, ...]]:
    """For each claim that fails, the subjects of the decisions at which its witness has several branches to different
    advice, where all that fails there, and does not fail anyhow, can be helped by taking one branch of them."""
    found = [tuple(dict.fromkeys(map(subject, _overlaps(logic, witness)))) for witness, _ in failing]
    helps = [_helps(logic, claim) if behind else NEITHER for behind, (_, claim) in zip(found, failing, strict=True)]
    together = {
        behind: [each for other, each in zip(found, helps, strict=True) if other == behind and any(each)]
        for behind in found
    }
    return [
        behind if any(each) and any(map(all, zip(*together[behind], strict=True))) else ()
        for behind, each in zip(found, helps, strict=True)
    ]


def _helps(logic: Logic, claim: Claim) -> tuple[bool, ...]:
    """Whether the claim holds where only the first branch is taken of those that match, and where only the last is."""
    return tuple(isinstance(claim(resolved), Proved) for resolved in logic.resolutions)


def _overlaps(logic: Logic, witness: Witness) -> Iterator[str]:
    for step in steps_passed(witness):
        node = logic.guideline.nodes[step.node]
        if isinstance(node, Decision) and step.branch is not None:
            others = [index for index in _matching(logic, witness, step, node) if index != step.branch]
            if any(logic.may_differ(node.id, *sorted((step.branch, other))) for other in others):
                yield node.id


def _matching(logic: Logic, witness: Witness, step: Step, node: Decision) -> Iterator[int]:
    written = ((index, branch.condition) for index, branch in enumerate(node.branches))
    for index, condition in written:
        if condition is not None and truth_at(logic.guideline, witness, step.visit, condition) is Truth.TRUE:
            yield index
