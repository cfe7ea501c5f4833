/* Kleene's three values, as sets: one bit where everything that matters is given. */

const FALSE = 1;
const TRUE = 2;
const UNKNOWN = 4;
const EITHER = FALSE | TRUE;
const ANY_TRUTH = EITHER | UNKNOWN;

const isOpen = (truth) => truth !== FALSE && truth !== TRUE && truth !== UNKNOWN;

const negation = (truth) => (truth & UNKNOWN) | (truth & TRUE ? FALSE : 0) | (truth & FALSE ? TRUE : 0);

const conjunction = (truths) => truths.reduce(bothOf, TRUE);

const disjunction = (truths) => negation(conjunction(truths.map(negation)));

function bothOf(one, other) {
  const isUnknown = (one & UNKNOWN && other !== FALSE) || (other & UNKNOWN && one !== FALSE);
  return ((one | other) & FALSE) | (one & other & TRUE) | (isUnknown ? UNKNOWN : 0);
}
