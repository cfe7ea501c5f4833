"""Formulas over any Boolean algebra: bits of a truth table, bits of a sample of patients, or literals of a solver.

A formula is judged in Kleene's three-valued logic: by when it is surely true, and when it is surely false.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from guidelint.logic.formula import Among, Conjunction, Formula, Negation, ScoreTest, Surely
from guidelint.runs import runs

E = TypeVar("E")

Versions = tuple[int, ...]
"""At which visit, counted from 0, the facts of each group were last observed; see `Judge`."""

Members = tuple[tuple[int, E], ...]
"""What a sum is made of: how much each part adds, and when."""


class Algebra(Protocol[E]):
    """Elements are compared by `==` only to find those that are known already."""

    @property
    def true(self) -> E: ...

    def negation(self, element: E) -> E: ...

    def conjunction(self, elements: Iterable[E]) -> E: ...

    def disjunction(self, elements: Iterable[E]) -> E: ...

    def among(self, fact: str, version: int, cells: int) -> E:
        """That a fact, as observed at a visit, lies in a set of cells."""


class Kleene(NamedTuple, Generic[E]):
    """When a formula is surely true, and when it is surely false; where neither, it is unknown."""

    true: E
    false: E


class Sure(Generic[E]):
    """The same of a formula that is never unknown."""

    __slots__ = ("_algebra", "true")

    def __init__(self, algebra: Algebra[E], true: E) -> None:
        self._algebra = algebra
        self.true = true

    @property
    def false(self) -> E:
        return self._algebra.negation(self.true)


Truth = Kleene[E] | Sure[E]


class Judge(Generic[E]):
    """Judges formulas over one algebra, each once for all visits in which its facts are the same.

    `groups` says of each fact that changes to which group it belongs: those that the same follow-ups observe.
    """

    def __init__(self, algebra: Algebra[E], groups: Mapping[str, int]) -> None:
        self.algebra = algebra
        self._groups = groups
        self._known: dict[tuple[Formula, Versions], Truth[E]] = {}
        self._read: dict[Formula, tuple[int, ...]] = {}
        self._sums: dict[Members[E], list[E]] = {}

    def judge(self, formula: Formula, versions: Versions) -> Truth[E]:
        known = self._known.get((formula, self._of(formula, versions)))
        return self._judged(formula, versions) if known is None else known

    def _judged(self, formula: Formula, versions: Versions) -> Truth[E]:
        """The parts before the whole, so that no formula is too deep for the stack."""
        waiting = [formula]
        while True:
            top = waiting[-1]
            parts = []
            for part in top.parts:
                known = self._known.get((part, self._of(part, versions)))
                if known is None:
                    waiting.append(part)
                else:
                    parts.append(known)
            if waiting[-1] is top:
                judged = self._known[waiting.pop(), self._of(top, versions)] = self._judge(top, parts, versions)
                if not waiting:
                    return judged

    def _of(self, formula: Formula, versions: Versions) -> Versions:
        """The versions of the facts that a formula reads."""
        if not versions:
            return versions
        read = self._read.get(formula)
        if read is None:
            groups = {self._groups[fact] for fact in formula.facts if fact in self._groups}
            read = self._read[formula] = tuple(sorted(groups))
        return versions if len(read) == len(versions) else tuple([versions[group] for group in read])

    def _judge(self, formula: Formula, parts: Sequence[Truth[E]], versions: Versions) -> Truth[E]:
        if formula.is_sure:
            return Sure(self.algebra, self._true(formula, parts, versions))
        return Kleene(self._true(formula, parts, versions), self._false(formula, parts, versions))

    def _true(self, formula: Formula, parts: Sequence[Truth[E]], versions: Versions) -> E:
        match formula:
            case Among():
                return self.algebra.among(formula.fact, self._version(formula.fact, versions), formula.true)
            case Negation():
                return parts[0].false
            case Surely():
                return parts[0].true
            case Conjunction():
                return self.algebra.conjunction([part.true for part in parts])
            case ScoreTest():
                return self._surely(formula, parts, passes=True)
        raise TypeError(formula)

    def _false(self, formula: Formula, parts: Sequence[Truth[E]], versions: Versions) -> E:
        match formula:
            case Among():
                return self.algebra.among(formula.fact, self._version(formula.fact, versions), formula.false)
            case Negation():
                return parts[0].true
            case Conjunction():
                return self.algebra.disjunction([part.false for part in parts])
            case ScoreTest():
                return self._surely(formula, parts, passes=False)
        raise TypeError(formula)

    def _version(self, fact: str, versions: Versions) -> int:
        group = self._groups.get(fact)
        return 0 if group is None else versions[group]

    def _surely(self, test: ScoreTest, parts: Sequence[Truth[E]], *, passes: bool) -> E:
        """That no sum between the least and the greatest does otherwise.

        What adds to a sum is what is surely so for the least, and what is not surely otherwise for the greatest; a
        member that takes points away is one that gives them where it does not hold.
        """
        signed = [(points, part) for points, part in zip(test.points, parts, strict=True) if points]
        negation = self.algebra.negation
        least = tuple((abs(points), part.true if points > 0 else part.false) for points, part in signed)
        most = tuple((abs(points), negation(part.false if points > 0 else part.true)) for points, part in signed)
        otherwise = (total for total, passing in enumerate(test.passes) if passing is not passes)
        return self._outside(otherwise, least, most)

    def _outside(self, sums: Iterable[int], least: Members[E], most: Members[E]) -> E:
        """That none of the sums lies between the least and the greatest."""
        negation = self.algebra.negation
        return self.algebra.conjunction(
            self.algebra.disjunction((self._at_least(least, last + 1), negation(self._at_least(most, first))))
            for first, last in runs(sums)
        )

    def _at_least(self, members: Members[E], total: int) -> E:
        """That the points of the members that hold come to a total."""
        sums = self._sums.get(members)
        if sums is None:
            sums = self._sums[members] = self._all_sums(members)
        if total >= len(sums):
            return self.algebra.negation(self.algebra.true)
        return sums[max(total, 0)]

    def _all_sums(self, members: Members[E]) -> list[E]:
        """For each total, that the members come to it; one member after another."""
        sums = [self.algebra.true]
        for points, holds in members:
            none = self.algebra.negation(self.algebra.true)
            without = [*sums, *[none] * points]
            sums = [
                self.algebra.disjunction((before, self.algebra.conjunction((holds, without[max(total - points, 0)]))))
                for total, before in enumerate(without)
            ]
        return sums
