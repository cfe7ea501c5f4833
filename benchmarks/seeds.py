"""The seeds: one defect each, as edits of the neck-spasm guideline and the place that must be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Edit = tuple[str, str]
"""A text that stands once in the guideline, and what takes its place."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A `«` in an edit marks the place that must be named, and is taken out.

    `raw` replaces the whole content; `crashes` is the code of a rule that is made to fail.
    """

    code: str
    what: str
    edits: tuple[Edit, ...] = ()
    raw: bytes | None = None
    crashes: str | None = None

    def sow(self, text: str) -> tuple[bytes, int | None]:
        """The content with the defect, and the offset of its place; None where no one place is asked for."""
        if self.raw is not None:
            return self.raw, None
        for old, new in self.edits:
            assert text.count(old) == 1, f"{self.what}: {old!r} stands in {text.count(old)} places"
            text = text.replace(old, new)
        assert text.count("«") <= 1, self.what
        place = text.find("«")
        return text.replace("«", "").encode("utf-8", "surrogateescape"), place if place >= 0 else None


def seed(code: str, what: str, *edits: Edit) -> Seed:
    return Seed(code, what, edits)


END_OF_NODES = "\n\n\n# ---------------------------------------------------------------------------------------------------------------------------------\n# What must hold for every patient"
END_OF_FACTS = "\nassumptions:\n"
END_OF_INTERVENTIONS = "  # The parts of rehabilitation\n"
START_OF_CASES = "cases:\n"
START_OF_CONSTRAINTS = "constraints:\n"
GRADES = "strength: not-graded, certainty: not-graded"
DYSTONIA = "{for: secondary-dystonia-assessment, strength: not-graded, certainty: not-graded, because: [S23, S31, S32]}"
SURGERY = "- {if: surgical-criterion, then: surgery-option}\n"
CANCER = "- {if: head-and-neck-cancer-treatment, then: dystonia-assessment}"


def node(text: str) -> Edit:
    """A further node at the end of the graph."""
    return (END_OF_NODES, f"\n{text}{END_OF_NODES}")


def asked_in_between(key: str, branches: str) -> Edit:
    """A further decision on the way from rehabilitation to the drug, in the place of the edge between them."""
    decision = f"{key}\n    type: decision\n    label: Is there a fever?\n    branches: {branches}\n"
    return ("    then: nerve-stabilizing-drug\n\n", f"    then: one-way\n\n{decision}\n")


def fact(text: str) -> Edit:
    return (END_OF_FACTS, f"  {text}\n{END_OF_FACTS}")


def intervention(text: str) -> Edit:
    return (END_OF_INTERVENTIONS, f"  {text}\n{END_OF_INTERVENTIONS}")


def constraint(text: str) -> Edit:
    return (START_OF_CONSTRAINTS, f"{START_OF_CONSTRAINTS}  {text}\n")


def case(text: str) -> Edit:
    return (START_OF_CASES, f"{START_OF_CASES}  {text}\n")


def _seeds() -> Iterator[Seed]:
    yield from _document()
    yield from _definitions()
    yield from _graph()
    yield from _decisions()
    yield from _safety_and_evidence()
    yield from _cases_terms_and_set_asides()


def _document() -> Iterator[Seed]:
    title = "title: Treatment of neck spasm\n"
    yield seed("GL001", "a quote that is not closed", (title, "title: «'Treatment of neck spasm\n"))
    yield seed("GL001", "a bracket that is not closed", ("audience: [physicians,", "audience: «[[physicians,"))
    yield seed("GL001", "a tab for indentation", ("  S08:\n    says", "  S08:\n«\tsays"))
    yield seed("GL001", "a second colon in a line", ("says: Major trauma is", "says: Major trauma«: is"))
    yield seed(
        "GL002",
        "a fact defined twice",
        ("  major-trauma: {", "  «fever: {label: Heat, type: boolean}\n  major-trauma: {"),
    )
    yield seed("GL003", "a title that YAML 1.1 takes for false", (title, "title: «no\n"))
    yield seed("GL003", "a label that YAML 1.1 takes for a number", ("label: Looking back}", "label: «12:30}"))
    yield seed("GL004", "an anchor that nothing uses", (title, "title: «&t Treatment of neck spasm\n"))
    yield seed(
        "GL004",
        "an alias",
        ("publisher: The guidelint", "publisher: &p The guidelint"),
        ("license: CC-BY-4.0\n", "license: «*p\n"),
    )
    yield seed("GL004", "a merge key", ("  S08:\n", "  «<<: {}\n  S08:\n"))
    yield seed("GL005", "an explicit tag", (title, "title: «!!str Treatment of neck spasm\n"))
    yield seed("GL006", "a key that is a number", ("  S08:\n", "  «8:\n"))
    yield seed("GL006", "a key that is a list", ("  S08:\n    says", "  ? «[a]\n  : b\n  S08:\n    says"))
    yield seed("GL007", "a byte of Latin-1", (title, "title: Treatment «\udce9 neck spasm\n"))
    yield seed("GL007", "a NUL", (title, "title: Treatment«\x00 of neck spasm\n"))
    yield seed(
        "GL007", "a character that turns the order of reading", ("label: Looking back}", "label: Looking «\u202eback}")
    )
    yield Seed("GL008", "brackets a thousand deep", raw=b"[" * 1000)
    yield seed("GL008", "a number of five thousand digits", ("at-most: 2\n", f"at-most: «{'9' * 5000}\n"))
    yield seed("GL009", "a second document", ("start: red-flags\n", "«---\nstart: red-flags\n"))
    yield Seed("GL010", "an empty file", raw=b"")
    yield seed("GL011", "a text cut off by a hash", ("label: Fever\n    type", "label: Fever «#38.5\n    type"))
    yield seed(
        "GL012",
        "a comparison written as text",
        ("- {if: red-flag, then: urgent-mri}", "- {if: «age >= 65, then: urgent-mri}"),
    )
    yield seed("GL012", "a comparison that YAML cannot read", ("at-most: 2\n", "at-most: «>=2\n"))


def _definitions() -> Iterator[Seed]:
    yield seed("GL101", "a misspelt key", ("    then: rehabilitation\n    note", "    «them: rehabilitation\n    note"))
    yield seed("GL101", "a branch without a way", (CANCER, "- «{if: head-and-neck-cancer-treatment}"))
    yield seed(
        "GL101", "a strength that does not exist", (DYSTONIA, DYSTONIA.replace("strength: not", "strength: «un"))
    )
    yield seed("GL101", "a number for a version", ("version: 0.1.0", "version: «0.1"))
    yield seed("GL101", "a date that does not exist", ("date: 2025-11-22", "date: «2025-11-31"))
    yield seed(
        "GL101",
        "a node of an unknown type",
        ("  keep-up:\n    type: recommendation", "  keep-up:\n    type: «recomendation"),
    )
    yield seed(
        "GL102",
        "a criterion that is not defined",
        ("- {if: red-flag, then: urgent-mri}", "- {if: «red-flagg, then: urgent-mri}"),
    )
    yield seed(
        "GL102", "a statement that is not defined", ("kind: imaging, because: [S11]", "kind: imaging, because: [«S99]")
    )
    yield seed(
        "GL102",
        "a class that nothing carries",
        ("total: {recommend: {class: muscle-relaxant}}", "total: {recommend: {class: «muscle-relaxants}}"),
    )
    yield seed(
        "GL102",
        "a section that is not defined",
        (
            "  keep-up:\n    type: recommendation\n    section: outcome",
            "  keep-up:\n    type: recommendation\n    section: «outcomes",
        ),
    )
    yield seed(
        "GL103", "a fact that nothing asks", fact("«pregnant: {label: Pregnancy, type: boolean, default: false}")
    )
    yield seed(
        "GL103", "an intervention that nothing recommends", intervention("«heat: {label: Heat, kind: procedure}")
    )
    yield seed("GL103", "a section that no node is in", ("sections:\n", "sections:\n  «late: {label: Late}\n"))
    yield seed(
        "GL104",
        "an order asked of a choice",
        ("- {fact: time-course, is: acute}", "- {fact: time-course, «at-least: 3}"),
    )
    yield seed(
        "GL104",
        "a choice used as if it were true or false",
        (
            "      - painful-musculoskeletal-condition\n",
            "      - painful-musculoskeletal-condition\n      - «time-course\n",
        ),
    )
    yield seed(
        "GL105",
        "a value that the choice does not have",
        ("- {fact: time-course, is: acute}", "- {fact: time-course, is: «acut}"),
    )
    age = fact("age: {label: Age, type: integer, unit: a, range: [0, 120], default: 50}")
    yield seed(
        "GL105",
        "a number outside its range",
        age,
        (
            CANCER,
            CANCER.replace(
                "{if: head-and-neck-cancer-treatment",
                "{if: {any: [head-and-neck-cancer-treatment, {fact: age, above: «130}]}",
            ),
        ),
    )
    yield seed(
        "GL106",
        "a length compared with an age",
        age,
        (
            CANCER,
            CANCER.replace(
                "{if: head-and-neck-cancer-treatment",
                "{if: {any: [head-and-neck-cancer-treatment, {fact: age, above: «50 cm}]}",
            ),
        ),
    )
    yield seed("GL106", "a course of milligrams", ("course: {max: 3 wk}", "course: {max: «3 mg}"))
    yield seed(
        "GL107",
        "a criterion and a fact of one name",
        ("\ncriteria:\n", "\ncriteria:\n  «fever: {label: Heat, any: [fever]}\n"),
    )
    yield seed(
        "GL107",
        "a reference and a statement of one name",
        ("statements:\n", "statements:\n  ref-4: {says: A summary is a summary, cites: [ref-2]}\n"),
        ("  ref-4:\n    title", "  «ref-4:\n    title"),
        (DYSTONIA, DYSTONIA.replace("S32]", "S32, ref-4]")),
    )
    yield seed(
        "GL108",
        "a criterion that stands for itself",
        (
            "  red-flag:\n    label: Any red flag\n    red-flag: true\n    any:\n",
            "  «red-flag:\n    label: Any red flag\n    red-flag: true\n    any:\n      - red-flag\n",
        ),
    )
    yield seed("GL109", "an active guideline that nobody has approved", ("status: draft", "status: «active"))
    yield seed(
        "GL110", "a review that is overdue", ("license: CC-BY-4.0", "review-by: «2026-01-01\nlicense: CC-BY-4.0")
    )
    yield seed(
        "GL111",
        "a follow-up that ends before it begins",
        ("after: {min: 4 wk, max: 6 wk}", "after: {min: «6 wk, max: 4 wk}"),
    )
    yield seed("GL112", "a guideline without a license", ("license: CC-BY-4.0\n", ""))
    yield seed(
        "GL113",
        "what develops later implies what never changes",
        (
            "  - if: significant-motor-deficit\n    then: neurological-deficit\n",
            "  - if: significant-motor-deficit\n    then: neurological-deficit\n  - if: fever\n    then: «painful-musculoskeletal-condition\n",
        ),
    )

    yield seed(
        "GL114",
        "a follow-up that observes what never changes",
        ("      - agent-response\n", "      - agent-response\n      - «neurological-spasticity\n"),
    )
    yield seed(
        "GL115",
        "a known fact asked as if it could be unknown",
        (
            "      - painful-musculoskeletal-condition\n",
            "      - painful-musculoskeletal-condition\n      - {not: {unknown: «neurological-spasticity}}\n",
        ),
    )


def _graph() -> Iterator[Seed]:
    advice = f"recommend: [{{for: regular-breaks, {GRADES}, because: [S15]}}]"
    yield seed(
        "GL201",
        "a node that nothing leads to",
        node(f"  «orphan:\n    type: recommendation\n    label: Breaks\n    {advice}\n"),
    )
    yield seed(
        "GL202",
        "a follow-up that leads nowhere",
        node("  «later:\n    type: follow-up\n    label: Later\n    after: 1 wk\n"),
        ("    then: nerve-stabilizing-drug\n", "    then: nerve-stabilizing-drug\n"),
        ("      - {else: follow-up}\n    note", "      - {else: later}\n    note"),
    )
    yield seed("GL203", "an edge to a node that does not exist", ("then: urgent-mri}", "then: «urgent-mir}"))
    yield seed("GL203", "a start that does not exist", ("start: red-flags\n", "start: «red-flag\n"))
    yield seed(
        "GL203",
        "an otherwise that leads to nothing",
        ("otherwise: back-to-the-physiatrist", "otherwise: «back-to-physiatrist"),
    )
    yield seed(
        "GL204",
        "a cycle within one visit",
        ("    then: rehabilitation\n    note", "    then: «head-and-neck-cancer\n    note"),
        ("- {else: rehabilitation}", "- {else: rehabilitation}"),
    )
    yield seed(
        "GL205",
        "a loop without a bound",
        (
            "    at-most: 2\n    then: red-flags-again\n    otherwise: back-to-the-physiatrist\n",
            "    then: red-flags-again\n",
        ),
        (
            "- {if: refractory, then: toxin-referral}\n",
            "- {if: refractory, then: toxin-referral}\n      - {if: {all: [{fact: agent-response, is: partial}, {fact: rehabilitation-response, is: none}]}, then: back-to-the-physiatrist}\n",
        ),
    )
    yield seed(
        "GL206", "a decision with one way out", asked_in_between("  «one-way:", "[{else: nerve-stabilizing-drug}]")
    )
    both = "[{if: fever, then: nerve-stabilizing-drug}, {else: nerve-stabilizing-drug}]"
    yield seed("GL206", "a decision whose ways all lead to one node", asked_in_between("  «one-way:", both))
    yield seed(
        "GL207",
        "an else that is not the last branch",
        (CANCER + "\n      - {else: rehabilitation}", "- {«else: rehabilitation}\n      " + CANCER),
    )
    yield seed(
        "GL208",
        "two else branches",
        (
            CANCER + "\n      - {else: rehabilitation}",
            CANCER + "\n      - {else: rehabilitation}\n      - {«else: dystonia-assessment}",
        ),
    )
    yield seed(
        "GL209",
        "an MRI result read where no MRI was advised",
        fact("stenosis: {label: Stenosis, type: boolean, default: false, obtained-by: cervical-mri}"),
        (SURGERY, SURGERY.replace("{if: surgical-criterion", "{if: {any: [surgical-criterion, «stenosis]}")),
    )
    yield seed(
        "GL210",
        "exercise at the end of the way, never looked back on",
        (
            "- for: {all: [monitor-at-eye-level, chair-height-set, long-postures-avoided]}\n",
            "- for: {all: [monitor-at-eye-level, chair-height-set, long-postures-avoided]}\n",
        ),
        (
            f"- {{for: physiatrist-referral, {GRADES}, because: [S01, S12]}}",
            f"- {{for: physiatrist-referral, {GRADES}, because: [S01, S12]}}\n      - {{for: range-of-motion-exercises, {GRADES}, because: [S13]}}",
        ),
    )
    wide = "fever, weight-loss, night-sweats, myelopathy, immunosuppression, inflammatory-arthritis, major-trauma"
    wider = f"{wide}, past-malignancy, neurological-spasticity, significant-motor-deficit, painful-musculoskeletal-condition"
    ways = f"[{{if: {{any: [{wider}]}}, then: more-breaks}}, {{else: nerve-stabilizing-drug}}]"
    aside = node(
        f"  more-breaks:\n    type: recommendation\n    label: More breaks\n    {advice}\n    then: nerve-stabilizing-drug\n"
    )
    yield seed("GL211", "a decision over eleven facts", asked_in_between("  «one-way:", ways), aside)


def _decisions() -> Iterator[Seed]:
    chronic = "{if: {fact: time-course, is: chronic}, then: no-collar}\n"
    breaks = node(
        "  more-breaks:\n    type: recommendation\n    label: More breaks\n"
        f"    recommend: [{{for: regular-breaks, {GRADES}, because: [S15]}}]\n    then: nerve-stabilizing-drug\n"
    )
    pain = fact("pain: {label: Pain, type: integer, range: [0, 10], default: 2}")
    yield seed(
        "GL301",
        "a spasm neither acute nor chronic without a branch",
        (f"    branches:\n      - {chronic}", f"    «branches:\n      - {chronic}"),
        ("- {else: relaxant-indication}", "- {if: {fact: time-course, is: acute}, then: relaxant-indication}"),
    )
    unknown, without = asked_in_between("  one-way:", "[{if: itch, then: nerve-stabilizing-drug}, {else: more-breaks}]")
    yield seed(
        "GL302",
        "an unknown answer without a branch",
        fact("itch: {label: Itch, type: boolean, default: false, known: maybe}"),
        (unknown, without.replace("    branches:", "    «branches:")),
        breaks,
    )
    both = "[{if: fever, then: nerve-stabilizing-drug}, {if: «weight-loss, then: more-breaks}, {else: more-breaks}]"
    yield seed("GL303", "two signs at once", asked_in_between("  one-way:", both), breaks)
    yield seed(
        "GL304",
        "a branch whose patients an earlier decision has taken",
        (
            "- {if: muscle-relaxant-indicated, then: short-relaxant}\n",
            f"- {{if: muscle-relaxant-indicated, then: short-relaxant}}\n      - {chronic.replace('{fact', '«{fact')}",
        ),
    )
    yield seed(
        "GL305",
        "an end for a loop that is none",
        fact("itch: {label: Itch, type: boolean, default: false}"),
        (f"{CANCER}\n      - {{else: rehabilitation}}", f"{CANCER}\n      - {{else: does-it-itch}}"),
        node(
            "  does-it-itch:\n    type: decision\n    label: Does it itch?\n"
            "    branches: [{if: itch, then: later}, {else: rehabilitation}]\n\n"
            "  later:\n    type: follow-up\n    label: Later\n    after: 1 d\n    at-most: 1\n"
            "    then: rehabilitation\n    otherwise: more-breaks\n\n"
            f"  «more-breaks:\n    type: recommendation\n    label: More breaks\n"
            f"    recommend: [{{for: regular-breaks, {GRADES}, because: [S15]}}]\n    then: rehabilitation\n"
        ),
    )
    inside = "[{if: «{all: [fever, weight-loss]}, then: more-breaks}, {if: fever, then: nerve-stabilizing-drug}, {else: more-breaks}]"
    yield seed("GL308", "an exception inside its rule", asked_in_between("  one-way:", inside), breaks)
    yield seed(
        "GL310",
        "the same question twice",
        ("- {else: relaxant-indication}", "- {else: really}"),
        node(
            "  «really:\n    type: decision\n    label: Is it really not chronic?\n    branches:\n"
            f"      - {chronic}      - {{else: relaxant-indication}}\n"
        ),
    )
    missed = (
        "[{if: {fact: pain, below: «5}, then: nerve-stabilizing-drug}, {if: {fact: pain, above: 5}, then: more-breaks}]"
    )
    yield seed("GL313", "a value between two branches", pain, asked_in_between("  one-way:", missed), breaks)
    twice = "[{if: {fact: pain, at-most: 5}, then: nerve-stabilizing-drug}, {if: {fact: pain, at-least: «5}, then: more-breaks}]"
    yield seed("GL314", "a value in two branches", pain, asked_in_between("  one-way:", twice), breaks)


def _safety_and_evidence() -> Iterator[Seed]:
    short = "course: {max: 3 wk}\n"
    yield seed("GL404", "a muscle relaxant without a limit", (short, "course: {min: 2 wk}\n"))
    yield seed("GL404", "a muscle relaxant without a course", ("        " + short, ""))
    yield seed(
        "GL501",
        "advice that rests on nothing",
        (DYSTONIA, "{for: secondary-dystonia-assessment, strength: not-graded, certainty: not-graded}"),
    )
    yield seed(
        "GL502",
        "a statement that nothing rests on",
        ("statements:\n", "statements:\n  «S34: {says: Heat may be pleasant, cites: [ref-2]}\n"),
    )
    yield seed(
        "GL503",
        "a third reference that does not resolve",
        ("references:\n", "references:\n  «ref-7: {unresolved: the list ends before it}\n"),
        ("cites: [ref-1, ref-4, ref-6]", "cites: [ref-1, ref-4, ref-6, ref-7]"),
    )
    yield seed(
        "GL504",
        "advice that rests on an unresolved reference alone",
        (DYSTONIA, DYSTONIA.replace("[S23, S31, S32]", "[ref-6]")),
    )
    yield seed(
        "GL505",
        "a statement with a defect of the source",
        ("  S26:\n    says", "  «S26:\n    defect: the percentages have no source of their own\n    says"),
    )
    yield seed("GL506", "advice without a strength", (DYSTONIA, DYSTONIA.replace("strength: not-graded, ", "")))
    yield seed(
        "GL507",
        "a strong recommendation on low certainty",
        (DYSTONIA, DYSTONIA.replace(GRADES, "strength: «strong, certainty: very-low")),
    )
    yield seed(
        "GL508",
        "a must on conditional advice",
        (
            DYSTONIA,
            DYSTONIA.replace("{for", "{label: 'Dystonia must be looked for', for").replace(
                GRADES, "strength: conditional, certainty: low"
            ),
        ),
    )
    yield seed(
        "GL509",
        "a decision that cannot be decided",
        ("label: Is a muscle relaxant indicated?", "label: «Is a muscle relaxant given if appropriate?"),
    )
    yield seed(
        "GL510",
        "a reference that nothing cites",
        ("references:\n", "references:\n  «handbook: {title: A handbook, year: 2020}\n"),
    )
    yield seed(
        "GL511", "a DOI that is none", ("doi: 10.1016/j.mayocp.2014.09.008", "doi: «11.1016/j.mayocp.2014.09.008")
    )
    yield seed("GL511", "a PMID that is none", ("pmid: '25659245'", "pmid: «'PMC2565'"))


def _cases_terms_and_set_asides() -> Iterator[Seed]:
    yield seed(
        "GL601",
        "a case that ends elsewhere",
        case(
            "wrong-end:\n    patient: {}\n    visits: [{rehabilitation-response: good, agent-response: good}]\n    expect: {ends: «toxin-referral}"
        ),
    )
    yield seed(
        "GL601",
        "a case that is not given what it expects",
        case(
            "wrong-advice:\n    patient: {}\n    visits: [{rehabilitation-response: good, agent-response: good}]\n    expect: {recommends: [«cervical-mri]}"
        ),
    )
    yield seed(
        "GL601",
        "a case that is given what it must not be",
        case(
            "wrong-never:\n    patient: {fever: true}\n    visits: [{rehabilitation-response: good, agent-response: good}]\n    expect: {never: [«cervical-mri]}"
        ),
    )
    yield seed(
        "GL602",
        "a case that leaves out what is asked",
        case("incomplete:\n    patient: {}\n    expect: {ends: keep-up}"),
    )
    yield seed(
        "GL604",
        "a case that breaks an assumption",
        case(
            "impossible:\n    patient: {head-and-neck-cancer-treatment: true}\n    expect: {recommends: [cervical-mri]}"
        ),
    )
    yield seed(
        "GL604",
        "a case with a value that does not exist",
        case(
            "no-value:\n    patient: {time-course: «endless}\n    visits: [{rehabilitation-response: good, agent-response: good}]\n    expect: {ends: keep-up}"
        ),
    )
    yield seed(
        "GL604",
        "a case with more visits than there are",
        case(
            "surplus:\n    patient: {}\n    visits: [{rehabilitation-response: good, agent-response: good}, «{fever: true}]\n    expect: {ends: keep-up}"
        ),
    )
    atc = "code: M03BX08"
    yield seed("GL701", "an ATC code that is none", (atc, "code: «M03BX8"))
    yield seed("GL701", "a SNOMED CT code with two digits swapped", ("code: '386661006'", "code: «'386666106'"))
    yield seed(
        "GL702",
        "a code system that nobody knows",
        ('[{system: "http://www.whocc.no/atc", code: M03BX08', "[{system: «drugs, code: M03BX08"),
    )
    yield seed("GL703", "a unit that is not UCUM", ("course: {max: 3 wk}", "course: {max: «3 weeks}"))
    yield seed(
        "GL703",
        "a fact in a unit that is not UCUM",
        fact("age: {label: Age, type: integer, unit: «years, range: [0, 120], default: 50}"),
        (
            CANCER,
            CANCER.replace(
                "{if: head-and-neck-cancer-treatment",
                "{if: {any: [head-and-neck-cancer-treatment, {fact: age, above: 90}]}",
            ),
        ),
    )
    yield seed(
        "GL704", "one code for two drugs", ("code: N06AX21, display: duloxetine", "code: «N02BF01, display: duloxetine")
    )
    yield seed(
        "GL901",
        "a set-aside that sets nothing aside",
        ("start: red-flags\n", "start: red-flags  # guidelint: ignore[«GL201] none is unreachable\n"),
    )
    yield seed(
        "GL901",
        "a waiver at a place that does not exist",
        (
            "license: CC-BY-4.0\n",
            "license: CC-BY-4.0\nwaivers: [{rule: GL201, at: «nodes.nowhere, reason: gone, by: us}]\n",
        ),
    )
    yield seed(
        "GL902",
        "a set-aside of a rule that does not exist",
        ("start: red-flags\n", "start: red-flags  # guidelint: ignore[«GL2O1] a typo\n"),
    )
    silent = asked_in_between("  one-way:  «# guidelint: ignore[GL206]", "[{else: nerve-stabilizing-drug}]")
    yield seed("GL903", "a set-aside without a reason", silent)
    yield seed(
        "GL904",
        "a waiver that has expired",
        (
            "license: CC-BY-4.0\n",
            "license: CC-BY-4.0\nwaivers: [{rule: GL505, at: statements.S22, reason: known, by: us, until: «2026-01-01}]\n",
        ),
    )
    yield Seed("GL999", "a rule that crashes", crashes="GL211")


SEEDS: tuple[Seed, ...] = tuple(_seeds())
