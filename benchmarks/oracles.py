"""What guidelint proves of random guidelines beside brute force and z3: every question, every patient shown.

    python benchmarks/oracles.py [--guidelines 2000] [--seed 0] [--no-z3]

Exit code 1 where anything disagrees.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.logic.comparing import compare, verdict, word
from tests.logic.questions import shape_of
from tests.logic.random_guidelines import random_guideline

Counts = Counter[tuple[str, str]]
COLUMNS = ("proved", "refuted", "not decided", "disagreements")


def judge(seed: int, with_z3: bool, counts: Counts) -> Iterator[str]:
    """What disagrees."""
    data = random_guideline(seed)
    try:
        for question, answer, disagreements in compare(seed, with_z3):
            shape = shape_of(question, data)
            counts[shape, word(verdict(answer))] += 1
            counts[shape, "disagreements"] += bool(disagreements)
            yield from map(str, disagreements)
    except Exception:
        counts["crashes", "disagreements"] += 1
        yield f"seed {seed}: {traceback.format_exc(limit=-3)}"


def show(counts: Counts) -> None:
    print(f"{'question':<24}" + "".join(f"{column:>15}" for column in COLUMNS))
    for shape in sorted({shape for shape, _ in counts}):
        print(f"{shape:<24}" + "".join(f"{counts[shape, column]:>15,}" for column in COLUMNS))
    print(f"{'all':<24}" + "".join(f"{total(counts, column):>15,}" for column in COLUMNS))


def total(counts: Counts, column: str) -> int:
    return sum(count for (_, each), count in counts.items() if each == column)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--guidelines", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--z3", action=argparse.BooleanOptionalAction, default=True)
    options = parser.parse_args()
    counts: Counts = Counter()
    began = time.monotonic()
    for done, seed in enumerate(range(options.seed, options.seed + options.guidelines), start=1):
        for line in judge(seed, options.z3, counts):
            print(line, flush=True)
        bad = total(counts, "disagreements")
        print(
            f"\r{done:,} of {options.guidelines:,} guidelines, {bad} disagreements", end="", file=sys.stderr, flush=True
        )
    print(file=sys.stderr)
    show(counts)
    print(f"{options.guidelines:,} guidelines in {time.monotonic() - began:.0f} s")
    sys.exit(1 if total(counts, "disagreements") else 0)


if __name__ == "__main__":
    main()
