"""The rules on decisions: the exact place of every kind of finding, its words, its patient and its walk.

Each row is a case file, and of each finding: line and columns with the text between them, code, message, help, the
related places, the patient, all who are like that, and the walk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidelint.diagnostic import Diagnostic, Range
from guidelint.rules import RULES
from tests.rules.examples import whole
from tests.rules.places import CASES, judge, table

PLACES = table("""
GL301/a-group-beside-one-that-an-assumption-excludes
  34:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for Fever and Age 65 to 69 years, or `else` for all who are left
    patient: Fever yes, Age 65 years
    all: Fever and Age 65 to 69 years
    walk: ask
GL301/a-group-that-only-the-second-visit-has
  52:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for no Pain and no Improved, or `else` for all who are left
    patient: Fever yes, Pain no, Improved at visit 2 no
    walk: ask → treat → look-again → better
GL301/a-score-beside-a-fact
  35:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for such patients, or `else` for all who are left
    patient: Fever no, Pain no
    all: no Fever and no Pain; Pain and no Severe; no Pain and Severe
    walk: ask
GL301/a-value-of-a-choice-without-a-branch
  68:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for Site: Skin, or `else` for all who are left
    patient: Fever yes, Site Skin
    walk: ask → which
GL301/an-age-group-without-a-branch
  68:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for Age at least 65 years, or `else` for all who are left
    patient: Fever yes, Age 65 years
    all: Fever and Age at least 65 years
    walk: ask → which
GL301/days-between-two-that-are-written-in-hours
  68:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for Time since it began above 2 and below 3 days, or `else` for
      all who are left
    patient: Fever yes, Time since it began 2.5 days
    all: Fever and Time since it began above 2 and below 3 days
    walk: ask → which
GL301/totals-of-a-score-that-are-not-known-of-all
  70:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for Pain and no Severe, or `else` for all who are left
    patient: Fever yes, Pain yes, Severe no
    walk: ask → which
GL301/totals-of-a-score-of-which-an-assumption-excludes-one
  70:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for Risk 1, 3 or 4, or `else` for all who are left
    patient: Fever yes, Pain no, Severe yes
    all: Risk 1, 3 or 4
    walk: ask → which
GL301/two-whole-numbers-that-are-left-out
  68:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for Age 60 to 61 years, or `else` for all who are left
    patient: Fever yes, Age 60 years
    all: Fever and Age 60 to 61 years
    walk: ask → which
GL301/the-numbers-between-open-ends
  68:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for INR 2 to 3, or `else` for all who are left
    patient: Fever yes, INR 2
    all: Fever and INR 2 to 3
    walk: ask → which
GL301/two-whole-numbers-between-open-ends
  68:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for Age 60 to 61 years, or `else` for all who are left
    patient: Fever yes, Age 60 years
    all: Fever and Age 60 to 61 years
    walk: ask → which
GL301/whole-numbers-of-what-is-measured-in-tenths
  68:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for INR above 2 and below 3, or `else` for all who are left
    patient: Fever yes, INR 2.5
    all: Fever and INR above 2 and below 3
    walk: ask → which
GL302/a-dead-else-that-was-meant-for-the-unknown
  68:5-13 «branches» GL302 error
    no branch surely matches this patient, since Allergy to paracetamol is unknown help: write `if: {unknown:
      allergy}` in place of `else`; `else` does not match what is unknown
    patient: Fever yes, Allergy to paracetamol unknown
    walk: ask → which
GL302/a-score-of-which-much-may-be-unknown
  70:5-13 «branches» GL302 error
    no branch surely matches this patient, since Ulcer is unknown help: add `{if: {all: [{not: allergy}, {unknown:
      ulcer}]}, then: …}` for such patients, and others for whoever is left; `else` does not match what is unknown
    patient: Fever yes, Allergy to paracetamol no, Ulcer unknown
    all: Fever and (no Allergy to paracetamol or Allergy to paracetamol unknown) and Ulcer unknown; Fever and Ulcer
      unknown and no Pain; Fever and Allergy to paracetamol unknown and (no Ulcer or Ulcer unknown);
      others
    walk: ask → which
