"""Every node of the graph as an article: what a click on its box shows, and the text version of the picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from guidelint.diagnostic import at_key, at_value
from guidelint.diagrams.definitions import definitions_of
from guidelint.diagrams.observed import observed_in_words
from guidelint.diagrams.page.advice import advice_item, facts_list, note
from guidelint.diagrams.page.findings import findings_list
from guidelint.diagrams.page.grounds import grounds
from guidelint.diagrams.page.markup import Markup, element, joined, paragraph, said, step_link
from guidelint.diagrams.page.review import Review
from guidelint.graph import Edge, edges_of
from guidelint.model import Branch, Decision, FollowUp, Node, Recommendation
from guidelint.returns import times_in_words
from guidelint.wording import condition_in_words, interval_in_words

KINDS: Mapping[type[Node], str] = {
    Decision: "Decision",
    Recommendation: "Recommendation",
    FollowUp: "Follow-up",
}

MOST_CHARACTERS = 4_000
"""Of YAML: a longer entry is read in its file."""

MOST_INDENT = 40
"""Where everything stands on one line, its beginning says nothing."""


def steps_section(review: Review, ways: Mapping[Edge, str], looks: Mapping[str, str]) -> Markup:
    """`ways` are the words of each way, and `looks` the look of the box of each step, as in the picture."""
    articles = (_article(node, review, ways, looks.get(node.id, "")) for node in review.guideline.nodes.values())
    hint = element("p", "Choose a step in the picture, or search for one.", class_="hint live")
    return element("section", element("h2", "Steps"), hint, *articles, id="Steps", class_="pane")


def step_name(id: str, review: Review) -> str:
    node = review.guideline.nodes.get(id)
    return node.name if node else f"{id} (not defined)"


def _article(node: Node, review: Review, ways: Mapping[Edge, str], look: str) -> Markup:
    found = review.findings_at.get(node.id, ())
    return element(
        "article",
        *_head(node, review),
        paragraph(node.description),
        *_body(node, review),
        _part("Rests on", grounds(review.guideline, node.because)),
        note(node.note),
        _part("Findings", findings_list(found, review, has_place=False)),
        _part("Next", _next(node, review, ways)),
        _part("Before", _before(node, review, ways)),
        _part("Cases that pass here", _cases(node, review)),
        _yaml(node, review),
        id=node.id,
        class_=f"step {look}",
        data_findings=len(found) or None,
        data_cases=len(review.cases_through.get(node.id, ())) or None,
    )


def _head(node: Node, review: Review) -> Iterator[Markup]:
    section = review.guideline.sections.get(node.section or "")
    kind = KINDS[type(node)]
    is_start = node.id == review.guideline.start
    about = (kind, "start" if is_start else None, section.name if section else node.section)
    yield element("p", " · ".join(part for part in about if part), class_="kind")
    yield element("h3", node.name, dir="auto")


def _part(title: str, content: Markup | None) -> Markup | None:
    return joined((element("h4", title), content)) if content else None


# What happens at a node ----------------------------------------------------------------------------------------------


def _body(node: Node, review: Review) -> Iterator[Markup | None]:
    guideline = review.guideline
    if isinstance(node, Recommendation):
        yield element("ul", *(advice_item(item, guideline) for item in node.advice), class_="advices")
    elif isinstance(node, FollowUp):
        yield _follow_up(node, review)
    else:
        told = definitions_of(replace(guideline, nodes={node.id: node})).get(node.id, ())
        yield from (paragraph(words, "definition") for words in told)
        yield from (part for branch in node.branches for part in _about_branch(branch, review))


def _follow_up(node: FollowUp, review: Review) -> Markup | None:
    pairs = (
        ("After", interval_in_words(node.after)),
        ("Seen again", f"at most {times_in_words(node.at_most)}" if node.at_most is not None else "without a limit"),
        ("Observed", observed_in_words(node, review.guideline) or "nothing anew"),
    )
    return facts_list(pairs)


def _about_branch(branch: Branch, review: Review) -> Iterator[Markup | None]:
    """What is said about a branch beyond its condition, which stands under Next."""
    if not (branch.description or branch.note or branch.because):
        return
    condition = "otherwise" if branch.condition is None else condition_in_words(branch.condition, review.guideline)
    yield element("h4", branch.label or condition, dir="auto")
    yield paragraph(branch.description)
    yield grounds(review.guideline, branch.because)
    yield note(branch.note)


# The ways ------------------------------------------------------------------------------------------------------------


def _next(node: Node, review: Review, ways: Mapping[Edge, str]) -> Markup | None:
    rows = [_way(ways.get(edge, ""), edge.target, review) for edge in edges_of(node)]
    if not rows:
        return element("p", "The walk ends here.", class_="ends")
    return element("ul", *rows, class_="next")


def _before(node: Node, review: Review, ways: Mapping[Edge, str]) -> Markup | None:
    rows = [_way(ways.get(edge, ""), edge.source, review) for edge in review.ways_to.get(node.id, ())]
    return element("ul", *rows, class_="before") if rows else None


def _way(words: str, to: str, review: Review) -> Markup:
    condition = said(words) if words else None
    return element("li", condition, " " if words else None, step_link(to, step_name(to, review)))


def _cases(node: Node, review: Review) -> Markup | None:
    """How many; the page names them on demand, and the cases themselves have their ways."""
    if not review.walks:
        return None
    through = len(review.cases_through.get(node.id, ()))
    if not through:
        return element("p", f"None of {len(review.walks):,}", class_="warn")
    count = element("summary", f"{through:,} of {len(review.walks):,}")
    return element("details", count, element("ul", class_="plain"), class_="through")


def _yaml(node: Node, review: Review) -> Markup:
    """The node as it is written; the list counts the lines of the file."""
    document = review.report.document
    start, end = document.span(at_key(node.route)).start, document.span(at_value(node.route)).end
    place = document.position(start)
    excerpt = " " * min(place.column - 1, MOST_INDENT) + document.text[start : min(end, start + MOST_CHARACTERS)]
    more = ("…",) if end > start + MOST_CHARACTERS else ()
    items = (element("li", line or " ") for line in (*excerpt.rstrip().split("\n"), *more))
    summary = element("summary", f"YAML, line {place.line:,} ", element("code", node.id))
    return element("details", summary, element("ol", *items, start=place.line))
