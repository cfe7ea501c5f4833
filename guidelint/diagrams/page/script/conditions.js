/* How conditions are judged. A value is a boolean, a text or an Exact; null is unknown, undefined is not given. */

const nameIn = (leaf) => (typeof leaf === "string" ? leaf : leaf.unknown ?? leaf.fact);

const isLeaf = (condition) => typeof condition === "string" || "unknown" in condition || "fact" in condition;

const partsOf = (condition) => condition.all ?? condition.any ?? [condition.not];

function evaluate(condition, valuation) {
  if (typeof condition === "string") return valuation.criterion(condition) ?? truthOf(condition, valuation);
  if ("all" in condition) return conjunction(condition.all.map((part) => evaluate(part, valuation)));
  if ("any" in condition) return disjunction(condition.any.map((part) => evaluate(part, valuation)));
  if ("not" in condition) return negation(evaluate(condition.not, valuation));
  return "unknown" in condition ? isUnknown(condition.unknown, valuation) : compared(condition, valuation);
}

function truthOf(fact, valuation) {
  const value = valuation.fact(fact);
  if (value === null || value === undefined) return truthWithoutValue(value, fact, valuation);
  return value === true ? TRUE : FALSE;
}

function truthWithoutValue(value, fact, valuation) {
  if (value === null) return UNKNOWN;
  return valuation.mayBeUnknown(fact) ? ANY_TRUTH : EITHER;
}

function isUnknown(fact, valuation) {
  const value = valuation.fact(fact);
  if (value === undefined) return valuation.mayBeUnknown(fact) ? EITHER : FALSE;
  return value === null ? TRUE : FALSE;
}

function compared(comparison, valuation) {
  const interval = valuation.score(comparison.fact);
  if (interval) {
    const truth = holdsOver(comparison.tests, interval);
    if (truth !== UNKNOWN || !interval.isOpen) return truth;
    return interval.mayBeUnknown ? ANY_TRUTH : EITHER;
  }
  const value = valuation.fact(comparison.fact);
  if (value === null || value === undefined) return truthWithoutValue(value, comparison.fact, valuation);
  return comparison.tests.every((test) => holds(test, value)) ? TRUE : FALSE;
}

/* Whether a known value passes a test; one of another type than the constant passes only `is-not`. */
function holds([operator, ...constants], value) {
  if (operator === "is") return isSame(value, constants[0]);
  if (operator === "is-not") return !isSame(value, constants[0]);
  if (operator === "in") return constants.some((constant) => isSame(value, constant));
  if (!(value instanceof Exact) || !(constants[0] instanceof Exact)) return false;
  const order = value.compare(constants[0]);
  if (operator === "at-least") return order >= 0;
  if (operator === "at-most") return order <= 0;
  return operator === "above" ? order > 0 : order < 0;
}

function isSame(one, other) {
  if (one instanceof Exact && other instanceof Exact) return one.compare(other) === 0;
  return one === other;
}

/* Tests over every whole number of an interval: true or false only where all of the numbers agree. */
function holdsOver(tests, interval) {
  const outcomes = new Set(samples(tests, interval).map((number) => tests.every((test) => holds(test, number))));
  if (outcomes.size > 1) return UNKNOWN;
  return outcomes.has(true) ? TRUE : FALSE;
}

/* The ends of an interval, and the numbers in it next to a constant: between these no test changes. */
function samples(tests, interval) {
  const limits = tests.flatMap(([, ...constants]) => constants).filter((constant) => constant instanceof Exact);
  const near = limits.flatMap((limit) => [-1n, 0n, 1n].map((step) => limit.floor() + step));
  const inside = near.filter((number) => interval.low < number && number < interval.high);
  return [interval.low, interval.high, ...inside].map((number) => new Exact(number));
}
