"""Seeded defects: two sound guidelines, broken in one way after another.

    python benchmarks/seeded_defects.py

Each seed must be found by the right rule, at the right place, by one finding and no more; the sound guidelines must
give nothing but their recorded infos. Exits with 1 where that is not so.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from seeds import SEEDS
from seeds.seed import Seed

from guidelint.baseline import Known
from guidelint.diagnostic import Diagnostic
from guidelint.linter import FileReport, Options, lint
from guidelint.rule import Rule
from guidelint.rules import RULES

ROOT = Path(__file__).parents[1]
SOUND = {
    "neck-spasm": ROOT / "guideline" / "neck-spasm.yaml",
    "sore-throat": ROOT / "tests" / "guidelines" / "sore-throat.yaml",
}
RECORDED = {"neck-spasm": {"GL404", "GL503", "GL504", "GL505"}, "sore-throat": set[str]()}
DAY = date(2026, 6, 1)


@cache
def text_of(guideline: str) -> str:
    return SOUND[guideline].read_text(encoding="utf-8")


@cache
def sound_report(guideline: str) -> FileReport:
    return judge(text_of(guideline).encode(), guideline)


def judge(content: bytes, guideline: str, seed: Seed | None = None) -> FileReport:
    enabled = frozenset(rule.code for rule in RULES if rule.is_default or (seed and rule.code == seed.code))
    baseline = Known(((seed.knows, 1),)) if seed and seed.knows else None
    return lint(content, SOUND[guideline].name, list(_rules(seed)), Options(enabled, DAY, baseline=baseline))


def _rules(seed: Seed | None) -> Iterator[Rule[Any]]:
    """All rules, the one that is to crash made to."""
    for rule in RULES:
        yield replace(rule, check=_crash) if seed and seed.crashes == rule.code else rule


def _crash(_: object) -> Iterator[Any]:
    raise RuntimeError("seeded")


def surprises(guideline: str) -> list[Diagnostic]:
    """What is found in a sound guideline beyond its recorded infos."""
    found = sound_report(guideline).diagnostics
    return [item for item in found if item.code not in RECORDED[guideline] or item.severity.word != "info"]


def new_findings(report: FileReport, sound: FileReport) -> list[Diagnostic]:
    """What is found now and was not before; the recorded infos are known by their fingerprints."""
    known = Counter(map(_key, sound.diagnostics))
    found = []
    for item in report.diagnostics:
        if known[_key(item)]:
            known[_key(item)] -= 1
        else:
            found.append(item)
    return found


def _key(item: Diagnostic) -> tuple[str, str]:
    return item.code, item.fingerprint.partition("-")[0]


def problem_of(seed: Seed) -> str:
    """What went wrong; empty where the seed was found as it has to be."""
    content, places = seed.sow(text_of(seed.guideline))
    report = judge(content, seed.guideline, seed)
    new = new_findings(report, sound_report(seed.guideline))
    found = [item for item in new if item.code != seed.worse]
    if not found:
        return "not found"
    if seed.worse is not None and len(found) == len(new):
        return f"{seed.worse} was hidden"
    wanted = max(1, len(places))
    if [item.code for item in found] != [seed.code] * wanted:
        return f"found by {', '.join(f'{item.code} at {item.range.start.line}' for item in found)}"
    missed = [place for place in places if place not in {item.span.start for item in found}]
    if missed:
        at = ", ".join(f"{item.range.start.line}:{item.range.start.column}" for item in found)
        position = report.document.position(missed[0])
        return f"found at {at}, not at {position.line}:{position.column}"
    return ""


def _compared(seed: Seed) -> bool:
    problem = problem_of(seed)
    print(f"{seed.code}  {seed.guideline:<11}  {seed.what:<78}  {problem or 'found at its place'}")
    return not problem


def main() -> int:
    surprising = {guideline: surprises(guideline) for guideline in SOUND}
    for guideline, items in surprising.items():
        for item in items:
            print(f"the sound guideline {guideline}: {item.code} at {item.range.start.line}: {item.message}")
    found = sum(map(_compared, SEEDS))
    without = sorted({rule.code for rule in RULES} - {seed.code for seed in SEEDS})
    print(f"\n{len(SEEDS)} seeds, {found} found by the right rule at the right place, {len(SEEDS) - found} not")
    for guideline, items in surprising.items():
        recorded = len(sound_report(guideline).diagnostics) - len(items)
        print(f"the sound guideline {guideline}: {recorded} recorded infos, {len(items)} other findings")
    if without:
        print(f"rules without a seed: {', '.join(without)}")
    return int(found < len(SEEDS) or any(surprising.values()) or bool(without))


if __name__ == "__main__":
    sys.exit(main())
