"""a DOI or PMID that cannot be one

## What it does

Finds a `doi` or `pmid` of a reference that does not have the form of one: a whole address in place of the DOI, a number
of PubMed Central in place of one of PubMed, a digit too many. Whether the work exists is not looked up.

## Why it can harm a patient

The reference cannot be found, or leads to another work, and so the advice cannot be checked.

## Example

```yaml
references:
  textbook: {title: A textbook of fever, year: 2020, pmid: PMC1234567} # finding: GL511
```

## Mended

```yaml
references:
  textbook: {title: A textbook of fever, year: 2020, pmid: '1234567'}
```

## How to fix

Give the bare identifier: `10.1000/182` for a DOI, the digits alone for a PMID. `--fix` takes it out of an address.

## Source

ISO 26324 for the form of a DOI; the National Library of Medicine for that of a PMID.
"""

from __future__ import annotations

from collections.abc import Iterator

from guidelint.diagnostic import Finding, Fix, Place, Rename, Severity, at_value
from guidelint.identifiers import bare_doi, bare_pmid, malformed_doi, malformed_pmid
from guidelint.model import Guideline
from guidelint.rule import Fixing, rule

KINDS = (
    ("doi", "DOI", malformed_doi, bare_doi, "write the DOI alone, such as 10.1000/182"),
    ("pmid", "PMID", malformed_pmid, bare_pmid, "write the number that PubMed shows as PMID, such as '25659245'"),
)


@rule(Guideline, code="GL511", severity=Severity.WARNING, fixing=Fixing.SAFELY)
def malformed_identifier(guideline: Guideline) -> Iterator[Finding]:
    for reference in guideline.references.values():
        identifiers = {"doi": reference.doi, "pmid": reference.pmid}
        for key, name, malformed, bare, help in KINDS:
            identifier = identifiers[key]
            wrong = malformed(identifier) if identifier is not None else None
            if identifier is not None and wrong is not None:
                place = at_value((*reference.route, key))
                yield Finding(f"this is no {name}: {wrong}", place, help, fix=_fix(place, bare(identifier)))


def _fix(place: Place, bare: str | None) -> Fix | None:
    return None if bare is None else Fix((Rename(place, bare),), f"write {bare}", is_safe=True)
