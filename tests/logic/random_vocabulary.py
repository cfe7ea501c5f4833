"""Facts of every type, scores and criteria, and random conditions over them; drawn by a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

Data = dict[str, Any]
ELSE = "else"
HALF = Decimal("0.5")


@dataclass
class Vocabulary:
    """`cuts` holds the constants that each number and each score is compared with: few, so that grids stay small."""

    random: Random
    facts: Data = field(default_factory=dict)
    cuts: dict[str, list[Any]] = field(default_factory=dict)
    scores: Data = field(default_factory=dict)
    criteria: Data = field(default_factory=dict)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    @property
    def changing(self) -> list[str]:
        return [name for name, fact in self.facts.items() if "observed" in fact]

    def condition(self, depth: int = 2) -> Any:
        if not depth or self.chance(0.5):
            return self.atom()
        join = self.random.choice(["all", "any", "not"])
        if join == "not":
            return {"not": self.condition(depth - 1)}
        return {join: [self.condition(depth - 1) for _ in range(self.random.randint(2, 3))]}

    def atom(self, name: str | None = None) -> Any:
        terms = [*self.scores, *self.scores, *self.criteria]
        name = name or self.random.choice([*self.facts, *self.facts, *self.changing, *terms])
        if name in self.criteria:
            return name
        fact = self.facts.get(name, {"type": "score"})
        if "known" in fact and self.chance(0.15):
            return {"unknown": name}
        if fact["type"] == "boolean":
            return self.random.choice([name, name, {"not": name}, {"fact": name, "is": self.chance(0.5)}])
        if fact["type"] == "choice":
            return self._equality(name, list(fact["values"]))
        return self._comparison(name)

    def changing_atom(self) -> Any:
        """Of a fact that is observed, where there is one."""
        return self.atom(self.random.choice(self.changing)) if self.changing else self.atom()

    def _equality(self, name: str, values: list[str]) -> Data:
        operator = self.random.choice(["is", "is-not", "in"])
        count = self.random.randint(1, len(values))
        return {"fact": name, operator: self.random.sample(values, count) if operator == "in" else values[count - 1]}

    def _comparison(self, name: str) -> Data:
        cuts = self.cuts[name]
        if self.chance(0.4 if name in self.scores else 0.15):
            return self._equality(name, cuts)
        found: Data = {"fact": name, self.random.choice(["at-least", "above"]): self.random.choice(cuts)}
        if self.chance(0.6):
            found = {"fact": name}
        if len(found) == 1 or self.chance(0.4):
            found[self.random.choice(["at-most", "below"])] = self.random.choice(cuts)
        return found


def draw_vocabulary(random: Random, most_facts: int, most_observed: int) -> Vocabulary:
    words = Vocabulary(random)
    for index in range(random.randint(most_facts // 2 + 1, most_facts)):
        name = f"f{index}"
        words.facts[name] = _fact(words, name)
        if len(words.changing) < most_observed and words.chance(0.5):
            words.facts[name]["observed"] = "each-visit"
    if words.chance(0.6):
        words.criteria["k0"] = _criterion(words)
    if words.chance(0.6):
        _add_score(words)
    if words.chance(0.5):
        words.criteria["k1"] = _criterion(words)
    return words


def _fact(words: Vocabulary, name: str) -> Data:
    random = words.random
    kind = random.choice(["boolean", "boolean", "choice", "integer", "decimal"])
    fact: Data = {"label": f"Fact {name}", "type": kind}
    if kind == "choice":
        fact["values"] = {value: value for value in ["red", "green", "blue"][: random.randint(2, 3)]}
    if kind == "integer":
        fact["range"] = [low := random.randint(-1, 2), high := low + random.randint(1, 3)]
        between = [low + HALF] if words.chance(0.2) else []
        words.cuts[name] = random.sample([*range(low, high + 1), *between], random.randint(1, 2))
    if kind == "decimal":
        most: Any = random.choice([1, 2, Decimal("2.5")])
        fact["range"] = [0, most]
        places: list[Any] = [0, HALF, 1, most, *([Decimal("1.4"), Decimal("1.5")] if most > 1 else [Decimal("0.4")])]
        words.cuts[name] = random.sample(places, random.randint(1, 2))
    return {**fact, **_manner(words, fact)}


def _manner(words: Vocabulary, fact: Data) -> Data:
    """How a fact comes to be known."""
    found: Data = {}
    if words.chance(0.3):
        found["known"] = "maybe"
    if words.chance(0.4):
        found["default"] = {"boolean": False, "choice": "green"}.get(fact["type"], fact.get("range", [None])[0])
    if "known" in found and words.chance(0.2):
        found["default"] = "unknown"
    return found


def _criterion(words: Vocabulary) -> Data:
    """A criterion cannot be a name alone."""
    raw = words.condition(depth=1)
    return {"label": "Criterion", **({"any": [raw]} if isinstance(raw, str) else raw)}


def _add_score(words: Vocabulary) -> None:
    members = [
        {"points": words.random.choice([-2, -1, 1, 1, 2, 2]), "if": _member(words)}
        for _ in range(words.random.randint(2, 3))
    ]
    least = sum(min(0, member["points"]) for member in members)
    most = sum(max(0, member["points"]) for member in members)
    words.scores["s0"] = {"label": "Score", "add": members}
    places = [*range(least, most + 1), *([least + HALF] if words.chance(0.2) else [])]
    words.cuts["s0"] = words.random.sample(places, min(2, len(places)))


def _member(words: Vocabulary) -> Any:
    """Often of a fact that may be unknown."""
    maybe = [name for name, fact in words.facts.items() if "known" in fact]
    return words.atom(words.random.choice(maybe)) if maybe and words.chance(0.5) else words.condition(depth=1)


def names_in(raw: Any) -> set[str]:
    """The facts, scores and criteria that a condition names."""
    if isinstance(raw, str):
        return {raw}
    if "fact" in raw or "unknown" in raw:
        return {raw.get("fact", raw.get("unknown"))}
    parts = [raw["not"]] if "not" in raw else raw.get("all", raw.get("any"))
    return {name for part in parts for name in names_in(part)}
