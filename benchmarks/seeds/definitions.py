"""Seeds on definitions."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.neck_spasm import CANCER, DYSTONIA, fact, intervention
from seeds.seed import Seed, in_neck_spasm


def definitions() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL101", "a misspelt key", ("    then: rehabilitation\n    note", "    «them: rehabilitation\n    note")
    )
    yield in_neck_spasm("GL101", "a branch without a way", (CANCER, "- «{if: head-and-neck-cancer-treatment}"))
    yield in_neck_spasm(
        "GL101", "a strength that does not exist", (DYSTONIA, DYSTONIA.replace("strength: not", "strength: «un"))
    )
    yield in_neck_spasm("GL101", "a number for a version", ("version: 0.1.0", "version: «0.1"))
    yield in_neck_spasm("GL101", "a date that does not exist", ("date: 2025-11-22", "date: «2025-11-31"))
    yield in_neck_spasm(
        "GL101",
        "a node of an unknown type",
        ("  keep-up:\n    type: recommendation", "  keep-up:\n    type: «recomendation"),
    )
    yield in_neck_spasm(
        "GL102",
        "a criterion that is not defined",
        ("- {if: red-flag, then: urgent-mri}", "- {if: «red-flagg, then: urgent-mri}"),
    )
    yield in_neck_spasm(
        "GL102", "a statement that is not defined", ("kind: imaging, because: [S11]", "kind: imaging, because: [«S99]")
    )
    yield in_neck_spasm(
        "GL102",
        "a class that nothing carries",
        ("total: {recommend: {class: muscle-relaxant}}", "total: {recommend: {class: «muscle-relaxants}}"),
    )
    yield in_neck_spasm(
        "GL102",
        "a section that is not defined",
        (
            "  keep-up:\n    type: recommendation\n    section: outcome",
            "  keep-up:\n    type: recommendation\n    section: «outcomes",
        ),
    )
    yield in_neck_spasm(
        "GL103", "a fact that nothing asks", fact("«pregnant: {label: Pregnancy, type: boolean, default: false}")
    )
    yield in_neck_spasm(
        "GL103", "an intervention that nothing recommends", intervention("«heat: {label: Heat, kind: procedure}")
    )
    yield in_neck_spasm("GL103", "a section that no node is in", ("sections:\n", "sections:\n  «late: {label: Late}\n"))
    yield in_neck_spasm(
        "GL104",
        "an order asked of a choice",
        ("- {fact: time-course, is: acute}", "- {fact: time-course, «at-least: 3}"),
    )
    yield in_neck_spasm(
        "GL104",
        "a choice used as if it were true or false",
        (
            "      - painful-musculoskeletal-condition\n",
            "      - painful-musculoskeletal-condition\n      - «time-course\n",
        ),
    )
    yield in_neck_spasm(
        "GL105",
        "a value that the choice does not have",
        ("- {fact: time-course, is: acute}", "- {fact: time-course, is: «acut}"),
    )
    age = fact("age: {label: Age, type: integer, unit: a, range: [0, 120], default: 50}")
    yield in_neck_spasm(
        "GL105",
        "a number outside its range",
        age,
        (
            CANCER,
            CANCER.replace(
                "{if: head-and-neck-cancer-treatment",
                "{if: {any: [head-and-neck-cancer-treatment, {fact: age, above: «130}]}",
            ),
        ),
    )
    yield in_neck_spasm(
        "GL106",
        "a length compared with an age",
        age,
        (
            CANCER,
            CANCER.replace(
                "{if: head-and-neck-cancer-treatment",
                "{if: {any: [head-and-neck-cancer-treatment, {fact: age, above: «50 cm}]}",
            ),
        ),
    )
    yield in_neck_spasm("GL106", "a course of milligrams", ("course: {max: 3 wk}", "course: {max: «3 mg}"))
    yield in_neck_spasm(
        "GL107",
        "a criterion and a fact of one name",
        ("\ncriteria:\n", "\ncriteria:\n  «fever: {label: Heat, any: [fever]}\n"),
    )
    yield in_neck_spasm(
        "GL107",
        "a reference and a statement of one name",
        ("statements:\n", "statements:\n  ref-4: {says: A summary is a summary, cites: [ref-2]}\n"),
        ("  ref-4:\n    title", "  «ref-4:\n    title"),
        (DYSTONIA, DYSTONIA.replace("S32]", "S32, ref-4]")),
    )
    yield in_neck_spasm(
        "GL108",
        "a criterion that stands for itself",
        (
            "  red-flag:\n    label: Any red flag\n    red-flag: true\n    any:\n",
            "  «red-flag:\n    label: Any red flag\n    red-flag: true\n    any:\n      - red-flag\n",
        ),
    )
    yield in_neck_spasm("GL109", "an active guideline that nobody has approved", ("status: draft", "status: «active"))
    yield in_neck_spasm(
        "GL110", "a review that is overdue", ("license: CC-BY-4.0", "review-by: «2026-01-01\nlicense: CC-BY-4.0")
    )
    yield in_neck_spasm(
        "GL111",
        "a follow-up that ends before it begins",
        ("after: {min: 4 wk, max: 6 wk}", "after: {min: «6 wk, max: 4 wk}"),
    )
    yield in_neck_spasm("GL112", "a guideline without a license", ("license: CC-BY-4.0\n", ""))
    yield in_neck_spasm(
        "GL113",
        "what develops later implies what never changes",
        (
            "  - if: significant-motor-deficit\n    then: neurological-deficit\n",
            "  - if: significant-motor-deficit\n    then: neurological-deficit\n  - if: fever\n    then: «painful-musculoskeletal-condition\n",
        ),
    )

    yield in_neck_spasm(
        "GL114",
        "a follow-up that observes what never changes",
        ("      - agent-response\n", "      - agent-response\n      - «neurological-spasticity\n"),
    )
    yield in_neck_spasm(
        "GL115",
        "a known fact asked as if it could be unknown",
        (
            "      - painful-musculoskeletal-condition\n",
            "      - painful-musculoskeletal-condition\n      - {not: {unknown: «neurological-spasticity}}\n",
        ),
    )
