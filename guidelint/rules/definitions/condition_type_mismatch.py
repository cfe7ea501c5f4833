"""a condition that asks something of a fact which its type cannot answer

## What it does

Finds conditions that do not fit the type of the fact: the bare name of a fact that is not true or false, a number
compared with a choice, a text with a number, `at-least` of a choice. What a fact has by default is checked by the
schema.

## Why it can harm a patient

Such a condition is never true, for anybody. The branch that it guards is closed, without any sign of it.

## Example

```yaml
facts:
  pain: {label: Pain, type: choice, values: {mild: Mild, severe: Severe}, default: mild}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {fact: pain, at-least: 7}, then: refer} # finding: GL104
      - {if: fever, then: treat}
      - {else: wait}
```

## Mended

```yaml
facts:
  pain: {label: Pain, type: choice, values: {mild: Mild, severe: Severe}, default: mild}
nodes:
  ask:
    type: decision
    label: Is there a fever?
    because: [S1]
    branches:
      - {if: {fact: pain, is: severe}, then: refer}
      - {if: {all: [fever, {fact: pain, is-not: severe}]}, then: treat}
      - {else: wait}
```

## How to fix

Ask what the type can answer, or give the fact the type that is meant. `--fix` takes the quotes away from `true` and
`false`.

## Source

Every typed language of decisions checks it: CQL, DMN's FEEL, Arden Syntax's compilers.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.comparisons import Compared, compared
from guidelint.condition import Name, Operator, is_number
from guidelint.diagnostic import Finding, Fix, Rewrite, Route, Severity, at_key, at_value
from guidelint.model import Fact, FactType, Guideline, Score
from guidelint.quantity import parse_quantity
from guidelint.rule import Fixing, Muting, rule
from guidelint.suggestion import listing
from guidelint.wording import named

ORDERS = {Operator.AT_LEAST, Operator.AT_MOST, Operator.ABOVE, Operator.BELOW}
KINDS = {
    FactType.BOOLEAN: "true or false",
    FactType.CHOICE: "a choice",
    FactType.INTEGER: "a whole number",
    FactType.DECIMAL: "a number",
}


@rule(Guideline, code="GL104", severity=Severity.ERROR, fixing=Fixing.SAFELY, muted_by={"GL003": Muting.SAME_PLACE})
def condition_type_mismatch(guideline: Guideline) -> Iterator[Finding]:
    for _, leaf in guideline.leaves:
        fact = guideline.facts.get(leaf.name) if isinstance(leaf, Name) else None
        if fact is not None and fact.id not in guideline.criteria and fact.type is not FactType.BOOLEAN:
            message = f"{named(fact)} is {KINDS[fact.type]}, not true or false"
            yield Finding(message, at_value(leaf.route), f"compare it, as in `{_comparison(fact)}`")
    misordered: Route = ()
    for item in compared(guideline):
        if item.operator in ORDERS and not _has_order(item.subject):
            if item.operator_route[:-1] != misordered:
                yield _misordered(item)
            misordered = item.operator_route[:-1]
        elif (found := _found(item)) is not None:
            message = f"{named(item.subject)} is {_kind(item.subject)} and cannot be compared with {found}"
            yield Finding(message, at_value(item.route), _help(item), fix=_fix(item))


def _comparison(fact: Fact) -> str:
    if fact.type is FactType.CHOICE:
        return f"{{fact: {fact.id}, is: {fact.values[0][0]}}}"
    return f"{{fact: {fact.id}, at-least: …}}"


def _has_order(subject: Fact | Score) -> bool:
    return isinstance(subject, Score) or subject.type.is_numeric


def _kind(subject: Fact | Score) -> str:
    return KINDS[subject.type] if isinstance(subject, Fact) else "a score"


def _misordered(item: Compared) -> Finding:
    message = f"{named(item.subject)} is {_kind(item.subject)}, which has no order"
    return Finding(message, at_key(item.operator_route), "compare it with `is`, `is-not` or `in`")


def _found(item: Compared) -> str | None:
    """What a constant is, where it does not fit."""
    written = item.constant.written
    if isinstance(written, bool):
        return None if _is(item.subject, FactType.BOOLEAN) else "true or false"
    if is_number(written):
        return None if _has_order(item.subject) else "a number"
    if parse_quantity(str(written)) is not None:
        return None if _has_order(item.subject) else "a number"
    return None if _is(item.subject, FactType.CHOICE) else "text"


def _fix(item: Compared) -> Fix | None:
    written = item.constant.written
    if written not in ("true", "false") or not _is(item.subject, FactType.BOOLEAN):
        return None
    return Fix((Rewrite(at_value(item.route), str(written)),), "take the quotes away", is_safe=True)


def _is(subject: Fact | Score, type: FactType) -> bool:
    return isinstance(subject, Fact) and subject.type is type


def _help(item: Compared) -> str:
    subject = item.subject
    if item.constant.written == "unknown" and isinstance(subject, Fact):
        return f"write `{{unknown: {subject.id}}}`"
    if isinstance(subject, Fact) and subject.type is FactType.CHOICE:
        return f"take one of {listing(value for value, _ in subject.values)}"
    return "write true or false, without quotes" if _is(subject, FactType.BOOLEAN) else "write a number"
