/* Elements from text: whatever an author wrote becomes a text node, and nothing else. */

const SVG = "http://www.w3.org/2000/svg";

const byId = (id) => document.getElementById(id);

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const make = (tag, attributes = {}, ...children) => filled(document.createElement(tag), attributes, children);

const paint = (tag, attributes = {}, ...children) => filled(document.createElementNS(SVG, tag), attributes, children);

/* An attribute that is false or null, and a child that is null, are left out. */
function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const button = (words, act, attributes = {}) => {
  const made = make("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", act);
  return made;
};

/* The language of the authors, where it is not that of the page. */
const LANG = byId("Page").getAttribute("data-lang");

const said = (words) => make("bdi", { lang: LANG }, words);

const stepLink = (id, words) => make("a", { href: `#${id}`, dir: "auto", lang: LANG }, words);

const counted = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
