"""Conditions, facts and advice in the words of the labels: for people who do not read YAML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    NotKnown,
    Operator,
    Test,
    ValueOrNot,
    is_number,
)
from guidelint.model import (
    Advice,
    Assumption,
    Choice,
    Direction,
    Entry,
    Fact,
    FactType,
    Guideline,
    NotStated,
    QuantityInterval,
    Selector,
    SelectorKind,
)
from guidelint.quantity import Quantity, spell, spell_number

OPERATOR_WORDS = {
    Operator.AT_LEAST: "at least",
    Operator.AT_MOST: "at most",
    Operator.ABOVE: "above",
    Operator.BELOW: "below",
}

CHOICE_WORDS = {
    Choice.EXACTLY_ONE: "One of",
    Choice.AT_MOST_ONE: "At most one of",
    Choice.ONE_OR_MORE: "One or more of",
    Choice.ANY: "None or any of",
}


def condition_in_words(condition: Condition, guideline: Guideline) -> str:
    match condition:
        case Name():
            return guideline.label(condition.name)
        case IsUnknown():
            return f"{guideline.label(condition.fact)} unknown"
        case Comparison():
            return _comparison(condition, guideline)
        case Not():
            return _negation(condition.part, guideline)
        case AllOf():
            return _joined(condition.parts, " and ", AnyOf, guideline)
        case AnyOf():
            return _joined(condition.parts, " or ", AllOf, guideline)


def _negation(part: Condition, guideline: Guideline) -> str:
    inner = condition_in_words(part, guideline)
    if isinstance(part, Name) and part.name in guideline.facts:
        return f"no {inner}"
    return f"not ({inner})"


def _joined(parts: Iterable[Condition], word: str, loose: type[Condition], guideline: Guideline) -> str:
    """Parts joined by a word, those that the other word joins in parentheses."""
    texts = (
        f"({condition_in_words(part, guideline)})" if isinstance(part, loose) else condition_in_words(part, guideline)
        for part in parts
    )
    return word.join(texts)


def _comparison(comparison: Comparison, guideline: Guideline) -> str:
    fact = guideline.facts.get(comparison.fact)
    tests = " and ".join(_test(test, fact) for test in comparison.tests)
    colon = "" if any(test.operator in OPERATOR_WORDS for test in comparison.tests) else ":"
    return f"{guideline.label(comparison.fact)}{colon} {tests}"


def _test(test: Test, fact: Fact | None) -> str:
    constants = [_constant(constant, fact) for constant in test.constants]
    if test.operator in OPERATOR_WORDS:
        return f"{OPERATOR_WORDS[test.operator]} {constants[0]}"
    if test.operator is Operator.IN:
        return f"one of {', '.join(constants)}"
    return constants[0] if test.operator is Operator.IS else f"not {constants[0]}"


def _constant(constant: Constant, fact: Fact | None) -> str:
    """A constant as it was written, with its unit or the fact's in words."""
    written = constant.written
    if is_number(written):
        return number_in_words(written, fact.unit if fact else None)
    if constant.unit is not None and fact is not None and is_number(constant.value):
        return number_in_words(constant.value, fact.unit)
    if isinstance(written, bool):
        return "yes" if written else "no"
    return fact.value_label(str(written)) if fact else str(written)


def number_in_words(number: int | Fraction, unit: str | None) -> str:
    return spell(Quantity(Fraction(number), unit)) if unit else spell_number(Fraction(number))


def fact_in_words(name: str, value: ValueOrNot, guideline: Guideline) -> str:
    """A fact with its value: `Fever`, `no Fever`, `Age 30 years`, `Rapid test: Positive`, `Allergy unknown`."""
    label = guideline.label(name)
    if isinstance(value, NotKnown):
        return f"{label} {value.value}"
    if isinstance(value, bool):
        return label if value else f"no {label}"
    fact = guideline.facts.get(name)
    if is_number(value):
        return f"{label} {number_in_words(value, fact.unit if fact else None)}"
    return f"{label}: {fact.value_label(str(value)) if fact else value}"


def fact_as_pair(name: str, value: ValueOrNot, guideline: Guideline) -> tuple[str, str]:
    """The label of a fact and its value, for a finding's `patient`: `yes`, `no`, `30 years`, `Positive`, `unknown`."""
    label, fact = guideline.label(name), guideline.facts.get(name)
    if isinstance(value, NotKnown):
        return label, value.value
    if isinstance(value, bool):
        return label, "yes" if value else "no"
    if is_number(value):
        return label, number_in_words(value, fact.unit if fact else None)
    return label, fact.value_label(str(value)) if fact else str(value)


