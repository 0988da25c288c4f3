/*
 * Suggestions under the search field, after the ARIA combobox pattern. Without this module the field still searches.
 */
const WAIT = 120;
// A catalogue that was late is asked again, so often and after so long.
const MORE_TRIES = 3;
const BETWEEN_TRIES = 400;

const field = document.querySelector("#q");
// What there is to say, in the language of the page.
const words = field?.form.querySelector("button").dataset;
const list = document.createElement("ul");
const status = document.createElement("span");
const answers = new Map();
let timer;
let request;
let active = -1;

function marked(text, highlights = []) {
	const parts = document.createElement("span");
	let at = 0;
	for (const { start, end } of highlights) {
		const mark = document.createElement("mark");
		mark.textContent = text.slice(start, end);
		parts.append(text.slice(at, start), mark);
		at = end;
	}
	parts.append(text.slice(at));
	return parts;
}

function option(suggestion, index) {
	const item = document.createElement("li");
	item.id = `suggestion-${index}`;
	item.role = "option";
	item.ariaSelected = "false";
	item.dataset.url = suggestion.url;
	const kind = document.createElement("span");
	kind.textContent = suggestion.kind === "product" ? "" : words[suggestion.kind] ?? "";
	item.append(marked(suggestion.text, suggestion.highlights), kind);
	return item;
}

function close() {
	clearTimeout(timer);
	request?.abort();
	list.hidden = true;
	field.ariaExpanded = "false";
	choose(-1);
}

function open(suggestions) {
	list.replaceChildren(...suggestions.map(option));
	choose(-1);
	list.hidden = suggestions.length === 0;
	field.ariaExpanded = String(!list.hidden);
	status.textContent = suggestions.length === 1 ? words.one : words.many.replace("#", suggestions.length);
}

function choose(index) {
	list.children[active]?.setAttribute("aria-selected", "false");
	active = index;
	const chosen = list.children[active];
	if (!chosen) {
		field.removeAttribute("aria-activedescendant");
		return;
	}
	chosen.setAttribute("aria-selected", "true");
	chosen.scrollIntoView({ block: "nearest" });
	field.setAttribute("aria-activedescendant", chosen.id);
}

function follow(item) {
	const url = new URL(item.dataset.url, location.href);
	if (url.origin === location.origin) {
		close();
		location.assign(url);
	}
}

async function suggest(moreTries = MORE_TRIES) {
	const text = field.value.trim();
	request?.abort();
	if (text.length < 2) {
		close();
		return;
	}
	request = new AbortController();
	const { signal } = request;
	try {
		if (!answers.has(text)) {
			const answer = await fetch(`/search/suggestions?q=${encodeURIComponent(text)}`, { signal });
			if (!answer.ok) {
				return;
			}
			const { suggestions, late } = await answer.json();
			if (!late) {
				answers.set(text, suggestions);
			}
			else if (moreTries > 0 && !signal.aborted && field.value.trim() === text) {
				timer = setTimeout(suggest, BETWEEN_TRIES, moreTries - 1);
			}
		}
		if (!signal.aborted && document.activeElement === field) {
			open(answers.get(text) ?? []);
		}
	}
	catch {
		// Typed on, or offline: the field searches without suggestions.
	}
}

function press(event) {
	const count = list.hidden ? 0 : list.children.length;
	if (event.isComposing || count === 0) {
		if (event.key === "ArrowDown" && !event.isComposing) {
			suggest();
		}
		return;
	}
	// The field itself is one stop of the round, at -1.
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (step) {
		choose(((active + 1 + step + count + 1) % (count + 1)) - 1);
	}
	else if (event.key === "Enter" && active >= 0) {
		follow(list.children[active]);
	}
	else if (event.key === "Escape") {
		close();
	}
	else {
		return;
	}
	event.preventDefault();
}

if (field) {
	list.id = "suggestions";
	list.className = "suggestions";
	list.role = "listbox";
	list.ariaLabel = words.suggestions;
	list.hidden = true;
	status.className = "sr";
	status.role = "status";
	field.form.append(list, status);
	field.role = "combobox";
	field.ariaAutoComplete = "list";
	field.ariaExpanded = "false";
	field.setAttribute("aria-controls", list.id);
	field.addEventListener("input", () => {
		// What was chosen belongs to the words before: Enter means the ones there now.
		choose(-1);
		clearTimeout(timer);
		timer = setTimeout(suggest, WAIT);
	});
	field.addEventListener("keydown", press);
	field.addEventListener("blur", close);
	field.form.addEventListener("submit", close);
	// Keeps the focus in the field while a finger or a mouse is on the list.
	list.addEventListener("mousedown", (event) => event.preventDefault());
	list.addEventListener("click", (event) => {
		const item = event.target.closest("li");
		if (item) {
			follow(item);
		}
	});
}
