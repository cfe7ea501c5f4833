"""Fixes beside a baseline: what it knows is left alone, and what it knows no more is said."""

from __future__ import annotations

from guidelint.baseline import Known
from guidelint.linter import Options
from guidelint.mending import Mended, mend
from guidelint.rules import RULES
from tests.baseline.test_known_findings import ALL, TODAY, judge, learnt
from tests.rules.examples import SCAFFOLD

UNUSED = "# guidelint: ignore[GL206] old\n"


def mended(text: str, known: Known) -> Mended:
    return mend(text.encode(), judge(text, known), RULES, Options(ALL, TODAY, baseline=known), unsafe=True)


UNGRADED = SCAFFOLD.replace(", strength: conditional, certainty: low", "")


def test_what_is_known_is_not_mended() -> None:
    """GL103 would be mended by taking the fact out."""
    text = SCAFFOLD.replace("facts:\n", "facts:\n  cough: {label: Cough, type: boolean, default: false}\n")
    assert [item.code for item in judge(text).diagnostics] == ["GL103"]
    assert mended(text, learnt(text)).fixed == ()
    assert [item.code for item in mended(text, Known()).fixed] == ["GL103"]


def test_a_fix_beside_what_is_known_is_made() -> None:
    text = UNGRADED.replace("  refer:\n", f"  refer: {UNUSED}")
    done = mended(text, learnt(UNGRADED))
    assert (done.content.decode(), [item.code for item in done.fixed]) == (UNGRADED, ["GL901"])
    assert (done.report.diagnostics, len(done.report.baselined)) == ((), 1)


def test_a_fix_may_make_an_entry_stale() -> None:
    """The baseline knows of the recommendation with a name in it that is mended."""
    text = UNGRADED.replace("for: rest, because", "for: rst, because")
    entries = tuple((entry, count) for entry, count in learnt(UNGRADED).entries)
    done = mended(text, Known((*entries, (entries[0][0]._replace(content="0"), 1))))
    assert [item.code for item in done.fixed] == ["GL102"]
    assert [item.code for item in done.report.diagnostics] == ["GL906"]
