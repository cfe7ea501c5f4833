/* Everything is made and told of the others; a guideline with errors has no walker. */

function begin() {
  const data = JSON.parse(byId("Data").textContent);
  const guideline = data.guideline && readGuideline(data.guideline);
  const page = { guideline, first: data.first };
  const stage = byId("Stage");
  page.picture = new Picture(stage.querySelector("svg"));
  page.zoom = new Zoom(stage, page.picture.svg);
  page.sheets = new Sheets(page.picture, stage);
  page.panes = new Panes(page);
  page.steps = new Steps(page);
  page.keys = new Keys(page);
  page.search = new Search(page, byId("Search"), byId("Hits"));
  page.marks = new Marks(page);
  if (guideline) page.patient = new PatientAtHand(page, new WalkView(page, byId("Walker")));
  else page.patient = { choose() {} };
  byId("ZoomIn").addEventListener("click", () => page.zoom.by(1.25, undefined, undefined, true));
  byId("ZoomOut").addEventListener("click", () => page.zoom.by(0.8, undefined, undefined, true));
  byId("ZoomWhole").addEventListener("click", () => page.zoom.whole());
  foldLegend(matchMedia("(max-width: 760px)"));
  page.zoom.begin(page.picture.frame(page.picture.boxes.has(data.first) ? data.first : page.picture.boxes.keys().next().value));
  if (data.shown && !location.hash) location.replace(`#Walk=${data.shown}`);
  page.panes.follow();
  return page;
}

/* Closed in a hand, where the picture needs the room. */
function foldLegend(hand) {
  const fold = () => (document.querySelector(".signs").open = !hand.matches);
  hand.addEventListener("change", fold);
  fold();
}

const page = begin();
