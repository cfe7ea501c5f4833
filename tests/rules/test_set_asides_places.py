"""The rules on set-asides: the exact place of every kind of finding, and its words."""

from __future__ import annotations

from typing import Any

import pytest

from guidelint.rule import Rule
from guidelint.rules.evidence.missing_strength import missing_strength
from guidelint.rules.evidence.recommendation_without_source import recommendation_without_source
from guidelint.rules.graph.unreachable_node import unreachable_node
from guidelint.rules.set_asides.expired_waiver import expired_waiver
from guidelint.rules.set_asides.malformed_set_aside import malformed_set_aside
from guidelint.rules.set_asides.rule_crashed import rule_crashed
from guidelint.rules.set_asides.set_aside_without_reason import set_aside_without_reason
from guidelint.rules.set_asides.unknown_rule_in_set_aside import unknown_rule_in_set_aside
from guidelint.rules.set_asides.unused_set_aside import unused_set_aside
from tests.rules.places import table, told

RULES: tuple[Rule[Any], ...] = (
    unreachable_node,
    recommendation_without_source,
    missing_strength,
    unused_set_aside,
    unknown_rule_in_set_aside,
    set_aside_without_reason,
    expired_waiver,
    malformed_set_aside,
    rule_crashed,
)

PLACES = table("""
GL901/a-comment-at-nothing
  69:21-26 GL901 `GL201` finds nothing here that this could set aside
    help: take it out, or move it to where the finding is
GL901/a-comment-where-nothing-is-found
  54:29-34 GL901 `GL201` finds nothing here that this could set aside
    help: take it out, or move it to where the finding is
GL901/a-waiver-that-leads-nowhere
  70:23-36 GL901 this leads nowhere, since `nodes` has no `hospitl`
    help: did you mean `nodes.hospital`?
GL901/a-waiver-where-nothing-is-found
  65:12-17 GL901 `GL201` finds nothing here that this could set aside
    help: take it out, or move it to where the finding is
GL901/one-of-two-rules-finds-nothing
  64:40-45 GL901 `GL501` finds nothing here that this could set aside
    help: take it out, or move it to where the finding is
GL901/the-rules-on-set-asides-themselves
  64:23-28 GL901 `GL901` cannot be set aside
    help: take it out, and mend what the rule finds
GL901/the-same-finding-set-aside-twice
  70:12-17 GL901 `GL201` finds nothing here that this could set aside
    help: take it out, or move it to where the finding is
GL902/a-code-that-does-not-exist
  64:40-45 GL902 `GL299` is no rule of guidelint
    help: take a code or a name that `guidelint rules` lists
GL902/a-name-with-a-slip-sets-nothing-aside
  64:33-48 GL902 `unreachable-nod` is no rule of guidelint
    help: did you mean `unreachable-node`?
GL902/a-waiver-of-an-unknown-rule
  70:12-17 GL902 `GL2O1` is no rule of guidelint
    help: did you mean `GL201`?
GL903/a-comment-that-ends-after-the-bracket
  64:13-56 GL903 nothing says why this is set aside
    help: write the reason after the bracket
GL903/a-waiver-with-blanks-for-a-reason
  70:12-17 GL903 nothing says why this is set aside
    help: add `reason` to the waiver
GL903/a-waiver-without-reason
  70:12-17 GL903 nothing says why this is set aside
    help: add `reason` to the waiver
GL903/dashes-are-no-reason
  64:13-61 GL903 nothing says why this is set aside
    help: write the reason after the bracket
GL903/several-rules-one-finding
  64:13-70 GL903 nothing says why this is set aside
    help: write the reason after the bracket
GL904/expired-and-leading-nowhere-is-one-matter
  65:66-76 GL904 this waiver held until 2020-01-01 and sets nothing aside any more
    help: mend what was waived and take the waiver out, or look again and give it a later day
GL904/expired-with-nothing-left-to-waive
  65:66-76 GL904 this waiver held until 2020-01-01 and sets nothing aside any more
    help: mend what was waived and take the waiver out, or look again and give it a later day
GL904/in-block-style
  74:12-22 GL904 this waiver held until 2026-01-31 and sets nothing aside any more
    help: mend what was waived and take the waiver out, or look again and give it a later day
GL904/the-last-day-was-yesterday
  70:70-80 GL904 this waiver held until 2026-05-31 and sets nothing aside any more
    help: mend what was waived and take the waiver out, or look again and give it a later day
GL905/a-code-without-brackets
  64:13-53 GL905 this sets nothing aside, since it is not written as a set-aside is
    help: write `# guidelint: ignore[GL201] not linked yet`
GL905/another-word
  64:13-55 GL905 this sets nothing aside, since it is not written as a set-aside is
    help: write `# guidelint: ignore[GL201] not linked yet`
GL905/empty-brackets
  64:13-49 GL905 this sets nothing aside, since it is not written as a set-aside is
    help: write `# guidelint: ignore[GL201] the reason`, with a code or a name, or take the comment out
GL905/an-open-bracket
  64:13-53 GL905 this sets nothing aside, since it is not written as a set-aside is
    help: write `# guidelint: ignore[GL201] not linked yet`
GL905/no-rule-at-all
  64:13-47 GL905 this sets nothing aside, since it is not written as a set-aside is
    help: write `# guidelint: ignore[GL201] the reason`, with a code or a name, or take the comment out
""")


@pytest.mark.parametrize(("case", "findings"), PLACES, ids=[case for case, _ in PLACES])
def test_finding_points_at_the_thing_itself(case: str, findings: str) -> None:
    assert told(case, RULES, "GL9") == findings
