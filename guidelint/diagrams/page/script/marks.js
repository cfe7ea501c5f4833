/* What is laid over the picture: how many cases pass, and the steps that a row of the panel is about. */

class Marks {
  constructor(page) {
    this.page = page;
    this.toggle = byId("ShowCases");
    this.toggle.addEventListener("click", () => this.showCases(this.toggle.getAttribute("aria-pressed") !== "true"));
    for (const name of ["pointerover", "focusin"]) {
      byId("Panel").addEventListener(name, (event) => this.point(event.target.closest("[data-marks], tbody > tr")));
    }
    byId("Panel").addEventListener("pointerleave", () => this.point(null));
  }

  /* How many cases pass each step; a step that none passes stands out by its zero. */
  showCases(isShown) {
    const { picture } = this.page;
    this.toggle.setAttribute("aria-pressed", String(isShown));
    picture.clear("cases");
    const counts = new Map(all(".step").map((article) => [article.id, Number(article.dataset.cases ?? 0)]));
    const passed = [...counts].filter(([, count]) => count).map(([id]) => id);
    picture.svg.classList.toggle("with-cases", isShown);
    picture.mark("on-case", isShown ? passed : []);
    if (!isShown) return;
    for (const [id, count] of counts) if (picture.boxes.has(id)) picture.badge(id, count ? "cases" : "cases none", String(count));
  }

  point(row) {
    if (row === this.row) return;
    this.row = row;
    const links = row ? all('a[href^="#"]', row) : [];
    this.page.picture.mark("meant", links.map((link) => link.getAttribute("href").slice(1)));
  }
}
