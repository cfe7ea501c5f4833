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
    return this.guideline.terms.get(name)?.points ? sumOf(this.summands(name)) : null;
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
      if (term === null) return null;
      const facts = this.ofEach(term, this.decidingBehind, (each) => this.deciding(each));
      return distinct(typeof leaf === "string" ? facts.flat() : this.settlingMembers(leaf).flatMap((member) => facts[member]));
    });
  }

  /* The members of a score that settle a comparison, whatever the others add; all where it is not settled. */
  settlingMembers({ fact, tests }) {
    const { points } = this.guideline.terms.get(fact);
    const summands = this.summands(fact);
    let total = sumOf(summands);
    const truth = holdsOver(tests, total);
    const members = summands.map((_, index) => index);
    const matters = (index) => {
      const [own, free] = [summands[index], summand(points[index], UNKNOWN)];
      const wider = { low: total.low - own.low + free.low, high: total.high - own.high + free.high };
      const isFree = holdsOver(tests, wider) === truth;
      if (isFree) total = wider;
      return !isFree;
    };
    return truth === UNKNOWN ? members : members.reverse().filter(matters).reverse();
  }

  summands(name) {
    const { points } = this.guideline.terms.get(name);
    const truths = this.ofEach(name, this.truths, (each) => evaluate(each, this));
    return truths.map((truth, index) => summand(points[index], truth));
  }

  told(leaf, telling) {
    const term = this.termOf(leaf);
    if (term === null) return null;
    const what = typeof leaf === "string" ? telling : ANY_TRUTH;
    const each = (condition) => new Map(TELLINGS.map((some) => [some, this.missing(condition, some)]));
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
