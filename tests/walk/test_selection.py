"""Which advice is about which interventions, under every pick and under some (rulings 11 and 12)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidelint.model import Advice, Guideline, Selector, SelectorKind, build_guideline
from guidelint.selection import may_select, members_of, surely_selects
from tests import naive
from tests.random_conditions import guideline_data

Data = dict[str, Any]
INTERVENTIONS: Data = {
    "ibuprofen": {"label": "Ibuprofen", "kind": "medication", "class": ["analgesic", "nsaid"]},
    "naproxen": {"label": "Naproxen", "kind": "medication", "class": ["analgesic", "nsaid"]},
    "paracetamol": {"label": "Paracetamol", "kind": "medication", "class": ["analgesic"]},
    "collar": {"label": "Collar", "kind": "device", "class": ["brace"]},
    "walking": {"label": "Walking", "kind": "exercise"},
}
OPTIONS: list[Any] = [
    *INTERVENTIONS,
    {"class": "analgesic"},
    {"class": "nsaid"},
    {"class": "brace"},
    {"kind": "medication"},
]
CHOICES = ["exactly-one", "at-most-one", "one-or-more", "all", "any"]


def with_advice(item: Data) -> tuple[Guideline, Advice]:
    nodes = {"end": {"type": "recommendation", "recommend": [item]}}
    guideline = build_guideline(guideline_data(interventions=INTERVENTIONS, nodes=nodes))
    return guideline, next(guideline.advice())


def targets() -> st.SearchStrategy[Any]:
    options = st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=4, unique_by=str)
    choice = st.tuples(st.sampled_from(CHOICES), options).map(lambda drawn: {drawn[0]: drawn[1]})
    return st.one_of(st.sampled_from(OPTIONS), choice)


def selectors_of(raw: list[Any]) -> list[Selector]:
    pairs = [next(iter(item.items())) if isinstance(item, dict) else ("intervention", item) for item in raw]
    return [Selector(SelectorKind(by), name, ()) for by, name in pairs]


@settings(deadline=None, max_examples=1000)
@given(targets(), st.sampled_from(["for", "against"]), st.lists(st.sampled_from(OPTIONS), max_size=4, unique_by=str))
def test_against_every_pick(target: Any, direction: str, raw: list[Any]) -> None:
    item = {direction: target}
    guideline, advice = with_advice(item)
    data = {"interventions": INTERVENTIONS}
    picks, meant, selectors = naive.picks(item, data), naive.selected(raw, data), selectors_of(raw)
    assert surely_selects(guideline, advice, selectors) == all(pick & meant for pick in picks)
    assert may_select(guideline, advice, members_of(guideline, selectors)) == any(pick & meant for pick in picks)


@pytest.mark.parametrize(
    ("item", "selectors", "surely", "may"),
    [
        ({"for": "ibuprofen"}, ["ibuprofen"], True, True),
        ({"for": "ibuprofen"}, ["naproxen"], False, False),
        ({"for": "ibuprofen"}, [{"class": "nsaid"}], True, True),
        ({"for": {"class": "nsaid"}}, ["ibuprofen"], False, True),
        ({"for": {"class": "nsaid"}}, ["ibuprofen", "naproxen"], False, True),
        ({"for": {"class": "nsaid"}}, [{"class": "nsaid"}], True, True),
        ({"for": {"class": "nsaid"}}, ["collar", {"class": "analgesic"}], True, True),
        ({"for": {"class": "nsaid"}}, [{"kind": "medication"}], True, True),
        ({"for": {"class": "analgesic"}}, [{"class": "nsaid"}, "paracetamol"], False, True),
        ({"for": {"class": "brace"}}, ["collar"], False, True),
        ({"for": {"kind": "device"}}, ["collar"], False, True),
        ({"for": {"class": "brace"}}, [{"kind": "device"}], True, True),
        ({"for": {"exactly-one": [{"class": "brace"}, "collar"]}}, ["collar"], False, True),
        ({"for": {"all": [{"class": "brace"}, "collar"]}}, ["collar"], True, True),
        ({"against": {"class": "nsaid"}}, ["ibuprofen"], True, True),
        ({"against": {"class": "brace"}}, ["collar"], True, True),
        ({"against": {"kind": "medication"}}, ["paracetamol"], True, True),
        ({"for": {"exactly-one": ["ibuprofen", "paracetamol"]}}, ["ibuprofen"], False, True),
        ({"for": {"exactly-one": ["ibuprofen", "naproxen"]}}, ["ibuprofen", "naproxen"], True, True),
        ({"for": {"exactly-one": ["ibuprofen"]}}, ["ibuprofen"], True, True),
        ({"for": {"at-most-one": ["ibuprofen"]}}, ["ibuprofen"], False, True),
        ({"for": {"one-or-more": ["ibuprofen", "walking"]}}, ["walking"], False, True),
        ({"for": {"all": ["ibuprofen", "walking"]}}, ["walking"], True, True),
        ({"for": {"all": [{"class": "nsaid"}, "walking"]}}, ["ibuprofen"], False, True),
        ({"for": {"any": ["walking"]}}, ["walking"], False, True),
        ({"against": {"any": ["walking"]}}, ["walking"], False, True),
        ({"for": {"class": "undefined"}}, ["walking"], False, False),
        ({"for": {"class": "undefined"}}, [{"class": "undefined"}], False, False),
        ({"for": "undefined"}, ["undefined"], False, False),
    ],
)
def test_picks(item: Data, selectors: list[Any], surely: bool, may: bool) -> None:
    guideline, advice = with_advice(item)
    meant = selectors_of(selectors)
    assert surely_selects(guideline, advice, iter(meant)) is surely
    assert may_select(guideline, advice, members_of(guideline, meant)) is may


@pytest.mark.parametrize(
    ("selector", "members"),
    [
        ((SelectorKind.INTERVENTION, "collar"), {"collar"}),
        ((SelectorKind.INTERVENTION, "brace"), set()),
        ((SelectorKind.CLASS, "brace"), {"collar"}),
        ((SelectorKind.CLASS, "nsaid"), {"ibuprofen", "naproxen"}),
        ((SelectorKind.CLASS, "medication"), set()),
        ((SelectorKind.KIND, "medication"), {"ibuprofen", "naproxen", "paracetamol"}),
        ((SelectorKind.KIND, "therapy"), set()),
    ],
)
def test_members(selector: tuple[SelectorKind, str], members: set[str]) -> None:
    guideline = build_guideline(guideline_data(interventions=INTERVENTIONS))
    assert members_of(guideline, [Selector(*selector, ())]) == members