GL302/an-earlier-branch-takes-some-of-the-unknown
  69:5-13 «branches» GL302 error
    no branch surely matches this patient, since Allergy to paracetamol is unknown help: add `{if: {all: [{unknown:
      allergy}, {not: pain}]}, then: …}`; `else` does not match what is unknown
    patient: Fever yes, Allergy to paracetamol unknown, Pain no
    walk: ask → which
GL302/beside-a-wider-gap
  69:5-13 «branches» GL301 error
    no branch matches this patient help: add a branch for Allergy to paracetamol and no Pain, or `else` for all who
      are left
    patient: Fever yes, Allergy to paracetamol yes, Pain no
    walk: ask → which
  69:5-13 «branches» GL302 error
    no branch surely matches this patient, since Allergy to paracetamol is unknown help: add `{if: {unknown: allergy},
      then: …}`; `else` does not match what is unknown
    patient: Fever yes, Allergy to paracetamol unknown
    walk: ask → which
GL302/else-does-not-match-what-is-unknown
  68:5-13 «branches» GL302 error
    no branch surely matches this patient, since Allergy to paracetamol is unknown help: add `{if: {unknown: allergy},
      then: …}`; `else` does not match what is unknown
    patient: Fever yes, Allergy to paracetamol unknown
    walk: ask → which
GL302/through-a-criterion
  69:5-13 «branches» GL302 error
    no branch surely matches this patient, since Allergy to paracetamol is unknown help: add `{if: {all: [{unknown:
      allergy}, {not: pain}]}, then: …}`; `else` does not match what is unknown
    patient: Fever yes, Allergy to paracetamol unknown, Pain no
    walk: ask → which
GL302/two-facts-of-which-either-may-be-unknown
  69:5-13 «branches» GL302 error
    no branch surely matches this patient, since Ulcer is unknown help: add `{if: {all: [{not: allergy}, {unknown:
      ulcer}]}, then: …}` for such patients, and others for whoever is left; `else` does not match what is unknown
    patient: Fever yes, Allergy to paracetamol no, Ulcer unknown
    all: Fever and (no Allergy to paracetamol or Allergy to paracetamol unknown) and Ulcer unknown; Fever and Allergy
      to paracetamol unknown and (no Ulcer or Ulcer unknown)
    walk: ask → which
GL302/unknown-at-the-second-visit
  52:5-13 «branches» GL302 error
    no branch surely matches this patient, since Worse is unknown help: add `{if: {unknown: worse}, then: …}`; `else`
      does not match what is unknown
    patient: Fever yes, Worse at visit 2 unknown
    walk: ask → treat → look-again → better
GL303/only-at-the-second-visit
  54:14-18 «pain» GL303 error
    this branch and an earlier one match the same patient, with different advice help: decide which branch such
      patients belong to, and take them out of the other with `not`
    related: 53 «improved» also matches
    patient: Fever yes, Pain yes, Improved at visit 2 yes
    walk: ask → treat → look-again → better
GL303/ranges-that-overlap-by-some-years
  70:14-39 «{fact: age, at-least: 60}» GL303 error
    this branch and an earlier one match the same patient, with different advice help: make the branches exclusive:
      write `at-least: 65` in place of `at-least: 60`, or `below: 60` in place of `below: 65`
    related: 69 «{fact: age, below: 65}» also matches
    patient: Fever yes, Age 60 years
    all: Fever and Age 60 to 64 years
    walk: ask → which
GL303/three-branches-two-by-two
  72:14-20 «severe» GL303 error
    this branch and an earlier one match the same patient, with different advice help: decide which branch such
      patients belong to, and take them out of the other with `not`
    related: 71 «pain» also matches
    patient: Fever yes, Pain yes, Severe yes
    walk: ask → which
  73:14-18 «rash» GL303 error
    this branch and an earlier one match the same patient, with different advice help: decide which branch such
      patients belong to, and take them out of the other with `not`
    related: 71 «pain» also matches
    patient: Fever yes, Pain yes, Rash yes
    walk: ask → which
  73:14-18 «rash» GL303 error
    this branch and an earlier one match the same patient, with different advice help: decide which branch such
      patients belong to, and take them out of the other with `not`
    related: 72 «severe» also matches
    patient: Fever yes, Severe yes, Rash yes
    walk: ask → which
