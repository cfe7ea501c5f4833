"""Which rules are on, how heavily they weigh, and who said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guidelint.config.layer import DEFAULT, ConfigError, Item, Layer
from guidelint.config.selectors import ALL, UnknownRule, codes_of
from guidelint.diagnostic import Severity
from guidelint.rule import Rule

OFF = "off"

Rules = Sequence[Rule[Any]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is in force for one rule; `level` is None where the rule itself says how heavily it weighs."""

    is_on: bool
    origin: str = DEFAULT
    level: Severity | None = None
    level_origin: str = DEFAULT


Choices = Mapping[str, Choice]


def choices(layers: Iterable[Layer], rules: Rules) -> Choices:
    """By code. A later layer goes before an earlier one; within a layer what is off goes before what is on.

    Raises ConfigError where a layer names a rule that does not exist.
    """
    chosen = {rule.code: Choice(rule.is_default) for rule in rules}
    for layer in layers:
        _begin_anew(chosen, layer, rules)
        levels = _levels(layer, rules)
        _switch(chosen, _named(layer.items("extend-select"), rules), is_on=True)
        _switch(chosen, ((code, item.origin) for code, item in levels.items() if item.value[1] != OFF), is_on=True)
        for code, item in levels.items():
            if item.value[1] != OFF:
                level = Severity[item.value[1].upper()]
                chosen[code] = replace(chosen[code], level=level, level_origin=item.origin)
        _switch(chosen, ((code, item.origin) for code, item in levels.items() if item.value[1] == OFF), is_on=False)
        _switch(chosen, _named(layer.items("ignore"), rules), is_on=False)
    return chosen


def without(chosen: Choices, ignored: Iterable[Item], rules: Rules) -> Choices:
    """The same, with the rules off that are ignored in a file."""
    fewer = dict(chosen)
    _switch(fewer, _named(ignored, rules), is_on=False)
    return fewer


def _begin_anew(chosen: dict[str, Choice], layer: Layer, rules: Rules) -> None:
    """`select`, or else the profile, leaves nothing of what weaker layers switched on and off."""
    if "select" in layer.given:
        _switch(chosen, ((code, layer.given["select"].origin) for code in chosen), is_on=False)
        _switch(chosen, _named(layer.items("select"), rules), is_on=True)
    elif "profile" in layer.given:
        profile = layer.given["profile"]
        for rule in rules:
            is_on = rule.is_default or profile.value == ALL
            chosen[rule.code] = replace(chosen[rule.code], is_on=is_on, origin=profile.origin)


def _levels(layer: Layer, rules: Rules) -> Mapping[str, Item]:
    """What is said of each rule by the entry that names the fewest rules, it among them."""
    entries = [(_codes(item.value[0], item, rules), item) for item in layer.items("severity")]
    widest_first = sorted(entries, key=lambda entry: -len(entry[0]))
    return {code: item for codes, item in widest_first for code in codes}


def _switch(chosen: dict[str, Choice], named: Iterable[tuple[str, str]], *, is_on: bool) -> None:
    for code, origin in list(named):
        if chosen[code].is_on is not is_on:
            chosen[code] = replace(chosen[code], is_on=is_on, origin=origin)


def _named(items: Iterable[Item], rules: Rules) -> Iterator[tuple[str, str]]:
    return ((code, item.origin) for item in items for code in sorted(_codes(item.value, item, rules)))


def _codes(selector: str, item: Item, rules: Rules) -> frozenset[str]:
    try:
        return codes_of(selector, rules)
    except UnknownRule as error:
        raise ConfigError(f"{item.origin}: {error}") from None
