"""The form of the identifiers of publications."""

from __future__ import annotations

import re

# Directory indicator 10, registrant (which may be divided by points), suffix (any visible characters): ISO 26324.
_DOI = r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\x00-\x20\x7f]+"
_DOI_PREFIX = r"\A(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|(?:urn:|info:)?doi[:/]?\s*)"
_PMID = r"[1-9][0-9]{0,7}"
_PMID_PREFIX = r"\A(?:(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|pmid:?\s*)"


def malformed_doi(text: str) -> str | None:
    """What is wrong with the form of a DOI, in words that follow a colon; None where nothing is."""
    if re.fullmatch(_DOI, text):
        return None
    if bare := bare_doi(text):
        return f"more than the DOI itself, which is {bare}"
    return "not like 10.1000/182: 10, a point, digits, a slash and a suffix without spaces"


def malformed_pmid(text: str) -> str | None:
    """What is wrong with the form of a PubMed identifier, in words that follow a colon; None where nothing is."""
    if re.fullmatch(_PMID, text):
        return None
    if re.fullmatch(r"PMC[0-9]+(\.[0-9]+)?", text, re.IGNORECASE):
        return "an identifier of PubMed Central, not of PubMed"
    if bare := bare_pmid(text):
        return f"more than the PMID itself, which is {bare}"
    return "not a number of 1 to 8 digits without a leading zero"


def bare_doi(text: str) -> str | None:
    """The DOI alone of a text that says nothing else, such as its address."""
    bare = re.sub(_DOI_PREFIX, "", text.strip(), count=1, flags=re.IGNORECASE)
    return bare if re.fullmatch(_DOI, bare) else None


def bare_pmid(text: str) -> str | None:
    """The PubMed identifier alone of a text that says nothing else."""
    bare = re.sub(_PMID_PREFIX, "", text.strip(), count=1, flags=re.IGNORECASE).rstrip("/")
    return bare if re.fullmatch(_PMID, bare) else None
