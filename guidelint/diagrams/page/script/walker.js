/* What happens to one patient, and why: the walker of guidelint, step by step the same.

   Where no branch matches, or two do, or a fact is needed that nobody gave, the walk ends there and says so. */

const MOST_STEPS = 200000;

/* A patient is { facts, visits }: maps from facts to values at the first visit, and at each follow-up passed.
   Without `defaults`, every fact that the way depends on is a question. */
function walk(guideline, patient, { defaults = true } = {}) {
  const walker = new Walker(guideline, patient, defaults);
  let at = guideline.start;
  while (typeof at === "string") at = walker.pass(at);
  return { steps: walker.steps, advice: walker.advice, visits: walker.visits, ending: at };
}

class Walker {
  constructor(guideline, patient, defaults) {
    Object.assign(this, { guideline, patient, defaults, steps: [], advice: [], visits: [] });
    this.arrivals = new Map();
    this.passed = new Set();
    this.beginVisit(this.firstVisit());
  }

  beginVisit(facts) {
    this.visits.push(facts);
    this.valuation = new Valuation(this.guideline, facts);
  }

  /* Passes one node; the next one, or how the walk ends. */
  pass(id) {
    const node = this.guideline.nodes.get(id);
    if (!node || this.passed.has(id) || this.steps.length >= MOST_STEPS) return { kind: "astray", node: id };
    this.passed.add(id);
    if (node.type === "decision") return this.decide(id, node);
    return node.type === "recommendation" ? this.recommend(id, node) : this.followUp(id, node);
  }

  decide(id, node) {
    const truths = node.branches.map((branch) => ("if" in branch ? evaluate(branch.if, this.valuation) : null));
    const matching = matchingBranches(truths);
    if (!matching) return this.stop(id, { kind: "question", node: id, facts: this.missing(node, truths) });
    if (!matching.length) return this.stop(id, { kind: "gap", node: id });
    if (matching.length > 1) return this.stop(id, { kind: "overlap", node: id, branches: matching });
    const taken = node.branches[matching[0]];
    const reasons = this.reasons(node, taken);
    this.steps.push({ node: id, visit: this.visits.length, way: "branch", branch: matching[0], reasons });
    return taken.to;
  }

  /* The facts that settle which branch is taken: of `else`, those by which no other one matches. */
  reasons(node, taken) {
    const conditions = "if" in taken ? [taken.if] : conditionsOf(node);
    const facts = distinct(conditions.flatMap((condition) => this.valuation.deciding(condition)));
    return facts.map((fact) => [fact, this.valuation.fact(fact)]);
  }

  /* The facts on which it depends who matches; that a branch surely does not match matters to `else` alone. */
  missing(node, truths) {
    const telling = elseMayMatch(truths) ? ANY_TRUTH : TRUE;
    return distinct(conditionsOf(node).flatMap((condition) => this.valuation.missing(condition, telling)));
  }

  recommend(id, node) {
    node.advice.forEach((_, index) => this.advice.push({ node: id, visit: this.visits.length, index }));
    if (node.then === undefined) return this.stop(id, { kind: "ended", node: id });
    this.steps.push({ node: id, visit: this.visits.length, way: "then" });
    return node.then;
  }

  followUp(id, node) {
    const arrivals = (this.arrivals.get(id) ?? 0) + 1;
    this.arrivals.set(id, arrivals);
    if (node.atMost !== undefined && arrivals > node.atMost) {
      this.steps.push({ node: id, visit: this.visits.length, way: "otherwise" });
      return node.otherwise ?? this.stop(id, { kind: "astray", node: id });
    }
    if (node.then === undefined) return this.stop(id, { kind: "astray", node: id });
    this.beginVisit(this.nextVisit(node));
    if (node.atMost !== undefined) this.passed.clear();
    this.steps.push({ node: id, visit: this.visits.length, way: "then" });
    return node.then;
  }

  firstVisit() {
    return this.given([...this.guideline.facts.keys()], this.patient.facts);
  }

  /* What is observed is read anew, everything else stays. */
  nextVisit(node) {
    const facts = new Map(this.visits.at(-1));
    node.observe.forEach((name) => facts.delete(name));
    const observed = this.patient.visits[this.visits.length - 1] ?? new Map();
    return new Map([...facts, ...this.given(node.observe, observed)]);
  }

  given(names, values) {
    const usual = (name) => (this.defaults ? this.guideline.facts.get(name)?.default : undefined);
    const pairs = names.map((name) => [name, values.has(name) ? values.get(name) : usual(name)]);
    return new Map(pairs.filter(([, value]) => value !== undefined));
  }

  stop(id, ending) {
    this.steps.push({ node: id, visit: this.visits.length });
    return ending;
  }
}

const conditionsOf = (node) => node.branches.filter((branch) => "if" in branch).map((branch) => branch.if);

/* The branches that match, by the truth of their conditions (null for `else`); null where that is still open. */
function matchingBranches(truths) {
  const where = (wanted) => truths.flatMap((truth, index) => (truth === wanted ? [index] : []));
  const sure = where(TRUE);
  const open = truths.filter((truth) => truth !== null && isOpen(truth));
  if (sure.length > 1) return sure;
  if (open.some((truth) => truth & TRUE)) return null;
  if (!elseMayMatch(truths)) return sure;
  return open.length ? null : where(null);
}

const elseMayMatch = (truths) => truths.includes(null) && truths.every((truth) => truth === null || truth & FALSE);

/* The follow-up from which a fact was last to be read; null where it was the first visit. */
function visitObserving(guideline, walked, fact) {
  const begun = walked.steps.filter((step) => step.way === "then" && guideline.nodes.get(step.node).type === "follow-up");
  const index = begun.findLastIndex((step) => guideline.nodes.get(step.node).observe.includes(fact));
  return index < 0 ? null : index;
}
