"""Conditions: their tree, their three-valued evaluation, the facts that they wait for and that decide them.

A condition is judged over a `Valuation`. Facts may be unknown (`known: maybe`; Kleene's strong three-valued logic) or
not given yet; what is not given could have any value, so the truth of a condition is the *set* of values it may have.
"""

from guidelint.condition.evaluation import Interval, Valuation, evaluate, holds, holds_over
from guidelint.condition.reasons import TELLINGS, deciding_facts, distinct, missing_facts
from guidelint.condition.tree import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Constant,
    IsUnknown,
    Leaf,
    Name,
    Not,
    NotKnown,
    Number,
    Operator,
    Test,
    Value,
    ValueOrNot,
    is_number,
    leaves,
    name_in,
    parts,
)
from guidelint.condition.truth import ANY_TRUTH, EITHER, Truth, conjunction, disjunction, negation

__all__ = [
    "ANY_TRUTH",
    "EITHER",
    "TELLINGS",
    "AllOf",
    "AnyOf",
    "Comparison",
    "Condition",
    "Constant",
    "Interval",
    "IsUnknown",
    "Leaf",
    "Name",
    "Not",
    "NotKnown",
    "Number",
    "Operator",
    "Test",
    "Truth",
    "Valuation",
    "Value",
    "ValueOrNot",
    "conjunction",
    "deciding_facts",
    "disjunction",
    "distinct",
    "evaluate",
    "holds",
    "holds_over",
    "is_number",
    "leaves",
    "missing_facts",
    "name_in",
    "negation",
    "parts",
]
