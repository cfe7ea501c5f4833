"""Which findings are set aside, and what becomes of each set-aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guidelint.diagnostic import Span
from guidelint.set_asides import Judged, Located, Outcome, SetAside


@dataclass(frozen=True, slots=True)
class Terms:
    """What set-asides are judged by: `codes` leads from every code and name, in small letters, to the code.

    `run` holds the codes of the rules that were run to their end, `final` those that nothing sets aside; `left_out` is
    what the rules on patients did not read.
    """

    codes: Mapping[str, str]
    run: frozenset[str]
    final: frozenset[str]
    today: date
    left_out: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """`set_aside` pairs each finding that is out with what put it there, `overruled` counts those that stay all the
    same."""

    kept: tuple[Located, ...]
    set_aside: tuple[tuple[Located, SetAside], ...]
    judged: tuple[Judged, ...]
    overruled: int = 0


def settle(
    findings: Iterable[Located], set_asides: Iterable[SetAside], terms: Terms, *, is_overruled: bool = False
) -> Settlement:
    """Sets findings aside, those too that would be muted: what mutes them may be gone tomorrow.

    Where that `is_overruled`, nothing is out; the set-asides are judged as ever.
    """
    written, found = list(set_asides), list(findings)
    covering = _covering(found, written, terms)
    kept = tuple(item for item in found if id(item) not in covering)
    out = tuple((item, covering[id(item)]) for item in found if id(item) in covering)
    used = {id(item) for item in covering.values()}
    judged = (Judged(item, Outcome.USED if id(item) in used else _outcome(item, terms)) for item in written)
    if is_overruled:
        return Settlement(tuple(found), (), tuple(judged), len(out))
    return Settlement(kept, out, tuple(judged))


def _covering(findings: Iterable[Located], written: Iterable[SetAside], terms: Terms) -> dict[int, SetAside]:
    """By the `id` of each finding that is covered: the set-aside that is written first of those that cover it."""
    active: dict[str, list[SetAside]] = {}
    for item in written:
        if not is_expired(item, terms.today):
            active.setdefault(terms.codes.get(item.rule.lower(), ""), []).append(item)
    by_code: dict[str, list[Located]] = {}
    for located in findings:
        by_code.setdefault(located.code, []).append(located)
    return {
        id(located): item
        for code, of_code in by_code.items()
        for located, item in _pairs(of_code, active.get(code, ()))
    }


def _pairs(findings: list[Located], items: Iterable[SetAside]) -> Iterator[tuple[Located, SetAside]]:
    """In one sweep over the text: what is covered are YAML nodes, so of two spans one holds the other or none of it."""
    first: dict[Span, tuple[int, SetAside]] = {}
    for number, item in enumerate(items):
        if item.covers is not None:
            first.setdefault(Span(item.covers.start, max(item.covers.end, item.covers.start + 1)), (number, item))
    ahead = sorted(first, key=lambda span: (-span.start, span.end))
    around: list[Span] = []
    for located in sorted(findings, key=lambda located: located.span.start):
        while ahead and ahead[-1].start <= located.span.start:
            around.append(ahead.pop())
        around = [span for span in around if span.end > located.span.start]
        if around:
            yield located, min((first[span] for span in around), key=lambda numbered: numbered[0])[1]


def is_expired(item: SetAside, today: date) -> bool:
    return item.until is not None and item.until < today


def _outcome(item: SetAside, terms: Terms) -> Outcome:
    """Of a set-aside that sets nothing aside: why that is."""
    code = terms.codes.get(item.rule.lower())
    if code is None:
        return Outcome.UNKNOWN_RULE
    if code in terms.final:
        return Outcome.FINAL
    if is_expired(item, terms.today):
        return Outcome.EXPIRED
    if item.covers is None:
        return Outcome.LEADS_NOWHERE
    is_read = not any(_meet(item.covers, span) for span in terms.left_out)
    return Outcome.UNUSED if code in terms.run and is_read else Outcome.NOT_RUN


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
