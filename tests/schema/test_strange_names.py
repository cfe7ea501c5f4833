"""Names that are no ids: each is named at its own place, and a thousand of them cost no more than the text they are."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from guidelint.document import read_document
from guidelint.schema import judge_shape
from guidelint.schema.strange_names import StrangeNames

HEAD = "format: guidelint/1\nid: a\ntitle: A\nversion: 1.0.0\nstatus: draft\nstart: a\n"
FACT = "{label: A fact, type: boolean}"
ID, GROUND = re.compile("[a-z][a-z-]*"), re.compile("[A-Za-z][A-Za-z-]*")


def found(text: str) -> list[tuple[str, str]]:
    """The characters that findings point at, and their messages."""
    document = read_document((HEAD + text).encode())
    assert document.is_readable
    return [(document.text[slice(*document.span(item.place))], item.message) for item in judge_shape(document).findings]


def test_every_strange_name_is_named_at_its_place() -> None:
    text = f"nodes: {{}}\nfacts:\n  Fever: {FACT}\n  a_b: {FACT}\n  good: {FACT}\n  c_d: {FACT}\n  Pain: {FACT}\n"
    places = [place for place, _ in found(text)]
    assert sorted(places) == ["Fever", "Pain", "a_b", "c_d"]


def test_what_is_wrong_below_a_strange_name_keeps_its_place() -> None:
    text = "nodes: {}\nfacts:\n  A: {label: A, type: bool}\n  B: {label: B, typ: boolean}\n"
    text += "  C: {label: 1, type: boolean}\n"
    places = [place for place, _ in found(text)]
    assert {"A", "B", "C", "bool", "typ", "1"} <= set(places)
    assert not any("stand-in" in message for _, message in found(text))


def test_capitals_are_right_in_statements_and_nothing_else_is() -> None:
    text = "nodes: {}\nstatements:\n  S1: {says: a}\n  S2: {says: b}\n  S_3: {says: c}\n  S_4: {says: d}\n"
    assert [place for place, _ in found(text)] == ["S_3", "S_4"]


def test_unknown_keys_keep_their_names() -> None:
    messages = " ".join(message for _, message in found("nodes: {}\nFoo_a: 1\nFoo_b: 2\nFoo_c: 3\n"))
    assert all(name in messages for name in ("Foo_a", "Foo_b", "Foo_c"))


def test_data_without_strange_names_is_taken_as_it_is() -> None:
    data = {"a": [{"b": 1, "S": {"c": 2}}], "d": {}}
    assert StrangeNames(ID, GROUND).fewer(data) is data


def test_one_of_each_kind_is_kept() -> None:
    names = StrangeNames(ID, GROUND)
    few = names.fewer({"A": 1, "B": {"C": 2, "D": 3}, "e_f": 4, "g_h": 5, "i": 6})
    assert few == {"A": 1, "stand-in-0": {"C": 2, "stand-in-2": 3}, "e_f": 4, "stand-in-1": 5, "i": 6}
    assert names.original(("stand-in-0", "stand-in-2", 0)) == ("B", "D", 0)
    assert list(names.twins_of(("A",))) == [("B",)]
    assert list(names.twins_of(("B", "C"))) == [("B", "D")]


MANY = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
from guidelint.document import read_document
from guidelint.schema import judge_shape
text = {head!r} + "nodes: {{}}\\nfacts:\\n" + "".join(f"  Fact_{{n}}: {fact}\\n" for n in range(3_000))
verdict = judge_shape(read_document(text.encode()))
print(len(verdict.findings), verdict.is_complete)
"""


def test_thousands_of_strange_names_do_not_fill_the_memory() -> None:
    pytest.importorskip("resource", reason="memory cannot be bounded here")
    command = [sys.executable, "-c", MANY.format(head=HEAD, fact=FACT.replace("{", "{{").replace("}", "}}"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "500 False"), done.stderr[-500:]
