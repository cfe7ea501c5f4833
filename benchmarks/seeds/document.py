"""Seeds on the bytes and the YAML."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.seed import Seed, in_neck_spasm


def document() -> Iterator[Seed]:
    title = "title: Treatment of neck spasm\n"
    yield in_neck_spasm("GL001", "a quote that is not closed", (title, "title: «'Treatment of neck spasm\n"))
    yield in_neck_spasm("GL001", "a bracket that is not closed", ("audience: [physicians,", "audience: «[[physicians,"))
    yield in_neck_spasm("GL001", "a tab for indentation", ("  S08:\n    says", "  S08:\n«\tsays"))
    yield in_neck_spasm("GL001", "a second colon in a line", ("says: Major trauma is", "says: Major trauma«: is"))
    yield in_neck_spasm(
        "GL002",
        "a fact defined twice",
        ("  major-trauma: {", "  «fever: {label: Heat, type: boolean}\n  major-trauma: {"),
    )
    yield in_neck_spasm("GL003", "a title that YAML 1.1 takes for false", (title, "title: «no\n"))
    yield in_neck_spasm("GL003", "a label that YAML 1.1 takes for a number", ("label: Looking back}", "label: «12:30}"))
    yield in_neck_spasm("GL004", "an anchor that nothing uses", (title, "title: «&t Treatment of neck spasm\n"))
    yield in_neck_spasm(
        "GL004",
        "an alias",
        ("publisher: The guidelint", "publisher: &p The guidelint"),
        ("license: CC-BY-4.0\n", "license: «*p\n"),
    )
    yield in_neck_spasm("GL004", "a merge key", ("  S08:\n", "  «<<: {}\n  S08:\n"))
    yield in_neck_spasm("GL005", "an explicit tag", (title, "title: «!!str Treatment of neck spasm\n"))
    yield in_neck_spasm("GL006", "a key that is a number", ("  S08:\n", "  «8:\n"))
    yield in_neck_spasm("GL006", "a key that is a list", ("  S08:\n    says", "  ? «[a]\n  : b\n  S08:\n    says"))
    yield in_neck_spasm("GL007", "a byte of Latin-1", (title, "title: Treatment «\udce9 neck spasm\n"))
    yield in_neck_spasm("GL007", "a NUL", (title, "title: Treatment«\x00 of neck spasm\n"))
    yield in_neck_spasm(
        "GL007", "a character that turns the order of reading", ("label: Looking back}", "label: Looking «\u202eback}")
    )
    yield Seed("GL008", "brackets a thousand deep", raw=b"[" * 1000)
    yield in_neck_spasm("GL008", "a number of five thousand digits", ("at-most: 2\n", f"at-most: «{'9' * 5000}\n"))
    yield in_neck_spasm("GL009", "a second document", ("start: red-flags\n", "«---\nstart: red-flags\n"))
    yield Seed("GL010", "an empty file", raw=b"")
    yield in_neck_spasm(
        "GL011", "a text cut off by a hash", ("label: Fever\n    type", "label: Fever «#38.5\n    type")
    )
    yield in_neck_spasm(
        "GL012",
        "a comparison written as text",
        ("- {if: red-flag, then: urgent-mri}", "- {if: «age >= 65, then: urgent-mri}"),
    )
    yield in_neck_spasm("GL012", "a comparison that YAML cannot read", ("at-most: 2\n", "at-most: «>=2\n"))
