"""The rules on evidence: the exact place of every kind of finding, and its words."""

from __future__ import annotations

from typing import Any

import pytest

from guidelint.rule import Rule
from guidelint.rules.evidence.malformed_identifier import malformed_identifier
from guidelint.rules.evidence.missing_strength import missing_strength
from guidelint.rules.evidence.recommendation_without_source import recommendation_without_source
from guidelint.rules.evidence.rests_on_unresolved_reference import rests_on_unresolved_reference
from guidelint.rules.evidence.source_defect import source_defect
from guidelint.rules.evidence.statement_not_encoded import statement_not_encoded
from guidelint.rules.evidence.strong_on_low_certainty import strong_on_low_certainty
from guidelint.rules.evidence.unresolved_reference import unresolved_reference
from guidelint.rules.evidence.unused_reference import unused_reference
from guidelint.rules.evidence.vague_wording import vague_wording
from guidelint.rules.evidence.verb_against_strength import verb_against_strength
from tests.rules.places import table, told

RULES: tuple[Rule[Any], ...] = (
    recommendation_without_source,
    statement_not_encoded,
    unresolved_reference,
    rests_on_unresolved_reference,
    source_defect,
    missing_strength,
    strong_on_low_certainty,
    verb_against_strength,
    vague_wording,
    unused_reference,
    malformed_identifier,
)

