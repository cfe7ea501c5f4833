"""Mends that a help names: each is tried first, and proved to do what it promises and to harm nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, compress
from typing import NamedTuple

from guidelint.condition import AllOf, AnyOf, Comparison, Condition, Not, Test, name_in
from guidelint.diagnostic import Fix, Rename, Rewrite, at_key, at_value
from guidelint.logic import Logic, Refuted
from guidelint.logic.formula import Compiler, Formula
from guidelint.model import Decision, Guideline, node_of
from guidelint.names import leaves_behind
from guidelint.verdicts.bounds import Bound
from guidelint.verdicts.spelling import spell_test

Written = Sequence[Formula]
"""What the branches of a decision ask for, but for `else`."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A test that is written in place of that of a bound."""

    bound: Bound
    test: Test

    @property
    def spelled(self) -> str:
        return f"`{spell_test(self.test)}` in place of `{spell_test(self.bound.test)}`"

    @property
    def fix(self) -> Fix:
        (old_key, old), (new_key, new) = (spell_test(test).split(": ", 1) for test in (self.bound.test, self.test))
        operator, constant = Rename(at_key(self.bound.route), new_key), Rewrite(at_value(self.bound.route), new)
        return Fix(tuple(compress((operator, constant), (new_key != old_key, new != old))), f"write {self.spelled}")

    @property
    def comparison(self) -> Comparison:
        """As it is written then."""
        old = self.bound.comparison
        return replace(old, tests=tuple(self.test if each is self.bound.test else each for each in old.tests))

    @property
    def can_be_written(self) -> bool:
        """Whether no operator comes twice."""
        return len({each.operator for each in self.comparison.tests}) == len(self.comparison.tests)


def spelled(mends: Iterable[Mend]) -> str:
    return "write " + ", or ".join(mend.spelled for mend in mends)


class Mended(NamedTuple):
    decision: Decision
    before: Written
    after: Written


def closing(logic: Logic, decision: Decision, mends: Iterable[Mend], place: Sequence[Formula]) -> list[Mend]:
    """Those after which everybody at the place has a branch."""

    def left(written: Written) -> list[Formula]:
        return [*_none_of(logic, written), *place]

    return [mend for mend in mends if _is_right(logic, decision, mend, left)]


def parting(logic: Logic, decision: Decision, mends: Iterable[Mend], first: int, second: int) -> list[Mend]:
    """Those after which nobody has both branches."""
    return [
        mend for mend in mends if _is_right(logic, decision, mend, lambda written: [written[first], written[second]])
    ]


def _is_right(logic: Logic, decision: Decision, mend: Mend, defect: Callable[[Written], list[Formula]]) -> bool:
    """Whether the defect is gone with it, and nobody is worse off."""
    if not mend.can_be_written:
        return False
    mended = list(_mended(logic, mend))
    after = next(each.after for each in mended if each.decision.id == decision.id)
    is_gone = isinstance(logic.somebody_at(decision.id, defect(after)), Refuted)
    return is_gone and all(_is_no_worse(logic, *each) for each in mended)


def _mended(logic: Logic, mend: Mend) -> Iterator[Mended]:
    """The decision in which it is written, or all that read the criterion."""
    guideline, compiler = logic.guideline, logic.compiler
    node = guideline.nodes.get(node_of(mend.bound.route) or "")
    if isinstance(node, Decision):
        before = [compiler.compile(condition) for condition in node.conditions]
        yield Mended(node, before, [compiler.compile(_rewritten(each, mend)) for each in node.conditions])
        return
    name = str(mend.bound.route[1])
    criterion = guideline.criteria[name]
    criterion = replace(criterion, condition=_rewritten(criterion.condition, mend))
    changed = Compiler(replace(guideline, criteria={**guideline.criteria, name: criterion}), logic.cells)
    for decision in guideline.decisions():
        reading = [condition for condition in decision.conditions if _reads(guideline, condition, name)]
        if reading:
            before = [compiler.compile(condition) for condition in decision.conditions]
            by = {id(condition): changed for condition in reading}
            yield Mended(decision, before, [by.get(id(each), compiler).compile(each) for each in decision.conditions])


def _reads(guideline: Guideline, condition: Condition, criterion: str) -> bool:
    return any(name_in(leaf) == criterion for leaf in leaves_behind(guideline, [condition]))


def _rewritten(condition: Condition, mend: Mend) -> Condition:
    match condition:
        case AllOf() | AnyOf():
            return replace(condition, parts=tuple(_rewritten(part, mend) for part in condition.parts))
        case Not():
            return replace(condition, part=_rewritten(condition.part, mend))
        case _:
            return mend.comparison if condition is mend.bound.comparison else condition


def _is_no_worse(logic: Logic, decision: Decision, before: Written, after: Written) -> bool:
    """Whether whoever has no branch or two had so before, and whoever had a single one, or `else`, has it still."""
    conjunction = logic.compiler.conjunction
    none_before, none_after = _none_of(logic, before), _none_of(logic, after)
    changed = [index for index in range(len(after)) if after[index] is not before[index]]
    pairs = [pair for pair in combinations(range(len(after)), 2) if not set(changed).isdisjoint(pair)]
    implied = [
        (none_after, conjunction(none_before)),
        *(([after[one], after[other]], conjunction((before[one], before[other]))) for one, other in pairs),
        *((_only(logic, before, index), after[index]) for index in changed),
    ]
    if decision.has_else:
        implied.append((none_before, conjunction(none_after)))
    return all(logic.is_only_where(decision.id, formulas, [place]) for formulas, place in implied)


def _only(logic: Logic, written: Written, index: int) -> list[Formula]:
    """That one of the branches matches and no other."""
    negation, surely = logic.compiler.negation, logic.compiler.surely
    return [each if place == index else negation(surely(each)) for place, each in enumerate(written)]


def _none_of(logic: Logic, written: Written) -> list[Formula]:
    return [logic.compiler.negation(formula) for formula in written]
