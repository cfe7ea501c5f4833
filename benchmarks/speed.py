"""How fast guidelint is beside its peers, as ratios of CPU time in one run on the same files.

    python benchmarks/speed.py [--rounds 5]

The peers (check-jsonschema with the same schema, yamllint) are installed beside it:
`pip install check-jsonschema yamllint`.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from large import guideline

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "schema" / "guideline.schema.json"
BIN = Path(sys.executable).parent
FEWER_RULES = "{extends: default, rules: {line-length: disable, document-start: disable, comments: disable}}"


MOST_PROVED = 100
"""Nodes of the files that are measured with proofs too."""


class Cost(NamedTuple):
    seconds: float
    peak_bytes: int


def run(command: Sequence[str | Path]) -> Cost:
    """CPU time (user and system) and peak memory of a command."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read_end)
        done = subprocess.run([str(part) for part in command], env=environment, capture_output=True, check=False)
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        line = f"{usage.ru_utime + usage.ru_stime} {usage.ru_maxrss} {done.returncode}"
        os.write(write_end, line.encode())
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        seconds, kilobytes, code = answer.read().split()
    os.waitpid(pid, 0)
    assert code in ("0", "1"), f"{command}: exit code {code}"
    return Cost(float(seconds), int(kilobytes) * 1024)


def guidelint(file: Path) -> list[str | Path]:
    """Without proofs, which have a time limit of their own, as no peer proves anything."""
    return [BIN / "guidelint", "check", "--no-cache", "--no-proofs", "--max-bytes", "900000000", file]


def with_proofs(file: Path) -> list[str | Path]:
    """As it comes."""
    return [BIN / "guidelint", "check", "--no-cache", file]


def check_jsonschema(file: Path) -> list[str | Path]:
    return [BIN / "check-jsonschema", "--schemafile", SCHEMA, file]


def yamllint(file: Path) -> list[str | Path]:
    """As it comes."""
    return [BIN / "yamllint", file]


def yamllint_less(file: Path) -> list[str | Path]:
    """Without the rules that have something to say."""
    return [BIN / "yamllint", "-d", FEWER_RULES, file]


Tool = Callable[[Path], list[str | Path]]


def compare(file: Path, tools: Sequence[Tool], rounds: int) -> dict[str, Cost]:
    """Medians over rounds in which the tools take turns, so that a busy machine is busy for all of them."""
    costs: dict[str, list[Cost]] = {tool.__name__: [] for tool in tools}
    for _ in range(rounds):
        for tool in tools:
            costs[tool.__name__].append(run(tool(file)))
    return {
        name: Cost(statistics.median(cost.seconds for cost in each), max(cost.peak_bytes for cost in each))
        for name, each in costs.items()
    }


def beside_peers(folder: Path, nodes: int, rounds: int) -> None:
    file = write(folder, nodes)
    proofs = [with_proofs] if nodes <= MOST_PROVED else []
    found = compare(file, [guidelint, *proofs, check_jsonschema, yamllint, yamllint_less], rounds)
    own = found["guidelint"]
    size = file.stat().st_size
    print(f"\n{nodes:,} nodes, {size:,} bytes")
    for name, cost in found.items():
        memory = f"{cost.peak_bytes / size:6.1f} bytes of memory per byte" if nodes >= 1_000 else ""
        print(f"  {name:<17}{cost.seconds:9.3f} s  {cost.seconds / own.seconds:6.2f} x guidelint  {memory}")


def growth(folder: Path, sizes: Sequence[int]) -> None:
    print("\ngrowth: CPU time above that of a 4-node file, for each node")
    bare = min(run(guidelint(write(folder, 4))) for _ in range(5)).seconds
    first = None
    for nodes in sizes:
        file = write(folder, nodes)
        cost = min(run(guidelint(file)) for _ in range(3 if nodes < 100_000 else 1))
        each = (cost.seconds - bare) / nodes
        first = first or each
        size = file.stat().st_size
        print(
            f"  {nodes:>7,} nodes {size:>12,} bytes {cost.seconds:8.2f} s {each * 1e6:8.1f} µs a node"
            f"  {each / first:5.2f} of the first  {cost.peak_bytes / size:5.1f} bytes of memory per byte"
        )


def write(folder: Path, nodes: int) -> Path:
    file = folder / f"g{nodes}.yaml"
    if not file.exists():
        file.write_text(guideline(nodes), encoding="utf-8")
    return file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        beside_peers(folder, 30, 3 * rounds)
        beside_peers(folder, 10_000, max(rounds // 2, 1))
        growth(folder, [1_000, 10_000, 100_000])


if __name__ == "__main__":
    main()
