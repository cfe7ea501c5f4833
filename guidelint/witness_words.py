"""A witness of a proof in the words of the labels: the patient, the region of all such patients, the walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from guidelint.condition import distinct, leaves, name_in
from guidelint.diagnostic import Finding
from guidelint.logic import Cube, Witness
from guidelint.logic.cells import Cells, Span
from guidelint.model import Decision, Fact, FactType, Guideline
from guidelint.runs import runs
from guidelint.valuation import PatientValuation
from guidelint.ways import shortened
from guidelint.wording import fact_as_pair, number_in_words

OTHERS = "others"
"""In a region that is only a part."""

EVERYBODY = "everybody"
"""In a region without conditions."""


def with_witness(finding: Finding, witness: Witness, guideline: Guideline, cells: Mapping[str, Cells]) -> Finding:
    """The finding with its patient, and with the walk up to where it shows."""
    return replace(
        finding,
        patient=tuple(patient_in_words(witness, guideline)),
        region=tuple(region_in_words(witness, guideline, cells)),
        walk=shortened(witness.walk.nodes[: witness.passed]),
    )


def patient_in_words(witness: Witness, guideline: Guideline) -> Iterator[tuple[str, str]]:
    for shown in witness.shown:
        label, value = fact_as_pair(shown.fact, shown.value, guideline)
        yield f"{label}{_at(shown.visit)}", value
    yield from _scores(witness, guideline)


def _scores(witness: Witness, guideline: Guideline) -> Iterator[tuple[str, str]]:
    """What the patient comes to on the scores that are compared where it shows, if what is shown settles that."""
    step = witness.walk.steps[witness.passed - 1]
    node = guideline.nodes[step.node]
    conditions = node.conditions if isinstance(node, Decision) else ()
    compared = distinct(name_in(leaf) for condition in conditions for leaf in leaves(condition))
    given = {
        shown.fact: shown.value
        for shown in witness.shown
        if shown.visit == step.visit or not guideline.facts[shown.fact].is_observed
    }
    valuation = PatientValuation(guideline, given)
    for name in compared:
        total = valuation.score(name)
        if total is not None and total.low == total.high:
            yield guideline.label(name), str(total.low)


def region_in_words(witness: Witness, guideline: Guideline, cells: Mapping[str, Cells]) -> Iterator[str]:
    """All whom it is about, as conditions any of which is enough; what says no more than the patient is left out where
    nothing else is said, or where not all are listed."""
    shown = {(shown.fact, shown.visit): 1 << cells[shown.fact].cell_with(shown.value) for shown in witness.shown}
    is_alone = len(witness.region) == 1 or not witness.is_whole_region
    for cube in witness.region:
        found = {(fact, visit): found for fact, visit, found in cube.cells}
        if found != shown or not shown or not is_alone or _is_wide(shown, cells):
            yield cube_in_words(cube, guideline, cells)
    if witness.region and not witness.is_whole_region:
        yield OTHERS


def cube_in_words(cube: Cube, guideline: Guideline, cells: Mapping[str, Cells]) -> str:
    parts = (_part(guideline.facts[fact], visit, found, cells[fact]) for fact, visit, found in cube.cells)
    return " and ".join(parts) or EVERYBODY


def _is_wide(shown: Mapping[tuple[str, int], int], cells: Mapping[str, Cells]) -> bool:
    """Whether a number stands for more numbers than itself."""
    spans = ([cells[fact].spans[cell] for cell in _each(found, cells[fact])] for (fact, _), found in shown.items())
    return any(not span.is_point for each in spans for span in each)


def _each(found: int, cells: Cells) -> list[int]:
    return [cell for cell in range(len(cells.spans)) if found >> cell & 1]


def _part(fact: Fact, visit: int, found: int, cells: Cells) -> str:
    if found == cells.known and cells.unknown:
        return f"{fact.name} known{_at(visit)}"
    values = [cell for cell in range(len(cells.samples)) if found >> cell & 1]
    words = list(_values(fact, values, cells))
    if found & cells.unknown:
        words.append(f"{fact.name} unknown")
    return f"{_either(words)}{_at(visit)}"


def _values(fact: Fact, values: Sequence[int], cells: Cells) -> Iterator[str]:
    if fact.type is FactType.BOOLEAN:
        yield from (fact.name if cells.samples[cell] else f"no {fact.name}" for cell in values)
    elif fact.type is FactType.CHOICE and values:
        yield f"{fact.name}: {_either([fact.value_label(str(cells.samples[cell])) for cell in values])}"
    else:
        spans = cells.spans
        yield from (f"{fact.name} {_range(fact, spans[first], spans[last])}" for first, last in runs(values))


def _range(fact: Fact, first: Span, last: Span) -> str:
    """From the lowest number to the highest; an end of the fact's own range goes without saying."""
    if first.low == last.high:
        return number_in_words(first.low, fact.unit)
    has_low = first.is_open or first.low != fact.low
    has_high = last.is_open or last.high != fact.high
    if has_low and has_high and not first.is_open and not last.is_open:
        return f"{number_in_words(first.low, None)} to {number_in_words(last.high, fact.unit)}"
    low = f"{'above' if first.is_open else 'at least'} {number_in_words(first.low, None if has_high else fact.unit)}"
    high = f"{'below' if last.is_open else 'at most'} {number_in_words(last.high, fact.unit)}"
    ends = [words for words, is_there in ((low, has_low), (high, has_high)) if is_there]
    return " and ".join(ends) or "any"


def _either(words: Sequence[str]) -> str:
    return f"({' or '.join(words)})" if len(words) > 1 else "".join(words)


def _at(visit: int) -> str:
    return f" at visit {visit}" if visit > 1 else ""
