"""Packages as pip would have installed them, written by hand: some that no build would let through."""

from __future__ import annotations

from pathlib import Path

HEAD = """\
from guidelint.diagnostic import Finding, Place, Severity, at_key
from guidelint.model import Guideline
from guidelint.rule import rule
"""

RULE = '''
@rule(Guideline, code="{code}", severity=Severity.WARNING, stops_walks=False)
def {name}(guideline):
    """Of whatever it does."""
    {body}
'''

SPEAKS = 'yield Finding("it speaks", at_key(("title",)), "write another title")'


def rule_source(code: str = "ACME001", name: str = "late_dose", body: str = SPEAKS) -> str:
    return RULE.format(code=code, name=name, body=body)


def install(site: Path, source: str, *, package: str = "acme-rules", entry: str = "acme:RULES") -> None:
    """A module, and what is known of the package that it belongs to."""
    module = entry.partition(":")[0]
    (site / f"{module}.py").write_text(HEAD + source, encoding="utf-8")
    info = site / f"{package.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[guidelint.rules]\nown = {entry}\n", encoding="utf-8")
