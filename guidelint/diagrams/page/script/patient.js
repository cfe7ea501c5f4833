/* The patient who is being walked: a case, one who refutes a claim, or one of whom everything is asked. */

const NOBODY = { title: "", facts: new Map(), visits: [], defaults: false };

class PatientAtHand {
  constructor(page, view) {
    Object.assign(this, { page, view, name: null, patient: null, asking: null });
  }

  /* By the name of a patient that the page holds; `new` begins with nothing known, and an empty name ends the walk. */
  choose(name) {
    const { guideline } = this.page;
    if (!guideline) return;
    const known = guideline.patients.get(name);
    this.name = known || name === "new" ? name : null;
    this.patient = known ? { ...known, defaults: true } : name === "new" ? NOBODY : null;
    this.asking = null;
    this.update({ isNew: true });
  }

  get walked() {
    return walk(this.page.guideline, this.patient, { defaults: this.patient.defaults });
  }

  update({ focus = false, isNew = false } = {}) {
    const walked = this.patient && this.walked;
    this.view.show(this, walked);
    lightUp(this.page.picture, this.page.guideline, walked);
    if (walked) this.showWay(isNew, walked.ending.node);
    if (focus) this.view.focusNext();
  }

  /* The beginning of a way that is new, else where it has come to, is seen in the picture, and the picture in a hand
     that has scrolled past it. */
  showWay(isNew, last) {
    const { picture, zoom, panes, guideline } = this.page;
    const node = isNew ? guideline.start : last;
    if (panes.view !== "picture" || !picture.boxes.has(node)) return;
    byId("Picture").scrollIntoView({ block: "nearest" });
    isNew ? zoom.begin(picture.frame(node)) : zoom.show(picture.frame(node));
  }

  /* What is to be asked now: a fact that is to be changed, or those without which the way does not go on. */
  questions(walked) {
    if (this.asking) return [this.asking.fact];
    return walked.ending.kind === "question" ? walked.ending.facts : [];
  }

  /* What is answered already, and what is usual; a fact that is to be changed has its answer. */
  known(names) {
    const { facts } = this.page.guideline;
    if (this.asking) return { now: new Map([[this.asking.fact, this.asking.value]]), usual: new Map() };
    const usual = names.map((name) => [name, facts.get(name).default]).filter(([, value]) => value !== undefined);
    return { now: new Map(), usual: new Map(usual) };
  }

  answer(values) {
    const { guideline } = this.page;
    const walked = this.walked;
    let { patient } = this;
    for (const [name, value] of values) {
      const visit = this.asking ? this.asking.visit : visitObserving(guideline, walked, name);
      patient = withAnswer(patient, name, value, visit);
    }
    Object.assign(this, { patient, asking: null });
    this.update({ focus: true });
  }

  /* From then on it is a patient of the reader's own, of whom nothing is taken for granted. */
  change(fact, visit, value) {
    if (this.patient.defaults) this.patient = allGiven(this.page.guideline, this.patient, this.walked);
    this.name = "new";
    this.asking = { fact, visit, value };
    this.update({ focus: true });
  }
}

/* With a value at the first visit, where `visit` is null, or at a follow-up passed, counted from 0. */
function withAnswer(patient, name, value, visit) {
  if (visit === null) return { ...patient, facts: new Map([...patient.facts, [name, value]]) };
  const visits = Array.from({ length: Math.max(patient.visits.length, visit + 1) }, (_, index) => patient.visits[index] ?? new Map());
  visits[visit] = new Map([...visits[visit], [name, value]]);
  return { ...patient, visits };
}

/* The same patient with everything said that was taken for granted. */
function allGiven(guideline, patient, walked) {
  const begun = walked.steps.filter((step) => step.way === "then" && guideline.nodes.get(step.node).type === "follow-up");
  const seen = (facts, names) => new Map(names.filter((name) => facts.has(name)).map((name) => [name, facts.get(name)]));
  const visits = begun.map((step, index) => seen(walked.visits[index + 1], guideline.nodes.get(step.node).observe));
  return { title: patient.title, facts: walked.visits[0], visits: [...visits, ...patient.visits.slice(visits.length)], defaults: false };
}
