"""A thousand small files: cold, warm and in two processes, beside check-jsonschema and yamllint.

    python benchmarks/many_files.py [--files 1000] [--nodes 30] [--rounds 3] [--wall]

All figures are ratios of CPU time (user and system, the best of several rounds that take turns), but for those of two
processes, which is what whoever has two processors gets: wall time, which says something only while both are free
(`--wall`). The peers judge a part of the
files, since they take long; what they cost above one file is multiplied. `pip install check-jsonschema yamllint`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from large import guideline
from speed import BIN, SCHEMA, run

Command = Sequence[str | Path]

PART = 50
"""Files that the peers are given."""

WANTED = {"check-jsonschema": 8, "yamllint": 20}


def guidelint(*arguments: str | Path) -> Command:
    """Without proofs, as no peer proves anything."""
    return [BIN / "guidelint", "check", "--no-proofs", "--jobs", "1", *arguments]


def write(folder: Path, files: int, nodes: int) -> list[Path]:
    text = guideline(nodes)
    paths = [folder / f"g{number:04}.yaml" for number in range(files)]
    for number, path in enumerate(paths):
        path.write_text(f"# guideline {number}\n{text}", encoding="utf-8")
        os.utime(path, (0, 0))
    os.utime(folder, (0, 0))
    return paths


def best(commands: dict[str, Command], rounds: int) -> dict[str, float]:
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(run(command).seconds)
    return {name: min(seconds) for name, seconds in found.items()}


def wall(command: Command, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        run(command)
        times.append(time.perf_counter() - began)
    return min(times)


def processors_are_free() -> bool:
    """Whether two that only count take hardly longer than one."""
    count = [sys.executable, "-c", "sum(range(30_000_000))"]
    one = wall(count, 3)
    began = time.perf_counter()
    for process in [subprocess.Popen(count), subprocess.Popen(count)]:
        process.wait()
    return time.perf_counter() - began < 1.25 * one


def whole(one: float, part: float, files: int) -> float:
    """What all files cost, by what a part of them costs above a single one."""
    return one + (part - one) / (PART - 1) * (files - 1)


def in_two_processes(folder: Path, peers: dict[str, tuple[Command, Command]], files: int, rounds: int) -> bool:
    if not processors_are_free():
        print("  two processes, wall time: not measured, since no two processors are free")
        return True
    one, two = (wall([*guidelint("--no-cache"), "--jobs", jobs, folder], rounds) for jobs in ("1", "2"))
    met = [say("two processes / one, wall time", two / one, "at most", 0.65)]
    for name, (single, part) in peers.items():
        taken = whole(wall(single, rounds), wall(part, rounds), files)
        met.append(say(f"{name} / cold in two processes, wall time", taken / two, "at least", WANTED[name]))
    return all(met)


def say(name: str, value: float, sign: str, bar: float) -> bool:
    is_met = value <= bar if sign == "at most" else value >= bar
    print(f"  {name:<54}{value:8.3f}   {sign} {bar:.3f}   {'' if is_met else 'MISSED'}")
    return is_met


def measure(folder: Path, files: int, nodes: int, rounds: int, *, with_wall: bool) -> bool:
    paths = write(folder, files, nodes)
    schema: Command = [BIN / "check-jsonschema", "--schemafile", SCHEMA]
    peers: dict[str, tuple[Command, Command]] = {
        "check-jsonschema": ([*schema, paths[0]], [*schema, *paths[:PART]]),
        "yamllint": ([BIN / "yamllint", paths[0]], [BIN / "yamllint", *paths[:PART]]),
    }
    run(guidelint(folder))
    run(guidelint(paths[0]))
    commands: dict[str, Command] = {
        "python": [sys.executable, "-c", "pass"],
        "warm": guidelint(folder),
        "cold": guidelint("--no-cache", folder),
    }
    for name, (single, part) in peers.items():
        commands |= {f"{name}, 1 file": single, f"{name}, {PART} files": part}
    found = best(commands, rounds)
    found["one file that is warm"] = min(run(guidelint(paths[0])).seconds for _ in range(10 * rounds))
    found["python"] = min(found["python"], *(run(commands["python"]).seconds for _ in range(10 * rounds)))
    print(f"{files:,} files of {nodes} nodes, {paths[0].stat().st_size:,} bytes each; seconds of CPU time:")
    for name, seconds in found.items():
        print(f"  {name:<54}{seconds:8.3f}")
    print("ratios:")
    met = [
        say("warm / cold", found["warm"] / found["cold"], "at most", 1 / 15),
        say("one warm file / python -c pass", found["one file that is warm"] / found["python"], "at most", 6),
    ]
    for name in peers:
        taken = whole(found[f"{name}, 1 file"], found[f"{name}, {PART} files"], files)
        met.append(say(f"{name} / cold", taken / found["cold"], "at least", WANTED[name]))
    if with_wall:
        met.append(in_two_processes(folder, peers, files, rounds))
    return all(met)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--nodes", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--wall", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as files, tempfile.TemporaryDirectory() as cache:
        os.environ["GUIDELINT_CACHE_DIR"] = cache
        if not measure(Path(files), given.files, given.nodes, given.rounds, with_wall=given.wall):
            sys.exit(1)


if __name__ == "__main__":
    main()
