"""Seeded defects: the sound neck-spasm guideline, broken in one way after another.

    python benchmarks/seeded_defects.py

Each seed must be found by the right rule, at the right place, by one finding and no more; the sound guideline must give
nothing but its recorded infos. Exits with 1 where that is not so.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from seeds import SEEDS, Seed

from guidelint.diagnostic import Diagnostic
from guidelint.document import Document
from guidelint.linter import FileReport, Options, lint
from guidelint.rule import Rule
from guidelint.rules import RULES

SOUND = Path(__file__).parents[1] / "guideline" / "neck-spasm.yaml"
DAY = date(2026, 6, 1)
RECORDED = {"GL404", "GL503", "GL504", "GL505"}


def judge(content: bytes, seed: Seed | None = None) -> FileReport:
    enabled = frozenset(rule.code for rule in RULES if rule.is_default or (seed and rule.code == seed.code))
    return lint(content, SOUND.name, list(_rules(seed)), Options(enabled, DAY))


def _rules(seed: Seed | None) -> Iterator[Rule[Any]]:
    """All rules, the one that is to crash made to."""
    for rule in RULES:
        yield replace(rule, check=_crash) if seed and seed.crashes == rule.code else rule


def _crash(_: object) -> Iterator[Any]:
    raise RuntimeError("seeded")


def keys(report: FileReport) -> Counter[tuple[str, str]]:
    return Counter((item.code, item.fingerprint.partition("-")[0]) for item in report.diagnostics)


def new_findings(report: FileReport, sound: FileReport) -> list[Diagnostic]:
    """What is found now and was not before; the recorded infos are known by their fingerprints."""
    known = keys(sound)
    found = []
    for item in report.diagnostics:
        key = (item.code, item.fingerprint.partition("-")[0])
        if known[key]:
            known[key] -= 1
        else:
            found.append(item)
    return found


def try_seed(seed: Seed, text: str, sound: FileReport) -> str:
    """What went wrong; empty where the seed was found as it has to be."""
    content, place = seed.sow(text)
    report = judge(content, seed)
    found = new_findings(report, sound)
    if not found:
        return "not found"
    if [item.code for item in found] != [seed.code]:
        return f"found by {', '.join(f'{item.code} at {item.range.start.line}' for item in found)}"
    (finding,) = found
    if place is not None and finding.span.start != place:
        return f"found at {_where(report.document, finding.span.start)}, not at {_where(report.document, place)}"
    return ""


def _where(document: Document, offset: int) -> str:
    position = document.position(offset)
    return f"{position.line}:{position.column}"


def main() -> int:
    text = SOUND.read_text(encoding="utf-8")
    sound = judge(text.encode())
    surprises = [item for item in sound.diagnostics if item.code not in RECORDED or item.severity.word != "info"]
    failures = len(surprises)
    for item in surprises:
        print(f"the sound guideline: {item.code} at {item.range.start.line}: {item.message}")
    for seed in SEEDS:
        problem = try_seed(seed, text, sound)
        failures += bool(problem)
        print(f"{seed.code}  {seed.what:<75}  {problem or 'found at its place'}")
    without = sorted({rule.code for rule in RULES} - {seed.code for seed in SEEDS})
    print(f"\n{len(SEEDS)} seeds, {len(SEEDS) - failures} found by the right rule at the right place, {failures} not")
    print(f"recorded infos on the sound guideline: {len(sound.diagnostics)}")
    if without:
        print(f"rules without a seed: {', '.join(without)}")
    return int(bool(failures or without))


if __name__ == "__main__":
    sys.exit(main())
