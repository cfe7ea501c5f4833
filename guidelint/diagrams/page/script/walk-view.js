/* The walk of a patient in the panel: who it is, what is asked, what is advised, and the way with its reasons. */

class WalkView {
  constructor(page, place) {
    this.page = page;
    this.select = make("select", { id: "Patient" });
    this.select.append(...patientOptions(page.guideline));
    this.select.addEventListener("change", () => page.patient.choose(this.select.value));
    this.status = make("p", { role: "status", class: "lead" });
    this.content = make("div", { class: "walk-content" });
    const label = make("label", { for: "Patient" }, "Patient");
    place.replaceChildren(make("div", { class: "chooser" }, label, this.select), this.status, this.content);
    byId("EndWalk").addEventListener("click", () => page.patient.choose(""));
  }

  show(atHand, walked) {
    const { guideline } = this.page;
    this.select.value = atHand.name ?? "";
    byId("Walking").hidden = !walked;
    byId("WalkingWho").textContent = walked ? walkTitle(atHand) : "";
    const broken = walked ? brokenAssumptions(guideline, walked) : [];
    this.status.classList.toggle("forbidden", broken.length > 0);
    this.status.replaceChildren(...(broken.length ? noSuchPatient(broken) : walked ? [endingInWords(guideline, walked)] : []));
    this.content.replaceChildren(...(walked ? this.parts(guideline, atHand, walked, broken.length > 0) : []));
  }

  /* Of a patient whom the guideline rules out there is nothing to be asked or advised, only to be changed. */
  parts(guideline, atHand, walked, isForbidden) {
    const names = isForbidden && !atHand.asking ? [] : atHand.questions(walked);
    const form = questionForm(guideline, names, atHand.known(names), (values) => atHand.answer(values));
    const known = titled("What is known", knownList(guideline, atHand, walked));
    const way = titled("The way", wayList(this.page.picture, guideline, walked));
    const asked = names.length ? [whereAsked(guideline, atHand, walked), form] : [];
    if (isForbidden) return [...asked, ...known, ...way];
    return [...asked, ...titled("Advice", adviceByVisit(guideline, walked)), ...way, ...known];
  }

  focusNext() {
    const next = this.content.querySelector("input:checked, input") ?? this.select;
    next.focus({ preventScroll: true });
    next.closest("fieldset, .chooser").scrollIntoView({ block: "nearest" });
  }
}

const titled = (title, content) => (content ? [make("h3", {}, title), content] : []);

const walkTitle = (atHand) => (atHand.patient.title && atHand.name !== "new" ? atHand.patient.title : "A patient of your own");

function patientOptions(guideline) {
  const named = (prefix) => [...guideline.patients].filter(([name]) => name.startsWith(prefix));
  const group = (label, found) =>
    found.length ? [make("optgroup", { label }, ...found.map(([value, { title }]) => make("option", { value }, title)))] : [];
  return [
    make("option", { value: "" }, "Choose a patient …"),
    make("option", { value: "new" }, "A patient of your own: answer the questions"),
    ...group("Cases", named("Case-")),
    ...group("Patients who refute a claim", named("Claim-")),
    ...group("Asked for", named("shown")),
  ];
}

function endingInWords(guideline, { ending, visits }) {
  const name = `“${nameOf(ending.node)}”`;
  const words = {
    ended: () => `The way ends in ${name} after ${counted(visits.length, "visit")}.`,
    gap: () => `Gap: no branch of ${name} matches this patient.`,
    overlap: () => `Overlap: branches ${ending.branches.map((each) => each + 1).join(" and ")} of ${name} match this patient, and none of them is taken.`,
    question: () => `The way has come to ${name}.`,
    astray: () => `Astray: the way ends at ${name}, which recommends nothing.`,
  };
  return words[ending.kind]();
}

/* Assumptions of the guideline that exclude this patient. */
function brokenAssumptions(guideline, walked) {
  const visits = walked.visits.map((facts) => new Valuation(guideline, facts));
  return guideline.assumptions.filter((each) => visits.some((visit) => visit.breaks(each)));
}

const noSuchPatient = (broken) => [
  make("strong", {}, "There is no such patient, and so no advice."),
  ...broken.map(({ words }) => make("span", {}, "The guideline assumes ", said(words))),
];

function whereAsked(guideline, atHand, walked) {
  const visit = walked.visits.length;
  const asked = atHand.asking ? "Change the answer" : nameOf(walked.ending.node);
  return make("h3", {}, said(asked), visit > 1 && !atHand.asking ? ` (visit ${visit})` : null);
}

/* The latest visit first: it holds now. A single visit needs no heading. */
function adviceByVisit(guideline, walked) {
  if (!walked.advice.length) return null;
  const visits = walked.visits.map((_, index) => index + 1).reverse();
  const heading = (visit) => (visits.length > 1 ? [make("h4", {}, `Visit ${visit}${visit === visits[0] ? ", the latest" : ""}`)] : []);
  const parts = visits.flatMap((visit) => [...heading(visit), adviceList(guideline, walked.advice.filter((each) => each.visit === visit))]);
  return make("div", { class: "by-visit" }, ...parts);
}

