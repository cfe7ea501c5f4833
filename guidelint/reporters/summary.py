"""The last lines of a report: how much was found, what was left out, and what was not judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from guidelint.diagnostic import Severity
from guidelint.logic import ClaimKind
from guidelint.reporters.left_out import left_out
from guidelint.reporters.report import Report, codes_in_words
from guidelint.reporters.style import safe

NOTHING_TO_PROVE = "nothing to prove: there is no decision, no constraint and no contraindication"


def summary(report: Report) -> Iterator[str]:
    yield _verdict(report)
    yield from _fixes(report)
    for left in report.not_judged:
        yield f"not judged: {safe(left.path)}: {safe(left.words)}"
    yield from _proved(report)
    for part in left_out(report):
        yield f"{safe(part.what)}: {codes_in_words(part.items) if part.are_codes else _names(part.items)}"
    yield from _baselines(report)


def _baselines(report: Report) -> Iterator[str]:
    if report.shows_all:
        findings = f"{plural(report.overruled, 'finding')} set aside by comments and waivers"
        among = f": {findings} {'is' if report.overruled == 1 else 'are'} among these" if report.overruled else ""
        yield f"set-asides and baselines are not counted{among}"
    for item in report.baselines:
        if item.is_updated and (item.added or item.removed):
            yield f"{safe(item.file)} updated: {plural(item.added, 'finding')} put in, {item.removed:,} taken out"
        elif item.is_updated:
            yield f"{safe(item.file)} needs no entry added or taken out"
        if item.gone:
            yield f"{safe(item.file)} knows of files that are gone: {_names(item.gone)}; --update-baseline forgets them"


def _names(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - 5} more" if len(paths) > 5 else ""
    return ", ".join(safe(path) for path in paths[:5]) + more


def _fixes(report: Report) -> Iterator[str]:
    for file in report.unwritten:
        yield f"not fixed: {safe(file.path)}: {file.reason}"
    safely, unsafely = report.fixable(safely=True), report.fixable(safely=False)
    parts = [
        f"{plural(report.fixed, 'finding')} fixed" if report.fixed else "",
        f"{safely:,} fixable with `--fix`" if safely else "",
        f"{unsafely:,} {'more ' if safely else 'fixable '}with `--unsafe-fixes`" if unsafely else "",
    ]
    if any(parts):
        yield ", ".join(part for part in parts if part)


def _proved(report: Report) -> Iterator[str]:
    """What holds for every patient, of what there is to hold."""
    found = [file.established for file in report.files if file.established is not None]
    if not found:
        return
    parts = []
    for kind in ClaimKind:
        whole = [each.parts[kind] for each in found]
        proved, total, undecided = (
            sum(getattr(part, name) for part in whole) for name in ("proved", "of", "undecided")
        )
        branches = f" ({plural(sum(each.branches for each in found), 'branch')})" if kind is ClaimKind.DECISION else ""
        if total:
            left = f", {undecided:,} not decided" if undecided else ""
            parts.append(f"{proved:,} of {plural(total, kind.value)}{branches}{left}")
    yield f"proved for every patient: {'; '.join(parts)}" if parts else NOTHING_TO_PROVE
    if len(found) == 1 and parts:
        ways = "more ways than can be counted" if found[0].ways is None else plural(found[0].ways, "way")
        kinds = plural(found[0].patients, "kind")
        yield f"over {ways} through the graph, for {kinds} of patient that its conditions tell apart"


def _verdict(report: Report) -> str:
    if not report.files:
        return "nothing was checked: no guideline found"
    counts = [(report.count(severity), severity.word) for severity in reversed(Severity)]
    found = ", ".join(plural(count, word) for count, word in counts if count) or "no findings"
    left_out = [
        f"{report.muted:,} more that follow only from these" if report.muted else "",
        f"{report.set_aside} set aside" if report.set_aside else "",
        f"{report.baselined:,} in the baseline" if report.baselined else "",
    ]
    aside = ", ".join(part for part in left_out if part)
    return f"{plural(len(report.files), 'file')} checked: {found}" + (f" ({aside})" if aside else "")


MOST_DIGITS = 15
"""Of a count that is written out."""


def plural(count: int, noun: str) -> str:
    number = f"{count:,}" if count < 10**MOST_DIGITS else f"{Decimal(count):.1e}".replace("e+", " × 10^")
    if count == 1:
        return f"{number} {noun}"
    return f"{number} {noun}es" if noun.endswith("ch") else f"{number} {noun}s"
