/* The guideline as the page carries it, with maps for objects and exact numbers for pairs of whole numbers. */

function readGuideline(data) {
  const terms = data.terms.map(([name, term]) => [name, readTerm(term)]);
  const facts = Object.entries(data.facts).map(([name, fact]) => [name, readFact(fact)]);
  const nodes = Object.entries(data.nodes).map(([name, node]) => [name, readNode(node, data.grades)]);
  const patients = Object.entries(data.patients).map(([name, patient]) => [name, readPatient(patient)]);
  return {
    start: data.start,
    facts: new Map(facts),
    terms: new Map(terms),
    nodes: new Map(nodes),
    assumptions: data.assumptions.map(readConditions),
    patients: new Map(patients),
  };
}

const readTerm = (term) => ({
  conditions: term.conditions.map(readCondition),
  ...(term.points && { points: term.points.map(BigInt) }),
});

const readFact = (fact) => ("default" in fact ? { ...fact, default: readValue(fact.default) } : fact);

/* What kind of step it is shows in what it has. */
function readNode(node, grades) {
  if (Array.isArray(node)) return { type: "decision", branches: node.map(readBranch) };
  if (node.advice) return { type: "recommendation", ...node, advice: node.advice.map((number) => grades[number]) };
  return { type: "follow-up", ...node };
}

const readBranch = ([to, ...conditions]) => (conditions.length ? { to, if: readCondition(conditions[0]) } : { to });

const readPatient = (patient) => ({ ...patient, facts: readValues(patient.facts), visits: patient.visits.map(readValues) });

const readValues = (values) => new Map(Object.entries(values).map(([name, value]) => [name, readValue(value)]));

function readValue(value) {
  if (typeof value === "number") return new Exact(BigInt(value));
  return Array.isArray(value) ? new Exact(BigInt(value[0]), BigInt(value[1])) : value;
}

/* What has an `if` and perhaps a `then`; the `then` of an assumption is a condition too. */
function readConditions(entry) {
  const read = { ...entry };
  for (const key of ["if", "then"]) if (key in entry) read[key] = readCondition(entry[key]);
  return read;
}

function readCondition(condition) {
  if (typeof condition === "string") return condition;
  if (Array.isArray(condition)) return { fact: condition[0], tests: condition.slice(1).map(readTest) };
  const read = { ...condition };
  for (const key of ["all", "any"]) if (key in read) read[key] = read[key].map(readCondition);
  if ("not" in read) read.not = readCondition(read.not);
  return read;
}

const readTest = ([operator, ...constants]) => [operator, ...constants.map(readValue)];
