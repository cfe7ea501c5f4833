"""Statements and references, as the reader meets them at whatever rests on them."""

from __future__ import annotations

from collections.abc import Iterable

from guidelint.diagrams.page.markup import Markup, element, joined, outside_link, said
from guidelint.model import Guideline, Reference


def ground_id(name: str) -> str:
    """The id of its row under Sources; no node can have it, for its capital."""
    return f"Ground-{name}"


def grounds(guideline: Guideline, names: Iterable[str]) -> Markup | None:
    """Each ground with what it says; nothing where there is none."""
    items = [element("li", *_ground(guideline, name)) for name in names]
    return element("ul", *items, class_="grounds") if items else None


def _ground(guideline: Guideline, name: str) -> tuple[str | None, ...]:
    link = element("a", name, href=f"#{ground_id(name)}", class_="ground")
    statement = guideline.statements.get(name)
    if statement is not None:
        return link, " ", said(statement.says), " ", citations(guideline, statement.cites), defect(statement.defect)
    reference = guideline.references.get(name)
    return (link, " ", reference_in_words(reference) if reference else "is not defined")


def citations(guideline: Guideline, names: Iterable[str]) -> Markup | None:
    """The references that a statement cites, as links to their entries."""
    links = [element("a", name, href=f"#{ground_id(name)}") for name in names]
    return element("span", "cites ", joined(links, ", "), class_="cites") if links else None


def reference_in_words(reference: Reference) -> Markup:
    """Title, year and where to look it up; or why nobody can."""
    if reference.unresolved:
        return joined((said(reference.title or reference.id), defect(f"Unresolved: {reference.unresolved}")))
    title = said(reference.title or reference.name)
    address = outside_link(reference)
    linked = element("a", title, href=address, rel="noopener noreferrer", target="_blank") if address else title
    year = f" ({reference.year})" if reference.year is not None else None
    unlinked = f" {reference.url}" if reference.url and address is None else None
    return joined((linked, year, unlinked, defect(reference.defect)))


def defect(words: str | None) -> Markup | None:
    return element("span", "⚠ ", said(words), class_="defect") if words else None
