"""Where a configuration makes less of errors than their rules do: a reviewer has to know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from guidelint.config.choices import Choice, Choices
from guidelint.config.settings import Settings
from guidelint.config.toml_file import shown
from guidelint.diagnostic import Severity
from guidelint.rule import Rule


@dataclass(frozen=True, slots=True)
class Weakened:
    """Codes of rules that find errors by default, or what is not decided, and that are off or lowered by a file."""

    file: str
    off: tuple[str, ...]
    lowered: tuple[str, ...]


def weakened(used: Iterable[tuple[Settings, Choices]]) -> tuple[Weakened, ...]:
    """By configuration file, what it makes less of in any of the files that were judged."""
    off: dict[str, set[str]] = {}
    lowered: dict[str, set[str]] = {}
    for settings, chosen in used:
        if settings.file is not None:
            file = shown(settings.file)
            errors = {rule.code: chosen[rule.code] for rule in settings.rules if _finds_errors(rule)}
            off.setdefault(file, set()).update(code for code in errors if _is_off(errors[code], file))
            lowered.setdefault(file, set()).update(code for code in errors if _is_low(errors[code], file))
    found = (Weakened(file, tuple(sorted(off[file])), tuple(sorted(lowered[file]))) for file in off)
    return tuple(item for item in found if item.off or item.lowered)


def _finds_errors(rule: Rule[Any]) -> bool:
    """Or what is not decided: without such a rule, what nobody could prove would look proved."""
    return rule.is_default and (rule.severity is Severity.ERROR or rule.leaves_open)


def _is_off(choice: Choice, file: str) -> bool:
    return not choice.is_on and choice.origin.startswith(file)


def _is_low(choice: Choice, file: str) -> bool:
    is_low = choice.level is not None and choice.level < Severity.ERROR
    return choice.is_on and is_low and choice.level_origin.startswith(file)
