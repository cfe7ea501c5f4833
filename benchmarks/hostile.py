"""Hostile files beside a sound guideline of the same size: none may take more than twice its time.

    python benchmarks/hostile.py [--megabytes 1] [--rounds 3] [--lint] [KIND ...]

The time is that of reading (`read_document`), or with `--lint` of everything. A file that holds more values in as many
bytes takes more time, since every value is kept: the last column shows the time per value.
Exits with 1 where a kind is slower than twice the sound guideline of its size; the last column only says why.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from large import guideline

from guidelint.document import Document, read_document
from guidelint.linter import Options, lint
from guidelint.rules import RULES

Make = Callable[[int], str]
SLOWEST = 2.0
NODES_PER_MEGABYTE = 1_650


def again(text: str, before: str = "", after: str = "") -> Make:
    """As many copies of a text as fit."""
    return lambda size: before + text * ((size - len(before) - len(after)) // len(text)) + after


def counted(pattern: str, before: str = "", after: str = "") -> Make:
    """Copies that differ in their number."""
    each = len(pattern.format(10_000))
    return lambda size: before + "".join(pattern.format(n) for n in range(size // each)) + after


HOSTILE: dict[str, Make] = {
    "nothing but spaces": again(" "),
    "nothing but empty lines": again("\n"),
    "nothing but comments": again("# x\n"),
    "spaces behind a text": again(" ", "a: b", "# c"),
    "tabs behind a text": again("\t", "a: b"),
    "signs of comments": again("# ", "a: b "),
    "brackets without end": again("["),
    "brackets on lines without end": again("[\n"),
    "lists without end": again("- "),
    "mappings without end": again("{a: "),
    "brackets 98 deep": again("[" * 98 + "]" * 98 + ",", "[", "]"),
    "braces 98 deep": again("{a: " * 98 + "}" * 98 + ",", "[", "]"),
    "empty items": again("-\n"),
    "empty brackets": again("[],", "[", "]"),
    "short items": again("a,", "[", "]"),
    "short numbers": again("1, ", "[", "]"),
    "distinct keys": counted("k{}: 1\n"),
    "one key again and again": again("a: 1\n"),
    "an alias again and again": again("- *a\n", "- &a b\n"),
    "distinct anchors": counted("- &a{} b\n"),
    "an alias of an alias": again("- &a [*a, *a, *a, *a]\n", "- &a b\n"),
    "tags": again("- !t b\n"),
    "directives": counted("%TAG !a{}! x\n", "", "---\na: b\n"),
    "directives in the middle": counted("%TAG !a{}! x\n", "a: b\n", "---\n"),
    "documents": again("---\n"),
    "ends of documents": again("...\n", "a: b\n"),
    "one plain text": again("a", "a: "),
    "a plain text over lines": again("b\n  ", "a: "),
    "one quoted text": again("b ", 'a: "', '"'),
    "a quote without end": again("b\n", 'a: "'),
    "escapes": again("\\x41", 'a: "', '"'),
    "escapes of control characters": again("\\0", 'a: "', '"'),
    "a literal block": again("  b\n", "a: |\n"),
    "a folded block": again("  b\n\n", "a: >\n"),
    "one number": again("9", "a: "),
    "an octal number": again("7", "a: 0"),
    "an exponent": again("9", "a: 1e"),
    "a number to base 60": again(":1", "a: 1"),
    "a number of low lines": again("_", "a: 1"),
    "ambiguous words": again("no, ", "[", "]"),
    "cut-off texts": again("- b #c\n"),
    "comparisons in a list": again("- a<b\n", "if:\n"),
    "a long comparison": again("a >= 1 ", "if: "),
    "signs that open a text": again("> ", "a: "),
    "colons": again("a:"),
    "tabs in the indentation": again("\t", "a:\n"),
    "set-asides above one key": again("# guidelint: ignore[GL001] x\n", "", "a: b\n"),
    "set-asides behind items": again("- a # guidelint: ignore[GL001] x\n"),
    "a text of set-asides": again("  # guidelint: ignore[GL001] x\n", "a: |\n"),
    "lines that end with CR": again("# guidelint: ignore[GL001] x\r", "", "a: b"),
    "control characters": again("\x01"),
    "a tag of broken UTF-8": again("# c\n", "", "- !%ed%a0%80 b"),
    "brackets 98 deep, as title": again("[" * 98 + "]" * 98 + ",", "title: [", "]"),
    "brackets far apart, as title": again("[   " * 98 + "]   " * 98 + ",", "title: [", "]"),
    "braces 98 deep, as nodes": again("{a: " * 98 + "}" * 98 + ",", "nodes: [", "]"),
    "braces 97 deep, in nodes": counted(f" k{{}}: {'{{a: ' * 97}{'}}' * 97}\n", "nodes:\n"),
    "long braces 97 deep, in nodes": counted(f" k{{}}: {'{{abcdef: ' * 97}{'}}' * 97}\n", "nodes:\n"),
    "conditions 90 deep": counted(f" k{{}}: {{{{when: {'{{not: ' * 90}a{'}}' * 90}}}}}\n", "criteria:\n"),
    "empty brackets, as facts": again("[],", "facts: [", "]"),
    "empty brackets, in facts": counted(" k{}: []\n", "facts:\n"),
    "short items, as audience": again("a,", "audience: [", "]"),
    "short items, as a condition": again("abcde, ", "criteria: {a: {when: [", "]}}"),
    "distinct keys in nodes": counted(" k{}: 1\n", "nodes:\n"),
    "distinct keys of a node": counted("  k{}: 1\n", "nodes:\n a:\n"),
    "distinct keys without values": counted("k{}, ", "nodes: {a: {", "}}"),
    "distinct keys that are no ids": counted(" K_{}: 1\n", "facts:\n"),
    "distinct values that are no ids": counted(" K_{}: 1\n", "facts:\n a:\n  values:\n"),
    "distinct keys, unknown": counted(" k{}: 1\n", "a:\n"),
    "nodes of one key": counted(" k{}: {{type: decision}}\n", "nodes:\n"),
    "branches that are none": again("{a: bcdefg}, ", "nodes: {a: {type: decision, branches: [", "]}}"),
    "findings of a case": counted(" k{}: []\n", "cases:\n a:\n  label: a\n  patient:\n"),
}


class Cost(NamedTuple):
    seconds: float
    values: int


def measure(content: bytes, rounds: int, *, whole: bool) -> Cost:
    """The median CPU time, without the collector of garbage, which the command line turns off too."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        document = judge(content) if whole else read(content)
        times.append(time.process_time() - start)
    return Cost(statistics.median(times), max(1, len(document.marks.start)))


