"""What the guideline is, for whom, and how far one may trust it: the first thing that a reviewer reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guidelint.diagnostic import Severity
from guidelint.diagrams.page.advice import facts_list
from guidelint.diagrams.page.cases import broken_off
from guidelint.diagrams.page.markup import Markup, element, paragraph
from guidelint.diagrams.page.notes import count_of_notes
from guidelint.diagrams.page.review import Review
from guidelint.diagrams.page.sources import not_encoded
from guidelint.logic import NotDecided, Proved, Refuted
from guidelint.model import Metadata


def about_section(review: Review) -> Markup:
    metadata = review.guideline.metadata
    return element(
        "section",
        element("h2", "About"),
        paragraph(metadata.description, "lead"),
        element("ul", *(element("li", element("a", *row, href=to)) for to, *row in _state(review)), class_="state"),
        facts_list(_metadata(metadata)),
        paragraph(metadata.disclaimer, "disclaimer"),
        _keys(),
        id="About",
        class_="pane",
    )


def counts(review: Review) -> Mapping[str, int]:
    """How much there is in each part of the page."""
    return {
        "Steps": len(review.guideline.nodes),
        "Walk": len(review.walks),
        "Findings": len(review.report.diagnostics),
        "Proofs": len(review.verdicts or ()),
        "Sources": len(review.guideline.statements),
        "Notes": count_of_notes(review),
    }


def _state(review: Review) -> Iterator[tuple[str, Markup, str]]:
    """What there is to look at."""
    yield "#Findings", _number(len(review.report.diagnostics)), _findings(review)
    proved = [each for each in review.verdicts or () if isinstance(each.answer, Proved)]
    yield "#Proofs", _number(sum(not each.is_proved_for_some for each in proved)), _proofs(review)
    total = len(review.guideline.statements)
    yield "#Sources", _number(total - len(not_encoded(review))), f"of {total:,} statements encoded"
    yield "#Walk", _number(len(review.walks)), _cases(review)
    yield "#Notes", _number(count_of_notes(review)), "notes for the reviewer"


def _findings(review: Review) -> str:
    found = [item.severity for item in review.report.diagnostics]
    each = ((found.count(severity), severity.word) for severity in reversed(Severity))
    words = ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in each if count)
    return f"findings: {words}" if words else "findings"


def _proofs(review: Review) -> str:
    if review.verdicts is None:
        return "claims proved: no proofs were made"
    answers = [each.answer for each in review.verdicts]
    partly = sum(each.is_proved_for_some for each in review.verdicts)
    refuted = sum(isinstance(each, Refuted) for each in answers)
    undecided = sum(isinstance(each, NotDecided) for each in answers)
    others = (
        f", {partly:,} only where the walk does not break off" if partly else "",
        f", {refuted:,} refuted" if refuted else "",
        f", {undecided:,} not decided" if undecided else "",
    )
    return f"of {len(answers):,} claims proved for every patient{''.join(others)}"


def _cases(review: Review) -> str:
    return f"cases walked, of which {broken_off(review)}" if review.broken_walks else "cases walked"


def _number(count: int) -> Markup:
    return element("strong", f"{count:,}")


def _metadata(metadata: Metadata) -> Iterator[tuple[str, str | None]]:
    yield "Population", metadata.population
    yield "Audience", ", ".join(metadata.audience)
    yield "Publisher", metadata.publisher
    yield "Status", metadata.status
    yield "Version", metadata.version
    yield "Date", metadata.date
    yield "Approved", metadata.approved
    yield "Review by", metadata.review_by
    yield "License", metadata.license


KEYS = (
    ("/", "search"),
    ("↑ ↓", "walk along the arrows"),
    ("← →", "the other branches"),
    ("Enter", "read the step"),
    ("Esc", "back to the picture"),
    ("+ − 0", "zoom in, out, whole"),
)


def _keys() -> Markup:
    rows = (element("div", element("dt", element("kbd", key)), element("dd", words)) for key, words in KEYS)
    return element("section", element("h3", "Keys"), element("dl", *rows, class_="keys"), class_="live")