GL303/to-nodes-with-the-same-advice-is-an-info
  71:14-20 «severe» GL303 info
    this branch and an earlier one match the same patient, with the same advice help: decide which branch such
      patients belong to, and take them out of the other with `not`
    related: 70 «pain» also matches
    patient: Fever yes, Pain yes, Severe yes
    walk: ask → which
GL303/to-one-node-is-an-info
  71:14-20 «severe» GL303 info
    this branch and an earlier one match the same patient, with the same advice help: join the two conditions with
      `any`, since both lead to one node
    related: 70 «pain» also matches
    patient: Fever yes, Pain yes, Severe yes
    walk: ask → which
GL304/an-assumption-leaves-nobody
  76:14-18 «pain» GL304 warning
    no patient who comes here can take this branch help: delete it, or correct its condition or those on the way here
    related: 70 «{fact: site, is: skin}» whoever comes this way does not match
    related: 80 «{if: {fact: site, is: skin}, then: {not: pain}}» nobody matches under this assumption
GL304/an-earlier-decision-has-taken-its-patients
  77:14-36 «{fact: site, is: skin}» GL304 warning
    no patient who comes here can take this branch help: delete it, or correct its condition or those on the way here
    related: 70 «else» whoever comes this way does not match
GL304/an-else-that-nobody-is-left-for
  71:10-14 «else» GL304 warning
    no patient who comes here can take this branch help: delete it, since the other branches leave nobody, or correct
      their conditions
GL304/the-only-way-to-a-node
  54:10-14 «else» GL304 warning
    no patient who comes here can take this branch help: delete it, and `wait-longer`, which nothing else leads to,
      since the other branches leave nobody, or correct their conditions
GL305/a-follow-up-outside-a-loop-with-a-bound
  66:3-7 «send» GL305 warning
    no patient ever comes to this node, since nobody comes to `look-again` often enough help: lead a way back to the
      follow-up, or delete this node
    related: 49 «send» never taken
GL305/another-way-leads-there-too
  49:16-21 «refer» GL305 warning
    nobody goes on this way, since nobody comes to `look-again` often enough help: lead a way back to the follow-up,
      or delete `at-most` and `otherwise`
GL305/the-other-follow-up-in-the-loop-is-used-up-first
  80:3-7 «send» GL305 warning
    no patient ever comes to this node, since nobody comes to `look-again` often enough help: lower the `at-most` of
      the follow-up, or delete this node
    related: 49 «send» never taken
GL308/an-exception-before-its-rule
  69:14-37 «{all: [pain, improved]}» GL308 error
    whoever matches this branch matches another one too help: take these patients out of the wider branch, or delete
      this one if it says nothing new
    related: 70 «pain» the wider branch
    patient: Fever yes, Improved yes, Pain yes
    walk: ask → which
GL308/inside-two-others-is-one-finding
  70:14-35 «{all: [pain, severe]}» GL308 error
    whoever matches this branch matches another one too help: take these patients out of the wider branch, or delete
      this one if it says nothing new
    related: 71 «pain» the wider branch
    related: 72 «severe» the wider branch
    patient: Fever yes, Pain yes, Severe yes
    walk: ask → which
  72:14-20 «severe» GL303 error
    this branch and an earlier one match the same patient, with different advice help: decide which branch such
      patients belong to, and take them out of the other with `not`
    related: 71 «pain» also matches
    patient: Fever yes, Pain yes, Severe yes
    walk: ask → which
GL308/the-same-condition-twice
  70:14-18 «pain» GL308 error
    whoever matches this branch matches another one too help: take these patients out of the wider branch, or delete
      this one if it says nothing new
    related: 69 «pain» the wider branch
    patient: Fever yes, Pain yes
    walk: ask → which
GL310/an-age-that-the-way-here-settles
  71:3-11 «grown-up» GL310 warning
    every patient who comes here goes on to `refer` "Send to hospital" help: lead the ways that come here straight on
      to `refer`, or correct the conditions here or before
    related: 75 «{fact: age, at-least: 18}» taken by everybody