def read(content: bytes) -> Document:
    document = read_document(content)
    document.comments("guidelint:")
    return document


def judge(content: bytes) -> Document:
    """Without proofs, which would only make the sound guideline look slow."""
    options = Options(frozenset(rule.code for rule in RULES), date(2026, 6, 1), budget=None)
    return lint(content, "hostile.yaml", RULES, options).document


def main() -> int:
    arguments = parse()
    gc.disable()
    judge(guideline(4).encode())
    size = int(arguments.megabytes * 1_000_000)
    sound = guideline(max(4, int(NODES_PER_MEGABYTE * arguments.megabytes) // 2 * 2)).encode()
    base = measure(sound, arguments.rounds, whole=arguments.lint)
    print(f"{'a sound guideline':32} {len(sound):>10,} bytes {base.values:>9,} values {base.seconds:8.3f} s")
    slow = 0
    for name in arguments.kinds or HOSTILE:
        content = HOSTILE[name](size).encode()
        cost = measure(content, arguments.rounds, whole=arguments.lint)
        ratio = cost.seconds / base.seconds * len(sound) / len(content)
        per_value = ratio / max(1.0, cost.values / base.values)
        verdict = "" if ratio <= SLOWEST else "  TOO SLOW"
        slow += bool(verdict)
        print(
            f"{name:32} {len(content):>10,} bytes {cost.values:>9,} values {cost.seconds:8.3f} s"
            f" {ratio:6.2f} x {per_value:6.2f} x per value{verdict}",
            flush=True,
        )
    return 1 if slow else 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--megabytes", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--lint", action="store_true", help="everything, and not only reading")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of: {', '.join(HOSTILE)}")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
