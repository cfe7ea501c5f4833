/* Which facts a condition still waits for, and which ones settled it. */

const TELLINGS = [ANY_TRUTH, TRUE, FALSE];

const distinct = (names) => [...new Set(names)];

/* The facts that must be given before this can be told of a condition: which of the three it is, or whether it is
   true, or false. `told` says so of a name that stands for a criterion or a score, null of any other. */
function missingFacts(condition, valuation, told, telling = ANY_TRUTH) {
  const truth = evaluate(condition, valuation);
  if (!isOpen(truth) || !(truth & telling)) return [];
  if (isLeaf(condition)) return told(condition, telling) ?? [nameIn(condition)];
  const ofParts = tellingOfParts(condition, valuation, telling);
  return distinct(partsOf(condition).flatMap((part) => missingFacts(part, valuation, told, ofParts)));
}

/* Where a part of `any` cannot be false, the whole cannot be either: it matters only whether each part is true. */
function tellingOfParts(condition, valuation, telling) {
  if ("not" in condition) return negation(telling);
  if (telling !== ANY_TRUTH) return telling;
  const decisive = "all" in condition ? FALSE : TRUE;
  const isDecisive = (part) => !(evaluate(part, valuation) & negation(decisive));
  return partsOf(condition).some(isDecisive) ? decisive : ANY_TRUTH;
}

/* Facts that settle the truth of a condition by their values; as few as reading finds. */
function decidingFacts(condition, valuation, behind) {
  if (isLeaf(condition)) return behind(condition) ?? [nameIn(condition)];
  return distinct(settlingParts(condition, valuation).flatMap((part) => decidingFacts(part, valuation, behind)));
}

/* One part where one is enough (a true part of `any`, a false part of `all`), else all of them. */
function settlingParts(condition, valuation) {
  const enough = "all" in condition ? FALSE : "any" in condition ? TRUE : null;
  const settling = partsOf(condition).find((part) => evaluate(part, valuation) === enough);
  return settling === undefined ? partsOf(condition) : [settling];
}
