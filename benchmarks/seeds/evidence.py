"""Seeds on evidence."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.neck_spasm import DYSTONIA, GRADES
from seeds.seed import Seed, in_neck_spasm


def evidence() -> Iterator[Seed]:
    yield in_neck_spasm(
        "GL501",
        "advice that rests on nothing",
        (DYSTONIA, "{for: secondary-dystonia-assessment, strength: not-graded, certainty: not-graded}"),
    )
    yield in_neck_spasm(
        "GL502",
        "a statement that nothing rests on",
        ("statements:\n", "statements:\n  «S34: {says: Heat may be pleasant, cites: [ref-2]}\n"),
    )
    yield in_neck_spasm(
        "GL503",
        "a third reference that does not resolve",
        ("references:\n", "references:\n  «ref-7: {unresolved: the list ends before it}\n"),
        ("cites: [ref-1, ref-4, ref-6]", "cites: [ref-1, ref-4, ref-6, ref-7]"),
    )
    yield in_neck_spasm(
        "GL504",
        "advice that rests on an unresolved reference alone",
        (DYSTONIA, DYSTONIA.replace("[S23, S31, S32]", "[ref-6]")),
    )
    yield in_neck_spasm(
        "GL505",
        "a statement with a defect of the source",
        ("  S26:\n    says", "  «S26:\n    defect: the percentages have no source of their own\n    says"),
    )
    yield in_neck_spasm(
        "GL506", "advice without a strength", (DYSTONIA, DYSTONIA.replace("strength: not-graded, ", ""))
    )
    yield in_neck_spasm(
        "GL507",
        "a strong recommendation on low certainty",
        (DYSTONIA, DYSTONIA.replace(GRADES, "strength: «strong, certainty: very-low")),
    )
    yield in_neck_spasm(
        "GL508",
        "a must on conditional advice",
        (
            DYSTONIA,
            DYSTONIA.replace("{for", "{label: 'Dystonia must be looked for', for").replace(
                GRADES, "strength: conditional, certainty: low"
            ),
        ),
    )
    yield in_neck_spasm(
        "GL509",
        "a decision that cannot be decided",
        ("label: Is a muscle relaxant indicated?", "label: «Is a muscle relaxant given if appropriate?"),
    )
    yield in_neck_spasm(
        "GL510",
        "a reference that nothing cites",
        ("references:\n", "references:\n  «handbook: {title: A handbook, year: 2020}\n"),
    )
    yield in_neck_spasm(
        "GL511", "a DOI that is none", ("doi: 10.1016/j.mayocp.2014.09.008", "doi: «11.1016/j.mayocp.2014.09.008")
    )
    yield in_neck_spasm("GL511", "a PMID that is none", ("pmid: '25659245'", "pmid: «'PMC2565'"))
