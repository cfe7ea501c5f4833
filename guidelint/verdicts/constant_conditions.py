"""Conditions that are the same for every patient, and how rules point at a condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidelint.condition import AllOf, AnyOf, Comparison, Condition, IsUnknown, Not, leaves, name_in
from guidelint.diagnostic import Place, Route, at_key, at_value
from guidelint.logic import Logic, Proved, Refuted
from guidelint.logic.formula import Formula
from guidelint.model import Branch, Constraint, Contraindication, Criterion, Entry, Guideline, ScoreMember
from guidelint.names import leaves_behind
from guidelint.verdicts.assumptions import to_blame
from guidelint.verdicts.decisions import subject_of_branch
from guidelint.wording import named

MOST_PARTS = 20
"""Of `all`, each of which is left out once to see whether it is to blame."""


@dataclass(frozen=True, slots=True)
class Written:
    """A condition as it stands in a guideline; `term` is the criterion or score that it defines, or a part of one."""

    entry: Entry
    condition: Condition
    term: str | None = None

    @property
    def subject(self) -> str:
        """What findings about it share: the term, or the branch, constraint or intervention that it stands in."""
        if self.term is not None:
            return f"terms/{self.term}"
        if isinstance(self.entry, Branch):
            return subject_of_branch(self.entry)
        section = "contraindications" if isinstance(self.entry, Contraindication) else self.entry.route[0]
        return f"{section}/{self.entry.route[1]}"

    @property
    def place(self) -> Place:
        return at_value(self._route)

    @property
    def _route(self) -> Route:
        """The condition itself; in a criterion it is one of the criterion's own keys."""
        condition = self.condition
        if not isinstance(self.entry, Criterion):
            return condition.route
        if isinstance(condition, Comparison):
            return (*condition.route, condition.tests[0].operator.value)
        return (*condition.route, KEYS[type(condition)])

    def in_words(self, guideline: Guideline) -> str:
        entry = self.entry
        match entry:
            case Criterion():
                return f"criterion {named(entry)}"
            case ScoreMember():
                return f"this condition of score {named(guideline.scores[str(entry.route[1])])}"
            case Contraindication():
                return "this contraindication"
            case Constraint():
                return "this `when`"
            case _:
                return "the condition of this branch"


KEYS: dict[type[Condition], str] = {AllOf: "all", AnyOf: "any", Not: "not", IsUnknown: "unknown"}


@dataclass(frozen=True, slots=True)
class Judged:
    """`truth` is None where a condition differs between patients; `echoes` says that it names one that does not."""

    written: Written
    truth: bool | None
    echoes: bool


def judged_conditions(logic: Logic) -> Iterator[Judged]:
    """Every condition but those of assumptions; nothing where the assumptions allow no patient."""
    if isinstance(logic.has_patients(), Refuted):
        return
    constant: set[str] = set()
    for written in _written(logic.guideline):
        echoes = any(name_in(leaf) in constant for leaf in leaves(written.condition) if not isinstance(leaf, IsUnknown))
        truth = None if echoes else _truth(logic, written.condition)
        if written.term is not None and (echoes or truth is not None):
            constant.add(written.term)
        yield Judged(written, truth, echoes)


def constant_conditions(logic: Logic, *, truth: bool) -> Iterator[Written]:
    return (judged.written for judged in judged_conditions(logic) if judged.truth is truth)


def whom(logic: Logic, written: Written, *, truth: bool) -> str:
    """Of which patients a condition is constant, in words behind `patient`."""
    if truth and _is_true_of_the_known(logic, written.condition):
        return "" if _is_true_of_all(logic, written.condition) else " in whom it is known"
    return " whom the assumptions allow" if _is_assumed(logic, written, truth=truth) else ""


