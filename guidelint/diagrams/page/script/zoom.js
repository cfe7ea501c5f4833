/* Pan and zoom: the picture is moved as a whole, so that the browser paints only what is to be seen. */

const LEAST_SCALE = 0.04;
const MOST_SCALE = 4;
const MARGIN = 24;

/* Around a box that is seen: for its thick line and the sign on its edge. */
const BORDER = 8;

class Zoom {
  constructor(stage, svg) {
    this.stage = stage;
    this.svg = svg;
    this.size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
    this.place = { x: 0, y: 0, scale: 1 };
    this.pointers = new Map();
    stage.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    stage.addEventListener("pointerdown", (event) => this.onDown(event));
    stage.addEventListener("pointermove", (event) => this.onMove(event));
    for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, (event) => this.onUp(event));
    stage.addEventListener("click", (event) => this.swallowClick(event), { capture: true });
    window.addEventListener("resize", () => this.shown && this.show(this.shown));
  }

  /* `shown` is the box that has to stay in sight, until the reader looks elsewhere. */
  move(x, y, scale = this.place.scale, { smoothly = false, shown = null } = {}) {
    this.shown = shown;
    this.place = { x, y, scale };
    this.svg.classList.toggle("smoothly", smoothly);
    this.svg.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  get wholeScale() {
    const { clientWidth, clientHeight } = this.stage;
    const fitting = Math.min((clientWidth - 2 * MARGIN) / this.size.width, (clientHeight - 2 * MARGIN) / this.size.height);
    return Math.min(1, Math.max(fitting, LEAST_SCALE));
  }

  whole() {
    const scale = this.wholeScale;
    const { clientWidth, clientHeight } = this.stage;
    const [x, y] = [(clientWidth - this.size.width * scale) / 2, (clientHeight - this.size.height * scale) / 2];
    this.move(x, Math.max(y, MARGIN), scale, { smoothly: true });
  }

  /* Large enough to be read, with a box in the middle of the upper part. */
  begin(frame) {
    const { clientWidth, clientHeight } = this.stage;
    const fitting = (clientWidth - 2 * MARGIN) / this.size.width;
    const scale = Math.min(1, Math.max(fitting, this.wholeScale, 0.6));
    const width = this.size.width * scale;
    const x = width < clientWidth ? (clientWidth - width) / 2 : clientWidth / 2 - (frame.x + frame.width / 2) * scale;
    const height = this.size.height * scale;
    this.move(x, height < clientHeight ? (clientHeight - height) / 2 : MARGIN + 20 - Math.max(0, frame.y - 160) * scale, scale, { shown: frame });
  }

  by(factor, x = this.stage.clientWidth / 2, y = this.stage.clientHeight / 2, smoothly = false) {
    const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, this.place.scale * factor));
    const ratio = scale / this.place.scale;
    this.move(x - (x - this.place.x) * ratio, y - (y - this.place.y) * ratio, scale, { smoothly });
  }

  /* Moves a box into sight, and makes it large enough to be read, as far as the stage has room for it. */
  show(frame) {
    this.shown = frame;
    const { clientWidth, clientHeight } = this.stage;
    const room = Math.min((clientWidth - MARGIN) / frame.width, (clientHeight - MARGIN) / frame.height);
    const scale = Math.max(LEAST_SCALE, Math.min(room, Math.max(this.place.scale, 0.6)));
    const left = this.place.x + frame.x * scale;
    const top = this.place.y + frame.y * scale;
    const isSeen =
      scale === this.place.scale &&
      left >= BORDER && top >= BORDER &&
      left + frame.width * scale <= clientWidth - BORDER && top + frame.height * scale <= clientHeight - BORDER;
    if (isSeen) return;
    const x = clientWidth / 2 - (frame.x + frame.width / 2) * scale;
    const y = Math.max(BORDER, clientHeight * 0.4 - (frame.height / 2) * scale) - frame.y * scale;
    this.move(x, y, scale, { smoothly: true, shown: frame });
  }

  onWheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const speed = event.ctrlKey ? 0.01 : 0.0016;
    this.by(Math.exp(-event.deltaY * lines * speed), ...this.within(event));
  }

  within(event) {
    const { left, top } = this.stage.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  onDown(event) {
    if (event.button || event.target.closest(".over")) return;
    if (!this.pointers.size) this.travelled = 0;
    this.pointers.set(event.pointerId, this.within(event));
  }

  /* One pointer drags, two of them pinch. */
  onMove(event) {
    if (!this.pointers.has(event.pointerId)) return;
    const [before, spread] = this.grip();
    const last = this.pointers.get(event.pointerId);
    this.pointers.set(event.pointerId, this.within(event));
    const [after, wider] = this.grip();
    this.travelled += Math.hypot(...last.map((each, index) => each - this.within(event)[index]));
    if (this.travelled < 5) return;
    this.stage.setPointerCapture(event.pointerId);
    this.move(this.place.x + after[0] - before[0], this.place.y + after[1] - before[1]);
    if (spread && wider) this.by(wider / spread, ...after);
  }

  onUp(event) {
    this.pointers.delete(event.pointerId);
  }

  /* The middle of the pointers, and how far they are apart. */
  grip() {
    const places = [...this.pointers.values()];
    const middle = [0, 1].map((axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length);
    const spread = places.length < 2 ? 0 : Math.hypot(places[0][0] - places[1][0], places[0][1] - places[1][1]);
    return [middle, spread];
  }

  /* The end of a drag is no choice of a box. */
  swallowClick(event) {
    if (this.travelled >= 5) event.stopPropagation();
    this.travelled = 0;
  }
}