def named(entry: Entry) -> str:
    """The id of an entry, and its label where it has one."""
    return f'`{entry.id}` "{entry.label}"' if entry.label else f"`{entry.id}`"


def selector_in_words(selector: Selector, guideline: Guideline) -> str:
    if selector.by is SelectorKind.INTERVENTION:
        intervention = guideline.interventions.get(selector.name)
        return intervention.name if intervention else selector.name
    return f"any {selector.name.replace('-', ' ')}"


def advice_in_words(advice: Advice, guideline: Guideline) -> str:
    """What to do, or not to do, with dose, interval and course."""
    parts = [_what(advice, guideline)]
    if advice.dose is not None:
        parts.append(interval_in_words(advice.dose))
    if advice.every is not None:
        parts.append(f"every {interval_in_words(advice.every)}")
    if isinstance(advice.course, QuantityInterval):
        parts.append(f"for {interval_in_words(advice.course)}")
    elif advice.course is NotStated.NOT_STATED:
        parts.append("length of course not stated")
    return ", ".join(parts)


def _what(advice: Advice, guideline: Guideline) -> str:
    """What is given or not. Not to give A *and* B could be read as not to give them together: hence `or`."""
    names = [selector_in_words(option, guideline) for option in advice.options]
    if advice.direction is Direction.AGAINST:
        return f"Do not: {listed(names, 'or')}"
    if len(names) == 1:
        return f"Optional: {names[0]}" if advice.choice.may_be_none else names[0]
    if advice.choice.takes_every_option:
        return listed(names, "and")
    return f"{CHOICE_WORDS[advice.choice]} {listed(names, 'or')}"


def listed(names: Sequence[str], word: str) -> str:
    return " ".join((", ".join(names[:-1]), word, names[-1])) if len(names) > 1 else "".join(names)


MOST_NAMED = 5
"""Of a number of things in one sentence."""


def quoted(names: Sequence[str]) -> str:
    """The first few names; the last one shown is followed by `…` where there are more."""
    return ", ".join([*(f"`{name}`" for name in names[:MOST_NAMED]), *(["…"] if len(names) > MOST_NAMED else [])])


def counted(word: str, names: Sequence[str]) -> str:
    """How many there are of a kind, and which: "2 cases (`mild`, `severe`)"."""
    return f"{len(names):,} {word}{'' if len(names) == 1 else 's'} ({quoted(names)})"


def grade_in_words(advice: Advice) -> str:
    """Strength and certainty: `Strong · high certainty`, or `Not graded`."""
    if advice.strength is None or advice.certainty is None:
        return "Strength or certainty missing"
    strength, certainty = advice.strength.value, advice.certainty.value
    if strength == certainty == "not-graded":
        return "Not graded"
    sure = "certainty not graded" if certainty == "not-graded" else f"{certainty.replace('-', ' ')} certainty"
    return f"{strength.replace('-', ' ').capitalize()} · {sure}"


def interval_in_words(interval: QuantityInterval) -> str:
    low, high = interval.low, interval.high
    if low is None or high is None:
        only = high if low is None else low
        return "" if only is None else f"{'at most' if low is None else 'at least'} {_quantity(only)}"
    if low == high:
        return _quantity(low)
    if low.unit == high.unit:
        return f"{spell_number(low.value)} to {_quantity(high)}"
    return f"{_quantity(low)} to {_quantity(high)}"


def _quantity(quantity: Quantity) -> str:
    return spell(quantity) if quantity.unit else spell_number(quantity.value)


def question_in_words(fact: Fact, visit: int) -> str:
    """What a patient is asked for a fact, with the answers that are understood."""
    answers = {
        FactType.BOOLEAN: "yes/no",
        FactType.CHOICE: "/".join(value for value, _ in fact.values),
        FactType.INTEGER: _range(fact),
        FactType.DECIMAL: _range(fact),
    }[fact.type]
    unknown = "/unknown" if fact.may_be_unknown else ""
    again = f" at visit {visit}" if visit > 1 else ""
    return f"{fact.name}{again}? ({answers}{unknown})"


def _range(fact: Fact) -> str:
    if fact.low is None or fact.high is None:
        return "a number"
    return f"{spell_number(Fraction(fact.low))} to {number_in_words(fact.high, fact.unit)}"


def assumption_in_words(assumption: Assumption, guideline: Guideline) -> str:
    condition = condition_in_words(assumption.condition, guideline)
    if assumption.consequence is None:
        return condition
    return f"if {condition}, then {condition_in_words(assumption.consequence, guideline)}"
