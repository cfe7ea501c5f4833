"""Sound guidelines of any size, for measuring: about 600 bytes a node, with everything that a real one has."""

from __future__ import annotations

from collections.abc import Iterator

HEAD = """\
# yaml-language-server: $schema=../schema/guideline.schema.json
format: guidelint/1
id: large
title: A guideline of {nodes} nodes
version: 1.0.0
status: draft
date: 2026-01-01
publisher: Example Society
audience: [family physicians]
population: Everybody
license: CC-BY-4.0

references:
  textbook: {{title: A textbook, year: 2020}}

statements:
  S1: {{says: "Whoever has a finding is treated for it", cites: [textbook]}}
  S2:
    says: >-
      What is written over several lines
      is one sentence all the same
    cites: [textbook]

facts:
"""

FACT = """\
  fact-{n}:
    label: Finding number {n}
    type: boolean
    default: false
    description: A finding that is there or not there   # and a comment
"""

NUMBER = (
    "  measure-{n}: {{label: Measurement number {n}, type: integer, unit: 'mm[Hg]', range: [0, 300], default: 120}}\n"
)

BODY = """\

interventions:
  pill: {label: A pill, kind: medication, class: pills}
  talk: {label: A talk, kind: education}
  hospital: {label: Hospital, kind: referral}

start: node-0
nodes:
"""

DECISION = """\
  node-{n}:
    type: decision
    label: Is it finding {n}, so that something is to be done about it?
    description: 'This decision is number {n}; it asks for one finding and one measurement, and goes on with the next'
    note: Nothing about it is medical.
    because: [S1, S2]
    branches:
      - if:
          any:
            - fact-{fact}
            - all: [fact-{other}, {{fact: measure-{measure}, at-least: 160}}]
            - {{not: {{fact: measure-{measure}, above: 60}}}}
        then: node-{next}
        label: "Yes, it is"
      # the way that most patients take
      - else: node-{after}
"""

ADVICE = """\
  node-{n}:
    type: recommendation
    label: Do something about finding {n}
    description: "The advice of node {n}: a pill, and a talk about what it is for"
    recommend:
      - for: pill
        strength: conditional
        certainty: low
        course: {{max: 5 d}}
        dose: 75 mg
        because: [S1]
        note: The dose is made up.
      - {{for: talk, strength: strong, certainty: moderate, because: [S2, textbook]}}
    then: node-{after}
"""

TAIL = """\
  node-{n}:
    type: follow-up
    label: Look again
    after: {{min: 1 wk, max: 2 wk}}
    then: node-{after}
  node-{after}:
    type: recommendation
    label: Go to hospital
    recommend:
      - {{for: hospital, strength: strong, certainty: high, because: [S1]}}

cases:
  nobody:
    patient: {{}}
    expect: {{ends: node-{after}, recommends: [hospital]}}
"""

MOST_FACTS = 20


def guideline(nodes: int) -> str:
    """A guideline of an even number of nodes, four at the least."""
    return "".join(_parts(nodes))


def _parts(nodes: int) -> Iterator[str]:
    facts = min(MOST_FACTS, nodes // 2 - 1)
    yield HEAD.format(nodes=nodes)
    for n in range(facts):
        yield FACT.format(n=n)
        yield NUMBER.format(n=n)
    yield BODY
    for n in range(0, nodes - 2, 2):
        fact, other = n // 2 % facts, (n // 2 + 7) % facts
        numbers = {"n": n, "next": n + 1, "after": n + 2, "fact": fact, "other": other, "measure": fact}
        yield DECISION.format(**numbers)
        yield ADVICE.format(n=n + 1, after=n + 2)
    yield TAIL.format(n=nodes - 2, after=nodes - 1)