GL313/a-further-condition-at-one-end
  70:46-48 «60» GL313 error
    no branch matches where Age is 60 years help: write `at-least: 60` in place of `above: 60`
    related: 72 «60» the next branch begins here
    patient: Fever yes, Age 60 years
    walk: ask → which
GL313/a-sum-of-a-score
  70:34-35 «1» GL313 error
    no branch matches where Risk is 1 help: write `at-most: 1` in place of `below: 1`, or `at-least: 1` in place of
      `above: 1`
    related: 71 «1» the next branch begins here
    patient: Fever yes, Pain no, Severe yes, Risk 1
    all: Fever and no Pain and Severe; Fever and Pain and no Severe
    walk: ask → which
GL313/both-bounds-in-criteria
  75:28-30 «60» GL313 error
    no branch of `which` "Which treatment?" matches where Age is 60 years help: write `at-most: 60` in place of
      `below: 60`, or `at-least: 60` in place of `above: 60`
    related: 76 «60» the next branch begins here
    patient: Fever yes, Age 60 years
    walk: ask → which
GL313/decimals-that-stop-short-of-each-other
  69:35-39 «24.9» GL313 error
    no branch matches where Body mass index is between 24.9 and 25 kg/m² help: write `below: 25` in place of `at-most:
      24.9`, or `above: 24.9` in place of `at-least: 25`
    related: 70 «25» the next branch begins here
    patient: Fever yes, Body mass index 24.95 kg/m²
    all: Fever and Body mass index above 24.9 and below 25 kg/m²
    walk: ask → which
GL313/from-a-number-to-just-below-the-next
  69:33-37 «24.9» GL313 error
    no branch matches where Body mass index is at least 24.9 and below 25 kg/m² help: write `below: 25` in place of
      `below: 24.9`, or `at-least: 24.9` in place of `at-least: 25`
    related: 70 «25» the next branch begins here
    patient: Fever yes, Body mass index 24.9 kg/m²
    all: Fever and Body mass index at least 24.9 and below 25 kg/m²
    walk: ask → which
GL313/further-conditions-at-both-ends
  70:46-48 «60» GL313 error
    no branch matches where Age is 60 years help: let one of the branches take these patients too, or add one for them
    related: 72 «60» the next branch begins here
    patient: Fever yes, Age 60 years
    walk: ask → which
GL313/one-end-in-weeks
  69:35-39 «2 wk» GL313 error
    no branch matches where Time since it began is 14 days help: write `at-most: 14` in place of `below: 2 wk`, or
      `at-least: 2 wk` in place of `above: 14`
    related: 70 «14» the next branch begins here
    patient: Fever yes, Time since it began 14 days
    walk: ask → which
GL313/tenths-of-weeks-that-stop-short-of-each-other
  69:37-43 «2.5 wk» GL313 error
    no branch matches where Time since it began is between 17.5 and 18.2 days help: write `below: 2.6 wk` in place of
      `at-most: 2.5 wk`, or `above: 2.5 wk` in place of `at-least: 2.6 wk`
    related: 70 «2.6 wk» the next branch begins here
    patient: Fever yes, Time since it began 18 days
    all: Fever and Time since it began above 17.5 and below 18.2 days
    walk: ask → which
GL313/the-end-of-the-range
  69:33-35 «10» GL313 error
    no branch matches where Body mass index is 10 kg/m² help: write `at-least: 10` in place of `above: 10`
    patient: Fever yes, Body mass index 10 kg/m²
    walk: ask → which
