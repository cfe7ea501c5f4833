"""Random conditions over a few facts of every type, criteria and a score; drawn by a seed, so that many cost little."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

from tests import naive

Data = dict[str, Any]

FACTS: Data = {
    "fever": {"label": "Fever", "type": "boolean"},
    "cough": {"label": "Cough", "type": "boolean"},
    "allergy": {"label": "Allergy", "type": "boolean", "known": "maybe"},
    "smoker": {"label": "Smoker", "type": "boolean", "known": "maybe"},
    "test": {"label": "Test", "type": "choice", "values": {"red": "Red", "green": "Green"}, "known": "maybe"},
    "age": {"label": "Age", "type": "integer", "unit": "a", "range": [0, 3]},
    "dose": {"label": "Dose", "type": "decimal", "unit": "mg", "range": [0, 2], "known": "maybe"},
}
CONSTANTS: dict[str, list[Any]] = {
    "fever": [True, False],
    "cough": [True],
    "allergy": [True],
    "smoker": [False],
    "test": ["red", "green"],
    "age": [0, 1, 2, 3, Fraction(3, 2)],
    "dose": [0, Fraction(1, 2), 1, Fraction(3, 2)],
    "s0": [-1, 0, 1, 2],
}
EQUAL = ["is", "is-not", "in"]
ORDERED = [*EQUAL, "at-least", "at-most", "above", "below"]


def guideline_data(**more: Any) -> Data:
    return {
        "format": "guidelint/1",
        "id": "conditions",
        "title": "Conditions",
        "version": "1.0.0",
        "status": "draft",
        "facts": FACTS,
        "scores": {},
        "criteria": {},
        "interventions": {},
        "start": "end",
        "nodes": {},
        **more,
    }


def random_terms(random: Random) -> Data:
    """Two criteria and a score, each of which may name those before it."""
    members = [
        {"points": random.randint(-2, 2), "if": random_condition(random, "k0", depth=1)}
        for _ in range(random.randint(1, 3))
    ]
    return {
        "scores": {"s0": {"label": "Score", "add": members}},
        "criteria": {
            "k0": {"label": "Inner", **_entry(random_condition(random, depth=1))},
            "k1": {"label": "Outer", **_entry(random_condition(random, "k0", "s0", depth=1))},
        },
    }


def _entry(raw: Any) -> Data:
    """A criterion cannot be a name alone."""
    return {"any": [raw]} if isinstance(raw, str) else raw


def random_condition(random: Random, *terms: str, depth: int = 2) -> Any:
    """Over facts, and over these criteria (`k…`) and scores (`s…`)."""
    if depth and random.random() < 0.7:
        parts = [random_condition(random, *terms, depth=depth - 1) for _ in range(random.randint(1, 3))]
        join = random.choice(["all", "any", "not"])
        return {join: parts[0] if join == "not" else parts}
    kind = random.random()
    if kind < 0.15:
        return {"unknown": random.choice([name for name, fact in FACTS.items() if "known" in fact])}
    if kind < 0.55:
        booleans = [name for name, fact in FACTS.items() if fact["type"] == "boolean"]
        return random.choice([*booleans, *(name for name in terms if name[0] == "k")])
    return random_comparison(random, random.choice([*FACTS, *(name for name in terms if name[0] == "s")]))


def random_comparison(random: Random, name: str) -> Data:
    operators = ORDERED if name in ("age", "dose", "s0") else EQUAL
    found: Data = {"fact": name}
    for operator in random.sample(operators, random.randint(1, 2)):
        constant = random.choice(CONSTANTS[name])
        found[operator] = [constant] if operator == "in" else constant
    return found


def random_read_once(random: Random) -> Any:
    """A condition that reads no fact twice, each in a way that is true of some of its values and false of others."""
    parts: list[Any] = [_telling(random, name) for name in random.sample(list(FACTS), random.randint(1, 5))]
    while len(parts) > 1:
        taken = random.randint(2, len(parts))
        joined = {random.choice(["all", "any"]): parts[:taken]}
        parts = [*parts[taken:], {"not": joined} if random.random() < 0.5 else joined]
    return parts[0]


def _telling(random: Random, name: str) -> Data:
    if "known" in FACTS[name] and random.random() < 0.3:
        return {"unknown": name}
    while True:
        raw = random_comparison(random, name)
        if {naive.truth(raw, {}, {name: value}) for value in naive.domain(FACTS[name])} >= {0, 1}:
            return raw


def random_facts(random: Random, least: int = 0) -> Data:
    """Values of some of the facts, `unknown` too where they may be."""
    given = random.sample(list(FACTS), random.randint(least, len(FACTS)))
    return {name: random.choice(naive.domain(fact)) for name, fact in FACTS.items() if name in given}
