"""The whole guideline from the data of its document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from guidelint.diagnostic import Route
from guidelint.model.build.entries import (
    build_assumption,
    build_case,
    build_codes,
    build_criterion,
    build_fact,
    build_intervention,
    build_reference,
    build_score,
    build_section,
    build_statement,
    build_waiver,
)
from guidelint.model.build.nodes import build_constraint, build_node
from guidelint.model.build.values import Data
from guidelint.model.guideline import Guideline, Metadata

T = TypeVar("T")


def build_guideline(data: Data) -> Guideline:
    """`data` is what the schema has accepted; names may still be undefined and values outside their domain."""
    facts = _each(data, "facts", build_fact)

    def with_facts(key: str, build: Callable[..., T]) -> dict[str, T]:
        return _each(data, key, lambda id, raw, route: build(id, raw, route, facts))

    return Guideline(
        id=data["id"],
        metadata=_metadata(data),
        references=_each(data, "references", build_reference),
        statements=_each(data, "statements", build_statement),
        sections=_each(data, "sections", build_section),
        facts=facts,
        assumptions=tuple(
            build_assumption(index, raw, ("assumptions", index), facts)
            for index, raw in enumerate(data.get("assumptions", ()))
        ),
        scores=with_facts("scores", build_score),
        criteria=with_facts("criteria", build_criterion),
        interventions=with_facts("interventions", build_intervention),
        start=data["start"],
        nodes=with_facts("nodes", build_node),
        constraints=with_facts("constraints", build_constraint),
        cases=with_facts("cases", build_case),
        waivers=tuple(build_waiver(raw, ("waivers", index)) for index, raw in enumerate(data.get("waivers", ()))),
    )


def _each(data: Data, key: str, build: Callable[[str, Any, Route], T]) -> dict[str, T]:
    return {id: build(id, raw, (key, id)) for id, raw in data.get(key, {}).items()}


def _metadata(data: Data) -> Metadata:
    return Metadata(
        title=data["title"],
        version=data["version"],
        status=data["status"],
        date=data.get("date"),
        approved=data.get("approved"),
        review_by=data.get("review-by"),
        publisher=data.get("publisher"),
        audience=tuple(data.get("audience", ())),
        population=data.get("population"),
        language=data.get("language"),
        license=data.get("license"),
        disclaimer=data.get("disclaimer"),
        description=data.get("description"),
        note=data.get("note"),
        codes=build_codes(data),
    )
