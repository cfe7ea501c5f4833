from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidelint.identifiers import malformed_doi, malformed_pmid


@pytest.mark.parametrize(
    "doi",
    [
        "10.1177/0272989X8100100304",
        "10.1000/182",
        "10.1000.10/123456",
        "10.1136/bmj.n71",
        "10.1016/S0140-6736(20)30183-5",
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "10.1002/14651858.CD000425.pub4",
        "10.1371/journal.pmed.0050045",
        "10.7326/M18-0850",
        "10.5281/zenodo.3233968",
        "10.1007/978-3-030-32664-7_10",
        "10.3238/arztebl.m2021.0133",
        "10.1000/ĝü",
    ],
)
def test_doi(doi: str) -> None:
    assert malformed_doi(doi) is None


@pytest.mark.parametrize(
    "written",
    [
        "https://doi.org/10.1136/bmj.n71", "http://dx.doi.org/10.1136/bmj.n71", "doi.org/10.1136/bmj.n71",
        "HTTPS://DOI.ORG/10.1136/bmj.n71", "doi:10.1136/bmj.n71", "DOI: 10.1136/bmj.n71", "doi 10.1136/bmj.n71",
        "info:doi/10.1136/bmj.n71", "urn:doi:10.1136/bmj.n71", " 10.1136/bmj.n71", "10.1136/bmj.n71\n",
    ],
)  # fmt: skip
def test_what_stands_around_a_doi_is_named(written: str) -> None:
    assert malformed_doi(written) == "more than the DOI itself, which is 10.1136/bmj.n71"


@pytest.mark.parametrize(
    "text",
    [
        "", "10.1136", "10.1136/", "11.1136/bmj.n71", "10.113/x", "10/1136", "10.1136 /bmj.n71", "10.1136/bmj n71",
        "bmj.n71", "10,1136/bmj.n71", "10.abcd/x", "https://doi.org/", "https://example.org/10.1136/bmj.n71",
        "10.1136./bmj", "doi:doi:10.1136/bmj.n71", "10.٣٣٣٣/x",
    ],
)  # fmt: skip
def test_not_a_doi(text: str) -> None:
    assert malformed_doi(text) == "not like 10.1000/182: 10, a point, digits, a slash and a suffix without spaces"


@pytest.mark.parametrize("pmid", ["1", "6763125", "14747490", "33782057", "99999999"])
def test_pmid(pmid: str) -> None:
    assert malformed_pmid(pmid) is None


@pytest.mark.parametrize(
    "written",
    [
        "PMID: 33782057", "pmid:33782057", "PMID33782057", "https://pubmed.ncbi.nlm.nih.gov/33782057/", "33782057 ",
        "https://www.ncbi.nlm.nih.gov/pubmed/33782057", "pubmed.ncbi.nlm.nih.gov/33782057",
    ],
)  # fmt: skip
def test_what_stands_around_a_pmid_is_named(written: str) -> None:
    assert malformed_pmid(written) == "more than the PMID itself, which is 33782057"


@pytest.mark.parametrize("text", ["PMC8005924", "pmc8005924", "PMC8005924.1"])
def test_pubmed_central_is_not_pubmed(text: str) -> None:
    assert malformed_pmid(text) == "an identifier of PubMed Central, not of PubMed"


@pytest.mark.parametrize(
    "text", ["", "0", "033782057", "123456789", "3378205x", "-1", "1.5", "٣٣", "10.1136/bmj.n71", "PMID"]
)
def test_not_a_pmid(text: str) -> None:
    assert malformed_pmid(text) == "not a number of 1 to 8 digits without a leading zero"


@given(st.integers(min_value=1, max_value=99_999_999))
def test_every_number_of_up_to_eight_digits_is_a_pmid(number: int) -> None:
    assert malformed_pmid(str(number)) is None


@given(st.text())
def test_no_text_breaks_them(text: str) -> None:
    malformed_doi(text)
    malformed_pmid(text)
