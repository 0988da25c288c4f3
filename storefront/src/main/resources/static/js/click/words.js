/*
 * What there is to say on the page of a click, in its language: the short words lie in a template, the explanations in a list that
 * is there without this module too.
 */
const words = new Map();

for (const word of document.getElementById("journey-words").content.querySelectorAll("data")) {
	words.set(word.value, word.textContent);
}
for (const explained of document.querySelectorAll("#journey-plain dt[data-step]")) {
	words.set(explained.dataset.step, explained.textContent);
	words.set(`${explained.dataset.step}.words`, explained.nextElementSibling.textContent);
}

export const say = (key) => words.get(key) ?? key;
