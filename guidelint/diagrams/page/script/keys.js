/* The keys: along the arrows, to the neighbours, into the panel and back, and the zoom. */

class Keys {
  constructor(page) {
    this.page = page;
    this.cameFrom = new Map();
    page.picture.svg.addEventListener("keydown", (event) => this.onBox(event));
    document.addEventListener("keydown", (event) => this.anywhere(event));
  }

  onBox(event) {
    const id = event.target.closest?.("g.node")?.dataset.id;
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") this.read(id);
    else if (event.key.startsWith("Arrow")) this.go(id, this.toward(event.key, id));
    else return;
    event.preventDefault();
  }

  read(id) {
    this.page.steps.choose(id);
    byId(id).focus();
  }

  toward(key, id) {
    const { picture } = this.page;
    if (key === "ArrowDown") return picture.next(id)[0];
    const before = this.cameFrom.get(id) ?? picture.before(id)[0];
    if (key === "ArrowUp") return before;
    const siblings = before ? picture.next(before) : [];
    const step = key === "ArrowRight" ? 1 : siblings.length - 1;
    return siblings[(siblings.indexOf(id) + step) % siblings.length];
  }

  go(from, to) {
    if (!to || to === from) return;
    const isSibling = this.page.picture.next(this.cameFrom.get(from) ?? this.page.picture.before(from)[0]).includes(to);
    if (this.page.picture.next(from).includes(to)) this.cameFrom.set(to, from);
    else if (isSibling && this.cameFrom.has(from)) this.cameFrom.set(to, this.cameFrom.get(from));
    this.page.steps.pass(to);
  }

  anywhere(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return this.back(event);
    if (event.target.closest("input, select, textarea")) return;
    const { zoom, search } = this.page;
    const acts = { "/": () => search.begin(), "+": () => zoom.by(1.25), "-": () => zoom.by(0.8), 0: () => zoom.whole() };
    if (!Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    acts[event.key]();
  }

  /* From the panel back to the box in the picture. */
  back(event) {
    const box = this.page.picture.boxes.get(this.page.steps.chosen);
    if (box && event.target.closest("#Panel")) box.focus({ preventScroll: true });
  }
}