function adviceList(guideline, given) {
  const items = given.map(({ node, index }) => {
    const { grade, against } = guideline.nodes.get(node).advice[index];
    const where = make("p", { class: "meta" }, `${grade} · `, stepLink(node, nameOf(node)));
    return make("li", { class: against ? "advice against" : "advice" }, make("p", { class: "what" }, said(adviceInWords(node, index))), where);
  });
  return items.length ? make("ul", { class: "advices" }, ...items) : make("p", { class: "meta" }, "Nothing is advised at this visit.");
}

function wayList(picture, guideline, walked) {
  const items = walked.steps.flatMap((step, index) => {
    const isNewVisit = index > 0 && step.visit > walked.steps[index - 1].visit;
    const visit = isNewVisit ? [make("p", { class: "visit" }, `Visit ${step.visit}`)] : [];
    const link = stepLink(step.node, nameOf(step.node));
    return [make("li", { value: index + 1 }, ...visit, link, ...whatHappened(picture, guideline, step))];
  });
  return make("ol", { class: "walked" }, ...items);
}

function whatHappened(picture, guideline, step) {
  const node = guideline.nodes.get(step.node);
  if (step.way === "otherwise") return [make("p", {}, `→ seen again ${timesInWords(node.atMost)} already`)];
  if (step.way === "then" && node.type === "follow-up") return [make("p", {}, `→ after ${node.after}`)];
  if (step.way !== "branch") return [];
  const since = step.reasons.map(([name, value]) => `${guideline.facts.get(name).label}: ${valueInWords(value, guideline.facts.get(name))}`);
  const why = since.length ? [make("p", { class: "meta" }, "since ", said(since.join("; ")))] : [];
  return [make("p", {}, "→ ", said(branchInWords(picture, step.node, step.branch, targetsOf(node)))), ...why];
}

function timesInWords(count) {
  return count === 1 ? "once" : `${count.toLocaleString("en")} times`;
}

/* What was given, by visit, each to be changed; what is only taken for granted is not listed. */
function knownList(guideline, atHand, walked) {
  const given = [atHand.patient.facts, ...atHand.patient.visits.slice(0, walked.visits.length - 1)];
  const items = given.flatMap((facts, index) =>
    [...facts].filter(([name]) => guideline.facts.has(name)).map(([name, value]) => {
      const fact = guideline.facts.get(name);
      const act = () => atHand.change(name, index ? index - 1 : null, value);
      const change = button("Change", act, { class: "change", "aria-label": `Change ${fact.label}` });
      return make("li", {}, said(fact.label), index ? ` at visit ${index + 1}` : null, ": ", make("strong", {}, said(valueInWords(value, fact))), " ", change);
    }),
  );
  return items.length ? make("ul", { class: "known" }, ...items) : null;
}

/* Lights up the way in the picture, with the numbers of the steps; everything else steps back, and is still read.
   Where several branches match, all of them are lit, and what they lead to does not step back. */
function lightUp(picture, guideline, walked) {
  picture.clear("walk");
  picture.svg.classList.toggle("walking", Boolean(walked));
  const numbers = new Map();
  walked?.steps.forEach(({ node }, index) => numbers.set(node, [...(numbers.get(node) ?? []), index + 1]));
  picture.mark("on-way", numbers.keys());
  const taken = new Set(walked ? arrowsTaken(picture, guideline, walked) : []);
  const ends = [...taken].map(({ dataset }) => dataset.target);
  picture.mark("may-be-next", ends.filter((id) => !numbers.has(id)));
  picture.arrows.forEach((group) => group.classList.toggle("taken", taken.has(group)));
  for (const [id, list] of numbers) if (picture.boxes.has(id)) picture.badge(id, "walk", shortList(list));
}

function arrowsTaken(picture, guideline, walked) {
  const taken = walked.steps.filter(({ way }) => way).map(({ node, way, branch }) => {
    const targets = targetsOf(guideline.nodes.get(node));
    return picture.way(node, targets, way === "otherwise" ? targets.length - 1 : branch ?? 0);
  });
  return [picture.way(BEGIN, [guideline.start], 0), ...taken, ...undecided(picture, guideline, walked.ending)];
}

function undecided(picture, guideline, { kind, node, branches }) {
  return kind === "overlap" ? branches.map((branch) => picture.way(node, targetsOf(guideline.nodes.get(node)), branch)) : [];
}

/* The box before the first step. */
const BEGIN = ":n0";

/* Where the ways of a step lead, in the order in which they are written. */
const targetsOf = ({ branches, then, otherwise }) => branches?.map(({ to }) => to) ?? [then, otherwise].filter(Boolean);

const shortList = (numbers) => (numbers.length > 4 ? `${numbers.slice(0, 3).join(", ")} …` : numbers.join(", "));
