"""Seeds on the safety of the sore-throat guideline: its constraints, contraindications, courses, doses and red flags."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.seed import Edit, Seed, in_sore_throat
from seeds.sore_throat import (
    ALLERGY,
    END_OF_THE_MACROLIDE,
    HIGH,
    MACROLIDE,
    MIDDLE,
    NO_ALLERGY,
    beside_the_macrolide,
    first_of_all,
    intervention,
)

NAPROXEN = intervention("naproxen: {label: Naproxen, kind: medication, class: [analgesic]}")
CONTRAINDICATED = "    contraindicated: {when: penicillin-allergy, because: [S6]}\n"
OLD_AND_ALLERGIC = (
    ALLERGY,
    (
        "      - {if: {all: [penicillin-allergy, {fact: age, below: 60}]}, then: gravity}\n"
        "      - {if: {all: [penicillin-allergy, {fact: age, at-least: 60}]}, then: give-penicillin}\n"
    ),
)


def sore_throat_safety() -> Iterator[Seed]:
    yield from _courses()
    yield from _order()
    yield from _allowed()
    yield from _contraindications()
    yield from _courses_and_classes()
    yield from _doses()
    yield from _red_flags()


def violated(constraint: str) -> Edit:
    """Its key is the place."""
    return (f"  {constraint}:", f"  «{constraint}:")


def _courses() -> Iterator[Seed]:
    limit = violated("short-courses")
    yield in_sore_throat("GL401", "a course of 14 days in place of 10", limit, ("course: 10 d", "course: 14 d"))
    yield in_sore_throat(
        "GL401",
        "weeks in place of days",
        limit,
        (MACROLIDE, MACROLIDE.replace("10 d", "10 wk")),
    )
    yield in_sore_throat(
        "GL401",
        "the longest course of an antibiotic dropped",
        limit,
        (MACROLIDE, MACROLIDE.replace("{min: 5 d, max: 10 d}", "{min: 5 d}")),
    )
    yield in_sore_throat(
        "GL401",
        "a loop that comes back before the course",
        limit,
        (
            "certainty: low, because: [S8, S9]}\n    then: look-again\n",
            "certainty: low, because: [S8, S9]}\n    then: treat\n",
        ),
    )
    yield in_sore_throat(
        "GL401",
        "a look back after a week",
        violated("see-again"),
        ("after: {min: 3 d, max: 5 d}", "after: {min: 3 d, max: 7 d}"),
    )


def _order() -> Iterator[Seed]:
    older = "{all: [{fact: centor, at-least: 4}, {any: [{fact: age, below: 4}, {fact: age, at-least: 15}]}]}"
    younger = "{all: [{fact: centor, at-least: 4}, {fact: age, at-least: 4, below: 15}]}"
    yield in_sore_throat(
        "GL401",
        "children with a high score tested, and not treated where that is negative",
        violated("treat-high-scores"),
        (HIGH, f"      - {{if: {older}, then: treat}}\n      - {{if: {younger}, then: test}}\n"),
    )
    tested = "{all: [{fact: centor, at-least: 2, below: 4}, {fact: age, below: 75}]}"
    at_once = "{all: [{fact: centor, at-least: 2, below: 4}, {fact: age, at-least: 75}]}"
    yield in_sore_throat(
        "GL401",
        "the old treated without a test",
        violated("test-first"),
        (MIDDLE, f"      - {{if: {tested}, then: test}}\n      - {{if: {at_once}, then: treat}}\n"),
    )


def _allowed() -> Iterator[Seed]:
    yield in_sore_throat(
        "GL401",
        "a cephalosporin for the old without an allergy",
        violated("cephalosporin-only-in-allergy"),
        (
            NO_ALLERGY,
            f"      - {{if: {{all: [{{not: penicillin-allergy}}, {{fact: age, at-least: 60}}]}}, then: give-cefalexin}}\n{NO_ALLERGY}",
        ),
    )
    yield in_sore_throat(
        "GL401",
        "a choice of one widened to one or more",
        violated("one-analgesic"),
        beside_the_macrolide("{one-or-more: [ibuprofen, paracetamol]}"),
    )
    yield in_sore_throat(
        "GL401",
        "penicillin for the old in spite of an allergy, without a contraindication",
        violated("no-penicillin-in-allergy"),
        (CONTRAINDICATED, ""),
        OLD_AND_ALLERGIC,
    )
    yield in_sore_throat(
        "GL402",
        "a constraint on advice that nobody is given",
        ("    after: {recommend: {class: antibiotic}}\n", "    after: {advise-against: {class: «analgesic}}\n"),
    )


def _contraindications() -> Iterator[Seed]:
    yield in_sore_throat(
        "GL403",
        "penicillin for the old in spite of an allergy",
        OLD_AND_ALLERGIC,
        ("{for: penicillin-v,", "{for: «penicillin-v,"),
    )
    yield in_sore_throat(
        "GL403",
        "a contraindication added for children",
        (
            "class: [antibiotic]}",
            "class: [antibiotic], contraindicated: {when: {fact: age, below: 12}, because: [S7]}}",
        ),
        ("{for: macrolide,", "{for: «macrolide,"),
    )
    yield in_sore_throat(
        "GL403",
        "a contraindication widened to every allergy",
        ("contraindicated: {when: anaphylaxis,", "contraindicated: {when: penicillin-allergy,"),
        ("{for: cefalexin,", "{for: «cefalexin,"),
    )


def _courses_and_classes() -> Iterator[Seed]:
    picks = "{exactly-one: [ibuprofen, paracetamol]}"
    yield in_sore_throat("GL404", "min in place of max", beside_the_macrolide(picks, "course: «{min: 5 d}"))
    yield in_sore_throat("GL404", "a course dropped", beside_the_macrolide(picks.replace("[ib", "[«ib"), ""))
    yield in_sore_throat(
        "GL405",
        "a choice of two analgesics of which both may be taken",
        NAPROXEN,
        beside_the_macrolide("«{one-or-more: [ibuprofen, naproxen]}"),
    )
    yield in_sore_throat(
        "GL405",
        "a second analgesic beside the choice of one",
        NAPROXEN,
        (
            END_OF_THE_MACROLIDE,
            END_OF_THE_MACROLIDE.replace(
                "    then",
                "      - {for: «naproxen, strength: conditional, certainty: low, course: {max: 5 d}, because: [S8]}\n    then",
            ),
        ),
    )


def _doses() -> Iterator[Seed]:
    penicillin = "{for: penicillin-v,"
    yield in_sore_throat("GL406", "a dose without a unit", (penicillin, f"{penicillin} dose: «500,"))
    yield in_sore_throat(
        "GL406", "one end of a dose without a unit", (penicillin, f"{penicillin} dose: {{min: «250, max: 500 mg}},")
    )


def _red_flags() -> Iterator[Seed]:
    gargling = intervention("gargling: {label: Gargling, kind: therapy}")
    spray = intervention("throat-spray: {label: A throat spray, kind: medication}")
    grades = "strength: conditional, certainty: low, course: {max: 1 d}, because: [S8]"
    yield in_sore_throat(
        "GL407", "a therapy before the airway is looked at", gargling, *first_of_all(f"{{for: «gargling, {grades}}}")
    )
    yield in_sore_throat(
        "GL407",
        "a medication before the airway is looked at",
        spray,
        *first_of_all(f"{{for: «throat-spray, {grades}}}"),
    )
