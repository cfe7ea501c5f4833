"""How fast a guideline is drawn as SVG, as a ratio to `dot -Tsvg` on the same graph in the same run.

    apt-get install graphviz
    pip install 'guidelint[diagrams]'
    python benchmarks/diagrams.py [--rounds 9] [FILE]

Times are CPU times of whole processes, medians over rounds in which both take turns. What reading and judging the
guideline takes, and Python itself, is in guidelint's: the second ratio is that of drawing alone, imports included.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from speed import BIN, ROOT, run

DRAWING = """
import sys, time
from pathlib import Path
from guidelint.diagrams.draw import draw
from guidelint.document import read_document
from guidelint.model import build_guideline

guideline = build_guideline(read_document(Path(sys.argv[1]).read_bytes(), "").data)
begun = time.process_time()
from guidelint.diagrams.drawing import drawing_of
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.svg import draw_svg

Path(sys.argv[2]).write_text(draw_svg(drawing_of(lay_out([draw(guideline)]))), encoding="utf-8")
Path(sys.argv[3]).write_text(str(time.process_time() - begun), encoding="utf-8")
"""
"""Writes the picture, and the seconds that drawing alone has taken."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("file", type=Path, nargs="?", default=ROOT / "guideline" / "neck-spasm.yaml")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        compare(arguments.file, Path(name), arguments.rounds)


def compare(file: Path, folder: Path, rounds: int) -> None:
    dot, svg, own_svg, seconds = (folder / name for name in ("graph.dot", "dot.svg", "own.svg", "seconds"))
    guidelint = [BIN / "guidelint", "diagram", file, "-o"]
    run([*guidelint, dot])
    graphviz: Sequence[str | Path] = ["dot", "-Tsvg", dot, "-o", svg]
    drawing = [sys.executable, "-c", DRAWING, file, own_svg, seconds]
    for command in (graphviz, [*guidelint, own_svg], drawing):
        run(command)  # files are read from the disk and compiled once
    times: dict[str, list[float]] = {"dot -Tsvg": [], "guidelint diagram": [], "drawing alone": []}
    for _ in range(rounds):
        times["dot -Tsvg"].append(run(graphviz).seconds)
        times["guidelint diagram"].append(run([*guidelint, own_svg]).seconds)
        run(drawing)
        times["drawing alone"].append(float(seconds.read_text(encoding="utf-8")))
    peer = statistics.median(times["dot -Tsvg"])
    for what, each in times.items():
        print(f"{what:<18} {statistics.median(each):7.3f} s  {statistics.median(each) / peer:6.2f} x dot -Tsvg")


if __name__ == "__main__":
    main()
