"""How fast a guideline is drawn as SVG, as a ratio to `dot -Tsvg` on the same graph in the same run.

    apt-get install graphviz
    pip install 'guidelint[diagrams]'
    python benchmarks/diagrams.py [--rounds 9] [FILE]

Times are CPU times, medians over rounds in which all take turns. `guidelint diagram` is a whole process, which reads
the guideline and judges it up to its graph; `drawing alone` is what it then does for the picture, imports included.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
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
    run(guidelint(file, dot))
    graphviz: list[str | Path] = ["dot", "-Tsvg", dot, "-o", svg]
    drawing: list[str | Path] = [sys.executable, "-c", DRAWING, file, own_svg, seconds]
    times: dict[str, list[float]] = {"dot -Tsvg": [], "guidelint diagram": [], "drawing alone": []}
    for turn in range(rounds + 1):
        found = [run(graphviz).seconds, run(guidelint(file, own_svg)).seconds]
        run(drawing)
        found.append(float(seconds.read_text(encoding="utf-8")))
        if turn:  # in the first one, files come from the disk and modules are compiled
            for each, taken in zip(times.values(), found, strict=True):
                each.append(taken)
    peer = statistics.median(times["dot -Tsvg"])
    for what, each in times.items():
        print(f"{what:<18} {statistics.median(each):7.3f} s  {statistics.median(each) / peer:6.2f} x dot -Tsvg")


def guidelint(file: Path, output: Path) -> list[str | Path]:
    """Without findings, which take proofs: dot has none to show."""
    return [BIN / "guidelint", "diagram", "--no-findings", file, "-o", output]


if __name__ == "__main__":
    main()
