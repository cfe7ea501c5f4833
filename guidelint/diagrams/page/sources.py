"""The traceability matrix: what each statement of the source became, and what each step rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guidelint.diagrams.page.advice import note
from guidelint.diagrams.page.entry_names import entry_name
from guidelint.diagrams.page.grounds import citations, defect, ground_id, reference_in_words
from guidelint.diagrams.page.markup import Markup, element, joined, said, step_link
from guidelint.diagrams.page.review import Review
from guidelint.model import Entry, Reference, Statement, node_of


def sources_section(review: Review) -> Markup:
    return element(
        "section",
        element("h2", "Sources"),
        element("p", _total(review), class_="lead"),
        _statements(review),
        _steps(review),
        _references(review),
        id="Sources",
        class_="pane",
    )


def not_encoded(review: Review) -> tuple[str, ...]:
    """The statements that nothing rests on."""
    return tuple(name for name in review.guideline.statements if name not in review.carriers)


def _total(review: Review) -> str:
    count, left = len(review.guideline.statements), not_encoded(review)
    if not count:
        return "The guideline names no statements of a source."
    if not left:
        return f"All {count:,} statements are encoded."
    return f"{len(left):,} of {count:,} statements are not encoded: {', '.join(left)}."


def _table(title: str, columns: tuple[str, str], rows: Iterable[Markup]) -> Markup | None:
    body = list(rows)
    if not body:
        return None
    head = element("tr", *(element("th", column) for column in columns))
    table = element("table", element("thead", head), element("tbody", *body))
    return element("section", element("h3", title), table)


# From the statement to the step --------------------------------------------------------------------------------------


def _statements(review: Review) -> Markup | None:
    rows = (_statement(statement, review) for statement in review.guideline.statements.values())
    return _table("By statement", ("Statement", "Encoded in"), rows)


def _statement(statement: Statement, review: Review) -> Markup:
    entries = review.carriers.get(statement.id, ())
    says = element(
        "th",
        element("span", statement.id, class_="ground"),
        " ",
        said(statement.says),
        " ",
        citations(review.guideline, statement.cites),
        defect(statement.defect),
        note(statement.note),
    )
    where = element("td", *_where(entries, review))
    return element("tr", says, where, id=ground_id(statement.id))


def _where(entries: tuple[Entry, ...], review: Review) -> Iterator[Markup]:
    nodes = dict.fromkeys(node for entry in entries if (node := node_of(entry.route)))
    links = [step_link(node, review.guideline.nodes[node].name) for node in nodes]
    others = dict.fromkeys(entry_name(entry, review) for entry in entries if node_of(entry.route) is None)
    if links:
        yield element("ul", *(element("li", link) for link in links), class_="plain")
    if others:
        yield element("ul", *(element("li", said(name)) for name in others), class_="plain meta")
    if not entries:
        yield element("p", "⚠ Not encoded", class_="warn")


# From the step to the statement --------------------------------------------------------------------------------------


def _steps(review: Review) -> Markup | None:
    """Those that rest on nothing of their own stand together in the last row."""
    if not review.carriers:
        return None
    steps = {node.id: step_link(node.id, node.name) for node in review.guideline.nodes.values()}
    rows = [_step(link, review.grounds_of[id]) for id, link in steps.items() if id in review.grounds_of]
    if others := [link for id, link in steps.items() if id not in review.grounds_of]:
        nothing = element("td", "Nothing of their own", class_="meta")
        rows.append(element("tr", element("th", joined(others, ", ")), nothing))
    return _table("By step", ("Step", "Rests on"), rows)


def _step(step: Markup, names: Iterable[str]) -> Markup:
    links = (element("a", name, href=f"#{ground_id(name)}", class_="ground") for name in names)
    return element("tr", element("th", step), element("td", joined(links, " ")))


# What the source cites -----------------------------------------------------------------------------------------------


def _references(review: Review) -> Markup | None:
    rows = (_reference(reference, review) for reference in review.guideline.references.values())
    return _table("References", ("Reference", "Cited by"), rows)


def _reference(reference: Reference, review: Review) -> Markup:
    name = element("span", reference.id, class_="ground")
    work = element("th", name, " ", reference_in_words(reference), note(reference.note))
    statements = [each.id for each in review.guideline.statements.values() if reference.id in each.cites]
    links = [element("a", each, href=f"#{ground_id(each)}", class_="ground") for each in statements]
    direct = _where(review.carriers[reference.id], review) if reference.id in review.carriers else ()
    return element("tr", work, element("td", joined(links, " "), *direct), id=ground_id(reference.id))
