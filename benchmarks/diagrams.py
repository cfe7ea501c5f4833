"""How fast a guideline is drawn as SVG, beside `dot -Tsvg` on the same graph in the same run.

    apt-get install graphviz
    pip install 'guidelint[diagrams]'
    python benchmarks/diagrams.py [--rounds 9] [FILE]

Times are CPU times: what a busy machine does beside this does not count. Whatever is compared takes turns, and of the
rounds the quickest and the middle one are told, each as a ratio to `dot -Tsvg` as a process in the same rounds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from speed import BIN, ROOT, run

PEER = "dot -Tsvg, a process"

DRAWING = """
import gc, json, sys, time
from pathlib import Path
import pygraphviz
from guidelint.diagrams.draw import draw
from guidelint.diagrams.drawing import drawing_of
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.svg import draw_svg
from guidelint.document import read_document
from guidelint.model import build_guideline

guideline = build_guideline(read_document(Path(sys.argv[1]).read_bytes(), "").data)
dot = Path(sys.argv[2]).read_text(encoding="utf-8")

def own():
    return draw_svg(drawing_of(lay_out([draw(guideline)]))).encode()

def at_once():
    return pygraphviz.AGraph(string=dot).draw(format="svg", prog="dot")

def placed_first():
    graph = pygraphviz.AGraph(string=dot)
    graph.layout("dot")
    return graph.draw(format="svg")

def seconds(work):
    begun = time.process_time()
    work()
    return time.process_time() - begun

gc.disable()
first = seconds(own)
best = {work.__name__: min(seconds(work) for _ in range(9)) for work in (own, at_once, placed_first)}
Path(sys.argv[3]).write_text(json.dumps({"first": first, **best}), encoding="utf-8")
"""
"""Says how long drawing takes where the guideline and all that draws are loaded: the first time, and at best."""

IN_PROCESS = {
    "first": "guidelint, loaded, first picture",
    "own": "guidelint, loaded",
    "at_once": "pygraphviz, loaded, draw",
    "placed_first": "pygraphviz, loaded, layout and draw",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("file", type=Path, nargs="?", default=ROOT / "guideline" / "neck-spasm.yaml")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        compare(arguments.file, Path(name), arguments.rounds)


def compare(file: Path, folder: Path, rounds: int) -> None:
    dot, svg = folder / "graph.dot", folder / "own.svg"
    run(guidelint(file, dot))
    times: dict[str, list[float]] = {}
    for turn in range(rounds + 1):
        ran = {what: run(command).seconds for what, command in processes(file, dot, svg).items()}
        measured = {**loaded(file, dot, folder), **ran}
        if turn:  # in the first one, files come from the disk and modules are compiled
            for what, seconds in measured.items():
                times.setdefault(what, []).append(seconds)
    table(times)


def loaded(file: Path, dot: Path, folder: Path) -> Mapping[str, float]:
    told = folder / "told.json"
    run([sys.executable, "-c", DRAWING, file, dot, told])
    found = json.loads(told.read_text(encoding="utf-8"))
    return {words: found[name] for name, words in IN_PROCESS.items()}


def processes(file: Path, dot: Path, svg: Path) -> Mapping[str, list[str | Path]]:
    """What a process of each costs, with all that Python and Graphviz's own binding take before anything is drawn."""
    python: list[str | Path] = [sys.executable, "-c"]
    return {
        PEER: ["dot", "-Tsvg", dot, "-o", svg.with_name("dot.svg")],
        "python -c pass": [*python, "pass"],
        'python -c "import pygraphviz"': [*python, "import pygraphviz"],
        "guidelint diagram --no-findings": guidelint(file, svg),
        "guidelint diagram": [BIN / "guidelint", "diagram", "--no-cache", file, "-o", svg],
    }


def table(times: Mapping[str, list[float]]) -> None:
    best, usual = min(times[PEER]), statistics.median(times[PEER])
    print(f"{'':<36}{'at best':>18}{'in the middle':>22}")
    for what, each in times.items():
        low, middle = min(each), statistics.median(each)
        print(f"{what:<36}{low:8.3f} s {low / best:6.2f} x {middle:10.3f} s {middle / usual:6.2f} x")


def guidelint(file: Path, output: Path) -> list[str | Path]:
    """Without findings, which take proofs: dot has none to show."""
    return [BIN / "guidelint", "diagram", "--no-findings", file, "-o", output]


if __name__ == "__main__":
    main()
