"""Steps from name to name, beside networkx."""

from __future__ import annotations

import networkx
from hypothesis import given
from hypothesis import strategies as st

from guidelint.steps import reached, steps_of, topological_order

NAMES = "abcdefg"
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12)


@given(PAIRS)
def test_an_order_is_found_where_networkx_finds_no_cycle(pairs: list[tuple[str, str]]) -> None:
    order = topological_order(steps_of(pairs), NAMES)
    if order is None:
        assert not networkx.is_directed_acyclic_graph(networkx.DiGraph(pairs))
    else:
        assert sorted(order) == list(NAMES)
        assert all(order.index(source) < order.index(target) for source, target in pairs)


@given(PAIRS, st.sets(st.sampled_from(NAMES)))
def test_what_is_reached_is_what_networkx_reaches(pairs: list[tuple[str, str]], names: set[str]) -> None:
    graph: networkx.DiGraph[str] = networkx.DiGraph(pairs)
    graph.add_nodes_from(NAMES)
    expected = names.union(*(networkx.descendants(graph, name) for name in names))
    assert reached(steps_of(pairs), names) == expected
