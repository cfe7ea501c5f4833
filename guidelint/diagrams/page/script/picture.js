/* The boxes of the picture by the names that the guideline gives them, and the arrows, which are known by their ends. */

class Picture {
  constructor(svg) {
    this.svg = svg;
    this.boxes = new Map(all("g.node", svg).map((group) => [group.dataset.id, group]));
    this.arrows = all("g.edge", svg);
    this.frames = new Map();
    this.ends = this.arrows.map((group) => [group.dataset.source, group.dataset.target]);
    this.badges = paint("g", { class: "badges", "aria-hidden": "true" });
    svg.append(this.badges);
    this.becomeOperable();
  }

  /* From an image to a group of buttons. */
  becomeOperable() {
    this.svg.setAttribute("role", "group");
    this.svg.setAttribute("aria-label", "The guideline as a graph; the arrow keys lead along its arrows");
    all("title, desc", this.svg).forEach((each) => each.remove());
    all(".edges, .nodes", this.svg).forEach((layer) => filled(layer, { lang: LANG }, []));
    this.arrows.forEach((group) => group.setAttribute("aria-hidden", "true"));
    for (const [id, group] of this.boxes) {
      const about = { role: "button", tabindex: "-1", "aria-pressed": "false", "aria-label": isStep(id) && inWords(group, id) };
      filled(group, isStep(id) ? about : { "aria-hidden": "true" }, []);
    }
  }

  /* Where a box stands: its outline is drawn first. */
  frame(id) {
    if (!this.frames.has(id)) this.frames.set(id, this.boxes.get(id).querySelector("path").getBBox());
    return this.frames.get(id);
  }

  /* The arrow of one of a step's ways; those that lead to the same stand in the order of the ways. */
  way(id, targets, index) {
    const isSame = (target) => target === targets[index];
    const joining = this.arrows.filter(({ dataset }) => dataset.source === id && isSame(dataset.target));
    return joining[targets.slice(0, index).filter(isSame).length];
  }

  next(id) {
    return this.steps(this.ends.filter(([source]) => source === id).map(([, target]) => target), id);
  }

  before(id) {
    return this.steps(this.ends.filter(([, target]) => target === id).map(([source]) => source), id);
  }

  steps(ids, own) {
    return distinct(ids).filter((id) => id !== own && isStep(id));
  }

  /* A few characters at the left of the upper side of a box, or of the lower one; kinds are taken away together. */
  badge(id, kind, words) {
    const { x, y, width: room, height } = this.frame(id);
    const width = Math.max(22, 12 + 8 * [...words].length);
    const along = Array.from({ length: Math.ceil(room / 8) }, (_, index) => x - 8 + 8 * index);
    const places = [y, y + height].flatMap((middle) => along.map((left) => ({ x: left, y: middle - 11, width, height: 22 })));
    const place = places.find((each) => !this.coversHead(id, each)) ?? places[0];
    const text = paint("text", { x: place.x + width / 2, y: place.y + 15.5, "text-anchor": "middle" }, words);
    this.badges.append(paint("g", { class: `badge ${kind}` }, paint("rect", { ...place, rx: 11 }), text));
  }

  /* Whether something would hide where an arrow leads into a box; a head is what is drawn second of its arrow. */
  coversHead(id, place) {
    const heads = this.arrows.filter(({ dataset }) => dataset.target === id).map((group) => all("path", group)[1].getBBox());
    return heads.some((head) => !isApart(head, place));
  }

  clear(kind) {
    all(`.badge.${kind}`, this.badges).forEach((each) => each.remove());
  }

  /* Gives a class to these boxes and takes it from all others. */
  mark(name, ids) {
    const wanted = new Set(ids);
    this.boxes.forEach((group, id) => group.classList.toggle(name, wanted.has(id)));
  }
}

const isApart = (one, other) =>
  one.x > other.x + other.width || other.x > one.x + one.width || one.y > other.y + other.height || other.y > one.y + one.height;

const isStep = (id) => Boolean(byId(id)?.classList.contains("step"));

/* All that stands in a box, what kind of step it is, and how much was found there. */
function inWords(group, id) {
  const { findings } = byId(id).dataset;
  const words = all("text", group).map((each) => each.textContent).join(" ");
  const kind = byId(id).querySelector(".kind").textContent;
  return [words, kind, ...(findings ? [counted(Number(findings), "finding")] : [])].join(". ");
}
