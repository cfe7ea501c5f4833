/* The step that is being read: chosen in the picture, in the panel or by the address. */

class Steps {
  constructor(page) {
    this.page = page;
    this.chosen = null;
    for (const [id, box] of page.picture.boxes) {
      if (isStep(id)) box.addEventListener("click", () => this.choose(id));
    }
    all(".step").forEach((article) => (article.tabIndex = -1));
    all(".through").forEach((each) => each.addEventListener("toggle", () => nameCases(each)));
    this.becomeFocusable(page.first);
  }

  /* Goes there so that the browser's way back leads back. An address that the browser itself followed would take the
     focus along, to where nothing is seen yet. */
  choose(id) {
    if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
    this.show(id);
    this.focus(id);
  }

  /* Goes there without a trace: on the way from key to key. */
  pass(id) {
    history.replaceState(null, "", `#${id}`);
    this.show(id);
    this.focus(id);
  }

  /* On the box, or in the text on what is said there. */
  focus(id) {
    const box = this.page.panes.view === "picture" ? this.page.picture.boxes.get(id) : null;
    (box ?? byId(id)).focus({ preventScroll: true });
  }

  show(id) {
    this.chosen = id;
    all(".step.active").forEach((each) => each.classList.remove("active"));
    byId(id).classList.add("active");
    this.page.panes.openAt(byId(id));
    this.page.picture.mark("chosen", [id]);
    this.becomeFocusable(id);
    if (this.page.panes.view === "picture") this.page.zoom.show(this.page.picture.frame(id));
  }

  /* One box at a time is reached by the Tab key. */
  becomeFocusable(id) {
    const { boxes } = this.page.picture;
    if (this.focusable) filled(boxes.get(this.focusable), { tabindex: "-1", "aria-pressed": "false" }, []);
    if (boxes.has(id)) filled(boxes.get(id), { tabindex: "0", "aria-pressed": String(id === this.chosen) }, []);
    this.focusable = boxes.has(id) ? id : null;
  }
}

/* The cases whose ways pass a step, from what is written of each case. */
function nameCases(details) {
  const list = details.querySelector("ul");
  const here = `.way a[href="#${details.closest(".step").id}"]`;
  const rows = list.children.length ? [] : all(".cases > li").filter((row) => row.querySelector(here));
  list.append(...rows.map((row) => make("li", {}, make("a", { href: `#Walk=${row.id}` }, said(row.querySelector("strong").textContent)))));
}
