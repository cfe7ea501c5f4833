"""What is proved of random guidelines is what the oracles say, and the patients that are shown show it.

`benchmarks/oracles.py` does the same for as many guidelines as one has time for.
"""

from __future__ import annotations

import pytest

from tests.logic.comparing import compare

WITH_Z3 = 40
CHUNKS = [range(start, start + 20) for start in range(0, 160, 20)]


@pytest.mark.parametrize("seeds", CHUNKS, ids=lambda seeds: f"{seeds.start}-{seeds.stop - 1}")
def test_prover_and_oracles_agree(seeds: range) -> None:
    found = [
        str(disagreement)
        for seed in seeds
        for _, _, disagreements in compare(seed, with_z3=seed < WITH_Z3)
        for disagreement in disagreements
    ]
    assert found == []
