/*
 * Two buttons at the head of each shelf that does not show all it holds. Without this module it scrolls by touch, wheel and keyboard.
 */
const SVG = "http://www.w3.org/2000/svg";

function button(words, path, step) {
	const icon = document.createElementNS(SVG, "svg");
	icon.setAttribute("class", "icon");
	icon.setAttribute("viewBox", "0 0 24 24");
	icon.ariaHidden = "true";
	const line = document.createElementNS(SVG, "path");
	line.setAttribute("d", path);
	icon.append(line);
	const made = document.createElement("button");
	made.type = "button";
	made.ariaLabel = words;
	made.append(icon);
	made.addEventListener("click", step);
	return made;
}

for (const shelf of document.querySelectorAll(".shelf")) {
	const row = shelf.querySelector(".row");
	const head = shelf.querySelector(".shelf-head");
	const first = row?.firstElementChild;
	const last = row?.lastElementChild;
	if (!head || !first || first === last) {
		continue;
	}
	const scroll = (direction) => () => row.scrollBy({ left: direction * row.clientWidth * 0.9 });
	const ends = new Map([
		[first, button(shelf.dataset.back, "m14.5 5-7 7 7 7", scroll(-1))],
		[last, button(shelf.dataset.on, "m9.5 5 7 7-7 7", scroll(1))],
	]);
	const steps = document.createElement("div");
	steps.className = "shelf-steps";
	steps.hidden = true;
	steps.append(...ends.values());
	head.firstElementChild.after(steps);
	const seen = new IntersectionObserver((entries) => {
		for (const entry of entries) {
			ends.get(entry.target).ariaDisabled = String(entry.isIntersecting);
		}
		steps.hidden = [...ends.values()].every((end) => end.ariaDisabled === "true");
	}, { root: row, threshold: 0.95 });
	seen.observe(first);
	seen.observe(last);
}
