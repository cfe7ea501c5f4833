"""Verdicts for a reader: what was claimed, whether it holds, and for whom it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guidelint.logic import Answer, Claim, ClaimKind, Logic, NotDecided, Proved, Refuted, grounds
from guidelint.model import Constraint
from guidelint.reporters.in_words import region_line, said
from guidelint.reporters.style import Style, safe
from guidelint.reporters.summary import plural
from guidelint.verdicts.broken_walks import breaking_off, is_owed
from guidelint.walk import Gap, Overlap
from guidelint.ways import way_in_words
from guidelint.witness_words import patient_in_words, region_in_words
from guidelint.wording import assumption_in_words, named, quoted

WORDS: Mapping[type[Answer], str] = {Proved: "proved", Refuted: "refuted", NotDecided: "not decided"}
NOT_JUDGED = "not judged"
WIDTH = max(map(len, WORDS.values()))


def claim_in_words(claim: Claim, verdict: Answer, cost: str, style: Style) -> str:
    word = WORDS[type(verdict)].ljust(WIDTH)
    name = f"`{claim.name}`" if claim.kind is ClaimKind.CONTRAINDICATION else named(claim.entry)
    column, unbroken = " " * (WIDTH + 2), cost.replace(" ", "\N{NO-BREAK SPACE}")
    lines = "\n".join(style.fitted(f"{claim.kind.value} {safe(name)} {unbroken}", column))
    begin = word if isinstance(verdict, Proved) else style.bold(word)
    return f"{begin}  {lines.removeprefix(column).removesuffix(unbroken)}{style.dim(cost)}"


def cost_in_words(seconds: float, places: int) -> str:
    """What a verdict took; `places` is the size of what had to be looked at, 0 where the graph alone told it."""
    size = f", {plural(places, 'place')}" if places else ""
    return f"({seconds * 1000:.1f} ms{size})"


def answer_in_words(logic: Logic, claim: Claim, verdict: Answer) -> Iterator[str]:
    if isinstance(verdict, NotDecided):
        yield verdict.why
    if not isinstance(verdict, Refuted) or verdict.witness is None:
        return
    witness, guideline = verdict.witness, logic.guideline
    match witness.walk.ending if claim.kind is ClaimKind.DECISION else None:
        case Gap():
            yield "no branch matches this patient"
        case Overlap() as overlap:
            yield f"branches {' and '.join(str(index + 1) for index in overlap.branches)} match this patient"
    patient = ", ".join(said(*pair) for pair in patient_in_words(witness, guideline))
    yield safe(f"patient: {patient or 'anybody'}")
    if region := region_line(list(region_in_words(witness, guideline, logic.cells))):
        yield safe(f"region: {region}")
    yield safe(f"walk: {way_in_words(witness.walk.nodes[: witness.passed], 30)}")


def limits_in_words(logic: Logic, claim: Claim, vacuous: Mapping[str, str]) -> Iterator[str]:
    """What a proof must not be taken for; `vacuous` says of each constraint that is so why it is."""
    if not isinstance(claim.entry, Constraint):
        return
    if claim.name in vacuous:
        yield f"vacuous: {vacuous[claim.name]}"
    if is_owed(claim.entry) and (decisions := breaking_off(logic)):
        yield safe(f"not judged on walks that break off at {quoted(decisions)}")


def left_out_in_words(kind: ClaimKind, name: str, style: Style) -> str:
    return f"{style.bold(NOT_JUDGED.ljust(WIDTH))}  {kind.value} {safe(f'`{name}`')}, for the errors there"


def grounds_in_words(logic: Logic, claim: Claim) -> Iterator[str]:
    """What a proof rests on; a proof that rests on nothing follows from the graph alone."""
    found = grounds(logic, claim)
    if found is None:
        yield "rests on: not found in time"
        return
    guideline = logic.guideline
    parts = [f"{decision} branch {index + 1}" for decision, index in found.branches]
    assumed = (guideline.assumptions[each] for each in found.assumptions)
    parts += (f"the assumption: {assumption_in_words(each, guideline)}" for each in assumed)
    alone = "its own branches alone" if claim.kind is ClaimKind.DECISION else "the graph alone"
    yield safe(f"rests on: {'; '.join(parts) or alone}")


def totals_in_words(found: Mapping[type[Answer], int], left_out: int) -> str:
    counts = [f"{found.get(kind, 0):,} {word}" for kind, word in WORDS.items() if found.get(kind, 0) or kind is Proved]
    counts += [f"{left_out:,} {NOT_JUDGED}"] if left_out else []
    return f"{plural(sum(found.values()) + left_out, 'claim')}: {', '.join(counts)}"
