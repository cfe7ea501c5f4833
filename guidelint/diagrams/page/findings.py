"""What guidelint found: in a list of its own, and at every step that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from guidelint.diagnostic import Diagnostic, Severity
from guidelint.diagrams.page.entry_names import ids_as_names
from guidelint.diagrams.page.markup import Markup, element, joined, said, step_link
from guidelint.diagrams.page.review import Review
from guidelint.ways import way_in_words
from guidelint.witness_words import EVERYBODY, OTHERS

MARKS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.INFO: "i"}


def findings_section(review: Review) -> Markup:
    found = sorted(review.report.diagnostics, key=lambda item: -item.severity)
    groups = (_group(severity, tuple(items), review) for severity, items in groupby(found, lambda item: item.severity))
    nothing = None if found else element("p", "Nothing was found.", class_="good")
    return element(
        "section", element("h2", "Findings"), nothing, *groups, *_limits(review), id="Findings", class_="pane"
    )


def findings_list(found: Iterable[Diagnostic], review: Review, *, has_place: bool = True) -> Markup | None:
    items = [_finding(item, review, has_place=has_place) for item in found]
    return element("ul", *items, class_="findings") if items else None


def severity_mark(severity: Severity) -> Markup:
    return element("span", MARKS[severity], class_=f"mark {severity.word}", aria_hidden="true")


def _group(severity: Severity, items: tuple[Diagnostic, ...], review: Review) -> Markup:
    title = f"{len(items):,} {severity.word}{'' if len(items) == 1 else 's'}"
    return element("section", element("h3", title), findings_list(items, review))


def _finding(item: Diagnostic, review: Review, *, has_place: bool) -> Markup:
    code = element("span", f"{item.severity.word} {item.code} {item.name}", class_="code")
    return element(
        "li",
        severity_mark(item.severity),
        element("p", element("strong", said(_sentence(item.message)))),
        *_details(item, review),
        element("p", "→ ", said(item.help), class_="help"),
        element("p", joined(_place(item, review, has_place=has_place), " · "), " · ", code, class_="meta"),
        class_=f"finding {item.severity.word}",
        data_marks=True,
    )


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:]


def _place(item: Diagnostic, review: Review, *, has_place: bool) -> Iterator[Markup | str]:
    if has_place and item.node and item.node in review.guideline.nodes:
        yield step_link(item.node, review.guideline.nodes[item.node].name)
    elif has_place and len(item.route) > 1:
        yield " ".join(map(str, item.route[:2]))
    yield f"line {item.range.start.line:,}"


def _details(item: Diagnostic, review: Review) -> Iterator[Markup]:
    if item.patient:
        yield _line("Patient", ", ".join(f"{label}: {value}" for label, value in item.patient))
    if item.region:
        yield region_list(item.region)
    if item.walk:
        nodes = review.guideline.nodes
        yield _line("Walk", way_in_words([nodes[each].name if each in nodes else each for each in item.walk], 30))
    for place in item.related:
        if place.message:
            yield _line(f"Line {place.range.start.line:,}", place.message)


def region_list(region: Sequence[str]) -> Markup:
    """Who else a finding or a refutation is about: each row is enough."""
    if EVERYBODY in region:
        return element("p", "The same goes for everybody.")
    rows = (element("li", said(each)) for each in region if each != OTHERS)
    lead = element("p", element("span", "The same goes for everybody with:", class_="name"))
    more = element("p", "and for others, who are not listed here") if OTHERS in region else None
    return joined((lead, element("ul", *rows, class_="region"), more))


def _line(name: str, words: str) -> Markup:
    return element("p", element("span", f"{name}: ", class_="name"), said(words))


def _limits(review: Review) -> Iterator[Markup]:
    """What was not judged, so that it never looks like clean."""
    left = [
        f"{', '.join(item.codes)}: {item.reason}" if item.codes else item.reason for item in review.report.not_judged
    ]
    if left:
        items = (element("li", said(ids_as_names(reason, review))) for reason in left)
        yield element("section", element("h3", "Not judged"), element("ul", *items, class_="plain"))
    if review.report.muted:
        muted = review.report.muted
        follow = "follows only from those above, and is" if muted == 1 else "follow only from those above, and are"
        yield element("p", f"{muted:,} more {follow} left out.", class_="meta")
