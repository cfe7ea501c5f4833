"""Conditions, compiled: every name is resolved, every comparison is a set of cells, and every formula exists once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from guidelint.condition import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    IsUnknown,
    Name,
    Not,
    Operator,
    Test,
    holds,
    leaves,
)
from guidelint.condition import Constant as WrittenConstant
from guidelint.logic.cells import Cells
from guidelint.model import Guideline

MOST_SUMS = 100_000
"""That a score can come to."""


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """`facts` are those that it reads; it `is_sure` where none of them can be unknown, and so it never is.

    Formulas of one compiler are equal only if they are the same object.
    """

    facts: frozenset[str]
    is_sure: bool
    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Among(Formula):
    """A fact lies in a set of cells; `false` are those in which it surely does not, and of the rest it is unknown."""

    fact: str
    true: int
    false: int


@dataclass(frozen=True, slots=True, eq=False)
class Conjunction(Formula):
    """All parts are true."""


@dataclass(frozen=True, slots=True, eq=False)
class Negation(Formula):
    """Its only part is false."""


@dataclass(frozen=True, slots=True, eq=False)
class Surely(Formula):
    """True where its only part is surely true, and false where it is not: never unknown."""


@dataclass(frozen=True, slots=True, eq=False)
class ScoreTest(Formula):
    """The sum of the points of the parts that hold passes; `passes` begins at the least possible sum."""

    points: tuple[int, ...]
    passes: tuple[bool, ...]


class Compiler:
    """Compiles the conditions of one guideline, whose names are all defined and whose criteria are not circular."""

    def __init__(self, guideline: Guideline, cells: Mapping[str, Cells]) -> None:
        self._guideline = guideline
        self._cells = cells
        self._known: dict[object, Formula] = {}
        self._terms: dict[str, tuple[Formula, ...]] = {}
        self._conditions: dict[int, tuple[Condition, Formula]] = {}

    def compile(self, condition: Condition) -> Formula:
        known = self._conditions.get(id(condition))  # kept with its formula, so that its id stays its own
        if known is None:
            for leaf in leaves(condition) if self._guideline.terms else ():
                self._prepare(leaf)
            known = self._conditions[id(condition)] = condition, self._compile(condition)
        return known[1]

    def among(self, fact: str, true: int, false: int) -> Formula:
        is_sure = not self._cells[fact].unknown
        return self._once((fact, true, false), lambda: Among(frozenset((fact,)), is_sure, (), fact, true, false))

    def conjunction(self, parts: Iterable[Formula]) -> Formula:
        unique = tuple(dict.fromkeys(parts))
        if len(unique) == 1:
            return unique[0]
        return self._once(("and", unique), lambda: Conjunction(*_reading(unique), unique))

    def disjunction(self, parts: Iterable[Formula]) -> Formula:
        return self.negation(self.conjunction(self.negation(part) for part in parts))

    def negation(self, part: Formula) -> Formula:
        if isinstance(part, Negation):
            return part.parts[0]
        if isinstance(part, Among):
            return self.among(part.fact, part.false, part.true)
        return self._once(("not", part), lambda: Negation(part.facts, part.is_sure, (part,)))

    def surely(self, part: Formula) -> Formula:
        """That a formula is surely true; the formula itself where it is never unknown."""
        if part.is_sure:
            return part
        return self._once(("surely", part), lambda: Surely(part.facts, True, (part,)))

    def possibly(self, part: Formula) -> Formula:
        """That a formula is not surely false."""
        return self.negation(self.surely(self.negation(part)))

    def score_test(self, score: str, tests: Sequence[Test]) -> Formula:
        self._prepare_term(score)
        points = tuple(member.points for member in self._guideline.scores[score].members)
        parts = self._terms[score]
        least, most = self._guideline.scores[score].least, self._guideline.scores[score].most
        if most - least > MOST_SUMS:
            return self.conjunction(())  # nothing is decided then: see `Setting.why_not`
        passes = tuple(all(holds(test, total) for test in tests) for total in range(least, most + 1))
        return self._once(("score", parts, points, passes), lambda: ScoreTest(*_reading(parts), parts, points, passes))

    def score_is(self, score: str, total: int) -> Formula:
        return self.score_test(score, [Test(Operator.IS, (WrittenConstant(total, total),))])

    def _compile(self, condition: Condition) -> Formula:
        match condition:
            case Name():
                if condition.name in self._guideline.criteria:
                    return self._terms[condition.name][0]
                return self.among(condition.name, 0b10, 0b01)
            case IsUnknown():
                cells = self._cells[condition.fact]
                return self.among(condition.fact, cells.unknown, cells.known)
            case Comparison():
                return self._comparison(condition)
            case Not():
                return self.negation(self._compile(condition.part))
            case AllOf():
                return self.conjunction([self._compile(part) for part in condition.parts])
            case AnyOf():
                return self.disjunction([self._compile(part) for part in condition.parts])

    def _comparison(self, comparison: Comparison) -> Formula:
        if comparison.fact in self._guideline.scores:
            return self.score_test(comparison.fact, comparison.tests)
        cells = self._cells[comparison.fact]
        passing = cells.passing(comparison.tests)
        return self.among(comparison.fact, passing, cells.known ^ passing)

    def _prepare(self, leaf: Name | IsUnknown | Comparison) -> None:
        name = leaf.name if isinstance(leaf, Name) else leaf.fact
        if name in self._guideline.terms and not isinstance(leaf, IsUnknown):
            self._prepare_term(name)

    def _prepare_term(self, term: str) -> None:
        """Compiles a term after those behind it."""
        for name in self._guideline.inner_first(term, self._terms):
            self._terms[name] = tuple(self._compile(condition) for condition in self._guideline.terms[name])

    def _once(self, key: object, make: Callable[[], Formula]) -> Formula:
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = make()
        return known


def _reading(parts: Sequence[Formula]) -> tuple[frozenset[str], bool]:
    """The facts that a formula of these parts reads, and whether it is sure."""
    return frozenset().union(*[part.facts for part in parts]), all(part.is_sure for part in parts)
