"""Seeds on cases, terminology and set-asides."""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.baseline import Entry
from seeds.neck_spasm import CANCER, asked_in_between, case, fact
from seeds.seed import Seed, in_neck_spasm


def cases() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL601",
        "a case that ends elsewhere",
        case(
            "wrong-end:\n    patient: {}\n    visits: [{rehabilitation-response: good, agent-response: good}]\n    expect: {ends: «toxin-referral}"
        ),
    )
    yield in_neck_spasm(
        "GL601",
        "a case that is not given what it expects",
        case(
            "wrong-advice:\n    patient: {}\n    visits: [{rehabilitation-response: good, agent-response: good}]\n    expect: {recommends: [«cervical-mri]}"
        ),
    )
    yield in_neck_spasm(
        "GL601",
        "a case that is given what it must not be",
        case(
            "wrong-never:\n    patient: {fever: true}\n    visits: [{rehabilitation-response: good, agent-response: good}]\n    expect: {never: [«cervical-mri]}"
        ),
    )
    yield in_neck_spasm(
        "GL602",
        "a case that leaves out what is asked",
        case("incomplete:\n    patient: {}\n    expect: {ends: keep-up}"),
    )
    yield in_neck_spasm(
        "GL604",
        "a case that breaks an assumption",
        case(
            "impossible:\n    patient: {head-and-neck-cancer-treatment: true}\n    expect: {recommends: [cervical-mri]}"
        ),
    )
    yield in_neck_spasm(
        "GL604",
        "a case with a value that does not exist",
        case(
            "no-value:\n    patient: {time-course: «endless}\n    visits: [{rehabilitation-response: good, agent-response: good}]\n    expect: {ends: keep-up}"
        ),
    )
    yield in_neck_spasm(
        "GL604",
        "a case with more visits than there are",
        case(
            "surplus:\n    patient: {}\n    visits: [{rehabilitation-response: good, agent-response: good}, «{fever: true}]\n    expect: {ends: keep-up}"
        ),
    )
    atc = "code: M03BX08"
    yield in_neck_spasm("GL701", "an ATC code that is none", (atc, "code: «M03BX8"))
    yield in_neck_spasm(
        "GL701", "a SNOMED CT code with two digits swapped", ("code: '386661006'", "code: «'386666106'")
    )
    yield in_neck_spasm(
        "GL702",
        "a code system that nobody knows",
        ('[{system: "http://www.whocc.no/atc", code: M03BX08', "[{system: «drugs, code: M03BX08"),
    )
    yield in_neck_spasm("GL703", "a unit that is not UCUM", ("course: {max: 3 wk}", "course: {max: «3 weeks}"))
    yield in_neck_spasm(
        "GL703",
        "a fact in a unit that is not UCUM",
        fact("age: {label: Age, type: integer, unit: «years, range: [0, 120], default: 50}"),
        (
            CANCER,
            CANCER.replace(
                "{if: head-and-neck-cancer-treatment",
                "{if: {any: [head-and-neck-cancer-treatment, {fact: age, above: 90}]}",
            ),
        ),
    )
    yield in_neck_spasm(
        "GL704", "one code for two drugs", ("code: N06AX21, display: duloxetine", "code: «N02BF01, display: duloxetine")
    )
    yield in_neck_spasm(
        "GL901",
        "a set-aside that sets nothing aside",
        ("start: red-flags\n", "start: red-flags  # guidelint: ignore[«GL201] none is unreachable\n"),
    )
    yield in_neck_spasm(
        "GL901",
        "a waiver at a place that does not exist",
        (
            "license: CC-BY-4.0\n",
            "license: CC-BY-4.0\nwaivers: [{rule: GL201, at: «nodes.nowhere, reason: gone, by: us}]\n",
        ),
    )
    yield in_neck_spasm(
        "GL902",
        "a set-aside of a rule that does not exist",
        ("start: red-flags\n", "start: red-flags  # guidelint: ignore[«GL2O1] a typo\n"),
    )
    silent = asked_in_between("  one-way:  «# guidelint: ignore[GL206]", "[{else: nerve-stabilizing-drug}]")
    yield in_neck_spasm("GL903", "a set-aside without a reason", silent)
    yield in_neck_spasm(
        "GL904",
        "a waiver that has expired",
        (
            "license: CC-BY-4.0\n",
            "license: CC-BY-4.0\nwaivers: [{rule: GL505, at: statements.S22, reason: known, by: us, until: «2026-01-01}]\n",
        ),
    )
    yield in_neck_spasm(
        "GL905",
        "a set-aside that is written like those of another tool",
        ("start: red-flags\n", "start: red-flags  «# guidelint: disable=GL201 checked by hand\n"),
    )
    yield Seed(
        "GL906",
        "a baseline that knows of more than is there",
        (("  red-flags:\n    type:", "  «red-flags:\n    type:"),),
        knows=Entry("nodes.red-flags", "GL206", "warning", "0123456789abcdef"),
    )
    yield Seed("GL999", "a rule that crashes", crashes="GL211")
