"""Seeds on the logic of the sore-throat guideline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seeds.seed import Seed, in_sore_throat
from seeds.sore_throat import (
    ALLERGY,
    ANAPHYLAXIS,
    ASSUMPTION,
    END_OF_THE_MACROLIDE,
    HIGH,
    LOW,
    MIDDLE,
    NEGATIVE,
    NO_ALLERGY,
    NO_ANAPHYLAXIS,
    START,
    TREAT,
    UNKNOWN,
    asked_after_penicillin,
    ringing_up,
)

SCORED = f"    branches:\n{LOW}"
MARKED = (SCORED, SCORED.replace("branches", "«branches"))


def sore_throat_logic() -> Iterator[Seed]:
    yield from _gaps()
    yield from _unknown()
    yield from _overlaps()
    yield from _dead_ends()
    yield from _constant()
    yield from _redundant()
    yield from _contradictions()
    yield from _boundaries()
    yield from _not_decided()


def _gaps() -> Iterator[Seed]:
    yield in_sore_throat(
        "GL301",
        "a high score that is treated with fever only",
        MARKED,
        (HIGH, HIGH.replace("{fact: centor, at-least: 4}", "{all: [{fact: centor, at-least: 4}, fever]}")),
    )
    yield in_sore_throat(
        "GL301",
        "a third result of the test without a branch",
        (
            "values: {positive: Positive, negative: Negative}",
            "values: {positive: Positive, negative: Negative, unclear: Unclear}",
        ),
        ("    because: [S4]\n    branches:\n", "    because: [S4]\n    «branches:\n"),
    )
    yield in_sore_throat(
        "GL301",
        "an else made a test for fever",
        (
            "    branches:\n      - {if: improved, then: done}\n      - {else: carry-on}\n",
            "    «branches:\n      - {if: improved, then: done}\n      - {if: {all: [{not: improved}, fever]}, then: carry-on}\n",
        ),
    )


def _unknown() -> Iterator[Seed]:
    yield in_sore_throat(
        "GL302",
        "the branch for an unknown allergy dropped",
        (TREAT, TREAT.replace("branches", "«branches")),
        (UNKNOWN, ""),
    )
    yield in_sore_throat(
        "GL302",
        "a fever that may be unknown and tips the score",
        (
            "Temperature above 38 °C, type: boolean, default: false",
            "Temperature above 38 °C, type: boolean, default: false, known: maybe",
        ),
        MARKED,
    )
    yield in_sore_throat(
        "GL302",
        "an anaphylaxis that may be unknown",
        (
            "Anaphylaxis after penicillin, type: boolean, default: false",
            "Anaphylaxis after penicillin, type: boolean, default: false, known: maybe",
        ),
        (f"    branches:\n{ANAPHYLAXIS}", f"    «branches:\n{ANAPHYLAXIS}"),
    )


def _overlaps() -> Iterator[Seed]:
    yield in_sore_throat(
        "GL303",
        "tested from a score of 0, where 1 still goes home",
        (MIDDLE, MIDDLE.replace("{fact: centor, at-least: 2", "«{fact: centor, at-least: 0")),
    )
    yield in_sore_throat(
        "GL303",
        "two branches to the macrolide that some children share",
        (ANAPHYLAXIS, f"{ANAPHYLAXIS}      - {{if: «{{fact: age, below: 6}}, then: give-macrolide}}\n"),
    )
    yield in_sore_throat(
        "GL308",
        "an upper end dropped",
        (MIDDLE, MIDDLE.replace(", below: 4", "")),
        (HIGH, HIGH.replace("{fact", "«{fact")),
    )
    yield in_sore_throat(
        "GL308",
        "the branch for a negative test copied and led to treatment",
        (NEGATIVE, NEGATIVE + NEGATIVE.replace("self-care", "treat").replace("{fact", "«{fact")),
    )
    yield replace(
        in_sore_throat(
            "GL308",
            "the gravest allergy first, and not taken out of the next branch",
            (ALLERGY, f"      - {{if: «{{all: [penicillin-allergy, anaphylaxis]}}, then: give-macrolide}}\n{ALLERGY}"),
        ),
        worse="GL601",
    )


def _dead_ends() -> Iterator[Seed]:
    yield in_sore_throat(
        "GL304",
        "no allergy asked of those who have one",
        (ANAPHYLAXIS, f"{ANAPHYLAXIS}      - {{if: «{{not: penicillin-allergy}}, then: give-penicillin}}\n"),
    )
    yield in_sore_throat(
        "GL304",
        "the emergency asked again after it was sent away",
        (ALLERGY, f"      - {{if: «emergency, then: refer-now}}\n{ALLERGY}"),
    )
    yield in_sore_throat(
        "GL304",
        "an else after anaphylaxis and its contrary",
        (NO_ANAPHYLAXIS, "      - {if: {not: anaphylaxis}, then: give-cefalexin}\n      - {«else: refer-now}\n"),
    )
    yield in_sore_throat(
        "GL305",
        "an end for a call that is made once",
        *ringing_up(
            "    at-most: 1\n    then: score\n    otherwise: no-answer\n",
            "  «no-answer:\n    type: recommendation\n    label: Nobody answers\n"
            "    recommend: [{for: return-advice, strength: conditional, certainty: low, because: [S9]}]\n",
        ),
    )
    yield in_sore_throat(
        "GL310",
        "the allergy asked twice",
        (
            NO_ALLERGY,
            (
                "      - {else: once-more}\n\n  «once-more:\n    type: decision\n    label: Is there really no allergy?\n"
                f"    branches:\n      - {{if: penicillin-allergy, then: give-macrolide}}\n{NO_ALLERGY}"
            ),
        ),
    )
    yield in_sore_throat(
        "GL310",
        "improvement asked twice in one visit",
        (
            "certainty: low, because: [S8, S9]}\n    then: look-again\n",
            "certainty: low, because: [S8, S9]}\n    then: still-ill\n",
        ),
        (
            "  done:\n",
            (
                "  «still-ill:\n    type: decision\n    label: Is the patient still ill?\n"
                "    branches: [{if: improved, then: done}, {else: look-again}]\n\n  done:\n"
            ),
        ),
    )


def _constant() -> Iterator[Seed]:
    yield in_sore_throat("GL306", "an age that everybody has", asked_after_penicillin("«{fact: age, at-least: 3}"))
    yield in_sore_throat(
        "GL306",
        "ages that overlap, joined by or",
        asked_after_penicillin("«{any: [{fact: age, below: 15}, {fact: age, at-least: 12}]}"),
    )
    yield in_sore_throat(
        "GL307",
        "the two ages of the score joined by and",
        asked_after_penicillin(
            "«{all: [{fact: age, below: 15}, {fact: age, at-least: 45}]}", "refer-now", "look-again"
        ),
    )
    yield in_sore_throat(
        "GL307",
        "five points beside a cough, which has none",
        (HIGH, f"{HIGH}      - {{if: «{{all: [{{fact: centor, at-least: 5}}, cough]}}, then: refer-now}}\n"),
    )
    yield in_sore_throat(
        "GL307",
        "a constraint on five points and a cough",
        (
            "    when: {all: [{fact: centor, at-least: 4}, {not: emergency}]}\n",
            "    when: «{all: [{fact: centor, at-least: 5}, cough, {not: emergency}]}\n",
        ),
    )


def _redundant() -> Iterator[Seed]:
    yield in_sore_throat(
        "GL309",
        "a narrower limit beside the wider one",
        (
            "    when: {fact: centor, at-most: 3}\n",
            "    when: {any: [{fact: centor, at-most: 3}, «{fact: centor, at-most: 1}]}\n",
        ),
    )
    yield in_sore_throat(
        "GL309",
        "a red flag that is part of another",
        ("any: [stridor]", "any: [stridor, «{all: [stridor, fever]}]"),
    )
    yield in_sore_throat(
        "GL309",
        "an age in a constraint that everybody has",
        (
            "{all: [penicillin-allergy, {not: anaphylaxis}]}",
            "{all: [penicillin-allergy, {not: anaphylaxis}, «{fact: age, at-least: 3}]}",
        ),
    )


def _contradictions() -> Iterator[Seed]:
    yield in_sore_throat(
        "GL311",
        "two assumptions that exclude each other",
        (
            f"assumptions:\n{ASSUMPTION}",
            f"«assumptions:\n{ASSUMPTION}  - {{fact: age, at-least: 18}}\n  - {{fact: age, below: 18}}\n",
        ),
    )
    yield in_sore_throat(
        "GL312",
        "an analgesic advised for and against in one node",
        (
            END_OF_THE_MACROLIDE,
            END_OF_THE_MACROLIDE.replace(
                "    then",
                "      - {against: «{class: analgesic}, strength: conditional, certainty: low, because: [S8]}\n    then",
            ),
        ),
    )
    yield in_sore_throat(
        "GL312",
        "no penicillin until the result is there, and then penicillin in the same visit",
        (
            "certainty: moderate, because: [S4]}\n    then: test-result",
            "certainty: moderate, because: [S4]}\n      - {against: {class: penicillin}, strength: conditional, certainty: low, because: [S4]}\n    then: test-result",
        ),
        ("{for: penicillin-v,", "{for: «penicillin-v,"),
    )


def _boundaries() -> Iterator[Seed]:
    yield in_sore_throat("GL313", "an upper end off by one", (MIDDLE, MIDDLE.replace("below: 4", "below: «3")))
    yield in_sore_throat(
        "GL313",
        "above in place of at least",
        (LOW, LOW.replace("at-most: 1", "at-most: «1")),
        (MIDDLE, MIDDLE.replace("at-least: 2", "above: 2")),
    )
    yield in_sore_throat("GL314", "a lower end off by one", (HIGH, HIGH.replace("4", "«3")))
    yield in_sore_throat(
        "GL314",
        "a score of 2 that goes home and is tested",
        (LOW, LOW.replace("at-most: 1", "at-most: 2")),
        (MIDDLE, MIDDLE.replace("at-least: 2", "at-least: «2")),
    )


def _not_decided() -> Iterator[Seed]:
    last = "      - {points: -1, if: {fact: age, at-least: 45}}\n"
    yield in_sore_throat(
        "GL315",
        "points with five digits too many",
        (last, f"{last}      - {{points: -300000, if: {{fact: age, at-least: 110}}}}\n"),
        (START, START.replace("nodes", "«nodes")),
    )
