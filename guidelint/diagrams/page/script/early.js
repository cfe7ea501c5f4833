/* Before anything is laid out: a page that can be operated shows one part of its text at a time. */

document.documentElement.classList.add("js");
document.documentElement.dataset.view = "picture";
