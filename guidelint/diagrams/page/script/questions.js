/* Questions for facts as a form, with the usual answers chosen beforehand. */

/* `usual` holds a value by fact; `onAnswers` is given a map of values. */
function questionForm(guideline, names, usual, onAnswers) {
  const problem = make("p", { role: "alert", class: "problem" });
  const form = make("form", { class: "questions", novalidate: true });
  form.append(...names.map((name) => question(name, guideline.facts.get(name), usual.get(name))));
  form.append(problem, make("button", { type: "submit", class: "action" }, "Continue"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = names.map((name) => [name, answerOf(form, name, guideline.facts.get(name))]).find(([, answer]) => answer.wrong);
    problem.textContent = wrong ? wrong[1].wrong : "";
    if (wrong) return form.elements.namedItem(`fact-${wrong[0]}`)?.[0]?.focus();
    onAnswers(new Map(names.map((name) => [name, answerOf(form, name, guideline.facts.get(name)).value])));
  });
  return form;
}

function question(name, fact, usual) {
  const legend = make("legend", {}, said(fact.label));
  const about = fact.description ? make("p", { class: "meta" }, said(fact.description)) : null;
  const isBrief = fact.type === "boolean" && !about;
  const isNumber = fact.type === "integer" || fact.type === "decimal";
  const fields = isNumber ? numberField(name, fact, usual) : [];
  const choices = choicesOf(fact).map(([words, value]) => radio(name, words, value, usual));
  return make("fieldset", { class: isBrief ? "brief" : null }, legend, about, make("div", { class: "answers" }, ...fields, ...choices));
}

/* What can be chosen, with its value: all of it, or of a number only that it is unknown. */
function choicesOf(fact) {
  const own = { boolean: [["Yes", true], ["No", false]], choice: (fact.values ?? []).map(([value, label]) => [label, value]) };
  return [...(own[fact.type] ?? []), ...(fact.maybe ? [["Unknown", null]] : [])];
}

function radio(name, words, value, usual) {
  const field = make("input", { type: "radio", name: `fact-${name}`, value: JSON.stringify(value) });
  field.checked = usual === value;
  return make("label", {}, field, make("span", {}, said(words)));
}

function numberField(name, fact, usual) {
  const field = make("input", { type: "text", inputmode: "decimal", autocomplete: "off", name: `number-${name}` });
  field.setAttribute("aria-label", fact.label);
  if (usual instanceof Exact) field.value = String(usual);
  const unit = fact.units ? fact.units[1].trim() : "";
  const range = fact.range ? `${numberInWords(readValue(fact.range[0]), null)} to ${numberInWords(readValue(fact.range[1]), fact)}` : unit;
  return [field, make("span", { class: "meta" }, range)];
}

/* The value that was given for a fact, or what is wrong with it. */
function answerOf(form, name, fact) {
  const chosen = form.elements.namedItem(`fact-${name}`)?.value ?? "";
  const typed = form.elements.namedItem(`number-${name}`)?.value ?? "";
  if (typed.trim()) return numberAnswer(typed, fact);
  if (chosen !== "") return { value: JSON.parse(chosen) };
  return { wrong: `Answer for “${fact.label}”` };
}

function numberAnswer(typed, fact) {
  const value = typedNumber(typed);
  if (!value) return { wrong: `“${fact.label}” is a number` };
  if (fact.type === "integer" && value.denominator !== 1n) return { wrong: `“${fact.label}” is a whole number` };
  const [low, high] = (fact.range ?? []).map(readValue);
  if (low && (value.compare(low) < 0 || value.compare(high) > 0)) return { wrong: `“${fact.label}” is ${low} to ${numberInWords(high, fact)}` };
  return { value };
}

function numberInWords(number, fact) {
  const isOne = number.denominator === 1n && number.numerator === 1n;
  return `${number}${fact?.units ? fact.units[isOne ? 0 : 1] : ""}`;
}

/* A value as an answer: `yes`, `30 years`, `Positive`, `unknown`. */
function valueInWords(value, fact) {
  if (value === null || value === undefined) return value === null ? "unknown" : "not given";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value instanceof Exact) return numberInWords(value, fact);
  return new Map(fact?.values).get(value) ?? value;
}
