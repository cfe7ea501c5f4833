"""A constraint as one sentence, for a clinician who does not read YAML."""

from __future__ import annotations

from guidelint.model import (
    AdviceSelection,
    After,
    Always,
    Before,
    Constraint,
    Direction,
    Guideline,
    Never,
    NodeSelection,
    Only,
    Together,
    Total,
)
from guidelint.quantity import Quantity, spell
from guidelint.verdicts.violation_words import selection_in_words, times
from guidelint.wording import condition_in_words


def constraint_in_words(constraint: Constraint, guideline: Guideline) -> str:
    """`Always Cervical MRI, when: Any red flag`."""
    when = f", when: {condition_in_words(constraint.when, guideline)}" if constraint.when else ""
    return f"{_rule(constraint, guideline)}{when}"


def _rule(constraint: Constraint, guideline: Guideline) -> str:
    def thing(selection: AdviceSelection | NodeSelection) -> str:
        return _thing(selection, guideline)

    match constraint:
        case Never():
            return f"Never {thing(constraint.advice)}"
        case Always():
            return f"Always {thing(constraint.advice)}"
        case Only():
            only = " only" if constraint.when else ", for nobody"
            return f"{_capital(thing(constraint.advice))}{only}"
        case Before():
            return f"{_capital(thing(constraint.comes))} before {thing(constraint.advice)}"
        case After():
            within = f", within {spell(constraint.within)}" if constraint.within else ""
            return f"{_capital(thing(constraint.follows))} after {thing(constraint.advice)}{within}"
        case Total():
            most = constraint.at_most
            limit = f"at most {spell(most) if isinstance(most, Quantity) else times(most)}"
            return f"{_capital(thing(constraint.advice))} {limit} in all"
        case Together():
            return f"{_capital(thing(constraint.first))} and {thing(constraint.second)} never in one visit"
    raise TypeError(constraint)


def _thing(selection: AdviceSelection | NodeSelection, guideline: Guideline) -> str:
    if isinstance(selection, NodeSelection):
        node = guideline.nodes.get(selection.node)
        return f"“{node.name if node else selection.node}”"
    against = "advice against " if selection.direction is Direction.AGAINST else ""
    return f"{against}{selection_in_words(guideline, selection)}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
