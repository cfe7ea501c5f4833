"""A finding in words, as they are in the file: whoever shows them makes them harmless for where they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guidelint.diagnostic import Diagnostic

LONGEST_REGION = 200
"""Characters: a clinician reads a condition, not a table."""

PARTS = {"cases": "case", "constraints": "constraint", "interventions": "intervention"}


def exact_sentence(item: Diagnostic) -> str:
    """The message, with the node that it is about in front; whatever the file holds is in it."""
    if item.node is None:
        return f"{_part(item)}{item.message}"
    label = f' "{item.node_label}"' if item.node_label else ""
    return f"node `{item.node}`{label}: {item.message}"


def details(item: Diagnostic) -> Iterator[str]:
    """One line each: the patient, who else it is about, the walk, and what mends it."""
    if item.patient:
        yield f"patient: {patient(item)}"
    if region := region_line(item.region):
        yield f"region: {region}"
    if item.walk:
        yield f"walk: {' → '.join(item.walk)}"
    yield f"help: {item.help}"


def patient(item: Diagnostic) -> str:
    return ", ".join(said(*pair) for pair in item.patient)


def said(label: str, value: str) -> str:
    """A fact of a patient: `Fever`, `no Cough`, `Age 30 years`, `Allergy unknown`, `Rapid test: Positive`."""
    if value in ("yes", "no"):
        return label if value == "yes" else f"no {label}"
    is_plain = value == "unknown" or value.lstrip("-")[:1].isdigit()
    return f"{label} {value}" if is_plain else f"{label}: {value}"


def region_line(region: Sequence[str]) -> str:
    """As many parts of a region as can be read at a glance; none where the first is too long already."""
    line = ""
    for part in region:
        longer = f"{line}; or {part}" if line else part
        if len(longer) > LONGEST_REGION:
            return f"{line}; and more" if line else ""
        line = longer
    return line


def _part(item: Diagnostic) -> str:
    """The case, constraint or intervention that a finding lies in, unless the message is about that itself."""
    if len(item.route) < 3 or item.route[0] not in PARTS:
        return ""
    return f"{PARTS[str(item.route[0])]} `{item.route[1]}`: "
