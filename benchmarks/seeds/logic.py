"""Seeds on the logic."""

from __future__ import annotations

from collections.abc import Iterator

from seeds.neck_spasm import CANCER, GRADES, asked_in_between, fact, node
from seeds.seed import Seed, in_neck_spasm


def logic() -> Iterator[Seed]:
    chronic = "{if: {fact: time-course, is: chronic}, then: no-collar}\n"
    breaks = node(
        "  more-breaks:\n    type: recommendation\n    label: More breaks\n"
        f"    recommend: [{{for: regular-breaks, {GRADES}, because: [S15]}}]\n    then: nerve-stabilizing-drug\n"
    )
    pain = fact("pain: {label: Pain, type: integer, range: [0, 10], default: 2}")
    yield in_neck_spasm(
        "GL301",
        "a spasm neither acute nor chronic without a branch",
        (f"    branches:\n      - {chronic}", f"    «branches:\n      - {chronic}"),
        ("- {else: relaxant-indication}", "- {if: {fact: time-course, is: acute}, then: relaxant-indication}"),
    )
    unknown, without = asked_in_between("  one-way:", "[{if: itch, then: nerve-stabilizing-drug}, {else: more-breaks}]")
    yield in_neck_spasm(
        "GL302",
        "an unknown answer without a branch",
        fact("itch: {label: Itch, type: boolean, default: false, known: maybe}"),
        (unknown, without.replace("    branches:", "    «branches:")),
        breaks,
    )
    both = "[{if: fever, then: nerve-stabilizing-drug}, {if: «weight-loss, then: more-breaks}, {else: more-breaks}]"
    yield in_neck_spasm("GL303", "two signs at once", asked_in_between("  one-way:", both), breaks)
    yield in_neck_spasm(
        "GL304",
        "a branch whose patients an earlier decision has taken",
        (
            "- {if: muscle-relaxant-indicated, then: short-relaxant}\n",
            f"- {{if: muscle-relaxant-indicated, then: short-relaxant}}\n      - {chronic.replace('{fact', '«{fact')}",
        ),
    )
    yield in_neck_spasm(
        "GL305",
        "an end for a loop that is none",
        fact("itch: {label: Itch, type: boolean, default: false}"),
        (f"{CANCER}\n      - {{else: rehabilitation}}", f"{CANCER}\n      - {{else: does-it-itch}}"),
        node(
            "  does-it-itch:\n    type: decision\n    label: Does it itch?\n"
            "    branches: [{if: itch, then: later}, {else: rehabilitation}]\n\n"
            "  later:\n    type: follow-up\n    label: Later\n    after: 1 d\n    at-most: 1\n"
            "    then: rehabilitation\n    otherwise: more-breaks\n\n"
            f"  «more-breaks:\n    type: recommendation\n    label: More breaks\n"
            f"    recommend: [{{for: regular-breaks, {GRADES}, because: [S15]}}]\n    then: rehabilitation\n"
        ),
    )
    inside = "[{if: «{all: [fever, weight-loss]}, then: more-breaks}, {if: fever, then: nerve-stabilizing-drug}, {else: more-breaks}]"
    yield in_neck_spasm("GL308", "an exception inside its rule", asked_in_between("  one-way:", inside), breaks)
    yield in_neck_spasm(
        "GL310",
        "the same question twice",
        ("- {else: relaxant-indication}", "- {else: really}"),
        node(
            "  «really:\n    type: decision\n    label: Is it really not chronic?\n    branches:\n"
            f"      - {chronic}      - {{else: relaxant-indication}}\n"
        ),
    )
    missed = (
        "[{if: {fact: pain, below: «5}, then: nerve-stabilizing-drug}, {if: {fact: pain, above: 5}, then: more-breaks}]"
    )
    yield in_neck_spasm("GL313", "a value between two branches", pain, asked_in_between("  one-way:", missed), breaks)
    twice = "[{if: {fact: pain, at-most: 5}, then: nerve-stabilizing-drug}, {if: {fact: pain, at-least: «5}, then: more-breaks}]"
    yield in_neck_spasm("GL314", "a value in two branches", pain, asked_in_between("  one-way:", twice), breaks)
