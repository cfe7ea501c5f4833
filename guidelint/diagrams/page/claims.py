"""What must hold for every patient, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from guidelint.diagrams.page.advice import facts_list, note
from guidelint.diagrams.page.constraint_words import constraint_in_words
from guidelint.diagrams.page.entry_names import ids_as_names
from guidelint.diagrams.page.findings import findings_list, region_list
from guidelint.diagrams.page.grounds import grounds
from guidelint.diagrams.page.markup import Markup, element, joined, said, step_link
from guidelint.diagrams.page.review import Review, Verdict
from guidelint.logic import Answer, ClaimKind, NotDecided, Proved, Refuted, Witness
from guidelint.model import Constraint, Contraindication, Decision, NodeSelection
from guidelint.names import selections
from guidelint.walk import Gap, Overlap
from guidelint.witness_words import patient_in_words
from guidelint.wording import condition_in_words

TITLES: Mapping[ClaimKind, str] = {
    ClaimKind.CONSTRAINT: "Constraints",
    ClaimKind.CONTRAINDICATION: "Contraindications",
    ClaimKind.DECISION: "Decisions: exactly one branch matches each patient",
}

WORDS: Mapping[type[Answer], str] = {Refuted: "refuted", NotDecided: "not decided", Proved: "proved"}
MARKS: Mapping[type[Answer], str] = {Refuted: "✕", NotDecided: "?", Proved: "✓"}


def claims_section(review: Review) -> Markup:
    if review.verdicts is None:
        why = "Nothing is proved here: proofs were not asked for, or errors stand in their way."
        return _section(element("p", why, class_="warn"))
    groups = (_group(kind, review.verdicts, review) for kind in TITLES)
    return _section(element("p", _total(review.verdicts), class_="lead"), *groups, _left_out(review))


def claim_id(verdict: Verdict) -> str:
    return f"Claim-{verdict.claim.kind.value}-{verdict.claim.name}-{verdict.claim.index}"


def witness_of(verdict: Verdict) -> Witness | None:
    return verdict.answer.witness if isinstance(verdict.answer, Refuted) else None


def _section(*content: Markup | None) -> Markup:
    return element("section", element("h2", "Proofs"), *content, id="Proofs", class_="pane")


def _total(verdicts: Sequence[Verdict]) -> str:
    counts = ((sum(isinstance(each.answer, kind) for each in verdicts), word) for kind, word in WORDS.items())
    said_counts = [f"{count:,} {word}" for count, word in counts if count]
    partly = sum(each.is_proved_for_some for each in verdicts)
    hold = f"{partly:,} of the proofs {'holds' if partly == 1 else 'hold'}"
    limit = f" {hold} only for walks that do not break off." if partly else ""
    return f"Of {len(verdicts):,} claims about every patient: {', '.join(said_counts) or 'none'}.{limit}"


def _group(kind: ClaimKind, verdicts: Sequence[Verdict], review: Review) -> Markup | None:
    own = [each for each in verdicts if each.claim.kind is kind]
    order = list(WORDS)
    rows = [_row(each, review) for each in sorted(own, key=lambda each: order.index(type(each.answer)))]
    return element("section", element("h3", TITLES[kind]), element("ul", *rows, class_="claims")) if rows else None


def _row(verdict: Verdict, review: Review) -> Markup:
    kind, entry = type(verdict.answer), verdict.claim.entry
    word = element("span", f"{MARKS[kind]} {WORDS[kind]}", class_=f"verdict {WORDS[kind].replace(' ', '-')}")
    found = () if isinstance(entry, Decision) else review.findings_on(entry)
    return element(
        "li",
        element("p", word, " ", element("strong", _title(verdict, review)), class_="claim-title"),
        *_meaning(verdict, review),
        *_against(verdict, review),
        grounds(review.guideline, entry.because),
        note(entry.note) if not isinstance(entry, Decision) else None,
        findings_list(found, review, has_place=False),
        id=claim_id(verdict),
        data_marks=True,
    )


def _title(verdict: Verdict, review: Review) -> Markup:
    entry = verdict.claim.entry
    if isinstance(entry, Decision):
        return step_link(entry.id, entry.name)
    if isinstance(entry, Contraindication):
        intervention = review.guideline.interventions.get(verdict.claim.name)
        return said(intervention.name if intervention else verdict.claim.name)
    return said(entry.name)


def _meaning(verdict: Verdict, review: Review) -> Iterator[Markup]:
    entry, guideline = verdict.claim.entry, review.guideline
    if isinstance(entry, Contraindication):
        yield element("p", "Never where: ", said(condition_in_words(entry.when, guideline)))
    if isinstance(entry, Constraint):
        yield element("p", said(constraint_in_words(entry, guideline)))
        nodes = [each.node for each in selections(entry) if isinstance(each, NodeSelection)]
        links = [step_link(node, guideline.nodes[node].name) for node in nodes if node in guideline.nodes]
        if links:
            yield element("p", "Step: ", joined(links, ", "), class_="meta")
    if verdict.silent_at:
        steps = (step_link(node, guideline.nodes[node].name) for node in verdict.silent_at)
        yield element("p", "Not judged on walks that break off at ", joined(steps, ", "), class_="warn")


def _against(verdict: Verdict, review: Review) -> Iterator[Markup | None]:
    """Why it is not proved: the smallest patient for whom it fails, and the way to where it shows."""
    if isinstance(verdict.answer, NotDecided):
        yield element("p", said(verdict.answer.why), class_="warn")
    witness = witness_of(verdict)
    if witness is None:
        return
    patient = "; ".join(f"{label}: {value}" for label, value in patient_in_words(witness, review.guideline))
    pairs = (
        ("Fails for", patient or "anybody"),
        ("Since", _ending(witness)),
    )
    yield facts_list(pairs)
    if verdict.region:
        yield region_list(verdict.region)
    way = [_step(node, review) for node in witness.walk.nodes[: witness.passed]]
    yield element("p", joined(way, " → "), class_="way")
    yield element("p", walk_link(claim_id(verdict)), class_="live")


def walk_link(patient: str) -> Markup:
    """Lights up the way of a patient in the picture."""
    return element("a", "Walk this patient", href=f"#Walk={patient}", class_="action")


def _step(node: str, review: Review) -> Markup:
    known = review.guideline.nodes.get(node)
    return step_link(node, known.name if known else node)


def _ending(witness: Witness) -> str | None:
    match witness.walk.ending:
        case Gap():
            return "no branch matches"
        case Overlap() as overlap:
            return f"branches {' and '.join(str(index + 1) for index in overlap.branches)} match"
    return None


def _left_out(review: Review) -> Markup | None:
    sound = review.report.sound
    words = sound.left_out_in_words() if sound and sound.left_out else ""
    return (
        element("p", "Not judged, for the errors there: ", said(ids_as_names(words, review)), class_="warn")
        if words
        else None
    )
