/* One patient in one visit: what conditions are judged over. */

class Valuation {
  constructor(guideline, facts) {
    this.guideline = guideline;
    this.facts = facts;
    this.truths = new Map();
    this.missingBehind = new Map();
    this.decidingBehind = new Map();
  }

  fact(name) {
    return this.facts.get(name);
  }

  criterion(name) {
    const term = this.guideline.terms.get(name);
    return term && !term.points ? this.ofEach(name, this.truths, (each) => evaluate(each, this))[0] : null;
  }

  score(name) {
    const term = this.guideline.terms.get(name);
    if (!term?.points) return null;
    const truths = this.ofEach(name, this.truths, (each) => evaluate(each, this));
    return sumOf(truths.map((truth, index) => summand(term.points[index], truth)));
  }

  mayBeUnknown(name) {
    return Boolean(this.guideline.facts.get(name)?.maybe);
  }

  /* Whether the patient surely is none that the assumption allows. */
  breaks(assumption) {
    const truth = evaluate(assumption.if, this);
    if (!("then" in assumption)) return truth === FALSE;
    return disjunction([negation(truth), evaluate(assumption.then, this)]) === FALSE;
  }

  missing(condition, telling = ANY_TRUTH) {
    return missingFacts(condition, this, (leaf, what) => this.told(leaf, what), telling);
  }

  deciding(condition) {
    return decidingFacts(condition, this, (leaf) => {
      const term = this.termOf(leaf);
      return term === null ? null : distinct(this.ofEach(term, this.decidingBehind, (each) => this.deciding(each)).flat());
    });
  }

  told(leaf, telling) {
    const term = this.termOf(leaf);
    if (term === null) return null;
    const what = typeof leaf === "string" ? telling : ANY_TRUTH;
    const each = (condition) => new Map(TELLINGS.map((telling) => [telling, this.missing(condition, telling)]));
    return distinct(this.ofEach(term, this.missingBehind, each).flatMap((member) => member.get(what)));
  }

  /* The criterion or score that a leaf is the name of. */
  termOf(leaf) {
    const name = typeof leaf === "string" ? leaf : leaf.fact;
    const term = this.guideline.terms.get(name);
    return term && Boolean(term.points) === (typeof leaf !== "string") ? name : null;
  }

  /* What each condition behind a term comes to; terms stand in an order in which each names only those before it. */
  ofEach(name, known, judge) {
    for (const [each, term] of known.has(name) ? [] : this.guideline.terms) {
      if (!known.has(each)) known.set(each, term.conditions.map(judge));
      if (each === name) break;
    }
    return known.get(name);
  }
}

/* What a member of a score adds. */
function summand(points, truth) {
  if (truth === TRUE) return { low: points, high: points };
  if (truth === FALSE) return { low: 0n, high: 0n };
  const [low, high] = points < 0n ? [points, 0n] : [0n, points];
  return { low, high, isOpen: isOpen(truth), mayBeUnknown: Boolean(truth & UNKNOWN) };
}

/* From the least to the greatest sum. */
function sumOf(summands) {
  return {
    low: summands.reduce((sum, each) => sum + each.low, 0n),
    high: summands.reduce((sum, each) => sum + each.high, 0n),
    isOpen: summands.some((each) => each.isOpen),
    mayBeUnknown: summands.some((each) => each.mayBeUnknown),
  };
}