PLACES = table("""
GL501/a-choice-and-a-class-without-because
  58:15-46 GL501 this recommendation names no source
    help: add `because` to the item, with the statements or references that it rests on
  59:18-36 GL501 this recommendation names no source
    help: add `because` to the item, with the statements or references that it rests on
GL501/a-list-of-grounds-that-is-empty
  58:15-19 GL501 this recommendation names no source
    help: add `because` to the item, with the statements or references that it rests on
GL501/an-item-without-because
  59:19-27 GL501 this recommendation names no source
    help: add `because` to the item, with the statements or references that it rests on
GL501/grounds-of-the-node-do-not-count
  60:14-18 GL501 this recommendation names no source; what stands under `because` of the node does not count for
      it
    help: add `because` to the item, with the statements or references that it rests on
GL502/a-statement-that-names-itself
  18:3-5 GL502 no part of the guideline rests on this statement
    help: name it under `because` where the guideline carries it, or take it out
GL502/a-statement-that-only-a-reference-names
  17:3-5 GL502 no part of the guideline rests on this statement
    help: name it under `because` where the guideline carries it, or take it out
GL502/a-statement-that-only-another-statement-names
  17:3-5 GL502 no part of the guideline rests on this statement
    help: name it under `because` where the guideline carries it, or take it out
GL502/two-forgotten-statements-one-with-a-defect
  18:3-5 GL502 no part of the guideline rests on this statement
    help: name it under `because` where the guideline carries it, or take it out
  19:3-5 GL502 no part of the guideline rests on this statement
    help: name it under `because` where the guideline carries it, or take it out
  19:3-5 GL505 the source is at fault here: the source says both
    help: have the reviewer decide on it, and take `defect` out when the source is corrected
GL503/a-guess-at-the-title-does-not-resolve-it
  15:3-8 GL503 this reference is not resolved: two works of that name exist
    help: find out which work is meant, and give its title in place of `unresolved`
GL503/a-reason-of-several-lines
  15:3-8 GL503 this reference is not resolved: The source cites a number 5. Its list has four entries
    help: find out which work is meant, and give its title in place of `unresolved`
GL503/two-numbers-that-the-list-of-the-source-lacks
  15:3-8 GL503 this reference is not resolved: the source cites a number 5 and lists four
    help: find out which work is meant, and give its title in place of `unresolved`
  16:3-8 GL503 this reference is not resolved: the source cites a number 6, too
    help: find out which work is meant, and give its title in place of `unresolved`
GL504/a-constraint-and-a-contraindication
  15:3-8 GL503 this reference is not resolved: the source cites a number 2 and lists only one
    help: find out which work is meant, and give its title in place of `unresolved`
  16:3-8 GL503 this reference is not resolved: the source cites a number 3 and lists only one
    help: find out which work is meant, and give its title in place of `unresolved`
  33:48-52 GL504 every source of this contraindication is unresolved
    help: resolve the references, or add a ground that can be looked up
  72:71-75 GL504 every source of this constraint is unresolved
    help: resolve the references, or add a ground that can be looked up
GL504/a-recommendation-that-names-the-reference-itself
  15:3-8 GL503 this reference is not resolved: the source cites a number 2 and lists only one
    help: find out which work is meant, and give its title in place of `unresolved`
  62:18-25 GL504 every source of this recommendation is unresolved
    help: resolve the references, or add a ground that can be looked up
GL504/a-recommendation-through-two-statements
  15:3-8 GL503 this reference is not resolved: the source cites a number 2 and lists only one
    help: find out which work is meant, and give its title in place of `unresolved`
  16:3-8 GL503 this reference is not resolved: the source cites a number 3 and lists only one
    help: find out which work is meant, and give its title in place of `unresolved`
  63:69-77 GL504 every source of this recommendation is unresolved
    help: resolve the references, or add a ground that can be looked up
GL505/a-reference-with-a-defect
  13:3-11 GL505 the source is at fault here: the year in the source is 2002
    help: have the reviewer decide on it, and take `defect` out when the source is corrected
GL505/a-statement-and-its-reference
  13:3-11 GL505 the source is at fault here: withdrawn by its publisher
    help: have the reviewer decide on it, and take `defect` out when the source is corrected
  15:3-5 GL505 the source is at fault here: few is not defined
    help: have the reviewer decide on it, and take `defect` out when the source is corrected
GL505/a-statement-in-block-style
  16:3-5 GL505 the source is at fault here: The source says a few days in its text and two weeks in its table
    help: have the reviewer decide on it, and take `defect` out when the source is corrected
GL506/neither-strength-nor-certainty
  58:15-19 GL506 this recommendation has no strength and no certainty
    help: add `strength` and `certainty`; `not-graded` stands for a source that gives none
GL506/no-certainty-on-a-choice-in-block-style
  60:11-40 GL506 this recommendation has no certainty
    help: add `certainty`; `not-graded` stands for a source that gives none
GL506/no-strength-on-advice-against
  59:19-37 GL506 this recommendation has no strength
    help: add `strength`; `not-graded` stands for a source that gives none
GL507/a-note-is-for-the-reviewer-and-no-rationale
  58:31-37 GL507 a strong recommendation rests on evidence of low certainty, and nothing says why
    help: add the `rationale`, or make it `conditional`
GL507/a-rationale-of-blanks-says-nothing
  58:31-37 GL507 a strong recommendation rests on evidence of low certainty, and nothing says why
    help: add the `rationale`, or make it `conditional`
GL507/strong-advice-against-on-very-low-certainty
  61:19-25 GL507 a strong recommendation rests on evidence of very low certainty, and nothing says why
    help: add the `rationale`, or make it `conditional`
GL507/strong-on-low-certainty
  58:31-37 GL507 a strong recommendation rests on evidence of low certainty, and nothing says why
    help: add the `rationale`, or make it `conditional`
GL508/a-label-of-a-node-that-binds
  56:12-38 GL508 `must` binds, but the recommendation is conditional
    help: word it as strongly as it is meant, or correct `strength`
GL508/always-as-an-order
  56:12-30 GL508 `always` binds, but the recommendation is conditional
    help: word it as strongly as it is meant, or correct `strength`
GL508/words-that-bind-in-the-item-itself
  59:16-33 GL508 `mandatory` binds, but the recommendation is conditional
    help: word it as strongly as it is meant, or correct `strength`
  60:22-51 GL508 `shall` binds, but the recommendation is conditional
    help: word it as strongly as it is meant, or correct `strength`
GL508/words-that-leave-strong-advice-open
  61:12-31 GL508 `consider` leaves it open, but the recommendation is strong
    help: word it as strongly as it is meant, or correct `strength`
  62:18-34 GL508 `may` leaves it open, but the recommendation is strong
    help: word it as strongly as it is meant, or correct `strength`
  65:16-41 GL508 `might` leaves it open, but the recommendation is strong
    help: word it as strongly as it is meant, or correct `strength`
GL509/as-needed-in-advice
  56:12-26 GL509 `as needed` leaves the decision to the reader
    help: say when, so that two readers decide alike
GL509/vague-words-in-a-decision-and-its-branch
  32:18-52 GL509 `if necessary` leaves the decision to the reader
    help: say when, so that two readers decide alike
  35:41-78 GL509 `as appropriate` leaves the decision to the reader
    help: say when, so that two readers decide alike
GL509/vague-words-in-a-fact-and-a-criterion
  21:18-57 GL509 `as indicated` leaves the decision to the reader
    help: say when, so that two readers decide alike
  69:21-52 GL509 `where feasible` leaves the decision to the reader
    help: say when, so that two readers decide alike
GL509/vague-words-in-a-recommendation-and-its-item
  56:12-38 GL509 `when possible` leaves the decision to the reader
    help: say when, so that two readers decide alike
  58:28-69 GL509 `if clinically indicated` leaves the decision to the reader
    help: say when, so that two readers decide alike
GL510/a-reference-that-nothing-cites
  15:3-8 GL510 nothing cites this reference
    help: cite it where it is the source, or take it out
  16:3-10 GL510 nothing cites this reference
    help: cite it where it is the source, or take it out
GL510/a-reference-with-a-name-like-another
  15:3-13 GL510 nothing cites this reference
    help: cite it where it is the source, or take it out
GL510/an-unresolved-reference-that-nothing-cites
  15:3-8 GL503 this reference is not resolved: the source lists it without a title
    help: find out which work is meant, and give its title in place of `unresolved`
  15:3-8 GL510 nothing cites this reference
    help: cite it where it is the source, or take it out
GL511/a-doi-with-a-space
  13:59-73 GL511 this is no DOI: not like 10.1000/182: 10, a point, digits, a slash and a suffix without spaces
    help: write the DOI alone, such as 10.1000/182
GL511/a-number-of-pubmed-central
  13:60-71 GL511 this is no PMID: an identifier of PubMed Central, not of PubMed
    help: write the number that PubMed shows as PMID, such as '25659245'
GL511/a-whole-address-in-place-of-the-doi
  13:59-88 GL511 this is no DOI: more than the DOI itself, which is 10.1000/182
    help: write the DOI alone, such as 10.1000/182
GL511/both-wrong
  15:10-21 GL511 this is no DOI: not like 10.1000/182: 10, a point, digits, a slash and a suffix without spaces
    help: write the DOI alone, such as 10.1000/182
  16:11-17 GL511 this is no PMID: not a number of 1 to 8 digits without a leading zero
    help: write the number that PubMed shows as PMID, such as '25659245'
""")


@pytest.mark.parametrize(("case", "findings"), PLACES, ids=[case for case, _ in PLACES])
def test_finding_points_at_the_thing_itself(case: str, findings: str) -> None:
    assert told(case, RULES, "GL5") == findings
