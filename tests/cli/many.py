"""Folders with every kind of file in them."""

from __future__ import annotations

import os
from pathlib import Path

from tests.rules.examples import SCAFFOLD

BROKEN = SCAFFOLD.replace("{if: fever, then: treat}", "{if: fevr, then: treat}")
WARNED = SCAFFOLD.replace("license: CC-BY-4.0\n", "")
SET_ASIDE = BROKEN.replace("fevr, then: treat}", "fevr, then: treat} # guidelint: ignore[GL102] to be mended")


def fill(folder: Path, count: int = 12) -> None:
    """Sound, broken and set aside in turns; and once each, what is no guideline or cannot be read."""
    for number in range(count):
        text = (SCAFFOLD, BROKEN, WARNED, SET_ASIDE)[number % 4]
        place = folder / f"part-{number % 3}"
        place.mkdir(exist_ok=True)
        (place / f"g{number:02}.yaml").write_text(f"# number {number}\n{text}", encoding="utf-8")
    (folder / "latin.yaml").write_bytes("format: 1\ntitle: Grüße\n".encode("latin-1"))
    (folder / "wide.yaml").write_bytes(SCAFFOLD.encode("utf-16"))
    (folder / "empty.yaml").touch()
    (folder / "foreign.yaml").write_text("services: {}\n")
    (folder / "syntax.yaml").write_text("format: 1\nnodes: [\n")
    (folder / "gone.yaml").symlink_to("nowhere.yaml")
    (folder / "itself.yaml").symlink_to("itself.yaml")
    (folder / "around").symlink_to(folder, target_is_directory=True)
    (folder / "folder.yaml").mkdir()


def environment(cache: Path | None) -> dict[str, str]:
    """For a process that keeps what it finds in this folder."""
    return {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "", **({"GUIDELINT_CACHE_DIR": str(cache)} if cache else {})}
