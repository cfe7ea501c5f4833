/* The panes beside the picture, one at a time; and all of them one after the other as a text. */

class Panes {
  constructor(page) {
    this.page = page;
    this.links = all("#Sections a");
    this.toggle = byId("AsText");
    this.toggle.addEventListener("click", () => this.setView(this.view === "text" ? "picture" : "text"));
    window.addEventListener("hashchange", () => this.follow());
    document.addEventListener("click", (event) => this.onClick(event));
  }

  get view() {
    return document.documentElement.dataset.view;
  }

  setView(view) {
    document.documentElement.dataset.view = view;
    this.toggle.setAttribute("aria-pressed", String(view === "text"));
    this.follow();
  }

  /* A link to where one is already changes no address, and is followed all the same. */
  onClick(event) {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) this.follow();
  }

  /* Shows what the address names: a pane, a step, a row of a pane, or the walk of a patient. */
  follow() {
    const name = decoded(location.hash.slice(1));
    if (name.startsWith("Walk=")) {
      this.open(byId("Walk"));
      this.page.patient.choose(name.slice("Walk=".length));
    } else if (isStep(name)) this.showStep(name);
    else this.openAt(byId(name)?.closest(".pane") ? byId(name) : byId("About"));
  }

  /* A link to a step that is not seen yet takes the focus nowhere. */
  showStep(id) {
    this.page.steps.show(id);
    if (document.activeElement === document.body) byId(id).focus({ preventScroll: true });
  }

  openAt(target) {
    const pane = target.closest(".pane");
    this.open(pane);
    all(".arrived").forEach((each) => each.classList.remove("arrived"));
    if (target !== pane) target.classList.add("arrived");
    this.scrollTo(target);
  }

  open(pane) {
    all(".pane").forEach((each) => each.classList.toggle("active", each === pane));
    for (const link of this.links) {
      const isCurrent = link.getAttribute("href") === `#${pane.id}`;
      isCurrent ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    }
    this.scrollTo(byId("Panel"));
  }

  scrollTo(target) {
    const isWhole = target.matches("#Panel, .pane, .step");
    if (isWhole) byId("Panel").scrollTop = 0;
    if (this.view === "text" || !isWhole) target.scrollIntoView({ block: this.view === "text" ? "start" : "nearest" });
  }
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
