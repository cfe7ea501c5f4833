"""What the authors say to the reviewer: defects of the source, readings that are theirs, findings set aside."""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagrams.page.entry_names import entry_name
from guidelint.diagrams.page.grounds import defect, ground_id
from guidelint.diagrams.page.markup import Markup, element, joined, paragraph, said, step_link
from guidelint.diagrams.page.review import Review
from guidelint.model import Entry, Waiver, node_of


def notes_section(review: Review) -> Markup:
    parts = (_general(review), _defects(review), _readings(review), _set_aside(review))
    content = [part for part in parts if part]
    nothing = None if content else element("p", "The authors left no notes.", class_="meta")
    return element("section", element("h2", "Notes for the reviewer"), nothing, *content, id="Notes", class_="pane")


def count_of_notes(review: Review) -> int:
    return sum(len(rows) for rows in (_defect_rows(review), _reading_rows(review), _set_aside_rows(review)))


def _general(review: Review) -> Markup | None:
    words = review.guideline.metadata.note
    return element("section", element("h3", "About the whole"), paragraph(words)) if words else None


def _list(title: str, rows: list[Markup]) -> Markup | None:
    return element("section", element("h3", title), element("ul", *rows, class_="notes")) if rows else None


def _defects(review: Review) -> Markup | None:
    return _list("Defects of the source, not repaired", _defect_rows(review))


def _defect_rows(review: Review) -> list[Markup]:
    guideline = review.guideline
    found: list[tuple[str, str | None, str]] = [
        (each.id, each.says, each.defect) for each in guideline.statements.values() if each.defect
    ]
    for reference in guideline.references.values():
        found += [(reference.id, reference.title, words) for words in (reference.defect, reference.unresolved) if words]
    return [element("li", *_about_ground(name, what), defect(words), data_marks=True) for name, what, words in found]


def _about_ground(name: str, what: str | None) -> Iterator[Markup | str]:
    yield element("a", name, href=f"#{ground_id(name)}", class_="ground")
    yield " "
    if what:
        yield said(what)


def _readings(review: Review) -> Markup | None:
    return _list("Ambiguities, and the choices made", _reading_rows(review))


def _reading_rows(review: Review) -> list[Markup]:
    return [
        element("li", element("p", _place(entry, review), class_="meta"), paragraph(entry.note), data_marks=True)
        for entry in review.guideline.entries()
        if entry.note
    ]


def _place(entry: Entry, review: Review) -> Markup:
    node = node_of(entry.route)
    line = f" · line {review.line(entry):,}"
    if node is not None:
        return joined((step_link(node, review.guideline.nodes[node].name), line))
    return joined((said(entry_name(entry, review)), line))


def _set_aside(review: Review) -> Markup | None:
    return _list("Findings set aside, with reasons", _set_aside_rows(review))


def _set_aside_rows(review: Review) -> list[Markup]:
    rows = [
        element(
            "li",
            element("p", element("strong", f"{found.code} {found.name}"), f" · line {found.range.start.line:,}"),
            element("p", said(found.message)),
            element(
                "p",
                "Set aside: ",
                said(by.reason),
                _by(by.by, by.until.isoformat() if by.until else None),
                class_="note",
            ),
        )
        for found, by in review.report.set_aside
    ]
    used = {str(by.whole.route) for _, by in review.report.set_aside}
    idle = (waiver for waiver in review.guideline.waivers if str(waiver.route) not in used)
    return [*rows, *(_waiver(waiver) for waiver in idle)]


def _waiver(waiver: Waiver) -> Markup:
    """One that sets nothing aside in this run."""
    head = element("p", element("strong", waiver.rule), " at ", element("code", waiver.at), " (sets nothing aside)")
    return element("li", head, element("p", said(waiver.reason or "without a reason"), _by(waiver.by, waiver.until)))


def _by(name: str | None, until: str | None) -> str:
    return "".join((f" — {name}" if name else "", f", until {until}" if until else ""))