def reasons(logic: Logic, written: Written, *, truth: bool) -> Iterator[Place]:
    """What makes a condition constant, where that is not all of it."""
    condition = written.condition
    fact = logic.guideline.facts.get(condition.fact) if isinstance(condition, Comparison) else None
    if _is_assumed(logic, written, truth=truth):
        yield from _assumptions(logic, condition, truth=truth)
    elif isinstance(condition, AllOf) and not truth:
        yield from _excluding(logic, condition)
    elif fact is not None and fact.type.is_numeric:
        yield at_value((*fact.route, "range"), "all of this range passes" if truth else "none of this range passes")


def _assumptions(logic: Logic, condition: Condition, *, truth: bool) -> Iterator[Place]:
    blamed = to_blame(logic, lambda other: _truth(other, condition) is truth)
    yield from (at_value(assumption.route, "without this it would not be so") for assumption in blamed)
    if not blamed:
        yield at_key(("assumptions",), "without these it would not be so")


def _excluding(logic: Logic, condition: AllOf) -> Iterator[Place]:
    """The parts of `all` that nobody meets together, where others have nothing to do with it."""
    kept = list(condition.parts) if len(condition.parts) <= MOST_PARTS else []
    for part in reversed(kept):
        without = [each for each in kept if each is not part]
        if isinstance(logic.possible([logic.compiler.compile(each) for each in without]), Refuted):
            kept = without
    if len(kept) < len(condition.parts):
        note = "nobody meets these parts together" if len(kept) > 1 else "nobody meets this part"
        yield from (at_value(part.route, note) for part in kept)


def _is_assumed(logic: Logic, written: Written, *, truth: bool) -> bool:
    return _truth(logic.without_assumptions, written.condition) is not truth


def _written(guideline: Guideline) -> Iterator[Written]:
    """Criteria and scores after those that they name."""
    terms: dict[str, list[Written]] = {}
    others: list[Written] = []
    for entry, condition in guideline.conditions():
        if isinstance(entry, (Criterion, ScoreMember)):
            term = str(entry.route[1])
            terms.setdefault(term, []).append(Written(entry, condition, term))
        elif isinstance(entry, (Branch, Constraint, Contraindication)):
            others.append(Written(entry, condition))
    for term in _inner_first(guideline):
        yield from terms.get(term, ())
    yield from others


def _inner_first(guideline: Guideline) -> Iterator[str]:
    known = set[str]()
    for term in guideline.terms:
        for name in guideline.inner_first(term, known):
            known.add(name)
            yield name


def _truth(logic: Logic, condition: Condition) -> bool | None:
    """False where it is true of nobody; true where it is of everybody, or of everybody in whom it is known."""
    if isinstance(logic.possible([logic.compiler.compile(condition)]), Refuted):
        return False
    if _is_true_of_all(logic, condition) or _is_true_of_the_known(logic, condition):
        return True
    return None


def _is_true_of_all(logic: Logic, condition: Condition, among: Sequence[Formula] = ()) -> bool:
    compiler = logic.compiler
    otherwise = compiler.negation(compiler.surely(compiler.compile(condition)))
    return isinstance(logic.possible([*among, otherwise]), Refuted)


def _is_true_of_the_known(logic: Logic, condition: Condition) -> bool:
    """Whatever is assumed: an assumption may well be there to tell the known from the unknown."""
    free = logic.without_assumptions
    known = _known(free, condition, free.compiler.compile(condition))
    return bool(known) and isinstance(free.possible(known), Proved) and _is_true_of_all(free, condition, known)


def _known(logic: Logic, condition: Condition, formula: Formula) -> Sequence[Formula]:
    """That each fact behind it is known, but for those that it asks to be unknown."""
    asked = {leaf.fact for leaf in leaves_behind(logic.guideline, [condition]) if isinstance(leaf, IsUnknown)}
    cells = [logic.cells[fact] for fact in sorted(formula.facts - asked) if logic.cells[fact].unknown]
    return [logic.compiler.among(each.fact.id, each.known, each.unknown) for each in cells]
