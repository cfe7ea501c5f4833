"""What took how long: each rule, and what has to be made before the rules can read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from time import process_time
from typing import Any

from guidelint.rule import Rule

Times = Mapping[str, float]
"""Seconds of processor, by what took them."""

READING = "YAML"
STAGES = {
    "SchemaVerdict": "schema",
    "Guideline": "model",
    "DecisionGraph": "graph",
    "CaseWalks": "patients of cases",
    "Logic": "logic",
    "Settled": "set-asides",
}
"""What is made before the first rule that reads it runs."""

AFTERWARDS = "places, and what is established"


class Stopwatch:
    """Each lap goes to the account of what is named at its end."""

    def __init__(self) -> None:
        self.times: dict[str, float] = {}
        self._last = process_time()

    def lap(self, name: str) -> None:
        now = process_time()
        self.times[name] = self.times.get(name, 0.0) + now - self._last
        self._last = now

    def timed(self, rules: Sequence[Rule[Any]]) -> list[Rule[Any]]:
        return [replace(rule, check=self._timed(rule)) for rule in rules]

    def _timed(self, rule: Rule[Any]) -> Callable[[Any], Iterator[Any]]:
        before = STAGES.get(rule.reads.__name__, READING)
        name = f"{rule.code} {rule.name}"

        def check(subject: Any) -> Iterator[Any]:
            self.lap(before)
            for finding in rule.check(subject):
                self.lap(name)
                yield finding
            self.lap(name)

        return check


def timing(times: Iterable[Times]) -> str:
    """A table, with what took longest first."""
    total: dict[str, float] = {}
    for name, seconds in (item for each in times for item in each.items()):
        total[name] = total.get(name, 0.0) + seconds
    longest_first = sorted(total.items(), key=lambda item: -item[1])
    lines = (f"{seconds:9.3f} s  {name}" for name, seconds in longest_first)
    return "\n".join(("seconds of processor:", *lines)) + "\n"
