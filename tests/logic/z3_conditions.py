"""Conditions as formulas of z3 over its own booleans, integers and reals: nothing is cut into parts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import z3

from tests.logic.masks import Env
from tests.naive import UNKNOWN, Data, Facts, passes

Formula = Any
TRUE, FALSE = z3.BoolVal(True), z3.BoolVal(False)


class Truth(NamedTuple):
    """When a condition is surely true, and when surely false."""

    true: Formula
    false: Formula


class Slot(NamedTuple):
    """A fact's value in one visit; `unknown` says that it has none."""

    value: Formula
    unknown: Formula


def number(raw: int | Decimal | Fraction) -> Formula:
    exact = Fraction(raw)
    return z3.IntVal(exact.numerator) if exact.denominator == 1 else z3.Q(exact.numerator, exact.denominator)


class Formulas:
    """`ranges` says which values there are: a solver needs it beside every question."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.order = {name: index for index, name in enumerate(data["facts"])}
        self.slots: dict[tuple[str, int], Slot] = {}
        self.ranges: list[Formula] = []
        self.known: dict[tuple[int, Env], Truth] = {}

    def when(self, raw: Data, env: Env) -> Truth:
        return self.truth(raw["when"], env) if "when" in raw else Truth(TRUE, FALSE)

    def assumption(self, raw: Any, env: Env) -> Truth:
        if isinstance(raw, str) or "if" not in raw:
            return self.truth(raw, env)
        first, second = self.truth(raw["if"], env), self.truth(raw["then"], env)
        return Truth(either([first.false, second.true]), both([first.true, second.false]))

    def truth(self, raw: Any, env: Env) -> Truth:
        key = (id(raw), env)
        if key not in self.known:
            self.known[key] = self._judge(raw, env)
        return self.known[key]

    def _judge(self, raw: Any, env: Env) -> Truth:
        if isinstance(raw, str):
            if raw in self.data.get("criteria", {}):
                return self.truth(self.data["criteria"][raw], env)
            slot = self._slot(raw, env)
            return _of(slot, slot.value)
        if "all" in raw:
            parts = [self.truth(part, env) for part in raw["all"]]
            return Truth(both(part.true for part in parts), either(part.false for part in parts))
        if "any" in raw:
            parts = [self.truth(part, env) for part in raw["any"]]
            return Truth(either(part.true for part in parts), both(part.false for part in parts))
        if "not" in raw:
            inner = self.truth(raw["not"], env)
            return Truth(inner.false, inner.true)
        if "unknown" in raw:
            unknown = self._slot(raw["unknown"], env).unknown
            return Truth(unknown, z3.Not(unknown))
        if raw["fact"] in self.data.get("scores", {}):
            return self._score(raw, env)
        return self._compared(raw, env)

    def _slot(self, name: str, env: Env) -> Slot:
        key = (name, env[self.order[name]])
        if key not in self.slots:
            self.slots[key] = self._new_slot(name, f"{name}@{key[1]}")
        return self.slots[key]

    def values(self, model: Any, visit: int) -> Facts:
        """Of a visit, of the facts that formulas speak of."""
        found: Facts = {}
        for (name, taken), slot in self.slots.items():
            if taken == visit:
                unknown = z3.is_true(model.eval(slot.unknown, model_completion=True))
                found[name] = UNKNOWN if unknown else self._value(name, model.eval(slot.value, model_completion=True))
        return found

    def _value(self, name: str, value: Formula) -> Any:
        fact = self.data["facts"][name]
        if fact["type"] == "boolean":
            return z3.is_true(value)
        if fact["type"] == "decimal":
            return value.as_fraction()
        return list(fact["values"])[value.as_long()] if fact["type"] == "choice" else value.as_long()

    def _new_slot(self, name: str, label: str) -> Slot:
        fact = self.data["facts"][name]
        unknown = z3.Bool(f"{label}?") if "known" in fact else FALSE
        if fact["type"] == "boolean":
            return Slot(z3.Bool(label), unknown)
        value = z3.Real(label) if fact["type"] == "decimal" else z3.Int(label)
        low, high = fact.get("range", [0, len(fact.get("values", [])) - 1])
        self.ranges += [number(low) <= value, value <= number(high)]
        return Slot(value, unknown)

    def _compared(self, raw: Data, env: Env) -> Truth:
        slot = self._slot(raw["fact"], env)
        fact = self.data["facts"][raw["fact"]]
        tests = [_test(key, limit, slot.value, fact) for key, limit in raw.items() if key not in ("fact", "label")]
        return _of(slot, both(tests))

    def _score(self, raw: Data, env: Env) -> Truth:
        """By the least and the greatest sum, and the whole numbers from the one to the other."""
        members = [
            (member["points"], self.truth(member["if"], env)) for member in self.data["scores"][raw["fact"]]["add"]
        ]
        low = z3.Sum([z3.If(truth.true, points, z3.If(truth.false, 0, min(points, 0))) for points, truth in members])
        high = z3.Sum([z3.If(truth.true, points, z3.If(truth.false, 0, max(points, 0))) for points, truth in members])
        least = sum(min(points, 0) for points, _ in members)
        most = sum(max(points, 0) for points, _ in members)
        tests = {key: limit for key, limit in raw.items() if key not in ("fact", "label")}
        passed = [all(passes(key, limit, value) for key, limit in tests.items()) for value in range(least, most + 1)]
        outside = [z3.Or(value < low, value > high) for value in range(least, most + 1)]
        return Truth(
            both(out for out, is_passed in zip(outside, passed, strict=True) if not is_passed),
            both(out for out, is_passed in zip(outside, passed, strict=True) if is_passed),
        )


def _of(slot: Slot, formula: Formula) -> Truth:
    known = z3.Not(slot.unknown)
    return Truth(both([known, formula]), both([known, z3.Not(formula)]))


def _test(key: str, limit: Any, value: Formula, fact: Data) -> Formula:
    if key == "in":
        return either(_test("is", item, value, fact) for item in limit)
    if fact["type"] == "boolean":
        return value == (limit if key == "is" else not limit)
    constant = number(list(fact["values"]).index(limit) if fact["type"] == "choice" else limit)
    return {
        "is": lambda: value == constant,
        "is-not": lambda: value != constant,
        "at-least": lambda: value >= constant,
        "at-most": lambda: value <= constant,
        "above": lambda: value > constant,
        "below": lambda: value < constant,
    }[key]()


def both(formulas: Iterable[Formula]) -> Formula:
    return z3.And(*formulas)


def either(formulas: Iterable[Formula]) -> Formula:
    return z3.Or(*formulas)
