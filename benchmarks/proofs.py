"""How fast guidelint proves, as ratios of CPU time in one run: beside z3 with its own arithmetic, and around a loop.

    python benchmarks/proofs.py [--rounds 3] [--largest 10000]

Asked for: at 100 decisions 10 x as fast as z3, at 1,000 decisions 30 x; a loop of 10 visits no more than 15 x a visit.
Exit code 1 where a verdict differs. z3 (`pip install z3-solver`) is asked as in the tests: one solver, one boolean for
each node passed, each question an assumption; and once more so that every model settles all branches on its way.
"""

from __future__ import annotations

import argparse
import gc
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from layered import Data, layered, loop, ways

from guidelint.logic import Logic
from guidelint.model import build_guideline
from tests.logic import comparing
from tests.logic.comparing import verdict
from tests.logic.plain_walks import Walk, walks
from tests.logic.questions import Question, questions
from tests.logic.z3_oracle import Z3Oracle

Verdicts = list[bool | None]
"""None where a question is not decided."""

FACTS = 60
SMALL = (10, 100, 1_000)
LARGE = (3_000, 10_000)
WANTED = {100: 10, 1_000: 30}
WANTED_OF_LOOPS = 15


class Cost(NamedTuple):
    seconds: float
    peak_bytes: int
    verdicts: Verdicts


Asking = Callable[[], Verdicts]
Task = Callable[[Data], Asking]
"""What has been built of the data before anybody asks is not measured."""


