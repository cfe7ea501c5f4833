"""What there is to be said about set-asides."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum

from guidelint.baseline import Stale
from guidelint.diagnostic import Cut, Finding, Place, Remove, Severity, Span


class Origin(Enum):
    COMMENT = "comment"
    WAIVER = "waiver"


@dataclass(frozen=True, slots=True)
class DeadEnd:
    """Where the `at` of a waiver leads to nothing: the last place that exists has only the keys `known`, not `step`."""

    reached: str
    step: str
    known: Collection[str]


@dataclass(frozen=True, slots=True)
class SetAside:
    """One rule set aside in one place. `rule` is a code or a name as written.

    `place` is where the rule is named, `whole` the comment or the waiver, and `removal` takes it out; `covers` is None
    where a waiver leads nowhere. `until` is the last day on which it holds.
    """

    rule: str
    reason: str
    place: Place
    whole: Place
    removal: Cut | Remove
    covers: Span | None
    origin: Origin
    by: str | None = None
    until: date | None = None
    dead_end: DeadEnd | None = None


class Outcome(Enum):
    """What became of a set-aside."""

    USED = "it sets something aside"
    UNUSED = "it sets nothing aside"
    NOT_RUN = "its rule was not run, or not to its end"
    LEADS_NOWHERE = "its `at` leads nowhere"
    EXPIRED = "it has expired"
    FINAL = "its rule cannot be set aside"
    UNKNOWN_RULE = "there is no such rule"


@dataclass(frozen=True, slots=True)
class Judged:
    set_aside: SetAside
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Malformed:
    """A comment that sets nothing aside and was meant to, as far as it can be read: the first of
    `rules` may be just a word."""

    span: Span
    verb: str
    rules: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that failed: a defect of the package that it comes from."""

    code: str
    name: str
    error: str
    package: str = "guidelint"


@dataclass(frozen=True, slots=True)
class Settled:
    """What the GL9 rules read, when everything else has been said. `known` holds the codes and names of all rules."""

    set_asides: tuple[Judged, ...]
    crashes: tuple[Crash, ...]
    known: tuple[str, ...]
    malformed: tuple[Malformed, ...] = ()
    stale: tuple[Stale, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """A finding of a rule with the characters that it points at, and how heavily it weighs in this run."""

    code: str
    finding: Finding
    span: Span
    severity: Severity


def reason_in(text: str) -> str:
    """Without the dashes in front; signs alone say nothing."""
    reason = re.sub(r"^[\s:–—-]+", "", text).strip()
    return reason if re.search(r"\w", reason) else ""
