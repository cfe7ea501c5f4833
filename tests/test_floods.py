"""Many findings on one decision in few words, and each of them still there."""

from __future__ import annotations

import re
from itertools import combinations
from random import Random

import pytest

from guidelint.diagnostic import Severity
from guidelint.verdicts.floods import MOST_ALONE, branches_in_words, floods, pairs_in_words
from tests.rules.examples import run


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (combinations(range(40), 2), "any two of 1 to 40"),
        ([(0, 1), (2, 3)], "1 with 2; 3 with 4"),
        ([(first, second) for first in (0, 2, 4) for second in (1, 3)], "1, 3 or 5 with 2 or 4"),
        ([(0, other) for other in range(1, 9)], "1 with 2 to 9"),
        ([(0, 1), (1, 2), (2, 3)], "1 with 2; 2 with 3; 3 with 4"),
        (
            [*combinations(range(4), 2), (4, 0), (4, 1), (4, 2), (4, 3), (4, 9)],
            "any two of 1 to 4; 1 to 4 with 5; 5 with 10",
        ),
    ],
)
def test_pairs_in_words(pairs: list[tuple[int, int]], expected: str) -> None:
    assert pairs_in_words(list(pairs)) == expected


def read(words: str) -> set[int]:
    runs = (part.split(" to ") for part in re.split(", | or | and ", words))
    return {number for run in runs for number in range(int(run[0]) - 1, int(run[-1]))}


@pytest.mark.parametrize("seed", range(300))
def test_every_pair_can_be_read_and_no_other(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - nothing is kept secret
    every = list(combinations(range(random.randint(2, 12)), 2))
    pairs = random.sample(every, random.randint(1, len(every)))
    found: list[tuple[int, int]] = []
    for part in pairs_in_words(pairs).split("; "):
        if part.startswith("any two of "):
            found += combinations(sorted(read(part.removeprefix("any two of "))), 2)
        else:
            ones, others = map(read, part.split(" with "))
            found += ((min(one, other), max(one, other)) for one in ones for other in others)
    assert sorted(found) == sorted(pairs)


def test_branches_in_words() -> None:
    assert branches_in_words({0, 2, 3, 4, 6, 7}) == "1, 3 to 5, 7 and 8"
    assert branches_in_words([1], "or") == "2"


def test_what_is_told_together() -> None:
    few, many = [f"a{n}" for n in range(MOST_ALONE)], [f"b{n}" for n in range(MOST_ALONE + 1)]
    mixed = [item for pair in zip(few, many, strict=False) for item in pair] + many[len(few) :]
    assert list(floods(mixed, lambda item: item[0])) == [*([item] for item in few), many]


def asked(count: int, condition: str) -> str:
    """A decision of so many branches, to two nodes in turn."""
    branches = "".join(
        f"      - {{if: {condition.format(number)}, then: {('wait', 'treat')[number % 2]}}}\n"
        for number in range(count)
    )
    facts = "".join(f"  f{number}: {{label: F{number}, type: boolean, default: false}}\n" for number in range(count))
    return (
        f"facts:\n{facts}  age: {{label: Age, type: integer, unit: a, range: [1, 120], default: 40}}\n"
        f"nodes:\n  ask:\n    type: decision\n    label: Which?\n    because: [S1]\n"
        f"    branches:\n{branches}      - {{else: refer}}\n"
    )


def told(fragment: str, code: str) -> list[tuple[str, str, Severity]]:
    """Of each finding: what it points at, its message and its severity."""
    report = run(fragment)
    found = (item for item in report.diagnostics if item.code == code)
    return [(report.document.text[slice(*item.span)], item.message, item.severity) for item in found]


def test_a_decision_with_a_few_overlaps_is_told_pair_by_pair() -> None:
    earlier = "this branch and an earlier one match the same patient, with"
    assert told(asked(3, "f{}"), "GL303") == [
        ("f1", f"{earlier} different advice", Severity.ERROR),
        ("f2", f"{earlier} different advice", Severity.ERROR),
        ("f2", f"{earlier} the same advice", Severity.INFO),
    ]


def test_a_decision_of_nothing_but_overlaps_is_told_once_for_each_severity() -> None:
    both = "branches match the same patient, with"
    assert sorted(told(asked(12, "f{}"), "GL303")) == [
        (
            "ask",
            f"30 pairs of {both} the same advice: any two of 1, 3, 5, 7, 9 and 11; any two of 2, 4, 6, 8, 10 and 12",
            Severity.INFO,
        ),
        (
            "ask",
            f"36 pairs of {both} different advice: 1, 3, 5, 7, 9 or 11 with 2, 4, 6, 8, 10 or 12",
            Severity.ERROR,
        ),
    ]


def test_the_worst_of_many_is_shown_in_full() -> None:
    (finding,) = (item for item in run(asked(12, "f{}")).diagnostics if item.severity is Severity.ERROR)
    assert (finding.patient, finding.walk) == ((("F0", "yes"), ("F1", "yes")), ("ask",))
    assert [place.message for place in finding.related] == ["branch 1", "branch 2 also matches"]


def test_branches_inside_others_are_told_once_too() -> None:
    condition = "{{fact: age, at-least: 1{0}}}"
    assert told(asked(9, condition), "GL308") == [
        ("ask", "whoever matches one of 8 branches matches another one too: 2 to 9", Severity.ERROR)
    ]
    assert [place for place, _, _ in told(asked(4, condition), "GL308")] == [
        f"{{fact: age, at-least: 1{number}}}" for number in range(1, 4)
    ]
