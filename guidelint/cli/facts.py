"""Facts from the command line: `fever`, `age=70`, `weight=70 kg`, `allergy=unknown`."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

import click

from guidelint.condition import NotKnown, ValueOrNot, is_number
from guidelint.domain import misfit
from guidelint.model import Fact, FactType, Guideline
from guidelint.model.build.values import fact_value
from guidelint.suggestion import closest, did_you_mean, listing
from guidelint.wording import number_in_words

WORDS = {"true": True, "yes": True, "y": True, "false": False, "no": False, "n": False}


def facts_from(guideline: Guideline, texts: Iterable[str], option: str) -> dict[str, ValueOrNot]:
    """Raises click.BadParameter for a fact or a value that cannot be, and for two values of one fact."""
    found: dict[str, ValueOrNot] = {}
    said: dict[str, str] = {}
    for text in (part.strip() for part in texts):
        name, equals, value = text.partition("=")
        fact = guideline.facts.get(name.strip())
        if fact is None:
            suggestion = closest(name, guideline.facts)
            hint = did_you_mean(suggestion) if suggestion else f"the facts are {listing(guideline.facts)}"
            raise click.BadParameter(f"there is no fact `{name}`: {hint}", param_hint=f"'{option}'")
        try:
            meant = value_from(fact, value.strip() if equals else "true")
        except click.UsageError as error:
            raise click.BadParameter(f"`{name}`: {error.message}", param_hint=f"'{option}'") from None
        if found.setdefault(fact.id, meant) != meant:
            raise click.BadParameter(f"`{said[fact.id]}` and `{text}` cannot both be", param_hint=f"'{option}'")
        said[fact.id] = text
    return found


def value_from(fact: Fact, text: str) -> ValueOrNot:
    """The value that a text means for a fact. Raises click.UsageError."""
    raw = WORDS.get(text.lower(), text) if fact.type is FactType.BOOLEAN else text
    value = fact_value(_decimal(text) if fact.type.is_numeric else raw, fact)
    wrong = misfit(fact, value)
    if wrong is not None and fact.type is FactType.BOOLEAN and value is not NotKnown.UNKNOWN:
        raise click.UsageError("answer yes or no")
    if wrong is not None:
        raise click.UsageError(f"{wrong.message}: {wrong.help}")
    return value


def _decimal(text: str) -> Any:
    """A bare number exactly; anything else stays text, which may be a quantity."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if number.is_finite() and abs(number.adjusted()) < 50 else text


def default_in_words(fact: Fact) -> str | None:
    """A default as an answer that could be typed."""
    default = fact.default
    if default is None:
        return None
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, NotKnown):
        return default.value
    return number_in_words(default, None) if is_number(default) else str(default)