GL313/three-groups-that-miss-each-other-twice
  69:35-39 «18.4» GL313 error
    no branch matches where Body mass index is between 18.4 and 18.5 kg/m² help: write `below: 18.5` in place of
      `at-most: 18.4`, or `above: 18.4` in place of `at-least: 18.5`
    related: 70 «18.5» the next branch begins here
    patient: Fever yes, Body mass index 18.45 kg/m²
    all: Fever and Body mass index above 18.4 and below 18.5 kg/m²
    walk: ask → which
  70:51-55 «24.9» GL313 error
    no branch matches where Body mass index is between 24.9 and 25 kg/m² help: write `below: 25` in place of
      `at-most: 24.9`, or `above: 24.9` in place of `at-least: 25`
    related: 71 «25» the next branch begins here
    patient: Fever yes, Body mass index 24.95 kg/m²
    all: Fever and Body mass index above 24.9 and below 25 kg/m²
    walk: ask → which
GL313/two-measures-that-miss-each-other
  72:34-36 «60» GL313 error
    no branch matches where Age is 60 years help: write `at-least: 60` in place of `above: 60`
    related: 76 «60» the next branch begins here
    patient: Fever yes, Age 60 years
    walk: ask → which
  73:34-36 «25» GL313 error
    no branch matches where Body mass index is 25 kg/m² help: write `at-most: 25` in place of `below: 25`, or
      `at-least: 25` in place of `above: 25`
    related: 75 «25» the next branch begins here
    patient: Fever yes, Age 40 years, Body mass index 25 kg/m²
    all: Fever and Age at most 60 years and Body mass index 25 kg/m²
    walk: ask → which
GL313/under-not
  69:42-44 «60» GL313 error
    no branch matches where Age is 60 years help: write `above: 60` in place of `at-least: 60`, or `at-least: 60` in
      place of `above: 60`
    related: 70 «60» the next branch begins here
    patient: Fever yes, Age 60 years
    walk: ask → which
GL314/a-criterion-that-another-decision-reads
  78:42-44 «60» GL314 error
    two branches of `which` "Which treatment?" match where Age is 60 years, with different advice help: write `below:
      60` in place of `at-most: 60`, if the boundary belongs to the other branch
    related: 69 «60» also matches there
    patient: Fever yes, Age 60 years
    walk: ask → which
GL314/a-further-condition-at-one-end
  71:36-38 «60» GL314 error
    two branches match where Age is 60 years, with different advice help: write `below: 60` in place of `at-most: 60`,
      if the boundary belongs to the other branch
    related: 70 «60» also matches there
    patient: Fever yes, Age 60 years, Pain yes
    walk: ask → which
GL314/a-sum-that-is-two-risks
  71:37-38 «1» GL314 error
    two branches match where Risk is 1, with different advice help: write `above: 1` in place of `at-least: 1`, or
      `below: 1` in place of `at-most: 1`, depending on which branch the boundary belongs to
    related: 70 «1» also matches there
    patient: Fever yes, Pain no, Severe yes, Risk 1
    all: Fever and no Pain and Severe; Fever and Pain and no Severe
    walk: ask → which
GL314/one-end-in-a-criterion
  75:31-33 «60» GL314 error
    two branches of `which` "Which treatment?" match where Age is 60 years, with different advice help: write `above:
      60` in place of `at-least: 60`, or `below: 60` in place of `at-most: 60`, depending on which branch the boundary
      belongs to
    related: 69 «60» also matches there
    patient: Fever yes, Age 60 years
    walk: ask → which
GL314/one-end-in-weeks
  70:38-40 «14» GL314 error
    two branches match where Time since it began is 14 days, with different advice help: write `above: 2 wk` in place
      of `at-least: 14`, or `below: 14` in place of `at-most: 2 wk`, depending on which branch the boundary belongs to
    related: 69 «2 wk» also matches there
    patient: Fever yes, Time since it began 14 days
    walk: ask → which
GL314/three-groups-that-touch-twice
  70:36-40 «18.5» GL314 error
    two branches match where Body mass index is 18.5 kg/m², with different advice help: write `above: 18.5` in place
      of `at-least: 18.5`, or `below: 18.5` in place of `at-most: 18.5`, depending on which branch the boundary
      belongs to
    related: 69 «18.5» also matches there
    patient: Fever yes, Body mass index 18.5 kg/m²
    walk: ask → which
  71:36-38 «25» GL314 error
    two branches match where Body mass index is 25 kg/m², with different advice help: write `above: 25` in place of
      `at-least: 25`, or `below: 25` in place of `at-most: 25`, depending on which branch the boundary belongs to
    related: 70 «25» also matches there
    patient: Fever yes, Body mass index 25 kg/m²
    walk: ask → which
