"""Guideline + what was found and proved → the review page: one file, for a clinician to judge the guideline by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guidelint.cases import patient_of
from guidelint.diagrams.drawing import drawing_of
from guidelint.diagrams.overlay import NOTHING, Overlay
from guidelint.diagrams.page.about import about_section
from guidelint.diagrams.page.cases import case_id, cases_section
from guidelint.diagrams.page.claims import claim_id, claims_section, witness_of
from guidelint.diagrams.page.findings import findings_section
from guidelint.diagrams.page.frame import page_body
from guidelint.diagrams.page.legend import legend
from guidelint.diagrams.page.markup import Markup
from guidelint.diagrams.page.notes import notes_section
from guidelint.diagrams.page.paint import unpainted
from guidelint.diagrams.page.review import Review, review_of
from guidelint.diagrams.page.shell import whole_page
from guidelint.diagrams.page.sources import sources_section
from guidelint.diagrams.page.squeezed import squeezed_picture
from guidelint.diagrams.page.steps import steps_section
from guidelint.diagrams.page.walk_data import walk_data
from guidelint.diagrams.palette import name_of
from guidelint.diagrams.placed import Layout
from guidelint.diagrams.svg import draw_svg
from guidelint.walk import Patient

__all__ = ["Review", "review_of", "write_page"]

SHOWN = "shown"
"""The patient who was asked for beside those of the guideline."""


def write_page(
    review: Review, layout: Layout, overlay: Overlay = NOTHING, shown: tuple[str, Patient] | None = None
) -> str:
    """`layout` is that of the whole guideline. The same review and layout give the same bytes.

    `shown` is the name of a patient, and the patient, whose walk is seen when the page is opened.
    """
    words = {edge: arrow.face.arrow.text for arrow in layout.arrows for edge in arrow.face.arrow.edges}
    looks = {placed.id: name_of(placed.face.box) for placed in layout.boxes}
    panes = (
        about_section(review),
        steps_section(review, words, looks),
        findings_section(review),
        claims_section(review),
        sources_section(review),
        notes_section(review),
    )
    picture = _picture(layout, overlay)
    body = page_body(review, picture, legend(layout, overlay), panes, cases_section(review))
    return whole_page(review.guideline.metadata, body, _data(review, {SHOWN: shown} if shown else {}))


def _picture(layout: Layout, overlay: Overlay) -> Markup:
    return Markup(squeezed_picture(unpainted(draw_svg(drawing_of(layout, overlay=overlay)))))


def _data(review: Review, shown: Mapping[str, tuple[str, Patient]]) -> dict[str, Any]:
    nodes, sound = review.guideline.nodes, review.report.sound
    first = review.guideline.start if review.guideline.start in nodes else next(iter(nodes), None)
    return {
        "guideline": walk_data(sound.guideline, {**dict(_patients(review)), **shown}) if sound else None,
        "first": first,
        "shown": next(iter(shown), None),
    }


def _patients(review: Review) -> Iterator[tuple[str, tuple[str, Patient]]]:
    """Those who can be walked in the page: the cases, and whoever refutes a claim."""
    for each in review.walks:
        yield case_id(each.case.id), (each.case.name, patient_of(each.case))
    for verdict in review.verdicts or ():
        if witness := witness_of(verdict):
            yield claim_id(verdict), (verdict.claim.entry.name, witness.patient)
