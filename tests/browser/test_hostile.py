"""Whatever an author writes is text: it does nothing, loses nothing, and stays where it is put."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from guidelint.diagrams.page.markup import is_harmless
from guidelint.diagrams.text import shown
from guidelint.linter import FileReport
from guidelint.logic import Budget, Logic
from guidelint.model import build_guideline
from guidelint.sound_part import SoundPart
from tests.browser.conftest import Open
from tests.browser.pages import page_of, page_on, report_on

LABELS = [
    "<script>document.title = 'taken'</script>",
    "</script><script>document.title = 'taken'</script>",
    "<img src=x onerror=\"document.title='taken'\">",
    "\"'><svg onload=alert(1)>",
    "]]><!-- --><![CDATA[ x",
    "&lt;b&gt; &amp; &quot; &#35; &nbsp",
    "${document.title='taken'} {{7*7}} `x`",
    "give 10\u202eg05\u202c mg",
    "\u2066isolated\u2069 \ufeff",
    "a\x00b\x07c",
    "línea\u2028nueva\u2029fin",
    "👩‍⚕️ 💊 é ﬁ 漢字",
    "جرعة 5 مغ ثم 10",
    "x" * 10_000,
    "word " * 2_000,
    "  spaces   and\ttabs  ",
    "constructor",
    "__proto__",
]


def guideline(label: str) -> dict[str, Any]:
    """With the label wherever words may stand."""
    because = ["S1", "ref"]
    advice = {"for": {"exactly-one": ["pill", "talk"]}, "strength": "strong", "certainty": "high", "course": "3 d"}
    say = {"label": label, "description": label, "note": label, "because": because}
    return {
        "format": "guidelint/1", "id": "hostile", "version": label, "status": "draft", "title": label,
        "description": label, "note": label, "population": label, "audience": [label], "publisher": label,
        "license": label, "disclaimer": label,
        "references": {
            "ref": {"title": label, "doi": label, "note": label, "defect": label},
            "lost": {"unresolved": label},
            "link": {"title": label, "url": f"javascript:document.title='taken'//{label}"},
        },
        "statements": {"S1": {"says": label, "cites": ["ref", "lost"], "defect": label, "note": label}},
        "sections": {"part": {"label": label}},
        "facts": {
            "constructor": {**say, "type": "boolean", "default": False},
            "kind": {**say, "type": "choice", "values": {"one": label, "tostring": "Other"}},
        },
        "criteria": {"ill": {**say, "any": ["constructor", {"fact": "kind", "is": "one"}]}},
        "assumptions": [{"if": "ill", "then": {"fact": "kind", "is": "one"}, "note": label}],
        "interventions": {
            "pill": {**say, "kind": "medication", "contraindicated": {"when": "ill", "because": ["S1"]}},
            "talk": {**say, "kind": "education"},
        },
        "start": "ask",
        "nodes": {
            "ask": {
                **say, "type": "decision", "section": "part",
                "branches": [{**say, "if": "ill", "then": "give"}, {"label": label, "else": "valueof"}],
            },
            "give": {**say, "type": "recommendation", "recommend": [{**say, **advice, "rationale": label}]},
            "valueof": {**say, "type": "recommendation", "recommend": [{"against": "pill", "because": ["S1"]}]},
        },
        "constraints": {"never-pill": {**say, "never": {"recommend": "pill"}, "when": "ill"}},
        "cases": {"one": {**say, "patient": {"kind": "one"}, "expect": {"ends": "valueof"}}},
        "waivers": [{"rule": "GL503", "at": "statements.S1", "reason": label, "by": label}],
    }  # fmt: skip


def report_with(label: str) -> FileReport:
    """The label goes past the schema where that would refuse it: it need not be the only wall."""
    report = report_on(json.dumps(guideline(label)).encode(), "hostile.yaml")
    if report.guideline is not None:
        return report
    whole = build_guideline(guideline(label))
    tame = report_on(json.dumps(guideline("x")).encode(), "hostile.yaml")
    return replace(tame, guideline=whole, sound=SoundPart(whole), logic=Logic(whole, Budget()))


@pytest.mark.parametrize("label", LABELS, ids=range(len(LABELS)))
def test_a_label_is_inert_and_exact(label: str, open_page: Open) -> None:
    page = open_page(page_on(report_with(label)), "#ask")
    seen = shown(label)
    assert page.title() == " ".join(f"{seen} · review".split())
    for place in ("h1", "#ask h3", "#give h3", "#Ground-S1 th > bdi", "#Claim-constraint-never-pill-0 strong bdi"):
        assert page.locator(place).first.text_content() == seen, place
    assert page.locator("#give .what").text_content() == f"{seen}: One of {seen} or {seen}, for 3 days"
    page.evaluate("location.hash = '#Walk=Case-one'")
    assert page.locator("#WalkingWho").text_content() == seen
    assert page.locator(".walked li a").first.text_content() == seen
    assert page.locator("#Patient option:checked").text_content() == seen
    assert page.locator("script").count() == 3
    assert page.locator("img, iframe, object, embed, svg style, [onload], [onerror]").count() == 0
    assert set(page.evaluate("[...document.links].map(link => link.protocol)")) == {"file:", "https:"}
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("mailto:someone@example.org", True),
        ("HTTPS://EXAMPLE.ORG", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("example.org", False),
        ("https://exam\u202eple.org", False),
        ("https://[::1", False),
    ],
)
def test_only_harmless_addresses_are_links(url: str, is_link: bool) -> None:
    assert is_harmless(url) == is_link


def test_the_policy_allows_nothing_but_what_it_names_by_hash(open_page: Open) -> None:
    page = open_page(page_of(json.dumps(guideline("Label")).encode()))
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    hashes = r"'sha256-[A-Za-z0-9+/]{43}='"
    assert re.fullmatch(f"{hashes} {hashes}", rules.pop("script-src"))
    assert re.fullmatch(hashes, rules.pop("style-src"))
    assert rules == {"default-src": "'none'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}
    assert page.locator("[style]:not(#Stage svg)").count() == 0


def test_the_same_guideline_gives_the_same_bytes() -> None:
    content = json.dumps(guideline("Label")).encode()
    assert page_of(content) == page_of(content)
