"""The published schema: exact errors from two engines, words on every property, and nothing an editor trips over."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from guidelint.document import read_document

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "schema" / "guideline.schema.json").read_text(encoding="utf-8"))
DEFS: dict[str, Any] = SCHEMA["$defs"]
PYTHON = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker(["date"]))
RUST = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)

MINIMAL = """
format: guidelint/1
id: minimal
title: Minimal
version: 1.0.0
status: draft
start: n
nodes: {}
"""

SOUND = [
    "{date: 2024-02-29, approved: 2026-01-01, review-by: 2028-03-01, audience: [nurses], language: de-AT}",
    "references: {r: {title: T, authors: [A], publisher: P, year: 1981, pmid: '6763125', doi: d, url: u, defect: d}}",
    "{disclaimer: D, codes: [{system: s, code: c}], sections: {part: {label: Part, description: D}}}",
    "references: {r: {unresolved: no such entry, note: why}}",
    "statements: {S1: {says: Words, cites: [r], defect: d}, plain: {says: Words, because: [S1]}}",
    "facts: {f: {label: F, type: boolean, default: unknown, known: maybe, observed: each-visit, obtained-by: i}}",
    "facts: {f: {label: F, type: choice, values: {low: Low, high: {label: High, note: n}}, default: low}}",
    "facts: {f: {label: F, type: decimal, unit: 'mm[Hg]', range: [0.5, 300], default: 120.25}}",
    "facts: {f: {label: F, type: integer, range: [3, 120], default: unknown}}",
    "assumptions: [f, {if: f, then: {not: g}, note: n}, {any: [f, g], label: L}]",
    "assumptions: [{fact: age, above: 38.5, below: 6 wk}, {if: {unknown: f}, then: g, because: [S1]}]",
    "scores: {s: {label: S, add: [{points: -1, if: {fact: age, at-least: 45}, because: [S1]}]}}",
    "criteria: {c: {label: C, red-flag: true, fact: age, in: [1, mild, 6 wk, true], is-not: false, note: n}}",
    "criteria: {c: {label: C, unknown: allergy}, d: {label: D, all: [a, {any: [b, {not: {unknown: c}}]}]}}",
    "interventions: {i: {label: I, kind: medication, class: nsaid, contraindicated: {when: f, because: [S1]}}}",
    "interventions: {i: {label: I, kind: therapy, class: [a, b], contraindicated: [{when: f}, {when: {not: g}}]}}",
    "interventions: {i: {label: I, kind: device, codes: [{system: s, code: '010', display: d}]}}",
    "nodes: {n: {type: decision, branches: [], section: part}}",
    "nodes: {n: {type: decision, branches: [{if: f, then: a, label: L}, {else: b, note: n}, {else: c}]}}",
    "nodes: {n: {type: recommendation, recommend: [{for: i, course: not-stated, dose: a pill, every: 8 h}], then: m}}",
    "nodes: {n: {type: recommendation, recommend: [{against: {kind: imaging}, urgency: urgent}]}}",
    "nodes: {n: {type: recommendation, recommend: [{for: i, course: {max: 5 d}, dose: {min: 5, max: 9 mg}}]}}",
    "nodes: {n: {type: recommendation, recommend: [{for: {any: [i, {class: c}, {kind: exercise}]}, dose: 75}]}}",
    "nodes: {n: {type: follow-up, after: {min: 4 wk}, observe: [f], at-most: 1, then: a, otherwise: b}}",
    "nodes: {n: {type: follow-up, after: 1.5 mo}}",
    "constraints: {k: {never: {recommend: i}}, l: {always: {advise-against: [i, {class: c}]}, when: f}}",
    "constraints: {k: {only: {recommend: {kind: referral}}, when: {fact: age, is: 6 wk}}}",
    "constraints: {k: {before: {recommend: i}, comes: {node: n}}, l: {before: {recommend: i}, comes: {recommend: j}}}",
    "constraints: {k: {after: {recommend: i}, follows: {advise-against: j}, within: 6 wk}}",
    "constraints: {k: {total: {recommend: i}, at-most: 3 wk}, l: {total: {recommend: i}, at-most: 2, because: [S1]}}",
    "constraints: {k: {together: [{recommend: i}, {recommend: j}], never: true}}",
    "cases: {k: {patient: {}, expect: {ends: n}}}",
    "cases: {k: {patient: {a: unknown, b: true, c: 30}, visits: [{d: 6 wk}, {}], expect: {never: [{kind: device}]}}}",
    "waivers: [{rule: GL503, at: nodes.n.branches.0, reason: r, by: b, until: 2027-01-01}, {rule: gap, at: nodes}]",
]

DEFECTS = {
    "colour: red": ["additionalProperties colour"],
    "format: guidelint/2": ["format const"],
    "version: 1.2": ["version type"],
    "status: final": ["status enum"],
    "date: 2026-02-30": ["date format"],
    "title: ''": ["title minLength"],
    "audience: [1]": ["audience.0 type"],
    "codes: [{system: s}]": ["codes.0 required code"],
    "sections: {s: {}}": ["sections.s required label"],
    "sections: {S: {label: S}}": ["sections pattern S"],
    "start: Red Flags": ["start pattern"],
    "facts: []": ["facts type"],
    "nodes: {Bad_Id: {type: decision, branches: []}}": ["nodes pattern Bad_Id"],
    "nodes: {n: {}}": ["nodes.n required type"],
    "nodes: {n: {type: decide, whatever: 1}}": ["nodes.n.type enum"],
    "nodes: {n: {type: decision, branches: [], recommend: []}}": ["nodes.n additionalProperties recommend"],
    "nodes: {n: {type: decision}}": ["nodes.n required branches"],
    "nodes: {n: {type: decision, branches: [{if: f}]}}": ["nodes.n.branches.0 required then"],
    "nodes: {n: {type: decision, branches: [{then: m}]}}": ["nodes.n.branches.0 required if"],
    "nodes: {n: {type: decision, branches: [{}]}}": ["nodes.n.branches.0 required if"],
    "nodes: {n: {type: decision, branches: [{if: f, then: m, else: k}]}}": ["nodes.n.branches.0.else not"],
    "nodes: {n: {type: decision, branches: [{if: f, else: k}]}}": ["nodes.n.branches.0.else not"],
    "nodes: {n: {type: decision, branches: [{else: k, then: m}]}}": ["nodes.n.branches.0.then not"],
    "nodes: {n: {type: recommendation}}": ["nodes.n required recommend"],
    "nodes: {n: {type: recommendation, recommend: []}}": ["nodes.n.recommend minItems"],
    "nodes: {n: {type: recommendation, recommend: [{strength: strong}]}}": ["nodes.n.recommend.0 required for"],
    "nodes: {n: {type: recommendation, recommend: [{for: i, against: j}]}}": ["nodes.n.recommend.0.against not"],
    "nodes: {n: {type: recommendation, recommend: [{for: i, strength: weak}]}}": ["nodes.n.recommend.0.strength enum"],
    "nodes: {n: {type: recommendation, recommend: [{for: i, course: 5d}]}}": ["nodes.n.recommend.0.course pattern"],
    "nodes: {n: {type: recommendation, recommend: [{for: i, course: {max: 5}}]}}": [
        "nodes.n.recommend.0.course.max type"
    ],
    "nodes: {n: {type: recommendation, recommend: [{for: i, course: {}}]}}": [
        "nodes.n.recommend.0.course minProperties"
    ],
    "nodes: {n: {type: recommendation, recommend: [{for: i, course: {min: 5d}}]}}": [
        "nodes.n.recommend.0.course.min pattern"
    ],
    "nodes: {n: {type: recommendation, recommend: [{for: i, dose: ''}]}}": ["nodes.n.recommend.0.dose minLength"],
    "nodes: {n: {type: recommendation, recommend: [{for: i, dose: {}}]}}": ["nodes.n.recommend.0.dose minProperties"],
    "nodes: {n: {type: recommendation, recommend: [{for: i, dose: {max: ''}}]}}": [
        "nodes.n.recommend.0.dose.max minLength"
    ],
    "nodes: {n: {type: recommendation, recommend: [{for: i, certainty: some}]}}": [
        "nodes.n.recommend.0.certainty enum"
    ],
    "nodes: {n: {type: recommendation, recommend: [{for: i, urgency: soon}]}}": ["nodes.n.recommend.0.urgency enum"],
    "nodes: {n: {type: recommendation, recommend: [{for: i, because: S1}]}}": ["nodes.n.recommend.0.because type"],
    "nodes: {n: {type: recommendation, recommend: [{for: i, because: [S 1]}]}}": [
        "nodes.n.recommend.0.because.0 pattern"
    ],
    "nodes: {n: {type: recommendation, recommend: [{for: Aspirin}]}}": ["nodes.n.recommend.0.for pattern"],
    "nodes: {n: {type: recommendation, recommend: [{for: {any: [Aspirin]}}]}}": [
        "nodes.n.recommend.0.for.any.0 pattern"
    ],
    "nodes: {n: {type: recommendation, recommend: [{for: {any: []}}]}}": ["nodes.n.recommend.0.for.any minItems"],
    "nodes: {n: {type: recommendation, recommend: [{for: i, every: 8}]}}": ["nodes.n.recommend.0.every type"],
    "nodes: {n: {type: recommendation, recommend: [{for: {}}]}}": ["nodes.n.recommend.0.for minProperties"],
    "nodes: {n: {type: recommendation, recommend: [{for: {kind: pill}}]}}": ["nodes.n.recommend.0.for.kind enum"],
    "nodes: {n: {type: recommendation, recommend: [{for: {all: [{any: [i]}]}}]}}": [
        "nodes.n.recommend.0.for.all.0 additionalProperties any"
    ],
    "nodes: {n: {type: follow-up, then: m}}": ["nodes.n required after"],
    "nodes: {n: {type: follow-up, after: 5d}}": ["nodes.n.after pattern"],
    "nodes: {n: {type: follow-up, after: 5 d, observe: [1]}}": ["nodes.n.observe.0 type"],
    "nodes: {n: {type: follow-up, after: 5 d, at-most: 0, otherwise: m}}": ["nodes.n.at-most minimum"],
    "nodes: {n: {type: follow-up, after: 5 d, at-most: 2}}": ["nodes.n required otherwise"],
    "nodes: {n: {type: follow-up, after: 5 d, otherwise: m}}": ["nodes.n required at-most"],
    "facts: {f: {label: F, type: number, range: [1, 2]}}": ["facts.f.type enum"],
    "facts: {f: {label: F}}": ["facts.f required type"],
    "facts: {f: {type: boolean}}": ["facts.f required label"],
    "facts: {f: {label: F, type: boolean, unit: kg}}": ["facts.f additionalProperties unit"],
    "facts: {f: {label: F, type: boolean, default: 'yes'}}": ["facts.f.default enum"],
    "facts: {f: {label: F, type: choice}}": ["facts.f required values"],
    "facts: {f: {label: F, type: choice, values: {unknown: U}}}": ["facts.f.values.unknown not"],
    "facts: {f: {label: F, type: choice, values: {}}}": ["facts.f.values minProperties"],
    "facts: {f: {label: F, type: choice, values: {A: U}}}": ["facts.f.values pattern A"],
    "facts: {f: {label: F, type: choice, values: {a: ''}}}": ["facts.f.values.a minLength"],
    "facts: {f: {label: F, type: choice, values: {a: {note: N}}}}": ["facts.f.values.a required label"],
    "facts: {f: {label: F, type: integer}}": ["facts.f required range"],
    "facts: {f: {label: F, type: integer, range: [1]}}": ["facts.f.range minItems"],
    "facts: {f: {label: F, type: integer, range: [1, 2, 3]}}": ["facts.f.range maxItems"],
    "facts: {f: {label: F, type: integer, range: [1, 2 kg]}}": ["facts.f.range.1 type"],
    "facts: {f: {label: F, type: integer, range: [1, 2], default: 2 kg}}": ["facts.f.default pattern"],
    "facts: {f: {label: F, type: boolean, known: sometimes}}": ["facts.f.known const"],
    "facts: {f: {label: F, type: boolean, observed: once}}": ["facts.f.observed const"],
    "references: {r: {year: 1981}}": ["references.r required title"],
    "references: {r: {title: T, pmid: 6763125}}": ["references.r.pmid type"],
    "statements: {1a: {says: Words}}": ["statements pattern 1a"],
    "statements: {S1: {cites: [r]}}": ["statements.S1 required says"],
    "statements: {S1: {says: Words, cites: [S1]}}": ["statements.S1.cites.0 pattern"],
    "criteria: {c: {all: [a]}}": ["criteria.c required label"],
    "criteria: {c: {label: C}}": ["criteria.c required fact"],
    "criteria: {c: {label: C, fact: age}}": ["criteria.c required is"],
    "criteria: {c: {label: C, is: 3}}": ["criteria.c required fact"],
    "criteria: {c: {label: C, fct: age, is: 3}}": ["criteria.c additionalProperties fct"],
    "criteria: {c: {label: C, fact: age, at-leest: 3}}": ["criteria.c additionalProperties at-leest"],
    "criteria: {c: {label: C, all: [{any: [{not: {al: [a]}}]}]}}": [
        "criteria.c.all.0.any.0.not additionalProperties al"
    ],
    "criteria: {c: {label: C, all: []}}": ["criteria.c.all minItems"],
    "criteria: {c: {label: C, fact: age, at-least: true}}": ["criteria.c.at-least type"],
    "criteria: {c: {label: C, fact: age, is: 6wk}}": ["criteria.c.is pattern"],
    "criteria: {c: {label: C, fact: age, below: 6wk}}": ["criteria.c.below pattern"],
    "criteria: {c: {label: C, fact: age, in: []}}": ["criteria.c.in minItems"],
    "criteria: {c: {label: C, fact: age, in: [[1]]}}": ["criteria.c.in.0 type"],
    "criteria: {c: {label: C, not: 3}}": ["criteria.c.not type"],
    "criteria: {c: {label: C, not: Fever}}": ["criteria.c.not pattern"],
    "assumptions: [Fever]": ["assumptions.0 pattern"],
    "assumptions: [{if: a}]": ["assumptions.0 required then"],
    "assumptions: [{then: a}]": ["assumptions.0 required if"],
    "assumptions: [{if: a, then: b, all: [c]}]": ["assumptions.0.all not"],
    "assumptions: [{}]": ["assumptions.0 required fact"],
    "scores: {s: {label: S, add: [{points: 1.5, if: a}]}}": ["scores.s.add.0.points type"],
    "scores: {s: {label: S}}": ["scores.s required add"],
    "scores: {s: {label: S, add: [{if: a}]}}": ["scores.s.add.0 required points"],
    "interventions: {i: {label: I}}": ["interventions.i required kind"],
    "interventions: {i: {label: I, kind: device, class: A}}": ["interventions.i.class pattern"],
    "interventions: {i: {label: I, kind: device, class: [A]}}": ["interventions.i.class.0 pattern"],
    "interventions: {i: {label: I, kind: device, contraindicated: {}}}": [
        "interventions.i.contraindicated required when"
    ],
    "interventions: {i: {label: I, kind: drug}}": ["interventions.i.kind enum"],
    "interventions: {i: {label: I, kind: device, contraindicated: a}}": ["interventions.i.contraindicated type"],
    "interventions: {i: {label: I, kind: device, codes: [{system: s, code: 10}]}}": [
        "interventions.i.codes.0.code type"
    ],
    "constraints: {k: {when: a}}": ["constraints.k required never"],
    "constraints: {k: {nevr: {recommend: i}}}": ["constraints.k additionalProperties nevr"],
    "constraints: {k: {never: true}}": ["constraints.k.never type"],
    "constraints: {k: {never: {}}}": ["constraints.k.never minProperties"],
    "constraints: {k: {never: {recommend: i, advise-against: j}}}": ["constraints.k.never.advise-against not"],
    "constraints: {k: {never: {node: n}}}": ["constraints.k.never additionalProperties node"],
    "constraints: {k: {never: {recommend: {class: c, kind: device}}}}": ["constraints.k.never.recommend.kind not"],
    "constraints: {k: {never: {recommend: {}}}}": ["constraints.k.never.recommend minProperties"],
    "constraints: {k: {never: {recommend: []}}}": ["constraints.k.never.recommend minItems"],
    "constraints: {k: {never: {recommend: Aspirin}}}": ["constraints.k.never.recommend pattern"],
    "constraints: {k: {only: {recommend: i}}}": ["constraints.k required when"],
    "constraints: {k: {before: {recommend: i}}}": ["constraints.k required comes"],
    "constraints: {k: {before: {recommend: i}, follows: {node: n}}}": [
        "constraints.k required comes",
        "constraints.k.follows not",
    ],
    "constraints: {k: {after: {recommend: i}}}": ["constraints.k required follows"],
    "constraints: {k: {after: {recommend: i}, follows: {node: n, recommend: j}}}": ["constraints.k.follows.node not"],
    "constraints: {k: {total: {recommend: i}}}": ["constraints.k required at-most"],
    "constraints: {k: {after: {recommend: i}, follows: {}}}": ["constraints.k.follows minProperties"],
    "constraints: {k: {after: {recommend: i}, follows: {node: n, advise-against: j}}}": [
        "constraints.k.follows.node not"
    ],
    "constraints: {k: {after: {recommend: i}, follows: {node: n}, within: 6}}": ["constraints.k.within type"],
    "constraints: {k: {total: {recommend: i}, at-most: 2x}}": ["constraints.k.at-most pattern"],
    "constraints: {k: {total: {recommend: i}, at-most: -1}}": ["constraints.k.at-most minimum"],
    "constraints: {k: {total: {recommend: i}, at-most: 2.5}}": ["constraints.k.at-most type"],
    "constraints: {k: {together: [{recommend: i}, {recommend: j}]}}": ["constraints.k required never"],
    "constraints: {k: {together: [{recommend: i}, {recommend: j}], never: false}}": ["constraints.k.never const"],
    "constraints: {k: {together: [{recommend: i}], never: true}}": ["constraints.k.together minItems"],
    "constraints: {k: {together: [{recommend: i}, {recommend: j}, {recommend: l}], never: true}}": [
        "constraints.k.together maxItems"
    ],
    "cases: {k: {patient: {}}}": ["cases.k required expect"],
    "cases: {k: {expect: {ends: n}}}": ["cases.k required patient"],
    "cases: {k: {patient: {A: 1}, expect: {ends: n}}}": ["cases.k.patient pattern A"],
    "cases: {k: {patient: {}, visits: [1], expect: {ends: n}}}": ["cases.k.visits.0 type"],
    "cases: {k: {patient: {}, expect: {}}}": ["cases.k.expect minProperties"],
    "cases: {k: {patient: {a: [1]}, expect: {ends: n}}}": ["cases.k.patient.a type"],
    "cases: {k: {patient: {}, visits: {a: 1}, expect: {ends: n}}}": ["cases.k.visits type"],
    "waivers: [{at: nodes.ask}]": ["waivers.0 required rule"],
    "waivers: [{rule: GL503, at: nodes/n}]": ["waivers.0.at pattern"],
    "waivers: [{rule: GL503, at: nodes.n, until: next year}]": ["waivers.0.until format"],
}

FORMS: dict[str, Any] = {"fact": "f", "all": ["a"], "any": ["a"], "not": "a", "unknown": "f"}
COMPARISONS: dict[str, Any] = {"is": 1, "is-not": 1, "in": [1], "at-least": 1, "at-most": 1, "above": 1, "below": 1}
TARGETS: dict[str, Any] = {"class": "c", "kind": "device", "exactly-one": ["i"], "at-most-one": ["i"]}
TARGETS |= {"one-or-more": ["i"], "all": ["i"], "any": ["i"]}
ADVICE = {"recommend": "i"}
SHAPES: dict[str, dict[str, Any]] = {
    "together": {"together": [ADVICE, ADVICE], "never": True},
    "total": {"total": ADVICE, "at-most": 2},
    "before": {"before": ADVICE, "comes": ADVICE},
    "after": {"after": ADVICE, "follows": ADVICE, "within": "5 d"},
    "never": {"never": ADVICE},
    "always": {"always": ADVICE},
    "only": {"only": ADVICE, "when": "f"},
}
"""Of two shapes in one constraint, the one that stands first here is taken at its word."""

SORE_THROAT = (ROOT / "tests" / "guidelines" / "sore-throat.yaml").read_text(encoding="utf-8")
MAPS_OF_IDS = {"references", "statements", "facts", "scores", "criteria", "interventions", "nodes", "constraints"}
MAPS_OF_IDS |= {"cases", "sections", "patient", "values"}
KEYWORDS_OVER_NAMES = {"$defs", "properties", "patternProperties"}
KEYWORDS_OVER_SCHEMAS = {"additionalProperties", "propertyNames", "items", "prefixItems"}
KEYWORDS_OVER_SCHEMAS |= {"allOf", "not", "then", "else"}
OPAQUE = {"pattern", "format", "not", "minProperties"}
WORDS = ["", "a", "a-1", "-a", "A", "aB", "S1", "unknown", "not-stated", "n.b.0", "a" * 64, "a" * 65]
WORDS += ["5 d", "-0.5 mm[Hg]", "5  d", "5d", "5 d ", ".5 d", "5. d", "5 µg"]


def load(text: str) -> Any:
    document = read_document(text.encode())
    assert document.is_readable
    return document.data


def guideline(snippet: str) -> dict[str, Any]:
    return {**load(MINIMAL), **load(snippet)}


def entry(route: Any, keyword: Any, key: str = "") -> str:
    return " ".join(part for part in (".".join(map(str, route)), str(keyword), key) if part)


def python_errors(data: Any) -> list[str]:
    return sorted(python_entry(error) for error in PYTHON.iter_errors(data))


def python_entry(error: jsonschema.ValidationError) -> str:
    keyword = str(error.validator)
    key = str(error.instance) if "propertyNames" in error.absolute_schema_path else ""
    if keyword in ("required", "additionalProperties"):
        key = ", ".join(re.findall(r"'([^']+)'", error.message))
    return entry(error.absolute_path, keyword, key)


def rust_errors(data: Any) -> list[str]:
    return sorted(rust_entry(error) for error in RUST.iter_errors(data))


def rust_entry(error: jsonschema_rs.ValidationError) -> str:
    kind = error.kind.as_dict()
    inner = kind.get("error")
    key = str(inner.instance) if isinstance(inner, jsonschema_rs.ValidationError) else ""
    key = str(kind.get("property", key)) or ", ".join(map(str, kind.get("unexpected", ())))
    return entry(error.instance_path, error.schema_path[-1], key)


def subschemas(schema: Any, *, asking: bool = True) -> Iterator[dict[str, Any]]:
    """Every schema inside this one, itself included; those under `if` only ask, and never report."""
    if isinstance(schema, dict):
        yield schema
    for child in children(schema, asking):
        yield from subschemas(child, asking=asking)


def children(schema: Any, asking: bool) -> Iterator[Any]:
    if isinstance(schema, list):
        yield from schema
    elif isinstance(schema, dict):
        for keyword in schema.keys() & KEYWORDS_OVER_NAMES:
            yield from schema[keyword].values()
        for keyword in schema.keys() & (KEYWORDS_OVER_SCHEMAS | ({"if"} if asking else set())):
            yield schema[keyword]


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with what its `$ref` adds, its own words first."""
    target = str(schema.get("$ref", "")).removeprefix("#/$defs/")
    return {**resolved(DEFS[target]), **schema} if target else schema


