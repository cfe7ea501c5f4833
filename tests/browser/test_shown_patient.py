"""A page that is drawn for a patient opens with the walk of that patient, and marks what was found."""

from __future__ import annotations

from guidelint.diagrams.draw import draw
from guidelint.diagrams.finding_marks import finding_marks
from guidelint.diagrams.layout import lay_out
from guidelint.diagrams.marks import Marks, overlay_on
from guidelint.diagrams.page import review_of, write_page
from guidelint.walk import Patient
from tests.browser.conftest import Open
from tests.browser.pages import NECK, report_on


def test_the_walk_is_there_when_the_page_opens(open_page: Open) -> None:
    review = review_of(report_on(NECK.read_bytes(), NECK.name))
    layout = lay_out([draw(review.guideline)])
    marks = overlay_on(layout, Marks(findings=finding_marks(review.report.diagnostics)))
    html = write_page(
        review, layout, marks, ("Somebody with a fever", Patient({"fever": True, "time-course": "acute"}))
    )
    page = open_page(html)
    page.wait_for_function("location.hash === '#Walk=shown'")
    assert "Somebody with a fever" in page.locator("#Walk").inner_text()
    assert "Urgent: Cervical MRI without contrast" in page.locator("#Walk").inner_text()
    badges = page.locator('#Stage g[data-id="short-relaxant"] text')
    assert "ℹ GL504" in badges.all_text_contents()
