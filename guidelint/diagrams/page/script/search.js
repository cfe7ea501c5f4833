/* Search over everything that can be gone to: steps first, then sources, claims and cases. */

const MOST_HITS = 12;

class Search {
  constructor(page, field, list) {
    Object.assign(this, { page, field, list });
    this.at = -1;
    field.addEventListener("input", () => this.look());
    field.addEventListener("focus", () => this.look());
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  begin() {
    this.field.focus();
    this.field.select();
  }

  /* Made when it is first needed: a large guideline has a long text. */
  get entries() {
    const found = () => all(".step, [id^=Ground-], [id^=Claim-], [id^=Case-]").map(entryOf);
    return (this.known ??= found());
  }

  look() {
    const words = this.field.value.trim().toLowerCase();
    const hits = words ? this.entries.map((entry) => [weight(entry, words), entry]).filter(([each]) => each) : [];
    hits.sort(([one], [other]) => other - one);
    this.list.replaceChildren(...hits.slice(0, MOST_HITS).map(([, entry], index) => option(entry, index)));
    if (words && !hits.length) this.list.append(make("li", { role: "option", "aria-disabled": "true" }, "Nothing found"));
    this.list.hidden = !words;
    this.field.setAttribute("aria-expanded", String(Boolean(words)));
    this.point(hits.length ? 0 : -1);
  }

  point(at) {
    this.at = at;
    const options = all("[role=option]", this.list);
    options.forEach((each, index) => each.setAttribute("aria-selected", String(index === at)));
    if (at >= 0) this.field.setAttribute("aria-activedescendant", options[at].id);
    else this.field.removeAttribute("aria-activedescendant");
    options[at]?.scrollIntoView({ block: "nearest" });
  }

  onKey(event) {
    const count = all("[role=option][id]", this.list).length;
    if (event.key === "ArrowDown" && count) this.point((this.at + 1) % count);
    else if (event.key === "ArrowUp" && count) this.point((this.at + count - 1) % count);
    else if (event.key === "Enter") this.go(this.list.children[this.at]);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  go(chosen) {
    if (!chosen?.dataset.to) return;
    this.close();
    this.field.blur();
    if (isStep(chosen.dataset.to)) this.page.steps.choose(chosen.dataset.to);
    else this.openRow(chosen.dataset.to);
  }

  /* The keys scroll what has been opened. */
  openRow(id) {
    history.pushState(null, "", `#${id}`);
    this.page.panes.follow();
    byId("Panel").focus({ preventScroll: true });
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}

function entryOf(element) {
  const isNode = element.classList.contains("step");
  const heading = element.querySelector(isNode ? "h3" : "strong, bdi") ?? element;
  const title = heading.textContent;
  const kind = isNode ? element.querySelector(".kind").textContent : { G: "Source", C: "Case" }[element.id[0]];
  const what = element.id.startsWith("Claim-") ? "Claim" : kind;
  return { id: element.id, title, what, low: title.toLowerCase(), text: element.textContent.toLowerCase(), isNode };
}

/* Nothing where the words are not found; more for a title than for what is said, and more for a step than for a row. */
function weight({ id, low, text, isNode }, words) {
  const name = id.toLowerCase().replace(/^(ground|claim|case)-/, "");
  if (name === words) return 9;
  const place = [low.startsWith(words), low.includes(words), name.includes(words), text.includes(words)].indexOf(true);
  return place < 0 ? 0 : (isNode ? 8 : 4) - place;
}

const option = ({ id, title, what }, index) =>
  make("li", { role: "option", id: `Hit-${index}`, "data-to": id }, said(title), " ", make("span", { class: "meta" }, what));