def objects(data: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(data, dict):
        yield route
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from objects(value, (*route, key))


def with_unknown_key(data: Any, route: tuple[Any, ...]) -> Any:
    changed = target = copy.deepcopy(data)
    for key in route:
        target = target[key]
    target["zzz"] = "z"
    return changed


def is_map_of_ids(route: tuple[Any, ...]) -> bool:
    return bool(route) and (route[-1] in MAPS_OF_IDS or "visits" in route)


def test_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert jsonschema_rs.meta.is_valid(SCHEMA)


def test_never_leaves_an_engine_to_guess() -> None:
    assert [schema for schema in subschemas(SCHEMA) if schema.keys() & {"oneOf", "anyOf"}] == []


def test_uses_every_definition() -> None:
    used = {schema["$ref"] for schema in subschemas(SCHEMA) if "$ref" in schema}
    assert used == {f"#/$defs/{name}" for name in DEFS}


def test_explains_every_property() -> None:
    named = [item for schema in subschemas(SCHEMA, asking=False) for item in schema.get("properties", {}).items()]
    assert [name for name, schema in named if not resolved(schema).keys() >= {"title", "description"}] == []


def test_explains_every_definition() -> None:
    assert [name for name, schema in DEFS.items() if not schema.keys() >= {"title", "description"}] == []


def test_definitions_refuse_unknown_keys() -> None:
    with_keys = {name: schema for name, schema in DEFS.items() if "properties" in schema}
    assert {name for name, schema in with_keys.items() if schema.get("additionalProperties", True)} == {"node", "fact"}


@pytest.mark.parametrize("name", ["node", "fact"])
def test_every_type_refuses_unknown_keys(name: str) -> None:
    told_apart = [(rule["if"]["properties"]["type"], resolved(rule["then"])) for rule in DEFS[name]["allOf"]]
    types = [value for question, _ in told_apart for value in question.get("enum", [question.get("const")])]
    assert types == DEFS[name]["properties"]["type"]["enum"]
    assert [answer["title"] for _, answer in told_apart if answer["additionalProperties"]] == []


def test_opaque_keywords_say_what_to_write() -> None:
    opaque = [schema for schema in subschemas(SCHEMA, asking=False) if schema.keys() & OPAQUE]
    assert [schema for schema in opaque if "errorMessage" not in schema] == []


def test_help_reads_as_one_sentence() -> None:
    messages = [schema["errorMessage"] for schema in subschemas(SCHEMA) if "errorMessage" in schema]
    assert [text for text in messages if not text[0].islower() or text.endswith(".") or ". " in text] == []


def test_help_never_hides_which_key_is_unknown() -> None:
    helped = [schema for schema in subschemas(SCHEMA) if "errorMessage" in schema]
    assert [schema for schema in helped if schema.get("additionalProperties") is False] == []


@pytest.mark.parametrize("pattern", sorted({schema["pattern"] for schema in subschemas(SCHEMA) if "pattern" in schema}))
def test_patterns_mean_the_same_to_both_engines(pattern: str) -> None:
    rust = jsonschema_rs.Draft202012Validator({"pattern": pattern})
    python = [word for word in WORDS if re.search(pattern, word)]
    assert python == [word for word in WORDS if rust.is_valid(word)]
    assert python


@pytest.mark.parametrize("snippet", SOUND)
def test_accepts(snippet: str) -> None:
    data = guideline(snippet)
    assert (python_errors(data), rust_errors(data)) == ([], [])


@pytest.mark.parametrize(("snippet", "expected"), DEFECTS.items())
def test_says_exactly_what_is_wrong(snippet: str, expected: list[str]) -> None:
    data = guideline(snippet)
    assert (python_errors(data), rust_errors(data)) == (expected, expected)


def constraint_keys() -> Iterator[tuple[str, str]]:
    """Each shape with each key that belongs only to shapes after it, or to those before it but not to their head."""
    order = list(SHAPES)
    for shape, own in SHAPES.items():
        for other, keys in SHAPES.items():
            later = order.index(other) > order.index(shape)
            yield from ((shape, key) for key in keys if key not in (*own, "when") and (later or key not in SHAPES))


def judged(section: str, body: Any) -> tuple[list[str], list[str]]:
    data = {**load(MINIMAL), section: body}
    return python_errors(data), rust_errors(data)


@pytest.mark.parametrize(("first", "second"), list(combinations(FORMS, 2)))
def test_a_condition_has_one_form(first: str, second: str) -> None:
    body = {"label": "C", first: FORMS[first], second: FORMS[second]} | ({"is": 1} if first == "fact" else {})
    expected = [f"criteria.c.{second} not"]
    assert judged("criteria", {"c": body}) == (expected, expected)


@pytest.mark.parametrize(("form", "comparison"), list(product(list(FORMS)[1:], COMPARISONS)))
def test_a_comparison_belongs_to_a_fact(form: str, comparison: str) -> None:
    body = {"label": "C", form: FORMS[form], comparison: COMPARISONS[comparison]}
    expected = [f"criteria.c.{comparison} not"]
    assert judged("criteria", {"c": body}) == (expected, expected)


@pytest.mark.parametrize("key", [*FORMS, *COMPARISONS])
def test_an_assumption_is_an_implication_or_a_condition(key: str) -> None:
    body = {"if": "a", "then": "b", key: {**FORMS, **COMPARISONS}[key]}
    expected = [f"assumptions.0.{key} not"]
    assert judged("assumptions", [body]) == (expected, expected)


@pytest.mark.parametrize(("first", "second"), list(combinations(TARGETS, 2)))
def test_a_target_is_one_thing(first: str, second: str) -> None:
    target = {first: TARGETS[first], second: TARGETS[second]}
    expected = [f"nodes.n.recommend.0.for.{second} not"]
    assert judged("nodes", {"n": {"type": "recommendation", "recommend": [{"for": target}]}}) == (expected, expected)


@pytest.mark.parametrize(("shape", "key"), sorted(set(constraint_keys())))
def test_a_constraint_has_one_shape(shape: str, key: str) -> None:
    strange = next(keys[key] for keys in SHAPES.values() if key in keys)
    expected = [f"constraints.k.{key} not"]
    assert judged("constraints", {"k": {key: strange, **SHAPES[shape]}}) == (expected, expected)


@pytest.mark.parametrize("section", sorted(MAPS_OF_IDS & load(SORE_THROAT).keys()))
def test_ids_are_written_as_ids(section: str) -> None:
    bodies = load(SORE_THROAT)[section]
    expected = [f"{section} pattern Bad_Id"]
    assert judged(section, {**bodies, "Bad_Id": next(iter(bodies.values()))}) == (expected, expected)


@pytest.mark.parametrize("key", SCHEMA["required"])
def test_misses_a_required_key(key: str) -> None:
    data = {name: value for name, value in load(MINIMAL).items() if name != key}
    assert (python_errors(data), rust_errors(data)) == ([f"required {key}"], [f"required {key}"])


def test_accepts_the_sore_throat_guideline() -> None:
    data = load(SORE_THROAT)
    assert (python_errors(data), rust_errors(data)) == ([], [])


@pytest.mark.parametrize("snippet", [SORE_THROAT, *SOUND])
def test_refuses_an_unknown_key_wherever_it_stands(snippet: str) -> None:
    data = guideline(snippet)
    for route in objects(data):
        if not is_map_of_ids(route):
            changed, expected = with_unknown_key(data, route), [entry(route, "additionalProperties", "zzz")]
            assert (python_errors(changed), rust_errors(changed)) == (expected, expected)
