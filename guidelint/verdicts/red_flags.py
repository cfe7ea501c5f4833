"""Whether red flags are looked for before anybody is treated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidelint.condition import name_in
from guidelint.logic import Answer, Logic
from guidelint.logic.gives import gives
from guidelint.logic.monitors import VIOLATED, Mode, NothingOwed, Step, Watch
from guidelint.logic.properties import possibly
from guidelint.model import Advice, Before, Criterion, Direction, Guideline, Node, Recommendation, Selector
from guidelint.names import facts_behind, leaves_behind

LOOKED: Mode = "looked for"


@dataclass(frozen=True, slots=True)
class Search:
    """How red flags are looked for: `decisions` read one by its name or all of its facts, and `asked` are the facts of
    red flags that each decision reads. One that was asked for fact by fact has been looked for too."""

    decisions: frozenset[str]
    asked: Mapping[str, frozenset[str]]
    flags: tuple[frozenset[str], ...]

    def after(self, node: Node, mode: Mode) -> Mode:
        """The mode is what has been asked for so far."""
        if not isinstance(mode, frozenset) or node.id in self.decisions:
            return LOOKED
        known = mode | self.asked.get(node.id, frozenset())
        return LOOKED if any(flag <= known for flag in self.flags) else known


@dataclass(frozen=True)
class GivenBefore(NothingOwed):
    """Something is not given before something else comes, by whoever has been looked at, or by whoever has not."""

    search: Search
    given: frozenset[str]
    earlier: frozenset[str]
    watch: Watch
    is_looked: bool
    start: Mode = frozenset[str]()

    def passing(self, node: Node, mode: Mode, *, begins_visit: bool) -> Iterator[Step]:
        if node.id in self.given and (mode is LOOKED) is self.is_looked:
            yield self.watch, VIOLATED
        after = self.search.after(node, mode)
        if node.id not in self.earlier and (after is not LOOKED or self.is_looked):
            yield None, after


def red_flags(guideline: Guideline) -> list[Criterion]:
    return [criterion for criterion in guideline.criteria.values() if criterion.is_red_flag]


def search_of(guideline: Guideline) -> Search:
    flags = [criterion.id for criterion in red_flags(guideline)]
    behind = facts_behind(guideline, guideline.facts)
    facts = tuple(frozenset(behind[flag]) for flag in flags if behind[flag])
    decisions, asked = set(), {}
    for decision in guideline.decisions() if flags else ():
        read = frozenset(name_in(leaf) for leaf in leaves_behind(guideline, decision.conditions))
        if not read.isdisjoint(flags) or any(each <= read for each in facts):
            decisions.add(decision.id)
        if found := read & frozenset[str]().union(*facts):
            asked[decision.id] = found
    return Search(frozenset(decisions), asked, facts)


def treatments_of(guideline: Guideline) -> dict[str, list[tuple[Advice, Selector]]]:
    """For each node that may give a treatment, what of its advice may; nothing where no red flag is defined."""
    if not red_flags(guideline):
        return {}
    return {node.id: found for node in guideline.recommendations() if (found := _treatments(guideline, node))}


def looked_first(logic: Logic, search: Search, node: str, treatments: frozenset[str]) -> Answer:
    """That no walk begins its treatment at the node before red flags are looked for, unless what it has passed leaves
    none."""
    flags = logic.compiler.disjunction(logic.compiler.compile(flag.condition) for flag in red_flags(logic.guideline))
    watch = logic.compiler.possibly(flags)
    monitor = GivenBefore(search, frozenset({node}), treatments - {node}, watch, is_looked=False)
    return logic.satisfies(("red flags", node), monitor)


def held_once_looked_for(logic: Logic, constraint: Before) -> Answer:
    """That the constraint holds of whoever has been looked at for red flags."""
    guideline = logic.guideline
    given, earlier = gives(guideline, constraint.advice).may, gives(guideline, constraint.comes).surely
    watch = possibly(logic.compiler, constraint.when)
    monitor = GivenBefore(search_of(guideline), given, earlier, watch, is_looked=True)
    return logic.satisfies(("looked for", constraint.id), monitor)


def _treatments(guideline: Guideline, node: Recommendation) -> list[tuple[Advice, Selector]]:
    """The advice of a node that may give a treatment, each with the first option that may be one."""
    found = []
    for advice in node.advice:
        options = (option for option in advice.options if _may_treat(guideline, option))
        if advice.direction is Direction.FOR and (option := next(options, None)) is not None:
            found.append((advice, option))
    return found


def _may_treat(guideline: Guideline, option: Selector) -> bool:
    return any(guideline.interventions[member].kind.is_treatment for member in guideline.members(option))
