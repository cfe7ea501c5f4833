"""Every seeded defect is found by the right rule at the right place, and nothing else is (see `benchmarks/`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
import seeded_defects
from seeded_defects import SOUND, main, problem_of, surprises, text_of
from seeds import SEEDS
from seeds.seed import Seed

from guidelint.document import read_document
from guidelint.model import Guideline, build_guideline
from guidelint.rules import RULES

PROVED = ("GL3", "GL4")
FOUND = next(seed for seed in SEEDS if seed.code == "GL203")


def guideline_of(name: str) -> Guideline:
    return build_guideline(read_document(text_of(name).encode(), name).data)


def places_of(guideline: str, code: str) -> Iterator[str]:
    """What stands at each place that the seeds of a rule ask for, up to the end of the word."""
    for seed in SEEDS:
        if (seed.guideline, seed.code) == (guideline, code):
            content, places = seed.sow(text_of(guideline))
            for place in places:
                yield content.decode()[place:].partition(":")[0].partition(",")[0].partition("]")[0]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.id)
def test_a_seed_is_found_at_its_place(seed: Seed) -> None:
    assert problem_of(seed) == ""


@pytest.mark.parametrize("guideline", SOUND)
def test_a_sound_guideline_has_only_its_recorded_infos(guideline: str) -> None:
    assert surprises(guideline) == []


def test_each_rule_has_a_seed_and_each_that_is_proved_has_two() -> None:
    seeds = Counter(seed.code for seed in SEEDS)
    assert [rule.code for rule in RULES if seeds[rule.code] < 1 + rule.code.startswith(PROVED)] == []


@pytest.mark.parametrize("guideline", SOUND)
def test_each_constraint_can_fail(guideline: str) -> None:
    """But for the one that comes first in everything: where it fails for a medication, GL407 says so."""
    constraints = set(guideline_of(guideline).constraints) - set(places_of(guideline, "GL401"))
    assert constraints == ({"airway-first"} if guideline == "sore-throat" else set())


@pytest.mark.parametrize("guideline", SOUND)
def test_each_contraindication_can_fail(guideline: str) -> None:
    known = guideline_of(guideline).interventions.values()
    contraindicated = {intervention.id for intervention in known if intervention.contraindications}
    assert contraindicated - set(places_of(guideline, "GL403")) == set()


def test_what_is_found_and_what_is_not_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missed = Seed(FOUND.code, "an edit that changes nothing")
    monkeypatch.setattr(seeded_defects, "SEEDS", (FOUND, missed))
    assert main() == 1
    lines = capsys.readouterr().out.splitlines()
    assert [" ".join(line.split()[-4:]) for line in lines[:2]] == ["found at its place", "changes nothing not found"]
    assert lines[3] == "2 seeds, 1 found by the right rule at the right place, 1 not"