def run(task: Task, make: Callable[[], Data]) -> Cost:
    """In a process of its own, after small guidelines that pay for what comes first.

    Cycles are not collected while it runs, for neither side: the command line does not collect them either.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_measured, task, make).result()


def _measured(task: Task, make: Callable[[], Data]) -> Cost:
    guidelint_on_everything(loop(2, decisions=8, facts=8))()
    task(loop(1, decisions=8, facts=8))()
    ask = task(make())
    gc.disable()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    verdicts = ask()
    seconds = time.process_time() - began
    return Cost(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024, verdicts)


def mean(asked: Mapping[str, tuple[Task, Callable[[], Data]]], rounds: int) -> dict[str, Cost]:
    """Of rounds in which each is asked in turn, so that a machine that is slow for a while is so for all of them."""
    costs = [{name: run(*each) for name, each in asked.items()} for _ in range(rounds)]
    return {
        name: first._replace(seconds=statistics.mean(cost[name].seconds for cost in costs))
        for name, first in costs[0].items()
    }


# Who is asked -----------------------------------------------------------------------------------------------------


def branches(data: Data) -> Iterator[tuple[str, int]]:
    return ((name, index) for name, node in data["nodes"].items() for index, _ in enumerate(node.get("branches", [])))


def guidelint(data: Data) -> Asking:
    guideline = build_guideline(data)

    def ask() -> Verdicts:
        logic = Logic(guideline)
        return [verdict(logic.reachable(name, index)) for name, index in branches(data)]

    return ask


def z3(data: Data) -> Asking:
    def ask() -> Verdicts:
        oracle = Z3Oracle(data)
        return [oracle.is_proved(Question("reachable", name, (index,))) for name, index in branches(data)]

    return ask


def z3_harvesting(data: Data) -> Asking:
    """The patient of each model is walked, and settles every branch on the way."""

    def ask() -> Verdicts:
        oracle = Z3Oracle(data)
        alive: set[tuple[str, int | str | None]] = set()
        for name, index in branches(data):
            if (name, index) not in alive:
                patient = oracle.example(Question("reachable", name, (index,)))
                alive |= {(passed.node, passed.way) for walk in _walks(data, patient) for passed in walk.passed}
        return [branch in alive for branch in branches(data)]

    return ask


def _walks(data: Data, patient: Data | None) -> list[Walk]:
    return [] if patient is None else walks(data, patient, [])


def guidelint_on_everything(data: Data) -> Asking:
    """Every decision, every branch, every constraint."""
    guideline = build_guideline(data)

    def ask() -> Verdicts:
        logic = Logic(guideline)
        return [verdict(comparing.ask(logic, question)) for question in _on_everything(data)]

    return ask


def z3_on_everything(data: Data) -> Asking:
    def ask() -> Verdicts:
        oracle = Z3Oracle(data)
        return [oracle.is_proved(question) for question in _on_everything(data)]

    return ask


def _on_everything(data: Data) -> list[Question]:
    kinds = {"reachable", "exhaustive", "exhaustive-when-unknown", "exclusive", "holds"}
    return [question for question in questions(data) if question.kind in kinds]


# What is measured -------------------------------------------------------------------------------------------------


def beside_z3(decisions: int, rounds: int) -> bool:
    """Prints a table; whether all verdicts are the same."""
    make = partial(layered, decisions, FACTS, 0)
    tasks = {"guidelint": guidelint, "z3": z3, "z3, harvesting": z3_harvesting}
    costs = mean({name: (task, make) for name, task in tasks.items()}, rounds)
    own = costs.pop("guidelint")
    dead = own.verdicts.count(False)
    print(f"\n{decisions:,} decisions, {len(own.verdicts):,} branches, {dead:,} of them dead, {_ways(make())} ways")
    print(f"  {'guidelint':<16}{own.seconds:9.3f} s")
    for name, cost in costs.items():
        wanted = f"   asked for: {WANTED[decisions]} x" if decisions in WANTED else ""
        print(f"  {name:<16}{cost.seconds:9.3f} s  {cost.seconds / own.seconds:7.1f} x guidelint{wanted}")
    return _agree(own.verdicts, *(cost.verdicts for cost in costs.values()))


def _ways(data: Data) -> str:
    digits = len(str(ways(data)))
    return f"10^{digits - 1}" if digits > 6 else f"{ways(data):,}"


def _agree(*verdicts: Verdicts) -> bool:
    """What is not decided counts as a difference."""
    differ = sum(len(set(each)) > 1 or None in each for each in zip(*verdicts, strict=True))
    print(f"  {differ} verdicts differ" if differ else "  all verdicts agree")
    return not differ


def alone(decisions: int) -> None:
    make = partial(layered, decisions, FACTS, 0)
    cost = run(guidelint, make)
    print(f"\n{decisions:,} decisions, {len(cost.verdicts):,} branches, {_ways(make())} ways")
    print(f"  guidelint       {cost.seconds:9.3f} s  {cost.peak_bytes / 2**20:6.0f} MiB at the most")
    print(f"  {cost.verdicts.count(False):,} dead, {cost.verdicts.count(None):,} not decided")


def around_loops(rounds: int) -> bool:
    asked = {str(visits): (guidelint_on_everything, partial(loop, visits)) for visits in (1, 2, 3, 10)}
    costs = mean(asked, rounds)
    once = costs.pop("1")
    print("\n30 decisions and 15 constraints, everything asked")
    print(f"  one visit       {once.seconds:9.3f} s")
    for visits, cost in costs.items():
        undecided = cost.verdicts.count(None)
        ratio = f"{cost.seconds / once.seconds:7.1f} x one visit"
        print(f"  {visits:>2} visits       {cost.seconds:9.3f} s  {ratio}, {undecided} not decided")
    print(f"  asked for: at most {WANTED_OF_LOOPS} x")
    own, other = (run(task, partial(loop, 3)) for task in (guidelint_on_everything, z3_on_everything))
    print(f"  z3, 3 visits    {other.seconds:9.3f} s")
    return _agree(own.verdicts, other.verdicts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--largest", type=int, default=max(LARGE))
    options = parser.parse_args()
    agree = [beside_z3(decisions, options.rounds) for decisions in SMALL if decisions <= options.largest]
    for decisions in LARGE:
        if decisions <= options.largest:
            alone(decisions)
    agree.append(around_loops(options.rounds))
    sys.exit(0 if all(agree) else 1)


if __name__ == "__main__":
    main()
