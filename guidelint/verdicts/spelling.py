"""Conditions as they are written in a guideline: for a help that says what to write."""

from __future__ import annotations

from fractions import Fraction

from guidelint.condition import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Constant,
    IsUnknown,
    Name,
    Not,
    Operator,
    Test,
    is_number,
)
from guidelint.quantity import spell_number


def spell_condition(condition: Condition) -> str:
    match condition:
        case Name():
            return condition.name
        case IsUnknown():
            return f"{{unknown: {condition.fact}}}"
        case Not():
            return f"{{not: {spell_condition(condition.part)}}}"
        case AllOf() | AnyOf():
            key = "all" if isinstance(condition, AllOf) else "any"
            return f"{{{key}: [{', '.join(map(spell_condition, condition.parts))}]}}"
        case Comparison():
            return f"{{{', '.join((f'fact: {condition.fact}', *map(spell_test, condition.tests)))}}}"


def spell_test(test: Test) -> str:
    constants = [_constant(constant) for constant in test.constants]
    one = constants[0] if len(constants) == 1 and test.operator is not Operator.IN else f"[{', '.join(constants)}]"
    return f"{test.operator.value}: {one}"


def _constant(constant: Constant) -> str:
    written = constant.written
    if isinstance(written, bool):
        return str(written).lower()
    return spell_number(Fraction(written)) if is_number(written) else str(written)
