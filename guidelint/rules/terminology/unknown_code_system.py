"""a code system that nobody knows by this name

## What it does

Finds a `system` that is neither the short name nor the address of a code system that guidelint knows, nor an address
of somebody else's: any other absolute URI is taken for a code system of its own, unless it is a near miss of a known
one (`https://loinc.org/`).

## Why it can harm a patient

Other systems find the meaning of a code by the exact name of its system. With a wrong one the code means nothing, and
its form cannot be checked either.

## Example

```yaml
interventions:
  paracetamol:
    label: Paracetamol
    kind: medication
    class: analgesic
    codes: [{system: whocc, code: N02BE01}] # finding: GL702
```

## Mended

```yaml
interventions:
  paracetamol:
    label: Paracetamol
    kind: medication
    class: analgesic
    codes: [{system: "http://www.whocc.no/atc", code: N02BE01}]
```

## How to fix

Write the address that FHIR gives the code system, or its short name, such as `snomed-ct`, `loinc` or `atc`.
`--fix` writes an address that differs in nothing but `www.`, `http` or a slash, and the one name that is a single
stroke away; `--unsafe-fixes` writes the most similar one.

## Source

FHIR, `Coding.system`: the table of known code systems, whose addresses are compared letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guidelint.code_systems import CODE_SYSTEMS, find_code_system
from guidelint.diagnostic import Finding, Fix, Place, Rename, Severity, at_value
from guidelint.model import Guideline
from guidelint.rule import Fixing, rule
from guidelint.suggestion import closest, did_you_mean, listing, renaming

URI = re.compile(r"(?:https?://|urn:)\S+")
OWN_HOSTS = {"snomed.info": "snomed-ct", "loinc.org": "loinc", "whocc.no": "atc"}
"""Hosts of which nothing but one code system comes."""


@rule(Guideline, code="GL702", severity=Severity.WARNING, fixing=Fixing.EITHER)
def unknown_code_system(guideline: Guideline) -> Iterator[Finding]:
    meant: dict[str, str | None] = {}
    for code, route in guideline.codes():
        name = code.system
        if find_code_system(name) is not None:
            continue
        if name not in meant:
            meant[name] = _near_miss(name) if URI.fullmatch(name) else closest(name.lower(), CODE_SYSTEMS)
        suggestion = meant[name]
        if suggestion is not None or not URI.fullmatch(name):
            help = (
                did_you_mean(suggestion) if suggestion else f"take its address, or one of {listing(CODE_SYSTEMS, 12)}"
            )
            place = at_value((*route, "system"))
            fix = _fix(place, name, suggestion) if suggestion else None
            yield Finding("no code system has this name", place, help, fix=fix)


def _fix(place: Place, name: str, meant: str) -> Fix:
    if URI.fullmatch(name):
        return Fix((Rename(place, meant),), f"write `{meant}`", is_safe=_bare(name) == _bare(meant))
    return renaming(place, name, meant, CODE_SYSTEMS)


def _near_miss(uri: str) -> str | None:
    """The address that a slightly different one was meant to be."""
    bare = _bare(uri)
    known = {_bare(system.uri): system.uri for system in CODE_SYSTEMS.values()}
    host = OWN_HOSTS.get(bare.partition("/")[0])
    return known.get(bare) or (CODE_SYSTEMS[host].uri if host else None)


def _bare(uri: str) -> str:
    """Without what people leave out or add: scheme, `www.`, capitals, a slash at the end."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", uri.strip().lower()).rstrip("/#")
