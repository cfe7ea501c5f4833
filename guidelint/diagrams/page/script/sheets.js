/* The picture on paper: where one sheet could not hold it legibly it is cut into several, at best between its boxes.

   Each sheet is a copy of what lies on it, with whatever is lit or marked there at the time. */

/* Of a sheet of A4, with words of 5 to 6 points. */
const SHEET = { width: 1050, height: 1400 };

/* The room around a box for the heads of its arrows and its marks. */
const AROUND = 14;

/* The least that a sheet is filled where that leaves all boxes whole. */
const LEAST_FILLED = 0.45;

class Sheets {
  constructor(picture, stage) {
    Object.assign(this, { picture, stage });
    window.addEventListener("beforeprint", () => this.lay());
    window.addEventListener("afterprint", () => this.clear());
  }

  clear() {
    all(".sheet", this.stage).forEach((each) => each.remove());
    this.stage.classList.remove("cut");
  }

  lay() {
    this.clear();
    const sheets = this.cut();
    if (sheets.length < 2) return;
    const words = ({ row, column }, index) => `Picture, sheet ${index + 1} of ${sheets.length}: row ${row}, column ${column}`;
    const most = (side) => Math.max(...sheets.map((sheet) => sheet[side]));
    const paper = { width: most("width"), height: most("height") };
    this.stage.append(...sheets.map((sheet, index) => this.copy(sheet, paper, words(sheet, index))));
    this.stage.classList.add("cut");
  }

  /* Rows from top to bottom, and each from left to right; what holds no box is left out. */
  cut() {
    const { width, height } = this.picture.svg.viewBox.baseVal;
    const boxes = [...this.picture.boxes.keys()].map((id) => this.picture.frame(id));
    const items = [...boxes, ...all(".edges text", this.picture.svg).map((text) => text.getBBox())];
    const rows = stretches(items.map(({ y, height }) => [y - AROUND, y + height + AROUND]), height, SHEET.height);
    const sheets = rows.flatMap(([top, bottom], row) => {
      const inside = items.filter((item) => item.y < bottom && item.y + item.height > top);
      const columns = stretches(inside.map(({ x, width }) => [x - AROUND, x + width + AROUND]), width, SHEET.width);
      const place = ([left, right], column) => ({ x: left, y: top, width: right - left, height: bottom - top, row: row + 1, column: column + 1 });
      return columns.map(place);
    });
    return sheets.filter((sheet) => boxes.some((box) => !isApart(box, sheet)));
  }

  /* Every sheet is as large as the largest one, so that all have one scale; what lies beyond its part is cut off. */
  copy(sheet, paper, words) {
    const { x, y, width, height } = sheet;
    const svg = this.picture.svg.cloneNode(false);
    for (const name of ["style", "role", "aria-label"]) svg.removeAttribute(name);
    filled(svg, { x: (paper.width - width) / 2, y: 0, width, height, viewBox: [x, y, width, height].join(" ") }, []);
    const whole = paint("svg", { viewBox: `0 0 ${paper.width} ${paper.height}`, preserveAspectRatio: "xMidYMin" }, svg);
    for (const layer of all("g.edges, g.nodes, g.badges", this.picture.svg)) {
      const own = layer.cloneNode(false);
      own.append(...[...layer.children].filter((group) => !isApart(group.getBBox(), sheet)).map((group) => group.cloneNode(true)));
      svg.append(own);
    }
    return make("figure", { class: "sheet", "aria-hidden": "true" }, whole, make("figcaption", { class: "meta" }, words));
  }
}

/* What covers a length, each no longer than `most`: every item lies whole in one of them. */
function stretches(items, length, most) {
  const found = [];
  let begin = 0;
  while (length - begin > most) {
    const clean = cleanCut(items, begin + most);
    if (clean > begin + most * LEAST_FILLED) {
      found.push([begin, clean]);
      begin = clean;
    } else {
      const end = begin + most;
      const torn = items.filter(([from, to]) => from > begin && from < end && to > end).map(([from]) => from);
      found.push([begin, end]);
      begin = Math.max(Math.min(end, ...torn), begin + most * LEAST_FILLED);
    }
  }
  return [...found, [begin, length]];
}

/* The last place up to this one that lies in no item. */
function cleanCut(items, place) {
  const torn = items.filter(([from, to]) => from < place && to > place).map(([from]) => from);
  return torn.length ? cleanCut(items, Math.min(...torn)) : place;
}
