"""What a rule is: a typed, pure generator of findings, and what is known about it.

The type that `@rule` is given is the contract: it says what the rule reads, and so at which stage it runs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from guidelint.diagnostic import Confidence, Finding, Severity

T = TypeVar("T")

OURS = "guidelint"
FIRST_VERSION = "0.1.0"
"""Nothing has been released before it: a rule that comes later says since when it is there."""


class Muting(Enum):
    """When a finding of another rule makes a finding of this one an echo: it follows only from the other."""

    SAME_DOCUMENT = "the other rule speaks anywhere in the document"
    SAME_SUBJECT = "the other finding has the same subject"
    SAME_NODE = "the other finding is at the same node"
    SAME_PLACE = "the other finding points at the same characters"


class Status(Enum):
    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"


class Fixing(Enum):
    """Which options mend findings of a rule, at least some of them."""

    NEVER = ()
    SAFELY = ("--fix",)
    UNSAFELY = ("--unsafe-fixes",)
    EITHER = ("--fix", "--unsafe-fixes")


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """`documentation` is the docstring of the rule's own file.

    `stops_walks` says whether an error of this rule leaves a guideline that no patient can be walked through;
    `leaves_open` whether its findings are about what could not be decided, `strands_patients` whether each shows a
    patient whom a decision leaves without a branch, `fixing` how they can be mended. `since` is the first version with
    this rule, of the `package` that it comes from. `url` is the address of its page, where that is not among those of
    guidelint.
    """

    code: str
    name: str
    reads: type[T]
    check: Callable[[T], Iterator[Finding]]
    severity: Severity
    confidence: Confidence
    status: Status
    is_default: bool
    stops_walks: bool
    leaves_open: bool
    strands_patients: bool
    fixing: Fixing
    muted_by: Mapping[str, Muting] = field(hash=False)
    documentation: str = field(repr=False)
    since: str = FIRST_VERSION
    url: str | None = None
    package: str = OURS

    @property
    def summary(self) -> str:
        """The first line of the documentation: what the bad pattern is."""
        return self.documentation.strip().partition("\n")[0]

    @property
    def family(self) -> str:
        """The folder of our own rules that it stands in; of another's rule, the package."""
        return self.check.__module__.split(".")[-2:][0] if self.package == OURS else self.package


def rule(
    reads: type[T],
    *,
    code: str,
    severity: Severity,
    confidence: Confidence = Confidence.HIGH,
    status: Status = Status.STABLE,
    is_default: bool = True,
    stops_walks: bool = True,
    leaves_open: bool = False,
    strands_patients: bool = False,
    fixing: Fixing = Fixing.NEVER,
    muted_by: Mapping[str, Muting] | None = None,
    since: str = FIRST_VERSION,
    url: str | None = None,
) -> Callable[[Callable[[T], Iterator[Finding]]], Rule[T]]:
    """Makes a rule of a generator; the function's name, with hyphens, is the rule's."""

    def make(check: Callable[[T], Iterator[Finding]]) -> Rule[T]:
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-"),
            reads=reads,
            check=check,
            severity=severity,
            confidence=confidence,
            status=status,
            is_default=is_default,
            stops_walks=stops_walks,
            leaves_open=leaves_open,
            strands_patients=strands_patients,
            fixing=fixing,
            muted_by=muted_by or {},
            documentation=sys.modules[check.__module__].__doc__ or "",
            since=since,
            url=url,
        )

    return make
