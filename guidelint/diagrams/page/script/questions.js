/* Questions for facts as a form: nothing is answered beforehand, and nothing unanswered is passed over. */

/* `now` holds a value by fact that is to be changed, `usual` what is answered only where the reader says so;
   `onAnswers` is given a map of values. */
function questionForm(guideline, names, { now, usual }, onAnswers) {
  const problem = make("p", { role: "alert", class: "problem" });
  const form = make("form", { class: "questions", novalidate: true });
  const answer = (name) => answerOf(form, name, guideline.facts.get(name));
  const filler = usualAnswers(form, names.filter((name) => usual.has(name)), names.length, usual);
  form.append(...names.map((name) => question(name, guideline.facts.get(name), now.get(name))));
  form.append(problem, ...filler, make("button", { type: "submit", class: "action" }, "Continue"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = names.find((name) => answer(name).wrong);
    if (wrong !== undefined) return complain(form, problem, wrong, answer(wrong).wrong);
    onAnswers(new Map(names.map((name) => [name, answer(name).value])));
  });
  return form;
}

/* Beside the question that it is about, where it is seen. */
function complain(form, problem, name, words) {
  const [first] = fieldsOf(form, name);
  first.closest("fieldset").append(problem);
  problem.textContent = words;
  first.focus();
}

/* A button that gives the usual answer to all that is not answered, and what it has done; a single question needs none. */
function usualAnswers(form, names, count, usual) {
  if (count < 2 || !names.length) return [];
  const isNone = names.length === count && names.every((name) => usual.get(name) === false);
  const done = make("p", { role: "status", class: "meta" });
  const isOpen = (name) => fieldsOf(form, name).every((field) => (field.type === "radio" ? !field.checked : !field.value.trim()));
  const fill = button(isNone ? "None of these" : "All as usual", () => {
    const open = names.filter(isOpen);
    for (const name of open) choose(form, name, usual.get(name));
    done.textContent = `${counted(open.length, "answer")} filled in${isNone ? " with “No”" : " as usual"}.`;
    form.querySelector("[type=submit]").focus();
  });
  const isAnyAnswered = () => names.some((name) => !isOpen(name));
  form.addEventListener("change", () => {
    done.textContent = "";
    if (isAnyAnswered()) fill.textContent = isNone ? "None of the others" : "All others as usual";
  });
  return [done, fill, " "];
}

/* What a fact is answered by: the field of a number comes first. */
const fieldsOf = (form, name) => [...form.elements].filter((field) => field.name === `number-${name}` || field.name === `fact-${name}`);

function choose(form, name, value) {
  for (const field of fieldsOf(form, name)) {
    if (field.type === "radio") field.checked = field.value === JSON.stringify(value instanceof Exact ? undefined : value);
    else field.value = value instanceof Exact ? String(value) : "";
  }
}

function question(name, fact, now) {
  const legend = make("legend", {}, said(fact.label));
  const about = fact.description ? make("p", { class: "meta" }, said(fact.description)) : null;
  const isBrief = fact.type === "boolean" && !about;
  const isNumber = fact.type === "integer" || fact.type === "decimal";
  const fields = isNumber ? numberField(name, fact, now) : [];
  const choices = choicesOf(fact).map(([words, value]) => radio(name, words, value, now));
  return make("fieldset", { class: isBrief ? "brief" : null }, legend, about, make("div", { class: "answers" }, ...fields, ...choices));
}

/* What can be chosen, with its value: all of it, or of a number only that it is unknown. */
function choicesOf(fact) {
  const own = { boolean: [["Yes", true], ["No", false]], choice: (fact.values ?? []).map(([value, label]) => [label, value]) };
  return [...(own[fact.type] ?? []), ...(fact.maybe ? [["Unknown", null]] : [])];
}

function radio(name, words, value, now) {
  const field = make("input", { type: "radio", name: `fact-${name}`, value: JSON.stringify(value) });
  field.checked = now === value;
  return make("label", {}, field, make("span", {}, said(words)));
}

function numberField(name, fact, now) {
  const field = make("input", { type: "text", inputmode: "decimal", autocomplete: "off", name: `number-${name}` });
  field.setAttribute("aria-label", fact.label);
  if (now instanceof Exact) field.value = String(now);
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
