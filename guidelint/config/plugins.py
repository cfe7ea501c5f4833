"""Rules of others: what a package that a configuration names has declared as an entry point.

Nothing is looked for where no package is named: to look through all that is installed takes longer than a short check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from guidelint.config.choices import Rules
from guidelint.config.layer import ConfigError, Item
from guidelint.config.selectors import ALL
from guidelint.rule import OURS, Rule

GROUP = "guidelint.rules"
"""Of entry points; each of them leads to a list of rules."""

CODE = re.compile(r"(?!GL)[A-Z]{2,8}[0-9]{3,4}")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class UnusablePlugin(Exception):
    """The message says why, in one line."""


def with_plugins(rules: Rules, named: Iterable[Item]) -> Rules:
    """All rules, those of packages behind our own. Raises ConfigError."""
    known = tuple(rules)
    for name, item in {_normal(item.value): item for item in named}.items():
        try:
            further = rules_of(name)
            known = (*known, *_fitting(further, known))
        except UnusablePlugin as error:
            raise ConfigError(f"{item.origin}: the plugin `{item.value}` {error}") from None
    return known


@cache
def rules_of(package: str) -> Rules:
    """The rules that a package declares. Raises UnusablePlugin."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        found = distribution(package)
    except PackageNotFoundError:
        raise UnusablePlugin("is not installed where guidelint is") from None
    declared = [entry for entry in found.entry_points if entry.group == GROUP]
    if not declared:
        raise UnusablePlugin(f"declares no rules: it has no entry point in the group `{GROUP}`")
    return tuple(replace(rule, package=package) for entry in declared for rule in _loaded(entry))


def _loaded(entry: Any) -> Iterator[Rule[Any]]:
    """Whatever the code of somebody else does while it is imported, it does not end the run."""
    try:
        rules = list(entry.load())
    except (Exception, SystemExit) as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        raise UnusablePlugin(f"cannot be loaded from `{entry.value}` ({what})") from None
    for rule in rules:
        if not isinstance(rule, Rule):
            raise UnusablePlugin(f"holds something in `{entry.value}` that is no rule: write `@rule(...)` above it")
        yield rule


def _fitting(further: Rules, known: Rules) -> Iterator[Rule[Any]]:
    """The rules, if each of them can stand beside all others."""
    from guidelint.linter import READS

    taken = {word: rule for rule in known for word in (rule.code, rule.name)}
    for rule in further:
        if not CODE.fullmatch(rule.code):
            raise UnusablePlugin(f"has a rule `{rule.code}`: write one such as ACME001, not beginning with GL")
        if not NAME.fullmatch(rule.name) or rule.name == ALL:
            raise UnusablePlugin(f"has a rule {rule.code} that is named `{rule.name}`: write a name such as late-dose")
        if rule.reads not in READS:
            types = ", ".join(sorted(reads.__name__ for reads in READS))
            raise UnusablePlugin(f"has a rule {rule.code} that reads what no rule is given: write one of {types}")
        for word in (rule.code, rule.name):
            if word in taken:
                raise UnusablePlugin(f"has a second rule `{word}`: {_whose(taken[word])} has one already")
            taken[word] = rule
        yield rule


def _whose(rule: Rule[Any]) -> str:
    return OURS if rule.package == OURS else f"`{rule.package}`"


def _normal(package: str) -> str:
    """As packages are named alike, however they are spelt."""
    return re.sub(r"[-_.]+", "-", package).lower()
