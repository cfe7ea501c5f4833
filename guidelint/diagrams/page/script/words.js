/* What the steps, their branches and their advice say, from the text of the page. */

const nameOf = (id) => byId(id)?.querySelector("h3")?.textContent ?? id;

/* Beside an arrow that leads back stands a sign for that, which is not part of the condition. */
function branchInWords(picture, id, index, targets) {
  const words = all(".next > li", byId(id))[index].querySelector("bdi").textContent;
  return picture.way(id, targets, index).classList.contains("loop") ? words.replace(/^\S+ /, "") : words;
}

const adviceInWords = (id, index) => all(".advices > li > .what", byId(id))[index].textContent;