GL314/under-not
  70:39-41 «60» GL314 error
    two branches match where Age is 60 years, with different advice help: write `at-most: 60` in place of `below: 60`,
      or `below: 60` in place of `at-most: 60`, depending on which branch the boundary belongs to
    related: 69 «60» also matches there
    patient: Fever yes, Age 60 years
    walk: ask → which
""")
MEND = re.compile(r"`(?P<new>[^`]+)` in place of `(?P<old>[^`]+)`")
WITH_MENDS = sorted(path for code in ("GL303", "GL313", "GL314") for path in (CASES / code).glob("*.yaml"))


@pytest.mark.parametrize(("case", "expected"), PLACES, ids=[case for case, _ in PLACES])
def test_place_words_patient_and_walk(case: str, expected: str) -> None:
    text = (CASES / f"{case}.yaml").read_text(encoding="utf-8")
    lines = whole(text).splitlines()
    told = (part for item in judge(text, RULES) for part in _told(item, lines))
    assert " ".join(" ".join(told).split()) == expected


@pytest.mark.parametrize("path", WITH_MENDS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_mend_that_is_offered_mends_and_harms_nothing(path: Path) -> None:
    text = whole(path.read_text(encoding="utf-8"))
    before = judge("# whole file\n" + text, RULES)
    for item in before:
        for mend in MEND.finditer(item.help):
            after = judge("# whole file\n" + _mended(text, item, mend["old"], mend["new"]), RULES)
            assert _named(after) <= _named(before) - {(item.code, item.message, item.range.start.line)}


ADDITION = re.compile(r"add `\{if: (?P<condition>.+), then: …\}`(?P<is_part> for such patients)?")


@pytest.mark.parametrize("path", sorted((CASES / "GL302").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_branch_that_is_offered_to_the_unknown_takes_them_and_nobody_else(path: Path) -> None:
    text = whole(path.read_text(encoding="utf-8"))
    for item in judge("# whole file\n" + text, RULES):
        if item.code == "GL302" and (added := ADDITION.search(item.help)):
            lines = text.splitlines(keepends=True)
            lines.insert(item.range.start.line - 1, f"      - {{if: {added['condition']}, then: refer}}\n")
            after = judge("# whole file\n" + "".join(lines), RULES)
            left = [(each.code, each.patient) for each in after if each.code != "GL301"]
            assert not left if not added["is_part"] else (item.code, item.patient) not in left


def _mended(text: str, item: Diagnostic, old: str, new: str) -> str:
    """At the place of the finding, or at the first related one where the old text stands."""
    lines = text.splitlines(keepends=True)
    for place in (item.range, *(each.range for each in item.related)):
        number, begins = place.start.line - 2, place.start.column - 1 - len("at-least: ")
        line = lines[number]
        if old in line[begins : place.end.column - 1]:
            lines[number] = line[:begins] + line[begins:].replace(old, new, 1)
            return "".join(lines)
    raise AssertionError(f"{old} stands at no place of {item}")


def _named(items: tuple[Diagnostic, ...]) -> set[tuple[str, str, int]]:
    return {(item.code, item.message, item.range.start.line) for item in items}


def _told(item: Diagnostic, lines: list[str]) -> Iterator[str]:
    start, end = item.range
    yield f"{start.line}:{start.column}-{end.column} «{_text(item.range, lines)}» {item.code} {item.severity.word}"
    yield f"{item.message} help: {item.help}"
    for place in item.related:
        yield f"related: {place.range.start.line} «{_text(place.range, lines)}» {place.message}"
    if item.patient:
        yield f"patient: {', '.join(f'{label} {value}' for label, value in item.patient)}"
    if item.region:
        yield f"all: {'; '.join(item.region)}"
    if item.walk:
        yield f"walk: {' → '.join(item.walk)}"


def _text(place: Range, lines: list[str]) -> str:
    return lines[place.start.line - 1][place.start.column - 1 : place.end.column - 1]
